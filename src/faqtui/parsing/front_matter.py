"""Front matter: the YAML, TOML or JSON mapping at the top of a document, loaded without trusting it.

The split is ours, so that line numbers stay true and no text gets lost: what is too long, nested too deeply, does not
parse, or is no mapping is kept as text or in a diagnostic. Values are taken as they are written where YAML would change
them (`no`, `1.10`). What the keys mean is decided where they are used.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Any

from faqtui.parsing.codes import quoted
from faqtui.parsing.questions.wording import is_faq_title, looks_like_question
from faqtui.parsing.values import plain_data
from faqtui.patterns import pattern
from faqtui.records import NamedTuple
from faqtui.sanitize import sanitize_line

MAX_CHARACTERS = 65_536
"""The longest front matter that is looked at."""

TITLES = ("question", "title", "linkTitle", "sidebar_label")
"""Names of the title of a page, the first of which counts."""

POSITIONS = ("sidebar_position", "weight", "nav_order", "sort_order", "order", "position", "rank")
"""Names of its place among its siblings, the first of which counts."""

CATEGORY = ("section", "category", "categories", "group", "area", "topic")
"""Keys that say what a page is in, the first that is there."""

LISTED, FOLLOWING, ABOVE = "pages that are listed", "the page that follows", "the page above"
"""Under what a page has the pages which it lists, each with the titles that it stands below, the next page, and the one that it
is part of."""

BETWEEN = "\u241f"
"""What parts a page that is listed from these titles."""

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

_YAML = pattern(r"---[ \t]*$")
_YAML_END = pattern(r"(?:---|\.\.\.)[ \t]*$")
_TOML = pattern(r"\+\+\+[ \t]*$")
_KEY = pattern(r"[ \t]*[\w\"'.-][^:#\n]{0,200}:(?:\s|$)")
_NAME = pattern(r"[a-z_][\w.-]{0,60}:(?:[ \t]|$)")
"""A name as programs write them, as opposed to ``Note: mind the gap``."""

_MAPPING = pattern(r"^(?:[a-z_][\w.-]{0,60}:(?:[ \t]|$)|[ \t]+\S|- |#)")
"""A line of a mapping of such names: with one, or with more of the value above."""

_TOML_NAME = pattern(r"[a-z_][\w.-]{0,60}[ \t]*=[ \t]*\S")
_TOML_TABLE = pattern(r"[a-z_][\w.-]{0,60}[ \t]*=[ \t]*\S|\[{1,2}[\w.-]{1,60}\]|[ \t]+\S|\]|#|[ \t]*$")

_UNFENCED = pattern(r"(?:title|date|authors?|summary|description|slug|template|tags|category):[ \t]+\S", re.IGNORECASE)
_UNFENCED_PAIR = pattern(r"([A-Za-z][\w-]{0,40}):(?:[ \t]+(\S.{0,1000}))$")
_MOST_UNFENCED = 20
"""What names without fences begin with, each of them, and how many lines they take at most."""

_NOTICE = pattern(r"#[ \t]*(?:SPDX-|Copyright\b|\(c\)|\xa9|Licen[cs]ed?\b|$)", re.IGNORECASE)
_LONGEST_NOTICE = 400
"""Lines of comments above front matter: as many as a licence has."""

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
                return tuple(word for word in map(scalar, value[: plain_data.MAX_KEYS]) if word)
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
    if depth > plain_data.MAX_NESTING or room[0] <= 0:
        return ""
    room[0] -= 1
    if isinstance(value, str):
        room[0] -= len(value)
        return value if room[0] >= 0 else ""
    if isinstance(value, dict):
        items = list(value.items())[: plain_data.MAX_KEYS]
        room[0] -= sum(len(str(name)) for name, _ in items)
        return {str(name): _plain(each, room, depth + 1) for name, each in items if room[0] > 0}
    if isinstance(value, list):
        return [_plain(each, room, depth + 1) for each in value[: plain_data.MAX_KEYS] if room[0] > 0]
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
    return _unfenced(lines, start) if _UNFENCED.match(first) else NONE


def _unfenced(lines: Sequence[str], start: int) -> FrontMatter:
    """Names with values up to the first blank line, as MkDocs and Pelican have them: ``Title: FAQ``.

    Only a title that is one of a FAQ or asks is such a name surely: other pages may well begin with such words.
    """
    data: dict[str, Any] = {}
    name = ""
    for number in range(start, min(len(lines), start + _MOST_UNFENCED)):
        line = lines[number]
        if not line.strip():
            said = any(below[:1].isalnum() for below in lines[number : number + _MOST_UNFENCED])
            asks = is_faq_title(data.get("title", "")) or looks_like_question(data.get("title", ""))
            return FrontMatter(data, number) if asks and said else NONE
        match = _UNFENCED_PAIR.match(line)
        if match is not None:
            name = match[1].lower()
            data[name] = match[2].strip()
        elif name and line[:1] in " \t":
            data[name] += " " + line.strip()
        else:
            break
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


def between(lines: Sequence[str], start: int, failed: dict[str, int]) -> FrontMatter | None:
    """The front matter that opens on line `start` of a text, where another file was put behind the first; None for a rule.

    Nothing but a mapping may stand in it, whose names are written as programs write them, and one of them is among the
    `USUAL`: between two rules may stand words that readers see. Its `lines` are counted from the beginning of the text. Where the
    file above has no end of its last line, the rule stands right behind that. In `failed` is kept how far was looked from lines
    above: each line of a text may end as a rule.
    """
    before, fence = lines[start].rstrip()[-4:-3], lines[start].rstrip()[-3:]
    name, mapping, end = (_NAME, _MAPPING, _YAML_END) if fence == "---" else (_TOML_NAME, _TOML_TABLE, _TOML)
    if before in {*"-+| \t"} or start + 1 >= len(lines) or not name.match(lines[start + 1]):
        return None
    if start < failed.get(fence, 0):
        return None  # it would end on the same line as what was none
    stop = start + 1
    while stop < len(lines) and mapping.match(lines[stop]):
        stop += 1
    failed[fence] = stop
    if stop >= len(lines) or not end.match(lines[stop]):
        return None
    found = split([fence, *lines[start + 1 : stop + 1]])
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
        if not text.strip():
            return FrontMatter({}, end)
        if _is_markdown(text):
            return NONE
        if not any(map(_KEY.match, text.split("\n"))):
            # A list would be found out by the parser, to no use.
            if re.match(r"\s*(?:- |\[)", text):
                return _problem(start, "front-matter-shape", "it is a list, not a mapping of names to values")
            return FrontMatter({}, end) if text.lstrip().startswith("#") else NONE
        reason = plain_data.too_complex(text)
        if reason:
            return _problem(start, "front-matter-invalid", reason)
        for place, line in enumerate(text.split("\n"), start + 1):
            if "\t" in line[: len(line) - len(line.lstrip())]:
                problems.append((place, "yaml-tab", "YAML is indented with spaces"))
                break
    try:
        data = plain_data.parsed(text, language)
    except Exception as error:
        where, reason = _where(error, start)
        problems.append((where, "front-matter-invalid", reason))
        # Not left to Markdown, where text above --- is a heading, and a comment of YAML another.
        problems.append((start + 1, "outside-text", " ".join(text.split())))
        return FrontMatter(plain_data.plain_values(text), end, tuple(problems))
    if data is None:
        return FrontMatter({}, end, tuple(problems))
    if not isinstance(data, dict):
        return FrontMatter(
            problems=(*problems, (start, "front-matter-shape", "it is not a mapping of names to values"))
        )
    if len(data) > plain_data.MAX_KEYS:
        return FrontMatter(
            problems=(*problems, (start, "front-matter-invalid", f"it has more than {plain_data.MAX_KEYS:,} keys"))
        )
    return FrontMatter(
        plain_data.as_written({str(key): value for key, value in data.items()}, text), end, tuple(problems)
    )


def _is_markdown(text: str) -> bool:
    """Whether the text between two rules begins with a heading, which is a comment in YAML, or with prose.

    A comment of front matter says something of its names, or stands above one that generators of sites know.
    """
    begun = text.lstrip()
    if not begun.startswith("#"):
        return not begun.startswith(("- ", "[", "{", "?", "%", "&")) and _KEY.match(begun) is None
    names = (line.lstrip("# \t").partition(":") for line in text.split("\n"))
    return USUAL.isdisjoint(name.strip().lower() for name, colon, _ in names if colon)


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
            if plain_data.too_complex(text):
                return _problem(0, "front-matter-invalid", plain_data.too_complex(text))
            try:
                data = plain_data.parsed(text, "json")
            except (ValueError, RecursionError):
                return NONE
            if isinstance(data, dict):
                return FrontMatter({str(key): value for key, value in data.items()}, number + 1)
            return NONE
    return NONE


def line_of(lines: list[str], key: str) -> int:
    """The line of front matter on which a key stands."""
    return next((n for n, line in enumerate(lines) if key and line.startswith((f"{key}:", f"{key} ", f'"{key}"'))), 0)
