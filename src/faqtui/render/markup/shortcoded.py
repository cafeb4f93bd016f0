"""Shortcodes as blocks: notes, folds, tabs, images and pages; of the others what stands in them."""

from __future__ import annotations

from collections.abc import Callable

from faqtui.markdown.dialects.shortcodeblocks import IMAGES, NOTES, PAGES, TAB, Shortcode
from faqtui.markdown.dialects.shortcodes import is_fold
from faqtui.render import nodes
from faqtui.render.markup.places import SourceMap
from faqtui.render.markup.spans import InlineSpans

_NOWHERE = (nodes.NOWHERE, nodes.NOWHERE)


def shown(
    code: Shortcode, place: Callable[[str], tuple[int, int]], inside: list[nodes.Block], inline: InlineSpans
) -> list[nodes.Block]:
    """The blocks that a shortcode is, with those `inside` of it; `place` tells where a text stands on its line."""

    def spans(text: str) -> list[nodes.Span]:
        return inline.spans(text, SourceMap([0], [place(text)[0]])) if text else []

    if (url := code.url()) and code.name in IMAGES | PAGES:
        led = inline.image(code.caption(), url, place(url)) if code.name in IMAGES else inline.link(url, place(url))
        return [nodes.Paragraph([led]), *inside]
    kind, said = code.note()
    if said:
        return [nodes.Admonition(kind, place(kind), [], [nodes.Paragraph(spans(said)), *inside])]
    title = code.title()
    if code.name == TAB:
        return [nodes.Admonition(TAB, _NOWHERE, spans(title), inside)]
    if code.name in NOTES:
        return [nodes.Admonition(code.kind(), place(code.kind()), spans(title), inside)]
    if is_fold(code.name):
        return [nodes.Details(spans(title) or [nodes.Span("Details")], inside)]
    unnamed = [
        block for block in inside if isinstance(block, nodes.Admonition) and block.kind == TAB and not block.title
    ]
    for name, tab in zip(code.tabs(), unnamed, strict=False):
        tab.title = spans(name)
    for block in inside if title else ():
        if isinstance(block, nodes.Code) and not block.title:
            block.title = title
    return inside
