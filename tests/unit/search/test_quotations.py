"""Who says word for word what was pasted comes first."""

from __future__ import annotations

import pytest

import faqtui
from faqtui.search import SearchIndex
from faqtui.search.query import parse
from faqtui.search.quotations import quoting

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
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    path = tmp_path_factory.mktemp("faq") / "builds.md"
    path.write_text(FAQ, encoding="utf-8")
    return SearchIndex.build(faqtui.load(path).library)


@pytest.mark.parametrize("query", [PASTED, f"{PASTED} ", PASTED.upper(), PASTED.replace(" ", "\n  "), PASTED[:-2]])
def test_the_entry_that_says_it_comes_first(index: SearchIndex, query: str) -> None:
    ranking = index.rank(query)
    assert index.entries[ranking.positions[0]].question == "Can a job wait for another one?"
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
def test_not_everything_is_a_quotation(index: SearchIndex, query: str, why: str) -> None:
    assert index.rank(query)
    asked = parse(query)
    assert quoting(index, asked, asked.words) == [], why


def test_a_facet_still_keeps_others_out(index: SearchIndex) -> None:
    found = [index.entries[position].question for position in index.rank(f"{PASTED} has:link").positions]
    assert found == ["Who is told when a build has failed again and again?"]
