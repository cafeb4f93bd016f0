"""What of an entry its vector is made of: the question and how the answer begins, which beats the question alone.

More of the answer adds nothing, and takes longer in proportion.
"""

from __future__ import annotations

from faqtui.host.digests import blake2b
from faqtui.model import Entry
from faqtui.patterns import pattern

ANSWER_LETTERS = 100
"""Letters of the answer that count, of its first two sentences."""

QUESTION_LETTERS = 250
"""Letters of the question; longer ones are texts that were taken for one."""

DIGEST = 16
"""Bytes that tell a text from others."""

_SENTENCE_ENDS = pattern(r"[.!?:](?=\s)")


def entry_text(entry: Entry) -> str:
    """The text of an entry that its vector is made of."""
    begins = entry.answer_text[:ANSWER_LETTERS]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(begins)]
    if len(ends) > 1:
        begins = begins[: ends[1]]
    return f"{entry.question[:QUESTION_LETTERS]} {' '.join(begins.split())}"


def digest(text: str) -> bytes:
    """What a vector is kept under: DIGEST bytes that another text does not have."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
