"""What a terminal says of its background, and what the environment hints at."""

import pytest

from faqtui.wire.background import hinted, shade_of


@pytest.mark.parametrize(
    ("answer", "shade"),
    [
        ("rgb:ffff/ffff/ffff", "light"), ("rgb:ff/ff/ff", "light"), ("rgb:f/f/f", "light"), ("rgb:0000/0000/0000", "dark"),
        ("rgb:fdf6/e3e3/d5d5", "light"), ("rgb:0000/2b2b/3636", "dark"), ("rgb:2828/2c2c/3434", "dark"),
        ("rgba:0000/0000/0000/ffff", "dark"), ("rgba:fafa/fafa/fafa/0000", "light"),
        ("#ffffff", "light"), ("#FFF", "light"), ("#1b1f27", "dark"), ("#fffffffff", "light"), ("#000000000000", "dark"),
        ("rgb:ffff/ffff/0000", "light"), ("rgb:0000/0000/ffff", "dark"), ("rgb:7777/7777/7777", "light"),
        ("rgb:8/80/8000", "light"), ("rgb:6666/6666/6666", "dark"),
    ],
)  # fmt: skip
def test_colours_are_light_or_dark(answer, shade):
    assert shade_of(answer) == shade


@pytest.mark.parametrize(
    "answer",
    ["", "?", "white", "rgb:ffff/ffff", "rgb:fffff/ffff/ffff", "rgb:gg/00/00", "#ffff", "#", "rgb:-1/0/0", "#١١١"],
)
def test_what_is_no_colour_says_nothing(answer):
    assert shade_of(answer) is None


@pytest.mark.parametrize(
    ("value", "shade"),
    [
        ("15;0", "dark"), ("0;15", "light"), ("0;default;15", "light"), ("12;8", "dark"), ("0;7", "light"), ("7", "light"),
        ("0;default", None), ("", None), ("15;0;", None), ("0;16", None), ("0;١", None),
    ],
)  # fmt: skip
def test_the_environment_hints_at_it(value, shade):
    assert hinted({"COLORFGBG": value} if value else {}) == shade
