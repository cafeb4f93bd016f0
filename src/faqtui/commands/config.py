"""``faqtui config``: where the settings are, what they say, and a first file with everything that can be set."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from faqtui.commands.arguments import Command, Given, no_options
from faqtui.commands.console import Console
from faqtui.errors import ConfigError, UsageError
from faqtui.host import paths, settings
from faqtui.host.settings import THEMES, Settings

WHAT = ("path", "show", "init")


def run(console: Console, _: Given, operands: Sequence[str]) -> int:
    """Do one of `WHAT`. Raises UsageError for anything else, ConfigError for a file that is wrong, or in the way."""
    if len(operands) != 1 or operands[0] not in WHAT:
        raise UsageError(f"config: what? {', '.join(WHAT)}")
    path = paths.config_file(console.env)
    match operands[0]:
        case "path":
            console.write(f"{console.safe(str(path))}\n")
        case "init":
            if console.secure:
                raise UsageError("config: secure mode writes no file")
            _write(path)
            console.write(f"{console.safe(str(path))}\n")
        case _:
            console.write(_shown(settings.load(path)))
    return 0


def settings_text() -> str:
    """A settings file that sets nothing and shows everything: each default, behind a #."""
    from faqtui.view.actions import groups

    lines = [settings.TEMPLATE.rstrip("\n")]
    for heading, actions in groups():
        lines += ["", f"# {heading}"]
        lines += [f"# {action.id} = {_toml(_keys(action.all_keys()))}  # {action.description}" for action in actions]
    return "\n".join(lines) + "\n"


def _keys(keys: tuple[str, ...]) -> list[str]:
    from faqtui.view.actions import key_name

    return [key_name(key) for key in keys]


def _shown(settings: Settings) -> str:
    """What holds, as TOML: that of the file, and the defaults, which a comment tells apart."""
    from faqtui.sanitize import sanitize
    from faqtui.view.keymap import from_settings

    def line(name: str, value: str, *, is_set: bool, otherwise: str = "") -> str:
        comment = "" if is_set else f"  # default{otherwise}"
        return f"{name} = {value}{comment}"

    yes = {True: "true", False: "false"}
    theme, content = settings.theme or THEMES[0], list(settings.content)
    lines = [
        f"# {settings.path}" if settings.path else "# there is no settings file: `faqtui config init` writes one",
        line("theme", f'"{theme}"', is_set=bool(settings.theme)),
        line(
            "ascii",
            yes[bool(settings.ascii)],
            is_set=settings.ascii is not None,
            otherwise=": as the terminal's character set allows",
        ),
        line("mouse", yes[settings.mouse is not False], is_set=settings.mouse is not None),
        line("wrap", yes[bool(settings.wrap)], is_set=settings.wrap is not None),
        line("content", _toml(content), is_set=bool(content), otherwise=": FAQTUI_CONTENT, else the FAQ that ships"),
        line("site", _toml(settings.site), is_set=bool(settings.site)),
        "",
        "[keys]",
    ]
    lines += [
        line(action.id, _toml(_keys(action.all_keys())), is_set=action.id in settings.keys)
        for action in from_settings(settings)
    ]
    return sanitize("\n".join(lines) + "\n")


def _toml(value: str | list[str]) -> str:
    """A TOML string or array: strings are written as JSON's are."""
    import json

    return json.dumps(value, ensure_ascii=False)


def _write(path: Path) -> None:
    try:
        paths.make_private(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(settings_text())
        except OSError:  # a disk that is full: half a file would stay, and be in the way
            path.unlink()
            raise
    except FileExistsError as error:
        raise ConfigError(f"{path}: is there already, and stays as it is") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from error


COMMAND = Command(usage="faqtui config path|show|init", options=no_options, run=run, words=WHAT)
