"""MediaWiki's text to Markdown, line by line: headings, lists, definitions, code, links, tables; templates stay text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile

from faqtui.formats.anchors import in_wiki
from faqtui.formats.converted import Converted
from faqtui.formats.wiki.google_code import as_mediawiki, is_google_code
from faqtui.formats.wiki.wiki_html_lists import as_wiki
from faqtui.formats.wiki.wiki_inline import inline, spelled, without_comments
from faqtui.formats.wiki.wiki_templates import held
from faqtui.formats.writing import Writer
from faqtui.letters import ASKS
from faqtui.markdown.dialects.definitionlists import MOST_TERMS, joined

MAX_DEPTH = 12
"""List markers in front of a text."""

_RULE = re.compile(r"-{4,}[ \t]*$")
_HEADING = re.compile(r"(={1,6})(.+?)(={1,6})[ \t]*$")
_HTML_HEADING = re.compile(
    r"[ \t]*<h([1-6])\b[^<>]{0,200}>((?:[^<]|<(?!/?h[1-6]\b)){1,1000})</h\1>[ \t]*$", re.IGNORECASE
)
_REFERENCES = re.compile(
    r"[ \t]*(?:<references\b[^<>]{0,100}>|\{\{(?:reflist|references)[^{}]{0,100}\}\})[ \t]*$", re.IGNORECASE
)
"""Where a wiki shows its references, which stand in the text here."""

_LIST = re.compile(r"[*#:;]+")
_CODE_OPEN = re.compile(r"<(syntaxhighlight|source|pre|nowiki|code)\b([^<>]*)>", re.IGNORECASE)
_BLOCK_OF_CODE = re.compile(r"(?<=\S)[ \t]*<(syntaxhighlight|source|pre)\b([^<>]*)>", re.IGNORECASE)
_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']?([\w+#.-]+)")
_MAGIC = re.compile(r"__[A-Z]{2,20}__")
_SILENT = re.compile(
    r"\[\[(?:category|kategorie|catégorie|categoría|categoria|категория|分类|[a-z]{2,3}):[^\[\]|]*(?:\|[^\[\]]*)?\]\][ \t]*$",
    re.IGNORECASE,
)
_REDIRECT = re.compile(r"#redirect\b[ \t]*:?[ \t]*", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:translate|languages|noinclude|includeonly|onlyinclude|references|div|center|span|small|tvar)\b[^<>]*/?>",
    re.IGNORECASE,
)


def of_text(text: str) -> Converted:
    """A whole page."""
    text = without_comments(text)
    if is_google_code(text):
        text = as_mediawiki(text)
    written = [line.rstrip() for line in text.split("\n")]
    lines, places = as_wiki(written)
    page = _WikiPage(lines)
    if not _only_leads_on(page.lines):
        page.write()
    numbers = [places[number] for number in page.writer.numbers]
    return Converted("MediaWiki", page.writer.lines, numbers, anchors=in_wiki(written))


def _only_leads_on(lines: Sequence[str]) -> bool:
    """Whether a page has nothing but the name of another that is shown in its place."""
    said = [line for line in lines if line and not _SILENT.match(line)]
    return len(said) == 1 and _REDIRECT.match(said[0]) is not None and "[[" in said[0]


class _WikiPage:
    """One page being read."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.writer = Writer()
        self._ends: dict[str, list[int]] = {}
        self._held = held(lines)
        self._level = 1
        self._terms: set[int] = set()
        """The depths at which terms stand above, which indented lines define."""

    def write(self) -> None:
        """Write the page."""
        number = 0
        while number < len(self.lines):
            number = self._block(number)

    def _block(self, number: int) -> int:
        """Write what begins on this line; the number of the line after it."""
        raw = self.lines[number]
        if number in self._held:
            return self._template(number)
        code = _CODE_OPEN.match(raw.lstrip())
        if code and code[1].lower() != "nowiki" and (code[1].lower() != "code" or "lang" in code[2]):
            after = self._code(number, code, raw.lstrip())
            if after is not None:
                return after
        line = _MAGIC.sub("", _TAGS.sub("", raw)) if "_" in raw or "<" in raw else raw
        if not line.strip():
            self.writer.apart()
            return number + 1
        heading = _HEADING.match(line)
        written = _HTML_HEADING.match(line) if "<h" in line.lower() else None
        if written or (heading and heading[2].strip(" =")):
            if (last := self._references(number)) is not None:
                return last
            if written:
                self._level = int(written[1])
            elif heading:
                self._level = min(len(heading[1]), len(heading[3]))
            self.writer.heading(self._level, inline((written or heading or line)[2].strip()), number)
            return number + 1
        if line.startswith("{|"):
            return self._table(number)
        if _RULE.match(line):
            self.writer.apart()
            self.writer.put("---", number)
            self.writer.apart()
            return number + 1
        if _SILENT.match(line):
            return number + 1
        if line[0] in "*#:; ":
            self.lines[number] = line  # what stands before its first sign is not seen: it is read from there
        if line[0] in "*#:;" and not _REDIRECT.match(line):
            return self._list(number)
        if line[0] == " " and line.strip():
            return self._preformatted(number)
        return self._paragraph(number)

    def _template(self, number: int) -> int:
        """Write the question that a template has, and put its answer in its place; the number of the line to go on with."""
        template = self._held.pop(number)
        if template.question:
            self.writer.heading(min(self._level + 1, 6), inline(template.question), number)
        self.writer.apart()
        if template.answer == [""]:
            return template.last + 1
        for place in range(number, template.last + 1):
            offset = place - template.begun
            self.lines[place] = template.answer[offset] if 0 <= offset < len(template.answer) else ""
        return number

    def _references(self, number: int) -> int | None:
        """The line after the references that a heading has below it, and nothing else; None where it has."""
        below = [at for at in range(number + 1, min(len(self.lines), number + 8)) if self.lines[at]][:2]
        if not below or not _REFERENCES.match(self.lines[below[0]]):
            return None
        alone = len(below) < 2 or _HEADING.match(self.lines[below[1]]) or _SILENT.match(self.lines[below[1]])
        return below[0] + 1 if alone else None

    def _paragraph(self, number: int) -> int:
        lines: list[tuple[int, str]] = []
        while number < len(self.lines):
            raw = self.lines[number]
            if (
                not raw
                or number in self._held
                or (lines and (raw[0] in "*#:; " or raw.startswith("{|") or _HEADING.match(raw) or _RULE.match(raw)))
            ):
                break
            if lines and raw[:2].lower() == "<h" and _HTML_HEADING.match(raw):
                break
            code = _CODE_OPEN.match(raw)
            if lines and code and code[1].lower() in {"syntaxhighlight", "source", "pre"}:
                break
            text = _MAGIC.sub("", _TAGS.sub("", raw)) if "_" in raw or "<" in raw else raw
            if _SILENT.match(text):
                text = ""
            within = _BLOCK_OF_CODE.search(raw)
            if within and _goes_on(raw, within):
                lines.append((number, raw[: within.start()]))
                self._put(lines)
                after = self._code(number, within, raw)
                if after is not None:
                    return after
                lines = []
                text = raw[within.start() :]
            lines.append((number, _REDIRECT.sub("\u2192 ", text)))
            number += 1
        self._put(lines)
        return number

    def _put(self, lines: list[tuple[int, str]]) -> None:
        texts = inline("\n".join(text for _, text in lines)).split("\n")
        self.writer.inline([(place, text.strip()) for (place, _), text in zip(lines, texts, strict=True)])

    def _preformatted(self, number: int) -> int:
        first = number
        while number < len(self.lines) and self.lines[number][:1] == " ":
            number += 1
        block = self.lines[first:number]
        if any(_CODE_OPEN.search(line) for line in block):
            self.lines[first:number] = [line.strip() for line in block]
            return first
        self.writer.code("\n".join(spelled(line[1:]) for line in block), "", first)
        return number

    def _code(self, number: int, opening: re.Match[str], line: str) -> int | None:
        """A block of code; None where its tag is never closed."""
        name = opening[1].lower()
        closing = f"</{name}>"
        rest = line[opening.end() :]
        if opening[2].endswith("/"):
            return None
        last = number
        if closing not in rest.lower():
            found = self._closing(closing, number)
            if found is None:
                return None
            last = found
        lines = [rest, *self.lines[number + 1 : last + 1]]
        place = lines[-1].lower().find(closing)
        behind = lines[-1][place + len(closing) :].strip()
        lines[-1] = lines[-1][:place]
        if last == number and (behind or "inline" in opening[2]):
            return None  # within a line
        first = number
        while lines and not lines[0].strip():
            lines, first = lines[1:], first + 1
        while lines and not lines[-1].strip():
            lines.pop()
        language = _LANGUAGE.search(opening[2])
        text = "\n".join(lines)
        if text.startswith("<nowiki>") and text.endswith("</nowiki>"):
            text = text[8:-9]
        if text.strip():
            if name == "pre":
                text = "\n".join(map(spelled, text.split("\n")))
            self.writer.code(text, language[1] if language else "", first)
        if behind:
            self.writer.paragraph(inline(behind), last)
        return last + 1

    def _closing(self, closing: str, number: int) -> int | None:
        if closing not in self._ends:
            self._ends[closing] = [place for place, line in enumerate(self.lines) if closing in line.lower()]
        places = self._ends[closing]
        place = bisect_right(places, number)
        return places[place] if place < len(places) else None

    # Lists

    def _list(self, number: int) -> int:
        """Lines that begin with list markers, as lists inside one another."""
        self.writer.apart()
        counts: list[int] = []
        self._terms = set()
        before = ""
        with self.writer.tight(on=not self._defines(number)):
            while number < len(self.lines) and self.lines[number][:1] and self.lines[number][0] in "*#:;":
                line = self.lines[number]
                match = _LIST.match(line)
                markers = (match[0] if match else line[0])[:MAX_DEPTH]
                text = line[len(match[0]) if match else 1 :].strip()
                depth = len(markers)
                same = len(before) >= depth and before[:depth].replace(";", ":") == markers.replace(";", ":")
                counts = [*counts[:depth], *[0] * (depth - len(counts))]
                counts[depth - 1] = counts[depth - 1] + 1 if same else 1
                if markers[-1] == ";":
                    self._terms.add(depth)
                elif markers[-1] != ":":
                    self._terms.discard(depth)
                number = self._item(markers, counts, text, number)
                before = markers
        self.writer.apart()
        return number

    def _defines(self, number: int) -> bool:
        listed = takewhile(lambda line: line[:1] in {"*", "#", ":", ";"}, self.lines[number : number + 40])
        return any(line[0] in ";:" for line in listed)

    def _item(self, markers: str, counts: Sequence[int], text: str, number: int) -> int:
        around = [
            (" " * _width(sign, count), " " * _width(sign, count))
            for sign, count in zip(markers[:-1], counts, strict=False)
        ]
        sign = markers[-1]
        after = number + 1
        opening = _CODE_OPEN.match(text)
        write = partial(self.writer.paragraph, inline(text), number, wrapped=False)
        if opening and opening[1].lower() in {"syntaxhighlight", "source", "pre"}:
            found: list[int] = []

            def code() -> None:
                ended = self._code(number, opening, text)
                if ended is None:
                    self.writer.paragraph(inline(text), number, wrapped=False)
                else:
                    found.append(ended)

            self._within([*around, _marks(sign, counts[len(markers) - 1])], code)
            return found[0] if found else after
        if sign == ";":
            term, colon, said = _parted(text)
            terms, last = [term], number
            while not colon and (match := _LIST.match(self.lines[last + 1] if last + 1 < len(self.lines) else "")):
                if match[0] != markers or len(terms) >= MOST_TERMS:
                    break
                last += 1
                further, colon, said = _parted(self.lines[last][match.end() :].strip())
                terms.append(further)
            if colon or self._means(last + 1, markers):
                term, after = joined(terms), last + 1
                number = last if colon else number
            self.writer.apart()
            self._within(around, partial(self.writer.paragraph, inline(term), number, wrapped=False))
            if colon:
                write = partial(self.writer.paragraph, inline(said), number, wrapped=False)
                self._within([*around, (":   ", "    ")], write)
        elif sign == ":" and len(markers) not in self._terms:
            self._within(around, write)
        else:
            self._within([*around, _marks(sign, counts[len(markers) - 1])], write)
        return after

    def _means(self, number: int, markers: str) -> bool:
        """Whether a line is the meaning of the term above it."""
        return number < len(self.lines) and self.lines[number].startswith(f"{markers[:-1]}:")

    def _within(self, levels: Sequence[tuple[str, str]], write: Callable[[], None]) -> None:
        if not levels:
            write()
            return
        with self.writer.inside(*levels[0]):
            self._within(levels[1:], write)

    # Tables

    def _table(self, number: int) -> int:
        rows: list[tuple[int, list[str]]] = []
        head = False
        first = number
        number += 1
        while number < len(self.lines) and not self.lines[number].startswith("|}"):
            line = self.lines[number].strip()
            if line.startswith("|+"):
                self.writer.paragraph(f"**{inline(_content(line[2:]).strip())}**", number)
            elif line.startswith("|-"):
                rows.append((number, []))
            elif line[:1] in {"|", "!"} and line:
                if not rows:
                    rows.append((number, []))
                head = head or (line[0] == "!" and len(rows) == 1)
                parts = re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])
                if not rows[-1][1]:
                    rows[-1] = (number, [])
                rows[-1][1].extend(_content(part) for part in parts)
            elif line and rows and rows[-1][1]:
                rows[-1][1][-1] += f" {line.lstrip('*#: ')}" if line[0] not in "*#" else f"<br>{line}"
            elif line:
                self.writer.paragraph(inline(line), number)
            number += 1
        made = [
            (place, [inline(text.strip()) for text in cells]) for place, cells in rows if any(map(str.strip, cells))
        ]
        self.writer.table(made, head=head)
        return max(number + 1, first + 1)


def _goes_on(line: str, opening: re.Match[str]) -> bool:
    """Whether a block of code that begins in a line is not followed by more of that line."""
    _, closing, behind = line[opening.end() :].lower().partition(f"</{opening[1].lower()}>")
    return not closing or not behind.strip()


def _content(text: str) -> str:
    """A cell without its attributes."""
    before, bar, after = text.partition("|")
    return after if bar and "=" in before and not any(char in "[]{}" for char in before) else text


def _marks(sign: str, count: int) -> tuple[str, str]:
    if sign == "#":
        return f"{count}. ", " " * len(f"{count}. ")
    return ("- ", "  ") if sign == "*" else (":   ", "    ")


def _width(sign: str, count: int) -> int:
    return len(_marks(sign, max(count, 1))[1]) if sign in "*#" else 0 if sign == ":" else 4


def _parted(text: str) -> tuple[str, str, str]:
    """A term and its definition on one line, at the first colon that is no part of an address or a link."""
    depth = 0
    for place, char in enumerate(text[:2_000]):
        if char in "[{<":
            depth += 1
        elif char in "]}>":
            depth = max(0, depth - 1)
        elif (
            char == ":"
            and not depth
            and text[place + 1 : place + 3] != "//"
            and text[place - 1 : place] in {" ", "", *ASKS}
        ):
            return text[:place].strip(), ":", text[place + 1 :].strip()
    return text, "", ""
