"""What speaks for this or that being a question: counts over a range of lines, from which a style and a level follow.

A range is a whole document or one section of it. Titles such as "FAQ" say that questions follow, and then weaker signs do:
bold lines without a question mark, list items with a title, rows of a table. Cutting is `segment`'s business.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan
from faqtui.parsing.questions import noise
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.lists import go_on, has_own_text, listed_questions, question_items
from faqtui.parsing.questions.wording import is_generic
from faqtui.patterns import pattern

_SECTIONS_OF_ONE = pattern(
    r"^\W*(?:answers?|solutions?|resolutions?|explanations?|good to hear|additional links?|references?|"
    r"links?|resources?|see also|related.*|"
    r"further reading|more info\w*|symptoms?|causes?|root cause|problem|issue|environment|steps?.*|"
    r"workarounds?|notes?|examples?|summary|"
    r"description|details?|conclusion|diagnos\w*|prerequisites?|before you begin|next steps?|tl;?dr|code|"
    r"hints?|procedure|overview|background)\W*$",
    re.IGNORECASE,
)
_NUMBERED = pattern(r"\(?[0-9]{1,4}[.):]")
_STYLES = {
    "q": {"q"},
    "bold": {"bold", "lead", "run-in", "q"},
    "container": {"container"},
    "item": {"item"},
    "term": {"term"},
    "row": {"row"},
    "plain": {"plain"},
}


REPEATED, REPEATED_SHARE = 3, 0.8
"""How often a title comes, and in how much of a level, for that to be parts of answers: "Symptoms", "Solution"."""


class Evidence:
    """Judges ranges of one document. Lines count from 0; a range ends before its `stop`."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._starts = [block.start for block in scan.blocks]
        self._split: tuple[Block | None, list[str]] = (None, [])  # the block that was clipped last, which may be large

    def blocks(self, start: int, stop: int) -> list[Block]:
        """The blocks that begin in these lines."""
        return self.scan.blocks[bisect_left(self._starts, start) : bisect_left(self._starts, stop)]

    def clipped(self, start: int, stop: int) -> list[Block]:
        """The blocks of these lines; of one that begins before or ends after them, only what stands on them."""
        blocks = self.blocks(start, stop)
        first = bisect_left(self._starts, start)
        if first and self.scan.blocks[first - 1].end > start:
            blocks.insert(0, self.scan.blocks[first - 1])
        for place in {0, len(blocks) - 1} if blocks else ():
            block = blocks[place]
            if block.start >= start and block.end <= stop:
                continue
            begun, ended = max(start, block.start), min(stop, block.end)
            kind = block.kind
            if kind in {"html", "paragraph", "table", "rest"}:
                if self._split[0] is not block:
                    self._split = block, block.text.split("\n")
                lines: Sequence[str] = self._split[1][begun - block.start : ended - block.start]
            elif kind == "fence":  # with titles in it: a line of tildes below a title is no fence
                kind, lines = "paragraph", self.scan.lines[begun:ended]
            else:
                continue
            blocks[place] = Block(kind, begun, ended, "\n".join(lines), block.depth, block.item, block.quoted)
        return [block for block in blocks if block.start >= start]

    def has_body(self, markers: Sequence[Candidate], index: int, stop: int) -> bool:
        """Whether text that is no noise stands between a candidate and the next, or the end of the range."""
        marker = markers[index]
        if marker.tail:
            return True
        following = markers[index + 1].line if index + 1 < len(markers) else stop
        return any(not noise.is_noise(block) for block in self.blocks(marker.after, following))

    def is_one_question(self, headings: list[Candidate], stop: int) -> bool:
        """Whether a whole page answers its only title."""
        first, *others = headings
        if not others:
            return True
        own = sum(1 for c in others if _SECTIONS_OF_ONE.match(c.plain))
        asked = sum(1 for c in others if c.asks)
        if own >= 0.5 * len(others) and not asked and (first.asks or own == len(others)):
            return True
        return first.asks and "?" in first.plain and not asked and self.has_body(headings, 0, stop)

    def style(self, headings: list[Candidate], candidates: list[Candidate], *, faq: bool) -> str:
        """Which kind of candidate the questions of a range are; `faq` where its title says that there are some."""
        asked = sum(1 for c in headings if c.asks)
        counts: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            counts.setdefault(candidate.style, []).append(candidate)
        q = counts.get("q", [])
        if len(q) < 0.5 * len(headings):  # a few quoted ones among many sections are exercises
            q = [c for c in q if not c.quoted]
        if len(q) >= 2 and len(q) >= asked:
            return "q"
        containers = [c for c in counts.get("container", []) if not is_generic(c.plain)]
        asking = [c for c in containers if c.asks]
        beside = len(headings) - _parts_within(containers, headings)
        if len(containers) >= 2 and (len(asking) > asked or (len(containers) > beside and not asked)):
            return "container"
        if len(asking) >= 2 and len(asking) >= 0.5 * len(containers) and asked <= len(asking):
            return "container"
        every = counts.get("bold", []) + counts.get("lead", [])
        bold = [c for c in every if c.asks]
        items = question_items(counts.get("item", []))
        asking_items = [c for c in items if c.asks and "?" in c.plain]
        many = len(asking_items) >= max(3, 0.5 * len(items), 2 * asked + 1) and not self._is_contents(items)
        if many and len(asking_items) >= len(bold):
            return "item"  # bold or not, they are questions of one list
        if len(bold) >= 2 and len(bold) > 1.5 * asked and len(bold) >= 0.4 * len(every):
            return "bold"
        terms = counts.get("term", [])
        if len(terms) >= 2 and sum(1 for c in terms if c.asks) >= max(0.5 * len(terms), asked + 1):
            return "term"
        rows = counts.get("row", [])
        if sum(1 for c in rows if c.asks) >= max(2, asked + 1, 0.5 * len(rows)) and (faq or len(headings) < 2):
            return "row"
        if many:
            return "item"
        if len(q) == 1 and not asked and not headings:
            return "q"
        if len(bold) == 1 and not headings and not items:
            return "bold"
        if faq and headings and not asked and self._are_titled(items):
            return "item"
        weak = self._weak_style(counts, containers) if faq and not headings else "heading"
        return "plain" if weak == "heading" and len(counts.get("plain", [])) >= 3 and not asked else weak

    def _weak_style(self, counts: dict[str, list[Candidate]], containers: list[Candidate]) -> str:
        """The style of a range that is said to hold questions and has no headings."""
        if counts.get("q"):
            return "q"
        if containers:
            return "container"
        bold = [c for style in ("bold", "lead", "run-in") for c in counts.get(style, []) if _is_title(c)]
        if len(bold) >= 2 or any(c.asks for c in bold):
            return "bold"
        if len(counts.get("row", [])) >= 2:
            return "row"
        items = question_items(counts.get("item", []))
        titled = sum(1 for c in items if c.strong or c.asks)
        if not titled or self._is_contents(items):
            return "heading"
        wanted = 0.2 * len(items) if self._is_only_list(items) else max(2, 0.6 * len(items))
        return "item" if titled >= wanted else "heading"

    def _are_titled(self, items: Sequence[Candidate]) -> bool:
        """Whether nearly all items have text of their own below their first paragraph, and hardly any stands between them."""
        answered = sum(1 for c in items if has_own_text(c))
        if answered < max(3, 0.8 * len(items)):
            return False
        blocks = self.blocks(items[0].line, items[-1].stop or items[-1].after)
        between = sum(
            1 for block in blocks if block.item is None and not noise.is_noise(block) and block.kind != "heading"
        )
        return between <= 0.2 * len(items)

    def _is_only_list(self, items: Sequence[Candidate]) -> bool:
        """Whether nothing is said between these items, and none of them has much to say."""
        blocks = self.blocks(items[0].line, items[-1].stop or items[-1].after)
        spoken = sum(1 for block in blocks if block.kind == "paragraph")
        return spoken <= 1.3 * len(items) and all(
            block.item is not None or block.kind != "paragraph" for block in blocks
        )

    def is_list_of_questions(self, candidates: Sequence[Candidate]) -> bool:
        """Whether a section is nothing but a list of which some items ask."""
        items = question_items([c for c in candidates if c.style == "item"])
        if any(c.style == "heading" for c in candidates) or sum(1 for c in items if c.asks) < max(2, 0.2 * len(items)):
            return False
        return self._is_only_list(items) and not self._is_contents(items)

    def wanted(self, candidates: list[Candidate], style: str, *, faq: bool, listed: bool = False) -> list[Candidate]:
        """The candidates of a style that are questions, without those that stand inside another.

        With `listed` it is known that all items of the range are questions.
        """
        found = [c for c in candidates if c.style in _STYLES[style]]
        if style == "container":
            found = [c for c in found if not is_generic(c.plain)]
        elif style == "bold":
            weak = faq and not any(c.style == "heading" for c in candidates)
            asking = [c for c in found if c.asks]
            if asking:  # then what runs in without asking is emphasis: "**Note.** Mind the gap"
                found = [c for c in found if c.asks or c.style != "run-in"]
            numbered = 2 * sum(1 for c in asking if _NUMBERED.match(c.plain)) > len(asking)
            found = [
                c
                for c in found
                if c.asks or c.style == "q" or (weak and _is_title(c)) or (numbered and _NUMBERED.match(c.plain))
            ]
        elif style == "item":
            found = question_items(found)
            headings = [c for c in candidates if c.style in {"heading", "title"}]
            asking_lists = listed_questions(found, headings)
            found = [c for c in found if c.plain and (listed or c.line in asking_lists)]
            go_on(found, headings, self.blocks)
        kept: list[Candidate] = []
        stop = -1
        for candidate in found:
            if candidate.line < stop:
                continue
            kept.append(candidate)
            if candidate.style == "container" and candidate.stop is not None:
                stop = candidate.stop
        return kept

    def _is_contents(self, items: list[Candidate]) -> bool:
        linked = 0
        for candidate in items:
            place = bisect_left(self._starts, candidate.line)
            if place < len(self._starts) and self._starts[place] == candidate.line:
                linked += noise.is_contents_block(self.scan.blocks[place])
        return linked > 0.5 * len(items)

    def level(self, headings: list[Candidate], stop: int, *, faq: bool) -> int:
        """The level of the headings that are questions; `faq` where their range says that there are some."""
        rest = [(i, c) for i, c in enumerate(headings) if c.style == "heading"]
        if not rest:
            return 1
        own = [c for _, c in rest]  # the title is not one of them
        if (
            len(own) == len(headings)
            and self.is_one_question(own, stop)
            and own[0].level < min((c.level for c in own[1:]), default=PSEUDO_LEVEL)
        ):
            return own[0].level
        if faq and self._asks_once(own, stop):
            return next(c.level for c in own if c.asks)
        below = _level_of_parts(own)
        rest = [(i, c) for i, c in rest if c.level < below]
        levels = sorted({c.level for _, c in rest})
        total = dict.fromkeys(levels, 0)
        asked = dict(total)
        bodies = dict(total)
        for index, candidate in rest:
            if noise.is_contents_title(candidate.plain):
                continue
            total[candidate.level] += 1
            asked[candidate.level] += candidate.asks
            in_parts = index + 1 < len(headings) and headings[index + 1].level >= below
            bodies[candidate.level] += in_parts or self.has_body(headings, index, stop)
        everything = sum(total.values())
        questions = sum(asked.values())
        first = next((n for n in levels if asked[n] or bodies[n]), levels[0])  # what stands above are categories
        if questions >= 2 and questions == asked[first] == total[first]:
            return first  # all ask that can; what is below are parts of the answers, however many
        if questions >= 2 and questions >= 0.2 * everything:
            best = max(levels, key=lambda n: (asked[n], -n))
            for level in levels:
                if level >= best:
                    break
                # Questions with text of their own, and nearly as many as further down: what is below is part of them.
                if (
                    asked[level] >= max(2, 0.5 * asked[best])
                    and asked[level] >= 0.5 * total[level]
                    and bodies[level] >= 0.6 * total[level]
                ):
                    return level
            return best
        for level in levels:
            if total[level] and bodies[level] >= 0.5 * total[level] and (total[level] > 1 or level == levels[-1]):
                return level
        return max(levels, key=lambda n: (bodies[n], -n))

    def _asks_once(self, headings: list[Candidate], stop: int) -> bool:
        """Whether one heading asks: what stands above it are empty categories, what stands below it parts of its answer."""
        asking = [place for place, c in enumerate(headings) if c.asks]
        if len(asking) != 1 or not self.has_body(headings, asking[0], stop):
            return False
        place = asking[0]
        level = headings[place].level
        return all(c.level > level for c in headings[place + 1 :]) and not any(
            c.level >= level or self.has_body(headings, index, stop) for index, c in enumerate(headings[:place])
        )


def _level_of_parts(headings: Sequence[Candidate]) -> int:
    """The level whose titles come again and again under others and do not ask: parts of answers, as all below it.

    Beyond all levels where there is none, or where nothing would be left to be parts of.
    """
    by_level: dict[int, Counter[str]] = {}
    for c in headings:
        by_level.setdefault(c.level, Counter())["" if c.asks else c.plain.casefold()] += 1
    above = 0
    for level, titles in sorted(by_level.items()):
        again = sum(count for title, count in titles.items() if title and count >= REPEATED)
        if above >= REPEATED and again >= REPEATED_SHARE * titles.total():
            return level
        above += titles.total()
    return sys.maxsize


def is_part_of_answer(title: str) -> bool:
    """Whether a heading names a part of an answer: "Symptoms", "Solution", "See also"."""
    return _SECTIONS_OF_ONE.match(title) is not None


def _parts_within(containers: list[Candidate], headings: list[Candidate]) -> int:
    """How many of the headings stand in containers as parts of what these say: where most are alike, or named for a part."""
    starts = [c.line for c in containers]
    within = []
    for heading in headings:
        place = bisect_right(starts, heading.line) - 1
        stop = containers[place].stop if place >= 0 else None
        if stop is not None and heading.line < stop:
            within.append(heading)
    titles = Counter(heading.plain.casefold() for heading in within)
    parts = sum(1 for heading in within if titles[heading.plain.casefold()] > 1 or is_part_of_answer(heading.plain))
    return len(within) if 2 * parts >= len(within) else 0


def _is_title(candidate: Candidate) -> bool:
    """Whether a bold line could be a question that is put as a statement, rather than a label of what follows."""
    text = candidate.plain
    if candidate.asks:
        return True
    if text.endswith((":", "\uff1a")) or not text:
        return False
    return (
        text.endswith((".", "!", "\u3002", "\uff01"))
        or len(text.split()) >= 3
        or (not text.isascii() and len(text) >= 4)
    )
