"""Tables of questions and answers: ``| Question | Answer |``, a row each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.labels import strip_label
from faqtui.parsing.questions.wording import is_faq_title
from faqtui.patterns import pattern

_CELL = pattern(r"(?<!\\)\|")
_NUMBER = pattern(r"(?:#|no\.?|nr\.?|id|\d+\.?|)", re.IGNORECASE)
_IN_PAGE = pattern(r"\[.*\]\(<?#[^()]*(?:\([^()]*\)[^()]*)*\)\W*$")
_ASKING = pattern(
    r"\W{0,20}(?:q|questions?|faqs?|(?:(?:common|known|typical) )?(?:problems?|issues?|symptoms?|errors?(?: messages?)?)"
    r"|fragen?|probleme?|fehler(?:meldung(?:en)?)?|symptome?|störung(?:en)?"
    r"|preguntas?|problemas?|error(?:es)?|síntomas?|mensaje de error|fallos?|perguntas?|erros?|sintomas?|mensagem de erro"
    r"|problèmes?|erreurs?|symptômes?|message d.erreur|domand[ae]|problem[ai]|error[ei]|sintom[oi]"
    r"|vra(?:ag|gen)|probleem|problemen|fout(?:en|melding(?:en)?)?|symptomen|fråg(?:a|or)|spørgsmål"
    r"|pytani[ea]|problemy|błąd|błędy|objawy?|otázk[ay]|soru(?:lar)?|sorun(?:lar)?|hata(?:lar)?|belirti(?:ler)?"
    r"|câu hỏi|lỗi|vấn đề|sự cố|triệu chứng|pertanyaan|masalah|gejala|kesalahan"
    r"|вопросы?|проблем[аы]|ошибк[аи]|симптомы?|неисправност[ьи]|сообщение об ошибке|питання|помилк[аи]"
    r"|问题(?:描述|现象)?|問題|错误(?:信息|提示|现象)?|錯誤(?:訊息)?|报错(?:信息|内容)?|故障(?:现象)?|现象|現象|症状|症狀|异常(?:现象)?|異常"
    r"|質問|エラー(?:メッセージ|内容)?|トラブル|질문|문제(?:점)?|증상|오류(?: 메시지)?|에러"
    r"|(?:ال)?(?:سؤال|مشكلة|خطأ|أعراض)|پرسش|سوال|مشکل|خطا|שאלה|בעיה|שגיאה|प्रश्न|सवाल|समस्या|त्रुटि)\W{0,20}",
    re.IGNORECASE,
)
"""What heads a column of questions, or of problems, in the languages that tables are written in."""


def asks(head: str) -> bool:
    """Whether the head of a table says that questions stand below it."""
    return _column(_cells(head)) is not None


def _column(head: list[str], named: re.Pattern[str] = _ASKING) -> int | None:
    """The column of the questions, or of what is `named` otherwise, where another follows it."""
    first = 1 if len(head) > 2 and _NUMBER.fullmatch(head[0]) else 0
    if len(head) < first + 2:
        return None
    return first if named.fullmatch(_bare(head[first])) or is_faq_title(head[first]) else None


def rows(scan: Scan, named: re.Pattern[str] = _ASKING) -> Iterator[Candidate]:
    """The rows of tables with two columns or more, the first of them (after numbers) headed as one of questions.

    With a pattern it is headed as that says.

    A table whose questions are links into the page is one of contents.
    """
    for block in scan.blocks:
        if block.kind != "table" or block.quoted or block.depth:
            continue
        lines = block.text.split("\n")
        first = _column(_cells(lines[0]), named)
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
    """Whether most questions of a table are links into the page, so that they are answered further down."""
    questions = [cells[first] for cells in map(_cells, lines) if len(cells) > first]
    return bool(questions) and sum(1 for text in questions if _IN_PAGE.match(text)) >= 0.6 * len(questions)


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
