"""Which of some lines of output an entry quotes: the error among what a program has said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from faqtui.model import Entry, SearchResult
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.english import STOP_WORDS

CANDIDATES = 5
"""Entries of each line that are read: who quotes it is among the first, or nobody does."""

_COLOURS = pattern(r"\x1b\[[0-?]*+[ -/]*+[@-~]|\x1b\][^\x07\x1b]*+(?:\x07|\x1b\\)|\x1b[@-Z\\^_]")
"""Sequences by which programs colour what they say, and name links (ECMA-48, 5.4; OSC 8)."""

_WORD = pattern(r"[^\W_]+(?:[._/:'-][^\W_]+)*")


class Quoted(NamedTuple):
    """The place of a line among those given, from 0, of the entry that quotes it, and how many words of it in a row it has."""

    line: int
    position: int
    words: int


def quoted(lines: Sequence[str], search: Callable[[str], SearchResult]) -> Quoted | None:
    """The line of which an entry has the longest part word for word, and that entry; of equals the last line.

    A part has at least as many words as a quotation (`weights.QUOTE`), or all of a shorter line, and at least
    `weights.TELLING` of them are no stop words. `search` gives the best entries of a query.
    """
    best: Quoted | None = None
    for number, line in enumerate(lines):
        words = _words(line)
        if len(set(words) - STOP_WORDS) < weights.TELLING or (best is not None and len(words) < best.words):
            continue
        for hit in search(line):
            run = _longest_run(words, _text_of(hit.entry))
            longer = best is None or run > best.words or (run == best.words and number > best.line)
            if longer and run >= min(weights.QUOTE, len(words)):
                best = Quoted(number, hit.position, run)
    return best


def without_colours(text: str) -> str:
    """What a program has said, without the sequences that only change its looks."""
    return _COLOURS.sub("", text)


def _text_of(entry: Entry) -> str:
    return " " + " ".join(_words(f"{entry.question}\n{entry.answer_text[: weights.READ_OF_ANSWER]}")) + " "


def _words(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text.casefold())]


def _longest_run(words: Sequence[str], text: str) -> int:
    """The longest run of `words` that stands in `text`, whose words have one blank around them, and tells something."""
    return max((size for size, run in _runs(words, text) if len(set(run) - STOP_WORDS) >= weights.TELLING), default=0)


def _runs(words: Sequence[str], text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The runs of `words` in `text` that cannot be longer at their end: each begins behind the last word that ended one."""
    start = end = 0
    while start < len(words):
        end = max(end, start + 1)
        while end <= len(words) and f" {' '.join(words[start:end])} " in text:
            end += 1
        yield end - 1 - start, words[start : end - 1]
        start += 1
