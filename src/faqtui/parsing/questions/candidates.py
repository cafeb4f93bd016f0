"""What could be a question in a document: headings, HTML headings, bold lines, Q: lines, list items, and what dialects add.

Which of these *are* the questions is decided by weighing the `readings` of a page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from operator import attrgetter

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.inline import inline
from faqtui.markdown.scan import MEGABYTE, Scan
from faqtui.markdown.tags import unbraced
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.alternating import join_twins, put_questions
from faqtui.parsing.questions.around import is_closing_title, says_where
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate, has_title
from faqtui.parsing.questions.contents import names_of, says_names
from faqtui.parsing.questions.elements.arrays import given
from faqtui.parsing.questions.elements.bare_groups import take_for_bold
from faqtui.parsing.questions.elements.boxes import independent
from faqtui.parsing.questions.elements.broken_titles import goes_on, is_wrapped, unbroken
from faqtui.parsing.questions.elements.callouts import callouts
from faqtui.parsing.questions.elements.emphasis import dashed, slanted
from faqtui.parsing.questions.elements.folds import TAG_OR_SPACE, Fold, folds, titled
from faqtui.parsing.questions.elements.group_folds import take_groups
from faqtui.parsing.questions.elements.html_rows import html_rows
from faqtui.parsing.questions.elements.items import items
from faqtui.parsing.questions.elements.levels import level_all
from faqtui.parsing.questions.elements.paired import paired
from faqtui.parsing.questions.elements.stated import stated
from faqtui.parsing.questions.elements.titled_containers import directives
from faqtui.parsing.questions.indented import Indented
from faqtui.parsing.questions.labels import has_label, letter, strip_label, without_outline
from faqtui.parsing.questions.numbering import (
    echoes,
    is_spoken,
    level_labelled,
    level_leading,
    level_numbered,
    level_outlined,
    listed_again,
    take_bare_labels,
)
from faqtui.parsing.questions.paragraphs import paragraphs, without_anchors
from faqtui.parsing.questions.plain_text import plain_titles
from faqtui.parsing.questions.qa_tables import rows
from faqtui.parsing.questions.terms import terms
from faqtui.parsing.questions.titles import plain_title
from faqtui.parsing.questions.wording import is_answer_title, is_generic, looks_like_question
from faqtui.patterns import pattern


def most_questions(characters: int) -> int:
    """How many questions that are written in one way are told apart in a document of so many characters.

    As many as take a second, and beyond a megabyte one for every 24 characters: a question with its answer takes several
    times as much. What follows the last of them stays in its answer.
    """
    return 12_000 + max(0, characters - MEGABYTE) // 24


_HTML_HEADING = pattern(
    r"<h([1-6])\b[^<>]{0,500}>((?:[^<]|<(?!/?h[1-6]\b)){0,1000})</h\1\s*>", re.IGNORECASE | re.DOTALL
)
_LED_IN = tuple(mark + colon for mark in ASKS for colon in ":\uff1a")
"""How a question ends whose answer a colon leads in, which says no more than the line break does."""

_LINK_TAG = pattern(r"<(/?)a(?=[\s>])", re.IGNORECASE)
_SIGNS = "[\u2b06\u2191\u25b2\U0001f51d\U0001f517^#\u00b6\u00a7\ufe0f]"
_BACK_LINK = pattern(rf"\[\[?{_SIGNS}+\]?\]\(#[^()\s]*\)|<a\s[^<>]{{0,200}}>{_SIGNS}{{1,3}}</a>")
"""A link of nothing but a sign, to the top of the page or to the title itself."""

_ANCHORED = pattern(r"[ \t]{1,20}(?::id=[\w-]{1,80}|\{docsify-ignore(?:-all)?\}|\[(?:#[^\W\d][\w-]{0,80}|!toc|toc)\])$")
"""What docsify and Fumadocs take from the end of a heading: its anchor, and whether contents name it."""


_BULLETS = frozenset("\u2022\u2023\u2043\u00b7\u25aa\u25b8\u25ba\u25cf\u25cb\u25a0\u25a1\u25e6")
"""What some write in front of a title, as in front of an item of a list."""

_NEAR = 6
"""Lines below a bold one that are looked at for what it leads to."""

_SEVERAL = 2
"""Headings that ask in a fold with a title of no words of its own, from which it holds these, and no answer."""


class Candidates(list[Candidate]):
    """Candidates in order. `left` says of each style from which line on there are more of it than are looked at."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.left: dict[str, int] = {}

    def first(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """As many of these, which come in order, as are looked at."""
        given = iter(candidates)
        taken = list(islice(given, self._most))
        following = next(given, None)
        if following is not None:
            self.left.update(dict.fromkeys({c.style for c in (*taken, following)}, following.line))
        return taken


def find(scan: Scan) -> Candidates:
    """All candidates of a document."""
    most = most_questions(scan.size)
    found = Candidates(most)
    closed, texts = folds(scan, most)
    written = unbroken(found.first(_outside_folds(_headings(scan), closed)), scan.lines)
    join_twins(written, scan)
    repeated = listed_again(written, scan)
    for echo in repeated:
        echo.style = "echo"
    headings = level_numbered([c for c in written if c.style != "echo"], scan)
    level_outlined(headings, scan)
    level_leading(headings, scan)
    _set_overline(headings, scan)
    parts = [c for c in headings if c.style == "part"]
    if parts:
        headings = [c for c in headings if c.style != "part"]
    if not repeated:
        repeated = echoes(headings, scan)
    for echo in repeated:
        echo.style = "echo"
    headings = [c for c in headings if c.style != "echo"]
    answers = {c.line for c in headings if is_answer_title(without_list(c.text))}
    put_questions(headings, scan)
    if len(answers) > 1:  # "Question 1" and "Answer 1" in turn: these are no titles, but parts of what is above
        headings = [c for c in headings if c.line not in answers]
    take_bare_labels(headings)
    level_labelled(headings, scan)
    containers = found.first(titled(closed, texts, scan.lines)) + found.first(paired(scan))
    containers.sort(key=lambda c: c.line)
    containers = independent(containers, headings, scan.lines, least=_SEVERAL)
    found += _grouped(headings, containers, scan.lines)
    for more in (
        independent(sorted([*directives(scan), *callouts(scan)], key=attrgetter("line")), headings, scan.lines),
        stated(scan),
        given(scan),
        paragraphs(scan),
        dashed(scan),
        slanted(scan),
        terms(scan),
        rows(scan),
        html_rows(scan),
        _unlisted(items(scan), headings, scan.lines),
    ):
        found += found.first(more)
    plain = plain_titles(scan)
    if plain and plain[0].style == "heading" and len(headings) > 1:
        found[:] = [c for c in found if c.style != "heading"]
    explained = {c.line for c in found if c.style == "term"}
    found += found.first([c for c in plain if c.style != "plain" or c.line not in explained])
    found += repeated
    found += parts
    if known := _letters(found, scan.lines):
        from faqtui.parsing.questions.elements.lettered import lettered  # few pages have any

        found += found.first(lettered(found, scan, known))
    found.sort(key=attrgetter("line", "level"))
    last, plain_text, asks = "", "", False
    bulleted: list[Candidate] = []
    for candidate in found:
        candidate.text = unbraced(candidate.text)
        if candidate.text[:1] in _BULLETS and candidate.text[1:].strip():
            candidate.text = candidate.text[1:].lstrip()
            bulleted += [candidate] if candidate.style == "bold" else []
        if candidate.text.endswith(_LED_IN):
            candidate.text = candidate.text[:-1]
        if candidate.text != last:  # what is written in two ways, as bold in a list is, comes twice in a row
            last, plain_text = candidate.text, plain_title(candidate.text)
            asks = looks_like_question(plain_text)
        candidate.plain = plain_text
        candidate.asks = candidate.asks or (asks and not (candidate.style == "term" and plain_text.endswith(":")))
    if len(bulleted) >= _SEVERAL and any(c.asks for c in bulleted):  # then they are written as titles, all of them
        for candidate in bulleted:
            candidate.asks = True
    take_groups(found, scan.lines)
    _drop_empty_title(headings, found)
    take_for_bold(headings, found)
    headings = [c for c in headings if c.style == "heading"]
    level_all(headings, scan)
    found[:] = [c for c in found if has_title(c) and not _is_closing(c, scan.lines)]
    return found


def _unlisted(items: Iterable[Candidate], headings: Sequence[Candidate], lines: Sequence[str]) -> Iterator[Candidate]:
    """The items of lists without those of several lines which are the titles of headings: parts of a table of contents."""
    names: frozenset[str] | None = None
    for item in items:
        if item.after >= item.line + 2:
            if names is None:
                names = names_of(plain_title(without_list(heading.text)) for heading in headings)
            if says_names(lines[item.line : item.after], names):
                continue
        yield item


def _drop_empty_title(headings: list[Candidate], found: list[Candidate]) -> None:
    """Drop a first heading that says nothing, as a picture without words does, above another of its level."""
    if len(headings) > 1 and not headings[0].plain and headings[1].level == headings[0].level:
        empty = headings.pop(0)
        found[:] = [c for c in found if c is not empty]


def _is_closing(candidate: Candidate, lines: Sequence[str]) -> bool:
    """Whether a bold line, or a box, only asks whether there are more questions, above what says where to put them."""
    if candidate.style not in {"bold", "lead", "container"} or not is_closing_title(candidate.plain):
        return False
    return says_where("\n".join([candidate.text, candidate.tail, *lines[candidate.after : candidate.after + _NEAR]]))


def _headings(scan: Scan) -> Iterator[Candidate]:
    around = Indented(scan.lines)
    for place, block in enumerate(scan.blocks):
        if block.kind == "heading":
            if block.quoted or block.depth > 2:
                continue
            indent, stop = around.around(block)
            text = (
                _BACK_LINK.sub("", block.text) if "](#" in block.text or "</a>" in block.text else block.text
            ).strip()
            if "<" in text or "!" in text:
                text = noise.without_badges(without_anchors(text))
            if text.endswith("]") or ":id=" in text or "{docsify" in text:
                text = _ANCHORED.sub("", _ANCHORED.sub("", text))
            text = without_outline(text)
            asks = has_label(without_list(text))
            text = strip_label(text) if asks else text
            after = block.end
            near = scan.blocks[place : place + 3]
            if (asks and goes_on(near)) or is_wrapped(near, scan.lines):
                text, after = f"{without_list(text)} {' '.join(near[1].text.split())}", near[1].end
            yield Candidate(block.start, after, block.level, "heading", text, indent=indent, stop=stop, asks=asks)
        elif block.kind in {"html", "paragraph"} and "</h" in block.text.lower() and not block.quoted:
            yield from _html_headings(block)


def _letters(found: Sequence[Candidate], lines: Sequence[str]) -> frozenset[str]:
    """The letters that several questions begin with as with a label."""
    known = Counter(letter(lines[c.line]) for c in found if c.asks or c.style == "q")
    return frozenset(sign for sign, count in known.items() if sign and count >= _SEVERAL)


def _set_overline(headings: list[Candidate], scan: Scan) -> None:
    """A heading right above the one title of the page, of a lower level than that, is a part of it: no section is there."""
    if len(headings) < 2 or not all(map(noise.is_noise, takewhile(lambda b: b.start < headings[0].line, scan.blocks))):
        return
    above, title = headings[:2]
    alone = title.level < above.level and all(c.level > title.level for c in headings[2:])
    if alone and not above.asks and not is_spoken(above, scan, [block.start for block in scan.blocks]):
        above.style = "part"


def _html_headings(block: Block) -> Iterator[Candidate]:
    """The HTML headings that begin a line and say something; one with text before it is part of that text."""
    text = block.text
    line, counted = block.start, 0
    begun = False  # whether the line has text already, up to `seen`
    seen = 0
    has_links = "<a" in text or "<A" in text
    linked = False  # whether the text up to `seen` leaves a link open
    for match in _HTML_HEADING.finditer(text):
        if has_links:
            for tag in _LINK_TAG.finditer(text, seen, match.start()):
                linked = not tag[1]
        newline = text.rfind("\n", seen, match.start())
        begun = (begun and newline < 0) or bool(TAG_OR_SPACE.sub("", text[max(seen, newline + 1) : match.start()]))
        seen = match.end()
        if not match[2].strip() or begun or (linked and not looks_like_question(match[2].strip())):
            continue  # a card that leads to another page has a title, and is no section
        begun = True
        line += text.count("\n", counted, match.start())
        counted = match.start()
        line_end = text.find("\n", match.end())
        tail = text[match.end() : line_end if line_end >= 0 else len(text)]
        if not TAG_OR_SPACE.sub("", tail):
            tail = ""
        after = line + match[0].count("\n") + 1
        title = without_outline(" ".join(match[2].split()))
        asks = has_label(title)
        title = strip_label(title) if asks else title
        yield Candidate(line, after, int(match[1]), "heading", title, tail=tail, asks=asks)


def _outside_folds(headings: Iterator[Candidate], closed: list[Fold]) -> Iterator[Candidate]:
    """The headings that do not stand in a fold that holds an answer: those are part of it."""
    inside = [(f.line, f.stop) for f in closed if is_generic(" ".join(inline(f.text)[0].split()))]
    if inside:
        found = list(headings)
        asking = [heading.line for heading in found if looks_like_question(heading.text)]
        inside = [f for f in inside if bisect_left(asking, f[1]) - bisect_left(asking, f[0]) < _SEVERAL]
        headings = iter(found)
    index = 0
    reach = -1
    for heading in headings:
        while index < len(inside) and inside[index][0] <= heading.line:
            reach = max(reach, inside[index][1])
            index += 1
        if heading.line > reach:
            yield heading


def _only(folded: list[Candidate], fold: Candidate, lines: Sequence[str]) -> bool:
    """Whether a fold holds nothing but others with titles of their own: two or more, or one that asks."""
    if fold.tail or fold.head or is_generic(fold.plain or plain_title(fold.text)):
        return False
    reach, own, asking = fold.after, 0, 0
    for inner in folded:
        if inner.line < reach and own:
            continue  # it stands in another
        if (
            any(line.strip() for line in lines[reach : inner.line])
            or is_generic(plain_title(inner.text))
            or inner.beside
        ):
            return False
        reach, own = max(reach, (inner.stop or inner.line) + inner.closing), own + 1
        asking += looks_like_question(inner.plain or plain_title(inner.text))
    return own + asking >= 2 and not any(line.strip() for line in lines[reach : fold.stop])


def _grouped(headings: list[Candidate], containers: list[Candidate], lines_of: Sequence[str]) -> list[Candidate]:
    """Headings and containers, where a container that holds several questions is a category, as a heading is."""
    found: list[Candidate] = []
    lines = [c.line for c in headings]
    starts = [c.line for c in containers]
    dropped: set[int] = set()
    # A heading in a summary is the fold's title; where there is one only, which is no question by its name, the heading is.
    summaries = [fold for fold in containers if bisect_left(lines, fold.line) < bisect_left(lines, fold.after)]
    if len(summaries) > 1 or any(fold.asks or looks_like_question(plain_title(fold.text)) for fold in summaries):
        dropped.update(line for fold in summaries for line in range(fold.line, fold.after))
    elif summaries:
        containers = [fold for fold in containers if fold is not summaries[0]]
        starts = [c.line for c in containers]
    peer = (0, 0)  # where the last category that is a fold ends, and its level
    for number, fold in enumerate(containers):
        stop = fold.stop or fold.line
        inside = headings[bisect_left(lines, fold.after) : bisect_left(lines, stop)]
        folded = containers[number + 1 : bisect_left(starts, stop)][:50]
        asking = [c for c in inside if looks_like_question(c.text)]
        asked = [c for c in folded if looks_like_question(c.text)]
        if len(asking) >= 1 and len(asking) >= 0.5 * len(inside) and not looks_like_question(fold.text):
            level = max(1, min(c.level for c in inside) - 1)
            for heading in inside:
                # Its answer ends where the container does.
                heading.stop, heading.closing, heading.head = stop, fold.closing, fold.head
        elif folded and not looks_like_question(fold.text) and (len(asked) >= 2 or _only(folded, fold, lines_of)):
            between = bisect_left(lines, peer[0]) < bisect_left(lines, fold.line)
            level = peer[1] if peer[1] and peer[0] <= fold.line and not between else PSEUDO_LEVEL - 1
        else:
            found.append(fold)
            continue
        peer = (stop, level) if stop > peer[0] else peer
        if len(asking) >= _SEVERAL and is_generic(fold.plain or plain_title(fold.text)):
            continue  # the heading above it says what it holds
        found.append(Candidate(fold.line, fold.after, level, "heading", fold.text, tail=fold.tail, beside=fold.beside))
        # A heading that is the summary itself is this category.
        dropped.update(range(fold.line, fold.after))
    return [c for c in headings if c.line not in dropped] + found
