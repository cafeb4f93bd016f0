"""Finding in a layout and taking the source of a selection: the width must not matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.render import Layout, lay_out, parse_answer
from faqtui.render.find import Finder, Match, source_text

TEXT = """\
The quick **brown** fox jumps over the lazy dog. The [guide](https://example.org/a/long/path/to/the/fox) says more.

```sh
echo "the fox" # and a very long line of code that goes out of view with another fox at its end
```

> - quoted FOX
>   ```
>   one
>     two
>   ```

| head | fox |
|------|-----|
| a b  | the `fox` of the table, wrapped in its cell |
"""


def shown(layout: Layout, match: Match) -> str:
    parts = []
    for line, start, end in match.parts:
        text = "".join(run.text for run in layout.whole_line(line))
        parts.append(text[start:end])
    return "|".join(parts)


@pytest.mark.parametrize("width", [12, 24, 49, 200])
def test_every_place_is_found_at_every_width(width: int) -> None:
    layout = lay_out(parse_answer(TEXT), width)
    matches = Finder(layout).find("fox")
    assert len(matches) >= 6
    assert {shown(layout, match).replace("|", "") for match in matches} == {"fox"}
    assert len(Finder(layout).find("fox", ignore_case=True)) == len(matches) + 1
    assert [match.line_index for match in matches] == sorted(match.line_index for match in matches)


@pytest.mark.parametrize("width", [10, 13, 49])
def test_a_phrase_is_found_across_line_breaks_and_markup(width: int) -> None:
    layout = lay_out(parse_answer(TEXT), width)
    for phrase in ("quick brown fox jumps", "brown  fox", "The guide says more", "the fox of the table, wrapped"):
        (match,) = Finder(layout).find(phrase)
        assert shown(layout, match).replace("|", " ").split() == phrase.split()


SET_APART = (
    "By e-mail, email or E\u2011Mail; ten: 10,000, 10 000 and 10\u202f000 or 10000;"
    " \uff8a\uff9f\uff7f\uff7a\uff9d \u30d1\u30bd\u30b3\u30f3."
)


@pytest.mark.parametrize("width", [11, 80])
@pytest.mark.parametrize(
    ("needle", "wanted"),
    [
        ("email", ["e-mail", "email", "E\u2011Mail"]),
        ("e-mail", ["e-mail", "email", "E\u2011Mail"]),
        ("10000", ["10,000", "10 000", "10\u202f000", "10000"]),
        ("10,000", ["10,000", "10 000", "10\u202f000", "10000"]),
        ("\u30d1\u30bd", ["\uff8a\uff9f\uff7f", "\u30d1\u30bd"]),
        ("-mail", ["-mail", "\u2011Mail"]),
        ("mail", ["mail", "mail", "Mail"]),
    ],
)
def test_what_may_be_set_apart_is_found_in_each_way(width: int, needle: str, wanted: list[str]) -> None:
    layout = lay_out(parse_answer(SET_APART), width)
    found = Finder(layout).find(needle, ignore_case=True)
    texts = [shown(layout, match).replace("|", "") for match in found]
    assert [text.replace(" ", "") for text in texts] == [text.replace(" ", "") for text in wanted]


def test_paragraphs_do_not_run_together() -> None:
    finder = Finder(lay_out(parse_answer("one\n\ntwo\n\n| a | b |\n|---|---|"), 40))
    assert finder.find("one two") == finder.find("a b") == finder.find("") == finder.find("  ") == []


def test_letters_that_change_their_length_keep_their_place() -> None:
    layout = lay_out(parse_answer("İstanbul and istanbul and ISTANBUL"), 60)
    assert [shown(layout, m) for m in Finder(layout).find("istanbul", ignore_case=True)][-2:] == [
        "istanbul",
        "ISTANBUL",
    ]


def place(layout: Layout, text: str) -> tuple[int, int]:
    (part,) = Finder(layout).find(text)[0].parts
    return part.line_index, part.start


@pytest.mark.parametrize("width", [24, 49])
def test_a_selection_gives_the_markdown_without_wraps(width: int) -> None:
    layout = lay_out(parse_answer(TEXT), width)
    start, end = place(layout, "quick"), place(layout, "lazy")
    assert source_text(layout, start, end) == "quick **brown** fox jumps over the "
    start, end = place(layout, "says"), place(layout, "more")
    assert source_text(layout, start, (end[0], end[1] + 2)) == "says mo"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("lazy", "guide", "lazy dog. The [guide](https://example.org/a/long/path/to/the/fox)"),
        ("guide", "says", "[guide](https://example.org/a/long/path/to/the/fox) says"),
        ("guide", "guide", "guide"),
        ("brown", "fox", "**brown** fox"),
        ("quick", "brown", "quick **brown**"),
        ("brown", "brown", "brown"),
    ],
)
def test_markup_at_the_ends_of_a_selection_is_whole(first: str, last: str, expected: str) -> None:
    layout = lay_out(parse_answer(TEXT), 49)
    start, end = place(layout, first), place(layout, last)
    assert source_text(layout, start, (end[0], end[1] + len(last))) == expected


def test_a_selection_in_code_gives_the_code() -> None:
    layout = lay_out(parse_answer(TEXT), 30)
    start, end = place(layout, "one"), place(layout, "two")
    assert source_text(layout, start, (end[0], end[1] + 3)) == "one\n  two"
    line, column = place(layout, "at its end")
    assert source_text(layout, (line, column), (line, column + 6)) == "at its"


def test_a_selection_of_what_is_only_drawn_is_empty() -> None:
    layout = lay_out(parse_answer("```\nx\n```"), 30)
    assert source_text(layout, (0, 0), (0, 20)) == ""


def test_headings_and_details_say_where_they_are() -> None:
    text = """\
# One `x`

text

> ## Two

<details><summary>S</summary>

in

<details><summary>T</summary>

in

</details>

</details>

<details><summary>U</summary>

last

</details>"""
    layout = lay_out(parse_answer(text), 40)
    assert [tuple(heading) for heading in layout.headings] == [(1, "One x", 0), (2, "Two", 5)]
    assert [tuple(details[:3]) for details in layout.details] == [("S", 8, False), ("T", 11, False), ("U", 14, False)]
    folded = lay_out(parse_answer(text), 40, folds=lambda number, _: number == 0)
    assert [tuple(details[:3]) for details in folded.details] == [("S", 8, True), ("U", 10, False)]
    assert folded.line(8).text == "▸ S"
    assert "last" in folded.text()
    assert folded.height < layout.height
    assert "last" not in lay_out(parse_answer(text), 40, folds=lambda number, _: number in {0, 2}).text()


words = st.lists(st.text("abc", min_size=1, max_size=8), min_size=1, max_size=12)


@settings(max_examples=100, deadline=None)
@given(words, st.integers(10, 80), st.data())
def test_any_run_of_words_is_found_and_selected_back(text: list[str], width: int, data: st.DataObject) -> None:
    markdown = "z " + " ".join(text) + " z"
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    wanted = " ".join(text[first:last])
    layout = lay_out(parse_answer(markdown), width)
    matches = Finder(layout).find(wanted)
    assert matches
    for match in matches:
        begin, end = match.parts[0], match.parts[-1]
        assert source_text(layout, (begin.line_index, begin.start), (end.line_index, end.end)) == wanted


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("café", "one caf\u00e9 and one cafe\u0301 and a Cafe", ["caf\u00e9", "cafe\u0301", "Cafe"]),
        ("cafe\u0301", "one caf\u00e9", ["caf\u00e9"]),
        ("strasse", "Die Straße, die STRASSE", ["Straße", "STRASSE"]),
        ("straße", "Die Strasse", ["Strasse"]),
        ("handbook", "the hand\u00adbook, the hand\ufffdbook", ["hand\u00adbook", "hand\ufffdbook"]),
        ("hand\u00adbook", "the handbook", ["handbook"]),
        ("work-flow", "a work\u2011flow", ["work\u2011flow"]),
        ("مرحبا", "a مـــرحبا", ["مـــرحبا"]),
        ("ﬁle", "a file", ["file"]),
        ("file", "a ﬁle of", ["ﬁle"]),
        ("ａｂｃ", "abc", ["abc"]),
        ("İstanbul", "in istanbul", ["istanbul"]),
        ("søren", "Soren", ["Soren"]),
        ("a b", "a\u00a0b", ["a\u00a0b"]),
        ("से", "दुनिया कैसी है से", ["से"]),
        ("東", "東京", ["東"]),
        ('"all"', "it says \u201call\u201d", ["\u201call\u201d"]),
        ("'all'", "it says \u2018all\u2019", ["\u2018all\u2019"]),
        ("1/2 l", "\u00bd l", ["\u00bd l"]),
        ("a b", "a   b", ["a   b"]),
        ("x y", "```\nx  y\n```", ["x  y"]),
        ("x   y", "`x y`", ["x y"]),
    ],
)
@pytest.mark.parametrize("width", [7, 60])
def test_what_is_the_same_to_a_reader_is_found(wanted: str, text: str, found: list[str], width: int) -> None:
    layout = lay_out(parse_answer(text), width)
    matches = Finder(layout).find(wanted, ignore_case=True)
    assert [shown(layout, match).replace("|", "").strip() for match in matches] == [part.strip() for part in found]


@pytest.mark.parametrize(
    ("wanted", "found"), [("Straße", 1), ("Café", 1), ("Cafe\u0301", 1), ("CAFÉ", 0), ("Hand-Buch", 1)]
)
def test_where_case_counts_composition_does_not(wanted: str, found: int) -> None:
    layout = lay_out(parse_answer("Straße, Café, café, Hand\u2010Buch"), 60)
    assert len(Finder(layout).find(wanted)) == found
