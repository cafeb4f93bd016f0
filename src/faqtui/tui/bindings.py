"""Textual bindings made from the action table, so that no key is written down twice."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from faqtui.tui.actions import ACTIONS, Pane


def bindings_for(pane: Pane) -> list[BindingType]:
    """The bindings of a pane: each key does what its row says, through ``action_act`` of the screen."""
    return [
        Binding(",".join(keys), f"screen.act('{action.id}')", action.description, show=False)
        for action in ACTIONS
        if (keys := action.keys(pane))
    ]


def bindings_everywhere() -> list[BindingType]:
    """The keys that act in every pane: for a screen in which nothing has the focus."""
    return [
        Binding(",".join(action.everywhere), f"screen.act('{action.id}')", action.description, show=False)
        for action in ACTIONS
        if action.everywhere
    ]
