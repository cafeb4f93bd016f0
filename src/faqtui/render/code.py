"""Colours of code: pygments' tokens as runs of our own style names. The box around code is `layout`'s business."""

from __future__ import annotations

import time
from collections.abc import Callable

_LARGEST = 200_000
"""Code longer than this many characters stays plain: pygments takes about a second for a megabyte."""

_LONGEST_LINE = 5_000
"""Characters of the longest line that a lexer is given: some look back from each sign of a line before its first token."""

_PATIENCE = 0.3, 7e-6
"""Seconds that colouring may take, and those for each character more: pygments takes a millionth for most, but lexers there are
that look from each sign through all that follows, and take minutes for what nobody would have coloured."""

_PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "none", "output", "nohighlight", "markdown", "md"))

_STYLES = (
    ("Comment.Preproc", "code.keyword"),
    ("Comment", "code.comment"),
    ("Keyword.Constant", "code.number"),
    ("Keyword", "code.keyword"),
    ("Operator.Word", "code.keyword"),
    ("Operator", "code.operator"),
    ("Punctuation", "code.operator"),
    ("Name.Tag", "code.name"),
    ("Name.Attribute", "code.name"),
    ("Name.Class", "code.name"),
    ("Name.Namespace", "code.name"),
    ("Name.Function", "code.function"),
    ("Name.Builtin", "code.function"),
    ("Name.Decorator", "code.function"),
    ("Name.Variable", "code.variable"),
    ("Name.Constant", "code.variable"),
    ("Name.Entity", "code.variable"),
    ("Literal.String.Interpol", "code.variable"),
    ("Literal.String.Escape", "code.variable"),
    ("Literal.String", "code.string"),
    ("Literal.Number", "code.number"),
    ("Literal.Scalar", "code.string"),
    ("Literal.Date", "code.number"),
    ("Generic.Prompt", "code.prompt"),
    ("Generic.Output", "code.output"),
    ("Generic.Deleted", "code.error"),
    ("Generic.Inserted", "code.added"),
    ("Generic.Heading", "code.keyword"),
    ("Generic.Subheading", "code.keyword"),
    ("Generic.Error", "code.error"),
)
"""Token types, the more special first, and their styles. Errors of the lexer stay plain: placeholders are no faults."""


def colour(language: str, text: str, clock: Callable[[], float] = time.thread_time) -> list[tuple[str, int]] | None:
    """The styles of `text` as pairs of style and length that add up to it.

    None for a language nobody knows, and for code that takes its lexer too long by `clock` (seconds of this thread).
    """
    if language.lower() in _PLAIN or len(text) > _LARGEST or not text:
        return None
    if len(text) > _LONGEST_LINE and max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return None
    # pygments takes 5 ms to import, and each lexer its own module.
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    # Many lexers know a line only by its end.
    ended = text if text.endswith("\n") else text + "\n"
    cache: dict[str, str] = {}
    pieces: list[tuple[str, int]] = []
    total = 0
    latest = clock() + _PATIENCE[0] + _PATIENCE[1] * len(text)
    for kind, value in lexer.get_tokens(ended):
        if clock() > latest:
            return None
        name = str(kind)[6:]
        style = cache.get(name)
        if style is None:
            style = cache[name] = next(
                (s for prefix, s in _STYLES if (name + ".").startswith(prefix + ".")), "code.text"
            )
        total += len(value)
        if pieces and pieces[-1][0] == style:
            pieces[-1] = (style, pieces[-1][1] + len(value))
        elif value:
            pieces.append((style, len(value)))
    # A lexer that drops or adds a character would shift all that follows.
    if total != len(ended):
        return None
    if ended != text:
        style, length = pieces.pop()
        pieces += [(style, length - 1)] if length > 1 else []
    return pieces
