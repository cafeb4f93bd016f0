"""Where faqtui keeps what it writes, by the XDG base directory rules on Linux and the system's own elsewhere.

A getter creates nothing; whoever writes makes the directory, privately.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "faqtui"


def cache_dir(env: Mapping[str, str]) -> Path:
    """Saved libraries: safe to delete at any time."""
    return _directory(env, "XDG_CACHE_HOME", ".cache", "user_cache_dir")


def state_dir(env: Mapping[str, str]) -> Path:
    """What is remembered between sessions."""
    return _directory(env, "XDG_STATE_HOME", ".local/state", "user_state_dir")


def config_file(env: Mapping[str, str]) -> Path:
    """The settings."""
    return _directory(env, "XDG_CONFIG_HOME", ".config", "user_config_dir") / "config.toml"


def _directory(env: Mapping[str, str], variable: str, below_home: str, function: str) -> Path:
    given = env.get(variable, "")
    if given.startswith("/"):  # the specification has relative paths ignored
        return Path(given) / NAME
    if sys.platform.startswith("linux"):
        home = env.get("HOME", "")
        return (Path(home) if home.startswith("/") else Path("~").expanduser()) / below_home / NAME
    import platformdirs  # 5 ms that Linux does not pay

    return Path(getattr(platformdirs, function)(NAME))
