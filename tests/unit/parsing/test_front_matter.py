"""Front matter: what is read from it, what is kept when it cannot be read, and what it may cost."""

import json
from datetime import date

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.parsing.front_matter import MAX_CHARACTERS, FrontMatter, split
from support.speed import at_most

BODY = "# How tall is it?\n\nTall.\n\n# How old is it?\n\nOld.\n"


def matter(text: str) -> FrontMatter:
    return split(f"---\n{text}\n---\n{BODY}".split("\n"))


def library(text: str) -> Library:
    return parse_library([Document("page.md", text)])


def questions(text: str) -> list[str]:
    return [entry.question for entry in library(text).entries]


def bomb(levels: int, item: str, first: str) -> str:
    """YAML whose every line names the line before nine times."""
    lines = [f"k0: &k0 {first}"]
    for level in range(1, levels):
        aliases = ", ".join([f"*k{level - 1}"] * 9)
        lines.append(f"k{level}: &k{level} {item.format(aliases)}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("written", "read"),
    [("no", "no"), ("1.10", "1.10"), ("010", "010"), ("2024-99-99", "2024-99-99"), ("!!int 12", "12"), ("!ENV x", "x")],
)
def test_plain_values_stay_as_they_are_written(written: str, read: str) -> None:
    found = matter(f"title: Towers\nvalue: {written}\ntags: [{written}, ~, 'b']")
    assert found.problems == ()
    assert found.text("value") == read
    assert found.words("tags") == (read, "b")


def test_an_impossible_date_takes_nothing_else_away() -> None:
    found = library(f"---\ntitle: Towers\ndate: 2024-99-99\n---\n{BODY}")
    assert (found.title, found.diagnostics) == ("Towers", ())


@pytest.mark.parametrize("key", ["content", "handler", "metadata", "Loader"])
def test_no_key_means_anything_to_the_loader(key: str) -> None:
    assert matter(f"title: Towers\n{key}: x").text(key) == "x"


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_a_colon_in_a_title_makes_no_question_of_the_front_matter(mark: str) -> None:
    text = f"{mark}\ntitle: How to: climb\n# remark\n{mark}\n{BODY}"
    found = library(text)
    assert [entry.question for entry in found.entries] == ["How tall is it?", "How old is it?"]
    assert [entry.source.start_line for entry in found.entries] == [5, 9]
    assert found.title == "How to: climb"
    assert "front-matter-invalid" in {diagnostic.code for diagnostic in found.diagnostics}
    assert any("climb # remark" in diagnostic.message for diagnostic in found.diagnostics)


def test_a_value_that_goes_on_below_is_not_guessed_at() -> None:
    found = matter("title: first\n  second: [\ntags: bricks")
    assert found.problems
    assert found.data == {"tags": "bricks"}


def test_prose_between_two_rules_stays_text() -> None:
    shown = library(f"---\nMind the gap.\n---\n{BODY}")
    words = " ".join([shown.title, *(e.question for e in shown.entries), *(d.message for d in shown.diagnostics)])
    assert "Mind the gap." in words


def test_a_list_is_no_front_matter_and_is_not_lost() -> None:
    found = library(f"---\n- alpha\n- beta\n---\n{BODY}")
    assert found.text == "- alpha\n- beta"
    assert len(found.entries) == 2


def test_without_its_end_it_is_told_of_and_the_questions_are_there() -> None:
    text = f"---\ntitle: Towers\n\n{BODY}"
    assert questions(text) == ["How tall is it?", "How old is it?"]
    assert "front-matter-invalid" in {diagnostic.code for diagnostic in library(text).diagnostics}


def test_what_is_longer_than_the_limit_is_not_loaded() -> None:
    found = matter("title: x\n" + "note: " + "x" * MAX_CHARACTERS)
    assert found.data == {}
    assert "longer" in found.problems[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 30_000,
        "a: " + "{" * 30_000,
        "- " * 30_000 + "\nb: c",
        "a:\n" + "\n".join(" " * depth + "b:" for depth in range(1, 300)),
        "? " * 30_000 + "\nb: c",
        "title: x\n" + "'[" * 20_000,
    ],
    ids=["lists", "mappings", "dashes", "indents", "keys", "quotes"],
)
def test_deep_nesting_never_reaches_the_parser(text: str) -> None:
    found = matter(text)
    assert found.data.get("a") is None
    assert found.problems


@pytest.mark.parametrize(
    ("item", "first"),
    [("[{}]", "[x, x]"), ("{{<<: [{}]}}", "{k: v, l: w}"), ("{{!!merge <<: [{}]}}", "{k: v, l: w}")],
    ids=["aliases", "merges", "tagged merges"],
)
def test_aliases_of_aliases_cost_nothing(item: str, first: str) -> None:
    text = f"---\ntitle: Towers\n{bomb(12, item, first)}\ntags: *k11\ntopics: *k11\naliases: *k11\n---\n{BODY}"
    with at_most(2):
        found = library(text)
    assert found.title == "Towers"
    assert len(found.entries) == 2


def test_a_mapping_of_very_many_keys_is_refused_in_time() -> None:
    with at_most(2):
        found = matter("\n".join(f"k{number}: {number}" for number in range(5_000)))
    assert "keys" in found.problems[0][2]


@pytest.mark.parametrize(
    ("notice", "lines"),
    [
        ("<!-- Copyright -->\n", 1),
        ("<!--\nCopyright\n\n# of us\n-->\n\n", 6),
        ("<!-- a -->\n<!-- b -->\n\n", 3),
        ("\n<!-- Copyright\n     2026 -->\n", 3),
        ("# SPDX-License-Identifier: MIT\n", 1),
        ("# Copyright 2026\n#\n# Licensed to all\n", 3),
    ],
)
def test_a_notice_above_front_matter_does_not_hide_it(notice: str, lines: int) -> None:
    text = f"{notice}---\ntitle: Heights\ntags: [a]\n---\n{BODY}"
    found = split(text.split("\n"))
    assert (found.data, found.start, found.lines) == ({"title": "Heights", "tags": ["a"]}, lines, lines + 4)
    read = library(text)
    assert [(entry.question, entry.source.start_line) for entry in read.entries] == [
        ("How tall is it?", lines + 5),
        ("How old is it?", lines + 9),
    ]
    assert [entry.tags for entry in read.entries] == [("a",)] * 2
    assert read.diagnostics == ()


@pytest.mark.parametrize("broken", ["title: [Heights\n---\n", "title: Heights\n", "title: a\n- b\n---\n"])
def test_check_tells_why_front_matter_below_a_notice_is_not_taken(broken: str) -> None:
    found = library(f"<!-- Copyright -->\n---\n{broken}{BODY}")
    assert "front-matter-invalid" in {diagnostic.code for diagnostic in found.diagnostics}
    assert [entry.question for entry in found.entries] == ["How tall is it?", "How old is it?"]


@pytest.mark.parametrize(
    "above",
    [
        "<!-- a -->\n\n---\n\nNote: mind the gap.\n\n---\n",
        "<!-- a --> b\n---\ntitle: c\n---\n",
        "# Is it so?\n---\ntitle: c\n---\n",
    ],
)
def test_what_stands_below_other_text_is_no_front_matter(above: str) -> None:
    assert split(f"{above}{BODY}".split("\n")) == FrontMatter()


LONG_NUMBER = "0x" + "f" * 5000
"""More digits than Python writes down."""


@pytest.mark.parametrize("value", [LONG_NUMBER, f"[{LONG_NUMBER}, 'b']", f"{{x = {LONG_NUMBER}}}"])
@pytest.mark.parametrize("name", ["title", "tags", "category", "sidebar_position", "aliases", "topics", "question"])
def test_numbers_of_thousands_of_digits_say_nothing_and_hinder_nothing(name, value):
    library = parse_library([Document("a.md", f"+++\n{name} = {value}\n+++\n\n# Is it read?\n\nIt is.\n")])
    assert library.entries[-1].answer.strip().endswith("It is.")


def test_what_is_kept_of_front_matter_is_plain_data_of_a_bounded_size():
    bomb = ["x" * 1000] * 2000
    data = {"a": "b", "when": date(2024, 1, 1), "deep": {"c": [1, None, True, 2.5, {"d": "e"}]}, "bomb": [bomb] * 2000}
    kept = FrontMatter({**data, "never": "seen"}).reduced()
    assert kept.data["deep"] == {"c": [1, None, True, 2.5, {"d": "e"}]}
    assert kept.text("a") == "b"
    assert kept.data["when"] == ""
    assert len(json.dumps(kept.data)) < 3 * MAX_CHARACTERS
    assert FrontMatter(data).reduced({"a"}).data == {"a": "b"}
    nested: list[object] = []
    for _ in range(2000):
        nested = [nested]
    assert len(json.dumps(FrontMatter({"n": nested}).reduced().data)) < 200


ARTICLES = {
    "two kinds of lists": "---\ntitle: Bread\ntldr:\n  q: Who?\n  a: Ann.\nfaqs:\n- q: Why?\n  a: So.\n---\n",
    "a section of a page": "---\nsections:\n- {type: hero, title: Bread, text: Of rye.}\n- type: faq\n  items:\n"
    "  - {question: Who?, answer: Ann.}\n  - {question: Why?, answer: So.}\n---\n",
    "TOML": '+++\ntitle = "Bread"\n[[faqs]]\nquestion = "Who?"\nanswer = "Ann."\n'
    '[[faqs]]\nquestion = "Why?"\nanswer = "So."\n+++\n',
    "a text beside the question": "---\nfaq:\n- question: Who?\n  text: Ann.\n- question: Why?\n  text: So.\n---\n",
    "a German question": "---\nquestions:\n- frage: Who?\n  content: Ann.\n- frage: Why?\n  content: So.\n---\n",
    "lists in parts of a FAQ": "---\nfaqs:\n  parts:\n  - items:\n    - question: Who?\n      content: Ann.\n"
    "    - question: Why?\n      content: So.\n---\n",
    "in French": "---\nseo:\n  faq:\n  - question: Who?\n    réponse: Ann.\n  - question: Why?\n    réponse: So.\n---\n",
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_below_questions_is_text(name):
    found = library(f"{ARTICLES[name]}Of bread.\n\n## Rye\n\nDark.\n\n## Oat\n\nLight.\n")
    assert [(entry.question, entry.answer) for entry in found.entries] == [("Who?", "Ann."), ("Why?", "So.")]
    said = "\n".join([found.text, *(category.text for category in found.categories)])
    assert "Of bread." in said
    assert "Dark." in said


def test_a_page_that_asks_has_the_questions_of_its_front_matter_too():
    assert questions(f"{ARTICLES['TOML']}{BODY}") == ["Who?", "Why?", "How tall is it?", "How old is it?"]
