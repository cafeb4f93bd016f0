"""HTML as browsers understand it becomes the Markdown that says the same."""

import pytest

from faqtui.formats import convert
from faqtui.formats.html.html_blocks import of_fragment, of_page

PIECES = {
    "<p>a <b>b</b> <i>c</i></p>": "a **b** *c*",
    "<p>a<br>b</p>": "a\\\nb",
    "a<br><br>b": "a\n\nb",
    "<ul><li>a<li>b</ul>": "- a\n- b",
    "<ol start=3><li>a<li>b</ol>": "3. a\n4. b",
    "<ol><li>a</li>\n<p>b</p>\n<li>c</li></ol>": "1. a\n\n   b\n\n2. c",
    "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>": "- a\n  - b\n- c",
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
    "a&#8230;&#8203; b&shy;c &ZeroWidthSpace;d&#x200B;e &amp;shy;": "a\u2026 bc de \\&shy;",
    "<p>Write <code><%= name %></code>, <?php echo 1; ?>or <tt><?= a ?></tt>.</p>": "Write `<%= name %>`, or `<?= a ?>`.",
    "<pre><% if a %>\nb\n<% end %></pre><% c %>": "```\n<% if a %>\nb\n<% end %>\n```",
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


TABS = {
    "by role": '<div role="tablist"><button role="tab" aria-controls="p1">A</button>'
    '<button role="tab" aria-controls="p2">B</button></div>'
    '<div role="tabpanel" id="p1">{}</div><div role="tabpanel" id="p2">{}</div>',
    "by the link of each": '<ul><li><a data-toggle="tab" href="#p1">A</a></li><li><a data-toggle="tab" href="#p2">B</a></li></ul>'
    '<div><div id="p1">{}</div><div id="p2">{}</div></div>',
    "by the label of each panel": '<nav role="tablist"><a role="tab" id="t1">A</a> <a role="tab" id="t2">B</a></nav>'
    '<section role="tabpanel" aria-labelledby="t1">{}</section>'
    '<section role="tabpanel" aria-labelledby="t2">{}</section>',
    "as pills": '<p>Some words. <a data-bs-toggle="pill" data-bs-target="#p1">A</a> '
    '<a data-bs-toggle="pill" data-bs-target="#p2">B</a></p>'
    '<div id="p1">{}</div><div id="p2">{}</div>',
}


@pytest.mark.parametrize("way", TABS)
@pytest.mark.parametrize(
    "question", ["<h3>{}?</h3><p>c</p>", "<details><summary>{}?</summary><p>c</p></details>", "<dl><dt>{}?<dd>c</dl>"]
)
def test_tabs_above_questions_are_their_categories(way, question):
    page = "<h1>Help</h1>" + TABS[way].format(*(question.format(name) for name in ("Why", "How")))
    found = [line for line in convert("a.html", f"<!doctype html><body>{page}").lines if line.startswith("## ")]
    assert found == ["## A", "## B"]


@pytest.mark.parametrize("way", TABS)
def test_tabs_of_an_answer_are_bold_lines_of_it(way):
    page = "<h2>How?</h2>" + TABS[way].format("<p>make</p>", "<pre>brew</pre>")
    lines = [line for line in convert("a.html", f"<!doctype html><body>{page}").lines if line]
    assert lines[0] == "## How?"
    assert [line for line in lines[1:] if not line.startswith("Some")] == [
        "**A**",
        "make",
        "**B**",
        "```",
        "brew",
        "```",
    ]


def test_a_title_beside_its_panel_is_no_tab():
    item = '<div><a role="tab" aria-controls="p{0}">{0}?</a><div role="tabpanel" id="p{0}">c</div></div>'
    assert [one.question for one in convert("a.html", "<!doctype html>" + item.format(1) + item.format(2)).asked] == [
        "1?",
        "2?",
    ]


@pytest.mark.parametrize(
    "name",
    ['class="cookie-banner"', 'id="CookieConsent"', 'class="x gdpr-notice"', 'id="onetrust-banner-sdk" class="y"'],
)
def test_what_asks_for_leave_to_keep_cookies_is_no_content(name):
    assert of_fragment(f"<div {name}><p>We keep cookies.</p><button>Yes</button></div><p>b</p>") == ["b"]
    kept = of_fragment(f"<section {name}><h3>What do you keep?</h3><p>Little.</p></section>")
    assert kept == ["### What do you keep?", "", "Little."]


@pytest.mark.parametrize(
    "text", ["<p>It is. See <a href=b>b</a>.</p>", "<pre>code</pre>", "<blockquote>Yes.</blockquote>"]
)
def test_what_is_called_navigation_but_says_something_is_content(text):
    assert of_fragment(f"<nav>{text}</nav>") == of_fragment(text)
    assert of_fragment("<nav><p><a href=b>Prices</a> <a href=c>Contact</a></p><button>d</button></nav>") == []


@pytest.mark.parametrize(
    "sign",
    [
        '<span class="faq-icon">+</span>',
        '<i class="arrow">▼</i>',
        '<div class="x__toggle">−</div>',
        '<span class="chevron">›</span>',
    ],
)
def test_a_sign_beside_a_title_that_opens_something_is_no_word_of_the_answer(sign):
    assert of_fragment(f"<div><h3>a?</h3>{sign}</div><p>b</p>") == ["### a?", "", "b"]


def test_links_to_the_editor_are_no_part_of_a_title():
    title = '<h2><span>a?</span><span class="mw-editsection"><span>[</span><a href=e>edit</a><span>]</span></span></h2>'
    assert of_fragment(title) == ["## a?"]
    assert of_fragment('<h2>a? <a class="edit-link" href=e>Edit</a></h2>') == ["## a?"]


@pytest.mark.parametrize("sign", ["", "<i class=x></i>", "<span>\u25be</span>"])
@pytest.mark.parametrize("panel", ["<div class=pannel>{}</div>", "<section>{}</section>", "<ul><li>{}</ul>"])
def test_a_button_that_asks_has_its_answer_right_behind_it(sign, panel):
    pairs = "".join(f"<div><button class=x>{name}?{sign}</button>{panel.format('b')}</div>" for name in ("Why", "How"))
    found = convert(
        "a.html", f"<!doctype html><header><h3>Basket</h3><p>Empty</p></header>{pairs}<button>Send?</button>"
    )
    assert [one.question for one in found.asked] == ["Why?", "How?"]
    assert all("b" in one.lines[-1][1] for one in found.asked)


@pytest.mark.parametrize("summary", ["Footer navigation table", "Navigation header", "menu"])
def test_a_table_that_says_that_it_is_navigation_is_left_out(summary):
    bar = f'<table summary="{summary}"><tr><td><a href="a.html">Licence</a></td><td><a href="b.html">Top</a></td></tr></table>'
    assert convert("a.html", f"<h1>A</h1>{bar}<h2>B?</h2><p>c</p>{bar}").lines == ["# A", "", "## B?", "", "c"]


def test_a_line_of_code_that_is_a_space_is_one():
    page = of_page("<h1>F</h1><ul><li>So:<pre>\nheat\n \n  wait\n\t\nstop\n</pre></li></ul>")
    assert page.lines[-6:] == ["  heat", "   ", "    wait", "  \t", "  stop", "  ```"]


def test_bold_cells_in_lists_below_headings_that_ask_are_no_questions():
    rows = "".join(f"<li><table><tr><td><b>{name}</b></td></tr><tr><td>Ten</td></tr></table></li>" for name in "AB")
    page = of_page(f"<h1>F</h1><h2>How much?</h2><ul>{rows}</ul><h2>How long?</h2><p>A day.</p>")
    assert not page.asked


HEADER = """<body>
<header class="top"><h1 class="logo"><a href="/"><img src="kiln.png" alt="Kiln"></a></h1>
<nav><ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul></nav>
<div><h6>Need help?</h6><p><a href="tel:1">1 23</a></p></div></header>
<h2>Questions</h2><h3>Is it hot?</h3><p>Yes.</p></div class="wide">
</body>"""


def test_what_stands_above_a_page_beside_its_menu_is_no_part_of_it():
    assert convert("faq.html", HEADER).lines == ["## Questions", "", "### Is it hot?", "", "Yes."]


def test_the_title_of_a_page_may_stand_beside_its_menu():
    lines = convert("faq.html", HEADER.replace("<h6>Need help?</h6>", "<h2>The kiln</h2>")).lines
    assert "## The kiln" in lines


def test_a_picture_that_leads_to_a_site_is_no_title():
    page = '<body><h1><a href="/"><img src="kiln.png" alt="Kiln"></a></h1><h2>Is it hot?</h2><p>Yes.</p></body>'
    assert convert("faq.html", page).lines == ["[![Kiln](kiln.png)](/)", "", "## Is it hot?", "", "Yes."]


@pytest.mark.parametrize("name", ["a", "none"])
def test_what_a_button_opens_is_what_its_program_goes_by(name):
    pairs = (("a", "Is it hot?", "It is."), ("b", "No light", "It is off."))
    page = "".join(
        f'<h5><button data-target="#{key}" aria-controls="{name}">{asked}</button></h5><div id="{key}">{said}</div>'
        for key, asked, said in pairs
    )
    found = convert("a.html", f"<h1>Oven</h1>{page}")
    assert [(one.question, one.lines[0][1]) for one in found.asked] == [pair[1:] for pair in pairs]
