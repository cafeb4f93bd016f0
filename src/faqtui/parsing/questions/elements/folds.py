"""Elements that fold and have a title: ``<details>`` with its ``<summary>``, titled components, shortcodes.

Discourse's ``[details="How ...?"]`` is one too, and so are the components that libraries for React and Vue have, which name
the parts of an accordion: ``<AccordionTrigger>`` or ``<Accordion.Control>`` with the title, ``<Accordion.Panel>`` with the text
(Radix and shadcn, Mantine, MUI, Chakra, Headless UI, Element). All are found by their tags, line by line, because Markdown
between them ends an HTML block. What is a question among them, and what a category that holds several, is decided by
`candidates` and `readings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from faqtui.letters import ASKS
from faqtui.markdown.dialects import shortcodes
from faqtui.markdown.scan import Scan
from faqtui.markdown.tags import attributes
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern

TAG_OR_SPACE = pattern(r"</?[a-z][^<>]*>|\s", re.IGNORECASE)
"""What is not seen of a line: tags and white space."""

_TAGS = pattern(r"<(/?)([a-z][a-z.-]{0,60})(?=[\s/>{])((?:[^<>{}]|\{(?:[^{}]|\{[^{}]*\})*\})*?)(/?)>", re.IGNORECASE)
_FOLDING = ("details", "accordion", "faq", "disclosure", "collaps", "expansion", "question", "expand")
"""What the name of a fold begins with, behind the prefix that a library of components may give it."""
_NAME = pattern(
    r"(?:[a-z]{1,12}-)?(?:details|(?:accordion|faq|disclosure|collapse|collapsible|expansion-?panel)(?:[.-]?(?:item|section))?"
    r"|faq-?question|question|expandable|expander|expand)(?:[.-]?"
    r"(?:(?P<title>trigger|control|summary|button|header|heading|title|toggle)|(?P<text>content|panel|details|body|answer)))?"
)
_CARDS = frozenset({"card", "callout", "aside", "admonition", "spoiler", "dropdown", "toggle"})
"""Components that hold any text under a title; one whose title asks holds the answer."""

SUMMARY, PANEL = "summary", "panel"
_BRACKETED = pattern(
    r"\[(/?)(details)(?:=[ \t]*(?:\"([^\"\]\n]{1,300})\"[^\]\n]{0,60}|([^\"\]\n]{1,300})))?\]", re.IGNORECASE
)
_ITEM = pattern(r"(?:(?<![ \t])[ \t]++)?(?:[-*+]|[0-9]{1,3}[.)])[ \t]+")
_DEEPEST = 500


@dataclass(slots=True, eq=False, repr=False)
class Fold:
    """An element that can hold an answer: lines and columns (in its block's text) of its tags and its summary.

    `head` is what stands before its end on the line of that, `lead` what stands before its start, `trail` what stands after
    its end. Its text is what stands in its `panel`, where that is all it has beside its summary: from the end of the tag that
    opens it, `panel_start`, to the start of the one that closes it, `panel_stop`.
    """

    name: str
    line: int
    after: int
    title: str
    indent: int
    depth: int
    start: int
    summary_start: tuple[int, int] | None = None
    summary_end: tuple[int, int] | None = None
    stop: int = -1
    stop_start: int = 0
    stop_end: int = 0
    head: str = ""
    lead: str = ""
    trail: str = ""
    summary: str | None = None
    panel: tuple[int, int] | None = None
    panel_start: tuple[int, int] = (0, 0)
    panel_stop: tuple[int, int] | None = None
    panel_end: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        """Its summary, or the title that an attribute gives it."""
        return self.title if self.summary is None else self.summary


def folds(scan: Scan, most: int) -> tuple[list[Fold], dict[int, str]]:
    """The folds that are closed, in order; and the text of the lines their tags are on.

    Behind `most` with a title, once all are closed that are open there, no more are looked for.
    """
    with_title = 0
    stack: list[Fold] = []
    found: list[Fold] = []
    texts: dict[int, str] = {}
    opened: tuple[int, int] | None = None
    opening = (0, 0)
    for block in scan.blocks:
        text = block.text
        if block.kind not in {"html", "paragraph"} or not _has_tags(text):
            continue
        if with_title > most and not stack:
            break
        for offset, line in enumerate(text.split("\n")):
            number = block.start + offset
            if opened is None and not _has_tags(line):
                continue
            texts[number] = line
            for start, end, name, closes, title in _tags(line):
                inner = stack[-1] if stack else None
                if name == SUMMARY:
                    if not closes:
                        opened, opening = (number, end), (number, start)
                    else:
                        within = inner is not None and (inner.line, inner.start) < opening
                        if inner is not None and within and opened is not None and inner.summary is None:
                            inner.summary = _summary(texts, scan.lines, opened, (number, start))
                            inner.summary_start = opening
                            inner.summary_end = (number, end)
                        opened = None
                elif name == PANEL:
                    if inner is None:
                        continue
                    if closes:
                        inner.panel_stop, inner.panel_end = (number, start), (number, end)
                    elif inner.panel is None:
                        inner.panel, inner.panel_start = (number, start), (number, end)
                elif not closes:
                    indent = block.item.indent if block.item is not None else 0
                    if len(stack) < _DEEPEST:
                        stack.append(Fold(name, number, end, title, indent, len(stack), start))
                elif name not in _CARDS or any(fold.name == name for fold in stack):  # else nothing opened it
                    while stack:
                        fold = stack.pop()
                        if fold.name == name:
                            fold.stop, fold.stop_start, fold.stop_end = number, start, end
                            fold.head = line[:start]
                            _settle(fold, texts, scan.lines)
                            found.append(fold)
                            with_title += bool(fold.text.strip())
                            break
    found.sort(key=lambda fold: (fold.line, fold.depth))
    _beside(found, texts)
    return found, texts


def _settle(fold: Fold, texts: dict[int, str], lines: Sequence[str]) -> None:
    """Forget the panel of a fold that is closed where more than tags stands beside it."""
    if fold.panel is None or fold.panel_stop is None or fold.panel_stop < fold.panel_start:
        fold.panel = None
        return
    before = between(texts, lines, fold.summary_end or (fold.line, fold.after), fold.panel)
    behind = between(texts, lines, fold.panel_end, (fold.stop, fold.stop_start))
    if TAG_OR_SPACE.sub("", before) or TAG_OR_SPACE.sub("", behind):
        fold.panel = None


def _has_tags(text: str) -> bool:
    return "<" in text or "{%" in text or "[details" in text or "[/details" in text


def _beside(found: list[Fold], texts: dict[int, str]) -> None:
    """Find what stands on the lines of the folds' tags outside of them: between their tags and the ones next to those."""
    marks: dict[int, list[tuple[int, int, Fold, bool]]] = {}
    for fold in found:
        if not fold.text.strip():
            continue  # without a title it is text like any other
        marks.setdefault(fold.line, []).append((fold.start, fold.after, fold, False))
        marks.setdefault(fold.stop, []).append((fold.stop_start, fold.stop_end, fold, True))
    for number, places in marks.items():
        line = texts[number]
        places.sort(key=lambda place: place[:2])
        before = 0
        for index, (start, end, fold, closes) in enumerate(places):
            if not closes:
                fold.lead = line[before:start]
            elif index + 1 == len(places) or places[index + 1][3]:
                fold.trail = line[end : places[index + 1][0] if index + 1 < len(places) else len(line)]
            before = end


def _tags(line: str) -> Iterator[tuple[int, int, str, bool, str]]:
    """The tags of a line that matter, in order: start, end, name, whether it closes, the title in its attributes."""
    html = (
        (match.start(), match.end(), name, bool(match[1]), _title(match[3], asking=name in _CARDS))
        for match in _TAGS.finditer(line)
        if not match[4] and (name := _role(match[2].lower()))
    )
    if "{" in line:
        return iter(sorted([*html, *shortcodes.tags(line)]))
    return iter(sorted([*html, *_bracketed(line)])) if "[" in line else html


@lru_cache(256)
def _role(name: str) -> str:
    """What a tag of this name is: `SUMMARY`, `PANEL`, its own name for what folds, empty for anything else."""
    if name == SUMMARY or name in _CARDS:
        return name
    folding = name.startswith(_FOLDING) or name.partition("-")[2].startswith(_FOLDING)
    found = _NAME.fullmatch(name) if folding else None
    if found is None:
        return ""
    return SUMMARY if found["title"] else PANEL if found["text"] else name


def _bracketed(line: str) -> Iterator[tuple[int, int, str, bool, str]]:
    """The tags of Discourse on a line, as `_tags` has them."""
    for match in _BRACKETED.finditer(line):
        yield match.start(), match.end(), f"[{match[2].lower()}", bool(match[1]), (match[3] or match[4] or "").strip()


def _title(rest: str, *, asking: bool) -> str:
    """The title that the attributes of a tag give, if it asks or need not."""
    if "=" not in rest:
        return ""
    given = attributes(" " + rest)
    title = next((given[key] for key in shortcodes.TITLES if key != "name" and given.get(key)), "")
    return title if not asking or title.rstrip().endswith(ASKS) else ""


def between(texts: dict[int, str], lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places, each a line and a column of what `texts` has for it."""
    if start[0] == end[0]:
        return texts[start[0]][start[1] : end[1]]
    middle = [texts.get(number, lines[number]) for number in range(start[0] + 1, end[0])]
    return " ".join([texts[start[0]][start[1] :], *middle, texts[end[0]][: end[1]]])


def _summary(texts: dict[int, str], lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text of a summary on one line; a list in it goes on after commas."""
    if start[0] == end[0]:
        return texts[start[0]][start[1] : end[1]]
    text = texts[start[0]][start[1] :]
    listed = False
    for number in range(start[0] + 1, end[0] + 1):
        piece = texts[end[0]][: end[1]] if number == end[0] else texts.get(number, lines[number])
        item = _ITEM.match(lines[number]) is not None
        text += (", " if item and listed else " ") + (_ITEM.sub("", piece, count=1) if item else piece).strip()
        listed = item or (listed and not piece.strip())
    return text


def titled(found: list[Fold], texts: dict[int, str], lines: Sequence[str]) -> Iterator[Candidate]:
    """The folds that have a title, as candidates."""
    for fold in found:
        text = strip_label(" ".join(fold.text.split()))
        if not text:
            continue
        line, column = fold.summary_end or (fold.line, fold.after)
        stop, head = fold.stop, fold.head
        if fold.panel is not None and fold.panel_stop is not None:
            line, column = fold.panel_start
            stop, head = fold.panel_stop[0], texts[fold.panel_stop[0]][: fold.panel_stop[1]]
        tail = texts[line][column:]
        before = ""
        if fold.summary_start is not None:
            before = between(texts, lines, (fold.line, fold.after), fold.summary_start)
            before = before.strip() + " " if TAG_OR_SPACE.sub("", before) else ""
        if line == stop:
            tail, head = head[column:], ""
        yield Candidate(
            fold.line,
            line + 1,
            PSEUDO_LEVEL,
            "container",
            text,
            tail=(before + tail).strip(),
            stop=stop,
            head=head.strip(),
            indent=fold.indent,
            closing=fold.stop - stop + 1,
            beside=tuple(
                (number, text.strip())
                for number, text in ((fold.line, fold.lead), (fold.stop, fold.trail))
                if text and TAG_OR_SPACE.sub("", text)
            ),
        )
