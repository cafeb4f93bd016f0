"""What stands above a heading and is none: the name of a site above the title of a page, what a table of contents is called."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.letters import ASKS


def leave_above(
    headings: list[tuple[int, int, str]],
    written: list[str],
    level: int,
    contents: Sequence[tuple[tuple[str, ...], str]],
) -> None:
    """Take the heading right above one of this `level` for none, where nothing stands below it.

    Above the title of a page, and of a lower level, it is the name of a site, which is text. Elsewhere it is what a part of the
    table of contents is called, whose rows were left out and are the last of `contents`.
    """
    if not headings:
        return
    place, above, text = headings[-1]
    if text.endswith(ASKS) or any(line.strip("- ") for line in written[place + 1 :]):
        return
    if len(headings) == 1 and above > level == 1:
        written[place] = text
        headings.clear()
    elif len(headings) > 1 and above >= level and contents and contents[-1][0][:1] == (text,):
        written[place] = ""
        headings.pop()
