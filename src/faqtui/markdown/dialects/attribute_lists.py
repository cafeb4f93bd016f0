"""Lists of attributes, which say how the text before them looks: ``[Save](x.md){ .md-button }``, ``{: .note }`` below it.

Kramdown's begin with a colon; those of Python-Markdown's ``attr_list`` and Pandoc's ``link_attributes`` need none. Other text in
braces is the author's: ``{x=1}``, ``{a, b}``.
"""

from __future__ import annotations

from faqtui.patterns import pattern

_LIST = pattern(
    r"\{(:?)[ \t]{0,8}((?:(?:[#.][^\s{}<>\"'`=,$@|\\\[\]#]{1,300}|data-[\w-]{1,40}(?=[ \t}])"
    r"|[A-Za-z][\w:-]{0,40}=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s\"'{}=<>`]{1,300}))"
    r"(?:[ \t]{1,8}|(?=\}))){1,20})\}(?=([ \t]{0,80}(?:\n|$))?)"
)
_KNOWN = pattern(r"[#.]|(?:align|class|height|id|lang|loading|rel|style|target|title|width)=|data-[\w-]")
_ENDS_SPAN = frozenset(")]>`*_")
"""What links, images, code and emphasis end with."""


def list_end(text: str, start: int) -> int:
    """Where the list of attributes ends that begins at `start`; 0 where what stands there is text."""
    found = _LIST.match(text, start)
    if found is None:
        return 0
    before = text[start - 1 : start]
    stands_last = found[3] is not None and (not before or before.isspace())
    # Nobody else begins text with a brace and a colon so.
    anchor = found.end() == len(text) and found[2].startswith("#") and " " not in found[2]
    is_list = bool(found[1]) or anchor or ((stands_last or before in _ENDS_SPAN) and _KNOWN.match(found[2]) is not None)
    return found.end() if is_list else 0


def without_list(text: str) -> str:
    """A line without the list of attributes at its end: ``**Is it hot?** {#hot}``."""
    bare = text.rstrip()
    at = bare.rfind("{") if bare.endswith("}") else -1
    return bare[:at].rstrip() if at > 0 and list_end(bare, at) == len(bare) else text
