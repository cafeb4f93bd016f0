"""Words of languages that do not part them by spaces, and what Korean adds to its own.

Chinese is parted by `rjieba`, which also says what sort of word each is, Japanese by `budoux`, into phrases from which what
follows a noun is taken off. Both come with ``faqtui[cjk]`` and are imported when such questions are met; without them such
questions have no topics, since pieces of words are none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from faqtui.patterns import pattern

Cut = Callable[[str], list[str]]
"""From a run of letters to the words in it that can be names."""

_NOUNS = frozenset("n nr ns nt nz ng nrt nrfg vn eng j l i v".split())  # noqa: SIM905 - the tags as they are written
"""Tags of jieba: nouns and names, verbs that are used as such, words of other alphabets."""

_NOUN = pattern(
    "[お御ご]?[\u30a1-\u30ff\u3400-\u9fff々A-Za-z0-9]+(?:[いりえけきしみせげれっちびめわ]{1,2}[\u3400-\u9fff々]+)*"
)
"""What of a Japanese phrase may be a noun: signs of other scripts than hiragana, with what joins two of them."""

_AFTER = pattern(
    "[いりえけきみせげれちびめ]?(?:(?:さ|し|す|せ|でき|され)[ぁ-ん]{0,20}|(?:[はがをにのでともへや]|から|まで|より|には|では|とは|って|など|について){1,5}"
    "(?:どう|なぜ|どこ|いつ|なに|何|あり|ない)?[ぁ-ん]{0,20})?[?？。、!！\\s]*$"
)
"""What may follow a noun: nothing, a particle, or what makes a verb of it ("削除する").

Of so many signs at most: what is longer is no end of a phrase, and would be tried in as many ways as it is long.
"""

_ENDED = frozenset("いりえけきみせげれちびめ")

_SURE = (
    "에게서",
    "에서는",
    "으로는",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "처럼",
    "보다",
    "한테",
    "이란",
    "들을",
    "들은",
    "들이",
    "을",
    "를",
    "은",
    "는",
    "과",
    "와",
)
_UNSURE = ("이나", "라는", "이", "가", "의", "에", "도", "로", "만", "나", "란", "고")
"""Particles, and syllables that are particles or the ends of nouns."""

_DONE = (
    *(
        "하려면",
        "하는",
        "하나요",
        "하면",
        "합니다",
        "합니까",
        "하고",
        "하지",
        "해야",
        "했는데",
        "하기",
        "할까요",
        "할",
        "한",
        "하여",
    ),
    *(
        "되나요",
        "되는",
        "되지",
        "됩니다",
        "되면",
        "되었나요",
        "된",
        "될",
        "되어",
        "돼요",
        "해도",
        "해요",
        "하십시오",
        "하세요",
    ),
)
"""What makes a verb of a noun."""


@cache
def segmenter(language: str) -> Cut | None:
    """What parts the words of Chinese (``zh``) or Japanese (``ja``); None where its package is not installed."""
    try:
        if language == "zh":
            from rjieba import has_word, tag  # 110 ms and 20 MB of dictionary

            # What is not in its dictionary is put together of pieces: characters that Chinese writes otherwise elsewhere.
            return lambda text: [
                word
                for word, sort in tag(text)
                if (sort in _NOUNS and len(word) > 1 and has_word(word)) or (sort == "eng" and not word.isdigit())
            ]
        from budoux import load_default_japanese_parser  # 12 ms

        phrases = load_default_japanese_parser().parse
        return lambda text: [noun for phrase in phrases(text) if (noun := japanese_noun(phrase))]
    except ImportError:
        return None


def japanese_noun(phrase: str) -> str:
    """The noun that a phrase is about, without the particles and verbs behind it; "" where it is about none."""
    match = _NOUN.match(phrase)
    if match is None:
        return ""
    noun, rest = match[0].lstrip(" 「『(（・/"), phrase[match.end() :]
    if noun.isascii() and (not rest or rest[0] == " "):
        return noun if len(noun) > 1 and not noun.isdigit() else ""
    if _AFTER.match(rest) is None:
        return ""
    # "支払いは": the い is the noun's, the は is not.
    if rest[:1] in _ENDED and (len(rest) == 1 or rest[1] in "はがをにのでともへやすし?？、。"):
        noun += rest[0]
    return noun if len(noun) > 1 else ""


def korean_stem(word: str, is_attested: Callable[[str], bool]) -> str:
    """A word of Korean without particles, and a verb as the noun that it is made of.

    A syllable that may belong to the noun is taken off only where the rest `is_attested` as a word.
    """
    for ending in _DONE:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    for ending in _SURE:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    for ending in _UNSURE:
        if word.endswith(ending) and len(word) - len(ending) >= 2 and is_attested(word[: -len(ending)]):
            return word[: -len(ending)]
    return word
