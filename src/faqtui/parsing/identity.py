"""Who an entry is: its id, and whether it is the same as another."""

from __future__ import annotations

from unicodedata import normalize

from faqtui.patterns import pattern

_NUMBER = pattern(
    r"^\s*(?:\(?\d{1,4}[.):]\)?\s+|#\d{1,4}[.:)]?\s+|\d{1,4}[\u3001\uff0e\uff09]\s*|\uff08\d{1,4}\uff09\s*)(?=[^\s\d])"
)
_WORDS = pattern(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]+[^\W_]*)*")

_DROPPED = pattern("[\u0300-\u036f'\u2019]")

_WORDLESS = "q-"

LONGEST_SLUG = 80
"""Characters of an id's slug: enough words to be told apart, few enough to type and to copy."""


def without_number(question: str) -> str:
    """A question without the number in front of it, which changes when questions are added."""
    return _NUMBER.sub("", question, count=1)


def slug(question: str) -> str:
    """The words of a question in lower case with hyphens between them, cut between words; never empty.

    Accents are dropped, other scripts stay.
    """
    text = without_number(question).casefold()
    text = text.replace("'", "") if text.isascii() else normalize("NFC", _DROPPED.sub("", normalize("NFKD", text)))
    words = _WORDS.findall(text)
    made = "-".join(words)
    if len(made) > LONGEST_SLUG:
        cut = made.rfind("-", 0, LONGEST_SLUG + 1)
        made = made[: cut if cut > LONGEST_SLUG // 2 else LONGEST_SLUG]
    return made or _WORDLESS + fingerprint(question)


def is_wordless(slug: str) -> bool:
    """Whether a slug may be that of a question without words: such questions may be the same and their slugs differ."""
    return slug.startswith(_WORDLESS)


def fingerprint(text: str) -> str:
    """Six hexadecimal digits of the SHA-256 of a text: what tells namesakes apart."""
    from hashlib import sha256  # OpenSSL takes 4 ms, and few questions have namesakes

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def same_question(question: str) -> str:
    """What two questions share when they are one: their words, whatever the case, the number and the white space."""
    same = " ".join(without_number(question).casefold().split())
    return same.rstrip(" ?.:!") or same


def same_answer(answer: str) -> str:
    """What two answers share when they are one: their text, whatever the white space at the ends of lines."""
    return "\n".join(line.rstrip() for line in answer.strip().split("\n"))
