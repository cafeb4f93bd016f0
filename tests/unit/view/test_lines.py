"""Lines in pieces: what a row looks like that is selected."""

import pytest
from rich.segment import Segment
from rich.style import Style

from faqtui.view.lines import chosen
from faqtui.view.theme import THEMES, UNICODE

BAR = UNICODE.bar


def selected(name, *pieces):
    theme = THEMES[name]
    line = [Segment(text, theme.style(style)) for text, style in pieces]
    return chosen(line, theme.style("ui.selected"), BAR)


@pytest.mark.parametrize("name", ["ansi", "none"])
def test_where_colours_are_swapped_nothing_is_dim_or_has_a_ground_of_its_own(name):
    theme = THEMES[name]
    bar = theme.style("ui.bar") + theme.style("ui.selected")
    line = [Segment("▸", bar), Segment("Title", theme.style("ui.category")), Segment(" 3", theme.style("ui.dim"))]
    row = chosen(line, theme.style("ui.selected"), BAR)
    assert [piece.text for piece in row] == ["▸", "Title", " 3"]
    for piece in row:
        assert piece.style.reverse
        assert not piece.style.dim
        assert piece.style.color is None


@pytest.mark.parametrize("name", ["ansi", "none"])
def test_the_bar_before_it_stays_as_it_is(name):
    before, bar, text = selected(name, ("  ", ""), (BAR, "ui.bar"), ("Question", "ui.current"))
    assert not before.style
    assert bar.style == THEMES[name].style("ui.bar")
    assert text.style.reverse


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_full_theme_lays_its_ground_below_all_of_it(name):
    row = selected(name, ("  ", ""), (BAR, "ui.bar"), ("Question", "ui.current"), (" 3", "ui.dim"))
    grounds = {piece.style.bgcolor for piece in row}
    assert grounds == {Style.parse(THEMES[name].styles["ui.selected"]).bgcolor}
