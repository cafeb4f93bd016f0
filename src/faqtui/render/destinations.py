"""How a link shows where it leads: nothing, its target in brackets, or a number that is explained below the text."""

from __future__ import annotations

from faqtui.markdown.link_texts import is_vague
from faqtui.render.nodes import LinkData, Span

_SHORT = 28
"""A target of at most this many characters stands in brackets behind the text; a longer one breaks the sentence."""


def short_url(url: str) -> str:
    """The host and path of a web address, the address of a mailto link, and any other URL whole."""
    for prefix in ("https://", "http://", "mailto:"):
        if url.startswith(prefix) and len(url) > len(prefix):
            rest = url[len(prefix) :]
            return rest[:-1] if rest.endswith("/") and rest.count("/") == 1 else rest
    return url


def place(link: LinkData) -> str:
    """Where the target of `link` goes: ``""`` nowhere, ``"inline"`` behind the text, or ``"below"``."""
    if link.bare or not link.url:
        return ""
    if link.url.startswith("#") and not is_vague(link.text):
        return ""
    shown = short_url(link.url)
    if link.text.strip() in {shown, link.url}:
        return ""
    if is_vague(link.text) or len(shown) <= _SHORT:
        return "inline"
    return "below"


def target_span(link: LinkData, index: int, *, whole: bool) -> Span:
    """The URL of `link`, whole or without its scheme, with its place in the source."""
    text = link.url if whole else short_url(link.url)
    start, end = link.start, link.end
    if end - start == len(link.url):
        skip = link.url.find(text)
        start, end = start + skip, start + skip + len(text)
    return Span(text, "url", start, end, index)
