"""Placeholders are what readers have to put in, and nothing that the code has for itself."""

from __future__ import annotations

import pytest

from faqtui.model import CodeBlock
from faqtui.view.overlays.filling import blanks, filled


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
