"""Tables of questions and answers: ``| Question | Answer |``, a row each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.known_titles import KnownTitles
from faqtui.parsing.questions.labels import strip_label
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern

_CELL = pattern(r"(?<!\\)\|")
_ONLY_LEADS = pattern(r"[\W_]{0,9}\[[^\[\]]{1,200}\]\(#[^()\s]{1,300}\)[\W_]{0,9}")
"""A cell that only leads into the page."""

_NUMBER = pattern(r"(?:#|no\.?|nr\.?|id|\d+\.?|)", re.IGNORECASE)
_IN_PAGE = pattern(r"\[.*\]\(<?#[^()]*(?:\([^()]*\)[^()]*)*\)\W*$")
_ASKING = KnownTitles("""
q | question | questions | faq | faqs | problem | problems | issue | issues | symptom | symptoms | error
error message | error messages | errors | common problem | common problems | common issue | common issues
common symptom | common symptoms | common error | common error message | common error messages | common errors
known problem | known problems | known issue | known issues | known symptom | known symptoms | known error
known error message | known error messages | known errors | typical problem | typical problems | typical issue
typical issues | typical symptom | typical symptoms | typical error | typical error message | typical error messages
typical errors | frage | fragen | probleme | fehler | fehlermeldung | fehlermeldungen | symptome | störung | störungen
pregunta | preguntas | problema | problemas | errores | síntoma | síntomas | mensaje de error | fallo | fallos
pergunta | perguntas | erro | erros | sintoma | sintomas | mensagem de erro | problème | problèmes | erreur | erreurs
symptôme | symptômes | message d'erreur | domanda | domande | problemi | errore | errori | sintomo | sintomi | vraag
vragen | probleem | problemen | fout | fouten | foutmelding | foutmeldingen | symptomen | fråga | frågor | spørgsmål
pytanie | pytania | problemy | błąd | błędy | objaw | objawy | otázka | otázky | soru | sorular | sorun | sorunlar
hata | hatalar | belirti | belirtiler | câu hỏi | lỗi | vấn đề | sự cố | triệu chứng | pertanyaan | masalah | gejala
kesalahan | вопрос | вопросы | проблема | проблемы | ошибка | ошибки | симптом | симптомы | неисправность
неисправности | сообщение об ошибке | питання | помилка | помилки | 问题 | 问题描述 | 问题现象 | 問題 | 错误
错误信息 | 错误提示 | 错误现象 | 錯誤 | 錯誤訊息 | 报错 | 报错信息 | 报错内容 | 故障 | 故障现象 | 现象 | 現象 | 症状
症狀 | 异常 | 异常现象 | 異常 | 質問 | エラー | エラーメッセージ | エラー内容 | トラブル | 질문 | 문제 | 문제점 | 증상
오류 | 오류 메시지 | 에러 | سؤال | مشكلة | خطأ | أعراض | السؤال | المشكلة | الخطأ | الأعراض | پرسش | سوال | مشکل | خطا
kysymys | ongelma | virhe | problem | feil | feilmelding | fel | felmeddelande | fejl | fejlmeddelelse | spørsmål | ερώτηση
πρόβλημα | σφάλμα | kérdés | probléma | hiba | întrebare | întrebări | problemă | eroare | въпрос | грешка | pitanje | greška
คำถาม | ปัญหา | ข้อผิดพลาด | 이슈
שאלה | בעיה | שגיאה | प्रश्न | सवाल | समस्या | त्रुटि
""")
"""What heads a column of questions, or of problems, in the languages that tables are written in."""


def asks(head: str) -> bool:
    """Whether the head of a table says that questions stand below it."""
    return column(_cells(head)) is not None


def column(head: list[str], is_named: Callable[[str], object] = _ASKING.__contains__) -> int | None:
    """The column of the questions by the `head` of a table, or of what `is_named` so, where another follows it."""
    first = 1 if len(head) > 2 and _NUMBER.fullmatch(head[0]) else 0
    if len(head) < first + 2:
        return None
    return first if is_named(_bare(head[first])) or is_faq_title(head[first]) else None


def rows(scan: Scan, is_named: Callable[[str], object] = _ASKING.__contains__) -> Iterator[Candidate]:
    """The rows of tables with two columns or more, the first of them (after numbers) headed as one of questions.

    With `is_named` it is headed as that says.

    A table whose questions are links into the page is one of contents.
    """
    for block in scan.blocks:
        if block.kind != "table" or block.quoted or block.depth:
            continue
        lines = block.text.split("\n")
        first = column(_cells(lines[0]), is_named)
        if first is None or _is_contents(lines[2:], first):
            continue
        for offset, line in enumerate(lines[2:], 2):
            cells = _cells(line)
            if len(cells) <= first or not cells[first]:
                continue
            answer = " \u2013 ".join(cell for cell in cells[first + 1 :] if cell)
            number = block.start + offset
            text = strip_label(_bare(cells[first]))
            yield Candidate(number, number + 1, PSEUDO_LEVEL, "row", text, tail=answer, stop=number + 1)


def _is_contents(lines: list[str], first: int) -> bool:
    """Whether most questions of a table are links into the page, or lead to one: they are answered further down."""
    rows = [cells for cells in map(_cells, lines) if len(cells) > first]
    led = sum(
        1 for cells in rows if _IN_PAGE.match(cells[first]) or all(map(_ONLY_LEADS.fullmatch, cells[first + 1 :]))
    )
    return bool(rows) and led >= 0.6 * len(rows)


def _cells(line: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def _bare(text: str) -> str:
    """A cell without the bold that is around all of it."""
    for mark in ("**", "__"):
        inner = text[2:-2]
        if text.startswith(mark) and text.endswith(mark) and inner and mark not in inner:
            return inner.strip()
    return text
