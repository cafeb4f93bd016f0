"""Selecting in the answer with the mouse: what is copied is the source, without the line breaks of the screen."""

import pytest

from faqtui.faq import load
from support.screens import screen_text, styled_runs

ANSWER = """\
Every baker keeps the **sour starter** in the cold room, well covered, for at most eleven days before it is fed anew.

| flour | water | how long it keeps when the room is as cold as it should be |
|---|---|---|
| rye | 700 | about nine days, a little more where the jar is full |
| spelt | 650 | six |

- weigh it with `scale --exact --unit gram --log /var/log/bakery/scales/weights-of-the-day.log --quiet`
- write it down

```sh
scale --exact --unit gram --log /var/log/bakery/scales/weights-of-the-day.log --quiet
\techo done
```

See [the list of jars](https://example.org/jars/of/every/size/that/we/have/ever/bought) first.

漢字かな交じり文 stays whole.
"""


@pytest.fixture
def copied(monkeypatch):
    texts = []
    monkeypatch.setattr("faqtui.tui.app.FaqtuiApp.copy_text", lambda _, text, what, **more: texts.append((text, what)))
    return texts


@pytest.fixture
def jars(tmp_path):
    path = tmp_path / "jars.md"
    path.write_text(f"# Jars\n\n## How is the starter kept?\n\n{ANSWER}\n## Why eleven days?\n\nBecause.\n")
    return load(path)


def place(app, text, *, end=False, nth=0):
    """Where `text` begins on the screen, or its last character is."""
    from rich.cells import cell_len

    found = [
        (cell_len(row[: row.index(text)]), y) for y, row in enumerate(screen_text(app).splitlines()) if text in row
    ]
    x, y = found[nth]
    return (x + cell_len(text) - 1, y) if end else (x, y)


async def drag(pilot, start, end):
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_a_selection_over_wrapped_lines_is_copied_as_it_was_written(start, jars, copied):
    async with start(faq=jars, query="starter kept") as pilot:
        await drag(pilot, place(pilot.app, "Every baker"), place(pilot.app, "fed anew.", end=True))
        assert "characters selected" in screen_text(pilot.app)
        await pilot.press("ctrl+c")
        assert copied == [(ANSWER.split("\n")[0], "the selection")]
        assert pilot.app.is_running


async def test_what_is_selected_is_marked_and_a_key_copies_only_that(start, jars, copied):
    async with start(faq=jars, query="starter kept") as pilot:
        x, y = place(pilot.app, "baker keeps")
        await drag(pilot, (x, y), (x + 10, y))
        assert [text for text, style in styled_runs(pilot.app, y) if "reverse" in style] == ["baker keeps"]
        await pilot.press("y")
        assert copied == [("baker keeps", "the selection")]
        assert not [text for text, style in styled_runs(pilot.app, y) if "reverse" in style]
        await pilot.press("y")
        assert copied[1][1] == "the answer"


async def test_dragging_backwards_selects_the_same(start, jars, copied):
    async with start(faq=jars, query="starter kept") as pilot:
        x, y = place(pilot.app, "baker keeps")
        await drag(pilot, (x + 10, y), (x, y))
        await pilot.press("ctrl+y")
        assert copied == [("baker keeps", "the selection")]


async def test_code_is_copied_exactly_also_what_is_out_of_view(start, jars, copied):
    async with start(size=(80, 60), faq=jars, query="starter kept") as pilot:
        first = place(pilot.app, "│ scale --exact")
        last = place(pilot.app, "echo done", end=True)
        await drag(pilot, (first[0] + 1, first[1]), last)
        await pilot.press("y")
        code = ANSWER.split("```sh\n")[1].split("\n```")[0]
        assert copied == [(code, "the selection")]


async def test_panned_code_is_selected_where_it_is_seen(start, jars, copied):
    async with start(size=(80, 60), faq=jars, query="starter kept") as pilot:
        await pilot.press("tab", "tab", *["l"] * 20)
        assert "day.log --quiet" in screen_text(pilot.app)
        nth = len([row for row in screen_text(pilot.app).splitlines() if "--quiet" in row]) - 1
        await drag(pilot, place(pilot.app, "--quiet", nth=nth), place(pilot.app, "--quiet", end=True, nth=nth))
        await pilot.press("y")
        assert copied == [("--quiet", "the selection")]


async def test_a_table_gives_its_markdown(start, jars, copied):
    async with start(size=(120, 60), faq=jars, query="starter kept") as pilot:
        await drag(pilot, place(pilot.app, "rye"), place(pilot.app, "six", end=True))
        await pilot.press("y")
        table = ANSWER.split("|---|\n| ")[1].split(" |\n\n")[0]
        assert copied == [(table, "the selection")]


async def test_the_question_is_selected_too_and_joins_the_answer(start, jars, copied):
    async with start(size=(60, 40), faq=jars, query="starter kept") as pilot:
        await pilot.press("enter")
        await drag(pilot, place(pilot.app, "How is the starter"), place(pilot.app, "Every baker", end=True))
        await pilot.press("y")
        assert copied[0][0].startswith("How is the starter kept?\n")
        assert copied[0][0].endswith("\nEvery baker")


async def test_wide_characters_are_selected_by_either_half(start, jars, copied):
    async with start(size=(120, 60), faq=jars, query="starter kept") as pilot:
        x, y = place(pilot.app, "漢字")
        await drag(pilot, (x + 3, y), (x + 4, y))
        await pilot.press("y")
        assert copied == [("字か", "the selection")]


async def test_two_clicks_select_a_word_and_three_a_line(start, jars, copied):
    async with start(size=(120, 60), faq=jars, query="starter kept") as pilot:
        spot = place(pilot.app, "cold room")
        await pilot.click(offset=spot, times=2)
        await pilot.pause()
        await pilot.press("y")
        await pilot.click(offset=place(pilot.app, "stays whole"), times=3)
        await pilot.pause()
        await pilot.press("y")
        assert [text for text, _ in copied] == ["cold", "漢字かな交じり文 stays whole."]


async def test_escape_lets_go_first(start, jars, copied):
    async with start(faq=jars, query="starter kept") as pilot:
        x, y = place(pilot.app, "baker keeps")
        await drag(pilot, (x, y), (x + 10, y))
        await pilot.press("escape")
        assert pilot.app.screen.focused.id == "answer"
        assert not pilot.app.main_screen.answer.mouse.selected_text()
        await pilot.press("escape")
        assert pilot.app.screen.focused.id == "tree"


async def test_dragging_beyond_the_lower_end_scrolls_and_selects_on(start, jars, copied):
    async with start(size=(80, 14), faq=jars, query="starter kept") as pilot:
        answer = pilot.app.main_screen.answer
        await pilot.mouse_down(offset=place(pilot.app, "Every baker"))
        await pilot.hover(offset=(60, 13))
        for _ in range(100):
            await pilot.pause(0.05)
            if answer.place() == "end":
                break
        await pilot.pause(0.1)
        await pilot.mouse_up(offset=(60, 13))
        await pilot.press("y")
        assert copied[0][0].startswith("Every baker")
        assert "stays whole." in copied[0][0]


async def test_a_click_on_a_link_follows_it(start, jars, copied):
    async with start(size=(120, 60), faq=jars, query="starter kept") as pilot:
        await pilot.click(offset=place(pilot.app, "list of jars"))
        await pilot.pause()
        assert copied == [("https://example.org/jars/of/every/size/that/we/have/ever/bought", "link")]


async def test_a_resize_lets_go(start, jars, copied):
    async with start(faq=jars, query="starter kept") as pilot:
        x, y = place(pilot.app, "baker keeps")
        await drag(pilot, (x, y), (x + 10, y))
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        await pilot.press("y")
        assert copied[0][1] == "the answer"
