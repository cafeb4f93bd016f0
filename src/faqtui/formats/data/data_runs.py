"""The runs of text of the trees that editors keep (see `data_trees`), with their marks, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.data.data_kinds import BREAKS, CODE, PICTURES, SIGNS, TEXTS, attribute, kind_of, named, parts_of
from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.nodes import Node
from faqtui.formats.writing import EMPHASIS, STRONG, STRUCK, Inline, code_span, escaped, image, link

MAX_DEPTH = 40
"""Runs inside one another that are written."""


def inlines(block: Node) -> Inline:
    """What the runs of a block say; of one without runs its text."""
    if block.kind == "text" or not parts_of(block):
        said = Inline()
        text = block if block.kind == "text" else attribute(block, *TEXTS)
        if text is not None:
            _spans(said, text, block)
        return said
    links: dict[str, str] = {}
    defined = named(block, "markdefs")
    for one in defined.items if defined is not None else ():
        key, url = named(one, "key"), named(one, "href", "url")
        if key is not None and url is not None:
            links[key.text] = url.text
    return inlines_of(parts_of(block), links)


def _spans(said: Inline, text: Node, block: Node) -> None:
    """A text of a block whose marks, if it has any, are ranges of it (Prismic, Draft.js)."""
    marks: dict[int, list[tuple[bool, str]]] = {}
    whole = "\n".join(line for _, line in text.lines)
    ranges = [
        one
        for name in ("spans", "inlinestyleranges", "entityranges")
        if (listed := named(block, name)) is not None
        for one in listed.items
    ]
    for one in ranges:
        sign = SIGNS.get(name_of((named(one, "style", "type") or one).text))
        start, end, length = (_number(one, *names) for names in (("start", "offset"), ("end",), ("length",)))
        end = max(end, start + length)
        address = _address(one)
        if not 0 <= start < end <= len(whole) or not (sign or address):
            continue
        begun, ended = ((True, sign[0]), (True, sign[1])) if sign else ((False, "["), (False, link("", address)[1:]))
        marks.setdefault(start, []).append(begun)
        marks.setdefault(end, []).insert(0, ended)
    at = 0
    html = named(block, "data") is not None and not marks and "<" in whole  # EditorJS has HTML in its lines
    for place in sorted({*marks, len(whole)}):
        _put_text(said, whole[at:place], text.line, markdown=html)
        for held, mark in marks.get(place, ()):
            said.mark(mark, text.line) if held else said.markdown(mark, text.line)
        at = place


def _number(node: Node, *names: str) -> int:
    """A small number by one of these names; -1 where there is none."""
    found = named(node, *names)
    return int(found.text) if found is not None and re.fullmatch(r"\d{1,9}", found.text, re.ASCII) else -1


def _put_text(said: Inline, text: str, line: int, *, markdown: bool = False) -> None:
    for place, piece in enumerate(text.split("\n")):
        if place:
            said.broken(line)
        if markdown:
            said.markdown(piece, line)
        else:
            said.text(piece, line)


def inlines_of(runs: Sequence[Node], links: dict[str, str], depth: int = 0) -> Inline:
    """What runs say; `links` has where the marks of some lead."""
    said = Inline()
    for run in runs:
        _run(said, run, links, depth)
    return said


def _run(said: Inline, run: Node, links: dict[str, str], depth: int) -> None:
    kind = kind_of(run) if run.kind == "map" else ""
    if kind in BREAKS:
        said.broken(run.line)
        return
    if kind in PICTURES:
        said.markdown(picture(run), run.line)
        return
    below = parts_of(run) if run.kind == "map" else []
    if below and depth < MAX_DEPTH:
        inner = inlines_of(below, links, depth + 1)
        url, sign = _address(run), SIGNS.get(kind)
        if url:
            said.markdown(link(inner.line(), url), run.line)
        elif kind == CODE:
            said.markdown(code_span(bare(run)), run.line)
        else:
            for place, (number, text) in enumerate(inner.lines()):
                said.markdown(("\n" if place else "") + (sign[0] if sign and not place else "") + text, number)
            if sign:
                said.mark(sign[1], run.line)
        return
    own = run if run.kind == "text" else attribute(run, *TEXTS)
    marks, url = _marks(run, links)
    if own is None:
        if url:
            said.markdown(link(escaped(url), url), run.line)
        return
    whole = own.whole
    if "code" in marks or kind == CODE:
        said.markdown(code_span(whole), run.line)
        return
    if url:
        inner = Inline()
        inner.text(" ".join(whole.split()), run.line)
        said.markdown(link(inner.line(), url), run.line)
        return
    signs = [sign for sign in (STRONG, EMPHASIS, STRUCK) if any(SIGNS.get(mark) == sign for mark in marks)]
    for sign in signs:
        said.mark(sign[0], run.line)
    _put_text(said, whole, own.line)
    for sign in reversed(signs):
        said.mark(sign[1], run.line)


def _marks(run: Node, links: dict[str, str]) -> tuple[set[str], str]:
    """How a run is marked, and where it leads."""
    found: set[str] = set()
    for place in (run, named(run, "annotations", "styles", "attributes")):
        if place is not None:
            found |= {name_of(key) for key, _, value in place.pairs if value.text.lower() == "true"}
    url = ""
    listed = named(run, "marks") or named(named(run, "textdata") or run, "decorations")
    for one in listed.items if listed is not None else ():
        name = one if one.kind == "text" else named(one, "type")
        if name is not None and name.kind == "text":
            found.add(name_of(name.text))
            url = url or links.get(name.text, "") or (_address(one) if one.kind == "map" else "")
    bits = max(0, _number(run, "format"))
    found |= {name for bit, name in ((1, "bold"), (2, "italic"), (4, "strike"), (16, "code")) if bits & bit}
    return found, url or (_address(run) if run.kind == "map" else "")


_ADDRESSES = ("url", "href", "uri", "link")


def _address(node: Node) -> str:
    """Where a link leads."""
    found = attribute(node, *_ADDRESSES)
    below = named(node, "link") if found is None else None
    if below is not None and below.kind == "map":
        found = attribute(below, *_ADDRESSES)
    return found.text if found is not None else ""


def bare(node: Node, depth: int = 0) -> str:
    """The text below a node as it is."""
    if node.kind == "text":
        return node.whole
    if kind_of(node) in BREAKS:
        return "\n"
    text = attribute(node, *TEXTS)
    if text is not None:
        return text.whole
    below = parts_of(node) if depth < MAX_DEPTH else []
    lines = len(below) > 1 and all(map(parts_of, below))
    return ("\n" if lines else "").join([bare(part, depth + 1) for part in below])


def picture(node: Node) -> str:
    """A picture with what stands for it; empty where nothing says where it is."""
    found, said = attribute(node, "src", "url"), attribute(node, "alt", "alttext", "caption", "title")
    return image(said.text if said is not None else "", found.text) if found is not None else ""
