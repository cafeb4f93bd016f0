"""Bare addresses in text, where they end, and which of them are links (GFM 0.29, extended autolinks)."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

URL = pattern(r"(?:https?://|www\.)(?:[^\s<>`\"|*]|\*(?!\*))*", re.IGNORECASE)
WWW = pattern(r"www\.[\w-]+(?:\.[\w-]+)*\.?[A-Za-z]", re.IGNORECASE)
"""A bare URL with what follows it; it ends before what begins something else: code, a quotation, strong text, a cell."""

IN_BRACKETS = pattern(r"(?:https?://|www\.)(?:[^\s<>`\"|*\]]|\*(?!\*)|\](?!\())*", re.IGNORECASE)
"""The same in the text of a link, which may end."""

_LONGEST_ENTITY = 40


def trim_url(url: str) -> str:
    """A bare URL without the punctuation that belongs to the sentence (GFM, extended autolinks)."""
    close = url.count(")")
    opened = url.count("(")
    end = len(url)
    while end:
        last = url[end - 1]
        if last == ")" and close > opened:
            close -= 1
        elif last == ";":
            entity = url.rfind("&", max(0, end - _LONGEST_ENTITY), end)
            if entity >= 0 and url[entity + 1 : end - 1].isalnum():
                end = entity + 1
        elif last not in "?!.,:*_~'":
            break
        end -= 1
    return url[:end]
