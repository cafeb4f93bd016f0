"""AsciiDoc to Markdown, line by line: what FAQs use of the language.

Titles, lists, description lists and ``[qanda]``, delimited blocks, source blocks with callouts, admonitions, tables, block
macros, attributes (those that the page itself defines are put in). Comments and conditions are noise; includes are named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from faqtui.formats.adoc import adoc_lines, adoc_tables, adoc_titles
from faqtui.formats.adoc.adoc_inline import Attributes, inline
from faqtui.formats.adoc.adoc_lists import MAX_DEPTH, Lists
from faqtui.formats.anchors import in_adoc
from faqtui.formats.converted import Converted, Mark, cut
from faqtui.formats.labels import with_colons
from faqtui.formats.writing import Writer
from faqtui.letters import ASKS


def of_text(text: str) -> Converted:
    """A whole file."""
    page = _AdocPage(text.split("\n"))
    page.write()
    writer = page.writer
    converted = Converted("AsciiDoc", writer.lines, writer.numbers, anchors=page.anchors)
    if page.marks and len(page.marks) >= page.asking:
        converted.title, converted.asked, converted.texts = cut(writer.lines, writer.numbers, page.headings, page.marks)
    return converted


_AUTHOR = re.compile(r"[^<>=]{0,200}<[^\s<>@]{1,100}@[^\s<>@]{1,100}>|v?\d[\w.]*(?:,|$)|//")
"""An author or a revision below the title of a document, or a comment."""


class _AdocPage:
    """One document being read, line by line: each line is looked at a limited number of times."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = with_colons(adoc_titles.on_one_line([line.rstrip() for line in lines]))
        self._delimiters: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            if adoc_lines.DELIMITER.match(line):
                self._delimiters.setdefault(line, []).append(number)
        self.writer = Writer()
        self.attributes = Attributes()
        self.headings: list[tuple[int, int, str]] = []
        self.marks: list[Mark] = []
        self.asking = 0
        self.level = 1
        self._lists = Lists(self)
        self._summary: tuple[int, str] | None = None
        self.has_qanda = any(line.startswith("[qanda") for line in lines)
        self.attributes.titles.update(adoc_titles.named(self.lines))
        self.anchors = self.attributes.anchors = in_adoc(self.lines)

    def write(self) -> None:
        """Write the document: its header, then its blocks."""
        self._blocks(0, len(self.lines), 0)

    # Blocks

    def _blocks(self, number: int, stop: int, depth: int) -> None:
        given = ""  # what stands in brackets above the block
        title: tuple[int, str] | None = None
        header = depth == 0
        while number < stop:
            line = self.lines[number]
            if not line:
                number += 1
                header = header and not self.writer.lines
                continue
            if line.startswith("//") and not line.startswith("////"):
                number += 1
                continue
            attribute = adoc_lines.ATTRIBUTE.match(line)
            if attribute and line[1] != " ":
                number = self._attribute(attribute, number, stop)
                continue
            if adoc_lines.ANCHOR.match(line) or adoc_lines.CONDITION.match(line):
                condition = adoc_lines.CONDITION.match(line)
                if condition and condition[1] and not line.startswith("ifeval"):
                    self.writer.paragraph(self.inline(condition[1]), number)
                number += 1
                continue
            bracketed = adoc_lines.BLOCK_ATTRIBUTES.match(line)
            if bracketed:
                given = bracketed[1] if not given else f"{given},{bracketed[1]}"
                number += 1
                continue
            if line[0] == "." and len(line) > 1 and line[1] not in ". \t" and not adoc_lines.DELIMITER.match(line):
                title = (number, line[1:])
                number += 1
                continue
            heading = adoc_titles.TITLE.match(line)
            if heading and not (depth and len(heading[1]) < 2):
                number = self._heading(heading, number, header=header)
                header = False
                given, title = "", None
                continue
            if title is not None and "%collapsible" in given:
                self._summary, title = title, None
            elif title is not None:
                text = self.inline(title[1])
                self.writer.paragraph(text if "*" in text else f"**{text}**", title[0])
                title = None
            number = self.block(number, stop, given, depth)
            given = ""
            header = False
        if title is not None:
            self.writer.paragraph(self.inline(title[1]), title[0])

    def _attribute(self, match: re.Match[str], number: int, stop: int) -> int:
        value = match[2] or ""
        while value.endswith((" \\", " +")) and number + 1 < stop:
            number += 1
            value = f"{value[:-2]} {self.lines[number].strip()}"
        self.attributes.define(match[1], value)
        return number + 1

    def _heading(self, match: re.Match[str], number: int, *, header: bool) -> int:
        level = len(match[1])
        below = self._header(number + 1) if header and level == 1 else number + 1
        self.titled(level, self.inline(match[2]), number)
        return below

    def _header(self, number: int) -> int:
        """Read what stands right below the title of a document: attributes, which it may have in it, author and revision.

        Gives the number of the first line that is none of these.
        """
        while number < len(self.lines) and (line := self.lines[number]):
            attribute = adoc_lines.ATTRIBUTE.match(line)
            condition = adoc_lines.CONDITION.match(line)
            if attribute and line[1] != " ":
                number = self._attribute(attribute, number, len(self.lines))
            elif _AUTHOR.match(line) or (condition and not condition[1]):
                number += 1
            else:
                break
        return number

    def titled(self, level: int, text: str, number: int, *, asked: bool = False) -> None:
        self.writer.heading(level, text, number)
        self.headings.append((len(self.writer.lines) - 1, min(level, 6), " ".join(text.split())))
        if asked:
            self.marks.append(Mark(len(self.writer.lines) - 1))
        else:
            self.level = level
            self.asking += text.endswith(ASKS)

    def block(self, number: int, stop: int, given: str, depth: int) -> int:
        """Write the block that begins on this line; the number of the line after it."""
        line = self.lines[number]
        delimiter = adoc_lines.DELIMITER.match(line)
        if delimiter:
            return self._delimited(number, stop, delimiter[1], given, depth)
        macro = adoc_lines.MACRO.match(line)
        if macro:
            self._macro(macro, number)
            return number + 1
        if adoc_lines.BREAK.match(line):
            self.writer.apart()
            if line[0] != "<":
                self.writer.put("---", number)
            self.writer.apart()
            return number + 1
        if line[0] in " \t" and not adoc_lines.starts_list(line.strip()):
            return self._literal(number, stop)
        style = given.split(",", maxsplit=1)[0].strip().split("%")[0].split("#")[0].split(".")[0]
        if style in {"source", "listing", "literal"} or (given.startswith(",") and given.count(",") and style == ""):
            last = self._paragraph_end(number, stop)
            if style != "" or not adoc_lines.starts_list(line):
                self._code(number, last, given)
                return last
        if adoc_lines.starts_list(line.strip()):
            return self._lists.write(number, stop, given, depth)
        if line in {"+"}:
            return number + 1
        last = self._paragraph_end(number, stop)
        admonition = adoc_lines.ADMONITION.match(line)
        if admonition or style in adoc_lines.ADMONITIONS:
            kind = admonition[1] if admonition else style
            first = admonition[2] if admonition else line
            self._quoted(lambda: self._paragraph(number, last, first), f"[!{kind}]", number)
        elif style in {"quote", "verse", "abstract", "sidebar", "example"}:
            self._quoted(lambda: self._paragraph(number, last, line), "", number)
            self._attribution(given, last - 1)
        else:
            self._paragraph(number, last, line)
        return last

    def _paragraph_end(self, number: int, stop: int) -> int:
        last = number + 1
        while last < stop and self.lines[last]:
            line = self.lines[last]
            if (
                line == "+"
                or adoc_lines.DELIMITER.match(line)
                or adoc_lines.BLOCK_ATTRIBUTES.match(line)
                or adoc_lines.ANCHOR.match(line)
            ):
                break
            if (
                line.startswith("//")
                or adoc_lines.MACRO.match(line)
                or adoc_lines.CONDITION.match(line)
                or (line[0] == "=" and adoc_titles.TITLE.match(line))
            ):
                break
            last += 1
        return last

    def _paragraph(self, number: int, last: int, first: str) -> None:
        self.wrapped(list(enumerate([first, *self.lines[number + 1 : last]], number)))

    def wrapped(self, lines: list[tuple[int, str]], before: str = "") -> None:
        if lines:
            made = before + self.inline("\n".join(line for _, line in lines))
            self.writer.inline([(at, text.strip(" \t")) for (at, _), text in zip(lines, made.split("\n"), strict=True)])

    def _quoted(self, write: Callable[[], None], head: str, number: int) -> None:
        self.writer.apart()
        with self.writer.inside("> ", "> "):
            if head:
                self.writer.put(head, number)
                self.writer.together()
            write()
        self.writer.apart()

    def _attribution(self, given: str, number: int) -> None:
        said = [part.strip() for part in given.split(",")[1:] if part.strip() and "=" not in part]
        if said:
            self.writer.paragraph(f"\u2014 {self.inline(', '.join(said))}", number)

    def _literal(self, number: int, stop: int) -> int:
        last = number
        while last < stop and self.lines[last] and (self.lines[last][0] in " \t"):
            last += 1
        lines = self.lines[number:last]
        indent = min(len(line) - len(line.lstrip(" \t")) for line in lines)
        self.writer.code("\n".join(line[indent:] for line in lines), "", number)
        return last

    def _delimited(self, number: int, stop: int, mark: str, given: str, depth: int) -> int:
        fence = mark[:3] == "```"
        last = self._closing("```" if fence else mark, number, stop)
        if last is None:
            self._paragraph(number, number + 1, self.lines[number])
            return number + 1
        inside = (number + 1, last)
        style = re.split(r"[,%#.]", given)[0].strip()
        after = min(last + 1, stop)
        sign = mark[0]
        if sign == "/":
            return after
        if (
            fence
            or (sign in "-." and mark != "--")
            or style in {"source", "listing", "literal", "stem", "latexmath", "plantuml"}
        ):
            self._code(*inside, f"source,{mark[3:].strip()}" if fence else given, fenced=1)
        elif mark[1:4] == "===" and sign in "|,:!":
            self._table(*inside, given, sign)
        elif sign == "+":
            from faqtui.formats.html.html_blocks import of_fragment  # few files pass HTML through

            self.writer.apart()
            for made in of_fragment("\n".join(self.lines[inside[0] : inside[1]])):
                self.writer.put(made, inside[0])
            self.writer.apart()
        elif depth >= MAX_DEPTH:
            for at in range(*inside):
                self.writer.paragraph(self.inline(self.lines[at]), at)
        elif style in adoc_lines.ADMONITIONS:
            self._quoted(lambda: self._blocks(*inside, depth + 1), f"[!{style}]", number)
        elif sign == "_":
            self._quoted(lambda: self._blocks(*inside, depth + 1), "", number)
            self._attribution(given, last)
        elif "%collapsible" in given and self._summary is not None and self._asks_by_itself(depth):
            at, title = self._summary
            self._summary = None
            self.titled(min(self.level + 1, 6), self.inline(title), at, asked=True)
            self._blocks(*inside, depth + 1)
            self.marks[-1].stop = len(self.writer.lines)
        elif "%collapsible" in given:
            self.writer.apart()
            self.writer.put("<details>", number)
            if self._summary is not None:
                self.writer.put(f"<summary>{self.inline(self._summary[1])}</summary>", self._summary[0])
                self._summary = None
            self.writer.apart()
            self._blocks(*inside, depth + 1)
            self.writer.apart()
            self.writer.put("</details>", last)
            self.writer.apart()
        else:
            self._blocks(*inside, depth + 1)
        return after

    def _asks_by_itself(self, depth: int) -> bool:
        """Whether a fold is a question beside those of a ``[qanda]`` list: one that asks, and stands in no other block."""
        title = self._summary[1] if self._summary is not None else ""
        return self.has_qanda and not depth and title.rstrip().endswith(ASKS)

    def _closing(self, mark: str, number: int, stop: int) -> int | None:
        """The next line of this delimiter; None where a block that it opens is never closed."""
        places = self._delimiters.get(mark, [])
        place = bisect_right(places, number)
        return places[place] if place < len(places) and places[place] < stop else None

    def _code(self, number: int, last: int, given: str, *, fenced: int = 0) -> None:
        parts = [part.strip() for part in given.split(",")]
        language = next((p.partition("=")[2] for p in parts if p.startswith(("lang=", "language="))), "").strip("\"'")
        if not language and len(parts) > 1 and "=" not in parts[1] and parts[0].split("%")[0] in {"source", ""}:
            language = parts[1].split("%")[0]
        lines = self.lines[number:last]
        while lines and not lines[0]:
            lines, number = lines[1:], number + 1
        text = "\n".join(lines).rstrip("\n")
        if text.strip():
            self.writer.code(
                adoc_lines.CALLOUT_IN_CODE.sub("", text) if "<" in text and self._has_callouts(last) else text,
                language,
                number,
                fenced=fenced,
            )

    def _has_callouts(self, last: int) -> bool:
        """Whether the list below a block explains its callouts: then their marks in the code are no code."""
        return any(adoc_lines.CALLOUT.match(line) for line in self.lines[last : last + 4])

    def _macro(self, match: re.Match[str], number: int) -> None:
        kind, target, said = match[1], self.attributes.put_in(match[2]), match[3]
        if kind == "image":
            alt = said.split(",")[0].strip().strip('"')
            from faqtui.formats.writing import image

            self.writer.paragraph(image(alt if "=" not in alt else "", target), number)
        elif kind in {"video", "audio", "link", "include"}:
            from faqtui.formats.writing import link

            said = "" if kind == "include" or "=" in said else said.split(",")[0]
            self.writer.paragraph(link(self.inline(said or target), target), number)

    def _table(self, number: int, last: int, given: str, sign: str) -> None:
        table = adoc_tables.read(self.lines[number:last], number, given, sign)
        for at, text in table.above:
            self.wrapped([(at, text)])
        if table.rows:
            self.writer.table(
                [(row[0][0], [self.inline(" ".join(adoc_lines.shown(text))) for _, text in row]) for row in table.rows],
                head=table.head
                or (number + 1 < len(self.lines) and bool(self.lines[number]) and not self.lines[number + 1]),
            )

    def inline(self, text: str) -> str:
        return inline(text, self.attributes)
