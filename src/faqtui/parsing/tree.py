"""The tree: where each entry stands, from directories, headings, front matter, or topics for a flat file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from faqtui.model import Category, CategoryNode
from faqtui.parsing.draft import Draft, Page
from faqtui.parsing.topics import topics

_HOST = re.compile(r"https?://([^/:?#]+)")

UNSORTED = "General"
"""The category of entries beside which others have one."""


class Tree:
    """The drafts in order, each with its category set, and the library's title."""

    def __init__(self, title: str, drafts: list[Draft]) -> None:
        self.title = title
        self.drafts = drafts

    def categories(self, paths: Sequence[Category]) -> tuple[CategoryNode, ...]:
        """The nodes for entries with these categories, each parent before its children, in order of first appearance."""
        counts: dict[Category, int] = {}
        own: dict[Category, list[int]] = {}
        children: dict[Category, dict[Category, None]] = {}
        for position, path in enumerate(paths):
            own.setdefault(path, []).append(position)
            for depth in range(1, len(path) + 1):
                node = path[:depth]
                counts[node] = counts.get(node, 0) + 1
                children.setdefault(node[:-1], {}).setdefault(node)
        nodes: list[CategoryNode] = []
        pending = list(reversed(children.get((), {})))
        while pending:
            node = pending.pop()
            nodes.append(CategoryNode(node, counts[node], tuple(own.get(node, ()))))
            pending += reversed(children.get(node, {}))
        return tuple(nodes)


def arrange(pages: Sequence[Page]) -> Tree:
    """Give every draft its category."""
    with_entries = [page for page in pages if page.drafts]
    title = next((page.title for page in with_entries if page.title), "FAQ")
    drafts = [draft for page in with_entries for draft in page.drafts]
    if len(with_entries) == 1:
        _one_page(with_entries[0])
    else:
        for page in with_entries:
            _of_many(page)
    return Tree(title, drafts)


def _one_page(page: Page) -> None:
    drafts = page.drafts
    if any(draft.titles for draft in drafts):
        for draft in drafts:
            draft.category = draft.titles or (page.title or UNSORTED,)
        return
    about = f"{page.matter.text('description', 'summary', 'subtitle')} {_hosts(drafts)}"
    names = topics([d.question for d in drafts], [d.answer_text for d in drafts], page.topics, page.title, about)
    for draft, name in zip(drafts, names, strict=True):
        draft.category = (name,)


def _of_many(page: Page) -> None:
    document = page.document
    directories = tuple(part for part in document.path.split("/")[document.root : -1] if part)
    for draft in page.drafts:
        path = (*directories, *((page.title,) if page.title and len(page.drafts) > 1 else ()), *draft.titles)
        draft.category = path or (page.title or UNSORTED,)


def _hosts(drafts: Sequence[Draft]) -> str:
    """The words of the host names that a third of the links lead to: the names of the page's own product."""
    words: Counter[str] = Counter()
    count = 0
    for draft in drafts:
        for link in draft.links:
            match = _HOST.match(link.url)
            if match:
                count += 1
                words.update(set(match[1].lower().split(".")))
    return " ".join(word for word, times in words.items() if times > 0.33 * count and times > 2)
