"""Abbreviations that a FAQ writes out in one place and uses in others, where who writes them out finds nothing.

Each is a proposal to keepers: a line for ``aliases:`` in the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from faqtui.model import Entry, Library
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
from faqtui.search.aliases import aliases

_WRITTEN_OUT = pattern(r"(?<![\w-])((?:[A-Za-z][\w-]{0,40}[ \n]){1,8})\(([A-Z][A-Z0-9]{1,5})s?\)")
"""Words with what they are shortened to behind them: "message of the day (MOTD)"."""

_SHORT = pattern(r"\b[A-Z][A-Z0-9]{1,5}(?=s?\b)")
_SMALL = frozenset(("a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_FEWEST = 2
"""Entries with the abbreviation alone from which it is worth a line."""

_READ = 20_000
"""Characters of an answer that are read."""


class Proposal(NamedTuple):
    """What to add to ``aliases:``; `entry` writes it out, and `alone` others do not."""

    short: str
    long: str
    entry: Entry
    alone: int


def proposals(library: Library) -> list[Proposal]:
    """The abbreviations that the library writes out somewhere, that no alias has, and that stand alone elsewhere."""
    known = aliases(library.aliases)
    written: dict[str, tuple[str, Entry]] = {}
    texts = [f"{entry.question}\n{entry.answer_text[:_READ]}" for entry in library.entries]
    for entry, text in zip(library.entries, texts, strict=True):
        for short, long in _pairs(text):
            written.setdefault(short, (long, entry))
    found: list[Proposal] = []
    for short, (long, entry) in written.items():
        if "-".join(long.casefold().replace("-", " ").split()) in known.get(short.casefold(), ()):
            continue
        alone = sum(
            short in _SHORT.findall(text) and long.casefold() not in " ".join(text.casefold().split()) for text in texts
        )
        if alone >= _FEWEST:
            found.append(Proposal(short, long, entry, alone))
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The abbreviations of a text with what they are written out as."""
    for match in _WRITTEN_OUT.finditer(text):
        words = match[1].split()
        for start in range(len(words) - 1, -1, -1):
            tail = words[start:]
            if tail[0].lower() in _SMALL:
                continue
            parts = [part for word in tail for part in word.split("-") if part]
            initials = "".join([part[0] for part in parts if part.lower() not in _SMALL])
            if len(tail) > 1 and match[2].lower() in {initials.lower(), "".join([part[0] for part in parts]).lower()}:
                yield match[2], " ".join(tail)
                break
