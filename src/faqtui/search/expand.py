"""What a typed word may mean in a library: the terms of its vocabulary, each with a quality from 1 (the word itself) down.

Words are compared with the vocabulary only, never with entries, so that the cost is that of a word list. Misspellings are
looked for when nothing nearer was found. The only module that imports rapidfuzz, which takes 7 ms, and only then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from faqtui.search import weights
from faqtui.search.aliases import aliases, phrases, singular, synonyms
from faqtui.search.english import GLUE_WORDS, PARTICLES, STOP_WORDS, stem, variants
from faqtui.search.index import SearchIndex

_VOWELS = str.maketrans("", "", "aeiou")
_SUFFIXES = ("ing", "ed", "ies", "ion", "ation", "ment", "er", "ly")
_SHORT_PARTICLES = tuple(particle for particle in sorted(PARTICLES) if len(particle) < weights.COMPOUND)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Expander:
    """Expands words over one index."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._aliases = aliases(index.aliases)
        self.phrases = phrases(self._aliases)
        self._synonyms = synonyms()
        self._glue = frozenset([index.find(word) for word in GLUE_WORDS])
        self._stems: dict[int, str] = {}
        self._heads: dict[tuple[int, int], dict[str, None]] = {}

    def is_glue(self, qualities: Mapping[int, float]) -> bool:
        """Whether a word means nothing but stop words that only make sentences."""
        return bool(qualities) and self._glue.issuperset(qualities)

    def expand(
        self, word: str, *, is_open: bool, joined: tuple[str, ...] = (), short: tuple[str, ...] = ()
    ) -> dict[int, float]:
        """The terms that `word` may mean, with their qualities.

        `is_open` says that the word may still be growing; `joined` are words it makes with its neighbours, `short` are those
        that it and its neighbours are written out in full.
        """
        found: dict[int, float] = {}
        index = self._index
        exact = index.find(word)
        if exact >= 0:
            found[exact] = weights.EXACT
        for other in joined:
            term = index.find(other)
            if term >= 0:
                _add(found, term, weights.JOINED)
        # Of a word still being typed the letters count, not what its beginning would be the stem of.
        self._same_stem(word, found, weights.STEM if exact >= 0 or not is_open else weights.OPEN_STEM)
        if is_open and exact < 0:
            for whole in _endings(word):
                self._same_stem(whole, found, weights.OPEN_STEM)
        for other in (*(self._aliases.get(word) or self._aliases.get(singular(word), ())), *short):
            self._stands_for(other, found)
        for other in self._synonyms.get(stem(word), ()):
            self._same_stem(other, found, weights.SYNONYM)
        if exact < 0 and len(word) >= weights.VARIED:
            for other in variants(word):
                if (term := index.find(other)) >= 0 and term not in index.stop_terms:
                    _add(found, term, weights.TOGETHER)
        if word.isdigit() and len(word) >= weights.NUMBER:
            for term, other in enumerate(index.terms):
                if other.endswith(word) and not other[: -len(word)][-1:].isdigit():
                    _add(found, term, weights.TOGETHER)
        if is_open or len(word) >= 3:
            self._begun(word, weights.PREFIX_LAST if is_open else weights.PREFIX, found)
        # A completion that no question has says little against a misspelling that many have.
        # Nor is what makes a word with its neighbour one that is misspelt: mail is no mill in e-mail.
        if (
            len(word) >= 2
            and exact < 0
            and not joined
            and all(index.starts[term] == index.middles[term] for term in found)
        ):
            if len(word) >= 3:
                self._misspelt(word, found)
                self._leave_glue(found)
            if is_open:
                self._begun(word[:-1], weights.KNOWN_BEGINNING, found)
        return found

    def compounds(self, word: str, *, is_open: bool) -> list[tuple[int, range]]:
        """Two words of the library that `word` is when they stand together: the first, and what the second may be.

        The second may still be growing where the word is (`is_open`).
        """
        index = self._index
        found: list[tuple[int, range]] = []
        least_first, least = weights.COMPOUND, weights.COMPOUND_OPEN if is_open else weights.COMPOUND
        if not word.isalpha() and not word.isdigit():
            # Figures are set apart from what they count or number, or not, however short it is: 10 GB, IP v6.
            least_first = least = 1
        for cut in range(least_first, len(word) - least + 1):
            first = index.find(word[:cut])
            if first >= 0 and first not in index.stop_terms:
                second = index.with_prefix(word[cut:]) if is_open else index.exactly(word[cut:])
                if second and len(second) <= weights.MOST_TERMS:
                    found.append((first, second))
        # Verbs stand apart from what their nouns are joined with: login, backup, plugin.
        if word.endswith(_SHORT_PARTICLES) and len(word) >= weights.COMPOUND + 2:
            first, second = index.find(word[:-2]), index.exactly(word[-2:])
            if first >= 0 and first not in index.stop_terms and second and (first, second) not in found:
                found.append((first, second))
        return found

    def _same_stem(self, word: str, found: dict[int, float], quality: float) -> None:
        for term in self._forms(word):
            _add(found, term, quality)

    def _forms(self, word: str) -> Iterator[int]:
        """The terms that are forms of a word, itself among them; of one of two letters, as abbreviations are, several."""
        if len(word) < 4 and word not in STOP_WORDS:
            several = f"{word}s" if len(word) == 2 else word[:2] if word[2:] == "s" else ""
            if several and several not in STOP_WORDS and (term := self._index.find(several)) >= 0:
                yield term
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
                yield term

    def _form(self, word: str) -> int:
        """The term that a word is, or else a form of it: a negative number where there is none."""
        term = self._index.find(word)
        return term if term >= 0 else next(self._forms(word), -1)

    def _stands_for(self, other: str, found: dict[int, float]) -> None:
        """What an abbreviation stands for: a word in its forms; of several words, the joined form and the rarest of them."""
        index = self._index
        words = other.split("-")
        if len(words) == 1:
            self._same_stem(other, found, weights.ALIAS_FORM)
        known = [term for term in map(self._form, words) if term >= 0]
        if len(known) == len(words):
            _add(found, min(known, key=lambda term: index.starts[term + 1] - index.starts[term]), weights.ALIAS)
        joined = "".join(words)
        for term in (index.find(joined), index.find(f"{joined}s")):
            if term >= 0:
                _add(found, term, weights.ALIAS)

    def _begun(self, word: str, best: float, found: dict[int, float]) -> None:
        terms = self._index.terms
        for term in self._completions(word):
            _add(found, term, best - weights.CLOSENESS * min(len(terms[term]), 20))

    def _completions(self, word: str) -> Sequence[int]:
        """The terms that start with `word`, without stop words, which are half of all; of very many those in most questions."""
        index = self._index
        stops = index.stop_terms
        starts, middles = index.starts, index.middles
        span = index.with_prefix(word)
        if len(span) <= weights.MOST_TERMS:
            return [term for term in span if term not in stops] if stops else span
        room = weights.MOST_IN_QUESTIONS
        found: list[int] = []
        for term in nsmallest(weights.MOST_TERMS, span, key=lambda term: starts[term] - middles[term]):
            size = middles[term] - starts[term]
            if size <= room and term not in stops:
                found.append(term)
                room -= size
        return found

    def _misspelt(self, word: str, found: dict[int, float]) -> None:
        index = self._index
        terms = index.terms
        same = index.with_prefix(word[0])
        first = same.start
        size = len(word)
        one_edit = weights.ONE_EDIT[min(size, len(weights.ONE_EDIT) - 1)]
        for at, edits in _near(word, terms[first : same.stop], 2 if size >= 8 else 1):
            _add(found, first + at, (one_edit if edits == 1 else weights.TWO_EDITS) * _alike(word, terms[first + at]))
        for other in _first_letter_variants(word):
            term = index.find(other)
            if term >= 0:
                _add(found, term, weights.FIRST_EDIT * one_edit)
            if size >= 5:
                for term in index.with_prefix(other):
                    _add(found, term, weights.FIRST_PREFIX_EDIT * one_edit)
        if size >= 4:
            for length in (size - 1, size, size + 1):
                heads = list(self._heads_of(same, length))
                for at, _ in _near(word, heads, 1):
                    for term in index.with_prefix(heads[at]):
                        _add(found, term, weights.PREFIX_EDIT * one_edit * _alike(word, terms[term]))
        self._abbreviated(word, same, found)

    def _leave_glue(self, found: dict[int, float]) -> None:
        """Forget what a misspelling may mean that most entries have, unless it can mean nothing else."""
        glue = found.keys() & self._glue
        if len(glue) < len(found):
            for term in glue:
                del found[term]

    def _heads_of(self, span: range, length: int) -> dict[str, None]:
        """The different beginnings of a length that longer terms in a span have; the last few are remembered."""
        key = (span.start, length)
        heads = self._heads.get(key)
        if heads is None:
            terms = self._index.terms
            if len(self._heads) >= weights.MOST_HEADS:
                del self._heads[next(iter(self._heads))]
            heads = self._heads[key] = dict.fromkeys(
                [term[:length] for term in terms[span.start : span.stop] if len(term) > length]
            )
        return heads

    def _abbreviated(self, word: str, same: range, found: dict[int, float]) -> None:
        """Words without their vowels (dplymnt), and, when nothing else was found, letters left out anywhere (kubctl)."""
        first = same.start
        choices = self._index.terms[first : same.stop]
        bare = word[1:].translate(_VOWELS)
        if len(bare) >= 2 and bare == word[1:]:
            for at, choice in enumerate(choices, first):
                if choice[1:].translate(_VOWELS) == bare:
                    _add(found, at, weights.SKELETON)
        if len(bare) >= 2 and (bare == word[1:] or not found):
            longest = 3 * len(word)
            # One expression a letter: the regular expression engine is ten times as fast as a loop here.
            pattern = re.compile("".join([f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in word[1:]]))
            for at, choice in enumerate(choices, first):
                if len(choice) <= longest and pattern.match(choice, 1):
                    _add(found, at, weights.SUBSEQUENCE)


def import_distances() -> None:
    """Import what counts edits: whoever has a moment to spare does so before somebody misspells a word."""
    from rapidfuzz import distance  # noqa: F401


def _near(word: str, choices: Sequence[str], most: int) -> Iterable[tuple[int, int]]:
    """The places of the choices at most `most` edits from `word`, with their edits; a swap of neighbours is one edit."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for _, edits, at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
        yield at, int(edits)


def _add(found: dict[int, float], term: int, quality: float) -> None:
    if found.get(term, 0.0) < quality:
        found[term] = quality


def _alike(word: str, other: str) -> float:
    """1 where the spellings differ at the end of the word, less the earlier they do."""
    same = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        same += 1
    return 1 - weights.EARLIER * (1 - same / len(word))


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
