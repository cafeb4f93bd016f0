"""Parts of markdown-it that take time with the square of a text, written anew so that they take time with its length.

What they find is the same. The rest of the parser is put together in `faqtui.markdown.parser`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_RULE = pattern(r"([*_-])[ \t]*(?:\1[ \t]*){2,}$")


def thematic_break(state: StateBlock, first: int, _end: int, silent: bool) -> bool:
    """The rule ``hr`` of markdown-it, which reads a line of list markers anew for each list that it opens."""
    begin, stop = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    marker = state.src[begin : begin + 1]
    if begin >= stop or marker not in "*-_" or state.is_code_block(first):
        return False
    line = state.src[begin:stop]
    if not line.rstrip(" \t").endswith(marker) or _RULE.match(line) is None:
        return False
    if not silent:
        state.line = first + 1
        token = state.push("hr", "hr", 0)
        token.map, token.markup = [first, state.line], line
    return True


def label_end(state: StateInline, start: int, no_links: bool = False) -> int:
    """Where the bracket closes that opens at `start`; -1 where it does not or, with `no_links`, where a link stands in it.

    The helper ``parseLinkLabel`` of markdown-it, which goes to the end of the text for each bracket; this one remembers of
    every bracket that it meets where it closes. What it remembers stands beside what markdown-it does by position.
    """
    cache = state.cache
    found = cache.get(_key(start, no_links))
    if found is None:
        found = _look(state, start, no_links)
    return found if found < state.posMax else -1


def _key(start: int, no_links: bool) -> int:
    """Where the end of the bracket at `start` is remembered: below the positions, which markdown-it uses, and -1."""
    return -2 - 2 * start - no_links


def _look(state: StateInline, start: int, no_links: bool) -> int:
    cache, source, skip = state.cache, state.src, state.md.inline.skipToken
    before, state.pos = state.pos, start + 1
    opened = [start]
    while opened and state.pos < state.posMax:
        here = state.pos
        char = source[here]
        if char == "]":
            cache[_key(opened.pop(), no_links)] = here
            if not opened:
                break
        following = cache.get(here)
        if following is None:
            skip(state)
        else:
            state.pos = following
        if char != "[":
            continue
        if state.pos == here + 1:
            known = cache.get(_key(here, no_links))
            if known is None:
                opened.append(here)
            elif known < 0:
                break
            else:
                # What stands in it is passed over, and its end taken as a text of its own.
                state.pos = cache.get(known, known + 1)
        elif no_links:
            break
    for place in opened:
        cache[_key(place, no_links)] = -1
    state.pos = before
    return cache[_key(start, no_links)]
