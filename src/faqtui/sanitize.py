"""The one place where text from outside becomes safe to show.

Nothing is lost silently: what could steer a terminal or hide text is replaced by something that is seen. Control
characters become their pictures (ESC is U+241B), everything else that has no shape becomes U+FFFD. One character stays
one character, save for line ends and for floods of combining marks. All three functions are idempotent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import combining

REPLACEMENT = "�"
MARKS_IN_A_ROW = 8
"""Combining marks kept on one letter: no script stacks more, and terminals choke on hundreds."""

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
        range(0x1D173, 0x1D17B),  # invisible musical formatting
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
    if text.isascii() and text.replace("\n", " ").replace("\t", " ").isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    used = set(text)  # a few hundred characters at most, so that clean text of any length costs next to nothing
    if not used.isdisjoint(_unsafe()):
        text = text.translate(_table())
    if not used.isdisjoint((_ZWJ, _ZWNJ)):
        text = _joiners_in_place(text)
    return _without_floods(text) if any(map(combining, used)) else text


def sanitize_line(text: str) -> str:
    """The same for text of one line: line ends and tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return sanitize(text).translate({0x0A: " ", 0x09: " "})


def for_clipboard(text: str) -> str:
    """Text as it may be pasted into a shell: without control characters, line feeds and tabs kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_COPIED)


def _joiners_in_place(text: str) -> str:
    """Keep joiners between two characters that are not ASCII (emoji sequences, Persian, Indic); show the others."""
    characters = list(text)
    last = len(text) - 1
    for place, character in enumerate(text):
        if character in (_ZWNJ, _ZWJ) and not (
            0 < place < last and _joinable(text[place - 1]) and _joinable(text[place + 1])
        ):
            characters[place] = REPLACEMENT
    return "".join(characters)


def _joinable(character: str) -> bool:
    return not character.isascii() and character not in (_ZWNJ, _ZWJ, REPLACEMENT)


def _without_floods(text: str) -> str:
    run = longest = 0
    for character in text:
        run = run + 1 if character > "\u02ff" and combining(character) else 0
        longest = max(longest, run)
    return text if longest <= MARKS_IN_A_ROW else "".join(_cut(text))


def _cut(text: str) -> Iterator[str]:
    run = 0
    for character in text:
        run = run + 1 if character > "\u02ff" and combining(character) else 0
        if run <= MARKS_IN_A_ROW:
            yield character
        elif run == MARKS_IN_A_ROW + 1:
            yield REPLACEMENT
