"""Pictures of the running program: ``python docs/pictures.py`` renews those in docs/; needs cairosvg and pillow.

``python docs/pictures.py --all DIRECTORY`` draws twenty states in three themes, to be looked at before a release.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import cairosvg
from PIL import Image
from rich.style import Style

from faqtui import load
from faqtui.tui.app import FaqtuiApp
from faqtui.view.options import TuiOptions

SCALE = 15 / 12.2
"""A cell is then as wide as whole pixels, as the letters are that cairo draws."""

MARGIN = 8
"""Pixels from the left at which a picture has the background alone."""

COLOURS = 96
"""Enough for the smooth edges of letters in the colours of a theme, the few letters of its accent among them."""

THEMES = ("dark", "light", "ansi")


class State(NamedTuple):
    """A state of the screen: what it is called, columns and rows, and the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()


USUAL, NARROW, WIDE, TINY = (80, 24), (50, 20), (160, 40), (40, 10)
STATES = (
    State("browse", USUAL),
    State("filter", USUAL, (*"ecr tok",)),
    State("reading", USUAL, (*"pem", "enter")),
    State("wide", WIDE, (*"token",)),
    State("narrow", NARROW, (*"token",)),
    State("palette", USUAL, ("ctrl+p", *"co")),
    State("narrow-reading", NARROW, (*"pem", "enter")),
    State("tiny", TINY),
    State("tiny-reading", TINY, ("enter",)),
    State("tree", USUAL, ("tab", "down", "down")),
    State("category", USUAL, ("tab", "right_square_bracket")),
    State("help", USUAL, ("f1",)),
    State("help-found", USUAL, ("f1", "slash", *"copy")),
    State("palette-settings", USUAL, ("ctrl+p", *"theme")),
    State("links", USUAL, ("enter", "f")),
    State("find", USUAL, (*"pem", "enter", "ctrl+f", *"the")),
    State("no-match", USUAL, (*"xylophone",)),
    State("facets", USUAL, (*"topic:",)),
    State("bookmarked", USUAL, ("tab", "m", "down", "down", "m")),
    State("zoomed", (120, 30), (*"pem", "enter", "z")),
)

IN_DOCS = {"browse": "light", "filter": "dark", "reading": "dark", "wide": "dark", "narrow": "light", "palette": "dark"}
"""The pictures that documents show, and the theme of each."""


async def picture(state: State, theme: str) -> str:
    """The screen as SVG."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / ".local/state/faqtui").mkdir(parents=True)
        environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": home}
        app = FaqtuiApp(load(), TuiOptions(theme=theme), environment)
        async with app.run_test(size=state.size) as pilot:
            await pilot.pause()
            for key in state.keys:
                await pilot.press("space" if key == " " else "colon" if key == ":" else key)
            await pilot.pause(0.3)
            return framed(with_installed_font(app.export_screenshot(title="faqtui")), app.skin.theme.base)


def with_installed_font(svg: str) -> str:
    """The picture with the monospace font that is installed, as wide as the one it was laid out for."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", "font-family: monospace;", svg)
    return svg.replace("font-size: 20px", "font-size: 20.27px")


def framed(svg: str, base: Style) -> str:
    """The picture in a window of the theme's own colours, with the last row as high as the others."""
    if base.color is not None and base.bgcolor is not None:
        svg = svg.replace('<rect fill="#292929"', f'<rect fill="{base.bgcolor.name}"', 1)
        svg = re.sub(r'(<text class="[^"]*-title" fill=")[^"]*', rf"\g<1>{base.color.name}", svg, count=1)
    return re.sub(
        r'(clip-terminal">\s*<rect [^>]*height=")([0-9.]+)',
        lambda found: f"{found[1]}{float(found[2]) + 4:.1f}",
        svg,
        count=1,
    )


def draw(states: Iterable[tuple[State, str, Path]]) -> None:
    """Write a PNG of each state in a theme to a path."""
    for state, theme, target in states:
        svg = asyncio.run(picture(state, theme))
        drawn = cairosvg.svg2png(bytestring=svg.encode(), scale=SCALE)
        few_colours(Image.open(BytesIO(drawn)).convert("RGB")).save(target, optimize=True)


def few_colours(image: Image.Image) -> Image.Image:
    """The picture with so few colours that it is a third as large; what most of it has stays as it is."""
    few = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    place = (MARGIN, image.height // 2)
    palette, entry = few.getpalette() or [], 3 * few.getpixel(place)
    palette[entry : entry + 3] = image.getpixel(place)
    few.putpalette(palette)
    return few


def main(arguments: list[str]) -> None:
    """Write the pictures of the documents, or all of them somewhere else."""
    if arguments[:1] == ["--all"]:
        directory = Path(arguments[1])
        directory.mkdir(parents=True, exist_ok=True)
        draw((state, theme, directory / f"{state.name}-{theme}.png") for state in STATES for theme in THEMES)
        return
    here = Path(__file__).parent
    named = {state.name: state for state in STATES}
    draw(
        (named[name], theme, here / f"{'faqtui' if name == 'filter' else name}.png") for name, theme in IN_DOCS.items()
    )


if __name__ == "__main__":
    main(sys.argv[1:])
