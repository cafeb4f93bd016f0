"""Drawing the rows of the tree, and which of them are in view. Pure: the widget, and what is painted before it, use it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.cells import set_cell_size
from rich.segment import Segment

from faqtui.model import Category
from faqtui.view.labels import Leads, in_two, label, label_in_two
from faqtui.view.lines import Line, chosen, exactly, fit, marked
from faqtui.view.listing import Listing
from faqtui.view.namesakes import told_apart
from faqtui.view.rows import ONE_LINE, AboutRow, AnswerLine, CategoryRow, EntryRow, NoteRow, Row, Tall, height_of
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
        """`row` in one line of at most `width` cells; `active` where the keys act on the tree."""
        return self.lines(row, width, ONE_LINE, selected=selected, active=active)[0]

    def lines(self, row: Row, width: int, tall: Tall, *, selected: bool, active: bool) -> list[Line]:
        """`row` in all the lines that it has, of at most `width` cells each."""
        match row:
            case CategoryRow():
                lines = self._category(row, width, tall, selected)
            case EntryRow():
                lines = self._entry(row, width, tall, selected)
            case AboutRow():
                lines = [self._about(width, selected)]
            case NoteRow():
                lines = self._note(row, width, tall)
        if selected and isinstance(row, EntryRow) and tall.words is None and len(lines) < tall.height:
            # The room for the rest of a question is the row's, though this one has no rest; below a title it is only room.
            lines.append([Segment("  " * row.depth), Segment(self._glyphs.bar, self._theme.style("ui.bar"))])
        if selected and active:
            style, bar = self._theme.style("ui.selected"), self._glyphs.bar
            lines = [chosen(exactly(line, width), style, bar) for line in lines]
        if tall.words is not None:
            lines.append(self._words(tall.words, width, row))
        return [*lines, *[[]] * (tall.height - len(lines))][: tall.height]

    def _note(self, row: NoteRow, width: int, tall: Tall) -> list[Line]:
        ellipsis, style, room = self._glyphs.ellipsis, self._theme.style("ui.note"), width - 1
        first, _, second = in_two(row.text, room, ellipsis) if tall.wraps else (fit(row.text, room, ellipsis), 0, "")
        return [[Segment(f" {text}", style)] for text in (first, second) if text]

    def _leads_of(self, position: int) -> Sequence[int]:
        if self._leads is None or self._leads_in is not self.listing:
            self._leads, self._leads_in = Leads(self.listing.library), self.listing
        return self._leads.of(position, self.listing.category_of[position])

    def why(self, row: Row) -> AnswerLine | None:
        """The line of an answer for which its entry was found, where the question does not say it."""
        hits = self.listing.hits
        return hits.why(row.rank) if hits is not None and isinstance(row, EntryRow) and row.rank >= 0 else None

    def preview(self, row: Row) -> AnswerLine | None:
        """What an entry's answer or a category's own text begins with; nothing for other rows."""
        match row:
            case EntryRow():
                text = self.listing.library.entries[row.position].answer_text
            case CategoryRow() | AboutRow():
                own = self.listing.introduction(row.path if isinstance(row, CategoryRow) else ())
                text = own.plain if own is not None else ""
            case _:
                text = ""
        line = text.partition("\n")[0]
        return AnswerLine(line, ()) if line else None

    def is_cut(self, row: Row, width: int) -> bool:
        """Whether the question or the titles of a row, or what we say in one, does not fit into one line."""
        if isinstance(row, NoteRow):
            return most_cells(row.text) > width - 1
        if isinstance(row, CategoryRow):
            return most_cells(self._between.join(row.path[-row.titles :])) > self._title_room(row, width)
        return isinstance(row, EntryRow) and most_cells("".join(self._told(row))) > self._room(row, width)

    def _words(self, words: AnswerLine, width: int, row: Row) -> Line:
        """Words of an answer, indented as what belongs to the row above them, with the first that was found in view."""
        depth = row.depth - 1 if isinstance(row, EntryRow) else row.depth if isinstance(row, CategoryRow) else 0
        indent = "  " * max(0, depth) + "    "
        style, ellipsis, room = self._theme.style, self._glyphs.ellipsis, max(0, width - len(indent) - 1)
        whole, left_out = label(words.text, room, (), words.found, ellipsis)
        text = fit(whole, room, ellipsis)
        marks = [(start - left_out, min(end - left_out, len(text)), style("ui.match")) for start, end in words.found]
        return [Segment(indent), *marked(text, style("ui.preview"), 0, marks)]

    def _about(self, width: int, is_selected: bool) -> Line:
        style = self._theme.style
        bar = Segment(self._glyphs.bar if is_selected else " ", style("ui.bar"))
        text = fit(ABOUT, width - 2, self._glyphs.ellipsis)
        return [bar, Segment(" "), Segment(text, style("ui.current" if is_selected else "ui.category"))]

    @property
    def _between(self) -> str:
        """What parts the titles in one row."""
        return f" {self._glyphs.inside} "

    def _title_room(self, row: CategoryRow, width: int) -> int:
        """The cells for the titles of a row."""
        return max(0, width - 2 * row.depth - 2 - len(_count(row)))

    def _category(self, row: CategoryRow, width: int, tall: Tall, is_selected: bool) -> list[Line]:
        style, room = self._theme.style, self._title_room(row, width)
        glyph = self._glyphs.opened if row.is_open else self._glyphs.closed
        if not row.entries:  # nothing was found but its own text
            glyph = self._glyphs.bar if is_selected else " "
        indent = "  " * row.depth
        # Of two lines a part stays empty, since words are not broken.
        title = self._titles(row.path[-row.titles :], room + room * 2 // 3 if tall.wraps else room)
        first, begin, second = in_two(title, room, self._glyphs.ellipsis) if tall.wraps else (title, 0, "")
        base = style("ui.category")
        before = len(title) - len(row.path[-1]) if title.endswith(row.path[-1]) else 0
        found = self.listing.title_matches(row)
        marks = [(before + start, before + end, style("ui.match")) for start, end in found]
        # Where the tree has no focus nothing else marks it, and colour alone would tell nothing.
        bar = style("ui.bar") + style("ui.selected") if is_selected else style("ui.dim")
        lines = [
            [
                Segment(indent),
                Segment(glyph, bar),
                Segment(" "),
                *marked(set_cell_size(first, room), base, 0, marks),
                Segment(_count(row), style("ui.dim")),
            ]
        ]
        return [*lines, [Segment(indent + "  "), *marked(second, base, begin, marks)]] if second else lines

    def _titles(self, titles: Category, room: int) -> str:
        """Titles in one row: the last one says most, so the first give way where there is no room for all."""
        glyphs, between, title = self._glyphs, self._between, titles[-1]
        for place in range(len(titles) - 1, -1, -1):
            joined = between.join(titles[place:])
            if place:
                joined = glyphs.ellipsis + between + joined
            if most_cells(joined) <= room:
                title = joined
        return fit(title, room, glyphs.ellipsis)

    def _told(self, row: EntryRow) -> tuple[str, str]:
        """An entry's question, and what tells it from its namesakes."""
        entries = self.listing.library.entries
        tail = told_apart(entries, row.position)
        return entries[row.position].question, f" {self._glyphs.dot} {tail}" if tail else ""

    def _sign(self, row: EntryRow) -> str:
        return MEANT if self.listing.is_meant(row) else ""

    def _room(self, row: EntryRow, width: int) -> int:
        """The cells for a question."""
        return width - 2 * row.depth - 2 - len(self._sign(row))

    def _entry(self, row: EntryRow, width: int, tall: Tall, is_selected: bool) -> list[Line]:
        style, ellipsis, room = self._theme.style, self._glyphs.ellipsis, self._room(row, width)
        question, tail = self._told(row)
        leads, found = self._leads_of(row.position), self.listing.matches(row)
        begin, second = 0, ""
        if tall.wraps and most_cells(question + tail) > room:
            whole, left_out = label_in_two(question, room, leads, found, ellipsis, as_one=tall.as_one)
            if left_out in leads and tall.words is None and most_cells(whole) <= room:  # nothing else needs the second
                whole, left_out = label_in_two(question, room, leads, found, ellipsis, as_one=False)
            text, begin, second = in_two(whole + tail, room, ellipsis)
            words = len(whole)
        else:
            if tail:
                gap = len(tail) - len(tail.lstrip(f" {self._glyphs.dot}"))
                room, beside = room_beside(room, most_cells(question), most_cells(tail) - gap, gap)
                tail = tail[:gap] + fit(tail[gap:], beside, ellipsis)
            whole, left_out = label(question, room, leads, found, ellipsis)
            text = fit(whole, room, ellipsis)
            words = len(text) if text == whole else max(0, len(text) - len(ellipsis))
            text += tail
            found = [span for span in found if span[0] - left_out < words]
        marks = [(start - left_out, min(end - left_out, words), style("ui.match")) for start, end in found]
        base = style("ui.current" if is_selected else "")
        if tail:
            marks.append((words, len(text) + len(tail) + len(second), style("ui.dim")))
        lines = [[*self._before(row, is_selected), *marked(text, base, 0, marks)]]
        if second:
            bar = Segment(self._glyphs.bar if is_selected else " ", style("ui.bar"))
            beside_sign = Segment(" " * len(self._sign(row)))
            lines.append([Segment("  " * row.depth), bar, beside_sign, *marked(second, base, begin, marks)])
        return [[piece for piece in line if piece.text] for line in lines]

    def _before(self, row: EntryRow, is_selected: bool) -> Line:
        """What stands before the question of an entry: room for its place in the tree, a bar, a mark, a sign."""
        glyphs, style, indent = self._glyphs, self._theme.style, "  " * row.depth
        bar = Segment(glyphs.bar if is_selected else " ", style("ui.bar"))
        before = [Segment(indent), bar]
        if self.listing.library.entries[row.position].id in self.bookmarked:
            mark = Segment(glyphs.bookmark, style("ui.prompt"))
            before = [Segment(indent[1:]), mark, bar] if indent else [bar if is_selected else mark]
        return [*before, Segment(self._sign(row), style("ui.match"))]


def _count(row: CategoryRow) -> str:
    """How many entries were found in a category, as it stands behind its title."""
    return f" {row.entries:,} " if row.entries else " "


def row_at(line: int, rows: int, tall: Mapping[int, Tall]) -> tuple[int, int]:
    """The index of the row on `line` of all and which of its own lines that is; -1 below the last row."""
    for index, at in sorted(tall.items()):
        if line < index:
            break
        if line < index + at.height:
            return index, line - index
        line -= at.height - 1
    return (line, 0) if line < rows else (-1, 0)


def first_line(index: int, tall: Mapping[int, Tall]) -> int:
    """The first line of the row at `index`."""
    return index + sum([at.height - 1 for above, at in tall.items() if above < index])


def line_count(rows: int, tall: Mapping[int, Tall]) -> int:
    """The lines of so many rows."""
    return first_line(rows, tall)


def top_for(rows: Sequence[Row], selected: int, height: int, top: int, tall: Mapping[int, Tall]) -> int:
    """The line to have on top, from `top` as little as needed to see all lines of the selected row.

    A category right above it is to be seen as well.
    """
    if height < 1 or selected < 0:
        return top
    first = first_line(selected, tall)
    last = first + height_of(selected, tall) - 1
    if selected > 0 and not isinstance(rows[selected - 1], EntryRow) and height > 2:
        first -= 1
    if first < top:
        top = first
    elif last >= top + height:
        top = last - height + 1
    return max(0, min(top, line_count(len(rows), tall) - height))


def room_beside(width: int, question: int, words: int, gap: int) -> tuple[int, int]:
    """The cells for a question and for the words that tell it apart, which take `question` and `words` cells.

    The words get what the question leaves and at least a half of the `width`, less the `gap` between the two: a
    question that several entries ask may be cut, what tells them apart may not.
    """
    at_least = min(words, width // 2)
    first = min(question, width - gap - at_least)
    return first, min(words, width - gap - first)
