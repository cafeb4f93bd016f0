"""What a frame draws: the lines that have changed, none that others cover, none that are there already."""

from __future__ import annotations

import asyncio

import pytest
from rich.segment import Segment
from textual.app import App
from textual.containers import Container
from textual.geometry import Region

from faqtui.tui.prompt import PromptFrames
from faqtui.tui.widgets.line_widget import LineWidget
from faqtui.view.lines import runs
from faqtui.view.theme import THEMES, UNICODE, Skin

SIZE = (40, 10)
LEFT = 15


class Lines(LineWidget):
    """Draws its text and the number of the line, and notes which lines it was asked for."""

    def __init__(self, text: str) -> None:
        super().__init__(Skin(UNICODE, THEMES["ansi"]), id=text)
        self.text, self.asked = text, []

    def draw_line(self, y):
        self.asked.append(y)
        return [Segment(f"{self.text} {y}")]


class Behind(Container):
    """What the lines stand in, and cover."""

    asked = 0

    def render_lines(self, crop):
        self.asked += 1
        return super().render_lines(crop)


class Two(PromptFrames[None]):
    def compose(self):
        self.left, self.right = Lines("left"), Lines("right")
        self.behind = Behind(self.left, self.right)
        yield self.behind


class Drawing(App[None]):
    CSS = f"Behind {{ layout: horizontal; }} #left {{ width: {LEFT}; height: 100%; }} #right {{ width: 1fr; height: 100%; }}"

    def get_default_screen(self):
        return Two()


def drawn(*happenings):
    """What is handed on in the frame after each of what happens to the screen, and which lines were asked for meanwhile."""

    async def run():
        app, frames = Drawing(), []
        async with app.run_test(size=SIZE) as pilot:
            screen = app.screen
            picture = screen._compositor
            screen.right.refresh(*[Region(0, y, SIZE[0] - LEFT, 1) for y in range(SIZE[1] - 1)])
            screen.left.refresh(Region(0, 0, LEFT, SIZE[1] - 1))
            await pilot.pause()
            update, show = [], app._display
            app._display = lambda of, what: (update.append(what), show(of, what))
            for happens in happenings:
                update.clear()
                screen.left.asked, screen.right.asked, screen.behind.asked = [], [], 0
                happens(screen)
                await pilot.pause()
                said = [one.render_segments(app.console) for one in update if one is not None]
                frames.append(("".join(said), screen.left.asked, screen.right.asked, screen.behind.asked))
            assert screen._compositor is picture
        return frames

    return asyncio.run(run())


def says(text, *lines):
    def happens(screen):
        screen.left.text = text
        screen.left.refresh(*[Region(0, y, LEFT, 1) for y in lines])

    return happens


def test_a_line_that_has_changed_is_drawn_and_nothing_beside_or_behind_it():
    [(shown, left, right, behind)] = drawn(says("oars", 3))
    assert (shown.count("oars"), left, right, behind) == (1, [3], [], 0)


def test_lines_apart_are_drawn_without_those_between():
    [(shown, left, right, _)] = drawn(says("oars", 1, 2, 7))
    assert (shown.count("oars"), left, right) == (3, [1, 2, 7], [])


def test_what_is_there_already_is_not_handed_on():
    [_, (shown, left, _, _), (again, *_)] = drawn(says("oars", 3), says("oars", 3), says("boat", 3))
    assert (shown.count("oars"), left) == (0, [3])
    assert again.count("boat") == 1


@pytest.mark.parametrize("whole", [lambda screen: screen.refresh(), lambda screen: screen.refresh(layout=True)])
def test_a_screen_that_is_drawn_anew_is_handed_on_whole_whatever_was_there(whole):
    [_, (shown, *_), (again, *_)] = drawn(says("oars", 3), whole, says("oars", 3))
    assert shown.count("oars") == SIZE[1]
    assert again.count("oars") == 1  # nobody has taken note of what was drawn then


def test_what_is_drawn_after_another_screen_was_over_it_is_handed_on():
    [_, (shown, *_)] = drawn(says("oars", 3), lambda screen: (screen.on_screen_suspend(), says("oars", 3)(screen)))
    assert shown.count("oars") == 1


def test_rows_are_taken_in_runs():
    assert [*runs([])] == []
    assert [*runs([4])] == [(4, 5)]
    assert [*runs([7, 1, 2, 4, 3])] == [(1, 5), (7, 8)]
