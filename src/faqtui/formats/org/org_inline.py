"""Inline markup of Org as Markdown: emphasis, code, links, footnotes."""

from __future__ import annotations

import re

from faqtui.formats.writing import (
    EMPHASIS,
    STRONG,
    STRUCK,
    code_span,
    escaped,
    image,
    in_as_many_lines,
    link,
    marked,
    slug,
)

_TOKEN = re.compile(
    r"\[\[(?P<url>[^\[\]\n]{1,1000})\](?:\[(?P<text>(?:[^\[\]]|\[(?!\[)[^\[\]\n]{0,200}\]){1,1000})\])?\]"
    r"|\[fn:(?P<note>[\w-]{1,60})\]|\[fn:[\w-]{0,60}:(?P<inline>[^\[\]\n]{1,500})\]"
    r"|(?P<bare>https?://[^\s<>\"\[\]]{1,1000})"
    r"|(?<![\w=~*/+_])(?P<mark>[=~])(?P<code>(?! )[^\n]{0,300}?(?:\n[^\n]{0,300}?)?[^\s])(?P=mark)(?![\w=~])"
    r"|(?<![\w*/+_<>~.$])(?P<open>[*/+_])(?=[^\s*/+_])|(?<=[^\s*/+_])(?P<close>[*/+_])(?!\w)"
    r"|(?P<break>\\\\(?=\n|$))|(?P<anchor><<<?[^<>\n]{1,200}>>>?)|@@\w+:(?P<passed>[^@\n]{0,300})@@"
    r"|\\(?P<closed>[A-Za-z]{2,8})\{\}|(?<![\w\\:])\\(?P<entity>[A-Za-z]{2,8})(?![\w{\\])"
)
_OWN_ENTITIES = {"under": "_", "dots": "\u2026", "ast": "*", "vert": "|", "slash": "/", "plus": "+", "colon": ":"}
"""Names of characters that Org has besides those of HTML."""

_PAIRS = {"*": STRONG, "/": EMPHASIS, "+": STRUCK, "_": EMPHASIS}
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)


def inline(text: str) -> str:
    """Text of Org as inline Markdown, its lines as they are."""
    made: list[str] = []
    at = 0
    open_: list[str] = []
    for match in _TOKEN.finditer(text):
        made.append(escaped(text[at : match.start()]))
        at = match.end()
        if match["open"]:
            sign = match["open"]
            if sign in open_ or text.find(sign, at, at + 1_000) < 0:
                made.append(escaped(f" {sign}a")[1:-1])
            else:
                open_.append(sign)
                made.append(_PAIRS[sign][0])
        elif match["close"]:
            sign = match["close"]
            if sign in open_:
                open_.remove(sign)
                made.append(_PAIRS[sign][1])
            else:
                made.append(escaped(f"a{sign} ")[1:-1])
        else:
            made.append(in_as_many_lines(_token(match), match[0]))
    made.append(escaped(text[at:]))
    return marked("".join(made))


def _token(match: re.Match[str]) -> str:
    if match["url"]:
        return _link(match["url"], match["text"])
    if match["note"]:
        return f"[^{match['note']}]"
    if match["inline"]:
        return f" ({escaped(match['inline'].strip())})"
    if match["bare"]:
        return match["bare"]
    if match["code"]:
        code, before = code_span(match["code"]), match.string[match.start() - 1 : match.start()]
        return "\n" + code if "\n" in match["code"] and before == " " else code  # what follows it stays beside it
    if match["break"]:
        return "\\"
    if name := match["entity"] or match["closed"]:
        return escaped(_character(name) or match[0])
    if match["passed"]:
        return escaped(match["passed"])
    return ""


def _character(name: str) -> str:
    """The character of this name: ``ndash``, ``alpha``; empty where none has it."""
    from html.entities import name2codepoint  # its tables are large

    return _OWN_ENTITIES.get(name) or (chr(name2codepoint[name]) if name in name2codepoint else "")


def _link(url: str, text: str | None) -> str:
    for prefix in ("file:", "attachment:"):
        url = url.removeprefix(prefix)
    if _IMAGE.search(url) and not text:
        return image("", url)
    if url.startswith("*"):
        return link(inline(text) if text else escaped(url[1:]), f"#{slug(url[1:])}")
    if url.startswith("#") and " " not in url:
        return link(inline(text) if text else escaped(url[1:]), url)
    if re.match(r"[a-z][a-z0-9+.-]*:|[./~]|\S+\.\w{1,6}(?:::|$)", url, re.IGNORECASE):
        target = url.partition("::")[0] if "://" not in url else url
        return link(inline(text) if text else escaped(url), target)
    return inline(text) if text else escaped(url)
