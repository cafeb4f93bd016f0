"""Banks of any size from a seed: questions and answers over a made-up vocabulary that is spread like real writing.

Words are syllables, their frequencies fall with their rank (Zipf), and every question is opened by an ordinary phrase, so that
stop words, common terms and rare names come in about the shares they have in real FAQs. The same seed gives the same bank.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from faqtui.model import CategoryNode, Entry, Library, Source

_ONSETS = tuple("b c d f g h j k l m n p qu r s t v w y z br cl cr dr fl gr pl pr sc sh sp st str tr th".split())  # noqa: SIM905
_VOWELS = tuple("a e i o u ai ea ee io ou".split())  # noqa: SIM905
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "ck", "nd", "st", "x"]
_OPENINGS = (
    "How do I {}?",
    "Can I {}?",
    "What is the {}?",
    "Why does the {}?",
    "Is there a way to {}?",
    "How can we {} without {}?",
    "What happens when {} is {}?",
    "Where do I find the {} of a {}?",
)
_GLUE = ("the", "a", "of", "in", "to", "and", "with", "for", "is", "on", "that", "it")


class Words:
    """A vocabulary whose word of rank r is drawn in proportion to 1 / (r + 10)."""

    def __init__(self, random_: random.Random, size: int) -> None:
        seen: dict[str, None] = {}
        while len(seen) < size:
            parts = random_.choices((1, 2, 3, 4), (1, 6, 5, 2))[0]
            seen[
                "".join(
                    random_.choice(_ONSETS) + random_.choice(_VOWELS) + random_.choice(_CODAS) for _ in range(parts)
                )
            ] = None
        self._words = list(seen)
        self._bounds = list(accumulate(1 / (rank + 10) for rank in range(size)))
        self._random = random_

    def draw(self) -> str:
        """A word, the common ones more often."""
        return self._words[bisect(self._bounds, self._random.random() * self._bounds[-1])]

    def text(self, count: int) -> str:
        """About `count` words in a row, glue between them."""
        words: list[str] = []
        while len(words) < count:
            if self._random.random() < 0.35:
                words.append(self._random.choice(_GLUE))
            words.append(self.draw())
        return " ".join(words)


def entries(count: int, seed: int = 1, answer_words: int = 60) -> Iterator[Entry]:
    """The entries of a bank, in order."""
    random_ = random.Random(seed)
    words = Words(random_, max(2000, min(60 * int(count**0.65), 120_000)))
    for position in range(count):
        opening = random_.choice(_OPENINGS)
        question = opening.format(*[words.text(random_.randrange(2, 5)) for _ in range(opening.count("{}"))])
        answer = "\n".join(words.text(random_.randrange(5, 25)) for _ in range(max(1, answer_words // 15)))
        lines = tuple(range(position * 10 + 3, position * 10 + 3 + answer.count("\n") + 1))
        source = Source("bank.md", position * 10 + 1, lines[-1])
        yield Entry(
            f"e{position}",
            question,
            question,
            answer,
            (f"Topic {position % 40}",),
            source,
            answer_text=answer,
            text_lines=lines,
        )


def library(count: int, seed: int = 1) -> Library:
    """A bank as a library."""
    made = tuple(entries(count, seed))
    nodes = tuple(
        CategoryNode((f"Topic {topic}",), len(range(topic, count, 40)), tuple(range(topic, count, 40)))
        for topic in range(40)
    )
    return Library("bank", made, nodes)


def typed(library_: Library, count: int, seed: int = 2) -> list[str]:
    """What the filter sees while `count` queries of two or three words are typed letter by letter, typos included."""
    random_ = random.Random(seed)
    keys: list[str] = []
    for _ in range(count):
        question = random_.choice(library_.entries).question
        words = [word for word in question.lower().rstrip("?").split() if len(word) > 3]
        picked = random_.sample(words, min(len(words), random_.choice((1, 2, 3)))) or ["how"]
        query = " ".join(word[: random_.randrange(3, len(word) + 1)] for word in picked)
        if random_.random() < 0.25 and len(query) > 4:
            at = random_.randrange(1, len(query))
            query = query[:at] + random_.choice("aeiorst") + query[at + 1 :]
        keys += [query[:end] for end in range(1, len(query) + 1)]
    return keys
