"""Which of some lines of output an entry quotes: the error among what a program has said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from re import Match
from typing import NamedTuple

from faqtui.model import Entry, SearchResult
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.english import STOP_WORDS

CANDIDATES = 5
"""Entries of each line that are read: who quotes it is among the first, or nobody does."""

_SEQUENCE = pattern(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+([@-~])|\x1b[\]PX^_][^\x07\x1b]*+(?:\x07|\x1b\\)|\x1b[ -/]++[0-~]|\x1b([0-~])"
)
"""Sequences by which programs colour what they say, name links and move about (ECMA-48, 5.4; ECMA-35, 13.2; OSC 8)."""

_FORWARD = "C"
_MOVES = frozenset("ABDEFGHMdf`")
"""Final bytes of sequences that go on writing elsewhere: the same line again, most often, as bars of progress do."""

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


def lines_said(text: str) -> Iterator[tuple[int, str]]:
    """What a program has said, each part of it with the number of its line from 1: without sequences, as one would read it.

    A line that was written over itself, as bars of progress are, has several parts.
    """
    for number, line in enumerate(_SEQUENCE.sub(_meant, text).split("\n"), 1):
        for part in line.split("\r"):
            yield number, _struck_over(part) if "\b" in part else part


def _meant(sequence: Match[str]) -> str:
    final = sequence[1] or sequence[2]
    return " " if final == _FORWARD else "\r" if final in _MOVES else ""


def _struck_over(text: str) -> str:
    """What is seen of `text`, which goes back in itself: bold of manual pages, a number that changes."""
    seen: list[str] = []
    at = 0
    for character in text:
        if character == "\b":
            at = max(0, at - 1)
        else:
            seen[at : at + 1] = [character]
            at += 1
    return "".join(seen)


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
