"""Documents to a library: entries, tree and diagnostics. `parse_library` is the only public name.

The steps: `frontmatter` splits off what is said about a document, `scan` finds its blocks, `candidates` and `segment`
find the questions, `extract` reads the answers, `identity` names the entries, `tree` and `topics` put them in
order, `lint` says what is wrong. YAML is imported for documents with front matter only.
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
