"""Which of some lines of output an entry quotes: the error among what a program has said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from re import Match

from faqtui.model import Entry, SearchResult
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
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

_CODE = pattern(
    r"[A-Z]{1,8}[-_]?\d{2,8}|0x[0-9A-Fa-f]{4,16}"  # E0277, ORA-12154, 0x80070005
    r"|[A-Z]{5,40}|[A-Z]{3,20}[a-z]{1,20}|[A-Z]{2,40}(?:_[A-Z0-9]{1,40}){1,8}"  # ENOSPC, OOMKilled, ERR_CERT_INVALID
    r"|(?:[A-Z][a-z]{1,20}){1,6}(?:Error|Exception)|(?:[A-Z][a-z]{1,20}){3,8}"  # ImagePullBackOff
)
"""Words that are names of errors by how they are written."""

_LEVELS = frozenset("BUILD CRITICAL DEBUG ERROR FAILED FAILURE FATAL NOTICE SUCCESS TRACE WARNING".split())  # noqa: SIM905
"""Words that programs write so too, and that name no error."""


class Quoted(NamedTuple):
    """The place of a line among those given, from 0, of the entry that quotes it, and how many words of it in a row it has."""

    line: int
    position: int
    words: int


def quoted(lines: Sequence[str], search: Callable[[str], SearchResult]) -> Quoted | None:
    """The line of which an entry has the longest part word for word, and that entry; of equals the last line.

    A part has at least as many words as a quotation (`weights.QUOTE`), or all of a shorter line, and at least
    `weights.TELLING` of them are no stop words; where there is none, one word is enough that names an error, or is all that
    is said. `search` gives the best entries of a query.
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
    return best or _named(lines, search)


def _named(lines: Sequence[str], search: Callable[[str], SearchResult]) -> Quoted | None:
    """The last line that names an error which an entry names too; else the one word that all lines say, if one entry has it."""
    for number in range(len(lines) - 1, -1, -1):
        for word in dict.fromkeys(match[0] for match in _WORD.finditer(lines[number])):
            if _CODE.fullmatch(word) and word not in _LEVELS:
                for hit in search(word):
                    if word in _WORD.findall(_said_by(hit.entry)):
                        return Quoted(number, hit.position, 1)
    said = {word: number for number, line in enumerate(lines) for word in _words(line) if word not in STOP_WORDS}
    if len(said) == 1:
        [(word, number)] = said.items()
        having = [hit for hit in search(word) if f" {word} " in _text_of(hit.entry)]
        if len(having) == 1:
            return Quoted(number, having[0].position, 1)
    return None


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
    return " " + " ".join(_words(_said_by(entry))) + " "


def _said_by(entry: Entry) -> str:
    """What of an entry a quotation may be from."""
    return f"{entry.question}\n{entry.answer_text[: weights.READ_OF_ANSWER]}"


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
