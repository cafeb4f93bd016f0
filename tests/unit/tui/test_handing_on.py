"""What a session that goes on with another's screen does before its first letter."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from faqtui.tui.handing_on import rehearse


@pytest.mark.parametrize("searched", [True, False], ids=["searched", "not searched"])
def test_the_list_is_drawn_once_where_a_search_was_rehearsed(searched):
    drawn = []
    main = SimpleNamespace(
        filtering=SimpleNamespace(search=SimpleNamespace(rehearse=lambda: searched)),
        tree_view=SimpleNamespace(refresh=lambda: drawn.append("list")),
    )
    rehearse(SimpleNamespace(main_screen=main))
    assert drawn == ["list"] * searched
