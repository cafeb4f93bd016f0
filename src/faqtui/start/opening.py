"""The first frame of a session that has none of an earlier one to show, painted before textual is imported.

Where the library is saved this process paints it; where it is still to be made, the copy that makes it does.
What it shows is `faqtui.start.drawing`, which is imported by whoever paints: rich takes 20 ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from faqtui.host.terminal import Terminal, as_given
from faqtui.start import first_frame
from faqtui.wire.leaving import leaving

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.view.options import TuiOptions


def show(faq: Faq, options: TuiOptions) -> None:
    """Paint the first frame, where the terminal has none yet and what it is can be told without searching."""
    env = as_given(os.environ)
    size = first_frame.free()
    if size is None or not _may_show(options, env):
        return
    if (frame := _frame(faq, options, env, size)) is not None:
        text, data = frame
        first_frame.paint(text, size, _leave(options, env), data)


def expect(options: TuiOptions) -> Callable[[Faq], None] | None:
    """Take the terminal for what a copy of this process paints when it calls what this returns; None where nothing may be."""
    env = as_given(os.environ)
    size = first_frame.expect(_leave(options, env)) if _may_show(options, env) else None
    if size is None:
        return None

    def parsed(faq: Faq) -> None:
        if (frame := _frame(faq, options, env, size)) is not None:
            first_frame.paint_as_copy(*frame)

    return parsed


def _may_show(options: TuiOptions, env: Mapping[str, str]) -> bool:
    """Whether there may be a frame before the screen: not where it is searched first, nor where another driver draws."""
    return not (options.query or options.secure or env.get("FAQTUI_DRIVER") == "stock")


def _frame(faq: Faq, options: TuiOptions, env: Mapping[str, str], size: tuple[int, int]) -> tuple[str, bytes] | None:
    """What draws the first frame, as text and in the terminal's charset."""
    from faqtui.start.drawing import text_of
    from faqtui.wire.charset import in_charset

    terminal = Terminal.from_environment(env)
    text = text_of(faq, options, terminal, env, size)
    return None if text is None else (text, in_charset(text, terminal.charset))


def _leave(options: TuiOptions, env: Mapping[str, str]) -> bytes:
    return leaving(Terminal.from_environment(env), mouse=options.mouse)
