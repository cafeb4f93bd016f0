"""Topics: a tree for a flat file, from rules in its front matter or found in its questions.

Found topics are named by words of the questions themselves: acronyms, product names, and nouns that several questions share.
A noun is told from a verb by what stands before it ("the delegate", "to delegate"). Words of the page's own title, and words
in more than a third of the questions, tell nothing apart and are no topics.

Greedy: the term that gathers the most questions that have no topic yet, weighed by how good a name it is, until few
questions are left. Then each question goes to the smallest of the topics it has a word of, so that none swallows the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from faqtui.model import Kind
from faqtui.parsing.kinds import kind_of

OTHER = "Other"
"""The topic of questions that share no good word with others."""

TROUBLE = "Troubleshooting"
"""The topic of errors that share no good word with others."""

_KINDS = {
    Kind.HOW_TO: "How-to",
    Kind.CAPABILITY: "Capabilities",
    Kind.TROUBLESHOOTING: TROUBLE,
    Kind.EXPLANATION: "Concepts",
    Kind.REFERENCE: "Reference",
}

FEWEST = 8
"""Questions below which a list needs no topics."""

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w+#\u00c0-\u024f]*(?:[./&'\u2019-][A-Za-z][\w+#]*)*|[^\W\d_]+", re.UNICODE)
_DETERMINERS_TEXT = """
a about all an and another any as between by current custom default different each every existing first for from her
his in into its local many multiple my native new no of old on or other our own per private public remote same
second several single some specific that the their these this those using via what which whose with without your
"""
_DETERMINERS = frozenset(_DETERMINERS_TEXT.split())
_VERBAL_TEXT = """
always be been being can can't cannot could did didn't do does doesn't don't he how i it just let's may might must
never not please she should then they to we will won't would you
"""
_VERBAL = frozenset(_VERBAL_TEXT.split())
_STOP_TEXT = """
a able about above access according across actual actually add added adding addition additional advantage advantages
after again against ago all allow allowed allows along already also always am among an and another answer answers
any anymore anyone anything apart app appear application applications apply apps are aren't around as ask asked
associate at automatically available avoid away back basic be because become been before behavior behaviour being
below benefit benefits best better between beyond big both brief bring build built but by call called can can't
cannot case cases cause causes certain change changed changes check choose click code come common compare compared
complete concept concepts conduct configuration configurations configure configured cons consider contain contains
content correct could couldn't create created creating current currently customer daily data day days deal default
define defined deployment deployments describe detail details did didn't difference differences different directly
disadvantages do does doesn't doing don't done down during each earlier easily easy effect effective efficient
efficiently either else enable enabled encountered end ensure error errors etc even ever every example examples
exist existing exists expect explain explanation extra extract faced faq far feature features fetch few file files
find fine first fix following for formatting found from full further general get gets getting give given go going
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
simple simply since single situation skip small snippet so solution solutions solve some someone something sometimes
specific specified specify specifying stand standard start started state status step steps still stop such suggest
support supported supports sure system systems take takes talk task tasks tell term terms than that that's the their
them themselves then there these they thing things think this those though thoughts through thus time times to today
together too tool top total toward tried troubleshoot true try trying turn two type types under understand unlike
until up upon us usage use used useful user users uses using usually utilizing value values various vary version
versions very via view want wants was way ways we week well were what what's whatever when where whether which while
who whole whom whose why will with within without won't word words work working works worth would write written
wrong year yes yet you you'd you're your yourself
"""
_STOP = frozenset(_STOP_TEXT.split())
_OTHERS = 0.15
"""The share of questions without a topic from which their answers are looked at, too."""

_SMALL = 200
"""Questions up to which that is done: in a long list it would make too many topics."""

_SAMPLE = 300
"""Entries whose answers are looked at for words that stand everywhere."""

_SUFFIXES = ("ly", "ing", "ed", "able", "ible")


def topics(
    questions: Sequence[str],
    answers: Sequence[str],
    rules: Mapping[str, tuple[str, ...]],
    title: str = "",
    about: str = "",
) -> list[str]:
    """The topic of each question; `questions` and `answers` are plain text.

    `rules` are titles with the words that put a question under them, the first that matches winning; questions that
    match none are "Other". Without rules topics are found; the words of the page's `title` and of what it is `about`
    are none.
    """
    if rules:
        return _by_rules(questions, rules)
    if len(questions) < FEWEST:
        return [title or OTHER for _ in questions]
    return _found(questions, answers, f"{title} {about}")


def _by_rules(questions: Sequence[str], rules: Mapping[str, tuple[str, ...]]) -> list[str]:
    patterns = [
        (name, re.compile("|".join(rf"(?<!\w){re.escape(word)}(?:s|es)?(?!\w)" for word in words), re.IGNORECASE))
        for name, words in rules.items()
    ]
    return [next((name for name, pattern in patterns if pattern.search(question)), OTHER) for question in questions]


class _Term:
    """A word or a pair of words that questions share."""

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
            plurals = [f for f in self.forms if f.lower() != self.key and _stem(f.lower()) == self.key]
            if plurals and sum(self.forms[f] for f in plurals) >= 0.2 * sum(self.forms.values()):
                form = min(plurals, key=lambda f: (-self.forms[f], f))
        return form if any(char.isupper() for char in form) else form[:1].upper() + form[1:]


def _found(questions: Sequence[str], answers: Sequence[str], title: str) -> list[str]:
    count = len(questions)
    common = {_stem(word.lower()) for word in _WORD.findall(title)} | _everywhere(questions, answers)
    terms = _terms(questions, common)
    # Ten entries are a handy topic; of hundreds of questions topics are larger, or there would be too many of them.
    largest = max(10, -(-count // 12)) if count > 40 else max(4, count // 4)
    most = 14 if count <= 150 else min(40, count // 12)
    chosen = _choose(terms, count, largest, most)
    names = _assign(questions, answers, chosen, largest)
    left = [place for place, name in enumerate(names) if name == OTHER]
    if len(left) > _OTHERS * count and count <= _SMALL:
        used = len(set(names)) - 1
        for name, places in _spoken_of(left, questions, answers, common, max(2, 15 - used)):
            for place in places:
                names[place] = name
        left = [place for place in left if names[place] == OTHER]
        if len(left) >= 0.2 * count:
            _by_kind(left, questions, names)
    return names


def _by_kind(left: Sequence[int], questions: Sequence[str], names: list[str]) -> None:
    """Where nothing else is shared by so many, what sort of question they are says more than "Other"."""
    kinds = {place: kind_of(questions[place]) for place in left}
    sizes = Counter(kinds.values())
    for place, kind in kinds.items():
        if kind is not None and sizes[kind] > 1:
            names[place] = _KINDS[kind]


def _spoken_of(
    left: Sequence[int], questions: Sequence[str], answers: Sequence[str], common: set[str], most: int
) -> list[tuple[str, list[int]]]:
    """Topics for questions that share no word: words of one of them that the answers of the others begin with."""
    texts = [f"{questions[place]}. {answers[place][:400]}" for place in left]
    asked = {_stem(word.lower()) for place in left for word in _WORD.findall(questions[place])}
    terms = [term for term in _terms(texts, common) if set(term.key.split(" ")) <= asked]
    free = set(range(len(left)))
    groups: list[tuple[str, list[int]]] = []
    for term in _choose(terms, len(left), max(3, len(left) // 3), most):
        places = sorted(free.intersection(term.places))
        if len(places) > 1:
            free.difference_update(places)
            groups.append((term.name(), [left[place] for place in places]))
    return groups


def _everywhere(questions: Sequence[str], answers: Sequence[str]) -> set[str]:
    """Words that stand in so many entries that the page might as well be named after them."""
    step = max(1, len(questions) // _SAMPLE)
    sample = range(0, len(questions), step)
    seen: Counter[str] = Counter()
    for place in sample:
        text = f"{questions[place]} {answers[place][:2000]}"
        seen.update({_stem(word.lower()) for word in _WORD.findall(text)})
    return {word for word, times in seen.items() if times > (0.4 if len(questions) > 40 else 0.6) * len(sample)}


def _terms(questions: Sequence[str], own: set[str]) -> list[_Term]:
    terms: dict[str, _Term] = {}
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for place, question in enumerate(questions):
        found = list(_WORD.finditer(question))
        previous = ""
        before: tuple[str, str, int] | None = None
        for index, match in enumerate(found):
            word = match[0].rstrip("'\u2019.-/&")
            if word.endswith(("'s", "\u2019s")):
                word = word[:-2]
            lower = word.lower()
            stem = _stem(lower)
            seen[stem] += 1
            if previous in _DETERMINERS:
                nouns[stem] += 1
            elif previous in _VERBAL:
                verbs[stem] += 1
            starts = index == 0 or question[: match.start()].rstrip()[-1:] in {".", "?", "!", ":", ""}
            if (word[0].isupper() and not starts) or any(c.isupper() for c in word[1:]):
                capitals[stem] += 1
            usable = lower not in _STOP and len(word) > 1 and stem not in own and not lower.isdigit()
            if usable:
                _add(terms, stem, word, place, 1)
                adjacent = before is not None and question[before[2] : match.start()] in {" ", "-"}
                if before is not None and adjacent:
                    _add(terms, f"{before[1]} {stem}", f"{before[0]} {word}", place, 2)
            before = (word, stem, match.end()) if usable else None
            previous = lower
    count = len(questions)
    kept = []
    for term in terms.values():
        if len(term.places) < 2 or len(term.places) > max((0.34 if count > 40 else 0.5) * count, 4):
            continue
        term.quality = _quality(term, nouns=nouns, verbs=verbs, capitals=capitals, seen=seen)
        if term.quality > 0:
            kept.append(term)
    return kept


def _add(terms: dict[str, _Term], key: str, form: str, place: int, words: int) -> None:
    term = terms.get(key)
    if term is None:
        term = terms[key] = _Term(key, words)
    term.places.setdefault(place)
    term.forms[form] += 1


def _quality(
    term: _Term, *, nouns: Counter[str], verbs: Counter[str], capitals: Counter[str], seen: Counter[str]
) -> float:
    """How good a name a term is: product names and acronyms first, then nouns; 0 for what is none."""
    key = term.key
    parts = key.split(" ")
    proper = [capitals[part] >= 0.5 * seen[part] for part in parts]
    if len(parts) == 2:
        if all(proper):
            return 2.3
        if any(verbs[part] > nouns[part] and not capitals[part] for part in parts) or parts[1].endswith(_SUFFIXES):
            return 0
        return 1.5 if len(term.places) >= 2 and nouns[parts[0]] + nouns[parts[1]] > 0 else 0
    if proper[0]:
        form = term.name()
        if form.isupper() and len(form) <= 6:
            return 2.6
        # A word that is also written small is rather a noun than a name.
        return 2.4 if capitals[key] > 0.85 * seen[key] and len(term.places) > 1 else 1.6
    if key.endswith(_SUFFIXES) or len(key) < 3:
        return 0
    if verbs[key] > nouns[key] or len(term.places) < 3:
        return 0
    return 1.3 if nouns[key] else 0.9


def _choose(terms: list[_Term], count: int, largest: int, most: int) -> list[_Term]:
    """The terms that are topics, the ones that gather most first."""
    left = set(range(count))
    chosen: list[_Term] = []
    pool = {term.key: term for term in terms}
    while len(chosen) < most and pool:
        best: _Term | None = None
        best_gain = 0.0
        for term in sorted(pool.values(), key=lambda t: t.key):
            fresh = sum(1 for place in term.places if place in left)
            if fresh < 2:
                continue
            # What it shares with other topics counts a little: those questions may come to it in the end.
            size = min(fresh + 0.35 * (len(term.places) - fresh), largest)
            # A term that stands in few questions says more about them.
            gain = size**0.9 * term.quality * (0.6 + 0.4 * log(count / len(term.places)) / log(count))
            if fresh > 1.3 * largest:
                gain *= 0.5
            if gain > best_gain:
                best, best_gain = term, gain
        if best is None:
            break
        chosen.append(best)
        left.difference_update(best.places)
        pool = {
            key: term
            for key, term in pool.items()
            if key != best.key and not (set(key.split(" ")) & set(best.key.split(" ")) and term.words + best.words > 2)
        }
        if len(left) <= 0.04 * count and len(chosen) >= 5:
            break
    return chosen


def _assign(questions: Sequence[str], answers: Sequence[str], chosen: list[_Term], largest: int) -> list[str]:
    """One topic for each question: among those it has a word of, the better name, then the smaller one."""
    count = len(answers)
    options: list[list[int]] = [[] for _ in range(count)]
    for number, term in enumerate(chosen):
        for place in term.places:
            options[place].append(number)
    members: list[list[int]] = [[] for _ in chosen]
    # Those without a choice first, so that the others can even things out.
    for place in sorted(range(count), key=lambda p: (len(options[p]), p)):
        if options[place]:
            number = min(
                options[place], key=lambda n: (len(members[n]) >= largest, len(members[n]) // 2 - chosen[n].quality, n)
            )
            members[number].append(place)
    # A topic of one is none: its question goes to another of its topics, or to the others.
    for group in members:
        if len(group) == 1:
            place = group.pop()
            other = next((n for n in options[place] if len(members[n]) > 1), None)
            if other is not None:
                members[other].append(place)
    left = sorted(set(range(count)).difference(*members))
    left = _adopt(left, answers, chosen, members, largest)
    errors = [place for place in left if kind_of(questions[place]) is Kind.TROUBLESHOOTING]
    _join([p for p in left if len(errors) < 2 or p not in errors], questions, members, largest)
    result = [OTHER] * count
    for term, group in zip(chosen, members, strict=True):
        name = term.name() if group else ""
        for place in group:
            result[place] = name
    if len(errors) > 1:
        for place in errors:
            result[place] = TROUBLE
    return result


def _adopt(
    left: list[int], answers: Sequence[str], chosen: list[_Term], members: list[list[int]], largest: int
) -> list[int]:
    """Put a question that has no topic's name under the topic that its answer speaks of; those that are still left."""
    numbers = {term.key: n for n, term in enumerate(chosen) if members[n] and term.words == 1 and term.quality > 1}
    still: list[int] = []
    for place in left:
        spoken: Counter[int] = Counter()
        for word in _WORD.findall(answers[place][:1500]):
            number = numbers.get(_stem(word.lower().removesuffix("'s")))
            if number is not None:
                spoken[number] += 1
        for number, _ in sorted(spoken.items(), key=lambda pair: (-pair[1], pair[0])):
            if len(members[number]) < largest:
                members[number].append(place)
                break
        else:
            still.append(place)
    return still


def _join(left: list[int], questions: Sequence[str], members: list[list[int]], largest: int) -> None:
    """Put a question beside the one whose words it shares, where these are words that few others have."""
    if not left:
        return
    words = [
        {
            _stem(w)
            for w in (m[0].lower().removesuffix("'s") for m in _WORD.finditer(question))
            if w not in _STOP and len(w) > 2
        }
        for question in questions
    ]
    topic = {place: number for number, group in enumerate(members) for place in group}
    having: dict[str, list[int]] = {}
    for place, found in enumerate(words):
        for word in found:
            having.setdefault(word, []).append(place)
    for place in left:
        near: Counter[int] = Counter()
        for word in sorted(words[place]):
            places = having[word]
            if 1 < len(places) <= max(3, 0.12 * len(questions)):
                for number in {topic[other] for other in places if other in topic}:
                    near[number] += 1
        for number, _ in sorted(near.items(), key=lambda pair: (-pair[1], len(members[pair[0]]), pair[0])):
            if len(members[number]) < largest:
                members[number].append(place)
                break


def _stem(word: str) -> str:
    """A word without the ending of a plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word
