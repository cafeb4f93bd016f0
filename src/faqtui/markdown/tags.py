"""HTML tags and JSX components in text: which are markup, which part words, what their attributes say."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

_ATTRIBUTE = re.compile(r"([@A-Za-z_:#][\w.:@-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|\{([^{}]*)\}|([^\s\"'=<>`]+))")

_HTML_TAGS_TEXT = """
a abbr address area article aside audio b bdi bdo big blockquote body br button caption center circle cite code col
colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form g h1
h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link main map mark menu
meta meter nav nobr noscript object ol optgroup option output p param path picture polygon pre progress q rect rp rt
ruby s samp script search section select small source span strike strong style sub summary sup svg table tbody td
template textarea tfoot th thead time title tr track tt u ul var video wbr
"""
HTML_TAGS = frozenset(_HTML_TAGS_TEXT.split())
"""Tags that are markup wherever they stand; any other ``<word>`` is text unless it is evidently a component."""

_BREAKING_TAGS_TEXT = """
address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table
tbody td tfoot th thead title tr ul
"""
BREAKING_TAGS = frozenset(_BREAKING_TAGS_TEXT.split())
"""Tags between which words do not run together."""


def is_tag(name: str, attributes: str, closing: str, components: Container[str]) -> bool:
    """Whether what looks like a tag is one, and not a placeholder such as ``<ACCOUNT_ID>``."""
    if name.lower() in HTML_TAGS:
        return True
    return bool(closing) or "=" in attributes or name in components


def is_component(name: str) -> bool:
    """Whether a tag of this name is none of HTML's: ``<Card>``, and ``<Link>``, which is written as components are."""
    return name.lower() not in HTML_TAGS or (name[0].isupper() and not name.isupper())


def attributes(source: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case."""
    return {m[1].lower(): next((g for g in m.groups()[1:] if g is not None), "") for m in _ATTRIBUTE.finditer(source)}


_WORDS = ("title", "label", "question", "header", "summary", "text", "alt", "description", "caption")


def words(found: Mapping[str, str]) -> str:
    """What the attributes of a component say to readers: ``<Step title="First">``."""
    return " ".join(found[key] for key in _WORDS if found.get(key))


def target(found: Mapping[str, str]) -> str:
    """Where a component leads, as ``<Link to="/faq">`` does; empty where it leads nowhere."""
    return found.get("href") or found.get("to") or ""
