"""What the screen does with the room it has."""

import pytest

from faqtui.faq import load
from faqtui.tui.widgets.line_widget import LineWidget
from faqtui.tui.widgets.surround import Surround
from faqtui.view.actions import Pane
from faqtui.view.room import ASIDE
from support.screens import screen_text


async def test_a_narrow_screen_shows_the_list_with_a_line_of_the_answer_until_enter(start):
    async with start(size=(60, 20)) as pilot:
        text = screen_text(pilot.app)
        assert "wake a sleeping sourdough starter" in text
        assert "Feed it twice, twelve hours apart" in text
        assert "Stir in equal weights" not in text
        await pilot.press("enter")
        assert "Stir in equal weights" in screen_text(pilot.app)
        assert "Counter" not in screen_text(pilot.app)
        await pilot.press("escape")
        assert "Counter" in screen_text(pilot.app)


async def test_below_the_smallest_size_it_says_so_and_comes_back_on_resize(start):
    async with start(size=(39, 9)) as pilot:
        assert screen_text(pilot.app).strip() == "needs 40x10, has 39x9"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Feed it twice" in screen_text(pilot.app)


@pytest.mark.parametrize("opened", [(), ("f1",)], ids=["by itself", "under the help"])
@pytest.mark.parametrize("pane", list(Pane))
async def test_too_small_for_a_while_it_keeps_the_pane_that_the_keys_act_in(start, pane, opened):
    async with start() as pilot:
        screen = pilot.app.screen
        await pilot.press(*["tab"] * list(Pane).index(pane), *opened)
        for size in ((20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await pilot.press(*["escape"] * len(opened))
        assert (pilot.app.screen, screen.pane) == (screen, pane)
        await pilot.press("escape", "escape", "slash", *"paper")
        assert screen.filter.value == "paper"


async def test_what_fits_after_a_resize_is_shown_from_its_top(start, tmp_path):
    path = tmp_path / "long.md"
    path.write_text("# A\n\n## What is long?\n\n" + "Some words to wrap. " * 200 + "[x](#y)", encoding="utf-8")
    async with start(size=(40, 10), faq=load(path)) as pilot:
        await pilot.press("tab", "f")
        assert "What is long" not in screen_text(pilot.app)
        for size in ((90, 60), (40, 10), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            answer = pilot.app.screen.answer
            assert answer.scrolling.top == 0 or answer.scrolling.top + answer.size.height <= answer.page_shown.height


async def test_a_resize_keeps_selection_and_filter(start):
    async with start(query="paper") as pilot:
        for size in ((60, 20), (40, 10), (200, 60), (10, 3), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "Under the counter" in screen_text(pilot.app)
        assert pilot.app.screen.filter.value == "paper"


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (200, 60)])
async def test_no_row_of_the_screen_is_wider_than_the_terminal_and_the_footer_is_whole(start, size):
    async with start(size=size) as pilot:
        rows = screen_text(pilot.app).splitlines()
        assert len(rows) == size[1]
        assert all(len(row) <= size[0] for row in rows)
        assert rows[-1].endswith("^Q quit")


async def test_ascii_only_draws_nothing_else(start):
    async with start(ascii=True) as pilot:
        await pilot.press("down")
        assert screen_text(pilot.app).isascii()


async def test_help_shows_the_keys_of_all_panes_and_closes(start):
    async with start(size=(100, 90)) as pilot:
        before = screen_text(pilot.app)
        await pilot.press("f1")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert text.startswith(" Keys\n")
        for what in ("Copy the answer as Markdown", "Wide code: to the left", "Next category", "Close the category"):
            assert what in text
        await pilot.press("escape")
        await pilot.pause()
        assert screen_text(pilot.app) == before


async def test_help_says_what_the_filter_understands_and_how_it_is_edited(start):
    async with start(size=(100, 90)) as pilot:
        await pilot.press("f1")
        text = screen_text(pilot.app)
        for query in ("topic:ecs", "kind:how-to", "has:code", "-word", '"exact words"', "ctrl+w", "alt+left"):
            assert query in text


async def test_letters_behind_a_slash_say_which_keys_of_the_help_are_meant(start):
    async with start() as pilot:
        await pilot.press("f1", "slash", *"clip")
        lines = screen_text(pilot.app).splitlines()
        assert lines[0] == " Keys / clip"
        assert "Copy the answer as Markdown" in lines[3]
        assert not any("Next row" in line for line in lines)
        await pilot.press(*"zz")
        assert "no key does that" in screen_text(pilot.app)
        await pilot.press("escape")
        assert "Next row" in screen_text(pilot.app)
        await pilot.press("escape")
        assert pilot.app.screen is pilot.app.main_screen


async def test_a_click_selects_a_row_and_a_second_one_opens_it(start):
    async with start() as pilot:
        rows = screen_text(pilot.app).splitlines()
        y = next(i for i, row in enumerate(rows) if "Why does my dough" in row)
        await pilot.click("#tree", offset=(8, y - 3))
        assert "It has not rested." in screen_text(pilot.app)
        assert pilot.app.screen.focused.id == "tree"
        await pilot.click("#tree", offset=(8, y - 3))
        assert pilot.app.screen.focused.id == "answer"


async def test_losing_the_terminals_focus_changes_nothing(start):
    from textual import events

    async with start(size=(60, 20)) as pilot:
        await pilot.press("enter")
        before = screen_text(pilot.app)
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        assert screen_text(pilot.app) == before


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_the_rule_above_the_pane_that_has_the_focus_is_marked_by_another_character(start, ascii_only):
    thin, thick, tee = ("-", "=", "+") if ascii_only else ("─", "━", "┬")
    async with start(ascii=ascii_only) as pilot:

        def parts() -> list[set[str]]:
            return [set(part) for part in screen_text(pilot.app).splitlines()[2].split(tee)]

        assert parts() == [{thin}, {thin}]
        await pilot.press("tab")
        assert parts() == [{thick}, {thin}]
        await pilot.press("tab")
        assert parts() == [{thin}, {thick}]
        await pilot.press("z")
        await pilot.pause()
        assert set(screen_text(pilot.app).splitlines()[2]) == {thick}


async def test_how_far_down_the_list_is_stands_below_it(start):
    async with start(size=(80, 14)) as pilot:
        rule = screen_text(pilot.app).splitlines()[-2]
        assert " top " in rule.partition("┴")[0]
        await pilot.press("tab", "G")
        assert " end " in screen_text(pilot.app).splitlines()[-2].partition("┴")[0]
        await pilot.resize_terminal(80, 40)
        await pilot.pause()
        assert set(screen_text(pilot.app).splitlines()[-2].partition("┴")[0]) == {"─"}


async def test_on_a_wide_terminal_the_tree_has_what_the_answer_cannot_use(start):
    async with start(size=(200, 40)) as pilot:
        rule = screen_text(pilot.app).splitlines()[2]
        assert len(rule.partition("┬")[2]) == 112 + ASIDE  # with its margins, and room beside it


@pytest.mark.parametrize("columns", [180, 200, 240])
async def test_on_a_wide_terminal_no_question_is_cut_for_the_sake_of_blanks(start, tmp_path, columns):
    path = tmp_path / "ovens.md"
    rest = "before the first loaves of the day go in"
    path.write_text("# T\n\n## A\n\n### B\n\n" + "".join(f"#### Who lights {n} {rest}?\n\nYou.\n\n" for n in range(50)))
    async with start(size=(columns, 24), faq=load(path)) as pilot:
        lines = screen_text(pilot.app).splitlines()
        answer = len(lines[2].partition("┬")[2])
        assert answer >= 112
        assert not any("…" in line.partition("│")[0] for line in lines[3:-2])
        if columns == 180:  # no wider than its rows are
            assert len(lines[2].partition("┬")[0]) <= len(f"Who lights 49 {rest}?") + 4


async def test_what_is_read_again_makes_the_tree_as_wide_as_its_rows_then_are(start, tmp_path):
    path = tmp_path / "ovens.md"
    path.write_text("# T\n\n## A\n\n### Who?\n\nYou.\n\n### When?\n\nNow.\n")
    async with start(size=(200, 24), faq=load(path)) as pilot:
        before = screen_text(pilot.app).splitlines()
        path.write_text(path.read_text().replace("Who?", f"Who {'really ' * 10}lights the oven?"))
        pilot.app.main_screen.adopting.take(load(path))
        await pilot.pause()
        after = screen_text(pilot.app).splitlines()
        assert after[2].index("┬") > before[2].index("┬")
        assert {line.index("│") for line in after[3:-2]} == {after[2].index("┬")}


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 60)])
async def test_what_is_drawn_line_by_line_is_as_large_as_textual_says(start, size):
    async with start(size=(100, 30)) as pilot:
        for keys in ((), ("f1",), ("escape", "ctrl+p")):
            await pilot.press(*keys)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            drawn = [widget for widget in pilot.app.screen.walk_children(LineWidget) if widget.region]
            assert drawn
            assert [widget.size for widget in drawn] == [widget.content_region.size for widget in drawn]


async def test_how_far_down_the_list_is_the_same_before_it_is_laid_out_and_after(start, monkeypatch):
    told = []
    monkeypatch.setattr(Surround, "draw_rules", lambda *_, listed, **__: told.append(listed))
    async with start(size=(80, 12)):
        assert set(told[2:]) == {"top"}, "before that there are no rows"
