"""Drawing the rows of the tree, and which of them are in view. Pure: the widget, and what is painted before it, use it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from faqtui.model import Category
from faqtui.view.labels import Leads, label
from faqtui.view.lines import Line, chosen, exactly, fit, marked
from faqtui.view.listing import Listing
from faqtui.view.namesakes import told_apart
from faqtui.view.rows import AboutRow, CategoryRow, EntryRow, NoteRow, Row
from faqtui.view.theme import Skin
from faqtui.widths import most_cells

ABOUT = "About this FAQ"
"""The row of what the library says of itself."""

MEANT = "~ "
"""What stands before an entry that was found by what it means, in place of marks in its question."""


class RowLines:
    """Draws the rows of `listing`."""

    def __init__(self, skin: Skin, listing: Listing) -> None:
        self._glyphs, self._theme = skin
        self.listing = listing
        self.bookmarked: Collection[str] = frozenset()
        """Ids of the entries that carry a mark."""
        self._leads: Leads | None = None
        self._leads_in = listing

    def line(self, row: Row, width: int, *, selected: bool, active: bool) -> Line:
        """`row` in at most `width` cells; `active` where the keys act on the tree."""
        match row:
            case CategoryRow():
                line = self._category(row, width, selected)
            case EntryRow():
                line = self._entry(row, width, selected)
            case AboutRow():
                line = self._about(width, selected)
            case NoteRow():
                text = fit(row.text, width - 1, self._glyphs.ellipsis)
                line = [Segment(" " + text, self._theme.style("ui.note"))]
        if not (selected and active):
            return line
        return chosen(exactly(line, width), self._theme.style("ui.selected"), self._glyphs.bar)

    def _leads_of(self, position: int) -> Sequence[int]:
        if self._leads is None or self._leads_in is not self.listing:
            self._leads, self._leads_in = Leads(self.listing.library), self.listing
        return self._leads.of(position, self.listing.category_of[position])

    def preview(self, row: Row | None) -> str:
        """What an entry's answer or a category's own text begins with; nothing for other rows."""
        match row:
            case EntryRow():
                text = self.listing.library.entries[row.position].answer_text
            case CategoryRow() | AboutRow():
                own = self.listing.introduction(row.path if isinstance(row, CategoryRow) else ())
                text = own.plain if own is not None else ""
            case _:
                text = ""
        return text.partition("\n")[0]

    def preview_line(self, text: str, width: int) -> Line:
        """A preview, indented as what belongs to the row above it."""
        return [Segment("    " + fit(text, width - 5, self._glyphs.ellipsis), self._theme.style("ui.preview"))]

    def _about(self, width: int, is_selected: bool) -> Line:
        style = self._theme.style
        bar = Segment(self._glyphs.bar if is_selected else " ", style("ui.bar"))
        text = fit(ABOUT, width - 2, self._glyphs.ellipsis)
        return [bar, Segment(" "), Segment(text, style("ui.current" if is_selected else "ui.category"))]

    def _category(self, row: CategoryRow, width: int, is_selected: bool) -> Line:
        style = self._theme.style
        glyph = self._glyphs.opened if row.is_open else self._glyphs.closed
        if not row.entries:  # nothing was found but its own text
            glyph = self._glyphs.bar if is_selected else " "
        count = f" {row.entries:,} " if row.entries else " "
        indent = "  " * row.depth
        room = width - cell_len(indent) - 2 - len(count)
        title = self._titles(row.path[-row.titles :], room)
        base = style("ui.category")
        before = len(title) - len(row.path[-1]) if title.endswith(row.path[-1]) else 0
        found = self.listing.title_matches(row)
        marks = [(before + start, before + end, style("ui.match")) for start, end in found]
        # Where the tree has no focus nothing else marks it, and colour alone would tell nothing.
        bar = style("ui.bar") + style("ui.selected") if is_selected else style("ui.dim")
        return [
            Segment(indent),
            Segment(glyph, bar),
            Segment(" "),
            *marked(set_cell_size(title, max(0, room)), base, 0, marks),
            Segment(count, style("ui.dim")),
        ]

    def _titles(self, titles: Category, room: int) -> str:
        """Titles in one row: the last one says most, so the first give way where there is no room for all."""
        glyphs = self._glyphs
        between, title = f" {glyphs.inside} ", titles[-1]
        for place in range(len(titles) - 1, -1, -1):
            joined = between.join(titles[place:])
            if place:
                joined = glyphs.ellipsis + between + joined
            if most_cells(joined) <= room:
                title = joined
        return fit(title, room, glyphs.ellipsis)

    def _entry(self, row: EntryRow, width: int, is_selected: bool) -> Line:
        glyphs, style = self._glyphs, self._theme.style
        entries = self.listing.library.entries
        entry = entries[row.position]
        indent = "  " * row.depth
        sign = MEANT if self.listing.is_meant(row) else ""
        room = width - len(indent) - 2 - len(sign)
        found = self.listing.matches(row)
        tail = told_apart(entries, row.position)
        if tail:
            gap = f" {glyphs.dot} "
            room, beside = room_beside(room, most_cells(entry.question), most_cells(tail), len(gap))
            tail = gap + fit(tail, beside, glyphs.ellipsis)
        whole, left_out = label(entry.question, room, self._leads_of(row.position), found, glyphs.ellipsis)
        text = fit(whole, room, glyphs.ellipsis)
        base = style("ui.current" if is_selected else "")
        visible = len(text) if text == whole else max(0, len(text) - len(glyphs.ellipsis))
        marks = [(start - left_out, min(end - left_out, visible), style("ui.match")) for start, end in found]
        bar = Segment(glyphs.bar if is_selected else " ", style("ui.bar"))
        before = [Segment(indent), bar]
        if entry.id in self.bookmarked:
            mark = Segment(glyphs.bookmark, style("ui.prompt"))
            before = [Segment(indent[1:]), mark, bar] if indent else [bar if is_selected else mark]
        line = [*before, Segment(sign, style("ui.match")), *marked(text, base, 0, marks)]
        line.append(Segment(tail, style("ui.dim")))
        return [piece for piece in line if piece.text]


def row_at(line: int, rows: int, selected: int, *, preview: bool) -> int:
    """The index of the row on `line` of all; -1 for the `preview` below the selected row, and below the last row."""
    if preview and line > selected >= 0:
        line = -1 if line == selected + 1 else line - 1
    return line if line < rows else -1


def top_for(rows: Sequence[Row], selected: int, height: int, top: int, *, preview: bool) -> int:
    """The line to have on top, from `top` as little as needed to see the selected row.

    Its preview is to be seen as well, and a category right above it.
    """
    if height < 1 or selected < 0:
        return top
    first = last = selected
    if first > 0 and not isinstance(rows[first - 1], EntryRow) and height > 2:
        first -= 1
    last += preview
    if first < top:
        top = first
    elif last >= top + height:
        top = last - height + 1
    return max(0, min(top, len(rows) + preview - height))


def room_beside(width: int, question: int, words: int, gap: int) -> tuple[int, int]:
    """The cells for a question and for the words that tell it apart, which take `question` and `words` cells.

    The words get what the question leaves and at least a half of the `width`, less the `gap` between the two: a
    question that several entries ask may be cut, what tells them apart may not.
    """
    at_least = min(words, width // 2)
    first = min(question, width - gap - at_least)
    return first, min(words, width - gap - first)
