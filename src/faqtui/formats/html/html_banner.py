"""The name of a site above the title of a page."""

from __future__ import annotations


def leave_banner(headings: list[tuple[int, int, str]], written: list[str], level: int) -> None:
    """Make text of the name of a site: a heading above the title of the page, of a lower level, with nothing below it."""
    if len(headings) != 1:
        return
    place, above, text = headings[0]
    if above > level == 1 and not text.endswith("?") and not any(line.strip("- ") for line in written[place + 1 :]):
        written[place] = text
        headings.clear()
