"""Finding text in a layout, and the source of what is selected in it: both go by the source ranges of its runs.

Lines break where the width wants it, so neither may look at lines alone: a phrase is found across a line break, and
what is copied has no breaks that the author did not write.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from faqtui.letters import Compared, Joined, exact, fold
from faqtui.model import MadeOnAccess
from faqtui.records import NamedTuple
from faqtui.render.layout import Layout
from faqtui.render.wrap import Run


class Part(NamedTuple):
    """A part of a match: a line of the layout, and where in the line's text it begins and ends (code points)."""

    line_index: int
    start: int
    end: int


class Match(NamedTuple):
    """Something found: usually one part, more where it goes over a line break."""

    parts: tuple[Part, ...]

    @property
    def line_index(self) -> int:
        """The line on which it begins."""
        return self.parts[0].line_index


class Piece(NamedTuple):
    """A run of the layout with its place: what finding and selecting work on."""

    source: tuple[int, int]
    line_index: int
    column: int
    run: Run


class _Stretch(NamedTuple):
    """Text of a line from a column on, of runs that stand side by side there and in the source."""

    start: int
    end: int
    line_index: int
    column: int
    text: str


class Finder:
    """Searches one layout, all of which it lays out; made once and asked often."""

    def __init__(self, layout: Layout) -> None:
        layout.finish()
        # Targets of links stand elsewhere than in the sentence, and would part its words.
        flow = sorted(_stretches(layout, urls=False), key=_SOURCE)
        targets = list(_stretches(layout, urls=True)) if layout.blocks.links else []
        self._flows = (_Flow(flow, layout.markdown), _Flow(targets, layout.markdown))

    def find(self, needle: str, *, ignore_case: bool = False) -> Found:
        """Every place where `needle` is shown, in the order of the lines, also across them and in code that is out of view.

        White space in it matches any; columns are those of `whole_line`.
        """
        wanted = " ".join(needle.split())
        wanted = fold(wanted) if ignore_case else exact(wanted)
        if not wanted:
            return Found(self._flows, [])
        # The header of a stacked table is shown in each of its rows, and found in each.
        places = [
            (line, column, number, offset, end)
            for number, flow in enumerate(self._flows)
            for line, column, offset, end in flow.find(wanted, ignore_case)
        ]
        places.sort()
        return Found(self._flows, places)


_JOINED_FROM = 4
"""Letters from which on what is looked for may be set apart in another way: e-mail, 10,000."""

_SOURCE = attrgetter("start", "end")
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
"""Blanks of a line that are not one space."""


class Found(MadeOnAccess[Match]):
    """The matches of one needle, each made when it is asked for: there may be some hundred thousand.

    `places` holds line and column of each, the number of its flow, and where it begins and ends there.
    """

    def __init__(self, flows: Sequence[_Flow], places: list[tuple[int, int, int, int, int]]) -> None:
        self._flows = flows
        self._places = places
        self._size = max((end - offset for *_, offset, end in places), default=0)

    def __len__(self) -> int:
        return len(self._places)

    def _item(self, index: int) -> Match:
        _, _, flow, offset, end = self._places[index]
        return Match(self._flows[flow].parts(offset, end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def first_from(self, line: int) -> int:
        """The number of the first match that begins on `line` or below; how many there are where none does."""
        return bisect_left(self._places, (line,))

    def on_line(self, line: int) -> list[Part]:
        """The parts of matches on a line, also of those that begin above it."""
        # At least one letter of a match stands on each of its lines, or a space for each blank one between.
        first, stop = self.first_from(line - self._size), self.first_from(line + 1)
        return [part for match in self[first:stop] for part in match.parts if part.line_index == line]


def _stretches(layout: Layout, *, urls: bool) -> Iterator[_Stretch]:
    """What a layout shows of the source, without the targets of links or, with `urls`, these alone."""
    for index in range(layout.height):
        column = 0
        start = end = first = last = -1  # where the stretch stands in the source and in the line
        texts: list[str] = []
        for text, style, source, _ in layout.whole_line(index):
            if source is not None and text and ("url" in style) == urls:
                if source[0] != end or column != last:
                    if texts:
                        yield _Stretch(start, end, index, first, "".join(texts))
                    texts, first, start = [], column, source[0]
                texts.append(text)
                end = source[1]
                last = column + len(text)
            column += len(text)
        if texts:
            yield _Stretch(start, end, index, first, "".join(texts))


class _Flow:
    """Stretches as one text, in which each stands at its own offset."""

    def __init__(self, pieces: Sequence[_Stretch], markdown: str) -> None:
        self._pieces = pieces
        self._offsets: list[int] = []
        self._compared: dict[bool, tuple[Compared, _Spaced, Joined]] = {}
        texts: list[str] = []
        offset = 0
        end = -1
        for piece in pieces:
            if texts:
                gap = "\n" if piece.start < end else _joint(markdown[end : piece.start])
                texts.append(gap)
                offset += len(gap)
            self._offsets.append(offset)
            texts.append(piece.text)
            offset += len(piece.text)
            end = piece.end
        self._text = "".join(texts)

    def find(self, wanted: str, ignore_case: bool) -> Iterator[tuple[int, int, int, int]]:
        """Line, column, and offsets of beginning and end of every place of `wanted`, which is as `Compared` has it."""
        if ignore_case not in self._compared:
            made = Compared(self._text, ignore_case=ignore_case)
            self._compared[ignore_case] = made, _Spaced(made.text), Joined(made.text)
        compared, spaced, joined = self._compared[ignore_case]
        offsets, pieces = self._offsets, self._pieces
        index, count = 0, len(offsets)
        for found, stop in _with_joined(spaced.places(wanted), wanted, joined):
            place, end = compared.span(found, stop)
            while index + 1 < count and offsets[index + 1] <= place:
                index += 1
            number, column = index, place - offsets[index]
            if column >= len(pieces[index].text):
                # It begins with the space between two pieces.
                number, column = index + 1, 0
            if number < count and offsets[number] < end:
                piece = pieces[number]
                yield piece.line_index, piece.column + column, place, end

    def parts(self, place: int, end: int) -> tuple[Part, ...]:
        """Where the text from offset `place` to before `end` stands."""
        parts: list[Part] = []
        number = max(bisect_right(self._offsets, place) - 1, 0)
        while number < len(self._offsets) and (offset := self._offsets[number]) < end:
            piece = self._pieces[number]
            first, last = max(place - offset, 0), min(end - offset, len(piece.text))
            if first < last:
                _extend(parts, Part(piece.line_index, piece.column + first, piece.column + last))
            number += 1
        return tuple(parts)


class _Spaced:
    """A text with one space for each run of blanks on a line: a space that is looked for is any number of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._joints: list[int] = []
        self._removed: list[int] = []
        parts: list[str] = []
        end = removed = 0
        for match in _BLANKS.finditer(text):
            parts += [text[end : match.start()], " "]
            end = match.end()
            removed += end - match.start() - 1
            self._joints.append(end - removed)
            self._removed.append(removed)
        if parts:
            self._text = "".join([*parts, text[end:]])

    def places(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Where `wanted`, which neither begins nor ends with a space, begins and ends in the text."""
        found = self._text.find(wanted)
        while found >= 0:
            stop = found + len(wanted)
            yield (self._place(found), self._place(stop - 1) + 1) if self._joints else (found, stop)
            found = self._text.find(wanted, stop)

    def _place(self, offset: int) -> int:
        before = bisect_right(self._joints, offset)
        return offset + (self._removed[before - 1] if before else 0)


def _with_joined(literal: Iterator[tuple[int, int]], wanted: str, joined: Joined) -> Iterator[tuple[int, int]]:
    """The places where a text has `wanted` as it is, and between them those where it is set apart in another way."""
    alone = Joined(wanted).text
    if len(alone) < _JOINED_FROM or (joined.places is None and alone == wanted):
        yield from literal
        return
    end = 0
    ahead = next(literal, None)
    for first, last in joined.find(alone):
        while ahead is not None and ahead[0] < last:
            yield ahead
            end = ahead[1]
            ahead = next(literal, None)
        if first >= end:
            yield first, last
            end = last
    if ahead is not None:
        yield ahead
        yield from literal


def _extend(parts: list[Part], part: Part) -> None:
    if parts and parts[-1].line_index == part.line_index and parts[-1].end == part.start:
        parts[-1] = parts[-1]._replace(end=part.end)
    else:
        parts.append(part)


def _joint(gap: str) -> str:
    """What stands in a flow for the source between two runs: nothing for markup, a space, or a break between blocks."""
    if "\n\n" in gap or "|" in gap:
        return "\n"
    return " " if any(character.isspace() for character in gap) else ""


def pieces_of(layout: Layout, lines: Iterable[int]) -> Iterable[Piece]:
    """The runs of `lines` that show something of the source; columns count in the whole of each line."""
    for index in lines:
        column = 0
        for run in layout.whole_line(index):
            if run.source is not None and run.text:
                yield Piece(run.source, index, column, run)
            column += len(run.text)


def source_text(layout: Layout, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The Markdown of what is selected from ``(line, column)`` to before `end`; `""` where none of it is shown.

    Columns are code points of `whole_line`.
    A selection inside code gives the code, without what its lines are indented or quoted by; any other gives the
    Markdown as it stands, and the markup at its ends is whole where what it marks is: who selects all of a link and a
    word more gets the link, who selects a word of it gets the word.
    """
    layout.reach(end[0] + 1)
    markdown = layout.markdown
    chosen: list[Piece] = []
    low, high = 0, len(markdown)  # how far markup may reach without touching what else is shown
    for piece in pieces_of(layout, range(start[0], min(end[0] + 1, layout.height))):
        size = len(piece.run.text)
        first = max(start[1] - piece.column, 0) if piece.line_index == start[0] else 0
        last = min(end[1] - piece.column, size) if piece.line_index == end[0] else size
        if first >= last:
            if not chosen:
                low = max(low, piece.source[1])
            elif "url" not in piece.run.style:
                high = min(high, piece.source[0])
            continue
        begin, stop = piece.source
        if stop - begin == size:
            begin, stop = begin + first, begin + last
        chosen.append(piece._replace(source=(begin, stop)))
    body = [piece for piece in chosen if "url" not in piece.run.style] or chosen
    if not body:
        return ""
    if all(piece.run.style.startswith("code.") for piece in body):
        parts = [_code(markdown, body[0])]
        for before, piece in pairwise(body):
            parts.append(_code_between(markdown, before, piece))
            parts.append(_code(markdown, piece))
        return "".join(parts)
    begin = min(piece.source[0] for piece in body)
    stop = max(piece.source[1] for piece in body)
    if len(body) > 1 and body[0].run.style != body[-1].run.style:
        begin, stop = _with_markup(layout, body, (begin, stop), (low, max(high, stop)))
    return markdown[begin:stop]


def _code_between(markdown: str, before: Piece, piece: Piece) -> str:
    """What parts two pieces of code: lines, or nothing but a blank where one line was broken."""
    gap = markdown[before.source[1] : piece.source[0]]
    if "\n" in gap or "\n" in markdown[slice(*piece.source)]:
        return "\n" * (piece.line_index - before.line_index)
    return gap


def _code(markdown: str, piece: Piece) -> str:
    """What a piece of a line of code shows: spaces for a tab of which what it stands in took a part."""
    text = markdown[slice(*piece.source)]
    if "\n" not in text:
        return text
    code = text.lstrip()
    return " " * (len(text) - len(code)) + code


_MARKS = "*_~`["


def _with_markup(
    layout: Layout, body: Sequence[Piece], chosen: tuple[int, int], room: tuple[int, int]
) -> tuple[int, int]:
    """The range `chosen`, with the markup that opens at its start and closes at its end, inside of `room`."""
    markdown = layout.markdown
    begin, stop = chosen
    if body[0].run.style:
        while begin > room[0] and markdown[begin - 1] in _MARKS:
            begin -= 1
    if body[-1].run.style:
        while stop < room[1] and markdown[stop] in _MARKS:
            stop += 1
        link = body[-1].run.link
        if link is not None and markdown.startswith("](", stop):
            close = markdown.find(")", max(layout.blocks.links[link].end, stop), room[1])
            stop = close + 1 if close >= 0 else stop
            while stop < room[1] and markdown[stop] in _MARKS:
                stop += 1
    return begin, stop
