"""``faqtui show``: one entry, by its id or by the best hit of a query; or a category, by its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_no_meaning, add_raw
from faqtui.commands.console import BOLD, WIDEST, Console
from faqtui.commands.content import NO_QUESTIONS, chosen, keep, open_faq
from faqtui.commands.finding.category import categories_named, print_category
from faqtui.commands.finding.list import category_name
from faqtui.commands.finding.meaning import FEW, can_be_meant
from faqtui.errors import UsageError

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.model import Hit

FORMATS = ("ansi", "text", "markdown", "json")

NOT_FOUND = 1
"""Exit code where no entry is meant clearly enough."""


def _options(add: Add) -> None:
    add("--format", choices=FORMATS, help="how (ansi on a terminal, else text)")
    add_no_meaning(add)
    add_raw(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Print one entry, or a category with its questions. Raises UsageError where none is named."""
    if not operands:
        raise UsageError("show: which entry? Give an id or a query")
    faq = open_faq(console, chosen(console, given.content), raw=given.raw)
    wanted = " ".join(operands)
    if faq.find(wanted) is None and not faq.namesakes(wanted) and (paths := categories_named(faq.library, wanted)):
        path, *others = paths
        if others:
            names = ", ".join(category_name(other, ascii=console.ascii) for other in others)
            console.say(f"{len(paths)} categories are called {wanted}; this is the first, the others: {names}")
        print_category(console, faq, path, given.format or ("ansi" if console.colour else "text"))
        return keep(console, faq)
    code = print_wanted(console, faq, wanted, given.format, by_meaning=not given.no_meaning)
    return keep(console, faq, code)


def print_wanted(
    console: Console,
    faq: Faq,
    wanted: str,
    format: str | None = None,  # noqa: A002
    *,
    by_meaning: bool = True,
) -> int:
    """Print the entry that `wanted` names, as `format` says (None: ``ansi`` where colours are, else ``text``).

    Returns the exit code.
    """
    position = resolve(console, faq, wanted, by_meaning=by_meaning)
    if position is None:
        return NOT_FOUND
    print_entry(console, faq, position, format or ("ansi" if console.colour else "text"))
    return 0


def resolve(console: Console, faq: Faq, wanted: str, *, by_meaning: bool = True) -> int | None:
    """The position of the entry with the id `wanted`, or of the first of that name, or of the best strong hit.

    Where names are shared, and where nothing is strong enough, the console is told what there is instead.
    """
    position = resolve_id(console, faq, wanted)
    if position is not None:
        return position
    meant = by_meaning and can_be_meant(console, faq, wanted, most=FEW)
    result = faq.search(wanted, limit=3, finished=True, by_meaning=meant)
    if result.total:
        return result[0].position
    if not len(result):
        missing = f"no entry has the id or matches the query: {wanted}"
        console.say(missing if faq.library.entries else NO_QUESTIONS)
        return None
    console.say("no close match; nearest:")
    name_hits(console, result)
    return None


def name_hits(console: Console, hits: Iterable[Hit]) -> None:
    """A line for each entry that might have been meant, with its id."""
    for hit in hits:
        console.say(f"  {hit.entry.question}  {hit.entry.id}")


def resolve_id(console: Console, faq: Faq, wanted: str) -> int | None:
    """The position of the entry with the id `wanted`, or of the first of those that share this name.

    An id that ends in ``~`` and digits is that of one answer: where the answer has changed, the name still leads to it.
    """
    position = faq.find(wanted)
    if position is not None:
        return position
    name, _, digits = wanted.partition("~")
    namesakes = faq.namesakes(name) if name else []
    if not namesakes:
        return None
    if digits:
        console.say(f"no entry has the id {wanted}: its answer has changed, or {name} is the only one now")
        wanted = name
    first, *others = [faq.library.entries[p].id for p in namesakes]
    if others:
        console.say(f"{len(namesakes)} entries are called {wanted}; this is {first}, not {', '.join(others)}")
    return namesakes[0]


def print_entry(console: Console, faq: Faq, position: int, format: str) -> None:  # noqa: A002
    """Print an entry in one of `FORMATS`."""
    entry = faq.library.entries[position]
    if format == "json":
        from faqtui.commands.json_shapes import SCHEMA, dumps, entry_data

        console.write(dumps({"schema": SCHEMA, **entry_data(entry)}) + "\n")
    elif format == "markdown":
        console.write(f"# {entry.question_markdown}\n\n{entry.answer}\n")
    else:
        console.colour = format == "ansi"  # who asks for it gets it, in a pipe too: for less -R
        _print_laid_out(console, faq, position)


def _print_laid_out(console: Console, faq: Faq, position: int) -> None:
    """The question, where it belongs, the answer, and where it stands."""
    from faqtui.render import lay_out
    from faqtui.render.ansi import to_ansi, to_text

    entry = faq.library.entries[position]
    about = [
        category_name(entry.category, ascii=console.ascii),
        *([entry.kind.told] if entry.kind and entry.kind.told else []),
    ]
    console.write_lines([*console.wrapped(entry.question, sgr=BOLD), *console.beside(about), ""])
    layout = lay_out(faq.blocks(position), min(console.columns, WIDEST), ascii=console.ascii)
    if console.colour:
        links = console.is_terminal and console.terminal.hyperlinks
        console.write(to_ansi(layout, colour=not console.env.get("NO_COLOR"), hyperlinks=links))
    else:
        console.write(to_text(layout))
    places = [f"{console.safe(source.path)}:{source.start_line}" for source in (entry.source, *entry.also_at)]
    console.write_lines(["", *console.beside([entry.id, ", ".join(places)])])


COMMAND = Command(
    usage="faqtui show ID|QUERY [options]",
    more="By its id or, failing that,\na category by its title, or the best match of a query.",
    options=_options,
    run=run,
)
