"""What is looked at before a pattern of titles or labels is asked: it keeps no title from it that the pattern matches."""

from __future__ import annotations

import inspect
import re
from random import Random

from faqtui.parsing.questions import labels, noise, wording

WORDS = sorted(
    set(re.findall(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*", "".join(map(inspect.getsource, (wording, labels, noise)))))
)
OTHERS = """
frequent issues|Known problems|Common errors|tl;dr|TLDR|V 3|Answer 3|Fix|The fix|More info|Related links|Notes|Root causes
In this page|Quick links|Jump to|Overview of questions|correct answer|12|show me|click here|[Q]|[Q3]|[4] Q|[A]|[A2]
\u554f1\u3000|\u3010Q2\u3011|\u3010\u7b54\u3011|\u7b542\u3000|Trouble shooting|[toc]|{:toc}|Hỏi
\u0633|\u0633\u0624\u0627\u0644|\u067e\u0631\u0633\u0634|\u062c|\u067e\u0627\u0633\u062e|\u05e9|\u05ea
\u092a\u094d\u0930\u0936\u094d\u0928|\u0909\u0924\u094d\u0924\u0930
"""
TITLES = [*WORDS, *OTHERS.replace("\n", "|").split("|")]
BEFORE = ["", "**", "__", "*", "_", " ", "# ", "- ", "\u2728 ", "(", "\t"]
AFTER = [
    "",
    ":",
    ".",
    ")",
    "\uff1a",
    " 1:",
    " 12.",
    ":**",
    "**:",
    ": yes? why",
    "\u2026",
    " x",
    "s",
    " of it",
    ": x",
    "#2: a",
]


def _begin(text: str) -> int:
    """Where a label begins, behind a sign."""
    sign = labels._SIGN_BEFORE.match(text)
    return sign.end() if sign is not None else 0


def test_a_glance_keeps_nothing_from_a_pattern() -> None:
    random = Random(3)
    for _ in range(20_000):
        word = random.choice(TITLES)
        shown = random.choice([word, word.upper(), word.title(), word.lower()])
        text = random.choice(BEFORE) + shown + random.choice(AFTER)
        short = len(text) < 40
        part = wording._PART_OF_ANSWER.match(text) if short else None
        asked = {
            labels.has_label: labels._Q.match(text) is not None,
            labels.has_answer_label: labels._A.match(text, _begin(text)) is not None,
            wording.is_generic: wording._GENERIC.match(text) is not None,
            wording.is_answer_title: short and wording._ANSWER_TITLE.match(text) is not None,
            wording.is_problems_title: "?" not in text
            and len(text) < 60
            and (wording._PROBLEMS.search(text) is not None or wording._PROBLEM_NAMES.begin(text)),
            wording.part_of_answer: (2 if short and text in wording._PARTS else 0)
            if part is None
            else 2
            if part[1]
            else 1,
            noise.is_contents_title: noise._TOC_TITLE.match(text) is not None,
            noise.is_contents_line: noise._TOC_LINE.match(text) is not None,
            noise._is_lone: noise._LONE_CLOSE.match(text) is not None,
        }
        for says, expected in asked.items():
            assert says(text) == expected, (says.__name__, text)
