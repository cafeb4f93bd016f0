"""Where very long text is cut before its inline Markdown is read: for the screen that shows it, and for what checks it."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 8_192
"""Characters of a part. A longer text is cut at white space: rules that look ahead take time as the square of it."""

SILENT = 12
"""Parts of one text in a row that show nothing, which take a third of a second: what follows is shown as it is written."""


def part_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` is cut before it is parsed: nowhere, unless it is longer than anybody would write a paragraph."""
    start = 0
    closed = -1  # where the last comment ends
    while start < len(text):
        end = start + LONGEST
        if end < len(text):
            blank = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
            blank = blank if blank > start else text.rfind(">", start, end)  # tags without spaces stay whole
            end = blank + 1 if blank > start else end
            opened = text.rfind("<!--", max(start, closed), end)
            if opened >= 0 and closed < len(text):
                found = text.find("-->", opened)
                closed = found + 3 if found >= 0 else len(text)  # where none is closed, none is looked for again
                end = max(end, closed) if found >= 0 else end
        yield start, min(end, len(text))
        start = end
