"""All documents together: drafts of entries become a library with ids, merged duplicates, resolved links and a tree.

`compose` takes pages as they were read, whenever that was, and changes none of them. It is the one place where documents have
a say in one another; everything else about an entry follows from its own document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from faqtui.host.garbage import not_collected
from faqtui.model import Category, CategoryNode, Diagnostic, Document, Entry, Introduction, Library
from faqtui.parsing import identity
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.joined import joined
from faqtui.parsing.kinds import kind_of
from faqtui.parsing.links import Targets
from faqtui.parsing.pages import read_page
from faqtui.parsing.tree.arrange import arrange, as_introductions


@dataclass(slots=True)
class Item:
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
            kind=kind_of(draft.question),
            tags=draft.tags,
            links=links,
            code_blocks=said.code_blocks,
            also_at=tuple([copy.source for copy in self.copies]),
            answer_text=said.answer_text,
            text_lines=said.text_lines,
        )


@dataclass(slots=True)
class Composed:
    """A library, its entries not made yet."""

    title: str
    items: list[Item]
    categories: tuple[CategoryNode, ...]
    diagnostics: tuple[Diagnostic, ...]
    aliases: dict[str, tuple[str, ...]]
    introduction: Introduction | None

    def library(self) -> Library:
        """The library with all its entries."""
        entries = tuple([item.entry() for item in self.items])
        return Library(self.title, entries, self.categories, self.diagnostics, self.aliases, self.introduction)


def build(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> Library:
    """The library of these documents."""
    with not_collected():
        pages = _read(documents, progress)
        for number in answers_to_titles(pages):
            pages[number] = read_page(documents[number], whole=True)
        return compose(pages).library()


def _read(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> list[ReadPage]:
    """Each document by itself."""
    if progress is None:
        return [read_page(document) for document in documents]
    total = sum(document.text.count("\n") + 1 for document in documents)
    progress = _seldom(progress, max(1, total // 100))
    pages: list[ReadPage] = []
    before = 0
    for document in documents:
        pages.append(read_page(document, partial(_tell, progress, before, total)))
        before += document.text.count("\n") + 1
        progress(before, total)
    return pages


def compose(pages: Sequence[ReadPage]) -> Composed:
    """The library of pages that were read, each as `answers_to_titles` has it."""
    pages = as_introductions(pages)
    tree = arrange(pages)
    diagnostics = [d for page in pages for d in page.diagnostics]
    items = _merge(zip(tree.drafts, tree.paths, strict=True), diagnostics)
    _name(items)
    ids, targets = {id(item.draft): item.id for item in items}, Targets(pages)
    _link(items, ids, targets)
    categories = [item.category for item in items]
    introductions = joined(tree.introductions, categories, ids, targets)
    diagnostics += targets.broken
    order = {page.path: number for number, page in enumerate(pages)}
    diagnostics.sort(key=lambda d: (order[d.path], d.line))
    aliases: dict[str, tuple[str, ...]] = {}
    for page in pages:
        aliases.update(page.aliases)
    nodes = tree.nodes(categories, introductions)
    return Composed(tree.title, items, nodes, tuple(diagnostics), aliases, introductions.get(()))


def _seldom(progress: Callable[[int, int], None], step: int) -> Callable[[int, int], None]:
    """Progress that is told at the start, after every so many lines, and at the end."""
    due = 0

    def seldom(done: int, total: int) -> None:
        nonlocal due
        if done >= due or done == total:
            due = done + step
            progress(done, total)

    return seldom


def _tell(progress: Callable[[int, int], None], before: int, total: int, line: int) -> None:
    progress(before + line, total)


def answers_to_titles(pages: Sequence[ReadPage]) -> Sequence[int]:
    """The numbers of the pages to be read as answers to their titles, where a directory evidently holds one question a file.

    That is so where most of its pages have text right under their only title and none but that title asks; where it does
    not ask either, few headings may stand below it.
    """
    content = [page for page in pages if page.drafts]
    if len(content) < 4:
        return ()
    small = [page for page in content if len(page.drafts) == 1 or _answers_its_title(page)]
    if len(small) < 0.7 * len(content):
        return ()
    if sum(1 for page in content if len(page.drafts) == 1 or _asks(page.title)) < 0.3 * len(content):
        return ()
    return [number for number, page in enumerate(pages) if len(page.drafts) > 1 and _answers_its_title(page)]


def _answers_its_title(page: ReadPage) -> bool:
    if not page.title or page.asking > 1:
        return False
    return _asks(page.title) or (page.subheadings <= 6 and len(page.drafts) <= 6)


def _asks(title: str) -> bool:
    return "?" in title or "\uff1f" in title


def _merge(drafts: Iterable[tuple[Draft, Category]], diagnostics: list[Diagnostic]) -> list[Item]:
    """One for each question and answer: a copy only adds its place."""
    asked: dict[str, Item] = {}
    # Answers are compared only where questions are the same: most need not even be at hand.
    answered: dict[str, dict[str, Item]] = {}
    kept: list[Item] = []
    for draft, category in drafts:
        question = identity.same_question(draft.question)
        item = Item(draft, category)
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
    return kept


def _where(other: Draft, here: Draft) -> str:
    place = other.source
    return f"at line {place.start_line}" if place.path == here.source.path else f"at {place.path}:{place.start_line}"


def _name(items: Sequence[Item]) -> None:
    """The slug of each question; namesakes all get what tells their answers apart, so that no neighbour changes an id."""
    slugs = [identity.slug(item.draft.question) for item in items]
    count = Counter(slugs)
    used: dict[str, int] = {}
    for slug, item in zip(slugs, items, strict=True):
        name = slug
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


def _link(items: Sequence[Item], ids: Mapping[int, str], targets: Targets) -> None:
    """Find where links lead; `ids` are those of the entries that drafts became."""
    for item in items:
        for link in item.draft.inward:
            target = targets.resolve(link, item.draft)
            found = ids.get(id(target)) if target is not None else None
            if found is not None:
                item.targets[link.number] = found
