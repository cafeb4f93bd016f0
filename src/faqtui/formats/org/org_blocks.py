"""Org to Markdown, line by line: headings, lists, blocks, tables, links. Properties, settings and schedules are noise."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from faqtui.formats.anchors import in_org
from faqtui.formats.converted import Converted
from faqtui.formats.labels import with_colons
from faqtui.formats.org.org_inline import inline
from faqtui.formats.writing import Writer

MAX_DEPTH = 12
"""Lists and blocks inside one another."""

_HEADING = re.compile(r"(\*{1,40})[ \t]+(?P<text>\S.*)$")
_STATES = ("TODO", "DONE", "NEXT", "WAITING", "CANCELLED", "CANCELED", "HOLD")
_OWN_STATES = re.compile(r"#\+(?:seq_|typ_)?todo:[ \t]*(.*)$", re.IGNORECASE)
"""A line that names the states of headings: ``#+TODO: DRAFT(d) | DONE``."""

_PRIORITY = re.compile(r"\[#[A-Z]\][ \t]*")
_TAGS = re.compile(r"(?<![ \t])[ \t]+:[\w@#%:]+:$")
_KEYWORD = re.compile(r"#\+(\w[\w-]*)(?:\[[^\]]*\])?:[ \t]*(.*)$")
_BEGIN = re.compile(r"#\+begin_(\w+)[ \t]*(.*)$", re.IGNORECASE)
_DRAWER = re.compile(r":([\w-]+):$")
_RULE = re.compile(r"-{5,}$")
_ITEM = re.compile(r"([ \t]*)(?:([-+])|(\d{1,9}|[a-zA-Z])[.)]|(?<=[ \t])(\*))(?:[ \t]+(.*))?$")
_COUNTER = re.compile(r"\[@\d+\][ \t]*")
_ID_LINK = re.compile(r"\[\[id:([^\[\]\s]{1,100})\](\[[^\[\]\n]{1,500}\])?\]")
_PROPERTIES = 20
"""Lines above an id in which its heading stands."""

_PLANNING = re.compile(r"(?:(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[][^<>\[\]]*[>\]][ \t]*)+$")
_FOOTNOTE = re.compile(r"\[fn:([\w-]+)\][ \t]+(\S.*)$")
_SILENT = frozenset({"comment", "ditaa"})
_QUOTES = frozenset({"quote", "verse", "abstract", "center"})
_CODE = frozenset({"src", "example", "export", "latex", "html", "ascii"})
_SAID = frozenset({"title", "subtitle", "caption"})


def of_text(text: str) -> Converted:
    """A whole file."""
    lines = with_colons([line.rstrip() for line in text.split("\n")])
    anchors = in_org(lines)
    page = _OrgPage([_by_title(line, anchors, lines) if "[[id:" in line else line for line in lines])
    page.blocks(0, len(page.lines), 0)
    return Converted("Org", page.writer.lines, page.writer.numbers, anchors=anchors)


def _by_title(line: str, anchors: Mapping[str, int], lines: Sequence[str]) -> str:
    """A line whose links to headings of the file by their ids are such by names, and say the title where they say nothing."""

    def named(found: re.Match[str]) -> str:
        if found[1] not in anchors:
            return found[0]
        above = range(anchors[found[1]], max(-1, anchors[found[1]] - _PROPERTIES), -1)
        title = next((heading["text"] for at in above if (heading := _HEADING.match(lines[at]))), "")
        return (
            f"[[#{found[1]}]" + (found[2] or (f"[{_TAGS.sub('', title)}]" if title and "[" not in title else "")) + "]"
        )

    return _ID_LINK.sub(named, line)


def _state(lines: list[str]) -> re.Pattern[str]:
    """What a heading begins with that has a state: of the usual ones, or of those that the file names."""
    own = [match[1] for line in lines if line.startswith("#+") and (match := _OWN_STATES.match(line))]
    words = [word.partition("(")[0] for given in own for word in given.split() if word != "|"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, (*_STATES, *filter(None, words))))})(?:[ \t]+(?=\S)|$)")


class _OrgPage:
    """One document being read."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.writer = Writer()
        self._ends: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            lowered = line.strip().lower()
            if lowered.startswith("#+end_") or lowered == ":end:":
                self._ends.setdefault(lowered.split(" ")[0], []).append(number)
        self._state = _state(lines)
        # A title makes all headings stand one level below it.
        self.below = int(any(line.lower().startswith("#+title:") for line in lines[:60]))

    def _end(self, name: str, number: int, stop: int) -> int | None:
        places = self._ends.get(name, [])
        place = bisect_right(places, number)
        return places[place] if place < len(places) and places[place] < stop else None

    def blocks(self, number: int, stop: int, depth: int) -> None:
        """Write the lines from `number` to before `stop`."""
        while number < stop:
            number = max(self._block(number, stop, depth), number + 1)

    def _block(self, number: int, stop: int, depth: int) -> int:
        """Write what begins on this line; the number of the line after it."""
        line = self.lines[number]
        stripped = line.strip()
        if not stripped:
            self.writer.apart()
            return number + 1
        heading = _HEADING.match(line)
        if heading and not depth:
            if heading["text"].startswith("COMMENT ") or heading["text"].endswith(":noexport:"):
                return self._below(number, len(heading[1]))
            if heading["text"] == "Footnotes" and self._are_footnotes(number + 1):
                return number + 1
            text = _TAGS.sub("", _PRIORITY.sub("", self._state.sub("", heading["text"])))
            self.writer.heading(len(heading[1]) + self.below, inline(text), number)
            return number + 1
        begin = _BEGIN.match(stripped)
        if begin:
            last = self._end(f"#+end_{begin[1].lower()}", number, stop)
            if last is not None:
                self._delimited(number, last, begin[1].lower(), begin[2], depth)
                return last + 1
        keyword = _KEYWORD.match(stripped)
        if keyword:
            self._keyword(keyword[1].lower(), keyword[2], number)
            return number + 1
        drawer = _DRAWER.match(stripped)
        if drawer and not begin:
            last = self._end(":end:", number, min(stop, number + 500))
            if last is not None and not any(_HEADING.match(at) for at in self.lines[number:last]):
                if drawer[1].upper() not in {"PROPERTIES", "LOGBOOK"}:
                    self.blocks(number + 1, last, depth)
                return last + 1
        if stripped == "#" or stripped.startswith("# ") or _PLANNING.match(stripped):
            return number + 1
        if _RULE.match(stripped):
            self.writer.apart()
            self.writer.put("---", number)
            self.writer.apart()
            return number + 1
        if stripped == ":" or stripped.startswith(": "):
            return self._fixed(number, stop)
        if stripped[0] == "|":
            return self._table(number, stop)
        footnote = _FOOTNOTE.match(line)
        if footnote:
            with self.writer.inside(f"[^{footnote[1]}]: ", "    "):
                return self._paragraph(number, stop, footnote[2])
        if _ITEM.match(line) and depth < MAX_DEPTH:
            return self._list(number, stop, depth)
        return self._paragraph(number, stop, stripped)

    def _below(self, number: int, level: int) -> int:
        """The line after all that stands below the heading on this line."""
        number += 1
        while number < len(self.lines) and not (
            self.lines[number][:1] == "*"
            and (heading := _HEADING.match(self.lines[number]))
            and len(heading[1]) <= level
        ):
            number += 1
        return number

    def _are_footnotes(self, number: int) -> bool:
        """Whether what begins below a heading is footnotes, which stand below what they belong to."""
        first = next((line for line in self.lines[number : number + 5] if line), "")
        return _FOOTNOTE.match(first) is not None

    def _keyword(self, name: str, value: str, number: int) -> None:
        if name == "title":
            self.writer.heading(1, inline(value), number)
        elif name in _SAID and value.strip():
            self.writer.paragraph(f"*{inline(value.strip())}*", number)

    def _delimited(self, number: int, last: int, name: str, given: str, depth: int) -> None:
        if name in _SILENT:
            return
        if name in _CODE:
            language = given.split(" ", maxsplit=1)[0] if name == "src" else ""
            lines = self.lines[number + 1 : last]
            if name == "export" and given.strip().lower().startswith("html"):
                from faqtui.formats.html.html_blocks import of_fragment  # few files pass HTML through

                self.writer.apart()
                for made in of_fragment("\n".join(lines)):
                    self.writer.put(made, number + 1)
                self.writer.apart()
                return
            indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line), default=0)
            # A comma keeps Org from taking a line of code for a heading or a setting.
            bare = [re.sub(r"^([ \t]*),(?=[*,]|#\+)", r"\1", line[indent:]) for line in lines]
            first = number + 1
            while bare and not bare[0]:
                bare, first = bare[1:], first + 1
            if any(bare):
                self.writer.code("\n".join(bare).rstrip("\n"), language, first, fenced=1 if first == number + 1 else 0)
            return
        if depth >= MAX_DEPTH:
            for at in range(number + 1, last):
                self.writer.paragraph(inline(self.lines[at]), at)
            return
        self.writer.apart()
        if name == "details":
            self.writer.put("<details>", number)
            if given.strip():
                self.writer.put(f"<summary>{inline(given.strip())}</summary>", number)
            self.writer.apart()
            self.blocks(number + 1, last, depth + 1)
            self.writer.apart()
            self.writer.put("</details>", last)
        elif name == "summary":
            said = " ".join(inline("\n".join(self.lines[number + 1 : last])).split())
            self.writer.put(f"<summary>{said}</summary>", number + 1)
        elif name in _QUOTES:
            with self.writer.inside("> ", "> "):
                self.blocks(number + 1, last, depth + 1)
        elif name in {"note", "tip", "important", "warning", "caution", "info", "danger"}:
            kind = {"info": "note", "danger": "caution"}.get(name, name).upper()
            with self.writer.inside("> ", "> "):
                self.writer.put(f"[!{kind}]", number)
                self.writer.together()
                self.blocks(number + 1, last, depth + 1)
        else:
            self.blocks(number + 1, last, depth + 1)
        self.writer.apart()

    def _fixed(self, number: int, stop: int) -> int:
        first = number
        lines: list[str] = []
        while number < stop and (self.lines[number].strip() == ":" or self.lines[number].lstrip().startswith(": ")):
            lines.append(self.lines[number].lstrip()[2:])
            number += 1
        self.writer.code("\n".join(lines), "", first)
        return number

    def _table(self, number: int, stop: int) -> int:
        rows: list[tuple[int, list[str]]] = []
        head = False
        while number < stop and self.lines[number].lstrip()[:1] == "|":
            line = self.lines[number].strip()
            if re.match(r"\|[-+|]*$", line):
                head = head or len(rows) == 1
            else:
                cells = line[1:].removesuffix("|").split("|")
                rows.append((number, [inline(cell.strip()) for cell in cells]))
            number += 1
        self.writer.table(rows, head=head)
        return number

    def _paragraph(self, number: int, stop: int, first: str) -> int:
        lines = [(number, first)]
        number += 1
        while number < stop and self._goes_on(self.lines[number]):
            lines.append((number, self.lines[number].strip()))
            number += 1
        texts = inline("\n".join(text for _, text in lines)).split("\n")
        self.writer.inline([(place, text.strip()) for (place, _), text in zip(lines, texts, strict=True)])
        return number

    def _goes_on(self, line: str) -> bool:
        """Whether a line goes on with the paragraph above."""
        stripped = line.strip()
        if not stripped or _HEADING.match(line) or stripped.startswith(("#+", ": ", "|")) or _DRAWER.match(stripped):
            return False
        return not (_ITEM.match(line) or _FOOTNOTE.match(line) or _RULE.match(stripped) or stripped.startswith("# "))

    # Lists

    def _list(self, number: int, stop: int, depth: int) -> int:
        """A list: items of one indentation, each with the lines that are indented more."""
        match = _ITEM.match(self.lines[number])
        indent = _width(match[1]) if match else 0
        count = 0
        blank = 0
        self.writer.apart()
        with self.writer.tight(on=self._is_short(number, stop)):
            while number < stop:
                line = self.lines[number]
                if not line.strip():
                    blank += 1
                    if blank > 1:
                        break
                    number += 1
                    continue
                match = _ITEM.match(line)
                if match is None or _width(match[1]) != indent or (blank and not self._is_item_again(number, indent)):
                    break
                blank = 0
                count += match[3] is not None
                number = self._item(number, stop, match, count, depth)
        self.writer.apart()
        return number

    def _is_item_again(self, number: int, indent: int) -> bool:
        match = _ITEM.match(self.lines[number])
        return match is not None and _width(match[1]) == indent

    def _is_short(self, number: int, stop: int) -> bool:
        """Whether no blank line and no term is in a list, as far as its first lines tell."""
        for at in range(number, min(stop, number + 60)):
            line = self.lines[at]
            if not line.strip():
                following = self.lines[at + 1] if at + 1 < stop else ""
                return not (following[:1] in {" ", "\t"} or _ITEM.match(following))
            if " ::" in line or line.lstrip().startswith(("#+", "|")):
                return False
        return True

    def _item(self, number: int, stop: int, match: re.Match[str], count: int, depth: int) -> int:
        indent = _width(match[1])
        last = number + 1
        blank = 0
        while last < stop:
            line = self.lines[last]
            if not line.strip():
                blank += 1
                if blank > 1:
                    break
            elif _width(line[: len(line) - len(line.lstrip(" \t"))]) <= indent:
                break
            else:
                blank = 0
            last += 1
        text = _COUNTER.sub("", match[5] or "")
        sign = f"{count}. " if match[3] else "- "
        term, colons, said = f"{text} ".partition(" :: ")
        if colons and term.strip() and not match[3]:
            self.writer.apart()
            self.writer.paragraph(inline(term.strip()), number)
            text, sign = said.strip(), ":   "
        with self.writer.inside(sign, " " * len(sign)):
            self._content(number, last, text, depth)
        return last

    def _content(self, number: int, last: int, text: str, depth: int) -> None:
        first = number + 1
        if text:
            first = self._paragraph(number, last, text)
        self.blocks(first, last, depth + 1)


def _width(space: str) -> int:
    return len(space.expandtabs(8))
