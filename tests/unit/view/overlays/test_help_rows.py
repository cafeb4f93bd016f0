"""The help: keys in one column, what they do in the other, with whatever keys somebody has."""

from __future__ import annotations

import pytest

from faqtui.view.actions import Pane, key_name
from faqtui.view.overlays.help_rows import KEY_COLUMN, help_lines, rows
from faqtui.view.presets import PRESETS, with_preset
from faqtui.view.theme import THEMES


@pytest.mark.parametrize("width", [38, 60, 200])
@pytest.mark.parametrize("preset", ["", *PRESETS])
def test_all_keys_stand_in_their_column_and_what_they_do_beside_them(preset: str, width: int) -> None:
    actions = with_preset(preset)
    lines = [
        "".join(piece.text for piece in line) for line in help_lines(list(rows(actions)), "", width, THEMES["none"])
    ]
    of_keys = [line for line in lines if line.startswith("  ")]
    assert all(line[KEY_COLUMN - 1 : KEY_COLUMN] == " " for line in of_keys)
    assert all(len(line) <= width for line in lines)
    column = " ".join(line[:KEY_COLUMN] for line in of_keys).split()
    assert {key_name(key) for action in actions for pane in Pane for key in action.keys(pane)} <= set(column)
