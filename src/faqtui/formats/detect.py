"""Which format a text has, by its name and, where that says nothing, by what it begins with.

Markdown is what everything is that has no other name and does not plainly show another format. What has a name of Markdown is
Markdown, whatever is in it.
"""

from __future__ import annotations

import re

SUFFIXES = {
    ".rst": "rst", ".rest": "rst", ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json", ".jsonl": "json",
    ".ndjson": "json", ".json5": "json", ".jsonc": "json", ".yml": "yaml", ".yaml": "yaml",
    ".arb": "json", ".po": "gettext", ".properties": "properties",
    ".toml": "toml", ".adoc": "adoc", ".asciidoc": "adoc", ".asc": "adoc",
    ".org": "org", ".wiki": "wiki", ".mediawiki": "wiki", ".wikitext": "wiki",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
}  # fmt: skip
"""Suffixes of files that are read as something other than Markdown."""

SCRIPTS = frozenset({".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro", ".php", ".py"})
"""Suffixes of scripts, which are read where they have questions as data."""

TEMPLATES = frozenset(
    {
        ".phtml",
        ".erb",
        ".ejs",
        ".eex",
        ".heex",
        ".hbs",
        ".handlebars",
        ".mustache",
        ".twig",
        ".njk",
        ".j2",
        ".jinja",
        ".jinja2",
    }
    | {".liquid", ".tpl", ".tmpl", ".gohtml", ".latte", ".jsp", ".aspx", ".ascx", ".cshtml", ".ctp", ".shtml", ".inc"}
)
"""Suffixes of pages that programs fill in, which are read as the page that they are where they have elements of one."""

MARKDOWN = (".md", ".mdx", ".markdown", ".mdown")

_SHOWN = frozenset({*MARKDOWN, ".rst", ".rest", ".adoc", ".asciidoc", ".org", ".wiki", ".mediawiki", ".wikitext"})
"""Suffixes that stand before ``.txt`` where a site shows what its pages are made of, as Sphinx does: ``faq.rst.txt``."""

_HEAD = 20_000
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE
)
_PLUGIN = re.compile(
    r"\s*===[ \t]*[^=\n]{1,200}===[ \t]*\n(?:[^\n]{0,400}\n){0,30}?[ \t]*(?:==[ \t]*[^=\n]{1,200}==[ \t]*$|Stable tag:)",
    re.MULTILINE,
)
_OF_MARKDOWN = re.compile(r"^(?:#{1,6}[ \t]+\S|```)", re.MULTILINE)
"""What files of none of these formats have: a heading with number signs, a fence."""

_ADOC_TITLE = re.compile(r"^={2,5}[ \t]+\S[^\n]*[^=\s]$", re.MULTILINE)
"""A title of AsciiDoc, of which there are more than comments of programs in its code, which look like titles of Markdown."""

_SIGNS = {
    "adoc": (
        re.compile(r"^(?:={2,5}[ \t]+\S[^\n]*[^=\s]|:[\w-]+:.*|\[source\b.*\]|\[qanda\])$", re.MULTILINE),
        re.compile(r"\A\s*=[ \t]"),
    ),
    "adoc untitled": (
        _ADOC_TITLE,
        re.compile(
            r"^(?:\.{4}|\[source\b[^\]\n]*\])$|\b(?:link|mailto|xref|image):[^\s\[]+\[|\bhttps?://[^\s\[\]]+\[[^\]\n]*[^\]\n\d][^\]\n]*\]",
            re.MULTILINE,
        ),
    ),
    "adoc underlined": (
        re.compile(r"^[^\s\W].*\n(?P<rule>[=~^+-])(?P=rule){3,}$", re.MULTILINE),
        re.compile(
            r"^\[(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION|source\b[^\]\n]*|qanda|\[[\w-]+\])\]$"
            r"|\b(?:link|mailto|xref):[^\s\[]+\[[^\]\n]*\]|\bhttps?://[^\s\[]+\[[^\]\n]*[^\]\n\d][^\]\n]*\]|<<[\w-]+(?:,[^<>\n]+)?>>",
            re.MULTILINE,
        ),
    ),
    "rst": (
        re.compile(r"^[^\s\W].*\n(?P<rule>[=~^\"'`#*+.:_-])(?P=rule){3,}$", re.MULTILINE),
        re.compile(
            r"^[ \t]*\.\.[ \t]+(?:[a-z][\w:-]*::|_[^:\n]+:)|:(?:ref|doc|term|class|func|meth|mod|setting|djadmin):`"
            r"|`[^`\n]+ <[^<>\n]+>`_", re.MULTILINE,
        ),
    ),
    "org": (re.compile(r"^#\+(?:title|options|startup|author|begin_\w+|property|date)\b", re.MULTILINE | re.IGNORECASE),
            re.compile(r"^\*{1,8}[ \t]+\S", re.MULTILINE)),
    "wiki": (
        re.compile(r"^(={2,5})[^=\n][^\n]*[^=\n]\1[ \t]*$[\s\S]*?^(={2,5})[^=\n][^\n]*[^=\n]\2[ \t]*$", re.MULTILINE),
    ),
}  # fmt: skip
"""What a text of a format has, all of it, where no suffix tells."""

_MARKUP = re.compile(r"<(?:h[1-6]|p|div|section|details|dl|ul)\b|^#{1,6} ", re.IGNORECASE | re.MULTILINE)

_ELEMENTS = re.compile(r"<(?:h[1-6]|p|div|section|details|dl|dt|ul|li|table|td|strong|b)\b", re.IGNORECASE)
LEAST_ELEMENTS = 4
"""Elements of a page that a program fills in, from which it is read as one."""

_ROW = re.compile(r"(?:sep=.\n)?[^\n,;\t]{1,80}[,;\t][^\n]{1,400}\n")
"""A first line that may name the columns of a table."""

_ASKED_IN_YAML = re.compile(
    r"(?:#[^\n]*\n|---[ \t]*\n|\s)*(?:-[ \t]+)?(?:faqs?|questions?|q|title|name|sections|categories)[ \t]*:"
)


def format_of(path: str, text: str) -> str:
    """The name of a format of `reading.READERS`; empty for Markdown and plain text."""
    name = path.rpartition("/")[2].lower()
    stem, dot, suffix = name.removesuffix(".txt").rpartition(".")
    if name.endswith(".txt") and (not stem or dot + suffix not in _SHOWN):
        stem, dot, suffix = name.rpartition(".")
    if dot + suffix in MARKDOWN:
        return ""
    if stem and dot and dot + suffix in SUFFIXES:
        return SUFFIXES[dot + suffix]
    return _by_content(text, suffix if stem and dot else "")


def may_be_markup(path: str, text: str) -> bool:
    """Whether a script may have its words in markup: components and templates have, and what has elements of pages."""
    return (
        path.lower().endswith((".jsx", ".tsx", ".vue", ".svelte", ".astro")) or _MARKUP.search(text[:_HEAD]) is not None
    )


def is_page(text: str) -> bool:
    """Whether a program has the elements of a page in it."""
    return len(_ELEMENTS.findall(text[:_HEAD])) >= LEAST_ELEMENTS


def _by_content(text: str, suffix: str) -> str:
    head = "\n".join(map(str.rstrip, text[:_HEAD].split("\n")))
    if _PAGE.match(head):
        return "html"
    if _PLUGIN.match(head):
        return "wordpress"
    first = head.lstrip()[:1]
    if first and first in "{[" and text.rstrip()[-1] in "}]" and holds_questions("json", text):
        return "json"
    if "YamlMime:FAQ" in head[:200] or (
        suffix != "txt" and _ASKED_IN_YAML.match(head) and holds_questions("yaml", text)
    ):
        return "yaml"
    if f".{suffix}" in SCRIPTS:
        return "script"
    if f".{suffix}" in TEMPLATES and is_page(head):
        return "html"
    if _ROW.match(head) and _names_columns(head):
        return "csv"
    written = len(_OF_MARKDOWN.findall(head))
    if written and not any(
        len(title.findall(head)) > written and all(sign.search(head) for sign in _SIGNS[name])
        for name, title in (("adoc untitled", _ADOC_TITLE), ("adoc underlined", _SIGNS["adoc underlined"][0]))
    ):
        return ""
    found = (name for name, signs in _SIGNS.items() if all(sign.search(head) for sign in signs))
    return next(found, "").partition(" ")[0]


def holds_questions(name: str, text: str) -> bool:
    """Whether a text is data with two questions or more."""
    from faqtui.formats.data import data_reading, data_scripts
    from faqtui.formats.nodes import NotRead

    readers = {"json": data_reading.of_json, "yaml": data_reading.of_yaml, "script": data_scripts.of_script}
    try:
        return len(readers[name](text).asked or ()) >= 2
    except NotRead:
        return False


def _names_columns(head: str) -> bool:
    """Whether the first line names columns, questions and answers among them."""
    from faqtui.formats.data.separated import names_columns

    first, _, rest = head.partition("\n")
    return names_columns(rest.partition("\n")[0] if first.lower().startswith("sep=") else first)
