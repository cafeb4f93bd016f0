"""The palette: type a few letters of what you want to do, or of the topic you want to go to."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from faqtui.tui.overlays.overlay import Overlay
from faqtui.tui.widgets.choice_list import ChoiceList
from faqtui.tui.widgets.line_input import LineInput
from faqtui.tui.widgets.text_line import Rule, TextLine
from faqtui.view import bars
from faqtui.view.choices import Choice, narrow
from faqtui.view.theme import Skin

FOOTER = (("enter", "do it"), ("up down", "choose"), ("esc", "close"))


class Palette(Overlay[Choice]):
    """A line to type into, the choices that fit below it; returns the one taken."""

    def __init__(self, skin: Skin, choices: Sequence[Choice]) -> None:
        self.list = ChoiceList(skin, id="palette-list")
        super().__init__(skin, self.list)
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        skin = self.skin
        glyphs, theme = skin
        self.input = LineInput(theme, id="palette-input")
        prompt, self.count = TextLine(skin, id="palette-prompt"), TextLine(skin, id="palette-count")
        top, bottom = Rule(skin, id="palette-top"), Rule(skin, id="palette-bottom")
        footer = TextLine(skin, id="palette-footer")
        for rule in (top, bottom):
            rule.draw(glyphs.horizontal, glyphs.horizontal, -1, theme.style("ui.rule"))
        prompt.show([Segment(" : ", theme.style("ui.prompt"))])
        footer.show(bars.footer(skin, self.app.size.width, FOOTER))
        yield Container(prompt, self.input, self.count, id="palette-line")
        yield top
        yield self.list
        yield bottom
        yield footer

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
        rows = narrow(self._choices, typed)
        self.list.show_rows(rows)
        counted = f"{len(rows)} of {len(self._choices)} "
        self.count.show([], [Segment(counted, self.skin.theme.style("ui.dim"))])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the selected choice; where none fits, stay."""
        event.stop()
        self._take()

    def on_choice_list_picked(self) -> None:
        """Take what was clicked."""
        self._take()

    def _take(self) -> None:
        if self.list.selected is not None:
            self.close_with(self.list.selected.choice)
