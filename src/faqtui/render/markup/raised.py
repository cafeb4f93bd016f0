"""What stands above or below the line, in text that has but one line: ``x^2``, ``x^(n+1)``, ``a_i``, but ``10th`` and ``H2O``."""

from __future__ import annotations

from faqtui.markdown.tags import TAG
from faqtui.patterns import pattern

_AS_IT_IS = pattern(r"(?i:st|nd|rd|th|er|re|me|e|o|a|tm|sm|\(?r\)?|\(?c\)?)|[\W_]+|[\[(*].*")
"""Endings of numbers, signs of trade, and what has brackets of its own."""

_SINGLE = pattern(r"[-+\u2212]?(?:\d[\d.,]*|\w)|\w+")
_FAR = 200
"""Characters after which an end tag is not looked for."""


def signs(name: str, text: str, end: int, before: str) -> tuple[str, str]:
    """What to show for the ``<sup>`` or ``<sub>`` (its `name`) that ends at `end` of a text, and for its end tag.

    `before` is what was shown last: nothing is raised above nothing.
    """
    close = text.find(f"</{name}", end, end + _FAR)
    inside = TAG.sub("", text[end:close]).strip() if close >= 0 else ""
    last = before[-1:]
    if not inside or not last or last.isspace() or last in "([{" or _AS_IT_IS.fullmatch(inside):
        return "", ""
    if name == "sub" and inside.isdecimal() and last.isalpha():
        return "", ""  # as chemists write it
    sign = "^" if name == "sup" else "_"
    return (sign, "") if _SINGLE.fullmatch(inside) else (f"{sign}(", ")")
