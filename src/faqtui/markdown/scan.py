"""Block structure of Markdown, line by line: headings, paragraphs, code, HTML, list items, directives, each with its lines.

This is what segmentation and extraction work on. It follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), with the
liberties that real FAQs need: containers of Docusaurus, MkDocs and MyST are transparent, a fence or a heading ends
an HTML block, two hashes or more make a heading without a space after them, and an unclosed fence ends before the next
heading that looks like its own. It runs in linear time and is an order of magnitude faster than building markdown-it's
tokens, which rendering does for one answer at a time.

What is inside a paragraph is `faqtui.markdown.inline`'s business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from faqtui.markdown.blocks import Block, Definition, Item, normalize_label
from faqtui.markdown.definitions import leading_definitions
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.dialects.jsxlines import aligned
from faqtui.markdown.tags import STARTS_BLOCK, STARTS_RAW

MAX_DEPTH = 32
"""Containers inside one another; what is nested deeper is text."""

_LIST = re.compile(r"(?:([-+*])|([0-9]{1,9})([.)]))(?:([ ]+)|$)")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_TIGHT_ATX = re.compile(r"(#{2,6})(?=[^\W_]|[\[<*`\u201c\"'(@¿])(.*?)(?:[ \t]*#+)?[ \t]*$")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)[ \t]*$")
_RULE = re.compile(r"(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_OVERLINE = re.compile(r"={3,}[ \t]*$")
_COLONS = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*$")
_OPTION = re.compile(r":[A-Za-z][\w-]*:(?:[ \t].*)?$")
_MKDOCS = re.compile(r"(!!!|\?\?\?\+?|===[+!]?)[ \t]+(\S.*?)[ \t]*$")
_MYST = re.compile(r"\{([\w:.+-]+)\}[ \t]*(.*)")
_MDX = re.compile(
    r"import\s.+\sfrom\s+['\"][^'\"]+['\"];?\s*$|import\s+['\"][^'\"]+['\"];?\s*$|export\s+(?:const|"
    r"default|let|function)\b"
)
_RAW_OPEN = re.compile(rf"<(?:{STARTS_RAW})(?=[\s>]|$)", re.IGNORECASE)
_COMMENT = re.compile(r"<!(?:---?>|--.*?-->)|\{/\*.*?\*/\}", re.DOTALL)
_RAW_CLOSE = re.compile(rf"</(?:{STARTS_RAW})>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{STARTS_BLOCK})(?=[\s>]|/>|$)", re.IGNORECASE)
_LONE_TAG = re.compile(
    r"(?:</[A-Za-z][\w.-]*\s*>|<[A-Za-z][\w.-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|"
    r"\"[^\"]*\"|\{[^{}]*\}))?)*\s*/?>)\s*$"
)
_OPEN_COMPONENT = re.compile(r"<[A-Z][\w.]*(?:\s[^<>]*)?$")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_STARTERS = frozenset("#`~>-+*=_<:!?[{0123456789|ie")
"""First characters that can begin something other than a paragraph."""

LONGEST_HEADING = 2_000
"""Characters; what is longer is text that a rule or a number sign happens to stand by, such as data above ``---``."""


class Scan:
    """The blocks of a text, its list items, and its link reference definitions by normalised label."""

    def __init__(self, lines: Sequence[str], *, mdx: bool = True) -> None:
        self.lines = aligned(lines) if mdx else lines
        self.blocks: list[Block] = []
        self.items: list[Item] = []
        self.definitions: dict[str, Definition] = {}
        self.unclosed: list[Block] = []
        self._mdx = mdx
        # Containers: (kind, columns, item) with kind q quotation, i item, n indented body of a MkDocs block or footnote.
        self._stack: list[tuple[str, int, Item | None]] = []
        self._leaf: str = ""  # the open leaf: paragraph, fence, code, html, raw, comment, import
        self._text: list[str] = []
        self._start = 0
        self._fence = ("", 0, "")  # marker, indentation, info
        self._myst: list[tuple[int, str]] = []
        self._comment_end = ""
        self._last_ends: dict[str, int] = {}  # the last line with each end of comments, found when first needed
        self._gap = False
        self._closers: dict[str, list[tuple[int, int]]] | None = None
        self._run()

    def _run(self) -> None:
        lines = self.lines
        total = len(lines)
        number = 0
        while number < total:
            line = lines[number]
            if not self._stack and self._leaf in ("", "paragraph"):
                # Most lines of most files: blank ones, and plain text.
                if not line:
                    self._close(number)
                    self._gap = True
                    number += 1
                    continue
                if line[0] not in _STARTERS and line[0] not in " \t":
                    if not self._leaf:
                        self._open("paragraph", number)
                    self._text.append(line)
                    number += 1
                    continue
            back = self._line(number, line)
            number = number + 1 if back is None else back
            if number >= total and self._leaf == "fence":
                back = self._recover(total)
                if back is not None:
                    number = back
        self._close(total)
        self._pop_to(0, total)

    # Leaves

    def _open(self, leaf: str, number: int) -> None:
        self._leaf = leaf
        self._text = []
        self._start = number

    def _close(self, end: int) -> None:
        leaf, self._leaf = self._leaf, ""
        if not leaf:
            return
        text = self._text
        if leaf == "code":
            while text and not text[-1].strip():
                text.pop()
            end = self._start + len(text)
        if leaf == "paragraph":
            self._paragraph(end)
            return
        if leaf == "comment" and _COMMENT.sub("", "\n".join(text)).strip():
            leaf = "html"  # there is text after the comment, which is to be seen
        block = self._add(leaf, self._start, end, "\n".join(text))
        if leaf == "fence":
            block.info = self._fence[2]
            block.marker = self._fence[0]

    def _add(self, kind: str, start: int, end: int, text: str) -> Block:
        item: Item | None = None
        quoted = False
        for container, _, own in self._stack:
            item = own or item
            quoted = quoted or container == "q"
        block = Block(kind, start, end, text, len(self._stack), item, quoted)
        self.blocks.append(block)
        return block

    def _paragraph(self, end: int) -> None:
        """Close a paragraph: definitions at its start are taken off, a table is recognised."""
        text = self._text
        start = self._start
        used = self._definitions(text, start) if text[0].startswith("[") else 0
        if used:
            text = text[used:]
            start += used
        if not text:
            return
        kind = "paragraph"
        if len(text) > 1 and "|" in text[0] and "-" in text[1] and _DELIMITERS.match(text[1]):
            kind = "table"
        self._add(kind, start, end, "\n".join(text))

    def _definitions(self, lines: list[str], start: int) -> int:
        """Take the link reference definitions that a paragraph begins with; the number of lines they are on."""
        used = 0
        for definition, count in leading_definitions("\n".join(lines)):
            definition.start = start + used
            self.definitions.setdefault(normalize_label(definition.label), definition)
            self._add("definition", start + used, start + used + count, definition.text)
            used += count
        return used

    def _recover(self, total: int) -> int | None:
        """An unclosed fence: where to go on, so that it does not swallow the questions that follow it.

        Renderers take everything up to the end as code. Here the fence ends before the next heading of the level of
        the heading it stands under; without such a heading, at the end.
        """
        last = next((b for b in reversed(self.blocks) if b.kind == "heading"), None)
        block = Block("fence", self._start, total, "", len(self._stack), None, False)
        block.closed = False
        self.unclosed.append(block)
        if last is None or len(self.unclosed) > 50:
            return None
        for number in range(self._start + 1, total):
            match = _ATX.match(self.lines[number])
            if match and 1 < len(match[1]) <= last.level and match[2]:
                self._text = self._text[: number - self._start - 1]
                self._close(number)
                self.blocks[-1].closed = False
                self._pop_to(0, number)
                return number
        return None

    # Containers

    def _pop_to(self, depth: int, number: int) -> None:
        while len(self._stack) > depth:
            _, _, item = self._stack.pop()
            if item is not None:
                end = number
                while end > item.start + 1 and not self.lines[end - 1].strip():
                    end -= 1
                item.end = end

    # Lines

    def _line(self, number: int, line: str) -> int | None:
        if "\t" in line and (self._stack or self._leaf not in ("fence", "raw", "comment")):
            line = _expand(line)
        rest = line
        matched = 0
        blank = not line.strip()
        for kind, columns, _ in self._stack:
            if kind == "q":
                stripped = rest.lstrip(" ")
                if len(rest) - len(stripped) > 3 or not stripped.startswith(">"):
                    break
                rest = stripped[2:] if stripped[1:2] == " " else stripped[1:]
            elif not rest.strip():
                if kind == "i" and matched == len(self._stack) - 1 and self._gap and self._empty_item(number):
                    break
                rest = ""
            elif rest[:columns].strip():
                break
            else:
                rest = rest[columns:]
            matched += 1
        all_matched = matched == len(self._stack)
        leaf = self._leaf
        if leaf in ("fence", "raw", "comment") and all_matched:
            return self._continue(number, rest)
        if not rest.strip():
            if leaf == "code" and all_matched:
                self._text.append(rest[4:])
            elif leaf not in ("fence", "raw", "comment") or not all_matched:
                self._close(number)
            if not all_matched and not blank:
                self._pop_to(matched, number)
            elif blank and not all_matched:
                # A blank line ends a quotation, and goes on with list items.
                self._pop_to(matched, number)
            self._gap = True
            return None
        self._gap = False
        if leaf == "code" and all_matched:
            if rest.startswith("    "):
                self._text.append(rest[4:])
                return None
            self._close(number)
            leaf = ""
        if leaf == "html" and all_matched:
            stripped = rest.strip()
            if not (_FENCE.match(stripped) or _ATX.match(stripped)):
                self._text.append(rest)
                return None
        self._starts(number, rest, matched)
        return None

    def _empty_item(self, number: int) -> bool:
        item = self._stack[-1][2]
        return item is not None and item.start == number - 2 and not self.blocks_since(item.start)

    def blocks_since(self, line: int) -> bool:
        """Whether the newest block begins at this line or after it."""
        return bool(self.blocks) and self.blocks[-1].start >= line

    def _continue(self, number: int, rest: str) -> int | None:
        """A further line of a fence, a raw HTML block or a comment."""
        if self._leaf == "fence":
            marker, indent, _ = self._fence
            stripped = rest.strip()
            if stripped.startswith(marker) and not stripped.strip(marker[0]) and len(rest) - len(rest.lstrip(" ")) <= 3:
                self._close(number + 1)
                return None
            cut = 0
            while cut < indent and rest[cut : cut + 1] == " ":
                cut += 1
            self._text.append(rest[cut:])
            return None
        self._text.append(rest)
        ended = self._comment_end in rest if self._leaf == "comment" else _RAW_CLOSE.search(rest) is not None
        if ended:
            self._close(number + 1)
        return None

    def _starts(self, number: int, rest: str, matched: int) -> None:
        """Find the blocks that begin on this line, or go on with the paragraph."""
        lazy = self._leaf == "paragraph"
        depth = matched
        while True:
            stripped = rest.lstrip(" ")
            indent = len(rest) - len(stripped)
            if indent >= 4:
                if lazy:
                    self._text.append(stripped)
                    return
                self._settle(depth, number)
                self._open("code", number)
                self._text.append(rest[4:])
                return
            first = stripped[:1]
            if first not in _STARTERS or first == "":
                break
            if first == ">":
                if len(self._stack) >= MAX_DEPTH:
                    break
                self._settle(depth, number)
                lazy = False
                self._stack.append(("q", 0, None))
                depth = len(self._stack)
                rest = stripped[2:] if stripped[1:2] == " " else stripped[1:]
                if not rest.strip():
                    return
                continue
            if self._leaf_start(number, stripped, indent, depth, lazy=lazy, same=depth == len(self._stack)):
                return
            match = _LIST.match(stripped)
            if (
                match
                and len(self._stack) < MAX_DEPTH
                and not (lazy and not self._may_interrupt(match, stripped, depth))
            ):
                self._settle(depth, number)
                lazy = False
                rest = self._item(number, stripped, indent, match)
                depth = len(self._stack)
                if not rest.strip():
                    return
                continue
            break
        if lazy:  # a paragraph goes on, also where its containers' markers are left out
            self._text.append(stripped)
            return
        self._settle(depth, number)
        self._open("paragraph", number)
        self._text.append(stripped)
        return

    def _settle(self, depth: int, number: int) -> None:
        """Close what is open and does not go on."""
        self._close(number)
        self._pop_to(depth, number)

    def _may_interrupt(self, match: re.Match[str], stripped: str, depth: int) -> bool:
        """Whether a list item may end a paragraph: not when empty, and numbered only from 1, save in a list."""
        if depth < len(self._stack):
            return True
        if match.end() >= len(stripped):
            return False
        return match[1] is not None or match[2] == "1" or (bool(self._stack) and self._stack[-1][0] == "i")

    def _item(self, number: int, stripped: str, indent: int, match: re.Match[str]) -> str:
        marker = match[1] or match[2] + match[3]
        spaces = len(match[4] or "")
        body = stripped[match.end() :]
        if not body.strip():
            spaces, body = 1, ""
        elif spaces > 4:
            body = " " * (spaces - 1) + body
            spaces = 1
        columns = indent + len(marker) + spaces
        parent = next((item for _, _, item in reversed(self._stack) if item is not None), None)
        item = Item(
            number, columns, match[1] or match[3], int(match[2]) if match[2] else None, len(self._stack), parent
        )
        self.items.append(item)
        self._stack.append(("i", columns, item))
        return body

    def _leaf_start(self, number: int, stripped: str, indent: int, depth: int, *, lazy: bool, same: bool) -> bool:
        """Begin a leaf block other than a paragraph, if this line does."""
        first = stripped[0]
        if first == "#":
            match = _ATX.match(stripped) or (None if lazy else _TIGHT_ATX.match(stripped))
            if match and len(stripped) <= LONGEST_HEADING:
                self._settle(depth, number)
                block = self._add("heading", number, number + 1, match[2] or "")
                block.level = len(match[1])
                block.marker = "#"
                return True
            return False
        if first in "`~":
            return self._fence_start(number, stripped, indent, depth)
        if first in "-=" and lazy and same and self._leaf == "paragraph":
            match = _SETEXT.match(stripped)
            table = first == "-" and len(self._text) == 1 and "|" in self._text[0] and "|" in stripped
            if match and not table and _is_short(self._text):
                self._setext(number, 1 if first == "=" else 2)
                return True
        if first in "-*_" and _RULE.match(stripped):
            self._settle(depth, number)
            self._add("rule", number, number + 1, "")
            return True
        if first in "<{":
            return self._html_start(number, stripped, depth, lazy=lazy)
        if first == ":":
            if _OPTION.match(stripped) and self._is_option(number):
                return True
            match = _COLONS.match(stripped)
            if match:
                self._settle(depth, number)
                self._directive(number, match[1], match[2])
                return True
            return False
        if first in "!?=":
            match = _MKDOCS.match(stripped)
            if match and (first != "=" or match[2][0] in "\"'") and len(self._stack) < MAX_DEPTH:
                self._settle(depth, number)
                self._directive(number, match[1], match[2])
                self._stack.append(("n", 4, None))
                return True
            return False
        if first == "[" and stripped.startswith("[^") and not lazy:
            match = _FOOTNOTE.match(stripped)
            if match:
                self._settle(depth, number)
                self._stack.append(("n", 4, None))
                self._open("paragraph", number)
                self._text.append(stripped)
                return True
            return False
        if first in "ie" and self._mdx and not lazy and not self._stack and _MDX.match(stripped):
            self._settle(depth, number)
            self._open("import", number)
            self._text.append(stripped)
            return True
        return False

    def _is_option(self, number: int) -> bool:
        """Whether a line such as ``:class: wide`` right below a directive of MyST says something of it; then it is part of it."""
        last = self.blocks[-1] if self.blocks and not self._leaf else None
        if last is None or last.kind != "directive" or not _MYST.match(last.info) or last.end != number:
            return False
        last.end += 1
        return True

    def _directive(self, number: int, marker: str, info: str) -> None:
        block = self._add("directive", number, number + 1, info)
        block.marker = marker
        block.info = info

    def _fence_start(self, number: int, stripped: str, indent: int, depth: int) -> bool:
        match = _FENCE.match(stripped)
        if match is None:
            return False
        marker, info = match[1], match[2]
        if self._myst and not info and self._myst[-1][1] == marker[: len(self._myst[-1][1])]:
            self._settle(min(depth, self._myst[-1][0]), number)
            self._myst.pop()
            self._directive(number, marker, "")
            return True
        self._settle(depth, number)
        myst = _MYST.match(info) if info.startswith("{") else None
        if myst and myst[1].lower() in CONTAINERS - {"code"} and self._fence_ends(number, marker):
            self._myst.append((depth, marker))
            self._directive(number, marker, info)
            return True
        self._open("fence", number)
        self._fence = (marker, indent, info)
        return True

    def _fence_ends(self, number: int, marker: str) -> bool:
        """Whether a line of at least this marker alone follows, so that a directive's fence is closed at all."""
        if self._closers is None:
            self._closers = {"`": [], "~": []}
            for place, line in enumerate(self.lines):
                stripped = line.strip()
                if stripped[:3] in {"```", "~~~"} and not stripped.strip(stripped[0]):
                    self._closers[stripped[0]].append((place, len(stripped)))
        places = self._closers[marker[0]]
        first = bisect_right(places, (number, 0))
        # Fences are seldom of many lengths: looking at a few is enough, and keeps hostile pages linear.
        return any(length >= len(marker) for _, length in places[first : first + 64])

    def _setext(self, number: int, level: int) -> None:
        text = self._text
        used = self._definitions(text, self._start) if text[0].startswith("[") else 0
        self._leaf = ""
        if len(text) == used:
            self._open("paragraph", number)
            self._text.append(self.lines[number])
            return
        start = self._start + used
        while len(text) > used + 1 and _OVERLINE.match(
            text[used]
        ):  # a title between two lines, as plain text files have
            used += 1
        block = self._add("heading", start, number + 1, "\n".join(line.strip() for line in text[used:]))
        block.level = level
        block.marker = "="

    def _html_start(self, number: int, stripped: str, depth: int, *, lazy: bool) -> bool:
        raw = _RAW_OPEN.match(stripped)
        if raw:
            self._settle(depth, number)
            self._open("raw", number)
            self._text.append(stripped)
            if _RAW_CLOSE.search(stripped):
                self._close(number + 1)
            return True
        if stripped.startswith(("<!--", "{/*")) and self._ends_later(number, "-->" if stripped[0] == "<" else "*/}"):
            self._settle(depth, number)
            self._open("comment", number)
            self._comment_end = "-->" if stripped[0] == "<" else "*/}"
            self._text.append(stripped)
            if self._comment_end in stripped:
                self._close(number + 1)
            return True
        if _BLOCK_TAG.match(stripped) or (
            not lazy and (_LONE_TAG.match(stripped) or (self._mdx and _OPEN_COMPONENT.match(stripped)))
        ):
            self._settle(depth, number)
            self._open("html", number)
            self._text.append(stripped)
            return True
        return False

    def _ends_later(self, number: int, end: str) -> bool:
        """Whether a comment that opens on this line is closed anywhere: if not, it is text and hides nothing."""
        if end not in self._last_ends:
            lines = self.lines
            self._last_ends[end] = next((n for n in range(len(lines) - 1, -1, -1) if end in lines[n]), -1)
        return number <= self._last_ends[end]


def _expand(line: str) -> str:
    """Tabs in the indentation and after a marker as spaces up to the next multiple of four (CommonMark 2.2)."""
    out: list[str] = []
    column = 0
    for index, char in enumerate(line):
        if char == "\t":
            width = 4 - column % 4
            out.append(" " * width)
            column += width
        elif char in " >-+*.)0123456789":
            out.append(char)
            column += 1
        else:
            return "".join(out) + line[index:]
    return "".join(out)


def _is_short(lines: Sequence[str]) -> bool:
    """Whether a paragraph can be a heading. None of its lines is empty, so the first few tell."""
    return len(lines) <= LONGEST_HEADING and sum(map(len, lines)) <= LONGEST_HEADING
