"""The order in which diagnostics are told: document by document, and in each by line."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from faqtui.model import Diagnostic

OF_QUESTIONS = frozenset({"empty-answer", "no-entries", "placeholder-answer"})
"""What is told of a page that is to hold questions, and not of one that introduces its directory."""


def in_order(
    own: Iterable[Sequence[Diagnostic]], across: Iterable[tuple[int, Diagnostic]], introducing: Container[int]
) -> list[Diagnostic]:
    """All of them: each page's `own`, and those `across` pages, which come with the number of one.

    `introducing` are the numbers of pages that only introduce their directory.
    """
    others: dict[int, list[Diagnostic]] = {}
    for number, found in across:
        others.setdefault(number, []).append(found)
    told: list[Diagnostic] = []
    for number, page in enumerate(own):
        here = list(page)
        if number in introducing:
            here = [found for found in here if found.code not in OF_QUESTIONS]
        here += others.get(number, ())
        here.sort(key=lambda found: found.line)
        told += here
    return told
