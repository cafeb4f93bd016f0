"""``faqtui check``: what is wrong with a FAQ, one diagnostic a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_json, add_no_meaning, add_raw
from faqtui.commands.checking import why
from faqtui.commands.console import BOLD, Console
from faqtui.commands.content import chosen, keep, open_faq, progress_bar
from faqtui.errors import UsageError
from faqtui.model import Diagnostic, Library

if TYPE_CHECKING:
    from faqtui.faq import Faq

LEAST = 20
"""Cells that what is said has at least, however long the name of the file is."""

FAULTY = 1
"""Exit code where a diagnostic is an error."""

_COLOURS = {"error": "1;31", "warning": "33", "info": "36"}


def _options(add: Add) -> None:
    add_json(add)
    for name, help_ in (
        ("--select", "only these, separated by commas"),
        ("--ignore", "not these"),
        ("--explain", "what these mean and what to do (all: every one); reads no FAQ"),
    ):
        add(name, metavar="CODES", action="append", default=[], help=help_)
    add_no_meaning(add)
    add("--why", action="store_true", help="how each file could be read, with figures; the way taken first")
    add_raw(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Print what is wrong with a FAQ, or what codes mean. Raises UsageError for a code that there is not."""
    if given.explain:
        return explain(console, given.explain)
    paths = chosen(console, [*given.content, *operands])
    wanted, unwanted = _codes(given.select), _codes(given.ignore)
    faq = open_faq(console, paths, raw=given.raw)
    found = [*faq.diagnostics, *_proposed(faq.library), *([] if given.no_meaning else _alike(console, faq))]
    shown = [d for d in found if (not wanted or d.code in wanted) and d.code not in unwanted]
    if given.json:
        from faqtui.commands.json_shapes import check_data, dumps

        read = why.data(why.explained(console, paths, raw=given.raw)) if given.why else {}
        console.write(dumps({**check_data(shown), **read}) + "\n")
    else:
        if given.why:
            console.write_lines(why.lines(console, why.explained(console, paths, raw=given.raw)))
        console.write_lines(_line(console, d) for d in shown)
        console.say(_summary(len(faq.library.entries), shown))
    return keep(console, faq, FAULTY if any(d.severity == "error" for d in shown) else 0, searched=False)


def _proposed(library: Library) -> list[Diagnostic]:
    """What readers may write that the FAQ does not know, as diagnostics."""
    from faqtui.parsing.codes import diagnostic
    from faqtui.search.missing_aliases import proposals

    return [
        diagnostic(
            "missing-alias",
            proposal.entry.source.path,
            proposal.entry.source.start_line,
            f'{proposal.alone} entries say {proposal.short} alone, and "{proposal.long}" does not find them: '
            f"aliases: {{{proposal.short.lower()}: [{proposal.long.lower()}]}}",
        )
        for proposal in proposals(library)
    ]


def _alike(console: Console, faq: Faq) -> Iterator[Diagnostic]:
    """Entries that seem to ask the same in other words, by what they mean; none where no model for that is installed."""
    if faq.meaning is None:
        return
    with progress_bar(console, "reading for meaning") as bar:
        if not faq.meaning.complete(bar):
            console.say(f"not compared by meaning: {faq.meaning.problem}")
            return
    from faqtui.parsing.codes import diagnostic

    entries = faq.library.entries
    for position, other in faq.meaning.alike():
        one, two = entries[position], entries[other]
        if one.question.casefold() != two.question.casefold():  # else other codes tell of it
            place = f"{two.source.path}:{two.source.start_line}"
            message = f'"{one.question}" asks what "{two.question}" ({place}) asks'
            yield diagnostic("same-meaning", one.source.path, one.source.start_line, message)


def explain(console: Console, codes: Sequence[str]) -> int:
    """Print what codes mean, one a line: severity and two sentences. Raises UsageError as `run` does."""
    from faqtui.parsing.codes import CODES

    named = [code.strip().casefold() for code in ",".join(codes).split(",")]
    for code in CODES if "all" in named else _codes(codes):
        severity, _, explanation = CODES[code]
        told = f"{console.styled(code, BOLD)} ({console.styled(severity, _COLOURS[severity])}):"
        if console.is_terminal and len(f"{code} ({severity}): {explanation}") > console.columns:
            console.write_lines([told, *console.wrapped(explanation, indent="  ")])
        else:
            console.write(f"{told} {explanation}\n")
    return 0


def _codes(lists: Sequence[str]) -> list[str]:
    """Codes given as ``--select a,b --select c``, in any case. Raises UsageError for one that there is not."""
    given = dict.fromkeys(code.strip().casefold() for codes in lists for code in codes.split(",") if code.strip())
    if not given:
        return []
    from faqtui.parsing.codes import CODES

    for code in given:
        if code not in CODES:
            from difflib import get_close_matches

            close = get_close_matches(code, CODES, n=1)
            hint = f"did you mean {close[0]}?" if close else "`faqtui check --explain all` names those there are"
            raise UsageError(f"check: no diagnostic has the code {code}; {hint}")
    return list(given)


def _line(console: Console, d: Diagnostic) -> str:
    """A diagnostic in one line; a terminal gets as much of it as fits into one of its own."""
    place, message = f"{console.safe(d.path)}:{d.line}:", d.message
    if console.is_terminal:
        from faqtui.view.lines import fit  # a pipe does not need it
        from faqtui.widths import most_cells

        room = console.columns - most_cells(f"{place} {d.severity} {d.code} ")
        message = fit(message, max(room, LEAST), "..." if console.ascii else "…")
    return f"{console.styled(place, BOLD)} {console.styled(d.severity, _COLOURS[d.severity])} {d.code} {message}"


def _summary(entries: int, shown: Sequence[Diagnostic]) -> str:
    counts = [(sum(d.severity == name for d in shown), name) for name in _COLOURS]
    told = ", ".join(
        f"{count:,} {name}{'s' if count != 1 and name != 'info' else ''}" for count, name in counts if count
    )
    return f"{entries:,} {'entry' if entries == 1 else 'entries'}, {told or 'nothing to report'}"


COMMAND = Command(
    usage="faqtui check [PATH ...] [options]",
    more="As path:line: severity code message.",
    options=_options,
    run=run,
)
