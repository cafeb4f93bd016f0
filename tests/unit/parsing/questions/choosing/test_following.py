"""Titles that ask of what stands above them."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.questions.wording import asks_of_this

PAIRS = [
    ("Why does this happen?", "How do I fix it?"),
    ("Warum passiert das?", "Was kann ich tun?"),
    ("¿Por qué ocurre?", "¿Qué hago?"),
    ("Почему это происходит?", "Что делать?"),
    ("为什么会这样？", "怎么办？"),
]


def asked(text: str) -> list[str]:
    return [entry.question for entry in parse_library([Document("kiln.md", text)]).entries]


@pytest.mark.parametrize("style", ["### {}", "**{}**", "#### {}"])
@pytest.mark.parametrize("pair", PAIRS)
def test_what_asks_of_a_statement_above_is_a_part_of_its_answer(pair: tuple[str, str], style: str) -> None:
    first, second = (style.format(title) for title in pair)
    stated = ["The kiln stays cold", "Glaze runs", "Clay cracks"]
    sections = [f"## {title}\n\n{first}\n\nFuse {n}.\n\n{second}\n\nSwap it.\n" for n, title in enumerate(stated)]
    assert asked("# Kilns\n\n" + "\n".join(sections)) == stated


@pytest.mark.parametrize("style", ["## {}", "**{}**"])
def test_where_others_ask_too_it_is_a_question_beside_them(style: str) -> None:
    titles = ["Is it hot?", "Why does this happen?", "Is it safe?"]
    page = "".join(f"{style.format(title)}\n\nYes, number {n}.\n\n" for n, title in enumerate(titles))
    assert asked(f"# Questions\n\n{page}") == titles


def test_what_names_its_subject_asks_for_itself() -> None:
    assert asks_of_this("What should I do?")
    assert not asks_of_this("What should I do before firing?")
    assert not asks_of_this("Why does this happen")
