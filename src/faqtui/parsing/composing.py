"""All documents together: drafts of entries become a library with ids, merged duplicates, resolved links and a tree.

`compose` takes pages as they were read, whenever that was, and changes none of them. It is the one place where documents have
a say in one another; everything else about an entry follows from its own document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from faqtui.model import Category, CategoryNode, Diagnostic, Entry, Introduction, Library, MadeAtOnce, MadeOnAccess
from faqtui.parsing import identity
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.joined import joined
from faqtui.parsing.links import Targets
from faqtui.parsing.telling import in_order
from faqtui.parsing.tree.arrange import Tree, arrange, as_introductions
from faqtui.parsing.tree.outline import outline
from faqtui.records import NamedTuple

KnownTree: TypeAlias = Callable[[str, Sequence[Draft]], "Tree | None"]
"""The tree of these drafts, if it is known what comes of this outline."""


@dataclass(slots=True, eq=False, repr=False)
class ComposedEntry:
    """An entry of the library: a draft that stands for all its copies, and what other documents have a say in.

    `targets` are the links that lead to another draft, by their number among those of the answer, with the id of its entry.
    """

    draft: Draft
    category: Category
    id: str = ""
    copies: list[Draft] = field(default_factory=list)
    targets: dict[int, str] = field(default_factory=dict)

    def entry(self) -> Entry:
        """The entry as everybody sees it."""
        draft, said = self.draft, self.draft.said
        links = said.links
        if self.targets:
            links = tuple([link._replace(entry=self.targets.get(number)) for number, link in enumerate(links)])
        return Entry(
            id=self.id,
            question=draft.question,
            question_markdown=said.question_markdown,
            answer=said.answer,
            category=self.category,
            source=draft.source,
            kind=draft.kind,
            tags=draft.tags,
            links=links,
            code_blocks=said.code_blocks,
            also_at=tuple([copy.source for copy in self.copies]),
            answer_text=said.answer_text,
            text_lines=said.text_lines,
        )


class Composed(NamedTuple):
    """A library, its entries not made yet.

    `drafts` are all drafts and introductions of the pages, in order; `tree` is what came of their `outline`.
    `across` are the diagnostics that concern several documents, each with the number of its page; `introducing` are the numbers
    of pages that only introduce their directory: the draft of such a one is the text that it became.
    """

    tree: Tree
    outline: str
    drafts: list[Draft]
    items: list[ComposedEntry]
    categories: tuple[CategoryNode, ...]
    pages: list[ReadPage]
    across: list[tuple[int, Diagnostic]]
    introducing: frozenset[int]
    aliases: dict[str, tuple[str, ...]]
    introduction: Introduction | None

    def library(self, *, at_once: bool = True) -> Library:
        """The library. Its entries and diagnostics are made now or, not `at_once`, whenever one asks for them."""
        entries: Sequence[Entry] = _ComposedEntries(self.items)
        diagnostics: Sequence[Diagnostic] = MadeAtOnce(self.diagnostics)
        if at_once:
            entries, diagnostics = tuple(entries), tuple(diagnostics)
        return Library(self.tree.title, entries, self.categories, diagnostics, self.aliases, self.introduction)

    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong in all documents."""
        return in_order((page.diagnostics for page in self.pages), self.across, self.introducing)


class _ComposedEntries(MadeOnAccess[Entry]):
    __slots__ = ("_items",)

    def __init__(self, items: Sequence[ComposedEntry]) -> None:
        self._items = items

    def _item(self, index: int) -> Entry:
        return self._items[index].entry()

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def compose(pages: list[ReadPage], known: KnownTree | None = None) -> Composed:
    """The library of pages that were read, as `faqtui.parsing.library.settle` leaves them.

    The tree is arranged unless it is `known`.
    """
    introducing = as_introductions(pages)
    arranged = [introducing.get(number, page) for number, page in enumerate(pages)]
    drafts = _all_drafts(pages, introducing)
    made_of = outline(arranged, [len(page.all_drafts) for page in pages])
    tree = (known(made_of, drafts) if known is not None else None) or arrange(arranged)
    diagnostics: list[Diagnostic] = []
    items = _merge(tree.drafts, tree.paths, diagnostics)
    _name(items)
    ids, targets = {id(item.draft): item.id for item in items}, Targets(arranged)
    _link(items, ids, targets)
    categories = [item.category for item in items]
    introductions = joined(tree.introductions, categories, ids, targets)
    diagnostics += targets.broken
    numbers = {page.path: number for number, page in enumerate(pages)}
    aliases: dict[str, tuple[str, ...]] = {}
    for page in pages:
        aliases.update(page.aliases)
    return Composed(
        tree,
        made_of,
        drafts,
        items,
        tree.nodes(categories, introductions),
        pages,
        [(numbers[found.path], found) for found in diagnostics],
        frozenset(number for number, page in introducing.items() if not page.drafts),
        aliases,
        introductions.get(()),
    )


def _all_drafts(pages: Sequence[ReadPage], introducing: Mapping[int, ReadPage]) -> list[Draft]:
    """The drafts and introductions of all pages, those that became texts as these."""
    drafts: list[Draft] = []
    for number, page in enumerate(pages):
        own = page.all_drafts
        if number in introducing and len(introducing[number].introductions) > len(page.introductions):
            told = introducing[number]
            is_last = bool(page.introductions) and told.introductions[0] is page.introductions[0]
            own = (told.introductions[-1], *own[1:]) if is_last else told.all_drafts
        drafts += own
    return drafts


def _merge(drafts: Sequence[Draft], paths: Sequence[Category], diagnostics: list[Diagnostic]) -> list[ComposedEntry]:
    """One for each question and answer: a copy only adds its place; one that is answered elsewhere alone is left out."""
    count = Counter([draft.slug for draft in drafts])
    told = {
        identity.same_question(draft.question)
        for draft in drafts
        if count[draft.slug] > 1 and not identity.is_wordless(draft.slug) and draft.answer.strip()
    }
    listed: list[tuple[str, Draft]] = []
    asked: dict[str, ComposedEntry] = {}
    # Answers are compared only where questions are the same: most need not even be at hand.
    answered: dict[str, dict[str, ComposedEntry]] = {}
    kept: list[ComposedEntry] = []
    for draft, category in zip(drafts, paths, strict=True):
        item = ComposedEntry(draft, category)
        if count[draft.slug] == 1 and not identity.is_wordless(draft.slug):  # no other question is the same
            kept.append(item)
            continue
        question = identity.same_question(draft.question)
        if question in told and not draft.answer.strip():
            listed.append((question, draft))
            continue
        first = asked.setdefault(question, item)
        if first is item:
            kept.append(item)
            continue
        known = answered.setdefault(question, {})
        if not known:
            known[identity.same_answer(first.draft.answer)] = first
        same = known.setdefault(identity.same_answer(draft.answer), item)
        if same is item:
            kept.append(item)
            code, message = "same-title", f"another answer to the question {_where(first.draft, draft)}"
        else:
            same.copies.append(draft)
            code, message = "duplicate-question", f"the same question and answer as {_where(same.draft, draft)}"
        diagnostics.append(diagnostic(code, draft.source.path, draft.source.start_line, message))
    for question, draft in listed:
        message = f"the question without its answer, {_where(asked[question].draft, draft)}"
        diagnostics.append(diagnostic("duplicate-question", draft.source.path, draft.source.start_line, message))
    return kept


def _where(other: Draft, here: Draft) -> str:
    place = other.source
    return f"at line {place.start_line}" if place.path == here.source.path else f"at {place.path}:{place.start_line}"


def _name(items: Sequence[ComposedEntry]) -> None:
    """The slug of each question; namesakes all get what tells their answers apart, so that no neighbour changes an id."""
    count = Counter([item.draft.slug for item in items])
    used: dict[str, int] = {}
    for item in items:
        name = slug = item.draft.slug
        if count[slug] > 1:
            answer = item.draft.answer
            name = f"{slug}~{identity.fingerprint(answer)}"
            if name in used:
                # The same slug and the same answer under questions that differ in punctuation only.
                name = f"{slug}~{identity.fingerprint(item.draft.question + chr(0) + answer)}"
            while name in used:
                used[name] += 1
                name = f"{name}{used[name]}"
        used[name] = 1
        item.id = name


def _link(items: Sequence[ComposedEntry], ids: Mapping[int, str], targets: Targets) -> None:
    """Find where links lead; `ids` are those of the entries that drafts became."""
    for item in items:
        for link in item.draft.inward:
            target = targets.resolve(link, item.draft)
            found = ids.get(id(target)) if target is not None else None
            if found is not None:
                item.targets[link.number] = found
