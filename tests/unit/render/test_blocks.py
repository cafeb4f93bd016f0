"""Blocks: what Markdown becomes, and that data which is not theirs is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from faqtui.render import dump_blocks, lay_out, load_blocks, parse_answer
from faqtui.render import nodes as b


def text_of(spans: b.Spans) -> str:
    return "".join(span.text for span in spans)


def only(markdown: str) -> Any:
    (block,) = parse_answer(markdown).blocks
    return block


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a <ACCOUNT_ID> b", "a <ACCOUNT_ID> b"),
        ("a <region> b", "a <region> b"),
        ("<REGION>", "<REGION>"),
        ("<+pipeline.x> {{.data}}", "<+pipeline.x> {{.data}}"),
        ("$\\{ami.newAsgName}", "${ami.newAsgName}"),
        ("`a  <b> &amp; \\*`", "a  <b> &amp; \\*"),
        ("&lt;x&gt; &amp;amp; &#65;", "<x> &amp; A"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("a<!-- no -->b", "ab"),
        ("<b>bold</b> <b>open", "bold <b>open"),
        ("x<sup>2</sup> H<sub>2</sub>O", "x^2 H2O"),
        ("snake_case *a* **b** ~~c~~", "snake_case a b c"),
        ("==a *b*==, (==c==) x==y==z `==d==` e == f == g", "a b, (c) x==y==z ==d== e == f == g"),
        ("https://example.org/?a==b==c and abc== or ==d", "https://example.org/?a==b==c and abc== or ==d"),
        ("10<sup>th</sup> TM<sup>TM</sup> x<sup>n+1</sup> m<sup>-2</sup>", "10th TMTM x^(n+1) m^-2"),
        ("a<sub>i</sub> b<sub>i+1</sub> <sub>small print</sub> C<sub>6</sub>", "a_i b_(i+1) small print C6"),
        ("as said<sup><a href='#n1'>1</a></sup>", "as said^1"),
        ("as said<sup>[1]</sup>", "as said[1]"),
        (
            "See https://h.example/_cat_/x?q=*a*, or http://h.example/*.zip *too*",
            "See https://h.example/_cat_/x?q=*a*, or http://h.example/*.zip too",
        ),
        (
            "**https://h.example/_a_/b** *see https://h.example/a_b_c*",
            "https://h.example/_a_/b see https://h.example/a_b_c",
        ),
        ("[to https://h.example/_a_/](x.md) a:_b_ ://_c_", "to https://h.example/_a_/ a:b ://c"),
        ("one\ntwo", "one two"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("1.First\n2.Second", "1.First\n2.Second"),
        ("Links:\nhttps://example.org/a", "Links:\nhttps://example.org/a"),
        ("![]( x.png)", "[image]"),
        ("![a *b*](x.png)", "[image: a b]"),
        ("tab\there", "tab here"),
        ("<Link to='/x'>here</Link> or there", "here or there"),
        ("<Link to='/x'>here</Link> <Badge text='new'/>", "here new"),
        ("<div>\n<Link href='/x'><b>here</b></Link>, too\n</div>", "here, too"),
    ],
)
def test_a_paragraph_shows_what_its_author_wrote(written: str, shown: str) -> None:
    assert text_of(only(written).spans) == shown


def test_a_link_component_at_the_beginning_of_a_line_is_a_link_on_its_own_words() -> None:
    (link,) = parse_answer("<Link to='/x'>here</Link> or there").links
    assert (link.text, link.url) == ("here", "/x")


def test_entities_for_control_characters_are_made_safe() -> None:
    shown = text_of(only("a &#27;[31m &#x202e; &#155; &#10; [&#27;](https://x.org) ![&#27;](x)").spans)
    assert not set(shown) & set("\x1b\u202e\x9b\n")
    table = text_of(only('<table><tr><td>&#27;<img src=x alt="&#27;]52;"></td></tr></table>').rows[0][0])
    assert "\x1b" not in table
    assert "\x1b" not in only("<pre>\n&#27;[6n\n</pre>").text


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://a.org/b_c_d, x", ["https://a.org/b_c_d"]),
        ("(https://a.org/Foo_(bar)).", ["https://a.org/Foo_(bar)"]),
        ("<https://a.org> <me@a.org>", ["https://a.org", "mailto:me@a.org"]),
        ("mailto:me@a.org.", ["mailto:me@a.org"]),
        ("https://a.org/?a=1&amp;b=2", ["https://a.org/?a=1&b=2"]),
        ("README.md setup.py a.org www.a.org ftp://a.org", []),
        ("`https://a.org`", []),
        ("[t](https://a.org) [t][r] [r]\n\n[r]: https://b.org", ["https://a.org", "https://b.org", "https://b.org"]),
        ("[t](javascript:alert) [t](file:///etc)", []),
        ("[![badge](b.svg)](https://a.org)", ["https://a.org"]),
        ('<a href="https://a.org">x</a>', ["https://a.org"]),
        ("![alt](pic.png)", ["pic.png"]),
        ("http://", []),
    ],
)
def test_links_are_those_that_are_written_as_such(text: str, urls: list[str]) -> None:
    assert [link.url for link in parse_answer(text).links] == urls


def test_the_source_range_of_a_url_is_the_url() -> None:
    text = "See [the *guide*](https://a.org/x 'title'), https://b.org, [r].\n\n[r]: https://c.org"
    places = [text[link.start : link.end] for link in parse_answer(text).links]
    assert places[:2] == ["https://a.org/x", "https://b.org"]


def test_a_fence_keeps_its_text_exactly_and_tells_its_language_and_title() -> None:
    code = only('```yaml title="a b.yml" {1,2}\n  a: 1\n\n\tb\n```')
    assert (code.language, code.title, code.text) == ("yaml", "a b.yml", "  a: 1\n\n\tb")
    assert only("```{.python}\nx\n```").language == "python"
    assert only("```js:src/a.js\nx\n```").title == "src/a.js"
    assert only("    x\n\n      y").text == "x\n\n  y"
    assert (only("```\n```").language, only("```\n```").text) == ("", "")


@pytest.mark.parametrize(
    ("info", "language", "title"),
    [
        ("js index.js", "js", "index.js"),
        ("tsx src/app/a.test.tsx {3}", "tsx", "src/app/a.test.tsx"),
        ("js [index.js]", "js", "index.js"),
        ("js // index.js", "js", "index.js"),
        ("js title=index.js", "js", "index.js"),
        ("js filename='a b.js'", "js", "a b.js"),
        ("python {file=x.py}", "python", "x.py"),
        ('{ .py .annotate title="a.py" }', "py", "a.py"),
        ('title="x.sh"', "", "x.sh"),
        ("{code-block} toml Cargo.toml", "toml", "Cargo.toml"),
        ("js {1,3} showLineNumbers", "js", ""),
        ("sh 1.2.3", "sh", ""),
        ("sh npm2yarn", "sh", ""),
        ("py subtitle=x", "py", ""),
    ],
)
def test_the_title_of_a_fence_is_told_however_it_is_given(info: str, language: str, title: str) -> None:
    code = only(f"```{info}\nx\n```")
    assert (code.language, code.title) == (language, title)


def test_code_inside_other_blocks_knows_its_lines_in_the_source() -> None:
    text = "> - x\n>   ```\n>   one\n>     two\n>   ```"
    code = next(block for block in b.walk(parse_answer(text).blocks) if isinstance(block, b.Code))
    assert [text[start : start + len(line)] for line, start in code.lines()] == ["one", "  two"]


@pytest.mark.parametrize(
    ("written", "kind", "title"),
    [
        (":::info note\nx\n:::", "info", "note"),
        (":::tip[A title]\nx\n:::", "tip", "A title"),
        (':::note{title="T"}\nx\n:::', "note", "T"),
        (":::warning\nx\n:::", "warning", ""),
        ("> [!CAUTION]\n> x", "caution", ""),
        ("> [!note]- Folded\n> x", "note", "Folded"),
        ('!!! danger "Stop"\n    x', "danger", "Stop"),
        ("!!! note\n    x", "note", ""),
    ],
)
def test_admonitions_of_every_dialect_are_one_block(written: str, kind: str, title: str) -> None:
    block = only(written)
    assert isinstance(block, b.Admonition)
    assert (block.kind, text_of(block.title)) == (kind, title)
    assert text_of(block.blocks[0].spans) == "x"  # type: ignore[union-attr]


def test_details_hold_the_markdown_between_their_tags() -> None:
    block = only("<details>\n<summary>Why `x`?</summary>\n\n*Because*\n\n```\ncode\n```\n\n</details>")
    assert isinstance(block, b.Details)
    assert text_of(block.summary) == "Why x?"
    assert [type(inner) for inner in block.blocks] == [b.Paragraph, b.Code]


def test_tabs_are_shown_one_below_the_other() -> None:
    items = '<TabItem value="mac" label="macOS">\n\n`brew`\n\n</TabItem>\n<TabItem value="other">\n\nx\n\n</TabItem>'
    text = f"<Tabs>\n{items}\n</Tabs>"
    blocks = parse_answer(text).blocks
    assert [text_of(block.summary) for block in blocks if isinstance(block, b.Details)] == ["macOS", "other"]
    assert len(blocks) == 2
    assert text[slice(*blocks[0].summary[0][2:4])] == "macOS"  # type: ignore[union-attr]
    assert text_of(only("<Tabs> is a component").spans) == "<Tabs> is a component"


def test_the_id_of_a_heading_is_not_its_text() -> None:
    assert text_of(only("## Set it up {#set-up}").spans) == "Set it up"
    assert text_of(only("## Use {braces} and {#}").spans) == "Use {braces} and {#}"


def test_details_left_open_end_with_the_answer() -> None:
    blocks = parse_answer("<details><summary>S</summary>\n\nx\n\n<p></details").blocks
    assert "x" in "".join(text_of(p.spans) for p in b.walk(blocks) if isinstance(p, b.Paragraph))


def test_html_tables_and_lists_become_tables_and_lists() -> None:
    table = only("<table><tr><th>A<th>B<tr><td>1<td>2<br>3</table>")
    assert [text_of(cell) for cell in table.head] == ["A", "B"]
    assert [[text_of(cell) for cell in row] for row in table.rows] == [["1", "2\n3"]]
    listing = only("<ol start=3><li>x</li><li>y</li></ol>")
    assert [item.marker for item in listing.items] == ["3.", "4."]


def test_preformatted_html_keeps_its_lines_and_placeholders() -> None:
    text = '<pre><code class="language-sh">\none <b>two</b><br>three &lt;four&gt; <FIVE>\n  six\n</code></pre>'
    code = only(text)
    assert (code.language, code.text) == ("sh", "one two\nthree <four> <FIVE>\n  six")
    assert [text[start : start + len(line)] for line, start in code.lines() if start != b.NOWHERE] == ["  six"]


def test_a_table_row_with_too_many_cells_keeps_them() -> None:
    table = only("| a | b |\n|---|---|\n| 1 | **2** | 3 | 4 |\n| x \\| y | z |")
    assert [[text_of(cell) for cell in row] for row in table.rows] == [["1", "2 | 3 | 4"], ["x | y", "z"]]


def test_ordered_lists_count_from_their_first_number() -> None:
    assert [item.marker for item in only("7) a\n7) b\n7) c").items] == ["7)", "8)", "9)"]


@pytest.mark.parametrize(
    ("written", "summary"), [("??? question\n    x", "Question"), ('???+ tip "Look *here*"\n    x', "Tip: Look here")]
)
def test_collapsible_admonitions_are_details_with_their_kind_in_words(written: str, summary: str) -> None:
    block = only(written)
    assert isinstance(block, b.Details)
    assert text_of(block.summary) == summary
    assert text_of(block.blocks[0].spans) == "x"  # type: ignore[union-attr]


def test_tabs_show_one_below_the_other() -> None:
    written = (
        'Choose:\n=== "On *Linux*"\n\n    Run\n\n    ```sh\n    a\n    ```\n\n===! "Elsewhere"\n    Wait.\n\nDone.'
    )
    first, second, third, last = parse_answer(written).blocks
    assert isinstance(second, b.Admonition)
    assert isinstance(third, b.Admonition)
    assert [text_of(block.title) for block in (second, third)] == ["On Linux", "Elsewhere"]
    assert [type(block) for block in second.blocks] == [b.Paragraph, b.Code]
    assert text_of(first.spans) + text_of(last.spans) == "Choose:Done."  # type: ignore[union-attr]


def test_a_footnote_holds_what_is_indented_below_it() -> None:
    note, after = parse_answer("[^a]: First\n    and more.\n\n    Second `x`.\n\n        code\n\nAfter.").blocks
    assert isinstance(note, b.Footnote)
    assert [type(block) for block in note.blocks] == [b.Paragraph, b.Paragraph, b.Code]
    assert text_of(after.spans) == "After."  # type: ignore[union-attr]


def test_tasks_know_whether_they_are_done() -> None:
    listing = only("- [ ] a\n- [x] b\n- c")
    assert [item.task for item in listing.items] == [False, True, None]
    assert text_of(listing.items[0].blocks[0].spans) == "a"


def test_footnotes_are_shown_even_when_they_look_like_link_definitions() -> None:
    blocks = parse_answer("x[^1] y[^n]\n\n[^1]: word\n[^n]: several words").blocks
    notes = [block for block in blocks if isinstance(block, b.Footnote)]
    assert [(note.label.text, text_of(note.blocks[0].spans)) for note in notes] == [  # type: ignore[union-attr]
        ("¹", "word"),
        ("²", "several words"),
    ]


def test_what_is_nested_too_deep_is_shown_as_written() -> None:
    for markdown in (">" * 500 + " deep", "\n".join("  " * n + "- x" for n in range(300)), "- " * 400 + "deep"):
        layout = lay_out(parse_answer(markdown), 40)
        assert ("deep" in layout.text()) == ("deep" in markdown)
        assert layout.text().count("x") == markdown.count("x")


def long_answer() -> str:
    parts = [f"Paragraph {n} with a [link](https://example.org/{n}) and a [name][ref].\n" for n in range(300)]
    parts += ["| a | b |", "|---|---|", *(f"| row {n} | x |" for n in range(2500)), ""]
    parts += [f"{n}. item {n}" for n in range(1, 2500)]
    parts += ["", "```", *(f"line {n}" for n in range(3000)), "```", "", "<details><summary>S</summary>", ""]
    parts += [f"inside {n}\n" for n in range(1500)] + ["</details>", "", "[ref]: https://example.org/ref"]
    return "\n".join(parts)


def test_a_long_answer_is_parsed_as_far_as_it_is_asked_for() -> None:
    blocks = parse_answer(long_answer())
    assert blocks.reach(10)
    assert not blocks.complete
    assert len(blocks.blocks) < 400
    blocks.finish()
    assert blocks.complete


def test_a_long_answer_says_the_same_in_pieces_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from faqtui.render.markup import parse

    markdown = long_answer()
    pieces = parse_answer(markdown)
    pieces.finish()
    monkeypatch.setattr(parse, "_WHOLE", len(markdown))
    whole = parse_answer(markdown)
    assert whole.complete
    assert len(whole.blocks) < len(pieces.blocks)
    assert lay_out(pieces, 40).text() == lay_out(whole, 40).text()
    assert pieces.links == whole.links


def test_a_megabyte_on_one_line_is_parsed_piece_by_piece() -> None:
    markdown = "word *and* more https://example.org/x " * 20_000
    blocks = parse_answer(markdown)
    layout = lay_out(blocks, 49)
    assert not blocks.complete
    assert len(blocks.links) < 3_000
    layout.finish()
    text = layout.text()
    assert text.count("word") == text.count("and") == text.count("https://example.org/x") == 20_000
    assert all(layout.line(index).runs for index in range(layout.height))
    link = blocks.links[-1]
    assert markdown[link.start : link.end] == "https://example.org/x"


def test_loaded_blocks_need_neither_markdown_it_nor_pygments() -> None:
    data = json.dumps(
        dump_blocks(parse_answer("# T\n\n*a* [b](https://c.org/d)\n\n```yaml\na: 1 # x\n```\n\n| a |\n|---|\n| b |"))
    )
    program = (
        "import json, sys\n"
        "from faqtui.render import lay_out, load_blocks\n"
        f"layout = lay_out(load_blocks(json.loads({data!r})), 49)\n"
        "assert any(run.style == 'code.comment' for i in range(layout.height) for run in layout.line(i).runs)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"markdown_it", "mdit_py_plugins", "pygments", "textual", "yaml"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "data", [None, 1, [], {}, "x", [1], [99, "", [], []], [1, "", [["z"]], []], [1, "", [["p"]], []]]
)
def test_foreign_data_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="laid-out answer"):
        load_blocks(data)


@pytest.mark.parametrize("opening", ["::: tabs", "::: code-tabs#shell", ":::: tabs"])
def test_tabs_that_go_up_to_the_next_are_told_apart(opening: str) -> None:
    closing = opening.split(" ")[0]
    text = f"{opening}\n@tab One\nfirst\n- x\n@tab:active Two *b*\n\n```sh\ny\n```\n{closing}\n\nAfter.\n"
    one, two, after = parse_answer(text).blocks
    assert isinstance(one, b.Admonition)
    assert isinstance(two, b.Admonition)
    assert [(block.kind, text_of(block.title), len(block.blocks)) for block in (one, two)] == [
        ("tab", "One", 2),
        ("tab", "Two b", 1),
    ]
    assert isinstance(after, b.Paragraph)


def test_what_begins_like_a_tab_elsewhere_is_text() -> None:
    assert text_of(only("@tab One").spans) == "@tab One"
    (note,) = parse_answer("::: tip\nMail x\n@table y\n:::").blocks
    assert isinstance(note, b.Admonition)
    assert len(note.blocks) == 1


def test_a_container_without_content_is_shown() -> None:
    assert only(":::tip\n:::").kind == "tip"
