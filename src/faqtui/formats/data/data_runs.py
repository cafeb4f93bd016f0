"""The runs of text of the trees that editors keep (see `data_trees`), with their marks, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.formats.data.data_kinds import BREAKS, PICTURES, TEXTS, kind_of, named, parts_of
from faqtui.formats.data.data_shapes import name_of
from faqtui.formats.nodes import Node
from faqtui.formats.writing import EMPHASIS, STRONG, STRUCK, Inline, code_span, image, link

MAX_DEPTH = 40
"""Runs inside one another that are written."""

_STRONG, _EMPHASIS, _STRUCK = {"strong", "bold", "b"}, {"em", "italic", "i"}, {"strike", "strikethrough", "s", "del"}


def inlines(block: Node) -> Inline:
    """What the runs of a block say; of one without runs its text."""
    if block.kind == "text" or not parts_of(block):
        said = Inline()
        text = block if block.kind == "text" else named(block, *TEXTS)
        if text is None:
            text = named(named(block, "data") or block, *TEXTS)
        if text is not None and text.kind == "text":
            _spans(said, text, block)
        return said
    links: dict[str, str] = {}
    defined = named(block, "markdefs")
    for one in defined.items if defined is not None else ():
        key, url = named(one, "key"), named(one, "href", "url")
        key = named(one, "_key") if key is None else key
        if key is not None and url is not None:
            links[key.text] = url.text
    return inlines_of(parts_of(block), links)


def _spans(said: Inline, text: Node, block: Node) -> None:
    """A text of a block whose marks, if it has any, are ranges of it (Prismic, Draft.js)."""
    marks: dict[int, list[str]] = {}
    whole = "\n".join(line for _, line in text.lines)
    ranges = named(block, "spans", "inlinestyleranges")
    for one in ranges.items if ranges is not None else ():
        sign = _sign({name_of((named(one, "style", "type") or one).text)})
        start, end, length = (_number(one, *names) for names in (("start", "offset"), ("end",), ("length",)))
        end = max(end, start + length)
        if sign is not None and 0 <= start < end <= len(whole):
            marks.setdefault(start, []).append(sign[0])
            marks.setdefault(end, []).insert(0, sign[1])
    at = 0
    html = named(block, "data") is not None and not marks and "<" in whole  # EditorJS has HTML in its lines
    for place in sorted({*marks, len(whole)}):
        _put_text(said, whole[at:place], text.line, markdown=html)
        for mark in marks.get(place, ()):
            said.mark(mark, text.line)
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
        url = _address(run)
        if url:
            said.markdown(link(inner.line(), url), run.line)
        else:
            for place, (number, text) in enumerate(inner.lines()):
                said.markdown(("\n" if place else "") + text, number)
        return
    own = run if run.kind == "text" else named(run, *TEXTS)
    if own is None or own.kind != "text":
        return
    whole = "\n".join(line for _, line in own.lines)
    marks, url = _marks(run, links)
    if "code" in marks and whole:
        said.markdown(code_span(whole), run.line)
        return
    if url:
        inner = Inline()
        inner.text(" ".join(whole.split()), run.line)
        said.markdown(link(inner.line(), url), run.line)
        return
    signs = [sign for sign in (_sign(marks & _STRONG), _sign(marks & _EMPHASIS), _sign(marks & _STRUCK)) if sign]
    for sign in signs:
        said.mark(sign[0], run.line)
    _put_text(said, whole, own.line)
    for sign in reversed(signs):
        said.mark(sign[1], run.line)


def _sign(marks: set[str]) -> tuple[str, str] | None:
    return STRONG if marks & _STRONG else EMPHASIS if marks & _EMPHASIS else STRUCK if marks & _STRUCK else None


def _marks(run: Node, links: dict[str, str]) -> tuple[set[str], str]:
    """How a run is marked, and where it leads."""
    found = {name_of(key) for key, _, value in run.pairs if value.text.lower() == "true"}
    url = ""
    listed = named(run, "marks")
    for one in listed.items if listed is not None else ():
        name = one if one.kind == "text" else named(one, "type")
        if name is not None and name.kind == "text":
            found.add(name_of(name.text))
            url = url or links.get(name.text, "") or (_address(one) if one.kind == "map" else "")
    bits = max(0, _number(run, "format"))
    found |= {name for bit, name in ((1, "bold"), (2, "italic"), (4, "strike"), (16, "code")) if bits & bit}
    address = named(run, "link", "href") if run.kind == "map" else None
    return found, url or (address.text if address is not None and address.kind == "text" else "")


def _address(node: Node) -> str:
    """Where a link leads."""
    for one in (node, named(node, "attrs"), named(node, "data"), named(node, "fields")):
        found = named(one, "url", "href", "uri") if one is not None and one.kind == "map" else None
        if found is not None and found.kind == "text" and found.text:
            return found.text
    return ""


def picture(node: Node) -> str:
    """A picture with what stands for it; empty where nothing says where it is."""
    places = [node, named(node, "attrs"), named(node, "data")]
    for one in [*places, *(named(place, "file") for place in places if place is not None and place.kind == "map")]:
        found = named(one, "src", "url") if one is not None and one.kind == "map" else None
        if found is not None and found.text:
            said = named(one, "alt", "caption", "title") if one is not None else None
            return image(said.text if said is not None else "", found.text)
    return ""
