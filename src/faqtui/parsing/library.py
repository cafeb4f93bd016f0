"""Documents to a library: each is read by itself, and those again that turn out to answer their titles; then all are composed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from faqtui.host.garbage import not_collected
from faqtui.model import Document, Library
from faqtui.parsing.composing import compose
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.pages import read_page
from faqtui.parsing.whole_pages import answers_to_titles


def build(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> Library:
    """The library of these documents."""
    with not_collected():
        pages = read_pages(documents, progress)
        settle(pages, lambda number, whole: read_page(documents[number], whole=whole))
        return compose(pages).library()


def read_pages(documents: Sequence[Document], progress: Callable[[int, int], None] | None) -> list[ReadPage]:
    """Each document by itself; `progress` is as in `faqtui.parsing.parse_library`."""
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


def settle(pages: list[ReadPage], read: Callable[[int, bool], ReadPage]) -> list[int]:
    """Put pages in the place of those that must be read otherwise than they were; their numbers.

    Where a directory evidently holds one question a file, most pages are answers to their titles. `read` is called with the
    number of a page, and whether it is to be read as that.
    """
    whole = set(answers_to_titles([page.shape for page in pages]))
    others = [number for number, page in enumerate(pages) if (page.first is not None) != (number in whole)]
    for number in others:
        first = pages[number].shape
        pages[number] = read(number, number in whole)
        if number in whole:
            pages[number].first = first
    return others
