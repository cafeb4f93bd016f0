"""Where the links of the answer pane lead, those of the answer and those to similar entries below it; letters for them."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.records import NamedTuple
from faqtui.view.answer.page import Page

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of hints; the first ones lie under the fingers."""


class Target(NamedTuple):
    """Where a link of the pane leads: its number in the pane, its URL, and the line on which it begins.

    A link to a similar entry has a negative number and no URL, but the `position` of that entry in the library; beside the
    answer it stands on no line (-1).
    """

    number: int
    url: str
    line: int
    position: int | None = None


def targets_of(page: Page, similar: Sequence[tuple[int, str]]) -> list[Target]:
    """The links of `page` in its order, as far as it is laid out; those in folded details are not there."""
    layout = page.layout
    if layout is None:
        return []
    targets = []
    for number, link in enumerate(layout.blocks.links[:]):
        index = layout.link_line(number)
        if link.url and index is not None:
            targets.append(Target(number, link.url, page.above + index))
    below = page.above + layout.height
    for line, plain in enumerate(page.tail if page.complete else (), below):
        if plain.number is not None:
            targets.append(Target(-1 - plain.number, "", line, similar[plain.number][0]))
    beside = [plain.number for plain in page.aside if plain.number is not None]
    targets += [Target(-1 - number, "", -1, similar[number][0]) for number in beside]
    return targets


def target_at(page: Page, similar: Sequence[tuple[int, str]], line: int, link: int | None) -> Target | None:
    """The link that is clicked: `link` of the answer, or what `line` below the answer names."""
    if link is not None and page.layout is not None:
        url = page.layout.blocks.links[link].url
        return Target(link, url, line) if url else None
    candidates = [
        target for target in targets_of(page, similar) if target.position is not None and 0 <= target.line <= line
    ]
    return candidates[-1] if candidates and page.index(line) < 0 and line >= page.above and page.text(line) else None


def hint_names(count: int) -> list[str]:
    """So many different hints, as short as possible, and of equal length: none is the beginning of another."""
    names = list(LETTERS)
    while len(names) < count:
        names = [name + letter for name in names for letter in LETTERS]
    return names[:count]
