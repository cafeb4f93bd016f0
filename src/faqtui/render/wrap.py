"""Breaking styled text into lines of a width in cells, and cutting lines by cells. Knows nothing of blocks.

Widths are `rich.cells.cell_len`, run by run, because that is what the screen crops by. Lines break, and are cut, by the most
cells that any terminal makes of them (`faqtui.widths`): at spaces and between wide characters; what is longer than a line
breaks where the line is full, in URLs rather after a slash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, split_graphemes

from faqtui.records import NamedTuple
from faqtui.render.nodes import NOWHERE, Span
from faqtui.widths import may_be_wide, most_cells, surplus

_NARROW = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x377), (0x391, 0x3A1), (0x3B1, 0x482))
    for code in range(first, last + 1)
) | frozenset("\n‐–—‘’“”„†•…‹›€→←↑↓↔⇒≠≤≥−×│─┼├┤╭╮╰╯▌▾▸")
"""Characters of one cell (the line feed never reaches a line): text made of them alone is measured by its length."""

_SOFT = "/-_.,:;?&=+|)]}"
"""Where a word that is longer than a line breaks gladly: after one of these."""


class Run(NamedTuple):
    """A piece of a line with one style.

    `style` is one or more names of styles, joined by spaces, of which the later ones win where they disagree: the screen and
    `faqtui.render.ansi` give each its look. `source` is the range of code points of
    the answer's Markdown that it shows, None for what is only drawn. `link` is an index into `Layout.links`.
    """

    text: str
    style: str = ""
    source: tuple[int, int] | None = None
    link: int | None = None


def width_of(text: str) -> int:
    """The cells that `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def runs_width(runs: Iterable[Run]) -> int:
    """The cells that `runs` take side by side."""
    return sum(len(run.text) if run.text.isascii() else cell_len(run.text) for run in runs)


def as_run(span: Span) -> Run:
    """The whole of `span` as a run."""
    source = None if span.start == NOWHERE else (span.start, span.end)
    return Run(span.text, span.style, source, None if span.link == NOWHERE else span.link)


def wrap(spans: Sequence[Span], width: int) -> list[tuple[Run, ...]]:
    """`spans` as lines of at most `width` cells; a line feed ends a line, and what is empty gives one empty line.

    A single character wider than `width` stands on a line of its own. Spaces where a line breaks are not shown.
    """
    return list(wrapped(spans, width))


def wrapped(spans: Sequence[Span], width: int) -> Iterator[tuple[Run, ...]]:
    """The lines of `wrap`, one by one: a paragraph may be a megabyte long."""
    width = max(width, 1)
    text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
    if not text:
        return iter([()])
    if text.isascii() or _NARROW.issuperset(text):
        return _cut(spans, _break_narrow(text, width))
    return _cut(spans, _break_wide(text, spans, width))


def longest_word(spans: Sequence[Span], most: int) -> int:
    """The cells of the longest word of `spans`, at most `most`."""
    words = "".join([span.text for span in spans]).split()
    if not words:
        return 0
    best = 0
    for word in words:
        if len(word) > best or not word.isascii():
            best = max(best, most_cells(word))
            if best >= most:
                return most
    return best


def _break_narrow(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end when every character takes one cell."""
    start = 0
    length = len(text)
    while start <= length:
        stop = text.find("\n", start)
        if stop < 0:
            stop = length
        position = start
        while position < stop and text[position] == " ":
            position += 1
        end = stop
        while end > position and text[end - 1] == " ":
            end -= 1
        while end - position > width:
            cut = text.rfind(" ", position, position + width + 1)
            if cut <= position:
                cut = _soft_cut(text, position, position + width)
                yield position, cut
                position = cut
            else:
                last = cut
                while text[last - 1] == " ":
                    last -= 1
                yield position, last
                position = cut + 1
            while text[position] == " ":
                position += 1
        yield position, end
        start = stop + 1


def _soft_cut(text: str, start: int, end: int) -> int:
    """Where to break a word that fills all of ``text[start:end]``: after a slash, another sign, or where it is full."""
    # A word that would leave a bracket or two on the next line breaks a little earlier.
    rest = text[end : end + 4]
    last = max(start, end - 4) if len(rest) < 4 or " " in rest or "\n" in rest else end - 1
    size = end - start
    slash = text.rfind("/", start + size // 2, last + 1)
    if slash >= 0 and text[slash - 1] != "/":
        return slash + 1
    for place in range(last, start + size // 3, -1):
        if text[place] in _SOFT and text[place - 1] not in _SOFT:
            return place + 1
    return end


def _break_wide(text: str, spans: Sequence[Span], width: int) -> Iterator[tuple[int, int]]:
    """The same for any text. Clusters are found span by span: each span becomes runs, which are measured alone."""
    line = 0  # where the line begins
    used = 0  # its cells
    gap = -1  # the last place where it may end, and where the next would begin then
    resume = 0
    resume_used = 0  # the cells up to `resume`
    fresh = True  # nothing but spaces so far
    for begin, end, cells in _clusters(spans):
        # A space with a mark on it is no space: it has to stay with its mark.
        character = text[begin] if end - begin == 1 else ""
        if character == "\n":
            yield line, _before_spaces(text, line, begin)
            line, used, gap, fresh = end, 0, -1, True
            continue
        if character == " ":
            if fresh:
                line = end
                continue
            if text[begin - 1] != " " or gap < 0:
                gap = begin
            used += 1
            resume, resume_used = end, used
            continue
        if (
            cells == 2
            and not fresh
            and text[begin - 1] != " "
            and text[begin] not in "、。，．！？；：）」』】〉》”’"
            and not surplus(text[begin:end])
        ):
            gap, resume, resume_used = begin, begin, used
        if used + cells > width and not fresh:
            if gap > line:
                yield line, gap
                line, used = resume, used - resume_used
            if used + cells > width and begin > line:
                yield line, _before_spaces(text, line, begin)
                line, used = begin, 0
            gap = -1
        used += cells
        fresh = False
    yield line, _before_spaces(text, line, len(text))


def _clusters(spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """The clusters of the joined text of `spans`: where each begins and ends, and the cells that it takes at most."""
    offset = 0
    for span in spans:
        piece = span.text
        if piece.isascii():
            for place in range(offset, offset + len(piece)):
                yield place, place + 1, 1
        else:
            # rich takes a line feed for a part of the character before it.
            for line in piece.splitlines(keepends=True) if "\n" in piece else (piece,):
                text = line.removesuffix("\n")
                wide = may_be_wide(text)
                for begin, end, cells in split_graphemes(text)[0]:
                    yield offset + begin, offset + end, cells + surplus(text[begin:end]) if wide else cells
                if len(text) < len(line):
                    yield offset + len(text), offset + len(line), 0
                offset += len(line)
            continue
        offset += len(piece)


def _before_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _cut(spans: Sequence[Span], places: Iterable[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
    """The runs of each place ``(start, end)`` of the joined text of `spans`; places are in order and do not overlap."""
    index = 0
    offset = 0  # where the current span begins
    count = len(spans)
    for start, end in places:
        runs: list[Run] = []
        while index < count:
            span = spans[index]
            stop = offset + len(span.text)
            if stop <= start:
                offset = stop
                index += 1
                continue
            if offset >= end:
                break
            first = max(start - offset, 0)
            last = min(end, stop) - offset
            if last > first:
                runs.append(part(span, first, last))
            if stop > end:
                break
            offset = stop
            index += 1
        yield tuple(runs)


def part(span: Span, first: int, last: int) -> Run:
    """The run of ``span.text[first:last]``, with its own part of the source where the two run side by side."""
    text, style, start, end, link = span
    source: tuple[int, int] | None
    if start == NOWHERE:
        source = None
    elif end - start == len(text):
        source = (start + first, start + last)
    else:
        source = (start, end)
    return Run(text[first:last], style, source, None if link == NOWHERE else link)


def most_width(runs: Iterable[Run]) -> int:
    """The cells that `runs` take side by side where they take most."""
    return sum(most_cells(run.text) for run in runs)


def crop(runs: Sequence[Run], start: int, width: int) -> tuple[Run, ...]:
    """What shows of `runs` in the `width` cells from cell `start` on, counted as `most_width` does.

    Half a wide character shows as a space.
    """
    kept: list[Run] = []
    position = 0
    stop = start + width
    for run in runs:
        text, style, source, link = run
        if position >= stop:
            break
        if text.isascii():
            first = max(start - position, 0)
            last = min(stop - position, len(text))
            position += len(text)
            if last <= first:
                continue
            if first or last < len(text):
                if source is not None and source[1] - source[0] == len(text):
                    source = (source[0] + first, source[0] + last)
                run = Run(text[first:last], style, source, link)  # noqa: PLW2901
            kept.append(run)
            continue
        shown: list[str] = []
        first = last = -1
        for begin, end, cells in split_graphemes(text)[0]:
            left, position = position, position + cells + surplus(text[begin:end])
            if (position <= start and cells) or left >= stop:
                continue
            shown.append(" " if left < start or position > stop else text[begin:end])
            first = begin if first < 0 else first
            last = end
        if shown:
            joined = "".join(shown)
            if source is not None and source[1] - source[0] == len(text):
                source = (source[0] + first, source[0] + last)
            kept.append(Run(joined, style, source, link))
    return tuple(kept)
