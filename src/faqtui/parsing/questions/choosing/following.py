"""Titles that ask of what stands above them: "The lamp smokes", and below it "Why does this happen?" and "What can I do?".

What they say is the answer to that, in parts: nobody asks them without it, and they come again below each title of a page.
"""

from __future__ import annotations

from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.wording import asks_of_this, is_faq_title, is_problems_title

_STYLES = frozenset({"heading", "bold", "lead", "run-in", "container"})


def taken_up(candidates: list[Candidate]) -> list[Candidate]:
    """These, which come in order, of which those no longer ask that ask of a title above them."""
    above: Candidate | None = None
    for c in candidates:
        if c.asks and c.style in _STYLES and asks_of_this(c.plain):
            if above is not None and _is_stated(above) and (c.style != "heading" or c.level > above.level):
                c.asks = False
        elif c.style == "heading" or c.asks:
            above = c
    return candidates


def _is_stated(title: Candidate) -> bool:
    """Whether a title says something that can be asked of: it does not ask itself, nor say that questions follow."""
    return not (title.asks or is_faq_title(title.plain) or is_problems_title(title.plain))
