"""Lists of questions: which of their items ask, and whether answers stand below them that are not indented.

    1. What is it?

    That.

    2. Where is it?

By CommonMark these are two lists and two paragraphs between them. Who writes so means questions and answers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from faqtui.letters import QUESTION_MARKS, has_question_mark
from faqtui.markdown.blocks import Block
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.labels import has_answer_label, strip_label
from faqtui.parsing.questions.titles import plain_title
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern

_ANNOUNCES = (":", "\uff1a")
_LEAST_TITLES, _LONGEST_TITLE = 3, 120
"""Items that are titles of the text between them, and characters of one."""

_LEAST_FREE = 2
"""Bold questions outside of lists, from which those in lists may be parts of their answers."""

_QUOTED = rf"[\"\u201c\u201e\u00ab\u300c][^{QUESTION_MARKS}\n]{{2,300}}[{QUESTION_MARKS}][\"\u201c\u201d\u00bb\u300d]"
_ON_LINE = pattern(
    rf"({_QUOTED}(?:[ \t]?/[ \t]?{_QUOTED}){{0,3}})[ \t]*[:\uff1a\u2013\u2014-]+[ \t]*(?=\S)"
    rf"|([^{QUESTION_MARKS}\n]{{2,300}}[{QUESTION_MARKS}])(?:[ \t]*[:\uff1a\u2013\u2014-]+[ \t]+|[ \t]+|(?<=\uff1f))(?=\S)"
)
"""A question and what parts it from its answer on its line: white space, a dash or a colon; the latter two where it is quoted."""

_STATED = pattern(
    r"(\*\*|__)(?=\S)([^*_\n]{2,200})(?<=\S)\1(?:[ \t]{0,3}[:\uff1a][ \t]{0,3}|[ \t]{1,3}(?:[\u2013\u2014-][ \t]{1,3})?)(?=\S)"
)
"""A statement in bold, and what parts it from what is said to it."""

_PICTURES = pattern(r"(?:!\[[^\[\]]{0,300}\]\([^()\n]{0,500}\)|<img\b[^<>]{0,500}>|[\s\\]){1,40}")
"""Pictures, and nothing else."""

_CAPTION = pattern(
    r"\W{0,3}(?:image|picture|diagram|figure|fig\.|screen ?shot|photo|illustration|abbildung|bild|imagen|figura|图|圖|図|그림)",
    re.IGNORECASE,
)
"""What the words below a picture begin with that text may follow."""

_NEAR = 3
"""Lines below an item in which its answer begins."""

_REFERENCE = pattern(
    r"(?:\*\*|__|\*|_)?(?:[^\[\]\n]{0,60}[:\u2013\u2014-][ \t])?"
    r"\[[^\n]{1,300}\]\(<?(?:[a-z][a-z0-9+.-]{1,20}:)?//[^()\s]{1,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?>?"
    r"(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?\)(?:\*\*|__|\*|_)?[^\[\]\n?\uff1f\u061f]{0,60}$",
    re.IGNORECASE,
)
"""A link to another place, with a word before it and a few behind it: who wrote that, and when."""

_BETWEEN = pattern(rf"[{QUESTION_MARKS}].[ \t]?/")
"""What stands between several questions in quotes that have one answer."""

_LEAST_PARTED, _FEW = 2, 0.25
"""Items with their answer behind them from which a list is one of such, and how many others there may be for each of them."""

_LEAST_OF_KIND = 3
_BULLET = pattern(r"(?<=[-*+\u2022])[^\n]*")
_NUMBER = pattern(r"([0-9]{1,3})[.)][ \t]")


def question_items(items: list[Candidate], lines: Sequence[str]) -> list[Candidate]:
    """The items without those of another kind, where most of one kind ask and the others do not: those belong to answers.

    Items are of one kind if they are numbered, or have the same bullet, indented alike.
    """
    kinds: dict[str, list[Candidate]] = {}
    for item in items:
        kinds.setdefault("1" if item.numbered else _BULLET.sub("", lines[item.line], count=1), []).append(item)
    asking = sum(1 for c in items if c.asks)
    for kind, own in kinds.items():
        asked = sum(1 for c in own if c.asks)
        clear = 3 * (asking - asked) < len(items) - len(own)
        if clear and asked >= _LEAST_OF_KIND and 2 * asked >= len(own) and (kind == "1" or "1" not in kinds):
            return own
    return items


def without_captions(bold: list[Candidate], candidates: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The bold lines without those that only say what a picture below them shows, among lines that ask."""
    told = [c for c in bold if not c.asks]
    if not told or len(bold) - len(told) < _LEAST_FREE:
        return bold
    stops = sorted({c.line for c in candidates if c.style == "heading"} | {c.line for c in bold})
    shown: set[int] = set()
    for candidate in told:
        place = bisect_right(stops, candidate.line)
        stop = stops[place] if place < len(stops) else len(evidence.scan.lines)
        text = "\n".join(block.text for block in evidence.clipped(candidate.after, stop)).strip()
        picture = _PICTURES.match(text) if text and not candidate.tail else None
        if picture and (picture.end() == len(text) or (picture[0].strip() and _CAPTION.match(candidate.plain))):
            shown.add(candidate.line)
    return [c for c in bold if c.line not in shown] if shown else bold


def outside_checklists(bold: list[Candidate], candidates: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The bold lines without those that ask in a list which is part of the answer to one that stands in none.

    So is a list that a line announces or that stands right below the question, and one with another such question below it
    under the same heading.
    """
    items = {c.line for c in candidates if c.style == "item"}
    if not items:
        return bold
    bold = outside_announced(bold, candidates, evidence)
    free = [c for c in bold if c.asks and c.line not in items]
    if len(free) < _LEAST_FREE or len(free) == len(bold):
        return bold
    headings = [c.line for c in candidates if c.style == "heading"]
    lines = [c.line for c in free]
    kept: list[Candidate] = []
    within = False  # whether the last item of the list stood in an answer, so that the next does too
    last = -1
    for candidate in bold:
        if candidate.line not in items or not candidate.asks:
            kept.append(candidate)
            continue
        place = bisect_right(lines, candidate.line)
        section = bisect_right(headings, candidate.line)
        if not place or bisect_right(headings, lines[place - 1]) != section:
            kept.append(candidate)
            continue
        if lines[place - 1] > last:
            said = evidence.said(free[place - 1].after, candidate.line)
            within = (not said and not free[place - 1].tail) or (bool(said) and announces(said[-1].text))
            within = within or (place < len(lines) and bisect_right(headings, lines[place]) == section)
        last = candidate.line
        if not within:
            kept.append(candidate)
    return kept


def outside_announced(found: list[Candidate], candidates: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """These without those in the first list of a section, where a line announces it and most other sections have none."""
    items = {c.line for c in candidates if c.style == "item"}
    headings = [c for c in candidates if c.style == "heading"]
    starts = [c.line for c in headings]
    sections = [bisect_right(starts, c.line) for c in found]
    asking = {place for place, c in zip(sections, found, strict=True) if place and c.asks}
    having = Counter(headings[place - 1].level for place in asking)
    levels = Counter(c.level for c in headings)
    announced: dict[int, bool] = {}
    kept: list[Candidate] = []
    for place, candidate in zip(sections, found, strict=True):
        if not place or candidate.line not in items:
            kept.append(candidate)
            continue
        if place not in announced:
            heading = headings[place - 1]
            few = 2 * having[heading.level] < levels[heading.level] and not is_faq_title(heading.plain)
            said = evidence.said(heading.after, candidate.line) if few else []
            announced[place] = bool(said) and said[-1].item is None and announces(said[-1].text)
        if not announced[place]:
            kept.append(candidate)
    return kept


def announces(text: str) -> bool:
    """Whether a text leads in what stands below it."""
    return text.rstrip().endswith(_ANNOUNCES)


def has_own_text(item: Candidate) -> bool:
    """Whether an item says more than its first paragraph does."""
    return bool(item.tail) or (item.stop is not None and item.after < item.stop)


def without_references(items: list[Candidate], headings: Sequence[Candidate]) -> list[Candidate]:
    """The items without those that are nothing but a link to what others have written, where headings ask.

    Such a list is what an answer leads to, whatever the titles of the pages elsewhere ask.
    """
    if not any(c.asks for c in items) or not any(c.asks for c in headings):
        return items
    return [c for c in items if has_own_text(c) or "//" not in c.text or _REFERENCE.match(c.text.strip()) is None]


def answered_on_line(items: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The items, parted behind their question marks where nearly all go on there with their answers: ``- Is it hot? Yes.``."""
    parted: dict[int, Candidate] = {}
    for place, item in enumerate(items):
        block = next(iter(evidence.blocks(item.line, item.line + 1)), None)
        if has_own_text(item) or item.strong or block is None:
            continue
        first = block.text.partition("\n")[0]
        if has_question_mark(first) and (mark := _ON_LINE.match(first)) is not None:
            text = mark[2] or mark[1]
            text = text[1:-1] if mark[1] and not _BETWEEN.search(text) else strip_label(text)
            tail = first[mark.end() :]
            parted[place] = replace(item, text=text, plain=plain_title(text), tail=tail, after=item.line + 1, asks=True)
    alike = len(parted) + sum(1 for item in items if item.strong and item.tail)
    others = sum(1 for place, item in enumerate(items) if place not in parted and not has_own_text(item))
    if alike < _LEAST_PARTED or others > _FEW * alike:
        return list(items)
    return [parted.get(place, item) for place, item in enumerate(items)]


def stated_in_bold(items: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The items, parted behind the bold statement that they begin with, where most others are behind a bold question.

    - **Where is it?** Here.
    - **It does not start.** Restart it.
    """
    alike = sum(1 for item in items if item.strong and item.tail and item.asks)
    if alike < _LEAST_PARTED or 2 * alike <= len(items):
        return list(items)
    return [item if item.asks or item.tail or item.strong else _parted(item, evidence) for item in items]


def _parted(item: Candidate, evidence: Evidence) -> Candidate:
    block = next(iter(evidence.blocks(item.line, item.line + 1)), None)
    line = block.text.partition("\n")[0] if block is not None else ""
    found = _STATED.match(line)
    if found is None:
        return item
    text = found[2].rstrip(":\uff1a ")
    return replace(item, text=text, plain=plain_title(text), tail=line[found.end() :], after=item.line + 1, strong=True)


def are_labelled(items: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether there are a few items that all ask, and what stands below each begins with a label: ``A:``."""
    lines = evidence.scan.lines
    if len(items) < _LEAST_PARTED or not all(c.asks for c in items):
        return False
    below = (next((line for line in lines[c.after : c.after + _NEAR] if line.strip()), "") for c in items)
    return all(has_answer_label(line.strip()) for line in below)


def without_names(items: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """The items without those of a last list that neither ask nor are answered, as nearly all above are: names, as of helpers."""
    kept = len(items)
    while kept and not has_own_text(items[kept - 1]) and not has_question_mark(items[kept - 1].plain):
        kept -= 1
    if kept < _LEAST_PARTED or kept == len(items) or not all(map(has_own_text, items[:kept])):
        return items
    apart = evidence.said(items[kept - 1].stop or items[kept - 1].after, items[kept].line)
    return items[:kept] if any(block.item is None for block in apart) else items


def is_checked(items: Sequence[Candidate], headings: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether the items are what one asks oneself: none is answered, and a heading with words of its own stands above them."""
    if any(has_own_text(c) for c in items):
        return False
    above = bisect_right([c.line for c in headings], items[0].line)
    heading = headings[above - 1] if above else None
    if heading is None or heading.asks or (above == 1 and len(headings) > 1 and headings[1].level > heading.level):
        return False  # it is the title of the page, or asks itself: then the readings are weighed
    return evidence.says(heading.after, items[0].line) and not is_faq_title(heading.plain)


def listed_questions(items: Sequence[Candidate], headings: Sequence[Candidate]) -> set[int]:
    """The lines of the items that stand in a list of questions: those under a heading that mostly ask, or have titles.

    Items with text of their own are titled by their first paragraph.
    """
    groups: dict[int, list[Candidate]] = {}
    starts = [c.line for c in headings]
    for item in items:
        groups.setdefault(bisect_right(starts, item.line), []).append(item)
    wanted: set[int] = set()
    for place, group in groups.items():
        asked = sum(1 for c in group if c.asks)
        said = not headings or (place > 0 and is_faq_title(headings[place - 1].plain))
        if (5 if said else 2.5) * asked >= len(group) or all(c.strong or c.asks or has_own_text(c) for c in group):
            wanted.update(c.line for c in group)
    return wanted


def go_on(
    questions: Sequence[Candidate],
    headings: Sequence[Candidate],
    blocks: Callable[[int, int], list[Block]],
    lines: Sequence[str],
) -> list[Candidate]:
    """Questions, those without text in their items going on to the next, where most under their heading have text below.

    So do others whose number the next one counts on. `blocks` gives the blocks that begin in a range of `lines`.
    """
    starts = [c.line for c in headings]
    numbers = [int(match[1]) if (match := _NUMBER.match(lines[c.line].lstrip())) else -1 for c in questions]
    groups: dict[int, list[tuple[int, bool, bool]]] = {}
    holding: dict[int, list[int]] = {}  # what has text in its item, and more below
    for place, question in enumerate(questions):
        if question.stop is None:
            continue
        group = bisect_right(starts, question.line)
        stop = starts[group] if group < len(starts) else question.stop + _FAR
        last = place + 1 == len(questions) or questions[place + 1].line > stop
        below = blocks(question.stop, stop if last else questions[place + 1].line)
        spoken = any(not noise.is_noise(block) and block.kind != "heading" for block in below)
        holds = has_own_text(question)
        if not holds or not question.indent:  # nothing, or code below that is not indented
            groups.setdefault(group, []).append((place, spoken or holds, last))
        elif spoken and not last:
            holding.setdefault(group, []).append(place)
    everywhere = [spoken for group in groups.values() for _, spoken, last in group if not last]
    found = list(questions)
    for place in [n for places in holding.values() for n in places if numbers[n] >= 0]:
        if numbers[place + 1] == numbers[place] + 1:
            found[place] = replace(found[place], stop=None)
    for group, bare in groups.items():
        among = [spoken for _, spoken, last in bare if not last] or everywhere
        if 2 * sum(among) > len(among) or (len(questions) == 1 and questions[0].asks):
            for place, spoken, last in bare:
                if spoken and (not last or sum(among) > 1 or all(among)):
                    found[place] = replace(found[place], stop=None, indent=0)
            for place in holding.get(group, ()):
                found[place] = replace(found[place], stop=None)
    return found


_FAR = 20
"""Lines after the last question in which its answer begins."""


def numbered_titles(items: Sequence[Candidate], lines: Sequence[str], evidence: Evidence) -> list[Candidate]:
    """The items of a list that text which is not indented breaks up, as titles of that text: "1. Ports", "2. Sockets".

    They count from 1 on; what is numbered between two of them and counts anew is part of what it stands in. None where most
    ask, since those are questions as they are, where one has no text below, and where they are steps that a line announces.
    """
    run: list[Candidate] = []
    parted = [*(evidence.says(c.after, other.line) for c, other in pairwise(items)), True]
    for item, alone in zip(items, parted, strict=True):
        if not alone:
            continue  # another of its list follows
        number = _NUMBER.match(lines[item.line])
        if number is not None and int(number[1]) == len(run) + 1 and not has_own_text(item):
            run.append(item)
    if len(run) < _LEAST_TITLES or 2 * sum(1 for c in run if c.asks) >= len(run):
        return []
    stops = [*(c.line for c in run[1:]), len(lines)]
    above = evidence.said(0, run[0].line)
    if any(len(c.plain) > _LONGEST_TITLE for c in run) or (above and announces(above[-1].text)):
        return []
    told = [any(b.item is None for b in evidence.said(c.after, stop)[:1]) for c, stop in zip(run, stops, strict=True)]
    return run if all(told) else []
