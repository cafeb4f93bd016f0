"""Which of many mouse reports are told, so that keys behind a flood of them are soon heard. Pure.

Nobody clicks or turns a wheel more often than `MOST` times between two looks at what has come, but a mouse that bounces, a
program that types, or minutes on a link that stood still bring thousands, and each costs what it does on the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from faqtui.wire.keyboard import Mouse, Typed

MOST = 32
"""Clicks, drags and steps of the wheel one after another that are told; of more, the last."""

_MOVED, _WHEEL = 32, 64
"""What is added to the number of the button (xterm ctlseqs, mouse tracking)."""


def told(typed: Iterable[Typed]) -> list[Typed]:
    """What was typed, with the last of the mouse reports that came without anything else between them.

    What is told begins where something was pressed, so that nothing is dragged that was not taken hold of, but for the end
    of what was pressed before. Of movements, and of releases, that follow each other the last is told.
    """
    kept: list[Typed] = []
    for is_mouse, run in groupby(typed, lambda one: isinstance(one, Mouse)):
        some = list(run)
        kept += _last([one for one in some if isinstance(one, Mouse)]) if is_mouse else some
    return kept


def _last(reports: list[Mouse]) -> list[Mouse]:
    if len(reports) <= MOST:
        return reports
    before: list[Mouse] = []
    gestures: list[list[Mouse]] = []
    for report in reports:
        if _begins(report):
            gestures.append([report])
            continue
        mine = gestures[-1] if gestures else before
        if mine and _alike(mine[-1], report):
            mine[-1] = report
        else:
            mine.append(report)
    # Of what goes on from before only its end matters, and there is no more of it than a movement and a release.
    return [*before[-2:], *(report for gesture in gestures[-MOST:] for report in (*gesture[:1], *gesture[1:][-2:]))]


def _begins(report: Mouse) -> bool:
    return bool(report.button & _WHEEL) or (report.pressed and not report.button & _MOVED)


def _alike(one: Mouse, other: Mouse) -> bool:
    return one.pressed == other.pressed and one.button & _MOVED == other.button & _MOVED
