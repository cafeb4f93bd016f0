"""The wiki text of Google Code, which many files called ``.wiki`` have, as that of MediaWiki: a line stays a line.

It has ``*bold*``, ``_italic_``, ``{{{code}}}``, lists whose signs are indented, and ``#summary`` and ``#labels`` on top. What is
only indented is set off there, not code.
"""

from __future__ import annotations

import re

_SIGNED = re.compile(r"\A\s{0,200}#(?:summary|labels|sidebar)\b|^\{\{\{[ \t]*$|<wiki:", re.MULTILINE)
_ABOUT = re.compile(r"#(summary|labels|sidebar)\b[ \t]*(.*)$")
_SILENT = re.compile(r"<wiki:comment>[^<]{0,5000}</wiki:comment>|<wiki:[^<>]{0,500}/?>")
_ITEM = re.compile(r"([ \t]+)([*#])[ \t]+(.*)$")
_CODE = re.compile(r"\{\{\{([^{}\n]{1,1000})\}\}\}|`([^`\n]{1,1000})`")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000})(?<=\S)\*(?![\w*])")
_ITALIC = re.compile(r"(?<![\w_/])_(?=[^\s_])([^_\n]{1,1000})(?<=\S)_(?![\w_/])")
_PAGE = re.compile(r"\[([A-Z]\w{0,80}(?:#\w{1,80})?)[ \t]+([^\[\]\n]{1,300})\]|\[([A-Z][a-z]+[A-Z]\w{0,80})\]")
_NO_PAGE = re.compile(r"(?<![\w!])!(?=[A-Z][a-z]+[A-Z])")


def is_google_code(text: str) -> bool:
    """Whether a text has signs that no other wiki has: what it says of itself on top, lines of ``{{{``, its tags."""
    return _SIGNED.search(text) is not None


def as_mediawiki(text: str) -> str:
    """A text as MediaWiki has it, with as many lines."""
    text = _SILENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    made: list[str] = []
    indents: list[int] = []
    in_code = False
    for line in text.split("\n"):
        stripped = line.strip()
        if in_code or stripped == "{{{":
            ends = in_code and stripped == "}}}"
            made.append("</pre>" if ends else line if in_code else "<pre>")
            in_code = not ends
            continue
        item = _ITEM.match(line)
        if item is not None:
            while indents and indents[-1] >= len(item[1]):
                indents.pop()
            indents.append(len(item[1]))
            made.append(f"{item[2] * len(indents)} {_inline(item[3])}")
            continue
        indents = []
        about = _ABOUT.match(line)
        if about is not None:
            made.append(_inline(about[2]) if about[1] == "summary" else "")
        else:
            made.append(_inline(stripped))
    return "\n".join(made)


def _inline(text: str) -> str:
    made: list[str] = []
    at = 0
    for code in [*_CODE.finditer(text), None]:
        said = text[at : code.start()] if code else text[at:]
        said = _BOLD.sub(r"'''\1'''", said) if "*" in said else said
        said = _ITALIC.sub(r"''\1''", said) if "_" in said else said
        said = _PAGE.sub(_page, said) if "[" in said else said
        made.append(_NO_PAGE.sub("", said))
        if code:
            made.append(f"<code>{code[1] or code[2]}</code>")
            at = code.end()
    return "".join(made)


def _page(match: re.Match[str]) -> str:
    return f"[[{match[1]}|{match[2]}]]" if match[1] else f"[[{match[3]}]]"
