"""What titles say by themselves."""

import pytest

from faqtui.parsing.questions.wording import (
    is_faq_title,
    is_problems_title,
    looks_like_question,
    names_part,
    part_of_answer,
)


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
        *(
            "Fejlfinding",
            "Felsökning",
            "Typowe problemy",
            "Řešení problémů",
            "Sorun Giderme",
            "Masalah umum",
            "Lỗi thường gặp",
        ),
        *(
            "Veelvoorkomende problemen & tips",
            "Αντιμετώπιση προβλημάτων",
            "Поширені проблеми",
            "المشكلات الشائعة",
            "رفع اشکال",
        ),
        *(
            "פתרון בעיות",
            "일반적인 문제 및 해결책",
            "疑難排解",
            "問題と解決策",
            "Fehler & Lösungen",
            "Problèmes et solutions",
        ),
        *("排错指南", "其他问题", "흔한 오류", "Error messages"),
    ],
)
def test_titles_that_promise_problems(title: str) -> None:
    assert is_problems_title(title)


@pytest.mark.parametrize("title", ["Erroneous data", "Errands", "Problemas de matemática", "错误码", "Ошибка 404"])
def test_titles_that_name_one(title: str) -> None:
    assert not is_problems_title(title)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "الأسئلة الشائعة",
            "أسئلة متكررة",
            "سوالات متداول",
            "پرسش\u200cهای متداول",
            "שאלות נפוצות",
            "Συχνές ερωτήσεις (FAQ)",
        ),
        *("Поширені запитання", "Често задавани въпроси", "Gyakori kérdések", "Întrebări frecvente", "Časté dotazy"),
        *("Często zadawane pytania", "Sıkça Sorulan Sorular", "Hỏi & Đáp", "Tanya Jawab", "คำถามที่พบบ่อย", "질문과 답변"),
        *(
            "Preguntas y respuestas",
            "Dúvidas frequentes",
            "Domande e risposte",
            "Questions-réponses",
            "Vragen en antwoorden",
        ),
        *(
            "Fragen & Antworten",
            "Frågor och svar",
            "Spørgsmål og svar",
            "Вопрос-ответ",
            "質問と回答",
            "Fragen",
            "Preguntas",
        ),
        *("SSS", "ЧаВо", "GYIK", "שו״ת"),
    ],
)
def test_titles_that_promise_questions(title: str) -> None:
    assert is_faq_title(title)


@pytest.mark.parametrize(
    "title", ["Fragenkatalog", "Antworten", "Preguntas?", "Вопрос 3", "问题", "سؤال", "Odpowiedzi"]
)
def test_titles_that_promise_none(title: str) -> None:
    assert not is_faq_title(title)


@pytest.mark.parametrize("title", ["Πού βρίσκω νερό;", "Πού είναι (το νερό);", "Τι είναι «νερό;»"])
def test_a_semicolon_asks_in_greek(title: str) -> None:
    assert looks_like_question(title)


@pytest.mark.parametrize("title", ["int α;", "x = 1;", "Νερό; ναι", "é;"])
def test_a_semicolon_asks_nowhere_else(title: str) -> None:
    assert not looks_like_question(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Objawy", "Rozwiązanie", "Příčina", "Belirti", "Çözüm:", "Årsag", "Lösning", "Ratkaisu", "Megoldás", "Cauză"),
        *(
            "Αιτία",
            "Λύση",
            "Симптоми",
            "Nguyên nhân",
            "Cách khắc phục",
            "Penyebab",
            "Solusi",
            "السبب",
            "الحل",
            "راه\u200cحل",
        ),
        *("הסיבה", "פתרון", "สาเหตุ", "समाधान", "可能原因", "解決方案", "対処法", "해결책", "Problema", "Problème"),
    ],
)
def test_titles_that_name_a_part_of_an_answer(title: str) -> None:
    assert part_of_answer(title) == 2
    assert names_part(f"**{title.rstrip(':')}**: x")


@pytest.mark.parametrize("title", ["Problemas", "Ok", "Rozwiązanie problemu z siecią", "Nedensiz"])
def test_titles_that_name_none_by_themselves(title: str) -> None:
    assert not part_of_answer(title)
