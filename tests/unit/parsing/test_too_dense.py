"""What is written more densely than people write: where it stops being told apart, `check` says, and nothing is lost."""

import re
from collections.abc import Callable, Sequence

import pytest

from faqtui.formats.html.html_plain import most_elements
from faqtui.formats.reading import most_lines
from faqtui.markdown.scan import Scan
from faqtui.model import Document, Library
from faqtui.parsing import codes, parse_library
from faqtui.parsing.questions.candidates import most_questions

WAYS: dict[str, Callable[[int], str]] = {
    "headings": lambda n: f"# a{n}?",
    "headings with answers": lambda n: f"# a{n}?\n\nb{n}\n",
    "underlined headings": lambda n: f"a{n}?\n---\nb{n}\n",
    "Q and A": lambda n: f"Q: a{n}?\nA: b{n}",
    "bold lines": lambda n: f"**a{n}?**\nb{n}\n",
    "list items": lambda n: f"- a{n}?\n  b{n}",
    "numbers": lambda n: f"{n % 1000}. a{n}?\n   b{n}",
    "paragraphs": lambda n: f"a{n}?\n\nb{n}\n",
    "definitions": lambda n: f"a{n}?\n: b{n}\n",
    "rows": lambda n: f"| a{n}? | b{n} |" if n else "| Question | Answer |\n|---|---|",
    "folds": lambda n: f"<details><summary>a{n}?</summary>b{n}</details>",
    "HTML headings": lambda n: f"<h2>a{n}?</h2>\n\nb{n}\n",
}


FORMATS: dict[str, tuple[str, Callable[[int], str]]] = {
    "JSON": ("faq.json", lambda n: ("[" if not n else ",") + f'{{"question": "a{n}?", "answer": "b{n}"}}'),
    "JSON by lines": ("faq.jsonl", lambda n: f'{{"question": "a{n}?", "answer": "b{n}"}}'),
    "YAML": ("faq.yml", lambda n: f"- question: a{n}?\n  answer: b{n}"),
    "YAML of names": ("faq.yml", lambda n: f"a{n}?: b{n} and more of it"),
    "TOML": ("faq.toml", lambda n: f'[[faq]]\nquestion = "a{n}?"\nanswer = "b{n}"'),
    "AsciiDoc": ("faq.adoc", lambda n: f"a{n}?:: b{n}" if n else "[qanda]\na0?:: b0"),
    "HTML": ("faq.html", lambda n: f"<dt>a{n}?<dd>b{n}"),
}


def read(text: str, path: str = "page.md") -> Library:
    return parse_library([Document(path, text)])


def texts(library: Library) -> set[str]:
    """What stands outside of all entries."""
    return {library.text, *(category.text for category in library.categories)}


def told(library: Library) -> list[int]:
    return [found.line for found in library.diagnostics if found.code == "too-dense"]


@pytest.mark.parametrize("way", WAYS)
def test_what_follows_the_most_questions_stays_as_text_and_is_told_of(way: str) -> None:
    count = most_questions(0) + 500
    text = "\n".join(map(WAYS[way], range(count))) + "\n"
    library = read(text)
    most = most_questions(len(text))
    assert most - 2 <= len(library.entries) <= most < count
    (line,) = told(library)
    number = int(re.findall(r"a(\d+)", "\n".join(text.split("\n")[line - 1 : line + 2]))[0])
    assert number == len(library.entries) + (way == "rows"), "it is the first question that is none"
    everything = {entry.answer for entry in library.entries[-1:]} | texts(library)
    assert any(all(f"a{n}?" in text for n in range(most + 1, count)) for text in everything)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Glossary", "- **a{n}**: b{n}"),
        ("Glossary", "- a{n} - b{n}"),
        ("Glossary", "**a{n}**: b{n}\n"),
        ("Troubleshooting", "- **It fails at a{n}**: b{n}"),
    ],
)
def test_a_glossary_tells_no_more_terms_apart(title: str, line: str) -> None:
    count = most_questions(0) + 500
    library = read(f"# {title}\n\n" + "\n".join(line.replace("{n}", str(n)) for n in range(count)) + "\n")
    assert len(library.entries) == most_questions(0)
    assert len(told(library)) == 1
    said = {word.strip("*:") for text in {library.entries[-1].answer, *texts(library)} for word in text.split()}
    assert {f"a{n}" for n in range(most_questions(0) + 1, count)} <= said


@pytest.mark.parametrize(
    "line",
    [
        "# a{n}?\n\n[b](c{n}.md)\n",
        "- Q: a{n}?\n  A: [b](c{n}.md)",
        "<details><summary>a{n}?</summary>\n\n[b](c{n}.md)\n</details>\n",
        "**a{n}?**\nMore is in [b](c{n}.md).\n",
    ],
)
def test_what_follows_is_plain_text_in_which_no_links_are_looked_for(line: str) -> None:
    count = most_questions(0) + 500
    library = read("\n".join(line.replace("{n}", str(n)) for n in range(count)) + "\n")
    assert all(len(entry.links) == 1 for entry in library.entries)
    assert sum(1 for found in library.diagnostics if found.code == "missing-file") == len(library.entries)
    everything = {library.entries[-1].answer, *texts(library)}
    assert any(f"c{count - 1}.md" in text for text in everything)


@pytest.mark.parametrize("name", FORMATS)
def test_so_it_is_in_the_other_formats(name: str) -> None:
    path, one = FORMATS[name]
    count = most_questions(0) + 500
    text = "\n".join(map(one, range(count))) + ("]" if name == "JSON" else "") + "\n"
    library = read(text, path)
    most = most_questions(len(text))
    assert 12_000 <= len(library.entries) <= most + 1
    (line,) = told(library)
    assert f"a{len(library.entries)}" in "\n".join(text.split("\n")[line - 1 : line + 3])
    said = [entry.answer for entry in library.entries[-2:]] + [entry.answer for entry in library.entries[:1]]
    words = {word.strip("*:?[]") for text in (*said, *texts(library)) for word in text.split()}
    assert {f"a{n}" for n in range(len(library.entries) + 1, count)} <= words


LINES: dict[str, tuple[str, str, str]] = {
    "AsciiDoc": ("faq.adoc", "= FAQ\n\n== How?\n\n", "a{n}\n"),
    "titles of AsciiDoc": ("faq.adoc", "= FAQ\n\n", "=== a{n}\n"),
    "questions of AsciiDoc": ("faq.adoc", "[qanda]\n", "a{n}?:: b\nc\n"),
    "Org": ("faq.org", "* How?\n\n", "a{n}\n"),
    "lists of Org": ("faq.org", "* How?\n\n", "- a{n}\n"),
    "MediaWiki": ("faq.wiki", "= FAQ =\n\n== How? ==\n\n", "a{n}\n"),
    "lists of MediaWiki": ("faq.wiki", "== How? ==\n", "* a{n}\n"),
    "reStructuredText": ("faq.rst", "FAQ\n===\n\nHow?\n----\n\n", "a{n}\n\n"),
    "a plugin": ("readme.txt", "=== P ===\nStable tag: 1\n\n== FAQ ==\n\n= How? =\n\n", "a{n}\n"),
}


@pytest.mark.parametrize("name", LINES)
def test_of_very_many_lines_of_other_formats_the_rest_is_text_as_it_is_written(name: str) -> None:
    path, start, line = LINES[name]
    count = most_lines(0) + 3_000
    text = start + "".join(line.replace("{n}", str(n)) for n in range(count))
    library = read(text, path)
    (where,) = told(library)
    assert most_lines(0) <= len([1 for said in text.split("\n")[: where - 1] if said]) + 1 or "questions" in name
    everything = [
        *[entry.answer for entry in library.entries],
        *[entry.question for entry in library.entries],
        *texts(library),
    ]
    everything += [name for category in library.categories for name in category.path]
    words = {word.strip("*:?[]\\") for text in everything for word in text.split()}
    assert {f"a{n}" for n in range(count)} <= words


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("faq.adoc", ".a\n* b\n"),
        ("faq.org", "- a\n\n  b\n"),
        ("faq.wiki", "* a\n\n== b ==\n"),
        ("faq.html", "<b>a?</b><br>b\n"),
    ],
)
def test_no_markup_is_looked_for_in_that_rest(path: str, unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Scan] = []
    made = Scan.__init__

    def kept(scan: Scan, lines: Sequence[str], plain: int | None = None, size: int | None = None) -> None:
        made(scan, lines, plain, size)
        seen.append(scan)

    monkeypatch.setattr(Scan, "__init__", kept)
    library = read(("---\ntitle: A\n---\n" if path != "faq.html" else "") + unit * 100_000, path)
    (line,) = told(library)
    assert line < 60_000
    (rest,) = [block for block in seen[0].blocks if block.kind == "rest"]
    assert rest is seen[0].blocks[-1]
    assert len(seen[0].blocks) < 60_000
    assert rest.text.count("\n") > 50_000


@pytest.mark.parametrize("way", WAYS)
def test_as_many_as_people_write_are_all_told_apart(way: str) -> None:
    library = read("\n".join(map(WAYS[way], range(5_000))) + "\n")
    assert len(library.entries) >= 4_990
    assert not told(library)


def test_a_large_file_holds_as_many_questions_as_its_text_is_long() -> None:
    text = "".join(f"## What is {number}?\n\nNumber {number}.\n\n" for number in range(100_000))
    assert most_questions(len(text)) > 100_000
    assert most_questions(1_000_000) == most_questions(0)


@pytest.mark.parametrize(
    "line", ["a\n", "- a", "> a\n", "---", "    a\n\nb\n", "```\na\n```", "<!-- a -->", "::: note", "## ", "[a]: b"]
)
def test_of_very_many_blocks_the_rest_is_text(line: str) -> None:
    text = "# What is it?\n\n" + f"{line}\n" * 90_000 + "\nThe very end.\n"
    library = read(text)
    assert told(library)
    assert any("The very end." in said for said in ({entry.answer for entry in library.entries} | texts(library)))


def test_a_list_of_many_words_is_not_too_dense() -> None:
    assert not told(read("# Which words are there?\n\n" + "".join(f"- word{n}\n" for n in range(50_000))))


def test_check_explains_it() -> None:
    severity, message, explanation = codes.CODES["too-dense"]
    assert severity == "error"
    assert "12,000 questions" in explanation
    assert f"{most_questions(0):,} questions" in explanation
    assert f"{most_elements(0):,} elements" in explanation
    assert f"{most_lines(0):,} lines of other formats" in explanation
    assert "from here on" in message
