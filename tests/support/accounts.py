"""The words of documents and where they went: which lines are in no entry, title or text, and what is there too often.

Of markup the words of tags, labels and numbers are left out of account, on both sides: answers are kept as they are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from faqtui.markdown.dialects.emoji_names import shown
from faqtui.model import Document, Library

FRONT = re.compile(
    r"\A\s*(?:---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$|\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*$)", re.DOTALL | re.MULTILINE
)
HIDDEN = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}|<(script|style)\b.*?</\1>", re.DOTALL)
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s.*$", re.MULTILINE)
TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{\{[<%].*?[>%]\}\}|\{%.*?%\}")
SAID_BY_A_TAG = re.compile(
    r"(?:title|header|label|summary|question|q|answer|a|content|body)=\{?(?:\w+\()?(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)|[%<]-?\s*\w+\s+\"([^\"]*)\""
)
LABEL = re.compile(
    r"^[\W_]*(?:q|a|question|answer|pytanie|odpowiedź|\u95ee|\u7b54)[ \t]*[#-]?[0-9]{0,3}[*_]*[.:)\uff1a\u3001][*_]*",
    re.IGNORECASE,
)
KEYWORD = re.compile(r"^[ >]*(?:\?\?\?\+?|:::+)\s*\{?(?:question|details|dropdown)\}?")
NUMBER = re.compile(r"^[\s>*_+#-]*(?:[0-9]{1,3}[.:)\uff0e\u3001]+)+(?:\s|\*\*|(?=\D))")
WORD = re.compile(r"\w+")


def visible(text: str) -> str:
    """A document without front matter, comments, scripts and link reference definitions, on the lines that it had."""
    for pattern in (FRONT, HIDDEN, DEFINITION):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    return text


def words(line: str) -> Counter[str]:
    """The words of a line of Markdown, those of tags, labels and numbers left out."""
    said = " ".join(piece for tag in TAG.findall(line) for pieces in SAID_BY_A_TAG.findall(tag) for piece in pieces)
    bare = NUMBER.sub(" ", LABEL.sub(" ", KEYWORD.sub(" ", TAG.sub(" ", line))), count=1)
    found = (word.strip("_").casefold() for word in WORD.findall(f"{bare} {said}"))  # emphasis begins and ends words
    return Counter(word for word in found if word)


def kept_words(library: Library) -> Counter[str]:
    """The words of all entries, at each place where they stand, and of all texts."""
    kept: Counter[str] = Counter()
    for text in _texts(library):
        for line in visible(text).split("\n"):
            kept += words(line)
    return kept


def _texts(library: Library) -> Iterator[str]:
    for entry in library.entries:
        for _ in (entry.source, *entry.also_at):
            yield entry.question_markdown
            yield entry.answer
    yield library.text
    for node in library.categories:
        yield node.text


def noise(documents: Sequence[Document], library: Library) -> list[str]:
    """The lines of documents, each with its number, of which words are in no entry, title or text: only noise may be."""
    titles = [library.title, *[title for node in library.categories for title in node.path]]
    named = {" ".join(sorted(words(title).elements())) for title in titles}
    places = [place for entry in library.entries for place in (entry.source, *entry.also_at)]
    own = [library.introduction, *[node.introduction for node in library.categories]]
    places += [place for text in own if text is not None for place in text.sources]
    inside = {(place.path, line) for place in places for line in range(place.start_line, place.end_line + 1)}
    lines = [
        (document.path, number, line)
        for document in documents
        for number, line in enumerate(visible(document.text).split("\n"), 1)
    ]
    # What is in an entry by its place is looked for there first: a table of contents has the same words.
    lines.sort(key=lambda place: place[:2] not in inside)
    left = kept_words(library)
    found: list[tuple[str, int, str]] = []
    for path, number, line in lines:
        own_words = words(line)
        as_title = " ".join(sorted(words(shown(line)).elements()))
        if own_words - left and as_title not in named:
            found.append((path, number, line.strip()))
        left -= own_words
    return [f"{path}:{number}: {line}" for path, number, line in sorted(found)]


def too_often(documents: Sequence[Document], library: Library) -> Counter[str]:
    """The words that entries and texts have more often than their documents."""
    written: Counter[str] = Counter()
    for document in documents:
        for line in document.text.split("\n"):
            written += words(line)
    return kept_words(library) - written
