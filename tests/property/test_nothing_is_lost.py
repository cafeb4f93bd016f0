"""Each word of a document is in exactly one place: an entry, a title, the text of a category or of the library, or noise.

What is noise in the fixtures stands beside them, in `golden/entries`; it is checked where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from faqtui import sources
from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from support.accounts import noise, too_often
from support.documents import Writer, expected_words, is_title_alone
from support.places import GOLDEN, ROOT, SHARED, TESTS

OTHERS = {".yml", ".yaml", ".json", ".jsonl", ".toml", ".html", ".htm", ".rst", ".adoc", ".asciidoc", ".org"} | {
    ".wiki",
    ".mediawiki",
    ".wikitext",
    ".csv",
    ".tsv",
}
"""Formats whose markup has words of its own: `test_formats.py` beside this asks for theirs."""

FIXTURES = sorted(path for path in (GOLDEN / "entries").iterdir() if path.suffix not in OTHERS)
OURS = [ROOT / "content", TESTS / "tui" / "ferry.md", TESTS / "tui" / "bakery.md"]
THEIRS = [
    path
    for folder in (SHARED / "seeds", SHARED / "faults" / "parsing")
    for path in (sorted(folder.iterdir()) if folder.is_dir() else ())
    if path.suffix not in OTHERS and path.name != "README.md"
]

NOISE = {
    "02-checklist-bold.md": [1],  # a title that names no subject
    "06-question-with-followups.md": [5],  # the title, for which the front matter has another
    "12-toc-table-in-details.md": [3, 7, 10, 13, 14],  # a table of contents
    "18-braces-round-a-title.mdx": [1],  # an import
    "19-callout-faq.md": [3, 6],  # the word of a callout
    "19-discourse-details.md": [3, 5, 7, 9],  # the word of a fold
    "19-exported-array.mdx": [1, 2, 3],  # the names of a constant and of its keys
    "20-wordpress-readme.txt": [2, 3, 4, 5],  # the particulars of a plugin
}
"""Of files of `THEIRS` that have noise: the lines of which some word is no word of the FAQ."""


def read(path: Path) -> list[Document]:
    files, _ = sources.read([str(path)])
    return [sources.decode(file) for file in files if Path(file.path).suffix not in OTHERS]


@pytest.mark.parametrize("path", [*FIXTURES, *OURS, *THEIRS], ids=lambda path: path.name)
def test_no_word_of_a_fixture_is_in_two_places(path: Path) -> None:
    documents = read(path)
    assert dict(too_often(documents, parse_library(documents))) == {}


@pytest.mark.parametrize("path", [*OURS, *THEIRS], ids=lambda path: path.name)
def test_only_noise_is_in_no_place(path: Path) -> None:
    documents = read(path)
    numbers = [int(re.findall(r":(\d+): ", line)[0]) for line in noise(documents, parse_library(documents))]
    assert numbers == NOISE.get(path.name, [])


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the files of `THEIRS` beside the project")
def test_of_a_constant_and_of_callouts_only_the_markup_is_in_no_place() -> None:
    """`NOISE` names their lines, which hold questions and answers too: those are entries."""
    for name, asked in [("19-callout-faq.md", 2), ("19-discourse-details.md", 2), ("19-exported-array.mdx", 2)]:
        library = parse_library(read(SHARED / "faults" / "parsing" / name))
        assert len(library.entries) == asked
        assert library.entries[0].question == "When is the invoice sent?"


def places(library: Library) -> Counter[str]:
    """How often each numbered word is shown; a title that is a question too, or that of a category and the library, once."""
    questions = {entry.question for entry in library.entries}
    titles = {library.title, *[title for node in library.categories for title in node.path]} - questions
    texts = [f"{entry.question_markdown}\n{entry.answer}" for entry in library.entries for _ in (0, *entry.also_at)]
    texts += [library.text, *[node.text for node in library.categories], *titles]
    return Counter(word for text in texts for word in re.findall(r"word\d+", text))


def document(path: str, text: str) -> Document:
    return sources.decode(sources.RawFile(path, text.encode("utf-8", "surrogatepass"), 1))


relaxed = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@relaxed
@given(st.integers(0, 10**9))
def test_every_word_of_a_document_is_in_one_place(seed: int) -> None:
    text = Writer(Random(seed)).document()
    found = places(parse_library([document("faq.md", text)]))
    assert expected_words(text) - set(found) == set()
    assert [word for word, times in found.items() if times > 1] == []


@relaxed
@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=5))
@example([0, 0, 0, 83])  # a page whose first heading is that of a table of contents
@example([0, 0, 0, 21369])  # the same above a question without an answer
@example([0, 3083])  # a fold that nothing follows but a rule
@example([0, 1586257])  # a title above the target of a link alone
def test_every_word_of_a_directory_is_in_one_place(seeds: list[int]) -> None:
    documents = []
    number = 0
    for place, seed in enumerate(seeds):
        writer = Writer(Random(seed), first=number)
        documents.append(document(f"faq/{'ab'[place % 2]}/{place}.md", writer.document()))
        number = writer.number
    found = places(parse_library(documents))
    expected = [expected_words(each.text) for each in documents if not is_title_alone(each.text)]
    assert set().union(*expected) - set(found) == set()
    assert [word for word, times in found.items() if times > 1] == []
