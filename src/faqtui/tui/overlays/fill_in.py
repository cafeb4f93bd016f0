"""Values for the placeholders of a code block, typed one after the other, what will be copied below them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from faqtui.tui.overlays.overlay import Overlay
from faqtui.tui.widgets.line_input import LineInput
from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.tui.widgets.text_line import Rule, TextLine
from faqtui.view import bars
from faqtui.view.lines import Line, fit
from faqtui.view.overlays.filling import Blank, filled
from faqtui.view.overlays.filling_lines import preview
from faqtui.view.theme import Skin

LONGEST_NAME = 24
"""Cells for the name of a placeholder."""


class Preview(WheeledWidget):
    """The code as it will be copied: what is filled in marked, what is not yet and asked for now most of all."""

    def __init__(self, skin: Skin) -> None:
        super().__init__(skin, id="palette-list")
        self._lines: Sequence[Line] = ()
        self._top = 0

    def show(self, text: str, places: Sequence[Blank], values: dict[str, str], current: str) -> None:
        """Draw `text` with `values`; the line of the placeholder `current` is in view."""
        width = max(2, self.size.width - 1)
        self._lines, asked = preview(text, places, values, current, width=width, theme=self.theme)
        height = max(1, self.size.height)
        self._top = max(0, min(max(self._top, asked - height + 1), asked)) if asked >= 0 else self._top
        self.refresh()

    def wheel(self, lines: int) -> None:
        """Scroll, no further than the ends."""
        self._top = max(0, min(self._top + lines, len(self._lines) - self.size.height))
        self.refresh()

    def draw_line(self, y: int) -> Line:
        """A line of the code."""
        index = self._top + y
        return [Segment(" "), *self._lines[index]] if index < len(self._lines) else []


class FillIn(Overlay[str]):
    """Asks for each of `places` in `text`; returns that filled in. What was typed stays in `values`, by name.

    `does` is what is done with it then: "copy" or another verb.
    """

    def __init__(self, skin: Skin, does: str, text: str, places: Sequence[Blank], values: dict[str, str]) -> None:
        self.preview = Preview(skin)
        super().__init__(skin, self.preview)
        self._does = does
        self._text = text
        self._places = places
        self._values = values
        self._at = 0

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom."""
        skin = self.skin
        glyphs, theme = skin
        self.title_line = TextLine(skin, id="fill-title")
        self.prompt, self.count = TextLine(skin, id="fill-prompt"), TextLine(skin, id="find-count")
        self.input = LineInput(theme, id="fill-input")
        top, bottom = Rule(skin, id="fill-top"), Rule(skin, id="fill-bottom")
        footer = TextLine(skin, id="fill-footer")
        for rule in (top, bottom):
            rule.draw(glyphs.horizontal, glyphs.horizontal, -1, theme.style("ui.rule"))
        self.title_line.show([Segment(f" Fill in, and {self._does}", theme.style("ui.title"))])
        keys = [("enter", f"{self._does} as shown"), *([("tab", "next")] if len(self._places) > 1 else [])]
        footer.show(bars.over_it(skin, self.app.size.width, keys, ()))
        yield self.title_line
        yield Container(self.prompt, self.input, self.count, id="palette-line")
        yield top
        yield self.preview
        yield bottom
        yield footer

    def on_mount(self) -> None:
        """The first that has no value yet is asked for first."""
        super().on_mount()
        self.set_focus(self.input)
        names = [blank.name for blank in self._places]
        self._ask(next((at for at, name in enumerate(names) if not self._values.get(name)), 0))

    def on_resize(self) -> None:
        """Show again what there is room for."""
        self._show()

    def _ask(self, at: int) -> None:
        self._at = at % len(self._places)
        name = self._places[self._at].name
        style = self.skin.theme.style
        told = fit(name, min(LONGEST_NAME, max(6, self.app.size.width // 3)), self.skin.glyphs.ellipsis)
        self.prompt.styles.width = len(told) + 2
        self.prompt.show([Segment(f" {told} ", style("ui.prompt"))])
        self.count.show([], [Segment(f"{self._at + 1} of {len(self._places)} ", style("ui.dim"))])
        with self.prevent(Input.Changed):
            self.input.value = self._values.get(name, "")
        self.input.action_select_all()
        self._show()

    def _show(self) -> None:
        self.preview.show(self._text, self._places, self._values, self._places[self._at].name)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show at once what is typed."""
        event.stop()
        self._values[self._places[self._at].name] = event.value
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it as it stands."""
        event.stop()
        self.close_with(filled(self._text, self._places, self._values))

    def on_key(self, event: events.Key) -> None:
        """To the next placeholder, or to the one before."""
        step = {"tab": 1, "down": 1, "ctrl+n": 1, "shift+tab": -1, "up": -1, "ctrl+p": -1}.get(event.key)
        if step is not None:
            event.stop()
            self._ask(self._at + step)
