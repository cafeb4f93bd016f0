"""A terminal on paper, written apart from the program: what a stream of bytes leaves on a screen, with attributes and links.

It does what xterm does: erasing takes the background in hand, whatever cuts a wide character in half leaves a blank, the
last column takes what does not fit while lines are not wrapped.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

TOKEN = re.compile(
    r"\x1b\[(?P<private>[?<=>]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?:[^\x1b]|\x1b[^\\])*\x1b\\"
    r"|\x1b[()*+][A-Za-z0-9]|\x1b[ -~]"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.S,
)
VISIBLE_ON_BLANK = {4, 5, 6, 7, 9, 21, 51, 52, 53}
OFF = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}

Cell = tuple[str, str, str, frozenset[int], str]


class ReferenceTerminal:
    """A screen that is fed with text; `cells` is what can be seen on it.

    `returns`: a line feed goes to the first column as well, as for a program whose line discipline adds the return.
    """

    def __init__(self, width: int, height: int, *, returns: bool = False) -> None:
        self.returns = returns
        self.width, self.height = width, height
        self.x = self.y = 0
        self.top, self.bottom = 0, height - 1
        self.foreground = self.background = self.link = ""
        self.attributes: set[int] = set()
        self.wrapped_titles: list[str] = []
        self.strings: list[str] = []
        self.private_modes: dict[str, bool] = {}
        self.rows = [[self._blank() for _ in range(width)] for _ in range(height)]

    def _blank(self) -> Cell:
        return (" ", "", self.background, frozenset(), "")

    def resize(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.top, self.bottom = 0, height - 1
        self.x, self.y = min(self.x, width - 1), min(self.y, height - 1)
        plain = (" ", "", "", frozenset(), "")
        self.rows = [
            [
                self.rows[y][x] if y < len(self.rows) and x < len(self.rows[y]) else plain
                for x in range(width)
            ]
            for y in range(height)
        ]  # fmt: skip

    def feed(self, data: str) -> None:
        end = 0
        for token in TOKEN.finditer(data):
            assert token.start() == end, f"not understood: {data[end : token.start()]!r}"
            end = token.end()
            if token["text"] is not None:
                self._draw(token["text"])
            elif token["control"] is not None:
                self._control(token["control"])
            elif token["final"] is not None:
                if token["private"] or token["between"]:
                    if token["private"] == "?" and token["final"] in "hl":
                        self.private_modes[token["numbers"]] = token["final"] == "h"
                else:
                    self._sequence(token["final"], token["numbers"])
            elif token["osc"] is not None:
                if token["osc"].startswith("8;"):
                    self.link = token["osc"].split(";", 2)[2]
                else:
                    self.strings.append(token["osc"])
        assert end == len(data), f"unfinished: {data[end:]!r}"

    def _draw(self, text: str) -> None:
        position = 0
        while position < len(text):
            stop = position + 1
            while stop < len(text) and (text[stop - 1] == "\u200d" or not get_character_cell_size(text[stop])):
                stop += 1
            self._put(text[position:stop])
            position = stop

    def _put(self, cell: str) -> None:
        size = cell_len(cell)
        row = self.rows[self.y]
        if size == 0:
            at = min(self.x, self.width) - 1
            if at > 0 and row[at][0] == "":
                at -= 1
            if at >= 0:
                row[at] = (row[at][0] + cell, *row[at][1:])
            return
        if self.x + size > self.width:
            self.x = self.width - size
        for at in range(self.x, self.x + size):
            self._halve(row, at)
        row[self.x] = (cell, self.foreground, self.background, frozenset(self.attributes), self.link)
        if size == 2:
            row[self.x + 1] = ("", *row[self.x][1:])
        self.x += size

    @staticmethod
    def _halve(row: list[Cell], at: int) -> None:
        if row[at][0] == "" and at:
            row[at - 1] = (" ", *row[at - 1][1:])
            row[at] = (" ", *row[at][1:])
        elif at + 1 < len(row) and row[at + 1][0] == "":
            row[at + 1] = (" ", *row[at + 1][1:])

    def _control(self, character: str) -> None:
        if character == "\n":
            if self.returns:
                self.x = 0
            if self.y == self.bottom:
                self._shift(1)
            else:
                self.y = min(self.y + 1, self.height - 1)
        elif character == "\r":
            self.x = 0
        elif character == "\b":
            self.x = max(0, min(self.x, self.width - 1) - 1)
        elif character == "\t":
            self.x = min(self.width - 1, (self.x // 8 + 1) * 8)

    def _shift(self, count: int) -> None:
        """Scroll the region up by `count` lines, down where it is negative."""
        for _ in range(abs(count)):
            if count > 0:
                del self.rows[self.top]
                self.rows.insert(self.bottom, [self._blank() for _ in range(self.width)])
            else:
                del self.rows[self.bottom]
                self.rows.insert(self.top, [self._blank() for _ in range(self.width)])

    def _sequence(self, final: str, parameters: str) -> None:
        if final == "m":
            self._attributes(parameters)
            return
        numbers = [int(part or 0) for part in parameters.split(";")]
        count = numbers[0] or 1
        x, y = min(self.x, self.width - 1), self.y
        if final in "Hf":
            x, y = (numbers[1] or 1) - 1 if len(numbers) > 1 else 0, count - 1
        elif final == "A":
            y -= count
        elif final == "B":
            y += count
        elif final == "C":
            x += count
        elif final == "D":
            x -= count
        elif final == "G":
            x = count - 1
        elif final == "d":
            y = count - 1
        elif final == "K":
            self._erase(y, 0 if numbers[0] else x, self.width if numbers[0] != 1 else x + 1)
            return
        elif final == "J":
            if numbers[0] != 2:
                self._erase(y, 0 if numbers[0] else x, self.width if numbers[0] != 1 else x + 1)
            for row in {0: range(y + 1, self.height), 1: range(y), 2: range(self.height)}[numbers[0]]:
                self._erase(row, 0, self.width)
            return
        elif final == "X":
            self._erase(y, x, min(x + count, self.width))
            return
        elif final in "@P":
            row, blanks = self.rows[y], [self._blank() for _ in range(min(count, self.width - x))]
            self._halve(row, x)
            if final == "@":
                row[x:] = (blanks + row[x:])[: self.width - x]
            else:
                row[x:] = row[x + len(blanks) :] + blanks
            return
        elif final in "LM":
            assert self.top <= y <= self.bottom
            top, self.top = self.top, y
            self._shift(min(count, self.bottom - y + 1) * (1 if final == "M" else -1))
            self.top, self.x = top, 0
            return
        elif final == "r":
            self.top = (numbers[0] or 1) - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.height) - 1
            x = y = 0
        elif final == "S":
            self._shift(count)
            return
        elif final == "T":
            self._shift(-count)
            return
        else:
            raise AssertionError(f"not understood: CSI {parameters} {final}")
        self.x, self.y = max(0, min(x, self.width - 1)), max(0, min(y, self.height - 1))

    def _erase(self, y: int, start: int, end: int) -> None:
        row = self.rows[y]
        for at in range(start, end):
            self._halve(row, at)
            row[at] = self._blank()

    def _attributes(self, parameters: str) -> None:
        numbers = [int(part or 0) for part in parameters.split(";")]
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.attributes = set()
                self.foreground = self.background = ""
            elif number in (38, 48):
                length = 2 if numbers[0] == 5 else 4
                colour = ",".join(map(str, numbers[:length]))
                del numbers[:length]
                if number == 38:
                    self.foreground = colour
                else:
                    self.background = colour
            elif 30 <= number <= 37 or 90 <= number <= 97:
                self.foreground = str(number)
            elif 40 <= number <= 47 or 100 <= number <= 107:
                self.background = str(number - 10)
            elif number == 39:
                self.foreground = ""
            elif number == 49:
                self.background = ""
            elif number in OFF:
                self.attributes -= OFF[number]
            else:
                self.attributes.add(number)

    @property
    def cells(self) -> list[list[Cell]]:
        """The cells as they look: what no eye can tell apart is equal."""
        return [[_seen(cell) for cell in row] for row in self.rows]

    @property
    def lines(self) -> list[str]:
        return ["".join(cell[0] for cell in row) for row in self.rows]


def _seen(cell: Cell) -> Cell:
    text, _, background, attributes, link = cell
    if text == " " and not link and not attributes & VISIBLE_ON_BLANK:
        return (text, "", background, frozenset(), "")
    return cell


def first_difference(one: ReferenceTerminal, other: ReferenceTerminal) -> str:
    """Where two screens differ, for a failing test; "" where they do not."""
    for y, (row, other_row) in enumerate(zip(one.cells, other.cells, strict=True)):
        for x, (cell, other_cell) in enumerate(zip(row, other_row, strict=True)):
            if cell != other_cell:
                return f"row {y}, column {x}: {cell} and {other_cell}"
    return ""
