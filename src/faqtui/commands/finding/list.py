"""``faqtui list``: the categories with their questions and ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_json, add_raw
from faqtui.commands.console import BOLD, DIM, Console
from faqtui.commands.content import chosen, keep, open_faq
from faqtui.model import Category
from faqtui.view.namesakes import told_apart

if TYPE_CHECKING:
    from faqtui.faq import Faq


def _options(add: Add) -> None:
    add_json(add)
    add_raw(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Print what a FAQ holds."""
    faq = open_faq(console, chosen(console, [*given.content, *operands]), raw=given.raw)
    if given.json:
        from faqtui.commands.json_shapes import dumps, library_data

        console.write(dumps(library_data(faq.library, faq.diagnostics)) + "\n")
    else:
        print_list(console, faq)
    return keep(console, faq, searched=False)


def print_list(console: Console, faq: Faq) -> None:
    """The questions under their categories, each with its id."""
    console.write_lines(_lines(console, faq))


def _lines(console: Console, faq: Faq) -> Iterator[str]:
    library = faq.library
    count = len(library.entries)
    yield f"{console.styled(library.title, BOLD)} ({count:,} {'question' if count == 1 else 'questions'})"
    for node in library.categories:
        if not node.entries:
            continue
        yield ""
        yield f"{console.styled(category_name(node.path, ascii=console.ascii), BOLD)} ({len(node.entries):,})"
        for position in node.entries:
            entry = library.entries[position]
            tail = told_apart(library.entries, position) if console.is_terminal else ""
            yield from _entry_lines(console, entry.question, entry.id, tail)


def _entry_lines(console: Console, question: str, id_: str, tail: str) -> list[str]:
    """One line, for grep and cut: on a terminal too, unless the two do not fit into its width.

    On a terminal `tail`, what tells a question from its namesakes, stands behind it as far as there is room.
    """
    if not console.is_terminal:
        return [f"  {question}\t{id_}"]
    from rich.cells import cell_len, set_cell_size  # 8 ms, and a pipe does not need it

    below = "      " + console.styled(id_, DIM)
    used = 2 + cell_len(question)
    if used > console.columns:
        return [*console.wrapped(question, indent="  "), below]
    fits = used + 2 + cell_len(id_) <= console.columns
    room = console.columns - used - 3 - (2 + cell_len(id_) if fits else 0)
    if tail and room >= 8:
        cut = tail if cell_len(tail) <= room else set_cell_size(tail, room).rstrip()
        question += console.styled(f" {'-' if console.ascii else '·'} {cut}", DIM)
    return [f"  {question}  {console.styled(id_, DIM)}"] if fits else [f"  {question}", below]


def category_name(path: Category, *, ascii: bool = False) -> str:  # noqa: A002
    """A category as people read it: its titles, outermost first."""
    return (" > " if ascii else " › ").join(path)


COMMAND = Command(usage="faqtui list [PATH ...] [options]", options=_options, run=run)
