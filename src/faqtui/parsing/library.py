"""All documents together: drafts of entries become a library with ids, merged duplicates, resolved links and a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from faqtui.host.garbage import not_collected
from faqtui.model import Diagnostic, Document, Entry, Library, Source
from faqtui.parsing import identity
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.kinds import kind_of
from faqtui.parsing.links import Targets
from faqtui.parsing.pages import read_page
from faqtui.parsing.tree.arrange import arrange


@dataclass(slots=True)
class _Merged:
    """A draft that stands for all its copies."""

    draft: Draft
    also_at: list[Source]


def build(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> Library:
    """The library of these documents."""
    with not_collected():
        return _build(documents, progress)


def _build(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> Library:
    total = sum(document.text.count("\n") + 1 for document in documents)
    progress = _seldom(progress, max(1, total // 100)) if progress is not None else None
    pages: list[ReadPage] = []
    before = 0
    for document in documents:
        tell = partial(_tell, progress, before, total) if progress is not None else None
        pages.append(read_page(document, tell))
        before += document.text.count("\n") + 1
        if progress is not None:
            progress(before, total)
    _answer_titles(pages)
    tree = arrange(pages)
    diagnostics = [d for page in pages for d in page.diagnostics]
    merged = _merge(tree.drafts, diagnostics)
    ids = _ids([m.draft for m in merged])
    by_draft = {id(m.draft): made for m, made in zip(merged, ids, strict=True)}
    targets = Targets(pages, by_draft)
    entries = []
    for item, made in zip(merged, ids, strict=True):
        draft = item.draft
        entries.append(
            Entry(
                id=made,
                question=draft.question,
                question_markdown=draft.question_markdown,
                answer=draft.answer,
                category=draft.category,
                source=draft.source,
                kind=kind_of(draft.question),
                tags=draft.tags,
                links=tuple(targets.resolve(link, draft) for link in draft.links),
                code_blocks=tuple(draft.code_blocks),
                also_at=tuple(item.also_at),
                answer_text=draft.answer_text,
                text_lines=draft.text_lines,
            )
        )
    diagnostics += targets.broken
    order = {document.path: number for number, document in enumerate(documents)}
    diagnostics.sort(key=lambda d: (order[d.path], d.line))
    categories = tree.categories([e.category for e in entries])
    aliases: dict[str, tuple[str, ...]] = {}
    for page in pages:
        aliases.update(page.aliases)
    return Library(tree.title, tuple(entries), categories, tuple(diagnostics), aliases)


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


def _answer_titles(pages: list[ReadPage]) -> None:
    """Read pages again as answers to their titles, where a directory evidently holds one question a file.

    That is so where most of its pages have text right under their only title and none but that title asks; where it does
    not ask either, few headings may stand below it.
    """
    content = [page for page in pages if page.drafts]
    if len(content) < 4:
        return
    small = [page for page in content if len(page.drafts) == 1 or _answers_its_title(page)]
    if len(small) < 0.7 * len(content):
        return
    if sum(1 for page in content if len(page.drafts) == 1 or _asks(page.title)) < 0.3 * len(content):
        return
    for number, page in enumerate(pages):
        if len(page.drafts) > 1 and _answers_its_title(page):
            pages[number] = read_page(page.document, whole=True)


def _answers_its_title(page: ReadPage) -> bool:
    if not page.title or page.asking > 1:
        return False
    return _asks(page.title) or (page.subheadings <= 6 and len(page.drafts) <= 6)


def _asks(title: str) -> bool:
    return "?" in title or "\uff1f" in title


def _merge(drafts: Sequence[Draft], diagnostics: list[Diagnostic]) -> list[_Merged]:
    """One for each question and answer: a copy only adds its place."""
    seen: dict[tuple[str, str], _Merged] = {}
    questions: dict[str, Draft] = {}
    kept: list[_Merged] = []
    for draft in drafts:
        question = identity.same_question(draft.question)
        same = (question, identity.same_answer(draft.answer))
        first = seen.get(same)
        if first is not None:
            first.also_at.append(draft.source)
            place = first.draft.source
            detail = _where(place, draft.source)
            diagnostics.append(
                diagnostic(
                    "duplicate-question",
                    draft.source.path,
                    draft.source.start_line,
                    f"the same question and answer as {detail}",
                )
            )
            continue
        other = questions.setdefault(question, draft)
        if other is not draft:
            diagnostics.append(
                diagnostic(
                    "same-title",
                    draft.source.path,
                    draft.source.start_line,
                    f"another answer to the question {_where(other.source, draft.source)}",
                )
            )
        seen[same] = item = _Merged(draft, [])
        kept.append(item)
    return kept


def _where(place: Source, here: Source) -> str:
    return f"at line {place.start_line}" if place.path == here.path else f"at {place.path}:{place.start_line}"


def _ids(drafts: Sequence[Draft]) -> list[str]:
    """The slug of each question; namesakes all get what tells their answers apart, so that no neighbour changes an id."""
    slugs = [identity.slug(draft.question) for draft in drafts]
    count: dict[str, int] = {}
    for slug in slugs:
        count[slug] = count.get(slug, 0) + 1
    made: list[str] = []
    used: dict[str, int] = {}
    for slug, draft in zip(slugs, drafts, strict=True):
        name = slug
        if count[slug] > 1:
            name = f"{slug}~{identity.fingerprint(draft.answer)}"
            if name in used:
                # The same slug and the same answer under questions that differ in punctuation only.
                name = f"{slug}~{identity.fingerprint(draft.question + chr(0) + draft.answer)}"
            while name in used:
                used[name] += 1
                name = f"{name}{used[name]}"
        used[name] = 1
        made.append(name)
    return made
