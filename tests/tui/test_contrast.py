"""Each pair of colours that a full-colour theme draws, in all that there is to see, can be read (WCAG 2.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.view.theme import choose

RICH = Path(__file__).with_name("rich.md")
ENVIRONMENTS = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
    "256": {"TERM": "xterm-256color", "LANG": "C.UTF-8"},
}
TEXT, DIM = 4.5, 3.0
"""Contrast that text has at least (1.4.3), and what is secondary, lines and signs (1.4.11)."""

STATES = [
    [],
    [*"kettle"],
    ["tab", "down", "m"],
    ["tab", "right_square_bracket"],
    [*"kettle", "enter"],
    [*"everything", "enter"],
    [*"everything", "enter", "G"],
    [*"everything", "enter", "f"],
    [*"everything", "enter", "x"],
    [*"everything", "enter", "ctrl+f", *"the"],
    ["ctrl+p", *"co"],
    ["ctrl+p", *"mouse"],
    ["f1"],
    ["ctrl+y"],
    [*"xylophone"],
    [*"topic:"],
]


def luminance(colour):
    """Relative luminance."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(app):
    """Foreground, background and text of all that is on the screen."""
    found = {}
    for strip in app.screen._compositor.render_strips(app.size):
        for text, style, _ in strip:
            if not text.strip():
                continue
            assert style is not None, text
            assert style.color is not None, (text, str(style))
            assert style.bgcolor is not None, (text, str(style))
            assert not style.dim, (text, str(style))  # terminals make of that what they like
            colours = style.color.get_truecolor(), style.bgcolor.get_truecolor()
            found[colours[::-1] if style.reverse else colours] = text
    return found


@pytest.mark.parametrize("colours", ENVIRONMENTS)
@pytest.mark.parametrize("name", ["dark", "light"])
async def test_what_is_drawn_can_be_read(start, tmp_path, name, colours):
    theme = choose(name, colours=colours)
    secondary = theme.style("ui.dim").color.get_truecolor()
    seen = {}
    for keys in STATES if colours == "truecolor" else STATES[::2]:  # the same styles, of fewer colours
        environment = ENVIRONMENTS[colours] | {"HOME": str(tmp_path)}
        async with start(size=(100, 40), faq=load(RICH), theme=name, environment=environment) as pilot:
            await pilot.press(*["space" if key == " " else "colon" if key == ":" else key for key in keys])
            await pilot.pause()
            seen |= pairs(pilot.app)
    for (front, back), text in seen.items():
        least = DIM if front == secondary else TEXT
        assert contrast(front, back) >= least, (text, front.hex, back.hex, contrast(front, back))
    drawn = {front for front, _ in seen}
    for style in (
        "ui.bar",
        "ui.match",
        "code",
        "ui.dim",
        "ui.message",
        "admonition.warning",
        "admonition.danger",
        "admonition.tip",
    ):
        assert theme.style(style).color.get_truecolor() in drawn, style  # or it was not looked at


@pytest.mark.parametrize("colours", ENVIRONMENTS)
@pytest.mark.parametrize("name", ["dark", "light"])
def test_accent_match_code_and_what_is_secondary_are_four_colours(name, colours):
    theme = choose(name, colours=colours)
    found = {theme.style(style).color.get_truecolor() for style in ("ui.bar", "ui.match", "code", "ui.dim")}
    assert len(found | {theme.base.color.get_truecolor()}) == 5


async def test_with_sixteen_colours_nothing_is_drawn_on_its_own_colour(start):
    for keys in STATES:
        async with start(
            size=(100, 40), faq=load(RICH), environment={"TERM": "xterm", "LANG": "C.UTF-8", "HOME": "/none"}
        ) as pilot:
            await pilot.press(*["space" if key == " " else "colon" if key == ":" else key for key in keys])
            await pilot.pause()
            for strip in pilot.app.screen._compositor.render_strips(pilot.app.size):
                for text, style, _ in strip:
                    # The terminal's own background is not known, so that nothing may be laid on another one.
                    assert style is None or style.bgcolor is None or style.bgcolor.is_default, (text, str(style))
