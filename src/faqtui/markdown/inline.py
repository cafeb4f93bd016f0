"""Inline Markdown to plain text and links: what a reader sees of a paragraph, a heading or a table.

Emphasis, code spans, links, references, autolinks, bare URLs, escapes, entities, HTML tags and JSX components are
understood, after CommonMark 0.31 and GFM; everything else is text, so that ``<ACCOUNT_ID>``, ``<+pipeline.x>`` and
``{{.data}}`` stay as written. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from faqtui.markdown.dialects.mystroles import ROLE, is_role, shown
from faqtui.markdown.tags import BREAKING_TAGS, attributes, is_component, is_tag, target, words
from faqtui.markdown.urls import URL, WWW, trim_url
from faqtui.model import Link

_MARKUP = re.compile(r"[\\`<\[\]!*_~&{\n]")
_MARKUP_OR_URL = re.compile(r"[\\`<\[\]!*_~&{\nhHwW](?:(?<![hHwW])|(?<=[hH])[tT]{2}[pP][sS]?://|(?<=[wW])[wW]{2}\.)")
"""What is more than text. One set of characters to look for first: alternatives with bare URLs take six times as long."""

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>")
_TAG = re.compile(
    r"<(/?)([A-Za-z][\w.-]*)((?:\s+[@A-Za-z_:#][\w.:@-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|"
    r"[^\s\"'=<>`{}]+))?)*)\s*(/?)>"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
LOOKED_UP = re.compile(
    r"\((?:\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:path=)?[\"'`]([^\"'`\n]{1,500})[\"'`][ \t]*[%>]\}\}"
    r"|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s%{}]{1,500})[ \t]*-?%\})(#[^\s()]{1,200})?[ \t]*\)"
)
"""A target that Hugo or Jekyll looks up: ``({{< relref "page.md" >}})``, ``({% link page.md %})``."""

_DESTINATION = re.compile(r"\(\s*(?:<([^<>\n]*)>|([^\s<(]|(?=\s*\)))|(?=\())")
_TARGET = re.compile(r"(?:[^\s()\\]|\\.|\\(?=\s|$))*", re.DOTALL)
_DEEPEST = 8
"""Parentheses inside one another in a link's target; CommonMark asks for three at least."""

_LONGEST_TARGET = 20_000
"""Characters of a link's target: an end is looked for no further, so that a page of open ones stays linear."""

_LINK_TITLE = re.compile(
    r"\s+(\"(?:[^\"\\]|\\.){0,2000}\"|'(?:[^'\\]|\\.){0,2000}'|\((?:[^()\\]|\\.){0,2000}\))", re.DOTALL
)
_ATTRIBUTES = re.compile(r"\{(?:#[^\s{}]+|:?\s*(?:[#.][\w-]+[^{}]*|target=[^{}]*|rel=[^{}]*))\}")
_SPACE = re.compile(r"[ \t]*\n[ \t]*")

_EMPTY: frozenset[str] = frozenset()


class References:
    """Where reference links lead: definitions by normalised label, and those that were used."""

    __slots__ = ("_urls", "used")

    def __init__(self, urls: Mapping[str, str]) -> None:
        self._urls = urls
        self.used: dict[str, None] = {}

    def get(self, label: str) -> str | None:
        """The target of a label, which counts as used from now on."""
        if not self._urls or len(label) > 999:
            return None
        key = " ".join(label.split()).casefold()
        url = self._urls.get(key)
        if url is not None:
            self.used[key] = None
        return url


NO_REFERENCES = References({})


def inline(
    text: str, references: References = NO_REFERENCES, components: Container[str] = _EMPTY
) -> tuple[str, list[Link]]:
    """The visible text of inline Markdown, its lines joined by single line feeds, and its links in order.

    `components` are names of JSX components (and unknown tags) that are markup in this document.
    """
    if _special(text).search(text) is None:
        return text, []
    return _Inline(text, references, components).run()


def _special(text: str) -> re.Pattern[str]:
    return _MARKUP_OR_URL if "://" in text or "www." in text or "WWW." in text else _MARKUP


class _Inline:
    """One text being read."""

    def __init__(self, text: str, references: References, components: Container[str]) -> None:
        self.text = text
        self.references = references
        self.components = components
        self.out: list[str] = []
        self.links: list[tuple[int, Link]] = []
        # Open brackets: where they are in the source, in `out`, in `links`, whether of an image, whether still a link.
        self.brackets: list[tuple[int, int, int, bool]] = []
        self.no_link_before = 0
        # Delimiter runs: (index in out, character, length, can open, can close).
        self.runs: list[tuple[int, str, int, bool, bool]] = []
        self.anchors: list[tuple[int, int, str, str]] = []
        self.ticks: dict[int, list[int]] | None = None
        self.open_comment = False
        self.open_braces = False

    def run(self) -> tuple[str, list[Link]]:
        text = self.text
        out = self.out
        position = 0
        size = len(text)
        search = _special(text).search
        while True:
            match = search(text, position)
            if match is None:
                out.append(text[position:])
                break
            start = match.start()
            if start > position:
                out.append(text[position:start])
            char = text[start]
            if char == "\\":
                position = self._escape(start)
            elif char == "\n":
                position = self._newline(start)
            elif char == "`":
                position = self._code(start)
            elif char == "<":
                position = self._angle(start)
            elif char == "[":
                self.brackets.append((start, len(out), len(self.links), False))
                out.append("[")
                position = start + 1
            elif char == "!":
                position = self._bang(start)
            elif char == "]":
                position = self._close(start)
            elif char in "*_~":
                position = self._run(start, char)
            elif char == "&":
                position = self._entity(start)
            elif char == "{":
                position = self._brace(start)
            else:
                position = self._url(start)
            if position >= size:
                break
        self._emphasis()
        return "".join(out), [link for _, link in sorted(self.links, key=lambda pair: pair[0])]

    def _escape(self, start: int) -> int:
        following = self.text[start + 1 : start + 2]
        if following == "\n":
            self.out.append("\n")
            return start + 2
        if following in _PUNCTUATION and following:
            self.out.append(following)
            return start + 2
        self.out.append("\\")
        return start + 1

    def _newline(self, start: int) -> int:
        out = self.out
        hard = start >= 2 and self.text[start - 2 : start] == "  "
        if out and out[-1].endswith(" "):
            out[-1] = out[-1].rstrip(" ")
        out.append("\n" if hard else " ")
        position = start + 1
        while self.text[position : position + 1] in {" ", "\t"} and position < len(self.text):
            position += 1
        return position

    def _code(self, start: int) -> int:
        text = self.text
        if self.ticks is None:
            self.ticks = {}
            for match in _TICKS.finditer(text):
                self.ticks.setdefault(len(match[0]), []).append(match.start())
            for places in self.ticks.values():
                places.reverse()
        end = start
        while text[end : end + 1] == "`":
            end += 1
        places = self.ticks.get(end - start, [])
        while places and places[-1] < end:
            places.pop()
        if not places:
            self.out.append(text[start:end])
            return end
        close = places[-1]
        code = text[end:close].replace("\n", " ")
        if len(code) > 2 and code[0] == " " and code[-1] == " " and code.strip():
            code = code[1:-1]
        self.out.append(code)
        return close + end - start

    def _angle(self, start: int) -> int:
        text = self.text
        if text.startswith("<!--", start):
            end = -1 if self.open_comment else text.find("-->", start + 2)
            if end >= 0:
                return end + 3
            self.open_comment = True  # and none of the later ones is closed either
            self.out.append("<")
            return start + 1
        match = _AUTOLINK.match(text, start)
        if match:
            self._link(match[1], match[1])
            return match.end()
        match = _MAIL.match(text, start)
        if match:
            self._link(match[1], "mailto:" + match[1])
            return match.end()
        if text.startswith("<>", start) or text.startswith("</>", start):
            return start + (2 if text[start + 1] == ">" else 3)
        match = _TAG.match(text, start)
        if match is None or not is_tag(match[2], match[3], match[4], self.components):
            self.out.append("<")
            return start + 1
        self._tag(match)
        return match.end()

    def _tag(self, match: re.Match[str]) -> None:
        closing, name, rest = match[1], match[2].lower(), match[3]
        if closing and self.anchors and self.anchors[-1][3] == name:
            index, count, url, _ = self.anchors.pop()
            self._emphasis(index)
            label = _flat("".join(self.out[index:]))
            self.links.insert(count, (index, Link(label, url)))
            return
        if name in BREAKING_TAGS:
            self.out.append("\n" if name in {"br", "hr"} else " ")
        if closing or not rest:
            return
        found = attributes(rest)
        label = ""
        if is_component(match[2]):
            label = words(found)
            self._leads(name, label, target(found), alone=bool(match[4]))
        elif name == "a":
            self._leads(name, label, found.get("href", ""), alone=False)
        elif name == "img":
            label = found.get("alt", "")
        if label:
            self.out.append(label + " ")

    def _leads(self, name: str, label: str, url: str, *, alone: bool) -> None:
        """A tag that leads to `url`, if anywhere: a link of what stands in it or, `alone`, of its label."""
        if not url:
            return
        from html import unescape

        url = unescape(url)
        if not alone:
            self.anchors.append((len(self.out), len(self.links), url, name))
        else:
            self.links.append((len(self.out), Link(label or url, url)))

    def _link(self, label: str, url: str) -> None:
        self.links.append((len(self.out), Link(label, url)))
        self.out.append(label)

    def _bang(self, start: int) -> int:
        if self.text.startswith("[", start + 1):
            self.brackets.append((start, len(self.out), len(self.links), True))
            self.out.append("![")
            return start + 2
        self.out.append("!")
        return start + 1

    def _close(self, start: int) -> int:
        """A closing bracket: a link, an image, or text."""
        if not self.brackets:
            self.out.append("]")
            return start + 1
        opened, index, count, image = self.brackets.pop()
        if not image and opened < self.no_link_before:
            self.out.append("]")
            return start + 1
        text = self.text
        url: str | None = None
        end = start + 1
        if text.startswith("(", end):
            url, end = self._destination(end)
        if url is None:
            end = start + 1
            # A label has at most 999 characters: a longer one is not even cut out, to stay linear.
            label = text[opened + (2 if image else 1) : start] if start - opened < 1002 else "^"
            if text.startswith("[", end):
                close = text.find("]", end, end + 1002)
                if close > 0:
                    inner = text[end + 1 : close]
                    url = self.references.get(inner if inner.strip() else label)
                    if url is not None:
                        end = close + 1
            if url is None and not label.startswith("^"):
                url = self.references.get(label)
        if url is None:
            self.out.append("]")
            return start + 1
        self.out[index] = ""
        if not image:
            self._emphasis(index)
            label = _flat("".join(self.out[index:]))
            # What stands inside a link is no link of its own: neither a bare URL nor an image's.
            del self.links[count:]
            self.links.append((index, Link(label, url)))
            self.no_link_before = opened
        return end

    def _destination(self, start: int) -> tuple[str | None, int]:
        """The target in ``(target "title")``, and where to go on."""
        text = self.text
        if text.startswith(("({{", "({%"), start) and (written := LOOKED_UP.match(text, start)):
            return (written[1] or written[2]) + (written[3] or ""), written.end()
        match = _DESTINATION.match(text, start)
        if match is None:
            return None, start
        end = match.end()
        url = match[1] if match[1] is not None else match[2] or ""
        if match[1] is None:
            # Parentheses inside a target are part of it while they are balanced.
            begin = match.start(2) if match[2] is not None else end
            depth = 0
            end = begin
            size = min(len(text), begin + _LONGEST_TARGET)
            while end < size:
                chunk = _TARGET.match(text, end, size)
                end = chunk.end() if chunk is not None else end
                char = text[end : end + 1]
                if char == "(" and depth < _DEEPEST:
                    depth += 1
                elif char == ")" and depth:
                    depth -= 1
                else:
                    break
                end += 1
            if text[end : end + 1] == "(":
                return None, start
            url = text[begin:end]
        title = _LINK_TITLE.match(text, end)
        if title:
            end = title.end()
        while end < len(text) and text[end] in " \t\n":
            end += 1
        if not text.startswith(")", end):
            return None, start
        if "\\" in url or "&" in url:
            from html import unescape

            url = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", url)) if "\\" in url or _ENTITY.search(url) else url
        return url, end + 1

    def _run(self, start: int, char: str) -> int:
        text = self.text
        end = start
        while text[end : end + 1] == char:
            end += 1
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if char == "~" and end - start != 2:
            self.out.append(text[start:end])
            return end
        left = not after.isspace() and (_is_word(after) or before.isspace() or not _is_word(before))
        right = not before.isspace() and (_is_word(before) or after.isspace() or not _is_word(after))
        can_open, can_close = left, right
        if char == "_":
            can_open = left and (not right or not _is_word(before))
            can_close = right and (not left or not _is_word(after))
        self.runs.append((len(self.out), char, end - start, can_open, can_close))
        self.out.append(text[start:end])
        return end

    def _emphasis(self, index: int = 0) -> None:
        """Take out the delimiters that make emphasis among the runs from `index` of the output on (CommonMark 6.2)."""
        first = len(self.runs)
        while first and self.runs[first - 1][0] >= index:
            first -= 1
        runs = self.runs[first:]
        del self.runs[first:]
        openers: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        left: dict[int, int] = {}
        for place, char, length, can_open, can_close in runs:
            rest = length
            if can_close:
                stack = openers[char]
                while rest and stack:
                    at, available, both, whole = stack[-1]
                    # The rule of three: runs that both open and close do not pair when their lengths add up to one.
                    if (both or can_open) and (whole + length) % 3 == 0 and (whole % 3 or length % 3) and char != "~":
                        break
                    used = 2 if rest >= 2 and available >= 2 else 1
                    if char == "~":
                        used = 2
                    rest -= used
                    available -= used
                    left[at] = available
                    # What opened in between, of whatever kind, can no longer close.
                    for other in openers.values():
                        while other and other[-1][0] > at:
                            other.pop()
                    if available > 0:
                        stack[-1][1] = available
                    else:
                        stack.pop()
            left[place] = rest
            if rest and can_open:
                openers[char].append([place, rest, int(can_close), length])
        for place, char, length, _, _ in runs:
            remaining = left.get(place, length)
            if remaining != length:
                self.out[place] = char * remaining

    def _entity(self, start: int) -> int:
        match = _ENTITY.match(self.text, start)
        if match is None:
            self.out.append("&")
            return start + 1
        from html import unescape

        char = unescape(match[0])
        # An entity must not bring in what sanitising took out.
        self.out.append(char if char.isprintable() or char == "\xa0" else match[0])
        return match.end()

    def _brace(self, start: int) -> int:
        text = self.text
        if text.startswith("{/*", start):
            end = -1 if self.open_braces else text.find("*/}", start)
            if end >= 0:
                return end + 3
            self.open_braces = True
        role = ROLE.match(text, start)
        if role and is_role(role[1]):
            end = self._code(role.end())
            if self.out[-1].strip("`"):
                first, last = shown(self.out[-1])
                self.out[-1] = self.out[-1][first:last]
            else:
                self.out.insert(-1, role[0])
            return end
        match = _ATTRIBUTES.match(text, start)
        if match and (text[start + 1] == ":" or start == 0 or text[start - 1] in " )]"):
            return match.end()
        if text.startswith("{' '}", start) or text.startswith('{" "}', start):
            self.out.append(" ")
            return start + 5
        self.out.append("{")
        return start + 1

    def _url(self, start: int) -> int:
        text = self.text
        match = URL.match(text, start)
        if match is None or (start and (text[start - 1].isalnum())):
            self.out.append(text[start : start + 4])
            return start + 4
        url = trim_url(match[0])
        if self.brackets and "](" in url:
            url = url.partition("](")[0]
        elif self.brackets and url.endswith("]"):
            url = url.rstrip("]")
        if text[start] in "wW":
            # The extended www autolink of GFM: a domain follows, and http is meant.
            before = text[start - 1] if start else " "
            if WWW.match(url) and (before.isspace() or before in "*_~(\"'\u300c\uff08"):
                self._link(url, f"http://{url}")
            else:
                self.out.append(url or text[start : start + 4])
            return start + (len(url) or 4)
        if len(url) < 9:
            self.out.append(url)
            return start + len(url)
        self._link(url, url)
        return start + len(url)


def _is_word(char: str) -> bool:
    """Whether a character is neither white space nor punctuation."""
    return char.isalnum() or (not char.isspace() and char not in _PUNCTUATION and not _is_symbol(char))


def _is_symbol(char: str) -> bool:
    from unicodedata import category

    return category(char)[0] in "PS"


def _flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
