"""A category as ``faqtui show`` prints it: its title, what it says by itself, and its questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from faqtui.commands.console import BOLD, DIM, WIDEST, Console
from faqtui.commands.finding.list import category_name
from faqtui.model import Category, Introduction

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.model import Entry, Library


def categories_named(library: Library, wanted: str) -> list[Category]:
    """The categories with this title, or with these titles between slashes or arrows, whatever the case.

    The empty path is the library itself, where it is called so and says something. None where a question is asked just so.
    """
    name = _same(wanted)
    if not name or any(_same(entry.question) == name for entry in library.entries):
        return []
    found = [node.path for node in library.categories if name in {_same(node.path[-1]), _same(" / ".join(node.path))}]
    if not found and library.introduction is not None and _same(library.title) == name:
        found.append(())
    return found


def print_category(console: Console, faq: Faq, path: Category, format: str) -> None:  # noqa: A002
    """Print a category in one of the formats of ``show``."""
    library = faq.library
    own, title = library.introduction, library.title
    if path:
        node = next(node for node in library.categories if node.path == path)
        own, title = node.introduction, path[-1]
    entries = [entry for entry in library.entries if entry.category[: len(path)] == path]
    text = own.text if own is not None else ""
    if format == "json":
        from faqtui.commands.json_shapes import SCHEMA, dumps

        questions = [{"id": entry.id, "question": entry.question} for entry in entries]
        data = {"schema": SCHEMA, "path": list(path), "entries": len(entries), "text": text, "questions": questions}
        console.write(dumps(data) + "\n")
    elif format == "markdown":
        listed = "\n".join(f"- {entry.question_markdown}" for entry in entries)
        console.write("\n\n".join(filter(None, (f"# {title}", text, listed))) + "\n")
    else:
        console.colour = format == "ansi"
        _print_laid_out(console, path, title, own, entries)


def _print_laid_out(
    console: Console, path: Category, title: str, own: Introduction | None, entries: Iterable[Entry]
) -> None:
    from faqtui.render import lay_out, parse_answer
    from faqtui.render.ansi import to_ansi, to_text

    entries = list(entries)
    count = f"{len(entries):,} {'question' if len(entries) == 1 else 'questions'}"
    above = [category_name(path[:-1], ascii=console.ascii)] if len(path) > 1 else []
    console.write_lines([*console.wrapped(title, sgr=BOLD), *console.beside([*above, count]), ""])
    if own is not None:
        layout = lay_out(parse_answer(own.text), min(console.columns, WIDEST), ascii=console.ascii)
        if console.colour:
            links = console.is_terminal and console.terminal.hyperlinks
            console.write(to_ansi(layout, colour=not console.env.get("NO_COLOR"), hyperlinks=links))
        else:
            console.write(to_text(layout))
        console.write_lines([""])
    bullet = "-" if console.ascii else "·"
    console.write_lines([f"{bullet} {entry.question}  {console.styled(entry.id, DIM)}" for entry in entries])
    if own is not None:
        places = [f"{console.safe(source.path)}:{source.start_line}" for source in own.sources]
        console.write_lines(["", console.styled(", ".join(places), DIM)])


def _same(name: str) -> str:
    return " ".join(name.replace("\u203a", "/").replace(">", "/").casefold().split())
