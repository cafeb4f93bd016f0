"""Words that are the same but for signs without a shape, for their hyphens, or for the space within: found both ways."""

from __future__ import annotations

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher
from faqtui.search.tokens import tokenize
from support.speed import at_most


def searcher(*questions: str, answers: str = "It is so.") -> Searcher:
    text = "# T\n\n" + "".join(f"## {question}\n\n{answers}\n\n" for question in questions)
    return Searcher(build_index(parse_library([Document("t.md", text)])))


def found(query: str, *questions: str, answers: str = "It is so.") -> list[str]:
    """The questions of the strong hits."""
    result = searcher(*questions, answers=answers).search(query, limit=None)
    return [hit.entry.question for hit in result if not hit.weak]


OTHERS = ("Which pump is red?", "Where does the water go?", "How is a valve closed?")


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("handbook", "hand\u00adbook"),
        ("handbook", "hand\ufffdbook"),  # as it is shown: the sign has no shape
        ("handbook", "hand\u200bbook"),
        ("handbook", "hand\u2060book"),
        ("hand\u00adbook", "handbook"),
        ("Überlauf", "Über\u00adlauf"),
        ("مرحبا", "مـــرحبا"),  # made wider, as titles are
        ("مـرحبا", "مرحبا"),
        ("workflow", "work\u2043flow"),
        ("ordinateur", "l\u2019ordinateur"),
        ("ordi", "l'ordinateur"),
        ("l'ordinateur", "un ordinateur"),
        ("eau", "d'eau"),
        ("account", "dell'account"),
        ("oreilly", "O'Reilly"),
        ("aujourdhui", "aujourd'hui"),
        ("workflow", "work\u2011flow"),
        ("work-flow", "work\u2010flow"),
        ("workflow", "work\u2013flow"),
        ("workflow", "work\uff0dflow"),
        ("workflow", "work\u2212flow"),
        ("work\u2011flow", "work-flow"),
        ("filesystem", "file system"),
        ("file system", "filesystem"),
        ("Filesystem", "File System"),
        ("database", "data base"),
        ("data base", "database"),
        ("timeout", "time out"),
        ("checklist", "check list"),
        ("wi fi", "wifi"),
        ("10 gb", "10GB"),
        ("10gb", "10 GB"),
        ("ipv6", "IP v6"),
        ("IP v6", "IPv6"),
        ("5 ghz", "5GHz"),
        ("404", "HTTP404"),
        ("00942", "ORA00942"),
        ("80070057", "0x80070057"),
    ],
)
def test_what_is_the_same_word_is_found(query: str, written: str) -> None:
    question = f"Where do I keep the {written} today?"
    assert found(query, question, *OTHERS)[:1] == [question]


@pytest.mark.parametrize("word", ["ordinateur", "ordinat", "l'ordinateur"])
def test_a_word_behind_an_elided_article_is_found_in_answers(word: str) -> None:
    assert found(word, *OTHERS, answers="Sur l\u2019ordinateur.")


def test_half_a_compound_is_found_while_it_is_typed() -> None:
    question = "Which file system is it?"
    for end in range(len("filesy"), len("filesystem") + 1):
        assert found("filesystem"[:end], question, *OTHERS) == [question]


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("backup", "How do I back up the pump?"),
        ("login fails", "Why can I not log in?"),
        ("standby", "May a valve stand by?"),
        ("plugin", "What do I plug in?"),
        ("signup", "Where do I sign up?"),
        ("setup", "How do I set it up?"),
        ("backup", "How do I back everything up?"),
        ("login", "How do they log me in?"),
        ("rollback", "How do I roll it back?"),
        ("logout", "Can an admin log you out?"),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_what_a_verb_and_its_particle_are_called_together_finds_them_apart(
    query: str, question: str, finished: bool
) -> None:
    hits = searcher(question, *OTHERS).search(query, finished=finished)
    assert hits[0].entry.question == question


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("set it up", "Where is the setup?"),
        ("roll it back", "Does a rollback lose water?"),
        ("log them out", "What does a logout do?"),
        ("how do I shut this down", "How long does a shutdown take?"),
        ("back those up", "Where is the backup?"),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_a_verb_around_a_small_word_finds_what_it_is_called_together(query: str, question: str, finished: bool) -> None:
    others = ("May I set a price that goes up?", "How do I roll the hose?", "Is the back door shut?", *OTHERS)
    hits = searcher(question, *others).search(query, finished=finished)
    assert hits[0].entry.question == question
    assert not hits[0].weak


@pytest.mark.parametrize("question", ["Who can set the table up there?", "Is a set all there is when prices go up?"])
def test_a_verb_and_a_particle_with_other_words_between_are_no_compound(question: str) -> None:
    assert found("setup", question, *OTHERS) == []


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("filesystem", "On a file system of its own."),
        ("setup", "Have somebody set it up."),
        ("shutdown", "Never shut us down."),
        ("logfile", "Look into\nthe log\nfile, or the filename."),
        ("website", "Ask on the *Web* site; sites are many."),
        ("whitespace", "Mind white spaces, and white space."),
        ("checkout", "A check out of the code."),
    ],
)
@pytest.mark.parametrize("finished", [False, True])
def test_a_compound_in_an_answer_is_an_answer(query: str, written: str, finished: bool) -> None:
    apart = "It is out, in white, with a file of a site, a system of a log, a check on the web, and space."
    text = f"# T\n\n## How is it kept?\n\n{written}\n\n## Why?\n\n{apart}\n"
    index = build_index(parse_library([Document("t.md", text)]))
    hits = Searcher(index).search(query, limit=None, finished=finished)
    assert hits[0].entry.question == "How is it kept?"
    assert hits.total


def test_the_halves_of_a_compound_apart_are_not_it() -> None:
    assert found("filesystem", "Which system has a file?", "Which file is it?", *OTHERS) == []


def test_figures_that_end_a_longer_number_are_not_it() -> None:
    assert found("404", "Why is it E1404?", "Why is it 98404?", *OTHERS) == []


def test_matches_are_marked_where_they_stand() -> None:
    question = "Where is the hand\u00adbook of the work\u2011flow on the file system?"
    for query, marked in (("handbook", "hand\u00adbook"), ("workflow", "work\u2011flow"), ("filesystem", "file")):
        hit = searcher(question, *OTHERS).search(query, limit=1)[0]
        start, end = hit.matches[0]
        assert question[start:end].startswith(marked[:4])
        assert question[start:end] in question


@pytest.mark.parametrize("query", ["pump !red", "pump -red", "!red pump"])
def test_a_word_is_excluded_by_either_sign(query: str) -> None:
    assert found(query, "Which pump is red?", "Which pump is blue?") == ["Which pump is blue?"]


@pytest.mark.parametrize("query", ["red!", "pump ! red", "!important red pump", "!!", "! -", "pump !"])
def test_a_sign_elsewhere_excludes_nothing(query: str) -> None:
    searcher("Which pump is red?", "Which pump is blue?").search(query)  # nothing typed raises


def test_a_word_of_any_length_costs_what_it_is_worth() -> None:
    asked = searcher(*OTHERS, "What is " + "x" * 100_000 + "?")
    with at_most(5):
        for size in (100, 1_000, 16_000, 100_000, 1_000_000):
            asked.search("x" * size)
            asked.search("pump " + "y" * size)
    assert max(len(token.term) for token in tokenize("word " + "z" * 5_000)) <= 100


def test_a_long_word_is_found_by_what_it_begins_with() -> None:
    word = "x" * 90 + "y" * 200
    assert found(word, f"What is {word}?", *OTHERS) == [f"What is {word}?"]


VALVES = """\
# T

## Valves of brass

### Which valve is red?

The red valve hums.

```sh
valve --open
```

### Which valve is blue?

A red one it is not.

## Others

### How do I paint a valve?

With [paint](https://paint.example/).
"""
RED, BLUE, PAINT = "Which valve is red?", "Which valve is blue?", "How do I paint a valve?"


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ('valve -"red valve"', [BLUE, PAINT]),
        ('valve !"which valve"', [PAINT]),
        ("valve !'red", [PAINT]),
        ("valve !^which", [PAINT]),
        ("valve !red$", [BLUE, PAINT]),
        ("valve -has:code", [BLUE, PAINT]),
        ("valve !has:link", [RED, BLUE]),
        ("valve -topic:others", [RED, BLUE]),
        ('valve -topic:"of brass"', [PAINT]),
        ('valve topic:"valves of brass"', [RED, BLUE]),
        ("valve \u2013red", [PAINT]),
    ],
)
def test_what_a_minus_leaves_out_is_not_found(query: str, left: list[str]) -> None:
    hits = Searcher(build_index(parse_library([Document("t.md", VALVES)]))).search(query, limit=None)
    assert sorted(hit.entry.question for hit in hits) == sorted(left)
