"""The leaves of a scan of Markdown: opening and closing them, and those that one line begins or is.

Which line belongs to which is `faqtui.markdown.scan`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown import line_starts as starts
from faqtui.markdown.blocks import Block, Item, LinkDefinition, normalize_label
from faqtui.markdown.definitions import leading_definitions
from faqtui.markdown.dialects import shortcodeblocks
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.dialects.definitionlists import mark
from faqtui.markdown.dialects.jsxlines import aligned, joined
from faqtui.markdown.held_code import HeldCode
from faqtui.markdown.nesting import Nesting
from faqtui.markdown.tags import RAW_TAGS, STARTS_BLOCK

MAX_DEPTH = 32
"""Containers inside one another; what is nested deeper is text."""

_MOST_ABOVE = 20
"""Blocks that readers do not see above the title of a document."""


class Leaves:
    """The blocks so far, the containers that are open, and the leaf that is."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = aligned(joined(lines))
        self.blocks: list[Block] = []
        self.definitions: dict[str, LinkDefinition] = {}
        self._unclosed = 0
        self._nesting = Nesting(self.lines)
        self._stack = self._nesting.stack
        self._leaf: str = ""  # the open leaf: paragraph, fence, code, html, raw, comment, import, formula
        self._text: list[str] = []
        self._start = 0
        self._fence = ("", 0, "")  # marker, indentation, info
        self._myst: list[tuple[int, str]] = []
        self._slashed: list[int] = []  # how many slashes opened each block that is not closed yet
        self._comment_end = ""
        self._ends = starts.Ends(self.lines)
        self._held_code = HeldCode(self.lines)
        self._held_to = -1  # the line on which the code ends that an HTML block at hand holds
        self._gap = False
        self._codes: dict[int, int] | None = None  # the lines of shortcodes, once one is met
        self._closers: set[int] = set()
        self._code_end: int | None = None
        self._tabbed: tuple[str, int] | None = None  # the line at hand as written, and its length with tabs expanded

    @property
    def items(self) -> list[Item]:
        """The list items, in the order in which they begin."""
        return self._nesting.items

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
        if leaf in ("paragraph", "formula"):
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
        self._add(kind, start, end, "\n".join(text).rstrip(" \t"))

    def _definitions(self, lines: list[str], start: int) -> int:
        """Take the link reference definitions that a paragraph begins with; the number of lines they are on."""
        used = 0
        for definition, count in leading_definitions("\n".join(lines)):
            definition.start = start + used
            self.definitions.setdefault(normalize_label(definition.label), definition)
            self._add("definition", start + used, start + used + count, definition.text)
            used += count
        return used

    def _settle(self, depth: int, number: int) -> None:
        """Close what is open and does not go on."""
        self._close(number)
        self._nesting.pop_to(depth, number)

    def _heading(self, number: int, stripped: str, depth: int, *, lazy: bool) -> bool:
        match = starts.ATX.match(stripped) or (None if lazy else starts.TIGHT_ATX.match(stripped))
        if len(stripped) > starts.LONGEST_HEADING or (
            match is None and (depth or lazy or not self._is_title(stripped))
        ):
            return False
        self._settle(depth, number)
        block = self._add("heading", number, number + 1, stripped[1:].strip() if match is None else match[2] or "")
        block.level = len(match[1]) if match is not None else 1
        block.marker = "#"
        return True

    def _is_title(self, stripped: str) -> bool:
        """Whether a line is the title of a document though no space follows the hash: it is the first, and no row of tags."""
        words = stripped[1:2].isalpha() and "#" not in stripped[1:] and " " in stripped
        few = len(self.blocks) <= _MOST_ABOVE
        return words and few and all(block.kind in {"import", "comment"} for block in self.blocks)

    def _directive(self, number: int, marker: str, info: str) -> None:
        block = self._add("directive", number, number + 1, info)
        block.marker = marker
        block.info = info

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

    def _html_start(self, number: int, stripped: str, depth: int, *, lazy: bool) -> bool:
        tag = starts.TAG_NAME.match(stripped)
        name = tag[2].lower() if tag is not None else ""
        if tag is not None and name in RAW_TAGS and not tag[1] and not tag[3]:
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
        if name in STARTS_BLOCK or (
            not lazy
            and (
                starts.LONE_TAG.match(stripped)
                or starts.OPEN_COMPONENT.match(stripped)
                or ((whole := starts.WHOLE_COMPONENT.match(stripped)) and whole[1].lower() in CONTAINERS)
            )
        ):
            self._settle(depth, number)
            self._open("html", number)
            self._held_to = -1
            self._html_line(number, stripped)
            return True
        return False

    def _html_line(self, number: int, text: str) -> None:
        """Take a line of an HTML block, which may begin code that goes on over blank lines."""
        self._text.append(text)
        if "<" in text and number >= self._held_to:
            self._held_to = self._held_code.end(number, text)

    def _definition(self, number: int, stripped: str, indent: int, depth: int, *, lazy: bool) -> str:
        """Begin a definition of the term above it, and give what stands in it; empty where this line begins none."""
        found = mark(stripped)
        if found is None or len(self._stack) >= MAX_DEPTH:
            return ""
        if depth < len(self._stack) and self._stack[depth][0] == "d":
            if self._is_blank(number - 1) and self._is_blank(number - 2):
                return ""
            if any(kind == "q" for kind, _, _ in self._stack[depth:]):
                return ""
        elif depth < len(self._stack):
            return ""
        elif lazy:
            if self._text[0].startswith("[") and next(leading_definitions("\n".join(self._text)), None):
                return ""
            if "|" in self._text[0] and len(self._text) > 1 and starts.DELIMITERS.match(self._text[1]):
                return ""
        else:
            last = self.blocks[-1] if self.blocks and not self._leaf else None
            if last is None or last.kind != "paragraph" or (last.depth, last.end) != (depth, number - 1):
                return ""
            if last.item is not self._nesting.innermost()[0]:
                return ""
        self._settle(depth, number)
        self._stack.append(("d", indent + found[0], None))
        return found[1]

    def _is_blank(self, number: int) -> bool:
        return number >= 0 and not self.lines[number].strip(" \t>")

    def _shortcode(self, number: int, stripped: str, indent: int, depth: int) -> bool:
        """Begin or end a shortcode: a line around blocks, or what code stands in."""
        code = shortcodeblocks.read(stripped.rstrip())
        if code is None:
            line = stripped.rstrip()
            if shortcodeblocks.around(line) is None:
                return False
            self._settle(depth, number)
            self._add("paragraph", number, number + 1, shortcodeblocks.said(line))
            return True
        if self._codes is None:
            self._codes = shortcodeblocks.pairs(self.lines)
            self._closers = set(self._codes.values())
        last = self._codes.get(number)
        alone = code.alone() if last is None else ""
        if last is None and number not in self._closers and not alone:
            return False
        self._settle(depth, number)
        if alone:
            self._add("paragraph", number, number + 1, alone)
        elif not code.closes and code.is_code:
            self._open("fence", number)
            self._fence = ("", indent, code.language())
            self._code_end = last
        else:
            self._directive(
                number, "{", "" if code.closes else f"{code.name} {code.title() or ' '.join(code.tabs())}".strip()
            )
        return True

    def _slashes(self, number: int, stripped: str, depth: int) -> bool:
        """``/// details | Title``, which holds what follows up to ``///``: a block of PyMdown."""
        match = starts.SLASHES.match(stripped)
        if match is None:
            return False
        if not match[2]:
            if len(match[1]) not in self._slashed:
                return False
            del self._slashed[self._slashed.index(len(match[1])) :]
        elif match[2].lower() in CONTAINERS:
            self._slashed.append(len(match[1]))
        else:
            return False
        self._settle(depth, number)
        self._directive(number, match[1], f"{match[2]} {match[3] or ''}".strip() if match[2] else "")
        return True

    def _is_option(self, number: int, *, slashed: bool = False) -> bool:
        """Whether a line right below a directive says something of it; then it is part of it.

        In MyST it is as ``:class: wide``, in a `slashed` block indented, as ``    type: warning``.
        """
        last = self.blocks[-1] if self.blocks and not self._leaf else None
        if last is None or last.kind != "directive" or last.end != number or not last.info:
            return False
        if last.marker[:1] != "/" if slashed else not starts.MYST.match(last.info):
            return False
        last.end += 1
        return True
