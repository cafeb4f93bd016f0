"""The settings file: what it may say, reading it, and writing a first one. Which key does what is not known here.

TOML, read only where the file is there: the parser costs 7 ms to import. What a command line says comes before the
environment, that before the settings, those before the defaults.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from io import FileIO
from pathlib import Path

from faqtui import toml
from faqtui.errors import ConfigError
from faqtui.records import NamedTuple
from faqtui.sanitize import sanitize_line

THEMES = ("ansi", "auto", "dark", "light", "none")
"""Names of themes, the default first."""

PRESETS = ("vim", "emacs", "fzf", "less")
"""Names of sets of keys that some people know already."""

LARGEST = 256_000
"""Bytes of a settings file that is read; one that sets everything has 3 KB."""

TEMPLATE = """\
# Settings of faqtui. Each line below shows the default; take the # away to change it.

# The colours: ansi (your terminal's own sixteen), dark, light, auto (dark or light as your terminal's background is) or none.
# theme = "ansi"

# Draw with ASCII characters only. Where this is not set, the terminal's character set decides.
# ascii = false

# Ask the terminal for the mouse. Without it the terminal's own selection works.
# mouse = true

# Break long lines of code, rather than scroll them sideways.
# wrap = false

# Files and directories to read where none is given and FAQTUI_CONTENT is not set.
# content = ["~/faq", "/srv/runbooks/faq.md"]

# The address at which others read this FAQ: links that are copied lead there, else they name file and line.
# site = "https://docs.example.com/faq"

# Keys as those of another program, where they clash with the usual ones: vim, emacs, fzf or less (a slash in the answer
# looks for something in it). A file that says nothing else of keys can have the name in place of this table.
# Keys, by what they do: a list replaces all keys of that action, an empty one takes them away.
# Letters act outside the filter, where they are text.
[keys]
# preset = "vim"
"""


class Settings(NamedTuple):
    """What the settings file says; None or empty where it is silent.

    `keys` maps names of actions to keys as they were written, instead of those of `preset`, one of `PRESETS` or empty; `path` is
    the file they stand in.
    """

    theme: str | None = None
    ascii: bool | None = None
    mouse: bool | None = None
    content: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = {}
    path: Path | None = None
    site: str = ""
    preset: str = ""
    wrap: bool | None = None


_SETTINGS = ("theme", "ascii", "mouse", "wrap", "content", "site", "keys")


def load(path: Path) -> Settings:
    """The settings in `path`; none where there is no such file.

    Raises ConfigError, with path and line, for what cannot be read, is unknown or has the wrong shape.
    """
    try:
        # A FIFO in its place must not be waited for.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with closing(FileIO(handle)) as file:
            data = file.read(LARGEST + 1) or b""
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        if isinstance(error, PermissionError) and not os.access(path.parent, os.X_OK):
            return Settings()  # the home of somebody else, as after su
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise ConfigError(f"{path}: too large: settings have at most {LARGEST // 1000} KB")
    return parse(data, path)


def parse(data: bytes, path: Path) -> Settings:
    """The settings in `data`, the bytes of the file `path`. Raises ConfigError, with path and line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: not UTF-8") from error
    if not text.strip():
        return Settings(path=path)
    try:
        table = toml.loads(text)
    except ValueError as error:
        raise ConfigError(_told(path, text, str(error))) from error
    except RecursionError as error:
        raise ConfigError(f"{path}: nested too deeply") from error
    for name in table:
        if name not in _SETTINGS:
            raise ConfigError(f"{path}:{line_of(text, name)}: no setting {name}{nearest(name, _SETTINGS)}")

    def wrong(name: str, wanted: str) -> ConfigError:
        return ConfigError(f"{path}:{line_of(text, name)}: {name} has to be {wanted}")

    theme = table.get("theme")
    if theme is not None and theme not in THEMES:
        hint = nearest(theme, THEMES) if isinstance(theme, str) else ""
        raise wrong("theme", f"one of {', '.join(THEMES)}{hint}")
    for name in ("ascii", "mouse", "wrap"):
        if not isinstance(table.get(name), bool | None):
            raise wrong(name, "true or false")
    site = table.get("site", "")
    if not (isinstance(site, str) and (not site or site.startswith(("https://", "http://")))):
        raise wrong("site", "an address that begins with https:// or http://")
    content = _strings(table.get("content", ()))
    if content is None:
        raise wrong("content", "a path or a list of paths")
    bindings = table.get("keys", {})
    if isinstance(bindings, str):
        bindings = {"preset": bindings}
    if not isinstance(bindings, dict):
        raise wrong("keys", f"one of {', '.join(PRESETS)}, or a table: [keys], then a line for each action")
    preset = bindings.pop("preset", "")
    if preset and preset not in PRESETS:
        hint = nearest(preset, PRESETS) if isinstance(preset, str) else ""
        raise wrong("preset" if "preset" in text else "keys", f"one of {', '.join(PRESETS)}{hint}")
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in bindings.items():
        given = _strings(value)
        if given is None:
            raise wrong(name, 'a key or a list of keys, such as ["y", "ctrl+y"]')
        keys[name] = given
    paths = tuple([_absolute(name, path.parent) for name in content])
    return Settings(
        theme,
        table.get("ascii"),
        table.get("mouse"),
        paths,
        keys,
        path,
        sanitize_line(site),
        preset,
        table.get("wrap"),
    )


def put(path: Path, name: str, value: str | bool) -> None:
    """Give the setting `name` a value in the file at `path`; all else in it stays as it is written.

    Raises OSError where it cannot be written, ConfigError where it would not be a file of settings then.
    """
    from faqtui.host.files import replace_file
    from faqtui.host.paths import make_private

    written = f'"{value}"' if isinstance(value, str) else str(value).lower()
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        text = ""
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    given = [at for at in range(end) if lines[at].partition("=")[0].strip() == name]
    shown = [at for at in range(end) if lines[at].partition("=")[0].strip() in {f"# {name}", f"#{name}"}]
    if given:
        lines[given[0]] = f"{name} = {written}"
    else:
        at = shown[0] + 1 if shown else 0
        lines.insert(at, f"{name} = {written}")
    data = ("\n".join(lines) + "\n").encode()
    parse(data, path)
    make_private(path.parent)
    target = path.resolve()  # people keep such files elsewhere and link to them
    replace_file(target, [data], target.stat().st_mode & 0o777 if target.exists() else 0o600)


def _strings(value: object) -> tuple[str, ...] | None:
    """A string or a list of strings as a tuple; None for anything else."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list | tuple) or not all(isinstance(one, str) for one in values):
        return None
    return tuple(values)


def _absolute(name: str, directory: Path) -> str:
    """A path of the settings file: ``~`` is the home, a relative one starts at the file's directory."""
    path = Path(name)
    if name.startswith("~"):
        try:
            path = path.expanduser()
        except RuntimeError:  # no home to be found: the path is reported as it was written
            return name
    return str(directory / path)


def _told(path: Path, text: str, message: str) -> str:
    """A message of tomllib with the place in front; it has it behind: ``(at line 3, column 5)``, ``(at end of document)``."""
    what, _, place = message.rpartition(" (at ")
    last = text.count("\n") + 1
    line = place.removeprefix("line ").partition(",")[0] if place.startswith("line ") else last
    return f"{path}:{line}: {what[:1].lower()}{what[1:]}"


def line_of(text: str, name: str) -> int:
    """The line, from 1, on which a TOML key is given a value or opens a table; 1 where it cannot be told."""
    for number, line in enumerate(text.splitlines(), 1):
        key = line.strip().removeprefix("[").replace('"', "").replace("'", "").replace("]", "=").partition("=")[0]
        if key.strip() == name or key.strip().endswith(f".{name}"):
            return number
    return 1


def nearest(name: str, names: tuple[str, ...] | list[str]) -> str:
    """``; did you mean X?`` for the name most like a wrong one, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]}?" if close else ""
