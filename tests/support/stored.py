"""Libraries in the file that a saved one is, whatever documents they could have come from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faqtui.host.jsons import dumped
from faqtui.model import Library
from faqtui.parsing.composing import Composed, ComposedEntry
from faqtui.parsing.draft import Body, Draft, Inward, ReadPage
from faqtui.parsing.front_matter import NONE
from faqtui.parsing.tree.arrange import Tree
from faqtui.saved import directory
from faqtui.saved.pages import KeptPage
from faqtui.saved.writing import pieces
from faqtui.search.index import SearchIndex


def save(
    path: Path, library: Library, *, blocks: Sequence[object] | None = None, index: SearchIndex | None = None
) -> None:
    """Save a library as if it had been made of documents; `blocks` has a value for each of its entries."""
    composed, kept = _made(library)
    values = iter(blocks or ())
    record = None if blocks is None else lambda _: dumped(next(values))
    directory.keep(path, pieces(composed, kept, index=index, blocks=record))


def _made(library: Library) -> tuple[Composed, list[KeptPage]]:
    """The pages that the library could have been composed of."""
    drafts: dict[str, list[Draft]] = {}
    items: list[ComposedEntry] = []
    for entry in library.entries:
        inward = tuple(Inward(number, link.url) for number, link in enumerate(entry.links) if link.entry)
        body = Body(
            entry.question_markdown,
            entry.answer,
            tuple(link._replace(entry=None) for link in entry.links),
            entry.code_blocks,
            entry.answer_text,
            entry.text_lines,
            range(entry.source.start_line + 1, entry.source.end_line + 1),
        )
        draft, *copies = (
            Draft(entry.question, source, (), entry.tags, entry.kind, inward, body)
            for source in (entry.source, *entry.also_at)
        )
        for each in (draft, *copies):
            drafts.setdefault(each.source.path, []).append(each)
        targets = {number: link.entry for number, link in enumerate(entry.links) if link.entry}
        items.append(ComposedEntry(draft, entry.category, entry.id, copies, targets))
    pages = [
        ReadPage(path, 0, "", NONE, own, diagnostics=[found for found in library.diagnostics if found.path == path])
        for path, own in drafts.items()
    ]
    every = [draft for page in pages for draft in page.drafts]
    composed = Composed(
        Tree(library.title, [item.draft for item in items], [item.category for item in items]),
        "",
        every,
        items,
        library.categories,
        pages,
        [],
        frozenset(),
        dict(library.aliases),
        library.introduction,
    )
    return composed, [KeptPage(page, bytes(16)) for page in pages]
