"""Who says word for word what was pasted comes first."""

from __future__ import annotations

import pytest

import faqtui
from faqtui.search.build import build_index
from faqtui.search.query import parse
from faqtui.search.quotations import quoting
from faqtui.search.searcher import Searcher

FAQ = """# Builds

## Why has the build failed?

Look at its last line.

## Has a failed build to be started again?

Yes: start the failed build again.

## Can a job wait for another one?

The page of the queue then says *the last build has failed again*, which is a lie.

## Who is told when a build has failed again and again?

Its last author, see [who wrote it](https://example.org/).

## What is the best way to learn all this?

By doing it.
"""

PASTED = "the last build has failed again"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    path = tmp_path_factory.mktemp("faq") / "builds.md"
    path.write_text(FAQ, encoding="utf-8")
    return Searcher(build_index(faqtui.load(path).library))


@pytest.mark.parametrize("query", [PASTED, f"{PASTED} ", PASTED.upper(), PASTED.replace(" ", "\n  "), PASTED[:-2]])
def test_the_entry_that_says_it_comes_first(searcher: Searcher, query: str) -> None:
    ranking = searcher.rank(query)
    assert searcher.index.entries[ranking.positions[0]].question == "Can a job wait for another one?"
    assert not ranking.weak


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("has the last build again failed", "the words are there, but not in this order"),
        ("build has failed", "too short to be a quotation"),
        ("what is the best", "stop words alone quote nobody"),
        ("the last build has failed again and zebras", "a word that nobody says"),
    ],
)
def test_not_everything_is_a_quotation(searcher: Searcher, query: str, why: str) -> None:
    assert searcher.rank(query)
    asked = parse(query)
    assert quoting(searcher.index, asked, asked.words) == [], why


def test_a_facet_still_keeps_others_out(searcher: Searcher) -> None:
    found = [searcher.index.entries[position].question for position in searcher.rank(f"{PASTED} has:link").positions]
    assert found == ["Who is told when a build has failed again and again?"]
