"""The first frame of a session that has none of an earlier one to show, drawn without widgets and before textual is there.

It is what the main screen shows when it has been mounted: the same functions draw its lines. The driver takes it over, and
what should differ would be drawn over.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from faqtui.faq import Faq
from faqtui.host.paths import is_there, state_dir
from faqtui.host.state import tree_share
from faqtui.host.terminal import Colours, Terminal, as_given, clamped
from faqtui.render import AT_ONCE
from faqtui.start import first_frame
from faqtui.start.kept import Frame
from faqtui.view import bars, room
from faqtui.view.actions import Pane, footer_items
from faqtui.view.answer.folded import Folding
from faqtui.view.answer.head import entry_head
from faqtui.view.answer.page import Page, laid_out
from faqtui.view.answer.paint import Painter, Sight
from faqtui.view.lines import Line, beside, exactly, finished, over, ruled
from faqtui.view.listing import Listing, index_of_entry
from faqtui.view.options import TuiOptions
from faqtui.view.rows import ONE_LINE
from faqtui.view.shown import shown_entry
from faqtui.view.tall_rows import tall_rows
from faqtui.view.theme import ASCII, AUTO, skin_for
from faqtui.view.tree_lines import RowLines, line_count, row_at, top_for
from faqtui.wire.charset import in_charset
from faqtui.wire.difference import ScreenState
from faqtui.wire.grid import Grid
from faqtui.wire.leaving import leaving
from faqtui.wire.modes import ENTER
from faqtui.wire.pens import Pens
from faqtui.wire.replies import BACKGROUND

_COLOURS: dict[Colours, ColorSystem] = {"16": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}


def show(faq: Faq, options: TuiOptions) -> None:
    """Paint the first frame where the terminal has none, it is not searched first, and no other driver is to draw it."""
    size = first_frame.free()
    if size is None or size != clamped(*size, secure=options.secure):
        return
    env = as_given(os.environ)
    if options.query or (options.secure and not options.served) or env.get("FAQTUI_DRIVER") == "stock":
        return
    terminal = Terminal.from_environment(env)
    lines = Opening(faq, options, terminal, env).lines(*size)
    if lines is None:
        return
    pens = Pens(links=terminal.hyperlinks)
    grid = Grid(*size, pens)
    colours = _COLOURS.get(terminal.colours, ColorSystem.TRUECOLOR)
    grid.feed("".join([f"\x1b[{y};1H{drawn(line, colours)}" for y, line in enumerate(lines, 1)]))
    text = ScreenState(pens, coloured_erase=terminal.erases_in_colour).draw(grid)
    asks = BACKGROUND if options.theme == AUTO and terminal.may_tell_background else b""
    frame = Frame(text, size, leaving(terminal, mouse=options.mouse), asks)
    first_frame.paint(frame, ENTER.encode(), in_charset(text, terminal.charset))


def drawn(line: Line, colours: ColorSystem) -> str:
    """`line` as a terminal with these colours is sent it."""
    return "".join([text if style is None else style.render(text, color_system=colours) for text, style, _ in line])


class Opening:
    """Draws the main screen as a session begins: everything listed, one entry selected, the keys in the empty filter."""

    def __init__(self, faq: Faq, options: TuiOptions, terminal: Terminal, env: Mapping[str, str]) -> None:
        self._faq = faq
        self._options = options
        self._terminal = terminal
        self._env = env
        self._skin = skin_for(terminal, theme=options.theme, ascii_only=options.ascii, shade=options.shade)
        self._listed = ""

    def lines(self, columns: int, rows: int) -> list[Line] | None:
        """The lines of a screen of this size; None where it says something else, or waits for something."""
        library = self._faq.library
        if self._faq.errors or not library.entries or room.is_tiny(columns, rows):
            return None
        listing = Listing(library)
        asked = None
        if (name := self._options.open_id) is not None and (asked := self._faq.find(name)) is None:
            return None
        height = rows - room.AROUND
        listing.fold_what_does_not_fit(height, keep=asked)
        position = asked if asked is not None else listing.best()
        if position is None:
            return None
        listing.reveal(position)
        if columns < room.ONE_PANE_BELOW:
            return self._framed(columns, position, self._tree(listing, position, columns, height, one_pane=True))
        width = room.tree_width(columns, tree_share(state_dir(self._env)), listing.widest)
        page = self._page(position, columns - width - 1, columns)
        if page is None:
            return None
        tree = self._tree(listing, position, width, height, one_pane=False)
        panes = self._beside(tree, page, columns - width - 1, columns)
        return self._framed(columns, position, panes, divider=width, place=page.place(0, height))

    def _finished(self, line: Line, width: int) -> Line:
        return finished(line, width, *self._skin)

    def _framed(
        self, columns: int, position: int, panes: list[Line], *, divider: int = -1, place: str = ""
    ) -> list[Line]:
        """Title, filter, the lines of the panes, and the status line, with rules between; `divider` is as in `ruled`."""
        library, (glyphs, theme) = self._faq.library, self._skin
        rule = theme.style("ui.rule")
        idle = bars.idle(shown_entry(library.entries[position]), Pane.FILTER, nothing_selected=False)
        keys = footer_items(Pane.FILTER, columns - 2, idle=idle, filtered=False, actions=self._options.actions)
        title = bars.title(self._skin, columns, library.title, len(library.entries))
        above = ruled(columns, glyphs.horizontal, glyphs.tee_down, divider, rule)
        below = ruled(
            columns,
            glyphs.horizontal,
            glyphs.tee_up,
            divider,
            rule,
            left=bars.place(self._listed),
            right=bars.place(place),
        )
        return [
            self._finished(beside(*title, columns), columns),
            self._filter(columns),
            self._finished(above, columns),
            *panes,
            self._finished(below, columns),
            self._finished(bars.footer(self._skin, columns, keys), columns),
        ]

    def _beside(self, tree: list[Line], page: Page, width: int, columns: int) -> list[Line]:
        """The lines of the tree, each with the divider and a line of the answer behind it."""
        glyphs, theme = self._skin
        divider = self._finished([Segment(glyphs.vertical, theme.style("ui.rule"))], 1)
        painter = Painter(page, theme, glyphs.ellipsis, hyperlinks=self._terminal.hyperlinks)
        answer = [painter.line(y, Sight()) for y in range(len(tree))]
        if columns >= room.ASIDE_FROM and page.layout is not None:
            from faqtui.view.answer.aside import Aside, headings_of  # narrow screens have none

            headings = headings_of(page.layout.blocks)
            if beside := room.aside_width(columns, width, has_outline=len(headings) > 0):
                aside, text = Aside(page, headings, painter, self._skin, beside), room.text_width(width - beside)
                answer = [
                    [*exactly(line, text + 2 * room.MARGIN), *aside.line(y, 0, len(tree), {})]
                    for y, line in enumerate(answer)
                ]
        answer = [self._finished(line, width) for line in answer]
        return [[*left, *divider, *right] for left, right in zip(tree, answer, strict=True)]

    def _tree(self, listing: Listing, position: int, width: int, height: int, *, one_pane: bool) -> list[Line]:
        drawn = RowLines(self._skin, listing)
        rows = listing.rows()
        selected = index_of_entry(rows, position)
        tall = tall_rows(drawn, rows, selected, width, height, one_pane=one_pane)
        top = top_for(rows, selected, height, 0, tall)
        self._listed = bars.how_far(top, height, line_count(len(rows), tall))
        lines: list[Line] = []
        for line in range(top, top + height):
            index, which = row_at(line, len(rows), tall)
            shown: Line = []
            if index >= 0:
                more = tall.get(index, ONE_LINE)
                shown = drawn.lines(rows[index], width, more, selected=index == selected, active=False)[which]
            lines.append(self._finished(shown, width))
        return lines

    def _page(self, position: int, width: int, columns: int) -> Page | None:
        """The answer, laid out; None where it is so long that the screen lays it out bit by bit."""
        blocks = self._faq.blocks(position)
        if len(blocks.markdown) > AT_ONCE:
            return None
        beside = 0
        if columns >= room.ASIDE_FROM:
            from faqtui.view.answer.aside import headings_of

            beside = room.aside_width(columns, width, has_outline=len(headings_of(blocks)) > 0)
        text_width = room.text_width(width - beside)
        entry, is_ascii = self._faq.library.entries[position], self._skin.glyphs is ASCII
        codes, actions = len(entry.code_blocks), self._options.actions
        wraps = self._options.wrap
        layout = laid_out(blocks, text_width, actions, codes=codes, ascii_only=is_ascii, folds=Folding(), wraps=wraps)
        return Page(entry_head(entry, (), text_width, self._skin), layout)

    def _filter(self, columns: int) -> Line:
        """The empty filter, with the cursor at its beginning."""
        theme = self._skin.theme
        words = ""
        if columns >= room.HINT_FROM and not is_there(state_dir(self._env)):
            words = bars.first_hint(self._options.actions)
        dim, cursor = theme.style("ui.dim"), theme.base + Style(reverse=True)
        line = [Segment(words[:1] or " ", dim + cursor if words else cursor), Segment(words[1:], dim)]
        width = columns - room.PROMPT - room.COUNT
        return [
            *self._finished(bars.prompt(self._skin), room.PROMPT),
            *over(exactly(line, width), theme.base),
            *self._finished([], room.COUNT),
        ]
