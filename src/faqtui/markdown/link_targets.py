"""Where links lead: the target and title in parentheses behind a link's text, and the definitions of reference links."""

from __future__ import annotations

import re
from collections.abc import Mapping

from faqtui.markdown.blocks import normalize_label
from faqtui.patterns import pattern

ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LOOKED_UP = pattern(
    r"\((?:\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:path=)?[\"'`]([^\"'`\n]{1,500})[\"'`][ \t]*[%>]\}\}"
    r"|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%{}]{1,500})[ \t]*-?%\})(#[^\s()]{1,200})?[ \t]*\)"
)
"""A target that Hugo or Jekyll looks up: ``({{< relref "page.md" >}})``, ``({% link page.md %})``."""

_DESTINATION = pattern(r"\(\s*+(?:<([^<>\n]*)>|([^\s<(]|(?=\)))|(?=\())")
_TARGET = pattern(r"(?:[^\s()\\]|\\.|\\(?=\s|$))*", re.DOTALL)
_DEEPEST = 8
"""Parentheses inside one another in a link's target; CommonMark asks for three at least."""

_LONGEST_TARGET = 20_000
"""Characters of a link's target: an end is looked for no further, so that a page of open ones stays linear."""

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


def destination(text: str, start: int) -> tuple[str | None, int]:
    """The target in ``(target "title")``, which begins at `start`, and where to go on; None where there is no target."""
    if text.startswith(("({{", "({%"), start) and (written := LOOKED_UP.match(text, start)):
        return (written[1] or written[2]) + (written[3] or ""), written.end()
    match = _DESTINATION.match(text, start)
    if match is None:
        return None, start
    end = match.end()
    url = match[1] if match[1] is not None else match[2] or ""
    if match[1] is None:
        # Parentheses inside a target are part of it while they are balanced.
        begin = match.start(2) if match[2] is not None else end
        depth = 0
        end = begin
        size = min(len(text), begin + _LONGEST_TARGET)
        while end < size:
            chunk = _TARGET.match(text, end, size)
            end = chunk.end() if chunk is not None else end
            char = text[end : end + 1]
            if char == "(" and depth < _DEEPEST:
                depth += 1
            elif char == ")" and depth:
                depth -= 1
            else:
                break
            end += 1
        if text[end : end + 1] == "(":
            return None, start
        url = text[begin:end]
    title = _LINK_TITLE.match(text, end)
    if title:
        end = title.end()
    while end < len(text) and text[end] in " \t\n":
        end += 1
    if not text.startswith(")", end):
        return None, start
    if "\\" in url or "&" in url:
        from html import unescape

        url = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", url)) if "\\" in url or ENTITY.search(url) else url
    return url, end + 1
