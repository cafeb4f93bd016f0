"""Abbreviations and what they stand for, in one word or several, both ways."""

from __future__ import annotations

import pytest

from faqtui.model import Entry, Library, Source
from faqtui.search.aliases import aliases, phrases
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher

QUESTIONS = [
    "Does the kiln run on GCP?",
    "Can the kiln log in with an identity provider?",
    "Where is the AWS region of the kiln set?",
    "How hot does the kiln get?",
    "Who cleans the glaze tank?",
    "Is the night watch paid?",
]


def searcher(**own: tuple[str, ...]) -> Searcher:
    return over(QUESTIONS, **own)


def over(questions: list[str], **own: tuple[str, ...]) -> Searcher:
    entries = tuple(
        Entry(
            f"e{at}",
            text,
            text,
            "Yes.",
            ("Kiln",),
            Source("a.md", at + 1, at + 1),
            answer_text="Yes.",
            text_lines=(at + 1,),
        )
        for at, text in enumerate(questions)
    )
    return Searcher(build_index(Library("Kiln", entries, (), aliases=own)))


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("google cloud", 0),
        ("kiln on google cloud", 0),
        ("does it run in the google cloud platform", 0),
        ("gcp", 0),
        ("idp", 1),
        ("idp login", 1),
        ("identity provider", 1),
        ("amazon", 2),
        ("amazon web services region", 2),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_abbreviations_are_found_by_what_they_stand_for_and_the_other_way_round(
    query: str, at: int, finished: bool
) -> None:
    found = searcher().search(query, finished=finished)
    assert found[0].position == at
    assert not found[0].weak


@pytest.mark.parametrize(
    ("own", "query", "at"),
    [
        ({"gk": ("glaze tank",)}, "gk", 4),
        ({"glaze tank": ("gk",)}, "gk", 4),
        ({"gk": ("glaze tank",)}, "glaze tank", 4),
        ({"nw": ("night watch", "sentry")}, "sentry", 5),
        ({"night watch": ("sentry",)}, "sentry", 5),
        ({"Sentry Duty": ("night-watch",)}, "is sentry duty paid", 5),
    ],
)
def test_the_faqs_own_aliases_work_both_ways(own: dict[str, tuple[str, ...]], query: str, at: int) -> None:
    found = searcher(**own).search(query)
    assert found[0].position == at


@pytest.mark.parametrize("query", ["2fa", "mfa", "two-factor codes", "multi factor"])
@pytest.mark.parametrize("written", ["Two-factor", "MFA", "2FA", "Multi-factor"])
def test_what_has_two_abbreviations_is_found_by_each(query: str, written: str) -> None:
    found = over([*CELLAR, f"What about {written} codes?"]).search(query)
    assert found[0].position == len(CELLAR)


def test_several_words_are_known_by_what_they_are_together() -> None:
    table = phrases(aliases({"tk": ("tea kettle",)}))
    assert table["teakettle"] == ("tk",)
    assert table["googlecloud"] == ("gcp",)


CELLAR = [
    "Where are the VMs of the cellar?",
    "Is the cellar paid through several service providers?",
    "Do our pull requests need a review?",
    "Which CDN has the pictures of the cellar?",
    "How warm is it?",
]


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("virtual machine", 0),
        ("our virtual machines", 0),
        ("vm cellar", 0),
        ("sp", 1),
        ("sps", 1),
        ("service provider", 1),
        ("prs", 2),
        ("pull request", 2),
        ("content delivery networks", 3),
        ("cdns", 3),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_several_of_what_an_abbreviation_stands_for_are_found_too(query: str, at: int, finished: bool) -> None:
    found = over(CELLAR, sp=("service provider",)).search(query, finished=finished)
    assert found[0].position == at
    assert not found[0].weak
