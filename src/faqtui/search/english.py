"""What search knows of English: the words that say little, and the forms of a word. Other languages do without."""

from __future__ import annotations

_STOP_WORDS = """
    a about am an and any are arent as at be been being but by can cant could couldnt did didnt do does doesnt
    doing dont for from get had hadnt has hasnt have havent having he her here him his how i if im in into is isnt
    it its ive just know let lets like may me might more most my need no not of on or our out over own please
    possible she should shouldnt so some such than that thats the their them then there these they this those to
    too under until up us use used using very via want was wasnt way we were werent what whats when where whether
    which while who whom why will with within without wont would wouldnt you your
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that shape a sentence but rarely say what it is about: weighted down, never dropped."""

_LIGHT_WORDS = """
    about get just know let lets like more most need no out over own possible some such too under until up us use used using
    very via want way while with within without
"""

LIGHT_WORDS = frozenset(_LIGHT_WORDS.split())
"""The stop words that somebody may look for all the same."""

GLUE_WORDS = STOP_WORDS - LIGHT_WORDS
"""The stop words that only make sentences."""

_PARTICLES = "away back by down in off on out over through to together up"

PARTICLES = frozenset(_PARTICLES.split())
"""What stands behind a verb, and is one word with it in its noun: set up, setup."""

_BETWEEN = "all both everything her him it me one that them these this those us you"

BETWEEN = frozenset(_BETWEEN.split())
"""What a verb has between itself and its particle: set it up."""

_VOWELS = frozenset("aeiouy")
_INFLECTIONS = ("ingly", "edly", "ing", "ed", "ly")
_DERIVATIONS = ("ations", "ation", "ments", "ment", "ions", "ion", "ers", "er", "ors", "or")


_SPELLINGS = (
    ("our", "or"), ("ise", "ize"), ("ising", "izing"), ("isation", "ization"), ("yse", "yze"), ("ysing", "yzing"), ("tre", "ter"),
    ("ogue", "og"), ("ence", "ense"), ("lled", "led"), ("lling", "ling"), ("llation", "lation"), ("llment", "lment"),
    ("aem", "em"), ("programme", "program"),
)  # fmt: skip
"""What is spelled otherwise in Britain and America."""

_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
"""What German and Scandinavian letters with dots and rings are typed as where there are none, and what is left of them."""


def variants(word: str) -> list[str]:
    """Other spellings of a word, of which hardly any is a word: one change each, in one direction or the other."""
    found = []
    for one, other in (*_SPELLINGS, *((other, one) for one, other in _SPELLINGS)):
        at = word.rfind(one)
        if at > 0:
            found.append(word[:at] + other + word[at + len(one) :])
    plain = word
    for typed, left in _UMLAUTS:
        plain = plain.replace(typed, left)
    return found if plain == word else [*found, plain]


def stem(word: str) -> str:
    """A light stem: two words with the same stem are forms of one another (deploy, deploys, deployed, deployment).

    Inflections and the commonest derivations of English only; anything else, and what would get too short, is its own stem.
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
        if word.endswith(("sse", "xe", "she", "che", "zze")):
            word = word[:-1]
    for suffix in _INFLECTIONS:
        if word.endswith(suffix):
            root = word[: -len(suffix)]
            if len(root) >= 3 and not _VOWELS.isdisjoint(root):
                word = root
                if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsze":
                    word = word[:-1]
            break
    for suffix in _DERIVATIONS:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 5 and word.endswith("at"):
        word = word[:-2]
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    return word
