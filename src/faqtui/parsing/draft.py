"""What reading one document gives: drafts of its entries, and the page that they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from faqtui.model import Category, CodeBlock, Diagnostic, Document, Link, Source
from faqtui.parsing.front_matter import FrontMatter


@dataclass(slots=True)
class Draft:
    """An entry before it is compared with the others: see `faqtui.model.Entry` for its fields.

    `titles` are the headings it stands under, in plain text; `category` is set when the tree is made.
    """

    question: str
    question_markdown: str
    answer: str
    source: Source
    titles: Category
    tags: tuple[str, ...] = ()
    links: list[Link] = field(default_factory=list)
    code_blocks: list[CodeBlock] = field(default_factory=list)
    answer_text: str = ""
    text_lines: tuple[int, ...] = ()
    category: Category = ()


@dataclass(slots=True)
class ReadPage:
    """A document with what was found in it. `anchors` are headings as (text, line from 1) for links into the page."""

    document: Document
    title: str
    matter: FrontMatter
    drafts: list[Draft]
    diagnostics: list[Diagnostic]
    headings: list[tuple[str, int]] = field(default_factory=list)
    explicit: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subheadings: int = 0
    asking: int = 0
    is_metadata: bool = False
