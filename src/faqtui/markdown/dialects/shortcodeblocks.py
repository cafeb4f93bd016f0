"""Shortcodes on lines of their own, as blocks: ``{% hint %}`` of GitBook and Liquid, ``{{< callout >}}`` of Hugo.

Notes, folds, tabs, what is around code, and lines that stand for an image, a page, a file or a note. Which folds hold questions
is for `shortcodes`; any other, and one that is not closed, is text. What each is shown as is up to `faqtui.render`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from faqtui.markdown.dialects.shortcodes import TITLES, is_fold
from faqtui.markdown.line_starts import fence_behind
from faqtui.markdown.tags import attributes
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_UNNAMED = frozenset(("admonition", "alert", "callout", "hint", "notice", "pageinfo"))
NOTES = _UNNAMED | frozenset(
    ("attention", "caution", "danger", "error", "important", "info", "note", "success", "tip", "warning")
)
"""Shortcodes that are notes, of the kind that they are named for or that an argument names."""

TAB = "tab"
_CODE = {"highlight": "", "mermaid": "mermaid", "plantuml": "plantuml"}
"""What holds code without a fence, with the language where the name says it."""

IMAGES = frozenset(("figure", "image", "img"))
PAGES = frozenset(("embed", "file", "vimeo", "youtube"))
_FILMS = {"vimeo": "https://vimeo.com/", "youtube": "https://youtu.be/"}
INCLUDE = "include"
"""What stands alone: a picture, a page or file that is led to, a file that says what its arguments hold."""

_GROUPS = frozenset(
    (
        "cards",
        "code",
        "code-tabs",
        "content-ref",
        "column",
        "columns",
        "raw",
        "step",
        "stepper",
        "steps",
        "swagger",
        "swagger-description",
        "swagger-response",
        "tabpane",
        "tabs",
        "update",
        "updates",
    )
)
_NAMES = NOTES | _GROUPS | IMAGES | PAGES | {*_CODE, TAB, INCLUDE}
_SAYS = ("content", "text", "message", "body")

_HUGO = pattern(r"\{\{([<%])-?[ \t]*+(/?)[ \t]*+([A-Za-z][\w-]*+)((?:[ \t][^{}]*)?)[%>]\}\}")
_LIQUID = pattern(r"\{(%)-?[ \t]*+(end-?)?([A-Za-z][\w-]*)((?:[ \t][^{}]*?)?)-?%\}")
_LEAD = pattern(r"^[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*")
_WORD = pattern(r"[ \t]*(?:\"([^\"]*)\"|'([^']*)'|([^\s=\"']+)(?=[ \t]|$))")
_KINDS = ("style", "type", "variant", "color", "context")
_COLOURS = {"primary": "note", "secondary": "note", "default": "note"}


_LONGEST = 20_000
"""Characters of a line that opens and closes shortcodes."""

_PROGRAM = pattern(r"(?!https?:)[A-Za-z][\w+.-]*:")
_FILM = pattern(r"[\w-]{5,20}")
_NO_BRACKETS = str.maketrans("[]", "()")


class Shortcode(NamedTuple):
    """A line that opens or closes a shortcode: its name, its arguments; `key` is the same for both."""

    key: str
    name: str
    closes: bool
    arguments: str

    @property
    def is_code(self) -> bool:
        """Whether code stands in it, without a fence."""
        return self.name in _CODE

    def language(self) -> str:
        """That of the code in it; empty where it is not told."""
        return _CODE.get(self.name) or next(iter(self.words()), "")

    def tabs(self) -> list[str]:
        """What the tabs in it are called that have no titles of their own (``items`` of Hugo's themes)."""
        items = attributes(" " + self.arguments).get("items", "")
        return [item.strip() for item in items.split(",")] if items and self.name == "tabs" else []

    def words(self) -> list[str]:
        """The arguments at its beginning that have no names."""
        found, position = [], 0
        while match := _WORD.match(self.arguments, position):
            found.append(next(group for group in match.groups() if group is not None))
            position = match.end()
        return found

    def kind(self) -> str:
        """The kind of a note, in lower case."""
        given, words = attributes(" " + self.arguments), self.words()
        said = next((given[key] for key in _KINDS if given.get(key)), words[0] if words else "").lower()
        if self.name not in _UNNAMED:
            return self.name
        return _COLOURS.get(said, said) if _is_kind(said) else "note"

    def title(self) -> str:
        """What it says by itself; empty where it says nothing."""
        given, words = attributes(" " + self.arguments), self.words()
        if self.name in _UNNAMED and words and _is_kind(words[0]):
            del words[0]
        return next((given[key] for key in TITLES if given.get(key)), words[0] if words else "").strip()

    def url(self) -> str:
        """What is embedded or shown: the address of a page or file; empty where none is."""
        given = attributes(" " + self.arguments)
        if self.name in _FILMS:
            film = given.get("id") or next(iter(self.words()), "")
            return _FILMS[self.name] + film if _FILM.fullmatch(film) else ""
        url = given.get("url" if self.name == "embed" else "src", "")
        led = self.name != "embed" or url.startswith(("https://", "http://"))
        return url if led and not set("<>() \t") & set(url) and not _PROGRAM.match(url) else ""

    def caption(self) -> str:
        """What is said of an image, in place of it and below it."""
        given = attributes(" " + self.arguments)
        said = dict.fromkeys(given.get(key, "").strip() for key in ("alt", "caption", "title"))
        return ": ".join([words.translate(_NO_BRACKETS) for words in said if words])

    def note(self) -> tuple[str, str]:
        """The kind of a note that is included from a file of its name, and what it says; two empty texts where it is none."""
        given, (file, *_) = attributes(" " + self.arguments), [*self.words(), ""]
        kind = file.rpartition("/")[2].partition(".")[0].lower()
        said = next((given[key] for key in _SAYS if given.get(key)), "")
        if self.name != INCLUDE or kind not in NOTES or not said:
            return "", ""
        return self._replace(name=kind, arguments=self.arguments.partition(file)[2]).kind(), said

    def alone(self) -> str:
        """The Markdown that the line stands for by itself; empty where it has to be closed, or is text."""
        if self.closes:
            return ""
        if self.name in IMAGES and (url := self.url()):
            return f"![{self.caption()}]({url})"
        return f"<{self.url()}>" if self.name in PAGES - {"file"} and self.url() else self.url() or self.note()[1]


def _is_kind(word: str) -> bool:
    return word.replace("-", "").isalpha()


def read(stripped: str, *, folds: bool = False) -> Shortcode | None:
    """The shortcode that a line consists of, if it is one that is known here; one that folds only with `folds`."""
    if not stripped.startswith("{"):
        return None
    match = _HUGO.fullmatch(stripped) or _LIQUID.fullmatch(stripped)
    if match is None or match[4].rstrip().endswith("/"):
        return None
    name = match[3].lower()
    if name not in _NAMES and not (folds and is_fold(name)):
        return None
    return Shortcode(
        f"{stripped[:2] if match[1] == '%' and stripped[1] == '%' else '{{'}{name}", name, bool(match[2]), match[4]
    )


def pairs(lines: Sequence[str], *, folds: bool = False) -> dict[int, int]:
    """The line that closes each shortcode, by the line that opens it; those in fences are none."""
    found: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    counts: dict[str, int] = {}
    fence = ""
    for number, line in enumerate(lines):
        if "{" not in line and "`" not in line and "~" not in line:
            continue
        stripped = _LEAD.sub("", line, count=1).rstrip()
        if fence or stripped[:1] in {"`", "~"}:
            fence = fence_behind(fence, stripped)
        elif code := read(stripped, folds=folds):
            if not code.closes:
                if not open_ or open_[-1][0].strip("{%<") not in _CODE:
                    open_.append((code.key, number))
                    counts[code.key] = counts.get(code.key, 0) + 1
            elif counts.get(code.key):
                while True:
                    key, first = open_.pop()
                    counts[key] -= 1
                    if key == code.key:
                        break
                found[first] = number
    return found


class Around(NamedTuple):
    """A shortcode that a line opens and closes: what is in it is from `start` to `stop`, what follows it begins at `end`."""

    code: Shortcode
    start: int
    stop: int
    end: int


def around(text: str, *, begin: int = 0, folds: bool = False) -> Around | None:
    """The shortcode that a text of one line opens at `begin` and closes; None of one that says nothing.

    ``{% hint %}So.{% endhint %}``
    """
    if len(text) > _LONGEST:
        return None
    tags = _HUGO if text.startswith("{{", begin) else _LIQUID
    opened = tags.match(text, begin)
    code = read(opened[0], folds=folds) if opened is not None else None
    if opened is None or code is None or code.closes or code.is_code:
        return None
    depth = 1
    for found in tags.finditer(text, opened.end()):
        other = read(found[0], folds=folds)
        if other is None or other.key != code.key:
            continue
        depth += -1 if other.closes else 1
        if not depth:
            said = text[opened.end() : found.start()].strip()
            return Around(code, opened.end(), found.start(), found.end()) if said else None
    return None


def said(text: str) -> str:
    """What a text of one line says without the tags of shortcodes that are known here."""

    def spoken(tag: re.Match[str]) -> str:
        code = read(tag[0])
        return tag[0] if code is None else "" if code.closes else f"{code.title()} "

    return " ".join((_HUGO if text.startswith("{{") else _LIQUID).sub(spoken, text).split())


def rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a shortcode that is closed, or one that stands alone. The token's meta holds it."""
    begin = state.bMarks[first] + state.tShift[first]
    if state.src[begin : begin + 1] != "{" or state.is_code_block(first):
        return False
    line = state.src[begin : state.eMarks[first]].rstrip()
    code = read(line, folds=True)
    if code is None and (found := around(line, folds=True)):
        return silent or _one_line(state, first, line, found)
    if code is None or code.closes:
        return False
    last = _end(state, first, end)
    if last is None and not code.alone():
        return False
    if silent:
        return True
    if code.is_code and last is not None:
        token = state.push("fence", "code", 0)
        token.info, token.map = code.language(), [first, last + 1]
        token.content = state.getLines(first + 1, last, state.sCount[first], True)
        state.line = last + 1
        return True
    token = state.push("shortcode_open", "div", 1)
    token.map, token.meta = [first, (first if last is None else last) + 1], {"code": code}
    if last is not None:
        parent, limit = state.parentType, state.lineMax
        state.parentType, state.lineMax = "shortcode", last
        state.md.block.tokenize(state, first + 1, last)
        state.parentType, state.lineMax = parent, limit
    state.push("shortcode_close", "div", -1)
    state.line = token.map[1]
    return True


def _one_line(state: StateBlock, first: int, line: str, found: Around | None) -> bool:
    begin, at = state.bMarks[first] + state.tShift[first], 0
    while found is not None:
        token = state.push("shortcode_open", "div", 1)
        token.map, token.meta = [first, first + 1], {"code": found.code}
        _tokenize(state, first, begin + found.start, begin + found.stop)
        state.push("shortcode_close", "div", -1)
        at = found.end + len(line[found.end :]) - len(line[found.end :].lstrip())
        found = around(line, begin=at, folds=True)
    if line[at:]:
        _tokenize(state, first, begin + at, begin + len(line))
    state.line = first + 1
    return True


def _tokenize(state: StateBlock, line: int, start: int, stop: int) -> None:
    """Read a part of a line as if it were all of it."""
    start += len(state.src[start:stop]) - len(state.src[start:stop].lstrip())
    marks = state.bMarks[line], state.eMarks[line], state.tShift[line]
    state.bMarks[line], state.eMarks[line], state.tShift[line] = start, stop, 0
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "shortcode", line + 1
    state.md.block.tokenize(state, line, line + 1)
    state.parentType, state.lineMax = parent, limit
    state.bMarks[line], state.eMarks[line], state.tShift[line] = marks


def _end(state: StateBlock, first: int, end: int) -> int | None:
    """The line that closes the shortcode on line `first`, in the block that it stands in."""
    known = state.env.get("shortcodes")
    if known is None or known[0] is not state.src:
        known = state.env["shortcodes"] = (state.src, pairs(state.src.split("\n"), folds=True))
    last: int | None = known[1].get(first)
    if last is None or last >= end:
        return None
    inside = all(state.isEmpty(n) or state.sCount[n] >= state.blkIndent for n in range(first + 1, last + 1))
    return last if inside else None
