"""Headings that are no entries of their own: what stands below them is text of what is around them, or a table of contents.

Each function is asked of a title of an outline, by its place; none of these asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import TYPE_CHECKING

from faqtui.parsing.questions import noise
from faqtui.parsing.questions.choosing.styles import is_title
from faqtui.parsing.questions.contents import only_contents
from faqtui.parsing.questions.navigation_lines import only_leads_on
from faqtui.parsing.questions.wording import is_faq_title, is_note
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from faqtui.parsing.questions.choosing.outline import Outline
    from faqtui.parsing.questions.evidence import Evidence

_FEW = 6
"""Such sections in a row that are looked over for the questions above or below them."""

_LEAST = 2
"""Questions that such a section stands around, at least."""

_LONGEST = 40
"""Characters of the name of such a section."""

_AROUND = pattern(
    r"\W*(?:[0-9]{1,2}\.?\s+)?(?:"
    r"overview|(?:short |brief )?(?:introduction|description)|intro|foreword|preface|summary|tl;?dr"
    r"|about(?: this (?:page|faq|document|guide))?"
    r"|see also|related(?: (?:links?|pages?|topics?|resources?|documents?|documentation|docs|articles?|reading))?|further reading"
    r"|(?:additional |useful |external |helpful |other )?(?:links?|resources|references)|more (?:info(?:rmation)?|resources|help)"
    r"|next steps|contacts?(?: us)?|contact information|feedback|support|(?:further|getting) help"
    r"|überblick|übersicht|kurzbeschreibung|einleitung|einführung|siehe auch|weiterführende(?:s| \w+)"
    r"|weitere \w+|verweise|kontakt"
    r"|resumen|introducción|descripción|véase también|ver también|enlaces(?: \w+)?|referencias|recursos|contacto"
    r"|resumo|introdução|visão geral|veja também|links úteis|referências|contat?os?"
    r"|aperçu|présentation|voir aussi|liens(?: \w+)?|ressources|références|nous contacter"
    r"|panoramica|introduzione|vedi anche|collegamenti|riferimenti|contatt[io]"
    r"|overzicht|inleiding|zie ook|verwijzingen|wprowadzenie|zobacz (?:też|także)|odnośniki|úvod|viz také|odkazy"
    r"|genel bakış|giriş|ayrıca bakınız|bağlantılar|kaynaklar|iletişim"
    r"|tổng quan|giới thiệu|xem thêm|tài liệu tham khảo|liên hệ|pendahuluan|ringkasan|lihat juga|kontak"
    r"|обзор|введение|вступление|описание|см(?:\.|отрите) также|ссылки|полезные ссылки|контакты|вступ|посилання"
    r"|概要|概述|简介|簡介|前言|引言|介绍|相关链接|参考(?:资料|链接|文献)?|參考(?:資料|連結)?|另请参阅|延伸阅读|联系我们|联系方式"
    r"|はじめに|関連(?:リンク|情報|ドキュメント)|参考リンク|お問い合わせ|개요|소개|참고(?: ?자료)?|관련 링크|문의"
    r"|مقدمة|نظرة عامة|روابط(?: \w+)?|انظر أيضا|مراجع|اتصل بنا|مقدمه|منابع|הקדמה|מבוא|סקירה|קישורים|צור קשר|परिचय|संपर्क|संदर्भ"
    r")\W*$",
    re.IGNORECASE,
)
"""What introduces a page of questions, or leads on from it, in the languages that FAQs are written in."""


def is_contents(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether a table of contents stands below a title that says so."""
    title = outline.titles[place]
    if not noise.is_contents_title(title.plain):
        return False
    blocks = evidence.said(title.after, outline.line(place + 1))
    return bool(blocks) and only_contents(blocks, titled=True) is not None


def leads_on(outline: Outline, place: int, evidence: Evidence) -> bool:
    """Whether nothing stands below a heading but where to go on: "Next steps" and its links."""
    return only_leads_on(evidence.said(outline.titles[place].after, outline.line(place + 1)))


def is_bare(outline: Outline, place: int) -> bool:
    """Whether nothing at all stands below a heading whose name is none of a question."""
    title = outline.titles[place]
    if title.tail or outline.has_body(place) or is_faq_title(title.plain):
        return False
    return not is_title(title) or is_note(title.plain)


class Around:
    """Tells the sections of an outline that stand around its questions: what introduces them, and what leads on from them.

    `strong` counts what asks and is no heading below a line and above another; `promised` says that the page is one of
    questions or problems, whether they ask or not; `zones` are the lines of headings whose sections hold questions of their
    own, which say nothing of the rest of the page.
    """

    def __init__(
        self, outline: Outline, strong: Callable[[int, int], int], *, promised: bool, zones: Container[int]
    ) -> None:
        self._outline = outline
        self._zones = zones
        self._strong = strong
        self._promised = promised
        self._questions: dict[int, bool] = {}

    def is_around(self, place: int) -> bool:
        """Whether a heading introduces all that follows under the heading above it, or leads on from all of that."""
        titles = self._outline.titles
        level = titles[place].level
        if not self._is_named_so(place):
            return False
        above = place - 1
        while above >= 0 and place - above < _FEW and titles[above].level == level and self._is_named_so(above):
            above -= 1
        below = place + 1
        while (
            below < len(titles) and below - place < _FEW and titles[below].level == level and self._is_named_so(below)
        ):
            below += 1
        if below == len(titles) or titles[below].level < level:
            return above >= 0 and titles[above].level >= level and self._are_questions(level)
        return (above < 0 or titles[above].level < level) and self._are_questions(level)

    def _is_named_so(self, place: int) -> bool:
        """Whether a heading with nothing but text below it is named as what stands around others."""
        outline, title = self._outline, self._outline.titles[place]
        if title.style != "heading" or title.asks or outline.ends[place] != place + 1 or len(title.plain) > _LONGEST:
            return False
        return _AROUND.match(title.plain) is not None and not self._held(place)

    def _held(self, place: int) -> int:
        """How many questions a heading holds, headings and others."""
        outline, end = self._outline, self._outline.ends[place]
        return outline.asked(place + 1, end) + self._strong(outline.titles[place].line, outline.line(end))

    def _are_questions(self, level: int) -> bool:
        """Whether at least half of the other headings of a level are questions or hold some; all of them where it is promised."""
        if level not in self._questions:
            titles = self._outline.titles
            headings = [n for n, c in enumerate(titles) if c.level == level and c.line not in self._zones]
            held = [
                titles[n].asks or self._held(n)
                for n in headings
                if titles[n].style == "heading" and not self._is_named_so(n)
            ]
            asked = sum(held) >= _LEAST and 2 * sum(map(bool, held)) >= len(held)
            self._questions[level] = asked or (self._promised and len(held) >= _LEAST)
        return self._questions[level]
