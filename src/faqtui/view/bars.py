"""What surrounds the panes, as lines: title and count above, the status line below."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from faqtui.records import NamedTuple
from faqtui.view.actions import Action, Pane, key_name, with_hint
from faqtui.view.lines import Line, Marked, fit
from faqtui.view.shown import Shown
from faqtui.view.theme import Skin
from faqtui.widths import most_cells

SHORTEST = 12
"""Cells below which the rest of an address says nothing."""


def title(skin: Skin, width: int, name: str, total: int | None) -> tuple[Line, Line]:
    """Left and right: what the FAQ is called, and how many questions it has (None: not known yet)."""
    noun = "question" if total == 1 else "questions"
    right = f" {total:,} {noun} " if total is not None else " reading "
    left = " " + fit(name, width - len(right) - 2, skin.glyphs.ellipsis)
    return [Segment(left, skin.theme.style("ui.title"))], [Segment(right, skin.theme.style("ui.dim"))]


def prompt(skin: Skin) -> Line:
    """What stands before the filter."""
    return [Segment(" / ", skin.theme.style("ui.prompt"))]


def count(skin: Skin, total: int | None, strong: int | None, *, weak: bool = False, texts: int = 0) -> Line:
    """How many strong hits there are among `total` questions, else in how many `texts`; nothing without a filter (None).

    `weak`: others are shown.
    """
    counted = ""
    if strong is not None and total is not None:
        counted = f"{strong:,} of {total:,} " if strong else "none close " if weak else "no match "
        if texts and not strong:
            counted = "1 text " if texts == 1 else f"{texts:,} texts "
    return [Segment(counted, skin.theme.style("ui.dim"))]


def first_hint(actions: Sequence[Action]) -> str:
    """The one line that the first session has more than others, in the empty filter."""
    keys = {action.id: action.keys(Pane.FILTER) for action in actions}

    def key(name: str, what: str) -> str:
        return f"{key_name(keys[name][0], short=True)} {what}" if keys[name] else ""

    named = (key("copy_answer", "copies"), key("help", "helps"))
    return ", ".join(["type to find", *filter(None, named)])


def place(text: str) -> str:
    """How far down the answer is, as it stands in the lower rule."""
    return f" {text} " if text else ""


def focus_mark(skin: Skin, width: int, divider: int, pane: Pane) -> Marked | None:
    """What of the upper rule is marked: the part above tree or answer, where the keys act there. The filter has a cursor."""
    if pane is Pane.FILTER:
        return None
    start, end = 0, width
    if divider >= 0:
        start, end = (0, divider) if pane is Pane.TREE else (divider + 1, width)
    return Marked(start, end, skin.glyphs.focus, skin.theme.style("ui.bar"))


def how_far(top: int, seen: int, height: int) -> str:
    """How far down `seen` lines of `height` are from line `top` on, such as ``40%``; empty where they are all."""
    if height <= seen or not seen:
        return ""
    if top == 0:
        return "top"
    return "end" if top >= height - seen else f"{100 * (top + seen) // height}%"


class Said(NamedTuple):
    """A message, by the name of its style: before it what it is `about`, behind it an address."""

    text: str
    style: str
    address: str = ""
    about: str = ""


def message(skin: Skin, width: int, said: Said) -> Line:
    """What has to be said; what it is about where both are seen whole, of an address so much that one knows it by that.

    What stands in brackets at its end is left out where it would be cut.
    """
    text, style, address, about = said
    ellipsis = skin.glyphs.ellipsis
    if most_cells(text) > width - 2 and text.endswith(")"):
        text = text.rpartition(" (")[0] or text
    if about and most_cells(whole := f"{about}: {text}") <= width - 2:
        text = whole
    line = [Segment(" " + fit(text, width - 2, ellipsis), skin.theme.style(style))]
    room = width - most_cells(text) - 5
    if address and room >= min(SHORTEST, cell_len(address)):
        line.append(Segment("  " + shortened(address, room, ellipsis), skin.theme.style("ui.dim")))
    return line


def unbound(key: str, actions: Sequence[Action]) -> str:
    """What is said to a key that means nothing where it was pressed."""
    return with_hint(f"{key} does nothing here", actions, "help", "helps")


def shortened(address: str, width: int, ellipsis: str) -> str:
    """`address` in at most `width` cells: its beginning says whose it is, its end what, so the middle goes."""
    if cell_len(address) <= width:
        return address
    rest = width - cell_len(ellipsis)
    begin, end = address[: rest - rest // 2], address[len(address) - rest // 2 :]
    while cell_len(begin) + cell_len(end) > rest:
        begin, end = (begin[:-1], end) if cell_len(begin) > cell_len(end) else (begin, end[1:])
    return begin + ellipsis + end


def footer(skin: Skin, width: int, items: Sequence[tuple[str, str]]) -> Line:
    """Keys with their labels, as many as are wholly seen."""
    return keys(skin, _seen(width, items))


def over_it(skin: Skin, width: int, items: Sequence[tuple[str, str]], more: Sequence[tuple[str, str]]) -> Line:
    """The keys of what lies over the screen: how it is closed is always among them, `more` stands behind that."""
    close = ("esc", "close")
    return keys(skin, _seen(width, [*_seen(width - _cells(*close), items), close, *more]))


def _seen(width: int, items: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first of `items`, as far as there is room: what is not wholly seen is not offered."""
    seen: list[tuple[str, str]] = []
    for item in items:
        width -= _cells(*item)
        if width < 0:
            break
        seen.append(item)
    return seen


def _cells(key: str, label: str) -> int:
    return cell_len(key) + cell_len(label) + 3


def keys(skin: Skin, items: Sequence[tuple[str, str]]) -> Line:
    """Keys with their labels."""
    style = skin.theme.style
    line = [Segment(" ")]
    for key, label in items:
        line += [Segment(key, style("ui.key")), Segment(f" {label}  ", style("ui.label"))]
    return line


def idle(
    shown: Shown | None, pane: Pane, *, nothing_selected: bool, similar: bool = False, whole: bool = False
) -> set[str]:
    """The actions that the footer does not offer, since they would do nothing with what is shown.

    `similar`: below or beside the answer stand others, which are links too; `whole`: nothing of it is out of view.
    """
    named: set[str] = set()
    if shown is None:
        named |= {"copy_answer", "copy_code", "find"}
    elif not shown.code_blocks:
        named.add("copy_code")
    if not similar and (shown is None or not shown.links):
        named.add("links")
    if pane is Pane.ANSWER and whole:
        named.add("page_down")
    if pane is not Pane.ANSWER and nothing_selected:
        named |= {"open", "page_down", "next_entry"}
        if shown is None:  # in no pane is there anything: what leads out of that has the room
            named.add("next_pane")
    return named
