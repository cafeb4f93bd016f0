"""What the bytes of data and scripts have that may hold questions: names, and titles that ask."""

from __future__ import annotations

import re
from itertools import islice

from faqtui.formats.data.data_names import ANSWERING, ASKING, NAMING
from faqtui.letters import ASKS

_SPACED = {"faqs?", "questions?", "answers?", "câu hỏi", "trả lời"}
_COMMON = frozenset({"a", "ask", "asked", "query", "response", "fix"})
"""Names that data of programs have too often to tell anything."""

_WORDS = sorted(ASKING | ANSWERING, key=len, reverse=True)
_NAMES = "|".join(sorted({*_WORDS, *map(str.capitalize, _WORDS), *_SPACED} - _COMMON))
_SIGNS = "|".join(ASKS[1:])
_ASKS = re.compile(
    (
        rf"(?:(?:^|[,{{])[ \t\r]*(?:-[ \t]*)?[\"']?(?:{_NAMES})[\"']?|(?:[?]|{_SIGNS})[\"'])[ \t]*[:=]"
        r"|:[ \t]*[\"'](?:user|human)[\"']"
        r"|(?:[\w.\"'-](?:question|answer)[\w.-]{0,60}|[\"' ][qa]_[\w-]{1,60}|\.[qa])[\"']?[ \t]*[:=]"
        rf"|(?:{_NAMES})[_.]?\d{{1,3}}[\"']?[ \t]*[:=]"
        r"|[\"' ](?:instruction|patterns|triggers|utterances)[\"']?[ \t]*:"
        rf"|\[[ \t\r\n]*[\"'][^\"'\n]{{2,200}}(?:[?]|{_SIGNS})[\"'][ \t]*,|^[ \t]*- - "
        r"|\?:(?:[ \t\r\n]|$)"
    ).encode(),
    re.MULTILINE | re.IGNORECASE,
)
_TITLES = re.compile(
    (
        rf"(?:(?:{'|'.join(sorted(NAMING))})[\"']?[ \t]*[:=][ \t]*[\"']?|#{{1,6}} |<h[1-6][^>]{{0,80}}>)"
        rf"[^\"\n\\<]{{2,200}}(?:[?]|{_SIGNS})"
    ).encode(),
    re.IGNORECASE,
)
"""Titles that ask; several of them make a FAQ, one may be a button."""


def may_ask(head: bytes) -> bool:
    """Whether the beginning of a file has a name or a title that asks."""
    return _ASKS.search(head) is not None or len(list(islice(_TITLES.finditer(head), 2))) == 2
