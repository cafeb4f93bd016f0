"""What the answer pane shows, as far as it can be copied, followed and edited: an entry's answer, or a category's own text."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.model import CodeBlock, Entry, Introduction, Link, Source
from faqtui.records import NamedTuple


class Shown(NamedTuple):
    """Markdown under a title. `what` it is called where it is spoken of: "answer" or "text"; `source` is where it begins."""

    what: str
    title: str
    markdown: str
    links: Sequence[Link]
    code_blocks: Sequence[CodeBlock]
    source: Source


def shown_entry(entry: Entry) -> Shown:
    """An entry, read."""
    return Shown("answer", entry.question_markdown, entry.answer, entry.links, entry.code_blocks, entry.source)


def shown_text(title: str, own: Introduction) -> Shown:
    """What a category or a library with this title says by itself."""
    return Shown("text", title, own.text, own.links, own.code_blocks, own.sources[0])
