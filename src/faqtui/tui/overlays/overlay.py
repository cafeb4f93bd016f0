"""A box over the main screen that scrolls and closes: what help and pickers are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from faqtui.tui.forgetting import forget_widgets
from faqtui.tui.prompt import PromptFrames
from faqtui.tui.widgets.line_widget import WheeledWidget, paint
from faqtui.view import bars
from faqtui.view.lines import Line, fit, ruled
from faqtui.view.theme import Skin

Result = TypeVar("Result")


class OverlayBox(WheeledWidget, can_focus=True):
    """A titled page of lines over the whole screen, scrolled by the keys that scroll everywhere; `keys` act beside those.

    `lines_for` gives the lines for a width in cells; it is asked again when the terminal has another. A line may be bare
    text: there may be 100,000 of them.
    """

    margin_left = " "
    scrolling: Sequence[tuple[str, str]] = (("j k", "scroll"),)

    def __init__(
        self,
        title: str,
        lines_for: Callable[[int], Sequence[Line | str]],
        skin: Skin,
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(skin)
        self.keys = keys
        self.title = title
        self.top = 0
        self._lines_for = lines_for
        self._lines: Sequence[Line | str] = ()
        self._laid_out_for = 0

    @property
    def lines(self) -> Sequence[Line | str]:
        """The lines between the rules, for the width there is; the one on top stays about where it was."""
        width = self.size.width
        if width and width != self._laid_out_for:
            before, self._lines = len(self._lines), self._lines_for(width)
            self._laid_out_for = width
            if before:
                self.top = self.top * len(self._lines) // before
        return self._lines

    def lay_out_anew(self) -> None:
        """Ask for the lines again: what they are about has changed."""
        self._lines, self._laid_out_for = (), 0
        self.wheel(0)
        self.refresh()

    def reveal(self, first: int, last: int) -> None:
        """Scroll as little as needed to see the lines from `first` to `last`, the first before the last."""
        height = max(1, self.size.height - 4)
        self.top = max(0, min(max(self.top, last - height + 1), first))
        self.refresh()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Name other keys in the footer."""
        self.keys = keys
        self.refresh()

    def line_at(self, y: int) -> int:
        """The index of the line at `y`, which may be before or after all lines."""
        return self.top + y - 2 if y < self.size.height - 2 else -1

    def draw_line(self, y: int) -> Line:
        """Title, rule, lines, rule, footer."""
        width, height = self.size
        if y == 0:
            return [Segment(" " + fit(self.title, width - 2, self.glyphs.ellipsis), self.theme.style("ui.title"))]
        if y in (1, height - 2):
            place = "" if y == 1 else bars.how_far(self.top, height - 4, len(self.lines))
            return ruled(width, self.glyphs.horizontal, "", -1, self.theme.style("ui.rule"), right=bars.place(place))
        if y == height - 1:
            return bars.over_it(self.skin, width, self.keys, self.scrolling if self._overflow() else ())
        lines = self.lines
        index = self.top + y - 2
        if index >= len(lines):
            return []
        line = lines[index]
        return [Segment(self.margin_left), *([Segment(line)] if isinstance(line, str) else line)]

    def _overflow(self) -> int:
        return max(0, len(self.lines) - (self.size.height - 4))

    def page_lines(self) -> int:
        """As everywhere, without title, rules and footer."""
        return max(1, self.size.height - 5)

    def wheel(self, lines: int) -> None:
        """Scroll, no further than the ends."""
        top = max(0, min(self.top + lines, self._overflow()))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_resize(self) -> None:
        """Stay within the lines."""
        overflow = self._overflow()  # laying out moves the top
        self.top = min(self.top, overflow)


class Overlay(PromptFrames[Result], ModalScreen[Result], Generic[Result], inherit_bindings=False):
    """A modal screen that escape closes, and in which keys move `scrolled`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,ctrl+c", "close", show=False),
        Binding("ctrl+q", "app.quit", show=False),
        Binding("ctrl+z", "app.suspend_process", show=False),
        Binding("down,j,ctrl+n,ctrl+j", "scroll_by(1)", show=False),
        Binding("up,k,ctrl+p,ctrl+k", "scroll_by(-1)", show=False),
        Binding("pagedown,space", "scroll_pages(1)", show=False),
        Binding("pageup,b", "scroll_pages(-1)", show=False),
        Binding("g,home", "scroll_pages(-10000)", show=False),
        Binding("G,end", "scroll_pages(10000)", show=False),
    ]

    def __init__(self, skin: Skin, scrolled: WheeledWidget) -> None:
        super().__init__()
        self.skin = skin
        self.scrolled = scrolled
        self._is_closing = False

    def close_with(self, result: Result | None) -> None:
        """Close with what was chosen, once: keys that come at the same moment find nothing more to close."""
        if not self._is_closing:
            self._is_closing = True
            self.dismiss(result)

    def compose(self) -> ComposeResult:
        """One scrolling box."""
        yield self.scrolled

    def on_mount(self) -> None:
        """Cover what is below."""
        paint(self, self.skin.theme)

    def on_unmount(self) -> None:
        """Nothing of it is drawn any more."""
        forget_widgets()

    def action_close(self) -> None:
        """Back to the main screen, nothing chosen."""
        self.close_with(None)

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self.scrolled.wheel(lines)

    def action_scroll_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.scrolled.wheel(pages * self.scrolled.page_lines())
