"""What faqtui will be able to do here, and why: findings about the terminal, what is between, copying, files, content.

Everything is handed in as a `Situation`; nothing is looked up, asked or printed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from faqtui.host.clipboard import Forecast
from faqtui.host.clipboard.between import Tmux
from faqtui.host.terminal import Terminal
from faqtui.records import NamedTuple
from faqtui.view.room import SMALLEST, is_tiny


class Directory(NamedTuple):
    """Where something is kept. `exists`: it is there. `problem` says why it cannot be written; empty where it can."""

    purpose: str
    path: str
    exists: bool
    problem: str = ""


class ContentThere(NamedTuple):
    """The FAQ that would be shown: `origin` says who chose it, `entries` is None where it was not or cannot be read."""

    origin: str
    paths: tuple[str, ...] = ()
    title: str = ""
    entries: int | None = None
    categories: int = 0
    problems: tuple[str, ...] = ()


class Model(NamedTuple):
    """The model of meaning that is installed: its `name`, or the `problem` with it; milliseconds that loading and a query took.

    `vectors` are those of the content's entries that are kept.
    """

    name: str
    load_ms: float = 0
    query_ms: float = 0
    vectors: int = 0
    problem: str = ""


class Ground(NamedTuple):
    """The background of a terminal that was asked for it: what it answered, what follows, and what follows without an answer.

    Each is empty where it is not known.
    """

    answer: str = ""
    shade: str = ""
    supposed: str = ""


class Situation(NamedTuple):
    """All that the findings rest on.

    `size` is columns and rows, or None where there is no terminal; `model` None without one; `ground` None where the terminal
    was not asked.
    """

    env: Mapping[str, str]
    terminal: Terminal
    size: tuple[int, int] | None
    is_terminal: bool
    secure: bool
    forecast: Forecast
    directories: tuple[Directory, ...]
    settings_problem: str
    content: ContentThere
    faqtui: str
    python: str
    textual: str | None
    model: Model | None = None
    ground: Ground | None = None


class Finding(NamedTuple):
    """One thing that was found. `ok` is None for what is neither good nor bad."""

    ok: bool | None
    text: str


class Advice(NamedTuple):
    """One line of configuration that would help: what it does, where it belongs, and the line."""

    purpose: str
    where: str
    line: str


class Report(NamedTuple):
    """Findings under their headings, and the advice that would help most, if any would."""

    sections: tuple[tuple[str, tuple[Finding, ...]], ...]
    advice: Advice | None

    @property
    def well(self) -> bool:
        """Whether nothing is wrong."""
        return all(finding.ok is not False for _, findings in self.sections for finding in findings)


def examine(situation: Situation) -> Report:
    """Draw the conclusions."""
    return Report(
        (
            ("Terminal", tuple(_terminal(situation))),
            ("In between", tuple(_between(situation))),
            ("Clipboard", tuple(_clipboard(situation))),
            ("Files", tuple(_files(situation))),
            ("Content", tuple(_content(situation.content))),
            ("Meaning", tuple(_meaning(situation.model, situation.content))),
        ),
        next(_advice(situation), None),
    )


def _terminal(situation: Situation) -> Iterator[Finding]:
    terminal, env = situation.terminal, situation.env
    if terminal.dumb:
        yield Finding(False, f"TERM is {terminal.term or 'not set'}: lists and answers are printed, no screen")
    elif not situation.is_terminal:
        yield Finding(None, f"TERM is {terminal.term}; standard output is no terminal, so text is printed there")
    else:
        yield Finding(True, f"TERM is {terminal.term}")
    if situation.size is not None:
        fits = not is_tiny(*situation.size)
        columns, rows = situation.size
        needs = "" if fits else f", the screen needs {SMALLEST[0]}x{SMALLEST[1]}"
        yield Finding(fits, f"{columns} columns, {rows} rows{needs}")
    yield _charset(terminal, env)
    if terminal.colours == "none":
        why = "NO_COLOR is set" if env.get("NO_COLOR") else f"TERM is {terminal.term or 'not set'}"
        yield Finding(None, f"no colours: {why}")
    else:
        count = {"truecolor": "16 million"}.get(terminal.colours, terminal.colours)
        yield Finding(True, f"{count} colours")
    if situation.ground is not None:
        yield _background(situation.ground)
    if terminal.hyperlinks:
        yield Finding(True, "links can be clicked (OSC 8), where the terminal knows how")
    else:
        yield Finding(None, "links are shown as text")
    if not terminal.dumb:
        yield _driver(situation)


def _background(ground: Ground) -> Finding:
    if ground.shade:
        return Finding(True, f"the background is {ground.shade} ({ground.answer}), and so is the theme auto")
    silent = "the terminal does not say what its background is"
    if ground.supposed:
        return Finding(None, f"{silent}; the theme auto is {ground.supposed}, by COLORFGBG or what it said before")
    return Finding(None, f"{silent}; the theme auto has the terminal's own colours")


def _charset(terminal: Terminal, env: Mapping[str, str]) -> Finding:
    name, value = locale_of(env)
    told = f"{name}={value}" if name else "no locale is set"
    if not terminal.utf8:
        return Finding(False, f"no UTF-8: {told}, so everything is drawn with ASCII characters")
    if terminal.ascii:
        return Finding(None, f"drawn with ASCII characters, as {terminal.term or 'this terminal'} shows little else")
    return Finding(True, f"UTF-8: {told}")


def locale_of(env: Mapping[str, str]) -> tuple[str, str]:
    """The variable that decides about the character set, and its value; both empty where none is set."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if env.get(name):
            return name, env[name]
    return "", ""


def driver(situation: Situation) -> tuple[str, str]:
    """The name of the driver, ``own`` or ``stock``, and why it is that."""
    if situation.env.get("FAQTUI_DRIVER") == "stock":
        return "stock", "FAQTUI_DRIVER=stock"
    return "own", f"if Textual {situation.textual} has what it needs: seen at the start"


def _driver(situation: Situation) -> Finding:
    if situation.textual is None:
        return Finding(False, "Textual is not installed, so there is no screen")
    name, why = driver(situation)
    if name == "stock":
        return Finding(None, f"Textual's own driver: {why}")
    return Finding(True, f"faqtui's own driver, {why}")


def _between(situation: Situation) -> Iterator[Finding]:
    yield from list(_layers(situation)) or [Finding(None, "nothing that is known of")]


def _layers(situation: Situation) -> Iterator[Finding]:
    between, env = situation.forecast.between, situation.env
    if situation.secure:
        for name, variable in (("tmux", "TMUX"), ("screen", "STY")):
            if env.get(variable):
                why = "secure mode takes no way around that"
                yield Finding(None, f"{name}, which may keep a copy to itself: {why}")
    for layer in between.layers:
        if isinstance(layer, Tmux):
            passthrough = layer.passthrough or "always on"
            yield Finding(
                None,
                f"tmux {layer.version}: allow-passthrough {passthrough}, set-clipboard {layer.set_clipboard}, "
                f"shown in {layer.client_term or 'no terminal'}",
            )
        else:
            yield Finding(None, "GNU screen")
    if between.silent and not situation.secure:
        yield Finding(False, "tmux, by TMUX, but it does not answer")
    elif between.unseen:
        yield Finding(None, f"a tmux that cannot be asked, by its name for a terminal: {between.term}")
    if between.mosh:
        yield Finding(None, "mosh")
    elif between.ssh:
        yield Finding(None, "SSH")


def _clipboard(situation: Situation) -> Iterator[Finding]:
    outlook, between = situation.forecast.outlook, situation.forecast.between
    if situation.terminal.dumb:
        yield Finding(None, "nothing is copied where there is no screen")
        return
    likely = outlook.arrives is not False and not between.silent and not between.unseen
    yield Finding(likely, f"a copy goes to {outlook.place}")
    if outlook.why:
        yield Finding(None, outlook.why)
    if outlook.limit is not None:
        yield Finding(None, f"{outlook.carrier} carries up to {outlook.limit:,} bytes; more is shown to select by hand")
    if outlook.arrives is None:
        yield Finding(None, "it is sent as OSC 52; no terminal confirms that it took it, and some do not")


def _files(situation: Situation) -> Iterator[Finding]:
    if situation.secure:
        yield Finding(None, "secure mode: no file is written, settings are not read")
        return
    if situation.settings_problem:
        yield Finding(False, situation.settings_problem)
    for directory in situation.directories:
        if directory.problem:
            yield Finding(False, f"{directory.purpose}: {directory.path} {directory.problem}")
        else:
            can = "can be written" if directory.exists else "can be made"
            yield Finding(True, f"{directory.purpose}: {directory.path} {can}")


def _content(content: ContentThere) -> Iterator[Finding]:
    if content.entries is not None:
        entries, categories = _count(content.entries, "question"), _count(content.categories, "category", "categories")
        yield Finding(content.entries > 0, f"{content.title}: {entries} in {categories}; {content.origin}")
    elif not content.problems:
        yield Finding(None, content.origin)
    for problem in content.problems:
        yield Finding(False, problem)


def _meaning(model: Model | None, content: ContentThere) -> Iterator[Finding]:
    if model is None:
        yield Finding(None, "no model is installed (faqtui[meaning]): sentences are found by their words")
    elif model.problem:
        yield Finding(False, f"sentences are found by their words alone: {model.problem}")
    else:
        took = f"a sentence takes {model.query_ms:.0f} ms, after {model.load_ms:.0f} ms for the first"
        yield Finding(True, f"sentences are found by what they mean too ({model.name}): {took}")
        if content.entries:
            yield Finding(None, f"vectors are kept of {model.vectors:,} of {_count(content.entries, 'question')}")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _advice(situation: Situation) -> Iterator[Advice]:
    """What would help, the most first."""
    terminal, outlook = situation.terminal, situation.forecast.outlook
    shell = "the start-up file of your shell"
    copying = Advice("For copying to arrive", outlook.where, outlook.setting)
    if terminal.dumb:
        yield Advice("For the screen, if your terminal is not as simple as that", shell, "export TERM=xterm-256color")
    if outlook.setting and outlook.arrives is False and not terminal.dumb:
        yield copying
    if not terminal.utf8:
        name, _ = locale_of(situation.env)
        yield Advice("For lines and letters beyond ASCII", shell, f"export {name or 'LANG'}=C.UTF-8")
    if outlook.setting and not terminal.dumb:
        yield copying
    tmux = next((layer for layer in situation.forecast.between.layers if isinstance(layer, Tmux)), None)
    if tmux is not None and terminal.colours == "16" and terminal.term == "screen":
        yield Advice("For more colours", "~/.tmux.conf", 'set -g default-terminal "tmux-256color"')


def data(situation: Situation, report: Report) -> dict[str, Any]:
    """The same for programs; all text as it was given."""
    terminal, between, outlook = situation.terminal, situation.forecast.between, situation.forecast.outlook
    name, why = driver(situation)
    columns, rows = situation.size or (None, None)
    return {
        "schema": 1,
        "versions": {"faqtui": situation.faqtui, "python": situation.python, "textual": situation.textual},
        "secure": situation.secure,
        "terminal": {
            "term": terminal.term,
            "is_terminal": situation.is_terminal,
            "columns": columns,
            "rows": rows,
            "locale": locale_of(situation.env)[1] or None,
            "utf8": terminal.utf8,
            "ascii": terminal.ascii,
            "colours": terminal.colours,
            "hyperlinks": terminal.hyperlinks,
            "dumb": terminal.dumb,
            "background": situation.ground and (situation.ground.shade or situation.ground.supposed or None),
            "background_answer": situation.ground and (situation.ground.answer or None),
        },
        "driver": {"name": name, "reason": why},
        "between": {
            "multiplexers": [
                {
                    "name": "tmux",
                    "version": layer.version,
                    "allow_passthrough": layer.passthrough or None,
                    "set_clipboard": layer.set_clipboard,
                    "term": layer.client_term or None,
                    "takes_clipboard": bool(layer.sends),
                }
                if isinstance(layer, Tmux)
                else {"name": "screen"}
                for layer in between.layers
            ],
            "unanswered": between.silent,
            "unseen_tmux": between.unseen,
            "mosh": between.mosh,
            "ssh": between.ssh,
        },
        "clipboard": {
            "route": situation.forecast.route,
            "place": outlook.place,
            "arrives": outlook.arrives,
            "why": outlook.why or None,
            "limit": outlook.limit,
        },
        "directories": [
            {
                "purpose": directory.purpose,
                "path": directory.path,
                "exists": directory.exists,
                "writable": not directory.problem,
                "problem": directory.problem or None,
            }
            for directory in situation.directories
        ],
        "settings_problem": situation.settings_problem or None,
        "content": {
            "origin": situation.content.origin,
            "paths": list(situation.content.paths),
            "title": situation.content.title or None,
            "entries": situation.content.entries,
            "problems": list(situation.content.problems),
        },
        "meaning": situation.model
        and {
            "model": situation.model.name or None,
            "load_ms": round(situation.model.load_ms, 1),
            "query_ms": round(situation.model.query_ms, 1),
            "vectors": situation.model.vectors,
            "problem": situation.model.problem or None,
        },
        "findings": [
            {"section": heading.lower(), "ok": finding.ok, "text": finding.text}
            for heading, findings in report.sections
            for finding in findings
        ],
        "advice": report.advice and report.advice._asdict(),
    }
