"""What could be a question among paragraphs and list items: bold lines, ``Q:`` lines, the first lines of items.

Headings, and the putting together of all candidates, are `candidates`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from faqtui.letters import ASKS, QUESTION_MARKS, STOPS
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.alternating import named_in_bold, put_in_bold
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.indented import Indented
from faqtui.parsing.questions.labelled import (
    BOLD,
    MOST_PARAGRAPHS,
    coded_lines,
    counted_on,
    go_on,
    labelled_lines,
    share,
    tells_problem,
)
from faqtui.parsing.questions.labels import (
    has_label,
    strip_label,
)
from faqtui.parsing.questions.wording import asks_before_aside
from faqtui.patterns import pattern

_LONGEST_NUMBERED = 240
"""Characters of a paragraph that is a title by its number and the target of a link in front of it."""

_ANCHOR = pattern(
    r"(\*\*|__|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?[ \t]*)?(?:<a[ \t]+(?:name|id)=[^<>\n]*(?:/>|>[ \t]*</a>)[ \t]*)+",
    re.IGNORECASE,
)
"""Targets of links at the beginning of a title, behind its number or inside its emphasis."""

_OF_TEXT = frozenset({"paragraph", "html"})
"""Kinds of blocks that such a line begins: a tag that closes itself makes HTML of the lines below it."""

_ANCHOR_LINES = pattern(r"(?:(?:<a[ \t]+(?:name|id)=[^<>\n]{1,200}(?:/>|>[ \t]*</a>)[ \t]*)+\n)+(?=\S)", re.IGNORECASE)
"""Lines of nothing but targets of links, above others of the same paragraph."""

BOLD_FIRST = pattern(
    rf"(\*\*|__)(?=\S)(.+?)(?<=\S)[ \t]?\1[ \t]*+([:.{QUESTION_MARKS}]?)[ \t]*+(?:(?:<[Bb][Rr]\s*/?>|\\)[ \t]*+)?(?:\n|$)"
)
ITALIC = pattern(
    rf"([*_])(?=[^\s*_])([^*_\n]+[{QUESTION_MARKS}])\1(?:[ \t]*+(?:$|(?:<[Bb][Rr]\s*/?>|\\$)[ \t]*+)|[ \t]++(?=\S))"
)
_BETWEEN = pattern(r"[ \t]{0,9}[/|,;&\u00b7\u2022\u2013\u2014-]?[ \t]{0,9}")
"""What stands between questions in bold that are answered together."""

_BOLD_RUN_IN = pattern(rf"(\*\*|__)(?=\S)([^\n]{{2,200}}?[.!{STOPS}])\1[ \t]+(?=\S)")
BOLD_LEAD = pattern(
    rf"(\*\*|__)(?=\S)(.+?[{QUESTION_MARKS}])[:\uff1a]?[ \t]?\1(?:(?:[ \t]*+[:\u2013\u2014-])?[ \t]++(?=\S)|(?=[^\W_]))"
)
"""A question in bold before its answer, which may be joined to it: no space stands there in Chinese and Japanese."""

_BOLD_OVER_LINES = pattern(
    r"(\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,400}\n(?:(?!\1)[^\n]|\n){1,400}?)\1"
    r"(?:[ \t]*+(?:\\|<[Bb][Rr] ?/?>)?[ \t]*+\n|(?:[ \t]*+[:\u2013\u2014-])?[ \t]++(?=\S))?"
)
_BOLD_AND_CODE = pattern(
    r"(\*\*|__)(?=\S)(?:(?!\1)[^`]){1,200}\1"
    rf"(?:[ \t\n]{{1,3}}`[^`\n]{{1,120}}`(?:[ \t\n]{{0,3}}\1(?:(?!\1)[^`]){{1,200}}\1[.:{QUESTION_MARKS}]?)?)"
    rf"{{1,4}}[.{QUESTION_MARKS}]?"
)
"""A title in bold with code in it, which reStructuredText can only set between two pieces in bold."""

_HTML_BOLD = pattern(r"<(b|strong)>[ \t]*+([^<\n]{1,400})</\1>", re.IGNORECASE)
_BOLD_PARAGRAPH = pattern(
    r"[ \t]{0,8}<p(?:[ \t][^<>]{0,200})?>[ \t]{0,4}<(b|strong)>([^<>\n]{1,300})</\1>[ \t]{0,4}(?:<br ?/?>)?</p>[ \t]{0,8}$",
    re.IGNORECASE,
)
_BOLD_IN_FRAME = pattern(
    r"[ \t]{0,20}(?:<(?:dd|div|dl|dt|li|ol|p|table|tbody|td|tr|ul)(?:[ \t][^<>]{0,200})?>[ \t]{0,4}){1,6}"
    r"(?:[0-9]{1,3}\.[ \t]{1,3})?<(b|strong)>([^<>\n]{1,300})</\1>[ \t]{0,4}",
    re.IGNORECASE,
)
"""A question in bold that an item of a list or a cell of a table begins with, as HTML writes these."""

_FRAME = pattern(
    r"[ \t]{0,20}(?:<(?:dd|div|dl|dt|li|ol|p|table|tbody|td|tr|ul)(?:[ \t][^<>]{0,200})?>[ \t]{0,4}){1,6}$",
    re.IGNORECASE,
)
_BOLD_BELOW_FRAME = pattern(r"[ \t]{0,20}<(b|strong)>([^<>\n]{1,300})</\1>[ \t]{0,4}", re.IGNORECASE)
"""A line of nothing but what opens an item or a cell, and the question in bold on the line below."""

_INDENTED = pattern(r"[ \t]*</?(?:dd|div|dl|dt|li|ol|p|section|table|tbody|td|tr|ul)\b", re.IGNORECASE)
"""What HTML begins with that is indented below a blank line, by as much as code is."""

_CLOSED_BEFORE = pattern(r"(?:[ \t]{0,4}(?:</[a-z]{1,8}>|<br ?/?>)){1,8}", re.IGNORECASE)
_MAY_ASK = pattern(r"<p\b|<(?:b|strong)>", re.IGNORECASE)
_PARAGRAPH = pattern(r"[ \t]{0,8}<p(?:[ \t][^<>]{0,200})?>([^<>\n]{1,600})</p>[ \t]{0,8}$", re.IGNORECASE)
BOLD_BROKEN = pattern(r"(\*\*|__)(?=\S)([^*\n]+?)(?<=\S)\1[ \t]*+<br[ \t]*+/?>[ \t]*+(?=\S)", re.IGNORECASE)
_BOLD_BEGINS = (*BOLD, "<b>", "<B>", "<strong>", "<STRONG>")
_BREAK = pattern(r"<br ?/?>$", re.IGNORECASE)
_SIGN = pattern(
    r"(?:[\u2022\u2023\u2043\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?|[0-9]\ufe0f?\u20e3|:[a-z0-9_+-]{2,40}:"
    r"|\\?[*>\u00b7\u00bb\u2013\u2014-](?=[ \t]{1,3}(?:\*\*|__)))[ \t]{1,3}(?=\S)"
)
"""A sign or an emoji in front of a title, which is a bullet there; a dash in front of a bold one."""

_DASHES = frozenset("*>\u00b7\u00bb\u2013\u2014-")
"""Signs that may begin a sentence too: what stands behind one is handed on with a bullet, of which there are to be several."""


def with_stars(text: str) -> str:
    """A text that HTML makes bold at its beginning, as Markdown has it; the same object where it does not."""
    found = _HTML_BOLD.match(text) if text[:1] == "<" else None
    return text if found is None else f"**{found[2].rstrip()}**{text[found.end() :]}"


def unbroken(text: str) -> str:
    """A line without the breaks at its end."""
    text = text.rstrip()
    while text.endswith(">") and (found := _BREAK.search(text, max(0, len(text) - 6))):
        text = text[: found.start()].rstrip()
    return text


def without_anchors(text: str) -> str:
    """A title's Markdown without the targets of links that stand at its beginning; the same object where it has none."""
    found = _ANCHOR.match(text) if "<" in text else None
    if found is None:
        return text
    lead = found[1] or ""
    return (f"{lead.rstrip()} " if lead[:1].isdigit() else lead) + text[found.end() :]


def paragraphs(scan: Scan) -> Iterator[Candidate]:
    """Paragraphs that begin with a bold line or ``Q:``."""
    around = Indented(scan.lines)
    contained = iter([block for block in scan.blocks if block.depth and block.item is None and not block.quoted])
    block = next(contained, None)
    for candidate in share(_paragraphs(scan.blocks), scan.lines):
        while block is not None and block.end <= candidate.line:
            block = next(contained, None)
        if block is not None and block.start <= candidate.line:
            candidate.indent, candidate.stop = around.around(block)
        yield candidate


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Candidate]:
    reach = 0  # where a question ends that goes on over several blocks
    for number, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if block.start < reach:
            continue
        if block.text[:2] in {"<a", "<A"} and block.kind in _OF_TEXT and (anchors := _ANCHOR_LINES.match(block.text)):
            yield from _below_anchors(block, anchors.end())
            continue
        if not block.quoted and (block.kind == "html" or _is_indented_html(block)) and _MAY_ASK.search(block.text):
            yield from _html_paragraphs(block)
            continue
        if block.kind != "paragraph" or block.depth > 1:
            continue
        above_rows = after is not None and after.item is not None and _names_group(block)
        if (
            after is not None
            and (above_rows or noise.is_contents_block(block))
            and noise.is_contents_block(after, titled=True)
        ):
            continue
        sign = _SIGN.match(block.text)
        if sign is not None and _asks_behind(block.text, sign.end()):
            yield from _signed(block, sign.end())
            continue
        text = with_stars(without_anchors(block.text))
        first, newline, _ = text.partition("\n")
        indent = block.item.indent if block.item is not None else 0
        if newline and not block.quoted and (numbered := counted_on(block, text)) is not None:
            yield from _above_numbers(block, numbered)
            yield from labelled_lines(numbered, numbered.text, indent, after)
            continue
        if first.startswith(BOLD) and not block.quoted and named_in_bold(first):
            for put in put_in_bold(block, blocks[number + 1 : number + 3]):
                reach = max(reach, put.after)
                yield put
            continue
        if first[:1] == "`" and (coded := coded_lines(block, indent)):
            yield from coded
            continue
        if has_label(first):
            if tells_problem(text, blocks[number - 1] if number else None, after):
                continue
            if not noise.is_contents_block(block):
                labelled = list(labelled_lines(block, without_anchors(block.text), indent, after))
                if labelled:
                    go_on(labelled[-1], block, blocks[number + 1 : number + 2 + MOST_PARAGRAPHS])
                    reach = labelled[-1].after
                yield from labelled
            continue
        if text is not block.text and text[:1].isdigit() and len(text) <= _LONGEST_NUMBERED:
            title = " ".join(text.split())
            yield Candidate(block.start, block.end, PSEUDO_LEVEL, "bold", title, indent=indent, asks=True)
            continue
        if block.quoted:
            yield from _quoted(block, text)
            continue
        if not first.startswith(BOLD):
            italic = ITALIC.match(first) if first.startswith(("*", "_")) else None
            if italic:
                title, tail = strip_label(italic[2]), first[italic.end() :]
                yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "bold", title, tail=tail, indent=indent)
            continue
        if ("** `" in text or "__ `" in text) and (joined := _BOLD_AND_CODE.fullmatch(text)) is not None:
            title = strip_label(" ".join(text.replace(joined[1], "").split()))
            yield Candidate(block.start, block.end, PSEUDO_LEVEL, "bold", title, indent=indent)
            continue
        bold = BOLD_FIRST.match(text)
        if bold is None and newline and (bold := _BOLD_OVER_LINES.match(text)) is not None:
            title, rest = " ".join(bold[2].split()), text[bold.end() :]
            end = block.start + text.count("\n", 0, bold.end())
            if not rest or text[bold.end() - 1] == "\n":
                yield Candidate(block.start, end if rest else block.end, PSEUDO_LEVEL, "bold", title, indent=indent)
            elif title.endswith(ASKS):
                tail = rest.partition("\n")[0]
                yield Candidate(block.start, end + 1, PSEUDO_LEVEL, "lead", title, tail=tail, indent=indent)
            continue
        found = _bold_line(first, block.start, indent)
        if found is not None:
            yield found
            if newline and found.text.endswith(ASKS):
                yield from _further(block, indent)
            continue
        run = _BOLD_RUN_IN.match(first)
        if run and run[1] not in run[2]:
            tail = first[run.end() :]
            yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "run-in", run[2], tail=tail, indent=indent)


def _names_group(block: Block) -> bool:
    """Whether a paragraph is a bold line that does not ask, as stands above the rows of a table of contents."""
    return (
        block.text.startswith(BOLD)
        and BOLD_FIRST.fullmatch(block.text) is not None
        and not block.text.rstrip("*_ \\").endswith(ASKS)
    )


def _above_numbers(block: Block, rest: Block) -> Iterator[Candidate]:
    """The title of the questions in the `rest` of a paragraph, where it is bold."""
    lines = rest.start - block.start
    text = "\n".join(block.text.split("\n")[:lines])
    for candidate in _paragraphs([Block("paragraph", block.start, rest.start, text, block.depth, block.item, False)]):
        candidate.strong = lines == 1 and not candidate.tail
        yield candidate


def in_row(bold: re.Match[str]) -> str:
    """The text of several questions in bold that stand in a row; empty where something else is between the first and the last."""
    pieces = (bold[2] + bold[3]).split(bold[1])
    asked, between = pieces[::2], pieces[1::2]
    alone = all(piece.rstrip().endswith(ASKS) for piece in asked) and all(map(_BETWEEN.fullmatch, between))
    return " ".join(" ".join(pieces).split()) if alone and len(pieces) % 2 else ""


def _bold_line(line: str, number: int, indent: int) -> Candidate | None:
    """A line that is bold, or begins with a bold question or with bold text and a break: its answer may stand behind that."""
    line = without_list(line)
    bold = BOLD_FIRST.match(line)
    if bold is not None and bold[1] in bold[2] and (several := in_row(bold)):
        return Candidate(number, number + 1, PSEUDO_LEVEL, "bold", strip_label(several), indent=indent)
    if bold is not None and bold[1] not in bold[2]:
        title = strip_label(bold[2] + (bold[3] if bold[3] in ASKS else ""))
        style = "q" if has_label(bold[2]) else "bold"
        return Candidate(number, number + 1, PSEUDO_LEVEL, style, title, indent=indent)
    broken = BOLD_BROKEN.match(line)
    lead = BOLD_LEAD.match(line) if broken is None else None
    if broken is not None:
        style, text, tail = "bold", broken[2], unbroken(line[broken.end() :])
    elif lead is not None and lead[1] not in lead[2]:
        style, text, tail = "lead", lead[2], line[lead.end() :]
    else:
        return None
    return Candidate(number, number + 1, PSEUDO_LEVEL, style, strip_label(text), tail=tail, indent=indent)


def _further(block: Block, indent: int) -> Iterator[Candidate]:
    """The lines of a paragraph below its first that ask in bold, as that does: no blank line parts one from the next."""
    for offset, line in enumerate(block.text.split("\n")):
        if offset and line.startswith(_BOLD_BEGINS):
            found = _bold_line(with_stars(line), block.start + offset, indent)
            if found is not None and found.text.endswith(ASKS):
                yield found


def _below_anchors(block: Block, end: int) -> Iterator[Candidate]:
    """What a paragraph asks whose first lines are targets of links, up to `end` of its text: they stand on its lines too."""
    lines = block.text.count("\n", 0, end)
    rest = Block("paragraph", block.start + lines, block.end, block.text[end:], block.depth, block.item, block.quoted)
    for candidate in _paragraphs([rest]):
        if candidate.line == rest.start:
            candidate.line = block.start
        yield candidate


def _asks_behind(text: str, start: int) -> bool:
    """Whether a line asks behind the sign that it begins with, or is bold there."""
    first = text[start:].partition("\n")[0].rstrip()
    if first.startswith(BOLD):
        return BOLD_FIRST.match(text[start:]) is not None or _BOLD_OVER_LINES.match(text[start:]) is not None
    return first.endswith(ASKS)


def _signed(block: Block, start: int) -> Iterator[Candidate]:
    """The lines of a paragraph that ask behind a sign: its first, and others that begin with that sign."""
    lead = block.text[:start]
    dash = lead.strip("\\ \t") in _DASHES
    indent = block.item.indent if block.item is not None else 0
    over = _BOLD_OVER_LINES.match(block.text[start:])
    if over is not None and (over.end() == len(block.text) - start or over[0].endswith("\n")):
        after = block.start + over[0].count("\n") + (not over[0].endswith("\n"))
        title = strip_label(" ".join(over[2].split()))
        yield Candidate(block.start, after, PSEUDO_LEVEL, "bold", f"\u2022 {title}" if dash else title, indent=indent)
        return
    for offset, line in enumerate(block.text.split("\n")):
        if line.startswith(lead) and _asks_behind(line, start):
            bold = BOLD_FIRST.match(line[start:])
            title = strip_label(bold[2] + (bold[3] if bold[3] in ASKS else "") if bold else line[start:].strip())
            title = f"\u2022 {title}" if dash else title
            number = block.start + offset
            yield Candidate(number, number + 1, PSEUDO_LEVEL, "bold", title, indent=indent)


def _html_paragraphs(block: Block) -> Iterator[Candidate]:
    """The lines of HTML that are a paragraph of bold text which asks, or one that a label makes a question."""
    lines = block.text.split("\n")
    for offset, line in enumerate(lines):
        labelled = _PARAGRAPH.match(line)
        if labelled is not None and has_label(labelled[1]):
            number = block.start + offset
            yield Candidate(number, number + 1, PSEUDO_LEVEL, "q", strip_label(labelled[1].strip()))
            continue
        found = _BOLD_PARAGRAPH.match(line)
        if found is not None and found[2].rstrip().endswith(ASKS):
            number = block.start + offset
            yield Candidate(number, number + 1, PSEUDO_LEVEL, "bold", strip_label(found[2].strip()))
            continue
        found, above = _BOLD_IN_FRAME.match(line), 0
        if found is None and offset and _FRAME.match(lines[offset - 1]) is not None:
            found, above = _BOLD_BELOW_FRAME.match(line), 1
        if found is not None and found[2].rstrip().endswith(ASKS):
            number = block.start + offset
            below = lines[offset + 1] if offset + 1 < len(lines) else ""
            indent = len(below) - len(below.lstrip(" ")) + (4 if block.kind == "code" else 0)
            closed = _CLOSED_BEFORE.match(line, found.end())
            tail = line[closed.end() if closed is not None else found.end() :].strip()
            style = "q" if has_label(found[2].strip()) else "bold"
            title = strip_label(found[2].strip())
            closes = above and not tail and _CLOSED_BEFORE.fullmatch(below) is not None
            after = number + 2 if closes else number + 1
            yield Candidate(number - above, after, PSEUDO_LEVEL, style, title, tail=tail, indent=indent)


def _is_indented_html(block: Block) -> bool:
    """Whether what is code by its indent goes on with the HTML above it, as generators read it that know where this ends."""
    return block.kind == "code" and block.text.lstrip()[:1] == "<" and _INDENTED.match(block.text) is not None


def _quoted(block: Block, text: str) -> Iterator[Candidate]:
    """A quotation that begins with a bold line that asks, or is short: where it asks, what follows answers it."""
    bold = BOLD_FIRST.match(text) if text.startswith(("**", "__")) else None
    if bold is None and len(text) <= _LONGEST_NUMBERED:
        title = strip_label(" ".join(text.split()))
        asks = title.endswith(ASKS) or asks_before_aside(title)
        yield Candidate(block.start, block.end, PSEUDO_LEVEL, "bold" if asks else "quote", title, quoted=True)
        return
    if bold is None or bold[1] in bold[2]:
        return
    title = strip_label(bold[2] + (bold[3] if bold[3] in ASKS else ""))
    yield Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "bold", title, quoted=True)
