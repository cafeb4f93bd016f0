"""Textual bindings made from the action table, so that no key is written down twice."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode

from faqtui.view.actions import ACTIONS, Action, Pane


def bindings_for(pane: Pane, actions: Sequence[Action] = ACTIONS) -> list[BindingType]:
    """The bindings of a pane: each key does what its row says, through ``action_act`` of the screen."""
    return [_binding(keys, action) for action in actions if (keys := action.keys(pane))]


def bindings_everywhere(actions: Sequence[Action] = ACTIONS) -> list[BindingType]:
    """The keys that act in every pane: for a screen in which nothing has the focus."""
    return [_binding(action.everywhere, action) for action in actions if action.everywhere]


def _binding(keys: Sequence[str], action: Action) -> Binding:
    return Binding(",".join(keys), f"screen.act('{action.id}')", action.description, show=False)


def give_keys(widget: DOMNode, bindings: Sequence[BindingType]) -> None:
    """Give one widget other keys than its class has, for the user's own; those its class inherits stay.

    Textual's own keymap cannot take a key away and is applied anew at every key.
    """
    inherited = type(widget).__mro__[1]._merged_bindings if type(widget)._inherit_bindings else None  # type: ignore[attr-defined]
    keys = dict(inherited.key_to_bindings) if inherited is not None else {}
    keys.update(BindingsMap(bindings).key_to_bindings)
    widget._bindings = BindingsMap.from_keys(keys)
