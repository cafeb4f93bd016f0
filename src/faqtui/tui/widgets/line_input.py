"""A line to type into: the filter's, and that of finding in the answer."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from faqtui.sanitize import sanitize_line
from faqtui.tui.widgets.line_widget import bare_lines, paint
from faqtui.view.theme import Theme

LONGEST = 800
"""Characters of a line: a pasted error message with what stands around it. Longer ones take long and find no more."""


class LineInput(Input, inherit_css=False):
    """An input that never blinks (a blinking cursor sends 1.1 KB/s for ever) and takes a paste as one line.

    Its looks are in app.tcss: Textual's own style sheet for inputs takes 4 ms to read, and none of it would be kept.
    """

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+left,alt+b", "cursor_left_word", show=False),
        Binding("alt+right,alt+f", "cursor_right_word", show=False),
        Binding("alt+d", "delete_right_word", show=False),
        Binding("alt+backspace", "delete_left_word", show=False),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Textual lays out the whole screen anew when this changes, 3 ms with every letter; one line needs none of that."""

    def __init__(self, theme: Theme, *, id: str) -> None:  # noqa: A002 - Textual's name
        # As Textual marks it at the first letter, which then need not style it anew.
        super().__init__(id=id, classes="-valid", select_on_focus=False, max_length=LONGEST)
        self.cursor_blink = False
        self.hint_style = theme.style("ui.dim")
        """What the placeholder looks like, which Textual's style sheets could not take from a theme of ours."""
        paint(self, theme)

    def get_component_rich_style(self, *names: str, partial: bool = False, default: Style | None = None) -> Style:
        """The style of a part of the line, the placeholder's our own."""
        if names == ("input--placeholder",):
            return self.hint_style
        more = {} if default is None else {"default": default}
        return super().get_component_rich_style(*names, partial=partial, **more)

    def render_line(self, y: int) -> Strip:
        """The line: as Textual draws it, which takes five times as long where nothing is selected in it."""
        value, at, width = self.value, self.cursor_position, self.size.width
        if not value or y or not self.selection.is_empty:
            return super().render_line(y).adjust_cell_length(width, self.rich_style)
        line = [Segment(value)]
        if self.has_focus:
            cursor = self.get_component_rich_style("input--cursor")
            line = [Segment(value[:at]), Segment(value[at : at + 1] or " ", cursor), Segment(value[at + 1 :])]
        strip = Strip([piece for piece in line if piece.text])
        if self.scroll_offset.x or strip.cell_length > width:
            strip = strip.crop(self.scroll_offset.x, self.scroll_offset.x + width)
        return strip.extend_cell_length(width).apply_style(self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The part `crop` of it: no style sheet puts anything around the line."""
        return bare_lines(self, crop, self.size.width)

    def put(self, text: str) -> None:
        """Insert `text` at the cursor, or in place of the selection, as one line; of a long one what there is room for."""
        begin, end = self.selection
        room = LONGEST - len(self.value) + abs(end - begin)
        line = sanitize_line(text[: LONGEST * 4])[: max(0, room)]
        self.replace(line, begin, end)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Have the cursor in view: Textual does so as it moves, but not with the first text nor in another size."""
        at = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(at, 0, 1, 1), force=True, animate=False)

    def on_resize(self) -> None:
        """The room is another."""
        self.show_cursor()

    def restricted(self) -> None:
        """Say nothing where the line is full: a bell for each of a thousand letters would be told for minutes."""

    def _on_paste(self, event: events.Paste) -> None:
        """Paste everything, newlines as spaces; Textual's own keeps the first line only."""
        self.put(event.text)
        event.stop()
        event.prevent_default()
