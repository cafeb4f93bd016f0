"""Make docs/faqtui.png from the running program: ``python docs/picture.py [COLUMNSxROWS] [KEY ...]``; needs cairosvg.

Without arguments it draws README's picture: two half-words in the filter of the packaged FAQ, at 80x24.
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import cairosvg

from faqtui import load
from faqtui.tui.app import FaqtuiApp
from faqtui.view.options import TuiOptions

SCALE = 15 / 12.2
"""A cell is then as wide as whole pixels, as the letters are that cairo draws."""


async def picture(size: tuple[int, int], query: str, keys: list[str], theme: str = "dark") -> str:
    """The screen as SVG, after `keys` were pressed."""
    app = FaqtuiApp(load(), TuiOptions(query=query, theme=theme), {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return with_installed_font(app.export_screenshot(title="faqtui"))


def with_installed_font(svg: str) -> str:
    """The picture with the monospace font that is installed, as wide as the one it was laid out for."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", "font-family: monospace;", svg)
    return svg.replace("font-size: 20px", "font-size: 20.27px")


def main(arguments: list[str]) -> None:
    """Write the picture."""
    size = (80, 24)
    if arguments and "x" in arguments[0]:
        columns, _, rows = arguments.pop(0).partition("x")
        size = (int(columns), int(rows))
    query = "" if arguments else "ecr tok"
    drawn = asyncio.run(picture(size, query, arguments))
    target = Path(__file__).with_name("faqtui.png")
    cairosvg.svg2png(bytestring=drawn.encode(), write_to=str(target), scale=SCALE)


if __name__ == "__main__":
    main(sys.argv[1:])
