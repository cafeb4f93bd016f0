"""What of a question or an answer is code, so that names of variables and of examples become no topics."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

_BLOCKS = pattern(r"^[ \t>]*(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^[ \t>]*\1|\Z)|\Z)", re.MULTILINE)
_SPANS = pattern(r"`+[^`]*`+|<(code|pre)\b[^<>]*>[^<>]*(?:</\1>)?")
_CODE = pattern(r"[\w$\])][(\[{]|[{};=|]|::|->|&&|\w\.\w+\(|^[.$@]\w|</?\w+>|\[[\d'\"]")
"""What only code has in a word between spaces: a call, an index, an operator."""

_MOST = 2
"""Words of code that make a question a piece of it."""


def prose(markdown: str) -> str:
    """A text without its code blocks and code spans."""
    return _SPANS.sub(" ", _BLOCKS.sub(" ", markdown))


def code_aside(question: str, markdown: str) -> str:
    """What a question says outside code: the very `question` where it has none; `markdown` is how it is written.

    A question of which several words are code is code as a whole: ``const sum = num => num + num``.
    """
    marked = "`" in markdown
    if not marked and _CODE.search(question) is None:
        return question
    words = (prose(markdown) if marked else question).split()
    code = [word for word in words if _CODE.search(word)]
    if len(code) >= _MOST or 2 * len(code) > len(words):
        return ""
    return " ".join([word for word in words if word not in code])
