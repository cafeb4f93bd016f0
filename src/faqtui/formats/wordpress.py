"""The ``readme.txt`` of WordPress plugins and themes: Markdown but for its titles, ``== Section ==`` and ``= Question =``.

Where it has a section of questions, those are the entries, and the others stand beside them.
"""

from __future__ import annotations

import re

from faqtui.formats.converted import Converted, Mark, cut
from faqtui.formats.writing import Writer

_HEADER = re.compile(r"[A-Z][\w /]{1,40}:[ \t]*\S")
_QUESTIONS = re.compile(r"(?:frequently asked questions|f\.?a\.?q\.?s?\b.*|questions.*)$", re.IGNORECASE)


def of_text(text: str) -> Converted:
    """A whole file."""
    writer = Writer()
    headings: list[tuple[int, int, str]] = []
    marks: list[Mark] = []
    asking = False
    header = False
    for number, line in enumerate(text.split("\n")):
        level, said = _title(line)
        if not level:
            if header and _HEADER.match(line):
                continue  # contributors, tags, versions: for the directory of plugins
            header = header and not line.strip()
            writer.put(line.rstrip() if line.strip() else "", number)
            continue
        if level < 3:
            asking = level == 2 and _QUESTIONS.match(said) is not None
        header = level == 1
        writer.heading(level, said, number)
        headings.append((len(writer.lines) - 1, level, said))
        if asking and level == 3:
            marks.append(Mark(len(writer.lines) - 1))
    converted = Converted("WordPress readme", writer.lines, writer.numbers)
    if marks:
        converted.title, converted.asked, converted.texts = cut(writer.lines, writer.numbers, headings, marks)
    return converted


def _title(line: str) -> tuple[int, str]:
    """The level and the text of a title; 0 for any other line."""
    line = line.strip()
    if line[:1] != "=" or line[-1:] != "=":
        return 0, ""
    signs = len(line) - len(line.lstrip("="))
    text = " ".join(line.strip("=").split())
    return (4 - signs, text) if text and signs <= 3 else (0, "")
