"""Typing into the filter."""

from textual import events

from faqtui.faq import load
from support.screens import screen_text, styled_runs


async def type_text(pilot, text):
    await pilot.press(*("space" if c == " " else c for c in text))


async def test_half_words_show_the_best_answer_at_once(start):
    async with start() as pilot:
        await type_text(pilot, "ref cus")
        text = screen_text(pilot.app)
        assert "Open the till with your card" in text
        assert "1 of 9" in text.splitlines()[1]
        assert pilot.app.screen.focused.id == "filter"


async def test_matched_letters_are_marked_in_tree_and_question(start):
    async with start() as pilot:
        await type_text(pilot, "refund")
        app = pilot.app
        rows = screen_text(app).splitlines()
        row = next(i for i, line in enumerate(rows) if "▌" in line)
        marked = [text for text, style in styled_runs(app, row) if "underline" in style]
        assert "refund" in marked  # its two lines hold the whole question


async def test_only_hits_are_listed_and_clearing_brings_everything_back_with_the_entry_kept(start):
    async with start() as pilot:
        await type_text(pilot, "paper")
        assert "Dough" not in screen_text(pilot.app)
        await pilot.press("escape")
        text = screen_text(pilot.app)
        assert "▾ Dough" in text
        assert "Under the counter" in text
        assert pilot.app.screen.tree_view.selected.position == 7


async def test_a_query_without_a_match_says_so_and_shows_no_answer(start):
    async with start() as pilot:
        await type_text(pilot, "qqqxxyyzz")
        text = screen_text(pilot.app)
        assert "no match" in text
        assert "Feed it twice" not in text
        footer = text.splitlines()[-1]
        assert "esc clear" in footer
        assert not any(word in footer for word in ("read", "copy", "page"))


async def test_a_facet_without_a_value_leaves_everything_until_there_is_one(start):
    async with start() as pilot:
        await type_text(pilot, "topic:")
        text = screen_text(pilot.app)
        assert "no close match" not in text
        total = len(pilot.app.faq.library.entries)
        assert f"{total} of {total}" in text


async def test_a_paste_from_anywhere_goes_to_the_filter_as_one_line(start):
    async with start() as pilot:
        await pilot.press("tab", "tab")
        pilot.app.post_message(events.Paste("paper\nbags"))
        await pilot.pause()
        assert pilot.app.screen.filter.value == "paper bags"
        assert "Under the counter" in screen_text(pilot.app)


async def test_slash_starts_a_new_filter(start):
    async with start(query="paper") as pilot:
        await pilot.press("tab", "slash")
        await type_text(pilot, "refund")
        assert pilot.app.screen.filter.value == "refund"


async def test_ctrl_c_clears_the_filter_and_quits_when_it_is_empty(start):
    async with start(query="paper") as pilot:
        await pilot.press("ctrl+c")
        assert pilot.app.screen.filter.value == ""
        assert pilot.app.is_running
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not pilot.app.is_running
        assert pilot.app.return_code == 0


async def test_escape_joined_to_a_letter_by_a_slow_link_is_both(start):
    async with start() as pilot:
        await pilot.press("tab", "tab")
        pilot.app.post_message(events.Key("alt+j", None))
        await pilot.pause()
        assert pilot.app.screen.focused.id == "tree"
        assert "It has not rested." in screen_text(pilot.app)


async def test_left_and_right_edit_a_filter_that_has_text(start):
    async with start() as pilot:
        await type_text(pilot, "paer")
        await pilot.press("left", "left", "p")
        assert pilot.app.screen.filter.value == "paper"


async def test_a_new_query_shows_its_answer_from_the_top(start):
    async with start(query="daily report") as pilot:
        await pilot.press("enter", "G", "slash")
        await type_text(pilot, "daily")
        assert "hour 6:" in screen_text(pilot.app)


async def test_while_a_filter_is_on_down_goes_from_hit_to_hit(start):
    async with start() as pilot:
        await type_text(pilot, "the")
        positions = []
        for _ in range(3):
            positions.append(pilot.app.screen.tree_view.selected.position)
            await pilot.press("down")
        assert len(set(positions)) == 3


async def test_a_slash_in_an_empty_filter_does_nothing_and_later_is_text(start):
    async with start() as pilot:
        await pilot.press("slash", "a", "slash")
        assert pilot.app.screen.filter.value == "a/"


async def test_pem_typed_finds_what_pem_asked_for_finds_and_nothing_that_begins_with_perm(start):
    shipped = load()
    async with start(faq=shipped) as pilot:
        await type_text(pilot, "pem")
        assert "1 of 49" in screen_text(pilot.app).splitlines()[1]
        typed = list(pilot.app.main_screen.showing.listing.hits.positions)
        assert typed == [hit.position for hit in shipped.search("pem").hits]
        assert not any("perm" in shipped.library.entries[position].question for position in typed)
        await pilot.press("ctrl+c")
        await type_text(pilot, "per")  # nothing has that whole: it may go on
        assert "permission" in screen_text(pilot.app)
