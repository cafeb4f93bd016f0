"""Files that were put one behind another: ``cat one.md two.md | faqtui -``."""

import re

import pytest

from faqtui.model import Library
from faqtui.parsing import front_matter, parse_library
from faqtui.sources import RawFile, decode

ONE = "# How deep is it?\n\nDeep.\n"
TWO = "# How wide is it?\n\nWide.\n"
BOTH = [("How deep is it?", "Deep."), ("How wide is it?", "Wide.")]


def library(text: str) -> Library:
    return parse_library([decode(RawFile("-", text.encode(), 1))])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{ONE}\ufeff{TWO}", 4),
        (f"\ufeff{ONE}\ufeff{TWO}", 4),
        (f"{ONE.strip()}\ufeff{TWO}", 4),
        (f"{ONE}\ufeff\ufeff{TWO}", 4),
        (f"{ONE}---\ntitle: Sizes\ntags:\n- a\n  # b\nauthor:\n  name: c\n---\n{TWO}", 12),
        (f"{ONE}\n---\ntitle: Sizes\n---\n\n{TWO}", 9),
        (f"{ONE}\ufeff---\ntitle: Sizes\n---\n{TWO}", 7),
        (f"{ONE.strip()}\ufeff---\ntitle: Sizes\n---\n{TWO}", 7),
        (f"---\ntitle: a\n---\n{ONE}---\ntitle: b\n---\n{TWO}", 10),
        (f"{ONE}---\ntitle: How wide is it?\n---\nWide.\n", 5),
        (f"{ONE}---\nlayout: faq\nquestion: How wide is it?\n---\nWide.\n", 6),
        (f"{ONE}---\ntitle: Sizes\n...\n{TWO}", 7),
        (f"{ONE.strip()}---\ntitle: Sizes\ntags:\n  - a\n---\n\n{TWO}", 9),
        (f'{ONE.strip()}+++\ntitle = "Sizes"\n+++\n\n{TWO}', 7),
        (f'{ONE}+++\ntitle = "Sizes"\n+++\n{TWO}', 7),
        (f'{ONE}\n+++\ntitle = "Sizes"\ntags = [\n  "a",\n]\n\n[params]\n  b = 1\n+++\n{TWO}', 14),
        (f'{ONE.strip()}\ufeff+++\ntitle = "Sizes"\n+++\n{TWO}', 7),
        (f'{ONE}+++\nlayout = "faq"\nquestion = "How wide is it?"\n+++\nWide.\n', 6),
        (f"{ONE}\n---\ntitle: Sizes\nlayout: faq\n...\n\n{TWO}", 10),
        (f"---\ntitle: a\n...\n{ONE}---\ntitle: b\n...\n{TWO}", 10),
        (f"{ONE}---\nlayout: faq\n---\n{TWO}".replace("\n", "\r\n"), 7),
    ],
)
def test_the_questions_of_both_are_read_and_no_others(text: str, line: int) -> None:
    found = library(text)
    assert [(entry.question, entry.answer) for entry in found.entries] == BOTH
    assert found.entries[1].source.start_line == line
    assert not found.diagnostics


def test_the_title_of_the_second_is_a_topic_of_what_stands_below() -> None:
    found = library(f"---\ntitle: Depths\n---\n{ONE}---\ntitle: Widths\n---\n#{TWO}")
    assert [entry.category for entry in found.entries] == [("Depths",), ("Widths",)]


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("\n---\n\ntitle: a\n\n---\n", "title: a"),
        ("\n---\nNote: mind the gap.\n---\n", "Note: mind the gap."),
        ("\n---\nMind the gap.\n---\n", "Mind the gap."),
        ("\n---\na: b", "a: b"),
        ("\n```yaml\n---\ntitle: a\n---\n```\n", "---\ntitle: a\n---"),
        ("\n~~~\n---\ntitle: a\n---\n~~~\n", "---\ntitle: a\n---"),
        ("\n    ---\n    title: a\n    ---\n", "---\n    title: a\n    ---"),
        ("\n| a | b |\n|---|---|\n| c: d | e |\n", "| a | b |\n|---|---|\n| c: d | e |"),
        ("\na | b\n--- | ---\nc: d | e\n", "a | b\n--- | ---\nc: d | e"),
        ("\nAbove\n-----\ntitle: a\n---\n", "title: a"),
        ("\nAbove ---\ntitle: a\n---\n", "title: a"),
        ("\nAbove+++\na = b\n", "a = b"),
        ("\nAbove.\n\n---\n\nBelow.\n", "Above.\n\n---\n\nBelow."),
    ],
)
def test_what_only_looks_like_front_matter_stays_what_it_is(between: str, kept: str) -> None:
    found = library(f"{ONE}{between}\n\n{TWO}")
    assert any(kept in text for entry in found.entries for text in (entry.question, entry.answer))
    assert found.entries[-1].question == "How wide is it?"


def test_a_mark_inside_a_line_begins_no_file() -> None:
    assert [entry.question for entry in library("# How deep is it?\n\nDe\ufeffep \ufeff#2.\n").entries] == [
        "How deep is it?"
    ]


@pytest.mark.parametrize("words", ["note: ring twice", "host: tower.example\nport: 99", "warning: steep"])
def test_words_between_two_rules_are_no_front_matter(words: str) -> None:
    found = library(f"{ONE}\n---\n{words}\n---\n\n{TWO}")
    said = " ".join([found.text, *[f"{entry.question} {entry.answer}" for entry in found.entries]])
    assert all(word in said for word in words.split())


@pytest.mark.parametrize("end", ["", "---\n", "+++\n"])
@pytest.mark.parametrize("line", ["a: x---", "title: x---", "a = 1+++"])
def test_lines_that_each_end_as_a_rule_are_looked_at_once(monkeypatch: pytest.MonkeyPatch, line: str, end: str) -> None:
    asked = 0

    class Counted:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self._match = pattern.match

        def match(self, text: str) -> re.Match[str] | None:
            nonlocal asked
            asked += 1
            return self._match(text)

    for name in ("_MAPPING", "_TOML_TABLE"):
        monkeypatch.setattr(front_matter, name, Counted(getattr(front_matter, name)))
    library("# Lamp\n\n## Why?\n\n" + (line + "\n") * 2000 + end)
    assert asked < 10_000
