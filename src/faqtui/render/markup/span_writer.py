"""The tokens of one text to spans: their styles, their links, and what inline HTML and components say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.markdown.dialects import formula_signs
from faqtui.markdown.dialects.formulas import LINE_END
from faqtui.markdown.dialects.mystroles import PLAIN, ROLE, is_role, shown
from faqtui.markdown.pairs import Pairs
from faqtui.markdown.tags import BREAKS, INLINE_STYLES, KNOWN, PLAYED, Closers, Tag, read_tag, safe
from faqtui.patterns import pattern
from faqtui.render.footnotes import Footnotes
from faqtui.render.markup import components
from faqtui.render.markup.pieces import Piece, Pieces
from faqtui.render.markup.places import SourceMap
from faqtui.render.markup.raised import signs
from faqtui.render.markup.soft_breaks import is_line
from faqtui.render.nodes import NOWHERE, LinkData, Span
from faqtui.sanitize import unflooded

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTABLE = pattern(
    r"\[\^[^\]\[\s]+\]|(?<![A-Za-z0-9+.-])(?:https?://[^\s<>\"`]*[^\s<>\"`.,:;!?'*_~\])}]|mailto:[^\s<>\"`@]{1,254}@[\w.-]*\w)"
)
"""A footnote's label, or a URL in running text, without the punctuation behind it, which is the sentence's."""

_WORDS = frozenset(("text", "text_special", "emoji"))
"""Tokens of running text."""

_OPENED = {"strong_open": "strong", "em_open": "emphasis", "s_open": "strike", "mark_open": "mark"}
_CLOSED = {name.replace("open", "close"): style for name, style in _OPENED.items()}
"""Tokens that begin and end a style."""


class Shared:
    """What the texts of one answer have in common: the tags around several of them, the numbers of footnotes."""

    def __init__(self, source: str) -> None:
        self.pairs = Pairs(source)
        self.footnotes = Footnotes(source)


class SpanWriter:
    """Turns the tokens of one text into spans."""

    def __init__(self, text: str, places: SourceMap, source: str, links: list[LinkData], shared: Shared) -> None:
        self._text = text
        self._places = places
        self._source = source
        self._links = links
        self._out: list[Span] = []
        self._styles: dict[str, int] = {}  # how often each is open
        self._style = ""
        self._link = NOWHERE
        self._opened: list[tuple[int, int, str]] = []  # link index, spans before it, URL
        self._raised: list[str] = []  # what to show at the end tags of what stands above or below the line
        self._leading: list[str] = []  # names of components whose content is a link
        self._closers = Closers(text)
        self._pairs = shared.pairs
        self._numbers = shared.footnotes
        self._alone = -1  # where the tags that the text begins with end, once somebody asked

    def write(self, tokens: Sequence[Token]) -> list[Span]:
        """The spans of these tokens, which are those of the text."""
        count = len(tokens)
        words: list[Piece] = []
        role = ""
        for index, token in enumerate(tokens):
            kind = token.type
            at = token.meta.get("at", 0)
            if kind in _WORDS:
                if kind != "text_special" or token.info != "entity":
                    words.append((token.content, at, at + len(token.markup or token.content)))
                else:
                    # What an entity stands for has not been made safe yet.
                    words.append((safe(token.content), at, at + len(token.markup)))
                if index + 1 < count and tokens[index + 1].type in _WORDS:
                    continue
                if index + 1 < count and tokens[index + 1].type == "code_inline":
                    role = self._role(words)
                self._words(words)
                words = []
            elif kind == "code_inline":
                self._code(token, at, role)
                role = ""
            elif kind == "softbreak":
                end = self._next(tokens, index, at + 1)
                self._piece("\n" if is_line(self._text, tokens, index, end) else " ", at, end, "")
            elif kind == "hardbreak":
                self._piece("\n", at, self._next(tokens, index, at + 1), "")
            elif kind in _OPENED:
                self._enter(_OPENED[kind])
            elif kind in _CLOSED:
                self._leave(_CLOSED[kind])
            elif kind == "link_open":
                self._open_link(str(token.attrs.get("href", "")))
            elif kind == "link_close":
                end = self._next(tokens, index, len(self._text))
                self._close_link(at, end)
            elif kind == "image":
                end = self._next(tokens, index, len(self._text))
                self._image(_plain(token.children), str(token.attrs.get("src", "")), at, end)
            elif kind == "html_inline":
                self._html(token.content, at)
            elif kind == "footnote_ref":
                end = self._next(tokens, index, len(self._text))
                label = str(token.meta.get("label", token.meta.get("id", 0)))
                self._footnote(label, at, end)
            elif kind == "formula":
                self._formula(token.content, at)
            elif token.content:
                self._piece(token.content, at, at + len(token.content))
        while self._opened:
            self._close_link(len(self._text), len(self._text))
        texts = [span.text for span in self._out]
        if (safest := unflooded(texts)) is not texts:
            return [span._replace(text=text) for span, text in zip(self._out, safest, strict=True) if text]
        return self._out

    @staticmethod
    def _next(tokens: Sequence[Token], index: int, otherwise: int) -> int:
        """Where the token after `index` begins."""
        if index + 1 < len(tokens):
            return max(int(tokens[index + 1].meta.get("at", otherwise)), otherwise if otherwise < 0 else 0)
        return otherwise

    def _enter(self, style: str) -> None:
        self._styles[style] = self._styles.get(style, 0) + 1
        if self._styles[style] == 1:
            self._style = " ".join(self._styles)

    def _leave(self, style: str) -> None:
        if self._styles.get(style, 0) > 1:
            self._styles[style] -= 1
        elif self._styles.pop(style, 0):
            self._style = " ".join(self._styles)

    def _piece(self, text: str, begin: int, end: int, style: str | None = None) -> None:
        """Add `text`, which shows ``[begin, end)`` of the inline text."""
        if not text:
            return
        if "\t" in text:
            text = text.replace("\t", " ")
        name = self._style if not style else f"{self._style} {style}" if self._style else style
        start = self._places(begin)
        stop = self._places.end(end) if end > begin else start
        last = self._out[-1] if self._out else None
        if (
            last is not None
            and last.style == name
            and last.link == self._link
            and last.end == start
            and stop - start == len(text)
            and last.end - last.start == len(last.text)
        ):
            self._out[-1] = Span(last.text + text, name, last.start, stop, self._link)
        else:
            self._out.append(Span(text, name, start, stop, self._link))

    def _formula(self, text: str, at: int) -> None:
        """Add a formula as it is read, or as it was written."""
        end = at + len(text)
        shown = formula_signs.readable(text, self._text[max(at - 1, 0) : at], self._text[end : end + 1])
        if shown is None:
            self._lines(text, at, "\n" if text.startswith(("$$", "\\[")) else " ")
            return
        for number, line in enumerate(shown.split("\n")):
            if number:
                self._piece("\n", at, end, "formula")
            self._piece(line, at, end, "formula")

    def _lines(self, text: str, at: int, between: str) -> None:
        """Add text that stands at `at` as it is, with `between` for its line ends and what is indented behind them."""
        done = 0
        for match in LINE_END.finditer(text):
            self._piece(text[done : match.start()], at + done, at + match.start())
            self._piece(between, at + match.start(), at + match.end())
            done = match.end()
        self._piece(text[done:], at + done, at + len(text))

    def _words(self, words: Sequence[Piece]) -> None:
        """Running text (markers that mark nothing are pieces of their own); the URLs in it become links."""
        pieces = Pieces(words)
        text = pieces.text
        done = 0
        if self._link == NOWHERE and ("://" in text or "mailto:" in text or "[^" in text):
            for match in _NOTABLE.finditer(text):
                begin, end = match.span()
                if match[0].startswith("["):
                    if not self._numbers.is_defined(match[0][2:-1]):
                        continue
                    self._slice(pieces, done, begin)
                    self._footnote(match[0][2:-1], *pieces.place(begin, end))
                else:
                    # A bracket that closes what was opened inside the URL belongs to it.
                    if text[end : end + 1] == ")" and text.count("(", begin, end) > text.count(")", begin, end):
                        end += 1
                    self._slice(pieces, done, begin)
                    self._links.append(LinkData(text[begin:end], text[begin:end], NOWHERE, NOWHERE, bare=True))
                    self._link = len(self._links) - 1
                    first = len(self._out)
                    self._slice(pieces, begin, end, "link")
                    self._links[-1] = self._links[-1]._replace(start=self._out[first].start, end=self._out[-1].end)
                    self._link = NOWHERE
                done = end
        self._slice(pieces, done, len(text))

    def _footnote(self, label: str, begin: int, end: int) -> None:
        """The number of a footnote, apart from that of one right before it."""
        follows = bool(self._out) and self._out[-1].style.endswith("footnote")
        self._piece("," * follows + self._numbers.of(label), begin, end, "footnote")

    def _slice(self, pieces: Pieces, start: int, stop: int, style: str | None = None) -> None:
        """Add the characters from `start` to before `stop` of the joined `pieces`."""
        for text, begin, end in pieces.part(start, stop):
            self._piece(text, begin, end, style)

    def _role(self, pieces: list[Piece]) -> str:
        """Take the role that `pieces` end with away, and say which it is."""
        text, begin, end = pieces[-1]
        match = next((m for m in ROLE.finditer(f"{text}`") if m.end() == len(text) and is_role(m[1])), None)
        if match is None or end - begin != len(text):
            return ""
        pieces[-1] = (text[: match.start()], begin, begin + match.start())
        return match[1]

    def _code(self, token: Token, at: int, role: str = "") -> None:
        begin = at + len(token.markup)
        content = token.content
        # One space at each end may have been markup: the text stands at its first match.
        if (
            self._text[begin : begin + 1] in {" ", "\n"}
            and self._text[begin : begin + len(content)].replace("\n", " ") != content
        ):
            begin += 1
        if role:
            first, last = shown(content)
            begin, content = begin + first, content[first:last]
        style = "" if role in PLAIN else "code"
        done = 0
        raw = self._text[begin : begin + len(content)]
        for match in re.finditer("\n", raw):
            self._piece(content[done : match.start()], begin + done, begin + match.start(), style)
            self._piece(" ", begin + match.start(), begin + match.end(), style)
            done = match.end()
        self._piece(content[done:], begin + done, begin + len(content), style)

    def _open_link(self, url: str) -> None:
        self._links.append(LinkData("", url, NOWHERE, NOWHERE))
        self._link = len(self._links) - 1
        self._opened.append((self._link, len(self._out), url))
        self._enter("link")

    def _close_link(self, begin: int, end: int) -> None:
        """End the innermost link, whose target is written in ``[begin, end)``."""
        if not self._opened:
            return
        index, before, url = self._opened.pop()
        self._leave("link")
        text = "".join(span.text for span in self._out[before:] if span.link == index).replace("\n", " ").strip()
        start = self._places(begin) if begin < len(self._text) else self._places.end(begin)
        stop = max(self._places.end(end), start)
        found = self._source.find(url, start, stop)
        if found >= 0 and url:
            start, stop = found, found + len(url)
        bare = url in {text, f"mailto:{text}"}
        if bare and self._out:
            shown = self._out[-1]
            start, stop = shown.start, shown.end
        if not text:
            # Nothing to see would be nothing to follow.
            self._out.append(Span(url, "link", start, stop, index))
            text, bare = url, True
        self._links[index] = LinkData(text, url, start, stop, bare)
        self._link = self._opened[-1][0] if self._opened else NOWHERE

    def _image(self, words: str, url: str, begin: int, end: int, what: str = "image") -> None:
        words, url = safe(" ".join(words.split())), url.strip()
        start, stop = self._places(begin), self._places.end(end)
        found = self._source.find(url, start, stop)
        place = (found, found + len(url)) if found >= 0 and url else (start, stop)
        outer = self._link
        if outer == NOWHERE and url:
            self._links.append(LinkData(words or what, url, *place, image=True))
            self._link = len(self._links) - 1
        name = f"[{what}: {words}]" if words else f"[{what}]"
        # One atomic span: the words may have been markup themselves.
        self._out.append(Span(name, f"{self._style} image".strip(), start, stop, self._link))
        self._link = outer

    def _html(self, text: str, at: int) -> None:
        """Inline HTML: known tags act, comments go, all else is the author's own text."""
        if text.startswith("<!--"):
            return
        tag = read_tag(text)
        if tag is None or not (self._closers.is_markup(tag, at + len(text)) or self._encloses(tag, at)):
            self._piece(text, at, at + len(text))
            return
        end = at + len(text)
        if tag.name in BREAKS:
            if self._out or tag.name == "br":
                self._piece("\n", at, end)
        elif tag.name == "img":
            self._image(tag.attributes.get("alt", ""), tag.attributes.get("src", ""), at, end)
        elif tag.name == "a":
            self._anchor(tag, at, end)
        elif tag.name in {"sup", "sub"}:
            if tag.closing:
                self._piece(self._raised.pop() if self._raised else "", at, end)
            else:
                sign, after = signs(tag.name, self._text, end, self._out[-1].text if self._out else "")
                self._piece(sign, at, end)
                self._raised.append(after)
        elif style := INLINE_STYLES.get(tag.name):
            if tag.closing:
                self._leave(style)
            else:
                self._enter(style)
        elif tag.name not in KNOWN:
            self._component(tag, text, at, end)

    def _encloses(self, tag: Tag, at: int) -> bool:
        """Whether a tag stands around more than its own paragraph."""
        if tag.name not in KNOWN or tag.component:
            return False
        if self._pairs.is_closed(self._places(at)):
            return True
        if self._alone < 0:
            self._alone = self._pairs.left_open(self._text)
        return at < self._alone

    def _component(self, tag: Tag, text: str, at: int, end: int) -> None:
        """A component in running text: what it says, and a link where it leads somewhere."""
        if tag.closing:
            if self._leading and self._leading[-1] == tag.name:
                self._leading.pop()
                self._close_html_link()
            return
        if tag.name in PLAYED and (url := tag.attributes.get("src", "")):
            self._image(tag.attributes.get("title", ""), url, at, end, PLAYED[tag.name])
            return
        if not tag.component:
            return
        if components.is_image(tag):
            self._image(tag.attributes.get("alt", ""), tag.attributes["src"], at, end)
            return
        url = components.leads_to(tag)
        if url:
            self._open_target(url, at, end)
        said = components.title(tag, text, SourceMap([0], [0]))
        if said is not None:
            begin, stop = (at + said.start, at + said.end) if said.start >= 0 else (at, end)
            self._piece(said.text, begin, stop)
        if url and tag.alone:
            self._close_html_link()
        elif url:
            self._leading.append(tag.name)
        if said is not None and self._text[end : end + 1].strip() and not tag.alone:
            self._piece(" ", end, end)

    def _anchor(self, tag: Tag, begin: int, end: int) -> None:
        if tag.closing:
            self._close_html_link()
        elif url := tag.attributes.get("href", "").strip():
            self._open_target(url, begin, end)

    def _open_target(self, url: str, begin: int, end: int) -> None:
        """Begin a link to `url`, which a tag in ``[begin, end)`` names."""
        self._open_link(url)
        found = self._source.find(url, self._places(begin), self._places.end(end))
        place = (found, found + len(url)) if found >= 0 else (self._places(begin), self._places.end(end))
        self._links[self._link] = LinkData("", url, *place)

    def _close_html_link(self) -> None:
        if not self._opened:
            return
        index, before, url = self._opened.pop()
        self._leave("link")
        text = "".join(span.text for span in self._out[before:] if span.link == index).strip()
        _, _, start, stop, _, _ = self._links[index]
        self._links[index] = LinkData(text or url, url, start, stop, text == url)
        self._link = self._opened[-1][0] if self._opened else NOWHERE


def _plain(tokens: Sequence[Token] | None) -> str:
    """The text of `tokens` without markup: what an image's description says."""
    parts: list[str] = []
    for token in tokens or ():
        if token.type == "image":
            parts.append(_plain(token.children))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(token.content)
    return "".join(parts)
