"""Shortcodes on lines of their own: shown as what they are where they are known and closed, else as they are written."""

from __future__ import annotations

import pytest

from faqtui.markdown.dialects.shortcodeblocks import pairs
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.nodes import Admonition, Code, Details, walk


def shown(markdown: str) -> list[str]:
    layout = lay_out(parse_answer(markdown), 80, boxes=False)
    layout.finish()
    return [layout.line(index).text.rstrip() for index in range(layout.height)]


TWO_TABS = ["▌ Tab: A", "▌ a", "", "▌ Tab: B", "▌ b"]


@pytest.mark.parametrize(
    ("opening", "closing", "head"),
    [
        ('{% hint style="warning" %}', "{% endhint %}", "Warning"),
        ("{% hint style='danger' %}", "{% endhint %}", "Danger"),
        ("{% hint %}", "{% endhint %}", "Note"),
        ('{{< callout type="info" >}}', "{{< /callout >}}", "Info"),
        ("{{< callout >}}", "{{</ callout >}}", "Note"),
        ("{{% notice warning %}}", "{{% /notice %}}", "Warning"),
        ('{{% notice tip "Mind it" %}}', "{{% /notice %}}", "Tip: Mind it"),
        ('{{< admonition type="note" title="A *b*" >}}', "{{< /admonition >}}", "Note: A b"),
        ('{{% alert color="primary" title="T" %}}', "{{% /alert %}}", "Note: T"),
        ("{{% tip %}}", "{{% /tip %}}", "Tip"),
        ('{{< callout "Mind the gap" >}}', "{{< /callout >}}", "Note: Mind the gap"),
        ("{%- note -%}", "{%- endnote -%}", "Note"),
        ("{{% pageinfo %}}", "{{% /pageinfo %}}", "Note"),
        ('{{% pageinfo color="warning" %}}', "{{% /pageinfo %}}", "Warning"),
    ],
)
@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_note_is_one(opening: str, closing: str, head: str, before: str) -> None:
    by = before.replace("-", " ")
    text = "\n".join([before + opening, f"{by}Text *in* it.", "" + by.rstrip(), f"{by}- more", by + closing])
    answer = parse_answer(text)
    (note,) = [block for block in walk(answer.blocks) if isinstance(block, Admonition)]
    lines = [line.lstrip("│• ").replace("◦", "•") for line in shown(text)]
    assert lines == [f"▌ {head}", "▌ Text in it.", "▌", "▌ • more"]
    assert len(note.blocks) == 2
    entry = parse_library([Document("a.md", f"## What is it?\n\n{text}\n")]).entries[0]
    title = head.partition(": ")[2]
    assert entry.answer_text.split("\n") == [*([title] if title else []), "Text in it.", "more"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            '{% tabs %}\n{% tab title="A" %}\na\n{% endtab %}\n\n{% tab title="B" %}\nb\n{% endtab %}\n{% endtabs %}',
            ["▌ Tab: A", "▌ a", "", "▌ Tab: B", "▌ b"],
        ),
        ('{{< tabs >}}\n{{< tab "A" >}}\na\n{{< /tab >}}\n{{< /tabs >}}', ["▌ Tab: A", "▌ a"]),
        ('{{< tabpane >}}\n{{< tab header="A" >}}\na\n{{< /tab >}}\n{{< /tabpane >}}', ["▌ Tab: A", "▌ a"]),
        ('{% embed url="https://a.example/b" %}', ["https://a.example/b"]),
        ("{% stepper %}\n{% step %}\na\n{% endstep %}\n{% endstepper %}", ["a"]),
        ("{% hint %}\n{% hint %}\na\n{% endhint %}\n{% endhint %}", ["▌ Note", "▌ ▌ Note", "▌ ▌ a"]),
        ('{{< callout type="tip" >}}a **b**{{< /callout >}}', ["▌ Tip", "▌ a b"]),
        ("- {% hint %}a{% endhint %}", ["• ▌ Note", "  ▌ a"]),
        (
            '{{< tabs items="one,two *2*" >}}\n{{< tab >}}\na\n{{< /tab >}}\n{{< tab >}}**b**{{< /tab >}}\n{{< /tabs >}}',
            ["▌ Tab: one", "▌ a", "", "▌ Tab: two 2", "▌ b"],
        ),
        ('{{< tab "A" >}}a{{< /tab >}}', ["▌ Tab: A", "▌ a"]),
        ('{{< tabs items="x" >}}\n{{< tab "A" >}}a{{< /tab >}}\n{{< /tabs >}}', ["▌ Tab: A", "▌ a"]),
        ("{% step %}a{% endstep %}", ["a"]),
        ("{% swagger %}\n{% swagger-description %}\na\n{% endswagger-description %}\n{% endswagger %}", ["a"]),
        ("{% updates %}\n{% update %}\n\na\n{% endupdate %}\n{% endupdates %}", ["a"]),
        ("{{< youtube dQw4w9WgXcQ >}}", ["https://youtu.be/dQw4w9WgXcQ"]),
        ('{{< vimeo id="146022717" >}}', ["https://vimeo.com/146022717"]),
        ("{{< callout >}}a{{< /callout >}} b", ["▌ Note", "▌ a", "", "b"]),
        (
            "{{< tabs >}}{{< tab A >}}a{{< /tab >}}{{< tab B >}}b{{< /tab >}}{{< /tabs >}}",
            ["▌ Tab: A", "▌ a", "", "▌ Tab: B", "▌ b"],
        ),
    ],
)
def test_tabs_and_pages_are_shown(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


@pytest.mark.parametrize("by", ["", "   "])
@pytest.mark.parametrize(
    ("opening", "closing", "language", "title"),
    [
        ("{{< highlight bash >}}", "{{< /highlight >}}", "bash", ""),
        ('{{< highlight bash "linenos=table" >}}', "{{< /highlight >}}", "bash", ""),
        ("{% highlight ruby %}", "{% endhighlight %}", "ruby", ""),
        ("{{< mermaid >}}", "{{< /mermaid >}}", "mermaid", ""),
        ('{% plantuml format="svg" %}', "{% endplantuml %}", "plantuml", ""),
        ('{% code title="a.sh" %}\n```sh', "```\n{% endcode %}", "sh", "a.sh"),
    ],
)
def test_code_is_code(opening: str, closing: str, language: str, title: str, by: str) -> None:
    code = "a *b*\n\tc\n\n{{ d }}\n# e"
    text = "\n".join(by + line if line else "" for line in f"{opening}\n{code}\n{closing}".split("\n"))
    text = f"1. x\n\n{text}" if by else text
    (block,) = [block for block in walk(parse_answer(text).blocks) if isinstance(block, Code)]
    assert (block.language, block.title, block.text) == (language, title, code)
    entry = parse_library([Document("a.md", f"## What is it?\n\n{text}\n\n## And?\n\nSo.\n")]).entries[0]
    assert [(found.language, found.text) for found in entry.code_blocks] == [(language, code)]


@pytest.mark.parametrize(
    "text",
    [
        "Text with {{.data}} and {{< ref x >}} stays.",
        '{% include "a.md" %}',
        "{{< figure caption=a >}}",
        '{{< image src="javascript:x" >}}',
        "{% include note.html %}",
        '{% include pump.html content="Text" %}',
        '{% hint style="info" %}',
        "{% endhint %}",
        "{{< callout >}}{{< /callout >}}",
        "{{.data}}",
        '{% embed url="javascript:x" %}',
        "{{< callout />}}",
        "{{< youtube a/../b >}}",
        "{{< youtube >}}",
    ],
)
def test_what_is_unknown_or_open_stays_as_written(text: str) -> None:
    assert shown(text) == [text]
    entry = parse_library([Document("a.md", f"## What is it?\n\n{text}\n")]).entries[0]
    assert entry.answer_text == text


@pytest.mark.parametrize(
    ("text", "lines", "plain"),
    [
        ("{{< figure src=a.png >}}", ["[image] (a.png)"], ""),
        ('{{< figure src="a.png" alt="The pump" >}}', ["[image: The pump] (a.png)"], "The pump"),
        ('{{< image src="a.png" caption="The [red] pump" >}}', ["[image: The (red) pump] (a.png)"], "The (red) pump"),
        ('{% file src=".gitbook/a.pdf" %}', [".gitbook/a.pdf"], ".gitbook/a.pdf"),
        ('{% include note.html content="Mind *it*." %}', ["▌ Note", "▌ Mind it."], "Mind it."),
        ("{% include alerts/tip.md text='Mind it.' %}", ["▌ Tip", "▌ Mind it."], "Mind it."),
        ('{% include callout.html type="warning" content="Hot." %}', ["▌ Warning", "▌ Hot."], "Hot."),
    ],
)
def test_what_stands_alone_is_shown_as_what_it_says(text: str, lines: list[str], plain: str) -> None:
    assert shown(text) == lines
    entry = parse_library([Document("a.md", f"## What is it?\n\nSo.\n\n{text}\n")]).entries[0]
    assert entry.answer_text == f"So.\n{plain}".strip()


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('{{< details "More *here*" >}}', "{{< /details >}}"),
        ('{{% details title="More *here*" closed="true" %}}', "{{% /details %}}"),
        ('{{% expand "More *here*" %}}', "{{% /expand %}}"),
        ('{{< accordion-item title="More *here*" >}}', "{{< /accordion-item >}}"),
        ('{{< spoiler text="x" title="More *here*" >}}', "{{< /spoiler >}}"),
    ],
)
def test_folds_inside_an_answer_fold(opening: str, closing: str) -> None:
    (fold,) = parse_answer(f"{opening}\nText\n\n- more\n{closing}").blocks
    assert isinstance(fold, Details)
    assert "".join(span.text for span in fold.summary) == "More here"
    assert len(fold.blocks) == 2


def test_names_of_tabs_are_text_of_the_answer() -> None:
    text = '## What is it?\n\n{{< tabs items="one,two" >}}\n{{< tab >}}\na\n{{< /tab >}}\n{{< /tabs >}}\n'
    assert parse_library([Document("a.md", text)]).entries[0].answer_text == "one two\na"


def test_what_only_keeps_from_being_read_is_not_shown() -> None:
    assert shown("{% raw %}\n```sh\n{{ x }}\n```\n{% endraw %}") == ["{{ x }}"]
    assert shown("{{% steps %}}\n\n### One\n\na\n\n{{% /steps %}}") == ["One", "", "a"]


@pytest.mark.parametrize(("sign", "head"), [("!>", "Important"), ("?>", "Tip")])
def test_a_paragraph_that_begins_with_a_sign_is_a_note(sign: str, head: str) -> None:
    assert shown(f"{sign} Mind *it*,\nnow.") == [f"▌ {head}", "▌ Mind it, now."]
    assert shown(f"Not {sign} here") == [f"Not {sign} here"]
    entry = parse_library([Document("a.md", f"## What is it?\n\n{sign} Mind *it*.\n")]).entries[0]
    assert entry.answer_text == "Mind it."


def test_what_stands_in_an_unknown_one_is_shown() -> None:
    assert shown("{% mystery %}\n\nText.\n\n{% endmystery %}") == ["{% mystery %}", "", "Text.", "", "{% endmystery %}"]


def test_comments_of_hugo_are_no_text() -> None:
    text = "One {{/* not *this*\nand */}} two, {{/* nor this."
    assert shown(text) == ["One  two, {{/* nor this."]
    assert shown("{{/* Nothing. */}}") == []
    entry = parse_library([Document("a.md", f"## What is {{{{/* x */}}}} it?\n\n{text}\n")]).entries[0]
    assert (entry.question, entry.answer_text) == ("What is it?", "One two, {{/* nor this.")


def test_none_is_told_of_as_unknown() -> None:
    text = "## What is it?\n\n{{% notice tip %}}\na\n{{% /notice %}}\n\n{% stepper %}\nb\n{% endstepper %}\n"
    assert parse_library([Document("a.md", text)]).diagnostics == ()


def test_shortcodes_in_code_close_nothing() -> None:
    assert pairs(["{% hint %}", "```", "{% endhint %}", "```", "{% endhint %}"]) == {0: 4}
    assert pairs(["{% hint %}", "{{< hint >}}", "{% endhint %}", "{% tab %}"]) == {0: 2}
