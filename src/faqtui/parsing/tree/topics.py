"""Topics: a tree for a flat file, from rules in its front matter or found in its questions.

Found topics are named by words of the questions themselves: acronyms, product names, and nouns that several questions
share. Words of the page's own title, and words in more than a third of the questions, tell nothing apart and are no
topics. What a good name is, is in `topic_words`; which question goes where, in `grouping`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from faqtui.parsing.codes import quoted
from faqtui.parsing.tree.names import OTHER

FEWEST = 8
"""Questions below which a list needs no topics."""

MOST = 10_000
"""Questions above which none are looked for: fifteen topics of thousands help nobody, and telling words takes seconds."""


def topics(
    questions: Sequence[str],
    answers: Sequence[str],
    rules: Mapping[str, tuple[str, ...]],
    title: str = "",
    *,
    about: str = "",
    sources: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """The topic of each question; `questions` and `answers` are plain text, `sources` the same as they are written.

    `rules` are titles with the words that put a question under them, the first that matches winning; questions that
    match none are "Other". Without rules topics are found; the words of the page's `title` and of what it is `about`
    are none. Where they would tell little, questions stand in ranges of their numbers or all under the title.
    """
    if rules:
        return _by_rules(questions, rules)
    flat = [title or OTHER] * len(questions)
    if not FEWEST <= len(questions) <= MOST:
        return flat
    # Imported by who has no tree: 3 ms.
    from faqtui.parsing.tree.grouping import group
    from faqtui.parsing.tree.ranges import ranges
    from faqtui.parsing.tree.topic_words import TopicWords

    words = TopicWords(questions, answers, f"{title} {about}", sources)
    if not words.has_topics:
        return ranges(questions) or flat
    return group(questions, answers, words) or ranges(questions) or flat


def rules_problem(value: object) -> str:
    """What is wrong with the shape of front matter's ``topics``; empty for rules, and for the tags some sites keep there."""
    if not isinstance(value, dict):
        return ""
    for title, words in value.items():
        listed = words if isinstance(words, list) else [words]
        if not listed or any(
            word is None or isinstance(word, (dict, list)) or (isinstance(word, str) and not word.strip())
            for word in listed
        ):
            return f"topics: {quoted(str(title), 40)}: is no list of words, such as [cache, artifact]"
    return ""


def _by_rules(questions: Sequence[str], rules: Mapping[str, tuple[str, ...]]) -> list[str]:
    patterns = [
        (name, re.compile("|".join(rf"(?<!\w){re.escape(word)}(?:s|es)?(?!\w)" for word in words), re.IGNORECASE))
        for name, words in rules.items()
    ]
    return [next((name for name, pattern in patterns if pattern.search(question)), OTHER) for question in questions]
