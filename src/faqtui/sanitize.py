"""The one place where text from outside becomes safe to show.

Nothing is lost silently: what could steer a terminal or hide text is replaced by something that is seen. Control
characters become their pictures (ESC is U+241B), everything else that has no shape becomes U+FFFD. One character stays
one character, save for line ends and for floods of combining marks. All three functions are idempotent.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

REPLACEMENT = "�"
MARKS_IN_A_ROW = 8
"""Marks and joiners, which have no width, kept on one letter: no script stacks more, and terminals choke on hundreds."""

PIECE = 1 << 16
"""Characters looked at together: one that is odd makes no more than these slow."""

FEW = 20
"""Different characters that are quicker replaced one after the other than looked up letter by letter."""

_ZWNJ, _ZWJ = "\u200c", "\u200d"


@cache
def _table() -> dict[int, str]:
    # Made when first needed: a start with a saved library sanitises nothing but a query, and saves 1 ms.
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    table[0x7F] = "\u2421"
    shapeless = (
        range(0x80, 0xA0),  # C1 controls, which xterm takes as ESC sequences (ECMA-48, 5.3)
        range(0x200B, 0x200C), range(0x200E, 0x2010),  # zero-width space; direction marks
        range(0x2028, 0x202F),  # line and paragraph separator, bidi embeddings and overrides
        range(0x2060, 0x2070),  # word joiner, invisible operators, bidi isolates
        (0x061C, 0x180E, 0x00AD, 0xFEFF), range(0xFFF9, 0xFFFC),
        range(0x1BCA0, 0x1BCA4), range(0x1D173, 0x1D17B),  # invisible formatting of shorthand and of music
        range(0xD800, 0xE000),  # lone surrogates, which no encoding can write
        range(0xE0000, 0xE0080),  # tags: a second, invisible ASCII
    )  # fmt: skip
    for codes in shapeless:
        table.update(dict.fromkeys(codes, REPLACEMENT))
    return table


@cache
def _unsafe() -> frozenset[str]:
    return frozenset(map(chr, _table()))


_NOT_COPIED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def sanitize(text: str) -> str:
    """Text of many lines, made safe: line ends become line feeds, tabs stay, controls become visible."""
    if _is_plain(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces: list[str] = []
    used: set[str] = set()
    for start in range(0, len(text), PIECE):
        piece = text[start : start + PIECE]
        if not _is_plain(piece):
            characters = set(piece)  # a few hundred at most
            used |= characters
            piece = _shown(piece, characters & _unsafe())
        pieces.append(piece)
    text = "".join(pieces)
    joiners = used & {_ZWJ, _ZWNJ}
    marks = [character for character in used if category(character) in ("Mn", "Me")]
    if marks:
        text = _without_floods(text, "".join(sorted([*marks, *joiners])))
    return _joiners_in_place(text) if joiners else text


def sanitize_line(text: str) -> str:
    """The same for text of one line: line ends and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return sanitize(text).translate({0x0A: " ", 0x09: " "})


def unflooded(pieces: Sequence[str]) -> Sequence[str]:
    """Texts that are shown one behind the other, without more marks in a row than may stand there.

    Each was made safe by itself; but entities, and markup that is not seen, stood between marks that now follow one another.
    """
    text = "".join(pieces)
    if text.isascii():
        return pieces
    marks = {character for character in set(text) if category(character) in ("Mn", "Me")}
    if not marks:
        return pieces
    marks |= {_ZWNJ, _ZWJ}
    if _without_floods(text, "".join(sorted(marks))) == text:
        return pieces
    row = 0
    kept: list[str] = []
    for piece in pieces:
        characters: list[str] = []
        for character in piece:
            row = row + 1 if character in marks else 0
            if row <= MARKS_IN_A_ROW:
                characters.append(character)
            elif row == MARKS_IN_A_ROW + 1:
                characters.append(REPLACEMENT)
        kept.append("".join(characters))
    return kept


def for_clipboard(text: str) -> str:
    """Text as it may be pasted into a shell: without control characters, line feeds and tabs kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_COPIED)


def _is_plain(text: str) -> bool:
    return text.isascii() and (text.isprintable() or text.replace("\n", " ").replace("\t", " ").isprintable())


def _shown(text: str, unsafe: set[str]) -> str:
    """`text` with a stand-in for each of the characters `unsafe`."""
    if len(unsafe) > FEW:
        return text.translate(_table())
    for character in unsafe:
        text = text.replace(character, _table()[ord(character)])
    return text


@cache
def _misplaced() -> re.Pattern[str]:
    import re

    joiner, joinable = f"[{_ZWNJ}{_ZWJ}]", f"[^\\x00-\\x7f{_ZWNJ}{_ZWJ}{REPLACEMENT}]"
    joined = f"(?<=[!-~]{_ZWNJ})[\\u0600-\\u0dff]"
    # The joiner comes first: text without one is passed over at the speed of the search for a character.
    return re.compile(f"{joiner}(?:(?!{joinable})|(?<!{joinable}{joiner})(?!{joined}))")


def _joiners_in_place(text: str) -> str:
    """Keep joiners between two characters that are not ASCII (emoji sequences, Persian, Indic); show the others.

    Persian and Indic endings are set off from words in Latin letters, and from the marks of code, by a non-joiner, too.
    """
    return _misplaced().sub(REPLACEMENT, text)


def _without_floods(text: str, marks: str) -> str:
    """Cut each row of more than `MARKS_IN_A_ROW` of the characters `marks`, and show where."""
    import re

    mark = f"[{marks}]"  # none of them means anything in a pattern
    flood = f"{mark}{mark}{{{MARKS_IN_A_ROW - 1}}}{mark}+"
    return re.sub(flood, lambda found: found[0][:MARKS_IN_A_ROW] + REPLACEMENT, text)
