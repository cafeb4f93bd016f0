"""Layouts: where lines break, how code is panned, where links say they lead, and how little is done in advance."""

from __future__ import annotations

import pytest

from faqtui.render import Layout, destinations, lay_out, nodes, parse_answer
from faqtui.render.ansi import to_ansi, to_text
from faqtui.render.code import colour
from faqtui.render.codebox import code_runs
from faqtui.render.nodes import LinkData, Span
from faqtui.render.wrap import crop, part, width_of, wrap
from support.places import GOLDEN

STYLES: dict[str, str] = {
    "": "Plain text.",
    "heading": "A heading inside the answer.",
    "heading.second": "One that stands under another.",
    "heading.third": "One that stands under two or more.",
    "strong": "Text with strong emphasis.",
    "emphasis": "Text with emphasis.",
    "strike": "Text struck through.",
    "underline": "Underlined or inserted text.",
    "mark": "Text marked as with a felt pen.",
    "code": "Inline code.",
    "link": "The text of a link.",
    "url": "Where a link leads: its number, its host and path, or its whole URL.",
    "image": "The words that stand for an image.",
    "bullet": "The bullet, number or box of a list item.",
    "quote": "The bar left of a quotation.",
    "rule": "A rule across the answer, or under a heading.",
    "footnote": "The label of a footnote, in the text and where it is explained.",
    "summary.hint": "The hint behind that line while they are folded.",
    "summary": "The line of foldable details that stays when they are folded.",
    "table.border": "The lines between the cells of a table.",
    "table.header": "The text of a table's header.",
    "code.border": "The box around a code block.",
    "code.title": "The language or title on that box.",
    "code.hint": "The hint at the right end of that box.",
    "code.more": "The sign that code goes on beyond the edge.",
    "code.text": "Code of a block that has no other style.",
    "code.keyword": "Code: a word of the language.",
    "code.name": "Code: a name that is defined, or a key of a mapping.",
    "code.function": "Code: a function, a command or a built-in name.",
    "code.string": "Code: a string.",
    "code.number": "Code: a number or another literal.",
    "code.comment": "Code: a comment.",
    "code.operator": "Code: an operator or punctuation.",
    "code.variable": "Code: a variable or a placeholder.",
    "code.error": "Code: what the language does not allow; also a removed line of a patch.",
    "code.added": "Code: an added line of a patch.",
    "code.prompt": "Code: the prompt of a recorded shell session.",
    "code.output": "Code: what a recorded shell session printed.",
    "admonition.note": "The bar and title of an admonition that tells: note, info, abstract.",
    "admonition.tip": "The bar and title of an admonition that helps: tip, success, example.",
    "admonition.important": "The bar and title of an admonition that must be read: important, question.",
    "admonition.warning": "The bar and title of an admonition that warns: warning, attention.",
    "admonition.danger": "The bar and title of an admonition that forbids: danger, caution, bug.",
}
"""The styles that themes give a look, and what each means."""

GOLDENS = GOLDEN / "answers"
LONG = "https://docs.example.org/guides/storage/rotate-the-token-every-ten-hours"


def lines(markdown: str, width: int = 40, **options: bool) -> list[str]:
    layout = lay_out(parse_answer(markdown), width, **options)
    return [layout.line(index).text for index in range(layout.height)]


def wrapped(text: str, width: int) -> list[str]:
    return ["".join(run.text for run in line) for line in wrap([Span(text, "", 0, len(text))], width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("one   two", 5, ["one", "two"]),
        ("  one", 5, ["one"]),
        ("a\n\nb \n", 5, ["a", "", "b", ""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("https://a.org/one/two", 16, ["https://a.org/", "one/two"]),
        ("漢字かな", 5, ["漢字", "かな"]),
        ("漢字かな。", 8, ["漢字か", "な。"]),
        ("ab漢字", 3, ["ab", "漢", "字"]),
        ("é" * 6, 4, ["éééé", "éé"]),
        ("e\u0301" * 6, 4, ["e\u0301" * 4, "e\u0301" * 2]),
        ("👩‍💻👩‍💻👩‍💻", 4, ["👩‍💻👩‍💻", "👩‍💻"]),
        ("漢", 1, ["漢"]),
        ("*1. /_", 1, ["*", "1", ".", "/", "_"]),
        ("␀\n漢\n\nb", 9, ["␀", "漢", "", "b"]),
    ],
)
def test_text_breaks_where_people_break_it(text: str, width: int, expected: list[str]) -> None:
    assert wrapped(text, width) == expected


def test_pieces_of_a_wrapped_span_keep_their_own_part_of_the_source() -> None:
    ((first,), (second,)) = wrap([Span("one two", "strong", 10, 17)], 4)
    assert (first.source, second.source) == ((10, 13), (14, 17))
    assert part(Span("<", "", 5, 9), 0, 1).source == (5, 9)


def test_half_a_wide_character_shows_as_a_blank() -> None:
    runs = part(Span("漢字x", "", 0, 3), 0, 3)
    assert [run.text for run in crop([runs], 1, 3)] == [" 字"]
    assert [run.text for run in crop([runs], 2, 1)] == [" "]
    assert [run.text for run in crop([runs], 4, 9)] == ["x"]


def test_code_is_not_wrapped_but_panned() -> None:
    layout = lay_out(parse_answer("```yaml\nabcdefghijklmnopqrstuvwxyz\nshort\n```"), 20)
    assert layout.pan_limit == 26 - 16
    assert layout.line(1).text == "│ abcdefghijklmnop›│"
    assert layout.line(1, 5).text == "│‹fghijklmnopqrstu›│"
    assert layout.line(1, 10).text == "│‹klmnopqrstuvwxyz │"
    assert layout.line(2, 10).text == "│‹                 │"
    assert layout.line(1, 10).runs[2].source == (18, 34)
    assert layout.line(0, 10) == layout.line(0)
    assert layout.line(1).cells == layout.line(1, 5).cells == 20


def test_the_box_of_code_names_its_language_and_takes_a_hint_where_there_is_room() -> None:
    code = parse_answer("```yaml\na: 1\n```")
    assert lay_out(code, 30, code_hint="c copies").line(0).text == "╭ yaml ──────────── c copies ╮"
    assert lay_out(code, 16, code_hint="c copies").line(0).text == "╭ yaml ────────╮"
    assert lay_out(code, 10, ascii=True).line(0).text == "+ yaml --+"
    assert lay_out(parse_answer("```averyverylongname\nx\n```"), 12).line(0).text == "╭ avery… ──╮"
    assert lay_out(code, 30, boxes=False).text() == "a: 1\n"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("yaml", 'name: "ff2"\n\nhandler: x.y  # why\n\nlist:\n  - a\n'),
        ("bash", 'ls -l\n\nfor x in a b; do\n  echo "$x"\ndone\n'),
        ("python", 'def f():\n    """Doc\n\n    string"""\n    return 1\n'),
        ("json", '{\n  "a": [1,\n    null]\n}'),
    ],
)
def test_colours_stand_where_the_lexer_put_them(language: str, text: str) -> None:
    pieces = colour(language, text)
    assert pieces is not None
    expected = [style for style, length in pieces for _ in range(length)]
    lines_of_code = list(code_runs(nodes.Code(language, "", text, [0], pieces)))
    seen = {
        run.source[0] + i: run.style
        for line in lines_of_code
        for run in line
        if run.source
        for i in range(len(run.text))
    }
    assert seen == {place: style for place, style in enumerate(expected) if text[place] != "\n"}


def test_the_last_line_of_code_is_coloured_without_a_line_end():
    for text in ("- old\n+ new", "- old\n+ new\n"):
        pieces = colour("diff", text)
        assert pieces is not None
        assert sum(length for _, length in pieces) == len(text)
        assert [style for style, _ in pieces if style != "code.text"] == ["code.error", "code.added"]


def test_tabs_reach_the_next_fourth_column() -> None:
    assert lines("```\na\tb\n\tc\nabcd\te\n```", 20)[1:4] == [
        "│ a   b            │",
        "│     c            │",
        "│ abcd    e        │",
    ]


def test_a_link_says_where_it_leads() -> None:
    assert lines(f"[Documentation]({LONG})", 100) == [f"Documentation ({LONG[8:]})"]
    assert lines(f"the [guide to tokens]({LONG}).", 100) == ["the guide to tokens[1].", "", f"[1] {LONG}"]
    assert lines("[a friend](mailto:me@example.org)") == ["a friend (me@example.org)"]
    assert lines("[the site](https://example.org/)") == ["the site (example.org)"]
    assert lines("<https://example.org> [https://example.org](https://example.org)", 90) == [
        "https://example.org https://example.org"
    ]
    assert lines("[Another question](#another-question) [here](#x)") == ["Another question here (#x)"]


@pytest.mark.parametrize(
    ("text", "vague"),
    [("Documentation", True), ("here", True), (" Click  Here. ", True), ("the ECS tutorial", False), ("", False)],
)
def test_some_link_texts_say_nothing(text: str, vague: bool) -> None:
    assert destinations.is_vague(text) is vague
    assert destinations.place(LinkData(text, LONG, 0, 0)) == ("inline" if vague else "below")


def test_targets_stand_at_the_end_of_their_section() -> None:
    shown = lines(f"[one thing]({LONG}) [one thing]({LONG}/2)\n\n# Next\n\n[another]({LONG}/3)", 100)
    assert shown == [
        "one thing[1] one thing[2]",
        "",
        f"[1] {LONG}",
        f"[2] {LONG}/2",
        "",
        "Next",
        "────",
        "",
        "another[3]",
        "",
        f"[3] {LONG}/3",
    ]


def test_links_know_their_lines_and_runs_know_their_links() -> None:
    layout = lay_out(parse_answer(f"x\n\n[one]({LONG}) and\n\n- <https://example.org>"), 40)
    assert [(link.text, link.url, link.line_index) for link in layout.links] == [
        ("one", LONG, 2),
        ("https://example.org", "https://example.org", 4),
    ]
    linked = {
        run.text: run.link for index in range(layout.height) for run in layout.line(index).runs if run.link is not None
    }
    assert linked["one"] == linked["[1]"] == 0
    assert linked["https://example.org"] == 1


def test_code_blocks_know_their_lines() -> None:
    layout = lay_out(parse_answer("a\n\n```sh\nls\n```\n\n> ```\n> x\n> y\n> ```"), 40)
    assert [tuple(place) for place in layout.code_blocks] == [("sh", "ls", 2), ("", "x\ny", 6)]


def test_deep_nesting_leaves_room_for_the_text() -> None:
    shown = lines("\n".join("  " * depth + f"- level {depth}" for depth in range(12)), 16)
    assert all(width_of(line) <= 16 for line in shown)
    assert [line.split()[-1] for line in shown if "level" in line or line.strip().isdigit()] != []
    assert "".join(shown).count("level") == 12


def test_a_table_is_stacked_where_columns_would_be_too_narrow() -> None:
    table = "| Name | What it does |\n|---|---|\n| alpha-beta-gamma | stops |\n| delta | goes on |"
    assert lines(table, 40)[0] == "Name             │ What it does"
    assert lines(table, 16) == [
        "Name:",
        "  alpha-beta-",
        "  gamma",
        "What it does:",
        "  stops",
        "────────",
        "Name: delta",
        "What it does:",
        "  goes on",
    ]


def test_a_wide_table_shares_its_width_among_the_hungry_columns() -> None:
    table = f"| a | b |\n|---|---|\n| 1 | {'word ' * 30}|"
    shown = lines(table, 40)
    assert shown[0] == "a │ b"
    assert shown[2].startswith("1 │ word word")
    assert max(width_of(line) for line in shown) <= 40


def long_answer(size: int) -> str:
    return "A paragraph with *some* words and a [link](https://example.org/a/b) in it.\n\n" * (size // 78)


def test_a_long_answer_is_laid_out_only_as_far_as_it_is_read() -> None:
    layout = lay_out(parse_answer(long_answer(300_000)), 49)
    assert not layout.complete
    first = layout.height
    assert 400 <= first < 2_000
    assert layout.line(first + 100).text is not None
    assert 0 < layout.share < 0.2
    assert first < layout.height < 4_000
    assert layout.links
    layout.finish()
    assert layout.complete
    assert layout.line(layout.height - 1).text
    with pytest.raises(IndexError):
        layout.line(layout.height)


def test_blocks_that_are_asked_for_first_do_not_wait_for_the_last() -> None:
    parsed = parse_answer(long_answer(300_000))
    lay_out(parsed, 49)
    assert not parsed.complete


def test_plain_text_has_all_of_the_code_and_no_blanks_at_its_ends() -> None:
    layout = lay_out(parse_answer("Text\n\n```yaml\nkey: " + "x" * 60 + "\n```"), 30, code_hint="c copies")
    text = to_text(layout)
    assert "key: " + "x" * 60 in text
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_ansi_uses_the_terminals_own_colours_or_none() -> None:
    layout = lay_out(parse_answer("**b** `c` [x](https://example.org/a)"), 80)
    assert to_ansi(layout, colour=True).startswith("\x1b[1mb\x1b[m \x1b[36mc\x1b[m \x1b[4;34mx\x1b[m")
    assert "34m" not in to_ansi(layout, colour=False)
    linked = to_ansi(layout, colour=False, hyperlinks=True)
    assert linked.count("\x1b]8;id=") == 2
    assert ";https://example.org/a\x1b\\" in linked
    assert "\x1b]8" not in to_ansi(lay_out(parse_answer("[x](ssh://example.org)"), 80), colour=True, hyperlinks=True)


def test_every_style_that_is_used_is_listed() -> None:
    markdown = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(GOLDENS.glob("*.md")))
    layout = lay_out(parse_answer(markdown), 49, code_hint="c copies")
    layout.finish()
    used = {name for i in range(layout.height) for run in layout.line(i).runs for name in run.style.split(" ")}
    assert used <= set(STYLES)
    assert {"heading", "code.keyword", "admonition.danger", "table.header", "code.more"} <= used


def test_every_kind_of_admonition_has_a_style() -> None:
    from faqtui.render.compose import KINDS

    assert {f"admonition.{look}" for look in KINDS.values()} <= set(STYLES)


def test_an_empty_answer_has_no_lines() -> None:
    for markdown in ("", "\n\n", "<!-- nothing -->", "[a]: b"):
        layout: Layout = lay_out(parse_answer(markdown), 40)
        assert (layout.height, layout.complete, list(layout.links)) == (0, True, [])


def test_drawing_never_changes_the_blocks() -> None:
    parsed = parse_answer("# H [a](https://example.org/b)\n\n| a |\n|---|\n| [x](y) |\n\n:::note T\nx\n:::")
    before = nodes.dump_blocks(parsed)
    lay_out(parsed, 30)
    lay_out(parsed, 12, ascii=True)
    assert nodes.dump_blocks(parsed) == before


def test_a_space_that_carries_a_mark_is_counted_as_a_letter() -> None:
    layout = lay_out(parse_answer("https://example.org/a_b/c****!\n\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}"), 10)
    assert all(layout.line(index).cells <= 10 for index in range(layout.height))


def test_headings_have_three_ranks_by_what_they_stand_under() -> None:
    markdown = "### A\n\n#### B\n\n##### C\n\n###### D\n\n#### E\n\n### F\n"
    layout = lay_out(parse_answer(markdown), 40)
    styles = {line.text: line.runs[0].style for line in (layout.line(i) for i in range(layout.height)) if line.text}
    first, second, third = "heading", "heading.second", "heading.third"
    assert styles == {"A": first, "B": second, "C": third, "D": third, "E": second, "F": first}


def test_below_code_in_a_tight_list_the_text_has_a_blank_line_above_it() -> None:
    layout = lay_out(parse_answer("1. Do this:\n   ```sh\n   make\n   ```\n   Then look.\n2. And that.\n"), 40)
    lines = [layout.line(i).text.strip() for i in range(layout.height)]
    at = lines.index("Then look.")
    assert lines[at - 1] == ""
    assert lines[at - 2].startswith("╰")


@pytest.mark.parametrize(
    "first", ["1. Do:\n   ```sh\n   make\n   ```\n", "1. Do:\n   - so:\n     ```sh\n     make\n     ```\n"]
)
def test_an_item_below_one_that_ends_in_code_has_a_blank_line_above_it(first: str) -> None:
    layout = lay_out(parse_answer(f"{first}2. And that.\n3. And this.\n"), 40)
    lines = [layout.line(i).text.strip() for i in range(layout.height)]
    assert lines[-3:] == ["", "2. And that.", "3. And this."]
    plain = lay_out(parse_answer(f"{first}2. And that.\n"), 40, boxes=False)
    assert [plain.line(i).text.strip() for i in range(plain.height)][-2:] == ["make", "2. And that."]
