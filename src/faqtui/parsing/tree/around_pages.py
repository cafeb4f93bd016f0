"""What stands around the questions of a directory: pages named so, and sections that end page after page with the same words.

A book that is cut into pages has its introduction and who wrote it on some of their own, which ask nothing while the others are
full of questions; a site ends each page with "Feedback" and where to send it. Neither is an entry: it is text of where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache

from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.identity import same_answer
from faqtui.parsing.questions.around import is_around_title, is_of_faq
from faqtui.parsing.questions.wording import looks_like_question

_LEAST = 2
"""Pages of questions beside which one may be named as what stands around them, and questions of one of these."""

_LEAST_ASKING = 3
"""Pages of a single entry that ask, beside which one may be named so."""

_LEAST_FOOTED = 3
"""Pages that end with the same section, from which it is a footer."""


def around(pages: Sequence[ReadPage], taken: Container[int]) -> dict[int, ReadPage]:
    """The pages, by number, without what stands around their questions, which is text of theirs; those `taken` are left alone."""
    several: dict[str, list[int]] = defaultdict(list)
    single: list[int] = []
    beside: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        if number in taken or not page.drafts:
            continue
        if len(page.drafts) >= _LEAST:
            several[_directory(page)].append(number)
        else:
            single.append(number)
            beside[_directory(page)].append(number)
    found: dict[int, ReadPage] = {}
    for numbers in several.values():
        found.update(_footed(pages, numbers))

    @cache
    def is_full(directory: str) -> bool:
        return _are_full(pages, several.get(directory, ()), single)

    @cache
    def asks(directory: str) -> bool:
        return _ask(pages, beside[directory])

    for number in single:
        page, draft = pages[number], pages[number].drafts[0]
        stands_around = (
            draft.question == page.title
            and _is_around(page.title)
            and draft.answer.strip()
            and not page.matter.text("question")
            and (is_full(_directory(page)) or asks(_directory(page)))
        )
        if stands_around or _is_partial(page):
            found[number] = replace(page, drafts=(), introductions=(_text(draft), *page.introductions))
    return found


def _directory(page: ReadPage) -> str:
    return page.path.rpartition("/")[0]


def _text(draft: Draft) -> Draft:
    """What an entry says as text, below its title."""
    return replace(draft, question="", titles=(*draft.titles, draft.question))


def _are_full(pages: Sequence[ReadPage], several: Sequence[int], single: Sequence[int]) -> bool:
    """Whether there are more pages of several entries, most of which ask, than there are of a single one."""
    drafts = [draft for number in several for draft in pages[number].drafts]
    asking = sum(1 for draft in drafts if looks_like_question(draft.question))
    return len(several) >= _LEAST and len(several) >= len(single) and 2 * asking >= len(drafts)


def _ask(pages: Sequence[ReadPage], single: Sequence[int]) -> bool:
    """Whether most of these pages of a single entry ask, but for those named as what stands around."""
    asked = [pages[number].drafts[0].question for number in single]
    others = [title for title in asked if not _is_around(title)]
    asking = sum(map(looks_like_question, others))
    return asking >= _LEAST_ASKING and 2 * asking > len(others)


def _is_around(title: str) -> bool:
    return is_around_title(title) or is_of_faq(title)


def _is_partial(page: ReadPage) -> bool:
    """Whether a page without a title is put into others, as its name says: ``_note.mdx``."""
    return page.path.rpartition("/")[2].startswith("_") and not (page.title or page.headings)


def _footed(pages: Sequence[ReadPage], numbers: Sequence[int]) -> dict[int, ReadPage]:
    """Of these pages, which are of one directory, those that end as most of them do: with one section, which does not ask."""
    named: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        last = pages[number].drafts[-1]
        if not looks_like_question(last.question):
            named[last.slug].append(number)
    found: dict[int, ReadPage] = {}
    for alike in named.values():
        if len(alike) < _LEAST_FOOTED or 2 * len(alike) < len(numbers):
            continue
        said: dict[str, list[int]] = defaultdict(list)
        for number in alike:
            said[same_answer(pages[number].drafts[-1].answer)].append(number)
        answer, same = max(said.items(), key=lambda item: len(item[1]))
        if not answer or len(same) < _LEAST_FOOTED or 2 * len(same) < len(numbers):
            continue
        for number in same:
            page = pages[number]
            text = _text(page.drafts[-1])
            found[number] = replace(page, drafts=page.drafts[:-1], introductions=(text, *page.introductions))
    return found
