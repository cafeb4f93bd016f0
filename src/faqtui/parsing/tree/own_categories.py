"""The category that a page says itself that it is in, in its front matter."""

from __future__ import annotations

from faqtui.markdown.dialects import emoji_names
from faqtui.model import Category
from faqtui.parsing.front_matter import CATEGORY, FrontMatter


def named(matter: FrontMatter) -> FrontMatter:
    """Front matter with the category that it has by a longer name (``faq_category``), or further inside (``taxonomies``)."""
    if not matter.data or not matter.data.keys().isdisjoint(CATEGORY):
        return matter
    for inner in map(matter.data.get, _HOLDERS):
        if isinstance(inner, dict) and (own := next((inner[key] for key in CATEGORY if inner.get(key)), None)):
            return matter._replace(data={**matter.data, "category": own})
    for name, value in matter.data.items():
        lower = str(name).lower()
        longer = lower.endswith(_LONGER) or (lower.startswith(_OF_FAQ[0]) and lower.endswith(_OF_FAQ[1]))
        if longer and isinstance(value, str | list):
            return matter._replace(data={**matter.data, "category": value})
    return matter


_LONGER = ("category", "categories")
_OF_FAQ = (("faq", "question", "help", "support"), ("area", "group", "section", "subject", "theme", "topic"))
"""What such names begin and end with that say what their group is of: ``faqSection``, ``help_topic``."""

_HOLDERS = ("taxonomies", "extra", "params")
"""What holds names of front matter that a site has made up for itself, or that group its pages."""


def own_category(matter: FrontMatter, *, tags: bool = True) -> Category:
    """The category that front matter names: its own, or the first tag."""
    if not matter.data:
        return ()
    for name in CATEGORY:
        words = matter.words(name) if isinstance(matter.data.get(name), list) else (matter.text(name),)
        if words and words[0]:
            return (emoji_names.shown(words[0]),)
    found = matter.words("tags", "labels") if tags else ()
    return tuple(map(emoji_names.shown, found[:1]))
