"""Keys by habit: what differs from the action table for those whose fingers know vim, emacs, fzf or less.

What of their keys clashes with nothing acts always (``gg``, ``ctrl+d``, ``:q``, ``ctrl+n``); here is the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from faqtui.view.actions import ACTIONS, Action

_FILTER: dict[str, tuple[str, ...]] = {"outside": (), "tree": ("slash", "i"), "answer": ("i",)}
"""Back to the filter, where a slash in the answer looks for something in it."""

PRESETS: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {
    "vim": {
        "find": {"everywhere": (), "filter": ("ctrl+f",), "answer": ("slash",)},
        "focus_filter": _FILTER,
        "page_down": {"outside": ("space", "ctrl+f")},
        "page_up": {"outside": ("b", "ctrl+b")},
        "centre": {"outside": ("z", "ctrl+l")},  # zz centres twice, which is once
        "zoom": {"outside": ("Z",)},
    },
    "emacs": {
        "palette": {"everywhere": ("alt+x",)},
        "up": {"everywhere": ("up", "ctrl+p")},
        "page_down": {"everywhere": ("pagedown", "ctrl+v")},
        "page_up": {"everywhere": ("pageup", "alt+v")},
        "find": {"everywhere": ("ctrl+s", "ctrl+f")},
        "first": {"outside": ("g", "home", "alt+less_than_sign")},
        "last": {"outside": ("G", "end", "alt+greater_than_sign")},
        "escape": {"everywhere": ("escape", "ctrl+g")},
    },
    "fzf": {
        "palette": {"everywhere": ("alt+x",)},
        "down": {"everywhere": ("down", "ctrl+n", "ctrl+j")},
        "up": {"everywhere": ("up", "ctrl+p", "ctrl+k")},
    },
    "less": {
        "find": {"everywhere": (), "filter": ("ctrl+f",), "tree": ("ctrl+f",), "answer": ("slash", "ctrl+f")},
        "focus_filter": _FILTER,
    },
}
"""For each preset and action the fields of its row that are others."""


def with_preset(name: str) -> tuple[Action, ...]:
    """The action table as the preset `name` has it; the table itself where that is empty."""
    changed: Mapping[str, Mapping[str, Any]] = PRESETS[name] if name else {}
    return tuple([action._replace(**changed[action.id]) if action.id in changed else action for action in ACTIONS])
