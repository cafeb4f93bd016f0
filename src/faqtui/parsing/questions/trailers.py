"""What ends a page and no answer: who owns it, when it was changed last, a signature, buttons of validators.

It stands below the last answer, and is told by what its lines begin with; below a rule, one such line tells all that stands
there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.letters import ASKS
from faqtui.markdown.blocks import Block
from faqtui.parsing.extract import directive_title
from faqtui.parsing.questions.around import is_closing_title, says_where
from faqtui.parsing.questions.known_titles import KnownTitles
from faqtui.parsing.questions.navigation_lines import leads_on
from faqtui.parsing.questions.wording import only_notes
from faqtui.patterns import pattern

_LEAD = r"[\s*_>|#~<(\[-]{0,8}"
_SIGN = pattern(rf"{_LEAD}(?:\xa9|\(c\)[ \t]|&copy;|\$(?:id|revision|date)\b)", re.IGNORECASE)
_SIGNS = frozenset("\xa9(&$")
_FIRST = pattern(rf"{_LEAD}([^\W\d_]+)")
_CHANGED = r"(?:updated?|modified|changed?|edit(?:ed)?|modification|revis(?:ed|ion)|generated|maintained)\b"
_WHAT = r"faq|page|document|file|text|list|contents|content"
_OF_IT = rf"[ \t](?:is[ \t]|was[ \t])?(?:\xa9|\(c\)|copyright\b|(?:last[ \t])?{_CHANGED})"
_GERMAN = r"[ \t](?:ge\xe4ndert|bearbeitet|aktualisiert|\xe4nderung|aktualisierung|bearbeitung)\b"
_SPANISH = r" (?:actualizaci\xf3n|modificaci\xf3n|atualiza\xe7\xe3o)"
_ITALIAN = " (?:aggiornamento|modifica)"
_NOTICES = {
    word: pattern(behind, re.IGNORECASE)
    for word, behind in (
        ("copyright", r"\b"), ("copyleft", r"\b"), ("all", " rights reserved"), ("distributed", r" under\b"),
        ("licensed", r" under\b"), ("licenced", r" under\b"), ("generated", r" (?:by|on|with)\b"),
        ("revised", r"[ \t:]+\w*[ \t]?\d"), ("updated", r"[ \t:]+\w*[ \t]?\d"),
        ("maintained", " by"), ("edit", " (?:this|the) page"), ("improve", " this page"), ("maintainer", ":"), ("stand", ":"),
        ("this", rf"[ \t](?:{_WHAT}){_OF_IT}"), *((what, _OF_IT) for what in _WHAT.split("|")),
        ("last", rf"[ \t-]{_CHANGED}"), ("latest", rf"[ \t-]{_CHANGED}"),
        ("zuletzt", _GERMAN), ("letzte", _GERMAN), ("derni\xe8re", r" (?:mise \xe0 jour|modification)"),
        ("\xfaltima", _SPANISH), ("ultima", _ITALIAN), ("ultimo", _ITALIAN), ("последнее", " (?:обновление|изменение)"),
    )
}  # fmt: skip
"""What follows the first word of a notice. One pattern of all of them would take a hundredth of the time to the first paint."""
_NOTICES_BEGIN = ("最終更新", "最后更新", "最後更新", "更新时间", "版权", "著作権")
_ABOUT = pattern(r"copyright|copyleft|licen[cs]|lizenz|rights|maintain|updat|aktuali|change|\xa9|author", re.IGNORECASE)
"""What a question asks about whose answer may end with such a line."""

_SENDER = pattern(
    r"\W{0,4}\[[^\[\]\n]{1,100}\]\(<?mailto:[^()\s]{1,200}\)\W{0,4}$"
    r"|\s{0,4}\[!\[[^\[\]\n]{0,100}\]\([^()\s]{0,300}\)\]\([^()\s]{1,300}\)\s{0,4}$"
)
"""Who wrote a page, or the picture of its licence, as a link and nothing else: below a rule."""

_BUTTONS = pattern(
    r"(?:\[!\[[^\[\]\n]{0,100}\]\([^()\s]{0,300}\)\]\([^()\s]{1,300}\)[ \t|\\]{0,9}(?:\n|$)?){1,6}",
)
_OF_PAGE = pattern(
    r"validator\.w3\.org|jigsaw\.w3\.org|w3\.org/Icons|valid-?(?:x?html|css|rss)|creativecommons\.org|sflogo|anybrowser",
    re.IGNORECASE,
)
"""Pictures that lead elsewhere, one of which says that the page is valid, or who licenses or hosts it."""

_MORE = pattern(
    r"\b(?:still (?:have|got|need)|(?:have|got) (?:an?|another|any)|any|more|other|further) (?:\w+ )?questions?\b"
    r"|\b(?:can't|cannot|couldn't|could not|didn't|did not|don't|haven't|have not) (?:find|found|see)\b"
    r"|\bquestions? (?:is |was |isn't |wasn't )?not (?:answered|listed|covered|here)|\bneed (?:more |further |any )?help\b"
    r"|\b(?:noch|weitere|andere) fragen\b|\bfragen? (?:ist )?nicht (?:dabei|beantwortet|gefunden)"
    r"|\bno (?:encuentras?|encontraste|encontró)\b|\bnão encontr|\bne trouvez pas|\bnon trovi|\bне нашли"
    r"|\b(?:pregunta|duda|pergunta|dúvida) (?:que )?n[oã]o? est[áa]\b|\bquestion (?:ne figure|n'est) pas"
    r"|\b(?:d'autres|encore des|une autre) questions?\b|\b(?:más|otras?|alguna otra) (?:preguntas?|dudas?)\b"
    r"|\b(?:mais|outras?|alguma outra|tem) (?:perguntas?|dúvidas?)\b|\b(?:altre|ancora) domande\b"
    r"|\b(?:meer|andere) vragen\b|\b(?:остались|другие|ещё|есть) вопросы"
    r"|(?:其他|其它|更多|别的)(?:的)?[问問][题題]|(?:没有|沒有|没)找到|(?:その他|他)の?(?:ご)?質問"
    r"|(?:다른|추가) (?:질문|문의)|궁금한 (?:점|사항)"
    r"|(?:ここ|上記)に(?:ない|無い)|ご不明な点|\b(?:something|anything) (?:is )?missing\b"
    r"|\b(?:did(?: not|n't) (?:this )?help|this (?:did not|didn't) help|nicht geholfen|n'a pas aidé|n'(?:a|est) pas résolu"
    r"|не помогло|не допомогло|no (?:te |le )?(?:ayudó|sirvió)|não ajudou|non (?:ti )?ha aiutato|niet geholpen)\b"
    r"|(?:没|沒)有?(?:帮助|幫助|解决|解決)|解決(?:し|でき)ない|도움이 되지"
    r"|(?:شيء|سؤال) مفقود|(?:أسئلة|سؤال) (?:أخرى|آخر)|لم تجد|سوال دیگر|پاسخ خود را|שאלות נוספות|לא מצאת",
    re.IGNORECASE,
)
_LEADS = pattern(
    r"\]\(|https?:|@|\bissues?\b|\bcontact|\bask\b|\bforum|\bdiscord\b|\bslack\b|\bsupport\b|\be-?mail", re.IGNORECASE
)
"""What says where to turn who finds no answer on a page, below a rule, and what says where that is."""

_WAYS = pattern(
    r"(?:\W{0,3}(?:next|prev(?:ious)?|up|home|top|contents)\b[ \t]?:?[ \t]\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)"
    r"[\\ \t]{0,3}(?:\n|$)){2,6}",
    re.IGNORECASE,
)
"""Lines that lead to the pages before and behind this one."""

_SIGNED = pattern(r"--[ \t]?(?:\n[^\n]{0,100}){1,6}$")
_DATED = pattern(
    r"\W{0,4}(?:[\w.'-]{1,20},?[ ]){1,4}(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]{1,2}\w{1,10}[-/., ]{1,2}\d{4})\W{0,4}$"
)
"""A name and a date."""

_LINKED = pattern(r"!?\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}\)")

_ROW = pattern(
    r"\W{0,4}\[[^\[\]\n]{1,100}\]\([^()\s]{1,300}\)"
    r"(?:[ \t]{0,4}(?:[|\xb7\u2022/\u2013\u2014-]|&middot;|&bull;)[ \t]{0,4}\[[^\[\]\n]{1,100}\]\([^()\s]{1,300}\)){1,9}\W{0,4}$"
)
"""Links with signs between them, as the foot of a site has them."""

_LONGEST_SENDER, _HOSTED = 200, 120
"""Characters of what says who wrote a page, and of what says below a notice who hosts it."""

_BEGUN = 60
"""Characters of a text in which it asks whether there are more questions."""

_MOST, _LONGEST = 8, 400
"""Blocks that stand below a rule, and characters of one."""


def begin(blocks: Sequence[Block], asked: str, *, begun: bool) -> int:
    """Which of the blocks of a page's last answer begins what ends the page; their number where none does.

    `asked` is the question. The first of the blocks is part of the answer, unless it has `begun` above them.
    """
    count, least = len(blocks), 0 if begun else 1
    for rule in [at for at in range(count - 2, max(least, count - 1 - _MOST) - 1, -1) if blocks[at].kind == "rule"][:2]:
        below = [block for block in blocks[rule + 1 :] if block.kind != "rule"]
        if all(map(_is_small, below)) and (any(map(_is_of_page, below)) or _signs(below) or _is_foot(below)):
            return rule
    for at in range(count - 1, max(least, count - _MOST) - 1, -1):
        block = blocks[at]
        boxed = block.kind == "directive"
        if not (_is_short(block) or block.item is not None or boxed):
            break
        closes = is_closing_title(directive_title(block.info)) if boxed else _closes(block.text)
        if closes and any(says_where(below.text) for below in blocks[at:]):
            return at
    at = count
    while (
        at > least
        and _is_small(blocks[at - 1])
        and (_SIGNED.match(blocks[at - 1].text) or _tells(blocks[at - 1], asked))
    ):
        at -= 1
    if at == count and least + 1 < count and "](" in blocks[-1].text and len(blocks[-1].text) <= _HOSTED:
        owned = _is_short(blocks[-2]) and _is_short(blocks[-1]) and any(map(str.isdigit, blocks[-2].text))
        at -= 2 if owned and _tells(blocks[-2], asked) else 0
    return at


def _parts(block: Block) -> list[str]:
    """What stands by itself in a block: lines that are broken on purpose, cells."""
    if block.kind == "table":
        return [cell.strip() for cell in block.text.replace("\n", "|").split("|") if cell.strip(" -:")]
    return block.text.split("\\\n")


def _is_of_page(block: Block) -> bool:
    """Whether a block below a rule ends a page: any of its lines or cells is a notice, or it leads elsewhere."""
    if any(map(_is_notice, _parts(block))) or _SENDER.match(block.text) is not None:
        return True
    return block.kind != "table" and _leads_on(block.text)


def _signs(below: Sequence[Block]) -> bool:
    """Whether what stands alone below a rule is who wrote a page, with an address, a name with a date, or a row of links."""
    if len(below) == 1 and below[0].kind == "paragraph" and _ROW.match(below[0].text) is not None:
        return True
    if len(below) != 1 or below[0].kind == "table" or len(below[0].text) > _LONGEST_SENDER:
        return False
    text = below[0].text.rstrip("*_ .")
    return "](mailto:" in text or (text[-1:].isdigit() and _DATED.match(text) is not None)


def _is_foot(below: Sequence[Block]) -> bool:
    """Whether a few words below a rule are the foot of a page: set apart from its text, with a heart, or links in a row."""
    text = below[0].text.strip() if below else ""
    if not 0 < sum(len(block.text) for block in below) <= _LONGEST or "![" in text or "<img" in text:
        return False
    if text.lower().startswith(_SET_APART) or (len(below) == 1 and not _HEARTS.isdisjoint(text)):
        return True
    if len(below) > 1 or below[0].kind != "paragraph":
        return False
    if _FOR_MORE.begin(text):
        return True
    emphasised = text[0] in "*_" and text[-1] == text[0] and text.count(text[0]) == 2
    if emphasised and not only_notes(text[1:-1].partition(":")[0]):
        return True
    parts = text.translate(_BARS).split("|")
    linked = sum("](" in part for part in parts)
    return linked > 1 and 2 * linked >= len(parts) and all(len(_LINKED.sub("", part)) <= _NAME for part in parts)


_SET_APART = (
    *(f"<{tag}{align}" for tag in ("div", "p") for align in (' align="center"', " align=center", " align='center'")),
    "<center>", "<small>", "<sub>", "<sup>",
)  # fmt: skip
_FOR_MORE = KnownTitles("""
for more information | for more details | for further information | for further details | more information | more details
for additional information | more technical details | weitere informationen | mehr informationen | weitere details
más información | para más información | más detalles | para más detalles | mais informações | para mais informações
mais detalhes | para mais detalhes | plus d'informations | pour plus d'informations | pour plus de détails
maggiori informazioni | per maggiori informazioni | ulteriori informazioni | meer informatie | więcej informacji
více informací | daha fazla bilgi | подробнее | больше информации | дополнительная информация | детальніше | 更多
詳しくは | 詳細は | 자세한 내용은 | 더 자세한 | xem thêm | để biết thêm | untuk informasi lebih lanjut | لمزيد من
برای اطلاعات بیشتر | למידע נוסף
""")
_HEARTS = frozenset("\u2764\u2665\U0001f496\U0001f499\U0001f49a\U0001f49b\U0001f49c\u2b50")
_BARS = str.maketrans(dict.fromkeys("\xb7\u2022", "|"))
_NAME = 30
"""Characters beside the links of the foot of a page, between two bars."""

_TAGS = pattern(r"(?:<[a-z][^<>]{0,200}>\s{0,9}){1,5}", re.IGNORECASE)
_ASK = str.maketrans(dict.fromkeys(ASKS, "?"))


def _closes(text: str) -> bool:
    """Whether a text begins with the question whether there are more: "Still have questions?", in bold or not."""
    tags = _TAGS.match(text) if text[:1] == "<" else None
    text = text[tags.end() :] if tags is not None else text.partition("]")[2].lstrip() if text[:2] == "[!" else text
    asked = text[:_BEGUN].lstrip("*_ ").translate(_ASK).partition("?")[0]
    return len(asked) < _BEGUN - 4 and is_closing_title(asked.strip("*_ "))


def _leads_on(text: str) -> bool:
    if leads_on(text):
        return True
    return _MORE.search(text.replace("\u2019", "'")) is not None and _LEADS.search(text) is not None


def _is_short(block: Block) -> bool:
    return block.kind in {"paragraph", "html"} and block.item is None and len(block.text) <= _LONGEST


def _is_small(block: Block) -> bool:
    return _is_short(block) or (block.kind == "table" and block.item is None and len(block.text) <= _LONGEST)


def _is_notice(text: str) -> bool:
    """Whether a text begins as what owns or dates a page does."""
    if not _SIGNS.isdisjoint(text[:9]) and _SIGN.match(text) is not None:
        return True
    if (found := _FIRST.match(text)) is None:
        return False
    behind = _NOTICES.get(found[1].lower())
    return found[1].startswith(_NOTICES_BEGIN) or (behind is not None and behind.match(text, found.end()) is not None)


def _tells(block: Block, asked: str) -> bool:
    text = block.text
    if _WAYS.fullmatch(text) or ("[![" in text and _BUTTONS.fullmatch(text.strip()) and _OF_PAGE.search(text)):
        return True
    parts = _parts(block)
    if not any(map(_is_notice, parts)) or _ABOUT.search(asked):
        return False
    if block.kind != "table" and _is_notice(text):
        return True
    if len(parts) < (1 if block.kind == "table" else 2) or (
        block.kind == "table" and block.text.split("\n", 1)[0].strip("| ")
    ):
        return False
    told = [part for part in parts if _LINKED.search(part) is None or any(map(str.isalnum, _LINKED.sub("", part)))]
    return bool(told) and all(_is_notice(part) and any(map(str.isdigit, part)) for part in told)
