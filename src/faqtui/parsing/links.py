"""Links between entries: in-page anchors and relative paths lead to the entry that stands where they point."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from faqtui.markdown.link_targets import LOOKED_UP
from faqtui.model import Diagnostic, Link
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_FILE = re.compile(
    r"\.(?:mdx?|markdown|mdown|rst|txt|ya?ml|json|toml|pdf|csv|png|jpe?g|gif|svg|webp|zip|sh|py)$", re.IGNORECASE
)
"""Ends of relative links that lead to a file wherever a page is published; other links may be made by a site."""

_MISSING = "no such file: "
_MOST_BROKEN = 100
"""Links of an entry that are told of."""

STDIN = "-"

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


def github_anchor(text: str) -> str:
    """The anchor that GitHub gives a heading: lower case, punctuation dropped, spaces as hyphens."""
    return _NOT_IN_ANCHOR.sub("", text.strip().lower()).replace(" ", "-")


def _loose(anchor: str) -> str:
    """What remains of an anchor under any of the generators: its letters and digits."""
    return re.sub(r"[^\w]|_", "", anchor.lower())


def on_disk(diagnostics: Iterable[Diagnostic], exists: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """The diagnostics without those of missing files that are there, though they were not read as part of the FAQ.

    `exists` tells whether there is a file at a path, which is joined from the document's path and the link's.
    """
    for found in diagnostics:
        if found.code == "missing-file":
            path = found.message.removeprefix(_MISSING)
            if any(exists(join(dirname(found.path), name)) for name in dict.fromkeys((path, unquote(path)))):
                continue
        yield found


def _looked_up(path: str, draft: Draft) -> bool:
    """Whether a generator of sites is told to look for `path`: where it does is its own business."""
    if "({" not in draft.answer:
        return False
    return any((found[1] or found[2]).partition("#")[0] == path for found in LOOKED_UP.finditer(draft.answer))


class Targets:
    """Where links can lead. `broken` collects diagnostics of links into the page, or to files, that lead nowhere."""

    def __init__(self, pages: Sequence[ReadPage], ids: Mapping[int, str]) -> None:
        self.broken: list[Diagnostic] = []
        self._ids = ids
        self._pages: dict[str, ReadPage] = {}
        self._starts: dict[str, list[tuple[int, int, Draft]]] = {}
        self._anchors: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
        self._reported: dict[tuple[str, int], set[str]] = {}
        self._lines: dict[str, list[str]] = {}
        for page in pages:
            self._pages.setdefault(page.document.path, page)

    def resolve(self, link: Link, draft: Draft) -> Link:
        """The link with the entry that it leads to, where it leads to one."""
        url = link.url
        if _SCHEME.match(url) or not url:
            return link
        path, _, anchor = url.partition("#")
        path = path.partition("?")[0]
        page = self._page(draft.source.path, path)
        if page is None:
            if (
                _FILE.search(path)
                and not path.startswith("/")
                and draft.source.path != STDIN
                and not _looked_up(path, draft)
            ):
                self._report("missing-file", draft, path, f"{_MISSING}{path}")
            return link
        if not anchor:
            target = page.drafts[0] if page.drafts and path else None
            return self._to(link, target)
        line = self._line(page, unquote(anchor))
        if line is None:
            if not path:
                self._report("broken-anchor", draft, url, f"no heading here has the anchor #{anchor[:80]}")
            return link
        return self._to(link, self._at(page, line))

    def _report(self, code: str, draft: Draft, what: str, message: str) -> None:
        path, start = draft.source.path, draft.source.start_line
        reported = self._reported.setdefault((path, start), set())
        if what in reported or len(reported) >= _MOST_BROKEN:
            return
        reported.add(what)
        lines = self._lines.get(path)
        if lines is None:
            lines = self._lines[path] = self._pages[path].document.text.split("\n")
        line = next((n for n in range(start, draft.source.end_line + 1) if what in lines[n - 1]), start)
        self.broken.append(diagnostic(code, path, line, message))

    def _to(self, link: Link, target: Draft | None) -> Link:
        made = self._ids.get(id(target)) if target is not None else None
        return Link(link.text, link.url, made) if made else link

    def _page(self, here: str, path: str) -> ReadPage | None:
        if not path:
            return self._pages.get(here)
        path = unquote(path)
        base = normpath(join(dirname(here), path.lstrip("/") if path.startswith("/") else path))
        for name in (
            base,
            base + ".md",
            base + ".mdx",
            base + "/index.md",
            base + "/README.md",
            re.sub(r"\.html$", ".md", base),
        ):
            page = self._pages.get(name)
            if page is not None:
                return page
        return None

    def _line(self, page: ReadPage, anchor: str) -> int | None:
        """The line (from 1) of an anchor in a page."""
        path = page.document.path
        if path not in self._anchors:
            exact: dict[str, int] = dict(page.explicit)
            loose: dict[str, int] = {}
            count: dict[str, int] = {}
            for text, line in page.headings + [(d.question, d.source.start_line) for d in page.drafts]:
                name = github_anchor(text)
                number = count.get(name, 0)
                count[name] = number + 1
                exact.setdefault(f"{name}-{number}" if number else name, line)
                loose.setdefault(_loose(text), line)
            self._anchors[path] = exact, loose
        exact, loose = self._anchors[path]
        found = exact.get(anchor) or exact.get(anchor.lower()) or exact.get("user-content-" + anchor)
        if found is None and _loose(anchor):
            found = loose.get(_loose(anchor))
        if found is None and anchor.lower() in {"top", "readme", ""}:
            return 1
        return found

    def _at(self, page: ReadPage, line: int) -> Draft | None:
        """The draft that stands at a line, or begins right after it."""
        path = page.document.path
        starts = self._starts.get(path)
        if starts is None:
            starts = self._starts[path] = sorted(
                ((d.source.start_line, n, d) for n, d in enumerate(page.drafts)), key=lambda s: s[:2]
            )
        place = bisect_right(starts, line, key=lambda s: s[0])
        if place and starts[place - 1][2].source.end_line >= line:
            return starts[place - 1][2]
        if place < len(starts) and starts[place][0] <= line + 2:
            return starts[place][2]
        return None
