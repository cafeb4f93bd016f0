"""Which pages are translations of others, told by their paths: ``README-zh.md``, ``de/faq.md``, ``i18n/de/faq.md``.

Two letters say little (``it/`` may be a department), so a language counts only where the same page is there in
another one, or below a directory that is called translations or alike.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TypeAlias

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


_Key: TypeAlias = tuple[tuple[str, ...], str]
"""What the versions of a page in several languages share: directories and name, without what says the language."""


class Languages:
    """The languages of pages that are read together."""

    def __init__(self, pages: Iterable[ReadPage]) -> None:
        above: dict[tuple[str, int], _Above] = {}
        self._places: dict[str, _Place] = {}
        for page in pages:
            name = page.path.rpartition("/")[2]
            where = page.path[: len(page.path) - len(name)], page.root
            # A directory says the same for each page in it.
            directories = above.get(where) or above.setdefault(where, _Above(*where))
            self._places[page.path] = _Place(page.path, name, directories)
        places = self._places.values()
        versions: dict[_Key, set[str]] = {}
        for place in places:
            for key, code in place.keys:
                versions.setdefault(key, set()).add(code)
        several = {key for key, codes in versions.items() if len(codes) > 1}
        self._translated = {
            directory
            for place in places
            if place.languages and any(key in several for key, _ in place.keys)
            for directory, *_ in place.languages
        }
        self._suffixed = {
            place.path for place in places if place.code and any(key in several for key, code in place.keys if code)
        }

    def of(self, page: ReadPage) -> tuple[str, frozenset[int]]:
        """The language of a translation, as its path writes it ("" for others), and the parts of the path that say it."""
        place = self._places[page.path]
        if place.code and place.path in self._suffixed:
            return place.code, place.holders
        for directory, code, parts, _ in place.languages:
            if directory in self._translated or len(parts) > 1:
                return code, parts
        return "", frozenset()


class _Above:
    """What directories say, whatever is in them: which may be a language, and which hold such.

    `languages` are the directory, its name, the parts of the path that say it, and what is left without these.
    """

    __slots__ = ("holders", "languages", "lower", "unheld")

    def __init__(self, directory: str, root: int) -> None:
        """`directory` ends with a slash, or is empty; `root` is as in a page."""
        parts = directory.split("/")[:-1]
        root = min(root, len(parts))
        self.lower = tuple([part.lower() for part in parts])
        self.holders = frozenset([n for n in range(root, len(parts)) if self.lower[n] in _HOLDERS])
        self.unheld = self._without(self.holders)
        self.languages: list[tuple[str, str, frozenset[int], tuple[str, ...]]] = []
        for n in range(root, len(parts)):
            match = _DIRECTORY.match(parts[n])
            if match is None or match[1].lower() not in _CODES:
                continue
            said = {n}
            if n > root and self.lower[n - 1] in _HOLDERS:
                said.add(n - 1)
                said |= {m for m in (n + 1, n + 2) if m < len(parts) and _is_machinery(parts, m)}
            self.languages.append(("/".join(parts[: n + 1]), parts[n], frozenset(said), self._without(said)))

    def _without(self, said: Container[int]) -> tuple[str, ...]:
        return tuple([part for n, part in enumerate(self.lower) if n not in said])


class _Place:
    """What a path may say about a language; `code` is the ending of the name, `keys` come with the language that they say."""

    __slots__ = ("code", "holders", "keys", "languages", "path")

    def __init__(self, path: str, name: str, above: _Above) -> None:
        self.path = path
        stem = name.rpartition(".")[0] or name
        found = _SUFFIX.search(stem) if "-" in stem or "_" in stem or "." in stem else None
        self.code = found[0][1:] if found and found[1].lower() in _CODES else ""
        base = stem[: found.start()] if found and self.code else stem
        self.holders = above.holders if self.code else frozenset()
        self.languages = above.languages
        self.keys: list[tuple[_Key, str]] = [((above.unheld if self.code else above.lower, base.lower()), self.code)]
        for _, code, _, left in above.languages:
            self.keys.append(((left, stem.lower()), code))


def _is_machinery(parts: list[str], n: int) -> bool:
    """Whether a directory is one of Docusaurus' own: ``docusaurus-plugin-content-docs/current``."""
    return bool(_PLUGIN.match(parts[n])) or (parts[n] == "current" and bool(_PLUGIN.match(parts[n - 1])))
