r"""Formulas in TeX, ``$a_b$`` and ``$$a_b$$``: verbatim, so that neither their stars nor their underscores mark anything.

What is one is decided as Pandoc does it ("Extension: tex_math_dollars"), which leaves prices alone. LaTeX and
MathJax have ``\(a_b\)`` and ``\[a_b\]``, which are mere brackets in CommonMark: a formula is in them where that shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_FORMULA = pattern(
    r"\$\$(?!\$)(?>(?:[^$\\]|\\.|\$(?!\$))+)\$\$"
    r"|\$(?![\s$])(?>(?:\[[^$\\`\[\]]*+\]|[^$\\`\]]|\](?![(\[])|\\.)+)(?<!\s)\$(?!\d)",
    re.DOTALL,
)
"""A formula on a line of its own or in one. A bracket that closes a link around it is none of its own, and code is code."""

_BRACKETED = pattern(
    r"(?<!\\)\\(?:\((?>(?:[^\\`]|\\[^()\[\]])+)\\\)|\[(?>(?:[^\\`]|\\[^()\[\]])+)\\\](?!\())", re.DOTALL
)

_SHOWS = pattern(
    r"(?<![\w:\\])\\[A-Za-z]{2}|(?<=[\w)}])\^[\w({\\]|(?<![^\W_])[^\W_]_(?:\{|\w(?!\w))"
    r"|(?<!\w)(?:\w|\d+)[ ]?[*=+<>][ ]?(?:\w|\d+)(?!\w)"
)
"""What text in brackets is a formula by: a command of TeX, an index, a power, or an operator between two letters."""

_ENDS_LINE = pattern(r"[ \t]*+[.,;]?[ \t]*+(?:\n|\Z)")

LINE_END = pattern(r"(?<![ \t])[ \t]*+\n[ \t]*+")
"""A line end in a formula, with what the next line is indented by."""

_LONGEST_URL = 500


def formula_end(text: str, start: int) -> int:
    """Where the formula ends that begins at `start` of a text; 0 where none does."""
    if text[start] == "\\":
        return _bracketed_end(text, start)
    match = _FORMULA.match(text, start)
    if match is None:
        return 0
    scheme = text.rfind("://", max(start - _LONGEST_URL, 0), start)
    return match.end() if scheme < 0 or any(char.isspace() for char in text[scheme:start]) else 0


def _bracketed_end(text: str, start: int) -> int:
    """The same for one in brackets: behind a word they are those of an index or of arguments; square ones fill lines."""
    match = _BRACKETED.match(text, start)
    if match is None or text[start - 1 : start].isalnum() or not _SHOWS.search(text, start + 2, match.end() - 2):
        return 0
    if text[start + 1] == "[":
        before = start
        while before and text[before - 1] in " \t":
            before -= 1
        if text[before - 1 : before] not in ("", "\n") or not _ENDS_LINE.match(text, match.end()):
            return 0
    return match.end()


def shown(text: str, start: int, end: int) -> str:
    """What plain text has of a formula, or of a dollar sign, on one line: a formula as it is read, else as it is written."""
    written = text[start:end]
    if len(written) < 3:
        return written
    from faqtui.markdown.dialects.formula_signs import readable  # few FAQs have any, and no start waits for it

    read = readable(written, text[max(start - 1, 0) : start], text[end : end + 1])
    return LINE_END.sub(" ", written) if read is None else read.replace("\n", " ")


def names(text: str) -> list[str]:
    """The names of the signs in all formulas of a Markdown text, each once."""
    if "\\" not in text:
        return []
    written = _FORMULA.findall(text) if "$" in text else []
    written += [match[0] for match in _BRACKETED.finditer(text) if formula_end(text, match.start())]
    if not written:
        return []
    from faqtui.markdown.dialects import formula_signs

    return list(dict.fromkeys([name for formula in written for name in formula_signs.names(formula)]))


def closing(line: str) -> str:
    """What closes the displayed formula that a line may begin; empty where it can begin none."""
    return "$$" if line.startswith("$$") else "\\]" if line.rstrip() == "\\[" else ""


def last_line(first: int, stop: int, line: Callable[[int], str]) -> int | None:
    """The line that ends a displayed formula of several lines; None where line `first` begins none.

    `line` gives what a line says, empty for one beyond the block that the formula stands in.
    """
    text = line(first)
    close = closing(text)
    if not close or close in text[2:]:
        return None
    for number in range(first + 1, stop):
        text = line(number).strip()
        if not text or close in text or closing(text):
            return number if text.endswith(close) and text.count(close) == 1 else None
    return None


def inline_rule(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: a formula in running text, as a token ``formula``."""
    if state.src[state.pos] not in "$\\":
        return False
    end = formula_end(state.src, state.pos)
    if not end or end > state.posMax:
        return False
    if not silent:
        state.push("formula", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def block_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a displayed formula of several lines is a paragraph, whatever its lines begin with."""
    if state.is_code_block(first):
        return False

    def line(number: int) -> str:
        inside = state.sCount[number] >= state.blkIndent
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]] if inside else ""

    last = last_line(first, end, line)
    if last is None:
        return False
    if silent:
        return True
    state.push("paragraph_open", "p", 1).map = [first, last + 1]
    token = state.push("inline", "", 0)
    token.map, token.children = [first, last + 1], []
    token.content = state.getLines(first, last + 1, state.blkIndent, False).strip()
    state.push("paragraph_close", "p", -1)
    state.line = last + 1
    return True
