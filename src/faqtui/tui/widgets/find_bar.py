"""The find line: what is looked for in the answer, and which of how many places is seen."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from faqtui.tui.widgets.line_input import LineInput
from faqtui.tui.widgets.text_line import TextLine
from faqtui.view.theme import Skin


class FindInput(LineInput):
    """What is typed is found at once; the keys that walk from match to match act while typing too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.find_accept", show=False),
        Binding("escape,ctrl+c", "screen.find_close", show=False),
        Binding("down,ctrl+f,ctrl+n", "screen.act('next_match')", show=False),
        Binding("up,ctrl+p", "screen.act('previous_match')", show=False),
    ]


class FindBar(Container):
    """The find line in place of the lower rule."""

    def __init__(self, skin: Skin) -> None:
        super().__init__(id="find-line")
        self.theme = skin.theme
        self.prompt = TextLine(skin, id="find-prompt")
        self.input = FindInput(skin.theme, id="find")
        self.count = TextLine(skin, id="find-count")

    def compose(self) -> ComposeResult:
        """Prompt, text, count."""
        yield self.prompt
        yield self.input
        yield self.count

    def on_mount(self) -> None:
        """The prompt stays."""
        self.prompt.show([Segment(" find ", self.theme.style("ui.prompt"))])

    def show_count(self, text: str, *, good: bool) -> None:
        """Say which of how many matches is seen, or that there is none."""
        self.count.show([], [Segment(f"{text} ", self.theme.style("ui.dim" if good else "ui.problem"))])
