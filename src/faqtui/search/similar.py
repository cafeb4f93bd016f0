"""Which entries are like another: those whose questions share its telling words. What a query finds is `rank`'s.

Only postings of the question's own words are read, and of those no long ones, so that one answer costs well under a
millisecond in a library of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, sqrt

from faqtui.search import weights
from faqtui.search.index import PART_BITS, SearchIndex


def similar(index: SearchIndex, position: int, limit: int = 3) -> list[int]:
    """The positions of up to `limit` entries whose questions are like that at `position`, the most alike first.

    Entries that ask the same, or give the same answer, are left out: who read one has read them all.
    """
    words = _words(index, position)
    shared: dict[int, float] = {}
    for term, weight in words.items():
        start, end = index.starts[term], index.middles[term]
        if end - start > weights.COMMON_WORD:
            continue
        for other in index.docs[start:end]:
            shared[other] = shared.get(other, 0.0) + weight
    shared.pop(position, None)
    length = sqrt(sum(words.values()))
    scored: list[tuple[float, int]] = []
    for other in sorted(shared, key=lambda other: (-shared[other], other))[: weights.COMPARED]:
        others = _words(index, other)
        common = sum([weight for term, weight in words.items() if term in others])
        cosine = common / (length * sqrt(sum(others.values()))) if others and length else 0.0
        if cosine >= weights.SAME_QUESTION:
            continue
        if index.category_numbers[other] == index.category_numbers[position]:
            cosine += weights.SAME_CATEGORY * (cosine > 0)
        if cosine >= weights.SIMILAR:
            scored.append((-cosine, other))
    chosen: list[int] = []
    answers = {index.entries[position].answer.strip()}
    for _, other in sorted(scored):
        answer = index.entries[other].answer.strip()
        if answer in answers:
            continue
        answers.add(answer)
        chosen.append(other)
        if len(chosen) == limit:
            break
    return chosen


def together(
    index: SearchIndex, position: int, similar: Sequence[int], near: Iterable[tuple[int, float]], limit: int = 3
) -> list[int]:
    """Those that share words with an entry, and after them what is `near` in meaning: positions and cosines, nearest first."""
    entries = index.entries
    found = list(similar)
    answers = {entries[other].answer.strip() for other in (position, *found)}
    for other, cosine in near:
        if len(found) == limit or cosine < weights.LIKE_COSINE:
            break
        if other not in found and (answer := entries[other].answer.strip()) not in answers:
            found.append(other)
            answers.add(answer)
    return found


def _words(index: SearchIndex, position: int) -> dict[int, float]:
    """The telling words of a question, each with the square of its weight: the fewer questions have it, the more."""
    total = len(index.category_numbers)
    words: dict[int, float] = {}
    for number in index.question(position):
        term = number >> PART_BITS
        if term not in words and term not in index.stop_terms:
            words[term] = log(1 + total / (1 + index.middles[term] - index.starts[term])) ** 2
    return words
