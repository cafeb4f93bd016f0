"""Translations as gettext (``.po``) and Java (``.properties``) have them: mappings of keys to texts, read where these are a FAQ.

What is put into a text when it is shown (``{{link.about}}``, ``{0}``) stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.formats.converted import Converted
from faqtui.formats.nodes import Node, NotRead, most_values, of_text
from faqtui.markdown.literals import unescaped

_FIELD = re.compile(r"(msgctxt|msgid|msgstr)(?:\[0\])?[ \t]+\"(.*)\"[ \t]*$|\"(.*)\"[ \t]*$")
_PAIR = re.compile(r"[ \t\f]*((?:[^\\ \t\f=:]|\\.){1,200})[ \t\f]*[=:]?[ \t\f]*(.*)$", re.DOTALL)
_FOLDED = re.compile(r"\\\n[ \t\f]*")


def of_gettext(text: str, path: str = "") -> Converted:
    """A catalogue of gettext whose messages have keys instead of texts. Raises NotRead."""
    return _of_pairs("gettext", _messages(text), text, path)


def of_properties(text: str, path: str = "") -> Converted:
    """The properties of a Java program. Raises NotRead."""
    return _of_pairs("properties", _properties(text), text, path)


def _of_pairs(name: str, pairs: Iterator[tuple[str, int, str]], text: str, path: str) -> Converted:
    from faqtui.formats.data.data_reading import converted_of

    root, most = Node("map", 0), most_values(len(text))
    for key, line, value in pairs:
        root.pairs.append((key, line, of_text(value, line)))
        if len(root.pairs) > most:
            raise NotRead("it has too many values")
    found = converted_of(name, root, len(text), path)
    if not found.asked:
        raise NotRead("its keys name no questions with answers")
    return found


def _messages(text: str) -> Iterator[tuple[str, int, str]]:
    """What is translated, by its key: that of its context, or the message itself where it is one."""
    said: dict[str, list[str]] = {"msgctxt": [], "msgid": [], "msgstr": []}
    field, line = "", 0
    for number, row in enumerate([*text.split("\n"), 'msgctxt ""', 'msgid ""']):
        match = _FIELD.match(row)
        if match is None:
            field = ""
        elif match[1] is None:
            said[field or "msgctxt"].append(unescaped(match[3]))
        else:
            field = match[1]
            if field != "msgstr" and any(said["msgstr"]):
                yield from _message(line, **{name: "".join(parts) for name, parts in said.items()})
                said = {name: [] for name in said}
            elif field == "msgctxt" or (field == "msgid" and any(said["msgid"])):
                said = {name: [] for name in said}
            said[field], line = [unescaped(match[2])], number


def _message(line: int, msgctxt: str, msgid: str, msgstr: str) -> Iterator[tuple[str, int, str]]:
    key = msgctxt if msgctxt and not any(map(str.isspace, msgctxt)) else msgid
    if key and not any(map(str.isspace, key)):
        yield key, line, msgstr


def _properties(text: str) -> Iterator[tuple[str, int, str]]:
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        begun, row = number, lines[number]
        number += 1
        if row.lstrip(" \t\f")[:1] in {"", "#", "!"}:
            continue
        rows = [row]
        while _goes_on(rows[-1]) and number < len(lines):
            rows.append(lines[number])
            number += 1
        if match := _PAIR.match(_FOLDED.sub("", "\n".join(rows))):
            yield unescaped(match[1]), begun, unescaped(match[2])


def _goes_on(row: str) -> bool:
    return (len(row) - len(row.rstrip("\\"))) % 2 == 1
