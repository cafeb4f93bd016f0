"""How much docutils is given of reStructuredText: what takes it no more than a second, nor makes it call itself too often."""

from __future__ import annotations

import re

MAX_CHARACTERS = 300_000
MAX_LINES = 8_000
MAX_MARKED = 2_500
"""Lines of explicit markup, fields and titles: 100 microseconds each, and half a millisecond for some."""

MAX_INDENTS = 30
"""Indentations inside one another: docutils calls itself for each, a dozen functions deep."""

MAX_SIGNS = 15_000
"""Runs of signs of inline markup."""

MAX_SEARCHED = 50_000_000
"""Signs times characters, over all paragraphs: docutils looks from each sign for its end through the whole paragraph."""

MAX_JOINED = 20_000_000
"""Signs that join words times characters, over all long runs without a blank: docutils goes from each to the end of the run."""

LONG = 200
"""Characters of a run without a blank that are searched in no time."""

_SIGNS = re.compile(r"[*`|]+|_(?=\W)")
_BULLETS = re.compile(r"(?:[-*+|>][ \t]+){0,60}")
_MARKED = re.compile(r"[ \t]*(?:\.\.[ \t]|__[ \t]|:[^:\s]|([!-/:-@[-`{-~])\1\1)")


def is_too_much(text: str) -> bool:
    """Whether docutils would take more than a second, or call itself too often."""
    lines = text.split("\n")
    if len(text) > MAX_CHARACTERS or len(lines) > MAX_LINES:
        return True
    marked = runs = searched = joined = 0
    signs = size = 0  # of the paragraph
    indents: list[int] = []
    for line in [*lines, ""]:
        stripped = line.lstrip(" \t")
        if not stripped:
            searched += signs * size
            runs += signs
            signs = size = 0
            continue
        signs += len(_SIGNS.findall(stripped))
        size += len(stripped)
        if len(stripped) > LONG:
            joined += sum(len(word) * sum(map(word.count, "-:{")) for word in stripped.split() if len(word) > LONG)
        marked += _MARKED.match(line) is not None
        indent = len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip(" ")) if line[0] in " \t" else 0
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        bullets = _BULLETS.match(stripped)
        if len(indents) + (len(bullets[0]) // 2 if bullets else 0) > MAX_INDENTS or marked > MAX_MARKED:
            return True
    return searched > MAX_SEARCHED or runs > MAX_SIGNS or joined > MAX_JOINED
