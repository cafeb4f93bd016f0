"""markdown-it's tokens to blocks. Cutting a long answer into pieces is `parse`'s, HTML `htmlblocks`', text `inline`'s.

What the author wrote is kept: what is nested deeper than the parser goes is shown as written, and no placeholder or
container of an unknown kind is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from faqtui.markdown.dialects.containers import SIGNED, sign
from faqtui.markdown.dialects.mystblocks import OPTIONS
from faqtui.patterns import pattern
from faqtui.render import nodes
from faqtui.render.markup import shortcoded
from faqtui.render.markup.directives import IMAGES, shown
from faqtui.render.markup.htmlblocks import Frames
from faqtui.render.markup.mdtable import read_table
from faqtui.render.markup.places import SourceLines, SourceMap
from faqtui.render.markup.spans import InlineSpans

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOWHERE = (nodes.NOWHERE, nodes.NOWHERE)
_ALERT = pattern(r"\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)")
"""The first line of a quotation that is an alert (GitHub, Obsidian)."""

_CONTAINER = pattern(
    r"\s*+([\w-]*+)(?>(?:#[\w-]+)?)\s*+(?:\[(.*)\]\s*$|\{?(?:[^\"]*title=)?\"([^\"]*)\".*|((?:.*\S)?)\s*$)", re.DOTALL
)
_TASK = pattern(r"\[([ xX])\](?=\s)\s*")
_HEADING_ID = pattern(r"(?<![ \t])[ \t]++(?:\{#[\w.:-]+\}|:id=[\w-]{1,80}|\{docsify-ignore(?:-all)?\})$")
_CODE_DIRECTIVES = frozenset(("{code}", "{code-block}", "{code-cell}", "{sourcecode}"))
_TITLE = pattern(
    r"(?<![\w-])(?:title|filename|file|caption|name)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'{}\[\]]++))|\s\[([^\[\]]+)\]"
    r"|\s((?:[\w@.-]++/){0,20}[\w@-]++(?:\.[\w@-]++)*\.[A-Za-z]\w{0,9})(?!\S)"
)
"""The title of a code block where its info string gives one, in one of the ways of those who show it, or the name of a file."""


class BlockBuilder:
    """Builds blocks out of the tokens of the piece of `lines` at hand.

    `deepest` is how deep the parser nests: what reaches it is shown as written. `frames` holds what HTML has opened.
    """

    def __init__(self, lines: SourceLines, inline: InlineSpans, deepest: int) -> None:
        self.frames = Frames(inline, lines.source)
        self._lines = lines
        self._inline = inline
        self._deepest = deepest
        self._marker = (-1, 0)  # the last list marker: its line, and where it ended

    def _text(self, token: Token, skip: int = 0) -> list[nodes.Span]:
        """The spans of an inline token, without its first `skip` characters."""
        if token.map is None:
            return [nodes.Span(token.content)]
        places = self._lines.map(token.content, token.map[0])
        return self._inline.spans(token.content[skip:], places.shifted(skip) if skip else places)

    def build(self, tokens: Sequence[Token], stop: int) -> list[nodes.Block]:
        """The blocks of a piece that ends before its line `stop`."""
        out: list[nodes.Block] = []
        index = 0
        count = len(tokens)
        while index < count:
            end = index + 1
            while end < count and tokens[end].level > 0:
                end += 1
            if end < count and tokens[end].level == 0 and tokens[end].nesting < 0:
                end += 1
            group = tokens[index:end]
            if max(token.level for token in group) >= self._deepest - 1:
                first, last = group[0].map or [0, stop]
                self.frames.add(self._verbatim(first, min(last, stop)))
            else:
                self._fill(group, 0, len(group), self.frames)
            out.extend(self.frames.take())
            index = end
        return out

    def _verbatim(self, first: int, last: int) -> nodes.Paragraph:
        """Lines as they are written."""
        spans = [
            nodes.Span(
                self._lines.text(n) + ("\n" if n < last - 1 else ""),
                "",
                self._lines.place(n),
                self._lines.place(n) + len(self._lines.text(n)) + (n < last - 1),
            )
            for n in range(first, last)
        ]
        return nodes.Paragraph(spans)

    def _inner(self, tokens: Sequence[Token], start: int, end: int) -> list[nodes.Block]:
        """The blocks of ``tokens[start:end]``, which stand inside another block."""
        frames = Frames(self._inline, self._lines.source)
        self._fill(tokens, start, end, frames)
        return frames.take() + frames.finish()

    def _fill(self, tokens: Sequence[Token], index: int, end: int, frames: Frames) -> None:
        """Add the blocks of ``tokens[index:end]`` to `frames`."""
        while index < end:
            token = tokens[index]
            kind = token.type
            if kind == "html_block":
                if token.map is not None:
                    frames.html(token.content.rstrip("\n"), self._lines.map(token.content.rstrip("\n"), token.map[0]))
            elif kind in {"fence", "code_block"}:
                frames.add(self._code(token))
            elif kind == "hr":
                line = token.map[0] if token.map else 0
                frames.add(
                    nodes.ThematicBreak(self._lines.place(line), self._lines.place(line) + len(self._lines.text(line)))
                )
            elif kind == "inline":
                signed = sign(token.content)
                if spans := self._text(token, len(signed)):
                    text = nodes.Paragraph(spans)
                    frames.add(nodes.Admonition(SIGNED[signed[0]], _NOWHERE, [], [text]) if signed else text)
            elif token.nesting > 0:
                close = _closing(tokens, index, end)
                reader = self._readers.get(kind)
                if reader is not None:
                    for block in reader(self, tokens, index, close):
                        frames.add(block)
                elif kind.startswith("container_"):
                    for block in self._container(tokens, index, close):
                        frames.add(block)
                else:
                    self._fill(tokens, index + 1, close, frames)
                index = close
            elif token.content:
                frames.add(nodes.Paragraph([nodes.Span(token.content)]))
            index += 1

    def giant(self, token: Token) -> Iterator[list[nodes.Block]]:
        """A paragraph of which not even the first screen waits for the rest."""
        places = self._lines.map(token.content, token.map[0] if token.map else 0)
        for start, spans in self._inline.parts(token.content, places):
            self.frames.add(nodes.Paragraph(spans, follows=start > 0))
            yield self.frames.take()

    def _heading(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        level = int(tokens[index].tag[1:] or 1)
        blocks: list[nodes.Block] = []
        for token in tokens[index + 1 : close]:
            # ``{#id}`` at the end of a heading is where links may lead (Docusaurus, Pandoc), and so is ``:id=id`` (docsify).
            token.content = _HEADING_ID.sub("", token.content)
            if spans := self._text(token):
                blocks.append(nodes.Heading(level, spans))
        return blocks

    def _code(self, token: Token) -> nodes.Code:
        text = token.content.removesuffix("\n")
        language, title = _fence_info(token.info) if token.type == "fence" else ("", "")
        options = OPTIONS.match(text) if token.type == "fence" and token.info.lstrip().startswith("{") else None
        skipped = 0
        if options is not None:
            skipped, text = options[0].count("\n"), text[options.end() :]
        starts: list[int] = []
        if token.map is not None:
            first = token.map[0] + (token.type == "fence") + skipped
            begin = self._lines.place(min(first, len(self._lines) - 1))
            if token.type == "fence" and token.level == 0 and "\t" in self._lines.source:
                text = self._with_tabs(text, first)
            if self._lines.source.startswith(text, begin):
                return nodes.Code(language, title, text, [begin])
            lines = text.split("\n") if token.content else []
            for index, line in enumerate(lines):
                number = first + index
                whole = self._lines.text(number) if number < len(self._lines) else ""
                known = whole.endswith(line) and number < len(self._lines)
                if not known and line.strip():
                    # A tab of which the block around took a part stands there as spaces (CommonMark 2.2).
                    known = whole.endswith(line.lstrip()) and whole[-len(line) :][: -len(line.lstrip())].isspace()
                starts.append(self._lines.place(number) + len(whole) - len(line) if known else nodes.NOWHERE)
        return nodes.Code(language, title, text, starts)

    def _with_tabs(self, text: str, first: int) -> str:
        """Code that stands in nothing, from line `first` on, with the tabs of which its fence's indentation took a part."""
        lines = text.split("\n")
        for number, line in enumerate(lines[: len(self._lines) - first], first):
            whole = self._lines.text(number)
            if whole[:1] == "\t" and whole.lstrip() == line.lstrip():
                lines[number - first] = whole
        return "\n".join(lines)

    def _quote(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        first = tokens[index + 2] if index + 2 < close and tokens[index + 1].type == "paragraph_open" else None
        match = _ALERT.match(first.content) if first is not None and first.map is not None else None
        if first is None or match is None or first.map is None:
            return [nodes.Quote(self._inner(tokens, index + 1, close))]
        places = self._lines.map(first.content, first.map[0])
        title = self._inline.spans(match[2].rstrip(), places.shifted(match.start(2))) if match[2].strip() else []
        blocks: list[nodes.Block] = []
        rest = first.content[match.end() :]
        if rest.strip():
            blocks.append(nodes.Paragraph(self._inline.spans(rest, places.shifted(match.end()))))
        blocks.extend(self._inner(tokens, index + 4, close))
        return [nodes.Admonition(match[1].lower(), (places(match.start(1)), places.end(match.end(1))), title, blocks)]

    def _container(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """A ``:::`` container, whatever its name."""
        token = tokens[index]
        match = _CONTAINER.match(token.info)
        kind, title = "note", ""
        spans: list[nodes.Span] = []
        if match is not None:
            group = next((n for n in (2, 3, 4) if match[n]), 0)
            kind = match[1] or kind
            title = match[group] if group else ""
            if title and token.map is not None:
                line = self._lines.text(token.map[0])
                column = max(line.rfind(title), 0)
                spans = self._inline.spans(title, SourceMap([0], [self._lines.place(token.map[0]) + column]))
        blocks = self._inner(tokens, index + 1, close)
        if kind.lower() == "details":
            return [nodes.Details(spans or [nodes.Span("Details")], blocks)]
        tabs = [block for block in blocks if isinstance(block, nodes.Admonition) and block.kind == "tab"]
        if tabs and len(tabs) == len(blocks) and not title:
            return blocks
        return [nodes.Admonition(kind.lower(), self._word(kind, token), spans, blocks)]

    def _directive(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """A directive of MyST. Those without a title of their own take what stands behind their name for content."""
        token = tokens[index]
        name, options, title = str(token.meta["name"]), token.meta["options"], token.content
        place = self._word(title, token) if title else _NOWHERE
        blocks = self._inner(tokens, index + 1, close)
        if name in IMAGES:
            return [nodes.Paragraph([self._inline.image(options.get("alt", ""), title, place)]), *blocks]
        spans = self._inline.spans(title, SourceMap([0], [place[0]])) if title else []
        return shown(name, spans, self._word(name, token), options, blocks)

    def _shortcode(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """A shortcode, with what stands in it."""
        token = tokens[index]
        blocks = self._inner(tokens, index + 1, close)
        return shortcoded.shown(token.meta["code"], lambda word: self._word(word, token), blocks, self._inline)

    def _admonition(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """A ``!!!`` admonition: its kind is in the token's meta, its title in tokens of its own."""
        kind = str(tokens[index].meta.get("tag", "")).strip("\"' ") or "note"
        start = index + 1
        spans: list[nodes.Span] = []
        if start < close and tokens[start].type == "admonition_title_open":
            end = _closing(tokens, start, close)
            title = tokens[start + 1]
            if title.content.strip("\"' ").lower() not in {"", kind.lower()}:
                spans = self._text(title)
            start = end + 1
        blocks, place = self._inner(tokens, start, close), self._word(kind, tokens[index])
        if tokens[index].markup.startswith("?"):
            word = nodes.Span(kind.capitalize(), "strong", *place)
            return [nodes.Details([word, nodes.Span(": "), *spans] if spans else [word], blocks)]
        return [nodes.Admonition(kind.lower(), place, spans, blocks)]

    def _tab(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """A ``===`` tab: all tabs show, one below the other."""
        token = tokens[index]
        places = SourceMap([0], [self._word(token.content, token)[0]])
        title = self._inline.spans(token.content, places) if token.content else []
        return [nodes.Admonition("tab", _NOWHERE, title, self._inner(tokens, index + 1, close))]

    def _word(self, word: str, token: Token) -> tuple[int, int]:
        """Where `word` stands in the first line of a block."""
        return self._lines.find(word, token.map[0]) if token.map is not None else _NOWHERE

    def _list(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        ordered = tokens[index].type == "ordered_list_open"
        number = int(str(tokens[index].attrs.get("start", 1))) if ordered else 0
        items: list[nodes.ListItem] = []
        tight = True
        position = index + 1
        while position < close:
            token = tokens[position]
            end = _closing(tokens, position, close)
            start, stop = self._item_marker(token, ordered)
            task: bool | None = None
            after = position + 1
            blocks: list[nodes.Block] = []
            if after + 1 < end and tokens[after].type == "paragraph_open":
                text = tokens[after + 1]
                match = _TASK.match(text.content)
                if match is not None:
                    task = match[1] != " "
                    if text.map is not None:
                        stop = self._lines.map(text.content, text.map[0]).end(match.end(1) + 1)
                    blocks.append(nodes.Paragraph(self._text(text, match.end())))
                    after += 3
            if any(
                t.type == "paragraph_open" and not t.hidden and t.level == token.level + 1 for t in tokens[position:end]
            ):
                tight = False
            blocks.extend(self._inner(tokens, after, end))
            items.append(nodes.ListItem(f"{number}{token.markup}" if ordered else "", start, stop, task, blocks))
            number += 1
            position = end + 1
        return [nodes.List(ordered, tight, items)]

    def _item_marker(self, token: Token, ordered: bool) -> tuple[int, int]:
        """Where the marker of a list item stands in the source."""
        if token.map is None:
            return nodes.NOWHERE, nodes.NOWHERE
        line = token.map[0]
        marker = f"{token.info}{token.markup}" if ordered else token.markup
        # Of two lists that begin on one line the inner one's marker stands behind the outer one's.
        cursor = self._marker[1] if self._marker[0] == self._lines.numbers[line] else 0
        column = self._lines.text(line).find(marker, cursor)
        if column < 0 or not marker:
            return nodes.NOWHERE, nodes.NOWHERE
        self._marker = (self._lines.numbers[line], column + len(marker))
        return self._lines.place(line) + column, self._lines.place(line) + column + len(marker)

    def _table(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        return [read_table(tokens[index + 1 : close], self._lines, self._inline)]

    def _footnote(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        token = tokens[index]
        label = str(token.meta.get("label", token.meta.get("id", "")))
        start = end = nodes.NOWHERE
        if token.map is not None:
            column = self._lines.text(token.map[0]).find(f"[^{label}]")
            if column >= 0:
                start = self._lines.place(token.map[0]) + column
                end = start + len(label) + 3
        number = self._inline.footnote(label, (start, end))
        return [nodes.Footnote(number, self._inner(tokens, index + 1, close))]

    def _term(self, tokens: Sequence[Token], index: int, close: int) -> list[nodes.Block]:
        """Terms, a line each, and their definitions."""
        text = tokens[index + 2].content
        places = self._lines.map(text, (tokens[index].map or [0])[0])
        term: list[nodes.Span] = []
        offset = 0
        for line in text.split("\n"):
            term += [nodes.Span("\n")] if term else []
            term += self._inline.spans(line.strip(), places.shifted(offset + len(line) - len(line.lstrip())))
            offset += len(line) + 1
        meanings: list[list[nodes.Block]] = []
        position = index + 4
        while position < close:
            end = _closing(tokens, position, close)
            meanings.append(self._inner(tokens, position + 1, end))
            position = end + 1
        return [nodes.Definition(term, meanings)]

    _readers: dict[str, Callable[[BlockBuilder, Sequence[Token], int, int], list[nodes.Block]]] = {  # noqa: RUF012
        "heading_open": _heading,
        "blockquote_open": _quote,
        "bullet_list_open": _list,
        "ordered_list_open": _list,
        "table_open": _table,
        "admonition_open": _admonition,
        "directive_open": _directive,
        "tab_open": _tab,
        "footnote_reference_open": _footnote,
        "term_open": _term,
        "shortcode_open": _shortcode,
    }


def _closing(tokens: Sequence[Token], index: int, end: int) -> int:
    """The token that closes the one at `index`."""
    level = tokens[index].level
    for position in range(index + 1, end):
        if tokens[position].level == level and tokens[position].nesting < 0:
            return position
    return end


def _fence_info(info: str) -> tuple[str, str]:
    """The language and the title of a fence's info string: ``yaml title="deploy.yml" {1,3}``."""
    title = _TITLE.search(info)
    words = info.split()
    language = words[0] if words else ""
    if language in _CODE_DIRECTIVES or language == "{":
        language = words[1].lstrip(".") if len(words) > 1 else ""
    elif language.startswith("{"):
        language = language.strip("{}").lstrip(".")
    if title and "=" in language:
        language = ""
    name, _, path = language.partition(":")
    if path and not title:
        return name, path
    said = (text for text in title.groups() if text) if title else iter(())
    return language.split("{")[0].rstrip(","), next(said, "")
