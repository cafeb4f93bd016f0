"""What sections around questions are called: what introduces a page of them, and what leads on from it."""

from __future__ import annotations

import re

from faqtui.patterns import pattern

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


def is_around_title(text: str) -> bool:
    """Whether a title is one of these: "Overview", "See also", "Contact us"."""
    return len(text) <= _LONGEST and _AROUND.match(text) is not None
