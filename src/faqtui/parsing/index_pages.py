"""The page of a directory that lists the others: what it says is text of the directory, and no entry of it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from faqtui.letters import ASKS
from faqtui.model import Document
from faqtui.parsing.draft import ReadPage
from faqtui.parsing.front_matter import BETWEEN
from faqtui.parsing.questions.around import is_around_title, is_closing_title, says_where
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.cards import without_cards
from faqtui.parsing.questions.introductions import STYLE
from faqtui.parsing.questions.navigation_lines import leads_on
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern

_NAMES = frozenset({"index", "_index", "readme", "home", "toc", "overview", "faq"})
_COVERS = _NAMES - {"faq"}
_FRAMES = frozenset({"_sidebar", "_navbar", "_footer", "_header"})
"""Pages that a site shows around all others."""

_ROW = pattern(
    r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?[ \t]+)?"
    r"(?:\*\*|__)?\[[^\[\]\n]{1,300}\]\(<?(?![a-z][a-z0-9+.-]*:|//|#)[^()<>\s]{1,300}>?\)"
    r"(?:\*\*|__)?(?:[ \t]*[:\u2013\u2014-][ \t][^\n]{1,200})?[ \t]*$"
)
"""A row that leads to another page, and may say what is there."""

_TITLED = pattern(r"(?:\d{1,3}\.?[ \t]+)?\[[^\[\]\n]{1,300}\]\(<?(?![a-z][a-z0-9+.-]*:|//|#)[^()<>\s]{1,300}>?\)$")
"""A title that leads to one."""

_CELL = pattern(
    r"[ \t]*\|(?:[^\n|]{1,300}\|){0,2}[ \t]*(?:\d{1,3}[.)][ \t]+)?(?:\*\*|__)?"
    r"\[[^\[\]\n|]{1,300}\]\(<?(?![a-z][a-z0-9+.-]*:|//|#)[^()<>\s|]{1,300}>?\)(?:\*\*|__)?"
    r"[ \t]*\|(?:[^\n|]{0,300}\|){0,3}[ \t]*$"
)
_TABLE = pattern(r"[ \t]*\|")
"""A row of a table one of whose first cells leads to another page, and any row."""

_WIKI_ROW = pattern(
    r"[ \t]{0,12}[-*+][ \t]{1,4}\[\[[^\[\]\n]{1,200}\]\](?:[ \t]{0,4}[:\u2013\u2014-][ \t][^\n]{1,200})?[ \t]{0,9}$"
)
_ROWS = (_ROW, _WIKI_ROW, _CELL, _TITLED)

_BARE = pattern(r"[ \t]*[-*+][ \t]+[^\n\[\]<>]{1,120}$")
"""A row that is yet to lead somewhere."""

_BOLD = pattern(r"[ \t]{0,3}(?:\*\*|__)([^*_\n\[\]]{1,80})(?:\*\*|__):?[ \t]*$")
_TARGET = pattern(r"\]\(<?([^()<>\s]{1,300})>?\)")
_BELOW = 10
"""The level of what stands below all headings, at the margin."""

_WRITTEN = pattern(
    r"\{\{[<%]-?[ \t]*(?:rel)?ref[ \t]+\"?([^\s\"{}]{1,300})\"?[ \t]*-?[>%]\}\}"
    r"|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s{}%]{1,300})[ \t]*-?%\}"
    r"|\{\{[ \t]*(?:site\.(?:base)?url|base|\$?base_?url)[ \t]*\}\}()"
)
"""How sites write the address of a page: ``{{< ref "page" >}}``, ``{% link _faq/page.md %}``, ``{{ site.baseurl }}/faq/page``."""

_MADE = pattern(r"[ \t]*(?:\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{\{[^{}]*\}\})[ \t]*$")
"""A line on which the site puts a list of the other pages."""

_OF_FAQ = pattern(
    r"\W{0,4}(?:how (?:to|can i|do i) (?:add|contribute|suggest|submit|edit|propose)\b|contribut(?:e|ing|ions?|ors?)\b"
    r"|(?:the )?licen[cs]e\b|authors?\b|credits?\b|about (?:this|these|the) (?:faqs?|pages?|folder|documents?|section)\b)",
    re.IGNORECASE,
)
"""What is said in a folder of pages, of them."""

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
        return rows(segments.headings, lines) if stem in _NAMES else []
    cut = _is_first_of(stem, (text for section in segments.sections for _, text in section.lines))
    frame = stem in _FRAMES and not any(section.question.endswith(ASKS) for section in segments.sections)
    if frame or ((stem in _NAMES or cut) and (_has_cards(segments, lines) or _lists(segments, stem))):
        listed = [] if frame else rows(segments.headings, lines)
        _make_text(segments, lines, cut=cut)
        return listed
    return []


def rows(headings: Sequence[Candidate], lines: Sequence[str]) -> list[str]:
    """The pages that a list names, each with the titles it stands below in the list: none of these where all stand below one."""
    titles = {heading.line: heading for heading in headings}
    top = min((heading.level for heading in headings), default=0)
    first = headings[0].line if headings and sum(heading.level == top for heading in headings) == 1 else -1
    above: list[tuple[int, str]] = []  # the headings, and below them the items by their indentation
    found: list[tuple[str, ...]] = []
    for number, line in enumerate(map(_addressed, lines)):
        heading = titles.get(number)
        level = _BELOW + len(line) - len(line.lstrip()) if heading is None else heading.level
        target = _TARGET.search(line) if any(row.match(line) for row in _ROWS[:-1]) or heading is not None else None
        bold = None if target else _BOLD.match(line)
        if target or heading is not None or bold or _BARE.match(line):
            while above and above[-1][0] >= level - (bold is not None):
                above.pop()
        if target and "#" not in target[1]:
            found.append((target[1], *(title for _, title in above if title)))
        elif heading is not None and number != first:
            above.append((level, heading.plain))
        elif bold:
            above.append((level - 1, bold[1].rstrip(":")))
        elif heading is None and _BARE.match(line):
            above.append((level, line.strip(" \t-*+:_")))
    several = len({row[1:] for row in found}) > 1
    return [BETWEEN.join(row if several else row[:1]) for row in found]


def _addressed(line: str) -> str:
    """A line with the address of a page as Markdown has it, however a site writes it."""
    if "{" not in line:
        return line
    return _WRITTEN.sub(lambda found: found[1] or (f"/{found[2]}" if found[2] else ""), line)


def _lists(segments: Segments, stem: str) -> bool:
    """Whether a page of this name is a cover, or has little but rows that lead to the pages beside it."""
    leading = others = titled = bare = of_faq = 0
    introduced = False
    for section in [section for section in segments.sections if not _leads_on(section)] or segments.introductions:
        if _OF_FAQ.match(section.question):
            of_faq += 1
            continue
        titled += 1
        leads = _TITLED.match(section.question) is not None
        leading += leads
        leads = leads and sum(len(text) for _, text in section.lines) <= _LONGEST_SAID
        if section.question.rstrip().endswith(ASKS) and not leads:
            return False
        for place, (_, text) in enumerate(section.lines):
            if _MADE.match(text):
                leading += FEWEST
            elif any(row.match(_addressed(text)) for row in _ROWS):
                leading += 1
            elif _BARE.match(text):
                bare += 1
            elif text[:1] in {" ", "\t"} and place and _ROW.match(section.lines[place - 1][1]):
                continue  # what is on the page that the row above leads to
            elif text.strip(" \t-*_") and not _leads_in(section.lines, place):
                others += not leads
            elif others and not leading and not introduced and not text.strip():
                introduced, others = True, 0  # a paragraph above all rows says what they are
    if of_faq and not titled:
        return True
    fewest = FEWEST if others or titled > 1 else _FEWEST_ALONE
    others += max(0, bare - _MOST_BARE * leading)
    return (stem in _COVERS and _is_cover(segments)) or (leading >= fewest and others <= _FEW * leading)


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
    kept = [(n, text) for n, text in enumerate(lines) if n >= first and not (cut and "#" in text and _ROW.match(text))]
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
    leading = [line for line in texts[0].answer.split("\n") if _ROW.match(line) and "#" not in line]
    return len(leading) >= FEWEST  # rows that lead into pages are a table of contents


def _is_cover(segments: Segments) -> bool:
    """Whether a page is not of questions: below a title that only says that this is a FAQ stands who wrote it, when, and of what.

    It may have sections that lead on: "Additional resources".
    """
    titles = [section.question for section in segments.sections]
    return all(map(is_around_title, titles)) or (len(titles) == 1 and is_faq_title(titles[0]))


def _leads_in(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """Whether a line only leads in a list or a table of other pages: it ends with a colon right above one, or is its head."""
    text = lines[place][1].rstrip()
    if _TABLE.match(text):
        return any(_CELL.match(row) for _, row in lines[place + 1 : place + 3])
    below = next((row for _, row in lines[place + 1 : place + 3] if row.strip()), "")
    return text.endswith((":", "\uff1a")) and (_ROW.match(below) is not None or _TABLE.match(below) is not None)
