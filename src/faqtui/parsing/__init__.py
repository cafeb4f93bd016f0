"""Documents to a library: entries, tree and diagnostics. `parse_library` is the only public name.

The steps: `pages` reads a document, for which `front_matter` splits off what is said about it, `questions` finds what is
asked, `extract` reads the answers and `lint` says what is wrong (`codes`); `library` puts all `draft`s together, `identity`
names them, `links` joins them, `tree` puts them in order. YAML is imported for documents with front matter only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.model import Document, Library

__all__ = ["parse_library"]


def parse_library(documents: Sequence[Document], *, progress: Callable[[int, int], None] | None = None) -> Library:
    """The library of these documents, whatever they say: nothing in a document raises.

    `progress` is called with the lines done and the lines in all, about a hundred times.
    """
    from faqtui.parsing.library import build

    return build(documents, progress)
