"""The words that topics are named by: which of them are nouns and names, and how good a name each is.

What is a noun is told by what stands around it ("the delegate", "to delegate"), in the questions and in the answers, and by what
is known of the language (`topic_languages`). Words that stand in code only are no names. How questions are put under the
names is in `grouping`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from faqtui.parsing.tree.code_words import code_aside, prose
from faqtui.parsing.tree.segmenters import korean_stem, segmenter
from faqtui.parsing.tree.topic_languages import MARKS, language_of, plural
from faqtui.patterns import pattern

_LATIN = "A-Za-z\u00c0-\u024f"
WORD = pattern(rf"[{_LATIN}][\w+#\u00c0-\u024f]*(?:[./&'\u2019-][A-Za-z][\w+#]*)*|[^\W\d_](?:[^\W_]|[{MARKS}])*")
_PLAIN = pattern(r"[A-Za-z\u00c0-\u024f][\w+#]*")
"""Words without what holds compounds together: three times as fast, for the answers."""

_PLAIN_FOREIGN = pattern(rf"[^\W\d_](?:[\w+#]|[{MARKS}])*")
_UNSPACED = frozenset(("zh", "ja"))
_BEFORE_NOUNS = frozenset("the a an this that these your my its each every any of for with".split())  # noqa: SIM905
_BEFORE_VERBS = frozenset("to can will must should not you we they would could may don't".split())  # noqa: SIM905
_AFTER_VERBS = frozenset("the a an your my it them this about".split())  # noqa: SIM905 - sentences more than lists
_INVERTED = pattern(r"-(?:je|tu|ils?|elles?|on|nous|vous|ce)$")
_ELIDED = frozenset(("fr", "it"))
"""Languages that write an article without its vowel as one with the word behind it."""

_READ = 600
"""Characters of an answer that are read for evidence: the first sentences say what it is about."""

_SAMPLE = 300
"""Entries whose answers are read."""

_PROSE = 2000
"""Characters of an answer in which a word may stand outside code."""

_NAME = 1.5
"""The quality from which a pair of words is a name."""

_MODIFIERS = ("ly", "ed", "able", "ible", "ful", "ous", "ive")


class Term:
    """A word or a pair of words that questions share: `places` are their positions, `quality` is 0 for what is no name."""

    __slots__ = ("forms", "key", "places", "quality", "words")

    def __init__(self, key: str, words: int) -> None:
        self.key = key
        self.words = words
        self.places: dict[int, None] = {}
        self.forms: Counter[str] = Counter()
        self.quality = 0.0

    def name(self, oblique: tuple[str, ...] = ()) -> str:
        """The form that most questions use, as a title; a common noun in the plural where they use one.

        Forms with an `oblique` ending are used only where there are no others.
        """
        form = min(self.forms, key=lambda f: (bool(oblique) and f.lower().endswith(oblique), -self.forms[f], f))
        if not oblique and not any(char.isupper() for char in form[1:]):
            plurals = [f for f in self.forms if f.lower() != self.key and plural(f.lower()) == self.key]
            if plurals and sum(self.forms[f] for f in plurals) >= 0.2 * sum(self.forms.values()):
                form = min(plurals, key=lambda f: (-self.forms[f], f))
        return form if any(char.isupper() for char in form) else form[:1].upper() + form[1:]


class TopicWords:
    """What is known of the words of some questions and their answers.

    `sources` are the questions and answers as they are written, where it is known: what of them is code.
    """

    def __init__(
        self,
        questions: Sequence[str],
        answers: Sequence[str],
        title: str,
        sources: Sequence[tuple[str, str]] = (),
    ) -> None:
        self._questions = questions
        self._sources = sources
        self.count = len(questions)
        self.language = language = language_of(questions)
        self._cut = segmenter(language.code) if language.code in _UNSPACED else None
        self.has_topics = language.has_topics and (self._cut is not None or language.code not in _UNSPACED)
        self._stems: dict[str, str] = {}
        self._attested: set[str] = set()
        self._terms: dict[str, Term] = {}
        if not self.has_topics:
            return
        if language.code == "ko":
            self._attested = {word for question in questions for word in _PLAIN_FOREIGN.findall(question)}
            self._attested |= {korean_stem(word, lambda _: False) for word in self._attested}
        self._articles = language.articles or _BEFORE_NOUNS
        self._verbal = language.verbal or _BEFORE_VERBS
        step = max(1, self.count // _SAMPLE)
        texts: list[set[str]] = []
        self._nouns: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._written: Counter[str] = Counter()
        for place in range(0, self.count, step):
            answer = answers[place][:_READ]
            if self._cut is None:
                self._written.update(self._plain().findall(answer))
            words = [*self.plain(questions[place]), *self.plain(answer)]
            texts.append(set(words))
            self._learn(words)
        self.own = {self.stem(word.lower()) for _, word, _ in self._words(title)} | self._everywhere(texts)
        self._capitals: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._heads: Counter[str] = Counter()
        self._opens: Counter[str] = Counter()
        # The words of titles outside code; those of answers are looked at where a word is not among these.
        self._in_prose: set[str] = set()
        self._in_answers: set[str] | None = None
        self._terms = self._collect(questions, learn=True)

    def _learn(self, words: list[str]) -> None:
        """What stands before and after each word says whether it is rather a noun or a verb."""
        nouns, verbs = self._nouns, self._verbs
        is_english = self.language.code == "en"
        for before, word in pairwise(words):
            if before in self._articles:
                nouns[self.stem(word)] += 1
            elif before in self._verbal:
                verbs[self.stem(word)] += 1
            if is_english and word in _AFTER_VERBS:
                verbs[self.stem(before)] += 1
        if self._cut is not None or self.language.fronts:
            for word in words:
                if self._cut is not None or self.language.bare(word) != word:
                    nouns[self.stem(word)] += 1

    def stem(self, word: str) -> str:
        """What the forms of a word in lower case share."""
        found = self._stems.get(word)
        if found is None:
            found = (
                korean_stem(word, self._attested.__contains__)
                if self.language.code == "ko"
                else self.language.stem(word)
            )
            self._stems[word] = found
        return found

    def _plain(self) -> re.Pattern[str]:
        return _PLAIN if self.language.code == "en" else _PLAIN_FOREIGN

    def plain(self, text: str) -> list[str]:
        """The words of a text in lower case, those that stand in compounds by themselves."""
        return [word.lower() for word in (self._plain().findall(text) if self._cut is None else self._cut(text))]

    def content(self, text: str) -> set[str]:
        """The stems of a text's words that are no stop words."""
        shortest = 2 if self.language.code == "en" else 1
        is_stop = self.language.is_stop
        return {self.stem(word) for word in set(self.plain(text)) if len(word) > shortest and not is_stop(word)}

    def pairs(self, text: str) -> set[str]:
        """The pairs of such words that stand side by side: "task count" says more than its words do."""
        is_stop = self.language.is_stop
        words = [self.stem(word) if len(word) > 2 and not is_stop(word) else "" for word in self.plain(text)]
        return {f"{first} {second}" for first, second in pairwise(words) if first and second}

    def name(self, term: Term) -> str:
        """What a topic of this term is called."""
        return term.name(self.language.oblique)

    def terms(self, texts: Sequence[str]) -> list[Term]:
        """The words and pairs of words that at least two of `texts` share and that can be names, with their quality."""
        found = self._terms if texts is self._questions else self._collect(texts)
        most = max((0.34 if self.count > 40 else 0.4) * self.count, 4)
        kept = []
        for term in found.values():
            if 2 <= len(term.places) <= most:
                term.quality = self._quality(term, found)
                if term.quality > 0 and self._is_said(term):
                    kept.append(term)
        # A name of which a word is never without the other is one: "Ant Design", not "Ant".
        for term in kept:
            for part in term.key.split(" ") if term.words == 2 and term.quality > _NAME else ():
                if len(found[part].places) == len(term.places):
                    found[part].quality = min(found[part].quality, term.quality - 0.1)
        return kept

    def names(self, text: str) -> list[Term]:
        """The terms of one text that can be names, the best one first."""
        named = [self._terms[key] for key in self._collect([text]) if " " not in key and key in self._terms]
        for term in named:
            term.quality = self._quality(term, self._terms)
        return sorted(
            (t for t in named if t.quality > 0 and self._is_said(t)), key=lambda term: (-term.quality, term.key)
        )

    def _is_said(self, term: Term) -> bool:
        """Whether the words of a term stand anywhere outside code: the names of variables are no topics."""
        if not self._sources:
            return True
        missing = [part for part in term.key.split(" ") if part not in self._in_prose]
        if missing and self._in_answers is None:
            self._in_answers = {
                self.stem(word) for _, answer in self._sources for word in self.plain(prose(answer[:_PROSE]))
            }
        return not missing or self._in_answers is None or self._in_answers.issuperset(missing)

    def _collect(self, texts: Sequence[str], *, learn: bool = False) -> dict[str, Term]:
        found: dict[str, Term] = {}
        language, stem = self.language, self.stem
        for place, text in enumerate(texts):
            before: tuple[str, int, int] | None = None
            aside = code_aside(text, self._sources[place][0]) if learn and self._sources else text
            if learn and aside is not text:
                self._in_prose.update(stem(word.lower()) for _, word, _ in self._words(aside))
            for start, word, end in self._words(text):
                lower = word.lower().replace("\u2019", "'")
                key = stem(lower)
                if learn:
                    self._seen[key] += 1
                    self._opens[key] += not start
                    if aside is text:
                        self._in_prose.add(key)
                    if word != lower and (word[1:] != lower[1:] or not _starts(text, start)):
                        self._capitals[key] += 1
                usable = len(word) > 1 and key not in self.own and not (language.is_stop(word) or key in language.stop)
                if usable and "-" in lower and _INVERTED.search(lower) is not None:
                    usable = False
                gap = text[before[2] : start] if before is not None else ""
                # Between Chinese and Latin letters a space is no more than room.
                joined = before is not None and (self._cut is None or text[before[1] : end].isascii())
                adjacent = joined and gap in {" ", "-"}
                # "The battery leaks" is about batteries, "the local variable" not about locals.
                if learn and before is not None and not (usable and adjacent and self._is_noun(key)):
                    self._heads[before[0]] += 1
                if usable:
                    _add(found, key, word, place, 1)
                    if before is not None and (adjacent or gap.lower() in language.bridges):
                        _add(found, f"{before[0]} {key}", text[before[1] : end], place, 2)
                    before = (key, start, end)
                elif before is None or f" {lower} " not in language.bridges:
                    before = None
            if learn and before is not None:
                self._heads[before[0]] += 1
        return found

    def _words(self, text: str) -> Iterator[tuple[int, str, int]]:
        """The words of a text with their places."""
        if self._cut is not None:
            end = 0
            for word in self._cut(text):
                start = text.find(word, end)
                end = start + len(word)
                yield start, word, end
            return
        for match in WORD.finditer(text):
            start, word = match.start(), match[0].rstrip("'\u2019.-/&")
            if word.endswith(("'s", "\u2019s")):
                word = word[:-2]
            elif self.language.code in _ELIDED and (cut := max(word.rfind("'"), word.rfind("\u2019"))) >= 0:
                start, word = start + cut + 1, word[cut + 1 :]
            elif self.language.code == "ko" and not word.isascii():
                word = self.stem(word)
            yield start, word, match.end()

    def _everywhere(self, texts: Sequence[set[str]]) -> set[str]:
        """Words that stand in so many entries that the page might as well be named after them."""
        seen: Counter[str] = Counter()
        for words in texts:
            seen.update(set(map(self.stem, words)))
        return {word for word, times in seen.items() if times > (0.4 if len(texts) > 20 else 0.5) * len(texts)}

    def _quality(self, term: Term, found: dict[str, Term]) -> float:
        """How good a name a term is: product names and acronyms first, then nouns; 0 for what is none."""
        parts = term.key.split(" ")
        proper = [self._is_proper(part) for part in parts]
        if term.words == 2:
            return self._quality_of_pair(term, found, parts, proper)
        key, language = term.key, self.language
        if proper[0]:
            form = self.name(term)
            if form.isupper() and len(form) <= 6:
                return 2.6
            # A word that is also written small is rather a noun than a name.
            return 2.4 if self._capitals[key] > 0.85 * self._seen[key] else 1.6
        if language.code == "de" or (language.articles and not self._is_noun(key)):
            return 0
        forms = [form.lower() for form in term.forms]
        if language.no_nouns and not self._is_noun(key) and any(map(language.is_no_noun, forms)):
            return 0
        english = language.code == "en"
        if english and (key.endswith(_MODIFIERS) or (key.endswith("ing") and not self._is_noun(key))):
            return 0
        if (len(key) < 3 and key.isascii()) or self._is_verb(key) or (english and self._only_asks(key)):
            return 0
        # "Local", "non-English": words that only stand before another one.
        if 2 * self._heads[key] < self._seen[key]:
            return 0
        if len(term.places) < 3 and self.count > 40:
            return 0
        return 1.3 if self._is_noun(key) else 0.8

    def _quality_of_pair(self, term: Term, found: dict[str, Term], parts: list[str], proper: list[bool]) -> float:
        first, last = parts
        if 2 * self._heads[last] < self._seen[last]:
            return 0
        if all(proper):
            return 2.3
        if self.language.code != "en":
            # Where both stand nowhere else they are one name: "mot de passe", "correo electrónico".
            together = len(term.places) == max(len(found[part].places) for part in parts)
            return 1.7 if together and not self.language.is_no_noun(last) else 0
        if last.endswith(_MODIFIERS) or self._is_verb(last) or (not proper[0] and self._is_verb(first)):
            return 0
        # A pair that its words nearly always form is the name of one thing: "machine learning".
        if len(term.places) >= 0.7 * min(len(found[part].places) for part in parts):
            return 1.6 if proper[1] or self._is_noun(first) or self._is_noun(last) or last.endswith("ing") else 0
        return 1.1 if proper[1] or self._is_noun(last) else 0

    def _only_asks(self, key: str) -> bool:
        """Whether a word opens questions and does little else, in a language that nobody knows: "Mitä", "Kā"."""
        return self._opens[key] > 1 and self._opens[key] >= 0.8 * (self._seen[key] + self._written[key])

    def _is_proper(self, key: str) -> bool:
        # "WARNING" in a message is the word that the answers write small.
        return self._capitals[key] >= 0.5 * self._seen[key] and self._written[key] <= 3 * self._capitals[key]

    def _is_noun(self, key: str) -> bool:
        return self._nouns[key] > self._verbs[key]

    def _is_verb(self, key: str) -> bool:
        return self._verbs[key] > self._nouns[key]


def _starts(text: str, position: int) -> bool:
    """Whether a word begins a sentence, where a capital says nothing."""
    return text[:position].rstrip()[-1:] in {".", "?", "!", ":", "", "\u00bf", "\u00a1"}


def _add(terms: dict[str, Term], key: str, form: str, place: int, words: int) -> None:
    term = terms.get(key)
    if term is None:
        term = terms[key] = Term(key, words)
    term.places.setdefault(place)
    term.forms[form] += 1
