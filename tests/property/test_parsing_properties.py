"""Whatever a document says: parsing does not raise, loses no word, and finds the same again."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from faqtui import sources
from faqtui.model import Document, Library
from faqtui.parsing import parse_library

MARKUP = [
    *(
        "# ",
        "## ",
        "### ",
        "#### ",
        "###### ",
        "- ",
        "* ",
        "1. ",
        "12) ",
        "> ",
        "    ",
        "\t",
        "  ",
        "```",
        "```js",
        "~~~",
        "---",
        "===",
        "***",
    ),
    *(
        "|",
        "| a | b |",
        "|---|---|",
        ":::note",
        ":::",
        "::: tip x",
        "!!! note",
        '??? question "x?"',
        '=== "Tab"',
        "```{note}",
        "**",
        "__",
        "*",
        "_",
    ),
    *(
        "`",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "<",
        ">",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<br/>",
        "<p>",
        "</p>",
        "<h3>",
        "</h3>",
    ),
    *(
        "<ACCOUNT>",
        "{",
        "}",
        "{{.x}}",
        "\\",
        "&amp;",
        "https://e.x/",
        "Q: ",
        "A: ",
        "**Q:** ",
        "?",
        "!",
        ".",
        "+++",
        "title: ",
        "\u202e",
        "\u00e9",
        "[^1]:",
    ),
]

words = st.integers(0, 30).map(lambda n: f"word{n}")
lines = st.lists(st.one_of(st.sampled_from(MARKUP), words, words), max_size=7).map(" ".join)
tight = st.lists(st.one_of(st.sampled_from(MARKUP), words), max_size=6).map("".join)
texts = st.lists(st.one_of(lines, tight, st.just("")), max_size=40).map("\n".join)

relaxed = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def parse(*documents: str) -> Library:
    return parse_library([Document(f"{number}.md", text) for number, text in enumerate(documents)])


def everything(library: Library) -> str:
    """All that a reader can get to see of a library."""
    parts = [library.title]
    for entry in library.entries:
        parts += [entry.question, entry.question_markdown, entry.answer, *entry.category, *entry.tags]
    parts += [library.text, *(text for node in library.categories for text in (*node.path, node.text))]
    parts += [diagnostic.message for diagnostic in library.diagnostics if diagnostic.code == "outside-text"]
    return "\n".join(parts)


@relaxed
@given(texts)
def test_any_markdown_parses_and_parsing_twice_is_the_same(text: str) -> None:
    assert parse(text) == parse(text)


@relaxed
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    refused = ""
    try:
        document = sources.decode(sources.RawFile("x.md", data))
    except sources.ContentError as error:
        refused = str(error)
    else:
        parse_library([document])
    assert "\n" not in refused


@example("word1\n#  word0")
@example("word1\n\nword0\n===\n")
@relaxed
@given(texts)
def test_no_word_is_lost(text: str) -> None:
    shown = everything(parse(text))
    for word in set(re.findall(r"word\d+", text)):
        assert word in shown, word


@relaxed
@given(texts)
def test_an_entry_stands_where_its_source_says(text: str) -> None:
    source = text.split("\n")
    for entry in parse(text).entries:
        assert 1 <= entry.source.start_line <= entry.source.end_line <= len(source)
        span = "\n".join(source[entry.source.start_line - 1 : entry.source.end_line])
        for word in re.findall(r"word\d+", entry.answer):
            assert word in span
        assert len(entry.text_lines) == (len(entry.answer_text.split("\n")) if entry.answer_text else 0)
        assert all(entry.source.start_line <= line <= entry.source.end_line for line in entry.text_lines)


@relaxed
@given(texts)
def test_the_tree_holds_every_entry_once(text: str) -> None:
    library = parse(text, text + "\n\n## word99?\n\nyes")
    places = [place for node in library.categories for place in node.entries]
    assert sorted(places) == list(range(len(library.entries)))
    assert len({entry.id for entry in library.entries}) == len(library.entries)
    paths = [node.path for node in library.categories]
    assert all(path[:-1] in paths[:place] for place, path in enumerate(paths) if len(path) > 1)


@relaxed
@given(st.lists(st.tuples(words, words), min_size=1, max_size=12, unique=True))
def test_ids_do_not_depend_on_order_or_neighbours(pairs: list[tuple[str, str]]) -> None:
    def ids(chosen: list[tuple[str, str]]) -> dict[str, str]:
        text = "\n\n".join(f"## What is {title}?\n\nIt is {body}." for title, body in chosen)
        return {entry.question + entry.answer: entry.id for entry in parse(text).entries}

    assert ids(pairs) == ids(pairs[::-1])


@relaxed
@given(st.lists(words, min_size=2, max_size=8, unique=True), st.lists(words, min_size=2, max_size=8, unique=True))
def test_two_files_joined_give_the_entries_of_both(first: list[str], second: list[str]) -> None:
    def page(chosen: list[str]) -> str:
        return "\n\n".join(f"### How is {word}?\n\nLike {word}." for word in chosen)

    joined = parse(page(first) + "\n\n" + page(second))
    apart = [entry.question for entry in (*parse(page(first)).entries, *parse(page(second)).entries)]
    assert {entry.question for entry in joined.entries} == set(apart)
