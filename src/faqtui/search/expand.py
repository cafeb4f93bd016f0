"""What a typed word may mean in a library: the terms of its vocabulary, each with a quality from 1 (the word itself) down.

Words are compared with the vocabulary only, never with entries, so that the cost is that of a word list. Misspellings are
looked for when nothing nearer was found. Telling how near two spellings are is passed in, so that this module stays light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from faqtui.search.index import SearchIndex
from faqtui.search.tokens import stem

EXACT = 1.0
JOINED = 1.0  # sideeffects for side-effects, github for git hub
STEM, OPEN_STEM = 0.8, 0.7
ALIAS, ALIAS_FORM = 0.85, 0.75  # creds: credentials, credential
SYNONYM = 0.6
PREFIX_LAST, PREFIX = 0.88, 0.78
CLOSENESS = 0.005  # a letter: short completions first, by a rule that does not change while more letters are typed
ONE_EDIT = (0.0, 0.0, 0.0, 0.45, 0.5, 0.57, 0.62, 0.65, 0.68)  # by letters of the word: short words are near to many
TWO_EDITS = 0.42
FIRST_EDIT = 0.88  # of one edit: the first letter is the one people get right
SKELETON = 0.55  # the word without its vowels
PREFIX_EDIT, FIRST_PREFIX_EDIT = 0.8, 0.68  # of one edit
SUBSEQUENCE = 0.35
MOST_TERMS = 300  # of one prefix; a single letter would else bring a twentieth of the vocabulary

Meanings: TypeAlias = "Mapping[str, tuple[str, ...]]"

Near: TypeAlias = "Callable[[str, Sequence[str], int], Iterable[tuple[int, int]]]"
"""(word, choices, most) to (place in choices, edits) of those at most so many edits away; a swap of neighbours is one edit."""

_VOWELS = str.maketrans("", "", "aeiou")
_SUFFIXES = ("ing", "ed", "ies", "ion", "ation", "ment", "er", "ly")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Expander:
    """Expands words over one index."""

    def __init__(self, index: SearchIndex, aliases: Meanings, synonyms: Meanings, near: Near) -> None:
        self._index = index
        self._aliases = aliases
        self._synonyms = synonyms
        self._near = near
        self._stems: dict[int, str] = {}

    def expand(self, word: str, *, is_open: bool, joined: tuple[str, ...] = ()) -> dict[int, float]:
        """The terms that `word` may mean, with their qualities.

        `is_open` says that the word may still be growing; `joined` are words it makes with its neighbours.
        """
        found: dict[int, float] = {}
        index = self._index
        exact = index.find(word)
        if exact >= 0:
            found[exact] = EXACT
        for other in joined:
            term = index.find(other)
            if term >= 0:
                _add(found, term, JOINED)
        # Of a word still being typed the letters count, not what its beginning would be the stem of.
        self._same_stem(word, found, STEM if exact >= 0 or not is_open else OPEN_STEM)
        if is_open and exact < 0:
            for whole in _endings(word):
                self._same_stem(whole, found, OPEN_STEM)
        for other in self._aliases.get(word, ()):
            self._same_stem(other, found, ALIAS_FORM)
            term = index.find(other)
            if term >= 0:
                _add(found, term, ALIAS)
        for other in self._synonyms.get(stem(word), ()):
            self._same_stem(other, found, SYNONYM)
        if is_open or len(word) >= 3:
            best = PREFIX_LAST if is_open else PREFIX
            terms = index.terms
            for term in self._completions(word):
                _add(found, term, best - CLOSENESS * min(len(terms[term]), 20))
        # A completion that no question has says little against a misspelling that many have.
        if len(word) >= 3 and exact < 0 and all(index.starts[term] == index.middles[term] for term in found):
            self._misspelt(word, found)
        return found

    def _same_stem(self, word: str, found: dict[int, float], quality: float) -> None:
        if len(word) < 3:
            return
        root = stem(word)
        terms = self._index.terms
        stems = self._stems
        for term in self._index.with_prefix(root[: max(3, len(root) - 1)]):
            known = stems.get(term)
            if known is None:
                known = stems[term] = stem(terms[term])
            if known == root:
                _add(found, term, quality)

    def _completions(self, word: str) -> Sequence[int]:
        """The terms that start with `word`; of very many, those in the most questions."""
        index = self._index
        span = index.with_prefix(word)
        if len(span) <= MOST_TERMS:
            return span
        starts, middles = index.starts, index.middles
        return sorted(span, key=lambda term: starts[term] - middles[term])[:MOST_TERMS]

    def _misspelt(self, word: str, found: dict[int, float]) -> None:
        index = self._index
        terms = index.terms
        same = index.with_prefix(word[0])
        first = same.start
        choices = terms[first : same.stop]
        size = len(word)
        one_edit = ONE_EDIT[min(size, len(ONE_EDIT) - 1)]
        for at, edits in self._near(word, choices, 2 if size >= 8 else 1):
            _add(found, first + at, one_edit if edits == 1 else TWO_EDITS)
        for other in _first_letter_variants(word):
            term = index.find(other)
            if term >= 0:
                _add(found, term, FIRST_EDIT * one_edit)
            if size >= 5:
                for term in index.with_prefix(other):
                    _add(found, term, FIRST_PREFIX_EDIT * one_edit)
        if size >= 4:
            for length in (size - 1, size, size + 1):
                heads = [term[:length] if len(term) > length else "" for term in choices]
                for at, _ in self._near(word, heads, 1):
                    _add(found, first + at, PREFIX_EDIT * one_edit)
        bare = word.translate(_VOWELS)
        if len(bare) < 2:
            return
        for at, choice in enumerate(choices, first):
            if word == bare and choice.translate(_VOWELS) == bare:
                _add(found, at, SKELETON)
            elif len(choice) <= 3 * size and is_subsequence(word, choice):
                _add(found, at, SUBSEQUENCE)


def _add(found: dict[int, float], term: int, quality: float) -> None:
    if found.get(term, 0.0) < quality:
        found[term] = quality


def _endings(word: str) -> Iterable[str]:
    """The words that a beginning such as ``deleti`` or ``deploym`` may be about to become, when it ends inside a suffix."""
    for suffix in _SUFFIXES:
        for typed in range(len(suffix) - 1, 0, -1):
            if word.endswith(suffix[:typed]) and len(word) - typed >= 3:
                yield word + suffix[typed:]
                break


def _first_letter_variants(word: str) -> Iterable[str]:
    """The words whose first letter was dropped, changed, doubled up or swapped: looked up, since a slice cannot hold them."""
    yield word[1:]
    yield word[1] + word[0] + word[2:]
    for letter in _LETTERS:
        yield letter + word
        yield letter + word[1:]


def is_subsequence(word: str, term: str) -> bool:
    """Whether the letters of `word` stand in `term` in this order."""
    rest = iter(term)
    return all(char in rest for char in word)
