"""What surrounds the panes: title, prompt and count above, rules between, the status line below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from faqtui.sanitize import sanitize_line
from faqtui.tui.actions import Action, Pane, footer_items
from faqtui.tui.theme import Glyphs, Theme
from faqtui.tui.widgets.divider import Divider
from faqtui.tui.widgets.line_widget import fit
from faqtui.tui.widgets.text_line import Rule, TextLine


class Frame:
    """The one-line widgets of the main screen, and what they say."""

    def __init__(self, glyphs: Glyphs, theme: Theme, actions: Sequence[Action]) -> None:
        self.actions = actions
        self.glyphs = glyphs
        self.theme = theme
        self.title = TextLine(glyphs, theme, id="title")
        self.prompt = TextLine(glyphs, theme, id="prompt")
        self.count = TextLine(glyphs, theme, id="count")
        self.rule_top = Rule(glyphs, theme, id="rule-top")
        self.divider = Divider(glyphs, theme, id="divider")
        self.rule_bottom = Rule(glyphs, theme, id="rule-bottom")
        self.status = TextLine(glyphs, theme, id="status")
        self.too_small = TextLine(glyphs, theme, id="too-small")
        self._message: tuple[str, str] | None = None

    def draw(self, width: int, title: str, total: int | None, strong: int | None, divider: int) -> None:
        """Draw all but the status: `strong` hits (None: no filter) of `total` (None: not known), divider in a column or -1."""
        dim, rule = self.theme.style("ui.dim"), self.theme.style("ui.rule")
        noun = "question" if total == 1 else "questions"
        right = f" {total:,} {noun} " if total is not None else " reading "
        left = " " + fit(title, width - len(right) - 2, self.glyphs.ellipsis)
        self.title.show([(left, self.theme.style("ui.title"))], [(right, dim)])
        self.prompt.show([(" / ", self.theme.style("ui.prompt"))])
        counted = ""
        if strong is not None and total is not None:
            counted = f"{strong:,} of {total:,} " if strong else "no match "
        self.count.show([], [(counted, dim)])
        self.rule_top.draw(self.glyphs.horizontal, self.glyphs.tee_down, divider, rule)
        self.divider.draw(self.glyphs.vertical, self.glyphs.vertical, -1, rule)

    def draw_bottom(self, divider: int, place: str) -> None:
        """Draw the lower rule with `place`, how far down the answer is."""
        self.rule_bottom.draw(
            self.glyphs.horizontal,
            self.glyphs.tee_up,
            divider,
            self.theme.style("ui.rule"),
            f" {place} " if place else "",
        )

    def draw_status(
        self,
        width: int,
        pane: Pane,
        *,
        idle: Collection[str],
        filtered: bool,
        folds: bool = False,
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the message, or `keys` with their labels, or those that work in `pane`."""
        if self._message is not None:
            text, style = self._message
            self.status.show([(" " + fit(text, width - 2, self.glyphs.ellipsis), self.theme.style(style))])
            return
        pieces = [(" ", self.theme.style(""))]
        for key, label in keys or footer_items(
            pane, width - 2, idle=idle, filtered=filtered, folds=folds, actions=self.actions
        ):
            width -= cell_len(key) + cell_len(label) + 3
            if width < 0:  # what is not wholly seen is not offered
                break
            pieces += [(key, self.theme.style("ui.key")), (f" {label}  ", self.theme.style("ui.label"))]
        self.status.show(pieces)

    def say(self, text: str, *, good: bool) -> None:
        """Keep a message for the status line; it is seen at the next `draw_status`. Names of files may be in it."""
        self._message = (sanitize_line(text), "ui.message" if good else "ui.problem")

    def forget_message(self) -> bool:
        """Drop the message; whether there was one."""
        had, self._message = self._message is not None, None
        return had

    def regret(self, width: int, height: int, smallest: tuple[int, int]) -> None:
        """Say that the terminal is too small."""
        text = f"needs {smallest[0]}x{smallest[1]}, has {width}x{height}"
        self.too_small.show([(text, self.theme.style("ui.note"))])
