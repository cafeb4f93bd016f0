"""The real FAQ that the parser was first made for: its entries, places, links, code and topics, counted by hand."""

import re
from collections import Counter

import pytest

from faqtui import sources
from faqtui.model import Library
from faqtui.parsing import parse_library
from support.places import SHARED

SEEDS = SHARED / "seeds"
FILES = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="the reference FAQ is not here")


@pytest.fixture(scope="module")
def text() -> str:
    return FILES[0].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def library() -> Library:
    files, errors = sources.read([str(FILES[0])])
    assert errors == []
    return parse_library([sources.decode(file) for file in files])


def test_it_has_49_entries_with_their_links_and_code(library: Library) -> None:
    assert len(library.entries) == 49
    links = [link for entry in library.entries for link in entry.links]
    assert len(links) == 33
    assert sum(link.text == link.url for link in links) == 2
    blocks = [block for entry in library.entries for block in entry.code_blocks]
    assert [(block.language, block.text.count("\n") + 1) for block in blocks] == [(None, 8), (None, 2)]


def test_spans_are_true(library: Library, text: str) -> None:
    lines = text.split("\n")
    for entry in library.entries:
        assert lines[entry.source.start_line - 1] == lines[entry.source.start_line - 1].strip("\n")
        assert lines[entry.source.start_line - 1].startswith("#### ")
        assert lines[entry.source.end_line - 1].strip()
        span = lines[entry.source.start_line : entry.source.end_line]
        columns = min(len(line) - len(line.lstrip()) for line in span if line.strip())
        assert entry.answer == "\n".join(line[columns:] for line in span).strip("\n")


def test_repeated_entries_are_one_with_two_places(library: Library) -> None:
    repeated = {
        entry.source.start_line: [s.start_line for s in entry.also_at] for entry in library.entries if entry.also_at
    }
    assert repeated == {160: [181], 173: [192]}


def test_no_word_is_lost(library: Library, text: str) -> None:
    shown: Counter[str] = Counter()
    for entry in library.entries:
        copies = 1 + len(entry.also_at)
        for word in re.findall(r"\w+", f"{entry.question_markdown} {entry.answer}"):
            shown[word] += copies
    body = text.split("---", 2)[2]
    assert not Counter(re.findall(r"\w+", body)) - shown


def test_its_topics_are_a_handful_of_good_names(library: Library) -> None:
    sizes = {node.path[0]: node.count for node in library.categories}
    other = sizes.pop("Other", 0)
    assert 8 <= len(sizes) + bool(other) <= 14
    assert other <= 5
    assert all(2 <= size <= 10 for size in sizes.values())
    assert {"ECS", "ECR", "OIDC", "Lambda", "ASG"} <= set(sizes)


def test_markup_is_understood_and_literal_text_kept(library: Library) -> None:
    shown = "\n".join(f"{entry.question}\n{entry.answer_text}" for entry in library.entries)
    for literal in ("${ami.newAsgName}", "<YOUR_HARNESS_ACCOUNT_ID>", "{{.data.aws_access_key}}", "<+pipeline.stages"):
        assert literal in shown
    assert "`" not in "".join(entry.question for entry in library.entries)
