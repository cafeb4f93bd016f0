"""HTML as browsers understand it becomes the Markdown that says the same."""

import pytest

from faqtui.formats import convert
from faqtui.formats.html.html_blocks import of_fragment

PIECES = {
    "<p>a <b>b</b> <i>c</i></p>": "a **b** *c*",
    "<p>a<br>b</p>": "a\\\nb",
    "a<br><br>b": "a\n\nb",
    "<ul><li>a<li>b</ul>": "- a\n- b",
    "<ol start=3><li>a<li>b</ol>": "3. a\n4. b",
    "<ul><li><p>a</p><p>b</p></ul>": "- a\n\n  b",
    "<pre>a\n  b</pre>": "```\na\n  b\n```",
    '<pre><code class="language-js">a</code></pre>': "```js\na\n```",
    '<div class="highlight-sh notranslate"><div class="highlight"><pre><span>a</span> b\n</pre></div></div>': "```sh\na b\n```",
    "<code>a`b</code>": "``a`b``",
    '<a href="b c">a</a>': "[a](<b%20c>)",
    '<a href="javascript:void(0)">a</a>': "a",
    "<blockquote>a</blockquote>": "> a",
    '<div class="admonition warning"><p>a</p></div>': "> [!WARNING]\n> a",
    "<table><tr><th>a<th>b<tr><td>1<td>2</table>": "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "<dl><dt>a<dd>b</dl>": "a\n\n:   b",
    "<script>a</script><style>b</style>c": "c",
    "<nav>a</nav>b": "b",
    '<div id="mdbook-help-container"><div><h2>Keys</h2><p>Press S</p></div></div><p>b</p>': "b",
    '<img src="a.png" alt="b">': "![b](a.png)",
    "<h2>a <a class=headerlink href=#a>\u00b6</a></h2>": "## a",
    "&lt;b&gt; &amp;amp; *c*": "\\<b> \\&amp; \\*c\\*",
    '<iframe src="https://video.example/1" title="a"></iframe>': "[a](https://video.example/1)",
}


@pytest.mark.parametrize("text", PIECES)
def test_a_piece_of_html_becomes_markdown(text):
    assert "\n".join(of_fragment(text)) == PIECES[text]


def test_lines_stay_those_of_the_file():
    text = (
        "<html>\n<body>\n<h2\n class='a'>What\n is it?</h2>\n\n<p>One\ntwo <b>three\n</b>\n<pre>\nfour\n five</pre>\n"
    )
    found = convert("a.html", text)
    places = {line: number + 1 for line, number in zip(found.lines, found.numbers, strict=True) if line}
    assert places["## What is it?"] == 4
    assert (places["One"], places["two **three**"]) == (7, 8)
    assert (places["four"], places[" five"]) == (11, 12)


BOMBS = ("<div>", "<b>", "<ul><li>", "<p><b>", "<table><tr><td>", "<", "<a href='", "<!--", "&", "<details><summary>a?</summary>",
    "<dl><dt>a?<dd>", "<blockquote>", "<pre>", "<h2>a?</h2>b\n", "<button aria-controls=a>b</button>", "<div class='nav'>",
    "<div itemscope itemtype='https://schema.org/Question'>", '<script type="application/ld+json">[', "<td>", "<br>",
    "<div class='question'>a</div><div class='answer'>b</div>")  # fmt: skip


@pytest.mark.parametrize("unit", BOMBS)
def test_a_bomb_is_read_and_in_time_with_its_length(unit):
    import time

    convert("a.html", "<p>a</p>")  # what is imported is no matter of this test
    times = []
    for size in (20_000, 80_000):
        begun = time.process_time()
        convert("a.html", unit * (size // len(unit)))
        times.append(time.process_time() - begun)
    assert times[1] < max(2.0, 4 * 2.2 * times[0])


@pytest.mark.parametrize("unit", ["<ul>", "<ol>", "<ul><ol>", "<ul><dl>", "<ul><blockquote>"])
def test_lists_right_in_lists_without_end_are_text(unit):
    assert any("word1" in line for line in convert("faq.html", unit * 3000 + "word1").lines)
