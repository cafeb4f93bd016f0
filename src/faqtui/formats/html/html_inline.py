"""What stands on a line of HTML as Markdown: links, code, emphasis, images, line breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol

from faqtui.formats import writing
from faqtui.formats.html.html_noise import SIGN, is_dropped, is_spacer
from faqtui.formats.writing import Inline

MAX_DEPTH = 60
"""Inline elements inside one another; deeper ones are their text."""

_SIGNS = {
    "b": writing.STRONG, "strong": writing.STRONG, "i": writing.EMPHASIS, "em": writing.EMPHASIS, "cite": writing.EMPHASIS,
    "dfn": writing.EMPHASIS, "del": writing.STRUCK, "s": writing.STRUCK, "strike": writing.STRUCK,
}  # fmt: skip
_CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_BREAKING_TEXT = """
p div li dd dt tr h1 h2 h3 h4 h5 h6 pre blockquote ul ol table section article
"""
_BREAKING = frozenset(_BREAKING_TEXT.split())
_RAISED = frozenset({"sup", "sub"})
_AROUND = frozenset({"button", "div", "label", "span"})
_ANCHOR = re.compile(r"[\W_]{0,3}$")
_ICON = re.compile(r"!\[[^\[\]]{0,100}\]\([^()\s]{0,500}\)")
"""A picture in a title that says something beside it."""

_ANCHORS = frozenset({"anchor", "anchorjs-link", "headerlink", "header-anchor", "permalink", "toclink", "backlink"})
_EMPTY = re.compile(r"\[\]\([^()\s]{0,300}\)")
_UP = frozenset({"", "#", "toc", "top", "up", "contents", "index", "link", "permalink", "back", "anchor"})
_BREAKS_REVERSED = re.compile(r"(?:\s*>rb<)+")


class Places(Protocol):
    """Who knows on which line a node stands."""

    def at(self, node: Any) -> int:
        """The line of a node."""


class HtmlInlines:
    """Writes runs of inline nodes."""

    def __init__(self, places: Places) -> None:
        self._line = places.at

    def lines(self, nodes: Sequence[Any], *, heading: bool = False) -> list[tuple[int, str]]:
        """Nodes as lines of Markdown with the lines of the file; in a `heading` links without words are left out."""
        made = Inline()
        for node in _without_signs(nodes) if heading else nodes:
            self._node(node, made, 0, heading=heading)
        lines = made.lines()
        if heading and any("![" in text for _, text in lines):
            bare = [(number, _EMPTY.sub("", _ICON.sub("", text)).strip()) for number, text in lines]
            lines = bare if any(map(str.isalnum, "".join(text for _, text in bare))) else lines
        return lines

    def cell(self, node: Any) -> str:
        """A cell of a table on one line."""
        made = Inline()
        for child in getattr(node, "children", None) or []:
            self._node(child, made, 0, heading=False)
        lines = [text for _, text in made.lines()]
        text = " ".join(text[:-1] + "<br>" if text.endswith("\\") else text for text in lines)
        breaks = _BREAKS_REVERSED.match(text[::-1])  # backwards, where each is looked at once
        return text[: -breaks.end()] if breaks else text

    def _node(self, node: Any, made: Inline, depth: int, *, heading: bool) -> None:
        name = node.name
        line = self._line(node)
        if name == "#text":
            made.text(node.data or "", line)
            return
        if name.startswith(("#", "!")) or is_dropped(node):
            return
        attributes = node.attrs or {}
        nodes = getattr(node, "children", None) or []
        if depth > MAX_DEPTH:
            made.text(plain(node), line)
        elif name == "br":
            if heading:
                made.text(" ", line)
            else:
                made.broken(line)
        elif name in _CODE:
            self._code(nodes, made, line, MAX_DEPTH if heading else depth)
        elif name == "img":
            if is_spacer(attributes):
                return
            made.markdown(
                writing.image(attributes.get("alt") or attributes.get("title") or "", attributes.get("src") or ""), line
            )
        elif name in {"iframe", "video", "audio"}:
            source = attributes.get("src") or ""
            if source.startswith(("http:", "https:", "//")):
                made.markdown(writing.link(writing.escaped(attributes.get("title") or source), source), line)
            else:
                self._all(nodes, made, depth, heading=heading)
        elif name == "a":
            own = attributes.get("id") or attributes.get("name")
            url = attributes.get("href") or ""
            if url.strip() == "#" and not heading and _is_alone(node):
                url = "#top"  # as browsers have it
            if heading and _leads_up(node):
                return
            if heading and _BACK in (attributes.get("class") or "").lower().split():
                url = ""
            self._link("" if own and url == f"#{own}" else url, nodes, made, line, depth, heading=heading)
        elif name in _SIGNS:
            made.mark(_SIGNS[name][0], line)
            self._all(nodes, made, depth, heading=heading)
            made.mark(_SIGNS[name][1], line)
        elif name == "q":
            made.text("\u201c", line)
            self._all(nodes, made, depth, heading=heading)
            made.text("\u201d", self._line(node))
        elif name in _RAISED and all(one.name == "#text" for one in nodes) and (text := plain(node).strip()):
            made.markdown(f"<{name}>{writing.escaped(text)}</{name}>", line)
        elif name in _BREAKING:
            made.text(" ", line)
            self._all(nodes, made, depth, heading=heading)
            made.text(" ", line) if heading else made.broken(self._last(nodes, line))
        else:
            self._all(nodes, made, depth, heading=heading)

    def _code(self, nodes: Sequence[Any], made: Inline, line: int, depth: int) -> None:
        """Code: what leads elsewhere in it is a link whose text is code, and the rest code on both sides of that."""
        run = ""
        for node in nodes:
            if depth >= MAX_DEPTH or not _has_link(node):
                run += plain(node)
                continue
            self._span(run, made, line)
            run = ""
            if node.name == "a":
                made.markdown(writing.link(_code_span(plain(node)), node.attrs["href"].strip()), line)
            else:
                self._code(node.children or [], made, line, depth + 1)
        self._span(run, made, line)

    def _span(self, text: str, made: Inline, line: int) -> None:
        """Code on one line, with the space that it may have around it outside of it."""
        inner = text.strip()
        made.text(" " if inner and text[:1].isspace() else "", line)
        made.markdown(_code_span(inner or text), line)
        made.text(" " if inner and text[-1:].isspace() else "", line)

    def _last(self, nodes: Sequence[Any], line: int) -> int:
        return self._line(nodes[-1]) if nodes else line

    def _all(self, nodes: Sequence[Any], made: Inline, depth: int, *, heading: bool) -> None:
        for node in nodes:
            self._node(node, made, depth + 1, heading=heading)

    def _link(self, url: str, nodes: Sequence[Any], made: Inline, line: int, depth: int, *, heading: bool) -> None:
        inner = Inline()
        self._all(nodes, inner, depth, heading=True)
        text = inner.line()
        url = url.strip()
        if heading and _ANCHOR.match(text):
            return  # the sign beside a heading that links to it
        if not _leads(url):
            self._all(nodes, made, depth, heading=heading)
        elif text:
            made.markdown(writing.link(text, url), line)


_BACK = "toc-backref"
"""The class that docutils gives a title which leads back to its row in the table of contents."""


def _without_signs(nodes: Sequence[Any]) -> Sequence[Any]:
    """What a title is made of without the elements at its ends that only show how to open it: ``+``, an arrow."""
    while len(nodes) == 1 and nodes[0].name in _AROUND:
        nodes = getattr(nodes[0], "children", None) or []
    said = [node for node in nodes if node.name[0] not in "#!" or (node.name == "#text" and node.data.strip())]
    while len(said) > 1 and (sign := next((node for node in (said[-1], said[0]) if _is_sign(node)), None)) is not None:
        said.remove(sign)
        nodes = [node for node in nodes if node is not sign]
    return nodes


def _leads_up(link: Any) -> bool:
    """Whether a link in a title is one to the title itself or to the table of contents, by its class and what it says."""
    names = ((link.attrs or {}).get("class") or "").lower().split()
    return not _ANCHORS.isdisjoint(names) and plain(link).strip().lower() in _UP


def _is_alone(link: Any) -> bool:
    """Whether a block has nothing but a link."""
    around = link.parent
    if around is None or around.name not in {"p", "div"}:
        return False
    return all(one is link or (one.name == "#text" and not (one.data or "").strip()) for one in around.children or [])


def _is_sign(node: Any) -> bool:
    return node.name != "#text" and SIGN.match(plain(node).strip()) is not None


def _code_span(text: str) -> str:
    return writing.code_span(" ".join(text.split())) if text.strip() else text


def _leads(url: str) -> bool:
    """Whether an address leads anywhere but to the page itself or a script."""
    url = url.strip()
    return bool(url) and url != "#" and not url.lower().startswith("javascript:")


def _has_link(node: Any) -> bool:
    """Whether a node is a link with words to somewhere else, or holds one."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.name == "a" and _leads((one.attrs or {}).get("href") or ""):
            return bool(plain(one).strip())
        waiting += getattr(one, "children", None) or []
    return False


def plain(node: Any, *, code: bool = False) -> str:
    """The text of a node without markup, whatever its depth; as `code` with its line breaks."""
    if node.name == "#text":
        return str(node.data or "")
    parts: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.name == "#text":
            parts.append(one.data or "")
        elif one.name == "br" and code:
            parts.append("\n")
        elif code or not is_dropped(one):
            waiting += reversed(getattr(one, "children", None) or [])
    return "".join(parts)
