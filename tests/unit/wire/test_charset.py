"""Text for terminals that are not UTF-8, and the spelling of controls in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from faqtui.sanitize import sanitize_line
from faqtui.wire.charset import in_charset, spelled


@pytest.mark.parametrize(
    ("text", "charset", "sent"),
    [
        ("Café — “x”", "utf-8", "Café — “x”".encode()),
        ("Café — “x” …", "ascii", b'Cafe - "x" ~'),
        ("Café", "iso8859-1", b"Caf\xe9"),
        ("5 €", "iso8859-15", b"5 \xa4"),
        ("5 €", "iso8859-1", b"5 ?"),
        ("日本|", "ascii", b"????|"),
        ("e\u0301|", "ascii", b"e|"),
        ("👨\u200d👩\u200d👧|", "ascii", b"??|"),
        ("привет", "koi8-r", "привет".encode("koi8-r")),
    ],
)
def test_what_the_charset_lacks_keeps_its_cells(text, charset, sent):
    assert in_charset(text, charset) == sent


@given(st.text())
def test_no_byte_is_a_control_of_a_terminal_with_eight_bits(text):
    sent = in_charset(sanitize_line(text), "iso8859-1")
    assert not set(sent) & {*range(0x20), *range(0x7F, 0xA0)}


def test_controls_are_spelled_and_frames_stay_in_place():
    style = Style(bold=True)
    line = [Segment("| "), Segment("a\u241b[31m\u2400b", style), Segment("   end \u2421 \ufffd   |")]
    result = spelled(line)
    text = "".join(segment.text for segment in result)
    assert text == "| a^[[31m^@b end ^? ?  |"
    assert cell_len(text) == sum(cell_len(segment.text) for segment in line)
    assert result[1].style is style


def test_a_line_of_ascii_is_left_alone():
    line = [Segment("plain")]
    assert spelled(line) is line


def test_signs_of_formulas_are_spelled_where_there_is_ascii_alone_and_frames_stay_in_their_place():
    line = [Segment("Is "), Segment("x ≤ y", Style(bold=True)), Segment(" for ∑ x?     |")]
    told = spelled(line)
    assert "".join(piece.text for piece in told) == "Is x <= y for sum x?  |"
    assert told[1].style == Style(bold=True)
    assert "".join(piece.text for piece in spelled([Segment("η ≠ → α")])) == "η != → α"
