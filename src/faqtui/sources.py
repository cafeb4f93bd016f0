"""Where text comes from: files, directories, standard input and the packaged FAQ, read as bytes and decoded to documents.

Only regular files are opened, and pipes that are named, at most 100 MB each (`faqtui.host.rawfiles`). What the text means is
`faqtui.parsing`'s business; making it safe to show is `faqtui.sanitize`'s, which is called here, once, for everything that
comes from outside.

A directory is read recursively: files with a suffix of `SUFFIXES` (data only where they hold questions) and the small files
that hold titles and the order of pages (`METADATA`). Hidden directories and those of `SKIPPED_DIRECTORIES` are left out, unless
they are named on the command line; files for what is in them alone (`faqtui.parsing.paperwork`). Links to directories are not
followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from faqtui.errors import ContentError
from faqtui.host.paths import is_directory
from faqtui.host.rawfiles import KnownFile, RawFile, State, read_regular, state_at
from faqtui.model import Diagnostic, Document, Severity
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

MAX_TOTAL = 500_000_000
"""Bytes of all files together."""

SUFFIXES = frozenset(
    {".md", ".mdx", ".markdown", ".mdown", ".txt", ".yml", ".yaml", ".json", ".jsonl", ".ndjson", ".toml"}
    | {".html", ".htm", ".xhtml", ".rst", ".rest", ".adoc", ".asciidoc", ".org", ".wiki", ".mediawiki"}
    | {".json5", ".jsonc", ".wikitext", ".csv", ".tsv", ".tab"}
)
"""Files that are read in a directory: data and pages only where they are content (`faqtui.formats.likely`)."""

SCRIPTS = frozenset({".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro", ".php", ".py"}) | {
    ".arb",
    ".po",
    ".properties",
}
"""Scripts and messages of programs, which are read in a directory where their name says FAQ and they have one as data."""

_OF_TESTS = (".test", ".spec", ".stories", ".d", "_test", ".min")

METADATA = frozenset(
    {
        "_category_.json",
        "_category_.yml",
        "_category_.yaml",
        "_meta.json",
        "meta.json",
        ".pages",
        ".nav.yml",
        ".nav.yaml",
    }
    | {"_meta.js", "_meta.jsx", "_meta.ts", "_meta.tsx", "_meta.mjs", "sidebars.js", "sidebars.ts", "sidebars.json"}
    | {f"{name}.{suffix}" for name in ("_metadata", "metadata") for suffix in ("yaml", "yml", "json", "toml")}
    | {f"{name}.{suffix}" for name in ("_section", "toc", "_toc", "mkdocs", "_config") for suffix in ("yml", "yaml")}
    | {"book.toml", "book.json", "mint.json", "docs.json", "hugo.toml", "hugo.yaml"}
    | {f"{name}.{suffix}" for name in ("navigation", "nav", "sidebar", "sidebars") for suffix in ("yml", "yaml")}
)
"""Files beside documents that say how directories are called and how pages are ordered: see `faqtui.parsing.metadata`."""
CONTENTS_PAGES = frozenset({"SUMMARY.md", "summary.md"})  # documents, but such files if they hold a table of contents

UNREAD = {
    ".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB", ".tex": "LaTeX",
    ".texi": "Texinfo", ".texinfo": "Texinfo", ".typ": "Typst", ".ipynb": "Jupyter notebooks", ".textile": "Textile",
    ".rdoc": "RDoc", ".pod": "POD", ".creole": "Creole", ".dbk": "DocBook", ".docbook": "DocBook", ".xml": "XML",
    ".man": "manual pages", ".mdoc": "manual pages", ".pptx": "PowerPoint", ".xlsx": "Excel",
    ".tid": "TiddlyWiki", ".gmi": "Gemtext", ".djot": "Djot", ".dita": "DITA", ".chm": "CHM",
}  # fmt: skip
"""Formats of documents that are known and not read, by their suffixes."""

_SELDOM_DOCUMENTS = frozenset({".xml", ".tex", ".pptx", ".xlsx"})
"""Those that are mostly something else than documentation, of which a directory may have many."""

SKIPPED_DIRECTORIES = frozenset(
    {
        "node_modules",
        "__pycache__",
        "build",
        "_build",
        "dist",
        "_site",
        "target",
        "venv",
        "site-packages",
        "bower_components",
    }
)

STDIN = "-"

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Files that were put one behind another have their marks inside; the last line of the one above may have no end.
_MARK = pattern("(?m)^\ufeff+")
_MARK_IN_LINE = pattern("\ufeff(?=#{1,6} |(?:---|[+]{3})\\n)")
_MAGIC = (
    b"\x89PNG", b"%PDF", b"\x7fELF", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xd8\xff", b"GIF8", b"\xca\xfe\xba\xbe", b"BZh",
    b"\xfd7zXZ",
)  # fmt: skip
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
_MANUAL_PAGE = pattern(rb"(?:[.']\\\"[^\n]*\n|\s)*\.(?:TH|Dd|SH)[ \t]")
_HEAD = 65_536
_NUMBERS = pattern(r"([0-9]+)")
_DATA = (".yml", ".yaml", ".json", ".jsonl", ".ndjson", ".json5", ".jsonc", ".toml", ".csv", ".tsv", ".tab")
_PAGES = (".html", ".htm", ".xhtml")


class Survey(NamedTuple):
    """What was found at some paths: files, what could not be read, and the state of files that turned out not to be wanted."""

    files: list[RawFile]
    errors: list[ContentError]
    unwanted: dict[str, State]


def read(paths: Sequence[str], *, stdin: bytes | None = None) -> tuple[list[RawFile], list[ContentError]]:
    """The files at `paths`, in a deterministic order, and what could not be read.

    A path is a file, a directory or ``-`` for standard input, whose bytes are `stdin`. A file that is reached twice is
    read once. Never raises for what is or is not there: it is collected.
    """
    files, errors, _ = survey(paths, stdin=stdin)
    return files, errors


def survey(paths: Sequence[str], *, stdin: bytes | None = None, known: Mapping[str, KnownFile] | None = None) -> Survey:
    """As `read`, but a file whose state is the one in which it is `known`, by where it is, is not read again."""
    files: list[RawFile] = []
    errors: list[ContentError] = []
    unwanted: dict[str, State] = {}
    seen: set[tuple[int, int]] = set()
    total = 0
    for path in paths:
        if path == STDIN:
            files.append(RawFile(STDIN, stdin or b"", 1))
            continue
        if not path:
            errors.append(ContentError("''", "an empty name is no file"))
            continue
        is_below = is_directory(Path(path))
        alone = (path, path.replace(os.sep, "/"), path.count("/") + 1)
        unread: dict[str, list[tuple[str, int]]] = {}
        before = len(files) + len(errors)
        again = False
        for real, shown, root in _walk(path, errors, unread) if is_below else (alone,):
            before_it = known.get(real) if known else None
            try:
                if before_it is not None and before_it.named != is_below and before_it.state == state_at(real):
                    file = RawFile(shown, None, root, real=real, known=before_it)
                    identity, is_wanted = before_it.state[:2], before_it.digest != b""
                else:
                    leads = partial(_may_lead_to, path) if is_below else None
                    found = read_regular(real, shown, seen=seen, pipes=not is_below, follows=leads)
                    if found is None:
                        again = True
                        continue
                    file = RawFile(shown, found.data, root, real=real, state=found.state)
                    identity, is_wanted = found.identity, not is_below or _is_wanted_content(real, found.data)
            except ContentError as error:
                errors.append(error)
                continue
            if not is_wanted:
                if file.state is not None:
                    unwanted[real] = file.state
                continue
            if identity in seen:
                again = True
                continue
            seen.add(identity)
            total += file.size
            if total > MAX_TOTAL:
                errors.append(ContentError(shown, f"not read: all files together are over {MAX_TOTAL // 1_000_000} MB"))
                return Survey(files, errors, unwanted)
            files.append(file)
        if is_below and len(files) + len(errors) == before and not again:
            there = f"; {', '.join(unread)} is not read" if unread else ""
            errors.append(ContentError(path, f"no file of a format that is read in this directory{there}"))
            continue
        # One for all files of a format: its text says how many others there are.
        files += [RawFile(same[0][0], b"%d" % (len(same) - 1), same[0][1]) for same in unread.values()]
    return Survey(files, errors, unwanted)


def files_at(paths: Sequence[str]) -> Iterator[str]:
    """The names of the files that `read` would open now, whether they can be read or not."""
    for path in paths:
        if is_directory(Path(path)):
            yield from (real for real, _, _ in _walk(path, []))
        elif path != STDIN:
            yield path


def packaged_directory() -> Path:
    """Where the FAQ that ships is."""
    here = Path(__file__).parent
    directory = here / "_content"
    return directory if directory.is_dir() else here.parents[1] / "content"


def packaged() -> list[RawFile]:
    """The FAQ that ships: in the installed package, or in the checkout's ``content/``; paths are relative to it."""
    directory = packaged_directory()
    if not is_directory(directory):
        return _packed()
    errors: list[ContentError] = []
    prefix = len(os.fspath(directory)) + 1
    return [
        RawFile(Path(real).as_posix()[prefix:], Path(real).read_bytes())
        for real, _, _ in _walk(os.fspath(directory), errors)
    ]


def _packed() -> list[RawFile]:
    """The FAQ that ships, where the package is inside of an archive."""
    from importlib.resources import files  # 15 ms that an installed program does not pay

    found = (file for file in files("faqtui").joinpath("_content").iterdir() if _is_wanted(file.name))
    return [RawFile(file.name, file.read_bytes()) for file in sorted(found, key=lambda file: _file_order(file.name))]


def decode(raw: RawFile, *, sanitized: bool = True) -> Document:
    """The text of a file, with line feeds as its only line ends.

    UTF-8, UTF-16 and UTF-32 with a byte order mark, else UTF-8, else Windows-1252 or Latin-1 with a diagnostic.
    `sanitized` false leaves control characters as they are, for ``--raw``. Raises ContentError for what is no text.
    """
    name = unread_format(raw.path)
    if name and raw.path.count("/") + 1 > raw.root:
        others = int(raw.data) if raw.data.isdigit() else 0
        message = f"{name} is not read: this file{f' and {others} more' if others else ''}"
        return Document(raw.path, "", raw.root, (Diagnostic("unread-format", Severity.INFO, message, raw.path, 1),))
    diagnostics: list[Diagnostic] = []
    text = _decode(raw, diagnostics)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufeff" in text:
        text = _MARK_IN_LINE.sub("\n", _MARK.sub("", text))
    if sanitized:
        # Its tables and expressions are not needed when a saved library is there.
        from faqtui.sanitize import sanitize

        clean = sanitize(text)
        if clean != text:
            line, count = _first_difference(text, clean)
            message = (
                f"control or invisible characters are shown as stand-ins ({count} {'line' if count == 1 else 'lines'})"
            )
            diagnostics.append(Diagnostic("control-characters", Severity.WARNING, message, raw.path, line))
            text = clean
        if not text.isascii():
            from faqtui.letters import composed

            text = composed(text)
    return Document(raw.path, text, raw.root, tuple(diagnostics))


def unread_format(path: str) -> str:
    """The name of the format of a file that is not read, by its suffix; empty for all others."""
    _, dot, suffix = path.rpartition("/")[2].lower().rpartition(".")
    return UNREAD.get(dot + suffix, "") if dot else ""


def _decode(raw: RawFile, diagnostics: list[Diagnostic]) -> str:
    data = raw.data
    if data.startswith(_MARKS) or (b"\xff" in data and (_MARKS[1] in data or _MARKS[2] in data)):
        from faqtui import byte_order  # most files have none

        if (marked := byte_order.decoded(data)) is not None:
            for encoding in marked.wrong:
                message = f"some bytes are not {encoding.upper()} and are shown as \ufffd"
                diagnostics.append(Diagnostic("encoding", Severity.WARNING, message, raw.path, 1))
            return marked.text
    head = data[:_HEAD]
    name = unread_format(raw.path) or (
        "PDF" if head.startswith(b"%PDF") else "RTF" if head.startswith(b"{\\rtf") else ""
    )
    if not name and _MANUAL_PAGE.match(head):
        name = "manual pages"
    if name:
        raise ContentError(raw.path, f"{name} is a format that is not read; save it as Markdown, HTML or text")
    if head.startswith(_MAGIC) or len(head) - len(head.translate(None, _CONTROLS)) > len(head) * 0.1:
        raise ContentError(raw.path, "this is binary, not text; point faqtui at Markdown files")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            text, name = data.decode("cp1252"), "Windows-1252"
        except UnicodeDecodeError:
            text, name = data.decode("latin-1"), "Latin-1"
        message = f"not UTF-8; read as {name}: save the file as UTF-8"
        diagnostics.append(Diagnostic("encoding", Severity.WARNING, message, raw.path, line))
        return text


def _first_difference(text: str, clean: str) -> tuple[int, int]:
    """The first line that differs, and how many do."""
    changed = [n for n, (a, b) in enumerate(zip(text.split("\n"), clean.split("\n"), strict=False), 1) if a != b]
    return (changed[0] if changed else 1), max(1, len(changed))


def is_pipe(path: str) -> bool:
    """Whether what is read at `path` is gone once it has been read."""
    try:
        return path == STDIN or stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _is_wanted_content(path: str, data: bytes) -> bool:
    """Whether a file of a directory is content: data only where they may hold questions, or say something about the directory."""
    if not path.lower().endswith((*_DATA, *_PAGES, *SCRIPTS)) or Path(path).name in METADATA:
        return True
    from faqtui.formats import likely  # most directories have neither

    return likely.is_content(path, data)


def _walk(
    directory: str, errors: list[ContentError], unread: dict[str, list[tuple[str, int]]] | None = None
) -> Iterator[tuple[str, str, int]]:
    """Each wanted file below a directory: its real path, its path as shown, and the parts of it that were given.

    Files of formats that are not read are added to `unread`, by the name of the format.
    """
    given = directory.replace(os.sep, "/").rstrip("/")
    if given == ".":
        given = ""
    root = given.count("/") + 1 if given else 0

    def failed(error: OSError) -> None:
        errors.append(ContentError(str(error.filename), (error.strerror or str(error)).lower()))

    # os.walk does not follow links to directories, so that a loop of them does no harm.
    for where, directories, names in os.walk(directory, onerror=failed):
        directories[:] = sorted((name for name in directories if not _is_skipped(name)), key=natural)
        inside = where[len(directory) :].replace(os.sep, "/").strip("/")
        above = "".join([f"{part}/" for part in (given, inside) if part])
        if directory.startswith("/") and not given:
            above = "/" + above
        real = str(Path(where))
        if unread is not None:
            for name in sorted(filter(_is_unread, names), key=natural):
                unread.setdefault(unread_format(name), []).append((above + name, root))
        beside = frozenset(names)
        for name in sorted(filter(_is_wanted, names), key=_file_order):
            if name.lower().endswith(_PAGES):
                from faqtui.formats import likely  # most directories have none

                if likely.is_made(name, beside, inside):
                    continue
            # Thousands of names: a Path for each would take as long as asking for its state.
            yield (name if real == "." else os.path.join(real, name)), above + name, root  # noqa: PTH118


def _may_lead_to(directory: str, target: str) -> bool:
    """Whether a link in a directory is followed: to a document, by its name, or within; not to /proc/self/environ, or .env."""
    inside = Path(os.path.relpath(target, os.path.realpath(directory))).parts
    return _is_wanted(inside[-1]) or not any(part.startswith(".") for part in inside)


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name.lower() in SKIPPED_DIRECTORIES


def _is_unread(name: str) -> bool:
    _, dot, suffix = name.lower().rpartition(".")
    suffix = dot + suffix
    return suffix in UNREAD and suffix not in _SELDOM_DOCUMENTS and not name.startswith(".")


def _is_wanted(name: str) -> bool:
    if name in METADATA:
        return True
    stem, dot, suffix = name.lower().rpartition(".")
    if name.startswith("."):
        return False
    return dot + suffix in SUFFIXES or (dot + suffix in SCRIPTS and "faq" in stem and not stem.endswith(_OF_TESTS))


@lru_cache(16_384)  # as long as a session lasts, the same names come again
def _file_order(name: str) -> tuple[int, list[tuple[int, int, str]]]:
    """Metadata first, then the page that introduces the directory, then the others."""
    stem = name.lower().partition(".")[0]
    if name in METADATA or stem == "_index":
        return (0, natural(name))
    return (1 if stem in {"index", "readme"} else 2, natural(name))


def natural(name: str) -> list[tuple[int, int, str]]:
    """A sorting key under which ``page-9`` stands before ``page-10``, whatever the case."""
    return [
        (0, int(part), part) if part.isdecimal() and part.isascii() and len(part) < 19 else (1, 0, part.casefold())
        for part in _NUMBERS.split(name)
    ] + [(1, 0, name)]
