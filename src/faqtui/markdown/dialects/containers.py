"""Containers that hold prose under a title: Docusaurus, MkDocs, MyST, VitePress, DocFX.

Their content is Markdown; of their opening line only the title is text. A fence whose directive is none of these holds code.
"""

from __future__ import annotations

_CONTAINERS_TEXT = """
DocFX. Docusaurus, MkDocs, MyST, VitePress Words a abstract accordion accordion-item admonition alert announcement aside attention
block bug button callout card cards caution center check cite class code code-group collapse collapsible column column-end
columns container contents critical csv-table danger dark deprecated design-decision details disclosure div done dropdown end
epigraph error example expand experimental fail failure faq figure glossary grid grid-item grid-item-card help highlight hint idea
image image-end important in include info information light list-table margin missing moniker moniker-end note notes open
or primary question quote raw row row-end rubric secondary security see-also seealso sidebar spec spoiler step steps
success summary tab tab-item tab-set tabitem table tabs tabset that tip tips tldr toc toctree todo topic v-pre versionadded
u-accordion u-accordion-item u-alert u-collapsible versionchanged versionremoved warn warning zone zone-end
"""
CONTAINERS = frozenset(_CONTAINERS_TEXT.split())
"""Words that open such a container."""

SIGNED = {"!": "important", "?": "tip"}
"""The kinds of paragraphs that are notes for what they begin with in docsify: ``!> Mind the gap.``"""


def sign(paragraph: str) -> str:
    """What such a paragraph begins with, with the space behind it; empty where it is no note."""
    if paragraph[1:3] != "> " or paragraph[0] not in SIGNED:
        return ""
    return paragraph[: len(paragraph) - len(paragraph[2:].lstrip(" \t"))]
