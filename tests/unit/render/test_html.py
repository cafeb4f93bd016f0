"""Answers and libraries as HTML: well-formed, complete, safe, and needing nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.model import CategoryNode, Entry, Library, Link, Source
from faqtui.render import parse_answer
from faqtui.render.html import answer_html, library_html
from support.places import GOLDEN

GOLDENS = GOLDEN / "answers"
EMPTY = {"meta", "hr", "br", "input"}


class Reader(HTMLParser):
    """Reads HTML strictly: every element that is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("source", sorted(GOLDENS.glob("*.md")), ids=lambda path: path.stem)
def test_every_kind_of_answer_becomes_well_formed_html(source: Path) -> None:
    html = answer_html(parse_answer(source.read_text(encoding="utf-8")))
    reader = read(html)
    assert {tag for tag, _, _ in reader.attributes} <= {"a", "aside", "p", "span", "li", "ol", "input", "td", "th"}
    assert not any(name.startswith("on") or name == "style" for _, name, _ in reader.attributes)


def test_blocks_become_the_elements_they_are() -> None:
    parts = ["# H", "a **b** `c`", "- [x] d", "3. e", "> f", ":::tip T\ng\n:::", "| h |\n|--:|\n| i |", "---"]
    html = answer_html(parse_answer("\n\n".join([*parts, "```yaml\nj: 1\n```"])))
    for expected in (
        "<h4>H</h4>",
        "<p>a <strong>b</strong> <code>c</code></p>",
        '<input type="checkbox" disabled checked> d',
        '<ol start="3">',
        "<blockquote>\n<p>f</p>",
        '<aside class="tip">\n<p class="title">Tip: T</p>',
        '<td class="right">i</td>',
        "<hr>",
        '<figcaption>yaml</figcaption>\n<pre><code><span class="name">j</span>',
    ):
        assert expected in html


def test_links_that_could_do_harm_are_text() -> None:
    html = answer_html(
        parse_answer('[a](ssh://x) <a href="javascript:alert(1)">b</a> [c](vbscript:x) [d](//evil.org) [e](f.md)')
    )
    assert [value for _, name, value in read(html).attributes if name == "href"] == ["f.md"]
    assert "javascript:alert(1)" in html


@pytest.mark.parametrize(
    "href",
    [
        " javascript:alert(1)",
        "&#9;javascript:alert(1)",
        "&#1;javascript:alert(1)",
        "java&#9;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "javascript&colon;alert(1)",
        "JaVaScRiPt:alert(1)",
        "\\njavascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        " data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        " //evil.org",
        "/&#9;/evil.org",
        "\\\\evil.org",
    ],
)
def test_no_disguise_makes_a_harmful_link(href: str) -> None:
    """As a browser reads it: white space left out, then scheme or host looked for (WHATWG URL 4.4)."""
    for text in (f'<a href="{href}">x</a>', f"[x]({href})", f"[x](<{href}>)", f"[x]\n\n[x]: {href}"):
        for _, name, value in read(answer_html(parse_answer(text))).attributes:
            if name == "href":
                bare = re.sub(r"[\x00-\x20]", "", value).lower()
                assert not bare.startswith(("javascript:", "data:", "vbscript:", "file:", "//", "\\\\", "/\\")), value


signs = ["<", ">", "&", '"', "'", "`", "*", "[x](", ")", "<b>", "\n", "```", "|", "javascript:", "a"]
noise = st.lists(st.sampled_from(signs), max_size=40)


@settings(max_examples=150, deadline=None)
@given(noise.map("".join))
def test_no_text_becomes_markup(text: str) -> None:
    reader = read(answer_html(parse_answer(text)))
    assert not any(value.lower().startswith("javascript:") for _, _, value in reader.attributes)


def library() -> Library:
    first = Entry(
        "first", "What is <first>?", "", "See [second](#second-one).", ("A", "B & C"), Source("a.md", 3, 5),
        links=(Link("second", "#second-one", "second~abc123"),), also_at=(Source("b.md", 9, 9),),
    )  # fmt: skip
    second = Entry("second~abc123", "And second?", "", "Nothing", ("A", "B & C"), Source("a.md", 7, 8))
    nodes = (CategoryNode(("A",), 2, ()), CategoryNode(("A", "B & C"), 2, (0, 1)))
    return Library("Title & <co>", [first, second], nodes)


def test_a_library_is_one_document_whose_links_work() -> None:
    entries = library()
    html = "".join(library_html(entries, lambda position: parse_answer(entries.entries[position].answer)))
    reader = read(html)
    ids = {value for _, name, value in reader.attributes if name == "id"}
    targets = {value for _, name, value in reader.attributes if name == "href"}
    assert {"first", "second~abc123", "topic:a-b-c"} == ids
    assert {target.removeprefix("#") for target in targets} <= ids
    assert "#second~abc123" in targets
    text = " ".join(" ".join(reader.text).split())
    for expected in ("Title & <co>", "A / B & C", "What is <first>?", "a.md:3, b.md:9", "Nothing"):
        assert expected in text
    assert not re.search(r"<script|<link|<img|url\(|@import", html)


def test_the_page_lists_its_questions_above_the_answers() -> None:
    entries = library()
    html = "".join(library_html(entries, lambda position: parse_answer(entries.entries[position].answer)))
    listed = html[html.index("<nav>") : html.index("</nav>")]
    for entry in entries.entries:
        assert f'href="#{entry.id}"' in listed


@pytest.mark.parametrize(
    ("answer", "tags"),
    [
        ("# A\n\n### B\n\n##### C", ["h4", "h5", "h6"]),
        ("##### A\n\n##### B", ["h4", "h4"]),
        ("#### A\n\n###### B\n\n#### C", ["h4", "h5", "h4"]),
        ("> ## Quoted", ["h4"]),
    ],
)
def test_headings_of_an_answer_begin_right_below_the_question(answer: str, tags: list[str]) -> None:
    assert re.findall(r"<(h\d)>", answer_html(parse_answer(answer))) == tags


def test_no_heading_is_smaller_than_text() -> None:
    html = "".join(library_html(library(), lambda _: parse_answer("")))
    sizes = [float(size) for size in re.findall(r"h\d[^{}]* \{ font-size: ([\d.]+)rem", html)]
    assert len(sizes) == 5
    assert min(sizes) >= 1


def paths_and_anchors(paths: list[tuple[str, ...]]) -> dict[str, str]:
    """The anchor of each category by its title as shown."""
    entries = [Entry(f"e{at}", "Q?", "Q?", "A", path, Source("a.md", 1, 1)) for at, path in enumerate(paths)]
    nodes = [CategoryNode(path, 1, (at,)) for at, path in enumerate(paths)]
    html = "".join(library_html(Library("T", entries, nodes), lambda _: parse_answer("A")))
    return {title: anchor for anchor, title in re.findall(r'<h2 id="([^"]*)">([^<]*)</h2>', html)}


def test_the_anchor_of_a_topic_depends_on_its_titles_alone() -> None:
    paths = [("Build farm",), ("Über uns", "Kaffee"), ("a b",), ("a", "b"), ("A-b",), ("?",), ("!",)]
    anchors = paths_and_anchors(paths)
    assert len(set(anchors.values())) == len(paths)
    assert paths_and_anchors(paths[::-1]) == anchors
    assert anchors["Build farm"] == "topic:build-farm"
    assert paths_and_anchors([("New",), *paths])["a b"] == anchors["a b"]
