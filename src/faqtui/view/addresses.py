"""Where an entry is found by others: its page on the site that the settings name, else its file and line."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.model import Entry

_WHOLE_PAGES = ("index", "README", "_index")
"""Names of files that a site shows as their directory."""


def address_of(entry: Entry, *, site: str, paths: Sequence[str]) -> str:
    """The address of `entry` on `site` (empty: it has none), for a FAQ loaded from `paths`.

    A site is taken to show ``guide/keys.md`` as ``guide/keys``, with the question's slug as its fragment, as Docusaurus,
    GitBook and GitHub do. Without a site it is ``path:line``.
    """
    path = entry.source.path
    if not site or path == "-":
        return f"{path}:{entry.source.start_line}"
    page = below(path, paths).rpartition(".")[0] or path
    directory, _, name = page.rpartition("/")
    if name in _WHOLE_PAGES:
        page = directory
    slug = entry.id.partition("~")[0].rpartition("/")[2]
    return "/".join(filter(None, (site.rstrip("/"), page))) + f"#{slug}"


def below(path: str, paths: Sequence[str]) -> str:
    """`path` as seen from the one of `paths` that it was reached from: of a file that was named its name alone."""
    for given in sorted(paths, key=len, reverse=True):
        root = given.rstrip("/")
        if path.startswith(root + "/"):
            return path[len(root) + 1 :]
        if path == given:
            return path.rpartition("/")[2]
    return path
