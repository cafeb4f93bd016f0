"""Pages as they were read, as records of a saved library: a document that did not change is not read again.

A page and its drafts follow from their document alone (`faqtui.parsing.draft`). What is large of a draft, its body, is a record
of its own and decoded where somebody asks for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from faqtui.errors import ContentError
from faqtui.host.digests import SIZE
from faqtui.host.garbage import release
from faqtui.host.jsons import dumped, loaded
from faqtui.host.rawfiles import RawFile
from faqtui.host.sections import Records
from faqtui.model import Category, CodeBlock, Diagnostic, Link, MadeAtOnce, Severity, Source
from faqtui.parsing.draft import Body, Draft, Inward, ReadPage
from faqtui.parsing.front_matter import NONE, FrontMatter
from faqtui.parsing.identity import slug
from faqtui.parsing.tree.arrange import Tree
from faqtui.parsing.whole_pages import Shape
from faqtui.records import NamedTuple
from faqtui.saved.library import KINDS, USUAL_DRAFT, StoredLibrary, cleaned

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex

TOGETHER = 1000
"""Records decoded in one go. No other thread runs meanwhile, and no key should wait longer than some milliseconds."""

NEW = -1
"""The number of a page, and the position of an entry, that was not there before."""


class KeptPage(NamedTuple):
    """A page, the digest of its document's content, and its number among pages that were saved before; -1 for a new one."""

    page: ReadPage
    digest: bytes
    number: int = -1


class Unread(NamedTuple):
    """A document that is no text: the digest of its content, and what is wrong."""

    path: str
    root: int
    digest: bytes
    error: ContentError


class StoredPages:
    """The pages of a saved library, by path and content of their documents, and what has become of them."""

    def __init__(self, stored: StoredLibrary) -> None:
        """Decodes what is to be known of every page to compare it with others. Raises ValueError where that does not go."""
        found = stored.sections
        self.stored = stored
        self._clean = stored.clean
        self.drafts = found.records("drafts")
        self.bodies = found.records("bodies")
        self.diagnostics = found.records("diagnostics")
        self.records = found.records("pages")
        self.ends = found.numbers("page drafts", "I")
        self._pages = list(self._decoded(self.records))
        self._drafts = list(self._decoded(self.drafts))
        self._paths = self._cleaned([path.decode("utf-8", "surrogatepass") for path in found.records("paths").all()])
        self._roots = found.numbers("roots", "I")
        digests = found.section("digests")
        self._numbers = {
            (path, root, digests[SIZE * number : SIZE * (number + 1)]): number
            for number, (path, root) in enumerate(zip(self._paths, self._roots, strict=True))
        }
        self._unread = {
            (path, root, bytes.fromhex(digest)): ContentError(path, reason, line)
            for path, root, digest, reason, line in found.facts["unread"]
        }
        order = found.numbers("order", "I")
        self._positions = array("i", [NEW]) * len(self._drafts)
        for position, number in enumerate(order):
            self._positions[number] = position
        self._categories = found.numbers("categories", "I")
        ids = found.section("ids").decode("utf-8", "surrogatepass").split("\n")
        self._slugs = [id_.partition("~")[0] for id_ in self._cleaned(ids)]

    @property
    def can_be_copied(self) -> bool:
        """Whether what was saved is as good as what is read anew."""
        return self._clean is None

    def forget(self) -> None:
        """Let go of what was decoded, little by little, when nothing is to be asked any more."""
        for several in (self._pages, self._drafts, self._paths, self._slugs):
            release(several)

    def find(self, file: RawFile) -> int:
        """The number of the page that a file with this content became at this path; NEW where none did."""
        return self._numbers.get((file.path, file.root, file.digest), NEW)

    def unread(self, file: RawFile) -> ContentError | None:
        """What is wrong with a file that is no text."""
        return self._unread.get((file.path, file.root, file.digest))

    def page(self, number: int) -> ReadPage:
        """A page as it was read."""
        data: list[Any] = self._pages[number]
        title, headings, sections, asking, texts, about, explicit, aliases, topics, is_metadata, first = (
            *data,
            *_USUAL[len(data) :],
        )
        path = self._paths[number]
        drafts = [self._draft(path, place) for place in range(self.first_draft(number), self.ends[number])]
        introductions = drafts[len(drafts) - texts :]
        del drafts[len(drafts) - texts :]
        return ReadPage(
            path,
            self._roots[number],
            drafts[0].question if title is None else title,
            FrontMatter(about) if about else NONE,
            drafts,
            introductions,
            MadeAtOnce(partial(self._diagnostics, number, path)),
            MadeAtOnce(partial(_headings, headings, drafts)),
            explicit or {},
            _mapping(aliases),
            _mapping(topics),
            tuple(sections),
            asking,
            is_metadata,
            Shape(first[0], first[1], first[2], tuple(first[3]), first[4], first[5], first[6]) if first else None,
        )

    def first_draft(self, number: int) -> int:
        """The number of the first draft of a page, among those of all pages; its introductions are the last."""
        return self.ends[number - 1] if number else 0

    def positions(self, number: int) -> Sequence[int]:
        """The positions of the entries that the drafts of a page became; NEW for a copy of another, and for introductions."""
        return self._positions[self.first_draft(number) : self.ends[number]]

    def category(self, position: int) -> Category:
        """The category of the entry at a position."""
        found: Category = self.stored.library.categories[self._categories[position]].path
        return found

    def tree(self, outline: str, drafts: Sequence[Draft]) -> Tree | None:
        """The tree that came of this outline, of the drafts that there are now; None where it came of another one."""
        found = self.stored.sections
        if not outline or found.facts["outline"] != outline:
            return None
        title, last, texts, told = self._cleaned(loaded(found.section("tree")))
        paths = [tuple(path) for path in told]
        return Tree(
            title,
            [drafts[number] for number in found.numbers("tree drafts", "I")],
            [paths[number] for number in found.numbers("tree paths", "I")],
            [(drafts[number], paths[path]) for number, path in texts],
            last=tuple(last),
        )

    def index(self) -> SearchIndex | None:
        """The index of these entries, where there is one."""
        return self.stored.index()

    def _draft(self, path: str, number: int) -> Draft:
        data: list[Any] = self._drafts[number]
        question, start, end, kind, titles, tags, inward = (*data, *USUAL_DRAFT[len(data) :])
        return Draft(
            question,
            Source(path, start, end),
            tuple(titles),
            tuple(tags),
            KINDS[kind],
            tuple([Inward(*link) for link in inward]) if inward else (),
            partial(self._body, number, question),
            self._slug(number, question),
        )

    def _slug(self, number: int, question: str) -> str:
        """The slug of a draft: what its id begins with or, where it is no entry, made now."""
        position = self._positions[number]
        if position != NEW:
            found: str = self._slugs[position]
            return found
        return slug(question) if question else ""

    def _body(self, number: int, question: str) -> Body:
        markdown, answer, links, blocks, text, places, lines = self._cleaned(loaded(self.bodies[number]))
        return Body(
            question if markdown is None else markdown,
            answer,
            tuple([Link(*link) for link in links]),
            tuple([CodeBlock(*block) for block in blocks]),
            text,
            tuple(places),
            range(*lines[0]) if lines and isinstance(lines[0], list) else lines,
        )

    def _diagnostics(self, number: int, path: str) -> list[Diagnostic]:
        record = self.diagnostics[number]
        data = self._cleaned(loaded(record)) if record else []
        return [Diagnostic(code, Severity(severity), message, path, line) for code, severity, message, line in data]

    def _decoded(self, records: Records) -> Iterator[Any]:
        for begin in range(0, len(records), TOGETHER):
            several = records.together(begin, min(begin + TOGETHER, len(records)))
            yield from self._cleaned(loaded(b"[%b]" % several[:-1]))

    def _cleaned(self, data: Any) -> Any:
        return data if self._clean is None else cleaned(data, self._clean)


def _mapping(data: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in data.items()} if data else {}


def _headings(data: list[Any], drafts: Sequence[Draft]) -> list[tuple[str, int]]:
    """Headings as they were, where a line alone stands for a draft's question on it."""
    questions = {draft.source.start_line: draft.question for draft in drafts}
    return [(questions[each], each) if isinstance(each, int) else (each[0], each[1]) for each in data]


def page_record(page: ReadPage) -> bytes:
    """A page without its drafts and diagnostics. What most pages have in common is left out at the end."""
    asked = {(draft.question, draft.source.start_line) for draft in page.drafts}
    first = page.drafts[0].question if page.drafts else None
    return _record(
        [
            None if page.title == first else page.title,
            [line if (text, line) in asked else [text, line] for text, line in page.headings],
            page.sections,
            page.asking,
            len(page.introductions),
            page.matter.data,
            page.explicit,
            page.aliases,
            page.topics,
            page.is_metadata,
            page.first,
        ],
        _USUAL,
    )


_USUAL: tuple[Any, ...] = (None, (), (), 0, 0, {}, {}, {}, {}, False, None)


def draft_record(draft: Draft) -> bytes:
    """What is to be known of a draft to compare it with others."""
    source, kind = draft.source, KINDS.index(draft.kind)
    return _record(
        [draft.question, source.start_line, source.end_line, kind, draft.titles, draft.tags, draft.inward], USUAL_DRAFT
    )


def _record(values: list[Any], usual: Sequence[Any]) -> bytes:
    """Values as a record, those left out at the end that are as usual; a comma follows, so that many make one list."""
    while values and values[-1] == usual[len(values) - 1]:
        values.pop()
    return dumped(values) + b","


def body_record(draft: Draft) -> bytes:
    """What a draft says."""
    said = draft.said
    lines = said.lines
    return dumped(
        [
            None if said.question_markdown == draft.question else said.question_markdown,
            said.answer,
            [[link.text, link.url] for link in said.links],
            said.code_blocks,
            said.answer_text,
            said.text_lines,
            [[lines.start, lines.stop]] if isinstance(lines, range) else lines,
        ]
    )


def diagnostics_record(found: Sequence[Diagnostic]) -> bytes:
    """What is wrong with a document by itself; nothing where nothing is."""
    return dumped([[d.code, d.severity, d.message, d.line] for d in found]) if found else b""
