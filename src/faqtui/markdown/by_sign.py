"""The rules of blocks by the sign that a line has to begin with: most lines begin with a letter, and most rules want a sign.

Each line was put before all twenty, and each line of a paragraph before all that end one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

Rule: TypeAlias = "Callable[[StateBlock, int, int, bool], bool]"

_SIGNS = {
    "admonition": "!?",
    "directive": "`~:",
    "container": ":/",
    "tab": "=",
    "at_tab": "@",
    "formula": "$\\",
    "shortcode": "{",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote": "[",
    "reference": "[",
    "component": "<",
    "html_block": "<",
    "heading": "#",
    "definition": ":",
}
"""The characters with which a line begins that a rule takes; a rule that is not here looks at every line."""

_CHAINS = ("", "paragraph", "reference", "blockquote", "list")
"""What rules are asked for: to read a block, and to end one of these."""


def ask_by_sign(markdown: MarkdownIt) -> None:
    """Have the rules that are there ask each line only what it may be; none may be added later."""
    ruler = markdown.block.ruler
    names = dict(zip(ruler.getRules(""), ruler.get_active_rules(), strict=True))
    chains: dict[str, list[Rule]] = {}
    for chain in _CHAINS:
        chains[chain] = []
        for wants_sign, group in groupby(ruler.getRules(chain), key=lambda rule: names[rule] in _SIGNS):
            rules = list(group)
            chains[chain] += [_one_of([(rule, _SIGNS[names[rule]]) for rule in rules])] if wants_sign else rules

    def rules_of(chain: str = "") -> list[Rule]:
        return chains.get(chain, [])

    ruler.getRules = rules_of  # type: ignore[method-assign, assignment]


def _one_of(rules: list[tuple[Rule, str]]) -> Rule:
    """These rules, which follow one another, as one."""
    by_sign: dict[str, list[Rule]] = {}
    for rule, signs in rules:
        for sign in signs:
            by_sign.setdefault(sign, []).append(rule)

    def first_of(state: StateBlock, first: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[first] + state.tShift[first]
        return any(rule(state, first, end, silent) for rule in by_sign.get(state.src[begin : begin + 1], ()))

    return first_of
