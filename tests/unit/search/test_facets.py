"""What a facet can become while it is typed: each offer is one that the search then honours."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from faqtui.model import CodeBlock, Entry, Kind, Library, Link, Source
from faqtui.search.build import build_index
from faqtui.search.facets import accept, complete, narrowed
from faqtui.search.index import SearchIndex
from faqtui.search.searcher import Searcher

CATEGORIES = [
    ("AWS", "ECS"),
    ("AWS", "ECS Fargate"),
    ("AWS", "Secrets Manager"),
    ("Container Parameters",),
    ("Parties",),
    ("Ops", "Blue-Green"),
    ("Ops", "Blue Green"),
    ('The "odd" one, really',),
    ("Überblick",),
    ("Parties",),
    ("Spare parts",),
]


def entry(position: int, category: tuple[str, ...]) -> Entry:
    return Entry(
        f"e{position}",
        f"Question {position}?",
        f"Question {position}?",
        "Answer.",
        category,
        Source("faq.md", position + 1, position + 1),
        (Kind.HOW_TO, Kind.REFERENCE, None)[position % 3],
        links=(Link("x", "https://example.org/x"),) if position == 1 else (),
        code_blocks=(CodeBlock(None, "x"),) if position > 7 else (),
        answer_text="Answer.",
        text_lines=(position + 1,),
    )


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return build_index(Library("t", tuple(entry(at, path) for at, path in enumerate(CATEGORIES)), ()))


def labels(index: SearchIndex, query: str) -> list[tuple[str, int]]:
    return [(offer.label, offer.count) for offer in complete(query, len(query), index)]


def test_what_begins_as_typed_comes_first_then_words_then_the_rest(index: SearchIndex) -> None:
    assert labels(index, "topic:par") == [("Parties", 2), ("Container Parameters", 1), ("Spare parts", 1)]
    assert labels(index, "token topic:Mana") == [("Secrets Manager", 1)]
    assert labels(index, "topic:uber") == [("Überblick", 1)]


def test_a_count_is_what_the_facet_lets_through(index: SearchIndex) -> None:
    assert labels(index, "topic:ec") == [("ECS", 2), ("ECS Fargate", 1), ("Secrets Manager", 1)]
    assert labels(index, "topic:blue") == [("Blue-Green", 2)]
    assert labels(index, "kind:") == [("how-to", 4), ("reference", 4)]
    assert labels(index, "HAS:") == [("code", 3), ("link", 1)]


def test_what_is_there_in_full_is_not_offered(index: SearchIndex) -> None:
    assert labels(index, "topic:ecs") == [("ECS Fargate", 1)]
    assert labels(index, "Kind:how-to") == []


@pytest.mark.parametrize("query", ["", "topic", "topics:x", '"topic:e', "topic:ecs ", "topic:zebra", "kind:x", "a:b"])
def test_nothing_is_offered_where_no_facet_is_typed(index: SearchIndex, query: str) -> None:
    assert complete(query, len(query), index) == ()


def test_the_word_under_the_cursor_is_replaced_whole(index: SearchIndex) -> None:
    query = "token topic:secXYZ how"
    (offer,) = complete(query, len("token topic:sec"), index)
    assert accept(query, offer) == ("token topic:secrets-manager how", len("token topic:secrets-manager "))
    (only,) = complete("kind:h", 6, index)
    assert accept("kind:h", only) == ("kind:how-to ", 12)


def test_no_more_than_asked_for(index: SearchIndex) -> None:
    assert len(complete("topic:", 6, index)) == 8
    assert [offer.label for offer in complete("topic:", 6, index, limit=2)] == ["AWS", "ECS"]


@given(
    titles=st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6),
    typed=st.text(max_size=3),
    cursor=st.integers(-2, 12),
)
@example([":"], "", 0)
def test_every_offer_finds_as_many_as_it_says(titles: list[str], typed: str, cursor: int) -> None:
    index = build_index(Library("t", tuple(entry(at, (title,)) for at, title in enumerate(titles)), ()))
    complete(typed, cursor, index)
    query = f"topic:{typed}"
    for offer in complete(query, len(query), index):
        accepted, _ = accept(query, offer)
        assert offer.count == Searcher(index).search(accepted).total > 0


@pytest.mark.parametrize(
    ("value", "kind"),
    [("error", Kind.TROUBLESHOOTING), ("troubleshooting", Kind.TROUBLESHOOTING), ("yes-no", Kind.CAPABILITY),
     ("capability", Kind.CAPABILITY), ("how", Kind.HOW_TO), ("exp", Kind.EXPLANATION)],
)  # fmt: skip
def test_kinds_go_by_the_words_of_people_and_by_those_of_the_data(value: str, kind: Kind) -> None:
    entries = [entry(at, ("A",))._replace(kind=each) for at, each in enumerate(Kind)]
    searcher = Searcher(build_index(Library("t", tuple(entries), ())))
    assert [hit.entry.kind for hit in searcher.search(f"kind:{value}")] == [kind]
    assert {offer.label for offer in complete("kind:", 5, searcher.index)} == {
        "how-to", "yes-no", "error", "explanation", "reference"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "facet", "then"),
    [
        ("", "kind:error", "kind:error "),
        ("oven  door", "has:code", "oven door has:code "),
        ("kind:how-to has:code", "kind:error", "has:code kind:error "),
        ("has:code oven", "has:code", "oven has:code "),
        ("has:code", "has:link", "has:code has:link "),
    ],
)
def test_one_kind_takes_the_place_of_another_and_nothing_is_put_in_twice(query, facet, then):
    assert narrowed(query, facet) == then
