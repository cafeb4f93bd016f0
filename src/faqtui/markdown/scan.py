"""Block structure of Markdown, line by line: headings, paragraphs, code, HTML, list items, directives, each with its lines.

This is what segmentation and extraction work on. It follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/), with the
liberties that real FAQs need: containers of Docusaurus, MkDocs and MyST are transparent, a fence or a heading ends
an HTML block, two hashes or more make a heading without a space after them, as one does on top of a document, and an unclosed
fence ends before the next heading that looks like its own. It runs in linear time and is an order of magnitude faster than
building markdown-it's tokens, which rendering does for one answer at a time.

What is inside a paragraph is `faqtui.markdown.inline`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown import line_starts as starts
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.formulas import closing, last_line
from faqtui.markdown.leaves import MAX_DEPTH, Leaves
from faqtui.markdown.nesting import unquoted

_SELDOM = frozenset("0123456789ie")
"""What begins as many plain lines as others: a number, "import" and "export"."""

_INDENTS = frozenset(" \t\n\r\v\f")
_FEW_LINES = 20

MEGABYTE = 1 << 20

_COMMON = frozenset(("", "paragraph", "html"))
_WHOLE = ("fence", "raw", "comment", "formula")
"""Leaves that end where they say, whatever their lines begin with."""


def most_pieces(characters: int) -> int:
    """How many blocks, and as many list items, are told apart in a text of so many characters.

    As many as take a second, and beyond a megabyte one for every 10 characters: more than people write.
    """
    return 52_000 + max(0, characters - MEGABYTE) // 10


def _is_seldom_text(line: str) -> bool:
    return line[0] in _SELDOM and "\t" not in line and not starts.SELDOM.match(line)


def plain_paragraphs(lines: Sequence[str]) -> list[Block] | None:
    """The blocks of a few lines of plain text, as most answers are; None of all else, which is to be scanned."""
    if len(lines) > _FEW_LINES:
        return None
    blocks: list[Block] = []
    begun = -1
    for number, line in enumerate(lines):
        if not line:
            if begun >= 0:
                blocks.append(
                    Block("paragraph", begun, number, "\n".join(lines[begun:number]).rstrip(" \t"), 0, None, False)
                )
            begun = -1
            continue
        first = line[0]
        if first in _INDENTS or (first in starts.STARTERS and not _is_seldom_text(line)):
            return None
        if begun < 0:
            begun = number
    if begun >= 0:
        blocks.append(Block("paragraph", begun, len(lines), "\n".join(lines[begun:]).rstrip(" \t"), 0, None, False))
    return blocks


class Scan(Leaves):
    """The blocks of a text, its list items, and its link reference definitions by normalised label.

    `size` is how many characters it has, or had before what sites write was made Markdown. What follows where it has
    `most_pieces`, or from line `plain` on, is one block of the kind ``rest``, which begins on line `beyond` (from 0); None where
    there is none.
    """

    def __init__(self, lines: Sequence[str], plain: int | None = None, size: int | None = None) -> None:
        super().__init__(lines)
        self._plain = len(lines) if plain is None else plain
        self.size = sum(map(len, lines)) + len(lines) if size is None else size
        self.beyond: int | None = None
        self._run()

    def _run(self) -> None:
        lines, blocks, items = self.lines, self.blocks, self.items
        total = len(lines)
        most = most_pieces(self.size)
        plain = self._plain
        number = 0
        while number < total:
            if number >= plain or len(blocks) >= most or len(items) >= most:
                self._take_rest(number)
                return
            line = lines[number]
            back = None if not self._stack and self._is_common(number, line) else self._line(number, line)
            number = number + 1 if back is None else back
            if number >= total and self._leaf == "fence":
                back = self._recover(total)
                if back is not None:
                    number = back
        self._close(total)
        self._nesting.pop_to(0, total)

    def _is_common(self, number: int, line: str) -> bool:
        """Take a line outside of all containers as most are: blank, plain text, a heading, code, HTML. Whether it is one."""
        leaf = self._leaf
        if leaf == "fence":
            marker, indent, _ = self._fence
            if not marker or indent or line.lstrip().startswith(marker):
                return False
            self._text.append(line)
            return True
        if leaf not in _COMMON:
            return False
        if leaf == "html" and number < self._held_to:
            self._text.append(line)
            return True
        if not line:
            self._close(number)
            self._gap = True
            return True
        first = line[0]
        if leaf == "html":
            if first in "`~#" or first.isspace() or "\t" in line:
                return False
            self._html_line(number, line)
            return True
        if first not in starts.STARTERS:
            if first in " \t":
                return False
        elif first == "#" and "\t" not in line:
            return self._heading(number, line, 0, lazy=bool(leaf))
        elif not _is_seldom_text(line):
            return False
        if leaf:
            self._text.append(line)
        else:
            self._open("paragraph", number, line)
        return True

    def _take_rest(self, number: int) -> None:
        """Take all from line `number` on as text that is written as it stands."""
        self._close(number)
        self._nesting.pop_to(0, number)
        total = len(self.lines)
        while number < total and not self.lines[number].strip():
            number += 1
        while total > number and not self.lines[total - 1].strip():
            total -= 1
        if number < total:
            self.beyond = number
            self._add("rest", number, total, "\n".join(self.lines[number:]))

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
        written = line
        if "\t" in line and (self._stack or self._leaf not in _WHOLE):
            line = starts.expanded(line)
        self._tabbed = (written, len(line)) if line is not written else None
        matched, rest = self._nesting.follow(line, ends_empty=self._gap and self._is_in_empty_item(number))
        all_matched = matched == len(self._stack)
        leaf = self._leaf
        if leaf in _WHOLE and all_matched:
            return self._continue(number, rest)
        if leaf == "html" and all_matched and number < self._held_to:
            self._text.append(self._code(rest))
            return None
        if not rest.strip():
            if leaf == "code" and all_matched:
                self._text.append(self._code(rest, 4))
            elif leaf not in _WHOLE or not all_matched:
                self._close(number)
            self._nesting.pop_to(matched, number)
            self._gap = True
            return None
        self._gap = False
        if leaf == "code" and all_matched:
            if rest.startswith("    "):
                self._text.append(self._code(rest, 4))
                return None
            self._close(number)
            leaf = ""
        if leaf == "html" and all_matched:
            stripped = rest.strip()
            if not (starts.FENCE.match(stripped) or starts.ATX.match(stripped)):
                self._html_line(number, self._code(rest))  # it may hold what is preformatted
                return None
        self._starts(number, rest, matched)
        return None

    def _code(self, rest: str, columns: int = 0) -> str:
        """What a line says behind so many columns of its `rest`, with the tabs as they are written."""
        if self._tabbed is None:
            return rest[columns:]
        written, length = self._tabbed
        return starts.without(written, length - len(rest) + columns)

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
            if not marker:
                if number == self._code_end:
                    self._close(number + 1)
                    return None
            elif (
                stripped.startswith(marker) and not stripped.strip(marker[0]) and len(rest) - len(rest.lstrip(" ")) <= 3
            ):
                self._close(number + 1)
                return None
            code = self._code(rest)
            cut = 0
            while cut < indent and code[cut : cut + 1] == " ":
                cut += 1
            self._text.append(code[cut:])
            return None
        self._text.append(self._code(rest))
        if self._leaf == "comment":
            ended = self._comment_end in rest
        elif self._leaf == "formula":
            ended = closing(self._text[0]) in rest
        else:
            ended = starts.RAW_CLOSE.search(rest) is not None
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
                if self._slashed and starts.SLASHED_OPTION.match(rest) and self._is_option(number, slashed=True):
                    return
                if lazy:
                    self._text.append(stripped)
                    return
                self._settle(depth, number)
                self._open("code", number, self._code(rest, 4))
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
            if first == ":" and (body := self._definition(number, stripped, indent, depth, lazy=lazy)):
                lazy = False
                depth = len(self._stack)
                rest = body
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

    def _leaf_start(self, number: int, stripped: str, indent: int, depth: int, *, lazy: bool, same: bool) -> bool:
        """Begin a leaf block other than a paragraph, if this line does."""
        first = stripped[0]
        if first == "#":
            return self._heading(number, stripped, depth, lazy=lazy)
        if first in "`~":
            return self._fence_start(number, stripped, indent, depth)
        if first in "-=" and lazy and same and self._leaf == "paragraph":
            match = starts.SETEXT.match(stripped)
            table = first == "-" and len(self._text) == 1 and "|" in self._text[0] and "|" in stripped
            if match and not table and starts.is_short(self._text):
                self._setext(number, 1 if first == "=" else 2)
                return True
        if first in "$\\" and last_line(
            0, len(self.lines) - number, lambda n: self.lines[number + n] if n else stripped
        ):
            self._settle(depth, number)
            self._open("formula", number, stripped)
            return True
        if first in "-*_" and stripped.rstrip(" \t").endswith(first) and starts.RULE.match(stripped):
            self._settle(depth, number)
            self._add("rule", number, number + 1, "")
            return True
        if first == "{" and self._shortcode(number, stripped, indent, depth):
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
        if first == "/":
            return self._slashes(number, stripped, depth)
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
        if first in "ie" and not lazy and not self._stack and self._is_module(number, stripped):
            self._settle(depth, number)
            self._open("import", number, stripped)
            return True
        return False

    def _is_module(self, number: int, stripped: str) -> bool:
        """Whether an ``import`` or ``export`` of MDX begins here."""
        if starts.MDX.match(stripped):
            return True
        if not stripped.startswith(("import", "export")):
            return False
        from faqtui.markdown.dialects import modules  # of no use to most starts

        return modules.BEGUN.match(stripped) is not None and modules.end(self.lines, number) > 0
