"""Runs of ``*``, ``_`` and ``~~``: which open and close emphasis, and what is left of each as text (CommonMark 0.31, 6.2).

Chinese, Japanese and Korean have no spaces between words, and stops and brackets right beside stars: next to their
characters a run of delimiters opens and closes whatever else stands there (markdown-cjk-friendly, "Specification").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from faqtui.patterns import pattern

_CJK = pattern(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
    "\U00016fe0-\U00018dff\U0001aff0-\U0001b2ff\U00020000-\U0003fffd\U000e0100-\U000e01ef]"
)
"""Characters of the scripts of East Asia, their full-width punctuation, and what selects a variant of one."""

_AT_END = r"(?=[\x00-\u10ff])[^\W_]"  # (?![\u1100-\U0010ffff]) says the same and takes 1.5 ms to compile, twice
EMPHASIZED = pattern(
    r"(?<![^\s!-)+-/:-@\[-^`{-}])(\*{1,3}|_{1,3})"
    rf"({_AT_END}(?:[^\\`<\[\]!*_~&{{\n$=:.]{{0,200}}{_AT_END})?)\1(?=[\s!-)+-/:-@\[-^`{{-}}]|$)"
)
"""Words between two runs of which the first can only open, the second only close: whatever is around, they are a pair."""

PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


Delimiters: TypeAlias = "tuple[int, str, int, bool, bool]"
"""A run of delimiters: its place in the output, the character, how often, whether it can open and whether it can close."""


def delimiters(text: str, start: int, end: int, place: int) -> Delimiters:
    """The run of delimiters from `start` to before `end` of a text."""
    char = text[start]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return place, char, end - start, *flanking(before, after, in_words=char != "_")


@lru_cache(4096)
def flanking(before: str, after: str, *, in_words: bool) -> tuple[bool, bool]:
    """Whether a run between these two characters can open and can close; `in_words` where it can so inside of words."""
    word_before, word_after = _is_word(before), _is_word(after)
    cjk_before, cjk_after = _is_cjk(before), _is_cjk(after)
    left = not after.isspace() and (word_after or cjk_after or cjk_before or not word_before)
    right = not before.isspace() and (word_before or cjk_before or cjk_after or not word_after)
    if in_words:
        return left, right
    return left and (not right or not word_before), right and (not left or not word_after)


def pair(runs: Sequence[Delimiters]) -> Iterator[tuple[int, str]]:
    """What is left as text of those runs that make emphasis, with the place of each."""
    openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    left: dict[int, int] = {}
    for place, char, length, can_open, can_close in runs:
        rest = length
        if can_close:
            stack = openers[char]
            while rest and stack:
                at, available, both, whole = stack[-1]
                # The rule of three: runs that both open and close do not pair when their lengths add up to one.
                if (both or can_open) and (whole + length) % 3 == 0 and (whole % 3 or length % 3) and char != "~":
                    break
                used = 2 if char == "~" or (rest >= 2 and available >= 2) else 1
                rest -= used
                available -= used
                left[at] = available
                # What opened in between, of whatever kind, can no longer close.
                for other in openers.values():
                    while other and other[-1][0] > at:
                        other.pop()
                if available > 0:
                    stack[-1][1] = available
                else:
                    stack.pop()
        left[place] = rest
        if rest and can_open:
            openers[char].append([place, rest, int(can_close), length])
    for place, char, length, _, _ in runs:
        if left[place] != length:
            yield place, char * left[place]


def _is_word(char: str) -> bool:
    """Whether a character is neither white space nor punctuation."""
    return char.isalnum() or (not char.isspace() and char not in PUNCTUATION and not _is_symbol(char))


def _is_cjk(char: str) -> bool:
    return char > "\u10ff" and _CJK.match(char) is not None


def _is_symbol(char: str) -> bool:
    from unicodedata import category

    return category(char)[0] in "PS"
