"""Small files beside documents that say how directories and pages are called and in which order they stand.

Docusaurus ``_category_.json`` and ``sidebars.js``, Nextra ``_meta.js``, MkDocs ``mkdocs.yml`` and ``.pages``, DocFX and Jupyter
Book ``toc.yml``, GitBook and mdBook ``SUMMARY.md``, Jekyll's navigation, and mappings named metadata. Their values are data,
never text to show, apart from titles. Here they become plain data; `faqtui.parsing.tree.navigation` finds what it means.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from faqtui import toml
from faqtui.model import Document
from faqtui.parsing.front_matter import MAX_CHARACTERS, FrontMatter
from faqtui.parsing.page_lists import CONTENTS, lines, said
from faqtui.parsing.values.plain_data import MAX_KEYS, too_complex, yaml_loader
from faqtui.patterns import pattern
from faqtui.sources import CONTENTS_PAGES, METADATA

_HEADING = pattern(r"#{1,6}[ \t]+(\S.*)")
_ITEM = pattern(
    r"([ \t]*)(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?\[([^\[\]]{0,200})\]\(<?([^()<>\s]{0,300})>?(?:[ \t]+\"[^\"]*\")?\)[ \t]*$"
)
_LABEL = pattern(r"([ \t]*)(?:[-*+]|\d{1,3}[.)])[ \t]+([^\[\]()]{1,200})$")
_RULE = pattern(r"[ \t]*(?:[-*_][ \t]*){3,}$")
_FEWEST = 2
"""Links that make a list of them a table of contents."""

_DEEPEST = 20


def read(document: Document) -> FrontMatter | None:
    """What a file says about the directories and pages beside it; None for a document, which has content of its own.

    Nothing is said where it cannot be read.
    """
    name = document.path.rpartition("/")[2]
    if name in CONTENTS_PAGES and document.root <= document.path.count("/"):
        pages = _summary(document.text)
        return None if pages is None else _plain(name, {CONTENTS: pages})
    if name not in METADATA:
        return None
    text = document.text
    if len(text) > MAX_CHARACTERS or (not name.endswith(".toml") and too_complex(text)):
        return FrontMatter()
    try:
        data = _load(name, text)
    except (ValueError, RecursionError):
        return FrontMatter()
    except Exception as error:  # yaml.YAMLError, without importing it for JSON
        if type(error).__module__.startswith("yaml"):
            return FrontMatter()
        raise
    if isinstance(data, list):
        data = {CONTENTS: data}
    return _plain(name, {str(key): value for key, value in data.items()}) if isinstance(data, dict) else FrontMatter()


def _plain(name: str, data: dict[str, Any]) -> FrontMatter:
    """What a file says as plain data: single values as they are, its title, and the pages it lists under ``listed``."""
    title, nodes = said(name, data)
    kept = {key: value for key, value in list(data.items())[:MAX_KEYS] if isinstance(value, (str, int, float, bool))}
    return FrontMatter({**kept, "title": title, "listed": list(islice(lines(nodes), MAX_KEYS))})


def _load(name: str, text: str) -> Any:
    if name.endswith(".json"):
        import json

        return json.loads(text)
    if name.endswith(".toml"):
        return toml.loads(text)
    if name.endswith((".js", ".jsx", ".mjs", ".ts", ".tsx")):
        from faqtui.parsing.js_objects import exported

        return exported(text)
    import yaml  # 28 ms that directories without such files need not pay

    return yaml.load(text, Loader=yaml_loader())  # noqa: S506 - it makes nothing but text, lists and mappings


def _summary(text: str) -> list[Any] | None:
    """The pages that ``SUMMARY.md`` lists, as ``{"title", "path", "items"}``; None where it holds more than that list."""
    top: list[Any] = []
    stack: list[tuple[int, list[Any]]] = [(-1, top)]
    links = 0
    is_first = True
    for line in text.split("\n"):
        if not line.strip() or _RULE.match(line):
            continue
        heading = _HEADING.match(line)
        if heading:
            # The first one is the title of the list, the others are parts.
            items: list[Any] = []
            if not is_first:
                top.append({"title": heading[1].strip(" #"), "items": items})
            stack = [(-1, top if is_first else items)]
            is_first = False
            continue
        is_first = False
        item = _ITEM.match(line) or _LABEL.match(line)
        if item is None:
            return None
        indent = len(item[1].expandtabs(4))
        while stack[-1][0] >= indent:
            stack.pop()
        below: list[Any] = []
        found: dict[str, Any] = {"title": item[2].replace("`", "").strip(), "items": below}
        if item.lastindex == 3:
            links += 1
            found["path"] = item[3]
        stack[-1][1].append(found)
        if len(stack) < _DEEPEST:
            stack.append((indent, below))
    return top if links >= _FEWEST else None
