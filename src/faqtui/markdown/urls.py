"""Bare addresses in text, where they end, and which of them are links (GFM 0.29, extended autolinks)."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

URL = pattern(r"(?:https?://|www\.)(?:[^\s<>`\"|*]|\*(?!\*))*", re.IGNORECASE)
WWW = pattern(r"www\.[\w-]+(?:\.[\w-]+)*\.?[A-Za-z]", re.IGNORECASE)
"""A bare URL with what follows it; it ends before what begins something else: code, a quotation, strong text, a cell."""

IN_BRACKETS = pattern(r"(?:https?://|www\.)(?:[^\s<>`\"|*\]]|\*(?!\*)|\](?!\())*", re.IGNORECASE)
"""The same in the text of a link, which may end."""

_GOES_ON = pattern(r"\)(?=[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef])")
_LONGEST_ENTITY = 40

AUTOLINK = pattern(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
MAIL = pattern(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>")
"""An address, and one of mail, between angle brackets (CommonMark 0.31, 6.5)."""


def trim_url(url: str) -> str:
    """A bare URL without the punctuation that belongs to the sentence (GFM, extended autolinks).

    Behind a parenthesis that nothing in it opens letters of scripts that write no spaces there go on with the sentence.
    """
    if not url.isascii() and (found := _GOES_ON.search(url)) is not None and "(" not in url[: found.start()]:
        url = url[: found.start()]
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
        elif last not in "?!.,:*_~'\\":
            break
        end -= 1
    return url[:end]


def bare_url(text: str, start: int, *, in_brackets: bool) -> tuple[str, str]:
    """What of `text`, which has the beginning of an address at `start`, is shown as one, and where it leads: "" for nowhere."""
    match = None if start and text[start - 1].isalnum() else (IN_BRACKETS if in_brackets else URL).match(text, start)
    if match is None:
        return text[start : start + 4], ""
    if in_brackets and text.startswith("](", match.end()):
        url = match[0]
    else:
        url = trim_url(match[0])
        if in_brackets and url.endswith("]"):
            url = url.rstrip("]")
    if text[start] in "wW":
        # The extended www autolink of GFM: a domain follows, and http is meant.
        before = text[start - 1] if start else " "
        if WWW.match(url) and (before.isspace() or before in "*_~(\"'\u300c\uff08"):
            return url, f"http://{url}"
        return url or text[start : start + 4], ""
    return url, url if len(url) >= 9 else ""
