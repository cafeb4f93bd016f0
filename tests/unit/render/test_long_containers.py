"""Answers of which all stands in one container, and which are too long to be read before their first lines are shown."""

import re

import pytest

from faqtui.render import lay_out, layout, parse_answer
from faqtui.render.ansi import to_text
from faqtui.render.markup import parse
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


LONGEST = [
    (container, content)
    for container in CONTAINERS
    for content in CONTENTS
    if container in {"note", "item", "quotation"} or content in {"lines", "all of them"}
]
"""Each container with what is read otherwise in it than elsewhere, and each content in each sort of container."""


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


@pytest.fixture
def quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is long is so at a quarter of its length."""
    for name in ("_WHOLE", "_PIECE", "_GIANT", "_LARGEST", "_HELD"):
        monkeypatch.setattr(parse, name, getattr(parse, name) // 4)
    for name in ("AT_ONCE", "LINES_AT_ONCE"):
        monkeypatch.setattr(layout, name, getattr(layout, name) // 4)


@pytest.mark.parametrize(("container", "content"), LONGEST)
@pytest.mark.usefixtures("quarter")
def test_nothing_of_a_long_one_is_lost(container: str, content: str) -> None:
    text = answer(container, content, 20_000)
    shown_as = lay_out(parse_answer(text), width=60)
    shown_as.finish()
    shown = shown_as.text()
    assert re.findall(r"word\d+", shown.replace("\n", " ")) == re.findall(r"word\d+", text)
    assert "The end." in shown
    if content in {"code", "indented code"}:
        codes = [code.text for code in shown_as.code_blocks]
        assert codes == [f"run word{n}" for n in range(len(codes))]
        assert len(codes) == text.count("run word")


@pytest.mark.parametrize(("container", "content"), LONGEST)
def test_the_first_lines_of_a_long_one_do_not_wait_for_the_last(container: str, content: str) -> None:
    text = answer(container, content, 400_000)
    with at_most(0.8):
        shown = lay_out(parse_answer(text), width=60)
    assert shown.height >= 400


@pytest.mark.usefixtures("quarter")
def test_code_is_not_cut_however_long_it_is() -> None:
    code = "".join(f"line {number}\n" for number in range(3_000))
    for before, prefix, after in CONTAINERS.values():
        if prefix != "> ":
            body = "".join(f"{prefix}{line}\n" for line in f"```\n{code}```".split("\n"))
            shown = lay_out(parse_answer(f"{before}{body}{after}"), width=60)
            shown.finish()
            assert [found.text for found in shown.code_blocks] == [code.removesuffix("\n")], before


def test_what_a_comment_hides_stays_hidden_however_long_it_is() -> None:
    shown = lay_out(parse_answer("<div>\n<!-- " + "secret\n" * 20_000 + "-->\nshown\n</div>\n"), width=60)
    shown.finish()
    assert "secret" not in shown.text()
    assert "shown" in shown.text()


def test_a_container_of_common_length_is_shown_as_one() -> None:
    shown = lay_out(parse_answer("::: note\n\n" + "Some words.\n\n" * 2_000 + ":::\n\nBehind.\n"), width=60)
    shown.finish()
    lines = shown.text().rstrip().split("\n")
    assert {line[:1] for line in lines[:-2]} == {"▌"}
    assert lines[-1] == "Behind."


@pytest.mark.parametrize("unit", ["<dl>\n\n", "<dl>\n", "<div>\n\n</div>\n\n"])
def test_what_shows_nothing_for_very_long_is_shown_as_it_is_written(unit: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parse, "_SILENT", 1_000)
    text = "Dry.\n\n" + unit * (60_000 // len(unit)) + "\nWet.\n"
    shown = to_text(lay_out(parse_answer(text), width=40))
    assert "Dry." in shown
    assert "Wet." in shown
    assert "<" in shown


@pytest.mark.parametrize("unit", ["- ", "a", "* * ", "<b>"])
@pytest.mark.parametrize(("before", "after"), [("<div>\n", "\n</div>\n"), ("> ", "\n"), ("- ", "\n- b\n")])
def test_a_long_line_in_a_container_is_not_read_again_for_each_size_of_a_piece(monkeypatch, before, unit, after):
    read = []
    as_it_is = parse._Pieces._parse

    def counted(self, text):
        read.append(len(text))
        return as_it_is(self, text)

    monkeypatch.setattr(parse._Pieces, "_parse", counted)
    answer = before + unit * (400_000 // len(unit)) + after
    parse_answer(answer).finish()
    assert sum(read) <= 5 * len(answer)
