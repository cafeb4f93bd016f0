"""Bare addresses in text, where they end, and which of them are links (GFM 0.29, extended autolinks)."""

from __future__ import annotations

import re

URL = re.compile(r"(?:https?://|www\.)[^\s<>]*", re.IGNORECASE)
WWW = re.compile(r"www\.[\w-]+(?:\.[\w-]+)*\.?[A-Za-z]", re.IGNORECASE)


def trim_url(url: str) -> str:
    """A bare URL without the punctuation that belongs to the sentence (GFM, extended autolinks)."""
    for stop in ("`", '"', "**", "|"):
        if stop in url:
            url = url.partition(stop)[0]
    close = url.count(")")
    opened = url.count("(")
    while url:
        last = url[-1]
        if last in "?!.,:*_~'":
            url = url[:-1]
        elif last == ")" and close > opened:
            close -= 1
            url = url[:-1]
        elif last == ";":
            entity = url.rfind("&")
            whole = entity >= 0 and url[entity + 1 : -1].isalnum()
            url = url[:entity] if whole else url[:-1]
        else:
            break
    return url
