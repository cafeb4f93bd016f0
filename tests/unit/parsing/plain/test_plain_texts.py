"""Plain text as it was posted: rules between questions, titles of several lines, answers that hang, quotes of typewriters."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

RULE = "-" * 60


def pairs(text: str, path: str = "FAQ") -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document(path, text)]).entries]


@pytest.mark.parametrize(
    ("label", "hang"), [("A:  ", "    "), ("A:   ", "     "), ("A: ", "   "), ("Answer: ", "        ")]
)
def test_paragraphs_that_hang_below_a_label_are_text_and_not_code(label: str, hang: str) -> None:
    text = f"Q:  Is it hot?\n\n{label}Mostly, in\n{hang}summer.\n\n{hang}Not in winter:\n\n{hang}    kiln --heat\n\n"
    text += f"Q:  Is it wet?\n\n{label}No.\n"
    assert pairs(text) == [
        ("Is it hot?", "Mostly, in\nsummer.\n\nNot in winter:\n\n    kiln --heat"),
        ("Is it wet?", "No."),
    ]


def test_code_below_a_label_stays_code() -> None:
    assert pairs("Q: Is it hot?\n\nA: Ask:\n\n    kiln --heat\n")[0][1] == "Ask:\n\n    kiln --heat"


@pytest.mark.parametrize("rule", [RULE, "=" * 40, "-" * 12])
def test_rules_that_part_questions_make_no_title_of_the_line_above(rule: str) -> None:
    parts = [
        f"1.{n}. Is it {what}?\n\nSome say so.\nOthers do not.\n"
        for n, what in enumerate(("hot", "wet", "old", "new"), 1)
    ]
    text = f"KILN\n\n1. Heat\n\n{parts[0]}\n{rule}\n\n{parts[1]}{rule}\n\n{parts[2]}\n{rule}\n\n{parts[3]}\n{rule}\n"
    assert pairs(text) == [
        (f"1.{n}. Is it {what}?", "Some say so.\nOthers do not.")
        for n, what in enumerate(("hot", "wet", "old", "new"), 1)
    ]


def test_a_rule_below_a_paragraph_makes_no_title_of_it() -> None:
    table = "plain            hot\nwet              cold?\nbroad            old\nnarrow           new or old, who knows"
    text = f"1.1. What is it?\n\nThis:\n\n{table}\n{RULE}\n\nAnd so on.\n\n1.2. Is it hot?\n\nYes.\n\n2.1. Is it wet?\n\nNo.\n"
    assert [question for question, _ in pairs(text)] == ["1.1. What is it?", "1.2. Is it hot?", "2.1. Is it wet?"]


def test_a_title_that_asks_may_have_as_many_lines_as_a_paragraph() -> None:
    long = "1.1. The kiln is slow to heat,\nand it smokes while it does. Could\nit be that the flue is\nshut? Or is it the\nwood?"
    text = f"1. Heat\n\n{long}\n\nThe wood.\n\n1.2. Is it hot?\n\nYes.\n\n2.1. Is it wet?\n\nNo.\n"
    assert (" ".join(long.split()), "The wood.") in pairs(text)


def test_a_rule_of_tildes_below_a_title_is_no_code_to_the_end() -> None:
    text = "The Kiln FAQ\nof the first of May\n~~~~~~~~~~~~~~~~~~~\n\n" + "".join(
        f"1.{n}. Is it {n}?\n\nYes.\n\n" for n in (1, 2, 3)
    )
    assert [question for question, _ in pairs(text)] == ["1.1. Is it 1?", "1.2. Is it 2?", "1.3. Is it 3?"]
    code = "Run this:\n~~~~~~~~~\nkiln\n"
    assert parse_library([Document("FAQ", code)]).entries[0].code_blocks == ()


@pytest.mark.parametrize(
    "title",
    [
        "1.1. Why does `heat' where `wood=wet' fail?",
        "1.1: What does `kiln' in `house' do?",
        "1.1 Is `a' less than `b'?",
    ],
)
def test_quotes_of_typewriters_are_no_code_in_titles(title: str) -> None:
    assert pairs(f"{title}\n\nYes.\n\n1.2. Is it wet?\n\nNo.\n\n2.1. Is it old?\n\nNo.\n")[0][0] == title


@pytest.mark.parametrize("rule", ["********", RULE, "* * *"])
def test_statements_between_rules_are_the_questions(rule: str) -> None:
    parts = [
        "The kiln smokes.\n\nOpen the flue.\n",
        "It stays cold in winter,\neven with wood.\n\nDry that first.\n\nThen wait.\n",
        "Ash falls out\n\nClose it.\n",
    ]
    text = "These come up often.\n\n" + "".join(f"{rule}\n\n{part}\n" for part in parts)
    assert pairs(text) == [
        ("The kiln smokes.", "Open the flue."),
        ("It stays cold in winter, even with wood.", "Dry that first.\n\nThen wait."),
        ("Ash falls out", "Close it."),
    ]


def test_rules_in_prose_make_no_questions_of_it() -> None:
    assert len(pairs("One.\n\n***\n\nTwo.\n\n***\n\nThree.\n\nMore.\n\n***\n\nFour.\n")) == 1


@pytest.mark.parametrize(("question", "other"), [("* ", " - "), ("* ", "- "), ("- ", "* ")])
def test_bullets_of_another_sort_belong_to_the_answers(question: str, other: str) -> None:
    asked = "Is it hot?", "Does it smoke while\nit heats?", "What if it is wet?"
    answer = f"It depends:\n{other}on the wood\n{other}on the weather\n\nMostly not.\n"
    text = "".join(f"{question}{one}\n\n{answer}\n" for one in asked) + f"{question}This is wrong.\n\nTell us.\n"
    assert [one for one, _ in pairs(text)] == [*(" ".join(one.split()) for one in asked), "This is wrong."]


def test_a_question_is_not_cut_where_a_word_ends_as_a_label_does() -> None:
    text = "1. Wet wood (or a similar wood checker) says it is\n   dry. Is that a bug?\n\n   No.\n\n"
    text += "2. Is it hot?\n\n   Yes.\n\n3. Old?\n\n   No.\n"
    assert pairs(text)[0][0] == "Wet wood (or a similar wood checker) says it is dry. Is that a bug?"


@pytest.mark.parametrize(("before", "behind"), [("", " - "), ("", " \u2013\n"), ("", ": "), (":", " ")])
def test_statements_in_bold_that_lead_on_are_the_questions_of_a_faq(before: str, behind: str) -> None:
    said = ("The kiln smokes when lit", "It stays cold in winter", "Ash falls out of it", "Nothing happens at all")
    text = "# FAQ\n\n" + "".join(f"**{one}{before}**{behind}Open **the** flue.\n\n" for one in said)
    assert pairs(text, "faq.md") == [(one, "Open **the** flue.") for one in said]


@pytest.mark.parametrize(
    "text",
    [
        "# FAQ\n\nYes.\n\n**Mind the gap here**: it is wide.\n\nNo.\n\n**Mind the step there**: it is high.\n\nWell.\n",
        "# FAQ\n\n**Kiln** - hot.\n\n**Pump** - cold.\n",
    ],
)
def test_a_few_of_them_are_emphasis(text: str) -> None:
    assert len(pairs(text, "faq.md")) == 1


def test_numbers_that_end_with_a_naught_are_questions_where_text_stands_below_them() -> None:
    text = "".join(f"{one}.{n} Is it {one}{n}?\n\n\tYes, mostly.\n\tNot now.\n\n" for one in (1, 2) for n in (0, 1, 2))
    assert [question for question, _ in pairs(text)] == [
        f"{one}.{n} Is it {one}{n}?" for one in (1, 2) for n in (0, 1, 2)
    ]


def test_they_are_chapters_where_none_does() -> None:
    chapters = [
        f"{one}.0 Part {one}\n\n" + "".join(f"{one}.{n} Is it {n}?\n\n\tYes.\n\n" for n in (1, 2)) for one in (1, 2)
    ]
    entries = parse_library([Document("FAQ", "".join(chapters))]).entries
    assert [entry.category for entry in entries] == [("1.0 Part 1",), ("1.0 Part 1",), ("2.0 Part 2",), ("2.0 Part 2",)]


@pytest.mark.parametrize("mark", ["1.", "-", "*"])
def test_the_text_below_the_only_item_of_a_section_answers_it(mark: str) -> None:
    text = f"# Kiln\n\n## General questions\n\n{mark} Is it hot?\n\nMostly.\n\n## Other questions\n\n{mark} Is it wet?\n\nNo.\n"
    assert pairs(text, "faq.md") == [("Is it hot?", "Mostly."), ("Is it wet?", "No.")]


def test_code_and_text_below_an_item_belong_to_it() -> None:
    text = "# FAQ\n\n1. How do I light it?\n\n```\nkiln\n```\n\n1. How do I stop it?\n\n```\nstop\n```\n\nThen wait.\n"
    assert pairs(text, "faq.md")[1] == ("How do I stop it?", "```\nstop\n```\n\nThen wait.")


@pytest.mark.parametrize("written", ["{}.\u00bfEs {}?", "{})Is it {}?", "{}.(Still) is it {}?"])
def test_numbers_right_before_their_questions_count_as_others_do(written: str) -> None:
    said = ("hot", "wet", "old", "new")
    asked = [written.format(n, one) for n, one in enumerate(said, 1)]
    asked[2] = asked[2].replace("3.", "3. ").replace("3)", "3) ")
    found = pairs("".join(f"{one}\n\n\tMostly.\n\n" for one in asked))
    assert [answer for _, answer in found] == ["Mostly."] * 4
    assert all(said[n] in question and not question[0].isdigit() for n, (question, _) in enumerate(found))


def test_text_between_items_belongs_to_the_one_above_where_the_next_counts_on() -> None:
    text = "# FAQ\n\n1. Is it hot?\n\n   It needs:\n\nwood\nair\n\n   Then wait.\n\n"
    text += "2. Is it wet?\n\n   No.\n\n3. Old?\n\n   Yes.\n"
    assert pairs(text, "faq.md")[0][1] == "It needs:\n\nwood\nair\n\nThen wait."


@pytest.mark.parametrize(
    ("trouble", "answer"), [("Error:", "Answer:"), ("Problem 1", "Answer 1"), ("Fehler", "Antwort")]
)
def test_what_stands_below_error_above_an_answer_is_the_question(trouble: str, answer: str) -> None:
    pair = f"## {trouble}\n\nThe kiln {{}}\n\nSays so.\n\n## {answer}\n\nWait.\n\n"
    found = pairs("# Kiln\n\n" + pair.format("smokes.") + pair.format("is cold."), "faq.md")
    assert [question for question, _ in found] == ["The kiln smokes.", "The kiln is cold."]


def test_what_hangs_below_options_is_no_answer() -> None:
    text = "The mill\n\n-s speed\n  How fast?\n\nWhat is ground?\n  Rye.\n\nWhich way?\n  Left.\n\nWhy?\n  So.\n"
    assert len(pairs(text)) == 1


def test_lines_that_hang_are_answers_only_where_most_titles_ask() -> None:
    terms = "Stone\n  The heavy part.\n\nSack\n  Holds flour.\n\nDoor\n  Is shut.\n\nWheel\n  Turns.\n\n"
    assert len(pairs(terms + "Why?\n  So.\n\nWhen?\n  Now.\n\nWho?\n  Pia.\n")) != 3


def test_answers_of_numbered_questions_begin_at_the_margin_also_where_the_number_is_wide() -> None:
    asked = "".join(f"{n}. Is the pier {n} metres long?\n\n   Yes, it is.\n\n" for n in range(8, 12))
    assert {answer for _, answer in pairs(asked)} == {"Yes, it is."}
