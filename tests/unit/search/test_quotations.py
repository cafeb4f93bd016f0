"""Who says word for word what was pasted comes first."""

from __future__ import annotations

import pytest

import faqtui
from faqtui.search.build import build_index
from faqtui.search.query import parse
from faqtui.search.quotations import quoting, titled
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


LOGS = """# Mill

## Grindstone refused: wheel not seated

Seat it again.

## Hopper jam in lane four

Clear it; the log then says *starting mill 7 at 06:12 grindstone refused wheel*.

## Is it loud?

Yes, starting mill 7 at 06:12 is very loud.

## What is the best way to do it?

Slowly.
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    path = tmp_path_factory.mktemp("mill") / "mill.md"
    path.write_text(LOGS, encoding="utf-8")
    return faqtui.load(path).searcher


@pytest.mark.parametrize(
    "pasted",
    [
        "starting mill 7 at 06:12 ERROR grindstone refused: wheel not seated (code 9), exit",
        "[06:12:01] GRINDSTONE REFUSED - wheel not seated; see the log of the mill",
        "miller@mill:~$ grind\nGrindstone refused: wheel not seated\nmiller@mill:~$",
        "why does it say Grindstone refused: wheel not seated when I start it",
    ],
)
def test_a_title_that_was_pasted_with_its_surroundings_comes_first(mill: Searcher, pasted: str) -> None:
    for finished in (False, True):
        found = mill.search(pasted, finished=finished)
        assert found[0].entry.question == "Grindstone refused: wheel not seated"
        assert not found[0].weak


def test_a_short_title_or_one_of_common_words_inside_a_query_is_no_quotation(mill: Searcher) -> None:
    for query in (
        "starting mill 7 at 06:12 is very loud is it loud",
        "what is the best way to do it when starting mill 7 at 06:12",
    ):
        parsed = parse(query)
        assert titled(mill.index, parsed) == []


def test_words_of_a_title_in_another_order_are_no_quotation(mill: Searcher) -> None:
    assert titled(mill.index, parse("wheel refused the grindstone and was not seated")) == []
    assert titled(mill.index, parse("so the hopper jam in lane four again")) == [1]


QUOTING = """# Oven

## Why does it say "door contact lost while heating"?

Shut the door.

## What does `fan 2 stalled at startup` mean?

Clean the fan.

## Burner <number> went out: gas pressure below {limit} mbar

Open the valve.

## Sensor … has drifted, calibrate it again

Do so.

## What is in the log?

*oven 7 started at 06:12, door closed, burner lit, gas pressure fine, fan running*.

## Is "how do I do it" asked often?

No.
"""


@pytest.fixture(scope="module")
def oven(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    path = tmp_path_factory.mktemp("oven") / "oven.md"
    path.write_text(QUOTING, encoding="utf-8")
    return faqtui.load(path).searcher


@pytest.mark.parametrize(
    ("pasted", "at"),
    [
        ("oven 7 started at 06:12, door closed, burner lit\nERROR Door contact lost while heating (E4)", 0),
        ("06:12 oven 7 started, gas pressure fine: door contact lost while heating", 0),
        ("oven 7 started at 06:12 WARN fan 2 stalled at startup; retrying, burner lit", 1),
        ("oven 7 started: burner 3 went out: gas pressure below 18.5 mbar, door closed", 2),
        ("[06:12] burner no. 12 went out: gas pressure below 20 mbar", 2),
        ("oven 7 started at 06:12: sensor 4 (left, back) has drifted, calibrate it again, burner lit", 3),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_what_a_title_quotes_and_what_it_leaves_open_are_found_in_what_was_pasted(
    oven: Searcher, pasted: str, at: int, finished: bool
) -> None:
    found = oven.search(pasted, finished=finished)
    assert found[0].position == at
    assert not found[0].weak


@pytest.mark.parametrize(
    "query",
    [
        "please tell me how do I do it with an oven",
        "door contact lost, and while it is heating again",
        "burner went out",
        "burner a b c d e f g h went out gas pressure below 3 mbar",
        "gas pressure below 3 mbar and burner 2 went out",
    ],
)
def test_a_part_of_what_a_title_quotes_or_in_another_order_is_no_quotation(oven: Searcher, query: str) -> None:
    assert titled(oven.index, parse(query)) == []
