"""Shortcodes that fold: Hugo's ``{{% expand "Title" %}}`` and ``{{< details >}}``, Liquid's ``{% details Title %}``.

Only those that hold a question are understood; every other shortcode stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.tags import attributes
from faqtui.patterns import pattern

_NAMES = (
    r"(?:expand(?:er)?|details|collaps(?:e|ible)|accordion|faq|question|qa|spoiler|toggle|dropdown)"
    r"(?:[-_/]?(?:block|box|card|element|entry|item|panel|row|question))?"
)
_NAME = pattern(_NAMES + "$", re.IGNORECASE)
_HUGO = pattern(r"\{\{[<%]-?[ \t]*+(/?)[ \t]*+(" + _NAMES + r")\b([^<>{}]*?)(/?)-?[%>]\}\}", re.IGNORECASE)
_LIQUID = pattern(r"\{%-?[ \t]*(end)?(" + _NAMES + r")\b([^{}]*?)-?%\}", re.IGNORECASE)
_AROUND = pattern(
    r"\{(?:\{[<%]|%)-?[ \t]{0,9}(?:faqs?|qas?|questions?|accordions?|collaps(?:e|ible)s?|expand(?:er)?s?|details"
    r"|toggles?|spoilers?|dropdowns?)(?:-?(?:box|container|group|items|list|section|wrapper))?"
    r"((?:[ \t]{1,9}[\w-]{1,40}=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s\"'{}<>%]{1,100}))*)[ \t]{0,9}-?(?:[%>]\}|%)\}\s*$",
    re.IGNORECASE,
)
"""What opens a group of folds, or one without a title: it says nothing."""

_TITLED = pattern(r"\b(?:title|question|header|label|summary|q|name)=", re.IGNORECASE)

_QUOTED = pattern(r"[ \t]*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)")
TITLES = ("title", "question", "header", "label", "summary", "q", "name")
"""Attributes that hold the title of a fold."""


def is_fold(name: str) -> bool:
    """Whether a shortcode of this name folds: ``details``, ``accordion-item``, ``faq_block``."""
    return _NAME.match(name) is not None


def tags(line: str) -> Iterator[tuple[int, int, str, bool, str]]:
    """The shortcodes of a line that fold: start, end, name, whether it closes, its title (empty where it has none)."""
    if "{" not in line:
        return
    for match in _HUGO.finditer(line):
        if not match[4]:
            yield match.start(), match.end(), "{" + match[2].lower(), bool(match[1]), _title(match[3], bare=False)
    for match in _LIQUID.finditer(line):
        yield match.start(), match.end(), "%" + match[2].lower(), bool(match[1]), _title(match[3], bare=True)


def _title(arguments: str, *, bare: bool) -> str:
    quoted = _QUOTED.match(arguments)
    if quoted:
        return next(text for text in quoted.groups() if text is not None)
    given = attributes(" " + arguments)
    found = next((given[key] for key in TITLES if given.get(key)), "")
    return found or (arguments.strip() if bare and "=" not in arguments else "")


def opens_group(text: str) -> bool:
    """Whether a text is nothing but what opens a group of folds, or one without a title."""
    found = _AROUND.match(text)
    return found is not None and _TITLED.search(found[1]) is None
