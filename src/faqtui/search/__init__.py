"""Finding entries: a `Searcher` answers queries over the index of a library; `store` keeps a parsed library on disk.

Module by module: `tokens` (text to terms), `english` (stop words, stems), `index` (what is where) and `build` (which makes it),
`query` (what was typed), `expand` (what a word may mean), `aliases` (words that mean the same), `groups` and `understand` (a
query as what its words may mean), `rank` (which entries match), `rescore` and `quotations` (in what order), `filters` (what
operators let through), `searcher` (all of that for a query), `typing` (what stays while a query grows), `facets` (what an
unfinished one can become), `highlight` and `results` (why), `similar` (what is like an entry), `store` (the saved library and
index), `weights` (every number).
"""
