"""What tells apart the entries that ask the same question: "What's the output?" says nothing where it stands 155 times.

Their ids say that they have namesakes (`~` and six digits), so nothing is looked up or kept for the others. The question
itself stays as it was written; what is made here stands behind it where entries are listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.model import Entry

_READ = 400
"""Characters of an answer that are looked at: more than any list shows of it."""

_NEAR = 64
"""Entries before and after one among which a namesake is looked for: 3 ms where a saved library has to decode them all."""


def told_apart(entries: Sequence[Entry], position: int) -> str:
    """The first words of the answer of the entry at `position`, where its question does not tell it from another's.

    Empty for a question that no other entry asks, also where another begins alike for so long that its id does; a number in
    front of one tells nobody what it is about. Words with which the nearest entries of the same question begin too are left
    out: of twenty answers that start with `const shape = {` each says what follows.
    """
    entry = entries[position]
    slug, tilde, _ = entry.id.partition("~")
    if not tilde:
        return ""
    words, end = _beginning(entry), _end(entry, slug)
    shared, are_alike, goes_on = 0, False, False
    for step in (-1, 1):
        near = range(position + step, position + step * (_NEAR + 1), step)
        for other in (entries[n] for n in near if 0 <= n < len(entries)):
            if not other.id.startswith(f"{slug}~"):
                continue
            if _end(other, slug) == end:
                shared, are_alike = max(shared, _shared(words, _beginning(other))), True
                break
            goes_on = True
    return "" if goes_on and not are_alike else " ".join(words[shared:] or words)


def _end(entry: Entry, slug: str) -> str:
    """The letters of a question that are no more in its `slug`, which has only so many."""
    letters = "".join(filter(str.isalnum, entry.question.casefold())).lstrip("0123456789")
    return letters[len(slug) - slug.count("-") :]


def _beginning(entry: Entry) -> list[str]:
    return entry.answer_text[:_READ].split()


def _shared(words: list[str], others: list[str]) -> int:
    """How many words two answers begin with alike."""
    pairs = enumerate(zip(words, others, strict=False))
    return next((n for n, (word, other) in pairs if word != other), min(len(words), len(others)))
