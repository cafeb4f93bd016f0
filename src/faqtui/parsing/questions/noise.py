"""What is dropped as noise, all of it: this is the one list. Everything else that a document says is kept.

- tables of contents: lists and tables whose rows are links into the page, the heading or summary above them, and the directives
  ``[TOC]``, ``[[toc]]``, ``{:toc}``, ``{toctree}``, ``{contents}``; in plain text rows nearly all of which come again as titles
- lines that only lead elsewhere: "back to top", "back to" another page, previous and next, and what other links stand on
  such a line or in such a table; links to the same page in other languages; rows of links as the first or the last thing on a
  page, one of which leads to the first page or an overview
- headings that stand on a page three times or more with nothing under them: "Discuss this question"; those at its beginning
  with nothing under them, most of which come again below: a table of contents that is written so
- in reStructuredText, links to the indices that Sphinx makes, and the titles of sections that hold but these or a `toctree`
- what DocBook puts above and below each page, and the numbers that it gives to groups of questions
- in HTML, pictures in titles beside what these say, or that say nothing in a cell beside; links of a title to itself or contents
- badges: a paragraph of nothing but images, linked or not, outside answers; in a heading that says something beside them,
  images that are linked or that a badge service draws
- what templates of HTML do and servers put something else for: ``<?php ... ?>``, ``<% ... %>``, ``{% ... %}`` between elements
- comments (HTML, and ``{/* */}`` of MDX) that are closed, ``import`` and ``export`` lines of MDX, ``script`` and ``style``
- link reference definitions, which are resolved where they are used
- links in a heading that are no more than an arrow or a sign, and the sign of a fold at an end of a title of HTML (`+`, an arrow)
- the head of a table of questions and answers; lists of attributes that stand alone, ``{: .no_toc }``
- targets of MyST, ``(name)=``, and the options of its directives, ``:class: wide``
- thematic breaks and lone closing tags between entries
- the labels ``Q:`` and ``A:``, ``**Answer**`` alone above one, numbers and bullets of list items, signs and emoji that stand for
  bullets, line breaks at the end of an answer, ``Subject:`` in digests, and what markup names: languages of fences, attributes
- headings without a word, or that are the number of the one question below them: "1", "#2"; questions answered elsewhere alone
- headings that say no more than "Answer 3" over the next question, or "Question 3" over a question and "Answer" below it
- the summary of a fold that only says that the answer follows ("Answer", "Click to expand")
- the title of a page with one question in a directory, where it says no more than "FAQ", and that of a page with nothing else
- the states that headings of Org have, and labels and tags that pages of Google Code have on top (`#labels`)
- front matter that names no title, category or tag, and metadata files
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects import shortcodes
from faqtui.markdown.inline import inline
from faqtui.markdown.line_starts import without_comments
from faqtui.markdown.tags import SCRIPT, SCRIPT_END
from faqtui.model import Link
from faqtui.parsing.questions.navigation_lines import is_languages, leads_back, leads_on
from faqtui.parsing.questions.qa_tables import asks
from faqtui.parsing.questions.wording import is_answer_title, may_begin
from faqtui.patterns import pattern

_TOC_TITLE = pattern(
    r"^\W*(?:table of contents?(?: *[-:\u2013\u2014(].{1,40})?|contents?|toc|index|on this page|"
    r"in this (?:page|article|document|guide)|"
    r"inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice|contenido|inhoud|spis treści|"
    r"\u0441\u043e\u0434\u0435\u0440\u0436\u0430\u043d\u0438\u0435|\u043e\u0433\u043b\u0430\u0432\u043b\u0435\u043d\u0438\u0435|"
    r"目录|目錄|目次|목차|"
    r"quick links|questions|summary|jump to|navigation|sections?|overview of questions)\W*$",
    re.IGNORECASE,
)
_TOC_BEGINS_TEXT = """
table content toc index on in sommaire indice conteni spis quick question summary jump navigation section overview
"""
_TOC_BEGINS = tuple(_TOC_BEGINS_TEXT.split())
_TOC_LINE = pattern(
    r"^(?:\[toc\]|\[\[_?toc_?\]\]|\{:\s*\.?toc.*\}|\{\{.*toc.*\}\}|\{%.*\btoc\b.*%\}|<toc\s*/?>|"
    r":::+\s*\{?(?:toc|contents)\}?.*|[^\n]{0,80}\n?[^\n]{0,80}\{:\s*toc[^{}]*\}|\.\. contents::.*)$",
    re.IGNORECASE,
)
_BACK = pattern(
    r"^\W*(?:(?:go |jump |scroll )?(?:up |back )?to (?:the )?(?:top|toc|table of contents?|index|list|"
    r"contents?|questions)|back|top|return to (?:the )?(?:top|index|contents?)|"
    r"(?:zurück )?nach oben|zum anfang|volver (?:arriba|al índice)|retour en haut|voltar ao topo|torna su|"
    r"(?:返回|回到)(?:顶部|頂部|目录|目錄)|"
    r"(?:先頭|トップ|目次)[へに]戻る|"
    r"(?:\u043d\u0430)?\u0432\u0435\u0440\u0445|맨 위로|"
    r"(?:\u2b06|\u2191|\u25b2|\U0001f51d)[^\w]*(?:[^\W\d]+\W*){0,4}|(?:previous|prev|next)(?: (?:page|question|"
    r"section))?(?:\W+(?:previous|prev|next|home|index).*)?)\W*$",
    re.IGNORECASE,
)
_BACK_WORDS_TEXT = """
top toc content index list question back oben anfang arriba índice haut torna prev next
顶部 頂部 目录 目錄 先頭 トップ 目次 \u0432\u0435\u0440\u0445 위로 \u2b06 \u2191 \u25b2 \U0001f51d
"""
_BACK_WORDS = tuple(_BACK_WORDS_TEXT.split())
"""One of these is in every text that `_BACK` matches: looking for them takes a tenth of the time that reading a link takes."""

_LINK = pattern(
    r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
    r"|<a\b[^<>]*>[^<]{0,500}(?:<(?!/?a\b)[^<]{0,500}){0,20}</a>",
    re.IGNORECASE,
)
_SAYING = pattern(r"\s(?:title|label|text|description)=")

_IN_PAGE = pattern(
    r"\]\(\s*<?#|\]\((?=[^()]*\))[^()\s]*\.(?:mdx?|html)(?:#[^()]*)?\)|href=[\"']?#|\]\(\.{0,2}/", re.IGNORECASE
)
_FRAGMENT = pattern(r"\]\([^()\s#]{0,500}#[^\s)]{0,500}\)|href=[\"']?[^\"'\s<>#]{0,500}#", re.IGNORECASE)
_TO_HEADING = pattern(
    r"\]\(\s*<?(?![a-z][a-z0-9+.-]*:|//)[^()\s#.]{0,500}#|href=[\"']?(?![a-z][a-z0-9+.-]*:|//)[^\"'\s<>#.]{0,500}#",
    re.IGNORECASE,
)
_TO_FILE = pattern(r"\]\(\s*<?(?![a-z][a-z0-9+.-]*:|//)[^()\s#]{0,500}#", re.IGNORECASE)
_LEADING_LINK = pattern(
    r"[ \t]*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?[ \t]{1,4})?(?:\*\*|__)?\[(?=[^\[\]\w]*\w)(?:[^\[\]]|\[[^\[\]]*\])*\]\(<?#"
)
_ROW_NUMBER = pattern(r"^[ \t]{0,20}\d{0,3}(?:\.\d{1,3}){0,3}[.)]?[ \t]{0,4}\\?$", re.MULTILINE)
"""What is left of a row on a line that ends with a break, without its link: its number."""

_IMAGE = pattern(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|<img\b[^<>]*>", re.IGNORECASE)
_TARGET_OF_LINK = r"(?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])"
_BADGE = pattern(
    rf"\[!\[[^\[\]\n]{{0,200}}\]{_TARGET_OF_LINK}[ \t]*\]{_TARGET_OF_LINK}"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\n]{0,300}(?:badge|shields\.io)[^()\n]{0,300}\)"
    r"|<a\b[^<>\n]{0,500}>\s*<img\b[^<>\n]{0,500}>\s*</a>",
    re.IGNORECASE,
)
_LONGEST_BACK = 60
_BARE_LINK = pattern(r"://|www\.|@", re.IGNORECASE)
_HIDDEN = pattern(r"\]\([^()]*\)|\]\[[^\[\]]*\]|<[^<>]*>|&#?\w+;|\{[^{}]*\}|[^\w]+")
_TAG = pattern(r"</?[A-Za-z][^<>]*>")
# None of these looks for its end past the next beginning, so that a page of open ones is read once.
_SUMMARY = pattern(r"<summary\b[^<>]*>((?:[^<]|<(?!/?summary\b)){0,200})</summary\s*>", re.IGNORECASE)
_UNSURE = pattern(r"summary|questions|navigation|section|index|jump", re.IGNORECASE)
_FOLDING = pattern(
    r"^\W*(?:(?:click|tap|press|here|to|or|and|show|hide|view|see|open|close|expand|collapse|toggle|the)\b\W*){1,8}",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_]{3}")
_NUMBER = pattern(r"(?:#|№)?\s?[0-9]{1,2}[.:)]?$")
_TARGET = pattern(r"\([^()\s]+\)=$")
_LONE_CLOSE = pattern(
    r"^(?:\s*(?:\[/details\]|</[A-Za-z][\w.]*\s*>|<br\s*/?>|<hr\s*/?>|<a\b[^>]*(?:/>|>\s*</a>)|<span\b[^>]*>\s*</span>|<>|</>|<(?:div|center|p|"
    r"section|dl|ul|Tabs)\b[^>]*>|&nbsp;))+\s*$",
    re.IGNORECASE,
)
_ATTRIBUTES = pattern(r"(?:\{:[^{}\n]{0,300}\}\s{0,9})+")
_TOC_ATTRIBUTE = pattern(r"\{:[ \t]{0,9}(?:toc|\.)[^{}\n]{0,300}\}")
_SHORTCODE_CLOSE = pattern(
    r"(?:\s*+(?:\{\{[<%]-?[ \t]*+/[ \t]*+[\w/-]++[ \t]*+-?[%>]\}\}|\{%-?[ \t]*+end[\w-]++[ \t]*+-?%\}))+$"
)


_CLOSED = pattern(r"</([A-Za-z][\w.]*)")
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_OPENS_OR_CLOSES = pattern(r"<(/?)([a-z][\w.]*)\b(?![^<>]*/>)")


def is_number(title: str) -> bool:
    """Whether a title is a number and nothing else."""
    return _NUMBER.match(title) is not None


def is_contents_title(text: str) -> bool:
    """Whether a heading announces a table of contents."""
    return may_begin(text, _TOC_BEGINS) and _TOC_TITLE.match(text) is not None


def opens_contents(block: Block) -> bool:
    """Whether a block is the beginning of a fold that holds a table of contents where one follows: its summary says no more."""
    found = _SUMMARY.search(block.text) if block.kind == "html" and len(block.text) < 400 else None
    if found is None or _TAG.sub("", block.text[: found.start()] + block.text[found.end() :]).strip():
        return False
    return announces_contents(" ".join(_TAG.sub("", found[1]).split()))


def announces_contents(summary: str, *, surely: bool = False) -> bool:
    """Whether the summary of a fold may announce a table of contents: "Contents", "Click to show".

    With `surely` it can announce nothing else.
    """
    title = _FOLDING.sub("", summary, count=1)
    if surely:
        return is_contents_title(title) and _UNSURE.search(title) is None
    return not title or is_contents_title(title)


def without_summary(text: str) -> str:
    """The text of an HTML block without a summary that announces a table of contents and nothing else."""
    found = _SUMMARY.search(text)
    if found is None or not announces_contents(" ".join(_TAG.sub("", found[1]).split()), surely=True):
        return text
    return text[: found.start()] + text[found.end() :]


def is_back_link(text: str, *, alone: bool = False) -> bool:
    """Whether a line of Markdown only leads back to the top, or to the page before or after, or back to another.

    Where it is `alone`, "back to" another page may be what is said.
    """
    text = text.strip()
    if len(text) > 800 or ("\n" in text and (not text.startswith("<") or text.count("\n") > 5)):
        return False
    if not alone and leads_back(text):
        return True
    if "[" not in text and "<" not in text and (_BARE_LINK.search(text) is None or len(text.split()) < 2):
        return False
    if "&" not in text and not _leads(text.lower()):
        return False
    if len(text) > 2 * _LONGEST_BACK and len(_HIDDEN.sub("", text)) > 2 * _LONGEST_BACK:
        return False  # a paragraph, which need not be read more closely
    plain, links = inline(text)
    plain = " ".join(plain.split())
    if not links or links[0].url.startswith("mailto:") or len(plain) >= _LONGEST_BACK:
        return False
    return _BACK.match(plain) is not None or (_BACK.match(links[0].text) is not None and _is_only(plain, links))


def _leads(lower: str) -> bool:
    for word in _BACK_WORDS:  # noqa: SIM110 - a generator takes twice as long, and this is asked of each block
        if word in lower:
            return True
    return False


def _is_only(plain: str, links: Sequence[Link]) -> bool:
    """Whether a line says nothing but what its links do."""
    for link in links:
        plain = plain.replace(link.text, "", 1)
    return not any(char.isalnum() for char in plain)


def without_badges(heading: str) -> str:
    """A heading's text without its badges; all of it where nothing else would be left."""
    rest = _BADGE.sub("", heading)
    if rest == heading or not re.search(r"\w", _TAG.sub("", rest)):
        return heading
    size = 0
    while size != len(rest):
        size = len(rest)
        rest = rest.rstrip().rstrip("\xb7|\u2022").removesuffix("&middot;").removesuffix("&nbsp;")
    return re.sub(r"<sup>\s*</sup>", "", rest).strip()


def is_noise(block: Block) -> bool:
    """Whether a block outside answers is noise by itself."""
    kind = block.kind
    if kind in {"comment", "import", "definition", "rule"}:
        return True
    text = block.text.strip()
    if kind == "raw":
        *closed, rest = SCRIPT_END.split(text)
        return bool(closed) and not rest.strip() and all(SCRIPT.match(part.lstrip()) for part in closed)
    if kind == "directive":
        return not block.info or is_contents_line(f":::{block.info}") or "toctree" in block.info
    if kind == "table":
        return leads_on(text) or (text.count("\n") < 2 and asks(text.partition("\n")[0]))
    if kind in {"paragraph", "html"}:
        if _is_prose(text):
            return False
        if is_contents_line(text) or is_back_link(text) or _is_lone(text) or _is_around(text):
            return True
        if is_attributes(text):
            return True
        if text.startswith("{") and (_SHORTCODE_CLOSE.match(text) or shortcodes.opens_group(text)):
            return True
        if "![" in text or "<img" in text.lower():
            rest = _LINK.sub("", _IMAGE.sub("", text))
            return not _TAG.sub("", rest).strip(" \t\n|\xb7\u2022-")
        if kind == "html" and "<summary" in text:
            text = without_summary(text)
            if "{:" in text and _TOC_ATTRIBUTE.search(text):
                return is_contents_title(_TOC_ATTRIBUTE.sub("", _TAG.sub("", text)).strip(" \t\n0123456789.*+-"))
        if kind == "html" and "<!--" not in text:
            return not _TAG.sub("", text).strip() and "alt=" not in text and not any(map(_says, _TAG.findall(text)))
    return False


def _is_around(text: str) -> bool:
    """Whether a paragraph or a table leads to the pages before and behind this one, or to the page in other languages."""
    return "](" in text and (leads_on(text) or is_languages(text))


def is_attributes(text: str) -> bool:
    """Whether a text is a list of attributes for what stands above it and nothing else: ``{: .no_toc }``."""
    return text.startswith("{:") and _ATTRIBUTES.fullmatch(text) is not None


def is_contents_line(text: str) -> bool:
    """Whether a paragraph is a directive that stands for a table of contents."""
    if len(text) >= 300:
        return False
    lower = text.lower()
    return ("toc" in lower or "contents" in lower) and _TOC_LINE.match(text) is not None


def _is_lone(text: str) -> bool:
    """Whether a paragraph is only tags that are empty or close something, or the target of a link."""
    begun = text.lstrip()
    if begun.startswith(("<", "[/", "&nbsp;")):
        return _LONE_CLOSE.match(text) is not None
    return text.startswith("(") and _TARGET.match(text) is not None


def _is_prose(text: str) -> bool:
    """Whether a paragraph has none of the signs that noise is told by: most have not."""
    return (
        text[:1].isalnum()
        and "[" not in text
        and "<" not in text
        and "@" not in text
        and "://" not in text
        and "{:" not in text
        and "www." not in text.lower()
    )


def _says(tag: str) -> bool:
    """Whether a tag says something by itself, as ``<Card title="Guide" />`` does."""
    return tag.endswith("/>") and tag[1:2].isupper() and _SAYING.search(tag) is not None


def is_contents_block(block: Block, *, titled: bool = False) -> bool:
    """Whether a list item's paragraph or a table is part of a table of contents: links into the page, little else.

    Where it is `titled` as one, addresses with a fragment lead into the page too: it is published there.
    """
    text = block.text
    if "](" not in text and "href" not in text.lower():
        return False  # no link: most paragraphs
    if "<!--" in text:
        text = without_comments(text)
    in_page = _FRAGMENT if titled and not _IN_PAGE.search(text) else _IN_PAGE
    if block.kind == "table":
        rows = text.split("\n")[2:]
        return bool(rows) and sum(1 for row in rows if in_page.search(row) and _LINK.search(row)) >= 0.6 * len(rows)
    if block.kind not in {"paragraph", "html"} or not in_page.search(text):
        return False
    if titled and all(map(_LEADING_LINK.match, text.split("\n"))):
        return True
    if block.kind == "html" and "<summary" in text:
        text = without_summary(text)
    rest = _TAG.sub("", _LINK.sub("", text))
    if "\\" in rest:
        rest = _ROW_NUMBER.sub("", rest)
    return len(rest.strip(" \t\n-*_+.0123456789()|:\xb7\u2022")) <= max(3, len(text) * 0.06) and not _WORD.search(rest)


def is_contents_row(block: Block, *, by_file: bool = False) -> bool:
    """Whether a block outside answers is part of a table of contents that nothing announces: each row leads to a heading.

    A row that leads to another page, or a table that says more, may be all that is said of it. Where its address names a file
    this may be another page: it is such a row `by_file` only.
    """
    if not is_contents_block(block) or (_TO_FILE if by_file else _TO_HEADING).search(block.text) is None:
        return False
    return block.kind != "table" or _WORD.search(_TAG.sub("", _LINK.sub("", block.text.partition("\n")[2]))) is None


def elements(text: str) -> Iterator[tuple[str, bool]]:
    """The HTML elements that a text opens or closes, in order: their names, and whether it closes them."""
    tags = _OPENS_OR_CLOSES.finditer(text.lower())
    return ((found[2], bool(found[1])) for found in tags if found[2] not in _VOID)


def leads_into_page(block: Block) -> bool:
    """Whether a row of a list is one link to a heading of the same page."""
    return is_contents_block(block) and leads_in(block.text)


def leads_in(line: str) -> bool:
    """Whether a line begins with a link to a heading of the same page."""
    return _LEADING_LINK.match(line) is not None


def trims_answer(block: Block, *, alone: bool = False) -> bool:
    """Whether a block at the end of an answer does not belong to it; one that is there `alone` may say where to go back to."""
    if block.kind == "heading":
        return is_answer_title(block.text)
    if block.kind in {"rule", "comment", "definition", "import"}:
        return True
    if block.kind in {"paragraph", "html"} and not _is_prose(block.text):
        return (
            (not alone and is_contents_line(block.text))
            or _is_lone(block.text)
            or is_back_link(block.text, alone=alone)
            or _is_around(block.text)
        )
    if block.kind == "table":
        return _is_around(block.text)
    return False


class Opened:
    """Which elements the lines of an answer leave open, asked from its end upward; `first` is the number of the first."""

    def __init__(self, first: int, lines: Sequence[str]) -> None:
        self._tags: list[tuple[int, str, int]] = []
        self._open: Counter[str] = Counter()
        text = "\n".join(lines).lower()
        line, seen = first, 0
        for found in _OPENS_OR_CLOSES.finditer(text):
            line += text.count("\n", seen, found.start())
            seen = found.start()
            self._tags.append((line, found[2], -1 if found[1] else 1))
            self._open[found[2]] += self._tags[-1][2]

    def are_closed_by(self, text: str, line: int) -> bool:
        """Whether tags in `text`, which begins on this line, close elements that the lines above have opened and not closed."""
        while self._tags and self._tags[-1][0] >= line:
            _, name, change = self._tags.pop()
            self._open[name] -= change
        return any(self._open[name.lower()] > 0 for name in _CLOSED.findall(text))
