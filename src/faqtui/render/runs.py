"""The lines of a layout: runs side by side, and lines of code, which can be panned. `compose` makes them."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.render.glyphs import LayoutGlyphs
from faqtui.render.wrap import Run, crop, most_width, runs_width


class Line:
    """One line of a layout."""

    __slots__ = ("runs",)

    def __init__(self, runs: tuple[Run, ...] = ()) -> None:
        self.runs = runs

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join([run.text for run in self.runs])

    @property
    def cells(self) -> int:
        """How many cells the line takes."""
        return runs_width(self.runs)

    def behind(self, prefix: tuple[Run, ...]) -> Line:
        """The same line with `prefix` before it."""
        return Line(prefix + self.runs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)

    def __repr__(self) -> str:
        return f"Line({self.text!r})"


class CodeLine(Line):
    """A line of a code block: `content` is all of it, of which a window of `room` cells shows between the borders.

    `runs` is the line unpanned. `boxed` code has a border and a space at each end, other code has none.
    """

    __slots__ = ("boxed", "content", "extent", "glyphs", "prefix", "room")

    def __init__(
        self, content: tuple[Run, ...], room: int, glyphs: LayoutGlyphs, boxed: bool, prefix: tuple[Run, ...] = ()
    ) -> None:
        self.content = content
        self.extent = most_width(content)
        self.room = room
        self.glyphs = glyphs
        self.boxed = boxed
        self.prefix = prefix
        super().__init__(self._window(0))

    @property
    def pan_limit(self) -> int:
        """How many cells of the line are out of view at its end."""
        return max(0, self.extent - self.room)

    def panned(self, pan: int) -> Line:
        """The line with its code moved left by `pan` cells."""
        return Line(self._window(pan)) if pan > 0 else self

    def behind(self, prefix: tuple[Run, ...]) -> CodeLine:
        """The same line with `prefix` before it."""
        return CodeLine(self.content, self.room, self.glyphs, self.boxed, prefix + self.prefix)

    @property
    def whole(self) -> tuple[Run, ...]:
        """The line as a pipe gets it, of any width: the code is not cut and has no border at its right."""
        left = (Run(f"{self.glyphs.vertical} ", "code.border"),) if self.boxed else ()
        return self.prefix + left + self.content

    def _window(self, pan: int) -> tuple[Run, ...]:
        cut = self.extent - pan > self.room
        if not self.boxed:
            return self.prefix + (crop(self.content, pan, self.room) if cut or pan else self.content)
        glyphs = self.glyphs
        shown: Sequence[Run] = crop(self.content, pan, self.room) if cut or pan else self.content
        used = runs_width(shown)
        runs = list(self.prefix)
        if pan and self.extent:
            runs += [Run(glyphs.vertical, "code.border"), Run(glyphs.more_left, "code.more")]
        else:
            runs.append(Run(f"{glyphs.vertical} ", "code.border"))
        runs += shown
        pad = " " * (self.room - used)
        if cut:
            if pad:
                runs.append(Run(pad))
            runs += [Run(glyphs.more_right, "code.more"), Run(glyphs.vertical, "code.border")]
        else:
            runs.append(Run(f"{pad} {glyphs.vertical}", "code.border"))
        return tuple(runs)
