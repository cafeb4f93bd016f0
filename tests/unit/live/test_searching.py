"""Searching before anybody has typed: what that prepares is nothing that anybody sees."""

from __future__ import annotations

import pytest

from faqtui.faq import load
from faqtui.live.searching import LiveSearch
from faqtui.search.typing import Typing


class Nobody:
    """A screen that is told nothing, and has no threads."""

    def __getattr__(self, name):
        raise AssertionError(f"{name} is not asked for")


@pytest.fixture
def search(tmp_path):
    path = tmp_path / "boats.md"
    path.write_text("# Boats\n## How do I bail a boat?\nWith a bucket.\n## Where are the oars?\nUnder the thwart.\n")
    found = []
    live = LiveSearch(Nobody(), load(path), found=found.append, indexing=lambda *_: None)
    live.told = found
    return live


@pytest.fixture
def ranked(monkeypatch):
    queries = []
    rank = Typing.rank
    monkeypatch.setattr(Typing, "rank", lambda self, text: queries.append(text) or rank(self, text))
    return queries


def test_what_is_rehearsed_is_looked_for_and_told_nobody(search, ranked):
    search.warm_up()
    assert search.rehearse()
    assert ranked == ["How"]
    assert search.told == []
    search.find("oars")
    (hits,) = search.told
    assert hits.query == "oars"
    assert next(iter(hits.positions)) == 1


def test_nothing_is_rehearsed_once_somebody_has_searched(search, ranked):
    search.find("oars")
    assert not search.rehearse()
    assert ranked == ["oars"]


def test_without_an_index_nothing_is_rehearsed(search, ranked):
    assert not search.rehearse()
    assert ranked == []
    assert not search.is_ready
