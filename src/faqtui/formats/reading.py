"""Which module reads which format, and what holds for all of them: front matter stays, and what comes out is safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from itertools import islice

from faqtui.formats.converted import Asked, Converted
from faqtui.formats.html.html_plain import MEGABYTE
from faqtui.formats.nodes import NotRead
from faqtui.sanitize import sanitize

READERS = {
    "rst": ("rst.rst_blocks", "of_text"),
    "adoc": ("adoc.adoc_blocks", "of_text"),
    "wiki": ("wiki.wiki_blocks", "of_text"),
    "org": ("org.org_blocks", "of_text"),
    "wordpress": ("wordpress", "of_text"),
    "html": ("html.html_blocks", "of_page"),
    "json": ("data.data_reading", "of_json"),
    "yaml": ("data.data_reading", "of_yaml"),
    "toml": ("data.data_reading", "of_toml"),
    "gettext": ("data.catalogues", "of_gettext"),
    "properties": ("data.catalogues", "of_properties"),
    "script": ("data.data_scripts", "of_script"),
    "csv": ("data.separated", "of_commas"),
    "tsv": ("data.separated", "of_tabs"),
}
"""The module of a format, and its function from a text to a `Converted`. Imported when a file of it is met."""

MAX_CHARACTERS = 4_000_000
"""The longest file of data; YAML of this size takes two seconds."""

_CATALOGUES = frozenset({"gettext", "properties"})
_DATA = _CATALOGUES | {"json", "yaml", "toml", "csv", "tsv", "script"}
_RULE = re.compile(r"---[ \t]*$")
_LONGEST_FRONT_MATTER = 400


def read(name: str, path: str, text: str) -> Converted:
    """A text of the format `name`."""
    module, function = READERS[name]
    reader: Callable[..., Converted] = getattr(import_module(f"faqtui.formats.{module}"), function)
    if name in _DATA:
        if len(text) > MAX_CHARACTERS:
            return _as_it_is(name, text, f"it is longer than {MAX_CHARACTERS // 1_000_000} MB")
        try:
            return _safe(reader(text, path), text.count("\n"))
        except NotRead as error:
            return _as_it_is(name, text, str(error))
    lines = text.split("\n")
    matter = _front_matter(lines)
    beyond = _beyond(lines, len(text)) if name != "html" else None
    body = "\n".join([""] * matter + lines[matter:beyond]) if matter or beyond is not None else text
    converted = reader(body, path) if name == "rst" else reader(body)
    if beyond is not None:
        _put_rest(converted, lines, beyond)
    if matter and converted.asked is None:
        converted.lines[:0] = [*lines[:matter], ""]
        converted.numbers[:0] = [*range(matter), matter - 1]
        if converted.plain is not None:
            converted.plain += matter + 1
    elif not matter:
        _open_no_front_matter(converted.lines)
    return _safe(converted, len(lines) - 1)


def _as_it_is(name: str, text: str, problem: str) -> Converted:
    """Data that were not read: a block of code, so that nothing of them is lost; nothing of the messages of a program."""
    if name in _CATALOGUES:
        return Converted(name, problem=problem)
    lines = text.rstrip("\n").split("\n")
    runs = [len(run) for run in re.findall(r"`{3,}", text)]
    fence = "`" * (max(runs, default=2) + 1)
    return Converted(
        name.upper(),
        [f"{fence}{name}", *lines, fence] if text.strip() else [],
        [0, *range(len(lines)), len(lines) - 1] if text.strip() else [],
        problem=problem,
    )


def most_lines(characters: int) -> int:
    """How many lines that are not blank are read of so many characters: a second's work, and beyond a megabyte as it grows."""
    return 22_000 + max(0, characters - MEGABYTE) // 24


def _beyond(lines: list[str], characters: int) -> int | None:
    """The first of the lines that are more than are read; None where there are none."""
    most = most_lines(characters)
    if len(lines) <= most:
        return None
    return next(islice((number for number, line in enumerate(lines) if line and not line.isspace()), most, None), None)


def _put_rest(converted: Converted, lines: list[str], beyond: int) -> None:
    """Put the lines from `beyond` on below what was read of those before, as they are written."""
    converted.beyond = beyond
    if converted.asked is None:
        converted.plain = len(converted.lines) + 1
        converted.lines += ["", *lines[beyond:]]
        converted.numbers += [beyond, *range(beyond, len(lines))]
    else:
        converted.texts.append(Asked("", beyond, len(lines), list(enumerate(lines[beyond:], beyond))))


def _front_matter(lines: list[str]) -> int:
    """How many lines front matter has, as static sites have it above pages of any format."""
    if (
        not lines
        or not _RULE.match(lines[0])
        or len(lines) < 2
        or not re.match(r"[\w\"'-][^:#]{0,80}:(?:\s|$)", lines[1])
    ):
        return 0
    for number in range(2, min(len(lines), _LONGEST_FRONT_MATTER)):
        if _RULE.match(lines[number]):
            return number + 1
    return 0


def _open_no_front_matter(made: list[str]) -> None:
    """Write a rule above all that is said as front matter never begins: what stands up to the next one is text."""
    first = next((number for number, line in enumerate(made) if line.strip()), None)
    if first is not None and _RULE.match(made[first]):
        made[first] = "***"


def _safe(converted: Converted, last: int) -> Converted:
    """Sanitise once more, since an entity or an escape puts characters into a text that were not in the file.

    `last` is the last line of the file, beyond which nothing stands.
    """
    converted.lines = [_line(line) for line in converted.lines]
    converted.numbers = [min(number, last) for number in converted.numbers]
    converted.title = _line(converted.title)
    converted.texts = [_safe_part(one, last) for one in converted.texts]
    if converted.asked is not None:
        converted.asked = [_safe_part(one, last) for one in converted.asked]
    return converted


def _safe_part(one: Asked, last: int) -> Asked:
    lines = [(min(number, last), _line(text)) for number, text in one.lines]
    path = tuple(map(_line, one.path))
    return Asked(_line(one.question), min(one.start, last), min(one.end, last + 1), lines, path, one.beside)


def _line(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return sanitize(text).replace("\n", " ")
