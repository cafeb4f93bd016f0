"""Text for terminals that do not show UTF-8: what their charset has, and ASCII of the same width for the rest.

To such a terminal UTF-8 is not merely wrong letters: the bytes 0x80 to 0x9F are controls of ISO 8859 (ECMA-48, 5.3).
What `faqtui.sanitize` put in place of controls is spelled in ASCII where the screen is drawn with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rich.segment import Segment

from faqtui.sanitize import REPLACEMENT

_CARETS = {chr(0x2400 + code): "^" + chr(0x40 + code) for code in range(0x20)} | {"\u2421": "^?"}
"""The pictures of controls (U+2400 to U+2421), and how terminals have always echoed them: ESC is ``^[``."""


# fmt: off
_SIGNS = {
    "\u2264": "<=", "\u2265": ">=", "\u2260": "!=", "\u2248": "~=", "\u2261": "==",
    "\u00b1": "+-", "\u2213": "-+", "\u226a": "<<", "\u226b": ">>", "\u21d4": "<=>",
    "\u2211": "sum", "\u220f": "prod", "\u222b": "int", "\u221e": "infty", "\u221a": "sqrt",
}
# fmt: on
"""Signs of formulas, as those who have ASCII alone write them: a question mark would leave nothing of what they say."""

_LONGER = _CARETS | _SIGNS


def spelled(segments: Sequence[Segment]) -> Sequence[Segment]:
    """`segments` with ``^[`` for the picture of ESC and so on, ``<=`` for its sign, and a question mark for what had no shape.

    What gets longer takes from the next blanks of the line, so that a frame at its end stays in its place.
    """
    if all(segment.text.isascii() for segment in segments):
        return segments
    result: list[Segment] = []
    longer = 0
    for text, style, control in segments:
        pieces: list[str] = []
        blanks = 0
        for character in text:
            blanks = blanks + 1 if character == " " else 0
            if blanks > 1 and longer:
                longer -= 1
                continue
            word = _LONGER.get(character, "")
            longer += max(0, len(word) - 1)
            pieces.append(word or ("?" if character == REPLACEMENT else character))
        result.append(Segment("".join(pieces), style, control))
    return result


def in_charset(text: str, charset: str) -> bytes:
    """`text` in `charset` (see `faqtui.host.terminal.Terminal`); a character that it lacks keeps its cells."""
    if charset == "utf-8" or text.isascii():
        return text.encode("utf-8", "replace")
    _register()
    return text.encode(charset, "faqtui.cells")


@cache
def _register() -> None:
    import codecs

    codecs.register_error("faqtui.cells", _substitute)


def _substitute(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    # Marks that combine with a letter before them are in its cell.
    from rich.cells import split_graphemes

    missing = error.object[error.start : error.end]
    spans, _ = split_graphemes(missing)
    return "".join(plain(missing[start:end], cells) for start, end, cells in spans), error.end


@cache
def plain(cell: str, cells: int) -> str:
    """ASCII for what stands in one cell or two: the letter without its marks, else question marks."""
    from unicodedata import normalize

    letters = "".join(
        part for part in normalize("NFKD", cell.translate(_SAME)) if part.isascii() and part.isprintable()
    )
    return letters if letters and len(letters) == cells else "?" * cells


_SAME = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u2033", '"')
    | dict.fromkeys("\u2022\u25cf\u00b7", "*")
) | str.maketrans("…×←→⇒›‹ßøØłŁ", "~x<>>><soOlL")
"""Signs that look much like one of ASCII and do not decompose into it (Unicode, chapter 3.7)."""
