"""What holds for every query and every library: nothing raises, spans lie inside their text, order depends on nothing else."""

from __future__ import annotations

import itertools
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.letters import fold
from faqtui.model import Entry, Library, Source
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher
from faqtui.search.tokens import tokenize
from faqtui.search.typing import Typing

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
WORDS = st.sampled_from(
    (
        *(
            "token",
            "Tokens",
            "ecr",
            "ECS",
            "how",
            "do",
            "I",
            "the",
            "kmsKeyArn",
            "blue/green",
            "back-off",
            "rotate",
            "rotated",
        ),
        *("rotation", "create", "café", "naïve", "Größe", "policy", "policies", "12", "k8s", "aws_access_key", "load"),
        *("balancer", "deploy", "deployment", "é"),
    )
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
TEXTS = SENTENCES | ANYTHING
ROWS = st.lists(st.tuples(TEXTS, TEXTS), max_size=12)
QUERIES = ANYTHING | SENTENCES | SENTENCES.flatmap(lambda text: st.integers(0, len(text)).map(lambda end: text[:end]))


def library(rows: list[tuple[str, str]]) -> Library:
    entries = tuple(
        Entry(f"e{at}", question, question, answer, ("All",), Source("f.md", at, at), answer_text=answer)
        for at, (question, answer) in enumerate(rows)
    )
    return Library("generated", entries, ())


def order(searcher: Searcher, query: str) -> list[int]:
    return list(searcher.rank(query).positions)


@given(ROWS, QUERIES)
@settings(max_examples=80, deadline=None)
def test_nothing_typed_raises_and_every_span_lies_inside_its_text(rows: list[tuple[str, str]], query: str) -> None:
    result = Searcher(build_index(library(rows))).search(query)
    assert len({hit.position for hit in result}) == len(result)
    assert result.total == 0 or result.total == len(result)
    for hit in result:
        spans = [(hit.entry.question, hit.matches)]
        if hit.snippet is not None:
            assert hit.snippet.text in hit.entry.answer_text.split("\n")
            spans.append((hit.snippet.text, hit.snippet.matches))
        for text, matches in spans:
            assert all(0 <= start < end <= len(text) for start, end in matches)
            assert all(one[1] < two[0] for one, two in itertools.pairwise(matches))


@given(ROWS, QUERIES, SENTENCES)
@settings(max_examples=80, deadline=None)
def test_the_order_is_the_same_again_and_whatever_was_asked_before(
    rows: list[tuple[str, str]], query: str, before: str
) -> None:
    searcher = Searcher(build_index(library(rows)))
    once = order(searcher, query)
    for end in range(len(before)):
        searcher.rank(before[:end])
    assert order(searcher, query) == once
    assert order(Searcher(build_index(library(rows))), query) == once


@given(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=12), SENTENCES)
@settings(max_examples=70, deadline=None)
def test_case_accents_and_surrounding_spaces_do_not_matter(rows: list[tuple[str, str]], query: str) -> None:
    searcher = Searcher(build_index(library(rows)))
    # Capitals inside a word cut identifiers, so only words without them may change case; a space ends the last word.
    plain = fold(query)
    wanted = order(searcher, plain + " ")
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain.upper()) if not unicodedata.combining(c))
    for typed in (plain.upper() + " ", f"  {plain} ", bare + " ", unicodedata.normalize("NFKD", plain) + "\t"):
        assert order(searcher, typed) == wanted


@given(
    st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=12),
    SENTENCES,
    st.lists(st.sampled_from(["ξξξ", "ψψψ", "жжж", "щщщ", "本", "語"]), min_size=1, max_size=20).map(" ".join),
    st.integers(0, 12),
)
@settings(max_examples=80, deadline=None)
def test_an_entry_that_shares_no_word_with_the_query_changes_no_order(
    rows: list[tuple[str, str]], query: str, other: str, at: int
) -> None:
    at = min(at, len(rows))
    without = Searcher(build_index(library(rows)))
    more = Searcher(build_index(library([*rows[:at], (other, other), *rows[at:]])))
    moved = [position + (position >= at) for position in order(without, query)]
    assert order(more, query) == moved
    assert more.rank(query).weak == without.rank(query).weak


@given(ANYTHING)
@settings(max_examples=70, deadline=None)
def test_tokens_are_folded_stand_in_order_and_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.term
        assert token.term == fold(token.term)
    words = [token for token in tokens if token.parts <= 1]
    assert all(one.start <= two.start and one.end <= two.end for one, two in itertools.pairwise(words))
    assert [token.position for token in words] == list(range(len(words)))


@given(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=8), st.data())
@settings(max_examples=60, deadline=None)
def test_a_whole_title_comes_first(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    searcher = Searcher(build_index(library(rows)))
    title = data.draw(st.sampled_from([question for question, _ in rows]))
    found = searcher.search(title)[0].entry.question
    assert [token.term for token in tokenize(found)] == [token.term for token in tokenize(title)]


@given(ROWS, QUERIES, QUERIES)
@settings(max_examples=70, deadline=None)
def test_typing_lists_what_matches_once_best_first_and_the_same_for_the_same_keys(
    rows: list[tuple[str, str]], query: str, before: str
) -> None:
    searcher = Searcher(build_index(library(rows)))
    typing, again = Typing(searcher), Typing(searcher)
    for end in range(len(before)):
        typing.rank(before[:end])
    typing.rank("")
    for end in range(1, len(query) + 1):
        alone, grown = searcher.rank(query[:end]), typing.rank(query[:end])
        positions = list(grown.positions)
        assert len(positions) == len(grown.positions) == len(set(positions))
        assert set(alone.positions) <= set(positions)
        assert (grown.total, grown.weak) == (len(positions) if alone.total else 0, alone.weak)
        if alone.scores and alone.scores[0] > 0:
            assert positions[0] == alone.positions[0]
        for rank in range(len(positions)):
            text = searcher.index.entries[positions[rank]].question
            assert all(0 <= start < end <= len(text) for start, end in grown.matches(rank))
        assert list(again.rank(query[:end]).positions) == positions
