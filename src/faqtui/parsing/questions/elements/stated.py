"""Tags that state a question and its answer both as attributes, and hold nothing.

Jekyll: ``{% include faq.html question="How?" answer="So." %}``. Hugo: ``{{< faq question="How?" answer="So." >}}``. Components:
``<FaqItem question="How?" answer="So." />``, on one line or on several. Liquid's answer may be what was captured right above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from faqtui.letters import ASKS
from faqtui.markdown.dialects.shortcodes import TITLES
from faqtui.markdown.scan import Scan
from faqtui.markdown.tags import BRACED, attributes
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.patterns import pattern

ANSWERS = ("answer", "a", "content", "body", "text", "description")
"""Attributes that hold what a title is answered with, the surest first."""

_TAG = pattern(
    r"(\{%-?[ \t]*include(?:_cached|_relative)?[ \t]+[^\s{}]{1,200}+|\{\{[<%]-?[ \t]*[A-Za-z][\w/-]{0,80}+|<[A-Z][\w.]{0,80}+)"
    r"((?:[^<>{}\"']|\"[^\"]{0,20000}\"|'[^']{0,20000}'|(?<==)" + BRACED + r")+?)(?:-?%\}|/?-?[%>]\}\}|/>)"
)
_ASKING = pattern(r"faq|question|accordion|collaps|expand|toggle|\bqa\b", re.IGNORECASE)
_BARE = pattern(r"[ \t](?:" + "|".join(ANSWERS) + r")=([A-Za-z_]\w{0,60})(?![\w\"'])")
_CAPTURE = pattern(r"[ \t]*\{%-?[ \t]*capture[ \t]+([A-Za-z_]\w{0,60})[ \t]*-?%\}[ \t]*$")
_END = pattern(r"[ \t]*\{%-?[ \t]*endcapture[ \t]*-?%\}[ \t]*$")
_TITLES = tuple(name for name in TITLES if name != "name")


def stated(scan: Scan) -> Iterator[Candidate]:
    """The tags of a document that state an answer."""
    captured: dict[str, tuple[int, int]] | None = None
    for block in scan.blocks:
        if block.kind not in {"paragraph", "html"} or "=" not in block.text or block.quoted:
            continue
        line, seen = block.start, 0
        tags = list(_TAG.finditer(block.text))
        for number, found in enumerate(tags):
            name, source = found[1], " " + found[2]
            given = attributes(source, elements=True)
            title = " ".join(next((given[key] for key in _TITLES if given.get(key, "").strip()), "").split())
            if not title or not _is_question(name, title, given):
                continue
            line += block.text.count("\n", seen, found.start())
            seen = found.start()
            after = line + found[0].count("\n") + 1
            bare = _BARE.search(source)
            if bare is not None:
                captured = _captures(scan.lines) if captured is None else captured
                place = captured.get(bare[1])
                if place is None or any(text.strip() for text in scan.lines[place[1] + 1 : line]):
                    continue
                start, stop = place
                closing = after - stop
                yield Candidate(
                    start,
                    start + 1,
                    PSEUDO_LEVEL,
                    "container",
                    strip_label(title),
                    stop=stop,
                    closing=closing,
                    asks=True,
                )
                continue
            answer = next((given[key].strip() for key in ANSWERS if given.get(key, "").strip()), "")
            if answer:
                title = strip_label(title)
                beside = _beside(block.text, tags, number, (line, after - 1))
                yield Candidate(
                    line,
                    after,
                    PSEUDO_LEVEL,
                    "container",
                    title,
                    tail=answer,
                    stop=after - 1,
                    closing=1,
                    asks=True,
                    beside=beside,
                )


def _beside(
    text: str, tags: Sequence[re.Match[str]], number: int, lines: tuple[int, int]
) -> tuple[tuple[int, str], ...]:
    """What else stands on the first and the last line of a tag, behind the one before it and before the one behind it."""
    start = tags[number - 1].end() if number else 0
    stop = tags[number + 1].start() if number + 1 < len(tags) else len(text)
    before = text[start : tags[number].start()]
    first = before.rpartition("\n")[2] if "\n" in before or not number else ""
    behind = text[tags[number].end() : stop].partition("\n")[0]
    return tuple((line, said.strip()) for line, said in zip(lines, (first, behind), strict=True) if said.strip())


def _is_question(name: str, title: str, given: Mapping[str, str]) -> bool:
    """Whether a tag says that it is a question: by its name, by an attribute's, or because its title asks."""
    return not {"question", "q", "answer"}.isdisjoint(given) or title.endswith(ASKS) or _ASKING.search(name) is not None


def _captures(lines: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The lines on which Liquid's captures begin and end, by their names; of one that is made again, the last."""
    found: dict[str, tuple[int, int]] = {}
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines):
        if "capture" not in line:
            continue
        begins = _CAPTURE.match(line)
        if begins is not None:
            opened = begins[1], number
        elif opened is not None and _END.match(line):
            found[opened[0]] = opened[1], number
            opened = None
    return found
