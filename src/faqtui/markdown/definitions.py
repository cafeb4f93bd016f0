"""Link reference definitions, ``[label]: target "title"``, at the start of a paragraph (CommonMark 0.31, 4.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.blocks import LinkDefinition
from faqtui.patterns import pattern

_DEFINITION = pattern(r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:\n[ \t]*)?(<[^<>\n]*>|[^\s<]\S*)", re.DOTALL)
_TITLE = pattern(
    r"[ \t]*+(?:\n[ \t]*+)?(?<=[ \t\n])(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))[ \t]*(?=\n|$)"
)
_REST_BLANK = pattern(r"[ \t]*(?:\n|$)")


def leading_definitions(text: str) -> Iterator[tuple[LinkDefinition, int]]:
    """The definitions that a paragraph begins with, each with the number of lines it is on; their `start` is yet to be set."""
    position = 0
    while text.startswith("[", position):
        match = _DEFINITION.match(text, position)
        if match is None or not match[1].strip():
            return
        end = match.end()
        title = _TITLE.match(text, end)
        if title is not None:
            end = title.end()
        elif not _REST_BLANK.match(text, end):
            return
        whole = text[position:end]
        url = match[2]
        yield LinkDefinition(match[1], url[1:-1] if url.startswith("<") else url, whole, 0), whole.count("\n") + 1
        newline = text.find("\n", end)
        if newline < 0:
            return
        position = newline + 1
