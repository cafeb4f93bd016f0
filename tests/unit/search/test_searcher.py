"""Queries over a small FAQ: what is found, in what order, and why it is said to match."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from faqtui.model import CodeBlock, Document, Entry, Kind, Library, Link, Source
from faqtui.parsing import parse_library
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher

FAQ = [
    ("How do I keep an ECR token fresh?", "Rotate it every 10 hours with a job.", "Registries"),
    (
        "Which ECR permissions policy does the pipeline need?",
        "ecr:GetAuthorizationToken and the pull actions.",
        "Registries",
    ),
    ("How can I ensure that my KMS key encrypts the Lambda variables?", "Write kmsKeyArn in camel case.", "Lambda"),
    ("Where does kmsKeyArn go in the function definition?", "At the top level of the YAML.", "Lambda"),
    ("Can I raise the task count of an ECS service without a deployment?", "Only in AWS itself.", "ECS"),
    ("Does ECS support Blue/Green deployments with DNS?", "Use a load balancer with two target groups.", "ECS"),
    (
        "Why does creating the connector role fail?",
        'The log says "User is not authorized to perform: iam:CreateRole on resource".\nGrant iam:CreateRole.',
        "IAM",
    ),
    ("How do I fetch a PEM certificate from Secrets Manager?", "Redirect the output to a temp file.", "Secrets"),
    ("What is the back-off strategy?", "Times are in milliseconds; the Kubernetes credentials are retried.", "IAM"),
    ("Where are the credentials stored?", "In a secret, see https://example.org/x.", "Secrets"),
]


def entry(position: int, question: str, answer: str, category: str) -> Entry:
    lines = tuple(range(10 * position + 3, 10 * position + 4 + answer.count("\n")))
    return Entry(
        f"e{position}",
        question,
        question,
        answer,
        (category,),
        Source("faq.md", 10 * position + 1, lines[-1]),
        Kind.HOW_TO if question.startswith("How") else Kind.REFERENCE,
        links=(Link("x", "https://example.org/x"),) if "https" in answer else (),
        code_blocks=(CodeBlock(None, answer),) if "YAML" in answer else (),
        answer_text=answer,
        text_lines=lines,
    )


def library(**aliases: tuple[str, ...]) -> Library:
    return Library("small", tuple([entry(at, *row) for at, row in enumerate(FAQ)]), (), aliases=aliases)


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(build_index(library()))


def first(searcher: Searcher, query: str) -> str:
    return searcher.search(query)[0].entry.question


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("ecr tok", 0),
        ("tok ecr", 0),
        ("ecr perm", 1),
        ("kmsKeyArn", 3),
        ("kmskeyarn", 3),
        ("kms encrypt", 2),
        ("ecs count", 4),
        ("bluegreen", 5),
        ("blue green", 5),
        ("blu gre", 5),
        ("bleu green", 5),
        ("certifcate", 7),
        ("ertificate", 7),
        ("crtfct", 7),
        ("sm certificate", 7),
        ("backoff", 8),
        ("milliseconds", 8),
        ("k8s", 8),
        ("creds", 9),
        ("temp file", 7),
        ("lb", 5),
        ("User is not authorized to perform: iam:CreateRole", 6),
    ],
)
def test_half_words_typos_identifiers_abbreviations_and_messages_find_their_entry(
    searcher: Searcher, query: str, place: int
) -> None:
    assert first(searcher, query) == FAQ[place][0]


@pytest.mark.parametrize("row", FAQ, ids=[row[0][:20] for row in FAQ])
def test_a_whole_title_comes_first_however_it_is_written(searcher: Searcher, row: tuple[str, str, str]) -> None:
    title = row[0]
    for typed in (title, title.upper(), f'  "{title}"  ', title.rstrip("?"), title.replace(" ", "  "), f"- {title}"):
        result = searcher.search(typed)
        assert result[0].entry.question == title, typed
        assert not result[0].weak


@pytest.mark.parametrize("query", ["pizza opening hours", "xyzzy", "what is the best holiday", "zzz qqq"])
def test_what_the_faq_does_not_know_is_weak_or_nothing(searcher: Searcher, query: str) -> None:
    result = searcher.search(query)
    assert result.total == 0
    assert all(hit.weak for hit in result)


@pytest.mark.parametrize("query", ["how do I", "the", "what is"])
def test_stop_words_alone_are_weak(searcher: Searcher, query: str) -> None:
    result = searcher.search(query)
    assert len(result) > 0
    assert all(hit.weak for hit in result)


def marked(searcher: Searcher, query: str) -> list[str]:
    hit = searcher.search(query)[0]
    return [hit.entry.question[start:end] for start, end in hit.matches]


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("ecr tok", ["ECR", "tok"]),
        ("blu gre", ["Blu", "Gre"]),
        ("certifcate", ["certificate"]),
        ("crtfct", ["certificate"]),
        ("kmskeyarn function", ["kmsKeyArn", "function"]),
        ("certificates fetching", ["fetch", "certificate"]),
        ("sm certificate", ["certificate", "Manager"]),
        ("creds stored", ["credentials", "stored"]),
    ],
)
def test_what_matched_is_marked_for_every_kind_of_match(searcher: Searcher, query: str, spans: list[str]) -> None:
    assert marked(searcher, query) == spans


def test_a_match_in_the_answer_shows_its_line_and_where_it_stands(searcher: Searcher) -> None:
    hit = searcher.search("grant createrole")[0]
    assert hit.position == 6
    assert hit.snippet is not None
    assert hit.snippet.text == "Grant iam:CreateRole."
    assert hit.snippet.line == 64
    assert next(hit.snippet.text[a:b] for a, b in hit.snippet.matches) == "Grant"
    assert searcher.search("ecr token")[0].snippet is None


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("topic:ecs", {4, 5}),
        ("topic:ECS dns", {5}),
        ("kind:how-to", {0, 2, 7}),
        ("has:code", {3}),
        ("has:link", {9}),
        ("ecr -fresh", {1}),
        ('"load balancer"', {5}),
        ("kind:reference has:link", {9}),
    ],
)
def test_operators_let_through_what_they_say(searcher: Searcher, query: str, places: set[int]) -> None:
    assert {hit.position for hit in searcher.search(query)} == places


def test_operators_that_find_nothing_are_taken_as_words(searcher: Searcher) -> None:
    assert first(searcher, 'role "fail connector"') == FAQ[6][0]
    assert first(searcher, "topic:nowhere certificate") == FAQ[7][0]


def test_punctuation_alone_is_looked_for_as_it_is(searcher: Searcher) -> None:
    assert [hit.position for hit in searcher.search("://")] == [9]
    assert len(searcher.search("§§")) == 0
    assert len(searcher.search("   ")) == len(searcher.search("")) == 0


def test_a_faq_brings_its_own_abbreviations() -> None:
    searcher = Searcher(build_index(library(gmk=("kms",), Doomsday=("Back-Off",))))
    assert first(searcher, "gmk encrypts") == FAQ[2][0]
    assert first(searcher, "doomsday") == FAQ[8][0]


def test_positions_hits_and_limits_agree(searcher: Searcher) -> None:
    ranking = searcher.rank("e")
    result = searcher.search("e")
    assert [hit.position for hit in result] == list(ranking.positions)
    assert ranking.total == result.total == len(result) > 3
    assert [hit.position for hit in searcher.search("e", limit=2)] == list(ranking.positions[:2])
    assert ranking.hit(1) == result[1] == result[-len(result) + 1]
    assert list(result[:2]) == [result[0], result[1]]
    with pytest.raises(IndexError):
        result[len(result)]


def test_an_empty_library_answers_everything_with_nothing() -> None:
    searcher = Searcher(build_index(Library("none", (), ())))
    assert [len(searcher.search(query)) for query in ("", "a", "token", '"a b"', "topic:x", "::")] == [0] * 6


def test_progress_ends_with_all_entries_done() -> None:
    told: list[tuple[int, int]] = []
    build_index(library(), progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(FAQ), len(FAQ))


def test_the_start_pays_neither_for_rapidfuzz_nor_for_a_saved_library_it_does_not_read() -> None:
    code = (
        "import sys\n"
        "from faqtui.saved import library\n"
        "assert 'faqtui.search.index' not in sys.modules\n"
        "import faqtui.search.build\n"
        "assert not {'rapidfuzz', 'yaml', 'markdown_it', 'tempfile'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_order_is_the_same_in_another_process() -> None:
    # Sets of words have another order in each process.
    code = (
        "from faqtui import load\n"
        "faq = load()\n"
        "for query in ('token', 'depl', 'how do i', 'kms key lamda', 'ecs-task count', 'polcy'):\n"
        "    print([(hit.position, hit.score, hit.matches) for hit in faq.search(query, limit=None)])\n"
    )
    orders = [
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert orders[0] == orders[1]
    assert orders[0].count(b"\n") == 6


def test_a_pasted_page_costs_no_more_than_its_first_words(searcher: Searcher) -> None:
    page = FAQ[7][0] + " and then " + "wholly other words 0123 " * 50_000
    assert searcher.search(page).query == page
    assert first(searcher, FAQ[7][0] + "\n" + "§" * 100_000) == FAQ[7][0]


def test_a_phrase_is_found_across_punctuation_in_the_question_and_in_the_answer(searcher: Searcher) -> None:
    assert {hit.position for hit in searcher.search('"blue green"')} == {5}
    assert {hit.position for hit in searcher.search('"target groups"')} == {5}
    assert {hit.position for hit in searcher.search('"authorized to perform"')} == {6}


def test_the_name_of_a_linked_page_finds_the_entry_that_links_to_it() -> None:
    faq = library()
    linked = faq.entries[0]._replace(
        links=(
            Link("x", "https://docs.example.org/deep/guide/kms-key-policy/?lang=zulu#cross-account"),
            Link("mail", "mailto:helpdesk@example.org"),
        )
    )
    searcher = Searcher(build_index(faq._replace(entries=(linked, *faq.entries[1:]))))
    for query in ("kms-key-policy", "cross account", "kmskeypolicy", "helpdesk", "helpdesk@example.org"):
        assert searcher.search(query)[0].position == 0
    for query in ("zulu", "deep"):
        assert not searcher.search(query).total
    assert searcher.search("kms key lambda")[0].position == 2


def test_a_title_of_words_that_all_titles_have_comes_first_when_it_is_typed() -> None:
    questions = [f"How do I do what I do with {thing}?" for thing in "abcdefghijklmnopqrstuvw"]
    questions += ["What do I do?", "Blue/Green: how do I do it?"]
    searcher = Searcher(
        build_index(Library("t", tuple([entry(at, q, "", "All") for at, q in enumerate(questions)]), ()))
    )
    for title in questions:
        found = searcher.search(title)
        assert found.total
        assert found[0].entry.question == title


def about(subject: str, *others: str) -> Searcher:
    """A FAQ of which nearly every question names its subject."""
    questions = [f"What is {subject}?", *[question.format(subject) for question in others]]
    return Searcher(
        build_index(Library("x", tuple([entry(at, text, "Yes.", "All") for at, text in enumerate(questions)]), ()))
    )


def test_what_a_faq_is_about_does_not_answer_every_sentence() -> None:
    questions = (
        "Can {0} bake rye bread?",
        "How is {0} cleaned?",
        "Does {0} need water?",
        "Is {0} heavy?",
        "Where is {0} sold?",
        "Why does {0} beep at night?",
    )
    found = about("Ovenly", *questions)
    assert first(found, "what is it that makes ovenly beep so loud") == "Why does Ovenly beep at night?"
    assert first(found, "what is the price where ovenly gets sold") == "Where is Ovenly sold?"
    assert first(found, "what is ovenly") == "What is Ovenly?"


LONG_ANSWER = """Turn the knob of the display down, all the way to the left, and wait for the lamp. It is the same for all
of the models that were made since the factory moved, whatever the label on the back of it says."""


def test_what_most_entries_name_weighs_less_in_a_sentence_than_a_word_that_tells_something() -> None:
    rows = (
        ("What is Ovenly?", "Ovenly is the oven that this is about."),
        ("How is Ovenly cleaned?", "With a cloth and the water of the tap."),
        ("Does Ovenly need the sun?", "No, Ovenly works by day and by night, the sun is of no use."),
        ("How heavy is Ovenly?", "Ovenly is as heavy as the two of us."),
        ("Where is Ovenly sold?", "In the shop, and by the baker."),
        ("How do I quieten the beeping at night?", LONG_ANSWER),
    )
    entries = tuple([entry(at, question, answer, "All") for at, (question, answer) in enumerate(rows)])
    found = Searcher(build_index(Library("x", entries, ())))
    sentence = "is there a knob to turn ovenly down"
    assert found.search(sentence, finished=True)[0].entry.question == rows[5][0]
    # By itself it is what is asked for.
    assert first(found, "what is ovenly") == rows[0][0]


def test_a_word_that_all_entries_have_still_finds_them() -> None:
    found = about("Ovenly", "Can {0} bake?", "Is {0} heavy?")
    assert len(found.search("ovenly")) == 3
    assert not found.search("ovenly")[0].weak


def test_a_finished_sentence_ends_with_a_whole_word() -> None:
    questions = ["Is the car washed?", "How do I clean the carpet?", "Who waters the plants?", "When is it open?"]
    found = Searcher(
        build_index(Library("x", tuple([entry(at, text, "Yes.", "All") for at, text in enumerate(questions)]), ()))
    )
    sentence = "can somebody tell me when you clean a car"
    assert first(found, sentence + "p") == questions[1]
    ranking = found.search(sentence, finished=True)
    assert ranking[0].entry.question in questions[:2]
    # A beginning that the library has no word for may go on all the same.
    assert found.search("carp", finished=True)[0].entry.question == questions[1]
    assert found.search("plan", finished=True)[0].entry.question == questions[2]


@pytest.mark.parametrize(
    ("unknown", "known"),
    [
        ("how do I set up a vpn", "how do I set up a kiln"),
        ("do I have to set up a tap", "do I have to set up a lid"),
        ("what is the capital of pera", "what is the tint of pens"),
        ("who puts a capital on his boat", "who puts a tint on his pots"),
    ],
)
def test_what_a_finished_sentence_asks_about_is_not_answered_by_its_other_words(unknown: str, known: str) -> None:
    things = "kiln cup lid glaze shelf brush sieve wheel apron bucket sponge tile pens pots".split()  # noqa: SIM905
    titles = [
        title.format(thing) for thing in things for title in ("How do I set up the {}?", "Which tint is good for {}?")
    ]
    answers = ["In capital letters." if at == 20 else "Yes." for at in range(len(titles))]
    entries = [entry(at, *pair, "All") for at, pair in enumerate(zip(titles, answers, strict=True))]
    found = Searcher(build_index(Library("x", tuple(entries), ())))
    assert not found.search(unknown, finished=True).total
    assert found.search(known, finished=True).total


@pytest.mark.parametrize("stop", ["doi", "nee", "wit", "usi"])
def test_an_unfinished_stop_word_at_the_end_completes_like_any_other(stop: str) -> None:
    whole = {"doi": "doing", "nee": "needed", "wit": "with", "usi": "using"}[stop]
    titles = [f"What is the kiln {'need' if whole == 'needed' else whole}", "What is the kiln", "Is the kiln hot?"]
    found = Searcher(
        build_index(Library("x", tuple([entry(at, text, "Yes.", "All") for at, text in enumerate(titles)]), ()))
    )
    assert first(found, f"what is the kiln {stop}") == titles[0]


@pytest.mark.parametrize("begun", ["doi", "what doi", "nee", "wit", "shoul", "do we nee"])
def test_where_all_is_stop_words_the_unfinished_one_completes_too(begun: str) -> None:
    titles = ["What is the kiln doing?", "Is the kiln hot?", "Do we need it with a lid?", "Should it be dry?"]
    found = Searcher(
        build_index(Library("x", tuple([entry(at, text, "Yes.", "All") for at, text in enumerate(titles)]), ()))
    )
    whole = {"doi": "doing", "nee": "need", "wit": "with", "shoul": "should"}[begun.split()[-1]]
    assert any(whole in title.lower() for title in [hit.entry.question for hit in found.search(begun)][:4])


@pytest.mark.parametrize(
    "copied",
    ["mailto:glaze@kiln.example", "MAILTO:glaze@kiln.example", "mailto:glaze@kiln.example?subject=Hello&body=Cracks"],
)
def test_the_address_of_a_link_to_a_mailbox_is_found_as_it_was_copied(copied: str) -> None:
    text = "# Kiln\n\n## Who mixes colours?\n\n[They](mailto:glaze@kiln.example) do.\n\n## Is it hot?\n\nYes.\n"
    found = Searcher(build_index(parse_library([Document("kiln.md", text)]))).search(copied)
    assert found[0].position == 0
    assert not found[0].weak


@pytest.mark.parametrize(
    ("query", "found"),
    [("'pem", [0]), ("^which", [1]), ("perm$", [2]), ("^what perm$", [2]), ("perm !what", [0, 1])],
)
def test_signs_of_fzf_let_through_what_they_say(query, found):
    questions = ["How do I read a pem, or a permission?", "Which perm is it here?", "What is a perm?"]
    entries = tuple(
        Entry(f"e{at}", question, question, "", ("All",), Source("f.md", at, at))
        for at, question in enumerate(questions)
    )
    searcher = Searcher(build_index(Library("small", entries, ())))
    assert sorted(hit.position for hit in searcher.search(query)) == found


@pytest.mark.parametrize(
    "query", ["^how", "^how do i", "'how", '"how do i"', "topic:registries how", "what !kms", "^the"]
)
def test_operators_beside_stop_words_alone_say_enough_to_be_no_guess(searcher: Searcher, query: str) -> None:
    ranking = searcher.rank(query)
    assert ranking.weak == (query == "^the"), "nothing begins so"
    assert bool(ranking.total) != ranking.weak


@pytest.mark.parametrize("answer", ["By {} from the mill.", "Read the board.\n\nIt says {} too."])
@pytest.mark.parametrize(
    "ways",
    [
        ("email", "e-mail", "E\u2011Mail"), ("wifi", "wi-fi", "Wi\u2010Fi"), ("online", "on-line"), ("ebook", "e-book"),
        ("10000", "10,000", "10 000", "10'000", "10\u202f000", "\u0661\u0660\u066c\u0660\u0660\u0660"),
        ("1250000", "1,250,000", "1 250 000", "12,50,000"), ("\uff8a\uff9f\uff7f\uff7a\uff9d", "\u30d1\u30bd\u30b3\u30f3"),
        ("45", "\u06f4\u06f5", "\u096a\u096b"), ("v1.2.3", "1.2.3"), ("TLSv1.3", "TLS 1.3"), ("IPv6", "IP v6"),
        ("\u30b5\u30fc\u30d0\u30fc", "\u3055\u30fc\u3070\u30fc"),
        ("\u0645\u062f\u0631\u0633\u0629", "\u0645\u062f\u0631\u0633\u0647"),
        ("\u06a9\u062a\u0627\u0628\u06cc", "\u0643\u062a\u0627\u0628\u064a"), ("colour", "color"), ("catalogue", "catalog"),
        ("organisation", "organization"), ("centre", "center"), ("cancelled", "canceled"),
    ],
)  # fmt: skip
def test_what_is_set_apart_in_another_way_is_no_weak_hit(ways, answer):
    for written in ways:
        entries = [
            entry(0, "When is the mill open?", answer.format(written), "All"),
            entry(1, "Who grinds?", "Ann.", "All"),
        ]
        found = Searcher(build_index(Library("mill", tuple(entries), ())))
        for typed in ways:
            (hit, *_) = found.search(typed, finished=True)
            assert (hit.position, hit.weak) == (0, False), (written, typed)


@pytest.mark.parametrize(
    ("typed", "written"), [("mueller", "Müller"), ("boese", "böse"), ("ingenjoer", "ingenjör"), ("aalborg", "Ålborg")]
)
def test_letters_with_dots_are_found_by_what_is_typed_for_them(typed, written):
    entries = [
        entry(0, "When is the mill open?", f"Ask {written} there.", "All"),
        entry(1, "Who grinds?", "Ann.", "All"),
    ]
    (hit, *_) = Searcher(build_index(Library("mill", tuple(entries), ()))).search(typed, finished=True)
    assert (hit.position, hit.weak) == (0, False)
