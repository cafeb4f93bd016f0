"""Which pages are translations of others, told by their paths: ``README-zh.md``, ``de/faq.md``, ``i18n/de/faq.md``.

Two letters say little (``it/`` may be a department), so a language counts only where the same page is there in
another one, or below a directory that is called translations or alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from faqtui.parsing.draft import ReadPage
from faqtui.patterns import pattern

_CODES_TEXT = """
ar bg bn br ca cn cs da de el en es et eu fa fi fr gl he hi hr hu id it ja jp ko kr lt lv ms nb nl no pl pt ro ru sk
sl sq sr sv ta th tr tw ua uk ur vi zh
"""
_CODES = frozenset(_CODES_TEXT.split())
_REGION = r"(?:[-_](?:[A-Za-z]{2}|[Hh]an[st]|419))?"
_DIRECTORY = pattern(rf"([A-Za-z]{{2}}){_REGION}$")
_SUFFIX = pattern(rf"[-_.]([A-Za-z]{{2}}){_REGION}$")
_HOLDERS = frozenset({"i18n", "l10n", "lang", "langs", "languages", "locale", "locales", "translation", "translations"})
_PLUGIN = pattern(r"docusaurus-(?:plugin|theme)-[\w-]+$")


class Languages:
    """The languages of pages that are read together."""

    def __init__(self, pages: Iterable[ReadPage]) -> None:
        self._places = {page.path: _Place(page) for page in pages}
        places = self._places.values()
        versions: dict[tuple[str, ...], set[str]] = {}
        for place in places:
            for key, code in place.keys:
                versions.setdefault(key, set()).add(code)
        self._translated = {
            directory
            for place in places
            for key, _ in place.keys
            if len(versions[key]) > 1
            for directory in place.inside
        }
        self._suffixed = {place.path for place in places for key, code in place.keys if code and len(versions[key]) > 1}

    def of(self, page: ReadPage) -> tuple[str, frozenset[int]]:
        """The language of a translation, as its path writes it ("" for others), and the parts of the path that say it."""
        place = self._places[page.path]
        if place.code and place.path in self._suffixed:
            return place.code, place.holders
        for directory, code, parts in place.languages:
            if directory in self._translated or len(parts) > 1:
                return code, parts
        return "", frozenset()


class _Place:
    """What a path may say about a language: `languages` are directories that may be one, `code` is the ending of the name."""

    __slots__ = ("code", "holders", "inside", "keys", "languages", "path")

    def __init__(self, page: ReadPage) -> None:
        self.path = page.path
        parts = page.path.split("/")
        stem = parts[-1].rpartition(".")[0] or parts[-1]
        root = min(page.root, len(parts) - 1)
        found = _SUFFIX.search(stem)
        self.code = found[0][1:] if found and found[1].lower() in _CODES else ""
        base = stem[: found.start()] if found and self.code else stem
        self.holders = frozenset(n for n in range(root, len(parts) - 1) if parts[n].lower() in _HOLDERS and self.code)
        directories = [part for n, part in enumerate(parts[:-1]) if n not in self.holders]
        self.keys = [(_key(directories, base), self.code)]
        self.languages: list[tuple[str, str, frozenset[int]]] = []
        self.inside: list[str] = []
        for n in range(root, len(parts) - 1):
            match = _DIRECTORY.match(parts[n])
            if match is None or match[1].lower() not in _CODES:
                continue
            said = {n}
            if n > root and parts[n - 1].lower() in _HOLDERS:
                said.add(n - 1)
                said |= {m for m in (n + 1, n + 2) if m < len(parts) - 1 and _is_machinery(parts, m)}
            directory = "/".join(parts[: n + 1])
            self.languages.append((directory, parts[n], frozenset(said)))
            self.inside.append(directory)
            self.keys.append((_key([part for m, part in enumerate(parts[:-1]) if m not in said], stem), parts[n]))


def _is_machinery(parts: list[str], n: int) -> bool:
    """Whether a directory is one of Docusaurus' own: ``docusaurus-plugin-content-docs/current``."""
    return bool(_PLUGIN.match(parts[n])) or (parts[n] == "current" and bool(_PLUGIN.match(parts[n - 1])))


def _key(directories: list[str], stem: str) -> tuple[str, ...]:
    return (*(part.lower() for part in directories), stem.lower())
