"""Make docs/faqtui.svg from the running program: ``python docs/picture.py [COLUMNSxROWS] [KEY ...]``.

Without arguments it draws README's picture: two half-words in the filter of the packaged FAQ, at 80x24.
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from faqtui import load
from faqtui.tui.app import FaqtuiApp
from faqtui.tui.options import TuiOptions


async def picture(size: tuple[int, int], query: str, keys: list[str], theme: str = "dark") -> str:
    """The screen as SVG, after `keys` were pressed."""
    app = FaqtuiApp(load(), TuiOptions(query=query, theme=theme), {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return without_web_fonts(app.export_screenshot(title="faqtui"))


def without_web_fonts(svg: str) -> str:
    """The picture with the reader's own monospace font: one that is fetched would be a request to somebody's server."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", "font-family: monospace;", svg)


def main(arguments: list[str]) -> None:
    """Write the picture."""
    size = (80, 24)
    if arguments and "x" in arguments[0]:
        columns, _, rows = arguments.pop(0).partition("x")
        size = (int(columns), int(rows))
    query = "" if arguments else "ecr tok"
    target = Path(__file__).with_name("faqtui.svg")
    target.write_text(asyncio.run(picture(size, query, arguments)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
