"""Link texts that do not say where a link leads: shown with the place behind them, and told of to whoever keeps the FAQ."""

from __future__ import annotations

# fmt: off
_VAGUE = frozenset(
    {
        "api", "article", "blog", "click here", "details", "doc", "docs", "document", "documentation",
        "documentation page", "documents", "example", "examples", "faq", "go here", "guide", "here", "image", "info",
        "information", "learn more", "link", "links", "more", "more details", "more info", "more information",
        "official docs", "official documentation", "official documentation page", "page", "post", "read more",
        "readme", "reference", "see", "see here", "see more", "site", "source", "the docs", "the documentation",
        "this", "this article", "this document", "this documentation", "this guide", "this link", "this page",
        "tutorial", "url", "website", "wiki",
    }
)
# fmt: on


def is_vague(text: str) -> bool:
    """Whether a link's text tells nothing of its target: ``Documentation``, ``here``."""
    return " ".join(text.casefold().split()).strip(" .:!,;()[]'\"") in _VAGUE
