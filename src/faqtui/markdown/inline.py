"""Inline Markdown to plain text and links: what a reader sees of a paragraph, a heading or a table.

Emphasis, code spans, links, references, autolinks, bare URLs, escapes, entities, HTML tags and JSX components are
understood, after CommonMark 0.31 and GFM; everything else is text, so that ``<ACCOUNT_ID>``, ``<+pipeline.x>`` and
``{{.data}}`` stay as written. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Container

from faqtui.markdown.dialects import emoji_names, formulas, marks
from faqtui.markdown.dialects.attribute_lists import list_end
from faqtui.markdown.dialects.mystroles import ROLE, is_role, shown
from faqtui.markdown.emphasis import EMPHASIZED, PUNCTUATION, Delimiters, delimiters, pair
from faqtui.markdown.link_targets import ENTITY, References, destination
from faqtui.markdown.tags import BREAKING_TAGS, INLINE_TAG, Closers, attributes, is_component, is_tag, target, words
from faqtui.markdown.urls import AUTOLINK, MAIL, bare_url
from faqtui.model import Link
from faqtui.patterns import pattern
from faqtui.sanitize import unflooded

_SIGNS = r"\\`<\[\]!*_~&{\n$"
_URLS = r"(?:(?<![hHwW])|(?<=[hH])[tT]{2}[pP][sS]?://|(?<=[wW])[wW]{2}\.)"
_MARKUP = pattern(f"[{_SIGNS}]")
_MARKUP_OR_URL = pattern(f"[{_SIGNS}hHwW]{_URLS}")
"""What is more than text. One set of characters to look for first: alternatives with bare URLs take six times as long."""

_MARKUP_OR_EMOJI = pattern(f"[{_SIGNS}:]")
_ANY = pattern(f"[{_SIGNS}:hHwW]{_URLS}")
"""The same with names of emoji, where there may be some: colons are too frequent to stop at each of all texts."""

_ALL = pattern(f"[{_SIGNS}=:hHwW]{_URLS}")
"""The same with what marks text, which few documents do."""

_TICKS = pattern(r"`+")
_ANGLES = pattern(r"<+(?=<)")

_IN_BRACES = frozenset("/#:. '\"\t\n")
"""What something in braces begins with that is more than text, beside letters."""

_EMPTY: frozenset[str] = frozenset()
NO_REFERENCES = References({})


def inline(
    text: str, references: References = NO_REFERENCES, components: Container[str] = _EMPTY
) -> tuple[str, list[Link]]:
    """The visible text of inline Markdown, its lines joined by single line feeds, and its links in order.

    `components` are names of JSX components (and unknown tags) that are markup in this document.
    """
    special = _special(text)
    if special.search(text) is None:
        return text, []
    return _Inline(text, special, references, components).run()


def _special(text: str) -> re.Pattern[str]:
    if "==" in text:
        return _ALL
    urls = "://" in text or "www." in text or "WWW." in text
    if emoji_names.named(text):
        return _ANY if urls else _MARKUP_OR_EMOJI
    return _MARKUP_OR_URL if urls else _MARKUP


class _Inline:
    """One text being read."""

    def __init__(self, text: str, special: re.Pattern[str], references: References, components: Container[str]) -> None:
        self.text = text
        self.special = special
        self.references = references
        self.components = components
        self.out: list[str] = []
        self.links: list[tuple[int, Link]] = []
        # Open brackets: where they are in the source, in `out`, in `links`, whether of an image, whether still a link.
        self.brackets: list[tuple[int, int, int, bool]] = []
        self.no_link_before = 0
        self.runs: list[Delimiters] = []
        self.anchors: list[tuple[int, int, str, str]] = []
        self.ticks: dict[int, list[int]] | None = None
        self.mark_ends: set[int] = set()
        self.closers = Closers(text)
        self.addresses, self.mail = ":" in text, "@" in text
        self.open_comment = self.open_braces = False
        self.target_ends: dict[int, int] = {}

    def run(self) -> tuple[str, list[Link]]:
        text = self.text
        out = self.out
        position = 0
        size = len(text)
        search = self.special.search
        while position < size:
            if (match := search(text, position)) is None:
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
            elif char == "$":
                position = formulas.formula_end(text, start) or start + 1
                out.append(formulas.shown(text, start, position))
            elif char == ":":
                position = self._emoji(start)
            elif char == "=":
                position = self._mark(start)
            else:
                position = self._url(start)
        self._emphasis()
        return "".join(unflooded(out)), [link for _, link in sorted(self.links, key=lambda pair: pair[0])]

    def _escape(self, start: int) -> int:
        following = self.text[start + 1 : start + 2]
        if following and following in "([" and (end := formulas.formula_end(self.text, start)):
            self.out.append(formulas.shown(self.text, start, end))
            return end
        if following == "\n":
            self.out.append("\n")
            return start + 2
        if following in PUNCTUATION and following:
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
        if (match := _ANGLES.match(text, start)) is not None:  # of several the last may begin a tag
            self.out.append(match[0])
            return match.end()
        if text.startswith("<!--", start):
            end = -1 if self.open_comment else text.find("-->", start + 2)
            if end >= 0:
                return end + 3
            self.open_comment = True  # and none of the later ones is closed either
            self.out.append("<")
            return start + 1
        if self.addresses and (match := AUTOLINK.match(text, start)):
            self._link(match[1], match[1])
            return match.end()
        if self.mail and (match := MAIL.match(text, start)):
            self._link(match[1], "mailto:" + match[1])
            return match.end()
        if text.startswith("<>", start) or text.startswith("</>", start):
            return start + (2 if text[start + 1] == ">" else 3)
        match = INLINE_TAG.match(text, start)
        if (
            match is None
            or not is_tag(match[2], match[3], match[4], self.components)
            or self.closers.is_spoken_of(match)
        ):
            self.out.append("<")
            return start + 1
        self._tag(match)
        return match.end()

    def _tag(self, match: re.Match[str]) -> None:
        closing, name, rest = match[1], match[2].lower(), match[3]
        if self.anchors and self.anchors[-1][3] == name and (closing or name == "a"):
            self._end_anchor()  # a link ends where the next begins, as in ``<a href="x">here<a/>``
            if closing:
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
            self._leads(name, label, found.get("href", "").strip(), alone=False)
        elif name == "img":
            label = found.get("alt", "").strip()
        if label:
            self.out.append(label + " ")

    def _end_anchor(self) -> None:
        index, count, url, _ = self.anchors.pop()
        self._emphasis(index)
        label = _flat("".join(self.out[index:]))
        self.links.insert(count, (index, Link(label, url)))

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
            url, end = destination(text, end, self.target_ends)
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

    def _run(self, start: int, char: str) -> int:
        text = self.text
        if char != "~" and (words := EMPHASIZED.match(text, start)):
            self.out.append(words[2])
            return words.end()
        end = start + 1
        while text.startswith(char, end):
            end += 1
        if char != "~" or end - start == 2:
            self.runs.append(delimiters(text, start, end, len(self.out)))
        self.out.append(text[start:end])
        return end

    def _emphasis(self, index: int = 0) -> None:
        """Take out the delimiters that make emphasis among the runs from `index` of the output on."""
        first = len(self.runs)
        while first and self.runs[first - 1][0] >= index:
            first -= 1
        for place, rest in pair(self.runs[first:]):
            self.out[place] = rest
        del self.runs[first:]

    def _entity(self, start: int) -> int:
        match = ENTITY.match(self.text, start)
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
        following = text[start + 1 : start + 2]
        if text.startswith(("{/*", "{{/*"), start):
            end = -1 if self.open_braces else text.find("*/}" + "}" * (following == "{"), start)
            if end >= 0:
                return end + 3 + (following == "{")
            self.open_braces = True
        if following not in _IN_BRACES and not following.isalpha():
            self.out.append("{")
            return start + 1
        role = ROLE.match(text, start)
        if role and is_role(role[1]):
            end = self._code(role.end())
            if self.out[-1].strip("`"):
                first, last = shown(self.out[-1])
                self.out[-1] = self.out[-1][first:last]
            else:
                self.out.insert(-1, role[0])
            return end
        if end := list_end(text, start):
            return end
        if text.startswith("{' '}", start) or text.startswith('{" "}', start):
            self.out.append(" ")
            return start + 5
        self.out.append("{")
        return start + 1

    def _mark(self, start: int) -> int:
        if start in self.mark_ends:
            return start + 2
        if end := marks.mark_end(self.text, start):
            self.mark_ends.add(end - 2)
            return start + 2
        self.out.append(run := marks.signs(self.text, start))
        return start + len(run)

    def _emoji(self, start: int) -> int:
        found = emoji_names.row(self.text, start)
        self.out += [sign for sign, _ in found] or [":"]
        return found[-1][1] if found else start + 1

    def _url(self, start: int) -> int:
        said, url = bare_url(self.text, start, in_brackets=bool(self.brackets))
        if url:
            self._link(said, url)
        else:
            self.out.append(said)
        return start + len(said)


def _flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
