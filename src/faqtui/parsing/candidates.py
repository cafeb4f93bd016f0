"""What could be a question in a document: headings, HTML headings, containers with a title, bold lines, Q: lines, list items.

Which of these *are* the questions is decided in `faqtui.parsing.segment`, from the whole document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faqtui.parsing.extract import directive_title
from faqtui.parsing.inline import attributes, inline
from faqtui.parsing.scan import Block, Item, Scan

MOST = 200_000
"""Candidates looked at in one document; what follows stays in the last answer."""

PSEUDO_LEVEL = 7
"""The level of questions that are no headings: below all of them."""

_HTML_HEADING = re.compile(
    r"<h([1-6])\b[^<>]{0,500}>((?:[^<]|<(?!/?h[1-6]\b)){0,1000})</h\1\s*>", re.IGNORECASE | re.DOTALL
)
_HTML_TAG_OR_SPACE = re.compile(r"</?[a-z]+[^<>]*>|\s", re.IGNORECASE)
_TAGS = re.compile(
    r"<(/?)(details|summary|accordion|accordion-?item|faq-?item|faq-?question|question|collapse|"
    r"collapsible|collapsible-?section|expandable|expander|expand)\b([^<>]*?)(/?)>",
    re.IGNORECASE,
)
_TITLES = ("title", "question", "header", "label", "summary", "q")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*([:?.]?)[ \t]*(?:<br\s*/?>|\\)?[ \t]*$")
_BOLD_FIRST = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*([:?.]?)[ \t]*(?:<br\s*/?>|\\)?[ \t]*(?:\n|$)")
_BOLD_LEAD = re.compile(r"(\*\*|__)(?=\S)(.+?\?)\1[ \t]*[:-]?[ \t]+(?=\S)")
_Q = re.compile(
    r"(?P<b>\*\*|__|\*|_)?(?:Q|Question)(?:[ \t]*#?[0-9]{1,4})?[ \t]*(?P<b2>\*\*|"
    r"__)?[ \t]*[:.)\uff1a][ \t]*(?P<b3>\*\*|__|\*|_)?[ \t]*(?=\S)",
    re.IGNORECASE,
)
_A = re.compile(
    r"(?P<b>\*\*|__|\*|_)?(?:A|Ans|Answer)(?:[ \t]*#?[0-9]{1,4})?[ \t]*(?P<b2>\*\*|__)?[ \t]*(?:[:\uff1a]|"
    r"[.)](?=[ \t*]))[ \t]*(?P<b3>\*\*|__|\*|_)?[ \t]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\**)\(?\d{1,4}[.):]\)?\s+")
_WORDS_TEXT = """
am are aren't can can't could describe did difference differentiate do does doesn't don't explain has have how how's
is isn't may might must should was were what what's whats when where which who whose why will would
"""
_WORDS = frozenset(_WORDS_TEXT.split())
_GENERIC = re.compile(
    r"^\W*(?:(?:show|view|see|reveal|click|expand|toggle|open|read)\b.*|(?:correct |the )?answer\b.{0,12}|"
    r"answers|solution|solutions|hint|hints|details?|more|example|examples|"
    r"explanation|code|output|note|notes|spoiler|result|response|\d+)\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """A possible question.

    `line` is where it begins, `after` the first line of what follows, both from 0. `tail` is text of the line before
    `after` that belongs to the answer already. A candidate with a `stop` ends there at the latest: `stop` is the line of
    its closing tag, `head` what of that line still belongs to the answer, `closing` how many lines that
    tag takes. `beside` is what else stands on the lines of its tags, outside of it. `indent` is what its answer is indented by.
    """

    line: int
    after: int
    level: int
    style: str
    text: str
    tail: str = ""
    stop: int | None = None
    head: str = ""
    indent: int = 0
    closing: int = 0
    beside: tuple[tuple[int, str], ...] = ()
    plain: str = ""
    asks: bool = False


def looks_like_question(text: str) -> bool:
    """Whether a title in plain text reads like a question: a question mark at its end, or an interrogative at its start."""
    stripped = text.strip()
    if not stripped:
        return False
    if any(mark in stripped[-4:] for mark in "?\uff1f\u061f"):
        return True
    bare = _NUMBERED.sub("", stripped).split()
    return len(bare) > 2 and bare[0].lower().strip("*_:,\"'") in _WORDS


def is_generic(text: str) -> bool:
    """Whether a title only says that an answer follows: "Answer", "Click to expand"."""
    return _GENERIC.match(text) is not None


def find(scan: Scan) -> list[Candidate]:
    """All candidates of a document, in order."""
    found: list[Candidate] = []
    closed, texts = folds(scan)
    headings = list(_outside_folds(_headings(scan), closed))
    containers = list(_containers(closed, texts, scan.lines))
    found += _grouped(headings, containers)
    found += _directives(scan)
    found += _lines(scan)
    found += _terms(scan)
    found += _items(scan)
    for candidate in found:
        candidate.plain = " ".join(inline(candidate.text)[0].split())
        candidate.asks = looks_like_question(candidate.plain)
    found = [c for c in found if c.plain or c.style == "heading"]
    found.sort(key=lambda c: (c.line, c.level))
    return found[:MOST]


def _headings(scan: Scan) -> Iterator[Candidate]:
    for block in scan.blocks:
        if block.kind == "heading":
            if block.quoted or block.depth > 2:
                continue
            indent = block.item.indent if block.item is not None else 0
            text = strip_label(block.text.strip())
            yield Candidate(block.start, block.end, block.level, "heading", text, indent=indent)
        elif block.kind in {"html", "paragraph"} and "</h" in block.text.lower() and not block.quoted:
            yield from _html_headings(block)


def _html_headings(block: Block) -> Iterator[Candidate]:
    """The HTML headings that begin a line and say something; one with text before it is part of that text."""
    text = block.text
    line, counted = block.start, 0
    begun = False  # whether the line has text already, up to `seen`
    seen = 0
    for match in _HTML_HEADING.finditer(text):
        newline = text.rfind("\n", seen, match.start())
        begun = (begun and newline < 0) or bool(
            _HTML_TAG_OR_SPACE.sub("", text[max(seen, newline + 1) : match.start()])
        )
        seen = match.end()
        if not match[2].strip() or begun:
            continue
        begun = True
        line += text.count("\n", counted, match.start())
        counted = match.start()
        line_end = text.find("\n", match.end())
        tail = text[match.end() : line_end if line_end >= 0 else len(text)]
        if not _HTML_TAG_OR_SPACE.sub("", tail):
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


def strip_label(text: str) -> str:
    """A question without a leading ``Q:`` or ``Question 3:``, which is markup of this dialect."""
    match = _Q.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    opened = match["b"] or match["b3"]
    if opened and not match["b2"] and rest.rstrip().endswith(opened):
        rest = rest.rstrip()[: -len(opened)]
    elif opened and match["b3"] and rest.rstrip().endswith(match["b3"]):
        rest = rest.rstrip()[: -len(match["b3"])]
    elif match["b"] and not match["b2"]:
        rest = rest.replace(match["b"], "", 1)
    return rest.strip() or text


@dataclass(slots=True)
class Fold:
    """An element that can hold an answer: lines and columns (in its block's text) of its tags and its summary."""

    name: str
    line: int
    after: int
    title: str
    indent: int
    depth: int
    summary_start: tuple[int, int] | None = None
    summary_end: tuple[int, int] | None = None
    stop: int = -1
    head: str = ""
    lead: str = ""
    trail: str = ""
    summary: str | None = None

    @property
    def text(self) -> str:
        """Its summary, or the title that an attribute gives it."""
        return self.title if self.summary is None else self.summary


def folds(scan: Scan) -> tuple[list[Fold], dict[int, str]]:
    """``<details>`` and titled components that are closed, in order; and the text of the lines their tags are on."""
    stack: list[Fold] = []
    found: list[Fold] = []
    texts: dict[int, str] = {}
    opened: tuple[int, int] | None = None
    opening = (0, 0)
    for block in scan.blocks:
        if block.kind not in {"html", "paragraph"} or "<" not in block.text:
            continue
        for offset, line in enumerate(block.text.split("\n")):
            number = block.start + offset
            if "<" not in line and opened is None:
                continue
            texts[number] = line
            matches = list(_TAGS.finditer(line))
            for place, match in enumerate(matches):
                name = match[2].lower()
                if name == "summary":
                    if not match[1]:
                        opened, opening = (number, match.end()), (number, match.start())
                    elif opened is not None and stack and stack[-1].summary is None:
                        stack[-1].summary = _between(texts, scan.lines, opened, (number, match.start()))
                        stack[-1].summary_start = opening
                        stack[-1].summary_end = (number, match.end())
                        opened = None
                elif match[4]:
                    continue
                elif not match[1]:
                    given = attributes(" " + match[3])
                    title = next((given[key] for key in _TITLES if given.get(key)), "")
                    indent = block.item.indent if block.item is not None else 0
                    if len(stack) < 500:
                        stack.append(Fold(name, number, match.end(), title, indent, len(stack)))
                        stack[-1].lead = line[matches[place - 1].end() if place else 0 : match.start()]
                else:
                    while stack:
                        fold = stack.pop()
                        if fold.name == name:
                            fold.stop = number
                            fold.head = line[: match.start()]
                            following = matches[place + 1] if place + 1 < len(matches) else None
                            if following is None or following[1]:
                                fold.trail = line[match.end() : following.start() if following else len(line)]
                            found.append(fold)
                            break
    found.sort(key=lambda fold: (fold.line, fold.depth))
    return found, texts


def _between(texts: dict[int, str], lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places, each a line and a column of what `texts` has for it."""
    if start[0] == end[0]:
        return texts[start[0]][start[1] : end[1]]
    middle = [texts.get(number, lines[number]) for number in range(start[0] + 1, end[0])]
    return " ".join([texts[start[0]][start[1] :], *middle, texts[end[0]][: end[1]]])


def _containers(found: list[Fold], texts: dict[int, str], lines: Sequence[str]) -> Iterator[Candidate]:
    """The folds that have a title."""
    for fold in found:
        text = " ".join(fold.text.split())
        if not text:
            continue
        line, column = fold.summary_end or (fold.line, fold.after)
        head = fold.head
        tail = texts[line][column:]
        before = ""
        if fold.summary_start is not None:
            before = _between(texts, lines, (fold.line, fold.after), fold.summary_start)
            before = before.strip() + " " if _HTML_TAG_OR_SPACE.sub("", before) else ""
        if line == fold.stop:
            tail, head = head[column:], ""
        yield Candidate(
            fold.line,
            line + 1,
            PSEUDO_LEVEL,
            "container",
            text,
            tail=(before + tail).strip(),
            stop=fold.stop,
            head=head.strip(),
            indent=fold.indent,
            closing=1,
            beside=tuple(
                (number, text.strip())
                for number, text in ((fold.line, fold.lead), (fold.stop, fold.trail))
                if text and _HTML_TAG_OR_SPACE.sub("", text)
            ),
        )


_QUESTION_DIRECTIVE = re.compile(r"(?:question|faq|help|details|dropdown|collapse|spoiler)\b", re.IGNORECASE)


def _directives(scan: Scan) -> Iterator[Candidate]:
    """Titled containers that fold: ``??? question "How ...?"``, ``:::details How ...?``, ``{dropdown} How ...?``."""
    opened: list[Block] = []
    lines = scan.lines
    for block in scan.blocks:
        if block.kind != "directive" or block.quoted:
            continue
        if block.marker[0] in "!?=":
            word = block.info.split(maxsplit=1)[0].strip("\"'").lower()
            title = directive_title(block.info)
            if (
                block.marker[0] == "="
                or not title
                or not (_QUESTION_DIRECTIVE.match(word) or title.endswith(("?", "\uff1f")))
            ):
                continue
            indent = len(lines[block.start]) - len(lines[block.start].lstrip()) + 4
            stop = block.end
            while stop < len(lines) and (not lines[stop].strip() or lines[stop][:indent].strip() == ""):
                stop += 1
            yield Candidate(block.start, block.end, PSEUDO_LEVEL, "container", title, stop=stop, indent=indent)
        elif block.info:
            opened.append(block)
        elif opened:
            start = opened.pop()
            title = directive_title(start.info)
            if title and (_QUESTION_DIRECTIVE.match(start.info.lstrip("{ ")) or title.endswith(("?", "\uff1f"))):
                yield Candidate(start.start, start.end, PSEUDO_LEVEL, "container", title, stop=block.start, closing=1)


def _lines(scan: Scan) -> Iterator[Candidate]:
    """Paragraphs that begin with a bold line or ``Q:``."""
    for block in scan.blocks:
        if block.kind != "paragraph" or block.quoted or block.depth > 1:
            continue
        text = block.text
        first, newline, _ = text.partition("\n")
        indent = block.item.indent if block.item is not None else 0
        if first[:1] in "*_Qq":
            match = _Q.match(first)
            if match:
                yield from _q_lines(block, indent)
                continue
        if not first.startswith(("**", "__")):
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
            style = "q" if _Q.match(bold[2]) else "bold"
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


def _terms(scan: Scan) -> Iterator[Candidate]:
    """Definition lists: a line, and what explains it after a colon (PHP Markdown Extra)."""
    previous: Block | None = None
    for block in scan.blocks:
        if block.kind != "paragraph" or block.depth:
            previous = None
            continue
        first, _, rest = block.text.partition("\n")
        if rest.startswith(": ") and not first.startswith(": "):
            yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "term", strip_label(first))
        elif first.startswith(": ") and previous is not None and block.start - previous.end <= 1:
            text = " ".join(previous.text.split())
            yield Candidate(previous.start, previous.end, PSEUDO_LEVEL, "term", strip_label(text))
        previous = None if first.startswith(": ") or "\n" in block.text else block


def _q_lines(block: Block, indent: int) -> Iterator[Candidate]:
    """A paragraph beginning with ``Q:``; the same paragraph may hold ``A:`` lines and further questions."""
    lines = block.text.split("\n")
    starts = [n for n, line in enumerate(lines) if _Q.match(line)]
    answers = [n for n, line in enumerate(lines) if _A.match(line)]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        place = bisect_right(answers, start)
        answer = min(answers[place], end) if place < len(answers) else end
        text = strip_label(" ".join(line.strip() for line in lines[start:answer]))
        yield Candidate(block.start + start, block.start + answer, PSEUDO_LEVEL, "q", text, indent=indent)


def _items(scan: Scan) -> Iterator[Candidate]:
    """List items at the outermost level, their first line as the question."""
    first: dict[int, Block] = {}
    for block in scan.blocks:
        if block.item is not None and id(block.item) not in first:
            first[id(block.item)] = block
    for item in scan.items:
        if item.depth != 0:
            continue
        candidate = _item(item, first.get(id(item)))
        if candidate is not None:
            yield candidate


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
    elif len(lines) > 1 and lines[0].rstrip().endswith("?"):
        text, after = lines[0], block.start + 1
    if "?" in text and _A.search(text) and "\n" in text:
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
    )


def strip_answer_label(text: str) -> str:
    """The first line of an answer without a leading ``A:`` or ``**Answer**:``."""
    match = _A.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    opened = match["b"]
    if match["b3"] and not rest.strip():
        return ""
    if opened and not match["b2"] and not match["b3"] and opened in rest:
        # "**A: all of it in bold**" keeps its emphasis.
        return opened + rest
    if match["b3"]:
        if opened == match["b3"] and not match["b2"]:
            return rest  # "**A:** text": b3 closes what b opened
        return match["b3"] + rest
    return rest
