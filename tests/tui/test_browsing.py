"""Moving through tree and answer by keys, without a filter."""

from support.screens import screen_text, styled_runs


async def test_at_the_start_the_first_answer_is_shown_and_the_filter_has_the_focus(start):
    async with start() as pilot:
        text = screen_text(pilot.app)
        assert "Bakery desk" in text.splitlines()[0]
        assert "9 questions" in text.splitlines()[0]
        assert "How do I wake a sleeping sourdough starter?" in text
        assert "Feed it twice, twelve hours apart" in text
        assert pilot.app.screen.focused.id == "filter"


async def test_down_in_the_filter_moves_the_selection_and_shows_its_answer(start):
    async with start() as pilot:
        await pilot.press("down")
        assert "It has not rested." in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "filter"


async def test_tab_goes_round_the_three_panes(start):
    async with start() as pilot:
        seen = []
        for _ in range(4):
            seen.append(pilot.app.screen.focused.id)
            await pilot.press("tab")
        assert seen == ["filter", "tree", "answer", "filter"]
        await pilot.press("shift+tab")
        assert pilot.app.screen.focused.id == "filter"


async def test_letters_move_in_the_tree_and_are_text_in_the_filter(start):
    async with start() as pilot:
        await pilot.press("j")
        assert pilot.app.screen.filter.value == "j"
        await pilot.press("escape", "escape")
        assert pilot.app.screen.focused.id == "tree"
        await pilot.press("j")
        assert pilot.app.screen.filter.value == ""
        assert "It has not rested." in screen_text(pilot.app)


async def test_folding_a_category_hides_its_entries_and_unfolding_brings_them_back(start):
    async with start() as pilot:
        await pilot.press("left")
        tree = [line.partition("│")[0] for line in screen_text(pilot.app).splitlines()]
        assert any("▸ Dough" in line for line in tree)
        assert not any("dough tear" in line for line in tree)
        await pilot.press("right")
        tree = [line.partition("│")[0] for line in screen_text(pilot.app).splitlines()]
        assert any("▾ Dough" in line for line in tree)
        assert any("dough tear" in line for line in tree)


async def test_a_selected_category_shows_what_is_in_it(start):
    async with start() as pilot:
        await pilot.press("up")
        text = screen_text(pilot.app)
        assert "3 questions" in text
        assert "Which flour goes into the rye loaf?" in text


async def test_enter_goes_to_the_answer_and_escape_back_to_the_tree(start):
    async with start() as pilot:
        await pilot.press("enter")
        assert pilot.app.screen.focused.id == "answer"
        await pilot.press("escape")
        assert pilot.app.screen.focused.id == "tree"


async def test_a_long_answer_scrolls_by_lines_pages_and_to_its_ends(start):
    async with start(query="daily report") as pilot:
        await pilot.press("enter")
        assert "hour 6:" in screen_text(pilot.app)
        await pilot.press("j", "j", "j", "j", "j", "j")
        assert "hour 6:" not in screen_text(pilot.app)
        await pilot.press("G")
        assert "kept for ten years" in screen_text(pilot.app)
        assert "end" in screen_text(pilot.app).splitlines()[-2]
        await pilot.press("g")
        assert "hour 6:" in screen_text(pilot.app)
        await pilot.press("space")
        assert "hour 6:" not in screen_text(pilot.app)
        await pilot.press("b")
        assert "hour 6:" in screen_text(pilot.app)


async def test_wide_code_is_panned_not_wrapped(start):
    async with start(query="deck oven") as pilot:
        await pilot.press("enter")
        assert "timeout 3600" not in screen_text(pilot.app)
        for _ in range(20):
            await pilot.press("l")
        assert "timeout 3600" in screen_text(pilot.app)
        for _ in range(20):
            await pilot.press("h")
        assert "ovenctl preheat" in screen_text(pilot.app)


async def test_next_and_previous_entry_do_not_leave_the_answer(start):
    async with start() as pilot:
        await pilot.press("enter", "J")
        assert "It has not rested." in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "answer"
        await pilot.press("K", "K")
        assert "this is the first entry" in screen_text(pilot.app)


async def test_brackets_go_from_category_to_category(start):
    async with start() as pilot:
        await pilot.press("tab", "]")
        assert "start the deck oven" in screen_text(pilot.app)
        assert styled_runs(pilot.app, 0)
        await pilot.press("]")
        assert "Where are the paper bags?" in screen_text(pilot.app)
        await pilot.press("[", "[")
        assert "Why does my dough tear when I shape it?" in screen_text(pilot.app)


async def test_zoom_shows_only_the_answer_and_leaving_it_ends_the_zoom(start):
    async with start() as pilot:
        await pilot.press("tab", "z")
        assert "▾ Dough" not in screen_text(pilot.app)
        await pilot.press("z")
        assert "▾ Dough" in screen_text(pilot.app)
        await pilot.press("z", "escape")
        assert "▾ Dough" in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "tree"


async def test_an_opened_entry_is_shown_where_it_lives(start, bakery):
    entry = next(e for e in bakery.library.entries if "paper bags" in e.question)
    async with start(open_id=entry.id) as pilot:
        assert "Under the counter" in screen_text(pilot.app)


async def test_each_row_of_the_action_table_has_exactly_one_act_and_each_act_a_row(start):
    from faqtui.view.actions import ACTIONS

    async with start() as pilot:
        acts = [name for helper in pilot.app.main_screen.helpers for name in helper.acts]
        assert sorted(acts) == sorted(action.id for action in ACTIONS)
        assert sorted(pilot.app.main_screen.acts) == sorted(acts)


async def test_the_very_first_session_has_one_line_of_hints_in_the_empty_filter(start):
    async with start(first=True) as pilot:
        assert screen_text(pilot.app).splitlines()[1] == " / type to find, ^Y copies, F1 helps"
        await pilot.press("x")
        assert "type to find" not in screen_text(pilot.app)
    async with start() as pilot:
        assert "type to find" not in screen_text(pilot.app)


async def test_from_a_category_the_next_entry_is_its_first_and_the_one_before_is_the_last_before_it(start):
    async with start() as pilot:
        await pilot.press("tab", "right_square_bracket")
        assert pilot.app.screen.tree_view.selected.path[-1] == "Ovens"
        await pilot.press("J")
        assert "How do I start the deck oven from the terminal?" in screen_text(pilot.app)
        await pilot.press("left_square_bracket", "K")
        assert "Which flour goes into the rye loaf?" in screen_text(pilot.app)


async def test_before_the_first_category_there_is_no_entry(start):
    async with start() as pilot:
        await pilot.press("tab", "g", "K")
        assert "this is the first entry" in screen_text(pilot.app)


async def test_a_folded_category_is_entered_by_the_next_entry(start):
    async with start() as pilot:
        await pilot.press("tab", "right_square_bracket", "right_square_bracket", "h", "J")
        assert "How do I refund a customer?" in screen_text(pilot.app)
