"""Hits by words and hits by meaning in one order, and what is said of them together.

A hit counts what the words say of it (the score of `faqtui.search.rank`, which is absolute) and MEANT times the cosine of query
and entry. The best of both kinds are put in order so; what follows them stays as the words have it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from math import log
from typing import TYPE_CHECKING

from faqtui.search import weights
from faqtui.search.results import Ranking

if TYPE_CHECKING:
    from faqtui.search.meaning.embedder import Embedder, Matrix
    from faqtui.search.meaning.vectors import Vectors


def candidates(ranking: Ranking) -> list[int]:
    """The positions of the entries whose meaning is looked at whatever else there is: the first that the words find."""
    return list(islice(ranking.positions, weights.MEANT_AMONG))


def fused(ranking: Ranking, vectors: Vectors, vector: Matrix, embedder: Embedder, keep: Sequence[int] = ()) -> Ranking:
    """The ranking with what is near in meaning put in its place; `vector` is the query's.

    Of the first three positions in `keep`, which somebody is looking at, those that still fit stay among the first PLACES.
    """
    cosines = (vectors.cosines(vector) - embedder.floor) / (1 - embedder.floor)
    lexical = candidates(ranking)
    scores = dict(zip(lexical, [*ranking.scores, *[0.0] * len(lexical)], strict=False))
    near = [position for position in vectors.nearest(cosines, weights.MEANT_JOINED) if cosines[position] > 0]
    # An entry without a vector yet is as near as one that has little to do with the query.
    near_of = {
        position: float(cosines[position]) if vectors.has(position) else embedder.joins
        for position in dict.fromkeys([*lexical, *near])
    }
    total_of = {position: scores.get(position, 0.0) + weights.MEANT * near for position, near in near_of.items()}
    order = sorted(total_of, key=lambda position: (-total_of[position], position))

    by_chance = embedder.usual * vectors.mean(cosines, weights.USUAL_COSINE)
    by_chance += weights.AMONG * log(max(len(vectors), 1) / weights.FEW)

    def answers(position: int) -> bool:
        apart = _apart(ranking, near_of, near, position)
        # Words that are no answer by themselves say nothing for one.
        by_words = 0.0 if ranking.weak else weights.WORDS_SAY * ranking.strengths.get(position, 0.0)
        return not vectors.has(position) or near_of[position] + apart - by_chance + by_words >= embedder.strong

    if ranking.weak:
        # What is near in meaning answers alone; where nothing is near enough, all are only the nearest there are.
        found = [one for one in order[:1] if vectors.has(one) and answers(one)]
        found += [one for one in order[1:] if found and near_of[one] >= weights.BESIDE * near_of[found[0]]]
        meant = frozenset(found or [one for one in near if one not in ranking.matching])
        return ranking.reordered(
            found or order, [total_of[one] for one in found or order], meant=meant, total=len(found)
        )
    joined = frozenset(
        [one for one in near if one not in ranking.matching and one not in scores and near_of[one] >= embedder.joins]
    )
    order = [one for one in order if one in joined or one in scores]
    _keep(order, [one for one in keep[:3] if near_of.get(one, 0.0) >= embedder.joins])
    if not ranking.is_certain and not answers(order[0]):
        return ranking.reordered(order, [total_of[one] for one in order], meant=joined, total=0)
    return ranking.reordered(order, [total_of[one] for one in order], meant=joined, total=ranking.total + len(joined))


def _apart(ranking: Ranking, near_of: Mapping[int, float], near: Sequence[int], position: int) -> float:
    """What it says for an entry that no other question is as near, or against it that another one is nearer."""
    other = next((one for one in near if one != position and not ranking.ask_the_same(one, position)), None)
    if other is None:
        return 0.0
    apart = near_of[position] - near_of[other]
    return weights.APART * min(max(apart, -weights.MOST_APART), weights.MOST_APART)


def _keep(order: list[int], seen: Sequence[int]) -> None:
    """Move what has been seen up to the last of the first PLACES, where it stands below."""
    for position in reversed(seen):
        if position in order and order.index(position) >= weights.PLACES:
            order.remove(position)
            order.insert(weights.PLACES - 1, position)
