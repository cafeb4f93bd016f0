"""An answer of one plain line is not scanned: what a scan would make of it is known."""

import random

from faqtui.markdown.blocks import Block
from faqtui.markdown.scan import Scan, one_line

BEGINNINGS = ("", "1. ", "1.", "12", "export ", "import x", "e", "i", "a", "A: ", ":", "[a]: b", "$$", "{", "<")
SIGNS = "ab i e1.9)import export s\t #`~>-+*=_<:!?[{|$\\ \x0b\u00a0\ufeff</"


def said(block: Block) -> tuple[object, ...]:
    return tuple(getattr(block, name) for name in Block.__slots__)


def test_one_line_is_what_a_scan_makes_of_it():
    chance = random.Random(3)
    known = 0
    for _ in range(5000):
        line = chance.choice(BEGINNINGS) + "".join(chance.choices(SIGNS, k=chance.randint(0, 6)))
        blocks = one_line([line])
        if blocks is not None:
            known += 1
            scan = Scan([line])
            assert [said(block) for block in scan.blocks] == [said(block) for block in blocks], line
            assert not scan.items
            assert not scan.definitions
    assert known > 1000


def test_more_than_a_line_is_to_be_scanned():
    assert one_line(["a", "b"]) is None
    assert one_line([]) is None
    assert one_line([""]) is None
