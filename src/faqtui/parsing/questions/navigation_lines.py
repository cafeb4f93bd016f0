"""Lines of a page that lead to others: "← Back to Home", rows of links as wikis have at their foot, and links alone.

What generators of pages put above and below each, "Next", "Previous" and "Up", is such a line, as is a row of languages.

Links may be written as those of Markdown or of a wiki (``[[Home]]``), or as cards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.markdown.blocks import Block
from faqtui.patterns import pattern

_LINK = pattern(r"\[\[([^\[\]\n|]{1,100})(?:\|[^\[\]\n]{1,200})?\]\]|\[([^\[\]\n]{1,100})\]\([^()\s]{0,500}\)")
_ARROW = pattern(r"[\s*_>]*[\u2190\u2b05\u21a9\u00ab\u2039\u23ea\u25c0](?:\ufe0f)?")
_BEGINS = (
    r"(?:(?:go |jump )?back(?: to\b|\W*$)|return to\b|zur\u00fcck\b|retour\b|volver (?:a|al)\b|voltar (?:a|\u00e0|ao|para)\b"
    r"|torna(?:re)? (?:(?:ai?|al|agli|all[aeo]|indietro)\b|all['\u2019])|regresar\b|revenir (?:\u00e0|aux?)\b|kembali\b"
    r"|zp\u011bt\b|terug\b|tillbaka\b|tilbage\b|powr\u00f3t\b|\u043d\u0430\u0437\u0430\u0434\b"
    r"|\u0432\u0435\u0440\u043d\u0443\u0442\u044c\u0441\u044f\b|\u8fd4\u56de|\u56de\u5230|\u623b\u308b)"
)
_BACK = pattern(rf"\W*{_BEGINS}", re.IGNORECASE)
_AROUND = pattern(
    r"\W*+(?:(?:(?:go |jump )?back|return|zur\u00fcck|retour|volver|voltar|torna(?:re)?|terug|tillbaka|tilbage|powr\u00f3t"
    r"|\u043d\u0430\u0437\u0430\u0434|\u8fd4\u56de|\u56de\u5230)\W*+(?:(?:to|zu[rm]?|\u00e0|au|aux|al?|ao|para|naar|till?|do|\u043a)\b)?\W*+"
    r"(?:(?:the|la|le|den|die|das|der)\b)?\W*+)?$",
    re.IGNORECASE,
)
_BETWEEN = pattern(r"[\s|/\u00b7\u2022\u2013\u2014>\u00bb\u203a\u2192\u2190\u00ab*_-]*$")
_HOME_TEXT = """
home homepage index contents start main wiki faq faqs readme overview startseite übersicht inhalt accueil sommaire inicio índice
início главная содержание 首页 目录 ホーム 目次 홈
"""
_HOME = frozenset(_HOME_TEXT.split())
_WORDS = pattern(r"\w+")
_ROW = pattern(
    r"(?:\*\*|__)?\[[^\[\]\n]{1,200}\]\((?!#)[^()\s]{1,500}(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?\)(?:\*\*|__)?[.;,]?[ \t]*$"
)
_FILE = pattern(r"\[([^\[\]\n]{1,200})\]\((?!#)([^()\s:]{1,500})\)$")
_CARD = pattern(r"<(/?)(a|[A-Z]\w{0,40}Card|Card|LinkCard)\b([^<>]{0,500}?)(/?)>")
_HREF = pattern(r"\b(?:href|to|link|url)[ \t]*=[ \t]*[\"'{](?!#)")
_ANY_TAG = pattern(r"</?[A-Za-z][^<>]{0,500}>")
_OWN_ROW = pattern(r"[^\W_][^\n\[\]<>:?!.,;]{0,30}$")
_LEAST_ROWS = 2
"""The row of the page itself among those that lead to others, and how many of these there are."""

_LONGEST_CARDS = 20_000
"""Characters of a section that is looked at for cards."""

_PICTURE = pattern(r"!\[([^\[\]\n]{0,100})\]\([^()\s]{0,500}\)")
_BUTTON = pattern(
    r"\[!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\)[ \t]{0,4}\]"
    r"\((?![a-z]{2,10}:)[^()\s#]{1,300}\.(?:s?html?|php)(?:#[^()\s]{0,200})?\)",
    re.IGNORECASE,
)
"""A picture that leads to another page, as manuals have them above and below each."""

_WAY = pattern(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?\)")
_RULED = pattern(r"\|[ |:-]{2,200}\|$", re.MULTILINE)
_LABELLED = pattern(r"(?<!\w)(\w{1,40})(?:[ \t][Pp]age)?\W{0,4}:\W{0,4}$")
_ON_TEXT = """
next prev previous nächste nächster nächstes weiter vorherige vorheriges vorheriger zurück suivant suivante précédent précédente
siguiente anterior próximo próxima seguinte prossimo prossima successivo successiva precedente avanti indietro volgende vorige
nästa föregående neste forrige næste seuraava edellinen dalej następny następna wstecz poprzedni poprzednia další předchozí
ďalší predchádzajúci következő előző următor înapoi επόμενο προηγούμενο sonraki önceki следующий следующая далее предыдущий
предыдущая назад пред след наступна попередня berikutnya sebelumnya 次 前 次へ 前へ 次のページ 前のページ 戻る 进む 下一页 上一页
下一章 上一章 下一頁 上一頁 下一步 上一步 后退 前进 다음 이전
"""
_ON = frozenset(_ON_TEXT.split())
_WAYS_TEXT = """
up to back return top home main start first last back forward contents content toc index table of page section chapter document
the sommaire des matières général general generale página pagina side seite sida strona contenuti contenidos conteúdo contenido
haut accueil inhalt inhaltsverzeichnis oben hoch anfang startseite nach zum arriba subir inicio índice contenido acima início
su inizio home indice sommario omhoog inhoud upp hem innehåll op hjem opp ylös góra spis treści nahoru domů obsah fel tartalom
sus cuprins πάνω yukarı наверх вверх начало содержание оглавление уровень выше угору зміст atas 上 上へ ホーム 目次 首页 目录
起始页 上级 首頁 目錄 처음으로 위로 차례 목차
"""
_WAYS = _ON | frozenset(_WAYS_TEXT.split())
"""What leads to the page before or behind one, and these with what leads to others beside them."""

_CODE = pattern(r"[a-z]{2}(?:[-_][a-z]{2,4})?$")
_TONGUES_TEXT = """
english deutsch français francais español espanol castellano italiano português portugues brasileiro polski русский українська
čeština česky slovenčina slovensky magyar türkçe turkce nederlands svenska norsk bokmål dansk suomi ελληνικά română български
српски hrvatski slovenščina lietuvių latviešu eesti català galego euskara العربية فارسی עברית हिन्दी বাংলা தமிழ் ไทย indonesia
bahasa melayu việt tiếng 日本語 한국어 中文 简体中文 繁體中文 简体 繁體 正體中文 esperanto íslenska do brasil chinese japanese
korean german french spanish italian portuguese polish russian dutch simplified traditional
"""
_TONGUES = frozenset(_TONGUES_TEXT.split())
_LONGEST_WAYS, _LONGEST_LABEL = 1_500, 4

_LONGEST = 600
_LONGEST_BACK = 70


def leads_back(text: str) -> bool:
    """Whether a paragraph is one line that leads back to another page, and says nothing else."""
    text = text.strip()
    if "[" not in text or "\n" in text or len(text) > _LONGEST:
        return False
    said = _LINK.sub(_text, text)
    if said == text or len(said) > _LONGEST_BACK:
        return False
    arrow = _ARROW.match(text.removeprefix("["))
    return (arrow is not None or _BACK.match(text) is not None) and _AROUND.match(_LINK.sub("", text)) is not None


def is_row(text: str) -> bool:
    """Whether a paragraph is a row of links to other pages, one of which is the first page or an overview."""
    text = text.strip()
    if text[:1] not in {"[", "*", "_", "|", "-"} and not text.startswith(("\u2190", "\u00ab")):
        return False
    if "\n" in text or len(text) > _LONGEST or text.count("[") < 2:
        return False
    links = [_text(found) for found in _LINK.finditer(text)]
    if len(links) < 2 or _BETWEEN.match(_LINK.sub("", text)) is None:
        return False
    return any(not _HOME.isdisjoint(_WORDS.findall(link.casefold())[:3]) for link in links)


def leads_on(text: str) -> bool:
    """Whether a paragraph or a table says nothing but where the pages before and behind this one are, and perhaps others.

    A link says so itself, as the picture on it may, or a word in front of it: ``Next: [Kilns](kilns.html), Up: [Top](a.html)``.
    """
    if "](" not in text or len(text) > _LONGEST_WAYS:
        return False
    if text[:1].isalpha() and (word := _WORDS.match(text)) is not None and word[0].casefold() not in _WAYS:
        return False  # most paragraphs
    if text.lstrip()[:3] == "[![" and _are_buttons(text):
        return True
    said = _PICTURE.sub(r" \1 ", _RULED.sub("", text))
    ways = unnamed = at = 0
    leads = False
    for found in _WAY.finditer(said):
        before, linked = said[at : found.start()], _WORDS.findall(found[1].casefold())
        at = found.end()
        label = _LABELLED.search(before)
        words = _WORDS.findall(before.casefold())
        if not _WAYS.issuperset(words):
            return False
        own = _WAYS.issuperset(linked)
        named = label is not None and label[1].casefold() in _WAYS
        ways += len(words) + (own and bool(linked))
        leads = leads or not _ON.isdisjoint(words) or (own and not _ON.isdisjoint(linked))
        unnamed += not own and not named
    rest = _WORDS.findall(said[at:].casefold())
    leads = leads or not _ON.isdisjoint(rest)
    return leads and ways + len(rest) > 1 + unnamed and unnamed <= 1 and _WAYS.issuperset(rest)


def _are_buttons(text: str) -> bool:
    """Whether a paragraph is nothing but several pictures, each of which leads to another page of the same site."""
    found = list(_BUTTON.finditer(text))
    return len(found) > 1 and not _BUTTON.sub("", text).strip(" \t\n|\\\xa0\xb7")


def is_languages(text: str) -> bool:
    """Whether a paragraph leads to the same page in other languages: links that are names of these, and what they are called."""
    text = text.strip()
    if text.count("](") < 2 or len(text) > _LONGEST_WAYS:
        return False
    links = [found[1].casefold().strip() for found in _WAY.finditer(_PICTURE.sub("", text))]
    label, _, others = _WAY.sub("", _PICTURE.sub("", text)).rpartition(":")
    words = [*_WORDS.findall(label), *_WORDS.findall(others)]
    outside = [word for word in words if not _is_language(word.casefold())]
    return len(links) > 1 and all(map(_is_language, links)) and len(outside) <= (_LONGEST_LABEL if label else 0)


def _is_language(name: str) -> bool:
    return _CODE.match(name) is not None or (bool(name) and _TONGUES.issuperset(_WORDS.findall(name)))


def _text(found: re.Match[str]) -> str:
    return found[1] or found[2] or ""


def only_leads_on(blocks: Sequence[Block]) -> bool:
    """Whether these blocks, all that a section says, are links to other pages: rows of a list, or cards."""
    rows = [block for block in blocks if block.item is not None]
    others = [block for block in rows if block.kind != "paragraph" or _ROW.match(block.text.strip()) is None]
    own = (
        len(others) == 1 and len(rows) > _LEAST_ROWS and _OWN_ROW.match(others[0].text)
    )  # the page itself leads nowhere
    if others and not own:
        return False
    others = [block for block in blocks if block.item is None and not _is_include(block)]
    if any(block.kind not in {"paragraph", "html"} for block in others):
        return False
    text = "\n".join(block.text for block in others)
    return bool(blocks) and len(text) <= _LONGEST_CARDS and (not text or _is_cards(text))


def _is_include(block: Block) -> bool:
    """Whether a paragraph is nothing but the address of a file, as what is put in from elsewhere is written."""
    match = _FILE.match(block.text.strip()) if block.kind == "paragraph" else None
    return match is not None and match[1].replace("\\", "") == match[2]


def _is_cards(text: str) -> bool:
    """Whether a text of HTML says nothing outside of cards, or links, that lead elsewhere."""
    outside, at, opened, cards = "", 0, 0, 0
    for tag in _CARD.finditer(text):
        if not opened:
            outside += text[at : tag.start()]
        at = tag.end()
        leads = _HREF.search(tag[3]) is not None
        if tag[1]:
            opened = max(0, opened - 1)
        elif tag[4]:
            cards += leads
        elif leads or opened:
            opened, cards = opened + 1, cards + leads
    outside += text[at:]
    return cards > 0 and not opened and not _ANY_TAG.sub("", outside).strip()
