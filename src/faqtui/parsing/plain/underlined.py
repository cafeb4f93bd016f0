"""Titles of plain text that are underlined with other signs than Markdown knows, as headings of Markdown on the same lines.

    What does a mooring cost?
    ~~~~~~~~~~~~~~~~~~~~~~~~~

Markdown knows two such signs, and takes tildes for the beginning of a block of code. As in reStructuredText, a sign is of a
level lower than those that came before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from faqtui.letters import ASKS
from faqtui.parsing.front_matter import between
from faqtui.patterns import pattern

LEAST = 2
"""Titles that are underlined with other signs than Markdown's, from which it is a way of writing titles."""

_SIGNS = frozenset("~^*+#\"'`=-_:.")
_OF_MARKDOWN = frozenset("=-")
_FENCES = frozenset("~`")
_ITEM = pattern(r" {0,3}(?:[0-9]{1,3}[.)]|[-*+])[ \t]+\S")
"""What Markdown takes for an item of a list, with or without a rule below it."""
_JOINED = pattern(r"[0-9]{1,3}[.)](?=[^\W\d_]|[\u00bf\"'(])")
_SHORTEST = 3
_LONG = 8
"""Tildes that are more than a fence has."""
_LONGEST_TITLE = 160
_DRAWN, _SEVERAL = 10, 3
"""Signs of a rule that is drawn to part texts, and how often one of that length does."""
_BOX, _ANNOUNCES = 40, (":", "\uff1a")
_HEAD, _BYLINE = (
    12,
    pattern(
        r"(?:(?i:written|compiled|maintained|edited|posted) )?(?:[Bb]y|BY)(?: [A-Z\u00c0-\u00de][^\s,:]*){2,4}$|(?i:"
        r"(?:maintained|written|compiled|edited) by[: ]|(?:last )?(?:updated|modified|revised|changed)[: ]"
        r"|(?:authors?|maintainers?|version|revision|date|autor(?:in|es)?|auteurs?|autore|stand|fecha|datum|fassung|versi[o\xf3]n)"
        r"(?:[ \t]?:|[ \t]+v?\d)|\$(?:id|revision|date)\b)"
    ),
)
"""Lines above which, at the top of a text, stands its title: who wrote it, and when. A rule below them underlines nothing."""
_KEYWORD = pattern(r"\$(?:Id|Header|Revision|Date|Author|Source|RCSfile|Name|Locker)(?::[^$]*+)?\$$")
"""What a program for versions wrote on a line of its own: no part of the title below it."""
_PROSE = 4
"""Lines right above a rule that are no title."""
_DEEPEST = 6


def with_headings(lines: list[str]) -> list[str]:
    """The same lines, where titles are underlined so with these as headings, and what underlines them blank.

    Rules of one length that mostly part text from text are rules even right below some: they are written as asterisks.
    """
    rules = [number for number, line in enumerate(lines) if line[:1] in _OF_MARKDOWN and _is_rule(line)]
    keywords = [n for n, line in enumerate(lines[:_HEAD]) if "$" in line and _KEYWORD.match(line.strip(" \t#*/;.%-"))]
    if any(n + 2 in rules for n in keywords):
        lines = ["" if n in keywords else line for n, line in enumerate(lines)]
    parting = {
        rule for rule, (above, count) in _standing(lines, rules).items() if count >= _SEVERAL and 2 * above < count
    }
    below = {n for n in rules if lines[n].rstrip() in parting and n and lines[n - 1].strip()}
    below |= {n for n in rules if len(lines[n]) >= _DRAWN and _is_below_text(lines, n)}
    below |= {
        n for n in rules if _is_short_below(lines, n) or (0 < n <= _HEAD and _BYLINE.match(lines[n - 1].lstrip()))
    }
    below |= {n for one, two in pairwise(rules) if _is_box(lines, one, two) for n in (one, two)}
    fences = [number for number, line in enumerate(lines) if line.endswith("---")] if below else []
    failed: dict[str, int] = {}
    for one, two in pairwise(fences):  # of another file that was put behind the first
        if two in below and (matter := between(lines, one, failed)) is not None and matter.lines == two + 1:
            below -= {one, two}
    if below:
        lines = list(lines)
        for number in below:
            lines[number] = "*" * len(lines[number].rstrip())
    return _with_titles(lines)


def with_spaces(lines: list[str]) -> list[str]:
    """The same lines, a space behind the numbers of those that ask: "1.What is it?" is an item of a list as "2. Why?" is."""
    joined = [
        n for n, line in enumerate(lines) if line[:1].isdigit() and _JOINED.match(line) and line.rstrip().endswith(ASKS)
    ]
    if len(joined) < _SEVERAL:
        return lines
    made = list(lines)
    for number in joined:
        found = _JOINED.match(lines[number])
        end = found.end() if found is not None else 0
        made[number] = f"{lines[number][:end]} {lines[number][end:]}"
    return made


def _standing(lines: Sequence[str], rules: Sequence[int]) -> dict[str, tuple[int, int]]:
    """How often each rule stands right below text, and how often it stands anywhere."""
    found: dict[str, tuple[int, int]] = {}
    for number in rules:
        rule = lines[number].rstrip()
        above, count = found.get(rule, (0, 0))
        found[rule] = above + (number > 0 and bool(lines[number - 1].strip())), count + 1
    return {rule: counted for rule, counted in found.items() if len(rule) >= _DRAWN}


def _is_box(lines: Sequence[str], one: int, two: int) -> bool:
    """Whether two rules of one length stand around lines that the line above them announces."""
    if not one or not lines[one - 1].rstrip().endswith(_ANNOUNCES) or lines[one].rstrip() != lines[two].rstrip():
        return False
    within = lines[one + 1 : two]
    return 0 < len(within) <= _BOX and all(map(str.strip, within)) and not "".join(lines[two + 1 : two + 2]).strip()


def _is_below_text(lines: Sequence[str], number: int) -> bool:
    """Whether a paragraph of more lines than a title has ends above this line."""
    return number >= _PROSE and all(line.strip() for line in lines[number - _PROSE : number])


def _is_short_below(lines: Sequence[str], number: int) -> bool:
    """Whether a rule stands right below several lines, the last of which is much longer: it parts texts, or ends one."""
    above = lines[max(0, number - 2) : number]
    return len(above) == 2 and all(map(str.strip, above)) and 3 * len(lines[number].rstrip()) < len(above[1].rstrip())


def _with_titles(lines: list[str]) -> list[str]:
    """The same lines with titles underlined by other signs as headings."""
    rules = [number for number, line in enumerate(lines) if line[:1] in _SIGNS and _is_rule(line)]
    if not any(lines[number][0] not in _OF_MARKDOWN or (number and _ITEM.match(lines[number - 1])) for number in rules):
        return lines
    titles = [number - 1 for number in rules if _is_title(lines, number)]
    others = [t for t in titles if lines[t + 1][0] not in _OF_MARKDOWN or _ITEM.match(lines[_begun(lines, t)])]
    if len(others) < LEAST:
        return _without_lone_tildes(lines, rules)
    under = {title + 1 for title in titles} | {title - 1 for title in titles if _is_overlined(lines, title)}
    if any(lines[number][0] in _FENCES and number not in under for number in rules):
        return lines  # blocks of code
    made = list(lines)
    levels: dict[tuple[str, bool], int] = {}
    for title in titles:
        over = _is_overlined(lines, title)
        level = levels.setdefault((lines[title + 1][0], over), len(levels) + 1)
        begun = _begun(lines, title)
        text = " ".join(line.strip() for line in lines[begun : title + 1])
        made[begun : title + 2] = [""] * (title + 2 - begun)
        made[begun] = f"{'#' * min(level, _DEEPEST)} {text}"
        if over:
            made[title - 1] = ""
    return made


def _without_lone_tildes(lines: list[str], rules: Sequence[int]) -> list[str]:
    """The same lines, where the only rule of tildes stands right below text with that blank: it is no code to the end."""
    tildes = [number for number in rules if lines[number][0] == "~"]
    if len(tildes) != 1 or len(lines[tildes[0]].rstrip()) < _LONG or not tildes[0] or not lines[tildes[0] - 1].strip():
        return lines
    made = list(lines)
    made[tildes[0]] = ""
    return made


def _is_rule(line: str) -> bool:
    text = line.rstrip()
    return len(text) >= _SHORTEST and text == text[0] * len(text)


def _is_title(lines: Sequence[str], number: int) -> bool:
    """Whether the rule on a line stands below a title that is about as long."""
    if number == 0 or not lines[number - 1].strip() or _is_rule(lines[number - 1]):
        return False
    title, length = lines[number - 1].strip(), len(lines[number].rstrip())
    if len(title) > _LONGEST_TITLE or not any(char.isalnum() for char in title):
        return False
    # Wide characters take two of them.
    broken = number > 1 and _ITEM.match(lines[number - 2]) is not None
    longest = max(len(title), len(lines[number - 2].rstrip()) if broken else 0)
    if not 0.6 * longest <= length <= 2 * longest + 3:
        return False
    if number == 1 or not lines[number - 2].strip() or _is_overlined(lines, number - 1):
        return True
    # Of two lines: the first has a number.
    return _ITEM.match(lines[number - 2]) is not None and (number == 2 or not lines[number - 3].strip())


def _begun(lines: Sequence[str], title: int) -> int:
    """The line on which a title begins that ends on this one."""
    return title - 1 if title and lines[title - 1].strip() and not _is_overlined(lines, title) else title


def _is_overlined(lines: Sequence[str], title: int) -> bool:
    if title == 0 or lines[title - 1][:1] in _FENCES:
        return False  # a block of code of one line looks like that
    return lines[title - 1].rstrip() == lines[title + 1].rstrip() and _is_rule(lines[title - 1])
