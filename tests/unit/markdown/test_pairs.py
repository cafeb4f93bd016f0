"""Tags around more than one paragraph are markup, and what only looks like them is text."""

from __future__ import annotations

import pytest

from faqtui.markdown.pairs import Pairs
from faqtui.render import parse_answer
from faqtui.render.ansi import to_text
from faqtui.render.layout import lay_out


def shown(markdown: str) -> list[str]:
    """The lines of an answer that are not blank."""
    text = to_text(lay_out(parse_answer(markdown), 60))
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("<br><b>\n\nTurn the key.\n\nThen push.\n</b>", ["Turn the key.", "Then push."]),
        ("<br><b>\nTurn the key.\n</b>", ["Turn the key."]),
        ("<strong>\n\n- one\n- two\n\n</strong>", ["• one", "• two"]),
        ("<center>\n<font color='red'>\n<i>\n\nIn the middle.\n</i>\n</font>\n</center>", ["In the middle."]),
        ("<p>\n<em>\n\nYes.\n\n</em>\n</p>", ["Yes."]),
        ('<span style="x">\n<u>\n\nLine.\n\n</u></span>\n<a name="top"></a>', ["Line."]),
        ("<div align='center'>\n<B>\n\nLoud.\n\n</B>\n</div>", ["Loud."]),
        ("> <b>\n>\n> Quoted.\n>\n> </b>", ["│ Quoted."]),
        ("1. <i>\n\n   First.\n\n   </i>\n2. Second.", ["1. First.", "2. Second."]),
        ("<b>Bold from here\n\nto here</b> and plain.", ["Bold from here", "to here and plain."]),
        ("<b>\n\nThe end was forgotten.", ["The end was forgotten."]),
        ("<br><b>\nThe end was forgotten.", ["The end was forgotten."]),
        ("<sub>\n\nsmall\n\n</sub>", ["small"]),
    ],
)
def test_tags_that_stand_around_paragraphs_are_not_shown(markdown: str, lines: list[str]) -> None:
    assert shown(markdown) == lines


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("<b>", "<b>"),
        ("Write <b> for bold.", "Write <b> for bold."),
        ("Write <b> for bold.\n\n`</b>` ends it.", "Write <b> for bold."),
        ("Write <i> here.\n\n```html\n</i>\n```", "Write <i> here."),
        ("<account>\n\nis your account\n", "<account>"),
    ],
)
def test_what_only_looks_like_such_a_tag_is_shown(markdown: str, line: str) -> None:
    assert shown(markdown)[0] == line


def test_the_innermost_open_tag_is_the_one_that_closes() -> None:
    text = "<b>\n<b>\nx\n</b>"
    assert [Pairs(text).is_closed(at) for at in (0, 4)] == [False, True]
