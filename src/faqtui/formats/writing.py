"""Writing Markdown: text that must stay text is escaped, blocks are put one below another, and each line keeps its number.

What is written here is read by `faqtui.markdown` again, shown, and copied by people: as few escapes as keep it true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

MAX_DEPTH = 24
"""Lists and quotations inside one another; what is nested more deeply is written at this depth."""

_SPECIAL = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>]+)|[\\`]|\*(?=\S)|(?<=\S)\*|\A\*|\*\Z|\](?=[(\[:])|\[(?=\^)|~~|\$\$"
    r"|(?<!\w)_++|(?<!_)_++(?![^\W_])|<(?=[A-Za-z/!?+])|&(?=#?\w{1,31};)|\{(?=[{%#:.<*/])|(?<=\{)<"
)
_SIGNS = re.compile(r"[\\`*\[\]~$_<&{]")
"""One of these is in all that is escaped."""

_LINE_START = re.compile(
    r"#{1,6}(?:\s|$)|##|[-+*=](?:[-+*= ]*$|\s)|>|~~~|\||:|!!!|\?\?\?|={3}[+!]?\s|\.\.\s|\+\+\+|_{3}|\[[^\[\]]*\]:|\(\S+\)=$"
)
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_LABEL = re.compile(r"[*_]{0,3}\w{1,12}[ ]?\d{0,3}[*_]{0,3}[:\uff1a][*_]{0,3}$")
"""A line that says what the next is: ``Q:``."""
_MDX = re.compile(r"(?:import\s.+['\"]|export\s+(?:const|default|let|function)\b)")
_NO_WORD = re.compile(r"[^\w\s-]")
_TICKS = re.compile(r"`+")
_WORD = re.compile(r"[A-Za-z0-9_+#.-]+$")


def escaped(text: str) -> str:
    """Text with a backslash before what Markdown would take as markup inside a line; addresses stay as they are."""
    return _SPECIAL.sub(_escape, text) if _SIGNS.search(text) and _SPECIAL.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return match[0] if match["url"] else "".join("\\" + char for char in match[0])


def line_start(text: str) -> str:
    """A line of a paragraph, with a backslash where Markdown would take its beginning for a block of another kind."""
    number = _NUMBER.match(text)
    if number:
        return f"{number[0]}\\{text[number.end() :]}"
    if _MDX.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    return f"\\{text}" if _LINE_START.match(text) else text


def code_span(text: str) -> str:
    """Code inside a line."""
    text = " ".join(text.split("\n"))
    if not text.strip():
        return text
    marks = max((len(run) for run in _TICKS.findall(text)), default=0) + 1
    if marks > 1 or text[0] == "`" or text[-1] == "`" or (text[0] == " " and text[-1] == " "):
        return (
            f"{'`' * marks} {text} {'`' * marks}"
            if "`" in (text[0], text[-1]) or text[0] == " "
            else (f"{'`' * marks}{text}{'`' * marks}")
        )
    return f"`{text}`"


def link(text: str, url: str) -> str:
    """A link; `text` is Markdown already. The address alone where it says the same."""
    url = url.strip()
    if not url:
        return text
    if text in {url, escaped(url)} and re.match(r"(?:https?|mailto):[^\s<>]+$", url):
        return f"<{url}>"
    if any(char.isspace() or char in "()<>" for char in url):
        url = "<" + re.sub(r"[<>\s]", lambda match: f"%{ord(match[0]):02X}", url) + ">"
    text = " ".join(text.split())
    if text.count("[") != text.count("]"):
        text = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", text)
    return f"[{text}]({url})"


def image(text: str, url: str) -> str:
    """An image; `text` is what stands for it, in plain letters."""
    return "!" + link(escaped(" ".join(text.split())), url or "#") if text.strip() or url else ""


def in_as_many_lines(made: str, written: str) -> str:
    """What was made of a piece of text, with as many line ends as that has: the lines below keep their numbers."""
    return made + "\n" * (written.count("\n") - made.count("\n")) if "\n" in written else made


def slug(title: str) -> str:
    """The anchor of a heading, as most renderers of Markdown make it."""
    words = _NO_WORD.sub("", title.lower()).replace("-", " ").split()
    return "-".join(words)


STRONG, EMPHASIS, STRUCK = ("\ufdd0", "\ufdd1"), ("\ufdd2", "\ufdd3"), ("\ufdd4", "\ufdd5")
"""What stands for the beginning and the end of a range until it is known what it stands between."""

_MARKS = {STRONG[0]: "**", EMPHASIS[0]: "*", STRUCK[0]: "~~"}
_ENDS = {STRONG[1]: STRONG[0], EMPHASIS[1]: EMPHASIS[0], STRUCK[1]: STRUCK[0]}
_HELD = re.compile("[\ufdd0-\ufdd5]")
_WORDS = r"[^\W_](?:[^\ufdd0-\ufdd5\n]*[^\W_])?"
_PLAIN = re.compile(
    f"(?<![*~\ufdd0-\ufdd5])(?:\ufdd0(?P<strong>{_WORDS})\ufdd1|\ufdd2({_WORDS})\ufdd3|\ufdd4(?P<struck>{_WORDS})\ufdd5)"
    "(?![*~\ufdd0-\ufdd5])"
)
"""A range of words with nothing beside it that could make another of its marks: as nearly all are."""
_SPACES = re.compile(r"[\t\f\v][ \t\f\v]*| [ \t\f\v]+")


def marked(text: str) -> str:
    """Text with its held marks as ``**`` and alike; dropped where Markdown would not take them for marks."""
    if not _HELD.search(text):
        return text
    text = _PLAIN.sub(_marked, text)
    parts = re.split("([\ufdd0-\ufdd5])", text)
    kept = dict.fromkeys(range(1, len(parts), 2), "")
    open_: list[tuple[str, int]] = []
    for place in range(1, len(parts), 2):
        sign = parts[place]
        if sign in _MARKS:
            open_.append((sign, place))
            continue
        wanted, depth = _ENDS[sign], len(open_) - 1
        lowest = max(0, depth - 8)
        while depth >= lowest and open_[depth][0] != wanted:
            depth -= 1
        if depth < lowest:
            continue
        begun = open_[depth][1]
        if _holds(parts, begun, place):
            kept[begun] = kept[place] = _MARKS[open_[depth][0]]
        del open_[depth:]
    return "".join(kept.get(place, part) for place, part in enumerate(parts))


def _marked(match: re.Match[str]) -> str:
    mark = "**" if match["strong"] else "~~" if match["struck"] else "*"
    return f"{mark}{match[0][1:-1]}{mark}"


def _holds(parts: list[str], begun: int, ended: int) -> bool:
    """Whether marks around these parts are marks to Markdown (CommonMark 6.2: what they touch decides)."""
    first, last = _near(parts, begun, 1)[:1], _near(parts, ended, -1)[-1:]
    before, after = _near(parts, begun, -1)[-1:], _near(parts, ended, 1)[:1]
    if (
        not first
        or not last
        or first.isspace()
        or last.isspace()
        or "\n\n" in "".join(parts[begun : min(ended, begun + 50)])
    ):
        return False
    if not first.isalnum() and before.isalnum():
        return False
    if not last.isalnum() and after.isalnum():
        return False
    return first not in "*~" and last not in "*~" and before not in {"*", "~"} and after not in {"*", "~"}


def _near(parts: list[str], place: int, step: int) -> str:
    """The text beside a mark, past the marks that stand beside it."""
    last = len(parts) - 1
    for _ in range(5):
        place += step
        if parts[place]:
            return parts[place]
        if place in {0, last}:
            break
        place += step
    return ""


class Inline:
    """Inline Markdown being put together: lines, each with the line of the file that it comes from."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, list[str]]] = []

    def text(self, text: str, line: int) -> None:
        """Text that is no markup, and begins on this line; white space in it is what HTML takes it for."""
        if _HELD.search(text):
            text = _HELD.sub("\ufffd", text)
        self.markdown(escaped(text), line)

    def markdown(self, text: str, line: int) -> None:
        """Text that is Markdown already."""
        for offset, piece in enumerate(text.split("\n")):
            if offset or not self._lines:
                self._lines.append((line + offset, []))
            elif not any(self._lines[-1][1]):
                self._lines[-1] = (line, self._lines[-1][1])
            if piece:
                self._lines[-1][1].append(piece)

    def mark(self, sign: str, line: int) -> None:
        """The beginning or the end of a range, on this line."""
        if not self._lines:
            self._lines.append((line, []))
        self._lines[-1][1].append(sign)

    def broken(self, line: int) -> None:
        """A line ends here."""
        self.markdown("\\\n", line)

    def lines(self) -> list[tuple[int, str]]:
        """What was put together, white space as single spaces."""
        if not self._lines:
            return []
        joined = "\n".join("".join(pieces) for _, pieces in self._lines)
        joined = _SPACES.sub(" ", joined)
        if _HELD.search(joined):  # white space stands outside of marks
            joined = re.sub("(?<![\ufdd0\ufdd2\ufdd4])([\ufdd0\ufdd2\ufdd4]+)(\\\\?\n[ \n]*|[ \n]+)", r"\2\1", joined)
            joined = re.sub("(?<!\\\\)(\\\\\n[ \n]*)([\ufdd1\ufdd3\ufdd5]+)", r"\2\1", joined)
            joined = re.sub("(?<![ \n])([ \n]+)([\ufdd1\ufdd3\ufdd5]+)", r"\2\1", joined)
            joined = marked(_SPACES.sub(" ", joined))
        texts = joined.split("\n")
        return [(number, text.strip(" ")) for (number, _), text in zip(self._lines, texts, strict=True)]

    def line(self) -> str:
        """All of it on one line."""
        return " ".join(" ".join(text.removesuffix("\\") for _, text in self.lines()).split())


class Writer:
    """Markdown being written, with the line of the file that each line comes from (from 0)."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self._levels: list[list[str]] = []  # what begins the next line of each container, and the lines after it
        self._tight = 0
        self._apart = False
        self._held = False

    @property
    def last(self) -> int:
        """The number of the last line that was written."""
        return self.numbers[-1] if self.numbers else 0

    @property
    def is_outside(self) -> bool:
        """Whether what is written now stands in no container."""
        return not self._levels

    def put(self, text: str, number: int, *, exact: bool = False) -> None:
        """One line, as it is; with the spaces of one that has nothing else only where it is `exact`."""
        self._held = False
        if self._apart:
            self._apart = False
            if text and self.lines and self.lines[-1].strip():
                self._write("", max(self.last, min(number - 1, number)), first=False)
        self._write(text, number, first=True, exact=exact)

    def _write(self, text: str, number: int, *, first: bool, exact: bool = False) -> None:
        before = ""
        for level in self._levels:
            if first or not level[0]:
                before += level[0] or level[1]
            else:
                break  # the container has not begun yet
            if first:
                level[0] = ""
        self.lines.append(before + text if text.strip() or (exact and text) else (before + text).rstrip())
        self.numbers.append(max(0, number))

    def apart(self) -> None:
        """What follows is another block."""
        if not self._tight and not self._held:
            self._apart = True

    def together(self) -> None:
        """What follows goes on with what stands above."""
        self._apart = False
        self._held = True

    @contextmanager
    def tight(self, *, on: bool = True) -> Iterator[None]:
        """A list without blank lines: each of its items is one paragraph, and perhaps another such list."""
        self._tight += on
        yield
        self._tight -= on

    @contextmanager
    def inside(self, first: str, rest: str) -> Iterator[None]:
        """Within a container whose first line begins with `first`, and whose others begin with `rest`."""
        if len(self._levels) >= MAX_DEPTH:
            yield
            return
        level = [first, rest]
        self._levels.append(level)
        yield
        self._held = False
        if level[0].strip() and level[0] != rest:  # nothing was written: its mark says that it was there
            self.put("", self.last)
        self._levels.pop()

    def heading(self, level: int, text: str, number: int) -> None:
        """A heading; a line of signs only is none."""
        text = " ".join(text.split())
        if text:
            self.apart()
            self.put(f"{'#' * min(max(level, 1), 6)} {text.rstrip('#') if text.endswith(' #') else text}", number)
            self.apart()

    def paragraph(self, text: str, number: int, *, wrapped: bool = True) -> None:
        """Inline Markdown; its further lines come from the further lines of the file, if they were `wrapped` there."""
        lines = [line.strip(" \t") for line in text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        if not any(lines):
            return
        self.apart()
        for offset, line in enumerate(lines):
            if line:
                self.put(line_start(line), number + (offset if wrapped else 0))
        self.apart()

    def inline(self, lines: Sequence[tuple[int, str]]) -> None:
        """Lines of inline Markdown as a paragraph; where one is empty, as the next. A label goes on with what it labels."""
        lines = [(number, text) for number, text in lines if text]
        if len(lines) > 1 and lines[1][1] != "\\" and _LABEL.match(lines[0][1]):
            lines = [(lines[1][0], f"{lines[0][1]} {lines[1][1]}"), *lines[2:]]
        count = len(lines)
        while count and not lines[count - 1][1].strip("\\ "):
            count -= 1
        self.apart()
        begun = False
        for place, (number, text) in enumerate(lines[:count]):
            if text == "\\":
                if begun:
                    self.apart()
                    begun = False
                continue
            following = lines[place + 1][1] if place + 1 < count else ""
            ends = following == "\\" or place + 1 == count
            self.put(line_start(text.removesuffix("\\") if ends else text), number)
            begun = True
        self.apart()

    def code(self, text: str, language: str, number: int, *, fenced: int = 0) -> None:
        """A block of code whose first line stands on line `number`, with so many lines of markup before and after it."""
        marks = "`" * max(3, max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
        self.apart()
        self.put(marks + (language if _WORD.match(language) else ""), max(0, number - fenced))
        lines = text.split("\n")
        for offset, line in enumerate(lines):
            self.put(line, number + offset, exact=True)
        self.put(marks, number + len(lines) - 1 + fenced)
        self.apart()

    def table(self, rows: Sequence[tuple[int, Sequence[str]]], *, head: bool = True) -> None:
        """A table of inline Markdown; with an empty head where the first row is none."""
        width = max((len(cells) for _, cells in rows), default=0)
        if not width:
            return
        self.apart()
        if not head:
            rows = [(rows[0][0], [""] * width), *rows]
        for place, (number, cells) in enumerate(rows):
            padded = [*cells, *[""] * (width - len(cells))]
            self.put(f"| {' | '.join(map(cell, padded))} |", number)
            if not place:
                self.put("|" + " --- |" * width, number)
        self.apart()


def cell(text: str) -> str:
    """Inline Markdown as a cell of a table: on one line, without bars."""
    return " ".join(re.sub(r"(?<!\\)\|", r"\\|", text.strip().replace("\\\n", "<br>")).split())
