"""HTML blocks inside Markdown: which blocks they open and close around the Markdown between them.

HTML may open in one block of Markdown and close in another, as ``<details>`` does. So blocks are collected in frames:
an opening tag begins one, its end tag makes a block of it. Text between tags is read as inline Markdown.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from faqtui.markdown.tags import BLOCKS, FRAMED, KNOWN, TAG, Closers, Tag, note_kind, safe, tag_of
from faqtui.patterns import pattern
from faqtui.render import nodes
from faqtui.render.markup import components
from faqtui.render.markup.htmlgrid import Cell, grid, spanned

if TYPE_CHECKING:
    from faqtui.render.markup.places import SourceMap
    from faqtui.render.markup.spans import InlineSpans

_CLOSED_BY = {
    "li": {"li"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
}
"""Frames that a following tag ends where the author left out their end tags."""

_PARTS = {"li": {"ul", "ol"}, "td": {"tr"}, "th": {"tr"}, "dt": {"dl"}, "dd": {"dl"}}
"""Frames that are parts of what is around them, by the names of what may be."""

_BOXES = frozenset(("aside", "div", "section"))
"""Elements that may be notes by their class."""

_EVENT = pattern(r"<!--|" + TAG.pattern)
_TEXT = pattern(r"[ \t]*+(?:\n[ \t]*+)?[^\s<]|[ \t]*+[^\s]")
_LINE_END = pattern(r"(\n|<br */?>)", re.IGNORECASE)
_LANGUAGE = pattern(r"(?:lang(?:uage)?|highlight-source)-([\w+#-]+)")


_DEEPEST = 100
"""Elements inside one another, as many as Markdown may nest: what is deeper stands in the innermost of them."""


class _Frame:
    """An open HTML element: what stands in it so far."""

    __slots__ = ("attributes", "begin", "blocks", "items", "kind", "name", "summary")

    def __init__(self, name: str, attributes: dict[str, str], begin: int = nodes.NOWHERE) -> None:
        self.name = name
        self.begin = begin
        """Where its content begins in the source."""
        self.attributes = attributes
        self.blocks: list[nodes.Block] = []
        self.items: list[_Frame] = []
        self.summary: nodes.Spans = ()
        self.kind = nodes.Span("")

    def in_grid(self) -> Cell:
        """A cell of a table."""
        spans = spanned(self.attributes.get("colspan", ""), self.attributes.get("rowspan", ""))
        return Cell(_flat(self.blocks), *spans)


class Frames:
    """Collects blocks, those of Markdown and those that HTML makes around them."""

    def __init__(self, inline: InlineSpans, source: str) -> None:
        self._inline = inline
        self._closers = Closers(source)
        self._root = _Frame("", {})
        self._open = [self._root]
        self._tab_names: dict[str, str] = {}

    def add(self, block: nodes.Block) -> None:
        """Add a block of Markdown. Breaks at the ends of a paragraph go, since blocks stand apart anyway."""
        if isinstance(block, nodes.Paragraph):
            spans = list(block.spans)
            while spans and spans[-1].text.isspace():
                spans.pop()
            while spans and spans[0].text.isspace():
                del spans[0]
            if not spans:
                return
            block.spans = spans
        self._open[-1].blocks.append(block)

    def take(self) -> list[nodes.Block]:
        """The finished blocks, once: none while an element is open around them."""
        if len(self._open) > 1:
            return []
        blocks = self._root.blocks
        self._root.blocks = []
        return blocks

    def finish(self) -> list[nodes.Block]:
        """Close what is still open and give the finished blocks."""
        while len(self._open) > 1:
            self._close()
        return self.take()

    def html(self, text: str, places: SourceMap) -> None:
        """Read an HTML block whose offsets `places` maps to the source."""
        done = 0
        position = 0
        stop = 0
        lower = ""
        while match := _EVENT.search(text, position):
            position = match.end()
            if match[0] == "<!--":
                stop = text.find("-->", position) if stop >= 0 else stop
                position = stop + 3 if stop >= 0 else position
                continue
            tag = tag_of(match)
            if not self._closers.is_markup(tag, places.end(match.end())):
                continue
            if tag.name not in BLOCKS and not self._is_block(tag, text, done):
                continue
            self._paragraph(text, done, match.start(), places)
            done = match.end()
            if tag.closing:
                self._end(tag.name)
            elif tag.name in {"script", "style", "svg", "pre"}:
                lower = lower or text.lower()
                close = lower.find(f"</{tag.name}", match.end())
                close = len(text) if close < 0 else close
                if tag.name == "pre":
                    self._pre(tag, text[match.end() : close], places.shifted(match.end()))
                done = text.find(">", close) + 1 or len(text)
                position = done
            elif tag.name == "hr":
                self.add(nodes.ThematicBreak(places(match.start()), places.end(match.end())))
            elif tag.name in FRAMED or self._is_box(tag):
                self._begin(tag, places.end(match.end()))
            elif tag.component:
                self._component(tag, match[0], places.shifted(match.start()))
        self._paragraph(text, done, len(text), places)

    def _is_box(self, tag: Tag) -> bool:
        """Whether a tag is a note by its class, or stands inside of one that has the same name and so the same end tag."""
        if tag.name not in _BOXES:
            return False
        return bool(note_kind(tag.attributes.get("class", ""))) or any(frame.name == tag.name for frame in self._open)

    def _is_block(self, tag: Tag, text: str, done: int) -> bool:
        """Whether a component is a block, and not part of a line, of which a part that begins at `done` is not shown yet."""
        if not tag.component:
            return False
        if tag.closing and any(frame.name == tag.name for frame in self._open):
            return True
        before = text[max(done, tag.start - 200) : tag.start]
        if before[before.rfind("\n") + 1 :].strip():
            return False
        return (
            tag.closing
            or tag.alone
            or tag.name in components.FRAMED
            or not _is_link(tag, text[tag.end : tag.end + 200])
        )

    def _component(self, tag: Tag, text: str, places: SourceMap) -> None:
        """A component that begins or stands as a block: a note, a fold or a tab, or else what its attributes say."""
        if tag.name == "tabs" and "label" in text:
            self._tab_names |= components.tab_names(text)
        title = components.title(tag, text, places, self._tab_names)
        if tag.name not in components.FRAMED or tag.alone:
            if title is not None or components.leads_to(tag) or components.is_image(tag):
                spans = self._inline.spans(text, places)
                said = [s if s.link != nodes.NOWHERE or s.style else s._replace(style="strong") for s in spans]
                self.add(nodes.Paragraph(said))
            return
        self._begin(tag)
        self._open[-1].summary = [title] if title is not None else ()
        if tag.name in components.NOTES:
            self._open[-1].kind = components.kind(tag, text, places)

    def _paragraph(self, text: str, start: int, end: int, places: SourceMap) -> None:
        while start < end and text[start].isspace():
            start += 1
        piece = text[start:end].rstrip()
        if piece and (spans := self._inline.spans(piece, places.shifted(start))):
            self.add(nodes.Paragraph(spans))

    def _pre(self, tag: Tag, raw: str, places: SourceMap) -> None:
        """A preformatted block, of which markup alone is taken away."""
        found = _LANGUAGE.search(tag.attributes.get("class", "") + raw[: raw.find(">") + 1])
        language = found[1] if found else tag.attributes.get("lang", "")
        lines: list[str] = []
        starts: list[int] = []
        offset = 0
        parts = [*_LINE_END.split(raw), ""]
        for line, following in zip(parts[::2], parts[1::2], strict=True):
            bare = TAG.sub(lambda match: "" if match[2].lower() in KNOWN else match[0], line)
            shown = safe(unescape(bare)) if "&" in bare else bare
            lines.append(shown)
            found_at = line.find(bare) if bare == shown else nodes.NOWHERE
            starts.append(places(offset + found_at) if found_at >= 0 else nodes.NOWHERE)
            offset += len(line) + len(following)
        # The first line is that of the tag, the last that of its end.
        first = 1 if len(lines) > 1 and not lines[0].strip() else 0
        last = len(lines) - 1 if len(lines) > first + 1 and not lines[-1].strip() else len(lines)
        kept = starts[first:last]
        self.add(
            nodes.Code(language, "", "\n".join(lines[first:last]), kept if len(kept) != 1 else [*kept, nodes.NOWHERE])
        )

    def _begin(self, tag: Tag, begin: int = nodes.NOWHERE) -> None:
        while self._open[-1].name in _CLOSED_BY.get(tag.name, ()):
            self._close()
        if len(self._open) <= _DEEPEST:
            self._open.append(_Frame(tag.name, tag.attributes, begin))

    def _end(self, name: str) -> None:
        if any(frame.name == name for frame in self._open):
            while self._close() != name:
                pass

    def _close(self) -> str:
        """Close the innermost frame: make a block of it, or a part of the frame around it."""
        frame = self._open.pop()
        outer = self._open[-1]
        name = frame.name
        if name == "details" or (frame.summary and name in components.FOLDS | components.TABS):
            outer.blocks.append(nodes.Details(frame.summary or [nodes.Span("Details")], frame.blocks))
        elif name in _BOXES and (kind := note_kind(frame.attributes.get("class", ""))):
            outer.blocks.append(nodes.Admonition(kind, (nodes.NOWHERE, nodes.NOWHERE), (), frame.blocks))
        elif frame.kind.text:
            word, _, start, end, _ = frame.kind
            outer.blocks.append(nodes.Admonition(word.lower(), (start, end), frame.summary, frame.blocks))
        elif name == "summary" and outer.name == "details":
            outer.summary = _flat(frame.blocks)
        elif name == "blockquote":
            outer.blocks.append(nodes.Quote(frame.blocks))
        elif name in {"ul", "ol"}:
            self._listing(frame, outer)
        elif name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            if spans := _flat(frame.blocks):
                outer.blocks.append(nodes.Heading(int(name[1]), spans))
        elif name == "table":
            self._table(frame, outer)
        elif name == "dl":
            self._definitions(frame, outer)
        elif outer.name in _PARTS.get(name, ()):
            outer.items.append(frame)
        elif name == "tr" and outer.name == "table":
            outer.items.append(frame)
            outer.blocks.extend(frame.blocks)
        else:
            # Rows without a table, items without a list: what they hold is shown all the same.
            outer.blocks.extend(frame.blocks)
            for item in frame.items:
                outer.blocks.extend(item.blocks)
        return name

    @staticmethod
    def _listing(frame: _Frame, outer: _Frame) -> None:
        """A list. What an author has not written, the numbers, has a place all the same, so that steps can be told apart."""
        ordered = frame.name == "ol"
        first = frame.attributes.get("start", "1")
        number = int(first) if first.isdecimal() and len(first) < 10 else 1
        items = [
            nodes.ListItem(
                f"{number + index}." if ordered else "",
                item.begin if ordered else nodes.NOWHERE,
                item.begin if ordered else nodes.NOWHERE,
                None,
                item.blocks,
            )
            for index, item in enumerate(frame.items)
        ]
        outer.blocks.extend(frame.blocks)
        if items:
            outer.blocks.append(nodes.List(ordered, True, items))

    @staticmethod
    def _definitions(frame: _Frame, outer: _Frame) -> None:
        outer.blocks.extend(frame.blocks)
        defined: nodes.Definition | None = None
        for item in frame.items:
            if item.name == "dd":
                if defined is None:
                    outer.blocks.extend(item.blocks)
                else:
                    defined.meanings.append(item.blocks)
            elif defined is None or defined.meanings:
                defined = nodes.Definition(_flat(item.blocks), [])
                outer.blocks.append(defined)
            else:
                defined.term = [*defined.term, nodes.Span("\n"), *_flat(item.blocks)]

    @staticmethod
    def _table(frame: _Frame, outer: _Frame) -> None:
        outer.blocks.extend(frame.blocks)
        rows = grid([[cell.in_grid() for cell in row.items] for row in frame.items if row.items])
        if not rows:
            return
        columns = len(rows[0])
        headed = all(cell.name == "th" for cell in next(row for row in frame.items if row.items).items)
        outer.blocks.append(nodes.Table("l" * columns, rows[0] if headed else [], rows[1:] if headed else rows))


def _is_link(tag: Tag, behind: str) -> bool:
    """Whether a tag begins a link of which the text is `behind` it: on its line or, as text, on the next."""
    return bool(components.leads_to(tag)) and bool(_TEXT.match(behind))


def _flat(blocks: list[nodes.Block]) -> list[nodes.Span]:
    """The text of `blocks` as one: what a cell or a summary can hold, a line for each block."""
    spans: list[nodes.Span] = []

    def add(more: nodes.Spans) -> None:
        if more:
            if spans:
                spans.append(nodes.Span("\n"))
            spans.extend(more)

    for block in blocks:
        if isinstance(block, nodes.Paragraph | nodes.Heading):
            add(block.spans)
        elif isinstance(block, nodes.Code):
            parts: list[nodes.Span] = []
            for line, start in block.lines():
                end = start + len(line) if start != nodes.NOWHERE else nodes.NOWHERE
                parts.append(nodes.Span(line, "code", start, end))
                parts.append(nodes.Span("\n"))
            add(parts[:-1])
        elif isinstance(block, nodes.List):
            for item in block.items:
                add([nodes.Span(f"{item.marker or '-'} "), *_flat(item.blocks)])
        elif isinstance(block, nodes.Details):
            add(block.summary)
            add(_flat(block.blocks))
        elif isinstance(block, nodes.Table):
            for row in [block.head, *block.rows]:
                for cell in row:
                    add(cell)
        elif isinstance(block, nodes.Quote):
            add(_flat(block.blocks))
        elif isinstance(block, nodes.Definition):
            add(block.term)
            for meaning in block.meanings:
                add(_flat(meaning))
    return spans
