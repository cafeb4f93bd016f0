"""Links between entries: in-page anchors and relative paths lead to the entry that stands where they point."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from faqtui.markdown.link_targets import LOOKED_UP
from faqtui.model import Diagnostic, Document, Link
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.patterns import pattern

_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_FILE = pattern(
    r"\.(?:mdx?|markdown|mdown|rst|txt|ya?ml|json|toml|pdf|csv|png|jpe?g|gif|svg|webp|zip|sh|py)$", re.IGNORECASE
)
"""Ends of relative links that lead to a file wherever a page is published; other links may be made by a site."""

_PAGE = pattern(r"\.(?:mdx?|markdown|mdown)$", re.IGNORECASE)
_MISSING = "no such file: "
_BELOW = ", below "
"""Between a path from the root (``/guide/page.md``) and what was given to read, where that is looked for."""

_MOST_BROKEN = 100
"""Links of an entry that are told of."""

_MOST_ROOTS = 20
"""Directories, of all that were given to read, in which a path from the root is looked for."""

STDIN = "-"

_NOT_IN_ANCHOR = pattern(r"[^\w\- ]")


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
            path, _, root = found.message.removeprefix(_MISSING).partition(_BELOW)
            names = dict.fromkeys((path, unquote(path)))
            if any(exists(place) for name in names for place in _places(dirname(found.path), name, root)):
                continue
        yield found


def _places(directory: str, path: str, root: str) -> Iterator[str]:
    """Where a link of a document in `directory` may lead.

    A path that begins with a slash is looked for below `root`, then below the directories on the way to the document, since a
    site may be only part of what is read, then below those around `root`, since it may be more. No ``..`` leads out of them.
    """
    if not path.startswith("/"):
        yield normpath(join(directory, path))
        return
    inside = normpath("/" + path.lstrip("/"))[1:]
    yield normpath(join(root, inside))
    way = normpath(directory).removeprefix(normpath(root) if root else "").strip("/")
    for step in range(_MOST_ROOTS):
        part = "/".join(way.split("/")[: step + 1])
        yield normpath(join(root, part, inside))
        if part == way:
            break
    while root not in {"", "/", "."} and not root.endswith(".."):
        root = dirname(root)
        yield normpath(join(root, inside))


def _root(document: Document) -> str:
    """The directory that was given to read, or that of the file that was."""
    parts = document.path.split("/")
    root = "/".join(parts[: min(document.root, len(parts) - 1)])
    return root or ("/" if document.path.startswith("/") else "")


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
        for page in pages:  # "./docs/page.md" too
            self._pages.setdefault(normpath(page.document.path), page)
        self._roots = list(dict.fromkeys(_root(page.document) for page in pages))

    def resolve(self, link: Link, draft: Draft) -> Link:
        """The link with the entry that it leads to, where it leads to one."""
        url = link.url
        if _SCHEME.match(url) or not url:
            return link
        path, _, anchor = url.partition("#")
        path = path.partition("?")[0]
        page = self._page(draft.source.path, path)
        if page is None:
            if draft.source.path != STDIN and not _looked_up(path, draft):
                document = self._pages[draft.source.path].document
                if not path.startswith("/"):
                    if _FILE.search(path):
                        self._report("missing-file", draft, path, f"{_MISSING}{path}")
                # A file alone does not say where its site begins, nor a site where it keeps its pictures.
                elif _PAGE.search(path) and document.root <= document.path.count("/"):
                    self._report("missing-file", draft, path, f"{_MISSING}{path}{_BELOW}{_root(document) or '.'}")
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
        own = _root(self._pages[here].document)
        # Several may be given to read: the own one goes first.
        for root in [own, *self._roots[:_MOST_ROOTS]] if path.startswith("/") else [own]:
            for base in _places(dirname(here), path, root):
                for end in ("", ".md", ".mdx", "/index.md", "/README.md"):
                    page = self._pages.get(normpath(base + end))
                    if page is not None:
                        return page
                page = self._pages.get(base.removesuffix(".html") + ".md")
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
