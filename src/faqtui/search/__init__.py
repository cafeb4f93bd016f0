"""Finding entries: `SearchIndex` answers queries over a library; `store` keeps a parsed library on disk.

How it works, module by module: `tokens` (text to terms), `query` (what was typed), `index` (what is where), `rank` (which
entries match, in what order), `highlight` (why), `aliases` (words that mean the same), `store` (the saved library).
"""

from faqtui.search.index import SearchIndex

__all__ = ["SearchIndex"]
