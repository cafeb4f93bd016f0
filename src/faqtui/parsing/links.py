"""Links between entries: in-page anchors and relative paths lead to the entry that stands where they point."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from faqtui.markdown.link_targets import looked_up
from faqtui.model import Diagnostic, Link
from faqtui.parsing.codes import diagnostic, quoted
from faqtui.parsing.draft import Draft, Inward, ReadPage
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


def _root(page: ReadPage) -> str:
    """The directory that was given to read, or that of the file that was."""
    parts = page.path.split("/")
    root = "/".join(parts[: min(page.root, len(parts) - 1)])
    return root or ("/" if page.path.startswith("/") else "")


def inward(links: Sequence[Link], answer: str) -> tuple[Inward, ...]:
    """The links of an answer that may lead to an entry."""
    found = [Inward(number, link.url) for number, link in enumerate(links) if link.url and not _SCHEME.match(link.url)]
    if found and ("{{" in answer or "({%" in answer):
        filled_in = {_path(url) for url in looked_up(answer)}
        return tuple([link._replace(is_looked_up=_path(link.url) in filled_in) for link in found])
    return tuple(found)


def _path(url: str) -> str:
    """The path of a link without a scheme."""
    return url.partition("#")[0].partition("?")[0]


class Targets:
    """Where links can lead. `broken` collects diagnostics of links into the page, or to files, that lead nowhere."""

    def __init__(self, pages: Sequence[ReadPage]) -> None:
        self.broken: list[Diagnostic] = []
        self._pages: dict[str, ReadPage] = {}
        self._found: dict[tuple[str, str], ReadPage | None] = {}
        self._starts: dict[str, list[tuple[int, int, Draft]]] = {}
        self._anchors: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
        self._reported: dict[tuple[str, int], set[str]] = {}
        for page in pages:
            self._pages.setdefault(page.path, page)
        for page in pages:  # "./docs/page.md" too
            path = page.path
            if "//" in path or "./" in path or not path or path[-1] in "/.":  # else it is normal already
                self._pages.setdefault(normpath(path), page)
        self._roots = list(dict.fromkeys(_root(page) for page in pages))

    def resolve(self, link: Inward, draft: Draft) -> Draft | None:
        """The draft that a link of another one leads to, where it leads to one."""
        url = link.url
        path, anchor = _path(url), url.partition("#")[2]
        page = self._page(draft.source.path, path)
        if page is None:
            if draft.source.path != STDIN and not link.is_looked_up:
                own = self._pages[draft.source.path]
                if not path.startswith("/"):
                    if _FILE.search(path):
                        self._report("missing-file", draft, path, f"{_MISSING}{path}")
                # A file alone does not say where its site begins, nor a site where it keeps its pictures.
                elif _PAGE.search(path) and own.root <= own.path.count("/"):
                    self._report("missing-file", draft, path, f"{_MISSING}{path}{_BELOW}{_root(own) or '.'}")
            return None
        if not anchor:
            return page.drafts[0] if page.drafts and path else None
        line = self._line(page, unquote(anchor))
        if line is None:
            if not path:
                self._report("broken-anchor", draft, url, f"no heading here has the anchor #{quoted(anchor, 80)}")
            return None
        return self._at(page, line)

    def _report(self, code: str, draft: Draft, what: str, message: str) -> None:
        path, start = draft.source.path, draft.source.start_line
        reported = self._reported.setdefault((path, start), set())
        if what in reported or len(reported) >= _MOST_BROKEN:
            return
        reported.add(what)
        self.broken.append(diagnostic(code, path, draft.line_of(what), message))

    def _page(self, here: str, path: str) -> ReadPage | None:
        """The page that a path in another leads to, looked for once."""
        if not path:
            return self._pages.get(here)
        if (here, path) not in self._found:
            self._found[here, path] = self._look_for(here, unquote(path))
        return self._found[here, path]

    def _look_for(self, here: str, path: str) -> ReadPage | None:
        own = _root(self._pages[here])
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
        path = page.path
        if path not in self._anchors:
            exact: dict[str, int] = dict(page.explicit)
            loose: dict[str, int] = {}
            count: dict[str, int] = {}
            for text, line in (*page.headings, *((d.question, d.source.start_line) for d in page.drafts)):
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
        path = page.path
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
