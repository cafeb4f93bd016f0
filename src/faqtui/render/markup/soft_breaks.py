"""Soft breaks: whether a line of running text ends there for the reader too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

_NUMBERED = pattern(r"\d{1,2}[.)][A-Za-z]\w+")
_TERM = pattern(r"(\*\*|__)[^*_\n]+?(?::\1|\1[ \t]*(?::|\n|$))")
_URL_LINE = pattern(r"https?://\S+[ \t]*(?:\n|$)")


def is_line(text: str, tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether the author of `text` most likely meant the line that ends with the soft break at `index` to be one.

    `end` is where the next line begins.

    So it is between lines that are nothing but code, before ``2.Text`` (a number of a list that lacks its blank),
    before ``**Term**:`` or a line of bold alone, and before a URL behind a colon.
    """
    if _NUMBERED.match(text, end):
        return True
    before = tokens[index - 1].type if index else ""
    after = tokens[index + 1].type if index + 1 < len(tokens) else ""
    if before == after == "code_inline":
        return index < 2 or tokens[index - 2].type == "softbreak"
    if _TERM.match(text, end):
        return True
    return _URL_LINE.match(text, end) is not None and text[:end].rstrip().endswith(":")
