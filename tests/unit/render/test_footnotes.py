"""Numbers of footnotes: in the order in which they are met, raised, apart from each other, and in ASCII too."""

from __future__ import annotations

import pytest

from faqtui.render import lay_out, parse_answer
from faqtui.render.ansi import to_text


@pytest.mark.parametrize(
    ("markdown", "shown", "ascii_only"),
    [
        ("One[^a] two[^b].\n\n[^a]: A\n[^b]: B", "One¹ two².\n\n¹ A\n² B\n", "One^1 two^2.\n\n^1 A\n^2 B\n"),
        ("One[^b][^a].\n\n[^a]: A\n[^b]: B", "One¹,².\n\n² A\n¹ B\n", "One^1,^2.\n\n^2 A\n^1 B\n"),
        ("One[^7], again[^7].\n\n[^7]: A", "One¹, again¹.\n\n¹ A\n", "One^1, again^1.\n\n^1 A\n"),
        ("- [^note_x] item\n\n[^note_x]: *A*", "• ¹ item\n\n¹ A\n", "* ^1 item\n\n^1 A\n"),
        ("None[^gone].", "None[^gone].\n", "None[^gone].\n"),
    ],
)
def test_a_footnote_shows_its_number(markdown: str, shown: str, ascii_only: str) -> None:
    assert to_text(lay_out(parse_answer(markdown), 40)) == shown
    assert to_text(lay_out(parse_answer(markdown), 40, ascii=True)) == ascii_only


def test_numbers_above_nine_have_two_digits() -> None:
    refs = " ".join(f"[^n{at}]" for at in range(11))
    notes = "\n".join(f"[^n{at}]: note {at}" for at in range(11))
    assert "¹⁰ ¹¹" in to_text(lay_out(parse_answer(f"{refs}\n\n{notes}"), 60))


def test_what_is_selected_is_the_label_as_written() -> None:
    blocks = parse_answer("One[^long] here.\n\n[^long]: A")
    (span,) = [span for span in blocks.blocks[0].spans if span.style == "footnote"]  # type: ignore[union-attr]
    assert blocks.markdown[span.start : span.end] == "[^long]"
