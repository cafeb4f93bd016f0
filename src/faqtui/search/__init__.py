"""Finding entries: `SearchIndex` answers queries over a library; `store` keeps a parsed library on disk.

Module by module: `tokens` (text to terms), `english` (stop words, stems), `query` (what was typed), `index` (what is where),
`expand` (what a word may mean), `aliases` (words that mean the same), `groups` and `rank` (which entries match), `rescore` (in
what order), `typing` (what stays while a query grows), `filters` (what operators let through), `facets` (what an unfinished
one can become), `highlight` and `results` (why), `store` (the saved library and index).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.search.index import SearchIndex

__all__ = ["SearchIndex"]


def __getattr__(name: str) -> object:
    """Import the index when it is first asked for: who only reads the saved library should not wait for it."""
    if name == "SearchIndex":
        from faqtui.search.index import SearchIndex

        return SearchIndex
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
