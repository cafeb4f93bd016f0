"""Emphasis beside the punctuation of East Asia, in plain text and in answers; elsewhere as CommonMark has it."""

from __future__ import annotations

from itertools import product

import markdown_it
import pytest
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from faqtui.markdown.emphasis import flanking
from faqtui.markdown.inline import inline
from faqtui.render import lay_out, parse_answer

BESIDE = ' aéЖ7."«»€✅👍\u2014\u201c\u0e44\xa0('


def styled(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What an answer of one line shows, and those of its parts that have a style."""
    runs = lay_out(parse_answer(text), 200).line(0).runs
    return "".join(run.text for run in runs), [(run.text, run.style) for run in runs if run.style]


@pytest.mark.parametrize(
    ("text", "marked", "style"),
    [
        ("先**保存文件。**再退出", "保存文件。", "strong"),
        ("先*保存文件。*再退出", "保存文件。", "emphasis"),
        ("先~~保存文件。~~再退出", "保存文件。", "strike"),
        ("先***保存文件！***再退出", "保存文件！", "emphasis strong"),
        ("他说**“你好”**然后", "“你好”", "strong"),
        ("请看**（说明）**一节", "（说明）", "strong"),
        ("これは**「鍵括弧」**です", "「鍵括弧」", "strong"),
        ("保存**します。**次に", "します。", "strong"),
        ("ｶﾅ**(ｶﾅ)**ｶﾅ", "(ｶﾅ)", "strong"),
        ("강조**(괄호)**입니다", "(괄호)", "strong"),
        ("저장~~(아니오)~~하고", "(아니오)", "strike"),
        ("中文**English.**中文", "English.", "strong"),
        ("𠮷**(吉)**𠮷", "(吉)", "strong"),
    ],
)
def test_emphasis_stands_beside_punctuation_of_east_asia(text: str, marked: str, style: str) -> None:
    shown, runs = styled(text)
    assert runs == [(marked, style)]
    assert shown == inline(text)[0] == text.replace("*", "").replace("~", "")


@pytest.mark.parametrize(
    "text", ['a**"x"**b', "~~a.~~b", "a*(b)*c", "é**«x»**é", "Ж**(x)**Ж", "ไทย**(x)**ไทย", "👍**(x)**a", "foo_(bar)_b"]
)
def test_other_scripts_stay_as_they_are_in_commonmark(text: str) -> None:
    assert styled(text) == (text, [])
    assert inline(text)[0] == text


@pytest.mark.skipif(markdown_it.__version__ < "4", reason="symbols are punctuation since CommonMark 0.31")
def test_beside_all_else_delimiters_are_those_of_commonmark() -> None:
    for before, after, mark in product(BESIDE, BESIDE, "*_"):
        state = StateInline(f"{before}{mark}{after}", MarkdownIt("commonmark"), {}, [])
        known = state.scanDelims(1, mark != "_")
        assert flanking(before, after, in_words=mark != "_") == (known.can_open, known.can_close), (before, mark, after)
