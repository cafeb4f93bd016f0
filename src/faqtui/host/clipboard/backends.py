"""The ways to a clipboard, a class each, in the order in which they are tried.

A way is right where its `fits` says so; then its `send` either delivers or raises `ClipboardError`, and its `outlook`
says what will become of a text. Which bytes go to the terminal is worked out in `faqtui.host.clipboard.osc52`, what stands
between in `faqtui.host.clipboard.between`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from faqtui.errors import ClipboardError
from faqtui.host.clipboard import osc52
from faqtui.host.clipboard.between import Between, GnuScreen, Tmux, tmux_at
from faqtui.host.clipboard.processes import Run
from faqtui.records import NamedTuple


class Surroundings(NamedTuple):
    """What decides the way: the environment, what stands between, how to reach the terminal, how to run a program."""

    env: Mapping[str, str]
    between: Between
    write: Callable[[str], None]
    run: Run


class Outlook(NamedTuple):
    """What becomes of a text on one way.

    `place` ends the sentence "sent ... to", within 42 cells where it can, so that the status line of 80 holds it; `why` says
    more. `arrives` is None where that is for somebody to say who cannot be asked, most
    often the terminal. `limit` is in bytes of UTF-8, with `carrier` the one that has it. `where` and `setting` are the
    one line of configuration that would help, and whose it is; empty where none would.
    """

    place: str
    arrives: bool | None = None
    limit: int | None = None
    carrier: str = ""
    where: str = ""
    setting: str = ""
    why: str = ""


class Backend(Protocol):
    """One way to the clipboard, told apart by `name`."""

    name: str

    def fits(self, around: Surroundings) -> bool:
        """Whether this is the way to take here."""

    def outlook(self, around: Surroundings) -> Outlook:
        """What becomes of a text where it fits."""

    def send(self, text: str, around: Surroundings) -> None:
        """Deliver `text`, or raise `ClipboardError`."""


TMUX_CONF, OUTER_TMUX_CONF = "~/.tmux.conf", "~/.tmux.conf of the tmux on your side"
HAND_ON = "set -g allow-passthrough on"
TAKE_IN = "set -s set-clipboard on"


class TmuxPassthrough:
    """tmux that hands wrapped sequences on: exact, whatever its set-clipboard is, and into what it runs in."""

    name = "tmux-passthrough"

    def fits(self, around: Surroundings) -> bool:
        """Inside tmux alone, or in tmux in screen. Of tmux in tmux the outer one is asked to do it, without wrapping."""
        layers = around.between.layers
        return isinstance(layers[0], Tmux) and layers[0].passes and not _tmux_in(layers[1:]) if layers else False

    def outlook(self, around: Surroundings) -> Outlook:
        """As far as the least of those it goes through carries."""
        between = around.between
        screen = between.layers[1:] != ()
        through = "tmux in screen" if screen else "tmux"
        if between.unseen:
            return _unseen(f"your terminal (through {through})", osc52.TMUX_LIMIT)
        limit, carrier = (osc52.SCREEN_LIMIT, "screen") if screen else (osc52.TMUX_LIMIT, "tmux")
        return _within_mosh(Outlook(f"your terminal (through {through})", None, limit, carrier), between)

    def send(self, text: str, around: Surroundings) -> None:
        """Write the wrapped sequence."""
        for sequence in _forms(text, around.between):
            within = osc52.through_screen(sequence) if around.between.layers[1:] else sequence
            around.write(osc52.through_tmux(within))


class TmuxBuffer:
    """tmux as it is configured by default: it takes the text itself and tells the outer terminal."""

    name = "tmux-buffer"

    def fits(self, around: Surroundings) -> bool:
        """With any tmux in between."""
        return _tmux_in(around.between.layers) is not None

    def outlook(self, around: Surroundings) -> Outlook:
        """What tmux sends is not what everybody understands, and it sends nothing to a terminal it thinks less of."""
        between = around.between
        tmux = _tmux_in(between.layers)
        assert tmux is not None  # noqa: S101 - `fits` says so
        if isinstance(between.layers[-1], GnuScreen):
            return _buffer_only("screen stops it", HAND_ON, "screen does not carry what tmux sends of its own")
        if not tmux.sends:
            setting = f"set -as terminal-features ',{tmux.client_term}:clipboard'"
            why = f"tmux does not know {tmux.client_term} as a terminal that takes a clipboard"
            return _buffer_only("nothing beyond takes it", setting, why)
        if between.mosh and tmux.sends != "c":
            return _buffer_only("mosh stops it", HAND_ON, "mosh does not carry what tmux sends of its own")
        if between.unseen:
            return _unseen("your terminal (tmux buffer)", None)
        return _within_mosh(Outlook("your terminal (tmux buffer)"), between)

    def send(self, text: str, around: Surroundings) -> None:
        """Load a buffer of the outermost tmux; ``-w`` sends it on (tmux 3.2 and later), whatever its set-clipboard is."""
        tmux = _tmux_in(around.between.layers)
        assert tmux is not None  # noqa: S101 - `fits` says so
        client = ["-t", tmux.client_tty] if tmux.socket and tmux.client_tty else []
        if around.run([*tmux_at(tmux.socket), "load-buffer", "-w", *client, "-"], text) is None:
            raise ClipboardError("tmux did not take the text")


class ScreenPieces:
    """GNU screen, which hands on short pieces."""

    name = "screen"

    def fits(self, around: Surroundings) -> bool:
        """Inside screen."""
        return bool(around.between.layers) and isinstance(around.between.layers[0], GnuScreen)

    def outlook(self, around: Surroundings) -> Outlook:
        """As far as screen carries."""
        there = Outlook("your terminal (through screen)", None, osc52.SCREEN_LIMIT, "screen")
        return _within_mosh(there, around.between)

    def send(self, text: str, around: Surroundings) -> None:
        """Write the pieces."""
        around.write(osc52.through_screen(osc52.plain(text)))


class Mosh:
    """mosh, which carries the sequence up to a size."""

    name = "mosh"

    def fits(self, around: Surroundings) -> bool:
        """A mosh-server is above us, and no multiplexer between."""
        return around.between.mosh

    def outlook(self, around: Surroundings) -> Outlook:
        """As far as mosh carries."""
        return _within_mosh(Outlook("your terminal (through mosh)"), around.between)

    def send(self, text: str, around: Surroundings) -> None:
        """Write the sequence."""
        around.write(osc52.plain(text))


class TerminalItself:
    """The terminal itself: always there, and nothing is run."""

    name = "terminal"

    def fits(self, around: Surroundings) -> bool:  # noqa: ARG002 - it always fits
        """Everywhere."""
        return True

    def outlook(self, around: Surroundings) -> Outlook:
        """What a terminal does with it, it does not say; xterm does nothing unless it was told to."""
        outlook = _terminal("your terminal", around.between)
        if around.env.get("XTERM_VERSION") and not outlook.setting:
            # Its default has SetSelection in the list (xterm(1), disallowedWindowOps).
            return outlook._replace(where="~/.Xresources", setting="XTerm*disallowedWindowOps: 20,21,SetXprop")
        return outlook

    def send(self, text: str, around: Surroundings) -> None:
        """Write the sequence."""
        for sequence in _forms(text, around.between):
            around.write(sequence)


class RemoteTerminal(TerminalItself):
    """Over SSH: helpers here would fill the clipboard of the wrong machine."""

    name = "ssh"

    def fits(self, around: Surroundings) -> bool:
        """Logged in over SSH."""
        return around.between.ssh

    def outlook(self, around: Surroundings) -> Outlook:
        """What a terminal does with it, it does not say."""
        return _terminal("your terminal (over SSH)", around.between)


class LocalHelper:
    """A program of this desktop that owns its clipboard."""

    def __init__(self, name: str, command: Sequence[str], needs: str | None) -> None:
        self.name = name
        self.command = command
        self.needs = needs

    def fits(self, around: Surroundings) -> bool:
        """Its display is there, and so is the program."""
        from shutil import which  # only where nothing nearer fits

        if self.needs is not None and not around.env.get(self.needs):
            return False
        return which(self.command[0], path=around.env.get("PATH", os.defpath)) is not None

    def outlook(self, around: Surroundings) -> Outlook:  # noqa: ARG002 - always the same
        """It says whether it took the text."""
        return Outlook(f"the clipboard ({self.name})", arrives=True)

    def send(self, text: str, around: Surroundings) -> None:
        """Hand the text over on standard input."""
        if around.run(self.command, text) is None:
            raise ClipboardError(f"{self.name} did not take the text")


BACKENDS: tuple[Backend, ...] = (
    TmuxPassthrough(),
    TmuxBuffer(),
    ScreenPieces(),
    Mosh(),
    RemoteTerminal(),
    LocalHelper("wl-copy", ["wl-copy"], "WAYLAND_DISPLAY"),
    LocalHelper("xclip", ["xclip", "-selection", "clipboard"], "DISPLAY"),
    LocalHelper("pbcopy", ["pbcopy"], None),
    LocalHelper("clip.exe", ["clip.exe"], "WSL_DISTRO_NAME"),
    TerminalItself(),
)

SECURE: tuple[Backend, ...] = (Mosh(), TerminalItself())
"""Those that run no program."""


def _tmux_in(layers: Sequence[Tmux | GnuScreen]) -> Tmux | None:
    """The outermost tmux."""
    return next((layer for layer in reversed(layers) if isinstance(layer, Tmux)), None)


def _forms(text: str, between: Between) -> list[str]:
    """The sequence; for a tmux that cannot be asked also wrapped: each setting of it passes one of the two, or none."""
    if _is_without(between):
        # Some of these would print it.
        raise ClipboardError(f"{between.term} is not known to have a clipboard")
    sequence = osc52.plain(text)
    return [sequence, osc52.through_tmux(sequence)] if between.unseen else [sequence]


def _buffer_only(reason: str, setting: str, why: str) -> Outlook:
    place = f"tmux's buffer only: {reason}"
    return Outlook(place, arrives=False, where=TMUX_CONF, setting=setting, why=why)


def _unseen(place: str, limit: int | None) -> Outlook:
    return Outlook(
        f"{place}, if your own tmux lets it",
        limit=limit,
        carrier="tmux",
        where=OUTER_TMUX_CONF,
        setting=TAKE_IN,
        why="the tmux on your side lets it through with set-clipboard on, or with allow-passthrough on",
    )


def _within_mosh(outlook: Outlook, between: Between) -> Outlook:
    if not between.mosh or (outlook.limit is not None and outlook.limit < osc52.MOSH_LIMIT):
        return outlook
    return outlook._replace(limit=osc52.MOSH_LIMIT, carrier="mosh")


NO_CLIPBOARD = ("linux", "vt100", "vt102", "vt220", "ansi", "dumb")
"""Terminals that have none."""


def _terminal(place: str, between: Between) -> Outlook:
    if between.silent:
        why = "tmux takes it with set-clipboard on, and else keeps it from your terminal"
        return Outlook(f"{place}, past a silent tmux", where=TMUX_CONF, setting=TAKE_IN, why=why)
    if between.unseen:
        return _unseen(place, osc52.TMUX_LIMIT)
    if _is_without(between):
        why = f"{between.term} is not known to have a clipboard"
        return Outlook("the screen, to be selected by hand", arrives=False, why=why)
    return Outlook(place)


def _is_without(between: Between) -> bool:
    """Whether the terminal right before us, with nothing in between that takes copies itself, has no clipboard."""
    return between.term in NO_CLIPBOARD and not between.silent and not between.unseen
