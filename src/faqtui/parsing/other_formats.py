"""What is not Markdown: asks `faqtui.formats` for Markdown or questions, and puts what comes of them back to the file's lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from faqtui.letters import ASKS
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.model import Diagnostic, Document, Source
from faqtui.parsing import index_pages
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.front_matter import ABOVE, BETWEEN, FOLLOWING, LISTED
from faqtui.parsing.questions.around import is_closing_title, says_where
from faqtui.parsing.questions.candidates import most_questions
from faqtui.parsing.questions.introductions import STYLE
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from faqtui.formats import Asked, Converted

MARKDOWN = (".md", ".mdx", ".markdown", ".mdown")
"""Suffixes of files that are Markdown whatever is in them."""

_OF_MARKDOWN = frozenset(
    {
        "heading-space",
        "skipped-level",
        "list-marker",
        "inline-fence",
        "unclosed-fence",
        "bare-url",
        "unknown-admonition",
    }
    | {"front-matter-invalid", "front-matter-shape", "yaml-tab"}
)
"""Codes about how Markdown is written, which the author of another format did not write."""


ANSWERS = frozenset(
    """
    answer answers a response reply acceptedanswer suggestedanswer solution resolution fix faqanswer answertext
    respuesta antwort réponse reponse risposta antwoord resposta svar odpowiedź odpověď vastaus válasz cevap răspuns ответ
    відповідь trảlời jawaban 答案 回答 答 답변 جواب إجابة الجواب الإجابة תשובה उत्तर คำตอบ completion ans
    answere answ traloi odpowiedz odpoved odpoveď valasz raspuns odgovor απάντηση پاسخ отговор atsakymas vastus উত্তর
    yanit yanıt contestación contestacion 解答 答え
    """.split()  # noqa: SIM905 - as `faqtui.formats.data.data_names` has them, which no page without one of them needs
)
"""Names of front matter under which a page has its answer."""

_LONGEST_CLOSING = 1_200
"""Characters of what says where to ask others."""

_PLACE = pattern(r"^line (\d{1,9}): | \(at line (\d{1,9}), column \d{1,9}\)$")
"""How readers of data name a place in what they say."""

_SELDOM = frozenset({"JSON", "YAML", "TOML", "HTML", "CSV", "TSV"})
"""Formats of files that are mostly something else than content."""


def converted(document: Document) -> Converted | None:
    """A document of another format; None for Markdown and plain text."""
    if document.path.lower().endswith(MARKDOWN):
        return None  # most are, and then nothing is imported
    from faqtui.formats import convert

    return convert(document.path, document.text)


def in_front_matter(data: Mapping[str, Any], lines: Sequence[str], below: Sequence[Section]) -> list[Section]:
    """The questions that front matter holds for a template to show; `lines` are its lines.

    What the sections `below` ask and answer too, stands there for search engines.
    """
    if not any(key.lower() in {"faq", "faqs", "questions"} or _may_answer(value, 0) for key, value in data.items()):
        return []
    from faqtui.formats.data.data_front_matter import of_front_matter

    again = {_folded(without_list(section.question)) for section in below if section.lines}
    return [_section(asked) for asked in of_front_matter(lines, data) if _folded(asked.question) not in again]


def _folded(question: str) -> str:
    return "".join(filter(str.isalnum, question.casefold()))


def _may_answer(value: object, depth: int) -> bool:
    """Whether a value of front matter is a mapping with an answer or a question, or holds one, as its first few items tell."""
    if depth > _DEEPEST or not isinstance(value, (list, dict)):
        return False
    below = value[:_FEW] if isinstance(value, list) else value.values()
    if isinstance(value, dict) and any(
        _plain(str(key)) in ANSWERS or (isinstance(said, str) and said.rstrip().endswith(ASKS))
        for key, said in value.items()
    ):
        return True
    return any(_may_answer(item, depth + 1) for item in below)


def _plain(key: str) -> str:
    return key.casefold().replace("_", "").replace("-", "").replace(" ", "")


_DEEPEST, _FEW = 5, 8
"""How deep questions stand in front matter, and how many sections of a page may come before them."""


def answered_in_front_matter(data: Mapping[str, Any], lines: Sequence[str]) -> Section | None:
    """The question of a page that front matter asks and answers by itself; `lines` are its lines."""
    if not any(_plain(key) in ANSWERS for key in data):
        return None
    from faqtui.formats.data.data_front_matter import of_answered_page

    asked = of_answered_page(lines)
    return _section(asked) if asked is not None else None


def tell_below(segments: Segments) -> None:
    """Make text of an article, or of its parts, where the questions about it stand in its front matter."""
    parts = [section for section in segments.sections if section.style in {"heading", "page"}]
    segments.sections = [section for section in segments.sections if section not in parts]
    for part in parts:
        titled = part.style == "heading" and part.question.casefold() != segments.title.casefold()
        title = [(part.start, f"## {part.question}"), (part.start, "")] if titled else []
        segments.introductions.append(Section("", part.start, part.end, title + part.lines, part.path, STYLE))
    segments.introductions.sort(key=lambda text: text.start)


def above(answered: Section, sections: Sequence[Section]) -> Section:
    """The answer that front matter has, and below it what the page itself says."""
    lines, end = list(answered.lines), answered.end
    for section in sections:
        if section.lines:
            lines += [(lines[-1][0], ""), *section.lines]
            end = max(end, section.end)
    return Section(answered.question, answered.start, end, lines, (), answered.style)


def segments(found: Converted, characters: int) -> Segments:
    """What a format marked as questions, as what a page is cut into; `characters` is how long the file is.

    Where there are more than `most_questions`, those that follow are text of the last.
    """
    asked, texts = _without_closing(found)
    most = most_questions(characters)
    sections = [_section(one) for one in asked[:most]]
    left: dict[str, int] = {}
    if len(asked) > most:
        last = sections[-1]
        left[last.style] = asked[most].start
        for one in asked[most:]:
            said = [(one.start, ""), (one.start, one.question), (one.start, ""), *one.lines]
            last.lines += said if last.lines else said[1:]
            last.end = max(last.end, one.end)
    return Segments(found.title, sections, [_section(text) for text in texts], left=left)


def _without_closing(found: Converted) -> tuple[list[Asked], list[Asked]]:
    """The questions without titles beside them that only say where to ask others, and the texts with these among them."""
    asked, texts = found.asked or [], found.texts
    closing = [one for one in asked if one.beside and is_closing_title(one.question) and _is_where(one)]
    if not closing:
        return asked, texts
    said = [
        replace(one, question="", lines=[(one.start, f"## {one.question}"), (one.start, ""), *one.lines])
        for one in closing
    ]
    return [one for one in asked if one not in closing], sorted([*texts, *said], key=lambda text: text.start)


def _is_where(one: Asked) -> bool:
    text = "\n".join(line for _, line in one.lines)
    return len(text) <= _LONGEST_CLOSING and says_where(text)


def _section(asked: Asked) -> Section:
    return Section(asked.question, asked.start, asked.end, asked.lines, asked.path, "data" if asked.question else STYLE)


def placed(page: ReadPage, document: Document, found: Converted) -> ReadPage:
    """A page that was read from what a document became, with all its places in the document's own lines."""
    if found.asked is None:
        numbers = found.numbers or [0]
        last = len(numbers) - 1
        places = [1, *(number + 1 for number in numbers)]

        def line_of(line: int) -> int:
            return numbers[min(line - 1, last)] + 1

        own = [d._replace(line=line_of(d.line)) for d in page.diagnostics if d.code not in _OF_MARKDOWN]
        page = replace(
            page,
            drafts=[_moved(draft, numbers, places) for draft in page.drafts],
            introductions=[_moved(draft, numbers, places) for draft in page.introductions],
            diagnostics=[*document.diagnostics, *own],
            headings=[(text, line_of(line)) for text, line in page.headings],
            explicit={name: line_of(line) for name, line in page.explicit.items()},
        )
    if found.anchors:
        own_names = {name: line + 1 for name, line in found.anchors.items()}
        page = replace(page, explicit={**own_names, **page.explicit})
    if found.listed or found.following or found.above:
        rows = [*page.matter.words(LISTED), *(f"{target}{BETWEEN}{title}" for target, title in found.listed)]
        said = {LISTED: rows, FOLLOWING: found.following, ABOVE: found.above}
        said = {key: value for key, value in said.items() if value}
        page = replace(page, matter=page.matter._replace(data={**page.matter.data, **said}))
    if found.beyond is not None:
        told = [d for d in page.diagnostics if d.code != "too-dense"]
        page = replace(page, diagnostics=[*told, diagnostic("too-dense", document.path, found.beyond + 1)])
    named = document.path.count("/") + 1 <= document.root
    if found.problem and (named or ("question" in document.text and "answer" in document.text)):
        return replace(page, diagnostics=[*document.diagnostics, _problem(document, found)])
    if found.problem:  # data like any other
        return replace(page, drafts=[], introductions=[], diagnostics=document.diagnostics)
    if not page.drafts and not named and found.format in _SELDOM:
        # It was looked into because it could have held questions.
        told = [d for d in page.diagnostics if d.code not in {"no-entries", "outside-text"}]
        return replace(page, diagnostics=told, introductions=page.introductions if index_pages.lists(page) else [])
    return page


def _moved(draft: Draft, numbers: Sequence[int], places: Sequence[int]) -> Draft:
    """A draft at the places (from 1) that its lines come from."""
    source, said = draft.source, draft.said
    within = numbers[source.start_line - 1 : source.end_line] or [0]
    text_lines = tuple([places[line] for line in said.text_lines])
    body = said._replace(text_lines=text_lines, lines=tuple([places[line] for line in said.lines]))
    return replace(draft, source=Source(source.path, min(within) + 1, max(within) + 1), body=body)


def _problem(document: Document, found: Converted) -> Diagnostic:
    """What is wrong with data, at the place that their reader named."""
    place = _PLACE.search(found.problem)
    line = min(int(place[1] or place[2]), document.text.count("\n") + 1) if place else 1
    said = _PLACE.sub("", found.problem)
    return diagnostic("data-invalid", document.path, line, f"this {found.format} is not read: {said}")
