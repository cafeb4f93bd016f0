"""Keeping, behind the screen, what the next start goes by: the library, the first frame, and vectors where there is a model."""

from __future__ import annotations

import os
from collections.abc import Mapping
from time import sleep
from typing import TYPE_CHECKING

from faqtui.start import first_frame

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.start.kept import Frame
    from faqtui.view.options import TuiOptions


def save(
    faq: Faq, frame: Frame | None, options: TuiOptions, environment: Mapping[str, str], after: float = 0.0
) -> None:
    """Have the vectors of `faq` made, then keep its library and `frame`, which it was shown with first. For a thread.

    The library is kept `after` so many seconds: that takes processor time of this process, which making vectors does not.
    """
    making = None
    if options.by_meaning and faq.lacks_vectors():
        from faqtui.host.paths import cache_dir
        from faqtui.start.vector_making import make_elsewhere

        making = make_elsewhere(options.paths, cache_dir(environment))
    sleep(after)
    _save_both(faq, frame, options)
    if making is not None:
        making.wait()  # in this thread, which has nothing else to do


def _save_both(faq: Faq, frame: Frame | None, options: TuiOptions) -> None:
    library, arguments = faq.saved_as, first_frame.arguments()
    if not faq.save() or frame is None or library is None or arguments is None or faq.errors:
        return
    from faqtui.start.frame_keeping import keep

    keep(arguments, os.environ, frame, content=options.paths, library=library, started=first_frame.STARTED)
