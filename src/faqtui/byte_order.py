"""Text with marks of how its bytes are to be read, also inside: files of several encodings, put one behind another.

Redirections of Windows write UTF-16 behind whatever is there, and other programs UTF-8 behind that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from faqtui.patterns import pattern
from faqtui.records import NamedTuple

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDE = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
_INSIDE = pattern(rb"\xff\xfe|\xfe\xff")
_FEWEST = 16
"""Bytes without a zero that may be UTF-8 behind UTF-16, of which most are ASCII: signs of Chinese seldom are so many of them."""

_MOST = 1000
"""Marks inside that are looked at."""


class Marked(NamedTuple):
    """Text, and the names of the encodings by which some of its bytes are none."""

    text: str
    wrong: tuple[str, ...]


def decoded(data: bytes) -> Marked | None:
    """The text of bytes that have a mark in front or inside; None where nothing says how they are to be read."""
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    texts: list[str] = []
    wrong: list[str] = []
    pieces = list(_pieces(data, len(mark), encoding))
    for encoding, start, end in pieces:
        piece = data[start:end]
        text = piece.decode(encoding, "replace")
        if "\ufffd" in text and "\ufffd".encode(encoding) not in piece and encoding not in wrong:
            wrong.append(encoding)
        texts.append(text)
    return None if not mark and (len(pieces) == 1 or "utf-8" in wrong) else Marked("".join(texts), tuple(wrong))


def _pieces(data: bytes, at: int, encoding: str) -> Iterator[tuple[str, int, int]]:
    """What is in one encoding each: its name, and where it begins and ends."""
    for match in islice(_INSIDE.finditer(data, at), _MOST):
        place, mark = match.start(), match[0]
        if place < at:
            continue
        following = "utf-16-le" if mark == _WIDE["utf-16-le"] else "utf-16-be"
        if encoding in _WIDE:
            narrow = _narrow_from(data, at, place)
            # Where the order stays the same, a mark is a sign without a shape.
            if narrow < 0 and ((place - at) % 2 or mark == _WIDE[encoding]):
                continue
            if narrow >= 0:
                yield encoding, at, narrow
                at, encoding = narrow, "utf-8"
        elif encoding != "utf-8" or not _reads_on(data, place + 2, following):
            continue
        yield encoding, at, place
        at, encoding = place + 2, following
    narrow = _narrow_from(data, at, len(data)) if encoding in _WIDE else -1
    if narrow >= 0:
        yield encoding, at, narrow
        at, encoding = narrow, "utf-8"
    yield encoding, at, len(data)


def _narrow_from(data: bytes, at: int, stop: int) -> int:
    """Where text of UTF-8 begins that ends UTF-16 between two places; a negative number where none does."""
    start = data.rfind(b"\0", at, stop) + 1
    start += (start - at) % 2
    if start <= at or stop - start < _FEWEST:
        return -1
    try:
        # First, and without a copy: what is no UTF-8 fails early, and is asked for again at each mark that follows.
        tail = str(memoryview(data)[start:stop], "utf-8")
    except UnicodeDecodeError:
        return -1
    return start if sum(map(str.isascii, tail)) >= 0.7 * (stop - start) else -1


def _reads_on(data: bytes, start: int, encoding: str) -> bool:
    """Whether what begins there is text in an encoding of two bytes a sign: with zeros, as all but East Asian has them."""
    head = data[start : start + 200]
    return b"\0" in head and "\ufffd" not in head[: len(head) // 2 * 2].decode(encoding, "replace")[:-1]
