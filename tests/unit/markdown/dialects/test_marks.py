"""Marked text is told from comparisons, padding and addresses, in plain text as in answers."""

from __future__ import annotations

import pytest

from faqtui.markdown.inline import inline


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("==so==", "so"),
        ("a ==b **c**== d", "a b c d"),
        ("(==a==), ==b=c==.", "(a), b=c."),
        ("a == b == c", "a == b == c"),
        ("x==y==z", "x==y==z"),
        ("abc== and def==", "abc== and def=="),
        ("`==code==`", "==code=="),
        ("====", "===="),
        ("== a==", "== a=="),
        ("==two\nlines==", "==two lines=="),
        ("https://example.org/?a==b", "https://example.org/?a==b"),
        ("[==link==](x.md)", "link"),
    ],
)
def test_marked_text_is_what_stands_tight_between_its_signs(written: str, plain: str) -> None:
    assert inline(written)[0] == plain
