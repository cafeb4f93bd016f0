"""Questions that are numbered by their author, in ranges: "1 to 50"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from faqtui.patterns import pattern

_NUMBER = pattern(
    r"\W{0,4}(?:Q(?:uestion)?|Frage|Pregunta|Pergunta|Domanda|\u0412\u043e\u043f\u0440\u043e\u0441|Soru|No|Nr)?"
    r"[ .#\u2116\u00b0]{0,3}(\d{1,5})(?:[.):\]\uff1a\u3001]|[ \t]*[-\u2013\u2014][ \t])",
    re.IGNORECASE,
)
_STEPS = (10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000)
_FEWEST = 20
"""Questions up to which one list is as easily looked through."""

_MOST = 12
"""Ranges that a list is cut into."""

_NUMBERED = 0.8
"""The share of questions that must have a number of their own, each a larger one than the question before."""

_SPARSE = 10
"""How many times their count numbers may reach: a larger one is no number of a question."""


def ranges(questions: Sequence[str]) -> list[str] | None:
    """The range of each question; None where the questions are few or not numbered throughout."""
    count = len(questions)
    if count <= _FEWEST:
        return None
    numbers = [int(match[1]) if (match := _NUMBER.match(question)) else None for question in questions]
    known = [number for number in numbers if number is not None]
    counting = sum(after > before for before, after in pairwise([0, *known]))
    if min(counting, len(set(known))) < _NUMBERED * count:
        return None
    last = max(number for number in known if number <= _SPARSE * count)
    step = next((step for step in _STEPS if last <= step * _MOST), _STEPS[-1])
    places: list[int] = []
    for number in numbers:
        # A question without a number, or with one from elsewhere, stands with the one before it.
        before = places[-1] if places else 0
        place = (number - 1) // step if number is not None else before
        places.append(place if before <= place <= before + 1 or not places else before)
    ends: dict[int, list[int]] = {}
    for place, number in zip(places, numbers, strict=True):
        if number is not None and (number - 1) // step == place:
            ends.setdefault(place, []).append(number)
    names = {place: f"{min(found)} to {max(found)}" for place, found in ends.items()}
    return (
        [names.get(place, f"{place * step + 1} to {(place + 1) * step}") for place in places]
        if len(names) > 1
        else None
    )
