"""Directories with one question a page: there a page is the answer to its title, whatever stands below that.

Whether pages are such answers cannot be told from one of them alone, so both readings of all of them are weighed together: as
answers to their titles, and cut as each was read by itself. Sections whose titles come again on other pages are parts of
answers, and each page that has one entry anyhow speaks for one entry a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from faqtui.letters import has_question_mark
from faqtui.parsing.questions.choosing.glossaries import is_terms_title
from faqtui.parsing.questions.choosing.weighing import FEW, WEIGHTS
from faqtui.parsing.questions.wording import is_faq_title, is_problems_title, part_of_answer
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

LEAST = 4
"""Pages from which a directory can have a custom."""

AGAIN, AGAIN_OF_FEW = 3, 2
"""Pages on which the title of a section comes for it to be a part of answers: of many, and of few."""

MANY = 10

SINGLE = 1.0
"""What a page that has one entry anyhow is worth for one entry a page."""

DISTINCT = 0.2
"""What a section of its own is worth as a part of an answer; it is worth more as an entry."""

HOLLOW = 0.0
"""What a page is worth as one entry whose title does not ask, where its sections begin right below that."""

MOST = 2.0
"""What a page may lose at most by being read as one entry: more is a page of another kind."""

MOST_HOLLOW = 0.8
"""The same of one that says nothing above its sections, and does not ask: a glossary, say, by whatever name."""

NEARLY_ALL = 0.75
"""The share of pages with one entry from which a page whose title asks is an answer too, whatever it asks below."""

MOSTLY = 0.6
"""The same share where nearly all titles ask: then it is an answer whatever sections it has, too."""

MOST_ASKED = 6
"""What such a page may ask."""

_MOST_WORDS = 2
"""What the name of a file says with more of them is of one question."""

_NUMBERED = pattern(r"(?:[^\W\d]{1,20}[ \t]+)?(\d{1,3}(?:\.\d{1,3}){0,2})[.:]?[ \t]")


_BEGINNINGS = frozenset(
    """
    introduction overview summary background abstract einleitung einführung überblick introducción resumen
    présentation aperçu introdução introduzione inleiding введение обзор 简介 概述 介绍 前言 はじめに 概要 소개 개요 مقدمة
    """.split()  # noqa: SIM905 - a row of words
)
"""What the first section of an answer is called that says what it is about."""


class Shape(NamedTuple):
    """What says whether a page is the answer to its title.

    `entries` is how many it was cut into, `asking` how many of its headings ask beside the title, or of its entries if these are
    more, and `sections` are the titles of those of its entries that do not, in lower case. `introduced` says that words of its
    own stand above them. It is `flat` where its title is that of one of them, beside the others, and `several` where the
    name of its file says that several things follow.
    """

    title: str
    entries: int
    asking: int
    sections: tuple[str, ...] = ()
    introduced: bool = False
    flat: bool = False
    several: bool = False


def answers_to_titles(pages: Sequence[Shape]) -> list[int]:
    """The numbers of the pages that are better read as answers to their titles than they were."""
    content = [page for page in pages if page.entries]
    alike = [page for page in content if page.entries == 1 or _may_be_answer(page)]
    if len(content) < LEAST or 2 * len(alike) <= len(content):
        return []
    often = Counter(title for page in content for title in set(page.sections))
    least = AGAIN if len(content) >= MANY else max(AGAIN_OF_FEW, min(AGAIN, (len(content) + 1) // 2))
    again = {title for title, count in often.items() if count >= least}
    gain = sum(SINGLE if _is_single(page) else _gain(page, again) for page in alike)
    if gain <= 0:
        return []
    singles = sum(map(_is_single, content))
    custom = singles >= max(LEAST, NEARLY_ALL * len(content))
    asked = singles >= max(LEAST, MOSTLY * len(content)) and sum(map(_asks, content)) >= NEARLY_ALL * len(content)
    return [
        number
        for number, page in enumerate(pages)
        if (page.entries > 1 or page.sections)
        and (not page.flat or again.issuperset(page.sections) or (asked and _asks(page) and not page.asking))
        and (
            (asked and _asks(page) and page.asking <= MOST_ASKED)
            or (custom and _asks(page) and not page.sections and page.asking <= MOST_ASKED)
            or (
                _may_be_answer(page, FEW + (page.introduced or _asks(page)) + len(again.intersection(page.sections)))
                and _gain(page, again) >= -(MOST if _is_introduced(page) or _asks(page) else MOST_HOLLOW)
            )
        )
    ]


def _is_single(page: Shape) -> bool:
    """Whether a page has one entry anyhow, which is no section below another title: that may be a group of one."""
    return page.entries == 1 and not page.sections


def says_that_several_follow(title: str) -> bool:
    """Whether a title says that questions, problems or terms follow."""
    return is_faq_title(title) or is_problems_title(title) or is_terms_title(title)


def names_several(path: str) -> bool:
    """Whether the name of a file says so: ``glossary.md``, ``known-issues.md``, ``mobile-faq.md``; not ``faq-old-lamps.md``."""
    name = path.rpartition("/")[2].partition(".")[0]
    words = [word for word in name.replace("_", " ").replace("-", " ").split() if not word.isdecimal()]
    if not words or len(words) > _MOST_WORDS:
        return False
    return says_that_several_follow(" ".join(words)) and (len(words) == 1 or not says_that_several_follow(words[0]))


def _may_be_answer(page: Shape, few: int = FEW) -> bool:
    """Whether a page has a title that does not say that several things follow, and fewer than `few` of its headings ask.

    Where the other pages have one entry each, words that stand above the sections of a page speak for that too, as does a
    title that asks, and each section whose title comes again.
    """
    says_several = page.several or says_that_several_follow(page.title)
    return bool(page.title) and page.asking < few and not says_several and not _is_chapter(page)


def _is_chapter(page: Shape) -> bool:
    """Whether the numbers of a page's sections go on from that of its title: "4. Firing" and "4.2 How hot is it?"."""
    number = _NUMBERED.match(page.title) if any(map(str.isdigit, page.title)) else None
    return number is not None and any(title.startswith(f"{number[1]}.") for title in page.sections)


def _asks(page: Shape) -> bool:
    return has_question_mark(page.title)


def _is_introduced(page: Shape) -> bool:
    """Whether words stand above the sections of a page, or the first of these says what it is about."""
    return page.introduced or any(title in _BEGINNINGS for title in page.sections[:1])


def _gain(page: Shape, again: set[str]) -> float:
    """What is gained by reading a page as the answer to its title, instead of cut."""
    whole = WEIGHTS["answered"] if _asks(page) else WEIGHTS["told"] if _is_introduced(page) else HOLLOW
    whole += WEIGHTS["nested"] * page.asking
    cut = WEIGHTS["answered"] * page.asking
    for title in page.sections:
        if title in again:
            whole += WEIGHTS["named part"]
            cut += WEIGHTS["part again as entry"]
        elif part := part_of_answer(title):
            whole += WEIGHTS["named part"]
            cut += WEIGHTS["part as entry" if part > 1 else "likely part as entry"]
        else:
            whole += DISTINCT
            cut += WEIGHTS["told"]
    return whole - cut
