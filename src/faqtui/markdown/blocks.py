"""What a scan of Markdown consists of: blocks, list items, link reference definitions.

Finding them is `faqtui.markdown.scan`'s business.
"""

from __future__ import annotations

# Positional arguments below: these two are made by the hundred thousand, and keywords cost a fifth more.


class Item:
    """A list item: its lines, the columns its content is indented by, its number or bullet."""

    __slots__ = ("depth", "end", "indent", "marker", "number", "parent", "start")

    def __init__(  # noqa: PLR0917
        self, start: int, indent: int, marker: str, number: int | None, depth: int, parent: Item | None
    ) -> None:
        self.start = start
        self.end = start + 1
        self.indent = indent
        self.marker = marker
        self.number = number
        self.depth = depth
        self.parent = parent


class Block:
    """A leaf block: lines `start` to `end` (from 0, the end excluded) of a document's body.

    `kind` is ``heading``, ``paragraph``, ``table``, ``fence``, ``code`` (indented), ``html``, ``comment``, ``raw``
    (script, style, pre), ``rule``, ``definition``, ``directive`` (a line that opens or closes a container),
    ``import`` (MDX) or ``rest`` (after very many blocks: lines of which no structure is known). `text` is its content
    without the prefixes of its containers and its own markup; `level` is a heading's; `info` a fence's or directive's;
    `depth` the number of containers around it, `item` the innermost list item; `quoted` whether a quotation is among
    them; `closed` whether a fence was closed.
    """

    __slots__ = ("closed", "depth", "end", "info", "item", "kind", "level", "marker", "quoted", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str, depth: int, item: Item | None, quoted: bool) -> None:  # noqa: PLR0917
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.depth = depth
        self.item = item
        self.quoted = quoted
        self.level = 0
        self.info = ""
        self.marker = ""
        self.closed = True


class LinkDefinition:
    """A link reference definition: its label as written, its target, the lines it stands on."""

    __slots__ = ("label", "start", "text", "url")

    def __init__(self, label: str, url: str, text: str, start: int) -> None:
        self.label = label
        self.url = url
        self.text = text
        self.start = start


def normalize_label(label: str) -> str:
    """A reference label as CommonMark compares it: case folded, white space collapsed."""
    return " ".join(label.split()).casefold()
