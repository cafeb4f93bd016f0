"""What an answer holds: its plain text with source lines, its links and its code blocks."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.containers import sign
from faqtui.markdown.dialects.mystblocks import OPTIONS
from faqtui.markdown.inline import inline
from faqtui.markdown.link_targets import References
from faqtui.markdown.tags import SCRIPT, SCRIPT_END, STARTS_RAW
from faqtui.model import CodeBlock, Link
from faqtui.patterns import pattern

_LANGUAGE = pattern(r"\{?[.]?([A-Za-z0-9_+#.-]+)")
_MYST_CODE = pattern(r"\{[\w:.+-]+\}[ \t]*(\S*)")
_DELIMITERS = pattern(r"[ \t|:-]+$")
_CELL = pattern(r"(?:(?<![ \t])[ \t]++)?(?<!\\)\|[ \t]*")
_DIRECTIVE_TITLE = pattern(
    r"^\{?[\w:-]*\}?[ \t]*(?:\[(?P<b>[^\]]*)\]|\"(?P<q>[^\"]*(?:(?<=[\s(\\\"])\".*)?)\"|(?P<w>.*))$"
)
_RAW_TAGS = pattern(rf"</?(?:code|{STARTS_RAW})\b[^>]*>", re.IGNORECASE)


class Extract:
    """What was found in an answer. `text` has one line for each number of `lines` (source lines, from 0)."""

    __slots__ = ("code_blocks", "lines", "links", "text")

    def __init__(self) -> None:
        self.text: list[str] = []
        self.lines: list[int] = []
        self.links: list[Link] = []
        self.code_blocks: list[CodeBlock] = []

    def add(self, text: str, line: int) -> None:
        """Take a piece of plain text that begins on this line."""
        for piece in text.split("\n"):
            # Most are said in one way: to take them apart takes three times as long.
            as_it_is = "  " not in piece and piece.isprintable()
            stripped = piece.strip(" ") if as_it_is else " ".join(piece.split())
            if stripped:
                self.text.append(stripped)
                self.lines.append(line)


def extract(
    blocks: Iterable[Block], numbers: Sequence[int], references: References, components: Container[str] = frozenset()
) -> Extract:
    """Read blocks of a scan; `numbers` says which source line (from 0) each line of the scan is."""
    content = Extract()
    for block in blocks:
        kind = block.kind
        line = numbers[block.start] if block.start < len(numbers) else (numbers[-1] if numbers else 0)
        if kind in {"paragraph", "heading"}:
            text, links = inline(block.text[len(sign(block.text)) :], references, components)
            content.links += links
            content.add(text, line)
        elif kind in {"fence", "code"}:
            _code(content, block, numbers)
        elif kind == "html":
            text, links = inline(block.text, references, components)
            content.links += links
            content.add(text, line)
            _held(content, block.text)
        elif kind == "table":
            _table(content, block, numbers, references, components)
        elif kind == "directive":
            title = directive_title(block.info)
            if title:
                text, links = inline(title, references, components)
                content.links += links
                content.add(text, line)
        elif kind == "raw":
            _raw(content, block, numbers)
        elif kind == "rest":
            for number, text in zip(numbers[block.start :], block.text.split("\n"), strict=False):
                if said := " ".join(text.split()):
                    content.text.append(said)
                    content.lines.append(number)
    return content


def directive_title(info: str) -> str:
    """The title that readers see of a container such as ``note Mind the gap`` or ``tip[Mind the gap]``."""
    if not info:
        return ""
    match = _DIRECTIVE_TITLE.match(info)
    return (match["b"] or match["q"] or match["w"] or "").strip() if match else info


def language(info: str) -> str | None:
    """The language of a fence, from what follows its marker; None where none is named."""
    myst = _MYST_CODE.match(info)
    if myst:
        return myst[1] or None
    match = _LANGUAGE.match(info)
    return match[1].lstrip(".") or None if match else None


def _numbered(lines: Sequence[str], first: int, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Lines of a scan from its line `first` on, each with the source line that it comes from."""
    last = len(numbers) - 1
    for place, text in enumerate(lines, first):
        yield numbers[min(place, last)] if last >= 0 else place, text


def _code(content: Extract, block: Block, numbers: Sequence[int]) -> None:
    if block.kind == "code":
        content.code_blocks.append(CodeBlock(None, block.text))
        first = block.start
    else:
        code = OPTIONS.sub("", block.text) if block.info.startswith("{") else block.text
        content.code_blocks.append(CodeBlock(language(block.info), code))
        first = block.start + 1
    for number, text in _numbered(block.text.split("\n"), first, numbers):
        if text.strip():
            content.text.append(text.strip())
            content.lines.append(number)


def _table(
    content: Extract, block: Block, numbers: Sequence[int], references: References, components: Container[str]
) -> None:
    for offset, row in enumerate(block.text.split("\n")):
        if offset == 1 and _DELIMITERS.match(row):
            continue
        cells = [cell for cell in _CELL.split(row.strip()) if cell]
        parts = []
        for cell in cells:
            text, links = inline(cell, references, components)
            content.links += links
            parts.append(" ".join(text.split()))
        place = min(block.start + offset, len(numbers) - 1)
        content.add(" | ".join(parts), numbers[place])


def _raw(content: Extract, block: Block, numbers: Sequence[int]) -> None:
    """HTML that is shown as it is: of ``pre`` the text, of ``script`` and ``style`` what follows their end."""
    *closed, rest = SCRIPT_END.split(block.text)
    text = _RAW_TAGS.sub("", "".join(map(_before_script, closed)) + rest)
    if re.match(r"<pre\b", block.text, re.IGNORECASE):
        code = _preformatted(text)
        content.code_blocks.append(CodeBlock(None, code))
        text = code
    for number, piece in _numbered(text.split("\n"), block.start, numbers):
        if piece.strip():
            content.text.append(piece.strip())
            content.lines.append(number)


def _preformatted(text: str) -> str:
    """The code that ``pre`` and other tags stand around."""
    from html import unescape

    return unescape(re.sub(r"</?[a-z][^<>]*>", "", text, flags=re.IGNORECASE)).strip("\n")


def _held(content: Extract, text: str) -> None:
    """The code blocks of HTML that has them inside other tags: ``<div class="highlight"><pre>``."""
    lower = text.lower()
    at = lower.find("<pre")
    while at >= 0 and (end := lower.find("</pre", at)) >= 0:
        content.code_blocks.append(CodeBlock(None, _preformatted(text[at:end])))
        at = lower.find("<pre", end)


def _before_script(text: str) -> str:
    """What stands before a script in text that ends with it, and as many line ends as there were."""
    match = SCRIPT.search(text)
    return text[: match.start()] + "\n" * text.count("\n", match.start()) if match else text
