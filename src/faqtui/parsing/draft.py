"""What reading one document gives: drafts of its entries, and the page that they stand on.

Nothing here is changed once it is made, and all of it follows from the document alone: what other documents make of it (an
id, a category, copies, where links lead) is worked out anew whenever one of them changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from faqtui.letters import ASKS
from faqtui.model import Category, CodeBlock, Diagnostic, Kind, Link, Source
from faqtui.parsing.front_matter import FrontMatter
from faqtui.parsing.whole_pages import Shape, names_several
from faqtui.records import NamedTuple


class Inward(NamedTuple):
    """A link without a scheme, the `number`-th of its answer: it may lead to an entry.

    `is_looked_up` says that a generator of sites is told to look for its file, wherever that is.
    """

    number: int
    url: str
    is_looked_up: bool = False


class Body(NamedTuple):
    """What a draft says, which other documents need to know only where they say the same; see `faqtui.model.Entry`.

    `lines` has for each line of the answer as written the line of the document, from 1.
    """

    question_markdown: str
    answer: str
    links: tuple[Link, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    answer_text: str = ""
    text_lines: tuple[int, ...] = ()
    lines: Sequence[int] = ()


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """An entry before it is compared with the others; without a question it is text of its page or of a category.

    `titles` are the headings it stands under, in plain text. `body` may be made when it is first asked for. `slug` is that of
    the question (`faqtui.parsing.identity`).
    """

    question: str
    source: Source
    titles: Category
    tags: tuple[str, ...]
    kind: Kind | None
    inward: tuple[Inward, ...]
    body: Body | Callable[[], Body]
    slug: str = ""

    @property
    def said(self) -> Body:
        """What it says."""
        body = self.body
        if not isinstance(body, Body):
            self.body = body = body()
        return body

    @property
    def answer(self) -> str:
        """The answer as Markdown."""
        return self.said.answer

    @property
    def answer_text(self) -> str:
        """The answer as plain text."""
        return self.said.answer_text

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the answer, where they lead not known yet."""
        return self.said.links

    @property
    def code_blocks(self) -> tuple[CodeBlock, ...]:
        """The code blocks of the answer."""
        return self.said.code_blocks

    def line_of(self, text: str) -> int:
        """The first line of the document, from 1, on which the answer has a text; that of the question where none has.

        `text` is all on one line.
        """
        said = self.said
        place = said.answer.find(text)
        number = said.answer.count("\n", 0, place) if place >= 0 else len(said.lines)
        return said.lines[number] if number < len(said.lines) else self.source.start_line


@dataclass(slots=True, eq=False, repr=False)
class ReadPage:
    """A document with what was found in it: `drafts` of entries, and `introductions`, which are drafts without a question.

    `headings` are (text, line from 1) for links into the page, `explicit` are the anchors that it names itself.
    `asking` and `sections` are as in `Shape`. `first` is its shape as it was read first, where it has been read once more, as
    the answer to its title.
    """

    path: str
    root: int
    title: str
    matter: FrontMatter
    drafts: Sequence[Draft] = ()
    introductions: Sequence[Draft] = ()
    diagnostics: Sequence[Diagnostic] = ()
    headings: Sequence[tuple[str, int]] = ()
    explicit: dict[str, int] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sections: Sequence[str] = ()
    asking: int = 0
    is_metadata: bool = False
    first: Shape | None = None

    @property
    def all_drafts(self) -> Sequence[Draft]:
        """The drafts of entries, then the introductions."""
        return (*self.drafts, *self.introductions) if self.introductions else self.drafts

    @property
    def shape(self) -> Shape:
        """Its shape as it was read first."""
        if self.first is not None:
            return self.first
        # Of several that all ask the first is no title of the others.
        several = len(self.drafts) > 1 and not self.sections
        first = self.headings[0][0] if self.headings else ""
        title = self.title or ("" if several else first)
        if first != title and first.endswith(ASKS) and all(draft.question != first for draft in self.drafts):
            title = first  # above all that is asked: front matter may call the page by a word
        introduced = bool(self.introductions) and any(not draft.titles for draft in self.introductions)
        beside = len(self.drafts) > 1 and len({draft.titles for draft in self.drafts}) == 1
        flat = beside and not self.title and self.drafts[0].question == title
        return Shape(
            title, len(self.drafts), self.asking, tuple(self.sections), introduced, flat, names_several(self.path)
        )
