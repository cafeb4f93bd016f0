"""Plain text without headings: questions on lines of their own, and numbered titles as FAQs of Usenet have them.

A question is a short paragraph that ends with a question mark. A numbered title is a short paragraph such as
``2.3: What is it?`` or ``Chapter 2: Using it``; each dot is a level. Its answer may follow in the same paragraph. In a page
with headings neither is looked for, unless all hashes are indented, which are the comments of scripts; but questions are where
a heading says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import has_label
from faqtui.parsing.questions.wording import is_faq_title, looks_like_question
from faqtui.patterns import pattern

LEAST = 3
"""Titles below which a page is prose with a question, or a number, in it."""

_NUMBERED = pattern(
    r"(?:Subject:[ \t]{1,4})?(?:(?:chapter|part|section)[ \t]+)?([0-9]{1,2}(?:\.[0-9]{1,3}){0,3})[.:)]?[ \t]+(?=\S)",
    re.IGNORECASE,
)
_CHAPTER = pattern(r"(?:chapter|part|section)\b", re.IGNORECASE)
_DOTTED = pattern(r" {0,3}(?:Subject:[ \t]{1,4})?([0-9]{1,2}(?:\.[0-9]{1,3}){1,3})[.:)]{0,2}[ \t]+(?=\S)")
_WHOLE = pattern(r"[0-9]{1,2}\.0[.:)]{0,2}[ \t]")
_SINGLE = pattern(r"([0-9]{1,2})[.:)]?[ \t]+(?=\S)")
_RULE = pattern(r"[ \t]*(?:[-=~*_#][ \t]*){3,}$")
_QUOTED = pattern(r"`([^`'\n]{1,80}'(?!\w))")
"""What is quoted as typewriters did: no code of Markdown begins there."""
_CAPTION = pattern(r"[-=~*#_ \t]{0,40}(\w(?:[^\n.?!;:,]{0,70}\w)?)[-=~*#_ \t:]{0,40}")
_QUOTES = frozenset("\"'(\u201c\u2018\u00ab\u00bf")
_RULED = frozenset("-=~*_#")
_LINES = 3
_ASKED = 6
"""Lines of a title that is a paragraph which asks."""
_CHARACTERS = 240
_ITEM = pattern(r"[0-9]{1,3}[.)][ \t]")
_TOP = 6
"""Paragraphs at the beginning, one of which may say that questions follow."""

_NEARLY = 0.9
"""The share of paragraphs at a depth that stand above deeper ones, from which these are titles."""
_SUBJECT = "Subject:"
"""What the titles of a digest begin with."""


def plain_titles(scan: Scan) -> list[Candidate]:
    """The numbered titles of a text, as headings; or its questions; nothing where it has headings of another sort."""
    headings = [block for block in scan.blocks if block.kind == "heading"]
    lines = scan.lines[: scan.beyond]
    if len(headings) > 1:
        scripts = all(lines[block.start].startswith(" ") for block in headings if block.marker == "#")
        titles = _dotted(lines) if scripts else []
        return titles if len(titles) >= LEAST and len(titles) >= 2 * len(headings) else _below_faq(scan, headings)
    short = [block for block in scan.blocks if _is_short(block)]
    numbered = list(_numbered(short))
    dotted = _dotted(lines)
    flat = len({c.level for c in numbered}) < 2
    if len(dotted) > 1.5 * len(numbered) or (flat and len(dotted) >= LEAST and len({c.level for c in dotted}) > 1):
        numbered = dotted
    if len(numbered) >= LEAST and len({c.level for c in numbered}) > 1:
        _lower(numbered, scan)
        return numbered
    subjects = [block for block in short if block.text.startswith(_SUBJECT)]
    if len(subjects) >= LEAST:
        return [
            Candidate(block.start, block.end, PSEUDO_LEVEL, "plain", _subject(block.text), indent=-1, asks=True)
            for block in subjects
        ]
    if not headings and not any(block.kind in {"fence", "raw", "html"} for block in scan.blocks):
        indented = _indented(lines)
        stepped = _stepped(lines)
        asked = sum(1 for title in indented if title.level > 1)
        if asked >= LEAST and 2 * sum(1 for title in stepped if title.level > 1) < 3 * asked:
            return indented
        if hanging := stepped or _hanging(lines):
            return hanging
    if not headings and (ruled := _between_rules(scan.blocks)):
        return ruled
    return _asking(scan.blocks, lines)


def _asking(blocks: Sequence[Block], lines: Sequence[str]) -> list[Candidate]:
    """The short paragraphs among these blocks that ask, where they are many; or first lines, where most begin so."""
    asking = [block for block in blocks if _is_short(block) and block.text.rstrip().endswith(ASKS)]
    if len(asking) >= LEAST and 8 * len(asking) >= len(blocks):
        if 2 * sum(1 for block in asking if has_label(block.text)) >= len(asking):
            return []  # those with a label are the questions, and what else asks is a part of one
        asking = _with_those_alike(asking, blocks)
        return [_plain(block, block.text, block.end) for block in asking]
    said = [block for block in blocks if block.kind == "paragraph" and not block.depth]
    told = [block for block in said if block.end > block.start + 1 and not lines[block.start + 1][:1].isspace()]
    begun = [(block, block.text.partition("\n")[0].rstrip(" \\")) for block in told]
    begun = [(block, line) for block, line in begun if line.endswith(ASKS) and _is_title(line) and not has_label(line)]
    if len(begun) < LEAST or 2 * len(begun) < len(said):
        return []
    return [_plain(block, line, block.start + 1) for block, line in begun]


def _with_those_alike(asking: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """These lines, each right above a list, with the others that stand so where they are no more: "I want it colder."."""
    listed = {block.item.start for block in blocks if block.item is not None}
    if not all(block.end in listed and block.end == block.start + 1 for block in asking):
        return asking
    alike = [block for block in blocks if block.end in listed and block.end == block.start + 1 and _is_short(block)]
    return alike if len(alike) <= 2 * len(asking) else asking


def _plain(block: Block, text: str, after: int) -> Candidate:
    return Candidate(block.start, after, PSEUDO_LEVEL, "plain", _typed(text), indent=-1)


def _below_faq(scan: Scan, headings: Sequence[Block]) -> list[Candidate]:
    """The short paragraphs that ask in the sections of a page that are called "FAQ", and in those parts of them that begin so."""
    asked: list[Block] = []
    stops = [*(block.start for block in headings[1:]), len(scan.lines)]
    starts = [block.start for block in scan.blocks]
    level = 0
    for heading, stop in zip(headings, stops, strict=True):
        if not level or heading.level <= level:
            level = heading.level if is_faq_title(heading.text) and not heading.depth else 0
        if level:
            blocks = scan.blocks[bisect_right(starts, heading.start) : bisect_left(starts, stop)]
            if heading.level == level or (blocks and blocks[0].text.partition("\n")[0].rstrip(" \\").endswith(ASKS)):
                asked += blocks
    return _asking(asked, scan.lines)


def _lower(titles: list[Candidate], scan: Scan) -> None:
    """Put titles that are numbered ``2.0`` on the level of ``2.1``, where most of them have text of their own."""
    whole = [n for n, title in enumerate(titles) if _WHOLE.match(title.text)]
    ends = {n: titles[n + 1].line if n + 1 < len(titles) else len(scan.lines) for n in whole}
    told = [n for n in whole if any(map(_says, scan.lines[titles[n].after : ends[n]]))]
    if 2 * len(told) > len(whole):
        for n in whole:
            titles[n].level += 1


def _says(line: str) -> bool:
    return any(map(str.isalnum, line))


def _between_rules(blocks: Sequence[Block]) -> list[Candidate]:
    """The short paragraphs right below rules, where each part of a text but the first begins with one and goes on."""
    rules = [n for n, block in enumerate(blocks) if block.kind == "rule" and not block.depth]
    if len(rules) < LEAST:
        return []
    ends = [*rules[1:], len(blocks)]
    parts = [blocks[rule + 1 : min(end, rule + 3)] for rule, end in zip(rules, ends, strict=True)]
    if any(len(part) < 2 or not _is_short(part[0]) or part[1].kind not in {"paragraph", "code"} for part in parts):
        return []
    return [
        Candidate(part[0].start, part[0].end, PSEUDO_LEVEL, "plain", _typed(part[0].text), indent=-1) for part in parts
    ]


def _subject(text: str) -> str:
    return _typed(text).removeprefix(_SUBJECT).strip()


def _indented(lines: Sequence[str]) -> list[Candidate]:
    """Lines that ask with their answer right below, indented more, as manual pages have them; and the captions above those.

    QUESTIONS
       Is it hot?
           Mostly.
    """
    depths: Counter[int] = Counter()
    asking: list[tuple[int, int]] = []
    for number, line in enumerate(lines[:-1]):
        if not line[:1].isspace():
            continue
        text = line.strip()
        if text.endswith(ASKS) and len(text) <= _CHARACTERS and text[0].isalnum() and not has_label(text):
            depth, below = _depth(line), lines[number + 1]
            if below.strip() and _depth(below) > depth:
                asking.append((number, depth))
                depths[depth] += 1
    if not depths:
        return []
    depth = depths.most_common(1)[0][0]
    found = [
        Candidate(number, number + 1, 2, "heading", lines[number].strip(), indent=-1)
        for number, own in asking
        if own == depth
    ]
    captions = [
        Candidate(number, number + 1, 1, "heading", line.strip(), indent=-1)
        for number, line in enumerate(lines)
        if line[:1].strip() and line.isupper() and len(line) <= _CHARACTERS // 4 and not _RULE.match(line)
    ]
    return sorted([*captions, *found], key=lambda c: c.line)


def _hanging(lines: Sequence[str]) -> list[Candidate]:
    """Lines at the margin right above what hangs below them, where most of these ask, and the captions above those.

    --- Prices ---

    Is it dear?
        No.
    """
    titles: list[Candidate] = []
    captions: list[Candidate] = []
    number = 0
    while number < len(lines):
        if not lines[number].strip() or lines[number][0].isspace():
            number += 1
            continue
        start = number
        while number < len(lines) and lines[number].strip() and not lines[number][0].isspace():
            number += 1
        said = lines[start:number]
        hangs = number < len(lines) and bool(lines[number].strip())
        fits = len(said) <= _LINES and sum(map(len, said)) <= _CHARACTERS
        if hangs and fits and said[0][0].isalnum() | (said[0][0] in _QUOTES) and not has_label(said[0]):
            titles.append(Candidate(start, number, 2, "heading", _typed(" ".join(said)), indent=-1))
        elif hangs:
            return []
        elif len(said) == 1 and (caption := _CAPTION.fullmatch(said[0].rstrip())) and fits:
            captions.append(Candidate(start, number, 1, "heading", caption[1], indent=-1))
    asking = sum(title.text.endswith(ASKS) for title in titles)
    if asking < LEAST or 2 * asking < len(titles):
        return []
    return sorted([*captions, *titles], key=lambda c: c.line)


def _stepped(lines: Sequence[str]) -> list[Candidate]:
    """Short paragraphs above what stands further to the right, where all of a text is written so, and the captions above those.

    Printing

       It won't print!

            Switch it on.
    """
    parts = _parts(lines)
    if any(has_label(lines[start].strip()) for start, *_ in parts):
        return []
    promised = any(
        is_faq_title(" ".join(line.split())) for start, *_ in parts[:_TOP] for line in lines[start : start + 2]
    )
    found: list[tuple[int, int, int, bool]] = []  # its lines, its depth, whether it has something deeper below it
    for place, (start, stop, depth) in enumerate(parts):
        below = parts[place + 1][2] if place + 1 < len(parts) else depth
        short = stop - start <= _LINES and sum(len(line.strip()) for line in lines[start:stop]) <= _CHARACTERS
        found.append((start, stop, depth, short and below > depth and lines[start].strip()[0] not in "*+-|#"))
    counts = Counter(depth for *_, depth, titled in found if titled)
    steps = [depth for depth, count in counts.items() if depth and count >= LEAST]
    for depth in sorted(steps, reverse=True):
        first = next(place for place, part in enumerate(found) if part[3] and part[2] == depth)
        own = [part for part in found[first:] if part[2] == depth]
        above = [part for part in found[first:] if part[2] < depth]
        titles = [part for part in own if part[3]]
        captions = [part for part in above if part[3] and part[1] == part[0] + 1]
        said = len(found) - first - len(own) - len(above)
        if len(titles) < LEAST or len(titles) < _NEARLY * len(own) or len(captions) < _NEARLY * len(above):
            continue
        texts = [_typed(" ".join(line.strip() for line in lines[part[0] : part[1]])) for part in titles]
        if 2 * sum(_ITEM.match(text) is not None for text in texts) > len(texts):
            continue  # a list has them
        if said < len(titles) or not (promised or 4 * sum(map(looks_like_question, texts)) >= len(texts)):
            continue
        named = [
            Candidate(start, stop, 2, "heading", text, indent=-1)
            for (start, stop, *_), text in zip(titles, texts, strict=True)
        ]
        over = [part for part in found[:first] if part[3] and part[2] < depth and part[1] == part[0] + 1][-1:]
        if not over and not captions:
            continue
        grouped = [
            Candidate(start, stop, 1, "heading", _typed(lines[start].strip(" \t:")), indent=-1)
            for start, stop, *_ in [*over, *captions]
        ]
        return sorted([*grouped, *named], key=lambda c: c.line)
    return []


def _parts(lines: Sequence[str]) -> list[tuple[int, int, int]]:
    """The paragraphs of a text, and of those that go on deeper each part: their lines, and how deep they stand."""
    parts: list[tuple[int, int, int]] = []
    open_ = False
    for number, line in enumerate(lines):
        if not any(map(str.isalnum, line)):
            open_ = False
            continue
        depth = _depth(line)
        if open_ and depth <= parts[-1][2] + 1:
            start, _, own = parts[-1]
            parts[-1] = (start, number + 1, own)
        else:
            parts.append((number, number + 1, depth))
            open_ = True
    return parts


def _depth(line: str) -> int:
    return len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())


def _is_short(block: Block) -> bool:
    return block.kind == "paragraph" and not block.depth and block.end - block.start <= _LINES and _is_title(block.text)


def _is_title(text: str) -> bool:
    return len(text) <= _CHARACTERS and text[:1] not in "*_[!<|`"


def _numbered(blocks: list[Block]) -> Iterator[Candidate]:
    for block in blocks:
        lines = block.text.split("\n")
        if len(lines) == 1 or not all(map(_NUMBERED.match, lines)):
            lines = [" ".join(block.text.split())]
        for offset, text in enumerate(lines):
            match = _NUMBERED.match(text)
            if match is None or (match[1].isdigit() and not (_CHAPTER.match(text) or text.startswith(_SUBJECT))):
                continue
            start = block.start + offset
            after = start + 1 if len(lines) > 1 else block.end
            level = 1 + match[1].removesuffix(".0").count(".")
            yield Candidate(start, after, level, "heading", _subject(text), indent=-1)


def _typed(text: str) -> str:
    """A title on one line, as Markdown: quotation marks of typewriters begin no code in it."""
    return _QUOTED.sub(r"\\`\1", " ".join(text.split()))


def _dotted(lines: Sequence[str]) -> list[Candidate]:
    """Titles of several numbers that begin a paragraph, ``2.3. What is it?``, and those of the chapters they are in.

    Where most numbers come twice, the first time they are a table of contents.
    """
    found: list[tuple[str, Candidate]] = []
    chapter: tuple[str, int] | None = None
    fresh = True
    for number, line in enumerate(lines):
        match = _DOTTED.match(line) if fresh else None
        if match is not None:
            title = _titled(lines, number, match[1].removesuffix(".0").count("."))
            if chapter is not None and match[1].startswith(chapter[0] + "."):
                found.append((chapter[0], _titled(lines, chapter[1], 0)))
            chapter = None
            found.append((match[1], title))
        elif fresh and line[:1].isdigit():
            single = _SINGLE.match(line)
            if single is not None and len(line) <= _CHARACTERS // 2:
                chapter = (single[1], number)
        # A table of contents has a title on each line.
        begin = line.lstrip()[:1]
        fresh = (
            not begin
            or match is not None
            or (fresh and line[:1].isdigit())
            or (begin in _RULED and _RULE.match(line) is not None)
        )
    last = {key: place for place, (key, _) in enumerate(found)}
    if 2 * len(last) <= len(found) + len(last) // 2:
        return [title for place, (key, title) in enumerate(found) if last[key] == place]
    return [title for _, title in found]


def _titled(lines: Sequence[str], number: int, dots: int) -> Candidate:
    """The title that begins on a line: up to the end of its paragraph or to its question mark or colon, or that line alone."""
    stop = number + 1
    while stop < len(lines) and stop <= number + _ASKED and lines[stop].strip() and not _RULE.match(lines[stop]):
        stop += 1
    end = next((n + 1 for n in range(number, stop) if lines[n].rstrip().endswith((*ASKS, ":"))), stop)
    if end > number + 1 and "? " in lines[number] and lines[number].rstrip().endswith((".", "!")):
        end = number + 1  # it asks, and says why
    if end > number + (_ASKED if lines[end - 1].rstrip().endswith(ASKS) and end == stop else _LINES) or (
        end > number + 1 and _DOTTED.match(lines[number + 1])
    ):
        end = number + 1
    text = _typed(" ".join(lines[number:end]))
    more = end < len(lines) and lines[end].strip() and not _RULE.match(lines[end]) and not _DOTTED.match(lines[end])
    text = text.removeprefix("Subject: ")  # as the parts of a digest are called
    title = Candidate(number, end + 1 if more else end, 1 + dots, "heading", text, indent=-1)
    title.tail = lines[end] if more else ""
    return title
