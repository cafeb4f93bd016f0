"""Finding in the answer, and walking the filter's own matches in it."""

from support.screens import screen_text, styled_runs


def marked(app, style):
    rows = range(len(screen_text(app).splitlines()))
    return [text for row in rows for text, how in styled_runs(app, row) if style in how]


def current(app):
    return [text for text in marked(app, "reverse") if text.strip() != "▌"]


async def open_find(pilot, text):
    await pilot.press("ctrl+f")
    await pilot.pause()
    await pilot.press(*("space" if c == " " else c for c in text))
    await pilot.pause()


async def test_what_is_typed_is_found_at_once_and_counted(start):
    async with start(query="daily report") as pilot:
        await open_find(pilot, "hour 17")
        rows = screen_text(pilot.app).splitlines()
        assert rows[-2].startswith(" find hour 17")
        assert rows[-2].endswith("1/1")
        assert "hour 17" in current(pilot.app)
        assert pilot.app.screen.filter.value == "daily report"


async def test_lower_case_finds_either_case_and_a_capital_only_its_own(start):
    async with start(query="wake starter") as pilot:
        await open_find(pilot, "wait")
        assert "1/1" in screen_text(pilot.app).splitlines()[-2]
        await pilot.press("ctrl+u", *"WAIT")
        await pilot.pause()
        assert "no match" in screen_text(pilot.app).splitlines()[-2]


async def test_enter_keeps_the_marks_and_n_walks_round_the_ends(start):
    async with start(query="daily report") as pilot:
        await open_find(pilot, "sold")
        await pilot.press("enter")
        assert pilot.app.screen.focused.id == "answer"
        assert " 1/24 " in screen_text(pilot.app).splitlines()[-2]
        await pilot.press("n", "enter")
        assert " 3/24 " in screen_text(pilot.app).splitlines()[-2]
        await pilot.press("N", "N", "N")
        assert " 24/24 " in screen_text(pilot.app).splitlines()[-2]
        assert "hour 29" in screen_text(pilot.app)
        await pilot.press("n")
        assert " 1/24 " in screen_text(pilot.app).splitlines()[-2]


async def test_down_and_up_walk_while_typing(start):
    async with start(query="daily report") as pilot:
        await open_find(pilot, "sold")
        await pilot.press("down", "down", "up")
        assert screen_text(pilot.app).splitlines()[-2].endswith("2/24")


async def test_escape_closes_the_find_line_and_its_marks_then_leaves_the_answer(start):
    async with start(query="deck oven") as pilot:
        await open_find(pilot, "lamp")
        assert current(pilot.app) == ["lamp"]
        await pilot.press("escape")
        assert current(pilot.app) == []
        assert " find " not in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "answer"
        await pilot.press("escape")
        assert pilot.app.screen.focused.id == "tree"


async def test_a_match_in_wide_code_is_panned_into_view(start):
    async with start(query="deck oven") as pilot:
        assert "--timeout" not in screen_text(pilot.app)
        await open_find(pilot, "--timeout")
        assert current(pilot.app) == ["--timeout"]


async def test_a_match_over_a_line_break_is_marked_on_both_lines(start):
    async with start(query="daily report") as pilot:
        await open_find(pilot, "hour 9: what was sold, what was left over, and whether")
        assert "1/1" in screen_text(pilot.app)
        assert (
            " ".join(" ".join(current(pilot.app)).split()) == "hour 9: what was sold, what was left over, and whether"
        )


async def test_what_is_found_survives_a_resize(start):
    async with start(query="daily report") as pilot:
        await open_find(pilot, "hour 17")
        for size in ((60, 20), (40, 10), (10, 4), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            if size[0] >= 40:
                assert "hour 17" in current(pilot.app)
        assert "1/1" in screen_text(pilot.app)


async def test_the_words_of_the_filter_are_marked_in_the_answer_and_n_goes_to_the_first(start):
    async with start(query="wake twice") as pilot:
        assert "twice" in marked(pilot.app, "underline")
        await pilot.press("tab", "n")
        assert pilot.app.screen.focused.id == "answer"
        assert current(pilot.app) == ["twice"]
        assert " 1/1 " in screen_text(pilot.app).splitlines()[-2]


async def test_without_a_match_n_says_so(start):
    async with start() as pilot:
        await pilot.press("tab", "n")
        assert "no match in this answer" in screen_text(pilot.app).splitlines()[-1]


async def test_tab_leaves_the_find_line_as_it_leaves_the_answer(start):
    async with start(query="deck oven") as pilot:
        await open_find(pilot, "lamp")
        await pilot.press("tab")
        assert pilot.app.screen.focused.id == "filter"
        assert " find " not in screen_text(pilot.app)


async def test_another_entry_starts_without_what_was_looked_for(start):
    async with start() as pilot:
        await open_find(pilot, "spoonful")
        await pilot.press("enter", "J")
        assert " 1/1 " not in screen_text(pilot.app)
        assert current(pilot.app) == []


async def test_a_paste_into_the_find_line_is_looked_for(start):
    from textual import events

    async with start(query="deck oven") as pilot:
        await open_find(pilot, "")
        pilot.app.post_message(events.Paste("green\nlamp"))
        await pilot.pause()
        assert current(pilot.app) == ["green lamp"]
        assert pilot.app.screen.filter.value == "deck oven"
