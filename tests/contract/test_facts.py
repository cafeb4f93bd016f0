"""The packaged FAQ states every fact it is there to state, and states it in its own words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from faqtui import Entry, load
from support.places import ROOT, SHARED

HERE = Path(__file__).parent
CONTENT = ROOT / "content"
REFERENCE = SHARED / "seeds"

LISTED: list[dict[str, Any]] = tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))["entry"]

RUN = 8
"""Words in a row that count as copied: shorter runs are names and turns of phrase that nobody can avoid."""


@cache
def entries() -> dict[str, Entry]:
    return {entry.question: entry for entry in load().library.entries}


def plain(text: str) -> str:
    """One line, lower case, without the marks of emphasis, code and quotation lines."""
    return re.sub(r"\s+", " ", re.sub(r"(?m)^> ?|\*\*|`", "", text)).lower()


def stated(fact: str, text: str) -> bool:
    """Whether a text holds a fact as words of its own: "12" is not stated by "512"."""
    return re.search(rf"(?<!\w){re.escape(plain(fact))}(?!\w)", plain(text)) is not None


def text_of(entry: Entry) -> str:
    return f"{entry.question}\n{entry.answer}"


@pytest.mark.parametrize("listed", LISTED, ids=lambda listed: f"line {listed['line']}, {listed['about']}")
def test_the_entry_states_its_facts(listed: dict[str, Any]) -> None:
    assert listed["question"] in entries(), "no entry of the packaged FAQ asks this"
    entry = entries()[listed["question"]]
    assert listed["facts"]
    missing = [fact for fact in listed["facts"] if not stated(fact, text_of(entry))]
    unlinked = sorted(set(listed.get("urls", ())) - {link.url for link in entry.links})
    assert (missing, unlinked) == ([], [])


def test_every_entry_is_listed_once_and_in_no_other_place() -> None:
    questions = [listed["question"] for listed in LISTED]
    assert len(questions) == 49
    assert sorted(questions) == sorted(entry.question for entry in load().library.entries)
    assert len({listed["line"] for listed in LISTED}) == len(LISTED)


def test_a_fact_is_found_as_whole_words_only() -> None:
    assert stated("12 hours", "valid for\n12 **hours**.")
    assert not stated("12 hours", "valid for 512 hours")
    assert not stated("roll", "by rolling")


def test_no_two_links_of_an_entry_read_the_same_and_each_says_where_it_leads() -> None:
    for entry in entries().values():
        texts = [link.text for link in entry.links]
        assert len(set(texts)) == len(texts), entry.question
        for text in texts:
            assert not re.fullmatch(r"(?i)(here|docs?|documentation|link|this( page)?|https?://.*)", text), (
                entry.question
            )


@cache
def reference() -> list[str]:
    """The lines of the FAQ that the facts come from."""
    for path in sorted(REFERENCE.glob("*.txt")) if REFERENCE.is_dir() else ():
        text = path.read_text(encoding="utf-8")
        if "title: AWS Frequently Asked Question" in text:
            return text.split("\n")
    pytest.skip("the reference FAQ is not here")


def reference_sections() -> dict[int, str]:
    """Its questions with their answers, by the line of the question (from 1)."""
    lines = reference()
    starts = [number for number, line in enumerate(lines) if line.startswith("#### ")]
    return {
        start + 1: "\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    }


def test_each_question_of_the_reference_is_listed() -> None:
    lines = [line for listed in LISTED for line in (listed["line"], *listed.get("also", ()))]
    assert sorted(lines) == sorted(reference_sections())


def test_each_address_of_the_reference_is_a_link_of_the_matching_entry() -> None:
    sections = reference_sections()
    found = 0
    for listed in LISTED:
        section = sections[listed["line"]]
        fenced = re.findall(r"(?ms)^```$.*?^```$", section)
        for url in re.findall(r"(?:https?://|mailto:)[^\s)]+", re.sub(r"(?ms)^```$.*?^```$", "", section)):
            found += 1
            assert url in {link.url for link in entries()[listed["question"]].links}, listed["question"]
            assert url in listed["urls"], listed["question"]
        for url in re.findall(r"https?://\S+", "".join(fenced)):
            assert url in entries()[listed["question"]].answer, listed["question"]
    assert found == 33  # 31 links and two bare addresses; the file's other two links stand in the repeated questions


def test_each_code_value_of_the_reference_stands_in_the_matching_entry() -> None:
    sections = reference_sections()
    checked = 0
    for listed in LISTED:
        text = plain(text_of(entries()[listed["question"]])).replace("-", " ")
        for code in re.findall(r"(?s)```(.+?)```|`([^`\n]+)`", sections[listed["line"]]):
            for value in re.sub(r"#.*|FF:", "", "".join(code)).replace("=", "= ", 1).split():
                if re.search(r"\w", value):
                    checked += 1
                    assert plain(value.strip('",')).replace("-", " ") in text, (listed["question"], value)
    assert checked > 50


def words(text: str) -> list[str]:
    """The words of a text's sentences: code, addresses and quoted messages have to stay as they are."""
    text = re.sub(r"(?ms)^\s*```.*?^\s*```.*?$", " ", text)
    text = re.sub(r"`[^`]*`|https?://\S+|\]\([^)]*\)|\"[^\"]*\"", " ", text)
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: list[str]) -> set[tuple[str, ...]]:
    return {tuple(text[i : i + RUN]) for i in range(len(text) - RUN + 1)}


def test_no_run_of_words_is_copied_from_the_reference() -> None:
    theirs = runs(words("\n".join(reference())))
    assert len(theirs) > 1000
    for path in (*sorted(CONTENT.rglob("*.md")), HERE / "facts.toml"):
        ours = runs(words(path.read_text(encoding="utf-8")))
        assert ours, path
        assert not ours & theirs, path
