"""What this terminal can do, told by the environment alone: nothing is asked of the terminal, nothing waits."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from faqtui.records import NamedTuple

Colours = Literal["none", "16", "256", "truecolor"]

_PLAIN = frozenset(("linux", "ansi", "pcansi", "cons25", "sun", "emacs", "dumb"))
"""Terminals that draw with ASCII and print control strings, beside the numbered ones of DEC (vt100, vt220)."""

# fmt: off
_STRINGS = frozenset((
    "xterm", "tmux", "screen", "rxvt", "kitty", "foot", "alacritty", "wezterm", "ghostty", "vte", "gnome", "konsole",
    "st", "stterm", "mintty", "putty", "contour", "rio", "iterm", "iterm2", "nsterm", "ms", "mlterm", "terminator",
    "terminology", "eterm", "mrxvt", "domterm",
))
# fmt: on
"""Terminals that read a control string they do not know to its end and forget it."""

_MANY_COLOURS = frozenset(("kitty", "alacritty", "foot", "ghostty", "wezterm", "contour", "rio"))
"""Terminals with 256 colours whose names need not say so."""

_ERASE_IN_COLOUR = frozenset(("xterm", "alacritty", "foot", "kitty", "wezterm", "ghostty", "linux"))


class Largest(NamedTuple):
    """The largest screen that is drawn. Whoever is connected says how large theirs is, and each cell and row takes memory."""

    columns: int
    rows: int
    cells: int


LARGEST = Largest(1000, 500, 200_000)
"""More than the smallest letters on a large monitor: some 20 MB."""

LARGEST_OF_STRANGERS = Largest(1000, 120, 48_000)
"""In secure mode: 400 by 120, some 8 MB. A row of any length takes some 30 KB while it is drawn, a cell 60 bytes."""


def clamped(columns: int, rows: int, *, secure: bool = False) -> tuple[int, int]:
    """A size as it is worked with, whatever a terminal or the environment says; of a larger screen it is the upper part."""
    most = LARGEST_OF_STRANGERS if secure else LARGEST
    columns = min(max(columns, 1), most.columns)
    return columns, min(max(rows, 1), most.rows, most.cells // columns)


class Terminal(NamedTuple):
    """A terminal's abilities.

    `utf8`: it shows UTF-8. `ascii`: draw with ASCII characters only. `colours`: how many may be sent. `dumb`: it cannot
    even move its cursor. `multiplexer`: what stands between the program and the terminal in front of the user. `ssh`:
    the user is elsewhere. `hyperlinks`: OSC 8 links may be sent. `family`: `term` without what follows its first name.
    `strings`: a control string (OSC, DCS) or a question may be sent that it perhaps does not know. `charset`: the name
    of the codec for what is sent and typed, ``utf-8`` or an extension of ASCII.
    """

    term: str
    utf8: bool
    ascii: bool
    colours: Colours
    dumb: bool
    multiplexer: Literal["tmux", "screen"] | None
    ssh: bool
    hyperlinks: bool
    family: str
    strings: bool
    charset: str

    @property
    def erases_in_colour(self) -> bool:
        """Whether it erases in the background in hand (terminfo's bce)."""
        return self.family in _ERASE_IN_COLOUR

    @property
    def console(self) -> bool:
        """Whether it is the console of Linux, which has keys of its own."""
        return self.family == "linux"

    @property
    def modern(self) -> bool:
        """Whether the terminal prints no question that it does not know, and surely has an alternate screen."""
        return self.strings and self.family != "screen"

    @property
    def may_tell_background(self) -> bool:
        """Whether to ask for its background: it has the colours that this is wanted for, and prints no question.

        GNU screen keeps the question to itself; tmux answers for itself, by whatever name of a terminal.
        """
        if self.colours not in ("256", "truecolor") or self.multiplexer == "screen":
            return False
        return self.modern or (self.strings and self.multiplexer == "tmux")

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Terminal:
        """Read the abilities off environment variables."""
        term = env.get("TERM", "")
        family = _family(term)
        dumb = family == "dumb" or term in ("", "unknown")
        charset = _charset(env)
        utf8 = charset == "utf-8"
        plain = dumb or family in _PLAIN or _is_dec(family)
        strings = not plain and family in _STRINGS
        colours = _colours(env, term, family, dumb=dumb)
        multiplexer: Literal["tmux", "screen"] | None = None
        if env.get("TMUX"):
            multiplexer = "tmux"
        elif env.get("STY"):
            multiplexer = "screen"
        return cls(
            term=term,
            utf8=utf8,
            ascii=plain or not utf8,
            colours=colours,
            dumb=dumb,
            multiplexer=multiplexer,
            ssh=bool(env.get("SSH_TTY") or env.get("SSH_CONNECTION")),
            hyperlinks=strings and colours != "none" and family != "screen",
            family=family,
            strings=strings,
            charset=charset,
        )


_is_as_given = False


def take_as_given() -> None:
    """From now on the environment is what somebody passed to this process while it ran: Python put nothing into it."""
    global _is_as_given
    _is_as_given = True


def as_given(env: Mapping[str, str], given: Path = Path("/proc/self/environ")) -> dict[str, str]:
    """`env` without what Python put into it: in a C locale it sets LC_CTYPE to a UTF-8 one (PEP 538)."""
    result = dict(env)
    if "LC_CTYPE" in result and not _is_as_given:
        try:
            names = {entry.partition(b"=")[0] for entry in given.read_bytes().split(b"\0")}
        except OSError:  # not on this system: nothing better is known
            return result
        if b"LC_CTYPE" not in names:
            del result["LC_CTYPE"]
    return result


def _family(term: str) -> str:
    """The first name of a terminal: ``xterm`` of xterm-256color; what screen stands before stays ``screen``."""
    for sign in "-.+":
        term = term.partition(sign)[0]
    return term.lower()


def _is_dec(family: str) -> bool:
    return family.startswith("vt") and family[2:3].isdecimal()


def _charset(env: Mapping[str, str]) -> str:
    """The charset of the locale (POSIX, 8.2: LC_ALL, LC_CTYPE, LANG); without any locale it is taken to be UTF-8.

    Those that do not have one byte for each character, or that Python does not know, count as ASCII, which is in all
    of them.
    """
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if locale in ("C", "POSIX"):
        return "ascii"
    charset = locale.partition(".")[2].partition("@")[0].lower()
    if charset.replace("-", "") in ("", "utf8"):
        return "utf-8"
    if charset.startswith(("iso8859-", "iso-8859-", "koi8-", "cp125", "windows-125")):
        with suppress(LookupError):
            return lookup(charset).name
    return "ascii"


def _colours(env: Mapping[str, str], term: str, family: str, *, dumb: bool) -> Colours:
    if dumb or env.get("NO_COLOR") or _is_dec(family) or term.endswith(("-mono", "-m")):
        return "none"
    if family in _PLAIN or term == "screen" or term.endswith("-16color"):
        return "16"
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith(("-direct", "-truecolor")):
        return "truecolor"
    if "256" in term or family in _MANY_COLOURS or term == "xterm-kitty":
        return "256"
    return "16"
