"""Which files of a directory may be content at all, told by their bytes: most data and many HTML pages hold no questions.

What is let through here need not be a FAQ: whether data hold questions is found out when they are read.
"""

from __future__ import annotations

import re

from faqtui.formats.data.data_signs import may_ask
from faqtui.formats.data.data_standing import is_called_faq, name_of_file
from faqtui.formats.detect import SCRIPTS, holds_questions

TABLES = (".csv", ".tsv", ".tab")
DATA = (".yml", ".yaml", ".json", ".jsonl", ".ndjson", ".json5", ".jsonc", ".toml", ".arb", ".po", ".properties")
_HEAD = 65_536
_ORIGINALS = (".md", ".mdx", ".markdown", ".rst", ".adoc", ".asciidoc", ".org", ".txt")
_NOT_PAGES = frozenset(
    {"_layouts", "_includes", "_templates", "_static", "layouts", "layout", "templates", "partials", "theme", "themes"}
    | {"htmlcov", "coverage", "components", "includes", "snippets"}
)
"""Directories whose HTML files are parts of pages, or made by programs."""

_TEMPLATE = re.compile(rb"\{%|<%|<\?php|\{\{|http-equiv=[\"']?refresh", re.IGNORECASE)

_FILLED = re.compile(
    rb"\{%-?\s{0,12}for\b|<%[^%>]{0,200}(?:\.each|\bfor)\b|\bforeach\b|\{\{[-~]?\s{0,12}(?:#each|range\b|content\b|[\w.]{1,80}\.)"
    rb"|\bngFor\b|\bv-for\b|http-equiv=[\"']?refresh",
    re.IGNORECASE,
)
"""What puts the words of other files into a page, or leads to another one."""


def is_content(path: str, data: bytes) -> bool:
    """Whether a file in a directory may hold questions: of data the names of them, of HTML more than a template."""
    if path.lower().endswith(TABLES):
        from faqtui.formats.data.separated import is_asking

        return is_asking(data[:_HEAD].decode("utf-8", "replace"), path)
    if path.lower().endswith(tuple(SCRIPTS)):
        return may_ask(data[:_HEAD]) and holds_questions("script", data.decode("utf-8", "replace"))
    if path.lower().endswith(DATA):
        return b"YamlMime:FAQ" in data[:4096] or is_called_faq(name_of_file(path)) or may_ask(data[:_HEAD])
    return not _TEMPLATE.search(data[:4096]) or (is_called_faq(name_of_file(path)) and not _FILLED.search(data[:_HEAD]))


def is_made(name: str, beside: frozenset[str], inside: str) -> bool:
    """Whether a HTML file is a part of pages, or was made from one of the files `beside` it; `inside` is its directory."""
    stem = name.rpartition(".")[0]
    originals = {f"{stem}{suffix}" for suffix in _ORIGINALS}
    return not _NOT_PAGES.isdisjoint(inside.lower().split("/")) or not originals.isdisjoint(beside)
