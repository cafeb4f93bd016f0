"""What stands in HTML without its tags, for more of it than a parser of it reads in time. Nothing that a page shows is left out.

Time with the length of the text, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from faqtui.formats.html.html_work import made

MEGABYTE = 1_000_000

_SILENT = re.compile(r"<(?:(!--)|(script|style|template)\b)", re.IGNORECASE)
_ENDS = {"!--": re.compile("-->"), **{name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}}
_ENDS["template"] = re.compile(r"</template\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>?|<!--|<![^<>]*>?|<\?[^<>]*>?|</>")


def most_elements(characters: int) -> int:
    """How many elements of a page of so many characters are parsed: a second's work, and beyond a megabyte as it grows."""
    return 26_000 + max(0, characters - MEGABYTE) // 24


def dense_from(text: str, most: int) -> int | None:
    """Where the element begins with which a parser makes more than `most`; None where it makes no more."""
    for start, count in made(text):
        most -= count
        if most < 0:
            return start
    return None


def plain_lines(text: str, line: int) -> Iterator[tuple[int, str]]:
    """The text of HTML that begins on this line, as lines that are not blank, each with its own."""
    bare = _TAG.sub(_blank, "".join(_shown(text)))
    for number, said in enumerate(bare.split("\n"), line):
        words = " ".join((unescape(said) if "&" in said else said).split())
        if words:
            yield number, words


def _blank(tag: re.Match[str]) -> str:
    return " " + "\n" * tag[0].count("\n")


def _shown(text: str) -> Iterator[str]:
    """The parts of a text between comments, scripts and style sheets; one without an end is text."""
    at = start = 0
    endless: set[str] = set()
    while match := _SILENT.search(text, at):
        kind = (match[1] or match[2]).lower()
        end = None if kind in endless else _ENDS[kind].search(text, match.end())
        at = match.end()
        if end is None:
            endless.add(kind)
            continue
        yield text[start : match.start()]
        yield "\n" * text.count("\n", match.start(), end.start())
        at = start = end.start() if kind != "!--" else end.end()
    yield text[start:]
