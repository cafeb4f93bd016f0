"""``faqtui search``: the entries that match a query, or those of each line of a batch."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO

from faqtui.commands.console import BOLD, DIM
from faqtui.commands.content import STDIN, exit_code, keep, open_faq, progress_bar
from faqtui.commands.list import category_name
from faqtui.errors import ContentError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.commands.console import Console
    from faqtui.faq import Faq
    from faqtui.model import Hit, SearchResult
    from faqtui.search.searcher import Searcher

NOT_FOUND = 1
"""Exit code of a search without a strong hit."""


def run(
    console: Console, paths: Sequence[str], query: str, *, limit: int = 10, json: bool = False, raw: bool = False
) -> int:
    """Print the best `limit` entries for `query`."""
    faq = open_faq(console, paths, raw=raw)
    total = print_hits(console, faq, query, limit=limit, json=json)
    keep(console, faq)
    return exit_code(faq, 0 if total else NOT_FOUND)


def run_batch(console: Console, paths: Sequence[str], batch: str, *, limit: int = 10, raw: bool = False) -> int:
    """Print a JSON object for each line of the file `batch`, ``-`` being standard input, in order.

    Answers to standard input are sent line by line, so that a program can hold a conversation.
    Raises UsageError when standard input is wanted for content as well, ContentError when the batch cannot be read.
    """
    if batch == STDIN and STDIN in paths:
        raise UsageError("standard input (-) cannot be both the content and the batch")
    faq = open_faq(console, paths, raw=raw)
    from faqtui.commands.json_shapes import dumps, result_data

    searcher = _searcher(console, faq)
    gc.enable()  # off since the start; a batch can be long
    for query in _queries(console, batch):
        started = perf_counter()
        result = searcher.search(query, limit=limit)
        list(result)
        console.write(dumps(result_data(result, (perf_counter() - started) * 1000)) + "\n")
        if batch == STDIN:
            console.flush()
    keep(console, faq)
    return exit_code(faq)


def print_hits(console: Console, faq: Faq, query: str, *, limit: int, json: bool) -> int:
    """Print the hits of one query, as JSON or for people; returns how many strong ones there are."""
    searcher = _searcher(console, faq)
    started = perf_counter()
    result = searcher.search(query, limit=limit)
    list(result)  # hits are made on access; what is told as the time is all of it
    took_ms = (perf_counter() - started) * 1000
    if json:
        from faqtui.commands.json_shapes import dumps, result_data

        console.write(dumps(result_data(result, took_ms)) + "\n")
        return result.total
    _say_how_well(console, result)
    for number, hit in enumerate(result):
        if number:
            console.write("\n")
        console.write_lines(_hit_lines(console, hit))
    return result.total


def _searcher(console: Console, faq: Faq) -> Searcher:
    """Who answers, with all that the first query would import, so that ``took_ms`` is what a query takes."""
    with progress_bar(console, "indexing") as bar:
        faq.build_index(bar)
    return faq.searcher


def _say_how_well(console: Console, result: SearchResult) -> None:
    if not result.total:
        console.say("no close match; nearest:" if len(result) else f"nothing matches: {result.query}")
    elif len(result) < result.total:
        console.say(f"the best {len(result):,} of {result.total:,}; --limit {result.total} shows all")


def _hit_lines(console: Console, hit: Hit) -> Iterator[str]:
    entry = hit.entry
    yield console.marked(entry.question, hit.matches, BOLD)
    between = " | " if console.ascii else " · "
    category = category_name(entry.category, ascii=console.ascii)
    yield f"  {console.styled(f'{category}{between}', DIM)}{entry.id}"
    if hit.snippet:
        place = f"{console.safe(entry.source.path)}:{hit.snippet.line}: "
        yield f"  {console.styled(place, DIM)}{console.marked(hit.snippet.text, hit.snippet.matches)}"


def _queries(console: Console, batch: str) -> Iterator[str]:
    if batch == STDIN:
        yield from _lines(console.stdin_lines)
        return
    try:
        with open(batch, "rb") as file:  # noqa: PTH123 - a path from the command line, whatever it is
            yield from _lines(file)
    except OSError as error:
        raise ContentError(batch, f"the queries cannot be read: {error.strerror}") from error


def _lines(file: BinaryIO) -> Iterator[str]:
    for line in file:
        yield line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
