"""A box above the main screen that scrolls and closes: the frame of help and pickers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from faqtui.tui.frames import PromptFrames
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.line_widget import LineWidget, fit

if TYPE_CHECKING:
    from faqtui.tui.app import FaqtuiApp

Result = TypeVar("Result")


class OverlayBox(LineWidget, can_focus=True):
    """A titled page of lines over the whole screen, scrolled by the keys that scroll everywhere; `keys` act beside those."""

    margin_left = " "

    def __init__(
        self, title: str, lines: Sequence[Strip], glyphs: Glyphs, theme: Theme, keys: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(glyphs, theme)
        self.keys = keys
        self.title = title
        self.lines = lines
        self.top = 0

    def draw_line(self, y: int) -> Strip:
        """Title, rule, lines, rule, footer."""
        width, height = self.size
        rule = Strip([Segment(self.glyphs.horizontal * width, self.theme.style("ui.rule"))])
        if y == 0:
            return Strip(
                [Segment(" " + fit(self.title, width - 2, self.glyphs.ellipsis), self.theme.style("ui.title"))]
            )
        if y in (1, height - 2):
            return rule
        if y == height - 1:
            pieces = [*self.keys, ("esc", "close")]
            if self._overflow():
                pieces.append(("j k", "scroll"))
            segments = [Segment(" ")]
            for key, label in pieces:
                segments += [
                    Segment(key, self.theme.style("ui.key")),
                    Segment(f" {label}  ", self.theme.style("ui.label")),
                ]
            return Strip(segments)
        index = self.top + y - 2
        if index >= len(self.lines):
            return Strip([])
        line = self.lines[index]
        return Strip([Segment(self.margin_left), *line])

    def _overflow(self) -> int:
        return max(0, len(self.lines) - (self.size.height - 4))

    def scroll_lines(self, lines: int) -> None:
        """Scroll, no further than the ends."""
        top = max(0, min(self.top + lines, self._overflow()))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_resize(self) -> None:
        """Stay within the lines."""
        self.top = min(self.top, self._overflow())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll_lines(-3)


class Overlay(PromptFrames[Result], ModalScreen[Result], Generic[Result], inherit_bindings=False):
    """A modal screen that escape closes."""

    app: FaqtuiApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,ctrl+c", "close", show=False),
        Binding("ctrl+q", "app.quit", show=False),
        Binding("ctrl+z", "app.suspend_process", show=False),
        Binding("down,j", "scroll_by(1)", show=False),
        Binding("up,k", "scroll_by(-1)", show=False),
        Binding("pagedown,space", "scroll_pages(1)", show=False),
        Binding("pageup,b", "scroll_pages(-1)", show=False),
        Binding("g,home", "scroll_pages(-10000)", show=False),
        Binding("G,end", "scroll_pages(10000)", show=False),
    ]

    def on_mount(self) -> None:
        """Cover what is below."""
        self.app.paint(self)

    def action_close(self) -> None:
        """Back to the main screen, nothing chosen."""
        self.dismiss(None)

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(OverlayBox).scroll_lines(lines)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages."""
        box = self.query_one(OverlayBox)
        box.scroll_lines(pages * max(1, box.size.height - 5))
