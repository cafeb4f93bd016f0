"""The ``readme.txt`` of WordPress plugins and themes: Markdown but for its titles, ``== Section ==`` and ``= Question =``.

Where it has a section of questions, those are the entries, and the others stand beside them.
"""

from __future__ import annotations

import re

from faqtui.formats.converted import Converted, Mark, cut
from faqtui.formats.writing import Writer

_HEADER = re.compile(r"[A-Z][\w /]{1,40}:[ \t]*\S")
_QUESTIONS = re.compile(
    r"(?:.*\bfrequently asked questions|f\.?a\.?q\.?s?\b.*|questions.*|foire aux questions|.*\bquestions fréquentes"
    r"|häufig(?:e|e gestellte| gestellte)? fragen|fragen und antworten|veelgestelde vragen|vanliga frågor|ofte stil\w+ spørgsmål"
    r"|preguntas (?:más )?frecuentes|domande frequenti|perguntas (?:mais )?frequentes|usein kysyt\w+ kysymy\w+"
    r"|(?:najczęściej|często) zadawane pytania|časté (?:dotazy|otázky)|sıkç?a? ?sorulan sorular|gyakori kérdések"
    r"|часто задаваемые вопросы|часті питання|よくある(?:ご)?質問|常见问题|常見問題|자주 묻는 질문"
    r"|الأسئلة الشائعة|שאלות נפוצות|سوالات متداول)$",
    re.IGNORECASE,
)
"""Sections of questions; plugins that are made for one country have them in its language."""

_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_LONGEST = 300
"""Characters of a title that is not closed."""


def of_text(text: str) -> Converted:
    """A whole file."""
    writer = Writer()
    headings: list[tuple[int, int, str]] = []
    marks: list[Mark] = []
    asking = False
    header = False
    lines = text.split("\n")
    code = _code(lines)
    for number, line in enumerate(lines):
        level, said = _title(line) if number not in code else (0, "")
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


def _code(lines: list[str]) -> set[int]:
    """The lines of fenced code; a fence that is never closed is none."""
    found: set[int] = set()
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence is None:
            continue
        if opened is None:
            opened = number, fence[1]
        elif fence[1].startswith(opened[1]) and not line.strip(" \t`~"):
            found.update(range(opened[0], number + 1))
            opened = None
    return found


def _title(line: str) -> tuple[int, str]:
    """The level and the text of a title; 0 for any other line. Many a question is not closed by the sign that opens it."""
    text = line.strip()
    signs = len(text) - len(text.lstrip("="))
    if not 0 < signs <= 3:
        return 0, ""
    said = " ".join(text.strip("=").split())
    closed = text[-1] == "=" or (text[signs : signs + 1] == " " and len(text) < _LONGEST and line[:1] == "=")
    return (4 - signs, said) if said and closed else (0, "")
