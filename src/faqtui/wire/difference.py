"""The cheapest bytes that turn what the terminal shows into what a grid holds.

`ScreenState` is what was really sent: cells, cursor and pen. It is pure: text in, text out. A blank cell is drawn with whatever
pen is in hand when that looks the same, unchanged cells between two changed ones are typed again when that is shorter than a
move, blanks are erased, at the end of a line and within it (ECH), what only moved is moved by the terminal (aside: ICH and
DCH, up and down: IL and DL), strokes below one another go down (`uprights`), and an address is sent once for all cells that
link to it. A line feed moves down and nothing else: the line discipline must not add a return.

Where terminals disagree about the width of a character, nothing is taken for granted after it: the cursor is placed by
column, and its neighbour is drawn again; words that may be wider than their cells flow (`overlong`). Not used: scroll
regions, which would stay where the program is killed in between; REP, which multiplexers and mosh do not all know, whatever
name the terminal goes by.
"""

from __future__ import annotations

from collections.abc import Iterator

from faqtui.wire.grid import SINGLE, Grid
from faqtui.wire.moves import column, counted, shortest
from faqtui.wire.overlong import flows, is_overlong, is_trusted
from faqtui.wire.pens import PLAIN, Pens
from faqtui.wire.scrolls import FEWEST, best_scroll
from faqtui.wire.shifts import best_shift
from faqtui.wire.uprights import uprights

SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
WORTH_SYNC = 400
"""Characters from which on a frame is announced as one; less arrives in one packet anyway."""

BRIDGE = 4
"""Unchanged cells in a row that are typed again rather than jumped over, which takes three to five bytes."""

ERASE_FROM = 4
"""Blanks at the end of a line from which on erasing (three bytes) is shorter."""

ERASE_LAST_FROM = 6
"""Blanks that are the last cells drawn of a stretch from which on erasing them (four or five bytes) is shorter."""

ERASE_WITHIN_FROM = 11
"""The same for blanks before others, to which the cursor then has to be moved."""


class ScreenState:
    """The terminal as it was last left. Until `encode` has run once, everything about it is unknown."""

    def __init__(self, pens: Pens, *, coloured_erase: bool = False, shifts: bool = False) -> None:
        self._pens = pens
        self._shifts = shifts
        self._coloured_erase = coloured_erase
        self._text: list[list[str]] = []
        self._ink: list[list[int]] = []
        self._known = False
        self._x: int | None = None
        self._y: int | None = None
        self._pen: int | None = None
        self._out: list[str] = []

    def forget(self) -> None:
        """Somebody else may have drawn, moved the cursor or changed the pen."""
        self._known = False
        self._text, self._ink = [], []  # of a large screen, megabytes

    def encode(self, grid: Grid) -> str:
        """What to send so that the terminal shows `grid`; "" when it does."""
        self._out = []
        if not self._known or len(self._text) != grid.height or len(self._text[0]) != grid.width:
            self._start_over(grid)
        linked: list[tuple[str, int, list[int]]] = []
        if self._shifts:
            self._scroll(grid)
        self._downwards(grid)
        for y in sorted(grid.touched):
            self._row(y, grid.text[y], grid.ink[y], linked)
        # Links last and each in one go: an address may be longer than all the rest, and goes over once.
        for _, y, cells in sorted(linked):
            self._spans(y, cells, grid.text[y], grid.ink[y])
        grid.touched.clear()
        if self._pen is not None and self._pens.looks[self._pen].link:
            self._ink_to(self._pens.linked(self._pen, ""))
        self._move(min(grid.x, grid.width - 1), grid.y)
        frame = "".join(self._out)
        if grid.synchronized and len(frame) >= WORTH_SYNC:
            return SYNC_ON + frame + SYNC_OFF
        return frame

    def adopt(self, sent: str, width: int, height: int) -> None:
        """Take it that a terminal of this size, which was new, has been sent what `draw` made."""
        grid = Grid(width, height, self._pens)
        grid.feed(sent.replace("\n", "\x1b[B"))  # what Textual writes goes through a line discipline, this did not
        self._text, self._ink, self._known = grid.text, grid.ink, not grid.disturbed
        self._x, self._y, self._pen = (grid.x if grid.x < width else None), grid.y, grid.pen

    def draw(self, grid: Grid) -> str:
        """Everything that `grid` holds, for a terminal of which nothing is known; leaves `grid` as it is."""
        touched = set(grid.touched)
        shifts, self._shifts = self._shifts, False  # a grid reads what draws cells, not what moves them
        drawn = self.encode(grid)
        self._shifts = shifts
        grid.touched = touched
        return drawn.removeprefix(SYNC_ON).removesuffix(SYNC_OFF)

    def _start_over(self, grid: Grid) -> None:
        """Clear the screen; all rows have to be looked at."""
        ground = PLAIN
        if self._coloured_erase and grid.text[-1][-1] == " " and self._erasable(grid.ink[-1][-1]):
            ground = grid.ink[-1][-1]
        self._known = True
        self._pen = self._x = self._y = None
        self._ink_to(ground)
        self._out.append("\x1b[2J")
        self._text = [[" "] * grid.width for _ in range(grid.height)]
        self._ink = [[ground] * grid.width for _ in range(grid.height)]
        grid.touched.update(range(grid.height))

    def _erasable(self, pen: int) -> bool:
        """Whether erasing gives the same as blanks of `pen`."""
        look = self._pens.looks[pen]
        if look.link or look.strange or look.attributes:
            return False
        return self._coloured_erase or not look.background

    def _scroll(self, grid: Grid) -> None:
        """Have the terminal move lines where that spares drawing them: some are deleted, as many inserted elsewhere."""
        rows = [y for y in sorted(grid.touched) if grid.text[y] != self._text[y]]
        if len(rows) < FEWEST:
            return
        scroll = best_scroll((grid.text, grid.ink), (self._text, self._ink), rows)
        if scroll is None:
            return
        top, bottom, by = scroll
        if self._pen is None or self._pens.blank(self._pen) != PLAIN:
            self._ink_to(PLAIN)  # what comes in has the background in hand
        gone, come = (top, bottom - by) if by > 0 else (bottom + by, top)
        self._move(0, gone)
        self._out.append(counted(abs(by), "M"))
        self._x = self._y = None  # terminals do not agree whether the cursor goes to the first column
        self._move(0, come)
        self._out.append(counted(abs(by), "L"))
        self._x = self._y = None
        count = abs(by)
        del self._text[gone : gone + count], self._ink[gone : gone + count]
        self._text[come:come] = [[" "] * grid.width for _ in range(count)]
        self._ink[come:come] = [[PLAIN] * grid.width for _ in range(count)]
        grid.touched.update(range(top, bottom))

    def _downwards(self, grid: Grid) -> None:
        """Draw the strokes that stand below one another."""
        for stroke, pen, x, top, bottom in uprights(grid.text, grid.ink, self._text, sorted(grid.touched)):
            self._move(x, top)
            self._ink_to(pen)
            self._out.append("\n\b".join([stroke] * (bottom - top)))
            self._x, self._y = x + 1, bottom - 1
            for y in range(top, bottom):
                self._text[y][x], self._ink[y][x] = stroke, pen

    # -- one row

    def _row(self, y: int, text: list[str], ink: list[int], linked: list[tuple[str, int, list[int]]]) -> None:
        """Draw what changed in a row, save cells with links, which are added to `linked`."""
        old_text, old_ink = self._text[y], self._ink[y]
        if text == old_text and ink == old_ink:
            return
        if SINGLE.issuperset(text) and SINGLE.issuperset(old_text):
            if self._shifts and self._shifted(y, text, ink, linked):
                return
        elif is_overlong(text) or is_overlong(old_text):
            self._flow(y, text, ink)
            return
        self._changes(y, text, ink, linked)

    def _changes(self, y: int, text: list[str], ink: list[int], linked: list[tuple[str, int, list[int]]]) -> None:
        """Draw the cells that differ, save those with links."""
        old_text, old_ink = self._text[y], self._ink[y]
        changed = [
            x
            for x, (now, was, pen, had) in enumerate(zip(text, old_text, ink, old_ink, strict=True))
            if now != was or pen != had
        ]
        erase_from = self._blank_end(text, ink)
        in_end = [x for x in changed if x >= erase_from]
        erased = len(in_end) >= ERASE_FROM
        if erased:
            del changed[len(changed) - len(in_end) :]
        for link in {self._pens.looks[pen].link for pen in {ink[x] for x in changed}} - {""}:
            cells = [x for x in changed if self._pens.looks[ink[x]].link == link]
            linked.append((link, y, cells))
            changed = [x for x in changed if self._pens.looks[ink[x]].link != link]
        self._spans(y, changed, text, ink)
        if erased:
            start = max(in_end[0], erase_from)
            if self._y == y and self._x == erase_from:
                start = erase_from
            self._move(start, y)
            if self._pen is None or self._pens.blank(self._pen) != ink[-1]:
                self._ink_to(ink[-1])
            self._out.append("\x1b[K")
        self._text[y] = text[:]
        self._ink[y] = ink[:]

    def _flow(self, y: int, text: list[str], ink: list[int]) -> None:
        """Draw all of a row of which parts may be wider than their cells: first without these, then each in one go."""
        stretches = flows(text)
        bare = text[:]
        for start, stop in stretches:
            bare[start:stop] = [" "] * (stop - start)
        self._move(0, y)
        self._cells(0, len(bare), bare, ink)
        for start, stop in stretches:
            self._move(start, y)
            for x in range(start, stop):
                self._ink_to(ink[x])
                self._out.append(text[x])
            self._x = None
        self._text[y], self._ink[y] = text[:], ink[:]

    def _shifted(self, y: int, text: list[str], ink: list[int], linked: list[tuple[str, int, list[int]]]) -> bool:
        """Draw a row with parts of it moved by the terminal, where that takes fewer bytes than drawing what differs.

        What terminals disagree about, which would move by another number of cells, is in no such row.
        """
        old_text, old_ink = self._text[y], self._ink[y]
        if not "".join(old_text).strip() or best_shift(0, (text, ink), (old_text, old_ink)) is None:
            return False
        begun = self._out, self._x, self._y, self._pen
        ways = []
        for moves in (True, False):
            self._out, self._x, self._y, self._pen = [], *begun[1:]
            self._text[y], self._ink[y] = old_text[:], old_ink[:]
            links: list[tuple[str, int, list[int]]] = []
            if moves:
                self._shift(y, text, ink)
            self._changes(y, text, ink, links)
            later = "".join(text[x] for _, _, cells in links for x in cells)
            size = len(("".join(self._out) + later).encode("utf-8", "replace"))
            ways.append((size, self._out, self._x, self._y, self._pen, links))
        _, out, self._x, self._y, self._pen, links = min(ways, key=lambda way: way[0])
        self._out = begun[0] + out
        linked += links
        return True

    def _shift(self, y: int, text: list[str], ink: list[int]) -> None:
        """Have the terminal move the rest of a row where that brings much of it to where it belongs."""
        old_text, old_ink = self._text[y], self._ink[y]
        start = 0
        while (found := best_shift(start, (text, ink), (old_text, old_ink))) is not None:
            start, by = found
            self._move(start, y)
            if self._pen is None or self._pens.blank(self._pen) != PLAIN:
                self._ink_to(PLAIN)  # it fills with the background in hand
            if by > 0:
                self._out.append(counted(by, "@"))
                old_text[start:] = [" "] * by + old_text[start:-by]
                old_ink[start:] = [PLAIN] * by + old_ink[start:-by]
            else:
                self._out.append(counted(-by, "P"))
                old_text[start:] = old_text[start - by :] + [" "] * -by
                old_ink[start:] = old_ink[start - by :] + [PLAIN] * -by
            start += max(by, 0) + 1

    def _spans(self, y: int, changed: list[int], text: list[str], ink: list[int]) -> None:
        """Draw the `changed` cells of row `y`, from left to right."""
        index = 0
        while index < len(changed):
            start = changed[index]
            while start and text[start] == "":
                start -= 1
            end = changed[index] + 1
            index += 1
            while index < len(changed) and (changed[index] <= end or self._same_ink(text, ink, end, changed[index])):
                end = changed[index] + 1
                index += 1
            while end < len(text) and text[end] == "":
                end += 1
            start = self._erased_from(start, end, text, ink)
            self._move(start, y)
            end = self._cells(start, end, text, ink)
            while index < len(changed) and changed[index] < end:
                index += 1

    def _erased_from(self, start: int, end: int, text: list[str], ink: list[int]) -> int:
        """Where to begin blanks that are erased: below the cursor, which then need not move, where more of them lie between."""
        x, pen = self._x, ink[start]
        if x is None or x >= start or not self._shifts or not self._erasable(pen):
            return start
        after = start
        while after < end and text[after] == " " and ink[after] == pen:
            after += 1
        if after - start < (ERASE_LAST_FROM if after == end else ERASE_WITHIN_FROM):
            return start
        return x if all(text[at] == " " and ink[at] == pen for at in range(x, start)) else start

    def _blank_end(self, text: list[str], ink: list[int]) -> int:
        """Where the blanks begin that reach to the end of the line and can be erased."""
        start = len(text)
        if text[-1] != " " or not self._erasable(ink[-1]):
            return start
        pen = ink[-1]
        while start and text[start - 1] == " " and ink[start - 1] == pen:
            start -= 1
        return start

    def _same_ink(self, text: list[str], ink: list[int], start: int, end: int) -> bool:
        """Whether the unchanged cells in [start, end) are few and cost nothing but themselves."""
        if end - start > BRIDGE:
            return False
        pen = ink[start - 1]
        blank = self._pens.blank(pen)
        return all(
            (ink[x] == pen and text[x].isascii() and text[x]) or (text[x] == " " and ink[x] == blank)
            for x in range(start, end)
        )

    def _cells(self, start: int, end: int, text: list[str], ink: list[int]) -> int:
        """Draw the cells [start, end); returns where drawing ended, which may be one further."""
        out, pens = self._out, self._pens
        width = len(text)
        x = start
        while x < end:
            pen = ink[x]
            if text[x] != " " or self._pen is None or pens.blank(self._pen) != pen:
                self._ink_to(pen)
            else:
                pen = self._pen
            blank = pens.blank(pen)
            run = x
            while (
                x < end
                and (ink[x] == pen or (text[x] == " " and ink[x] == blank))
                and (text[x] in SINGLE or is_trusted(text[x]))
            ):
                x += 1
            while x > run and x < width and text[x] == "":
                x += 1
            if x > run:
                self._same(run, x, text, ends=x >= end)
                self._x = self._x if x < width else None
                continue
            # A character whose width terminals may not agree on.
            cells = 2 if x + 1 < width and text[x + 1] == "" else 1
            if cells == 2:
                out.append("  " + column(x))
            out.append(text[x])
            x += cells
            self._x = None
            if x < width:
                end = max(end, x + 1)
                self._move(x, self._y or 0)
        return x

    def _same(self, start: int, end: int, text: list[str], *, ends: bool) -> None:
        """Draw the cells [start, end), all in the pen in hand, long blanks by erasing; `ends`: no others are drawn after them."""
        out = self._out
        if self._shifts and self._pen is not None and self._erasable(self._pens.blank(self._pen)):
            drawn = start
            for first, after in _blanks(text, start, end):
                last = ends and after == end
                if after - first < (ERASE_WITHIN_FROM if not last else ERASE_LAST_FROM):
                    continue
                out.append("".join(text[drawn:first]))
                out.append(counted(after - first, "X"))
                self._x, drawn = first, after
                if last:
                    return
                self._move(after, self._y or 0)
            start = drawn
        out.append("".join(text[start:end]))
        self._x = end

    # -- cursor and pen

    def _ink_to(self, pen: int) -> None:
        if pen != self._pen:
            self._out.append(self._pens.change(self._pen, pen))
            self._pen = pen

    def _move(self, x: int, y: int) -> None:
        old_x, old_y = self._x, self._y
        if old_x == x and old_y == y:
            return
        self._out.append(shortest((old_x, old_y), (x, y)))
        self._x, self._y = x, y


def _blanks(text: list[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of blanks among these cells, as [first, after), that may be worth erasing."""
    x = start
    while x < end:
        if text[x] != " ":
            x += 1
            continue
        first = x
        while x < end and text[x] == " ":
            x += 1
        if x - first >= ERASE_LAST_FROM:
            yield first, x
