"""The grid: what the screen should show, cell by cell, read off the stream that Textual writes.

It understands what draws: text, SGR, links (OSC 8), cursor moves, erasing. Everything else is passed on as it is
(titles, the clipboard, modes, questions); what is not known and could have touched the screen is remembered as a
disturbance, after which the screen has to be painted anew. It writes nothing: `faqtui.wire.difference` does. Sequences are
those of ECMA-48 and xterm's ctlseqs. Taken apart without regular expressions, whose compiling costs a start 10 ms.
"""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size

from faqtui.wire.pens import PLAIN, Pens

STRINGS = "]P_^X"
"""What begins a control string: OSC, DCS, APC, PM, SOS."""

HARMLESS = "hlncqtpu"
"""Final bytes of control sequences that draw nothing: modes, questions, cursor shapes, window and keyboard reports."""

SCREEN_MODES = frozenset(("?3", "?6", "?47", "?69", "?1047", "?1048", "?1049"))
"""Modes whose change moves, clears or swaps what is seen."""

PARAMETERS = frozenset("0123456789;:")
MOST_COLUMN = 100_000

SINGLE = frozenset(
    chr(code)
    for first, last in (
        (0x20, 0x7E),
        (0xA0, 0xAC),
        (0xAE, 0x2FF),
        (0x370, 0x377),  # Greek and Cyrillic, without what is not assigned
        (0x391, 0x3A1),
        (0x3A3, 0x482),
        (0x2010, 0x2027),  # dashes, quotes, bullets, ellipsis
        (0x2030, 0x205E),
        (0x2190, 0x22FF),  # arrows, mathematics
        (0x2400, 0x2426),  # pictures of control characters
        (0x2500, 0x25FC),  # boxes, blocks, shapes
    )
    for code in range(first, last + 1)
)
"""Characters that every terminal, and rich, draws in one cell."""


class Grid:
    """Rows of cells; a cell is a text and a pen.

    A wide character lies in two cells, the second of which has the empty text; combining characters belong to the cell they
    follow. Whatever overwrites one half of a wide character leaves a blank in the other.
    """

    def __init__(self, width: int, height: int, pens: Pens) -> None:
        self.pens = pens
        self.synchronized = False
        """Whether frames come as synchronized updates (mode 2026), which says that the terminal knows them."""
        self.disturbed = False
        self.x = self.y = 0
        self._passing: list[str] = []
        self.pen = PLAIN
        """The pen in hand."""
        self._rest = ""
        self._draws = True
        self._sgr: set[str] = set()
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Take another size, blank: what was drawn for the old one says nothing about the new one."""
        self.width, self.height = width, height
        self.text, self.ink = [], []  # the old one and the new one need not be there at the same time
        self.text = [[" "] * width for _ in range(height)]
        self.ink = [[PLAIN] * width for _ in range(height)]
        self.touched = set(range(height))
        self.x = self.y = 0

    def take_passing(self) -> list[str]:
        """The sequences that are to be passed on, once."""
        passing, self._passing = self._passing, []
        return passing

    def drop_passing(self, most: int) -> None:
        """Give up the oldest sequences to pass on until at most `most` characters wait."""
        while self._passing and sum(map(len, self._passing)) > most:
            del self._passing[0]

    def feed(self, data: str, *, draw: bool = True) -> None:
        """Read `data`; without `draw` only for what it passes on, as with frames made for another size."""
        self._draws = draw
        if self._rest:
            data, self._rest = self._rest + data, ""
        pieces = data.split("\x1b")
        if pieces[0]:
            self._print(pieces[0])
        pens, known = self.pens, self._sgr
        index, count = 1, len(pieces)
        while index < count:
            piece = pieces[index]
            index += 1
            kind = piece[:1]
            if kind == "[":
                head, final, text = piece.partition("m")
                if final and (head in known or PARAMETERS.issuperset(head[1:])):
                    known.add(head)
                    self.pen = pens.select(self.pen, head[1:])
                else:
                    end = _end_of_sequence(piece)
                    if end is None:
                        if index == count:
                            self._rest = "\x1b" + piece
                        continue
                    self._control(piece[: end + 1])
                    text = piece[end + 1 :]
            elif kind and kind in STRINGS:
                index, string, left, text = _string(pieces, index)
                if left:
                    self._rest = left
                    return
                self._string(string)
            elif not kind:
                if index == count:
                    self._rest = "\x1b"
                continue
            else:
                length = 1
                while length < len(piece) and " " <= piece[length - 1] <= "/":
                    length += 1
                self._pass("\x1b" + piece[:length], harmless=kind in "()*+=>")
                text = piece[length:]
            if text:
                self._print(text)

    # -- text

    def _print(self, text: str) -> None:
        if not self._draws:
            if "\a" in text:
                self._passing.append("\a")
            return
        if SINGLE.issuperset(text):
            self._put_single(text)
            return
        start = 0
        for index, character in enumerate(text):
            if character < " " or "\x7f" <= character < "\xa0":
                if index > start:
                    self._put(text[start:index])
                start = index + 1
                self._steer(character)
        if start < len(text):
            self._put(text[start:])

    def _steer(self, character: str) -> None:
        if character == "\n":  # the line discipline makes CR LF of it
            self.x = 0
            if self.y < self.height - 1:
                self.y += 1
            else:
                self._scroll()
        elif character == "\r":
            self.x = 0
        elif character == "\b":
            self.x = max(0, min(self.x, self.width - 1) - 1)
        elif character == "\t":
            self.x = min(self.width - 1, (self.x // 8 + 1) * 8)
        elif character == "\a":
            self._passing.append(character)

    def _scroll(self) -> None:
        del self.text[0], self.ink[0]
        self.text.append([" "] * self.width)
        self.ink.append([self._ground()] * self.width)
        self.touched.update(range(self.height))

    def _put_single(self, text: str) -> None:
        x, room = self.x, self.width - self.x
        if room <= 0:
            x, room = self.width - 1, 1
        if len(text) > room:  # lines are not wrapped (mode 7 is off): the last column takes what comes
            text = text[: room - 1] + text[-1]
        end = x + len(text)
        row, ink, pen = self.text[self.y], self.ink[self.y], self.pen
        self._free(row, x, end)
        row[x:end] = text
        blank = self.pens.blank(pen)
        if blank == pen or " " not in text:
            ink[x:end] = [pen] * len(text)
        else:
            ink[x:end] = [blank if character == " " else pen for character in text]
        self.x = end
        self.touched.add(self.y)

    def _put(self, text: str) -> None:
        if SINGLE.issuperset(text):
            self._put_single(text)
            return
        for cell in _cells(text):
            if SINGLE.issuperset(cell):
                self._put_single(cell)
            else:
                self._put_cell(cell)

    def _put_cell(self, cell: str) -> None:
        """Put one character of any width, with what combines with it."""
        cells = cell_len(cell)
        row, ink = self.text[self.y], self.ink[self.y]
        x = self.x
        if cells == 0:
            x = min(x, self.width) - 1
            if x > 0 and row[x] == "":
                x -= 1
            if x >= 0:
                row[x] += cell
                ink[x] = self.pen if row[x][0] == " " else ink[x]
                self.touched.add(self.y)
            return
        if x + cells > self.width:
            x = self.width - cells
            if x < 0:
                return
        self._free(row, x, x + cells)
        row[x] = cell
        for part in range(x + 1, x + cells):
            row[part] = ""
        ink[x : x + cells] = [self.pen] * cells
        self.x = x + cells
        self.touched.add(self.y)

    @staticmethod
    def _free(row: list[str], start: int, end: int) -> None:
        """Blank the other halves of wide characters that [start, end) cuts."""
        while start > 0 and row[start] == "":
            start -= 1
            row[start] = " "
        while end < len(row) and row[end] == "":
            row[end] = " "
            end += 1

    # -- sequences

    def _control(self, sequence: str) -> None:
        """Obey or pass on ``CSI ...``, given without its ESC."""
        final, body = sequence[-1], sequence[1:-1]
        if not PARAMETERS.issuperset(body):
            if body == "?2026" and final in "hl":
                self.synchronized = True
                return
            self._pass("\x1b" + sequence, harmless=final in HARMLESS and body not in SCREEN_MODES)
            return
        numbers = [min(int(part), MOST_COLUMN) if part.isdecimal() else 0 for part in body.split(";")]
        first = numbers[0] or 1
        if final in "Hf":
            self._go((numbers[1] or 1) - 1 if len(numbers) > 1 else 0, first - 1)
        elif final == "A":
            self._go(self.x, self.y - first)
        elif final == "B":
            self._go(self.x, self.y + first)
        elif final == "C":
            self._go(self.x + first, self.y)
        elif final == "D":
            self._go(min(self.x, self.width - 1) - first, self.y)
        elif final == "G":
            self._go(first - 1, self.y)
        elif final == "d":
            self._go(self.x, first - 1)
        elif final == "K" and numbers[0] < 3:
            self._erase_line(numbers[0])
        elif final == "J" and numbers[0] < 3:
            self._erase_screen(numbers[0])
        else:
            self._pass("\x1b" + sequence, harmless=final in HARMLESS)

    def _string(self, string: str) -> None:
        """Obey or pass on a control string, given with its ESC and its end."""
        if string.startswith("\x1b]8;"):
            target = string[4:].rstrip("\a")
            target = target.removesuffix("\x1b\\").partition(";")[2]
            self.pen = self.pens.linked(self.pen, target)
        else:
            self._pass(string, harmless=True)

    def _pass(self, sequence: str, *, harmless: bool) -> None:
        self._passing.append(sequence)
        if not harmless:
            self.disturbed = True

    def _go(self, x: int, y: int) -> None:
        if self._draws:
            self.x = max(0, min(x, self.width - 1))
            self.y = max(0, min(y, self.height - 1))

    def _erase_line(self, which: int) -> None:
        x = min(self.x, self.width - 1)
        self._erase(self.y, 0 if which else x, self.width if which != 1 else x + 1)

    def _erase_screen(self, which: int) -> None:
        if which != 2:
            self._erase_line(which)
        rows = {0: range(self.y + 1, self.height), 1: range(self.y), 2: range(self.height)}[which]
        for y in rows:
            self._erase(y, 0, self.width)

    def _erase(self, y: int, start: int, end: int) -> None:
        if not self._draws:
            return
        self._free(self.text[y], start, end)
        self.text[y][start:end] = " " * (end - start)
        self.ink[y][start:end] = [self._ground()] * (end - start)
        self.touched.add(y)

    def _ground(self) -> int:
        """The pen of what is erased: of the pen in hand only its background counts."""
        return self.pens.select(PLAIN, self.pens.looks[self.pen].background)


def _end_of_sequence(piece: str) -> int | None:
    """Where the final byte of a control sequence is; None when it has not come yet."""
    for index in range(1, len(piece)):
        if "@" <= piece[index] <= "~":
            return index
    return None


def _string(pieces: list[str], index: int) -> tuple[int, str, str, str]:
    """The control string that begins with the piece before `index`.

    Returns the index of the next piece, the string, what is unfinished instead, and the text after it. A string that another
    sequence breaks off is passed as it is. In tmux's own wrapping every ESC inside is doubled.
    """
    string = "\x1b" + pieces[index - 1]
    if string[1] == "]" and "\a" in string:
        end = string.index("\a") + 1
        return index, string[:end], "", string[end:]
    while index < len(pieces):
        piece = pieces[index]
        if piece.startswith("\\"):
            return index + 1, string + "\x1b\\", "", piece[1:]
        if not piece and index + 1 == len(pieces):
            break
        if piece or not string.startswith("\x1bPtmux;"):
            return index, string, "", ""
        string += "\x1b\x1b" + pieces[index + 1]
        index += 2
    return index, "", string + "\x1b" * (index < len(pieces)), ""


def _cells(text: str) -> list[str]:
    """Cut `text` into what one cell, or two, can hold; plain ASCII in between stays in one piece."""
    cells: list[str] = []
    ascii_from = 0
    position, length = 0, len(text)
    while position < length:
        if text[position] < "\x80":
            position += 1
            continue
        start = position
        first = get_character_cell_size(text[position])
        if first == 0 and position > ascii_from:
            start = position - 1
        if start > ascii_from:
            cells.append(text[ascii_from:start])
        position += 1
        while position < length and text[position] >= "\x80":
            joined = text[position - 1] == "\u200d"
            if not joined and get_character_cell_size(text[position]):
                break
            position += 1
        cells.append(text[start:position])
        ascii_from = position
    if ascii_from < length:
        cells.append(text[ascii_from:])
    return cells
