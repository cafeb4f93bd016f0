"""Exporting a whole FAQ: every format, to standard output and to a file."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from faqtui import load
from faqtui.commands.export import FORMATS
from faqtui.model import Library
from support.places import GOLDEN


def test_markdown_can_be_read_again_as_the_same_faq(faqtui, tmp_path):
    (tmp_path / "again.md").write_text(faqtui("export", "--format", "markdown").out)
    first, second = load(tmp_path / "workshop.md").library, load(tmp_path / "again.md").library
    assert second.title == first.title
    for one, other in zip(first.entries, second.entries, strict=True):
        assert (one.id, one.question_markdown, one.answer, one.category) == (
            other.id,
            other.question_markdown,
            other.answer,
            other.category,
        )


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_can_be_read_again_as_the_same_entries(faqtui, tmp_path, form):
    (tmp_path / f"again.{form}").write_text(faqtui("export", "--format", form).out)
    first, second = load(tmp_path / "workshop.md").library, load(tmp_path / f"again.{form}").library
    for one, other in zip(first.entries, second.entries, strict=True):
        assert (one.question_markdown, one.answer, one.category) == (
            other.question_markdown,
            other.answer,
            other.category,
        )
        assert [link.url for link in one.links] == [link.url for link in other.links]


def test_the_packaged_faq_can_be_written_and_read_again(faqtui, tmp_path):
    (tmp_path / "again.md").write_text(faqtui("export", "--format", "markdown", env={"FAQTUI_CONTENT": ""}).out)
    first, second = load().library, load(tmp_path / "again.md").library
    assert [(e.id, e.answer, e.category) for e in first.entries] == [
        (e.id, e.answer, e.category) for e in second.entries
    ]


DOCUMENTS = GOLDEN / "entries"
AMBIGUOUS = {
    "answers-that-ask",  # parts of answers that ask, which are pages of their own no more
    "chinese-bold.md",  # one statement alone in a category reads as a part of it
    "closing-question-in-contents.md",  # no contents list it any more
    "contents-in-groups-bold.md",  # titles of its contents in bold are text above categories of the same names
    "dotted.txt",  # a title with nothing but headings below it, which are comments of a script, reads as a group of these
    "faq-in-section.md",
    "folds-told-around-bold-questions.md",  # no fold is around its bold questions any more
    "folds-told-above-repeated-questions.md",  # lines in bold that ask are parts of answers, which are no folds any more
    "folds-with-headings.md",  # an end tag without its beginning is an answer's last line
    "groups-of-pages-with-ways",  # names of its groups are above categories of the same names
    "index-that-says-a-little",  # names of its groups in bold are text above categories of the same names
    "index-with-bare-rows",  # rows that ask, and lead nowhere yet, on a page that was a list of others
    "one-question.md",  # the headings of the only answer read as questions
    "one-question-with-parts.md",  # the same, once its title does not say any more that questions follow
    "pages-that-list-others",  # names of its groups are above categories of the same names
    "parts-of-an-answer.md",  # the same
    "stated-in-tags.mdx",  # one statement alone in a category
    "telling-groups-of-labels.html",  # "How it is made" alone above a question asks itself, where that has no label any more
    "telling-groups-of-labels.md",
    "telling-groups-of-labels.rst",
    "ways-to-mend",  # parts of an answer that ask, which is a page of its own no more
}


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(DOCUMENTS.iterdir()) if path.suffix != ".json" and path.name not in AMBIGUOUS],
    ids=lambda path: path.name,
)
def test_what_was_written_as_markdown_is_read_again_as_the_same_entries(faqtui, tmp_path, path):
    written = faqtui("export", "--format", "markdown", env={"FAQTUI_CONTENT": str(path)}).out
    (tmp_path / "again.md").write_text(written)
    first, second = load(path).library, load(tmp_path / "again.md").library

    def without_levels(answer: str) -> str:
        lines = re.sub(r"^ {0,3}(\S.*)\n(=+|-+) *$", r"# \1", answer.strip(), flags=re.MULTILINE).splitlines()
        return "\n".join(re.sub(r"^ {0,3}#{1,6} ", "# ", line).rstrip() for line in lines)

    before = sorted((e.question_markdown, without_levels(e.answer)) for e in first.entries)
    assert sorted((e.question_markdown, without_levels(e.answer)) for e in second.entries) == before
    assert text_words(second) == text_words(first)


def text_words(library: Library) -> Counter[str]:
    """The words that the library and its categories say by themselves."""
    return Counter(re.findall(r"\w+", " ".join([library.text, *[node.text for node in library.categories]])))


def test_headings_of_answers_stay_below_questions(faqtui, tmp_path):
    (tmp_path / "deep.md").write_text(
        "# T\n\n## How is it installed?\n\n### Linux\n\napt\n\n```\n# no heading\n```\n\n#### Old\n\napt-get\n\n### Mac\n\nbrew\n"
        "\n## Why?\n\nBecause.\n"
    )
    faqtui(
        "export",
        "--format",
        "markdown",
        "-o",
        str(tmp_path / "o.md"),
        env={"FAQTUI_CONTENT": str(tmp_path / "deep.md")},
    )
    written = (tmp_path / "o.md").read_text()
    assert "\n### How is it installed?\n" in written
    assert "\n#### Linux\n" in written
    assert "\n##### Old\n" in written
    assert "\n#### Mac\n" in written
    assert "\n# no heading\n" in written


def test_json_is_that_of_the_list(faqtui):
    assert faqtui("export", "--format", "json").out == faqtui("list", "--json").out


def test_jsonl_has_an_entry_a_line(faqtui):
    lines = faqtui("export", "--format", "jsonl").json_lines
    assert [{key: entry[key] for key in entry if key != "schema"} for entry in lines] == faqtui("list", "--json").json[
        "entries"
    ]
    assert {entry["schema"] for entry in lines} == {1}


def test_text_has_every_question_and_answer_within_80_cells(faqtui):
    out = faqtui("export", "--format", "text").out
    assert "Which glue holds oily wood?\n\nEpoxy, after wiping the wood with acetone." in out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_html_has_every_question(faqtui):
    out = faqtui("export", "--format", "html").out
    assert out.startswith("<!DOCTYPE html>")
    assert out.count("Which glue holds oily wood?") >= 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_what_standard_output_would(faqtui, tmp_path, form):
    path = tmp_path / "out"
    code, out, err = faqtui("export", "--format", form, "-o", path)
    assert (code, out, err) == (0, "", f"faqtui: wrote 5 entries to {path}\n")
    assert path.read_bytes().decode() == faqtui("export", "--format", form).out


def test_an_existing_file_keeps_its_permissions_and_a_link_stays_one(faqtui, tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    assert faqtui("export", "--format=json", f"--output={tmp_path / 'link'}").code == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "real").read_text())["schema"] == 1
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(faqtui, tmp_path):
    code, out, err = faqtui("export", "--format", "json", "-o", tmp_path / "gone" / "out.json")
    assert (code, out) == (2, "")
    assert err == f"faqtui: {tmp_path}/gone/out.json: cannot be written: No such file or directory\n"


def test_the_name_of_a_directory_does_not_replace_a_file_of_that_name(faqtui, tmp_path):
    (tmp_path / "there").write_text("kept")
    code, _, err = faqtui("export", "--format", "html", "-o", f"{tmp_path}/there/")
    assert code == 2
    assert err == f"faqtui: {tmp_path}/there/: cannot be written: it names a directory\n"
    assert (tmp_path / "there").read_text() == "kept"


def test_secure_mode_writes_no_file(faqtui, tmp_path):
    code, _, err = faqtui("export", "--format", "json", "-o", tmp_path / "out", env={"FAQTUI_SECURE": "1"})
    assert code == 2
    assert err.startswith("faqtui: secure mode writes no file")
    assert not (tmp_path / "out").exists()


def test_a_format_must_be_named(faqtui):
    code, _, err = faqtui("export")
    assert (code, err) == (2, "faqtui: export: in which format? --format markdown|text|json|jsonl|html\n")


@pytest.mark.parametrize("named", ["{}/faq/keys.md", "{}/faq", "{}/faq/", "{}"])
def test_a_page_names_no_directory_of_its_author(faqtui, tmp_path, named):
    (tmp_path / "faq").mkdir()
    (tmp_path / "faq" / "keys.md").write_text("# Keys\n\n## Where are they?\n\nHere.\n\n## Whose are they?\n\nOurs.\n")
    page = faqtui("export", "--format", "html", named.format(tmp_path), env={"FAQTUI_CONTENT": ""}).out
    assert "keys.md:3" in page
    assert str(tmp_path) not in page
