"""Shortcodes that fold: Hugo's ``{{% expand "Title" %}}`` and ``{{< details >}}``, Liquid's ``{% details Title %}``.

Only those that hold a question are understood; every other shortcode stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.tags import attributes
from faqtui.patterns import pattern

NAMES = (
    *("expand", "expander", "details", "collapse", "collapsible", "collapseitem", "accordion", "accordionitem"),
    *("faq", "faqitem", "question", "qa", "spoiler", "toggle", "dropdown"),
)
"""The names of those that fold, which may also be written with a hyphen before their last word."""

_NAMES = "|".join([name.replace("item", "-?item") for name in NAMES])
_HUGO = pattern(r"\{\{[<%]-?[ \t]*+(/?)[ \t]*+(" + _NAMES + r")\b([^<>{}]*?)(/?)-?[%>]\}\}", re.IGNORECASE)
_LIQUID = pattern(r"\{%-?[ \t]*(end)?(" + _NAMES + r")\b([^{}]*?)-?%\}", re.IGNORECASE)
_QUOTED = pattern(r"[ \t]*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)")
TITLES = ("title", "question", "header", "label", "summary", "q", "name")
"""Attributes that hold the title of a fold."""


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
