"""Themes: which is used where, and that everything can be read in each."""

import re

import pytest

from faqtui.view.theme import THEMES, choose, nearest

FULL = [name for name, theme in THEMES.items() if theme.background is not None]


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", ["256", "truecolor"])
@pytest.mark.parametrize("name", FULL)
def test_every_style_of_a_full_theme_can_be_read_on_its_ground(name, colours):
    theme = choose(name, colours=colours)
    for key, style in theme.styles.items():
        text, _, ground = style.partition(" on ")
        for colour in re.findall("#[0-9a-f]{6}", text):
            assert contrast(colour, ground or theme.background) >= 4.5, (key, style)


def test_fewer_colours_get_less():
    assert choose("dark", colours="16") is THEMES["ansi"]
    assert choose("dark", colours="none") is THEMES["none"]
    assert choose(None, colours="truecolor") is THEMES["ansi"]
    assert choose("light", colours="truecolor") is THEMES["light"]


def test_auto_is_as_the_background_and_the_terminals_own_colours_where_nothing_is_known_of_that():
    assert choose("auto", colours="truecolor", shade="light") is THEMES["light"]
    assert choose("auto", colours="truecolor", shade="dark") is THEMES["dark"]
    assert choose("auto", colours="truecolor") is THEMES["ansi"]
    assert choose("auto", colours="16", shade="light") is THEMES["ansi"]
    assert choose("auto", colours="none", shade="light") is THEMES["none"]
    assert choose("dark", colours="truecolor", shade="light") is THEMES["dark"]


@pytest.mark.parametrize(
    ("colour", "looks"),
    [
        ("#000000", "#000000"),
        ("#ffffff", "#ffffff"),
        ("#ff0000", "#ff0000"),
        ("#1b1f27", "#1c1c1c"),
        ("#5f87af", "#5f87af"),
        ("#9aa5b8", "#a8a8a8"),
    ],
)
def test_the_nearest_of_256_colours(colour, looks):
    assert nearest(colour) == looks


def test_with_256_colours_a_theme_has_only_those():
    for name in FULL:
        theme = choose(name, colours="256")
        for style in [*theme.styles.values(), theme.foreground, theme.background]:
            for colour in re.findall("#[0-9a-f]{6}", style):
                assert nearest(colour) == colour


@pytest.mark.parametrize("name", list(THEMES))
def test_no_heading_looks_like_the_question_or_another_rank(name: str) -> None:
    looks = [str(THEMES[name].style(style)) for style in ("ui.question", "heading", "heading.second", "heading.third")]
    assert len(set(looks)) == 4
