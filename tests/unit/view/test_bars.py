"""What surrounds the panes: messages with an address behind them."""

import pytest
from rich.cells import cell_len

from faqtui.model import Link, Source
from faqtui.view.actions import Pane, footer_items
from faqtui.view.bars import Said, idle, message, shortened
from faqtui.view.shown import Shown
from faqtui.view.theme import THEMES, UNICODE, Skin

ADDRESS = "https://docs.example.org/continuous/delivery/tutorial/#install-the-agent"


@pytest.mark.parametrize("width", [12, 13, 30, 71])
def test_of_an_address_the_middle_goes(width):
    text = shortened(ADDRESS, width, "…")
    assert len(text) == width
    begin, _, end = text.partition("…")
    assert ADDRESS.startswith(begin)
    assert ADDRESS.endswith(end)
    assert abs(len(begin) - len(end)) <= 1


def test_wide_letters_take_their_cells():
    assert cell_len(shortened("https://例え.テスト/ページ/とても/長い/名前/です", 20, "…")) <= 20


def test_an_address_with_room_is_whole():
    assert shortened(ADDRESS, len(ADDRESS), "…") == ADDRESS


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("more", ["", " (tmux buffer)"])
def test_what_was_done_is_never_cut_for_an_address(width, more):
    line = message(
        Skin(UNICODE, THEMES["none"]), width, Said(f"link sent to your terminal{more}", "ui.message", ADDRESS)
    )
    text = "".join(segment.text for segment in line)
    assert text.startswith(" link sent to your terminal")
    assert (more in text and "(tmux…" not in text) == (width > 40 or not more)
    assert cell_len(text) < width
    assert ADDRESS[-5:] in text or width == 40


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (30, " sent 203 characters to your…"),
        (44, " sent 203 characters to your terminal"),
        (80, " code block 1, filled in: sent 203 characters to your terminal"),
    ],
)
def test_what_was_done_is_not_cut_for_what_it_was_done_with(width, shown):
    skin, told = Skin(UNICODE, THEMES["none"]), "sent 203 characters to your terminal"
    line = message(skin, width, Said(told, "ui.message", about="code block 1, filled in"))
    assert "".join(segment.text for segment in line) == shown


def test_where_nothing_is_shown_the_footer_leads_out_of_it_in_the_least_room_too():
    unusable = idle(None, Pane.FILTER, nothing_selected=True)
    keys = [key for key, _ in footer_items(Pane.FILTER, 38, idle=unusable, filtered=True)]
    assert keys == ["esc", "^P", "F1", "^Q"]


def test_links_are_offered_where_there_are_some_of_the_answer_or_to_others_like_it():
    linked = [Link("the mill", "https://mill.example/", None)]
    for links, similar, offered in (([], False, False), (linked, False, True), ([], True, True), (linked, True, True)):
        shown = Shown("answer", "How?", "So.", links, (), Source("a.md", 1, 2))
        for pane in (Pane.TREE, Pane.ANSWER):
            assert ("links" not in idle(shown, pane, nothing_selected=False, similar=similar)) is offered


def test_a_page_is_offered_of_an_answer_that_has_more_than_is_seen():
    shown = Shown("answer", "How?", "So.", [], (), Source("a.md", 1, 2))
    assert "page_down" in idle(shown, Pane.ANSWER, nothing_selected=False, whole=True)
    assert "page_down" not in idle(shown, Pane.ANSWER, nothing_selected=False)
    assert "page_down" not in idle(shown, Pane.TREE, nothing_selected=False, whole=True)
