"""``faqtui search``: the entries that match a query, or those of each line of a batch."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO

from faqtui.commands.arguments import Add, Command, Given, add_json, add_no_meaning, add_raw
from faqtui.commands.console import BOLD, Console
from faqtui.commands.content import NO_QUESTIONS, STDIN, chosen, keep, open_faq, progress_bar
from faqtui.commands.finding.list import category_name
from faqtui.commands.finding.meaning import FEW, can_be_meant
from faqtui.errors import ContentError, UsageError
from faqtui.model import Hit, SearchResult

if TYPE_CHECKING:
    from faqtui.faq import Faq

NOT_FOUND = 1
"""Exit code of a search without a strong hit."""

LIMIT = 10
"""Entries that are printed where nobody says how many."""

LONGEST_QUERY = 10_000
"""Bytes of a line of a batch that are looked for; people paste a screen of text at the most."""


def _options(add: Add) -> None:
    add("--batch", metavar="FILE", help="print a JSON object for each line of FILE (- for standard input)")
    add("--limit", metavar="N", type=_count, default=LIMIT, help=f"print at most N entries ({LIMIT})")
    add_no_meaning(add)
    add_json(add)
    add_raw(add)


def _count(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isdecimal() or len(text) > 99:
        raise ArgumentTypeError(f"a whole number from 0 up is needed, not {text[:99]!r}")
    return int(text)


def run(console: Console, given: Given, words: Sequence[str]) -> int:
    """Search for `words`, or for each line of a batch. Raises UsageError for neither and for both."""
    paths = chosen(console, given.content)
    if given.batch is not None:
        if words:
            raise UsageError(f"search: a query ({' '.join(words)}) and --batch exclude each other")
        return search_batch(
            console, paths, given.batch, limit=given.limit, raw=given.raw, by_meaning=not given.no_meaning
        )
    if not words:
        raise UsageError("search: for what? Give words, or --batch with a file of queries")
    faq = open_faq(console, paths, raw=given.raw)
    query = " ".join(words)
    code = print_hits(console, faq, query, limit=given.limit, json=given.json, by_meaning=not given.no_meaning)
    return keep(console, faq, code)


def search_batch(
    console: Console, paths: Sequence[str], batch: str, *, limit: int, raw: bool, by_meaning: bool = True
) -> int:
    """Print a JSON object for each line of the file `batch`, ``-`` being standard input, in order.

    Answers to standard input are sent line by line, so that a program can hold a conversation.
    Raises UsageError when standard input is wanted for content as well, ContentError when the batch cannot be read.
    """
    if batch == STDIN and STDIN in paths:
        raise UsageError("standard input (-) cannot be both the content and the batch")
    faq = open_faq(console, paths, raw=raw)
    from faqtui.commands.json_shapes import dumps, result_data

    _make_ready(console, faq)
    gc.enable()  # off since the start; a batch can be long
    for query in _queries(console, batch):
        meant = by_meaning and can_be_meant(console, faq, query)
        console.write(dumps(result_data(*_timed(faq, query, limit, by_meaning=meant))) + "\n")
        if batch == STDIN:
            console.flush()
    return keep(console, faq)


def print_hits(
    console: Console, faq: Faq, query: str, *, limit: int = LIMIT, json: bool = False, by_meaning: bool = True
) -> int:
    """Print the hits of one query, as JSON or for people; returns the exit code."""
    _make_ready(console, faq)
    by_meaning = by_meaning and can_be_meant(console, faq, query, most=FEW)
    result, took_ms = _timed(faq, query, limit, by_meaning=by_meaning)
    if json:
        from faqtui.commands.json_shapes import dumps, result_data

        console.write(dumps(result_data(result, took_ms)) + "\n")
    else:
        if faq.library.entries:
            _say_how_well(console, result)
        else:
            console.say(NO_QUESTIONS)
        for number, hit in enumerate(result):
            if number:
                console.write("\n")
            console.write_lines(_hit_lines(console, hit))
    return 0 if result.total else NOT_FOUND


def _make_ready(console: Console, faq: Faq) -> None:
    """Have the index, and all that the first query would import, so that ``took_ms`` is what a query takes."""
    with progress_bar(console, "indexing") as bar:
        faq.build_index(bar)
    _ = faq.searcher


def _timed(faq: Faq, query: str, limit: int, *, by_meaning: bool) -> tuple[SearchResult, float]:
    """The result of a query, and the milliseconds it took, its hits included, which are made on access."""
    started = perf_counter()
    result = faq.search(query, limit=limit, finished=True, by_meaning=by_meaning)
    list(result)
    return result, (perf_counter() - started) * 1000


def _say_how_well(console: Console, result: SearchResult) -> None:
    if not result.total:
        console.say("no close match; nearest:" if len(result) else f"nothing matches: {result.query}")
    elif len(result) < result.total:
        console.say(f"the best {len(result):,} of {result.total:,}; --limit {result.total} shows all")


def _hit_lines(console: Console, hit: Hit) -> Iterator[str]:
    entry = hit.entry
    yield from console.wrapped(entry.question, hit.matches, BOLD)
    line = entry.source.start_line
    if hit.snippet:
        yield from console.wrapped(hit.snippet.text, hit.snippet.matches, indent="  ")
        line = hit.snippet.line
    category = category_name(entry.category, ascii=console.ascii)
    place = f"{console.safe(entry.source.path)}:{line}"
    yield from console.beside((category, entry.id, place), indent="  ")


def _queries(console: Console, batch: str) -> Iterator[str]:
    if batch == STDIN:
        console.tell_reading()
        yield from _lines(console, batch, console.stdin_lines)
        return
    try:
        with open(batch, "rb") as file:  # noqa: PTH123 - a path from the command line, whatever it is
            yield from _lines(console, batch, file)
    except OSError as error:
        raise ContentError(batch, f"the queries cannot be read: {error.strerror}") from error


def _lines(console: Console, batch: str, file: BinaryIO) -> Iterator[str]:
    """Each line of a file, of a long one its beginning: an endless one must not fill the memory."""
    number = 0
    while line := file.readline(LONGEST_QUERY + 1):
        number += 1
        if len(line) > LONGEST_QUERY and not line.endswith(b"\n"):
            console.say(f"{batch}:{number}: only the first {LONGEST_QUERY:,} bytes of this line are looked for")
            while not line.endswith(b"\n") and (rest := file.readline(LONGEST_QUERY)):
                line = line[:LONGEST_QUERY] + rest[-1:] * (rest[-1:] == b"\n")
        yield line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")


COMMAND = Command(
    usage="faqtui search QUERY... [options]\n       faqtui search --batch FILE [options]",
    more="Every argument\nthat is none of the options below is a word of the query; after --, all are.",
    options=_options,
    run=run,
    all_words=True,
)
