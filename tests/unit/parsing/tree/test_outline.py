"""The outline has all that a tree is made of, and nothing that changes without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from faqtui import sources
from faqtui.errors import ContentError
from faqtui.model import Document
from faqtui.parsing.composing import compose
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.library import read_pages, settle
from faqtui.parsing.pages import read_page
from faqtui.parsing.tree.arrange import Tree, arrange, as_introductions
from faqtui.parsing.tree.outline import outline
from support.changes import Folder

OF_PAGES = {"path", "root", "title", "matter", "topics", "is_metadata", "drafts", "introductions"}
OF_DRAFTS = {"question", "titles", "tags"}
OF_TEXTS = {"titles"}


class Seen:
    """Something of which only some parts may be looked at."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self.__dict__.update(parts)

    @classmethod
    def of(cls, thing: object, names: set[str], **others: object) -> Seen:
        return cls({name: getattr(thing, name) for name in names} | others)


def seen(page: ReadPage) -> Any:
    drafts = [Seen.of(draft, OF_DRAFTS) for draft in page.drafts]
    return Seen.of(
        page, OF_PAGES, drafts=drafts, introductions=[Seen.of(text, OF_TEXTS) for text in page.introductions]
    )


def read(path: Path) -> list[ReadPage]:
    documents: list[Document] = []
    for file in sources.read([str(path)])[0]:
        try:
            documents.append(sources.decode(file))
        except ContentError:
            continue
    pages = read_pages(documents, None)
    settle(pages, lambda number, whole: read_page(documents[number], whole=whole))
    return pages


def arranged(pages: Sequence[ReadPage]) -> list[ReadPage]:
    introducing = as_introductions(pages)
    return [introducing.get(number, page) for number, page in enumerate(pages)]


def shown(tree: Tree, pages: Sequence[Any]) -> object:
    drafts = [id(draft) for page in pages for draft in (*page.drafts, *page.introductions)]
    return (
        tree.title,
        [drafts.index(id(draft)) for draft in tree.drafts],
        list(tree.paths),
        [(drafts.index(id(text)), path) for text, path in tree.introductions],
        tree.last,
    )


@pytest.mark.parametrize("seed", range(30))
def test_a_tree_is_made_of_nothing_else(tmp_path: Path, seed: int) -> None:
    folder = Folder(tmp_path / "docs", Random(seed))
    for _ in range(4):
        pages = arranged(read(folder.path))
        if outline(pages, [0] * len(pages)):
            only = [seen(page) for page in pages]
            assert shown(arrange(only), only) == shown(arrange(pages), pages)
        folder.change()


def pages() -> list[ReadPage]:
    texts = [
        "# Guide\n\nAll of it.\n",
        "# Is it one?\n\nIt is.\n",
        "# Two\n\n## Is it two?\n\nIt is.\n\n## Is it not?\n\nNo.\n",
    ]
    return [read_page(Document(f"docs/{n}.md", text, 1)) for n, text in enumerate(texts)]


def test_it_is_the_same_whatever_answers_say_and_on_which_lines() -> None:
    before = compose(pages())
    after = pages()
    for page in after:
        for draft in page.drafts:
            draft.source = draft.source._replace(start_line=77)
            draft.body = draft.said._replace(answer="Otherwise.")
    assert before.outline
    assert compose(after).outline == before.outline


@pytest.mark.parametrize(
    "change",
    [
        {"path": "docs/x.md"},
        {"root": 0},
        {"title": "X"},
        {"topics": {"X": ("x",)}},
        {"is_metadata": True},
        {"drafts": []},
    ],
)
def test_it_is_another_where_a_page_is(change: dict[str, Any]) -> None:
    before = pages()
    after = [*before[:2], replace(before[2], **change)]
    assert outline(before, [1, 1, 2]) != outline(after, [1, 1, 2])
    assert outline(before, [1, 1, 2]) != outline(before, [1, 2, 2])


def test_a_page_that_is_alone_has_none() -> None:
    (page, *_) = pages()
    assert outline([page], [1]) == outline([], []) == ""


def test_a_tree_that_is_known_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = compose(pages())
    asked: list[str] = []

    def known(made_of: str, drafts: Sequence[object]) -> Tree | None:
        asked.append(made_of)
        assert len(drafts) == len(before.drafts)
        return before.tree

    assert compose(pages(), known).tree is before.tree
    assert asked == [before.outline]
