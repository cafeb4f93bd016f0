"""What stands between the program and the terminal in front of the user: multiplexers one inside the other, mosh, SSH.

It is read off the environment, asked of tmux (which is run once for each one found) and, where a tmux stands in another
or runs over mosh, read off the environment of its client. Nothing is sent here.
"""

from __future__ import annotations

from collections.abc import Mapping

from faqtui.host.clipboard.processes import Machine, Run
from faqtui.records import NamedTuple

MOST_LAYERS = 4

ASKED = (
    "version", "allow-passthrough", "set-clipboard", "pane_tty", "client_pid", "client_tty", "client_termname",
    "client_termfeatures", "pane_current_command",
)  # fmt: skip
"""What tmux is asked; options can be asked for like variables (tmux(1), FORMATS). The command may hold any character."""

SEPARATOR = "|"
"""Seen characters only: to a client that is not in UTF-8, tmux prints others as underscores."""


class Tmux(NamedTuple):
    """A tmux: its settings, and what its client runs in.

    `passthrough` is ``off``, ``on``, ``all`` or, before 3.3, empty; `sends` is how it tells its terminal of a copy of its
    own: empty for not at all, ``c`` for the selection ``c``, ``*`` for whatever was asked (mostly the empty one).
    `socket` and `pane` are empty for the tmux that our own environment names.
    """

    version: str = ""
    passthrough: str = ""
    set_clipboard: str = ""
    pane_tty: str = ""
    client: int = 0
    client_tty: str = ""
    client_term: str = ""
    sends: str = "*"
    command: str = ""
    socket: str = ""
    pane: str = ""

    @property
    def passes(self) -> bool:
        """Whether it hands wrapped sequences on; before 3.3 it always did."""
        if self.passthrough:
            return self.passthrough != "off"
        return tmux_version(self.version) < (3, 3)


class GnuScreen(NamedTuple):
    """A GNU screen; it is asked nothing."""


class Between(NamedTuple):
    """What stands between, innermost first in `layers`.

    `silent`: we are told of a tmux that does not answer, or is not asked. `unseen`: the terminal at the end of what is known
    is a tmux that cannot be asked, since it runs on the user's side of an SSH connection. `term`: the TERM at that end.
    """

    layers: tuple[Tmux | GnuScreen, ...] = ()
    silent: bool = False
    unseen: bool = False
    mosh: bool = False
    ssh: bool = False
    term: str = ""


def look(env: Mapping[str, str], run: Run, machine: Machine) -> Between:
    """Find out what stands between, beginning with the environment of this process."""
    layers: list[Tmux | GnuScreen] = []
    here, tty, pid = env, machine.tty(), 0
    silent = False
    while len(layers) < MOST_LAYERS:
        named, climbed = _naming(here, pid, machine)
        tmux = _ask(named, run, own=named is env) if named.get("TMUX") else None
        silent = silent or (not layers and bool(named.get("TMUX")) and tmux is None)
        if tmux and _known(tmux, layers):
            break
        if tmux and (tmux.pane_tty == tty or not (climbed or named.get("STY"))):
            layers.append(tmux)
        elif here.get("STY"):
            layers.append(GnuScreen())
            if tmux is None or not _shows_screen(tmux, pid, machine):
                break
            layers.append(tmux)
        else:
            break
        if not tmux.client:
            break
        here, tty, pid = machine.environment(tmux.client), tmux.client_tty, tmux.client
    outermost = layers[-1] if layers else None
    term = outermost.client_term if isinstance(outermost, Tmux) else env.get("TERM", "")
    mosh = any(process.name == "mosh-server" for process in machine.ancestors(pid))
    if isinstance(outermost, Tmux):
        layers[-1] = _with_terminal(outermost, run, mosh=mosh)
    return Between(
        layers=tuple(layers),
        silent=silent,
        # Only tmux itself calls a terminal so.
        unseen=not isinstance(outermost, GnuScreen) and term.startswith("tmux"),
        mosh=mosh,
        ssh=is_remote(here or env),
        term=term,
    )


def look_no_further(env: Mapping[str, str], machine: Machine) -> Between:
    """What can be said without running a program."""
    mosh = any(process.name == "mosh-server" for process in machine.ancestors(0))
    return Between(silent=bool(env.get("TMUX")), mosh=mosh, ssh=is_remote(env), term=env.get("TERM", ""))


def is_remote(env: Mapping[str, str]) -> bool:
    """Whether this is the environment of a login over SSH."""
    return bool(env.get("SSH_TTY") or env.get("SSH_CONNECTION"))


def _naming(here: Mapping[str, str], pid: int, machine: Machine) -> tuple[Mapping[str, str], bool]:
    """The environment that names the multiplexer around process `pid`, which was started with `here`.

    ``su -`` and ``TMUX= tmux`` take the name away, but not TERM; then it may still be known further up. Returns whether
    it is from there: then a terminal may stand between that is another one.
    """
    if here.get("TMUX") or here.get("STY") or not here.get("TERM", "").startswith(("tmux", "screen")):
        return here, False
    for process in machine.ancestors(pid)[1:]:
        above = machine.environment(process.pid)
        if above.get("TMUX"):
            return above, True
    return here, False


def _shows_screen(tmux: Tmux, pid: int, machine: Machine) -> bool:
    """Whether the screen around `pid` is seen in `tmux`, and was not merely once started there.

    A screen that was not detached since is still a child of what started it.
    """
    return tmux.command == "screen" or any(process.name == "tmux: server" for process in machine.ancestors(pid))


def _known(tmux: Tmux, layers: list[Tmux | GnuScreen]) -> bool:
    """Whether a client of it shows it to itself."""
    return any(isinstance(layer, Tmux) and layer.client == tmux.client for layer in layers)


def _ask(env: Mapping[str, str], run: Run, *, own: bool) -> Tmux | None:
    """What the tmux that `env` names says about itself; None where it says nothing."""
    socket, pane = ("", "") if own else (env["TMUX"].split(",")[0], env.get("TMUX_PANE", ""))
    question = SEPARATOR.join(f"#{{{name}}}" for name in ASKED)
    answer = run([*tmux_at(socket), "display-message", *(["-t", pane] if pane else []), "-p", question], None)
    told = answer.rstrip("\n").split(SEPARATOR, len(ASKED) - 1) if answer else []
    if len(told) != len(ASKED):
        return None
    facts = dict(zip(ASKED, told, strict=True))
    features = facts["client_termfeatures"]
    return Tmux(
        version=facts["version"],
        # 3.3 prints the option as a flag.
        passthrough={"0": "off", "1": "on"}.get(facts["allow-passthrough"], facts["allow-passthrough"]),
        set_clipboard=facts["set-clipboard"],
        pane_tty=facts["pane_tty"],
        client=int(facts["client_pid"]) if facts["client_pid"].isdecimal() else 0,
        client_tty=facts["client_tty"],
        client_term=facts["client_termname"],
        sends="*" if not features or "clipboard" in features.split(",") else "",
        command=facts["pane_current_command"],
        socket=socket,
        pane=pane,
    )


def tmux_at(socket: str) -> list[str]:
    """The words of a tmux command to the tmux at `socket`, or to that of our own environment."""
    return ["tmux", "-S", socket] if socket else ["tmux"]


def _with_terminal(tmux: Tmux, run: Run, *, mosh: bool) -> Tmux:
    """`tmux` with what its list of terminals says about ``Ms``, where its list of features leaves that open.

    Features do not name what terminfo has, and mosh carries the selection ``c`` only, which is a matter of the string.
    """
    if not tmux.client_tty or (tmux.sends and not mosh):
        return tmux
    listed = run([*tmux_at(tmux.socket), "show-messages", "-T"], None) or ""
    _, found, block = listed.partition(f" for {tmux.client_tty},")
    for line in block.split("\nTerminal ")[0].splitlines() if found else ():
        _, is_it, value = line.partition(": Ms: ")
        if is_it:
            string = value.removeprefix("(string) ")
            return tmux._replace(sends="" if "52;" not in string else "c" if "52;c;" in string else "*")
    return tmux


def tmux_version(text: str) -> tuple[int, int]:
    """``3.3a`` is (3, 3); what cannot be read is taken as new."""
    digits = "".join(c if c.isdigit() or c == "." else " " for c in text).split()
    parts = digits[0].split(".") if digits else []
    if len(parts) < 2 or not all(parts[:2]):
        return (99, 0)
    return int(parts[0]), int(parts[1])
