"""Which candidates are the questions, where these are written in one style: bold lines, folds, list items and so on.

Headings are not among these: there it is the level that decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from faqtui.letters import STOPS, has_question_mark
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.choosing.glossaries import is_terms_title
from faqtui.parsing.questions.choosing.groups import below_groups
from faqtui.parsing.questions.choosing.lists import (
    answered_on_line,
    are_labelled,
    go_on,
    has_own_text,
    is_checked,
    listed_questions,
    outside_announced,
    outside_checklists,
    question_items,
    stated_in_bold,
    without_captions,
    without_names,
    without_references,
)
from faqtui.parsing.questions.contents import only_contents
from faqtui.parsing.questions.evidence import Evidence
from faqtui.parsing.questions.wording import is_faq_title, is_generic, is_problems_title
from faqtui.patterns import pattern

_NUMBERED = pattern(r"\(?[0-9]{1,4}[.):]")

_COMPLAINS = pattern(
    r"\b(?:i|i'm|i've|my|we|our|cannot|can[\u2019']t|(?:do|does|did|is|are|has|have|wo)n[\u2019']t|fails|crashes|hangs)\b"
    r"|\b[a-z.]{0,40}(?:error|exception)(?::|\uff1a|$)",
    re.IGNORECASE,
)
"""What says that somebody has a problem: a line in bold among questions is one of them then, and seldom emphasis."""

_SENTENCE_ENDS = (".", "!", *STOPS)

LEAST_LISTED = 3
"""Items that ask from which a list is one of questions, where nothing says so."""

MIXED = "mixed"
"""The style of a reading that takes questions of several for those of the page."""

_PEERS = ("container", "q", "bold", "term", "row")
"""The styles that may follow on each other; what asks in a list may stand in any answer."""

_CLOSED = frozenset({"container", "term", "row"})
"""Those of them whose answers end somewhere."""

_LEAST_GROUPS = 2
"""Bold lines above questions, from which they are titles of groups of these."""

_LEAST_TITLED = 0.25
"""The share of items that ask or hold a text, from which a list without a text between them is one of questions."""

_LEAST_PEERS = 2
"""Questions of one style that ask, from which it may be one of several."""

SORTS = {
    "q": frozenset({"q"}),
    "container": frozenset({"container"}),
    "item": frozenset({"item"}),
    "bold": frozenset({"bold", "lead", "run-in", "q"}),
    "term": frozenset({"term"}),
    "row": frozenset({"row"}),
    "plain": frozenset({"plain"}),
}
"""The sorts of candidates that are questions of a style, in the order in which equally good ones are taken."""

NAMES = {
    "q": 'lines that begin with "Q:"',
    "container": "folds",
    "item": "list items",
    "bold": "bold lines",
    "term": "terms",
    "row": "rows of tables",
    "plain": "paragraphs that ask",
    MIXED: "questions of several styles",
}


def wanted(
    candidates: Sequence[Candidate],
    style: str,
    evidence: Evidence,
    *,
    faq: bool,
    problems: bool = False,
    title: Candidate | None = None,
    listed: bool = False,
) -> list[Candidate]:
    """The candidates of a style that are questions, without those that stand inside another.

    `faq` says that the title above says that questions follow, `problems` that problems do, `title` is the
    heading that is the title of the page; with `listed` it is known that all items are questions.
    """
    found = [c for c in candidates if c.style in SORTS[style] and c.plain]
    if found and style in {"q", "bold"}:
        found = _outside_folds(found, _sheltering(found, [c for c in candidates if c.style == "container"]))
    if style == "q":
        if 2 * len(found) < sum(
            1 for c in candidates if c.style == "heading"
        ):  # a few quoted ones among many sections are exercises
            found = [c for c in found if not c.quoted]
    elif style == "container":
        found = [c for c in found if not is_generic(c.plain) and not _is_contents(c, evidence)]
    elif style == "bold":
        says_so = title if title is not None and is_faq_title(title.plain) else None
        found = without_captions(outside_checklists(found, candidates, evidence), candidates, evidence)
        weak = faq and not any(c.style == "heading" and c is not says_so for c in candidates)
        grouped = below_groups(found, candidates, evidence) if (faq or problems) and not weak else []
        told = [] if grouped else found if weak else _told_in_sections(found, candidates, evidence)
        told = _without_labels([c for c in told if is_title(c)] if weak else told, found, evidence.scan.lines)
        found = grouped or _bold(found, told)
        found = sorted([*found, *_complaining_quotes(candidates, found, evidence.scan.lines)], key=lambda c: c.line)
    elif style == "item" and found:
        headings = [c for c in candidates if c.style in {"heading", "title"}]
        items = outside_announced(question_items(found, evidence.scan.lines), candidates, evidence)
        linked = [c for c in items if leads_into_page(c, evidence)]
        if 2 * len(linked) > len(items):
            return []
        items = [c for c in items if c not in linked] if linked else items
        items = without_references(items, headings)
        items = stated_in_bold(answered_on_line(items, evidence), evidence)
        items = without_names(items, evidence)
        marked = sum(1 for c in items if c.asks and has_question_mark(c.plain))
        if not faq and marked < LEAST_LISTED and not _are_set_off(items, marked) and not are_labelled(items, evidence):
            return []
        if not faq and is_checked(items, headings, evidence):
            return []
        lines = listed_questions(items, headings)
        items = [c for c in items if listed or c.line in lines]
        found = go_on(items, headings, evidence.blocks, evidence.scan.lines)
        titled = sum(1 for c in found if c.asks or c.tail or evidence.says(c.after, c.stop or c.after))
        if titled < _LEAST_TITLED * len(found) and not _are_answered(found, headings, evidence):
            return []  # steps, in bold or not
    elif style == "term" and found and _of_one_answer(found, candidates, evidence):
        return []
    kept: list[Candidate] = []
    stop = -1
    for candidate in found:
        if candidate.line < stop:
            continue
        kept.append(candidate)
        if candidate.style == "container" and candidate.stop is not None:
            stop = candidate.stop
    return kept


def _are_answered(items: Sequence[Candidate], headings: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether text stands below one of these, above the next and above another heading."""
    stops = sorted([*[c.line for c in items], *[c.line for c in headings], len(evidence.scan.lines)])
    below = (evidence.said(c.after, stops[bisect_right(stops, c.line)])[:1] for c in items)
    return any(block.kind != "heading" for blocks in below for block in blocks)


def _of_one_answer(terms: Sequence[Candidate], candidates: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether no term asks and all stand below the text of one heading, beside others that have text and no terms."""
    if any(c.asks for c in terms):
        return False
    headings = [c for c in candidates if c.style == "heading"]
    starts = [c.line for c in headings]
    place = bisect_left(starts, terms[0].line) - 1
    if place < 0 or bisect_left(starts, terms[-1].line) - 1 != place or _says_terms(headings[place].plain):
        return False
    own = headings[place]
    stops = [*starts[1:], len(evidence.scan.lines)]
    told = [c for c, stop in zip(headings, stops, strict=True) if c.level == own.level and evidence.says(c.after, stop)]
    return len(told) > _LEAST_PEERS and evidence.says(own.after, terms[0].line)


def _says_terms(title: str) -> bool:
    return is_terms_title(title) or is_problems_title(title) or is_faq_title(title)


def mixed(questions: Mapping[str, list[Candidate]], headings: Sequence[Candidate]) -> list[Candidate]:
    """The questions of a page that writes some in one style and then some in another, given those of each: all; or none.

    Where two styles take turns under a heading one of them is part of the answers to the other, and so is a table or a list
    of terms below a question whose answer ends nowhere.
    """
    sorts: dict[int, tuple[Candidate, str]] = {}
    for style in _PEERS:
        found = [c for c in questions.get(style, ()) if c.asks and c.line not in sorts]
        if len(found) >= _LEAST_PEERS:
            sorts.update({c.line: (c, style) for c in found})
    starts = [c.line for c in headings]
    kept: list[Candidate] = []
    runs: dict[int, list[str]] = {}
    stop = -1
    for line, (candidate, style) in sorted(sorts.items()):
        if line < stop:
            continue
        run = runs.setdefault(bisect_right(starts, line), [])
        if run and run[-1] != style:
            if style in run or (style in {"term", "row"} and run[-1] not in _CLOSED):
                return []
            run.append(style)
        elif not run:
            run.append(style)
        kept.append(candidate)
        stop = (candidate.stop or -1) if style in _CLOSED else -1
    return kept if len({style for run in runs.values() for style in run}) > 1 else []


def group_titles(
    questions: Sequence[Candidate], candidates: Sequence[Candidate], evidence: Evidence
) -> list[Candidate]:
    """The bold lines that are titles of groups, as headings: each alone and right above a question, one above the first."""
    lines = [c.line for c in questions]
    found: list[Candidate] = []
    for candidate in candidates:
        if candidate.style != "bold" or candidate.asks or candidate.quoted:
            continue
        place = bisect_left(lines, candidate.line)
        if place == len(lines) or lines[place] == candidate.line:
            continue
        if not candidate.strong and not evidence.is_alone(candidate.line):
            continue
        within = place > 0 and (questions[place - 1].stop or 0) > candidate.line
        if not within and not evidence.says(candidate.after, lines[place]):
            found.append(replace(candidate, style="heading", level=PSEUDO_LEVEL - 1))
    return found if len(found) >= _LEAST_GROUPS and found[0].line < lines[0] else []


def _sheltering(found: Sequence[Candidate], folds: Sequence[Candidate]) -> list[Candidate]:
    """The folds that ask; where none does, all with titles of their own, if what asks in bold is in fewer than half of these."""
    asking = [c for c in folds if c.asks]
    titled = [c for c in folds if not is_generic(c.plain)]
    if asking or len(titled) < LEAST_LISTED:
        return asking
    starts = [c.line for c in titled]
    within: set[int] = set()
    for candidate in found:
        if candidate.asks:
            place = bisect_left(starts, candidate.line) - 1
            if place < 0 or (titled[place].stop or 0) <= candidate.line:
                return asking
            within.add(place)
    return titled if within and 2 * len(within) < len(titled) else asking


def _outside_folds(found: list[Candidate], folds: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that stand in none of several folds which ask: what asks in one of these is part of its answer."""
    if len(folds) < _LEAST_PEERS:
        return found
    starts: list[int] = []
    reach: list[int] = []
    for fold in folds:
        starts.append(fold.line)
        reach.append(max(fold.stop or 0, reach[-1] if reach else 0))
    return [c for c in found if not (place := bisect_left(starts, c.line)) or reach[place - 1] <= c.line]


def _bold(found: list[Candidate], told: list[Candidate]) -> list[Candidate]:
    """Those of these that are questions; `told` are those that may be statements."""
    asking = [c for c in found if c.asks]
    quoted = [c for c in found if c.quoted]
    if 2 * sum(1 for c in quoted if c.asks) < max(2, len(quoted)):  # mere quotations among others
        found = [c for c in found if c.asks or not c.quoted]
    if asking:  # then what runs in without asking is emphasis: "**Note.** Mind the gap"
        found = [c for c in found if c.asks or c.style != "run-in"]
    numbered = 2 * sum(1 for c in asking if _NUMBERED.match(c.plain)) > len(asking)
    stated = {c.line for c in told}
    return [c for c in found if c.asks or c.style == "q" or c.line in stated or (numbered and _NUMBERED.match(c.plain))]


def _without_labels(told: list[Candidate], bold: Sequence[Candidate], lines: Sequence[str]) -> list[Candidate]:
    """These without those that a colon follows, where none follows what asks: they lead in what is below, in an answer."""
    led = {c.line for c in bold if lines[c.after - 1].rstrip(" \\*_").endswith((":", "\uff1a"))}
    asking = [c.line for c in bold if c.asks]
    return [c for c in told if c.line not in led] if led and asking and led.isdisjoint(asking) else told


def _are_set_off(items: Sequence[Candidate], marked: int) -> bool:
    """Whether all items have text of their own and, where all are `marked` as questions, one at least has its title in bold.

    Where a third are, all have.
    """
    if marked < _LEAST_PEERS or not all(map(has_own_text, items)):
        return False
    strong = sum(1 for c in items if c.strong)
    return strong == len(items) <= 3 * marked or (marked >= len(items) and strong > 0)


def _told_in_sections(
    bold: Sequence[Candidate], candidates: Sequence[Candidate], evidence: Evidence
) -> list[Candidate]:
    """The bold lines that are statements, where one of them stands right below a heading, and so is no part of an answer.

    Then they are questions as those are that ask, if these are at least half as many. Elsewhere those are that complain, or
    stand as the questions do.
    """
    headings = [c for c in candidates if c.style in {"heading", "title"} and not c.asks]
    alike = _told_alike(bold, headings, evidence)
    told = [c for c in bold if not c.asks and c.style == "bold" and is_title(c) and evidence.is_alone(c.line)]
    if not told or 2 * sum(1 for c in bold if c.asks) < len(told):
        return alike
    if _begin_section(told, headings, evidence):
        return told + alike
    return [c for c in told if complains(c.plain)] + alike


def _begin_section(told: Sequence[Candidate], headings: Sequence[Candidate], evidence: Evidence) -> bool:
    """Whether one of these stands right below a heading."""
    lines = [c.line for c in headings]
    places = [(bisect_left(lines, c.line), c.line) for c in told]
    return any(place and not evidence.says(headings[place - 1].after, line) for place, line in places)


def _told_alike(bold: Sequence[Candidate], headings: Sequence[Candidate], evidence: Evidence) -> list[Candidate]:
    """The sentences in bold right above what is said to them, as those of nearly all questions do.

    They may be half as many as these are, and twice as many where one stands right below a heading: no answer is there. Then
    other titles that stand so are some too: "Forgotten password".
    """
    lines = [c for c in bold if c.style == "bold" and not c.quoted]
    asking = [c for c in lines if c.asks]
    above = [c for c in asking if _leads_on(c, evidence)]
    if len(above) < max(LEAST_LISTED, 0.75 * len(asking)):
        return []
    told = [c for c in lines if not c.asks and _leads_on(c, evidence) and (is_title(c) or _is_sentence(c))]
    if 2 * len(above) >= len(told) and _begin_section(told, headings, evidence):
        return told
    told = [c for c in told if _is_sentence(c)]
    return told if len(above) >= 2 * len(told) else []


def _leads_on(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether no blank line is below a bold line: its paragraph goes on, or a list or code begins."""
    if not evidence.is_alone(candidate.line):
        return True
    lines = evidence.scan.lines
    return candidate.after < len(lines) and bool(lines[candidate.after].strip())


def complains(text: str) -> bool:
    """Whether a title says that somebody has a problem: "The door won't close"."""
    return _COMPLAINS.search(text) is not None


def _is_sentence(candidate: Candidate) -> bool:
    text = candidate.plain
    return text.endswith(_SENTENCE_ENDS) or complains(text)


def _complaining_quotes(
    candidates: Sequence[Candidate], questions: Sequence[Candidate], lines: Sequence[str]
) -> list[Candidate]:
    """The quotations that complain, among several that ask: each is what somebody says who wants to know.

    What stands below something else in a quotation answers it.
    """
    quotes = [c for c in candidates if c.style == "quote" and complains(c.plain)] if questions else []
    quotes = [c for c in quotes if not (c.line and lines[c.line - 1].lstrip().startswith(">"))]
    asked = sum(1 for c in questions if c.quoted and c.asks)
    return quotes if asked >= max(LEAST_LISTED, 2 * len(quotes)) else []


def is_title(candidate: Candidate) -> bool:
    """Whether a bold line could be a question that is put as a statement, rather than a label of what follows."""
    text = candidate.plain
    if candidate.asks:
        return True
    if text.endswith((":", "\uff1a")) or not text:
        return False
    return text.endswith(_SENTENCE_ENDS) or len(text.split()) >= 3 or (not text.isascii() and len(text) >= 4)


def _is_contents(fold: Candidate, evidence: Evidence) -> bool:
    """Whether a fold holds a table of contents and is titled as one."""
    if not noise.announces_contents(fold.plain):
        return False
    return only_contents(evidence.said(fold.after, fold.stop or fold.after), titled=True) is not None


def leads_into_page(item: Candidate, evidence: Evidence) -> bool:
    """Whether an item of a list is a link into the page."""
    return any(noise.is_contents_block(block) for block in evidence.blocks(item.line, item.line + 1)[:1])
