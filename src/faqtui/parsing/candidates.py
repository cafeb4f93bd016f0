"""What could be a question in a document: headings, HTML headings, bold lines, Q: lines, list items, and what dialects add.

Which of these *are* the questions is decided in `faqtui.parsing.segment`, from what `faqtui.parsing.evidence` says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from faqtui.parsing import noise
from faqtui.parsing.blocks import Block, Item
from faqtui.parsing.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.dialects.directives import directives
from faqtui.parsing.dialects.folds import TAG_OR_SPACE, Fold, folds, titled
from faqtui.parsing.dialects.plaintext import plain_titles
from faqtui.parsing.dialects.tables import rows
from faqtui.parsing.dialects.terms import terms
from faqtui.parsing.inline import inline
from faqtui.parsing.numbering import echoes, level_numbered
from faqtui.parsing.scan import Scan
from faqtui.parsing.wording import (
    answer_on_line,
    has_answer_label,
    has_label,
    is_answer_title,
    is_generic,
    looks_like_question,
    mentions_answer,
    strip_answer_label,
    strip_label,
)

MOST = 100_000
"""Candidates looked at in one document; what follows stays in the last answer."""

_LONGEST = 5
"""Lines of a question in which an answer that begins behind it is looked for."""

_LONGEST_NUMBERED = 240
"""Characters of a paragraph that is a title by its number and the target of a link in front of it."""

_ANCHOR = re.compile(
    r"(\*\*|__|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?[ \t]*)?(?:<a[ \t]+(?:name|id)=[^<>\n]*(?:/>|>[ \t]*</a>)[ \t]*)+",
    re.IGNORECASE,
)
"""Targets of links at the beginning of a title, behind its number or inside its emphasis."""

_HTML_HEADING = re.compile(
    r"<h([1-6])\b[^<>]{0,500}>((?:[^<]|<(?!/?h[1-6]\b)){0,1000})</h\1\s*>", re.IGNORECASE | re.DOTALL
)
_BOLD_FIRST = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*([:?.]?)[ \t]*(?:<br\s*/?>|\\)?[ \t]*(?:\n|$)")
_BACK_LINK = re.compile(r"\[\[?[\u2b06\u2191\u25b2\U0001f51d^#\u00b6\u00a7\ufe0f]+\]?\]\(#[^()\s]*\)")
_ITALIC = re.compile(r"([*_])(?=[^\s*_])([^*_\n]+[?\uff1f])\1[ \t]*(?:<br\s*/?>|\\)?[ \t]*$")
_BOLD_RUN_IN = re.compile(r"(\*\*|__)(?=\S)([^\n]{2,200}?[.!\u3002\uff01])\1[ \t]+(?=\S)")
_BOLD_LEAD = re.compile(r"(\*\*|__)(?=\S)(.+?[?\uff1f])\1[ \t]*[:\u2013\u2014-]?[ \t]+(?=\S)")


def find(scan: Scan) -> list[Candidate]:
    """All candidates of a document, in order."""
    found: list[Candidate] = []
    closed, texts = folds(scan)
    # Each of these comes in order: what is past the first MOST of it is so among all of them.
    headings = level_numbered(list(islice(_outside_folds(_headings(scan), closed), MOST)), scan)
    repeated = echoes(headings, scan)
    for echo in repeated:
        echo.style = "echo"
    headings = [c for c in headings if c.style != "echo"]
    answers = [c for c in headings if is_answer_title(c.text)]
    if len(answers) > 1:  # "Question 1" and "Answer 1" in turn: these are no titles, but parts of what is above
        headings = [c for c in headings if not is_answer_title(c.text)]
    _level_labels(headings)
    containers = list(titled(closed, texts, scan.lines))
    found += _grouped(headings, containers)
    found += islice(directives(scan), MOST)
    found += islice(_lines(scan), MOST)
    found += islice(terms(scan), MOST)
    found += islice(rows(scan), MOST)
    found += islice(_items(scan), MOST)
    plain = plain_titles(scan)
    if plain and plain[0].style == "heading" and len(headings) > 1:
        found = [c for c in found if c.style != "heading"]
    found += plain
    found += repeated
    found.sort(key=lambda c: (c.line, c.level))
    del found[MOST:]
    for candidate in found:
        candidate.plain = " ".join(inline(candidate.text)[0].split())
        candidate.asks = candidate.asks or looks_like_question(candidate.plain)
    return [c for c in found if c.plain or c.style == "heading"]


def _headings(scan: Scan) -> Iterator[Candidate]:
    for block in scan.blocks:
        if block.kind == "heading":
            if block.quoted or block.depth > 2:
                continue
            indent = block.item.indent if block.item is not None else 0
            text = _BACK_LINK.sub("", block.text).strip()
            if "<" in text or "!" in text:
                text = noise.without_badges(_without_anchors(text))
            asks = has_label(text)
            text = strip_label(text) if asks else text
            yield Candidate(block.start, block.end, block.level, "heading", text, indent=indent, asks=asks)
        elif block.kind in {"html", "paragraph"} and "</h" in block.text.lower() and not block.quoted:
            yield from _html_headings(block)


def _level_labels(headings: list[Candidate]) -> None:
    """Headings that a label ("Q.") makes questions are of one level, that of most, however deep some of them are written."""
    labelled = Counter(heading.level for heading in headings if heading.asks)
    if labelled.total() >= 3:
        level = labelled.most_common(1)[0][0]
        for heading in headings:
            if heading.asks and heading.level > level:
                heading.level = level


def _without_anchors(text: str) -> str:
    found = _ANCHOR.match(text)
    if found is None:
        return text
    lead = found[1] or ""
    return (f"{lead.rstrip()} " if lead[:1].isdigit() else lead) + text[found.end() :]


def _html_headings(block: Block) -> Iterator[Candidate]:
    """The HTML headings that begin a line and say something; one with text before it is part of that text."""
    text = block.text
    line, counted = block.start, 0
    begun = False  # whether the line has text already, up to `seen`
    seen = 0
    for match in _HTML_HEADING.finditer(text):
        newline = text.rfind("\n", seen, match.start())
        begun = (begun and newline < 0) or bool(TAG_OR_SPACE.sub("", text[max(seen, newline + 1) : match.start()]))
        seen = match.end()
        if not match[2].strip() or begun:
            continue
        begun = True
        line += text.count("\n", counted, match.start())
        counted = match.start()
        line_end = text.find("\n", match.end())
        tail = text[match.end() : line_end if line_end >= 0 else len(text)]
        if not TAG_OR_SPACE.sub("", tail):
            tail = ""
        after = line + match[0].count("\n") + 1
        yield Candidate(line, after, int(match[1]), "heading", " ".join(match[2].split()), tail=tail)


def _outside_folds(headings: Iterator[Candidate], closed: list[Fold]) -> Iterator[Candidate]:
    """The headings that do not stand in a fold that holds an answer: those are part of it."""
    inside = [(f.line, f.stop) for f in closed if is_generic(" ".join(inline(f.text)[0].split()))]
    index = 0
    reach = -1
    for heading in headings:
        while index < len(inside) and inside[index][0] <= heading.line:
            reach = max(reach, inside[index][1])
            index += 1
        if heading.line > reach:
            yield heading


def _grouped(headings: list[Candidate], containers: list[Candidate]) -> list[Candidate]:
    """Headings and containers, where a container that holds several questions is a category, as a heading is."""
    found: list[Candidate] = []
    lines = [c.line for c in headings]
    starts = [c.line for c in containers]
    dropped: set[int] = set()
    # A heading in a summary is the fold's title; where there is one only, the heading stands for it.
    summaries = [fold for fold in containers if bisect_left(lines, fold.line) < bisect_left(lines, fold.after)]
    if len(summaries) > 1:
        dropped.update(line for fold in summaries for line in range(fold.line, fold.after))
    elif summaries:
        containers = [fold for fold in containers if fold is not summaries[0]]
        starts = [c.line for c in containers]
    for number, fold in enumerate(containers):
        stop = fold.stop or fold.line
        inside = headings[bisect_left(lines, fold.after) : bisect_left(lines, stop)]
        folded = containers[number + 1 : bisect_left(starts, stop)][:50]
        asking = [c for c in inside if looks_like_question(c.text)]
        asked = [c for c in folded if looks_like_question(c.text)]
        if len(asking) >= 1 and len(asking) >= 0.5 * len(inside) and not looks_like_question(fold.text):
            level = max(1, min(c.level for c in inside) - 1)
            for heading in inside:
                # Its answer ends where the container does.
                heading.stop, heading.closing, heading.head = stop, fold.closing, fold.head
        elif len(asked) >= 2 and not looks_like_question(fold.text):
            level = PSEUDO_LEVEL - 1
        else:
            found.append(fold)
            continue
        found.append(Candidate(fold.line, fold.after, level, "heading", fold.text, tail=fold.tail, beside=fold.beside))
        # A heading that is the summary itself is this category.
        dropped.update(range(fold.line, fold.after))
    return [c for c in headings if c.line not in dropped] + found


def _lines(scan: Scan) -> Iterator[Candidate]:
    """Paragraphs that begin with a bold line or ``Q:``."""
    for block, after in zip_longest(scan.blocks, scan.blocks[1:]):
        if block.kind != "paragraph" or block.depth > 1:
            continue
        if after is not None and noise.is_contents_block(block) and noise.is_contents_block(after, titled=True):
            continue
        text = _without_anchors(block.text)
        first, newline, _ = text.partition("\n")
        indent = block.item.indent if block.item is not None else 0
        if has_label(first):
            if not noise.is_contents_block(block):
                yield from _q_lines(block, indent)
            continue
        if text is not block.text and text[:1].isdigit() and len(text) <= _LONGEST_NUMBERED:
            title = " ".join(text.split())
            yield Candidate(block.start, block.end, PSEUDO_LEVEL, "bold", title, indent=indent, asks=True)
            continue
        if block.quoted:
            continue
        if not first.startswith(("**", "__")):
            italic = _ITALIC.match(first)
            if italic:
                yield Candidate(
                    block.start, block.start + 1, PSEUDO_LEVEL, "bold", strip_label(italic[2]), indent=indent
                )
            continue
        bold = _BOLD_FIRST.match(text)
        if bold is None and newline:
            # The bold text may run over several lines.
            whole = re.match(r"(\*\*|__)(?=\S)((?:(?!\1)[^\n]|\n){3,400}?)\1[ \t]*\n?", text)
            bold = whole if whole and "\n" in whole[2] else None
            if bold is not None:
                rest = text[bold.end() :]
                end = block.start + text.count("\n", 0, bold.end())
                if rest and text[bold.end() - 1] != "\n":
                    continue
                yield Candidate(
                    block.start,
                    end if rest else block.end,
                    PSEUDO_LEVEL,
                    "bold",
                    " ".join(bold[2].split()),
                    indent=indent,
                )
                continue
        if bold is not None and bold[1] not in bold[2]:
            mark = bold[3] if bold[3] == "?" else ""
            title = strip_label(bold[2] + mark)
            style = "q" if has_label(bold[2]) else "bold"
            yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, style, title, indent=indent)
            continue
        lead = _BOLD_LEAD.match(first)
        if lead and lead[1] not in lead[2]:
            yield Candidate(
                block.start,
                block.start + 1,
                PSEUDO_LEVEL,
                "lead",
                strip_label(lead[2]),
                tail=first[lead.end() :],
                indent=indent,
            )
            continue
        run = _BOLD_RUN_IN.match(first)
        if run and run[1] not in run[2]:
            tail = first[run.end() :]
            yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "run-in", run[2], tail=tail, indent=indent)


def _q_lines(block: Block, indent: int) -> Iterator[Candidate]:
    """A paragraph beginning with ``Q:``; the same paragraph may hold ``A:`` lines and further questions."""
    lines = _without_anchors(block.text).split("\n")
    starts = [n for n, line in enumerate(lines) if has_label(line)]
    answers = [n for n, line in enumerate(lines) if has_answer_label(line)]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        place = bisect_right(answers, start)
        answer = min(answers[place], end) if place < len(answers) else end
        text, tail = "\n".join(lines[start : min(answer, start + _LONGEST)]), ""
        if (split := answer_on_line(text)) > 0:
            rest = text[split:].lstrip()
            answer = start + 1 + text.count("\n", 0, len(text) - len(rest))
            text, tail = text[:split], strip_answer_label(rest.partition("\n")[0])
        else:
            text = "\n".join(lines[start:answer])
        text = strip_label(" ".join(text.split()))
        yield Candidate(
            block.start + start,
            block.start + answer,
            PSEUDO_LEVEL,
            "q",
            text,
            tail=tail,
            indent=indent,
            quoted=block.quoted,
        )


def _items(scan: Scan) -> Iterator[Candidate]:
    """List items at the outermost level, their first line as the question."""
    first: dict[int, Block] = {}
    for block in scan.blocks:
        if block.item is not None and id(block.item) not in first:
            first[id(block.item)] = block
    question: Candidate | None = None
    starts = [block.start for block in scan.blocks]
    for item in scan.items:
        if item.depth != 0:
            continue
        if question is not None and _is_meant_below(item, question, scan.lines):
            line = scan.lines[item.start]
            question.stop, question.indent = item.end, min(question.indent, len(line) - len(line.lstrip(" ")))
            continue
        candidate = _item(item, first.get(id(item)))
        question = candidate
        if candidate is not None:
            if candidate.after == item.end and not candidate.tail:
                _take_code_below(candidate, scan.blocks, bisect_left(starts, item.end))
            yield candidate


def _is_meant_below(item: Item, above: Candidate, lines: Sequence[str]) -> bool:
    """Whether a bullet right below a question in a list is its answer, indented by less than CommonMark asks for."""
    if item.number is not None or above.stop != item.start or ("?" not in above.text and "\uff1f" not in above.text):
        return False
    line, asked = lines[item.start], lines[above.line]
    return len(line) - len(line.lstrip(" ")) > len(asked) - len(asked.lstrip(" "))


def _take_code_below(candidate: Candidate, blocks: list[Block], place: int) -> None:
    """Let an item of one paragraph go on with the code below it that is not indented: "What does this print?"."""
    while place < len(blocks) and blocks[place].kind == "fence" and not blocks[place].depth:
        candidate.stop, candidate.indent = blocks[place].end, 0
        place += 1


def _item(item: Item, block: Block | None) -> Candidate | None:
    if block is None or block.kind != "paragraph" or block.start != item.start or block.depth != 1:
        return None
    lines = block.text.split("\n")
    bold = _BOLD_FIRST.match(block.text)
    lead = _BOLD_LEAD.match(block.text)
    text, after, tail = block.text, block.end, ""
    if bold is not None and bold[1] not in bold[2]:
        text, after = bold[2] + (bold[3] if bold[3] == "?" else ""), block.start + 1
    elif lead is not None and lead[1] not in lead[2]:
        text, after, tail = lead[2], block.start + 1, lines[0][lead.end() :]
    elif (split := answer_on_line(lines[0])) > 0:
        text, after, tail = lines[0][:split], block.start + 1, strip_answer_label(lines[0][split:].lstrip())
    elif len(lines) > 1 and lines[0].rstrip().endswith("?"):
        text, after = lines[0], block.start + 1
    if "?" in text and mentions_answer(text) and "\n" in text:
        text = text.partition("\n")[0]
        after = block.start + 1
    return Candidate(
        item.start,
        after,
        PSEUDO_LEVEL,
        "item",
        strip_label(" ".join(text.split())),
        tail=tail,
        stop=item.end,
        indent=item.indent,
        strong=bold is not None or lead is not None,
        numbered=item.number is not None,
    )
