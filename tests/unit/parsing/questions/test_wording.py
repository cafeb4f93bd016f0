"""What titles say by themselves."""

import pytest

from faqtui.parsing.questions.wording import is_problems_title, looks_like_question


@pytest.mark.parametrize(
    "title",
    [
        *("What is it", "What does the lamp do", "How to light it", "How do you light it", "Where to find oil"),
        *("Why is it dark", "When can I come", "What it means?", "Wie geht das Licht an", "Which one is the best"),
    ],
)
def test_titles_that_ask(title: str) -> None:
    assert looks_like_question(title)


@pytest.mark.parametrize(
    "title",
    [
        "What it means",
        "What you'll see in the log",
        "How the lamp works",
        "Why we do that",
        "When it\u2019s a problem",
        "Where they are",
    ],
)
def test_titles_that_tell_of_something(title: str) -> None:
    assert not looks_like_question(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Possible problems", "Errores comunes", "Posibles problemas", "Erros frequentes", "Erreurs courantes"),
        *("M\u00f6gliche Fehler", "Fehlersuche", "Errori comuni", "\u274c Возможные проблемы", "Решение проблем"),
        *("常见错误", "可能的故障", "よくあるエラー", "既知の問題", "알려진 문제"),
    ],
)
def test_titles_that_promise_problems(title: str) -> None:
    assert is_problems_title(title)


@pytest.mark.parametrize("title", ["Erroneous data", "Errands", "Problemas de matemática", "错误码", "Ошибка 404"])
def test_titles_that_name_one(title: str) -> None:
    assert not is_problems_title(title)
