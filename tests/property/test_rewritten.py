"""A FAQ that is written in another way is the same FAQ: as many questions, with the same words, in groups as deep.

Each way of writing is tried on a quarter of the fixtures, another for each; `FAQTUI_ALL_FIXTURES` has it tried on all.
"""

from __future__ import annotations

import os
import re
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import faqtui

FIXTURES = Path(__file__).parents[1] / "golden" / "entries"
TEXTS = {".md", ".mdx", ".txt", ".rst", ".adoc", ".org", ".wiki", ".mediawiki", ".wikitext", ".html"}
MARKDOWN = {".md", ".mdx"}
QUARTERS = 1 if os.environ.get("FAQTUI_ALL_FIXTURES") else 4


def each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change the lines that are neither of front matter nor code."""

    def changed(text: str) -> str:
        made: list[str] = []
        code, number, lines = False, 0, text.split("\n")
        if lines[0] == "---" and "---" in lines[1:]:
            number = lines.index("---", 1) + 1
            made = lines[:number]
        for line in lines[number:]:
            if re.match(r"[ \t>]*(```|~~~)", line):
                code = not code
                made.append(line)
            else:
                made.append(line if code or line.startswith(("    ", "\t")) else change(line))
        return "\n".join(made)

    return changed


def marks(mark: str) -> Callable[[str], str]:
    asked = re.compile(r"(?<=[^\s?=])\?(?=[\s*_\"')\]<:]|$)")
    return each_line(lambda line: asked.sub(mark, line))


def on_headings(change: Callable[[str], str]) -> Callable[[str], str]:
    return each_line(lambda line: change(line) if re.match(r"#{2,6} +[^\s#]", line) else line)


def html_heading(found: re.Match[str]) -> str:
    level = len(found[1])
    return f"<h{level}>{found[2]}</h{level}>"


def with_contents(text: str) -> str:
    """The text with a table of contents below its title, where it has one and several headings below that."""
    rows = [
        "{}- [{}](#{})".format(
            "  " * (len(found[1]) - 2), found[2].strip(), re.sub(r"[^\w-]", "", found[2].lower().replace(" ", "-"))
        )
        for found in re.finditer(r"(?m)^(#{2,6}) +([^\[\]\n#]+)#*$", text)
    ]
    title = re.search(r"(?m)\A# .*$", text)
    if title is None or len(rows) < 3 or "```" in text:
        return text
    return "\n".join([title[0], "", "## Table of contents", "", *rows, text[title.end() :]])


WAYS: dict[str, tuple[Callable[[str], str], set[str]]] = {
    "question marks of Arabic": (marks("\u061f"), TEXTS),
    "question marks of full width": (marks("\uff1f"), TEXTS),
    "parted accents": (lambda text: unicodedata.normalize("NFD", text), TEXTS),
    "line ends of Windows": (lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"), TEXTS),
    "blanks at the ends of lines": (each_line(lambda line: f"{line} " if line.strip() else line), MARKDOWN),
    "bold with underscores": (
        each_line(lambda line: re.sub(r"(?<!\*)\*\*([^*\n]+)\*\*(?!\*)", r"__\1__", line)),
        MARKDOWN,
    ),
    "bullets of another kind": (each_line(lambda line: re.sub(r"^( *)[-*] (?=\S)", r"\1+ ", line)), MARKDOWN),
    "headings that are closed": (on_headings(lambda line: f"{line.rstrip()} {line.partition(' ')[0]}"), MARKDOWN),
    "headings with attributes": (
        on_headings(lambda line: line if line.rstrip().endswith(("#", "}")) else f"{line.rstrip()} {{#here}}"),
        MARKDOWN,
    ),
    "rules above headings": (on_headings(lambda line: f"\n---\n\n{line}"), MARKDOWN),
    "anchors above headings": (on_headings(lambda line: f'<a id="here"></a>\n\n{line}'), MARKDOWN),
    "headings of HTML": (
        each_line(lambda line: re.sub(r"^(#{2,6}) +([^`*\[<{]*?)[ #]*$", html_heading, line)),
        MARKDOWN,
    ),
    "a table of contents": (with_contents, MARKDOWN),
    "where to ask more": (
        lambda text: (
            f"{text.rstrip()}\n\n## Still have questions?\n\nJoin [us](https://example.org) or open an issue.\n"
        ),
        MARKDOWN,
    ),
    "when it changed": (lambda text: f"{text.rstrip()}\n\n---\n\n*Last updated: May 2024*\n", MARKDOWN),
    "where to edit it": (lambda text: f"{text.rstrip()}\n\n[Edit this page](https://example.org/edit)\n", MARKDOWN),
}

LEVELS = {"question-a-level-too-high.md", "numbers-below-numbers.md", "numbers-across-levels.md"}
"""Fixtures in which the levels of headings are of more than one sort: one more heading tells otherwise."""

NOT = {
    "headings of HTML": LEVELS
    | {"code-in-tags-around-it.md"}  # what is changed is that code
    | {"labelled-titles-go-on.md", "labels-that-count-in-headings.md", "letters-that-tell.md"}  # labels of lines
    | {"counted-on-a-lower-level.md", "faults.md", "headings-in-lists.md", "labels-behind-outline-numbers-bold.md"},
    "a table of contents": LEVELS
    | {
        "folded-groups.md",
        "overlines.md",
        "subtitles-german.md",
        "title-among-categories.md",
        "wiki.md",
        *("contents-in-groups.md", "contents-that-only-name-in-lists.md"),
        # What asks whether there are more questions is one of these where the page lists it with them:
        *("asks-to-ask-more.md", "closing-help-ar.md", "closing-question-ar.md", "question-not-listed-fr.md"),
    },
    "where to ask more": LEVELS
    | {"blocks-of-front-matter.md", "columns-in-front-matter.md", "in-front-matter.md", "glossary-of-one-table.md"},
    # Where it is all that stands in a section:
    "when it changed": {"empty-sections-among-questions.md"},
    "where to edit it": {"empty-sections-among-questions.md"},
}
"""Fixtures that such a change makes a page of another kind."""

OTHERWISE = {
    "subtitle-with-text.md",  # no blank line above a heading says something there
    "listed-again.rst",  # a mark of full width is two cells wide, and what underlines the title too short
    "plain-titles-that-say-why.txt",  # the aside behind the question is told by the blank before it
    "folds-between-plus-signs.md",  # the mark of a fold in code, which is changed as well
    "anchors-in-brackets.mdx",  # it has its own behind its titles, as the next has
    "docsify.md",
    "one-question.md",  # that it has nothing but parts of an answer is told by their levels
}
"""What a fixture is about does not survive such a change."""


def read(path: Path) -> list[tuple[str, int]]:
    return [
        ("".join(filter(str.isalnum, unicodedata.normalize("NFC", entry.question.casefold()))), len(entry.category))
        for entry in faqtui.load(path).library.entries
    ]


@pytest.mark.parametrize("way", WAYS)
def test_a_faq_that_is_written_in_another_way_is_the_same(way: str, tmp_path: Path) -> None:
    change, suffixes = WAYS[way]
    quarter = list(WAYS).index(way) % QUARTERS
    tried, differ = 0, []
    for path in sorted(FIXTURES.iterdir()):
        if (
            path.suffix not in suffixes
            or path.name in OTHERWISE | NOT.get(way, set())
            or zlib.crc32(path.name.encode()) % QUARTERS != quarter
        ):
            continue
        text = path.read_bytes().decode(errors="replace")
        changed = change(text)
        if changed == text or "\ufffd" in text:
            continue
        tried += 1
        (tmp_path / path.name).write_bytes(changed.encode())
        if read(tmp_path / path.name) != read(path):
            differ.append(path.name)
    assert tried > 5
    assert not differ
