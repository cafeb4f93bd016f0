"""Answers of which all stands in one container, and which are too long to be read before their first lines are shown."""

import re

import pytest

from faqtui.render import lay_out, parse_answer
from support.speed import at_most

CONTAINERS = {
    "note": ("::: note\n\n", "", "\n:::\n"),
    "directive": (":::{note}\n\n", "", "\n:::\n"),
    "admonition": ("!!! note\n\n", "    ", ""),
    "item": ("- a\n\n", "  ", ""),
    "numbered item": ("1. a\n\n", "   ", ""),
    "item in an item": ("- a\n\n  - b\n\n", "    ", ""),
    "quotation": ("", "> ", ""),
    "footnote": ("[^1]: a\n\n", "    ", ""),
    "definition": ("Dry\n:   a\n\n", "    ", ""),
    "tab": ('=== "A"\n\n', "    ", ""),
    "fold": ("<details>\n<summary>a</summary>\n\n", "", "\n</details>\n"),
    "element": ("<div>\n\n", "", "</div>\n"),
    "shortcode": ("{{% note %}}\n\n", "", "\n{{% /note %}}\n"),
}
CONTENTS = {
    "paragraphs": "The word{n} of *many* [words](u{n}).\n",
    "lines": "The word{n}.",
    "items": "- word{n}",
    "headings": "## word{n}\n",
    "code": "```sh\nrun word{n}\n```\n",
    "indented code": "text\n\n    run word{n}\n",
    "a table": "| a | word{n} |\n|---|---|\n| b | c |\n",
    "notes": "::: tip\nword{n}\n:::\n",
    "all of them": "# A word{n}\n\nText.\n\n- One\n- Two\n\n  > Three\n\n```\nrun {n}\n```\n",
}


def answer(container: str, content: str, size: int) -> str:
    before, prefix, after = CONTAINERS[container]
    lines: list[str] = []
    length = number = 0
    while length < size:
        more = CONTENTS[content].format(n=number).split("\n")
        lines += [prefix + line if line or prefix == "> " else "" for line in more]
        length += sum(map(len, more)) + len(more) * (len(prefix) + 1)
        number += 1
    return before + "\n".join(lines) + "\n" + after + "\nThe end.\n"


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_nothing_of_a_long_one_is_lost(container: str, content: str) -> None:
    text = answer(container, content, 80_000)
    layout = lay_out(parse_answer(text), width=60)
    layout.finish()
    shown = layout.text()
    assert re.findall(r"word\d+", shown.replace("\n", " ")) == re.findall(r"word\d+", text)
    assert "The end." in shown
    if content in {"code", "indented code"}:
        codes = [code.text for code in layout.code_blocks]
        assert codes == [f"run word{n}" for n in range(len(codes))]
        assert len(codes) == text.count("run word")


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("container", CONTAINERS)
def test_the_first_lines_of_a_long_one_do_not_wait_for_the_last(container: str, content: str) -> None:
    text = answer(container, content, 1_000_000)
    with at_most(2):
        layout = lay_out(parse_answer(text), width=60)
    assert layout.height >= 400


def test_code_is_not_cut_however_long_it_is() -> None:
    code = "".join(f"line {number}\n" for number in range(12_000))
    for before, prefix, after in CONTAINERS.values():
        if prefix != "> ":
            body = "".join(f"{prefix}{line}\n" for line in f"```\n{code}```".split("\n"))
            layout = lay_out(parse_answer(f"{before}{body}{after}"), width=60)
            layout.finish()
            assert [found.text for found in layout.code_blocks] == [code.removesuffix("\n")], before


def test_what_a_comment_hides_stays_hidden_however_long_it_is() -> None:
    layout = lay_out(parse_answer("<div>\n<!-- " + "secret\n" * 20_000 + "-->\nshown\n</div>\n"), width=60)
    layout.finish()
    assert "secret" not in layout.text()
    assert "shown" in layout.text()


def test_a_container_of_common_length_is_shown_as_one() -> None:
    layout = lay_out(parse_answer("::: note\n\n" + "Some words.\n\n" * 2_000 + ":::\n\nBehind.\n"), width=60)
    layout.finish()
    lines = layout.text().rstrip().split("\n")
    assert {line[:1] for line in lines[:-2]} == {"▌"}
    assert lines[-1] == "Behind."
