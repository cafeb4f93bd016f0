"""Where links lead: the target and title in parentheses behind a link's text, and the definitions of reference links."""

from __future__ import annotations

import re
from collections.abc import Mapping

from faqtui.markdown.blocks import normalize_label
from faqtui.patterns import pattern

ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TEMPLATE = r"((?:\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}|[^\s(){}<>]){1,200})(?=[ \t]*\)|[ \t]+[\"'(])"
_TEMPLATED = pattern(_TEMPLATE)
_IN_PARENTHESES = pattern(r"\([ \t]*" + _TEMPLATE)
"""A target that a generator of sites fills in: ``({{< relref "page.md" >}})``, ``({{ "/page" | relative_url }})``."""

_LONGEST_TEMPLATE = 500
"""Characters in which a template begins."""

_BLANKS = (" ", "\t")
_PIECE = pattern(
    r"\{\{[<%-]?[ \t]*(?:(?:rel)?ref[ \t]+)?(?:path=)?[\"'`]([^\"'`\n]{1,300})[\"'`][^{}]{0,100}\}\}"
    r"|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%{}]{1,300})[ \t]*-?%\}"
    r"|\{\{-?[ \t]*(?:[\w.]{0,100}\.)?(?:base_?url|site_?url|(?<=site\.)url)[ \t]*-?\}\}",
    re.IGNORECASE,
)
"""A piece of one: a path in quotes or behind ``link``, or the address of the site, which is nothing here."""

_DESTINATION = pattern(r"\(\s*+(?:<([^<>\n]*)>|([^\s<(]|(?=\)))|(?=\())")
_PARENTHESIS = pattern(r"[()\s\\](?:(?<=\\).)?", re.DOTALL)
"""A parenthesis, white space, or a backslash with what it escapes."""

_DEEPEST = 8
"""Parentheses inside one another in a link's target; CommonMark asks for three at least."""

_LONGEST_TARGET = 20_000
"""Characters of a link's target."""

_LINK_TITLE = pattern(
    r"\s++(\"(?:[^\"\\]|\\.){0,2000}\"|'(?:[^'\\]|\\.){0,2000}'|\((?:[^()\\]|\\.){0,2000}\))", re.DOTALL
)


class References:
    """Where reference links lead: definitions by normalised label, and those that were used."""

    __slots__ = ("_urls", "used")

    def __init__(self, urls: Mapping[str, str]) -> None:
        self._urls = urls
        self.used: dict[str, None] = {}

    def get(self, label: str) -> str | None:
        """The target of a label, which counts as used from now on."""
        if not self._urls or len(label) > 999:
            return None
        key = normalize_label(label)
        url = self._urls.get(key)
        if url is not None:
            self.used[key] = None
        return url


def destination(text: str, start: int, ends: dict[int, int]) -> tuple[str | None, int]:
    """The target in ``(target "title")``, which begins at `start`, and where to go on; None where there is no target.

    `ends` keeps for a text what `_target_end` has found out.
    """
    if (written := templated(text, start + 1)) is not None and (after := _closed(text, written[1])):
        return written[0], after
    match = _DESTINATION.match(text, start)
    if match is None:
        return None, start
    url, end = match[1], match.end()
    if url is None:
        begin = match.start(2) if match[2] is not None else end
        if begin not in ends:
            _find_ends(text, begin, ends)
        end = ends[begin]
        if not 0 <= end - begin <= _LONGEST_TARGET:
            return None, start
        url = text[begin:end]
    after = _closed(text, end)
    if not after:
        return None, start
    if "\\" in url or "&" in url:
        from html import unescape

        url = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", url)) if "\\" in url or ENTITY.search(url) else url
    return url, after


def _find_ends(text: str, begin: int, ends: dict[int, int]) -> None:
    """Where the target that begins at `begin` ends, and each that would begin inside of it: -1 where it is nested too deeply.

    Parentheses inside a target are part of it while they are balanced; it ends before white space and before one that closes
    nothing. Found for all at once: each would look as far as the first.
    """
    opened, depths = [begin], [0]
    end = len(text)
    for match in _PARENTHESIS.finditer(text, begin):
        sign = match[0]
        if sign == "(":
            opened.append(match.end())
            depths.append(0)
        elif sign == ")":
            depth = depths.pop()
            ends[opened.pop()] = match.start() if depth <= _DEEPEST else -1
            if not opened:
                return
            depths[-1] = max(depths[-1], depth + 1)
        elif sign.isspace():
            end = match.start()
            break
    depth = 0
    while opened:
        depth = max(depths.pop(), depth)
        ends[opened.pop()] = end if depth <= _DEEPEST else -1
        depth += 1


def _closed(text: str, end: int) -> int:
    """Where to go on behind the title that may follow a target, and the parenthesis; 0 where none closes it."""
    title = _LINK_TITLE.match(text, end)
    if title:
        end = title.end()
    while end < len(text) and text[end] in " \t\n":
        end += 1
    return end + 1 if text.startswith(")", end) else 0


def templated(text: str, start: int) -> tuple[str, int] | None:
    """The target that a generator of sites would fill in at `start`, behind a parenthesis, and its end; None for any other."""
    if text.find("{{", start, start + _LONGEST_TEMPLATE) < 0 and not text.startswith("{%", start):
        return None
    while text[start : start + 1] in _BLANKS:
        start += 1
    found = _TEMPLATED.match(text, start)
    url = _filled_in(found[1]) if found is not None else None
    return (url, found.end()) if found is not None and url is not None else None


def looked_up(text: str) -> set[str]:
    """The targets in a text that a generator of sites is told to look for, or fills in."""
    return {url for found in _IN_PARENTHESES.finditer(text) if (url := _filled_in(found[1])) is not None}


def _filled_in(target: str) -> str | None:
    """What a template makes of a target; None where it is none, and where nothing is known but to the generator."""
    if "{{" not in target and "{%" not in target:
        return None
    url = _PIECE.sub(lambda piece: piece[1] or piece[2] or "", target)
    known = url.partition("{")[0]
    return url if known and (known == url or "://" in known) else None
