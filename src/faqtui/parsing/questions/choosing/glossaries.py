"""Glossaries: pages and sections whose title says that terms follow, each with what it means; or problems, with what helps.

    **Wick**: The cord that draws oil up.

    - **Chimney** - The glass around the flame.

    | Term | Meaning |

Elsewhere such a line is a note, a step, or a row of any table. Definition lists are terms wherever they stand (`terms`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from faqtui.letters import has_question_mark
from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import has_label
from faqtui.parsing.questions.noise import is_noise
from faqtui.parsing.questions.qa_tables import rows
from faqtui.parsing.questions.titles import plain_title
from faqtui.parsing.questions.wording import is_faq_title, is_problems_title, part_of_answer
from faqtui.patterns import pattern

_LEAST = 2
"""Terms from which a glossary has some."""

_LISTED = 0.8
"""The share of the items of all lists from which those without emphasis are terms too: ``- Wick: a cord``."""

_LONGEST_TITLE = 60

_HINTS = ("gloss", "glos", "term", "definition", "acronym", "abbrev", "begriff", "lexi", "woordenlijst", "istilah")
"""One of these is in every ASCII title that `_TITLE` finds."""

_TITLE = pattern(
    r"\bgloss(?:ary|ar|aire|ario)\b|\bgl[oó]s(?:s?[aá]rio|ario|arium|ariusz)\b"
    r"|^\W{0,20}(?:[0-9]{1,2}[.)]?\W{1,9})?(?:(?:key|common|important|list of|useful|basic)\W{1,9})?"
    r"(?:terminology|(?:terms|acronyms|abbreviations|definitions)(?:\W{1,9}(?:and|&)\W{1,9}"
    r"(?:terms|acronyms|abbreviations|definitions|concepts|terminology))?|begriffe|begriffs(?:erklärung|definition)(?:en)?|abkürzungen|terminologie|lexique|définitions"
    r"|t[eé]rminos(?: y definiciones)?|terminolog[ií]a|definiciones|definições|termos(?: e definições)?|termini|woordenlijst"
    r"|begrippen(?:lijst)?|słownik(?: pojęć)?|słowniczek|(?:daftar )?istilah|thuật ngữ|terimler|sözlük"
    r"|термины(?: и определения)?|терминология|словарь(?: терминов)?|מונחים|מילון(?: מונחים)?"
    r"|(?:مسرد )?(?:ال)?مصطلحات(?: \w{1,20})?|اصطلاحات)\W{0,9}$"
    r"|глоссари|术语|術語|名词解释|词汇表|用語(?:集|解説|一覧|$)|용어",
    re.IGNORECASE,
)
_BOLD = pattern(
    r"(?P<m>\*\*|__|`)(?=\S)(?P<t>(?:(?!(?P=m))[^\n]){1,120}?)(?<=\S)(?P<c>[:\uff1a]?)(?P=m)(?P<p>[ \t]*\([^()\n]{1,80}\))?"
    r"[ \t]*(?P<d>[:\uff1a=]|(?:--?|[\u2013\u2014\u2192])(?=[ \t]|$)|(?:\\|<br ?/?>)?$)?[ \t]*"
)
_PLAIN = pattern(
    r"(?P<t>[^\n:\uff1a.!?*`\[\]]{1,60}?)(?:[:\uff1a](?!//)|[ \t](?:--?|[\u2013\u2014])(?=[ \t]))[ \t]*(?=\S)"
)
_HEAD = pattern(
    r"\W{0,20}(?:terms?|words?|acronyms?|abbreviations?|concepts?|begriffe?|abkürzung|término|termo|terme|termine|concepto"
    r"|conceito|begrip|afkorting|термин|сокращение|понятие|用語|术语|術語|名词|缩写|略語|용어|약어|istilah|مصطلح|المصطلح|מונח)(?:\W{1,3}\w{1,20}){0,2}\W{0,20}",
    re.IGNORECASE,
)


_ANY = pattern(r"[^\n]{1,60}")


def is_terms_title(text: str) -> bool:
    """Whether a title says that terms follow: "Glossary", "Terms and definitions", and the like in other languages."""
    if len(text) > _LONGEST_TITLE or has_question_mark(text):
        return False
    if text.isascii():
        folded = text.lower()
        if not any(map(folded.__contains__, _HINTS)):
            return False
    return _TITLE.search(text) is not None


def heads(headings: Sequence[Candidate]) -> set[int]:
    """The lines of the headings that say so; one in the answer to a question is a part of that.

    Problems may be written so where none has a heading.
    """
    found: set[int] = set()
    above: list[Candidate] = []
    for heading, following in zip_longest(headings, headings[1:]):
        while above and above[-1].level >= heading.level:
            above.pop()
        says = is_terms_title(heading.plain) or (
            (following is None or following.level <= heading.level) and is_problems_title(heading.plain)
        )
        if says and not heading.asks and not any(c.asks for c in above):
            found.add(heading.line)
        above.append(heading)
    return found


def explained(
    scan: Scan, headings: Sequence[Candidate], lines: set[int], *, whole: bool, problems: bool
) -> list[Candidate]:
    """The terms below the headings on these `lines`, or with `whole` on all the page, without those of definition lists.

    With `problems` it is these that the whole page tells of.
    """
    tabled = list(rows(scan, _HEAD.fullmatch))
    if whole:
        if not tabled and not problems and len(headings) < _LEAST:
            tabled = list(rows(scan, _ANY.fullmatch))  # of a page that is all glossary, however its columns are called
        return _among(scan.blocks, tabled, problems=problems)
    starts, lines_of_rows = [block.start for block in scan.blocks], [row.line for row in tabled]
    found: list[Candidate] = []
    for place, heading in enumerate(headings):
        if heading.line in lines and (not found or found[-1].line < heading.line):
            following = range(place + 1, len(headings))
            below = (headings[n].line for n in following if headings[n].level <= heading.level)
            start, stop = heading.after, next(below, len(scan.lines))
            found += _among(
                scan.blocks[bisect_left(starts, start) : bisect_left(starts, stop)],
                tabled[bisect_left(lines_of_rows, start) : bisect_left(lines_of_rows, stop)],
                problems=not is_terms_title(heading.plain),
            )
    return found


def _among(blocks: Sequence[Block], tabled: Sequence[Candidate], *, problems: bool) -> list[Candidate]:
    """The terms of these blocks and rows of tables, in order; none where they are names of parts.

    `problems` are told of in two words at least: a single one says on what something is done. Below labelled questions such
    terms are parts of their answers.
    """
    if sum(block.kind == "paragraph" and not block.depth and has_label(block.text) for block in blocks) >= _LEAST:
        return []
    items = [block for block in blocks if block.kind == "paragraph" and _begins_item(block)]
    plain = [block for block in items if _BOLD.match(block.text) is None and _PLAIN.match(block.text)]
    listed = len(plain) >= _LISTED * len(items)
    found = [*_terms(blocks, listed=listed), *tabled]
    for candidate in found:
        candidate.style = "term"
        candidate.plain = plain_title(candidate.text)
    if problems and (labelled := _labelled(found)):
        return labelled
    if problems:
        found = _without_parts(found)
    # What comes again is the name of a part of each meaning: "Example".
    if len({c.plain.casefold() for c in found}) < max(_LEAST, _LISTED * len(found)):
        return []
    if 2 * sum(part_of_answer(c.plain) > 0 or (problems and _is_word(c.plain)) for c in found) > len(found):
        return []
    return sorted(found, key=lambda c: c.line)


def told_in_lists(scan: Scan, headings: Sequence[Candidate], known: Container[int]) -> list[Candidate]:
    """The items of lists that are all that stands below a heading which says that questions follow, where none asks.

    Those on `known` lines are read otherwise.

    - **The lamp goes out**: Turn up the wick.
    - **The lamp smokes**: Turn it down.

    Each begins with a title of two words or more that is set off from what follows it.
    """
    starts = [block.start for block in scan.blocks]
    stops = [*(heading.line for heading in headings[1:]), len(scan.lines)]
    found: list[Candidate] = []
    for place, (heading, stop) in enumerate(zip(headings, stops, strict=False)):
        holds = any(following.level > heading.level for following in headings[place + 1 : place + 2])
        if heading.asks or holds or heading.line in known or not is_faq_title(heading.plain):
            continue
        blocks = scan.blocks[bisect_left(starts, heading.after) : bisect_left(starts, stop)]
        first = next((at for at, block in enumerate(blocks) if block.item is not None), len(blocks))
        items = [block for block in blocks[first:] if _begins_item(block)]
        terms = _among(blocks[first:], [], problems=True) if len(items) >= _LEAST else []
        alike = [term.line for term in terms] == [block.start for block in items] and all(term.tail for term in terms)
        if (
            alike
            and all(block.depth or is_noise(block) for block in blocks[first:])
            and not any(map(_asks, [*items, *blocks[:first]]))
        ):
            found += terms
    return found


def _asks(block: Block) -> bool:
    return has_question_mark(block.text.partition("\n")[0])


def _without_parts(found: list[Candidate]) -> list[Candidate]:
    """These without the names of parts that stand below each problem: "Workaround", or any that comes again."""
    often = Counter(c.plain.casefold() for c in found)
    others = [c for c in found if part_of_answer(c.plain) < 2 and (often[c.plain.casefold()] < 2 or not c.tail.strip())]
    return others if len(others) >= _LEAST else found


def _labelled(found: Sequence[Candidate]) -> list[Candidate]:
    """Those of these that only say that a problem follows, as the first of them does, with the problem for their text."""
    label = found[0].plain.casefold() if found and part_of_answer(found[0].plain) > 1 else ""
    labelled = [c for c in found if c.plain.casefold() == label and c.tail.strip()]
    if not label or len(labelled) < _LEAST:
        return []
    for candidate in labelled:
        candidate.text, candidate.tail = candidate.tail.strip(), ""
        candidate.plain = plain_title(candidate.text)
    return labelled


def _is_word(text: str) -> bool:
    """Whether a title is one word of a script that has spaces between words."""
    return len(text.split()) < _LEAST and (len(text) < 2 * _LEAST or text[0] < "\u2e80")


def _begins_item(block: Block) -> bool:
    return block.item is not None and block.item.depth == 0 and block.depth == 1 and block.start == block.item.start


def _terms(blocks: Sequence[Block], *, listed: bool) -> Iterator[Candidate]:
    """The paragraphs, and items of lists, that begin with a term which is set off from what follows it."""
    for block in blocks:
        if block.kind != "paragraph" or block.quoted or (block.depth and not _begins_item(block)):
            continue
        item = block.item
        first = block.text.partition("\n")[0].rstrip()
        term = _BOLD.match(first)
        if term is not None and (term["c"] or term["d"] is not None):
            if item is not None and term["m"] == "`" and term.end() == len(block.text) and item.end == block.end:
                continue  # one of several files or commands that are listed, and no more
            text = term["t"] + (term["p"] or "")
        elif item is not None and listed and (term := _PLAIN.match(first)) is not None:
            text = term["t"]
        else:
            continue
        found = Candidate(block.start, block.start + 1, PSEUDO_LEVEL, "term", text.strip(), tail=first[term.end() :])
        if item is not None:
            found.stop, found.indent = item.end, item.indent
        yield found
