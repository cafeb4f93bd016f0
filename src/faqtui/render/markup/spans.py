"""Inline Markdown to spans that know their place in the source.

The rules are those of the one markdown-it parser; what is added is where each token stood, which markdown-it does not
keep. What each token becomes is `faqtui.render.markup.span_writer`'s business, blocks are `faqtui.render.markup.from_tokens`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from markdown_it.rules_inline.state_inline import Scanned, StateInline

from faqtui.markdown.emphasis import flanking
from faqtui.markdown.parts import SILENT, part_bounds
from faqtui.markdown.tags import safe
from faqtui.render.markup.places import SourceMap
from faqtui.render.markup.span_writer import Shared, SpanWriter
from faqtui.render.nodes import LinkData, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MOST = 24
"""Such parts of one text that are parsed, which take a second; nobody writes more of it, and the rest is as it is written."""


class _State(StateInline):
    """markdown-it's state that also notes where each token began, as ``at`` of its meta."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.low = 0

    def pushPending(self) -> Token:  # noqa: N802
        text = self.pending
        token = super().pushPending()
        # What is pending is a slice of the source that ends here, save for spaces that a line break took away.
        begin = self.src.rfind(text, self.low, max(self.pos, self.low + len(text)))
        self.low = (begin if begin >= 0 else self.low) + len(text)
        token.meta["at"] = self.low - len(text)
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """A run of delimiters, which plain text and answers take for the same."""
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(*flanking(before, after, in_words=canSplitWord), end - start)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        here = self.pos
        if ttype == "link_open" and self.src[here - 1 : here] == "[":
            # The link rule moves to its label before it pushes.
            self.pos = here - 1
        token = super().push(ttype, tag, nesting)
        self.pos = here
        # Rules that push several tokens without moving (emphasis) take that many characters.
        at = max(here, self.low) if ttype == "text" else here
        token.meta["at"] = at
        self.low = at + 1 if ttype == "text" else at
        return token


class InlineSpans:
    """Makes spans of inline Markdown; collects the links it meets in `links`."""

    def __init__(self, md: MarkdownIt, env: dict[str, Any], source: str, links: list[LinkData]) -> None:
        self._md = md
        self._env = env
        self._source = source
        self._links = links
        self._shared = Shared(source)
        # Joining fragments would lose where they were.
        self._post = [
            rule for rule in md.inline.ruler2.getRules("") if rule.__name__ not in {"fragments_join", "text_collapse"}
        ]

    def spans(self, text: str, places: SourceMap) -> list[Span]:
        """The spans of `text`, whose offsets `places` maps to the source."""
        spans: list[Span] = []
        for number, (start, end) in enumerate(part_bounds(text)):
            if number == _MOST:
                return [*spans, *written(text[start:], places.shifted(start))]
            spans += self._spans(text[start:end] if end - start < len(text) else text, places.shifted(start))
        return spans

    def parts(self, text: str, places: SourceMap) -> Iterator[tuple[int, list[Span]]]:
        """The spans of a very long text, a part at a time, each with where it begins.

        Behind many parts that show nothing the rest is as it is written: a screen waits for what it can show.
        """
        silent = 0
        for start, end in part_bounds(text):
            part = text[start:end]
            if part.isspace():
                continue
            if silent == SILENT:
                yield start, written(part, places.shifted(start))
                continue
            spans = self._spans(part, places.shifted(start))
            silent = 0 if any(span.text.strip() for span in spans) else silent + 1
            yield start, spans

    def image(self, words: str, url: str, place: tuple[int, int]) -> Span:
        """An image that stands at `place`, and is a link to itself."""
        words = safe(" ".join(words.split()))
        self._links.append(LinkData(words or "image", url, *place, image=True))
        return Span(f"[image: {words}]" if words else "[image]", "image", *place, len(self._links) - 1)

    def footnote(self, label: str, place: tuple[int, int]) -> Span:
        """The number of the footnote that is explained at `place`."""
        return Span(self._shared.footnotes.of(label), "footnote", *place)

    def link(self, url: str, place: tuple[int, int]) -> Span:
        """A link that stands at `place` and shows its own address."""
        self._links.append(LinkData(url, url, *place, bare=True))
        return Span(url, "link", *place, len(self._links) - 1)

    def _spans(self, text: str, places: SourceMap) -> list[Span]:
        if "[[[[[[[[" in text or "![![![![" in text:
            # No link is nested so deep, and looking for its end takes a second for 20,000 brackets.
            return written(text, places)
        if text.replace(" ", "").isalnum() and text[0] != " " != text[-1]:
            return [
                Span(text, "", places(0), places.end(len(text)))
            ]  # words: no rule has a say in them, as in most cells
        tokens: list[Token] = []
        state = _State(text, self._md, self._env, tokens)
        self._md.inline.tokenize(state)
        for rule in self._post:
            rule(state)
        return SpanWriter(text, places, self._source, self._links, self._shared).write(tokens)


def written(text: str, places: SourceMap) -> list[Span]:
    """The spans of `text` as it is written: its lines, each but the last with its line feed."""
    spans: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(line, "", places(offset), places.end(offset + len(line))))
        offset += len(line)
    return spans
