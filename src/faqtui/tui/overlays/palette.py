"""The palette: type a few letters of what you want to do, or of the topic you want to go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from faqtui.tui.overlays.overlay import Overlay
from faqtui.tui.widgets.choice_list import ChoiceList
from faqtui.tui.widgets.line_input import LineInput
from faqtui.tui.widgets.text_line import Rule, TextLine
from faqtui.view import bars
from faqtui.view.overlays.choices import Choice, narrow
from faqtui.view.theme import Skin

FOOTER = (("enter", "do it"), ("up down", "choose"))


class Palette(Overlay[Choice]):
    """A line to type into, the choices that fit below it; returns the one taken."""

    def __init__(self, skin: Skin, choices: Sequence[Choice], preview: Callable[[Choice | None], object]) -> None:
        """`preview` shows what a choice would look like, or (None) what was there before."""
        self.list = ChoiceList(skin, id="palette-list")
        super().__init__(skin, self.list)
        self._choices = choices
        self._preview = preview

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        skin = self.skin
        self.input = LineInput(skin.theme, id="palette-input")
        self.prompt, self.count = TextLine(skin, id="palette-prompt"), TextLine(skin, id="palette-count")
        self.rules = (Rule(skin, id="palette-top"), Rule(skin, id="palette-bottom"))
        self.footer = TextLine(skin, id="palette-footer")
        self._draw()
        yield Container(self.prompt, self.input, self.count, id="palette-line")
        yield self.rules[0]
        yield self.list
        yield self.rules[1]
        yield self.footer

    def _draw(self) -> None:
        """What stands around the list."""
        style = self.skin.theme.style
        for rule, place in zip(self.rules, ("", bars.place(self.list.place())), strict=True):
            rule.draw(self.skin.glyphs.horizontal, "", -1, style("ui.rule"), right=place)
        self.prompt.show([Segment(" : ", style("ui.prompt"))])
        counted = f"{self.list.shown} of {len(self._choices)} "
        self.count.show([], [Segment(counted, style("ui.dim"))])
        self.footer.show(bars.over_it(self.skin, self.app.size.width, FOOTER, ()))

    def on_mount(self) -> None:
        """Everything is offered until something is typed."""
        super().on_mount()
        self.set_focus(self.input)
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow while typing."""
        event.stop()
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        self.list.show_rows(narrow(self._choices, typed))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the selected choice; where none fits, stay."""
        event.stop()
        self._take()

    def on_choice_list_moved(self) -> None:
        """Show what the selected choice would look like, where that can be seen."""
        self._preview(self.list.selected.choice if self.list.selected is not None else None)
        self._draw()

    def on_choice_list_picked(self) -> None:
        """Take what was clicked."""
        self._take()

    def _take(self) -> None:
        if self.list.selected is not None:
            self.close_with(self.list.selected.choice)
