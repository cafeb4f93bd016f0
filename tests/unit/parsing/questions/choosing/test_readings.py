"""How pages are read where several ways are near each other: what is an entry, a category, a part of an answer."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.pages import weighed

SPLIT = "# Kiln\n\n## How hot is it?\n\nHot.\n\n{parts}\n\n## Who lights it?\n\nThe potter.\n"
ASKING = [f"### Why {word}?\n\nSo.\n" for word in ("salt", "ash", "wood", "gas", "clay")]


def titles(text: str, path: str = "page.md") -> list[str]:
    return [entry.question for entry in parse_library([Document(path, text)]).entries]


def test_the_reading_that_is_worth_most_comes_first() -> None:
    found = weighed(Document("page.md", SPLIT.format(parts="\n".join(ASKING))))
    assert len(found) >= 3
    assert [reading.worth for reading in found] == sorted((reading.worth for reading in found), reverse=True)


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_questions_below_a_question_are_parts_of_its_answer(count: int) -> None:
    assert titles(SPLIT.format(parts="\n".join(ASKING[:count]))) == ["How hot is it?", "Who lights it?"]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_many_questions_below_a_question_are_entries_and_so_is_the_question(count: int) -> None:
    found = titles(SPLIT.format(parts="\n".join(ASKING[:count])))
    assert len(found) == count + 2
    assert found[0] == "How hot is it?"


def test_statements_below_a_question_are_parts_however_many() -> None:
    parts = "\n".join(f"### Step {number}\n\nDo it.\n" for number in range(12))
    assert titles(SPLIT.format(parts=parts)) == ["How hot is it?", "Who lights it?"]


def test_sections_with_text_are_entries_though_more_stands_on_the_level_below() -> None:
    page = "# Guide\n\n" + "".join(f"## Part {n}\n\nText.\n\n### A{n}\n\na\n\n### B{n}\n\nb\n\n" for n in range(4))
    assert titles(page) == [f"Part {n}" for n in range(4)]


def test_sections_without_text_are_categories() -> None:
    page = "# Guide\n\n" + "".join(f"## Part {n}\n\n### A{n}\n\na\n\n### B{n}\n\nb\n\n" for n in range(4))
    assert titles(page) == [f"{letter}{n}" for n in range(4) for letter in "AB"]


def test_a_list_of_questions_is_one_unless_it_stands_in_an_answer() -> None:
    items = "- Is it dry?\n- Is it warm?\n- Is it on?\n- Is it full?\n"
    assert len(titles(f"# Things to ask\n\n{items}")) == 4
    assert titles(f"# Pump\n\n**Why does it hum?**\n\nAsk:\n\n{items}\n**Who sold it?**\n\nOla.\n") == [
        "Why does it hum?",
        "Who sold it?",
    ]


def test_a_table_of_names_is_no_table_of_questions_in_a_page_of_sections() -> None:
    rows = "".join(f"| E{n} | text {n} |\n" for n in range(20))
    page = f"# Codes\n\nIn short.\n\n## Numbers\n\n| Error | Meaning |\n|---|---|\n{rows}\n## Names\n\nNone.\n"
    assert titles(page) == ["Numbers", "Names"]


@pytest.mark.parametrize(
    ("cause", "solution"),
    [("Cause", "Solution"), ("Ursache", "Lösung"), ("Causa", "Solución"), ("原因", "解决方法"), ("Причина", "Решение")],
)
def test_cause_and_solution_are_parts_of_two_problems(cause: str, solution: str) -> None:
    page = "".join(
        f"## {problem}\n\n### {cause}\n\n{problem[0]}.\n\n### {solution}\n\n{problem[-1]}.\n\n"
        for problem in ("E1", "E2")
    )
    assert titles(f"# Log\n\n{page}") == ["E1", "E2"]


@pytest.mark.parametrize("title", ["<>", "</>", "[]", "{}", "|>", "!="])
def test_a_title_of_signs_is_a_title(title: str) -> None:
    library = parse_library([Document("page.md", f"# {title}\n\nAn operator.\n")])
    assert [(entry.question, entry.answer) for entry in library.entries] == [(title, "An operator.")]


@pytest.mark.parametrize("title", ["Known issues", "Kiln"])
@pytest.mark.parametrize(
    "parts",
    [
        ("Symptom", "Cause", "How to see it in the log", "Workaround", "Possible fixes"),
        ("Symptome", "Ursache", "Lösung"),
        ("Symptoms", "Cause", "Solution", "What else is known"),
    ],
)
def test_the_only_problem_of_a_page_keeps_its_parts(title: str, parts: tuple[str, ...]) -> None:
    problem = "The kiln goes out, and lights again"
    text = f"# {title}\n\nWhat we know of.\n\n## {problem}\n\n" + "".join(f"### {p}\n\nIt is so.\n\n" for p in parts)
    library = parse_library([Document("page.md", text)])
    assert [entry.question for entry in library.entries] == [problem]
    assert all(part in library.entries[0].answer for part in parts)


@pytest.mark.parametrize("own", ["", "How to use it.\n\n"])
@pytest.mark.parametrize(
    "questions",
    [
        "### FAQ\n\n**Is it hot?**\n\nVery.\n\n**Is it dry?**\n\nNo.\n",
        "### Questions fréquentes\n\n#### Is it hot?\n\nVery.\n\n#### Is it dry?\n\nNo.\n",
        "#### FAQ\n\n1. Is it hot?\n\n   Very.\n\n2. Is it dry?\n\n   No.\n",
    ],
)
def test_sections_beside_one_of_questions_are_entries_as_those_are_that_follow(own: str, questions: str) -> None:
    use = f"## Use\n\n{own}### Light it\n\nPress it.\n\n### Put it out\n\nWait.\n\n"
    text = f"# Kiln\n\nIt burns.\n\n{use}{questions}\n## Buy\n\nNow.\n"
    found = [entry.question for entry in parse_library([Document("page.md", text)]).entries]
    assert found == [*(["Use"] if own else []), "Light it", "Put it out", "Is it hot?", "Is it dry?", "Buy"]
