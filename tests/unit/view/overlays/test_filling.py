"""Placeholders are what readers have to put in, and nothing that the code has for itself."""

from __future__ import annotations

import pytest

from faqtui.model import CodeBlock
from faqtui.view.overlays.filling import blanks, filled
from faqtui.view.overlays.filling_lines import preview
from faqtui.view.theme import THEMES
from support.speed import at_most


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
        ("ssh <имя>@<主机> <número de puerto>", ["имя", "主机", "número de puerto"]),
        ("curl {{größe}}", ["größe"]),
        ("sort <in >out", []),
        ("curl <https://mill.example/a> <//mill.example>", []),
        ("flour<br>water<hr>", []),
        ("press <Enter>, <Esc>, <C-x>, <Ctrl-c>, <shift-tab>", []),
    ],
)
def test_placeholders_are_known_by_how_they_are_written(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "language"),
    [("<p>hello</p>\n<br>", "html"), ("Vec<String>", None), ("#include <stdio>", "c"), ("{{ item }}", "yaml"),
     ("#include <stdio.h>", None), ("template <typename T>", None), ("Map<String, List<Int>> x", None),
     ("nmap <space>x <Plug>(y)", "vim"), ("List<User> x = f(<T>)", "java"), ("{{title}}", "handlebars")],
)  # fmt: skip
def test_what_a_language_has_for_itself_is_none(text: str, language: str | None) -> None:
    assert names(text, language) == []


def test_a_variable_is_one_where_the_answer_speaks_of_it() -> None:
    assert names("echo $REGION $HOME", answer="Put your own `REGION` there.") == ["REGION"]
    assert names("echo ${REGION}", answer="REGION is where it runs.") == ["REGION"]
    assert names("echo $REGION", answer="Nothing.") == []


def test_a_variable_of_windows_is_one_as_well() -> None:
    assert names("set A=%REGION%", "bat", answer="REGION is where it runs.") == ["REGION"]
    assert names("set A=%REGION%", "bat") == []
    assert names("date +%Y%m%d %H%MM%SS", answer="MM are minutes.") == []


@pytest.mark.parametrize("text", ["export PATH=$PATH:/opt", "echo $HOME %PATH% ${USER}", "REGION=eu-1; run $REGION"])
def test_what_the_machine_or_the_code_sets_is_none(text: str) -> None:
    assert names(text, answer="Look at PATH, HOME, USER and REGION.") == []


def test_what_another_block_of_the_answer_sets_is_none() -> None:
    blocks = [CodeBlock("sh", "export REGION=eu-1"), CodeBlock("sh", "run $REGION $ZONE")]
    answer = "REGION and ZONE say where.\n" + "\n".join(block.text for block in blocks)
    assert [blank.name for blank in blanks(blocks[1], answer, blocks)] == ["ZONE"]


@pytest.mark.parametrize("piece", ["$NAME{} ", "<name{}> ", "</n{} <n{}> ", "%NAME{}% ", "NAME{}= "])
def test_it_takes_time_with_the_length_of_the_code(piece: str) -> None:
    text = "".join(piece.replace("{}", str(number)) for number in range(100_000))
    with at_most(1.5):
        names(text)


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
