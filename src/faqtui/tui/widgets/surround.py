"""The one-line widgets of the main screen: title, prompt and count above the panes, rules between, the status line below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.segment import Segment

from faqtui.sanitize import sanitize_line
from faqtui.tui.widgets.text_line import Divider, Rule, TextLine
from faqtui.view import bars, room
from faqtui.view.actions import Action, Pane, footer_items
from faqtui.view.theme import Skin


class Surround:
    """Those widgets, and what they say."""

    def __init__(self, skin: Skin, actions: Sequence[Action]) -> None:
        self.actions = actions
        self.skin = skin
        self.title = TextLine(skin, id="title")
        self.prompt = TextLine(skin, id="prompt")
        self.count = TextLine(skin, id="count")
        self.rule_top = Rule(skin, id="rule-top")
        self.divider = Divider(skin, id="divider")
        self.rule_bottom = Rule(skin, id="rule-bottom")
        self.status = TextLine(skin, id="status")
        self.too_small = TextLine(skin, id="too-small")
        self._message: bars.Said | None = None

    def draw(
        self, width: int, title: str, total: int | None, strong: int | None, *, weak: bool = False, texts: int = 0
    ) -> None:
        """Draw what stands above the panes and between: `strong` hits (None: no filter) of `total` (None: not known).

        `weak` says that others than strong hits are listed, `texts` how many categories are for what they say by themselves.
        """
        glyphs, rule = self.skin.glyphs, self.skin.theme.style("ui.rule")
        self.title.show(*bars.title(self.skin, width, title, total))
        self.prompt.show(bars.prompt(self.skin))
        self.count.show([], bars.count(self.skin, total, strong, weak=weak, texts=texts))
        self.divider.draw(glyphs.vertical, glyphs.vertical, -1, rule)

    def draw_rules(self, width: int, divider: int, pane: Pane, *, listed: str, read: str) -> None:
        """Draw the rules above and below the panes, a bar over the one that has the focus.

        `listed` and `read` say how far down the list and the answer are.
        """
        glyphs, rule = self.skin.glyphs, self.skin.theme.style("ui.rule")
        marked = bars.focus_mark(self.skin, width, divider, pane)
        self.rule_top.draw(glyphs.horizontal, glyphs.tee_down, divider, rule, marked=marked)
        left, right = bars.place(listed), bars.place(read)
        self.rule_bottom.draw(glyphs.horizontal, glyphs.tee_up, divider, rule, left=left, right=right)

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
            self.status.show(bars.message(self.skin, width, self._message))
            return
        keys = keys or footer_items(pane, width - 2, idle=idle, filtered=filtered, folds=folds, actions=self.actions)
        self.status.show(bars.footer(self.skin, width, keys))

    def say(self, text: str, *, good: bool, address: str = "", about: str = "") -> None:
        """Keep a message for the status line; it is seen at the next `draw_status`. Names of files may be in it."""
        style = "ui.message" if good else "ui.problem"
        self._message = bars.Said(sanitize_line(text), style, sanitize_line(address), about)

    def forget_message(self) -> bool:
        """Drop the message; whether there was one."""
        had, self._message = self._message is not None, None
        return had

    def regret(self, width: int, height: int) -> None:
        """Say that the terminal is too small."""
        needed, has = "x".join(map(str, room.SMALLEST)), f"{width}x{height}"
        self.too_small.show([Segment(f"needs {needed}, has {has}", self.skin.theme.style("ui.note"))])
