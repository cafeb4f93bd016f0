"""What labels say, in the languages that FAQs are written in: "Q:" before a question, "A:" before an answer.

Nothing here looks at a document; each function takes one line.
"""

from __future__ import annotations

import re

from faqtui.letters import QUESTION_MARKS, STOPS, has_question_mark
from faqtui.patterns import pattern

_NUMBER = r"[ \t]*+(?:(?:[#-]|(?:n[\u00b0\u00bao]|nr|\u2116)\.?[ \t]?)?\d{1,4}(?:[.-]\d{1,3}){0,3}[ \t]*+)?"
"""The number in a label: ``3``, ``#3``, ``2.1``, ``2-1``, ``n°3``, ``Nr. 3``."""
_NUMERALS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u96f6\u3007"
_ORDINALS = (
    "الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم"
)
"""Numbers in words: those of Chinese and Japanese, and what Arabic and Persian count questions with."""
_LETTERS = "Spm?|[PFDVSKTH\u0412\u0417\u041f\u00ce]"
"""What begins the word for a question in languages other than English."""

_Q = pattern(
    r"(?P<b>\*\*|__|\*|_)?(?:(?:Q|Question|Frage|Pregunta|Pergunta|Domanda|Vraag|Pytanie|Soru|Tanya|Pertanyaan|Câu hỏi"
    r"|Fråga|Spørgsmål|Spørsmål|Kysymys|Otázka|Kérdés|Întrebare|Вопрос|Питання|Ερώτηση|คำถาม|ถาม|প্রশ্ন"
    r"|Въпрос|Питање|Pitanje|Soalan|Tanong|Swali|კითხვა|\u0570\u0561\u0580\u0581|\u092a\u094d\u0930(?:\u0936\u094d\u0928)?"
    r"|\u0b95\u0bc7\u0bb3\u0bcd\u0bb5\u0bbf|\u0c2a\u0c4d\u0c30\u0c36\u0c4d\u0c28|\u0d1a\u0d4b\u0d26\u0d4d\u0d2f\u0d02"
    r"|\u0aaa\u0acd\u0ab0\u0ab6\u0acd\u0aa8|\u0caa\u0ccd\u0cb0\u0cb6\u0ccd\u0ca8\u0cc6|\u0a38\u0a35\u0a3e\u0a32)"
    rf"{_NUMBER}"
    r"(?:(?P<b2>\*\*|__)[ \t]*+)?[:.)\uff1a\u3001]"
    r"|(?:问题?|問題?|質問|질문|문|Hỏi|(?:\u0627\u0644)?\u0633(?:\u0624\u0627\u0644|\u0648\u0627\u0644)?|\u067e\u0631\u0633\u0634"
    r"|\u05e9(?:\u05d0\u05dc\u05d4)?)"
    rf"[ \t]*+(?:(?:\d{{1,4}}(?:[.-]\d{{1,3}})?|[{_NUMERALS}]{{1,5}}|(?:{_ORDINALS})(?=[ \t:]))[ \t]*+)?"
    r"(?:(?P<b4>\*\*|__)[ \t]*+)?(?:[:\uff1a]|[.\uff0e](?=[ \t]))"
    r"|[问問Q][0-9]{1,3}(?:\u3000|-[0-9]{1,3}[ \t\u3000])"
    r"|[【〔](?:Q|问题?|問題?|質問|질문)[ \t]*+[0-9]{0,4}(?:-[0-9]{1,3})?[】〕][:\uff1a]?"
    r"|\[Q[0-9]{0,3}\][:\uff1a]?(?=[ \t])|\[[0-9]{1,3}\][ \t]{1,3}Q[:.]"
    # These mean a question where the line asks; a semicolon does so in Greek.
    rf"|(?-i:(?:{_LETTERS})[ \t]*+(?:[0-9]{{1,3}}[ \t]*+)?(?:(?P<b5>\*\*|__)[ \t]*+)?[:\uff1a]"
    rf"(?=[^\n{QUESTION_MARKS}]{{1,300}}[{QUESTION_MARKS}])"
    r"|\u0395\u03c1?[ \t]*+(?:[0-9]{1,3}[ \t]*+)?(?:(?P<b6>\*\*|__)[ \t]*+)?[:.](?=[^\n;]{1,300};)))"
    r"[ \t]*+(?:(?P<b3>\*\*|__|\*|_)[ \t]*+)?(?=\S)",
    re.IGNORECASE,
)
_A = pattern(
    r"(?P<b>\*\*|__|\*|_)?(?:(?:A|R|Ans|Answer|Antwort|Respuesta|Resposta|Réponse|Risposta|Antwoord|Odpowiedź|Cevap|Yanıt"
    r"|Jawab(?:an)?|(?:Câu )?Trả lời|Đáp(?: án)?|Svar|Vastaus|Odpověď|Válasz|Răspuns|Відповідь|Απάντηση|คำตอบ|ตอบ|উত্তর"
    r"|Отговор|Одговор|Odgovor|Odpoveď|Jawapan|Sagot|Jibu|პასუხი|\u057a\u0561\u057f\u0561\u057d\u056d\u0561\u0576|\u090f"
    r"|\u0baa\u0ba4\u0bbf\u0bb2\u0bcd|\u0c1c\u0c35\u0c3e\u0c2c\u0c41|\u0c38\u0c2e\u0c3e\u0c27\u0c3e\u0c28\u0c02"
    r"|\u0d09\u0d24\u0d4d\u0d24\u0d30\u0d02|\u0a9c\u0ab5\u0abe\u0aac|\u0a89\u0aa4\u0acd\u0aa4\u0ab0"
    r"|\u0c89\u0ca4\u0ccd\u0ca4\u0cb0|\u0a1c\u0a35\u0a3e\u0a2c|\u0909(?:\u0924\u094d\u0924\u0930)?"
    r"|(?:\u0627\u0644)?(?:\u062c\u0648\u0627\u0628|[\u0625\u0627]\u062c\u0627\u0628\u0629)|\u062c|\u067e\u0627\u0633\u062e"
    r"|\u05ea(?:\u05e9\u05d5\u05d1\u05d4)?"
    r"|\u041e\u0442\u0432\u0435\u0442|Sv|\u0391(?:\u03c0)?|答案?|回答|답변?)"
    rf"{_NUMBER}"
    r"(?:(?P<b2>\*\*|__)[ \t]*+)?(?:[:\uff1a]|[.)](?=[ \t*_]))"
    r"|[A答][0-9]{0,3}\u3000|[【〔](?:A|答案?|回答|답변?)[ \t]*+[0-9]{0,4}[】〕][:\uff1a]?|\[A[0-9]{0,3}\][:\uff1a]?(?=[ \t])"
    r")[ \t]*+(?:(?P<b3>\*\*|__|[*_](?(b)|(?![ \t])))[ \t]*+)?",
    re.IGNORECASE,
)
_LETTER = pattern(
    r"[ \t>#*+-]{0,12}(?:[0-9]{1,4}[.)][ \t]{1,3})?(?:\*\*|__)?"
    rf"(?:{_LETTERS})[ \t]*+[0-9]{{0,3}}[ \t]*+(?:\*\*|__)?[:\uff1a]"
)
_ANSWER_LETTER = pattern(
    r"(?P<b>\*\*|__)?[ORCSVJ\u0110\u041e\u0412][ \t]*+[0-9]{0,3}[ \t]*+"
    r"(?P<b2>\*\*|__)?[:\uff1a][ \t]*+(?P<b3>\*\*|__)?[ \t]*+(?=\S)"
)
"""What begins the word for a question, and that for an answer, in languages other than English."""

_AROUND_LETTER = " \t>#*+-_.)0123456789"

_Q_TEXT = """
q question frage pregunta pergunta domanda vraag pytanie soru tanya pertanyaan câu p f d v s k t h sp spm з п î ε ερ
fråga spørgsmål spørsmål kysymys otázka kérdés întrebare вопрос в питання ερώτηση คำถาม ถาม প hỏi
\u0633 \u0633\u0624\u0627\u0644 السؤال \u0633\u0648\u0627\u0644 \u067e\u0631\u0633\u0634 \u05e9 \u05e9\u05d0\u05dc\u05d4 \u092a
въпрос питање pitanje soalan tanong swali კითხვა \u0570\u0561\u0580\u0581
\u0b95 \u0c2a \u0d1a \u0aaa \u0caa \u0a38\u0a35
"""
_A_TEXT = """
a r ans answer antwort respuesta resposta réponse risposta antwoord odpowiedź cevap yanıt yanit jawab jawaban trả câu đáp sv α απ
svar vastaus odpověď válasz răspuns ответ відповідь απάντηση คำตอบ ตอบ উত
\u062c \u062c\u0648\u0627\u0628 \u067e\u0627\u0633\u062e \u05ea \u05ea\u05e9\u05d5\u05d1\u05d4 \u0909\u0924 \u0909 \u090f
отговор одговор odgovor odpoveď jawapan sagot jibu პასუხი \u057a\u0561\u057f\u0561\u057d\u056d\u0561\u0576
\u0baa\u0ba4 \u0c1c\u0c35 \u0c38\u0c2e \u0d09\u0d24 \u0a9c\u0ab5 \u0a89\u0aa4 \u0c89\u0ca4 \u0a1c\u0a35
الجواب إجابة الإجابة الاجابة
"""
_Q_WORDS = frozenset(_Q_TEXT.split())
_A_WORDS = frozenset(_A_TEXT.split())
"""The first words of labels; those of other scripts than Latin, Cyrillic and Greek may be joined to what follows."""
_BEYOND = "\u2e80"
_FIRST_WORD = pattern(r"[*_]*+([^\W\d_]*+)")
_CLOSED = pattern(
    r"[ \t\xa0\u202f#*_]{0,4}(?:[nN][\u00b0\u00bao]|[nN]r|\u2116)?[ \t\xa0\u202f#*_0-9.-]{0,30}?[:.)\uff1a\u3001\u3000]"
)
"""What stands behind the word of a label in English: its number, and the sign that ends it."""
_END = pattern(r"[:.)\uff1a\u3001\u3000\u3011\u3015]")
_OUTLINED = frozenset("Qq\u554f\u95ee")
_OUTLINE = pattern(r"(\*\*|__|)[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?\1?[ \t]{1,3}(?=\S)")
"""A number of an outline, which a label may stand behind: ``1.3 Question 3: Why?``."""
_OPENINGS = frozenset("*_[")
"""What a label that is in brackets, and needs no such end, may begin with."""

_SPACES = {0xA0: " ", 0x202F: " "}

_AFTER_MARK = pattern(rf"[{QUESTION_MARKS}](?:\*\*|__)?(?=[ \t\n<])(?:\s|<br[ \t]{{0,4}}/?>){{1,20}}", re.IGNORECASE)
_SIGN_BEFORE = pattern(r"(?:[\u2022-\u2bff\U0001f000-\U0001faff]\ufe0f?){1,3}[ \t]{1,3}(?=[\w*_\[])")
"""Signs or emoji in front of a label."""

_CLOSES = pattern(r"(?:\*\*|__)?(?:\s|<br[ \t]{0,4}/?>){0,20}", re.IGNORECASE)

_SENTENCE_END = pattern(rf"([.!\u2026{QUESTION_MARKS}{STOPS}])(?: / |[ \t]+)(?=\S)")

_LONGEST_LABELLED = 1_000
"""Characters of a question in which others are looked for."""


def _may_be_labelled(line: str, words: frozenset[str]) -> bool:
    """Whether a line begins like a label, with one of these words or letters of other scripts, and holds what ends one."""
    if "-" in line[:8] and (bare := line.lstrip("*_"))[:1] in _OUTLINED and bare[1:2].isdigit():
        return "q" in words  # no sign needs to end "Q1-2"
    holds = _END.search(line) is not None
    found = _FIRST_WORD.match(line) if holds or line[:1] in _OPENINGS else None
    if found is None or not (first := found[1]):
        opening = line.lstrip("*_") if holds or line[:1] in _OPENINGS else ""
        return opening[:1] == "[" and opening[1:2].isalnum() if opening[:1] < _BEYOND else holds
    if not holds or first >= _BEYOND:
        return holds
    return first.lower() in words and (not first.isascii() or _CLOSED.match(line, found.end()) is not None)


def _spaced(text: str) -> str:
    """A text with spaces where none may be broken at, as French has before a colon."""
    return text if text.isascii() else text.translate(_SPACES)


def _label(line: str) -> re.Match[str] | None:
    return _Q.match(_spaced(line)) if _may_be_labelled(line, _Q_WORDS) else None


def _answer_label(line: str) -> re.Match[str] | None:
    sign = _SIGN_BEFORE.match(line) if line[:1] > "\u2021" else None
    begin = sign.end() if sign is not None else 0
    return _A.match(_spaced(line), begin) if _may_be_labelled(line[begin:], _A_WORDS) else None


def has_label(text: str) -> bool:
    """Whether a line begins with ``Q:``, ``Question 3:`` or the like."""
    return _label(text) is not None


def has_answer_label(text: str) -> bool:
    """Whether a line begins with ``A:`` or the like."""
    return _answer_label(text) is not None


def mentions_answer(text: str) -> bool:
    """Whether ``A:`` or the like stands anywhere in a text, and not at the end of another word."""
    return any(not text[: found.start()][-1:].isalnum() for found in _A.finditer(_spaced(text)))


def answer_on_line(text: str) -> int:
    """Where the answer begins in ``What is it? Answer: a thing``: behind the question mark; -1 where none follows one."""
    if not has_question_mark(text[:-1]):
        return -1
    spaced = _spaced(text)
    for found in _AFTER_MARK.finditer(spaced):
        if _A.match(spaced, found.end()):
            return found.start() + 1
    return -1


def behind_question(text: str) -> str:
    """What begins behind a question mark, without what closes the emphasis of the question and without white space and breaks."""
    found = _CLOSES.match(text)
    return text[found.end() :] if found is not None else text


def without_outline(text: str) -> str:
    """A title without the number of an outline in front of a label, which counts the question once more."""
    found = _OUTLINE.match(text) if text[:1].isdecimal() or text[2:3].isdecimal() else None
    if found is None or not has_label(text[found.end() :]):
        return text
    opened = found[1] if found[1] and found[1] in text[found.end() :] else ""
    return opened + text[found.end() :].removeprefix(opened)


def strip_label(text: str) -> str:
    """A question without a leading ``Q:``, ``Question 3:`` or ``1.3 Question 3:``, which is markup of this dialect."""
    text = without_outline(text)
    match = _label(text)
    if match is None:
        return text
    rest = text[match.end() :]
    opened = match["b"] or match["b3"]
    closed = match["b2"] or match["b4"] or match["b5"] or match["b6"]
    if opened and not closed and rest.rstrip().endswith(opened):
        rest = rest.rstrip()[: -len(opened)]
    elif opened and match["b3"] and rest.rstrip().endswith(match["b3"]):
        rest = rest.rstrip()[: -len(match["b3"])]
    elif match["b"] and not closed:
        rest = rest.replace(match["b"], "", 1)
    elif match["b3"] and not match["b"] and not closed:
        rest = match["b3"] + rest  # emphasis of the first words
    return _without_break(rest.strip()) or text


def _without_break(text: str) -> str:
    """What stands behind a label, without the break that parts it from that."""
    return text[1:].lstrip() if text[:1] == "\\" and not text[1:2].strip() else text


def strip_labels(text: str) -> str:
    """A question without its label, and without those of the others that stand behind it: ``Q: Is it hot? Q: And wet?``."""
    text = strip_label(text)
    if (":" not in text and "\uff1a" not in text) or len(text) > _LONGEST_LABELLED:
        return text
    made, at = [], 0
    for found in [*_SENTENCE_END.finditer(text), None]:
        piece = text[at : found.end(1) if found else len(text)]
        made.append(strip_label(piece) if has_label(piece) else piece)
        if found:
            made.append(text[found.end(1) : found.end()])
            at = found.end()
    return "".join(made)


def strip_answer_label(text: str, below: str = "") -> str:
    """The first line of an answer without a leading ``A:`` or ``**Answer**:``; `below` is the rest of its paragraph."""
    match = _answer_label(text)
    if match is None:
        return text
    rest = text[match.end() :]
    opened = match["b"]
    if (match["b3"] and not rest.strip()) or rest.strip() == "\\":
        return ""
    if opened and not match["b2"] and not match["b3"] and opened in rest + below:
        # "**A: all of it in bold**" keeps its emphasis.
        return opened + rest
    if match["b3"]:
        if opened == match["b3"] and not match["b2"]:
            return rest  # "**A:** text": b3 closes what b opened
        return match["b3"] + rest
    return rest


def letter(line: str) -> str:
    """The letter that a line begins with as with a label, which is none by itself: ``P: Mi pantalla parpadea``."""
    found = _LETTER.match(line) if ":" in line or "\uff1a" in line else None
    return line[: found.end()].strip(_AROUND_LETTER)[:1] if found is not None else ""


def strip_letter(text: str) -> str:
    """A title without such a letter."""
    found = _LETTER.match(text)
    return text[found.end() :].strip() if found is not None and not text.startswith(("*", "_")) else text


def has_answer_letter(line: str) -> bool:
    """Whether a line begins with ``O:`` and the like, which answers what begins with ``P:``."""
    return _ANSWER_LETTER.match(line) is not None


def strip_answer_letter(text: str, asked: str) -> str:
    """The first line of an answer without ``O:`` and the like, where the line that it answers, `asked`, begins with ``P:``."""
    found = _ANSWER_LETTER.match(text) if _LETTER.match(asked) else None
    if found is None or bool(found["b"]) != bool(found["b2"] or found["b3"]):
        return text
    return text[found.end() :]
