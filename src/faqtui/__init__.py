"""faqtui: find, read and copy the answer in a FAQ, from the terminal.

The public Python API is three names::

    from faqtui import load

    faq = load("faq.md", "docs/")
    faq.library.entries
    for hit in faq.search("ecr tok", limit=5):
        print(hit.entry.question)
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from faqtui.__about__ import __version__
    from faqtui.faq import Faq, load
    from faqtui.model import Entry

__all__ = ["Entry", "Faq", "__version__", "load"]


def __getattr__(name: str) -> object:
    """Import the public names when they are first asked for (PEP 562): ``import faqtui`` alone costs nothing."""
    if name in {"Faq", "load"}:
        from faqtui import faq

        return getattr(faq, name)
    if name == "__version__":
        from faqtui.__about__ import __version__

        return __version__
    if name == "Entry":
        from faqtui.model import Entry

        return Entry
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
