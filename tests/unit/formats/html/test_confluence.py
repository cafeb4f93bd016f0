"""Confluence's macros are made to HTML that says the same, on the same lines."""

from faqtui.formats.html.confluence import as_html


def macro(name: str, inside: str, **told: str) -> str:
    given = "".join(f'<ac:parameter ac:name="{key}">{value}</ac:parameter>' for key, value in told.items())
    return f'<ac:structured-macro ac:name="{name}" ac:schema-version="1">{given}{inside}</ac:structured-macro>'


def body(text: str) -> str:
    return f"<ac:rich-text-body>{text}</ac:rich-text-body>"


def test_what_expands_folds_under_its_title() -> None:
    made = as_html(macro("expand", body("<p>Oil.</p>"), title="What burns?"))
    assert made == "<details><summary>What burns?</summary><p>Oil.</p></details>"


def test_code_keeps_its_signs_its_language_and_its_lines() -> None:
    code = "<ac:plain-text-body><![CDATA[if a < b:\n  &x]]></ac:plain-text-body>"
    made = as_html(macro("code", code, language="py", linenumbers="true"))
    assert made == '<div><pre><code class="language-py">if a &lt; b:\n  &amp;x</code></pre></div>'


def test_a_note_has_its_kind_and_its_title() -> None:
    made = as_html(macro("warning", body("<p>Hot.</p>"), title="Mind"))
    assert made == '<div class="admonition warning"><p><b>Mind</b></p><p>Hot.</p></div>'


def test_macros_stand_in_macros() -> None:
    made = as_html(macro("expand", body(macro("info", body("a")) + macro("toc", "", maxLevel="2")), title="b"))
    assert made == '<details><summary>b</summary><div class="admonition info">a</div><template></template></details>'


def test_a_link_to_a_page_says_what_it_says_or_what_the_page_is_called() -> None:
    words = "<ac:plain-text-link-body><![CDATA[the <oil>]]></ac:plain-text-link-body>"
    said = f'<ac:link><ri:page ri:content-title="Oil"/>{words}</ac:link>'
    assert as_html(said) == "the &lt;oil&gt;"
    assert as_html('<ac:link><ri:page ri:content-title="Oil"/></ac:link>') == "Oil"


def test_lines_stay_where_they_are_and_what_is_not_closed_stays() -> None:
    text = '<ac:structured-macro\n ac:name="expand">\n<ac:parameter\n ac:name="title">a</ac:parameter>\n<p>b</p>'
    assert as_html(text).count("\n") == text.count("\n")
    assert as_html("<p>a</p><![CDATA[b") == "<p>a</p><![CDATA[b"
