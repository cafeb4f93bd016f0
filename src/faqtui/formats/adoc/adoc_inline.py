"""Inline markup of AsciiDoc as Markdown: quotes, links, cross references, macros, attributes."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from faqtui.formats.writing import EMPHASIS, STRONG, code_span, escaped, image, in_as_many_lines, link, marked, slug

_KNOWN = {
    "nbsp": "\u00a0", "zwsp": "", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "plus": "+", "asterisk": "*",
    "backslash": "\\", "empty": "", "sp": " ", "blank": "", "startsb": "[", "endsb": "]", "vbar": "|", "caret": "^", "tilde": "~",
    "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c",
    "rdquo": "\u201d", "deg": "\u00b0", "brvbar": "\u00a6", "wj": "", "cpp": "C++",
}  # fmt: skip
_REFERENCE = re.compile(r"\{([\w-]{1,80})\}")
_TOKEN = re.compile(
    r"(?<![^\s(,;.\"'])(?P<sign>[*_])(?P<words>[^\W_](?:[^*_#^`~\\+<>(){}\[\]:\n&$\"/-]{0,200}[^\W_])?)(?P=sign)(?![\w*])"
    r"|\\(?P<escaped>[*_`#^~{<\[:])|\\(?=\.{3})"
    r"|(?<![\w`])`\+(?P<literal>[^`\n]{1,500}?)\+`(?![\w`])"
    r"|(?<![\w`])(?P<ticks>``?)(?P<code>[^`\s](?:[^`]{0,500}?[^`\s])??)(?P=ticks)(?![\w`])"
    r"|(?<!`)``(?P<within>[^`\s](?:[^`]{0,500}?[^`\s])??)``(?!`)"
    r"|\+\+\+(?P<passed>[^+\n]{1,500})\+\+\+|pass:\w*\[(?P<pass>[^\]\n]{0,500})\]"
    r"|<<(?P<xref>[^<>\n]{1,500})>>|xref:(?P<target>[^\s\[\]]{1,300})\[(?P<xtext>[^\]]{0,500})\]"
    r"|(?P<url>(?:https?|ftp|irc)://[^\s\[\]<>\"]{1,1000}|(?:link|mailto):[^\s\[\]<>]{1,1000})\[(?P<utext>(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,500})\]"
    r"|image:(?P<image>[^\s:\[\]][^\s\[\]]{0,300})\[(?P<alt>[^\]]{0,300})\]"
    r"|(?:kbd|btn|menu|icon|footnote|footnoteref|stem|latexmath|indexterm2?|anchor):(?P<of>[^\s\[\]]{0,100})\[(?P<macro>[^\]]{0,500})\]"
    r"|\[\[[^\[\]\n]{1,200}\]\]|\(\(\((?P<hidden>[^()\n]{1,200})\)\)\)|\(\((?P<indexed>[^()\n]{1,200})\)\)"
    r"|(?P<bare>(?:https?|ftp)://[^\s<>\"\[\]]{1,1000})"
    r"|\[[\w.,# -]{1,80}\](?=[#*_])"
    r"|(?P<double>\*\*|__|##)|(?P<single>[*_#])|(?P<break>[ ]\+(?=\n|$))|(?P<dash>(?<=\s)--(?=\s))"
)
_OPENING = re.compile(r"(?<![\w`])\"`(?=\S)")
_CLOSING = re.compile(r"`\"(?!\w)")
_OPTION = re.compile(r",\s*(?:window|role|opts|title|id)=")
_SIGNS = {"*": STRONG, "_": EMPHASIS}


MOST_PUT_IN = 500_000
"""Characters that values of attributes may make of a document: as many as a long one has. Then names stay as written."""


class Attributes:
    """The attributes that a document defines for itself."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._room = MOST_PUT_IN
        self.titles: dict[str, str] = {}
        """The titles of headings by their ids."""
        self.anchors: Container[str] = ()
        """The other ids of the document."""

    @cached_property
    def known_titles(self) -> frozenset[str]:
        """The titles that a reference may name, as soon as all are known."""
        return frozenset(self.titles.values())

    def define(self, name: str, value: str) -> None:
        """``:name: value``, or ``:!name:``."""
        self._values[name.strip("!").lower()] = value[:2_000]

    def put_in(self, text: str) -> str:
        """A text with the values of the attributes in it; those that nobody defined stay as they are written."""
        if "{" not in text:
            return text
        for _ in range(3):
            text, before = _REFERENCE.sub(self._value, text[:100_000]) + text[100_000:], text
            if text == before or len(text) > len(before) * 4 + 10_000:
                break
        return text

    def _value(self, match: re.Match[str]) -> str:
        name = match[1].lower()
        value = self._values.get(name, _KNOWN.get(name, match[0]))
        self._room -= len(value)
        return value if self._room >= 0 else match[0]


def inline(text: str, attributes: Attributes) -> str:
    """Text of AsciiDoc as inline Markdown, its lines as they are."""
    text = attributes.put_in(text)
    if "`" in text:
        text = _CLOSING.sub("\u201d", _OPENING.sub("\u201c", text))
    made: list[str] = []
    at = 0
    open_: dict[str, int] = {}
    for match in _TOKEN.finditer(text):
        if at < match.start():
            made.append(escaped(text[at : match.start()]))
        at = match.end()
        if (sign := match["sign"]) and sign not in open_:  # as most are
            made.append(match["words"].join(_SIGNS[sign]))
            continue
        if sign:
            made.append(_sign(text, match.start(), sign, open_) + match["words"] + _sign(text, at - 1, sign, open_))
            continue
        sign = match["double"] or match["single"]
        made.append(
            _sign(text, match.start(), sign, open_) if sign else in_as_many_lines(_token(match, attributes), match[0])
        )
    made.append(escaped(text[at:]))
    return marked("".join(made))


def _sign(text: str, start: int, sign: str, open_: dict[str, int]) -> str:
    """A mark of emphasis: it opens after a space, and closes before one, unless it is doubled."""
    end = start + len(sign)
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    kind = sign[0]
    if sign in open_ and not before.isspace() and (len(sign) == 2 or not after.isalnum()):
        del open_[sign]
        return "" if kind == "#" else _SIGNS[kind][1]
    if sign not in open_ and not after.isspace() and (len(sign) == 2 or not (before.isalnum() or before in "_}")):
        if text.find(sign, end, end + 2_000) < 0:
            return escaped(sign) if kind != "#" else sign
        open_[sign] = end
        return "" if kind == "#" else _SIGNS[kind][0]
    return (
        sign
        if kind == "#"
        or (before.isspace() and after.isspace())
        or (before.isalnum() and after.isalnum() and kind == "_")
        else f"\\{kind}" * len(sign)
    )


def _token(match: re.Match[str], attributes: Attributes) -> str:
    if match["escaped"]:
        return escaped(match["escaped"] + " ").rstrip(" ") if match["escaped"] in "*_`" else match["escaped"]
    if code := match["literal"] or match["code"] or match["within"]:
        return code_span(code)
    if match["passed"] or match["pass"]:
        return escaped(match["passed"] or match["pass"])
    if match["xref"]:
        target, _, said = match["xref"].partition(",")
        return _reference(target.strip(), said.strip(), attributes)
    if match["target"]:
        return _reference(match["target"], match["xtext"].strip(), attributes)
    if match["url"]:
        url = match["url"].removeprefix("link:")
        said = match["utext"].strip().rstrip("^")
        option = _OPTION.search(said)
        if option or said.startswith(("role=", "window=")):
            said = said[: option.start()] if option else ""
        shown = inline(said.strip('"'), Attributes()) if said else escaped(url.removeprefix("mailto:"))
        return link(shown, url.removeprefix("++").removesuffix("++"))
    if match["image"]:
        alt = match["alt"].split(",")[0].strip().strip('"')
        return image(alt if "=" not in alt else "", match["image"])
    if match["macro"] is not None:
        return _macro(match)
    if match["indexed"]:
        return escaped(match["indexed"])
    if match["bare"]:
        return match["bare"]
    if match["break"]:
        return "\\"
    if match["dash"]:
        return "\u2014"
    return ""


def _reference(target: str, said: str, attributes: Attributes) -> str:
    """A cross reference: to a heading of this page, to another page, or to what is only named."""
    name = target.lstrip("#")
    title = attributes.titles.get(name) or (name if name in attributes.known_titles else "")
    shown = escaped(said or title or name)
    if title:
        return link(shown, f"#{slug(title)}")
    if name in attributes.anchors:
        return link(shown, f"#{name}")
    return link(shown, target) if ".adoc" in target or ("#" in target and not target.startswith("#")) else shown


def _macro(match: re.Match[str]) -> str:
    kind = match[0].partition(":")[0]
    said = match["macro"]
    if kind == "kbd":
        return code_span(said)
    if kind == "btn":
        return f"**{escaped(said)}**" if said.strip() else ""
    if kind == "menu":
        steps = [match["of"], *(part.strip() for part in re.split(r">|,", said) if part.strip())]
        return "**" + escaped(" \u2192 ".join(steps)) + "**"
    if kind in {"footnote", "footnoteref"}:
        before = match.string[match.start() - 1 : match.start()]
        return f"{'' if before.isspace() else ' '}({escaped(said)})" if said else ""
    if kind in {"stem", "latexmath"}:
        return code_span(said)
    return "" if kind in {"icon", "anchor", "indexterm"} else escaped(said)
