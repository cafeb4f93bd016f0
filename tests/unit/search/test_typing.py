"""A query that grows: the best is first, the next ones stay unless there is a reason, and the same keys give the same list."""

from __future__ import annotations

import pytest

from faqtui.model import Entry, Library, Source
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher
from faqtui.search.typing import Typing
from faqtui.search.weights import PLACES, UNMATCHED

QUESTIONS = [
    "How do I rotate a registry token?",
    "How do I restart a service?",
    "Can I rename a region?",
    "Where are the release reports?",
    "Which random number generator is used?",
    "Why is the radio silent?",
    "How do I raise a task count?",
    "What is a rapid rollback?",
    "Who reads the raw records?",
    "How do I read a range of records?",
    "How do I delete a list?",
    "Can a list be archived?",
]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    entries = tuple(
        Entry(f"e{at}", question, question, "", ("All",), Source("f.md", at, at))
        for at, question in enumerate(QUESTIONS)
    )
    return Searcher(build_index(Library("small", entries, ())))


def typed(typing: Typing, text: str) -> list[int]:
    """The list after the text has been typed letter by letter."""
    found: list[int] = []
    for end in range(1, len(text) + 1):
        found = list(typing.rank(text[:end]).positions)
    return found


def test_the_best_is_first_after_every_key(searcher: Searcher) -> None:
    typing = Typing(searcher)
    for end in range(1, len("registry tok") + 1):
        text = "registry tok"[:end]
        assert typing.rank(text).positions[0] == searcher.rank(text).positions[0]


def test_what_was_among_the_first_outlasts_a_slip(searcher: Searcher) -> None:
    random = QUESTIONS.index("Which random number generator is used?")
    typing = Typing(searcher)
    for text in ("ra", "ran"):
        assert random in typing.rank(text).positions[:PLACES]
    for text in ("ranr", "ranrd"):
        assert random in typing.rank(text).positions[:PLACES]


def test_what_does_not_match_any_more_leaves_in_the_end(searcher: Searcher) -> None:
    typing = Typing(searcher)
    guarded = set(typed(typing, "ra")[:PLACES])
    typed(typing, "raw")
    final = list(typing.rank("raw records").positions)
    assert final[0] == QUESTIONS.index("Who reads the raw records?")
    ranking = searcher.rank("raw records")
    left = guarded - set(ranking.positions)
    assert left
    for end in range(UNMATCHED + 1):
        final = list(typing.rank("raw records" + " " * (end + 1)).positions)
    assert left.isdisjoint(final)


def test_stop_words_alone_move_nothing(searcher: Searcher) -> None:
    typing = Typing(searcher)
    before = typed(typing, "list ")[:PLACES]
    fresh = Typing(searcher)
    assert typed(fresh, "how do i ")[:PLACES] == typed(fresh, "how do i can ")[:PLACES]
    assert QUESTIONS[before[0]].endswith(("list?", "archived?"))


def test_keys_taken_back_give_the_list_that_was_there(searcher: Searcher) -> None:
    typing = Typing(searcher)
    seen = {}
    for end in range(1, len("read rec") + 1):
        seen[end] = list(typing.rank("read rec"[:end]).positions)
    for end in range(len("read rec") - 1, 0, -1):
        assert list(typing.rank("read rec"[:end]).positions) == seen[end]
    assert typed(typing, "read rec") == seen[len("read rec")]


def test_other_text_and_pasted_text_start_anew(searcher: Searcher) -> None:
    typing = Typing(searcher)
    typed(typing, "registry")
    assert typed(typing, "list") == typed(Typing(searcher), "list")
    typed(typing, "r")
    pasted = "restart a service"
    assert list(typing.rank(pasted).positions) == list(searcher.rank(pasted).positions)


def test_operators_let_through_what_they_say_and_nothing_else(searcher: Searcher) -> None:
    typing = Typing(searcher)
    typed(typing, "list")
    for text in ("list -", "list -a", "list -archived"):
        found = list(typing.rank(text).positions)
    assert found == list(searcher.rank("list -archived").positions) == [QUESTIONS.index("How do I delete a list?")]


def test_entries_that_share_a_question_take_one_place() -> None:
    questions = ["How do I rotate a token?"] * 7 + ["How do I rename a token?", "How do I read a token?"]
    entries = tuple(
        Entry(
            f"e{at}", question, question, f"Answer {at}.", ("All",), Source("f.md", at, at), answer_text=f"Answer {at}."
        )
        for at, question in enumerate(questions)
    )
    typing = Typing(Searcher(build_index(Library("same", entries, ()))))
    found = typed(typing, "r")
    assert len({questions[position] for position in found[:3]}) == 3
    assert sorted(found) == list(range(len(questions)))


@pytest.mark.parametrize(
    ("word", "lost"), [("pem", "perm"), ("cut", "customs"), ("sip", "silver"), ("jar", "january"), ("tin", "tilde")]
)
def test_a_word_that_an_entry_has_whole_keeps_nothing_that_only_began_like_it(word: str, lost: str) -> None:
    """Its own beginning matched both; what stays for a slip of the fingers is not needed where there was none."""
    questions = [f"Where is the {word} kept?", f"Which {lost} is it?", "What else is there?"]
    entries = tuple(
        Entry(f"e{at}", question, question, "", ("All",), Source("f.md", at, at))
        for at, question in enumerate(questions)
    )
    typing = Typing(Searcher(build_index(Library("small", entries, ()))))
    assert set(typed(typing, word[:2] if lost.startswith(word[:2]) else word[:1])) >= {0, 1}
    assert typed(typing, word) == [0]
