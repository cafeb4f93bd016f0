"""What pages and directories are called, and which names say nothing: "FAQ", "index", "docs".

A name that says nothing gives way to one that does: of the file, of its directory, of the project's directory.
"""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.parsing.draft import ReadPage
from faqtui.parsing.questions.known_titles import KnownTitles, letters_of
from faqtui.sanitize import sanitize_line

OTHER = "Other"
"""The topic of questions that share no good word with others."""

_INTRODUCTIONS = frozenset({"_index", "index", "readme"})
_TITLES = KnownTitles("""
faq | f.a.q. | frequently asked questions | frequent questions | frequently asked question | commonly asked questions
common questions | most asked questions | q & a | q and a | questions and answers | questions & answers
general faq | general questions | the faq | our faq | faq page | faq list | index | readme | read me | home | homepage
home page | documentation | docs | untitled | table of contents | contents | overview | introduction | welcome | summary
häufig gestellte fragen | häufige fragen | häufigste fragen | fragen und antworten | fragen & antworten | übersicht
oft gestellte fragen | einführung | foire aux questions | questions fréquentes | questions fréquemment posées
questions courantes | questions les plus fréquentes | les questions fréquentes | questions et réponses | questions réponses
preguntas frecuentes | preguntas más frecuentes | preguntas comunes | preguntas y respuestas | dudas frecuentes
perguntas frequentes | perguntas mais frequentes | perguntas comuns | perguntas e respostas | dúvidas frequentes
domande frequenti | domande più frequenti | le domande più frequenti | domande comuni | domande e risposte
veelgestelde vragen | veel gestelde vragen | vaak gestelde vragen | vragen en antwoorden | vanliga frågor
vanliga frågor och svar | frågor och svar | ofte stillede spørgsmål | spørgsmål og svar | ofte stilte spørsmål
vanlige spørsmål | spørsmål og svar | usein kysytyt kysymykset | usein kysyttyä | kysymyksiä ja vastauksia
sık sorulan sorular | sıkça sorulan sorular | sss | sorular ve cevaplar | najczęściej zadawane pytania
często zadawane pytania | najczęstsze pytania | pytania i odpowiedzi | často kladené dotazy | často kladené otázky
časté dotazy | časté otázky | gyakori kérdések | gyakran ismételt kérdések | gyik | întrebări frecvente
često postavljana pitanja | najčešća pitanja | pogosta vprašanja | често задавани въпроси | часто задаваемые вопросы
частые вопросы | вопросы и ответы | чаво | чзв | часті запитання | часті питання | поширені запитання
поширені питання | питання та відповіді | συχνές ερωτήσεις | ερωτήσεις και απαντήσεις | שאלות נפוצות | שאלות ותשובות
الأسئلة الشائعة | الأسئلة المتكررة | الأسئلة الأكثر شيوعا | الأسئلة الأكثر تكرارا | أسئلة شائعة | أسئلة متكررة
أسئلة وأجوبة | الأسئلة والأجوبة | سوالات متداول | پرسش‌های متداول | پرسش های متداول | سؤالات متداول | پرسش و پاسخ
अक्सर पूछे जाने वाले प्रश्न | अक्सर पूछे जाने वाले सवाल | सामान्य प्रश्न | प्रश्न और उत्तर | सवाल जवाब
প্রায়শই জিজ্ঞাসিত প্রশ্ন | সচরাচর জিজ্ঞাসা | சில கேள்விகள் | அடிக்கடி கேட்கப்படும் கேள்விகள் | คำถามที่พบบ่อย | ถามตอบ
câu hỏi thường gặp | các câu hỏi thường gặp | hỏi đáp | pertanyaan yang sering diajukan | pertanyaan umum | tanya jawab
soalan lazim | soalan yang kerap ditanya | 常见问题 | 常见问题解答 | 常见问题与解答 | 常见问题及解答 | 常见问答 | 常见疑问 | 问答
常見問題 | 常見問題解答 | 常見問答 | 常問問題 | 問答 | 問答集 | 問與答 | よくある質問 | よくあるご質問 | よくある質問と回答
よくある質問と答え | よくあるお問い合わせ | 質問と回答 | 자주 묻는 질문 | 자주 하는 질문 | 자주 묻는 질문과 답변
자주 묻는 질문과 대답 | 질문과 답변 | 질문 답변
""")
ANSWERS = KnownTitles("""
answers | the answers | questions | the questions | antworten | die antworten | fragen | die fragen | réponses | les réponses
respuestas | las respuestas | preguntas | risposte | le risposte | domande | respostas | perguntas | antwoorden
vragen | svar | frågor | odpowiedzi | pytania | ответы | вопросы | відповіді | питання | 回答 | 答案 | 答え | 質問 | 답변 | 질문
""")
"""What a section is called that holds all questions of a page below a table of their contents."""

_DIRECTORIES_TEXT = """
doc docs documentation faq faqs src source content contents pages page website site web www main master public
post posts md markdown data static help wiki book text articles article questions kb en app lib assets _docs _posts
"""
_DIRECTORIES = frozenset(_DIRECTORIES_TEXT.split())
_LONGEST = 80
"""Characters of a title that may say nothing."""

_DIGITS = 3
"""Digits that a number has which puts a page or a directory in its place: with more it is a year, say."""


def introduces(page: ReadPage) -> bool:
    """Whether a page is the one that introduces its directory."""
    return _stem(page.path).lower() in _INTRODUCTIONS


def root(page: ReadPage) -> str:
    """What the user named: the directory, or the file itself."""
    path, given = page.path, page.root
    parts = path.split("/", given)
    return path if given >= len(parts) else path[: -len(parts[-1]) - 1]


def stem(page: ReadPage, *, counted: bool = True) -> str:
    """A document's name without its ending, and without the number that only puts it in its place if it is not `counted`."""
    name = _stem(page.path)
    return shown(name if counted else without_count(name))


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] if "." in name else name


def shown(path: str) -> str:
    """A path, or a part of one, as a title: names of files may hold anything but a slash."""
    return sanitize_line(path)


def without_count(name: str) -> str:
    """``01-billing`` is called "billing"; ``2024-news`` as it is."""
    rest = name.lstrip("0123456789")
    more = rest.lstrip("-_. ")
    return more if rest not in {name, more} and more[:1].isalpha() and len(name) - len(rest) <= _DIGITS else name


def says_nothing(title: str) -> bool:
    """Whether a title only says that there are questions or pages: "FAQ", "Häufig gestellte Fragen (FAQ)", "Overview"."""
    if len(title) > _LONGEST:
        return False
    letters = letters_of(title)
    without = letters.removeprefix("faqs").removeprefix("faq").removesuffix("faqs").removesuffix("faq")
    return not without or _TITLES.have(letters) or _TITLES.have(without)


def says_more(title: str, name: str) -> bool:
    """Whether a title says what the name of its file does, and more: "General questions" of ``general.md``."""
    letters, said = letters_of(title), letters_of(name)
    return bool(said) and said != letters and letters.startswith(said) and not says_nothing(name)


def telling_directory(parts: Sequence[str]) -> str:
    """The last of a path's directories whose name says something; "" where none does."""
    for part in reversed(parts):
        if part in {"", ".", ".."}:
            return ""
        if part.lower() not in _DIRECTORIES and not says_nothing(part):
            return shown(part)
    return ""


def telling_title(page: ReadPage) -> str:
    """The title of a page that is the whole library: one that says nothing gives way to its directory's or project's name."""
    if not page.title:
        return own_name(page)
    name = telling_directory(page.path.split("/")[:-1]) if says_nothing(page.title) else ""
    return name or page.title


def own_name(page: ReadPage) -> str:
    """What a page without a title is called: its file's name, or that of a directory it is in; "" where they say nothing."""
    if page.path == "-":
        return ""
    name = stem(page)
    return telling_directory(page.path.split("/")[:-1]) if says_nothing(name) else name
