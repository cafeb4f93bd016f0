"""What literals of scripts say: strings with their escapes, texts indented with the program, and where elements of JSX end."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

_ESCAPE = pattern(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_EXPRESSION = r"\{(?>(?:[^{}]++|\{[^{}]*+\})*)\}"
_TAG = pattern(rf"<(/?)(?:[A-Za-z][\w.]*+(?>(?:[^<>{{}}]++|{_EXPRESSION})*))?>")
_TEXTS = pattern(r"\{\s{0,20}(?:\"([^\"{}]{0,2000})\"|'([^'{}]{0,2000})'|`([^`]{0,4000})`)\s{0,20}\}")
_ATTRIBUTE = pattern(rf"\s[\w-]{{1,40}}={_EXPRESSION}")
_ROUTED = pattern(r"<(/?)(?:Nav|Next|Router|External)?Link\b")
_TO = pattern(r"(<a\b[^<>]{0,400}\s)to=")
_CONTROL = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}

LONGEST_ELEMENT = 20_000
_DEEPEST = 60


def unescaped(inside: str) -> str:
    """What stands between the quotes of a string."""
    return _ESCAPE.sub(_character, inside) if "\\" in inside else inside


def _character(found: re.Match[str]) -> str:
    point = found[1] or found[2] or found[3]
    if point:
        value = int(point, 16)
        return chr(value) if value < 0x110000 and not 0xD800 <= value < 0xE000 else ""
    return _CONTROL.get(found[4], found[4])


def element_end(text: str, begun: int, longest: int = LONGEST_ELEMENT) -> int | None:
    """The place behind the element that begins here; None for a sign that means less, and an element that is too long."""
    depth = 0
    for tag in _TAG.finditer(text, begun, begun + longest):
        depth += -1 if tag[1] else 0 if tag[0].endswith("/>") else 1
        if depth <= 0 or depth > _DEEPEST:
            return tag.end()
    return None


def html_of(element: str) -> str:
    """An element of JSX as HTML: texts instead of expressions that are some, without what only a program could tell."""
    inner = _TEXTS.sub(_text, without_fragment(element))
    wrapped = element.startswith("<>") and ("<" in inner or "&" in inner)
    return _page(f"<div>{inner}</div>" if wrapped else inner)


def _text(found: re.Match[str]) -> str:
    said = found[1] or found[2] or found[3] or ""
    before = found.string[max(0, found.start() - 1) : found.start()]
    return f'"{said}"' if before == "=" else said


def _page(html: str) -> str:
    return _TO.sub(r"\1href=", _ROUTED.sub(r"<\1a", _ATTRIBUTE.sub("", html)))


def without_fragment(element: str) -> str:
    """An element as written, without the signs around one that has no name."""
    return element.removeprefix("<>").removesuffix("</>")


def dedented(text: str) -> str:
    """A text over several lines without the indentation that all but the first have."""
    first, *rest = text.split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return "\n".join([first, *(line[indent:] for line in rest)])
