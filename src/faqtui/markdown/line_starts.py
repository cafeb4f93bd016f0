"""What a line of Markdown can begin, as far as the line by itself tells: patterns of CommonMark 0.31 and of its dialects.

What it does begin depends on what is open, which `faqtui.markdown.scan` knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from faqtui.markdown.tags import BRACED, STARTS_RAW
from faqtui.patterns import pattern

LIST = pattern(r"(?:([-+*])|([0-9]{1,9})([.)]))(?:([ ]+)|$)")
ATX = pattern(r"(#{1,6})(?:[ \t]++((?>(?:[^ \t\n]++|[ \t]++(?!#*+[ \t]*+$))*)))?(?:[ \t]+#+)?[ \t]*$")
TIGHT_ATX = pattern(
    r"(#{2,6})(?=[^\W_]|[\[<*`\u201c\"'(@¿])((?>(?:[^ \t#\n]++|(?=[ \t#])[ \t]*+#*+(?![ \t]*+$))*))[ \t]*#*[ \t]*$"
)
FENCE = pattern(r"(`{3,}(?=[^`]*$)|~{3,})[ \t]*+((?:.*[^ \t\n])?)[ \t]*$")
RULE = pattern(r"(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$")
SETEXT = pattern(r"(=+|-+)[ \t]*$")
OVERLINE = pattern(r"={3,}[ \t]*$")
COLONS = pattern(r"(:{3,})[ \t]*+((?:.*[^ \t\n])?)[ \t]*$")
SLASHES = pattern(r"(/{3,})[ \t]*+(?:([A-Za-z][A-Za-z-]{1,30}+)[ \t]*+(?:\|[ \t]*+((?:.*[^ \t\n])?))?)?[ \t]*$")
"""What opens a block of PyMdown, its name and title, or closes one."""

SLASHED_OPTION = pattern(r" {4,}[a-z][a-z-]*:(?:[ \t].*)?$")
OPTION = pattern(r":[A-Za-z][\w-]*:(?:[ \t].*)?$")
MKDOCS = pattern(r"(!!!|\?\?\?\+?|===[+!]?)[ \t]++(\S(?:.*[^ \t\n])?)[ \t]*$")
MYST = pattern(r"\{([\w:.+-]+)\}[ \t]*(.*)")
MDX = pattern(
    r"import\s.+\sfrom\s+['\"][^'\"]+['\"];?\s*$|import\s+['\"][^'\"]+['\"];?\s*$|export\s+(?:const|"
    r"default|let|function)\b"
)
TAG_NAME = pattern(r"<(/?)([A-Za-z][A-Za-z0-9]*+)(?=[\s>]|(/>)|$)")
"""A tag of HTML by its name; the groups are the slash of an end tag, the name, and the end of a tag that has nothing else."""

_COMMENT = pattern(r"<!---?>|<!--|\{/\*")
_COMMENT_ENDS = {"<": "-->", "{": "*/}"}
RAW_CLOSE = pattern(rf"</(?:{STARTS_RAW})>", re.IGNORECASE)
LONE_TAG = pattern(
    r"(?:</[A-Za-z][\w.-]*\s*>|<[A-Za-z][\w.-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|"
    r"\"[^\"]*\"|" + BRACED + r"))?)*\s*/?>)\s*$"
)
OPEN_COMPONENT = pattern(r"<[A-Z][\w.]*(?:\s[^<>]*)?$")
WHOLE_COMPONENT = pattern(r"<([A-Z]\w*)(?:\s[^<>]*+)?(?<!/)>(?=\S).*</\1>[ \t]*$")
"""A component that begins and ends on a line of its own, as MDX 2 has a block be: ``<Note>Mind the gap.</Note>``."""
DELIMITERS = pattern(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-++:?[ \t]*+)*)\|?[ \t]*+$")
FOOTNOTE = pattern(r"\[\^([^\]\s]+)\]:[ \t]*")
SELDOM = pattern(r"[0-9]{1,9}[.)](?:[ ]|$)|import\s|export\s")
STARTERS = frozenset("#`~>-+*=_<:/!?[{0123456789|ie$\\")
"""First characters that can begin something other than a paragraph."""

LONGEST_HEADING = 2_000
"""Characters; what is longer is text that a rule or a number sign happens to stand by, such as data above ``---``."""


class Ends:
    """Knows which fences and comments are closed anywhere below the line they open on."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._fences: dict[str, list[tuple[int, int]]] | None = None
        self._last: dict[str, int] = {}

    def of_fence(self, number: int, marker: str) -> bool:
        """Whether a line of at least this marker alone follows line `number`."""
        if self._fences is None:
            self._fences = {"`": [], "~": []}
            for place, line in enumerate(self._lines):
                stripped = line.strip()
                if stripped[:3] in {"```", "~~~"} and not stripped.strip(stripped[0]):
                    self._fences[stripped[0]].append((place, len(stripped)))
        places = self._fences[marker[0]]
        first = bisect_right(places, (number, 0))
        # Fences are seldom of many lengths: looking at a few is enough, and keeps hostile pages linear.
        return any(length >= len(marker) for _, length in places[first : first + 64])

    def of_comment(self, number: int, end: str) -> bool:
        """Whether a comment that opens on line `number` is closed anywhere: if not, it is text and hides nothing."""
        if end not in self._last:
            lines = self._lines
            self._last[end] = next((n for n in range(len(lines) - 1, -1, -1) if end in lines[n]), -1)
        return number <= self._last[end]


def fence_behind(fence: str, stripped: str) -> str:
    """The fence of code that is open behind a line without its indentation, where `fence` was open before it (empty: none)."""
    if fence:
        return "" if stripped.startswith(fence) and not stripped.strip().strip(fence[0]) else fence
    match = FENCE.match(stripped)
    return match[1] if match else ""


def outside_fences(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of a text that neither are in fenced code nor could open it: their numbers, and what they say."""
    fence = ""
    for number, line in enumerate(lines):
        stripped = line.strip()
        if fence or stripped[:1] in {"`", "~"}:
            fence = fence_behind(fence, stripped)
        else:
            yield number, stripped


def without_comments(text: str) -> str:
    """`text` without its comments of HTML and MDX; what is never closed stays."""
    kept: list[str] = []
    done = position = 0
    closed = {"<": True, "{": True}
    while found := _COMMENT.search(text, position):
        start, position = found.span()
        sign = text[start]
        if not found[0].endswith(">"):
            end = text.find(_COMMENT_ENDS[sign], position) if closed[sign] else -1
            if end < 0:
                closed[sign] = False  # and none of the later ones is closed either
                continue
            position = end + 3
        kept.append(text[done:start])
        done = position
    return "".join(kept) + text[done:]


def expanded(line: str) -> str:
    """Tabs in the indentation and after a marker as spaces up to the next multiple of four (CommonMark 2.2)."""
    out: list[str] = []
    column = 0
    for index, char in enumerate(line):
        if char == "\t":
            width = 4 - column % 4
            out.append(" " * width)
            column += width
        elif char in " >-+*.)0123456789":
            out.append(char)
            column += 1
        else:
            return "".join(out) + line[index:]
    return "".join(out)


def without(line: str, columns: int) -> str:
    """A line without its first columns: of a tab that reaches beyond them the rest stands as spaces (CommonMark 2.2)."""
    column = 0
    for index, char in enumerate(line):
        if column >= columns:
            return " " * (column - columns) + line[index:]
        column += 4 - column % 4 if char == "\t" else 1
    return " " * (column - columns)


def dedented(line: str, columns: int) -> str:
    """A line without up to so many columns of white space."""
    text = line.lstrip(" \t")
    indent = len(line[: len(line) - len(text)].expandtabs(4))
    return without(line, min(columns, indent)) if "\t" in line else line[min(columns, indent) :]


def is_short(lines: Sequence[str]) -> bool:
    """Whether a paragraph can be a heading. None of its lines is empty, so the first few tell."""
    return len(lines) <= LONGEST_HEADING and sum(map(len, lines)) <= LONGEST_HEADING
