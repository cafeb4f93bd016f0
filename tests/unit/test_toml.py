"""A name of TOML has a bounded number of parts, wherever it stands; all else is read as the parser reads it."""

from __future__ import annotations

import random
import tomllib

import pytest

from faqtui import toml
from faqtui.errors import ConfigError
from faqtui.host import settings
from faqtui.model import Document
from faqtui.parsing import parse_library
from support.speed import at_most

MANY = 50_000
LONG = {
    "a name": "a" + ".a" * MANY + " = 1\n",
    "a quoted name": '"a"' + '."a"' * MANY + " = 1\n",
    "a name in apostrophes": "'a'" + ".'a'" * MANY + " = 1\n",
    "a name with blanks": "a" + " . \"=\"" * MANY + " = 1\n",
    "a name in a mapping": "x = {a" + ".a" * MANY + " = 1}\n",
    "a name in a mapping in a list": "x = [\n  1, {b = 2, a" + ".a" * MANY + " = 1}\n]\n",
    "the name of a table": "[a" + ".a" * MANY + "]\n",
    "the name of one of many tables": "[[a" + ".a" * MANY + "]]\n",
    "a name behind texts": 'a = "\\"="\nb = \'"\'\nc = """\n"" \\""""\nd = \'\'\'\n"\'\'\'\n# "\ne' + ".e" * MANY + " = 1\n",
}  # fmt: skip


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_name_without_end_is_refused_at_once(text):
    with (
        at_most(1),  # the parser took a minute
        pytest.raises(tomllib.TOMLDecodeError, match=r"too many parts \(at line \d+, column \d+\)"),
    ):
        toml.loads(text)


@pytest.mark.parametrize("name", ["a quoted name", "a name in a mapping"])
@pytest.mark.parametrize("path", ["faq.toml", "front.md", "data.json"])
def test_no_document_has_it_read(name, path):
    text = LONG[name]
    if path == "front.md":
        text = f"+++\n{text[: 60_000 - 20]} = 1\n+++\n# Why?\n\nSo.\n"
    with at_most(4):
        parse_library([Document(path, text)])


def test_settings_with_it_are_told_of():
    with pytest.raises(ConfigError, match=r"config.toml:1: a name has too many parts"):
        settings.parse(LONG["a quoted name"].encode(), settings.Path("config.toml"))


def test_dots_that_part_no_name_are_as_many_as_they_like():
    texts = [
        "a = [" + "1.5, " * 500 + "]\n",
        'a = "' + "a.b." * 500 + '"\n',
        "a = '''" + ".\n" * 500 + "'''\n",
        "a = 1 # " + "a.b" * 500 + "\nb.c.d = 2\n",
        'a = """' + '.\\"' * 500 + '"""\n',
        "".join(f"a.b{n} = 1.5\n" for n in range(500)),
    ]
    for text in texts:
        assert toml.loads(text) == tomllib.loads(text)


def test_what_is_read_is_what_the_parser_reads():
    chance = random.Random(5)
    read = 0
    for _ in range(3000):
        text = "".join(
            chance.choices(
                ["a", ".", " = ", '"', "'", '"""', "'''", "\\", "\n", "#", "[", "]", "{", "}", "1", ","], k=12
            )
        )
        try:
            wanted = tomllib.loads(text)
        except ValueError:
            continue
        read += 1
        assert toml.loads(text) == wanted
    assert read > 20
