"""Components of MDX in an answer, by what they are for: notes, folds, tabs, or any other with a title, a target, an image.

Their names are those that documentation sites use (Docusaurus, Mintlify, Fumadocs, Nextra, Starlight); any other name is
reduced to what its attributes and its content say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.markdown.tags import Tag, target, words
from faqtui.render.nodes import Span

if TYPE_CHECKING:
    from faqtui.render.markup.places import SourceMap

NOTES = frozenset(
    (
        *("note", "info", "tip", "hint", "important", "warning", "caution", "danger", "error", "success", "check"),
        *("admonition", "callout", "alert", "aside"),
    )
)
"""Components that are notes: of the kind that they are named for, or that an attribute names."""

_UNNAMED = frozenset(("admonition", "callout", "alert", "aside"))
_KINDS = ("type", "variant", "kind", "intent", "severity", "status")

FOLDS = frozenset(
    (
        *("accordion", "accordionitem", "accordion-item", "collapse", "collapsible", "collapsiblesection"),
        *("expand", "expandable", "expander", "faqitem", "faq-item", "toggle", "dropdown"),
    )
)
"""Components that fold where they have a title."""

TABS = frozenset(("tab", "tabitem"))
"""Components that are one of several tabs."""

FRAMED = NOTES | FOLDS | TABS
"""Components that become a block of their own."""


def kind(tag: Tag, text: str, places: SourceMap) -> Span:
    """The kind of a note, and where it is written in its tag, which is `text`."""
    if tag.name not in _UNNAMED:
        return Span(tag.name, "", places(1), places.end(1 + len(tag.name)))
    named = next((tag.attributes[key] for key in _KINDS if tag.attributes.get(key, "").isalpha()), "")
    return _found(named, text, places) if named else Span("note")


def title(tag: Tag, text: str, places: SourceMap) -> Span | None:
    """What the attributes of a component say, and where it is written in its tag; None where they say nothing."""
    said = words(tag.attributes)
    if not said and tag.name in TABS:
        said = tag.attributes.get("value") or tag.attributes.get("name") or "Tab"
    return _found(said, text, places) if said else None


def leads_to(tag: Tag) -> str:
    """The URL that a component leads to; empty where it leads nowhere."""
    return target(tag.attributes).strip()


def is_image(tag: Tag) -> bool:
    """Whether a component shows the image that its ``src`` names."""
    return bool(tag.attributes.get("src")) and tag.name.endswith(("image", "img"))


def _found(said: str, text: str, places: SourceMap) -> Span:
    place = text.rfind(said)
    return Span(said, "", places(place), places.end(place + len(said))) if place >= 0 else Span(said)
