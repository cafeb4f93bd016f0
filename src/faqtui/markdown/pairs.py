"""Tags of HTML that open in one paragraph and close in another, as ``<b>`` on a line of its own does around a whole answer.

Within a paragraph `faqtui.markdown.tags.Closers` tells. Code is left out: what is written in it opens and closes nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from faqtui.markdown.tags import KNOWN
from faqtui.patterns import pattern

_FENCE = pattern(r"[ \t>]*(`{3,}|~{3,})")
_EVENT = pattern(r"(`+)|<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
_TAGS_ALONE = pattern(r"(?>(?:\s*+</?[A-Za-z][^<>]*+>)+)[ \t]*+(?:\n|$)")


class Pairs:
    """Knows which opening tags of a text have end tags of their own further on; the text is looked through when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._opened: list[int] | None = None

    def is_closed(self, at: int) -> bool:
        """Whether the tag that begins at `at` has an end tag of its own further on."""
        if self._opened is None:
            self._opened = _pairs(self._text)
        place = bisect_left(self._opened, at)
        return place < len(self._opened) and self._opened[place] == at

    def left_open(self, paragraph: str) -> int:
        """Where the tags end that stand alone on the first line of a paragraph: what the author forgot to end.

        0 where there are none, and in a paragraph that is all there is, which keeps them: the tag is what is spoken of.
        """
        match = _TAGS_ALONE.match(paragraph)
        return match.end() if match and len(self._text.strip()) > len(match[0].strip()) else 0


def _pairs(text: str) -> list[int]:
    """Where tags begin that have end tags, in order; the innermost one that is open is the one that closes."""
    opened: dict[str, list[int]] = {}
    paired: list[int] = []
    fence = ""
    offset = 0
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found is not None and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        elif not fence and "<" in line:
            _line(line, offset, opened, paired)
        offset += len(line) + 1
    return sorted(paired)


def _line(line: str, offset: int, opened: dict[str, list[int]], paired: list[int]) -> None:
    position = 0
    single: set[str] = set()  # backticks of which there are no more as many
    while match := _EVENT.search(line, position):
        position = match.end()
        if match[1]:  # code goes on to as many backticks
            end = -1 if match[1] in single else line.find(match[1], position)
            single.update((match[1],) if end < 0 else ())
            position = end + len(match[1]) if end >= 0 else position
            continue
        name = match[3].lower()
        if name not in KNOWN:
            continue
        if not match[2]:
            opened.setdefault(name, []).append(offset + match.start())
        elif opened.get(name):
            paired.append(opened[name].pop())
