"""Names of sections in brackets, as files of settings have them, above labelled questions of plain text, as headings.

[Billing]
Q: Who pays?
"""

from __future__ import annotations

from faqtui.parsing.questions.labels import has_label
from faqtui.patterns import pattern

LEAST = 2
"""Such lines from which it is a way of writing titles."""
_NEAR = 3
"""Lines below one in which the first question stands."""
_SECTION = pattern(r"\[ {0,3}([^\W\d_][^\[\]]{0,60}?) {0,3}\][ \t]*$")


def with_sections(lines: list[str]) -> list[str]:
    """The same lines, with names in brackets right above labelled questions as headings of Markdown."""
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line[:1] == "[" and (named := _SECTION.match(line)) is not None and not has_label(line):
            below = next((text for text in lines[number + 1 : number + 1 + _NEAR] if text.strip()), "")
            if has_label(below):
                found[number] = f"## {named[1]}"
    if len(found) < LEAST:
        return lines
    return [found.get(number, line) for number, line in enumerate(lines)]
