"""Front matter: the YAML, TOML or JSON mapping at the top of a document, loaded without trusting it.

The split is ours, so that line numbers stay true and no text gets lost: what is too long, nested too deeply, does not
parse, or is no mapping is kept as text or in a diagnostic. Values are taken as they are written where YAML would change
them (`no`, `1.10`). What the keys mean is decided where they are used.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

from faqtui.parsing.codes import quoted
from faqtui.patterns import pattern
from faqtui.sanitize import sanitize_line

MAX_CHARACTERS = 65_536
"""The longest front matter that is looked at."""

MAX_NESTING = 30
"""Brackets, or indentations, inside one another. libyaml is recursive: 50 KB of ``[`` end the interpreter."""

TITLES = ("question", "title", "linkTitle", "sidebar_label")
"""Names of the title of a page, the first of which counts."""

USUAL = frozenset(
    {
        *TITLES,
        "category",
        "categories",
        "tags",
        "keywords",
        "labels",
        "date",
        "layout",
        "slug",
        "id",
        "weight",
        "permalink",
    }
    | {
        "description",
        "author",
        "authors",
        "draft",
        "order",
        "nav_order",
        "sidebar_position",
        "section",
        "topic",
        "lang",
        "type",
    }
    | {"aliases", "faq", "faqs", "lastmod", "published", "summary", "hide_title", "toc", "url", "updated", "parent"}
)
"""Names of which generators of sites know one at least."""

MAX_KEYS = 2_000
"""Lines with a key; a mapping of 300,000 keys takes seconds."""

_YAML = pattern(r"---[ \t]*$")
_YAML_END = pattern(r"(?:---|\.\.\.)[ \t]*$")
_TOML = pattern(r"\+\+\+[ \t]*$")
_KEY = pattern(r"[ \t]*[\w\"'.-][^:#\n]{0,200}:(?:\s|$)")
_PLAIN = pattern(r"([A-Za-z][\w.-]{0,60})[ \t]*[:=][ \t]+([^\s\"'\[\]{}&*!|>%@`#,](?:.*[^ \t\n])?)[ \t]*$")
_NAME = pattern(r"[a-z_][\w.-]{0,60}:(?:[ \t]|$)")
"""A name as programs write them, as opposed to ``Note: mind the gap``."""

_MAPPING = pattern(r"[a-z_][\w.-]{0,60}:(?:[ \t]|$)|[ \t]+\S|- |#")
"""A line of a mapping of such names: with one, or with more of the value above."""

_NOTICE = pattern(r"#[ \t]*(?:SPDX-|Copyright\b|\(c\)|\xa9|Licen[cs]ed?\b|$)", re.IGNORECASE)
_LONGEST_NOTICE = 400
"""Lines of comments above front matter: as many as a licence has."""

_QUOTED = pattern(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")


_NOTHING: dict[str, Any] = {}
"""Never filled."""


class FrontMatter(NamedTuple):
    """What was found: the mapping, the number of lines up to its end, and what is wrong as ``(line, code, detail)``.

    `start` is the line it opens on, from 0.
    """

    data: dict[str, Any] = _NOTHING
    lines: int = 0
    problems: tuple[tuple[int, str, str], ...] = ()
    start: int = 0

    def text(self, *names: str) -> str:
        """The first of these keys that holds a single value, as text; empty where none does."""
        if not self.data:
            return ""
        for name in names:
            value = scalar(self.data.get(name))
            if value:
                return value
        return ""

    def words(self, *names: str) -> tuple[str, ...]:
        """The values of the first of these keys that is there: a list, or words between commas."""
        if not self.data:
            return ()
        for name in names:
            value = self.data.get(name)
            if value is None:
                continue
            if isinstance(value, list):
                return tuple(word for word in map(scalar, value[:MAX_KEYS]) if word)
            return tuple(word.strip() for word in scalar(value).split(",") if word.strip())
        return ()

    def reduced(self, names: Container[str] | None = None) -> FrontMatter:
        """The values of these keys (None: of all) as plain data: text, numbers, lists, and mappings of names to such.

        Aliases of aliases make much of little: of more than `MAX_CHARACTERS` the rest is left out.
        """
        if not self.data:
            return NONE
        room = [MAX_CHARACTERS]
        kept = {name: _plain(value, room) for name, value in self.data.items() if names is None or name in names}
        return FrontMatter(kept) if kept else NONE


NONE = FrontMatter()


def _plain(value: object, room: list[int], depth: int = 0) -> object:
    """A value as plain data; `room` has how many characters it may have, and afterwards how many are left."""
    if depth > MAX_NESTING or room[0] <= 0:
        return ""
    room[0] -= 1
    if isinstance(value, str):
        room[0] -= len(value)
        return value if room[0] >= 0 else ""
    if isinstance(value, dict):
        items = list(value.items())[:MAX_KEYS]
        room[0] -= sum(len(str(name)) for name, _ in items)
        return {str(name): _plain(each, room, depth + 1) for name, each in items if room[0] > 0}
    if isinstance(value, list):
        return [_plain(each, room, depth + 1) for each in value[:MAX_KEYS] if room[0] > 0]
    return value if value is None or isinstance(value, (bool, float)) or _is_short(value) else ""


def _is_short(value: object) -> bool:
    """Whether a number can be written down: Python refuses those of thousands of digits."""
    return isinstance(value, int) and value.bit_length() < 10_000


def scalar(value: object) -> str:
    """A single value as text on one line, empty for a list, a mapping or nothing. Never walks into an alias bomb.

    It is made safe once more: escapes in double quotes put characters into the value that were not in the file.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, float)) or _is_short(value):
        return sanitize_line(" ".join(str(value).split()))
    return ""


def split(lines: Sequence[str]) -> FrontMatter:
    """The front matter that a document's lines begin with, if they do."""
    start = _blank(lines, 0)
    if start >= len(lines):
        return NONE
    first = lines[start]
    if _YAML.match(first):
        return _fenced(lines, start, _YAML_END, "yaml")
    if first.startswith(("<!--", "#")):
        start = _below_notice(lines, start)
        if start and _KEY.match(lines[start + 1]):
            return _fenced(lines, start, _YAML_END, "yaml")._replace(start=start)
        return NONE
    if _TOML.match(first):
        return _fenced(lines, start, _TOML, "toml")
    if first.strip() == "{" and start == 0:
        return _json(lines)
    return NONE


def _blank(lines: Sequence[str], start: int) -> int:
    """The first line from `start` on that is not blank; at most 20 are passed over."""
    stop = min(len(lines), start + 20)
    while start < stop and not lines[start].strip():
        start += 1
    return start


def _below_notice(lines: Sequence[str], start: int) -> int:
    """The line of the ``---`` below comments, or lines such as ``# SPDX-...``, from `start` on; 0 where none follows."""
    last = min(len(lines) - 1, start + _LONGEST_NOTICE)
    while start < last:
        if lines[start].startswith("<!--"):
            text, opened = lines[start], start
            while "-->" not in text[4 if start == opened else 0 :] and start < last:
                start += 1
                text = lines[start]
            if text.partition("-->")[2].strip() or "-->" not in text:
                return 0
        elif not _NOTICE.match(lines[start]):
            return start if _YAML.match(lines[start]) else 0
        start = _blank(lines, start + 1)
    return 0


def between(lines: Sequence[str], start: int) -> FrontMatter | None:
    """The front matter that opens on line `start` of a text, where another file was put behind the first; None for a rule.

    Nothing but a mapping may stand in it, whose names are written as programs write them, and one of them is among the
    `USUAL`: between two rules may stand words that readers see. Its `lines` are counted from the beginning of the text.
    """
    stop = start + 1
    while stop < len(lines) and _MAPPING.match(lines[stop]):
        stop += 1
    if stop >= len(lines) or not _YAML.match(lines[stop]) or not _NAME.match(lines[start + 1]):
        return None
    found = split(lines[start : stop + 1])
    is_one = not USUAL.isdisjoint(found.data) and not found.problems
    return found._replace(lines=stop + 1, start=start) if is_one else None


def _fenced(lines: Sequence[str], start: int, end: re.Pattern[str], language: str) -> FrontMatter:
    size = 0
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if end.match(line):
            return _load("\n".join(lines[start + 1 : number]), start, number + 1, language)
        size += len(line) + 1
        if size > MAX_CHARACTERS:
            if any(end.match(later) for later in lines[number : number + 5000]) and _KEY.match(lines[start + 1]):
                return _problem(start, "front-matter-invalid", f"it is longer than {MAX_CHARACTERS // 1024} KB")
            break
    if start + 1 < len(lines) and _KEY.match(lines[start + 1]) and language == "yaml":
        return _problem(start, "front-matter-invalid", "the closing --- is missing")
    return NONE  # a thematic break at the top of a page


def _problem(line: int, code: str, detail: str) -> FrontMatter:
    return FrontMatter(problems=((line, code, detail),))


def _load(text: str, start: int, end: int, language: str) -> FrontMatter:
    problems: list[tuple[int, str, str]] = []
    if language == "yaml":
        if not any(map(_KEY.match, text.split("\n"))):
            # Prose between two rules; a list would be found out by the parser, to no use.
            if re.match(r"\s*(?:- |\[)", text):
                return _problem(start, "front-matter-shape", "it is a list, not a mapping of names to values")
            if not text.strip() or all(line.lstrip().startswith("#") for line in text.split("\n") if line.strip()):
                return FrontMatter({}, end)
            return NONE
        reason = too_complex(text)
        if reason:
            return _problem(start, "front-matter-invalid", reason)
        for place, line in enumerate(text.split("\n"), start + 1):
            if "\t" in line[: len(line) - len(line.lstrip())]:
                problems.append((place, "yaml-tab", "YAML is indented with spaces"))
                break
    try:
        data = _parse(text, language)
    except Exception as error:
        where, reason = _where(error, start)
        problems.append((where, "front-matter-invalid", reason))
        # Not left to Markdown, where text above --- is a heading, and a comment of YAML another.
        problems.append((start + 1, "outside-text", " ".join(text.split())))
        return FrontMatter(_plain_values(text), end, tuple(problems))
    if data is None:
        return FrontMatter({}, end, tuple(problems))
    if not isinstance(data, dict):
        return FrontMatter(
            problems=(*problems, (start, "front-matter-shape", "it is not a mapping of names to values"))
        )
    if len(data) > MAX_KEYS:
        return FrontMatter(problems=(*problems, (start, "front-matter-invalid", f"it has more than {MAX_KEYS:,} keys")))
    return FrontMatter(_as_written({str(key): value for key, value in data.items()}, text), end, tuple(problems))


def too_complex(text: str, lines: int = 20_000) -> str:
    """Why this YAML is not given to the parser; empty when it may be.

    Counts what nests before the parser sees it: the deepest run of open brackets, of dashes on a line, of indentations.
    """
    bare = _QUOTED.sub('""', text)
    depth = deepest = 0
    for found in re.finditer(r"[\[{]+|[\]}]+", bare):
        run = found[0]
        depth += len(run) if run[0] in "[{" else -len(run)
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    # Quotes may hide brackets from this count, or the other way round: so all of them are counted as well.
    opened = max(text.count("["), text.count("{"))
    if deepest > MAX_NESTING and opened > MAX_NESTING:
        return "its lists and mappings are nested too deeply"
    if opened > lines:
        return "it has too many lists and mappings"
    indents: list[int] = []
    keys = 0
    for line in text.split("\n"):
        stripped = line.lstrip(" ")
        if not stripped:
            continue
        marks = re.match(r"(?:[-?:][ \t]+)*", stripped)
        count = len(re.findall(r"[-?:]", marks[0])) if marks else 0
        indent = len(line) - len(stripped)
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        if len(indents) + count > MAX_NESTING:
            return "its lists and mappings are nested too deeply"
        keys += 1
    if keys > lines:
        return "it has too many lines"
    return ""


def _parse(text: str, language: str) -> object:
    if language == "toml":
        import tomllib  # python-frontmatter's own TOML support needs a package that is not a dependency

        return tomllib.loads(text)
    # Importing frontmatter and YAML takes 28 ms, which documents without front matter need not pay.
    from frontmatter.default_handlers import JSONHandler, YAMLHandler

    loaded: object = JSONHandler().load(text) if language == "json" else YAMLHandler().load(text, Loader=yaml_loader())
    return loaded


def _plain_values(text: str) -> dict[str, Any]:
    """The values that stand on the line of their key in front matter that does not parse: ``title: How to: fold``."""
    lines = text.split("\n")
    found: dict[str, Any] = {}
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        match = _PLAIN.match(line)
        if match and not below.startswith((" ", "\t")) and len(found) < MAX_KEYS:
            found.setdefault(match[1], match[2])
    return found


@cache
def yaml_loader() -> type[Any]:
    """A safe YAML loader that takes plain values as they are written and does not merge mappings.

    Dates, numbers and ``no`` stay text, whatever their tags, so that none is changed and none that is impossible loses
    the others. ``<<`` is a key like any other: merging aliases of aliases multiplies, and 314 bytes of it take nine seconds.
    """
    import yaml

    kept = {f"tag:yaml.org,2002:{name}" for name in ("null", "str", "seq", "map")}
    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar = {
            first: [pair for pair in resolvers if pair[0] in kept]
            for first, resolvers in base.yaml_implicit_resolvers.items()
        }
        yaml_constructors: ClassVar = {tag: make for tag, make in base.yaml_constructors.items() if tag in kept}

        def flatten_mapping(self, node: object) -> None:
            """Merge nothing, a key that is tagged as a merge included."""

    def untagged(loader: Any, node: Any) -> object:
        if isinstance(node, yaml.ScalarNode):
            return loader.construct_scalar(node)
        mapping = isinstance(node, yaml.MappingNode)
        return loader.construct_mapping(node, deep=True) if mapping else loader.construct_sequence(node, deep=True)

    Loader.yaml_constructors[None] = untagged
    return Loader


def _as_written(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The mapping with what YAML changed put back: ``version: 1.10`` is not 1.1, nor ``title: no`` False."""
    for key, value in data.items():
        if isinstance(value, (bool, float, int)) or (value is not None and not isinstance(value, (str, list, dict))):
            written = rf"^{re.escape(key)}[ \t]*[:=][ \t]*+((?:[^\n#]*[^\n# \t])?)[ \t]*(?:#[^\n]*)?$"
            match = re.search(written, text, re.MULTILINE)
            if match:
                data[key] = match[1].strip("\"'")
            elif not isinstance(value, (bool, float, int)):
                data[key] = str(value)
    return data


def _where(error: Exception, start: int) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "msg", None) or str(error) or type(error).__name__
    line = start + 1 + mark.line if mark is not None else start
    return line, quoted(" ".join(str(reason).split()), 120)


def _json(lines: Sequence[str]) -> FrontMatter:
    """A JSON mapping, one brace alone on its first line and one on its last (Hugo)."""
    size = 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > MAX_CHARACTERS:
            return NONE
        if line.rstrip() == "}":
            text = "\n".join(lines[: number + 1])
            if too_complex(text):
                return _problem(0, "front-matter-invalid", too_complex(text))
            try:
                data = _parse(text, "json")
            except (ValueError, RecursionError):
                return NONE
            if isinstance(data, dict):
                return FrontMatter({str(key): value for key, value in data.items()}, number + 1)
            return NONE
    return NONE
