"""What all regular expressions of the package keep to, since tests run with one Python and users have another."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from support.places import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{[0-9,]+\})\+")
"""The end of a group that keeps what it took, but no text that merely has brackets in it: ``()*+``."""

_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")


def possessive_groups(source: str) -> list[str]:
    """The strings of a module that repeat a group with ``*+``, ``++``, ``?+`` or ``{m,n}+``."""
    texts = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [text for text in texts if POSSESSIVE_GROUP.search(_CLASS.sub("C", re.sub(r"\\.", "E", text)))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python before 3.11.5 takes too much there (cpython gh-100061, gh-106052); ``(?>(?:...)*)`` says the same."""
    assert possessive_groups(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("end", ["*+", "++", "?+", "{2,3}+"])
def test_a_group_that_is_repeated_possessively_is_seen(end: str) -> None:
    whole, piece = f"a(?:b|c(?!d)){end}e", f"){end}"
    assert set(possessive_groups(f'P = re.compile(r"{whole}" + Q + r"{piece}")')) == {whole, piece}


@pytest.mark.parametrize("pattern", [r"a++", r"[)]*+", r"\)*+", r"(?>(?:ab?c)*)", r"[^()]++\)", r"(a+)+"])
def test_what_works_everywhere_is_left_alone(pattern: str) -> None:
    assert possessive_groups(f"P = r'{pattern}'") == []
