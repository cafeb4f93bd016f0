"""A library as the file that is kept of it: what its documents say, copied where it was kept before, and what came of it.

The sections are read by `faqtui.saved.library` and `faqtui.saved.pages`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from faqtui.host.jsons import dumped
from faqtui.host.sections import Packing, Records
from faqtui.model import Category, Introduction
from faqtui.parsing.composing import Composed
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.tree.arrange import Tree
from faqtui.saved.library import ARRAYS, FORMAT, StoredLibrary
from faqtui.saved.pages import KeptPage, StoredPages, Unread, body_record, diagnostics_record, draft_record, page_record
from faqtui.search.index import SearchIndex


def pieces(
    composed: Composed,
    kept: Sequence[KeptPage],
    before: StoredPages | None = None,
    *,
    unread: Sequence[Unread] = (),
    index: SearchIndex | None = None,
    blocks: Callable[[str], bytes] | None = None,
) -> list[bytes]:
    """What the file consists of; `kept` are the pages that were composed, in their order.

    Records of pages that were saved `before` are copied. With `blocks` there is a record beside each answer: what it is laid
    out from.
    """
    packing = Packing()
    _add_pages(packing, kept, before)
    numbers = {id(draft): number for number, draft in enumerate(composed.drafts)}
    _add_items(packing, composed, numbers)
    _add_tree(packing, composed.tree, numbers)
    if blocks is not None:
        records = [b""] * len(numbers)
        for item in composed.items:
            records[numbers[id(item.draft)]] = blocks(item.draft.answer)
        packing.add_records("blocks", records)
    if index is not None:
        _add_index(packing, index)
    facts = {
        "title": composed.tree.title,
        "outline": composed.outline,
        "categories": [[node.path, node.count, _introduction(node.introduction)] for node in composed.categories],
        "introduction": _introduction(composed.introduction),
        "aliases": composed.aliases,
        "index_categories": index.categories if index is not None else [],
        "unread": [[own.path, own.root, own.digest.hex(), own.error.reason, own.error.line] for own in unread],
        "introducing": sorted(composed.introducing),
    }
    return packing.pieces(FORMAT, facts)


def completed(
    stored: StoredLibrary, index: SearchIndex | None, blocks: Callable[[str], bytes] | None = None
) -> list[bytes]:
    """The file of a library that was saved without its index, with it, and with `blocks` as in `pieces`."""
    packing = Packing()
    found = stored.sections
    for name in found.names():
        packing.add(name, found.section(name))
    if index is not None:
        _add_index(packing, index)
    if blocks is not None:
        records = [b""] * len(found.records("drafts"))
        for entry, number in zip(stored.library.entries, found.numbers("order", "I"), strict=True):
            records[number] = blocks(entry.answer)
        packing.add_records("blocks", records)
    return packing.pieces(FORMAT, {**found.facts, "index_categories": index.categories if index is not None else []})


def index_pieces(index: SearchIndex) -> list[bytes]:
    """What the file of an index alone consists of."""
    packing = Packing()
    _add_index(packing, index)
    return packing.pieces(FORMAT, {"index_categories": index.categories})


def _add_index(packing: Packing, index: SearchIndex) -> None:
    packing.add("terms", "\n".join(index.terms).encode("utf-8", "surrogatepass"))
    for name, code in ARRAYS.items():
        packing.add_numbers(name, code, getattr(index, name))


def _add_pages(packing: Packing, kept: Sequence[KeptPage], before: StoredPages | None) -> None:
    """What follows from each document alone."""
    runs = list(_runs(kept))

    def of_pages(old: Records | None, made: Callable[[ReadPage], bytes]) -> Iterator[bytes | tuple[Records, int, int]]:
        for start, stop in runs:
            if (first := kept[start].number) >= 0 and old is not None:
                yield old, first, first + stop - start
            else:
                yield from (made(own.page) for own in kept[start:stop])

    def of_drafts(old: Records | None, made: Callable[[Draft], bytes]) -> Iterator[bytes | tuple[Records, int, int]]:
        for start, stop in runs:
            if (first := kept[start].number) >= 0 and old is not None and before is not None:
                yield old, before.first_draft(first), before.ends[first + stop - start - 1]
            else:
                yield from (made(draft) for own in kept[start:stop] for draft in own.page.all_drafts)

    old = before
    packing.add_records("pages", of_pages(old.records if old else None, page_record))
    found = of_pages(old.diagnostics if old else None, lambda page: diagnostics_record(page.diagnostics))
    packing.add_records("diagnostics", found)
    packing.add_records("paths", [own.page.path.encode("utf-8", "surrogatepass") for own in kept])
    packing.add_numbers("roots", "I", [own.page.root for own in kept])
    packing.add("digests", b"".join([own.digest for own in kept]))
    packing.add_numbers("page drafts", "I", list(accumulate([len(own.page.all_drafts) for own in kept])))
    packing.add_records("drafts", of_drafts(old.drafts if old else None, draft_record))
    packing.add_records("bodies", of_drafts(old.bodies if old else None, body_record))


def _runs(kept: Sequence[KeptPage]) -> Iterator[tuple[int, int]]:
    """The pages from which to before which can be copied in one go, or are all new."""
    start = 0
    for place in range(1, len(kept) + 1):
        if place < len(kept):
            number, last = kept[place].number, kept[place - 1].number
            if number == last + 1 if last >= 0 else number < 0:
                continue
        yield start, place
        start = place


def _add_items(packing: Packing, composed: Composed, numbers: dict[int, int]) -> None:
    """What came of all documents together; `numbers` are those of the drafts, by identity."""
    items = composed.items
    categories = {node.path: number for number, node in enumerate(composed.categories)}
    packing.add_numbers("order", "I", [numbers[id(item.draft)] for item in items])
    packing.add_records("ids", [item.id.encode("utf-8", "surrogatepass") + b"\n" for item in items])
    packing.add_numbers("categories", "I", [categories[item.category] for item in items])
    copies = [(place, numbers[id(copy)]) for place, item in enumerate(items) if item.copies for copy in item.copies]
    _add_columns(packing, "copy", ("entries", "drafts"), copies)
    positions = {item.id: place for place, item in enumerate(items)}
    targets = [
        (place, number, positions[to])
        for place, item in enumerate(items)
        if item.targets
        for number, to in sorted(item.targets.items())
    ]
    _add_columns(packing, "target", ("entries", "links", "ids"), targets)
    packing.add("across", dumped([[number, d.code, d.severity, d.message, d.line] for number, d in composed.across]))


def _add_tree(packing: Packing, tree: Tree, numbers: dict[int, int]) -> None:
    """The tree as it was arranged, copies of entries in it."""
    paths: dict[Category, int] = {}
    packing.add_numbers("tree drafts", "I", [numbers[id(draft)] for draft in tree.drafts])
    packing.add_numbers("tree paths", "I", [paths.setdefault(path, len(paths)) for path in tree.paths])
    texts = [[numbers[id(text)], paths.setdefault(path, len(paths))] for text, path in tree.introductions]
    packing.add("tree", dumped([tree.title, tree.last, texts, list(paths)]))


def _add_columns(packing: Packing, name: str, columns: Sequence[str], rows: Sequence[tuple[int, ...]]) -> None:
    for place, column in enumerate(columns):
        packing.add_numbers(f"{name} {column}", "I", array("I", [row[place] for row in rows]))


def _introduction(own: Introduction | None) -> list[object] | None:
    if own is None:
        return None
    return [own.text, own.sources, own.plain, own.links, own.code_blocks]
