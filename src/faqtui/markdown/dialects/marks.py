"""Text marked as with a felt pen, ``==so==`` (pymdownx.mark, Obsidian, Pandoc's ``mark``); comparisons are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_MARK = pattern(r"(?<![\w=])==(?![\s=])(?>(?:[^=\n]|=(?!=))+)(?<!\s)==(?![\w=])")

_RUN = pattern(r"=*+")


def signs(text: str, start: int) -> str:
    """The signs in a row from `start` on, of which only the first could begin or end a mark."""
    match = _RUN.match(text, start)
    return match[0] if match else ""


def mark_end(text: str, start: int) -> int:
    """Where the marked text ends that begins at `start`, its signs included; 0 where none does."""
    match = _MARK.match(text, start)
    return match.end() if match else 0


def inline_rule(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: marked text between the tokens ``mark_open`` and ``mark_close``."""
    start, limit = state.pos, state.posMax
    end = mark_end(state.src, start) if state.src.startswith("==", start) else 0
    if not end or end > limit:
        return False
    if not silent:
        state.push("mark_open", "mark", 1).markup = "=="
        state.pos, state.posMax = start + 2, end - 2
        state.md.inline.tokenize(state)
        state.pos, state.posMax = end - 2, limit
        state.push("mark_close", "mark", -1).markup = "=="
    state.pos = end
    return True
