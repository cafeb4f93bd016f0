"""Hits by words and by meaning in one order. The model knows a dozen ideas of a bakery (`support.meanings`)."""

import pytest

from faqtui.faq import load
from faqtui.search.meaning.entry_text import entry_text
from faqtui.search.meaning.fusion import fused
from faqtui.search.meaning.vectors import Vectors
from support.meanings import Ideas

FAQ = """# Shop

## How do I give a customer the money back?

Refund it on the card.

## When does the shop close on a holiday?

At noon, closing time is on the door.

## How do I heat the oven before baking?

Bake with steam: the oven needs an hour.

## Why does the sourdough smell?

Feed the starter: leaven that is hungry smells.

## Who pays for the parking lot?

Nobody. Parking is free.

## How does the customer find the parking lot in the morning?

Behind the house.
"""


@pytest.fixture
def ask(tmp_path):
    return asker(tmp_path, FAQ)


def asker(tmp_path, text):
    """What ranks queries over a FAQ whose entries all have vectors, but for those that it is to go `without`."""
    (tmp_path / "faq.md").write_text(text)
    faq, ideas = load(tmp_path / "faq.md"), Ideas()
    entries = faq.library.entries
    vectors = Vectors(len(entries), ideas.size)
    vectors.put(range(len(entries)), ideas.texts([entry_text(entry) for entry in entries]))

    def asking(query, keep=(), without=()):
        some = vectors
        if without:
            some = Vectors(len(entries), ideas.size)
            some.put(*zip(*[(p, vectors._rows[p] / 127) for p in range(len(entries)) if p not in without], strict=True))
        return fused(faq.searcher.rank(query, finished=True), some, ideas.query(query), ideas, keep)

    return asking


def test_other_words_for_the_same_thing_are_an_answer(ask):
    found = ask("may they return it and be reimbursed, we reimburse")
    assert found.positions[0] == 0
    assert 0 in found.meant
    assert not found.weak
    assert found.hit(0).by == "meaning"
    assert found.hit(0).matches == ()


def test_of_a_strong_answer_by_meaning_nothing_weak_stands_below(ask):
    found = ask("yeast and leaven gone wrong again")
    assert list(found.positions) == [3]
    assert found.total == 1


def test_a_sentence_that_means_nothing_here_has_no_close_match(ask):
    found = ask("which spacecraft went past the moon of saturn")
    assert found.weak
    assert found.total == 0


def test_shared_words_alone_are_no_strong_hit_where_the_meaning_is_another(ask):
    # All of its words are there, and what it asks is about ovens.
    found = ask("how does the customer find the oven heat in the morning")
    assert found.positions[0] == 2 or found.weak


def test_a_title_that_was_typed_is_the_answer_whatever_it_means(ask):
    found = ask("Who pays for the parking lot?")
    assert found.positions[0] == 4
    assert not found.weak
    assert found.hit(0).by == "words"


def test_what_is_looked_at_and_still_fits_stays_among_the_first(ask):
    seen = ask("customer money return refund back reimburse parking", keep=[5])
    assert 5 in list(seen.positions)[:5]


def test_an_entry_without_a_vector_yet_is_found_by_its_words(ask):
    found = ask("how do I heat the oven for baking", without=[2])
    assert 2 in list(found.positions)[:1]
    assert found.hit(0).by == "words"


APART = "reimburse wheat tidy cake staff fridge"
AMONG = "reimburse yeast tidy cake staff fridge"
"""As near to the first question of the shop; the second is as near to that of the sourdough."""


def test_what_is_nearer_than_all_others_answers_sooner_than_one_of_several(ask):
    assert ask(APART).positions[0] == 0
    assert set(ask(AMONG).positions[:2]) == {0, 3}
    assert [ask(APART).weak, ask(AMONG).weak] == [False, True]


def test_what_all_entries_are_near_to_is_answered_only_by_one_that_is_nearer_yet(tmp_path):
    bread = "\n".join(f"## Flour {number} of wheat?\n\nWhite, dark or rye.\n" for number in range(6))
    query = "is grain any fun: clean staff fridge"
    assert not asker(tmp_path, FAQ + "\n## Flour of wheat?\n\nWhite, dark or rye.\n")(query).weak
    assert asker(tmp_path, bread)(query).weak


def test_the_same_question_with_another_answer_takes_nothing_from_it(tmp_path):
    ask = asker(
        tmp_path, FAQ + "\n## How do I give a customer the money back?\n\nReturn it in coins, money back at once.\n"
    )
    assert not ask(APART).weak
    assert set(ask(APART).positions[:2]) == {0, 6}


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("who can tell me where the parking lot is to find", 5),
        ("how will customers find us in the morning", 5),
        ("parking lot found in the morning by which customer", 5),
    ],
)
def test_what_the_words_answer_stays_an_answer_where_its_meaning_is_hardly_near(ask, query, answer):
    found = ask(query)
    assert found.positions[0] == answer
    assert not found.weak
    assert found.hit(0).by == "words"


@pytest.mark.parametrize(
    "query",
    [
        "who pays for the pizza",
        "how does the customer find the toilet",
        "the customer pays nobody for parking in the morning",
    ],
)
def test_words_that_meet_half_of_a_query_are_no_answer_without_its_meaning(ask, query):
    assert ask(query).weak
