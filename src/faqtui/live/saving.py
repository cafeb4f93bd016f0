"""Keeping, behind the screen, what the next start goes by: the library, the first frame, and vectors where there is a model."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from faqtui.start import first_frame

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.start.kept import Frame
    from faqtui.view.options import TuiOptions


def save(faq: Faq, frame: Frame | None, options: TuiOptions, environment: Mapping[str, str]) -> None:
    """Keep the library of `faq`, then `frame`, which it was shown with first, and have its vectors made. For a thread."""
    if not (options.by_meaning and faq.lacks_vectors()):
        _save_both(faq, frame, options)
        return
    from faqtui.host.paths import cache_dir
    from faqtui.start.vector_making import make_elsewhere, set_going

    process = make_elsewhere(options.paths, cache_dir(environment))  # it gets ready while this is kept
    _save_both(faq, frame, options)
    if process is not None:
        set_going(process)
        process.wait()  # in this thread, which has nothing else to do


def _save_both(faq: Faq, frame: Frame | None, options: TuiOptions) -> None:
    library, arguments = faq.saved_as, first_frame.arguments()
    if not faq.save() or frame is None or library is None or arguments is None or faq.errors:
        return
    from faqtui.start.frame_keeping import keep

    keep(arguments, os.environ, frame, content=options.paths, library=library, started=first_frame.STARTED)
