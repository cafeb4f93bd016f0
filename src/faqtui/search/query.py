"""What was typed, read as words and operators; nothing typed raises.

The language: words, ``"a phrase"``, ``-not`` or ``!not``, ``topic:ecs``, ``kind:how-to``, ``has:code``, ``has:link``.
Pasted titles and error messages must work as they are, so only these four names make a facet, a quote counts only when it
has its partner, and a minus or exclamation sign only excludes at the start of a word, before a letter, in a query of up to
six words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faqtui.letters import fold
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.tokens import Token, tokenize

_FACET = pattern(r"(?i)(?:topic|kind|has):[^\s\"]*")
_PHRASE = pattern(r'(?<!\S)"([^"]+)"(?!\S)')


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood.

    `words` are the tokens of what is left when operators are taken out, phrase words included; their places are those
    in `text`, the query as typed. `open` says that the last word is still being typed (nothing follows it).
    """

    text: str
    words: tuple[Token, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    open: bool = True

    @property
    def has_operators(self) -> bool:
        """Whether the query says more than words."""
        return bool(self.phrases or self.excluded or self.facets)


def parse(text: str, *, literal: bool = False) -> Query:
    """Read a query; `literal` takes every character as words, as for a pasted error message."""
    is_open = bool(text) and not text[-1].isspace()
    if literal or not any(c in text for c in '":-!'):
        return Query(text, tuple(tokenize(text)), open=is_open)
    rest = text
    facets: list[tuple[str, str]] = []
    excluded: list[str] = []
    phrases: list[tuple[str, ...]] = []

    def blank(start: int, end: int) -> None:
        nonlocal rest
        rest = rest[:start] + " " * (end - start) + rest[end:]

    if rest.count('"') % 2 == 0:
        for match in _PHRASE.finditer(rest):
            words = tuple(t.term for t in tokenize(match.group(1)) if t.parts <= 1)
            if len(words) > 1:
                phrases.append(words)
    short = len(rest.split()) <= weights.MOST_WORDS_WITH_NOT
    for match in re.finditer(r"\S+", rest):
        word = match.group()
        name, _, value = word.partition(":")
        # One without a value is a facet only while it is being typed.
        if _FACET.fullmatch(word) and (value or match.end() == len(text)):
            facets.append((fold(name), fold(value)))
            blank(*match.span())
        elif short and word[0] in "-!" and word[1:2].isalpha():
            excluded += [t.term for t in tokenize(word[1:]) if t.parts <= 1]
            blank(*match.span())
    is_open = is_open and not rest[-1].isspace() and rest[-1] != '"'
    return Query(text, tuple(tokenize(rest)), tuple(phrases), tuple(excluded), tuple(facets), is_open)
