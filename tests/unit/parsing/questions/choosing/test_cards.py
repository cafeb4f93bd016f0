"""Cards that lead to other pages, in whatever holds them together."""

import pytest

from faqtui.parsing.questions.choosing.cards import without_cards


@pytest.mark.parametrize(
    ("text", "outside", "links", "beside"),
    [
        ('a\n<Cards>\n<Card href="/k" />\n</Cards>\nb', [0, 4], 1, 1),
        ('<Cards>\n<Card href="https://example.org" />\n<Card to="k" />\n</Cards>', [], 2, 1),
        ('<div class="grid cards">\n<div>\n[Kilns](k.md)\n</div>\n</div>\nb', [5], 1, 1),
        ('<div class="note">\n[Kilns](k.md)\n</div>', [0, 1, 2], 0, 0),
        ("<Cards>\nNothing leads anywhere.\n</Cards>", [0, 1, 2], 0, 0),
        ('<Cards>\n<Card href="/k" />\nb', [0, 1, 2], 0, 0),
        (":::{card} Kilns\n:link: k\n:::\nb", [3], 1, 1),
        ("```{toctree}\nk\n```\nb", [3], 0, 0),
    ],
    ids=[
        "a group",
        "to elsewhere",
        "elements in one",
        "no cards",
        "no links",
        "not closed",
        "one of MyST",
        "a toctree",
    ],
)
def test_what_stands_outside_of_cards(text: str, outside: list[int], links: int, beside: int) -> None:
    assert without_cards(text.split("\n")) == (outside, links, beside)


def test_what_is_opened_again_and_again_takes_no_longer_for_that() -> None:
    lines = ["<Cards>"] * 20_000
    assert without_cards(lines) == (list(range(20_000)), 0, 0)
    assert without_cards([":::{grid}"] * 20_000)[1:] == (0, 0)
    nested = ["<Cards>"] * 10_000 + ["</Cards>"] * 10_000
    assert without_cards(nested) == (list(range(20_000)), 0, 0)
