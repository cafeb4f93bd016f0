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
    r"|الأسئلة الشائعة|שאלות נפוצות|سوالات متداول)[ \t]?:?$",
    re.IGNORECASE,
)
"""Sections of questions; plugins that are made for one country have them in its language."""

_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_WAYS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"#{2,6}[ \t]+(?:Q\d{0,3}[.:][ \t]*)?(?P<q>[^\n]*[^\s#])[# \t]*$",
        r"(?:[*+-][ \t]+|\d{1,3}[.)][ \t]+)?(?:\*\*|__)(?:Q\d{0,3}[.:][ \t]*)?(?P<q>[^*\n]{2,300})(?:\*\*|__):?$",
        r"<(?P<tag>h[1-6]|dt|b|strong)>(?P<q>[^<>\n]{2,300})</(?P=tag)>(?:<br ?/?>)?$",
        r"(?:Q\d{0,3}|Question)[ \t]?[.:)][ \t]+(?P<q>\S[^\n]{1,300})$",
        r"(?:\d{1,3}[.)][ \t]+)?[*_](?P<q>[^*_\n]{2,300}[?\uff1f\u061f])[*_]$",
        r"(?:[*+-][ \t]+|\d{1,3}[.)][ \t]+)?(?P<q>[^\W\d][^\n]{1,200}[?\uff1f\u061f])$",
    )
]
"""What questions look like that are no titles: headings of Markdown and HTML, bold or labelled lines, lines that ask."""

_ANSWER = re.compile(r"(?:\*\*|__)?(?:A\d{0,3}|Answer)[ \t]?[.:)](?:\*\*|__)?[ \t]+", re.IGNORECASE)
_LONGEST = 300
"""Characters of a title that is not closed."""


def of_text(text: str) -> Converted:
    """A whole file."""
    lines = text.split("\n")
    code = _code(lines)
    titles = {number: _title(line) for number, line in enumerate(lines) if number not in code and "=" in line}
    titles = _levelled({number: title for number, title in titles.items() if title[0]})
    asking = _asking(lines, code, titles)
    writer = Writer()
    headings: list[tuple[int, int, str]] = []
    marks: list[Mark] = []
    header = labelled = False
    for number, line in enumerate(lines):
        level, said = titles.get(number, (0, ""))
        if number in asking:
            level, said = 3, asking[number]
        if not level:
            if header and _HEADER.match(line):
                continue  # contributors, tags, versions: for the directory of plugins
            header = header and not line.strip()
            label = _ANSWER.match(line.lstrip()) if labelled else None
            labelled = labelled and not line.strip()
            writer.put((line if label is None else line.lstrip()[label.end() :]).rstrip(), number)
            continue
        header = level == 1
        writer.heading(level, said, number)
        headings.append((len(writer.lines) - 1, level, said))
        if number in asking:
            marks.append(Mark(len(writer.lines) - 1))
            labelled = True
    converted = Converted("WordPress readme", writer.lines, writer.numbers)
    if marks:
        converted.title, converted.asked, converted.texts = cut(
            writer.lines, writer.numbers, headings, marks, alone=True
        )
    return converted


def _levelled(titles: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """The titles with one of the first level: others written so are sections, or parts of those that there are."""
    first = next((number for number, (level, _) in titles.items() if level == 1), None)
    sections = any(level == 2 for level, _ in titles.values())
    made = dict(titles)
    for number, (level, said) in titles.items():
        if level == 1 and number != first:
            made[number] = (3 if sections and not _QUESTIONS.match(said) else 2, said)
    return made


def _asking(lines: list[str], code: set[int], titles: dict[int, tuple[int, str]]) -> dict[int, str]:
    """The questions, by their lines: the titles in sections of questions, or what else begins each where there are none."""
    found: dict[int, str] = {}
    section: list[int] = []  # the lines of the section of questions that is open
    asks = False
    for number in range(len(lines) + 1):
        level, said = titles.get(number, (0, "")) if number < len(lines) else (2, "")
        if 0 < level < 3:
            if section and not any(place in titles for place in section):
                found.update(_otherwise([place for place in section if place not in code], lines))
            section, asks = [], level == 2 and _QUESTIONS.match(said) is not None
        elif asks:
            section.append(number)
            if level:
                found[number] = said
    return found


def _otherwise(section: list[int], lines: list[str]) -> dict[int, str]:
    """The questions of a section whose titles are not written as titles: in the first of these ways that asks twice."""
    for way in _WAYS:
        asked = {place: " ".join(match["q"].split()) for place in section if (match := way.match(lines[place].strip()))}
        if len(asked) > 1 or (asked and way is _WAYS[0]):
            return asked
    return {}


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
