"""The same FAQ says the same in every format: its questions, their categories, code and links, and each word in one place."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faqtui import sources
from faqtui.model import Library
from faqtui.parsing import parse_library
from support.formats import FORMATS, Question, Writer, written

relaxed = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def made(name: str, seed: int) -> tuple[list[Question], str, Library]:
    random = Random(seed)
    questions = Writer(random).questions(FORMATS[name][2])
    text = written(questions, name, random)
    document = sources.decode(sources.RawFile(FORMATS[name][0], text.encode(), 1))
    return questions, text, parse_library([document])


@pytest.mark.parametrize("name", FORMATS)
@relaxed
@given(seed=st.integers(0, 10**9))
def test_questions_categories_code_and_links_are_those_that_were_written(name: str, seed: int) -> None:
    questions, _, library = made(name, seed)
    assert [entry.question for entry in library.entries] == [question.title for question in questions]
    if name != "wordpress":
        assert [entry.category[-1] for entry in library.entries] == [question.category for question in questions]
    for entry, question in zip(library.entries, questions, strict=True):
        assert [block.text for block in entry.code_blocks] == question.codes
        assert [link.url for link in entry.links] == question.links


@pytest.mark.parametrize("name", FORMATS)
@relaxed
@given(seed=st.integers(0, 10**9))
def test_every_word_is_in_one_place_and_on_the_lines_that_its_entry_names(name: str, seed: int) -> None:
    questions, text, library = made(name, seed)
    texts = [f"{entry.question}\n{entry.answer_text}" for entry in library.entries]
    titles = {title for node in library.categories for title in node.path}
    found = Counter(re.findall(r"word\d+", "\n".join([*texts, *titles, library.text])))
    own = set(re.findall(r"word\d+", text))
    if name == "wordpress":
        own -= set(re.findall(r"word\d+", "\n".join(question.category for question in questions)))
    assert own - set(found) == set()
    assert [word for word, times in found.items() if times > 1] == []
    lines = text.split("\n")
    for entry in library.entries:
        span = "\n".join(lines[entry.source.start_line - 1 : entry.source.end_line])
        assert set(re.findall(r"word\d+", entry.answer)) <= set(re.findall(r"word\d+", span))
        for line, said in zip(entry.text_lines, entry.answer_text.split("\n"), strict=True):
            words = set(re.findall(r"word\d+", said))
            near = "\n".join(lines[line - 1 : line + 3])
            assert not words or words & set(re.findall(r"word\d+", near)), (line, said)
