"""Components of MDX in an answer, by what they are for: notes, folds, tabs, or any other with a title, a target, an image.

Their names are those that documentation sites use (Docusaurus, Mintlify, Fumadocs, Nextra, Starlight); any other name is
reduced to what its attributes and its content say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.markdown.tags import Tag, safe, target, words
from faqtui.patterns import pattern
from faqtui.render.nodes import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

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

_ROW = pattern(r"\{[^{}]{1,400}\}")
_SAID = pattern(r"\b(label|value)[\"']?\s{0,9}:\s{0,9}(?:\"([^\"\n]*)\"|'([^'\n]*)')")

FRAMED = NOTES | FOLDS | TABS
"""Components that become a block of their own."""


def kind(tag: Tag, text: str, places: SourceMap) -> Span:
    """The kind of a note, and where it is written in its tag, which is `text`."""
    if tag.name not in _UNNAMED:
        return Span(tag.name, "", places(1), places.end(1 + len(tag.name)))
    named = next((tag.attributes[key] for key in _KINDS if tag.attributes.get(key, "").isalpha()), "")
    return _found(named, text, places) if named else Span("note")


def title(tag: Tag, text: str, places: SourceMap, named: Mapping[str, str] | None = None) -> Span | None:
    """What the attributes of a component say, and where it is written in its tag; None where they say nothing.

    `named` are titles of tabs that are not said by these themselves, as in `tab_names`.
    """
    said = words(tag.attributes)
    if not said and tag.name in TABS:
        said = tag.attributes.get("value") or tag.attributes.get("name") or "Tab"
        said = named.get(said, said) if named else said
    return _found(said, text, places) if said else None


def tab_names(text: str) -> dict[str, str]:
    """The titles of tabs by their values, where the tag around them has both: ``values={[{label: "macOS", value: "mac"}]}``."""
    found: dict[str, str] = {}
    for row in _ROW.findall(text):
        said = {name: one or other for name, one, other in _SAID.findall(row)}
        if "value" in said and said.get("label"):
            found[said["value"]] = safe(said["label"])
    return found


def leads_to(tag: Tag) -> str:
    """The URL that a component leads to; empty where it leads nowhere."""
    return target(tag.attributes).strip()


def is_image(tag: Tag) -> bool:
    """Whether a component shows the image that its ``src`` names."""
    return bool(tag.attributes.get("src")) and tag.name.endswith(("image", "img"))


def _found(said: str, text: str, places: SourceMap) -> Span:
    place = text.rfind(said)
    return Span(said, "", places(place), places.end(place + len(said))) if place >= 0 else Span(said)
