"""``faqtui export``: a whole FAQ as one document, to standard output or a file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_raw
from faqtui.commands.console import Console
from faqtui.commands.content import chosen, keep, open_faq
from faqtui.errors import FaqtuiError, UsageError
from faqtui.host.files import write_file

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.model import Introduction
    from faqtui.render import Blocks
    from faqtui.render.nodes import Heading

FORMATS = ("markdown", "text", "json", "jsonl", "html")

_UNDERLINE = re.compile(r"\n {0,3}(?:=+|-+)[ \t]*(?=\n|\Z)")
"""What makes a heading of the line above (CommonMark 4.3)."""

TEXT_WIDTH = 80
"""Cells of a line of text: a file has no width of its own."""


def _options(add: Add) -> None:
    add("--format", choices=FORMATS, help="one document, or (jsonl) an entry or a category's text a line")
    add("-o", "--output", metavar="FILE", help="write to FILE, not to standard output")
    add_raw(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Write a FAQ as one document, to a file or to standard output.

    Raises UsageError where nothing says how or secure mode forbids to write a file, FaqtuiError where it cannot be written.
    """
    if given.format is None:
        raise UsageError(f"export: in which format? --format {'|'.join(FORMATS)}")
    paths, output = chosen(console, [*given.content, *operands]), given.output
    if output is not None and console.secure:
        raise UsageError("secure mode writes no file; leave -o out and redirect the output")
    faq = open_faq(console, paths, raw=given.raw, to_file=output is not None)
    pieces = _pieces(faq, given.format, paths)
    if output is None:
        for piece in pieces:
            console.write(piece)
    else:
        _write_file(output, pieces)
        console.say(f"wrote {len(faq.library.entries):,} entries to {output}")
    return keep(console, faq)


def _pieces(faq: Faq, format: str, paths: Sequence[str]) -> Iterator[str]:  # noqa: A002
    if format == "html":
        from faqtui.render.html import library_html
        from faqtui.view.addresses import below

        # Readers of the page have none of the author's directories.
        return library_html(faq.library, faq.blocks, partial(below, paths=paths))
    if format == "text":
        return _text(faq)
    if format == "markdown":
        return _markdown(faq)
    return _json(faq, lines=format == "jsonl")


def _json(faq: Faq, *, lines: bool) -> Iterator[str]:
    from faqtui.commands.json_shapes import SCHEMA, category_data, dumps, entry_data, library_data

    if not lines:
        yield dumps(library_data(faq.library, faq.diagnostics)) + "\n"
        return
    for entry in faq.library.entries:
        yield dumps({"schema": SCHEMA, **entry_data(entry)}) + "\n"
    if faq.library.text:
        yield (
            dumps({"schema": SCHEMA, "path": [], "entries": len(faq.library.entries), "text": faq.library.text}) + "\n"
        )
    for node in faq.library.categories:
        if node.text:
            yield dumps({"schema": SCHEMA, **category_data(node)}) + "\n"


def _markdown(faq: Faq) -> Iterator[str]:
    """Categories and questions as headings, answers as written: a document that can be read again."""
    library = faq.library
    yield f"---\ntitle: {json.dumps(library.title)}\n---\n\n# {library.title}\n"
    # Headings of questions all have one level, below that of the deepest category.
    level = min(6, max((len(node.path) for node in library.categories), default=0) + 2)
    question = "#" * level
    yield _introduction(library.introduction)
    for node in library.categories:
        yield f"\n{'#' * min(5, len(node.path) + 1)} {node.path[-1]}\n"
        yield _introduction(node.introduction)
        for position in node.entries:
            entry = library.entries[position]
            yield f"\n{question} {entry.question_markdown}\n\n{_below(faq.blocks(position), level)}\n"


def _introduction(own: Introduction | None) -> str:
    """What a category says by itself, below its heading; its own headings are bold lines: above questions they would be some."""
    from faqtui.render import parse_answer

    if own is None:
        return ""
    blocks = parse_answer(own.text)
    text = _with_headings(blocks, _headings(blocks), lambda _, title: f"**{title.replace('**', '')}**\n")
    return f"\n{text}\n"


def _below(blocks: Blocks, level: int) -> str:
    """An answer with its headings below `level`, as far below as six levels allow: beside questions they would be some."""
    headings = _headings(blocks)
    lower = level + 1 - min((block.level for block in headings), default=6)
    if lower <= 0:
        return blocks.markdown
    return _with_headings(blocks, headings, lambda level, title: f"{'#' * min(6, level + lower)} {title}")


def _headings(blocks: Blocks) -> list[Heading]:
    from faqtui.render.nodes import Heading

    blocks.finish()
    return [block for block in blocks.blocks if isinstance(block, Heading) and block.spans[0].start >= 0]


def _with_headings(blocks: Blocks, headings: Sequence[Heading], written: Callable[[int, str], str]) -> str:
    """An answer with its headings as `written` says, which is given the level and the title of each."""
    answer = blocks.markdown
    for block in reversed(headings):
        start = answer.rfind("\n", 0, block.spans[0].start) + 1
        stop = (answer.find("\n", block.spans[-1].end) + 1 or len(answer) + 1) - 1
        text = answer[start:stop].strip()
        if text.startswith("#"):
            text = text.lstrip("#")
        elif (under := _UNDERLINE.match(answer, stop)) is not None:
            text, stop = " ".join(text.split()), under.end()
        else:
            continue  # an HTML heading
        answer = f"{answer[:start]}{written(block.level, text.strip())}{answer[stop:]}"
    return answer


def _text(faq: Faq) -> Iterator[str]:
    from faqtui.commands.finding.list import category_name
    from faqtui.render import lay_out, parse_answer
    from faqtui.render.ansi import to_text

    library = faq.library
    yield f"{library.title}\n{'=' * TEXT_WIDTH}\n"
    if library.text:
        yield f"\n{to_text(lay_out(parse_answer(library.text), TEXT_WIDTH))}"
    for node in library.categories:
        if node.entries or node.text:
            yield f"\n{category_name(node.path)}\n{'-' * TEXT_WIDTH}\n"
        if node.text:
            yield f"\n{to_text(lay_out(parse_answer(node.text), TEXT_WIDTH))}"
        for position in node.entries:
            entry = library.entries[position]
            yield f"\n{entry.question}\n\n{to_text(lay_out(faq.blocks(position), TEXT_WIDTH))}"


def _write_file(path: str, pieces: Iterator[str]) -> None:
    """Write all or nothing: a file that is there stays whole until the new one is."""
    try:
        write_file(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
    except OSError as error:
        raise FaqtuiError(f"{path or repr(path)}: cannot be written: {error.strerror}") from error


COMMAND = Command(
    usage="faqtui export [PATH ...] --format FORMAT [options]",
    more="What is written as Markdown can be read again.",
    options=_options,
    run=run,
)
