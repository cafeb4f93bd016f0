"""Where faqtui keeps what it writes, by the XDG base directory rules on Linux and the system's own elsewhere.

A getter creates nothing; whoever writes makes the directory, privately.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # typing and pathlib are 10 ms each, and the first frame is shown before them
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "faqtui"


def cache_dir(env: Mapping[str, str]) -> Path:
    """Saved libraries and first frames: safe to delete at any time."""
    from pathlib import Path

    return Path(cache_name(env))


def cache_name(env: Mapping[str, str]) -> str:
    """`cache_dir` as text."""
    return _directory(env, "XDG_CACHE_HOME", ".cache", "user_cache_dir")


def state_dir(env: Mapping[str, str]) -> Path:
    """What is remembered between sessions."""
    from pathlib import Path

    return Path(_directory(env, "XDG_STATE_HOME", ".local/state", "user_state_dir"))


def config_file(env: Mapping[str, str]) -> Path:
    """The settings."""
    from pathlib import Path

    return Path(_directory(env, "XDG_CONFIG_HOME", ".config", "user_config_dir"), "config.toml")


def here() -> str:
    """The working directory; empty where it was removed, and no relative path leads anywhere."""
    try:
        return os.getcwd()  # noqa: PTH109 - pathlib is 10 ms
    except FileNotFoundError:
        return ""


def make_private(directory: Path) -> None:
    """Make `directory` and what is missing above it, for its owner alone, as the specification has it. Raises OSError."""
    missing = [directory]
    while not (above := missing[-1].parent).exists():
        missing.append(above)
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)


def _directory(env: Mapping[str, str], variable: str, below_home: str, function: str) -> str:
    given = env.get(variable, "")
    if given.startswith("/"):  # the specification has relative paths ignored
        return f"{given.rstrip('/')}/{NAME}"
    if sys.platform.startswith("linux"):
        return f"{_home(env)}/{below_home}/{NAME}"
    import platformdirs  # 5 ms that Linux does not pay

    return str(getattr(platformdirs, function)(NAME))


def _home(env: Mapping[str, str]) -> str:
    """The user's directory, without a slash at its end."""
    home = env.get("HOME", "")
    if not home.startswith("/"):
        home = os.path.expanduser("~")  # noqa: PTH111 - pathlib is 10 ms
    # "~" is left for a user without a name, as in containers: nothing is there, and nothing can be written.
    return home.rstrip("/") if home.startswith("/") else "/dev/null"


def is_there(path: Path) -> bool:
    """Whether `path` exists as far as this user may look: `Path.exists` raises where a directory above is closed."""
    try:
        return path.exists()
    except OSError:
        return False


def is_directory(path: Path) -> bool:
    """Whether `path` is a directory as far as this user may look."""
    try:
        return path.is_dir()
    except OSError:
        return False
