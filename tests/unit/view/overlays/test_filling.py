"""Placeholders are what readers have to put in, and nothing that the code has for itself."""

from __future__ import annotations

import pytest

from faqtui.model import CodeBlock
from faqtui.view.overlays.filling import blanks, filled
from faqtui.view.overlays.filling_lines import preview
from faqtui.view.theme import THEMES


def names(text: str, language: str | None = "sh", answer: str = "") -> list[str]:
    block = CodeBlock(language, text)
    return [blank.name for blank in blanks(block, f"{answer}\n\n```\n{text}\n```", [block])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ssh <user>@<host name>", ["user", "host name"]),
        ("cp <ACCOUNT_ID>.json <dir>/ <dir>/x", ["ACCOUNT_ID", "dir"]),
        ("curl https://{{host}}/{{ path }}", ["host", "path"]),
        ("sort < input > output", []),
        ("cat << EOF > x\n<<EOF", []),
        ("echo $HOME ${USER} $(date)", []),
        ("echo '<b>x</b>'", []),
        ("mail <me@example.org>", []),
        ("run: ${{ secrets.TOKEN }}", []),
        ("<+pipeline.name>", []),
        ("x <= 3 and y >= 4", []),
    ],
)
def test_placeholders_are_known_by_how_they_are_written(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [("<p>hello</p>\n<br>", "html"), ("Vec<String>", None), ("#include <stdio>", "c"), ("{{ item }}", "yaml"),
     ("List<User> x = f(<T>)", "java"), ("{{title}}", "handlebars")],
)  # fmt: skip
def test_what_a_language_has_for_itself_is_none(text: str, language: str | None) -> None:
    assert names(text, language) == []


def test_a_variable_is_one_where_the_answer_speaks_of_it() -> None:
    assert names("echo $REGION $HOME", answer="Put your own `REGION` there.") == ["REGION"]
    assert names("echo ${REGION}", answer="REGION is where it runs.") == ["REGION"]
    assert names("echo $REGION", answer="Nothing.") == []


def test_a_value_stands_wherever_its_placeholder_stands() -> None:
    block = CodeBlock("sh", "cp <a> {{a}} <b>")
    places = blanks(block, block.text, [block])
    assert filled(block.text, places, {"a": "x y"}) == "cp x y x y <b>"
    assert filled(block.text, places, {}) == block.text
    assert filled(block.text, places, {"a": "", "b": "<a>"}) == "cp <a> {{a}} <a>"


def test_without_colours_what_is_put_in_is_told_from_the_code_around_it() -> None:
    block = CodeBlock("sh", "send <what> now")
    (line,), asked = preview(block.text, blanks(block, "", [block]), {}, "what", width=60, theme=THEMES["none"])
    looks = {segment.text: segment.style for segment in line}
    assert asked == 0
    assert len({looks["send "], looks["<what>"]}) == 2
    (line,), _ = preview(block.text, blanks(block, "", [block]), {}, "another", width=60, theme=THEMES["none"])
    looks = {segment.text: segment.style for segment in line}
    assert len({looks["send "], looks["<what>"]}) == 2
