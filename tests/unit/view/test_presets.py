"""Presets of keys: no two actions share one, and what fingers know is there."""

from __future__ import annotations

import pytest

from faqtui.host.settings import PRESETS as NAMES
from faqtui.view.actions import ACTIONS, Pane
from faqtui.view.keymap import remap
from faqtui.view.presets import PRESETS, with_preset


def test_each_preset_that_settings_may_name_is_there() -> None:
    assert tuple(PRESETS) == NAMES


@pytest.mark.parametrize("name", ["", *PRESETS])
def test_in_no_preset_two_actions_have_one_key(name: str) -> None:
    assert len(remap({}, with_preset(name))) == len(ACTIONS)


@pytest.mark.parametrize(
    ("preset", "pane", "key", "does"),
    [
        ("", Pane.TREE, "ctrl+d", "half_down"),
        ("", Pane.ANSWER, "ctrl+u", "half_up"),
        ("", Pane.TREE, "g", "first"),
        ("", Pane.FILTER, "ctrl+n", "down"),
        ("vim", Pane.ANSWER, "slash", "find"),
        ("vim", Pane.TREE, "slash", "focus_filter"),
        ("vim", Pane.ANSWER, "ctrl+f", "page_down"),
        ("vim", Pane.TREE, "ctrl+b", "page_up"),
        ("vim", Pane.TREE, "i", "focus_filter"),
        ("vim", Pane.TREE, "z", "centre"),
        ("vim", Pane.ANSWER, "Z", "zoom"),
        ("emacs", Pane.TREE, "ctrl+l", "centre"),
        ("emacs", Pane.FILTER, "ctrl+p", "up"),
        ("emacs", Pane.FILTER, "ctrl+n", "down"),
        ("emacs", Pane.TREE, "alt+x", "palette"),
        ("emacs", Pane.ANSWER, "ctrl+s", "find"),
        ("emacs", Pane.ANSWER, "ctrl+g", "escape"),
        ("fzf", Pane.FILTER, "ctrl+j", "down"),
        ("fzf", Pane.FILTER, "ctrl+k", "up"),
        ("less", Pane.ANSWER, "slash", "find"),
    ],
)
def test_keys_do_what_fingers_know(preset: str, pane: Pane, key: str, does: str) -> None:
    assert [action.id for action in with_preset(preset) if key in action.keys(pane)] == [does]
