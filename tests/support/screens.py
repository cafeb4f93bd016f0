"""Reading the screen of an app under test, without a terminal."""

from __future__ import annotations

from typing import Any

from textual.app import App


def screen_text(app: App[Any]) -> str:
    """What is on the screen, one line a row, without trailing blanks."""
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


def styled_runs(app: App[Any], row: int) -> list[tuple[str, str]]:
    """The pieces of a screen row with their styles, in rich's notation."""
    strip = app.screen._compositor.render_strips(app.size)[row]
    return [(segment.text, str(segment.style)) for segment in strip if segment.text.strip()]
