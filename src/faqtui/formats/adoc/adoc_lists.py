"""Lists of AsciiDoc with all that belongs to their items: lines, descriptions, and the blocks that ``+`` joins to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from faqtui.formats.adoc import adoc_lines, adoc_titles
from faqtui.formats.converted import Mark
from faqtui.formats.writing import Writer
from faqtui.letters import ASKS
from faqtui.markdown.dialects.definitionlists import MOST_TERMS, joined

FEW = 40
"""Lines of a list by which it is judged whether its items are short."""

_ASKED = tuple(f"{mark}:" for mark in ASKS)
_START = re.compile(r"\bstart=[\"']?(\d{1,8})\b")

MAX_DEPTH = 12
"""Blocks inside one another; AsciiDoc has no need of more than three."""


def _is_silent(line: str) -> bool:
    """Whether a line in a paragraph is a comment, or what decides whether others are shown."""
    return (line[:2] == "//" and line[:4] != "////") or adoc_lines.CONDITION.match(line) is not None


class ListedPage(Protocol):
    """What a list asks of the page that it is on."""

    lines: list[str]
    writer: Writer
    level: int
    marks: list[Mark]
    has_qanda: bool

    def block(self, number: int, stop: int, given: str, depth: int) -> int:
        """Write the block that begins on this line; the number of the line after it."""

    def titled(self, level: int, text: str, number: int, *, asked: bool = False) -> None:
        """Write a title, which is a question where it is `asked`."""

    def wrapped(self, lines: list[tuple[int, str]], before: str = "") -> None:
        """Write the numbered lines of a text, with this in front of it."""

    def inline(self, text: str) -> str:
        """Inline markup as Markdown."""


class Lists:
    """Writes the lists of one page; those in others are in these when they are met."""

    def __init__(self, page: ListedPage) -> None:
        self._page = page
        self._widths: list[int] = []  # of the markers of the lists that are open
        self._counts: list[int] = []
        self._around: frozenset[str] = frozenset()  # the markers of the lists that this one stands in

    def write(self, number: int, stop: int, given: str, depth: int) -> int:
        """A list with all that belongs to it; the number of the line after it."""
        writer = self._page.writer
        style = given.split(",", maxsplit=1)[0].strip()
        qanda = style == "qanda" or (not style and not depth and self._asks_beside(number))
        open_: list[str] = []  # the markers of the lists that are open
        around = self._around
        widths, counts = self._widths, self._counts
        start = _START.search(given)
        self._widths, self._counts = [], [int(start[1]) - 1] if start else []
        writer.apart()
        ahead = [line.strip() for line in self._page.lines[number : min(stop, number + FEW)]]
        tight = "+" not in ahead and not any(map(adoc_lines.is_description, ahead))
        last = self._last_question(number, stop) if qanda else 0
        written = False
        asked = len(self._page.marks)  # the place of the question whose answer is being written
        while number < stop:
            line = self._page.lines[number].strip()
            if not line:
                following = self._next(number, stop)
                if following is None or not adoc_lines.starts_list(self._page.lines[following].strip()):
                    if not written or following is None or following >= last:
                        break
                    number = self._page.block(
                        following, stop, "", min(depth + 1, MAX_DEPTH)
                    )  # it belongs to the answer
                    if asked < len(self._page.marks):
                        self._page.marks[asked].stop = len(writer.lines)
                    continue
                number = following
                continue
            if line.startswith("//") and not line.startswith("////"):
                number += 1
                continue
            if adoc_lines.BLOCK_ATTRIBUTES.match(line):
                following = self._next(number, stop)
                if (
                    following is None
                    or not adoc_lines.starts_list(self._page.lines[following].strip())
                    or "qanda" in line
                ):
                    break
                number += 1
                continue
            marker, text, term = adoc_lines.item(line)
            if not marker or (term and written and marker not in open_ and marker in self._around):
                break  # it is the next term of the list around this one
            if marker in open_:
                del open_[open_.index(marker) + 1 :]
            elif len(open_) < MAX_DEPTH:
                open_.append(marker)
            level = open_.index(marker) if marker in open_ else len(open_) - 1
            self._counts[level + 1 :] = []
            self._counts += [0] * (level + 1 - len(self._counts))
            if not term and not self._counts[level] and line[0].isdigit():
                self._counts[level] = int(line.partition(".")[0]) - 1
            asks = qanda and bool(term) and not level
            if asks:
                asked = len(self._page.marks)
            self._around = around.union(open_)
            with writer.tight(on=tight):
                number = self._put_item(number, stop, level, (marker, text, term), depth, qanda=qanda)
            if asked < len(self._page.marks):
                self._page.marks[asked].stop = len(writer.lines)  # with the lists that its answer has
            written = True
        writer.apart()
        self._widths, self._counts, self._around = widths, counts, around
        return number if written else number + 1

    def _asks_beside(self, number: int) -> bool:
        """Whether the first term of a list asks, as those of others on the page do, which are marked as questions."""
        return self._page.has_qanda and adoc_lines.item(self._page.lines[number].strip())[2].endswith(ASKS)

    def _last_question(self, number: int, stop: int) -> int:
        """The line of the last term that asks before the next title or list of questions."""
        last = number
        for at in range(number, stop):
            line = self._page.lines[at]
            if line and (adoc_titles.TITLE.match(line) or line.startswith("[qanda")):
                break
            if any(map(line.__contains__, _ASKED)) and line[0] not in " \t" and adoc_lines.is_description(line):
                last = at
        return last

    def _next(self, number: int, stop: int) -> int | None:
        """The next line that is not blank, a few lines further down at the most."""
        for at in range(number + 1, min(stop, number + 6)):
            if self._page.lines[at]:
                return at
        return None

    def _put_item(
        self, number: int, stop: int, level: int, item: tuple[str, str, str], depth: int, *, qanda: bool
    ) -> int:
        marker, text, term = item
        writer = self._page.writer
        begun = number
        if term and not text:
            number, text, term = self._terms(number, stop, marker, term)
        if term and qanda and not level:
            self._page.titled(min(self._page.level + 1, 6), self._page.inline(term), begun, asked=True)
            self._widths[level:] = [0]
            return self._content(number, stop, text, depth)
        if term:
            writer.apart()
            writer.paragraph(self._page.inline(term), begun)
            begun = number
            sign, rest = ":   ", "    "
        else:
            self._counts[level] += 1
            sign = "- " if marker[0] in "*-" else f"{self._counts[level]}. "
            rest = " " * len(sign)
        self._widths[level:] = [len(rest)]
        before = [(" " * width, " " * width) for width in self._widths[:level]]
        return self._within([*before, (sign, rest)], lambda: self._content(begun, stop, text, depth))

    def _terms(self, number: int, stop: int, marker: str, term: str) -> tuple[int, str, str]:
        """The line of the last of the terms that are described together, what stands behind it, and all of them as one."""
        terms, text, last = [term], "", number
        while not text and len(terms) <= MOST_TERMS and (following := self._next(last, stop)) is not None:
            line = self._page.lines[following]
            sign, said, another = adoc_lines.item(line.strip())
            if not another or sign != marker:
                if line != "+" and adoc_lines.ends_item(line) and not adoc_lines.starts_list(line.strip()):
                    break  # nothing describes them
                return last, text, joined(terms)
            last, text = following, said
            terms.append(another)
        return (last, text, joined(terms)) if text else (number, "", term)

    def _within(self, levels: list[tuple[str, str]], write: Callable[[], int]) -> int:
        if not levels:
            return write()
        with self._page.writer.inside(*levels[0]):
            return self._within(levels[1:], write)

    def _content(self, number: int, stop: int, text: str, depth: int) -> int:
        """The text of an item, and the blocks that ``+`` joins to it; the number of the line after them."""
        last = self._end_of_text(number + 1, stop, asked=text.rstrip(" +").endswith(ASKS))
        if not text:
            if last == number + 1:
                following = self._next(number, stop)
                if following is not None and not adoc_lines.ends_item(self._page.lines[following]):
                    number = following - 1
                    last = self._end_of_text(following, stop)
            self._page.wrapped(self._said(number + 1, last))
        else:
            check = adoc_lines.CHECK.match(text)
            box = f"[{'x' if check[1] != ' ' else ' '}] " if check else ""
            text = text[check.end() :] if check else text
            self._page.wrapped([(number, text), *self._said(number + 1, last)], box)
        while last < stop and self._page.lines[last] == "+":
            given = ""
            last += 1
            while last < stop and (
                adoc_lines.BLOCK_ATTRIBUTES.match(self._page.lines[last])
                or re.match(r"\.[^. \t]", self._page.lines[last])
            ):
                if self._page.lines[last][0] == ".":
                    self._page.writer.paragraph(f"**{self._page.inline(self._page.lines[last][1:])}**", last)
                else:
                    given = self._page.lines[last][1:-1]
                last += 1
            if last < stop and self._page.lines[last]:
                last = self._page.block(last, self._end_of_block(last, stop), given, min(depth + 1, MAX_DEPTH))
        return last

    def _end_of_text(self, number: int, stop: int, *, asked: bool = False) -> int:
        """The line before which the paragraph of an item ends, of which this is the next line, below what `asked`."""
        lines, last = self._page.lines, number
        if asked and last < stop and adoc_lines.answers(lines[last], lines[last + 1 : min(stop, last + FEW)]):
            last += 1
        while last < stop and (line := lines[last]) and (_is_silent(line) or not adoc_lines.ends_item(line)):
            last += 1
        return last

    def _said(self, number: int, stop: int) -> list[tuple[int, str]]:
        """The lines of a paragraph that say something."""
        return [
            (at, line.strip()) for at, line in enumerate(self._page.lines[number:stop], number) if not _is_silent(line)
        ]

    def _end_of_block(self, number: int, stop: int) -> int:
        """The line before which a paragraph that ``+`` joins to an item ends: the next item or ``+``; of other blocks `stop`."""
        lines = self._page.lines
        if adoc_lines.ends_item(lines[number]) or adoc_lines.MACRO.match(lines[number]):
            return stop
        end = number + 1
        while end < stop and lines[end] not in {"", "+"} and not adoc_lines.starts_list(lines[end].strip()):
            end += 1
        return end
