"""What could be a question in a document: headings, HTML headings, containers with a title, bold lines, Q: lines, list items.

Which of these *are* the questions is decided in `faqtui.parsing.segment`, from the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from faqtui.parsing.inline import attributes, inline
from faqtui.parsing.scan import Block, Item, Scan

PSEUDO_LEVEL = 7
"""The level of questions that are no headings: below all of them."""

_HTML_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(
    r"<(/?)(details|summary|accordion|accordionitem|faqitem|faq|question|collapsible|expandable|expander|dt|dd)\b([^<>]*?)(/?)>",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*([:?.]?)[ \t]*(?:<br\s*/?>|\\)?[ \t]*$")
_BOLD_FIRST = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1[ \t]*([:?.]?)[ \t]*(?:<br\s*/?>|\\)?[ \t]*(?:\n|$)")
_BOLD_LEAD = re.compile(r"(\*\*|__)(?=\S)(.+?\?)\1[ \t]*[:-]?[ \t]+(?=\S)")
_Q = re.compile(
    r"(?P<b>\*\*|__|\*|_)?(?:Q|Question)(?:[ \t]*#?[0-9]{1,4})?[ \t]*(?P<b2>\*\*|__)?[ \t]*[:.)\uff1a][ \t]*(?P<b3>\*\*|__|\*|_)?[ \t]*(?=\S)",
    re.IGNORECASE,
)
_A = re.compile(
    r"(?P<b>\*\*|__|\*|_)?(?:A|Ans|Answer)(?:[ \t]*#?[0-9]{1,4})?[ \t]*(?P<b2>\*\*|__)?[ \t]*(?:[:\uff1a]|[.)](?=[ \t*]))[ \t]*(?P<b3>\*\*|__|\*|_)?[ \t]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\**)\(?\d{1,4}[.):]\)?\s+")
_WORDS = frozenset(
    ["what", "what's", "whats", "why", "how", "how's", "when", "where", "who", "which", "whose", "can", "could", "do", "does", "did", "is", "are", "was", "were", "will", "would", "should", "may", "might", "must", "has", "have", "am", "isn't", "aren't", "doesn't", "don't", "can't", "explain", "describe", "difference", "differentiate"]
)
_GENERIC = re.compile(
    r"^\W*(?:(?:show|view|see|reveal|click|expand|toggle|open|read)\b.*|answer|answers|solution|solutions|hint|hints|details?|more|example|examples|"
    r"explanation|code|output|note|notes|spoiler|result|response|\d+)\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """A possible question.

    `line` is where it begins, `after` the first line of what follows, both from 0. `tail` is text of the line before
    `after` that belongs to the answer already. A candidate with a `stop` ends there at the latest: `stop` is the line of
    its closing tag, `head` what of that line still belongs to the answer. `indent` is what its answer is indented by.
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
    answer: str = ""
    plain: str = ""

    @property
    def asks(self) -> bool:
        """Whether it reads like a question."""
        return looks_like_question(self.plain)


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
    found += _headings(scan)
    found += _containers(scan)
    found += _lines(scan)
    found += _items(scan)
    for candidate in found:
        candidate.plain = " ".join(inline(candidate.text)[0].split())
    found = [c for c in found if c.plain or c.style == "heading"]
    found.sort(key=lambda c: (c.line, c.level))
    return found


def _headings(scan: Scan) -> Iterator[Candidate]:
    for block in scan.blocks:
        if block.kind == "heading":
            if block.quoted or block.depth > 2:
                continue
            indent = block.item.indent if block.item is not None else 0
            text = strip_label(block.text.strip())
            yield Candidate(block.start, block.end, block.level, "heading", text, indent=indent)
        elif block.kind in {"html", "paragraph"} and "<h" in block.text.lower() and not block.quoted:
            for match in _HTML_HEADING.finditer(block.text):
                first = block.start + block.text.count("\n", 0, match.start())
                last = block.start + block.text.count("\n", 0, match.end())
                line_end = block.text.find("\n", match.end())
                tail = block.text[match.end() : line_end if line_end >= 0 else len(block.text)]
                if not re.sub(r"</?[a-z]+[^<>]*>|\s", "", tail, flags=re.IGNORECASE):
                    tail = ""
                yield Candidate(first, last + 1, int(match[1]), "heading", " ".join(match[2].split()), tail=tail)


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


def _containers(scan: Scan) -> Iterator[Candidate]:
    """``<details>`` with a summary, titled components and directives."""
    # Open tags: [name, line, column after it, summary, title from an attribute].
    stack: list[dict[str, object]] = []
    summary: tuple[int, int] | None = None
    for block in scan.blocks:
        if block.kind not in {"html", "paragraph"} or "<" not in block.text:
            continue
        for offset, line in enumerate(block.text.split("\n")):
            number = block.start + offset
            for match in _TAGS.finditer(line):
                name = match[2].lower()
                if name == "summary":
                    if not match[1]:
                        summary = (number, match.end())
                    elif summary is not None and stack and stack[-1]["summary"] is None:
                        stack[-1]["summary"] = (summary, (number, match.start()), (number, match.end()))
                        summary = None
                    continue
                if name in {"dt", "dd", "question", "faq"}:
                    continue
                if match[4]:
                    continue
                if not match[1]:
                    given = attributes(" " + match[3])
                    title = (
                        given.get("title")
                        or given.get("question")
                        or given.get("header")
                        or given.get("label")
                        or given.get("summary")
                    )
                    stack.append(
                        {
                            "name": name,
                            "line": number,
                            "after": match.end(),
                            "summary": None,
                            "title": title,
                            "indent": block.item.indent if block.item else 0,
                        }
                    )
                    continue
                while stack:
                    opened = stack.pop()
                    if opened["name"] == name:
                        made = _container(scan, opened, number, line[: match.start()])
                        if made is not None:
                            yield made
                        break


def _container(scan: Scan, opened: dict[str, object], stop: int, head: str) -> Candidate | None:
    line = int(str(opened["line"]))
    place = opened["summary"]
    if isinstance(place, tuple):
        (first, start), (last, end), (_, after) = place
        text = " ".join(_between(scan, first, start, last, end).split())
        last_line = scan.lines[last].lstrip() if last < len(scan.lines) else ""
        body_line, column = last, after
    elif opened["title"]:
        text = str(opened["title"])
        body_line, column = line, int(str(opened["after"]))
        last_line = scan.lines[line].lstrip()
    else:
        return None
    # Columns count from the block's own text, which has lost its indentation.
    tail = last_line[column:] if body_line < stop else ""
    if body_line == stop:
        tail, head = head[column:] if len(head) > column else "", ""
    return Candidate(
        line,
        body_line + 1,
        PSEUDO_LEVEL,
        "container",
        text,
        tail=tail.strip(),
        stop=stop,
        head=head.strip(),
        indent=int(str(opened["indent"])),
    )


def _between(scan: Scan, first: int, start: int, last: int, end: int) -> str:
    if first == last:
        return scan.lines[first].lstrip()[start:end]
    middle = [scan.lines[first].lstrip()[start:], *scan.lines[first + 1 : last], scan.lines[last].lstrip()[:end]]
    return " ".join(line.strip() for line in middle)


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


def _q_lines(block: Block, indent: int) -> Iterator[Candidate]:
    """A paragraph beginning with ``Q:``; the same paragraph may hold ``A:`` lines and further questions."""
    lines = block.text.split("\n")
    starts = [n for n, line in enumerate(lines) if _Q.match(line)]
    answers = [n for n, line in enumerate(lines) if _A.match(line)]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        answer = next((n for n in answers if start < n < end), end)
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


def definitions_used(scan: Scan, labels: Iterator[str]) -> list[str]:
    """The link reference definitions with these labels, as written."""
    return [scan.definitions[label].text for label in labels if label in scan.definitions]
