"""Write the manual page from the parsers and the action table: ``python docs/man.py``."""

from __future__ import annotations

from pathlib import Path

from faqtui.__about__ import __version__
from faqtui.commands.arguments import COMMANDS, parser_of
from faqtui.view.actions import Pane, groups, key_name
from faqtui.view.queries import QUERIES

PAGE = Path(__file__).with_name("faqtui.1")


def escaped(text: str) -> str:
    """`text` for roff: no request at the start of a line, no escape, minus signs that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in {".", "'"} else line for line in text.split("\n"))


def options(command: str) -> list[str]:
    """The options of a command (``""``: the screen)."""
    lines = []
    for action in parser_of(command)[1]:
        names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
        takes = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
        value = f" \\fI{escaped(str(takes))}\\fR" if action.nargs is None else ""
        lines += [".TP", names + value, escaped(action.help or "")]
    return lines


def page() -> str:
    """The page, as roff for the man macros."""
    lines = [
        f'.TH FAQTUI 1 "" "faqtui {__version__}" "User Commands"',
        ".SH NAME",
        "faqtui \\- explore a FAQ in the terminal",
        ".SH SYNOPSIS",
        ".B faqtui",
        "[\\fIPATH\\fR ...] [\\fIoptions\\fR]",
        ".br",
        ".B faqtui",
        "\\fICOMMAND\\fR [\\fIoptions\\fR]",
        ".SH DESCRIPTION",
        "Finds, shows and copies the answers of a FAQ: the packaged one, or the files and directories given: Markdown, "
        "reStructuredText, HTML, AsciiDoc, Org, MediaWiki, WordPress readme, and data in JSON, YAML, TOML, CSV or TSV.",
        "Over SSH too, what is copied goes to the clipboard of the machine in front of the reader.",
        "Without a terminal, the list is printed.",
        ".SH OPTIONS",
        *options(""),
        ".SH COMMANDS",
    ]
    for command, summary in COMMANDS.items():
        lines += [f".SS {command}", escaped(summary.capitalize()) + ".", *options(command)]
    lines.append(".SH KEYS")
    for heading, actions in groups():
        lines.append(f'.SS "{escaped(heading)}"')
        for action in actions:
            keys = " ".join(key_name(key) for key in action.all_keys())
            panes = [pane.value for pane in Pane if action.keys(pane)]
            where = "" if len(panes) == len(Pane) else f" ({', '.join(panes)})"
            lines += [".TP", f"\\fB{escaped(keys)}\\fR", escaped(action.description + where)]
    lines.append(".SH QUERIES")
    for words, means in QUERIES:
        lines += [".TP", f"\\fB{escaped(words)}\\fR", escaped(means) + "."]
    epilog = parser_of("")[0].epilog or ""
    for part in epilog.split("\n\n"):
        heading, *rows = part.split("\n")
        lines += [f".SH {heading.rstrip(':').upper()}", ".nf", *[escaped(row.strip()) for row in rows], ".fi"]
    lines += [
        ".SH FILES",
        ".TP",
        "\\fI~/.config/faqtui/config.toml\\fR",
        "Settings; \\fBfaqtui config init\\fR writes a first one. Theme, mouse and \\fBwrap\\fR (whether long lines of code are",
        "broken or scroll sideways) are changed from the palette too.",
        ".TP",
        "\\fI~/.cache/faqtui\\fR, \\fI~/.local/state/faqtui\\fR",
        "Saved libraries, and what is remembered between sessions. Both can be deleted at any time.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
