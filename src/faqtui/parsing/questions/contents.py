"""Sections that are tables of contents, or parts of one."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.inline import inline
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.known_titles import letters_of
from faqtui.parsing.questions.navigation_lines import only_leads_on
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern

_BOLD = pattern(r"(\*\*|__)(?=\S)[^*_\n]{1,120}\1")
"""The name of a group of rows."""

_FEWEST_ROWS, _SHARE = 2, 2
"""Rows that lead into the page, and how many there are for each that leads elsewhere, by which they are a table of contents."""

_OF_NAMES = 4
"""Rows of a table of contents without links, of which one may be no title."""

_LONG_ROW, _LONG_LINK = 120, 300
"""Characters of a row in a table of contents, and with addresses: a longer text says something of its own."""


_AROUND_NAME = " \t0123456789.()[]*+-\u2013\u2014\u2026"
"""What stands around the names in a table of contents: numbers, dots, signs."""


def is_section_of_contents(
    title: str, said: list[Block], titles: Container[str], names: Container[str] = ()
) -> list[Block] | None:
    """The rows of a table of contents that lead nowhere, where a section with this title is one; None where it is none.

    `said` are its blocks that are no noise, `titles` those of all headings of the page, folded, and `names` their names.
    """
    titled = noise.is_contents_title(title)
    if titled or is_faq_title(title):
        if titled and says_names(lines_of(said), names):
            return []
        return only_contents(said, titled=titled) if titled or not said else _only_questions(said)
    rows = [block for block in said if noise.leads_into_page(block)]
    if len(rows) < len(said):
        return _others(said, rows)
    if not rows:
        return None
    several = len(said) > 1 or ("\n" in said[0].text and all(map(noise.leads_in, said[0].text.split("\n"))))
    return [] if several or inline(said[0].text)[0].strip(" []").casefold() in titles else None


def _others(said: list[Block], rows: list[Block]) -> list[Block] | None:
    """The rows of a list that lead elsewhere, or say more, where they are few among those that only lead into the page.

    What these stand below in a list is the name of a group of them.
    """
    if len(rows) < _FEWEST_ROWS or any(block.item is None or len(block.text) > _LONG_LINK for block in said):
        return None
    holders = {id(row.item.parent) for row in rows if row.item is not None}
    others = [block for block in said if not noise.leads_into_page(block)]
    more = [block for block in others if noise.leads_in(block.text)]
    names = [block for block in others if id(block.item) in holders and "](" not in block.text]
    elsewhere = [block for block in others if only_leads_on([block])]
    if len(more) + len(names) + len(elsewhere) < len(others) or len(more) > len(rows):
        return None
    return more + elsewhere if _SHARE * len(elsewhere) <= len(rows) + len(more) else None


def _only_questions(said: list[Block]) -> list[Block] | None:
    """The rows that lead elsewhere among those of a list that leads to the questions of the page, if they are few and no more."""
    others = [block for block in said if block.kind != "heading" and not noise.is_contents_block(block)]
    if 2 * len(others) > len(said) - 1 or any(b.item is None or not only_leads_on([b]) for b in others):
        return only_contents(said, titled=False)
    return others


def only_contents(said: list[Block], *, titled: bool) -> list[Block] | None:
    """The blocks that lead nowhere among those of a table of contents; None where they are none.

    Where it is `titled` as one, a few rows may lead nowhere.
    """
    others = [b for b in said if b.kind != "heading" and not noise.is_contents_block(b, titled=titled)]
    if others and titled:
        named = {
            above.start
            for above, below in pairwise(said)
            if _BOLD.fullmatch(above.text) and noise.is_contents_block(below, titled=True)
        }
        others = [b for b in others if not noise.opens_contents(b) and b.start not in named]
    if not others or not titled:
        return None if others else []
    beside = [block for block in others if block.item is None]
    rows = [block for block in others if block.item is not None]
    if 2 * len(others) > len(said) or any(b.kind != "paragraph" or len(b.text) > _LONG_ROW for b in others):
        return None
    if len(beside) > 1 or any(row.text.strip().endswith((*ASKS, ".")) for row in rows):
        return None
    return others


def lines_of(blocks: Iterable[Block]) -> list[str]:
    """The lines of these blocks."""
    return [line for block in blocks for line in block.text.split("\n")]


def says_names(lines: Iterable[str], names: Container[str]) -> bool:
    """Whether nearly all of these lines are among the names of titles, with a number or without one."""
    said = [name for line in lines if (name := _name(line))]
    return len(said) >= _FEWEST_ROWS and _OF_NAMES * sum(name in names for name in said) >= (_OF_NAMES - 1) * len(said)


def names_of(titles: Iterable[str]) -> frozenset[str]:
    """The names of titles, by which these are told in a table of contents without links."""
    return frozenset(map(_name, titles))


def _name(title: str) -> str:
    return letters_of(title.strip(_AROUND_NAME))


def unnamed(rows: list[Block], titles: Container[str]) -> set[int]:
    """The lines of those of these rows that say something else than one of the titles, which are folded, or "Contents"."""
    said = [(row, inline(row.text)[0].strip(" []").casefold()) for row in rows]
    return {row.start for row, text in said if not (text in titles or noise.is_contents_title(text))}
