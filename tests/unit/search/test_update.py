"""An index that is brought up to date is the one that would be made."""

from __future__ import annotations

from random import Random

import pytest

from faqtui.model import Category, CategoryNode, CodeBlock, Entry, Kind, Library, Link, Source
from faqtui.search import update
from faqtui.search.build import build_index
from faqtui.search.index import SearchIndex
from faqtui.search.update import ascending, update_index

WORDS = [f"{stem}{end}" for stem in ("queue", "token", "kmsKey", "a-b", "Ünit", "x") for end in ("", "s", "Arn", "2")]


def entry(random: Random) -> Entry:
    def some(most: int) -> str:
        return " ".join(random.choices(WORDS, k=random.randint(0, most)))

    links = (Link("", f"https://e.example/{random.choice(WORDS)}/{some(1)}"),) if random.random() < 0.3 else ()
    return Entry(
        "id",
        some(6),
        "",
        "",
        (random.choice(WORDS[:3]),),
        Source("a.md", 1, 1),
        random.choice([None, *Kind]),
        tuple(random.choices(WORDS, k=random.randint(0, 2))),
        links,
        (CodeBlock(None, "x"),) if random.random() < 0.3 else (),
        (),
        some(20),
    )


def library(entries: list[Entry]) -> Library:
    inside: dict[Category, list[int]] = {}
    for position, one in enumerate(entries):
        inside.setdefault(one.category, []).append(position)
    nodes = tuple(CategoryNode(path, len(own), tuple(own)) for path, own in inside.items())
    return Library("", tuple(entries), nodes, (), {"k": ("key",)})


def parts(index: SearchIndex) -> dict[str, object]:
    return {name: getattr(index, name) for name in SearchIndex.__slots__ if name != "entries"}


@pytest.mark.parametrize("seed", range(60))
def test_whatever_came_went_changed_or_moved(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "WORTH_IT", -1.0)
    random = Random(seed)
    before = [entry(random) for _ in range(random.choice([0, 1, 2, 10, 60]))]
    numbered: list[tuple[int, Entry]] = list(enumerate(before))
    for _ in range(random.choice([0, 1, 3, 20])):
        at = random.randrange(len(numbered) + 1)
        match random.choice(["add", "remove", "change", "move"]):
            case "add":
                numbered.insert(at, (-1, entry(random)))
            case "remove":
                del numbered[at : at + random.randint(1, 3)]
            case "change" if at < len(numbered):
                numbered[at] = (-1, entry(random))
            case "move" if at < len(numbered):
                numbered.append(numbered.pop(at))
    now = library([one for _, one in numbered])
    made = update_index(build_index(library(before)), now, [place for place, _ in numbered])
    assert parts(made) == parts(build_index(now))


def test_of_what_was_moved_as_much_as_can_be_is_taken_over() -> None:
    assert list(ascending([0, 1, -1, 2])) == [0, 1, -1, 2]
    assert list(ascending([])) == []
    assert list(ascending([-1, -1])) == [-1, -1]
    assert list(ascending([5, 0, 1, 2])) == [-1, 0, 1, 2]
    assert list(ascending([0, 3, 1, 2, 4])) == [0, -1, 1, 2, 4]
    assert list(ascending([2, 1, 0])).count(-1) == 2


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_longest_part_that_ascends(seed: int) -> None:
    places = Random(seed).sample(range(9), 8)
    kept = [place for place in ascending(places) if place >= 0]
    assert kept == sorted(kept)
    best = max(
        bin(chosen).count("1")
        for chosen in range(256)
        if (some := [place for bit, place in enumerate(places) if chosen >> bit & 1]) == sorted(some)
    )
    assert len(kept) == best


def test_where_nearly_all_is_new_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "_Update", None)
    random = Random(0)
    now = library([entry(random) for _ in range(10)])
    assert parts(update_index(build_index(now), now, [0, 1, *[-1] * 8])) == parts(build_index(now))
