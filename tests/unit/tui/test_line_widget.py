"""A line that is drawn once does whatever Textual's own strips do, and keeps nothing of it."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from faqtui.tui.widgets.line_widget import BareStrip

LINE = [Segment("tide ", Style(bold=True)), Segment("表", Style(color="red")), Segment(" low")]
WIDTH = 11

DOES = {
    "crop": lambda strip: strip.crop(2, 8),
    "crop and fill": lambda strip: strip.crop_extend(2, 14, Style(dim=True)),
    "divide": lambda strip: strip.divide([5, 7, WIDTH]),
    "divide into one": lambda strip: strip.divide([WIDTH]),
    "style": lambda strip: strip.apply_style(Style(reverse=True)),
    "offsets": lambda strip: strip.apply_offsets(3, 4),
    "shorten": lambda strip: strip.adjust_cell_length(6),
    "lengthen": lambda strip: strip.extend_cell_length(15),
    "join": lambda strip: Strip.join([strip, strip]),
    "render": lambda strip: strip.render(Console(color_system="truecolor")),
    "text": lambda strip: (strip.text, strip.cell_length, strip.cell_count, strip.link_ids),
}


def cells(found):
    """What is in it, where that is strips."""
    if isinstance(found, list):
        return [cells(one) for one in found]
    return list(found) if isinstance(found, Strip) else found


@pytest.mark.parametrize("name", DOES)
def test_it_does_what_a_strip_does_the_second_time_too(name):
    bare, usual = BareStrip(LINE, WIDTH), Strip(LINE, WIDTH)
    for _ in range(2):
        assert cells(DOES[name](bare)) == cells(DOES[name](usual))
    assert bare == usual


def test_nothing_is_kept_and_nothing_is_left_unset():
    bare = BareStrip(LINE, WIDTH)
    for does in DOES.values():
        does(bare)
    kept = [getattr(bare, name) for name in Strip.__slots__]
    assert [len(one) for one in kept if isinstance(one, FIFOCache)] == [0] * 7
