"""What holds for the layout of any answer: it is made, it fits, it shows everything, and it knows the source."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.render import Layout, dump_blocks, lay_out, load_blocks, parse_answer
from faqtui.render.find import Finder, source_text
from faqtui.render.folding import texts
from faqtui.render.wrap import Run
from faqtui.sanitize import sanitize

SNIPPETS = [
    *"*_`[]()<>!#-+.|~:&\\\n\t \"'{}$^=/@1",
    "\n\n",
    "  \n",
    "```",
    "```yaml\n",
    "~~~",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "    ",
    "# ",
    "---\n",
    "| a | b |\n|---|:-:|\n",
    ":::note Title\n",
    ":::\n",
    '!!! warning "T"\n    ',
    "> [!TIP]\n> ",
    "<details><summary>",
    "</summary>\n\n",
    "</details>\n",
    "<table><tr><td>",
    "</td></tr></table>",
    "<b>",
    "</b>",
    "<br/>",
    "<!-- ",
    " -->",
    "<ACCOUNT_ID>",
    "<pre>",
    "</pre>",
    "<ul><li>",
    "https://example.org/a_b/c",
    "[text](https://example.org/very/long/path/to/somewhere)",
    "![alt](i.png)",
    "[^1]",
    "[^1]: ",
    "[ref]: https://example.org\n",
    "&amp;",
    "**bold**",
    "$",
    "$$\n",
    "word",
    "漢字かな交じり文",
    "👩‍💻",
    "e\u0301",
    "שלום",
    "\u200d",
    "\ufe0f",
    "\ud800",
    "\x1b",
    "␀\n",
]


noise = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6)), max_size=40).map("".join).map(sanitize)
widths = st.integers(10, 300)


def runs_of(layout: Layout) -> list[Run]:
    layout.finish()
    return [run for index in range(layout.height) for run in layout.whole_line(index)]


@settings(max_examples=150, deadline=None)
@given(noise, widths, st.booleans(), st.integers(0, 400))
def test_any_text_is_laid_out_within_its_width(text: str, width: int, ascii_only: bool, pan: int) -> None:
    layout = lay_out(parse_answer(text), width, ascii=ascii_only, code_hint="c copies")
    layout.finish()
    for index in range(layout.height):
        for offset in (0, pan):
            line = layout.line(index, offset)
            assert line.cells <= width
            assert "\n" not in line.text
            assert "\t" not in line.text


@settings(max_examples=100, deadline=None)
@given(noise, st.integers(1, 9))
def test_even_a_silly_width_is_kept_unless_a_character_is_wider(text: str, width: int) -> None:
    layout = lay_out(parse_answer(text), width)
    layout.finish()
    assert all(layout.line(index).cells <= max(width, 2) for index in range(layout.height))


@settings(max_examples=150, deadline=None)
@given(noise, widths)
def test_source_ranges_lie_in_the_source_and_hold_the_text_they_show(text: str, width: int) -> None:
    for run in runs_of(lay_out(parse_answer(text), width)):
        if run.source is None:
            continue
        start, end = run.source
        assert 0 <= start < end <= len(text)
        shown = text[start:end]
        if end - start == len(run.text) and run.text.isalnum() and run.style != "bullet":
            assert shown == run.text or run.style.startswith("admonition"), run


@settings(max_examples=150, deadline=None)
@given(noise, st.integers(10, 120))
def test_blocks_come_back_from_json_as_they_were(text: str, width: int) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.replace("\ud800", "")
    blocks = parse_answer(text)
    loaded = load_blocks(json.loads(json.dumps(dump_blocks(blocks))))
    before, after = lay_out(blocks, width), lay_out(loaded, width)
    assert [before.line(i) for i in range(before.height)] == [after.line(i) for i in range(after.height)]
    assert list(before.links) == list(after.links)
    assert before.code_blocks == after.code_blocks


# Markdown whose every letter is meant to be seen.

FOREIGN = ["漢字", "かな交じり文", "שלום", "مرحبا", "e\u0301", "n\u0303o", "👩‍💻", "🇨🇭", "ﬁn", "ß", "ไทย", "한국어"]
words = st.one_of(
    st.text("abcdefgh", min_size=1, max_size=12),
    st.sampled_from(FOREIGN),
).map(lambda word: "w" + word)
latin = st.text("abcdefgh", min_size=1, max_size=12).map(lambda word: "w" + word)
sentence = st.lists(words, min_size=1, max_size=8).map(" ".join)
inline = st.recursive(
    sentence,
    lambda inner: st.one_of(
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"x*{text}*x"),
        inner.map(lambda text: f"x ~~{text}~~"),
        sentence.map(lambda text: f"`{text}`"),
        inner.map(lambda text: f"[{text}](https://example.org/{text.count('w')}/a)"),
        sentence.map(lambda text: f"![{text}](https://example.org/i.png)"),
        latin.map(lambda word: f"<{word.upper()}_ID>"),
        latin.map(lambda word: f"<{word}>"),
        words.map(lambda word: f"{{{{.{word}}}}} $\\{{{word}}} &lt;{word}&gt;"),
        latin.map(lambda word: f"https://example.org/{word}_{word}"),
        words.map(lambda word: f"${word}*{word}*x$ $${word}_{word}_x$$ $5 $ {word}"),
        words.map(lambda word: f"{{{{ site.{word} }}}} {{% {word} %}}"),
        words.map(lambda word: f"{{{word}}} ${word}$ {{/* not seen */}} {word}"),
        words.map(lambda word: f"[[{word}]] :{word}: @{word} #{word} H~{word}~O x^{word}^"),
        inner.map(lambda text: f"==x== ++{text}++ <mark>{text}</mark> <span class='a'>{text}</span>"),
        st.tuples(inner, words).map(lambda pair: f"![{pair[1]}](i.png) {pair[0]}"),
        words.map(lambda word: f"[{word}](<a b.md> 'title') [![{word}](b.svg)](https://example.org/{{id}})"),
        words.map(lambda word: f"{word}\t{word} \\*{word}\\* ``{word} ` {word}``"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]}<br/>{pair[1]}"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]}  \n{pair[1]}"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]}\n{pair[1]}"),
        st.tuples(inner, sentence).map(lambda pair: f"<b>{pair[0]}</b> <kbd>{pair[1]}</kbd>"),
        st.tuples(inner, words).map(lambda pair: f"<Link to='/{pair[1]}'>{pair[0]}</Link> <Badge text='{pair[1]}'/>"),
        st.tuples(inner, words).map(lambda pair: f"<Card title='{pair[1]}' href='a'>{pair[0]}</Card> <{pair[1]}>"),
    ),
    max_leaves=4,
)
flat = inline.map(lambda text: text.replace("  \n", " ").replace("\n", " "))


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def table(cells: list[str]) -> str:
    half = len(cells) // 2
    rows = [cells[:half], cells[half : half * 2]]
    return "\n".join(
        ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * half, "| " + " | ".join(rows[1]) + " | wsurplus |"]
    )


block = st.recursive(
    st.one_of(
        inline,
        flat.map(lambda text: f"## {text}"),
        sentence.map(lambda text: f"```yaml\n{text}: 1\n\n  {text}\n```"),
        sentence.map(lambda text: f"~~~\n{text}\n\t{text}\n~~~"),
        st.lists(flat.map(lambda text: text.replace("|", "")), min_size=2, max_size=6).map(table),
        st.tuples(words, sentence).map(
            lambda pair: f"<table><tr><th>{pair[0]}</th></tr><tr><td>{pair[1]}</td></tr></table>"
        ),
        sentence.map(lambda text: f"<pre><code>{text}\n{text}</code></pre>"),
        st.tuples(sentence, sentence).map(lambda pair: f"- [x] {pair[0]}\n- [ ] {pair[1]}\n* [X] {pair[0]}"),
        st.tuples(sentence, sentence).map(lambda pair: f"{pair[0]}[^1] x\n\n[^1]: {pair[1]}\n    {pair[0]}"),
        flat.map(lambda text: f"{text}\n==="),
        sentence.map(lambda text: f"    {text}\n\n\t{text}"),
        sentence.map(lambda text: f"-\t{text}\n\t- {text}\n10)\t{text}"),
        sentence.map(lambda text: f"```mermaid title='tt'\ngraph TD; {text}\n```"),
        st.tuples(words, sentence).map(
            lambda pair: f"<Tabs>\n<TabItem value='x' label='{pair[0]}'>\n\n{pair[1]}\n\n</TabItem>\n</Tabs>"
        ),
        sentence.map(lambda text: f"import Tabs from '@theme/Tabs';\n\n<Admonition>\n{text}\n</Admonition>"),
        sentence.map(lambda text: f"<dl><dt>{text}</dt><dd>{text}</dd></dl>\n<p align='center'>{text}</p>"),
        sentence.map(lambda text: f"<ul>\n<li>{text}</li>\n<li><ol><li>{text}</ol></li>\n</ul>"),
        sentence.map(lambda text: f"<h3 id='a'>{text}</h3>\n<blockquote>{text}</blockquote>\n<hr/>"),
        st.tuples(sentence, sentence).map(lambda pair: f"{pair[0]}\n: {pair[1]}"),
    ),
    lambda inner: st.one_of(
        inner.map(lambda text: indented(text, "> ")),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "\n".join("- " + indented(item, "  ")[2:] for item in items)
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: "\n\n".join(f"{n}. " + indented(item, "   ")[3:] for n, item in enumerate(items, 1))
        ),
        st.tuples(sentence, inner).map(lambda pair: f":::warning {pair[0]}\n\n{pair[1]}\n\n:::"),
        st.tuples(sentence, inner).map(lambda pair: f'!!! tip "{pair[0]}"\n\n{indented(pair[1], "    ")}'),
        inner.map(lambda text: "> [!NOTE]\n>\n" + indented(text, "> ")),
        st.tuples(sentence, inner).map(
            lambda pair: f"<details>\n<summary>{pair[0]}</summary>\n\n{pair[1]}\n\n</details>"
        ),
        inner.map(lambda text: f"<div>\n\n{text}\n\n</div>"),
        st.tuples(words, inner).map(
            lambda pair: f"::::info[{pair[0]}]\n\n:::details {pair[0]}\n{pair[1]}\n:::\n\n::::"
        ),
        st.tuples(words, inner).map(lambda pair: f'=== "{pair[0]}"\n\n{indented(pair[1], "    ")}'),
        st.tuples(words, inner).map(lambda pair: f'??? note "{pair[0]}"\n\n{indented(pair[1], "    ")}'),
        inner.map(lambda text: f"{{% note %}}\n\n{text}\n\n{{% endnote %}}"),
        st.tuples(words, inner).map(lambda pair: f"> [!WARNING] {pair[0]}\n" + indented(pair[1], "> ")),
        inner.map(lambda text: "- [ ] x\n\n" + indented(text, "  ")),
        inner.map(lambda text: f"<blockquote>\n\n{text}\n\n</blockquote>"),
        inner.map(lambda text: f"<Note>\n{text}\n</Note>"),
        st.tuples(words, inner).map(
            lambda pair: f"<Steps>\n<Step title='{pair[0]}'>\n{pair[1]}\n</Step>\n</Steps>\n{pair[0]}"
        ),
        st.tuples(words, inner).map(lambda pair: f"<Accordion title='{pair[0]}'>\n\n{pair[1]}\n</Accordion>"),
    ),
    max_leaves=4,
)
answers = st.lists(block, min_size=1, max_size=5).map("\n\n".join)


def shown_places(layout: Layout) -> set[int]:
    places: set[int] = set()
    for run in runs_of(layout):
        if run.source is not None:
            places.update(range(*run.source))
    return places


@settings(max_examples=150, deadline=None)
@given(answers, widths)
def test_every_visible_letter_is_on_some_line_and_found_by_its_source_range(text: str, width: int) -> None:
    places = shown_places(lay_out(parse_answer(text), width))
    missing = [index for index, character in enumerate(text) if character in "wW" and index not in places]
    # The words of these constructions begin with w; what markup itself spells is not one of them.
    missing = [index for index in missing if not text.startswith("warning", index)]
    assert not missing, (text, [text[index : index + 20] for index in missing])


tags = [
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "ol",
    "li",
    "details",
    "summary",
    "blockquote",
    "div",
    "p",
    "b",
    "a",
    "h2",
]
soup = st.lists(
    st.one_of(
        words,
        st.sampled_from(["\n", "\n\n", "<br>", "<hr>", "> ", "- "]),
        st.sampled_from(tags).map(lambda tag: f"<{tag}>"),
        st.sampled_from(tags).map(lambda tag: f"</{tag}>"),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(soup, widths)
def test_tags_in_any_order_hide_no_word(text: str, width: int) -> None:
    places = shown_places(lay_out(parse_answer(text), width))
    missing = [index for index, character in enumerate(text) if character == "w" and index not in places]
    assert not missing, (text, [text[index : index + 20] for index in missing])


@settings(max_examples=150, deadline=None)
@given(answers, widths)
def test_what_is_laid_out_lies_within_its_width(text: str, width: int) -> None:
    layout = lay_out(parse_answer(text), width, code_hint="c copies")
    assert all(layout.line(index).cells <= width for index in range(layout.height))


@settings(max_examples=150, deadline=None)
@given(answers, widths)
def test_a_selection_of_everything_holds_every_letter(text: str, width: int) -> None:
    layout = lay_out(parse_answer(text), width)
    last = layout.height - 1
    length = sum(len(run.text) for run in layout.whole_line(last))
    copied = source_text(layout, (0, 0), (last, length))
    places = [place for run in runs_of(layout) if run.source is not None for place in run.source]
    code = all(run.style.startswith("code.") for run in runs_of(layout) if run.source is not None)
    if places and not code:
        assert text[min(places) : max(places)] in copied or "url" in {run.style for run in runs_of(layout)}


@settings(max_examples=150, deadline=None)
@given(answers, st.integers(20, 120))
def test_folded_details_hide_only_what_is_inside_of_them(text: str, width: int) -> None:
    blocks = parse_answer(text)
    whole = lay_out(blocks, width)
    folded = lay_out(blocks, width, folds=lambda number, block: True)
    assert folded.height <= whole.height
    hidden = "\n".join(piece for place in folded.details for piece in texts(place.block))
    for word in {word for word in text.split() if word.isalpha() and word.startswith("w") and len(word) > 6}:
        if Finder(whole).find(word):
            assert Finder(folded).find(word) or word in hidden, word


@settings(max_examples=200, deadline=None)
@given(answers, widths)
def test_the_words_themselves_are_shown_whatever_the_width(text: str, width: int) -> None:
    wide = lay_out(parse_answer(text), 100_000)
    narrow = lay_out(parse_answer(text), width)
    letters: Callable[[Layout], list[str]] = lambda layout: sorted(  # noqa: E731
        character for run in runs_of(layout) if "border" not in run.style for character in run.text if character == "w"
    )
    # Stacked tables repeat their header in each row; nothing may be missing.
    lost = list(letters(wide))
    for character in letters(narrow):
        if character in lost:
            lost.remove(character)
    assert not lost


@pytest.mark.parametrize(
    "unit",
    [
        "A paragraph with *some* text, `code` and a [link](https://example.org/a/b).\n\n",
        "word *and* more words in a line\n",
        "1. an item\n",
        "- item\n  - nested\n",
        "| a | b |\n",
        "> quoted\n",
        "```yaml\nkey: value\n```\n",
        "<div>text</div>\n",
        "<details><summary>s</summary>\n\nx\n\n</details>\n\n",
        "[",
        "![",
        "*a ",
        "<!--",
        "`a``",
        "&amp;",
        "漢字",
        "<b>",
        "http://a.",
        "[^1]: a\n",
        "<p>one of many in one block</p>\n",
        "<pre>a</pre><tr><td>b\n",
        "    indented\n",
        "{% x %}{{ y }} ",
        "$a ",
        "$$\na\n",
        "$$a\\$",
    ],
)
def test_the_work_grows_with_the_length_of_the_answer(unit: str) -> None:
    """Calls are counted, not seconds: four times the text may take five times the calls."""

    def calls(count: int) -> int:
        before = {"|": "| x | y |\n|---|---|\n", "<p": "<div>\n"}.get(unit[: 1 + unit.startswith("<p>")], "")
        text = before + unit * count
        number = 0

        def count_call(*_: object) -> None:
            nonlocal number
            number += 1

        sys.setprofile(count_call)
        try:
            layout = lay_out(parse_answer(text), 49)
            layout.finish()
        finally:
            sys.setprofile(None)
        return number

    calls(2)  # imports and caches
    small = max(1, 6_000 // len(unit))
    assert calls(small * 4) < 5.5 * calls(small) + 10_000
