"""Entries: identity, links between them, kinds, references, and what parsing imports."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from faqtui.model import Document, Kind, Library
from faqtui.parsing import codes, parse_library
from faqtui.parsing.identity import slug
from faqtui.parsing.kinds import kind_of
from support.places import GOLDEN


def parse(*texts: str) -> Library:
    return parse_library([Document(f"d/{number}.md", text, 1) for number, text in enumerate(texts)])


def test_a_slug_is_made_of_words_and_leaves_the_number_out() -> None:
    assert slug("12. What's the `output` of a+b?") == "whats-the-output-of-a-b"
    assert slug("Café über Ångström") == "cafe-uber-angstrom"
    assert slug("漢字は何ですか？") == "漢字は何ですか"
    assert slug("3、漢字は何ですか？") == slug("（3）漢字は何ですか？") == "漢字は何ですか"
    assert slug("3．5 版怎么装？") == "3-5-版怎么装"
    assert slug("???").startswith("q-")
    assert len(slug("word " * 60)) <= 80


def test_namesakes_are_told_apart_by_their_answers_whatever_the_order() -> None:
    first, second = "## What?\n\nThis.\n\n", "## What?\n\nThat.\n\n"
    one, other = parse(first + second), parse(second + first)
    assert {entry.id for entry in one.entries} == {entry.id for entry in other.entries}
    assert all(entry.id.startswith("what~") and len(entry.id) == 11 for entry in one.entries)


def test_the_same_question_and_answer_in_two_files_is_one_entry() -> None:
    library = parse("# A\n\n## What?\n\nThis.\n\n## Why?\n\nSo.\n", "# B\n\n## What?\n\nThis.  \n\n## When?\n\nNow.\n")
    assert [entry.question for entry in library.entries] == ["What?", "Why?", "When?"]
    assert [(place.path, place.start_line) for place in library.entries[0].also_at] == [("d/1.md", 3)]
    assert "duplicate-question" in {d.code for d in library.diagnostics}


def test_anchors_and_relative_links_lead_to_entries() -> None:
    library = parse(
        "# One\n\n## What is it?\n\nSee [a](#why-c-s), [b](1.md#when), [c](1.md), [d](./gone.md) and [e](#gone).\n\n"
        "## Why {C's}?\n\nSo.\n",
        "# Two\n\n## Where is it? {#where}\n\nThere: [x](0.md#what-is-it).\n\n## When?\n\n[y](#where)\n",
    )
    links = {link.text: link.entry for entry in library.entries for link in entry.links}
    assert links == {
        "a": "why-cs",
        "b": "when",
        "c": "where-is-it",
        "d": None,
        "e": None,
        "x": "what-is-it",
        "y": "where-is-it",
    }
    assert {(d.code, d.line) for d in library.diagnostics} >= {("missing-file", 5), ("broken-anchor", 5)}


def test_reference_links_resolve_everywhere_and_travel_with_the_answer() -> None:
    library = parse(
        "## What?\n\nSee [the page][p] and [p].\n\n## Why?\n\nSo.\n\n[p]: https://e.org/p 'P'\n[q]: /unused\n"
    )
    first = library.entries[0]
    assert [link.url for link in first.links] == ["https://e.org/p"] * 2
    assert first.answer == "See [the page][p] and [p].\n\n[p]: https://e.org/p 'P'"
    assert library.entries[1].answer == "So."


def test_links_in_code_are_none_and_a_bare_address_ends_before_punctuation() -> None:
    library = parse("## What?\n\n`[a](b)` and (https://e.org/x_(y)). <https://e.org> ![i](p.png)\n\n    [c](d)\n")
    assert [link.url for link in library.entries[0].links] == ["https://e.org/x_(y)", "https://e.org"]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("메뉴(https://e.org/a/)을 쓰세요.", "https://e.org/a/"),
        ("见(https://e.org/b)的说明", "https://e.org/b"),
        ("辞書（https://e.org/炉）", "https://e.org/炉）"),
        ("https://e.org/x_(y)の頁", "https://e.org/x_(y)の頁"),
        ("https://e.org/한국", "https://e.org/한국"),
    ],
)
def test_a_bare_address_ends_where_a_script_without_spaces_goes_on(written: str, url: str) -> None:
    assert [link.url for link in parse(f"## What?\n\n{written}\n").entries[0].links] == [url]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How do I add a zone?", Kind.HOW_TO),
        ("3. How to rotate keys", Kind.HOW_TO),
        ("Can I skip the file?", Kind.CAPABILITY),
        ("Does it support SSH?", Kind.CAPABILITY),
        ("Why is it slow?", Kind.EXPLANATION),
        ("What is the default port?", Kind.REFERENCE),
        ("Which ports are open?", Kind.REFERENCE),
        ("How do I fix 'access denied'?", Kind.TROUBLESHOOTING),
        ("The build fails with exit code 1", Kind.TROUBLESHOOTING),
        ("Limits", None),
    ],
)
def test_the_kind_follows_from_the_opening_words(question: str, kind: Kind | None) -> None:
    assert kind_of(question) is kind


def test_every_code_has_two_sentences_or_more_to_say_and_is_documented() -> None:
    for _, message, explanation in codes.CODES.values():
        assert not message[0].isupper() or message.startswith("YAML")
        assert not message.endswith(".")
        assert explanation.count(". ") + explanation.count("? ") >= 1 or explanation.endswith("Use spaces.")


def test_every_code_that_the_source_gives_is_explained() -> None:
    package = Path(codes.__file__).parents[1]
    given = set()
    for path in (package / "sources.py", *(package / "parsing").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in {"Diagnostic", "diagnostic", "_problem", "_report"}:
                constants = [
                    part.value
                    for argument in node.args
                    for part in ast.walk(argument)
                    if isinstance(part, ast.Constant)
                ]
                given |= {v for v in constants if isinstance(v, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+|encoding", v)}
    assert len(given) > 15
    assert given <= set(codes.CODES)


def test_every_code_has_a_fixture_that_shows_it() -> None:
    folder = GOLDEN / "entries"
    shown = {
        diagnostic.split(" ")[2]
        for path in folder.glob("*.json")
        for diagnostic in json.loads(path.read_text(encoding="utf-8"))["diagnostics"]
    }
    # Those of two would be larger than all others (test_too_dense, test_silence), two are only said by ``check`` (test_check).
    assert set(codes.CODES) - {"too-dense", "silent-text", "missing-alias", "same-meaning"} <= shown


def test_plain_markdown_needs_neither_yaml_nor_markdown_it() -> None:
    code = (
        "import sys; from faqtui.parsing import parse_library; from faqtui.model import Document\n"
        "assert 'faqtui.parsing.library' not in sys.modules\n"
        "parse_library([Document('x.md', '# Why?\\n\\nSo.\\n')])\n"
        "print([m for m in ('yaml', 'frontmatter', 'markdown_it', 'rapidfuzz', 'textual') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_an_answer_keeps_the_tag_that_closes_what_it_opened():
    fold = "Text.\n\n<details><summary>More</summary>\n\nHidden\n\n</details>"
    text = (
        f"# F\n\n<div>\n\n### How do I a?\n\n{fold}\n\n### How do I b?\n\nWell.\n\n</div>\n\n### How do I c?\n\nSo.\n"
    )
    assert [entry.answer for entry in parse(text).entries] == [fold, "Well.", "So."]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## FAQ about kites\n\n## How high do they fly?\n\nTo the clouds.\n", "FAQ about kites"),
        (
            "### Häufige Fragen zu Drachen\n\n### Schnüre\n\nDünne.\n\n### Stoffe\n\nLeichte.\n",
            "Häufige Fragen zu Drachen",
        ),
        ("# よくある質問\n\n# 凧は飛びますか？\n\nはい。\n", "よくある質問"),
        ("## Kites\n\nThey fly.\n\n## FAQ about kites\n\n## How high?\n\nHigh.\n", "page"),
    ],
)
def test_a_heading_that_stands_beside_its_questions_is_the_title(text: str, title: str) -> None:
    assert parse_library([Document("page.md", text)]).title == title


def test_a_page_without_a_title_whose_headings_are_parts_is_called_as_its_file() -> None:
    pages = {
        "my-kiln-is-cold.md": "It is cold when the fuse is out.\n\n## Steps\n\n1. Open the box.\n\n## See also\n\n- Fuses\n",
        "The_button_is_stuck.md": "Press it for long.\n\n## Solution\n\nPress it again.\n",
        "taste-klemmt.md": "Was hier steht.\n\n## Lösung\n\nDrücken.\n\n## Siehe auch\n\nB.\n",
        "is-it-safe.md": "Yes.\n\n## See also\n\n- Glazes\n",
    }
    for path, text in pages.items():
        (entry,) = parse_library([Document(path, text)]).entries
        name = path.partition(".")[0].replace("-", " ").replace("_", " ")
        assert (entry.question, entry.answer) == (name, text.rstrip("\n")), path
    text = "All about kilns.\n\n## Firing\n\nText of firing.\n\n## Cooling\n\nText.\n"
    assert len(parse_library([Document("about-our-kilns.md", text)]).entries) == 2


def test_words_behind_a_heading_in_html_are_its_answer_whatever_stands_below_them():
    title = "<h2>When does it open?</h2>"
    said = parse(f"<a>{title}\n<a>{title}At nine.\n- [I](#)\n[e](#)\n")
    assert any("At nine." in entry.answer for entry in said.entries)
