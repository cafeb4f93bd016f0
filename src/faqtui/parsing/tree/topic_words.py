"""The words that topics are named by: which of them are nouns and names, and how good a name each is.

In English what is a noun is told by what stands around it ("the delegate", "to delegate"), in the questions and in the
answers. Of other languages the commonest words without meaning are known, no more. How questions are put under these
names is in `grouping`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from faqtui.patterns import pattern

WORD = pattern(r"[A-Za-z\u00c0-\u024f][\w+#\u00c0-\u024f]*(?:[./&'\u2019-][A-Za-z][\w+#]*)*|[^\W\d_]+", re.UNICODE)
PLAIN = pattern(r"[A-Za-z\u00c0-\u024f][\w+#]+")
"""Words without what holds compounds together: three times as fast, for the answers."""

_HAN = pattern(r"([\u30a1-\u30ff]{2,})|[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
"""A word of katakana, or a run of Chinese characters."""

_BEFORE_NOUNS_TEXT = "the a an this that these your my its each every any of for with"
_BEFORE_VERBS_TEXT = "to can will must should not you we they would could may don't"
_AFTER_VERBS_TEXT = "the a an your my it them this about"
_BEFORE_NOUNS = frozenset(_BEFORE_NOUNS_TEXT.split())
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_TEXT.split())
_AFTER_VERBS = frozenset(_AFTER_VERBS_TEXT.split())
_STOP_TEXT = """
a able about above access according across actual actually add added adding addition additional advantage advantages
after again against ago all allow allowed allows along already also always am among an and another answer answers
any anymore anyone anything apart app appear application applications apply apps are aren't around as ask asked
associate at automatically available avoid away back basic be because become been before behavior behaviour being
below benefit benefits best better between beyond big both brief bring build built but by call called can can't
cannot case cases cause causes certain change changed changes check choose click code come common compare compared
complete concept concepts conduct configuration configurations configure configured cons consider contain contains
content correct could couldn't create created creating current currently customer daily data day days deal default
define defined definition definitions
deployment deployments describe detail details did didn't difference differences different directly
disadvantages do does doesn't doing don't done down during each earlier easily easy effect effective efficient
efficiently either else enable enabled encountered end ensure equivalent
error errors etc even ever every example examples
exist existing exists expect explain explanation extra extract faced faq far feature features fast fetch few file files
find fine first fix following foo for formatting found from full further general get gets getting give given go going
good got great guidelines had handle handled happen happened happens has hasn't have haven't having he help her here
hers high him his hour hours how however i i'd i'll i'm i've id idea ids if impact implement important in included
includes including incorporate increase individuals information initiating inside instead intended interact
interacting into invalid involved is isn't issue issues it it's its itself just keep kind kinds know known large
last later latest leave less let level like likely limit limits line list little long look looking losing lot low
made main major make makes making manage manager managing manner many mark mask matter may maybe me mean meaning
means mechanism method methods might mind mine minimum minutes missing modify month more most much multiple must my
name names necessary need needed needs never new next no non none normal not note nothing now number occur occurs of
off often ok old on once one ones only onto open option options or order original other others our out output
outputs over own page parameter parameters part particular parts pass past people per perform place please point
possible practice practices prefer present previous problem problems process project projects proper properly pros
provide provided provides purpose purposes put question questions quick rather read real really reason reasons
receive recommend recommended reduce refer regarding related remove required requirement requirements resolve
resolved result results retrieve return right role rotation run running same save say second see seem seen select
send separate service services set sets setting several she should shouldn't show significance signifies similar
simple simply since single situation skip slow small snippet so solution solutions solve some someone something sometimes
specific specified specify specifying stand standard start started state status step steps still stop such suggest
support supported supports sure system systems take takes talk tell term terms than that that's the their
them themselves then there these they thing things think this those though thoughts through thus time times to today
together too tool top total toward tried troubleshoot true try trying turn two type types under understand unlike
until up upon us usage use used useful user users uses using usually utilizing value values various vary version
versions very via view want wants was way ways we week well were what what's whatever when where whether which while
who whole whom whose why will with within without won't word words work working works worth would write written
wrong year yes yet you you'd you're your yourself
"""
_FOREIGN_TEXT = """
aber als auch auf aus bei bin bis das dass dem den denn der des die dies diese dieser dieses doch ein eine einem einen
einer eines für gibt habe haben hat ich ihr ihre ist kann kein keine können mein meine mich mit muss nach nicht noch
nur oder ohne sein sich sie sind soll über und uns vom von vor wann warum was welche welcher welches wenn wer werden wie
wird wo wozu zum zur
afin alors au aussi aux avec avez avoir ce ces cet cette chez comme comment dans de depuis des dois donc du elle elles en
est et faire faut fait il ils je la le les leur leurs lors lui ma mais mes mon ne nos notre nous on ont ou où par pas
peut peux plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se ses si sont sous sur tous
tout toute un une vers vos votre vous
al algo como cómo con cual cuál cuando cuándo cuánto del desde dónde el ella ellos entre es esta está este esto hacer hay
las lo los más mi mis muy para pero por puede puedo qué quién según ser sin sobre su sus también tengo tiene una uno
y ya
ao aos as até com da das do dos é ela ele em eu fazer isso mais meu minha não na nas no nos nós o os ou pela pelo
pode posso quais qual quanto quem são sem seu sua também tem tenho um uma
alla alle che chi ci cosa dal dalla degli dei del della delle di dove gli ho il io la lo mia mio nel nella non perché più
posso può quale quali quando quanto questa questo se si sono sua suo tra tutti
aan als bij dan dat deze die dit een geen heb hebben heeft het hoe je jullie kan kunnen maar meer met mijn naar
niet nog of om onze ook op te tot uit voor waar waarom wanneer wat welke wij worden wordt zijn
如何 怎么 怎样 什么 为什 多少 多久 哪些 哪里 可以 是否 能否 请问 我们 你们 使用 需要
"""
_ENGLISH = frozenset(_STOP_TEXT.split())
_STOP = _ENGLISH.union(_FOREIGN_TEXT.split())
_INVERTED = pattern(r"-(?:je|tu|ils?|elles?|on|nous|vous|ce)$")
_READ = 600
"""Characters of an answer that are read for evidence: the first sentences say what it is about."""

_SAMPLE = 300
"""Entries whose answers are read."""

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

    def name(self) -> str:
        """The form that most questions use, as a title; a common noun in the plural where they use one."""
        form = min(self.forms, key=lambda f: (-self.forms[f], f))
        if not any(char.isupper() for char in form[1:]):
            plurals = [f for f in self.forms if f.lower() != self.key and stem(f.lower()) == self.key]
            if plurals and sum(self.forms[f] for f in plurals) >= 0.2 * sum(self.forms.values()):
                form = min(plurals, key=lambda f: (-self.forms[f], f))
        return form if any(char.isupper() for char in form) else form[:1].upper() + form[1:]


class Words:
    """What is known of the words of some questions and their answers."""

    def __init__(self, questions: Sequence[str], answers: Sequence[str], title: str) -> None:
        self._questions = questions
        self.count = len(questions)
        step = max(1, self.count // _SAMPLE)
        texts: list[set[str]] = []
        self._nouns: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._written: Counter[str] = Counter()
        for place in range(0, self.count, step):
            written = PLAIN.findall(answers[place][:_READ])
            self._written.update(written)
            words = [word.lower() for word in (*PLAIN.findall(questions[place]), *written)]
            texts.append(set(words))
            self._learn(words)
        self.own = {stem(word.lower()) for word in WORD.findall(title)} | _everywhere(texts)
        self._capitals: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._heads: Counter[str] = Counter()
        self._opens: Counter[str] = Counter()
        self._found = self._collect(questions, learn=True)

    def _learn(self, words: list[str]) -> None:
        """What stands before and after each word says whether it is rather a noun or a verb."""
        nouns, verbs = self._nouns, self._verbs
        for before, word in pairwise(words):
            if before in _BEFORE_NOUNS:
                nouns[stem(word)] += 1
            elif before in _BEFORE_VERBS:
                verbs[stem(word)] += 1
            if word in _AFTER_VERBS:
                verbs[stem(before)] += 1

    def terms(self, texts: Sequence[str]) -> list[Term]:
        """The words and pairs of words that at least two of `texts` share and that can be names, with their quality."""
        found = self._found if texts is self._questions else self._collect(texts)
        most = max((0.34 if self.count > 40 else 0.4) * self.count, 4)
        kept = []
        for term in found.values():
            if 2 <= len(term.places) <= most:
                term.quality = self._quality(term, found)
                if term.quality > 0:
                    kept.append(term)
        return kept

    def names(self, text: str) -> list[Term]:
        """The terms of one text that can be names, the best one first."""
        named = [self._found[key] for key in self._collect([text]) if " " not in key and key in self._found]
        for term in named:
            term.quality = self._quality(term, self._found)
        return sorted((t for t in named if t.quality > 0), key=lambda term: (-term.quality, term.key))

    def _collect(self, texts: Sequence[str], *, learn: bool = False) -> dict[str, Term]:
        found: dict[str, Term] = {}
        for place, text in enumerate(texts):
            before: tuple[str, str, int] | None = None
            for start, word, end in _words(text):
                lower = word.lower().replace("\u2019", "'")
                key = stem(lower)
                if learn:
                    self._seen[key] += 1
                    self._opens[key] += not start
                    if word != lower and (word[1:] != lower[1:] or not _starts(text, start)):
                        self._capitals[key] += 1
                usable = len(word) > 1 and key not in self.own and not _is_stop(word, lower)
                adjacent = before is not None and text[before[2] : start] in {" ", "-"}
                # "The battery leaks" is about batteries, "the local variable" not about locals.
                if learn and before is not None and not (usable and adjacent and self._is_noun(key)):
                    self._heads[before[1]] += 1
                if usable:
                    _add(found, key, word, place, 1)
                    if before is not None and adjacent:
                        _add(found, f"{before[1]} {key}", f"{before[0]} {word}", place, 2)
                before = (word, key, end) if usable else None
            if learn and before is not None:
                self._heads[before[1]] += 1
        return found

    def _quality(self, term: Term, found: dict[str, Term]) -> float:
        """How good a name a term is: product names and acronyms first, then nouns; 0 for what is none."""
        parts = term.key.split(" ")
        proper = [self._is_proper(part) for part in parts]
        if term.words == 2:
            first, last = parts
            if 2 * self._heads[last] < self._seen[last]:
                return 0
            if all(proper):
                return 2.3
            if last.endswith(_MODIFIERS) or self._is_verb(last) or (not proper[0] and self._is_verb(first)):
                return 0
            # A pair that its words nearly always form is the name of one thing: "machine learning".
            if len(term.places) >= 0.7 * min(len(found[part].places) for part in parts):
                return 1.6 if proper[1] or self._is_noun(first) or self._is_noun(last) or last.endswith("ing") else 0
            return 1.1 if proper[1] or self._is_noun(last) else 0
        key = term.key
        if proper[0]:
            form = term.name()
            if form.isupper() and len(form) <= 6:
                return 2.6
            # A word that is also written small is rather a noun than a name.
            return 2.4 if self._capitals[key] > 0.85 * self._seen[key] else 1.6
        if key.endswith(_MODIFIERS) or (len(key) < 3 and key.isascii()) or self._is_verb(key) or self._only_asks(key):
            return 0
        if key.endswith("ing") and not self._is_noun(key):
            return 0
        # "Local", "non-English": words that only stand before another one.
        if 2 * self._heads[key] < self._seen[key]:
            return 0
        if len(term.places) < 3 and self.count > 40:
            return 0
        return 1.3 if self._is_noun(key) else 0.8

    def _only_asks(self, key: str) -> bool:
        """Whether a word opens questions and does little else: "Comment", "¿Puedo"."""
        # Chinese questions often open with what they are about.
        return (
            key < "\u3040" and self._opens[key] > 1 and self._opens[key] >= 0.8 * (self._seen[key] + self._written[key])
        )

    def _is_proper(self, key: str) -> bool:
        # "WARNING" in a message is the word that the answers write small.
        return self._capitals[key] >= 0.5 * self._seen[key] and self._written[key] <= 3 * self._capitals[key]

    def _is_noun(self, key: str) -> bool:
        return self._nouns[key] > self._verbs[key]

    def _is_verb(self, key: str) -> bool:
        return self._verbs[key] > self._nouns[key]


def content_words(text: str) -> set[str]:
    """The stems of a text's words that are no stop words."""
    return {stem(word) for word in set(PLAIN.findall(text.lower())) - _STOP if len(word) > 2}


def content_pairs(text: str) -> set[str]:
    """The pairs of such words that stand side by side: "task count" says more than its words do."""
    words = [stem(word) if len(word) > 2 and word not in _STOP else "" for word in PLAIN.findall(text.lower())]
    return {f"{first} {second}" for first, second in pairwise(words) if first and second}


def _everywhere(texts: Sequence[set[str]]) -> set[str]:
    """Words that stand in so many entries that the page might as well be named after them."""
    seen: Counter[str] = Counter()
    for words in texts:
        seen.update(set(map(stem, words)))
    return {word for word, times in seen.items() if times > (0.4 if len(texts) > 20 else 0.5) * len(texts)}


def _is_stop(word: str, lower: str) -> bool:
    """Whether a word can be no topic. "OS" is one, whatever "os" is in Portuguese."""
    if lower in _STOP:
        return lower in _ENGLISH or not word.isupper()
    return lower.isdigit() or ("-" in lower and _INVERTED.search(lower) is not None)


def _words(text: str) -> Iterator[tuple[int, str, int]]:
    """The words of a text with their places; of Chinese characters, which know no spaces, each pair."""
    for match in WORD.finditer(text):
        start, word = match.start(), match[0]
        if word[0] >= "\u3040" and _HAN.search(word):
            for run in _HAN.finditer(word):
                at = start + run.start()
                if run[1]:
                    yield at, run[0], start + run.end()
                    continue
                for n in range(len(run[0]) - 1):
                    yield at + n, run[0][n : n + 2], at + n + 2
            continue
        word = word.rstrip("'\u2019.-/&")
        if word.endswith(("'s", "\u2019s")):
            word = word[:-2]
        yield start, word, match.end()


def _starts(text: str, position: int) -> bool:
    """Whether a word begins a sentence, where a capital says nothing."""
    return text[:position].rstrip()[-1:] in {".", "?", "!", ":", ""}


def _add(terms: dict[str, Term], key: str, form: str, place: int, words: int) -> None:
    term = terms.get(key)
    if term is None:
        term = terms[key] = Term(key, words)
    term.places.setdefault(place)
    term.forms[form] += 1


@lru_cache(8192)
def stem(word: str) -> str:
    """A word without the ending of a plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word
