"""A flood of mouse reports is cut to what somebody may have meant by it; what somebody does comes whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqtui.wire.gestures import MOST, told
from faqtui.wire.keyboard import Mouse, Paste
from faqtui.wire.keys import Key


def click(x: int, button: int = 0) -> list[Mouse]:
    return [Mouse(button, x, 1, pressed=True), Mouse(button, x, 1, pressed=False)]


def wheel(x: int) -> list[Mouse]:
    return [Mouse(65, x, 1, pressed=True)]


def drag(x: int) -> list[Mouse]:
    return [
        Mouse(0, x, 1, pressed=True),
        *(Mouse(32, x, y, pressed=True) for y in range(2, 9)),
        Mouse(0, x, 8, pressed=False),
    ]


@pytest.mark.parametrize("gesture", [click, wheel, drag])
def test_of_very_many_gestures_the_last_are_told(gesture):
    many = [report for x in range(5000) for report in gesture(x)]
    few = told(many)
    assert len(few) <= 3 * MOST
    assert few[0] == gesture(5000 - MOST)[0]
    assert few[-1] == many[-1]


def test_what_somebody_can_have_done_comes_whole():
    done = [*click(1), *click(2), *click(2), *drag(5), *wheel(3), Key("a", "a"), *click(4)]
    assert told(done) == done


def test_keys_stand_where_they_stood():
    many = [report for x in range(999) for report in click(x)]
    few = told([Key("a", "a"), *many, Paste("b"), *many, Key("c", "c")])
    assert [one for one in few if not isinstance(one, Mouse)] == [Key("a", "a"), Paste("b"), Key("c", "c")]
    assert len(few) < 5 * MOST


def test_of_a_long_drag_the_end_is_told():
    moves = [Mouse(32, x, 2, pressed=True) for x in range(999)]
    assert told([Mouse(0, 0, 2, pressed=True), *moves]) == [Mouse(0, 0, 2, pressed=True), moves[-1]]
    assert told(moves) == moves[-1:]
    assert told([*moves, Mouse(0, 9, 2, pressed=False)]) == [moves[-1], Mouse(0, 9, 2, pressed=False)]


@pytest.mark.parametrize("button", [0, 1, 2, 3, 4, 16, 128])
def test_releases_of_nothing_are_one(button):
    assert told([Mouse(button, x, 2, pressed=False) for x in range(999)]) == [Mouse(button, 998, 2, pressed=False)]


REPORTS = st.builds(
    Mouse, st.sampled_from((0, 1, 2, 3, 32, 35, 64, 65, 67, 999)), st.integers(0, 9), st.just(3), st.booleans()
)


@given(st.lists(st.one_of(REPORTS, st.just(Key("a", "a"))), max_size=400))
def test_nothing_is_made_up_and_the_last_report_counts(typed):
    few = told(typed)
    rest = iter(typed)
    assert all(one in rest for one in few)  # in the order in which they came
    assert [one for one in few if isinstance(one, Key)] == [one for one in typed if isinstance(one, Key)]
    assert few[-1:] == typed[-1:]
    assert told(few) == few
