"""The plain text of a title: what its Markdown shows, and the signs that stand there where it shows nothing."""

from __future__ import annotations

import re
from collections.abc import Container

from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.inline import NO_REFERENCES, inline
from faqtui.markdown.link_targets import References
from faqtui.parsing.questions.known_titles import letters_of
from faqtui.patterns import pattern

_INVISIBLE = pattern(
    r"<!--.{0,2000}?-->|</?[A-Za-z][^<>]*>|!?\[\]\([^()]*\)|!\[[^\[\]]*\](?:\([^()]*\))?|\s", re.DOTALL
)

_SIGN = pattern(r"[^\w\s,;?()'\"/-]")
"""What may be markup, part of an address or of the name of an emoji, beside what `_` means."""


def same_title(one: str, other: str) -> bool:
    """Whether two plain titles are one, whatever the case and the signs: curly quotes and straight ones, a "?" or none."""
    return one.casefold() == other.casefold() or ((letters := letters_of(one)) != "" and letters == letters_of(other))


def plain_title(text: str, references: References = NO_REFERENCES, components: Container[str] = ()) -> str:
    """The text of a title on one line; ``<>`` and its like, which are markup of components elsewhere, as they are written."""
    if "_" not in text and _SIGN.search(text) is None:  # as most titles are
        return " ".join(text.split())
    plain = " ".join(inline(text, references, components)[0].split())
    return plain or (" ".join(without_list(text).split()) if _INVISIBLE.sub("", text) else "")


def folded(title: str) -> str:
    """A title without what two that are the same may differ in: the case of letters, and white space."""
    return " ".join(title.split()).casefold()
