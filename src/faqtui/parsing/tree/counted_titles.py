"""Titles of pages that name the FAQ and count its parts: "Kiln FAQ - Section 2 Firing", "Kiln FAQ - Section 3 Glazes".

What they share says nothing of one of them, and their order says the number: a category is called by what is left. A title
that only names the FAQ, without a number ("FAQ: General"), stays as its author wrote it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from faqtui.parsing.questions.known_titles import letters_of
from faqtui.patterns import pattern

_LONGEST = 200
"""Characters of a title that may count."""

_MISSING = 4
"""One of so many pages beside each other may have another title: the one that introduces them, or an appendix."""

_COUNTED = pattern(
    r"(?:sections?|chapters?|parts?|kapitel|abschnitt|teil|chapitre|partie|secci[oó]n|cap[ií]tulo|parte|seção|secção|sezione"
    r"|capitolo|hoofdstuk|deel|afsnit|avsnitt|del|luku|osa|rozdział|część|kapitola|část|fejezet|bölüm|kısım"
    r"|глава|раздел|часть|розділ|частина|bab|bagian|chương|phần)[ \t]{1,3}"
    r"(?P<number>\d{1,3}|[ivxl]{1,6}(?![^\W\d_]))(?:[ \t]{0,3}[.:)\-–—|：][ \t]{0,3}|[ \t]{1,3})(?P<rest>\S.*)"
    r"|第[ \t]?(?P<east>\d{1,3}|[一二三四五六七八九十百]{1,4})[ \t]?(?:章|节|節|部分|部|篇)[ \t]{0,3}[.:\-–—|：、]?"
    r"[ \t]{0,3}(?P<east_rest>\S.*)",
    re.IGNORECASE,
)
"""The word that counts and its number, and what is left of a title."""


def uncounted(names: Mapping[int, str], groups: Mapping[int, object]) -> dict[int, str]:
    """The names of pages, those without lead and number that count on among nearly all pages of their group."""
    found = dict(names)
    beside: dict[object, list[int]] = {}
    for page in names:
        beside.setdefault(groups[page], []).append(page)
    for pages in beside.values():
        if len(pages) > 1:
            found.update(_rests({page: names[page] for page in pages}))
    return found


def _rests(names: Mapping[int, str]) -> dict[int, str]:
    """What is left of the titles of pages that stand beside each other; nothing where they do not count alike."""
    told = {page: parts for page, name in names.items() if (parts := _parted(name)) is not None}
    lead, count = Counter(lead for lead, _, _ in told.values()).most_common(1)[0] if told else ("", 0)
    if count < 2 or (len(names) - count) * _MISSING > len(names):
        return {}
    own = {page: (number, rest) for page, (above, number, rest) in told.items() if above == lead}
    rests = {rest.casefold() for _, rest in own.values()}
    if len({number for number, _ in own.values()}) < count or len(rests) < count:
        return {}
    return {page: rest for page, (_, rest) in own.items()}


def _parted(name: str) -> tuple[str, str, str] | None:
    """A title's lead with the word that counts, its number, and what is left: ("kilnfaqsection", "2", "Firing")."""
    if len(name) > _LONGEST:
        return None
    for match in _COUNTED.finditer(name):
        start = match.start()
        if start and name[start - 1].isalnum() and name[start - 1].isascii():
            continue  # the end of another word: "compart 3"
        number, rest = match["number"] or match["east"], match["rest"] or match["east_rest"]
        if not any(map(str.isalpha, rest)):
            return None
        word = name[start : match.start("number" if match["number"] else "east")]
        return letters_of(name[:start] + word), number.casefold(), rest.strip()
    return None
