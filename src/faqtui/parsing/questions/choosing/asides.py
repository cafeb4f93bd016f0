"""Headings that are no entries of their own: what stands below them is text of what is around them, or a table of contents.

Each function is asked of a title of an outline, by its place; none of these asks.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING

from faqtui.markdown.line_starts import FOOTNOTE
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.around import (
    has_address,
    is_around_title,
    is_closing_title,
    is_help_title,
    is_leading_title,
    is_task_title,
    says_none,
    says_where,
)
from faqtui.parsing.questions.choosing.cards import without_cards
from faqtui.parsing.questions.choosing.styles import is_title
from faqtui.parsing.questions.contents import lines_of, only_contents, says_names
from faqtui.parsing.questions.navigation_lines import only_leads_on
from faqtui.parsing.questions.wording import is_faq_title, is_note

if TYPE_CHECKING:
    from faqtui.markdown.blocks import Block
    from faqtui.parsing.questions.candidate import Candidate
    from faqtui.parsing.questions.choosing.outline import Outline
    from faqtui.parsing.questions.evidence import Evidence

_FEW = 6
"""Such sections in a row that are looked over for the questions above or below them."""

_LEAST = 2
"""Questions that such a section stands around, at least."""

_RULE = " \t-*_"
"""What is left of a line that only parts others."""

_NEAR = 3
"""Lines below a heading on which a section of footnotes begins."""

_FIRST, _SPOKEN = 3, 3
"""Titles among which that of a page and the first below it are, and lines of a page that has something to say."""

_BRIEF = 8
"""Lines of a section that says that it has nothing yet, at most."""

_LONGEST_CLOSING = 1_200
"""Characters of a section that says where to ask more."""

_LONGEST_HELP = 600
"""Characters of one that does so in the midst of questions."""


def is_contents(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether a table of contents stands below a title that says so."""
    title = outline.titles[place]
    if not noise.is_contents_title(title.plain):
        return False
    blocks = evidence.said(title.after, outline.line(place + 1))
    if not blocks or only_contents(blocks, titled=True) is not None:
        return bool(blocks)
    return says_names(lines_of(blocks), outline.names)


def leads_on(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether nothing stands below a heading but where to go on: "Next steps" and its links."""
    start, stop = outline.titles[place].after, outline.line(place + 1)
    return only_leads_on(evidence.said(start, stop)) or _has_cards(evidence.scan.lines[start:stop])


def _has_cards(lines: Sequence[str]) -> bool:
    """Whether these lines say nothing but cards that lead elsewhere."""
    first = next((line for line in lines if line.strip(_RULE)), "")
    if "card" not in first.lower() and "{grid}" not in first:
        return False
    outside, links, _ = without_cards(lines)
    return links > 0 and not any(lines[place].strip(_RULE) for place in outside)


def is_notes(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether nothing stands below a heading that does not ask but footnotes: "Sources"."""
    after = outline.titles[place].after
    if not any(line.lstrip().startswith("[^") for line in evidence.scan.lines[after : after + _NEAR]):
        return False
    blocks = evidence.said(after, outline.line(place + 1))
    notes = [block for block in blocks if block.text.startswith("[^") and FOOTNOTE.match(block.text)]
    return bool(notes) and all(block.depth for block in blocks)


def is_closing(outline: Outline, place: int, evidence: Evidence, strong: Callable[[int, int], int]) -> bool:
    """Whether a heading below questions says where to ask others, if anything: "Still have questions?", a link below it.

    `strong` is what `Around` has.
    """
    titles = outline.titles
    if not _closes(titles[place], evidence) or not (
        outline.asked(0, place)
        or strong(titles[0].line, titles[place].line)
        or (place and evidence.spoken(titles[0].after, titles[place].line) >= _SPOKEN)
    ):
        return False
    level, below = titles[place].level, place + 1
    while below < len(titles) and below - place < _FEW and titles[below].level == level and _leads_away(titles[below]):
        below += 1
    if below < len(titles) and titles[below].level >= level:
        return False
    blocks = evidence.said(titles[place].after, outline.line(place + 1))
    return not blocks or _say_where(blocks)


def _say_where(blocks: Sequence[Block]) -> bool:
    """Whether these blocks, all that a section says, are a few words of where to ask."""
    said = sum(len(block.text) for block in blocks)
    return 0 < said <= _LONGEST_CLOSING and any(says_where(block.text) for block in blocks)


def closes_page(heading: Candidate, evidence: Evidence) -> bool:
    """Whether the last heading of a page says where to ask others, and so does what stands below it."""
    return _closes(heading, evidence) and _say_where(evidence.said(heading.after, len(evidence.scan.lines)))


def _closes(heading: Candidate, evidence: Evidence) -> bool:
    """Whether a heading asks whether there are more questions, and is none of those that the page lists."""
    return is_closing_title(heading.plain) and not evidence.lists(heading.plain)


def _leads_away(title: Candidate) -> bool:
    return is_around_title(title.plain) or is_closing_title(title.plain)


def is_bare(outline: Outline, place: int) -> bool:
    """Whether nothing at all stands below a heading whose name is none of a question."""
    title = outline.titles[place]
    if title.tail or outline.has_body(place) or is_faq_title(title.plain):
        return False
    if not is_title(title) or is_note(title.plain) or _is_yet_to_be_written(outline, place):
        return True
    return not title.asks and place + 1 < len(outline.titles) and outline.mostly_asks(title.level)


def _is_yet_to_be_written(outline: Outline, place: int) -> bool:
    """Whether a heading that does not ask begins as another beside it does, and there is nothing below either of them."""
    titles = outline.titles
    own = titles[place].plain.partition(" ")[0]
    beside = (at for at in (place - 1, place + 1) if 0 <= at < len(titles) and titles[at].level == titles[place].level)
    return any(
        not titles[at].asks and titles[at].plain.partition(" ")[0] == own and not outline.has_body(at) for at in beside
    )


def _beside_contents(outline: Outline, evidence: Evidence) -> list[int]:
    """The places of the first three titles that are no table of contents."""
    near = range(min(len(outline.titles), _FIRST + 1))
    return [place for place in near if not is_contents(outline, place, evidence)][:_FIRST]


def is_subtitle(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether a heading right below the title of the page goes on with that: what stands below is on a level between them.

    # Kiln
    ### Questions and answers
    ## Firing
    """
    titles = outline.titles
    if not 0 < place < _FIRST or titles[0].style not in {"heading", "title"}:
        return False
    first = _beside_contents(outline, evidence)
    if len(first) < _FIRST or place != first[1] or first[0]:
        return False
    if outline.has_body(0) and outline.has_body(place):
        return False
    own, below = titles[place], titles[first[2]]
    return titles[0].level < below.level < own.level and own.style == below.style == "heading"


def is_link(outline: Outline, place: int) -> bool:
    """Whether a heading is a link to another page, and says nothing else, beside one that has a text."""
    title = outline.titles[place]
    if title.text[:1] != "[" or title.text[-1:] != ")" or title.text.count("](") != 1 or outline.has_body(place):
        return False
    return any(c.level == title.level and outline.has_body(n) for n, c in enumerate(outline.titles))


def is_yet_empty(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether all that a heading beside groups of others says is that it has none yet."""
    titles, stop = outline.titles, outline.line(place + 1)
    if stop > titles[place].after + _BRIEF:
        return False
    said = evidence.said(titles[place].after, stop)
    if len(said) != 1 or said[0].kind != "paragraph" or not says_none(said[0].text):
        return False
    return any(c.level == titles[place].level and outline.ends[n] > n + 1 for n, c in enumerate(titles))


def is_motto(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether a heading says something of the page, right below its title, above nothing but questions.

    # Bakery
    ## What you always wanted to know
    ## Is it fresh?

    Nothing stands below it, unless no blank line is above it, or it only says that this is a FAQ.
    """
    titles = outline.titles
    if not 0 < place < _FIRST or titles[0].style not in {"heading", "title"}:
        return False
    if place not in _beside_contents(outline, evidence)[1:2] or (
        outline.has_body(place) and titles[0].after != titles[place].line and not _says_faq(outline, place, evidence)
    ):
        return False
    level = titles[place].level
    asked = [
        c.asks for n, c in enumerate(titles) if n > place and c.level == level and not is_contents(outline, n, evidence)
    ]
    return titles[0].level < level and len(asked) >= _LEAST and all(asked)


def _says_faq(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether a heading only says that this is a FAQ, above a paragraph or two."""
    if not is_faq_title(outline.titles[place].plain):
        return False
    said = evidence.said(outline.titles[place].after, outline.line(place + 1))
    return all(block.kind == "paragraph" and block.item is None for block in said)


class Around:
    """Tells the sections of an outline that stand around its questions: what introduces them, and what leads on from them.

    `strong` counts what asks and is no heading below a line and above another; `promised` says that the page is one of
    questions or problems, whether they ask or not; `zones` are the lines of headings whose sections hold questions of their
    own, which say nothing of the rest of the page. It is `inner` where a section of a page is read by itself: there one question
    is enough above what leads on.
    """

    def __init__(
        self,
        outline: Outline,
        evidence: Evidence,
        strong: Callable[[int, int], int],
        *,
        promised: bool,
        inner: bool,
        zones: Container[int],
    ) -> None:
        self._outline = outline
        self._evidence = evidence
        self._inner = inner
        self._zones = zones
        self._strong = strong
        self._promised = promised
        self._questions: dict[int, bool] = {}
        self._told: dict[int, bool] = {}

    def is_around(self, place: int) -> bool:
        """Whether a heading introduces all that follows under the heading above it, or leads on from all of that."""
        titles = self._outline.titles
        level = titles[place].level
        if not self._is_named_so(place):
            return False
        above = place - 1
        while above >= 0 and place - above < _FEW and titles[above].level == level and self._is_named_so(above):
            above -= 1
        below = place + 1
        while (
            below < len(titles) and below - place < _FEW and titles[below].level == level and self._is_named_so(below)
        ):
            below += 1
        if below == len(titles) or titles[below].level < level:
            asked = above >= 0 and titles[above].level >= level
            if asked and self._inner and titles[above].asks and is_leading_title(titles[place].plain):
                return self._leads_on(place)
            return asked and (self._are_questions(level) or self._are_zones(level))
        if above < 0 or titles[above].level < level:
            return self._are_questions(level)
        name = titles[place].plain
        if not is_leading_title(name):
            return (
                is_help_title(name) and not self._are_told(level) and self._are_questions(level) and self._asks(place)
            )
        if is_task_title(name) and self._are_told(level):
            return False
        return self._are_questions(level) and self._leads_on(place)

    def _asks(self, place: int) -> bool:
        """Whether a section says nothing but where to ask others: a paragraph or rows of a list, each with an address."""
        outline = self._outline
        blocks = self._evidence.said(outline.titles[place].after, outline.line(place + 1))
        said = sum(len(block.text) for block in blocks)
        return 0 < said <= _LONGEST_HELP and all(
            block.kind == "paragraph" and has_address(block.text) for block in blocks
        )

    def _leads_on(self, place: int) -> bool:
        """Whether a section in the midst of others has a link."""
        outline = self._outline
        blocks = self._evidence.said(outline.titles[place].after, outline.line(place + 1))
        return any("](" in block.text or "://" in block.text for block in blocks)

    def _is_named_so(self, place: int) -> bool:
        """Whether a heading with nothing but text below it is named as what stands around others."""
        outline, title = self._outline, self._outline.titles[place]
        if title.style != "heading" or title.asks or outline.ends[place] != place + 1:
            return False
        if is_contents(outline, place, self._evidence):
            return True
        return is_around_title(title.plain) and not self._held(place)

    def _held(self, place: int) -> int:
        """How many questions a heading holds, headings and others."""
        outline, end = self._outline, self._outline.ends[place]
        return outline.asked(place + 1, end) + self._strong(outline.titles[place].line, outline.line(end))

    def _are_told(self, level: int) -> bool:
        """Whether a heading of a level, other than what stands around, does not ask and has its text and no question below it."""
        if level not in self._told:
            titles = self._outline.titles
            self._told[level] = any(
                c.style == "heading" and not c.asks and self._outline.has_body(n) and not self._held(n)
                for n, c in enumerate(titles)
                if c.level == level and not self._is_named_so(n)
            )
        return self._told[level]

    def _are_zones(self, level: int) -> bool:
        """Whether nothing stands on a level but sections with questions of their own, and what is around them."""
        titles = self._outline.titles
        own = [n for n, c in enumerate(titles) if c.level == level and not self._is_named_so(n)]
        return bool(own) and all(titles[n].line in self._zones for n in own)

    def _are_questions(self, level: int) -> bool:
        """Whether at least half of the other headings of a level are questions or hold some; all of them where it is promised."""
        if level not in self._questions:
            titles = self._outline.titles
            headings = [n for n, c in enumerate(titles) if c.level == level and c.line not in self._zones]
            held = [
                titles[n].asks or self._held(n)
                for n in headings
                if titles[n].style == "heading" and not self._is_named_so(n)
            ]
            if not held:  # then it is not headings that ask
                held = [c.asks or c.style == "q" for c in titles if c.style != "heading"]
            asked = sum(held) >= _LEAST and 2 * sum(map(bool, held)) >= len(held)
            zones = sum(c.level == level and c.line in self._zones for c in titles)
            told = len(held) + zones >= _LEAST or self._groups(headings)
            self._questions[level] = asked or (self._promised and told)
        return self._questions[level]

    def _groups(self, places: Sequence[int]) -> bool:
        """Whether a heading has no words of its own above several others, on a page where it is promised that these are told."""
        outline = self._outline
        return any(outline.ends[n] > n + _LEAST and not outline.has_body(n) for n in places)
