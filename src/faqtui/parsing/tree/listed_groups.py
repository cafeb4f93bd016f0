"""Categories that only a table of contents tells: titles over its rows, where the questions that these lead to have none.

A page lists what it answers in groups, each below a heading, a line in bold or an item of the list, and then answers all of it
without a title in between.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from faqtui.markdown.blocks import Block, Item
from faqtui.markdown.inline import inline
from faqtui.model import Category
from faqtui.parsing.draft import Inward, ReadPage
from faqtui.parsing.links import Targets
from faqtui.parsing.questions import noise

_LEAST_GROUPS, _LEAST_EACH = 2, 2
"""Groups, and rows for each of them, from which a table of contents tells the categories of a page."""

_MOST_LEFT = 0.2
"""The share of questions that may be in none of its groups."""

_LONGEST_TITLE = 200
_ASKS = frozenset("?\uff1f\u061f")
"""What stands in no name of a group, but in a row that others stand below."""

_FIRST_BLOCKS = 4_000
"""Blocks of a page in which a table of contents is looked for."""

_BOLD = ("**", "__", "<b>", "<strong>")

Row = tuple[Category, str]
"""A row of a table of contents: the titles that it stands below, and the anchor that it leads to."""


def rows(blocks: Sequence[Block], before: int, contents: Container[int]) -> Iterator[Row]:
    """The rows that lead into the page, in blocks above the line `before` and in those that begin on lines of `contents`."""
    headings: list[tuple[int, str]] = []
    label = ""
    titles: dict[int, str] = {}
    for block in blocks[:_FIRST_BLOCKS]:
        if block.start >= before and block.start not in contents:
            continue
        if block.kind == "heading":
            while headings and headings[-1][0] >= block.level:
                headings.pop()
            headings.append((block.level, _plain(block.text)))
            label = ""
            continue
        if block.kind not in {"paragraph", "html"} or len(block.text) > 20 * _LONGEST_TITLE:
            continue
        anchors = _anchors(block.text)
        if block.item is not None:
            titles.setdefault(id(block.item), _plain(block.text))
        elif block.text.startswith(_BOLD) and "](" not in (first := block.text.partition("\n")[0]):
            label = _plain(first.removesuffix("\\"))
        above = [text for _, text in headings] + [label] + [titles.get(id(item), "") for item in _around(block.item)]
        path = tuple(filter(None, above))
        yield from ((path, anchor) for anchor in anchors)


def _anchors(text: str) -> list[str]:
    if "](#" not in text and "#" not in text.partition("href=")[2][:2]:
        return []
    return [link.url[1:] for link in inline(text)[1] if link.url[:1] == "#" and link.url[1:]]


def _around(item: Item | None) -> list[Item]:
    """The items that an item stands in, the outermost first."""
    found: list[Item] = []
    while item is not None and item.parent is not None and len(found) < 4:
        item = item.parent
        found.append(item)
    return found[::-1]


def _plain(text: str) -> str:
    return " ".join(inline(text[: 4 * _LONGEST_TITLE])[0].split()) if len(text) <= 4 * _LONGEST_TITLE else ""


def grouped(page: ReadPage, listed: Sequence[Row]) -> ReadPage:
    """A page with its questions in the groups of its contents, where these tell more than its titles do."""
    drafts = page.drafts
    if len(listed) < _LEAST_GROUPS * _LEAST_EACH or len(drafts) < _LEAST_GROUPS * _LEAST_EACH:
        return page
    own = drafts[-1].titles
    moving = [draft for draft in drafts if draft.titles == own]
    if len(drafts) - len(moving) > _MOST_LEFT * len(drafts):
        return page
    targets = Targets([page])
    others = {page.title.casefold(), *(draft.question.casefold() for draft in moving)}
    found: dict[int, Category] = {}
    for titles, anchor in listed:
        draft = targets.resolve(Inward(0, f"#{anchor}"), drafts[0])
        if draft is not None and draft.titles == own:
            found.setdefault(id(draft), tuple(t for t in titles if t.casefold() not in others and _names_group(t)))
    common = sum(1 for _ in takewhile(lambda titles: len(set(titles)) == 1, zip(*found.values(), strict=False)))
    found = {key: group[common:] for key, group in found.items()}  # it is what the table is called
    groups = {group for group in found.values() if group}
    named = sum(1 for group in found.values() if group)
    if (
        len(groups) < _LEAST_GROUPS
        or named < _LEAST_EACH * len(groups)
        or len(drafts) - named > _MOST_LEFT * len(drafts)
    ):
        return page
    if own and own[-1] in {title for group in groups for title in group}:
        own = own[:-1]  # it stands right above the first question
    moved = {id(draft): (*own, *found.get(id(draft), ())) for draft in moving}
    return replace(page, drafts=[replace(draft, titles=moved.get(id(draft), draft.titles)) for draft in drafts])


def _names_group(title: str) -> bool:
    return len(title) <= _LONGEST_TITLE and not noise.is_contents_title(title) and _ASKS.isdisjoint(title)
