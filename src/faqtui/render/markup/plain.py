"""Answers of which no rule of Markdown has to be asked: paragraphs of words, code in a line, and links written whole.

The first answer of a session is most often one of these, and markdown-it takes longer to import than all that paints it.
What is read here is read by `faqtui.render.markup.parse` to the same blocks; what is doubtful is left to it.
"""

from __future__ import annotations

from faqtui.patterns import pattern
from faqtui.render.nodes import NOWHERE, Block, Blocks, LinkData, Paragraph, Span

_LONGEST = 4_096
"""Characters of an answer that is looked at; a longer one is hardly ever nothing but this."""

_WORDS = r"(?:[^\W_]|[ ,.;!?'\"()/%+\u2013\u2014\u2018\u2019\u201c\u201d-]|:(?= |\n|$))"
"""Characters that stand for themselves wherever they stand in a line."""

_TEXT = pattern(rf"(?:{_WORDS}|\n(?=[^\W\d_]|\[\w))*")
"""Lines of them: one that begins with another character may begin a list, a heading, a table ..."""

_MARKED = pattern(
    r"(?<!`)`([^`\s](?:[^`\n\t]*[^`\s])?)`(?!`)|(?<!!)\[([^\W_](?:[^\[\]`\n]*[^\W_])?)\]\((https?://[A-Za-z0-9./#?_-]+)\)"
)
"""Code, or a link with its text and its address."""


def plain_answer(markdown: str) -> Blocks | None:
    """The blocks of an answer that is plain; None where markdown-it has to say what it is."""
    if not 0 < len(markdown) <= _LONGEST or "www." in markdown:
        return None
    links: list[LinkData] = []
    blocks: list[Block] = []
    begin = 0
    for text in markdown.split("\n\n"):
        spans = _spans(text, begin, links)
        if spans is None:
            return None
        blocks.append(Paragraph(spans))
        begin += len(text) + 2
    return Blocks(markdown, blocks, links)


def _spans(text: str, begin: int, links: list[LinkData]) -> list[Span] | None:
    """The spans of a paragraph that stands at `begin`; its links are added. None where it is more than plain."""
    if not (text[:1].isalpha() or text[:1] == "[") or " \n" in text or text.endswith(" "):
        return None
    spans: list[Span] = []
    done = 0
    for match in _MARKED.finditer(text):
        if not _add(spans, text[done : match.start()], begin + done):
            return None
        if match[1] is not None:
            spans.append(Span(match[1], "code", begin + match.start(1), begin + match.end(1)))
        else:
            if not _add(spans, match[2], begin + match.start(2), "link", len(links)):
                return None
            links.append(LinkData(match[2], match[3], begin + match.start(3), begin + match.end(3)))
        done = match.end()
    return spans if _add(spans, text[done:], begin + done) else None


def _add(spans: list[Span], text: str, begin: int, style: str = "", link: int = NOWHERE) -> bool:
    """Add running text; False where it is more."""
    if _TEXT.fullmatch(text) is None:
        return False
    if text:
        spans.append(Span(text.replace("\n", " "), style, begin, begin + len(text), link))
    return True
