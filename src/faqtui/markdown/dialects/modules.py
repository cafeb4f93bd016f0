"""``import`` and ``export`` of MDX: what a page brings in and gives away, which nobody reads, over as many lines as it takes.

It begins at the margin and ends where its brackets are closed (MDX 2 has a parser of JavaScript say so). What a file exports that
is questions is for `faqtui.parsing.questions.elements.exported`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from faqtui.markdown.blocks import Block
from faqtui.patterns import pattern

BEGUN = pattern(
    r"(?:import\s+(?:type\s+)?(?:[\w$]{1,80}\s*,\s*)?\{|export\s*\{)[^'\"]*$"
    r"|export\s+(?:async\s+function|class|type|interface)\s[^'\"]*[{(=]\s*$"
)
"""A line that begins one which only what follows can tell from prose."""

_TOKEN = pattern(
    r"//[^\n]*|/\*[\s\S]{0,4000}?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|(\n)|([(\[{])|([)\]}])"
)
_GOES_ON = ("=", "=>", "(", ",", "+", "&&", "||", "?", ":", ".", "extends", "return", "from")
_ANOTHER = pattern(r"(?:#{1,6}|import|export)[ \t]")
_MOST = 400
"""Lines of one; what is longer is text that happens to begin with its word."""

_ABOVE = frozenset(("import", "comment", "definition", "rule"))


def end(lines: Sequence[str], first: int) -> int:
    """The line behind the ``import`` or ``export`` that begins on line `first`; 0 where its brackets are closed nowhere."""
    text = "\n".join(lines[first : first + _MOST])
    depth, number, begin = 0, first, 0
    for token in _TOKEN.finditer(text + "\n"):
        if token[1]:
            number += 1
            line = text[begin : token.start()].rstrip()
            if not depth and not line.endswith(_GOES_ON):
                return number
            begin = token.end()
            if _ANOTHER.match(text, begin):
                return 0
        elif token[2]:
            depth += 1
        elif token[3]:
            depth -= 1
            if depth < 0:
                return 0
        else:
            number += token[0].count("\n")
    return 0


def spans(blocks: Iterable[Block], lines: Sequence[str], *, everywhere: bool) -> Iterator[tuple[int, int]]:
    """The lines (the end excluded) that all of them take, save those that take one alone; `everywhere`, or above all text."""
    behind = 0
    for block in blocks:
        if block.start < behind:
            continue
        if block.kind == "import":
            stop = end(lines, block.start)
            if stop and (everywhere or stop > block.start + 1):
                yield block.start, stop
            behind = stop
        elif not everywhere and block.kind not in _ABOVE and (block.kind != "heading" or block.level > 1):
            return
