"""Names of emoji in text, in titles and in code."""

from __future__ import annotations

import pytest

from faqtui.faq import load
from faqtui.markdown.dialects.emoji_names import names, shown, spelled_out
from faqtui.markdown.inline import inline
from faqtui.render import lay_out, parse_answer
from faqtui.render.nodes import Paragraph
from support.speed import at_most


def drawn(markdown: str) -> str:
    layout = lay_out(parse_answer(markdown), 200, ascii=False, code_hint="")
    return "\n".join(layout.line(index).text.rstrip() for index in range(layout.height))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (":rocket: go", "🚀 go"),
        ("go :rocket:", "go 🚀"),
        ("(:rocket:)", "(🚀)"),
        ("The :material-account-group: team", "The  team"),
        ("Press :octicons-heart-16: twice", "Press  twice"),
        (":simple-python::rocket: go", "🚀 go"),
        (":tada::tada: twice", "🎉🎉 twice"),
        ("**:tada: strong**", "🎉 strong"),
        ("[:lock: there](https://example.org/:key:/)", "🔒 there"),
        ("发布:rocket:了", "发布🚀了"),
        (":+1: and :-1:", "👍 and 👎"),
        (":gb: :unicorn: :e-mail: :100:", "🇬🇧 🦄 📧 💯"),
        (":white_check_mark: a_b_c", "✅ a_b_c"),
        (":tada::no_such: mixed", "🎉:no_such: mixed"),
        ("either :tada:: or :no_such::", "either 🎉: or :no_such::"),
        ("", ""),
    ],
)
def test_a_known_name_is_its_emoji(text: str, seen: str) -> None:
    assert inline(text)[0] == seen
    assert drawn(text).partition(" (example")[0] == seen


@pytest.mark.parametrize(
    "text",
    [
        ":no_such_thing:",
        "10:30:20",
        "at :30:",
        "std::vector::size",
        "a:x:b",
        "::on::",
        "10.0.0.1:on:off",
        "/users/:id:/posts",
        ": rocket :",
        ":Rocket:",
        ":" * 50,
        "host:key:lock:",
    ],
)
def test_what_is_no_name_stays_as_it_is_written(text: str) -> None:
    assert inline(text)[0] == text
    assert drawn(text) == text


@pytest.mark.parametrize(
    "text", ["`:rocket:`", "``:rocket: `x` ``", "<https://example.org/:rocket:>", "https://example.org/:rocket:"]
)
def test_code_and_addresses_stay_as_they_are_written(text: str) -> None:
    assert ":rocket:" in inline(text)[0]
    assert ":rocket:" in drawn(text)


@pytest.mark.parametrize("text", ["```\n:rocket:\n```", "    :rocket:", "<pre>:rocket:</pre>"])
def test_code_blocks_stay_as_they_are_written(text: str) -> None:
    assert ":rocket:" in drawn(text)


def test_a_span_of_an_emoji_stands_where_its_name_does() -> None:
    source = "Go :rocket: now"
    (block,) = parse_answer(source).blocks
    assert isinstance(block, Paragraph)
    spans = [(span.text, source[span.start : span.end]) for span in block.spans]
    assert spans == [("Go ", "Go "), ("🚀", ":rocket:"), (" now", " now")]


def test_titles_that_metadata_gives_have_emoji_too() -> None:
    assert shown(":lock: Safe :no_such: 10:30:20") == "🔒 Safe :no_such: 10:30:20"


def test_names_are_what_people_can_type_and_what_addresses_are_made_of() -> None:
    assert names("a :white_check_mark: b :no_such: :+1:") == ["white", "check", "mark", "+1"]
    assert spelled_out("## :rocket: Go :tada::tada:") == "## rocket Go tada tada"


@pytest.mark.parametrize("query", ["rocket", ":rocket:", "🚀", "rocket launch", "launch"])
def test_search_finds_an_emoji_by_its_name_and_by_itself(tmp_path, query: str) -> None:
    path = tmp_path / "faq.md"
    others = "\n\n".join(f"## Is number {n} fine?\n\nIt is." for n in range(8))
    path.write_text(f"# Port\n\n## When do we launch? :rocket:\n\nAt dawn.\n\n{others}\n", encoding="utf-8")
    first = load(path).search(query)[0]
    assert first.entry.question == "When do we launch? 🚀"
    assert not first.weak


def test_search_finds_an_emoji_of_an_answer_by_its_name(tmp_path) -> None:
    path = tmp_path / "faq.md"
    path.write_text("# Port\n\n## When?\n\nAt :sunrise:.\n\n## Where?\n\nHere.\n", encoding="utf-8")
    assert load(path).search("sunrise")[0].entry.question == "When?"


def test_a_copied_answer_has_names_as_they_are_written(tmp_path) -> None:
    path = tmp_path / "faq.md"
    path.write_text("# Port\n\n## :ship: When?\n\nAt :sunrise:.\n", encoding="utf-8")
    (entry,) = load(path).library.entries
    assert (entry.question_markdown, entry.answer) == (":ship: When?", "At :sunrise:.")
    assert (entry.question, entry.answer_text) == ("🚢 When?", "At 🌅.")


@pytest.mark.parametrize("piece", [":a", ":a:", ":rocket:", "::", ":-_+", ":rocket"])
def test_a_text_is_read_in_time_with_its_length(piece: str) -> None:
    text = piece * 100_000 + "!"
    with at_most(3):
        inline(text)
        names(text)
