"""An answer of a few plain lines is not scanned, and lines as most are are read a shorter way: what comes of it is the same."""

import random

import pytest

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan, plain_paragraphs

BEGINNINGS = ("", "1. ", "1.", "12", "export ", "import x", "e", "i", "a", "A: ", ":", "[a]: b", "$$", "{", "<")
SIGNS = "ab i e1.9)import export s\t #`~>-+*=_<:!?[{|$\\ \x0b\u00a0\ufeff</"
LINES = (
    "", "", "a", "a b", "# a", "## a ##", "##a", "#", "```", "```", "~~~~", "  ```", "- a", "  b", "    c", "> a", "<div>",
    "</div>", "<b>a", " ", "\t", "\ta", "a\tb", "===", "---", "| a |", "|-|", ":   b", "1. a",
    "import a from 'b'", "[a]: b", "<!-- a", "-->", "{{% note %}}", "{{% /note %}}", "::: note", ":::",
    "{{< highlight py >}}", "{{< /highlight >}}",
)  # fmt: skip


def said(block: Block) -> tuple[object, ...]:
    return tuple(getattr(block, name) for name in Block.__slots__)


def test_plain_paragraphs_are_what_a_scan_makes_of_them():
    chance = random.Random(3)
    known = 0
    for number in range(5000):
        lines = [
            chance.choice(BEGINNINGS) + "".join(chance.choices(SIGNS, k=chance.randint(0, 6)))
            for _ in range(1 + number % 4)
        ]
        blocks = plain_paragraphs(lines)
        if blocks is not None:
            known += 1
            scan = Scan(lines)
            assert [said(block) for block in scan.blocks] == [said(block) for block in blocks], lines
            assert not scan.items
            assert not scan.definitions
    assert known > 800


def test_common_lines_are_read_as_all_others_are(monkeypatch: pytest.MonkeyPatch):
    chance = random.Random(4)
    for _ in range(1000):
        lines = chance.choices(LINES, k=chance.randint(2, 12))
        short = Scan(lines)
        with monkeypatch.context() as patched:
            patched.setattr(Scan, "_is_common", lambda *_: False)
            whole = Scan(lines)
        for scan in (short, whole):
            for block in scan.blocks:
                block.item = None
        assert [said(block) for block in short.blocks] == [said(block) for block in whole.blocks], lines
        assert short.definitions.keys() == whole.definitions.keys()


def test_a_title_on_top_needs_no_space_behind_its_hash_and_tags_are_none():
    title = ["<!-- by hand -->", "#Two lamps at once", "", "Text.", "", "#Three lamps at once"]
    assert [(block.kind, block.text) for block in Scan(title).blocks if block.kind == "heading"] == [
        ("heading", "Two lamps at once")
    ]
    for first in ("#lamps #dark", "#lamps", "#1 of all lamps", "> #Two lamps", "- #Two lamps"):
        assert all(block.kind != "heading" for block in Scan([first, "", "Text."]).blocks), first
