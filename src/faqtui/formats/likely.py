"""Which files of a directory may be content at all, told by their bytes: most data and many HTML pages hold no questions.

What is let through here need not be a FAQ: whether data hold questions is found out when they are read.
"""

from __future__ import annotations

import re
from itertools import islice

from faqtui.formats.data.data_names import ANSWERING, ASKING
from faqtui.formats.detect import SCRIPTS, holds_questions

TABLES = (".csv", ".tsv", ".tab")
DATA = (".yml", ".yaml", ".json", ".jsonl", ".ndjson", ".json5", ".jsonc", ".toml")
_HEAD = 65_536
_ORIGINALS = (".md", ".mdx", ".markdown", ".rst", ".adoc", ".asciidoc", ".org", ".txt")
_NOT_PAGES = frozenset(
    {"_layouts", "_includes", "_templates", "_static", "layouts", "layout", "templates", "partials", "theme", "themes"}
    | {"htmlcov", "coverage", "components", "includes", "snippets"}
)
"""Directories whose HTML files are parts of pages, or made by programs."""

_SPACED = {"faqs?", "questions?", "answers?", "câu hỏi", "trả lời"}
_COMMON = frozenset({"a", "ask", "asked", "query", "response", "fix"})
"""Names that data of programs have too often to tell anything."""

_WORDS = sorted(ASKING | ANSWERING, key=len, reverse=True)
_NAMES = "|".join({*_WORDS, *map(str.capitalize, _WORDS), *_SPACED} - _COMMON)
_SIGNS = "\uff1f|\u061f"  # signs that ask, full-width and Arabic
_ASKS = re.compile(
    (
        rf"(?:(?:^|[,{{])[ \t\r]*(?:-[ \t]*)?[\"']?(?:{_NAMES})[\"']?|(?:[?]|{_SIGNS})[\"'])[ \t]*[:=]"
        r"|:[ \t]*[\"'](?:user|human)[\"']"
        r"|(?:[\w.-](?:question|answer)[\w.-]{0,60}|[\"' ][qa]_[\w-]{1,60}|\.[qa])[\"']?[ \t]*[:=]"
        rf"|(?:{_NAMES})[_.]?\d{{1,3}}[\"']?[ \t]*[:=]"
        r"|[\"' ](?:instruction|patterns|triggers|utterances)[\"']?[ \t]*:"
        rf"|\[[ \t\r\n]*[\"'][^\"'\n]{{2,200}}(?:[?]|{_SIGNS})[\"'][ \t]*,|^[ \t]*- - "
        r"|\?:(?:[ \t\r\n]|$)"
    ).encode(),
    re.MULTILINE | re.IGNORECASE,
)
_TITLES = re.compile(
    (
        r"(?:(?:title|heading|header|label|name|summary)[\"']?[ \t]*[:=][ \t]*[\"']?|#{1,6} |<h[1-6][^>]{0,80}>)"
        rf"[^\"\n\\<]{{2,200}}(?:[?]|{_SIGNS})"
    ).encode(),
    re.IGNORECASE,
)
"""Titles that ask; several of them make a FAQ, one may be a button."""

_TEMPLATE = re.compile(rb"\{%|<%|<\?php|\{\{|http-equiv=[\"']?refresh", re.IGNORECASE)


def is_content(path: str, data: bytes) -> bool:
    """Whether a file in a directory may hold questions: of data the names of them, of HTML more than a template."""
    if path.lower().endswith(TABLES):
        from faqtui.formats.data.separated import is_asking

        return is_asking(data[:_HEAD].decode("utf-8", "replace"), path)
    if path.lower().endswith(tuple(SCRIPTS)):
        return may_ask(data[:_HEAD]) and holds_questions("script", data.decode("utf-8", "replace"))
    if path.lower().endswith(DATA):
        return b"YamlMime:FAQ" in data[:4096] or may_ask(data[:_HEAD])
    return not _TEMPLATE.search(data[:4096])


def may_ask(head: bytes) -> bool:
    """Whether the beginning of a file has a name or a title that asks."""
    return _ASKS.search(head) is not None or len(list(islice(_TITLES.finditer(head), 2))) == 2


def is_made(name: str, beside: frozenset[str], inside: str) -> bool:
    """Whether a HTML file is a part of pages, or was made from one of the files `beside` it; `inside` is its directory."""
    stem = name.rpartition(".")[0]
    originals = {f"{stem}{suffix}" for suffix in _ORIGINALS}
    return not _NOT_PAGES.isdisjoint(inside.lower().split("/")) or not originals.isdisjoint(beside)
