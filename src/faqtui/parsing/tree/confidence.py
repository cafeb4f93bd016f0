"""Whether topics that were found tell questions apart, or would only stand in the way."""

from __future__ import annotations

from faqtui.records import NamedTuple

LOW, LOW_OF_FEW = 0.5, 0.7
"""The confidence below which topics would mislead, and that of lists so short that they are looked through without any.

Lists of questions that people gave topics are at .58 to 1, exercises, quizzes and questions about everything at 0 to .17, and
flat lists of 10 to 20 questions that people left as they are at 0 to .55: there words are shared by chance.
"""

FEW = 20
"""Questions below which a list is short."""

_GOOD = 0.8
"""The quality of a name that is good enough: that of a noun which nothing else speaks for."""

_ENOUGH = 3
"""Topics with a name that their questions share from which they tell questions apart."""


class Told(NamedTuple):
    """How topics came about: the `share` of questions that have a word of their topic's name, and how good these names are.

    `quality` is the mean over these questions, on the scale of `faqtui.parsing.tree.topic_words.Term`; `topics` is how many
    topics have a name that two of their questions share.
    """

    share: float
    quality: float
    topics: int


def confidence(told: Told) -> float:
    """How well topics tell what is under them, from 0 to 1.

    It is the share of questions that have a word of their topic's name: the others are there for what their answers say or
    for what is left. Names that are poor, or very few, take away from it.
    """
    return told.share * min(1.0, told.quality / _GOOD) * min(1.0, told.topics / _ENOUGH)


def would_mislead(told: Told, count: int) -> bool:
    """Whether topics of `count` questions that came about so are worse than one list."""
    return confidence(told) < (LOW_OF_FEW if count < FEW else LOW)
