"""Block structure of Markdown, line by line: headings, paragraphs, code, HTML, list items, directives, each with its lines.

This is what segmentation and extraction work on. It follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), with the
liberties that real FAQs need: containers of Docusaurus, MkDocs and MyST are transparent, a fence or a heading ends
an HTML block, two hashes or more make a heading without a space after them, and an unclosed fence ends before the next
heading that looks like its own. It runs in linear time and is an order of magnitude faster than building markdown-it's
tokens, which rendering does for one answer at a time.

What is inside a paragraph is `faqtui.markdown.inline`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown import line_starts as starts
from faqtui.markdown.blocks import Block, Definition, Item, normalize_label
from faqtui.markdown.definitions import leading_definitions
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.dialects.jsxlines import aligned
from faqtui.markdown.nesting import Nesting, unquoted

MAX_DEPTH = 32
"""Containers inside one another; what is nested deeper is text."""


class Scan:
    """The blocks of a text, its list items, and its link reference definitions by normalised label."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = aligned(lines)
        self.blocks: list[Block] = []
        self.definitions: dict[str, Definition] = {}
        self._unclosed = 0
        self._nesting = Nesting(self.lines)
        self._stack = self._nesting.stack
        self._leaf: str = ""  # the open leaf: paragraph, fence, code, html, raw, comment, import
        self._text: list[str] = []
        self._start = 0
        self._fence = ("", 0, "")  # marker, indentation, info
        self._myst: list[tuple[int, str]] = []
        self._comment_end = ""
        self._ends = starts.Ends(self.lines)
        self._gap = False
        self._run()

    @property
    def items(self) -> list[Item]:
        """The list items, in the order in which they begin."""
        return self._nesting.items

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
                if line[0] not in starts.STARTERS and line[0] not in " \t":
                    if self._leaf:
                        self._text.append(line)
                    else:
                        self._open("paragraph", number, line)
                    number += 1
                    continue
            back = self._line(number, line)
            number = number + 1 if back is None else back
            if number >= total and self._leaf == "fence":
                back = self._recover(total)
                if back is not None:
                    number = back
        self._close(total)
        self._nesting.pop_to(0, total)

    # Leaves

    def _open(self, leaf: str, number: int, *text: str) -> None:
        self._leaf = leaf
        self._text = [*text]
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
        if leaf == "comment" and starts.without_comments("\n".join(text)).strip():
            leaf = "html"  # there is text after the comment, which is to be seen
        block = self._add(leaf, self._start, end, "\n".join(text))
        if leaf == "fence":
            block.info = self._fence[2]
            block.marker = self._fence[0]

    def _add(self, kind: str, start: int, end: int, text: str) -> Block:
        item, quoted = self._nesting.innermost()
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
        if len(text) > 1 and "|" in text[0] and "-" in text[1] and starts.DELIMITERS.match(text[1]):
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
        self._unclosed += 1
        if last is None or self._unclosed > 50:
            return None
        for number in range(self._start + 1, total):
            match = starts.ATX.match(self.lines[number])
            if match and 1 < len(match[1]) <= last.level and match[2]:
                self._text = self._text[: number - self._start - 1]
                self._close(number)
                self.blocks[-1].closed = False
                self._nesting.pop_to(0, number)
                return number
        return None

    # Lines

    def _line(self, number: int, line: str) -> int | None:
        if "\t" in line and (self._stack or self._leaf not in ("fence", "raw", "comment")):
            line = starts.expanded(line)
        matched, rest = self._nesting.follow(line, ends_empty=self._gap and self._is_in_empty_item(number))
        all_matched = matched == len(self._stack)
        leaf = self._leaf
        if leaf in ("fence", "raw", "comment") and all_matched:
            return self._continue(number, rest)
        if not rest.strip():
            if leaf == "code" and all_matched:
                self._text.append(rest[4:])
            elif leaf not in ("fence", "raw", "comment") or not all_matched:
                self._close(number)
            self._nesting.pop_to(matched, number)
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
            if not (starts.FENCE.match(stripped) or starts.ATX.match(stripped)):
                self._text.append(rest)
                return None
        self._starts(number, rest, matched)
        return None

    def _is_in_empty_item(self, number: int) -> bool:
        """Whether the innermost container is a list item that began two lines before, and in which nothing stands yet."""
        item = self._stack[-1][2] if self._stack else None
        newest = self.blocks[-1].start if self.blocks else -1
        return item is not None and item.start == number - 2 and newest < item.start

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
        ended = self._comment_end in rest if self._leaf == "comment" else starts.RAW_CLOSE.search(rest) is not None
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
                self._open("code", number, rest[4:])
                return
            first = stripped[:1]
            if first not in starts.STARTERS or first == "":
                break
            if first == ">":
                if len(self._stack) >= MAX_DEPTH:
                    break
                self._settle(depth, number)
                lazy = False
                self._stack.append(("q", 0, None))
                depth = len(self._stack)
                rest = unquoted(stripped)
                if not rest.strip():
                    return
                continue
            if self._leaf_start(number, stripped, indent, depth, lazy=lazy, same=depth == len(self._stack)):
                return
            match = starts.LIST.match(stripped)
            if (
                match
                and len(self._stack) < MAX_DEPTH
                and not (lazy and not self._nesting.may_interrupt(match, stripped, depth))
            ):
                self._settle(depth, number)
                lazy = False
                rest = self._nesting.open_item(number, stripped, indent, match)
                depth = len(self._stack)
                if not rest.strip():
                    return
                continue
            break
        if lazy:  # a paragraph goes on, also where its containers' markers are left out
            self._text.append(stripped)
            return
        self._settle(depth, number)
        self._open("paragraph", number, stripped)

    def _settle(self, depth: int, number: int) -> None:
        """Close what is open and does not go on."""
        self._close(number)
        self._nesting.pop_to(depth, number)

    def _leaf_start(self, number: int, stripped: str, indent: int, depth: int, *, lazy: bool, same: bool) -> bool:
        """Begin a leaf block other than a paragraph, if this line does."""
        first = stripped[0]
        if first == "#":
            match = starts.ATX.match(stripped) or (None if lazy else starts.TIGHT_ATX.match(stripped))
            if match and len(stripped) <= starts.LONGEST_HEADING:
                self._settle(depth, number)
                block = self._add("heading", number, number + 1, match[2] or "")
                block.level = len(match[1])
                block.marker = "#"
                return True
            return False
        if first in "`~":
            return self._fence_start(number, stripped, indent, depth)
        if first in "-=" and lazy and same and self._leaf == "paragraph":
            match = starts.SETEXT.match(stripped)
            table = first == "-" and len(self._text) == 1 and "|" in self._text[0] and "|" in stripped
            if match and not table and starts.is_short(self._text):
                self._setext(number, 1 if first == "=" else 2)
                return True
        if first in "-*_" and starts.RULE.match(stripped):
            self._settle(depth, number)
            self._add("rule", number, number + 1, "")
            return True
        if first in "<{":
            return self._html_start(number, stripped, depth, lazy=lazy)
        if first == ":":
            if starts.OPTION.match(stripped) and self._is_option(number):
                return True
            match = starts.COLONS.match(stripped)
            if match:
                self._settle(depth, number)
                self._directive(number, match[1], match[2])
                return True
            return False
        if first in "!?=":
            match = starts.MKDOCS.match(stripped)
            if match and (first != "=" or match[2][0] in "\"'") and len(self._stack) < MAX_DEPTH:
                self._settle(depth, number)
                self._directive(number, match[1], match[2])
                self._stack.append(("n", 4, None))
                return True
            return False
        if first == "[" and stripped.startswith("[^") and not lazy:
            match = starts.FOOTNOTE.match(stripped)
            if match:
                self._settle(depth, number)
                self._stack.append(("n", 4, None))
                self._open("paragraph", number, stripped)
                return True
            return False
        if first in "ie" and not lazy and not self._stack and starts.MDX.match(stripped):
            self._settle(depth, number)
            self._open("import", number, stripped)
            return True
        return False

    def _is_option(self, number: int) -> bool:
        """Whether a line such as ``:class: wide`` right below a directive of MyST says something of it; then it is part of it."""
        last = self.blocks[-1] if self.blocks and not self._leaf else None
        if last is None or last.kind != "directive" or not starts.MYST.match(last.info) or last.end != number:
            return False
        last.end += 1
        return True

    def _directive(self, number: int, marker: str, info: str) -> None:
        block = self._add("directive", number, number + 1, info)
        block.marker = marker
        block.info = info

    def _fence_start(self, number: int, stripped: str, indent: int, depth: int) -> bool:
        match = starts.FENCE.match(stripped)
        if match is None:
            return False
        marker, info = match[1], match[2]
        if self._myst and not info and self._myst[-1][1] == marker[: len(self._myst[-1][1])]:
            self._settle(min(depth, self._myst[-1][0]), number)
            self._myst.pop()
            self._directive(number, marker, "")
            return True
        self._settle(depth, number)
        myst = starts.MYST.match(info) if info.startswith("{") else None
        if myst and myst[1].lower() in CONTAINERS - {"code"} and self._ends.of_fence(number, marker):
            self._myst.append((depth, marker))
            self._directive(number, marker, info)
            return True
        self._open("fence", number)
        self._fence = (marker, indent, info)
        return True

    def _setext(self, number: int, level: int) -> None:
        text = self._text
        used = self._definitions(text, self._start) if text[0].startswith("[") else 0
        self._leaf = ""
        if len(text) == used:
            self._open("paragraph", number, self.lines[number])
            return
        start = self._start + used
        # A title between two lines, as plain text files have.
        while len(text) > used + 1 and starts.OVERLINE.match(text[used]):
            used += 1
        block = self._add("heading", start, number + 1, "\n".join(line.strip() for line in text[used:]))
        block.level = level
        block.marker = "="

    def _html_start(self, number: int, stripped: str, depth: int, *, lazy: bool) -> bool:
        if starts.RAW_OPEN.match(stripped):
            self._settle(depth, number)
            self._open("raw", number, stripped)
            if starts.RAW_CLOSE.search(stripped):
                self._close(number + 1)
            return True
        end = "-->" if stripped[0] == "<" else "*/}"
        if stripped.startswith(("<!--", "{/*")) and self._ends.of_comment(number, end):
            self._settle(depth, number)
            self._open("comment", number, stripped)
            self._comment_end = end
            if end in stripped:
                self._close(number + 1)
            return True
        if starts.BLOCK_TAG.match(stripped) or (
            not lazy and (starts.LONE_TAG.match(stripped) or starts.OPEN_COMPONENT.match(stripped))
        ):
            self._settle(depth, number)
            self._open("html", number, stripped)
            return True
        return False
