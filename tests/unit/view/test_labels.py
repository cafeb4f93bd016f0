"""What a row shows of a question that does not fit."""

import pytest

from faqtui.model import CategoryNode, Entry, Library, Source
from faqtui.view.labels import Leads, in_two, label, label_in_two
from faqtui.widths import most_cells

DIFFERENCE = "What is the difference between a pod and a container in the cluster?"
SIBLINGS = [
    DIFFERENCE,
    "What is the difference between a node and a machine of the fleet?",
    "What is the difference between rolling and blue/green?",
    "Can I drain a node while jobs run?",
    "Can I cordon it?",
    "How do I keep an ECR token fresh?",
    "What is a pod?",
    "What is a pod?",
]


def leads(questions: list[str]) -> Leads:
    entries = [Entry(f"e{i}", q, q, "A.", ("All",), Source("a.md", i, i)) for i, q in enumerate(questions)]
    return Leads(Library("T", entries, (CategoryNode(("All",), len(entries), tuple(range(len(entries)))),)))


def shown(question: str, room: int, matches: list[tuple[int, int]] = (), questions: list[str] = SIBLINGS) -> str:
    text, left_out = label(question, room, leads(questions).of(questions.index(question), ("All",)), matches, "…")
    for start, end in matches:  # marks lie on what was found
        assert text[max(0, start - left_out) : end - left_out].casefold() == question[start:end].casefold()
    return text


def test_where_there_is_room_nothing_is_left_out():
    assert shown(DIFFERENCE, 80) == DIFFERENCE
    assert shown("How do I keep an ECR token fresh?", 33) == "How do I keep an ECR token fresh?"


@pytest.mark.parametrize(
    ("question", "room", "text"),
    [
        (DIFFERENCE, 30, "Pod and a container in the cluster"),
        (SIBLINGS[2], 30, "Rolling and blue/green"),
        ("How do I keep an ECR token fresh?", 26, "Keep an ECR token fresh"),
    ],
)
def test_what_siblings_begin_with_is_left_out_and_the_rest_begins_with_a_capital(question, room, text):
    assert shown(question, room) == text


@pytest.mark.parametrize(
    ("beginning", "text"),
    [
        ("Why can I not ", "Why can I not {} a board of the other team"),
        ("Why can’t a reader ", "Why can’t a reader {} a board of the other team"),
        ("In which case of these do I not ", "Not {} a board of the other team"),
        ("Warum kann ich hier nicht ", "Nicht {} a board of the other team"),
        ("Why can I always ", "{} a board of the other team"),
    ],
)
def test_what_turns_a_question_round_is_not_left_out(beginning, text):
    questions = [f"{beginning}{verb} a board of the other team?" for verb in ("share", "move")]
    assert shown(questions[0], 12, questions=questions).rstrip("?") == text.format(
        "share" if text[0] != "{" else "Share"
    )


def test_a_short_beginning_stays_though_siblings_share_it():
    assert shown("Can I drain a node while jobs run?", 20).startswith("Can I drain")


def test_a_question_that_would_be_nothing_without_its_beginning_stays_whole():
    assert shown("How do I go?", 8, questions=["How do I go?"]) == "How do I go?"


def test_namesakes_are_not_emptied():
    assert shown("What is a pod?", 8) == "What is a pod?"


def test_the_least_that_makes_it_fit_is_left_out():
    questions = ["How do I create a bucket for logs?", "How do I create a bucket for images of all sizes?"]
    assert shown(questions[0], 26, questions=questions) == "Create a bucket for logs"
    assert shown(questions[1], 26, questions=questions).startswith("Images of all sizes")


def test_a_beginning_that_was_found_stays():
    at = DIFFERENCE.index("difference")
    assert "difference" in shown(DIFFERENCE, 40, [(at, at + 10)])


@pytest.mark.parametrize("word", ["container", "cluster"])
@pytest.mark.parametrize("room", [14, 20, 26])
def test_the_first_thing_found_is_in_view(word, room):
    at = DIFFERENCE.index(word)
    text = shown(DIFFERENCE, room, [(at, at + len(word))])
    assert word in text[:room]


def test_marks_of_other_questions_are_where_they_belong():
    question = "What is the difference between rolling and blue/green?"
    at = question.index("blue")
    assert shown(question, 26, [(at, at + 4)]) == "Rolling and blue/green"


def test_many_questions_are_not_compared():
    questions = [f"What is the colour of the lamp number {n}?" for n in range(4000)]
    assert shown(questions[0], 20, questions=questions) == questions[0]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("It fits", 10, ("It fits", "")),
        ("It goes on behind a blank", 16, ("It goes on", "behind a blank")),
        ("It ends at a word", 10, ("It ends at", "a word")),
        ("one more is cut where two are too few", 12, ("one more is", "cut where t…")),
        ("/a/very/long/path/of/something", 12, ("/a/very/long", "/path/of/so…")),
        ("パンはいつ焼けますか", 10, ("パンはいつ", "焼けますか")),
    ],
)
def test_a_question_is_broken_at_words_where_it_has_any(text, room, lines):
    first, begin, second = in_two(text, room, "…")
    assert (first, second) == lines
    assert text[begin:].startswith(second.rstrip("…"))
    assert max(most_cells(first), most_cells(second)) <= room


@pytest.mark.parametrize(
    ("question", "room", "found", "text"),
    [
        ("Can I have a map that shows the long-river-with-many-lakes and Mill?", 36, "Mill", "Can I have a map"),
        ("How do I fold a map of the long-river-with-many?", 26, "", "How do I fold"),
        ("How do I moor a boat for the night that has long-river-with-many-lakes-and Mill?", 36, "Mill", "Moor a boat"),
    ],
)
def test_nothing_is_left_out_that_has_room_in_two_lines(question, room, found, text):
    at = question.find(found)
    matches = [(at, at + len(found))] if found else []
    leads = (len("How do I "),) if question.startswith("How") else ()
    shown, left_out = label_in_two(question, room, leads, matches, "…", as_one=False)
    assert shown.startswith(text)
    assert in_two(shown, room, "…")[2] == shown[-len(in_two(shown, room, "…")[2]) :]
    assert left_out in (0, *leads)


def test_selected_a_question_begins_as_it_did_before():
    lead = leads(SIBLINGS).of(0, ("All",))
    assert label_in_two(DIFFERENCE, 26, lead, (), "…", as_one=True) == label(DIFFERENCE, 26, lead, (), "…")
    assert label_in_two(DIFFERENCE, 44, lead, (), "…", as_one=False) == (DIFFERENCE, 0)


@pytest.mark.parametrize(
    ("question", "room", "text"),
    [
        (
            "How do I make sure that the key is the one that I wanted?",
            30,
            "Make sure that the key is the one that I wanted",
        ),
        ("How do I make a template take the branch?", 24, "Make a template take the branch"),
        ("How do I install the package on Debian?", 12, "Debian"),
    ],
)
def test_the_verb_that_siblings_share_behind_a_usual_beginning_stays(question, room, text):
    siblings = [
        "How do I make sure that the key is the one that I wanted?",
        "How do I make a template take the branch?",
        "How do I install the package on Debian?",
        "How do I install the package on Fedora?",
    ]
    assert shown(question, room, questions=siblings) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a question and a query?", "a question and an answer?"),
        ("rye bread or not?", "rye breads?"),
        ("a bed of hay or tar?", "a bee of hay or tar?"),
    ],
)
def test_what_is_left_out_ends_with_a_whole_word_of_both(one, other):
    siblings = [f"What is the difference between {rest}" for rest in (one, other)]
    for question in siblings:
        text = shown(question, 12, questions=siblings)
        assert text == text.strip()
        assert f" {text[0].lower()}{text[1:]}" in question


@pytest.mark.parametrize(
    ("end", "told"), [("7?", "Row 7"), ("A?", "Row A"), ("seven?", "Seven"), ("17 b?", "Row 17 b")]
)
def test_an_end_that_says_little_keeps_the_word_before_it(end, told):
    questions = [f"What is sown in the field behind the house in row {what}" for what in (end, "0?", "12 c?")]
    assert shown(questions[0], 12, questions=questions) == told


@pytest.mark.parametrize(
    ("end", "told"), [("step 3 of the first press", "Step 3"), ("page 2 3 of the press", "Page 2 3")]
)
def test_a_number_keeps_the_word_that_says_what_is_counted(end, told):
    questions = [f"How can the miller come to {what} in the mill?" for what in (end, end.replace("3", "4"))]
    assert shown(questions[0], 20, questions=questions).startswith(told)
