"""What a file that is not Markdown becomes: Markdown whose lines know where they come from, or questions marked as such."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from faqtui.letters import ASKS, QUESTION_MARKS


@dataclass(slots=True)
class Asked:
    """A question that the file itself marks as one; without a `question`, a text of the category at `path`, or of the page.

    Lines count from 0, `end` excluded; `lines` is the answer as Markdown. It stands `beside` those that the file marks where it
    is a title that only asks.
    """

    question: str
    start: int
    end: int
    lines: list[tuple[int, str]]
    path: tuple[str, ...] = ()
    beside: bool = False


@dataclass(slots=True)
class Converted:
    """A file as Markdown: `numbers` says of each of its `lines` on which line of the file (from 0) it stands.

    Where `asked` is not None, the format says by itself what is asked, and no evidence has to be weighed: `texts` are what
    stands beside these questions, and `title` is what the whole is called. `problem` says why data were not read: then they
    are as they were, a block of code. `beyond` is the line (from 0) from which on there is more than is read in time: from
    there on the file is taken as plain text, which is what its `lines` are from `plain` on. Where the file is a frame around
    a text that was `typed`, without any markup, titles are those of such texts. `anchors` are the names of
    places in the file, with their lines, that links into it may have and that are not in its Markdown. `contents` are the rows
    of tables of contents that were left out: the titles that they stand below, and the names of places they lead to.
    `listed` are the pages that a document names for what follows it, each with the title it is listed below or "", and
    `following` is the page that comes next, `above` the one that it is part of.
    """

    format: str
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    title: str = ""
    asked: list[Asked] | None = None
    texts: list[Asked] = field(default_factory=list)
    problem: str = ""
    beyond: int | None = None
    plain: int | None = None
    typed: bool = False
    anchors: dict[str, int] = field(default_factory=dict)
    contents: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    listed: list[tuple[str, str]] = field(default_factory=list)
    following: str = ""
    above: str = ""


@dataclass(slots=True)
class Mark:
    """A heading of the Markdown, on this line of it (from 0), that the format says is a question.

    Its answer ends before line `stop`; None where it goes on up to the next heading that is not below it.
    """

    line: int
    stop: int | None = None


def cut(
    lines: list[str],
    numbers: list[int],
    headings: list[tuple[int, int, str]],
    marks: list[Mark],
    *,
    alone: bool = False,
) -> tuple[str, list[Asked], list[Asked]]:
    """Cut Markdown at marked headings: the title, if it has one, the questions, and the texts that stand outside of all answers.

    `headings` are all headings as (line, level, text), the marked ones among them, in order. These may be `alone`: what asks
    beside them is no question then.
    """
    marked = {mark.line: mark for mark in marks}
    headings = _below_groups(lines, _with_groups(lines, headings, marked), marked)
    title = ""
    if headings and headings[0][0] not in marked and all(level > headings[0][1] for _, level, _ in headings[1:]):
        title = headings[0][2]
    asked: list[Asked] = []
    apart = _apart(headings, marked)
    path: list[tuple[int, str]] = []
    others: list[tuple[int, tuple[str, ...]]] = []  # the headings that are no questions, with their paths
    free: list[tuple[int, int, tuple[str, ...]]] = []  # the lines between answers, each range with its path
    reach = 0  # up to where lines are used
    for place, (line, level, text) in enumerate(headings):
        if line < reach:
            continue  # part of an answer
        free.append((reach, line, tuple(name for _, name in path)))
        while path and path[-1][0] >= level:
            path.pop()
        mark = marked.get(line)
        asks = not alone and text.endswith(ASKS) and line not in apart
        beside = mark is None and asks and _has_body(lines, line, headings[place + 1 : place + 2])
        if beside:
            mark = Mark(line)  # it asks beside those that are marked
        if mark is None:
            if not title or line != headings[0][0]:
                path.append((level, text))
                others.append((line, tuple(name for _, name in path)))
            reach = line + 1
            continue
        stop = mark.stop
        if stop is None:
            following = (headings[at] for at in range(place + 1, len(headings)))
            stop = next((at for at, other, _ in following if other <= level or at in marked), len(lines))
        reach = max(stop, line + 1)
        asked.append(_part(lines, numbers, (line + 1, reach), tuple(name for _, name in path), text=text, line=line))
        asked[-1].beside = beside
    free.append((reach, len(lines), tuple(name for _, name in path)))
    _take_signs_off(asked)
    _take_labels_off(asked)
    _take_numbers_off(asked)
    return title, asked, _texts(lines, numbers, asked, others, free)


def _apart(headings: list[tuple[int, int, str]], marked: Container[int]) -> set[int]:
    """The lines of titles beside the part of a page in which all marked questions are, on the level of its title or above."""
    places = [place for place, (line, _, _) in enumerate(headings) if line in marked]
    first = places[0]
    above = next((place for place in range(first - 1, -1, -1) if headings[place][1] < headings[first][1]), first)
    level = min((level for line, level, _ in headings[above : places[-1]] if line not in marked), default=0)
    outside = [*headings[:above], *headings[places[-1] + 1 :]]
    return {line for line, own, _ in outside if own <= level}


_LABEL = re.compile(
    r"(?P<bold>\*\*)?(?P<label>[^\W\d_]|question|answer)[ \t]?\d{0,3}[ \t]?[.:\uff1a](?(bold)\*\*)(?:[ \t]{1,12}(?=\S)|$)",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?P<bold>\*{0,2})(?P<label>[^\W\d_]|question|answer)(?P=bold)(?:[ \t]{1,12}(?=\S)|\\?$)", re.IGNORECASE
)
"""A letter that a page draws beside a question or an answer."""

_NO_WORDS = frozenset("QqFfP\u554f\u95ee")
"""Such letters for a question that no question begins with as a word."""

_LEAST_LABELS, _LEAST_SIGNS = 2, 3
"""Marked questions, and answers to them, from which a letter that all of them begin with is none of their words."""


def _take_labels_off(asked: list[Asked]) -> None:
    """Take off the letter, or word, for a question or an answer that all questions and all answers begin with."""
    for label, least in ((_LABEL, _LEAST_LABELS), (_SIGN, _LEAST_SIGNS)):
        found = [(label.match(one.question), label.match(one.lines[0][1]) if one.lines else None) for one in asked]
        pairs = [(question, answer) for question, answer in found if question is not None and answer is not None]
        names = {(question["label"].casefold(), answer["label"].casefold()) for question, answer in pairs}
        if len(pairs) < max(len(asked), least) or len(names) > 1:
            continue
        if any(question.end() == len(question.string) for question, _ in pairs) or len(set(*names)) == 1:
            continue
        for one, (question, answer) in zip(asked, pairs, strict=True):
            number, line = one.lines[0]
            one.question = one.question[question.end() :]
            one.lines[0] = (number, line[answer.end() :])
            while len(one.lines) > 1 and not one.lines[0][1].strip():
                del one.lines[0]
        return
    signs = [_SIGN.match(one.question) for one in asked]
    if len(asked) >= _LEAST_LABELS and all(sign is not None and sign["label"] in _NO_WORDS for sign in signs):
        for one in asked:
            one.question = _SIGN.sub("", one.question, count=1)


_NUMBER = re.compile(r"0{0,2}([1-9]\d{0,2})(?!\d)[ \t]?[.):\u2013-]{0,2}[ \t]{0,4}(?=\S)")
_NUMBER_BEHIND = re.compile(rf"(?<=[{QUESTION_MARKS}])[ \t]{{0,4}}0{{0,2}}([1-9]\d{{0,2}})$")
_LEAST_COUNTED = 3
"""Marked questions from which numbers that count all of them, as a page draws these beside them, are none of their words."""


_OPENS = " \t+-\u2212\u203a\u25b8\u25b6\u25bc\u25be\u25bf\u2304\ufe0f"
"""Signs behind a question that show how to open what is below it."""


def _take_signs_off(asked: list[Asked]) -> None:
    """Take off the sign that all marked questions end with."""
    told = [one for one in asked if not one.beside]
    bare = [one.question.rstrip(_OPENS) for one in told]
    ends = {one.question[len(text) :].strip() for one, text in zip(told, bare, strict=True)}
    if len(told) >= _LEAST_LABELS and len(ends) <= _LEAST_LABELS and "" not in ends and all(bare):
        for one, text in zip(told, bare, strict=True):
            one.question = text


def _take_numbers_off(asked: list[Asked]) -> None:
    """Take off the numbers in front of marked questions, or behind their question marks, that count them."""
    told = [one for one in asked if not one.beside]
    if len(told) < _LEAST_COUNTED:
        return
    for sign in (_NUMBER, _NUMBER_BEHIND):
        count, path = 0, told[0].path
        for one in told:
            found = sign.search(one.question) if sign is _NUMBER_BEHIND else sign.match(one.question)
            number = int(found[1]) if found is not None else 0
            if number != count + 1 and (number != 1 or one.path == path):
                break  # each group may count its own
            count, path = number, one.path
        else:
            for one in told:
                one.question = sign.sub("", one.question, count=1)


_BOLD = re.compile(r"\*\*([^*\n]{1,80})\*\*$")
_LEAST_GROUPS = 2
"""Bold lines right above marked questions from which they are the names of groups, the first question being in one."""


def _with_groups(
    lines: Sequence[str], headings: list[tuple[int, int, str]], marked: Container[int]
) -> list[tuple[int, int, str]]:
    """The headings, with bold lines among them that stand alone above marked questions where nothing else groups these."""
    own = [(line, level) for line, level, _ in headings if line in marked]
    if len(own) < _LEAST_GROUPS or any(line not in marked and line > own[0][0] for line, _, _ in headings):
        return headings
    groups: list[tuple[int, int, str]] = []
    for line, level in own:
        above = line - 1
        while above > 0 and not lines[above].strip():
            above -= 1
        bold = _BOLD.match(lines[above]) if above > 0 and not lines[above - 1].strip() else None
        if bold is not None and not bold[1].endswith(ASKS):
            groups.append((above, level - 1, bold[1]))
        elif not groups:
            return headings
    return sorted([*headings, *groups]) if len(groups) >= _LEAST_GROUPS else headings


_LEAST_TITLED = 2
"""Titles with a text of their own below them, right above marked questions of their level, from which they are groups."""


def _below_groups(
    lines: list[str], headings: list[tuple[int, int, str]], marked: Mapping[int, Mark]
) -> list[tuple[int, int, str]]:
    """The headings, marked ones at least a level below the title right above them, which is that of a group of questions.

    What draws questions has a level of its own for them, whatever that of the titles is which a page has around them.
    """
    above = [heading for heading in headings if heading[0] not in marked]
    own = {line: level for line, level, _ in headings if line in marked}
    if not own or not above or max(level for _, level, _ in above) < min(own.values()):
        return headings
    groups: dict[int, bool] = {}  # titles right above marked questions of no lower level, with whether they have a text
    stop = 0
    for place, (line, level, text) in enumerate(headings):
        if line in own:
            stop = marked[line].stop or 0
            continue
        below = headings[place + 1] if place + 1 < len(headings) else (-1, 0, "")
        answers = line < stop or (
            place and headings[place - 1][0] in own and not stop and level > headings[place - 1][1]
        )
        if below[0] in own and below[1] <= level and not answers and not text.endswith(ASKS):
            groups[line] = _has_body(lines, line, [below])
    if sum(groups.values()) < _LEAST_TITLED:
        groups = {line: told for line, told in groups.items() if not told}
    made: list[tuple[int, int, str]] = []
    least = 0
    for line, level, text in headings:
        if line in own:
            made.append((line, max(level, least), text))
            continue
        least = level + 1 if line in groups else 0 if level <= least else least
        made.append((line, level, text))
    return made


def _part(
    lines: list[str],
    numbers: list[int],
    lines_of: tuple[int, int],
    path: tuple[str, ...],
    *,
    text: str = "",
    line: int | None = None,
) -> Asked:
    """A range of lines without outer blank ones, as the answer to the question on `line`."""
    first, last = lines_of
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    places = [*([numbers[line]] if line is not None else []), *numbers[first:last]] or [0]
    own = list(zip(numbers[first:last], lines[first:last], strict=True))
    return Asked(text, min(places), max(places) + 1, own, path)


def _texts(
    lines: list[str],
    numbers: list[int],
    asked: list[Asked],
    others: list[tuple[int, tuple[str, ...]]],
    free: list[tuple[int, int, tuple[str, ...]]],
) -> list[Asked]:
    """The texts of categories; what stands below a heading without questions belongs, with it, to the category above."""
    used = {one.path[:depth] for one in asked for depth in range(len(one.path) + 1)}
    unused = {line for line, path in others if path not in used}
    texts: list[Asked] = []
    for start, stop, path in free:
        first = start - 1 if start - 1 in unused else start
        while path and path not in used:
            path = path[:-1]  # noqa: PLW2901
        part = _part(lines, numbers, (first, stop), path)
        if not any(char.isalnum() for _, line in part.lines for char in line):
            continue  # blank, or a rule between others
        if texts and texts[-1].path == path:
            before = texts[-1]
            before.lines += [(part.lines[0][0], ""), *part.lines]
            before.start, before.end = min(before.start, part.start), max(before.end, part.end)
        else:
            texts.append(part)
    return texts


def _has_body(lines: list[str], line: int, following: list[tuple[int, int, str]]) -> bool:
    return any(text.strip() for text in lines[line + 1 : following[0][0] if following else len(lines)])
