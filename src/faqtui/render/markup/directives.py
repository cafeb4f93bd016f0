"""What a directive of MyST is shown as: an admonition, an image with its caption, something that folds, or its content alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from faqtui.render.nodes import NOWHERE, Admonition, Block, Details, Paragraph, Span

_GROUPS = frozenset(
    (
        *(
            "cards",
            "class",
            "column",
            "columns",
            "container",
            "contents",
            "div",
            "faq",
            "glossary",
            "grid",
            "list-table",
        ),
        *("margin", "open", "row", "tab-set", "tabs", "tabset", "zone"),
    )
)
"""Directives that only arrange what they hold."""

_WORDS = {
    "seealso": "see-also",
    "versionadded": "added-in-version",
    "versionchanged": "changed-in-version",
    "versionremoved": "removed-in-version",
    "deprecated": "deprecated-since-version",
}
"""What those are called whose name is no word."""

_LOOKS = frozenset(
    ("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning")
)

IMAGES = frozenset(("figure", "image"))
"""Directives whose argument is the address of an image."""


def shown(
    name: str, title: Sequence[Span], place: tuple[int, int], options: Mapping[str, str], blocks: list[Block]
) -> list[Block]:
    """The blocks for a directive called `name`, which stands at `place`, holds `blocks` and is no image."""
    if name in {"details", "dropdown"}:
        return [Details(list(title) or [Span("Details")], blocks)]
    if name in {"tab", "tab-item"}:
        return [Admonition("tab", (NOWHERE, NOWHERE), list(title), blocks)]
    if name in _GROUPS or name == "rubric":
        heading: list[Block] = (
            [Paragraph([span._replace(style=f"strong {span.style}".strip()) for span in title])] if title else []
        )
        return heading + blocks
    if name == "admonition":
        # It says what it looks like as a class.
        look = next((word for word in options.get("class", "").split() if word in _LOOKS), "note")
        return [Admonition(look, (NOWHERE, NOWHERE), list(title), blocks)]
    return [Admonition(_WORDS.get(name, name), place, list(title), blocks)]
