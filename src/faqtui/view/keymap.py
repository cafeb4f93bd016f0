"""Keys that a user has chosen: the action table with the settings' keys in it.

Keys are written as people write them (``/``, ``Y``, ``ctrl+y``, ``pgdn``, ``F5``) and become Textual's names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from faqtui.errors import ConfigError
from faqtui.host.settings import Settings, line_of, nearest
from faqtui.view.actions import ACTIONS, CHARACTERS, Action, Pane, key_name

NAMED = (
    "enter", "escape", "tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", *[f"f{number}" for number in range(1, 25)],
)  # fmt: skip
"""Textual's names of keys that write no character."""

_SHORT = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "ins": "insert",
    "bs": "backspace",
}  # fmt: skip

_SAME = {
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
}
"""What a terminal sends as something else (ECMA-48, C0): the two cannot be told apart."""

_EDITING = frozenset(("left", "right", "home", "end", "backspace", "delete", "space"))
"""Keys that belong to the text in the filter."""

_YIELDING = {
    "tick": ("x",), "untick": ("X",), "half_down": ("ctrl+d",), "half_up": ("ctrl+u",), "down": ("ctrl+n",),
}  # fmt: skip
"""Keys that came after people had chosen theirs: they give way without a word."""

_MODIFIERS = ("ctrl", "alt", "shift")


class KeymapError(ValueError):
    """What is wrong with the keys of an action: its id, and a line to tell."""

    def __init__(self, action: str, message: str) -> None:
        self.action = action
        super().__init__(message)


def from_settings(settings: Settings) -> tuple[Action, ...]:
    """The action table with the keys of `settings`. Raises ConfigError, with path and line, for an unknown one or a clash."""
    if settings.path is None or not (settings.keys or settings.preset):
        return ACTIONS
    from faqtui.view.presets import with_preset

    try:
        return remap(settings.keys, with_preset(settings.preset))
    except KeymapError as problem:
        try:
            text = settings.path.read_text("utf-8", "replace")
        except OSError:  # gone since it was read
            text = ""
        raise ConfigError(f"{settings.path}:{line_of(text, problem.action)}: {problem}") from problem


OVERLAID = {
    "escape": "escape", "down": "down", "up": "up", "page_down": "pagedown", "page_up": "pageup", "first": "home",
    "last": "end",
}  # fmt: skip
"""What acts as well where something lies over the panes, and the key by which that knows it."""

FINDING = {"escape": "escape", "down": "down", "up": "up", "find": "down"}
"""The same for the line to find in an answer."""


def known_as(table: Sequence[Action], known: Mapping[str, str]) -> Mapping[str, str]:
    """For the user's own keys of the actions in `known` the ones named there; none types or edits text."""
    own = {key: known[action.id] for action in table if action.id in known for key in action.all_keys()}
    return {key: usual for key, usual in own.items() if "+" in key or key[1:].isdecimal()}


def remap(keys: Mapping[str, Sequence[str]], table: Sequence[Action] = ACTIONS) -> tuple[Action, ...]:
    """The actions of `table`, where those named in `keys` have these keys instead of their own.

    An action stays where it acts: characters are text in the filter and so act outside it. Raises KeymapError.
    """
    ids = [action.id for action in table]
    for name in keys:
        if name not in ids:
            raise KeymapError(name, f"no action {name}{nearest(name, ids)}")
    given = {name: tuple(dict.fromkeys(_textual_name(name, key) for key in new)) for name, new in keys.items()}
    taken = {key for new in given.values() for key in new}
    actions = tuple(
        [_with_keys(action, given[action.id]) if action.id in given else _without(action, taken) for action in table]
    )
    _refuse_clashes(actions, given)
    for pane in Pane:
        if not any(action.keys(pane) for action in actions if action.id in {"quit", "clear_or_quit"}):
            raise KeymapError(
                "quit", f"no key would leave the program from the {pane}; quit or clear_or_quit needs one"
            )
    return actions


def _with_keys(action: Action, keys: tuple[str, ...]) -> Action:
    if action.everywhere or action.outside:
        outside = tuple([key for key in keys if is_text(key) or key in _EDITING])
        return action._replace(everywhere=tuple([key for key in keys if key not in outside]), outside=outside)

    def those_of(pane: Pane, before: tuple[str, ...]) -> tuple[str, ...]:
        """A key that was there stays where it was; a new one acts in every pane of the action where it is no text."""
        if not before:
            return ()
        is_filter = pane is Pane.FILTER
        return tuple(
            [
                key
                for key in keys
                if key in before
                or (key not in action.all_keys() and not (is_filter and (is_text(key) or key in _EDITING)))
            ]
        )

    return action._replace(
        filter=those_of(Pane.FILTER, action.filter),
        tree=those_of(Pane.TREE, action.tree),
        answer=those_of(Pane.ANSWER, action.answer),
    )


def _without(action: Action, taken: Collection[str]) -> Action:
    """An action without those of its yielding keys that are `taken`."""
    lost = [key for key in _YIELDING.get(action.id, ()) if key in taken]
    if not lost:
        return action
    fields = ("everywhere", "outside", "filter", "tree", "answer")
    kept: dict[str, Any] = {field: tuple([k for k in getattr(action, field) if k not in lost]) for field in fields}
    return action._replace(**kept)


def _refuse_clashes(actions: Sequence[Action], given: Mapping[str, tuple[str, ...]]) -> None:
    for pane in Pane:
        taken: dict[str, Action] = {}
        for action in actions:
            for key in action.keys(pane):
                other = taken.setdefault(key, action)
                if other is not action:
                    # It is laid to what the settings say, and of two of those to the later.
                    order = list(given)
                    mine, theirs = sorted(
                        (action, other), key=lambda one: order.index(one.id) if one.id in given else -1, reverse=True
                    )
                    raise KeymapError(
                        mine.id,
                        f"{mine.id}: {key_name(key)} is a key of {theirs.id} in the {pane}; give that one another",
                    )


def is_text(key: str) -> bool:
    """Whether a key, by Textual's name, writes a character, and so is text in the filter."""
    return "+" not in key and key not in NAMED


def _textual_name(action: str, key: str) -> str:
    """Textual's name of a key as people write it. Raises KeymapError."""
    if len(key) == 1:
        return _character_name(action, key)
    *modifiers, last = key.split("+") if not key.endswith("++") else [*key[:-2].split("+"), "+"]
    modifiers = [modifier.lower() for modifier in modifiers]
    for modifier in modifiers:
        if modifier not in _MODIFIERS:
            raise KeymapError(action, f"{action}: no modifier {modifier} in {key}; there are {', '.join(_MODIFIERS)}")
    if len(last) == 1:
        if modifiers == ["shift"]:
            raise KeymapError(action, f"{action}: {key} is {last.upper()}")
        name = _character_name(action, last.lower() if modifiers else last)
    else:
        name = _SHORT.get(last.lower(), last.lower())
        if name not in NAMED and name not in CHARACTERS:
            raise KeymapError(action, f"{action}: no key {key}{nearest(last.lower(), [*NAMED, *_SHORT])}")
    full = "+".join([*[modifier for modifier in _MODIFIERS if modifier in modifiers], name])
    if full in _SAME:
        raise KeymapError(action, f"{action}: a terminal sends {key} as {_SAME[full]}")
    return full


def _character_name(action: str, character: str) -> str:
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    for name, written_as in CHARACTERS.items():
        if written_as == character:
            return name
    raise KeymapError(action, f"{action}: no key writes U+{ord(character):04X}")
