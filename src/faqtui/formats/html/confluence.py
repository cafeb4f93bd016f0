"""Pages as Confluence stores and exports them: HTML with macros, each made to the element that says the same.

``expand`` folds, ``code`` and ``noformat`` are code, ``info``, ``note``, ``tip``, ``warning`` and ``panel`` are notes; tables of
contents, and what else a macro is told, are for Confluence alone. Every line stays the line that it was.
"""

from __future__ import annotations

import html
import re

_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_TAG = re.compile(
    r"<ac:(?:structured-)?macro\b[^<>]{0,400}?ac:name=\"(?P<name>[\w-]{1,60})\"[^<>/]{0,400}(?P<empty>/?)>"
    r"|(?P<closes></ac:(?:structured-)?macro>)"
    r"|<ac:parameter\b[^<>]{0,200}?ac:name=\"(?P<key>[\w-]{0,60})\"[^<>]{0,200}>(?P<value>[^<]{0,2000})</ac:parameter>"
    r"|<(?P<end>/?)ac:plain-text-body>|</?ac:rich-text-body>"
)
_LINK = re.compile(r"<ac:link\b[^<>]{0,400}>((?:[^<]|<(?!/?ac:link)){0,2000})</ac:link>")
_PAGE = re.compile(r"ri:content-title=\"([^\"<>]{1,300})\"")
_ANY = re.compile(r"<[^<>]{0,400}>")
_NOTES = {"info": "info", "note": "note", "tip": "tip", "warning": "warning", "panel": "note"}
_CODE = frozenset({"code", "noformat", "preformatted"})
_DROPPED = frozenset({"toc", "toc-zone", "children", "anchor", "pagetree", "recently-updated", "livesearch"})


def as_html(text: str) -> str:
    """The page with its macros as HTML."""
    first, *pieces = text.split(_CDATA)
    text = first + "".join(map(_escaped, pieces))
    return _Macros().replaced(_LINK.sub(_linked, text))


def _escaped(piece: str) -> str:
    """What follows the beginning of literal text: that with its signs escaped, and what stands behind its end."""
    literal, end, rest = piece.partition(_CDATA_END)
    return html.escape(literal, quote=False) + rest if end else _CDATA + piece


def _linked(found: re.Match[str]) -> str:
    """A link: what it says, or the title of the page that it leads to."""
    page = _PAGE.search(found[1])
    said = _ANY.sub("", found[1])
    return said if said.strip() or page is None else page[1] + "\n" * found[1].count("\n")


class _Macros:
    """The macros that are open where a page is being read."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._language = ""

    def replaced(self, text: str) -> str:
        """The text with its macros replaced."""
        return _TAG.sub(self._tag, text)

    def _tag(self, found: re.Match[str]) -> str:
        name = found["name"]
        if name is not None:
            made = "" if found["empty"] else self._opened(name)
        elif found["closes"] is not None:
            made = self._closed()
        elif found["key"] is not None:
            made = self._told(found["key"], found["value"].strip())
        elif found["end"] is not None and self._open and self._open[-1] in _CODE:
            made = "</code></pre>" if found["end"] else f'<pre><code class="language-{self._language or "none"}">'
        else:
            made = ""
        return made + "\n" * (found[0].count("\n") - made.count("\n"))

    def _opened(self, name: str) -> str:
        self._open.append(name)
        self._language = ""
        if name in _DROPPED:
            return "<template>"
        return (
            "<details>"
            if name == "expand"
            else f'<div class="admonition {_NOTES[name]}">'
            if name in _NOTES
            else "<div>"
        )

    def _closed(self) -> str:
        name = self._open.pop() if self._open else ""
        return "</template>" if name in _DROPPED else "</details>" if name == "expand" else "</div>" if name else ""

    def _told(self, key: str, value: str) -> str:
        name = self._open[-1] if self._open else ""
        if key == "language":
            self._language = re.sub(r"[^\w+#-]", "", value)
        if key != "title" or not value:
            return ""
        return f"<summary>{value}</summary>" if name == "expand" else f"<p><b>{value}</b></p>"
