"""The page of a directory that lists the others: what it says is text of the directory, and no entry of it asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from faqtui.letters import ASKS
from faqtui.model import Document
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.questions.around import OF_FAQ, is_around_title, is_closing_title, says_where
from faqtui.parsing.questions.choosing.cards import without_cards
from faqtui.parsing.questions.introductions import STYLE
from faqtui.parsing.questions.navigation_lines import leads_on
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.parsing.tree.page_rows import (
    PageLine,
    as_rows,
    is_bare,
    is_row,
    is_title_that_leads,
    leads_elsewhere,
    names_rows,
    rows,
    says_where_it_is,
)
from faqtui.patterns import pattern

_NAMES = frozenset({"index", "_index", "readme", "home", "toc", "overview", "faq"})
_COVERS = _NAMES - {"faq"}
_FRAMES = frozenset({"_sidebar", "_navbar", "_footer", "_header"})
_MENUS = frozenset({"_sidebar", "_navbar"})
"""Pages that a site shows around all others, and those of them that list these."""

_MADE = pattern(r"[ \t]*(?:\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{\{[^{}]*\}\})[ \t]*$")
"""A line on which the site puts a list of the other pages."""

_LONGEST_SAID = 300
"""Characters that may say what is on a page below a title that leads there."""

_FEWEST_ALONE = 2
"""Links from which a page with nothing else but them below one heading is a list of others."""

_MOST_BARE = 2
"""Rows that lead nowhere yet, for each that does."""

_MARKS = (":", "```", "~~~")
"""What lines begin with that mark directives and their options."""

FEWEST, _FEW = 3, 0.15
"""Links from which a page is a list of others, and how many other lines there may be for each of them."""


def settled(document: Document, segments: Segments, lines: Sequence[str]) -> list[str]:
    """Make the sections of a page text, where it stands among others that it lists and they hold little but links to those.

    So is the cover of a FAQ. Given back are the rows of the list, as `faqtui.parsing.tree.navigation` takes them.
    """
    stem = document.path.rpartition("/")[2].partition(".")[0].casefold()
    if document.path.count("/") < document.root:
        return []
    if not segments.sections:
        return rows(segments.headings, as_rows(lines)) if stem in _NAMES else []
    cut = _is_first_of(stem, (text for section in segments.sections for _, text in section.lines))
    frame = stem in _FRAMES and not any(section.question.endswith(ASKS) for section in segments.sections)
    if not (frame or cut or stem in _NAMES):
        return []
    made = as_rows(lines)
    if frame or _has_cards(segments, lines) or _lists(segments, stem, made):
        listed = rows(segments.headings, made) if not frame or stem in _MENUS else []
        _make_text(segments, lines, cut=cut)
        return listed
    return rows(segments.headings, made) if stem in _COVERS and len(segments.sections) == 1 else []


def _lists(segments: Segments, stem: str, made: Sequence[PageLine]) -> bool:
    """Whether a page of this name is a cover, or has little but rows that lead to the pages beside it."""
    counted = _Counted({heading.line for heading in segments.headings})
    of_faq = titled = 0
    for section in [section for section in segments.sections if not _leads_on(section)] or segments.introductions:
        if OF_FAQ.match(section.question):
            of_faq += 1
            continue
        titled += 1
        leads = is_title_that_leads(section.question)
        counted.leading += leads
        leads = leads and sum(len(text) for _, text in section.lines) <= _LONGEST_SAID
        if section.question.rstrip().endswith(ASKS) and not leads:
            return False
        counted.count(section, made, told=leads)
    if of_faq and not titled:
        return True
    fewest = FEWEST if counted.others or titled > 1 else _FEWEST_ALONE
    others = counted.others + max(0, counted.bare - _MOST_BARE * counted.leading)
    others += max(0, counted.elsewhere - counted.leading)
    return (stem in _COVERS and _is_cover(segments)) or (counted.leading >= fewest and others <= _FEW * counted.leading)


class _Counted:
    """How many lines of a page lead to others, are yet to lead there, lead out of the site, or say something else."""

    def __init__(self, heads: set[int]) -> None:
        self.leading = self.others = self.bare = self.elsewhere = 0
        self._heads = heads
        self._introduced = False

    def count(self, section: Section, made: Sequence[PageLine], *, told: bool) -> None:
        """Count the lines of a section; where its title leads to a page, its words are `told` of that."""
        lines = [made[number] for number, _ in section.lines]
        said = [line.text for line in lines if line.text.strip()]
        if len(said) == 1 and says_where_it_is(said[0]):
            self.leading += 1
            return
        last = _closing(lines)
        for place, (line, (number, _)) in enumerate(zip(lines[:last], section.lines, strict=False)):
            text = line.text
            if _MADE.match(text):
                self.leading += FEWEST
            elif line.leads:
                self.leading += len(line.leads)
            elif number in self._heads or names_rows(lines, place):
                continue
            elif is_bare(text):
                self.bare += 1
            elif leads_elsewhere(text):
                self.elsewhere += 1
            elif text[:1] in {" ", "\t"} and place and lines[place - 1].leads:
                continue  # what is on the page that the row above leads to
            elif text.strip(" \t-*_") and not _leads_in(lines, place):
                self.others += not told
            elif self.others and not self.leading and not self._introduced and not text.strip():
                self._introduced, self.others = True, 0  # a paragraph above all rows says what they are


def _closing(lines: Sequence[PageLine]) -> int:
    """Where a short paragraph begins that ends a section below its rows: it says what to do whom these do not help."""
    stop = len(lines)
    while stop and not lines[stop - 1].text.strip(" \t-*_"):
        stop -= 1
    first = stop
    while first and lines[first - 1].text.strip() and not lines[first - 1].leads:
        first -= 1
    short = sum(len(line.text) for line in lines[first:stop]) <= _LONGEST_SAID
    below = first > 0 and not lines[first - 1].text.strip() and any(line.leads for line in lines[:first])
    return first if short and below and lines[first].text[:1] not in {" ", "\t", "#", "-", "*", "|"} else len(lines)


def _leads_on(section: Section) -> bool:
    """Whether a section only says where to ask what is on none of the pages."""
    return is_closing_title(section.question) and any(says_where(text) for _, text in section.lines)


def _has_cards(segments: Segments, lines: Sequence[str]) -> bool:
    """Whether a page holds little but cards that lead to those beside it, and asks nothing outside of them."""
    if not any("card" in line.lower() or "{grid}" in line for line in lines):
        return False
    outside, _, beside = without_cards(lines)
    places = set(outside)
    asking = [s.start for s in segments.sections if s.question.endswith(ASKS) and not is_closing_title(s.question)]
    titles = {heading.line for heading in segments.headings}
    said = (lines[n] for n in outside if n not in titles)
    others = sum(bool(line.strip(" \t-*_")) and not line.lstrip().startswith(_MARKS) for line in said)
    return beside >= _FEWEST_ALONE and places.isdisjoint(asking) and others <= beside


def _make_text(segments: Segments, lines: Sequence[str], *, cut: bool) -> None:
    """Make all that a page says below its title text of it; of one that is `cut` into others without what leads into these."""
    taken = [heading.after for heading in segments.headings[:1] if heading.plain == segments.title]
    first = max(taken, default=0)
    kept = [(n, text) for n, text in enumerate(lines) if n >= first and not (cut and "#" in text and is_row(text))]
    while kept and not kept[0][1].strip():
        del kept[0]
    while kept and not kept[-1][1].strip():
        del kept[-1]
    _trim(kept)
    if not kept:
        return
    segments.sections = []
    segments.introductions = [Section("", kept[0][0], kept[-1][0] + 1, kept, (), STYLE)]


def _is_first_of(stem: str, texts: Iterable[str]) -> bool:
    """Whether a page is cut into others that are called by its name and a number: ``kiln-faq.html``, ``kiln-faq-1.html``."""
    first = next((text.partition("](")[2] for text in texts if "](" in text), "").casefold()
    rest = first.removeprefix(stem)
    return rest != first and rest[:1] in {"-", "_"} and rest[1:2].isdecimal()


def _trim(kept: list[tuple[int, str]]) -> None:
    """Take off what leads to the pages around at the end of lines, and the rule above it."""
    first = next((place + 1 for place in range(len(kept) - 1, -1, -1) if not kept[place][1].strip()), 0)
    if first and leads_on("\n".join(text for _, text in kept[first:])):
        del kept[first:]
        while kept and not kept[-1][1].strip("-* \t"):
            del kept[-1]


def lists(page: ReadPage) -> bool:
    """Whether a page that was made text lists others: it is read with them, whatever else stands in files of its format."""
    texts = page.introductions
    stem = page.path.rpartition("/")[2].partition(".")[0].casefold()
    if len(texts) != 1:
        return False
    if stem not in _NAMES:
        return _is_first_of(stem, texts[0].answer.split("\n"))
    leading = [line for line in texts[0].answer.split("\n") if is_row(line) and "#" not in line]
    return len(leading) >= FEWEST  # rows that lead into pages are a table of contents


def _is_cover(segments: Segments) -> bool:
    """Whether a page is not of questions: below a title that only says that this is a FAQ stands who wrote it, when, and of what.

    It may have sections that lead on: "Additional resources".
    """
    titles = [section.question for section in segments.sections]
    return all(map(is_around_title, titles)) or (len(titles) == 1 and is_faq_title(titles[0]))


def _leads_in(lines: Sequence[PageLine], place: int) -> bool:
    """Whether a line only leads in a list or a table of other pages: it ends with a colon right above one, or is its head."""
    text = lines[place].text.rstrip()
    if text.lstrip()[:1] == "|":
        return any(row.leads for row in lines[place + 1 : place + 3])
    below = next((row for row in lines[place + 1 : place + 3] if row.text.strip()), None)
    return (
        text.endswith((":", "\uff1a")) and below is not None and (bool(below.leads) or below.text.lstrip()[:1] == "|")
    )
