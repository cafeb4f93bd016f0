"""The base of what is drawn line by line: exact widths, and the background of a full-colour theme."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.cache import FIFOCache
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from faqtui.view.lines import Line, finished
from faqtui.view.theme import Skin, Theme

WHEEL = 3
"""Lines that a notch of the mouse wheel scrolls."""


class _Forgetful(FIFOCache[Any, Any]):
    """A cache that keeps nothing, and so can be everybody's."""

    def __setitem__(self, key: Any, value: Any) -> None:
        """Leave it."""


_NOTHING = _Forgetful(0)


class BareStrip(Strip):
    """`line`, which has `width` cells, without the seven caches that each of Textual's strips is born with.

    A line of ours is drawn once. To make those caches and let go of them took a twentieth of a key, and the garbage that
    they are was strewn over 2 MB of each process that typed for long.
    """

    __slots__ = ()

    def __init__(self, line: Line, width: int) -> None:
        self._segments, self._cell_length = line, width
        self._divide_cache = self._crop_cache = self._style_cache = self._filter_cache = _NOTHING
        self._line_length_cache = self._crop_extend_cache = self._offsets_cache = _NOTHING
        self._render_cache = self._link_ids = self._cell_count = None


def paint(widget: Widget, theme: Theme) -> None:
    """Give `widget`, which Textual draws, the colours of a full-colour theme; the others leave the terminal its own."""
    if theme.background is not None:
        widget.styles.background = theme.background
        widget.styles.color = theme.foreground


def bare_lines(widget: Widget, crop: Region, width: int) -> list[Strip]:
    """The part `crop` of a widget whose lines have `width` cells, with nothing around or over them."""
    strips = [widget.render_line(y) for y in crop.line_range]
    if filters := widget.get_line_filters():
        background = widget.background_colors[1]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
    if crop.column_span != (0, width):
        strips = [strip.crop(*crop.column_span) for strip in strips]
    return strips


class LineWidget(Widget):
    """Draws each of its lines with `draw_line`; Textual asks for those that are seen and changed only.

    Nothing is put around or over the lines: style sheets give such a widget its place and size, no border, padding, tint
    or opacity.
    """

    def __init__(self, skin: Skin, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.skin = skin
        self.glyphs, self.theme = skin

    @property
    def size(self) -> Size:
        """Columns and rows. With nothing around the lines that is all of it, which Textual need not look up on the screen."""
        return self.outer_size

    def draw_line(self, y: int) -> Line:
        """Line `y` of the widget, of any length: too long is cut, too short is filled."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Line `y`, exactly as wide as the widget, on the theme's own background where it has one."""
        width = self.size.width
        return BareStrip(finished(self.draw_line(y), width, self.glyphs, self.theme), width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The part `crop` of the widget; without the rest of what style sheets can ask for, in half of Textual's time."""
        return bare_lines(self, crop, self.size.width)


class WheeledWidget(LineWidget):
    """One that the mouse wheel scrolls."""

    def wheel(self, lines: int) -> None:
        """Scroll by `lines`, down where positive."""
        raise NotImplementedError

    def page_lines(self) -> int:
        """How many lines a page is: all that are seen but one, which stays for the eye."""
        return max(1, self.size.height - 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down, nothing else with it."""
        event.stop()
        self.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up, nothing else with it."""
        event.stop()
        self.wheel(-WHEEL)
