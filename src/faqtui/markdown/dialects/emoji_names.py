"""Emoji by their names, as GitHub writes them: ``:rocket:``, several in a row too.

A name that nobody knows stays as it is written, and so do times (``10:30:20``), scopes (``std::size``) and addresses. Which names
there are is known by the package ``emoji``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_NAMES = pattern(r"(?<![A-Za-z0-9_:/])(?::[a-z0-9_+-]{1,60}:)+(?![A-Za-z0-9_/]|:[A-Za-z0-9_+-])")
"""Names in a row. What stands right beside a letter, a slash or another colon is something else; a colon may end them."""

_ICONS = ("material-", "octicons-", "fontawesome-", "simple-")
"""What the names of icons begin with that Material for MkDocs draws in the text, as it does emoji; they say nothing."""

_ROW = 50
"""Names in a row that are looked up: nobody writes more."""


@cache
def _known() -> dict[str, str]:
    """All emoji by their names with colons: by the first that has a name for an alias, else by the first that is called so."""
    from emoji import EMOJI_DATA, STATUS  # 31 ms, and few documents have a name of any

    aliases: dict[str, str] = {}
    named: dict[str, str] = {}
    for sign, data in EMOJI_DATA.items():
        if data["status"] <= STATUS["fully_qualified"]:
            for name in data.get("alias", ()):
                aliases.setdefault(name, sign)
            named.setdefault(data["en"], sign)
    return named | aliases


def emoji(name: str) -> str:
    """The emoji of this name, without its colons; "" for a name that none has."""
    return _known().get(f":{name}:", "")


def named(text: str) -> bool:
    """Whether anything in a text is written as the name of an emoji is."""
    return ":" in text and _NAMES.search(text) is not None


def row(text: str, start: int) -> list[tuple[str, int]]:
    """The emoji whose names stand in a row from `start` of a text on, each with the place behind it; none for other text.

    An icon is an emoji without a sign.
    """
    match = _NAMES.match(text, start)
    if match is None:
        return []
    found: list[tuple[str, int]] = []
    end = start
    for name in match[0][1:-1].split("::")[:_ROW]:
        is_icon = name.startswith(_ICONS)
        sign = "" if is_icon else emoji(name)
        if not (sign or is_icon):
            break
        end += len(name) + 2
        found.append((sign, end))
    return found


def shown(text: str) -> str:
    """Plain text with emoji for their names: titles that stand where there is no markup."""
    return _NAMES.sub(_shown, text) if ":" in text else text


def _shown(match: re.Match[str]) -> str:
    found = row(match.string, match.start())
    return "".join(sign for sign, _ in found) + match.string[found[-1][1] : match.end()] if found else match[0]


def names(text: str) -> list[str]:
    """The names of all emoji that are written by them in a text, in words: ``white_check_mark`` is three."""
    if ":" not in text:
        return []
    found = [name for match in _NAMES.finditer(text) for name in match[0][1:-1].split("::")[:_ROW] if emoji(name)]
    return [word for name in dict.fromkeys(found) for word in name.replace("-", "_").split("_") if word]


def spelled_out(text: str) -> str:
    """The text with names without their colons, as addresses within pages are made of them."""
    return _NAMES.sub(lambda match: " ".join(match[0][1:-1].split("::")), text) if ":" in text else text


def inline_rule(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: the name of an emoji in running text, as a token ``emoji``."""
    if state.src[state.pos] != ":":
        return False
    found = row(state.src, state.pos)
    if not found or found[-1][1] > state.posMax:
        return False
    for sign, end in found:
        if not silent:
            token = state.push("emoji", "", 0)
            token.content, token.markup = sign, state.src[state.pos : end]
        state.pos = end
    return True
