"""Themes: contrast of every pair of colours that text has, and that nothing is told by colour alone."""

from __future__ import annotations

import pytest
from rich.style import Style

from faqtui.tui.theme import THEMES, Theme, choose

FULL = [name for name, theme in THEMES.items() if theme.background is not None]

READABLE = 4.5
"""Contrast that WCAG 2.1 asks of text, success criterion 1.4.3 (level AA)."""


def luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    parts = [value / 255 for value in (red, green, blue)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    """The contrast ratio of a style's two colours, 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    lighter, darker = sorted(
        (luminance(*style.color.get_truecolor()), luminance(*style.bgcolor.get_truecolor())), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


def styles_of(theme: Theme) -> dict[str, Style]:
    return {name: theme.base + theme.style(name) for name in theme.styles}


def test_the_measure_is_that_of_the_standard():
    assert contrast(Style(color="#000000", bgcolor="#ffffff")) == pytest.approx(21)
    assert contrast(Style(color="#777777", bgcolor="#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", FULL)
def test_all_text_of_a_full_colour_theme_can_be_read(name):
    theme = THEMES[name]
    assert {
        style: round(contrast(made), 2) for style, made in styles_of(theme).items() if contrast(made) < READABLE
    } == {}


@pytest.mark.parametrize("name", FULL)
def test_text_of_every_style_can_be_read_on_the_selected_row_and_marked(name):
    theme = THEMES[name]
    selected = theme.style("ui.selected")
    for style in ("", "ui.category", "ui.current", "ui.match", "ui.dim", "ui.bar", "ui.preview"):
        assert contrast(theme.base + theme.style(style) + selected) >= READABLE, style
    for style in theme.styles:
        for mark in ("ui.found", "ui.match", "ui.hint"):
            assert contrast(theme.base + theme.style(style) + theme.style(mark)) >= READABLE, (style, mark)


@pytest.mark.parametrize("name", FULL)
def test_no_text_of_a_full_colour_theme_is_dimmed_by_the_terminal(name):
    """What a terminal makes of dim nobody knows, so its contrast could not be promised."""
    assert [style for style, made in styles_of(THEMES[name]).items() if made.dim] == []


@pytest.mark.parametrize("name", THEMES)
def test_what_is_selected_matched_or_linked_has_more_than_a_colour(name):
    theme = THEMES[name]
    for style in ("ui.selected", "ui.match", "ui.found", "ui.hint", "link", "heading", "admonition.warning"):
        made = theme.style(style)
        assert made.bold or made.underline or made.reverse or made.italic, style


def test_the_users_own_sixteen_colours_are_used_by_their_names():
    for name in ("ansi", "none"):
        for style in styles_of(THEMES[name]).values():
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.number is None or colour.number < 16


def test_where_there_are_no_colours_no_theme_brings_any():
    for name in THEMES:
        assert all(style.color is None for style in styles_of(choose(name, colours="none")).values())
