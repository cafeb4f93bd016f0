"""Which titles say nothing, in which languages, and what stands in for them."""

from __future__ import annotations

import pytest

from faqtui.parsing.draft import ReadPage
from faqtui.parsing.front_matter import FrontMatter
from faqtui.parsing.tree.names import own_name, says_nothing, telling_directory, telling_title


def page(path: str, title: str) -> ReadPage:
    return ReadPage(path, 1, title, FrontMatter())


@pytest.mark.parametrize(
    "title",
    [
        *(
            "FAQ",
            "FAQs",
            "F.A.Q.",
            "faq:",
            "❓ FAQ",
            "Frequently Asked Questions (FAQ)",
            "FAQ - Frequently asked questions",
        ),
        *("Q&A", "Questions & Answers", "Overview", "README", "index", "", "?!"),
        *(
            "Häufig gestellte Fragen",
            "HÄUFIG GESTELLTE FRAGEN (FAQ)",
            "Ha\u0308ufig gestellte Fragen",
            "Foire aux questions (FAQ)",
        ),
        *("Preguntas frecuentes", "Perguntas Frequentes", "Domande frequenti", "Veelgestelde vragen", "Vanliga frågor"),
        *("Sıkça Sorulan Sorular", "Najczęściej zadawane pytania", "Часто задаваемые вопросы (FAQ)", "Часті запитання"),
        *("الأسئلة الشائعة", "שאלות נפוצות", "अक्सर पूछे जाने वाले प्रश्न", "คำถามที่พบบ่อย", "Câu hỏi thường gặp"),
        *("常见问题", "常見問題 FAQ", "よくある質問", "자주 묻는 질문", "پرسش‌های متداول"),
    ],
)
def test_a_title_that_only_says_that_there_are_questions_says_nothing(title: str) -> None:
    assert says_nothing(title)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "FAQ for printers",
            "Printer FAQ",
            "Billing",
            "Fragen zur Rechnung",
            "支付常见问题",
            "よくある質問(支払い)",
            "Questions on rent",
        ),
        "What is asked frequently?",
        "FAQ " + "x" * 90,
    ],
)
def test_a_title_that_names_its_subject_says_something(title: str) -> None:
    assert not says_nothing(title)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("printers/docs/faq", "printers"),
        ("home/me/inkjet/website/content/en", "inkjet"),
        ("docs", ""),
        ("../docs", ""),
        ("printers/../docs", ""),
        ("", ""),
    ],
)
def test_the_last_directory_that_says_something_is_taken(path: str, name: str) -> None:
    assert telling_directory(path.split("/")) == name


@pytest.mark.parametrize(
    ("path", "title", "name"),
    [
        ("printers/docs/faq.md", "FAQ", "printers"),
        ("printers/faq.md", "Häufig gestellte Fragen", "printers"),
        ("printers/ink.md", "よくある質問", "printers"),
        ("printers/faq.md", "Ink", "Ink"),
        ("faq.md", "FAQ", "FAQ"),
        ("docs/faq.md", "Frequently asked questions", "Frequently asked questions"),
        ("-", "FAQ", "FAQ"),
        ("printers/ink.md", "", "ink"),
        ("printers/index.md", "", "printers"),
        ("-", "", ""),
    ],
)
def test_a_title_that_says_nothing_gives_way_to_the_projects_name(path: str, title: str, name: str) -> None:
    assert telling_title(page(path, title)) == name


def test_a_file_is_called_by_its_name_or_its_directory() -> None:
    assert own_name(page("printers/ink.md", "FAQ")) == "ink"
    assert own_name(page("printers/faq.md", "FAQ")) == "printers"
    assert own_name(page("-", "FAQ")) == ""
