"""Finding by meaning in commands: whether a query is looked for so, and having made what that needs, with a progress bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.commands.content import progress_bar

if TYPE_CHECKING:
    from faqtui.commands.console import Console
    from faqtui.faq import Faq

FEW = 200
"""Entries up to which a single query has vectors made of all: within a second. Of more, only of what the words find."""


def can_be_meant(console: Console, faq: Faq, query: str, *, most: int | None = None) -> bool:
    """Whether a query is to be looked for by its meaning: it is a sentence, and a model is installed.

    Then the model is loaded and what vectors are missing are made, unless there are more than `most`.
    """
    from faqtui.search.query import parse

    if not parse(query).is_sentence or faq.meaning is None:
        return False
    if not faq.meaning.is_ready:
        with progress_bar(console, "reading for meaning") as bar:
            faq.meaning.complete(bar, most=most)
        if faq.meaning.problem:
            console.say(f"found by words alone: {faq.meaning.problem}")
    return not faq.meaning.problem
