"""The code of every diagnostic, with its severity, its message and its explanation: the one table.

A message says what is wrong, an explanation (``check --explain CODE``) what it means and what to do. What is given where is the
business of `faqtui.sources`, `faqtui.parsing.lint`, and those who compare documents.
"""

from __future__ import annotations

from faqtui.model import Diagnostic, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, tuple[Severity, str, str]] = {
    "unclosed-fence": (
        _E,
        "this code fence is never closed",
        "Everything after a fence that is not closed is code to most programs; here it ends before the next "
        "heading like the one above it. Close it with a line of the same marker.",
    ),
    "inline-fence": (
        _W,
        "three backticks on one line make inline code, not a block",
        "A fence stands on lines of its own, and this one opens and closes on one line. Put the code on "
        "lines between two fences.",
    ),
    "duplicate-question": (
        _W,
        "this question and its answer stand here again",
        "The same question with the same answer stands in more than one place, and is shown once. Remove all "
        "copies but one.",
    ),
    "same-title": (
        _I,
        "this question has another answer elsewhere",
        "Two entries ask the same and answer differently, so readers cannot tell which one to open. Say in "
        "each title what sets it apart.",
    ),
    "missing-alias": (
        _I,
        "readers may write this out in full",
        "An abbreviation is written out in one place and stands alone in others, which who types it in full does not find. Add "
        "both to `aliases:` in the front matter, and your readers' own words for what the FAQ is about.",
    ),
    "same-meaning": (
        _I,
        "another entry seems to ask the same",
        "Two entries ask the same in other words, as far as a sentence model can tell, so readers may find only one of the two "
        "answers. Join them, or say in each title what sets it apart.",
    ),
    "empty-answer": (
        _W,
        "this question has no answer",
        "No text stands below this question and above the next; a page of mostly bare questions is told of once. Answer "
        "it, or take it out.",
    ),
    "placeholder-answer": (
        _W,
        "this answer is a placeholder",
        "The answer only says that there will be one. Write it, or take the question out.",
    ),
    "broken-anchor": (
        _E,
        "no heading has this anchor",
        "A link into this page leads to an anchor that no heading or element of it has. Correct it, or give the "
        "heading that id.",
    ),
    "missing-file": (
        _E,
        "no such file",
        "A relative link leads to a file that is neither part of the FAQ nor on disk beside it. Correct the path, or use "
        "the full address.",
    ),
    "vague-link": (
        _I,
        "this link's text does not say where it leads",
        'Many links that all read "here" or "documentation" cannot be told apart in a list. Name what the '
        "reader will find behind it.",
    ),
    "heading-space": (
        _I,
        "this heading has stray white space",
        "White space at the end of a heading, or before its question mark, ends up in titles and searches. Remove it.",
    ),
    "skipped-level": (
        _W,
        "this heading skips a level",
        "A heading is more than one level below the one it stands under, which breaks outlines. Use the "
        "level in between.",
    ),
    "list-marker": (
        _W,
        "a list marker needs a space after it",
        'Without a space after the number ("1.Open") this is no list item but text that runs on. Put a space there.',
    ),
    "front-matter-invalid": (
        _E,
        "the front matter does not parse",
        "The block at the top of the file is not closed, is not valid YAML or TOML, or is too large or too deep to "
        "be read; at most the plain values on the line of their name are used. Correct it at the place named.",
    ),
    "front-matter-shape": (
        _E,
        "the front matter is not a mapping",
        "Front matter names values, such as title: and tags:. A list or a single value there is shown as "
        "text; write names with values.",
    ),
    "yaml-tab": (
        _E,
        "YAML is not indented with tabs",
        "YAML forbids tabs as indentation. Use spaces.",
    ),
    "bare-url": (
        _I,
        "a bare address",
        "An address that stands in the text is long, and says little about what is behind it. Give it a "
        "text: [text](address).",
    ),
    "unknown-admonition": (
        _W,
        "a kind of admonition that is not known",
        "Containers are note, tip, info, warning, caution, danger and their like. Another word is shown as a "
        "plain box, and may be a typing error.",
    ),
    "script-link": (
        _E,
        "this link would run a script",
        "A javascript:, vbscript: or data: link does nothing in a terminal, and harm elsewhere. Link to a page.",
    ),
    "control-characters": (
        _W,
        "control or invisible characters",
        "These characters would change how a terminal shows the text, so that visible stand-ins are shown "
        "for them. Remove them.",
    ),
    "encoding": (
        _W,
        "this file is not UTF-8",
        "The file is in an older encoding, which can only be guessed. Save it as UTF-8.",
    ),
    "outside-text": (
        _I,
        "text that has no place",
        "This text is part of no answer and of no category: the value of a name that is not known, or front matter that "
        "does not parse. Move it to where readers will see it.",
    ),
    "left-out": (
        _I,
        "this file is left out",
        "A licence, a code of conduct, a changelog and their like answer no questions, so that what stands in a directory "
        "of documents is told of and not read. Name the file itself to read it.",
    ),
    "too-dense": (
        _E,
        "more questions or blocks than are told apart in a text of this size: from here on, it is taken as plain text",
        "12,000 questions, 52,000 blocks, 26,000 elements of HTML and 22,000 lines of other formats are told apart in a file "
        "of up to a megabyte, and in a larger one as many more as 24 characters each (10 for blocks) would make: more than "
        "people write. What follows is part of the last answer. Split the file, or look for what a program has written there.",
    ),
    "silent-text": (
        _W,
        "this line shows nothing for 100 kB: what follows in it is shown as it is written",
        "Tags and spans of code in which no word stands show nothing, and the screen waits no longer than 100 kB of "
        "them for what it can show. Take them out, or look for what a program has written there.",
    ),
    "unread-format": (
        _I,
        "a format that is not read",
        "This directory has documents in a format that is known and not read, so nothing of them is found here. Save them "
        "as Markdown, reStructuredText, AsciiDoc or HTML, beside the others.",
    ),
    "data-invalid": (
        _E,
        "these data do not parse",
        "JSON, YAML, TOML and tables (CSV, TSV) are read as a whole or not at all, and with bounds on size and depth. Until the "
        "file is corrected at the place named, it is shown as it is written, as one entry.",
    ),
    "no-entries": (
        _W,
        "no question was found",
        "Nothing in this file could be taken for a question with an answer; what it says all the same introduces its "
        "category. Give each question a heading.",
    ),
}


def quoted(text: str, most: int) -> str:
    """`text` as a message quotes it: of what is longer than `most` characters the beginning, with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "\u2026"


def diagnostic(code: str, path: str, line: int, detail: str = "") -> Diagnostic:
    """A diagnostic of a known code, with a message that says more than the general one where there is more to say."""
    severity, message, _ = CODES[code]
    return Diagnostic(code, severity, detail or message, path, line)
