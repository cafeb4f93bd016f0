"""What this terminal can do, told by the environment alone: nothing is asked of the terminal, nothing waits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

Colours = Literal["none", "16", "256", "truecolor"]

_PLAIN = ("linux", "vt100", "vt102", "vt220", "ansi", "dumb")
"""Terminals that draw with ASCII and know no links."""


class Terminal(NamedTuple):
    """A terminal's abilities.

    `utf8`: it shows UTF-8. `ascii`: draw with ASCII characters only. `colours`: how many may be sent. `dumb`: it cannot
    even move its cursor. `multiplexer`: what stands between the program and the terminal in front of the user. `ssh`:
    the user is elsewhere. `hyperlinks`: OSC 8 links may be sent.
    """

    term: str
    utf8: bool
    ascii: bool
    colours: Colours
    dumb: bool
    multiplexer: Literal["tmux", "screen"] | None
    ssh: bool
    hyperlinks: bool

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Terminal:
        """Read the abilities off environment variables."""
        term = env.get("TERM", "")
        dumb = term in ("", "dumb", "unknown")
        utf8 = _utf8(env)
        plain = dumb or term.split("-")[0] in _PLAIN
        colours = _colours(env, term, dumb=dumb)
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
            hyperlinks=not plain and colours != "none" and not term.startswith("screen"),
        )


def as_given(env: Mapping[str, str], given: Path = Path("/proc/self/environ")) -> dict[str, str]:
    """`env` without what Python put into it: in a C locale it sets LC_CTYPE to a UTF-8 one (PEP 538)."""
    result = dict(env)
    if "LC_CTYPE" in result:
        try:
            names = {entry.partition(b"=")[0] for entry in given.read_bytes().split(b"\0")}
        except OSError:  # not on this system: nothing better is known
            return result
        if b"LC_CTYPE" not in names:
            del result["LC_CTYPE"]
    return result


def _utf8(env: Mapping[str, str]) -> bool:
    """Whether the locale is UTF-8 (POSIX, 8.2: LC_ALL, LC_CTYPE, LANG); without any locale it is taken to be."""
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if locale in ("C", "POSIX"):
        return False
    charset = locale.partition(".")[2].partition("@")[0].lower().replace("-", "")
    return charset in ("", "utf8")


def _colours(env: Mapping[str, str], term: str, *, dumb: bool) -> Colours:
    if dumb or env.get("NO_COLOR") or term.startswith("vt"):
        return "none"
    if term in ("linux", "ansi", "screen") or term.endswith("-16color"):
        return "16"
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith(("-direct", "-truecolor")):
        return "truecolor"
    if "256" in term or term in ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm"):
        return "256"
    return "16"
