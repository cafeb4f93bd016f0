"""A letter that begins questions which ask makes others of statements that are answered behind another letter."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

ASKED = {
    "de.md": ("F: Wo liegt der Ofen?\nA: Im Hof.\n\nF: Wer heizt?\nA: Olaf.\n\n", "F: Es raucht.", "A: Fenster auf."),
    "ru.html": (
        "<p>\u0412: \u0413\u0434\u0435 \u043f\u0435\u0447\u044c?</p><p><b>\u041e:</b> \u0412 \u0441\u0430\u0434\u0443.</p>\n"
        "<p>\u0412: \u041a\u0442\u043e \u0442\u043e\u043f\u0438\u0442?</p><p><b>\u041e:</b> \u041e\u043b\u0430\u0444.</p>\n",
        "<p>\u0412: \u041e\u043d\u0430 \u0434\u044b\u043c\u0438\u0442.</p>",
        "<p><b>\u041e:</b> Fenster auf.</p>",
    ),
    "es.rst": (
        "P: \u00bfD\u00f3nde?\n\n  R: Fuera.\n\nP: \u00bfQui\u00e9n?\n\n  R: Olaf.\n\n",
        "P: Echa humo",
        "  R: Fenster auf.",
    ),
}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_statement_behind_the_letter_is_a_question_where_it_is_answered(name: str, between: str) -> None:
    asked, statement, answer = ASKED[name]
    if name.endswith("rst") and between == "\n":
        return  # a term, there
    entries = parse_library([Document(name, f"{asked}{statement}{between}{answer}\n")]).entries
    assert len(entries) == 3
    assert entries[2].answer.endswith("Fenster auf.")
    assert ":" not in entries[2].question


def test_without_an_answer_behind_a_letter_it_is_none() -> None:
    asked, statement, _ = ASKED["de.md"]
    assert len(parse_library([Document("de.md", f"{asked}{statement}\n\nFenster auf.\n")]).entries) == 2


def test_one_question_makes_no_letter_of_questions() -> None:
    text = "F: Wo?\nA: Im Hof.\n\nF: Es raucht.\nA: Fenster auf.\n"
    assert len(parse_library([Document("de.md", text)]).entries) == 1
