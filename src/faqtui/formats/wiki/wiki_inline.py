"""Inline markup of wikis as Markdown: quotes, links, code, references; templates stay text."""

from __future__ import annotations

import re

from faqtui.formats.anchors import wiki_name
from faqtui.formats.writing import EMPHASIS, STRONG, STRUCK, code_span, escaped, image, in_as_many_lines, link, marked
from faqtui.markdown.tags import safe

_COMMENT = re.compile(r"<!--")
_TOKEN = re.compile(
    r"<nowiki>(?P<nowiki>[^<]{0,2000})</nowiki>|<nowiki\s*/>"
    r"|<(?:code|tt|kbd|samp|pre|syntaxhighlight|source)\b[^<>]{0,200}>"
    r"(?P<code>(?:(?!</?(?:code|tt|kbd|samp|pre|syntaxhighlight|source)\b)[^\n]){0,1000})"
    r"</(?:code|tt|kbd|samp|pre|syntaxhighlight|source)>"
    r"|<ref\b[^<>]{0,200}/>|<ref\b[^<>]{0,200}>(?P<ref>[^<]{0,2000})</ref>"
    r"|\[\[(?P<target>[^\[\]|\n]{1,500})(?:\|(?P<text>(?:[^\[\]\n]|\[(?!\[)[^\[\]\n]{0,200}\]){0,1000}))?\]\](?P<trail>[a-z]{0,30})"
    r"|\[(?P<url>(?:(?:https?|s?ftps?|ircs?|git|svn|ssh|nntp|gopher|telnet|mailto):)?//?[^\s\[\]<>\"]{1,1000}"
    r"|(?:mailto|news|xmpp|tel|sips?|magnet|geo|urn):[^\s\[\]<>\"]{1,300})"
    r"(?:[ \t]++(?P<said>(?:[^\[\]\n]|\[\[[^\[\]\n]{0,200}\]\]){0,1000}))?\]"
    r"|(?P<bare>https?://[^\s<>\"\[\]{}|]{1,1000})"
    r"|(?P<quotes>'{2,5})|(?P<break></?br\s*/?>)|(?P<struck></?(?:s|del|strike)>)|(?P<bold></?(?:b|strong)>)|(?P<italic></?(?:i|em)>)"
    r"|(?P<tag></?(?:u|big|small|sub|sup|span|font|div|p|center|noinclude|includeonly|translate|tvar|blockquote|ins|abbr)\b[^<>]{0,300}>)"
    r"|\{\{(?:anchors?|shortcut)\|[^{}\n]{0,300}\}\}"
    r"|(?P<entity>&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]\w{1,30});)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"[^\s|]{1,300}\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)
"""A picture as GitHub's wikis have it: ``[[images/door.png|alt=The door]]``."""

_FILE = re.compile(r":?(?:file|image|datei|bild|fichier|archivo|файл|文件)\s*:", re.IGNORECASE)


def without_comments(text: str) -> str:
    """A text whose comments are blank, with as many lines as before; one that is not closed is text."""
    parts: list[str] = []
    at = 0
    while True:
        start = text.find("<!--", at)
        end = text.find("-->", start + 4) if start >= 0 else -1
        if end < 0:
            return "".join(parts) + text[at:]
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3


def inline(text: str) -> str:
    """Wiki text as inline Markdown, its lines as they are."""
    made: list[str] = []
    at = 0
    open_: list[str] = []
    for match in _TOKEN.finditer(text):
        made.append(escaped(text[at : match.start()]))
        at = match.end()
        made.append(_quotes(match["quotes"], open_) if match["quotes"] else in_as_many_lines(_token(match), match[0]))
    made.append(escaped(text[at:]))
    return marked("".join(made))


def _quotes(signs: str, open_: list[str]) -> str:
    """Two apostrophes for emphasis, three for strong text, five for both."""
    names = {2: ["i"], 3: ["b"], 4: ["b"], 5: ["b", "i"]}[len(signs)]
    if len(names) == 2 and open_:
        names = [*reversed(open_), *(name for name in names if name not in open_)]
    made = "'" if len(signs) == 4 else ""
    for name in names:
        pair = STRONG if name == "b" else EMPHASIS
        if name in open_:
            open_.remove(name)
            made += pair[1]
        else:
            open_.append(name)
            made += pair[0]
    return made


def _token(match: re.Match[str]) -> str:
    if match["nowiki"] is not None:
        return escaped(_unescaped(match["nowiki"]))
    if match["code"] is not None:
        return code_span(_unescaped(re.sub(r"</?nowiki\s*/?>", "", match["code"])))
    if match["ref"] is not None:
        return f" ({inline(match['ref'].strip())})" if match["ref"].strip() else ""
    if match["target"]:
        return _link(match["target"], match["text"], match["trail"])
    if match["url"]:
        return link(inline(match["said"]) if match["said"] else escaped(match["url"]), match["url"])
    if match["bare"]:
        return match["bare"]
    if match["break"]:
        return "<br>"
    for name, pair in (("struck", STRUCK), ("bold", STRONG), ("italic", EMPHASIS)):
        if match[name]:
            return pair[1] if match[name].startswith("</") else pair[0]
    if match["entity"]:
        return match["entity"]
    return ""


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text) if "&" in text else text


def _link(target: str, text: str | None, trail: str) -> str:
    target = target.strip()
    if _FILE.match(target) and not target.startswith(":"):
        said = (text or "").rpartition("|")[2]
        name = target.partition(":")[2].strip()
        return image("" if re.fullmatch(r"\d+px|thumb|right|left|center|none|frame", said) else said, name)
    if _PICTURE.match(target):
        given = dict(part.split("=", 1) for part in (text or "").split("|") if "=" in part)
        made = image(given.get("alt", ""), target)
        return link(made, given["link"]) if given.get("link") else made
    shown = inline(text) if text else escaped(target.lstrip(":"))
    shown += trail
    if target.startswith("#"):
        return link(shown, f"#{wiki_name(target[1:])}")
    return shown


def spelled(line: str) -> str:
    """A line of code with the signs that its entities stand for: ``2&gt;&1``."""
    if "&" not in line:
        return line
    from html import unescape  # most pages have none

    return safe(unescape(line))
