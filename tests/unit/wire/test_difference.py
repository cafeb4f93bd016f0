"""What goes to the terminal for what is drawn: few bytes, the right ones, and what is not ours to touch as it was."""

import re

import pytest

from faqtui.wire.difference import ScreenState
from faqtui.wire.grid import Grid
from faqtui.wire.pens import PLAIN, Look, Pens


class Wire:
    """A grid and what it sends."""

    def __init__(self, width=40, height=6, **options):
        self.pens = Pens()
        self.grid = Grid(width, height, self.pens)
        self.shown = ScreenState(self.pens, **options)
        self.shown.encode(self.grid)

    def __call__(self, data):
        self.grid.feed(data)
        return self.shown.encode(self.grid)


@pytest.fixture
def wire():
    return Wire()


def test_the_same_frame_again_costs_nothing(wire):
    frame = "\x1b[2;1H\x1b[1mtitle\x1b[0m and text\x1b[1;1H"
    assert wire(frame)
    assert wire(frame) == ""


def test_only_the_changed_letter_is_sent(wire):
    wire("\x1b[3;1HHow do I read it?\x1b[1;1H")
    assert wire("\x1b[3;1HHow do I lead it?\x1b[1;1H") == "\n\n\x1b[9Cl\x1b[H"


def test_a_short_gap_is_typed_again_rather_than_jumped_over(wire):
    wire("\x1b[1;1Haxxxb\x1b[1;1H")
    assert wire("\x1b[1;1HAxxxB\x1b[1;1H") == "AxxxB\r"


def test_the_blank_end_of_a_line_is_erased(wire):
    wire("\x1b[3;1H" + "word " * 7 + "\x1b[1;1H")
    assert wire("\x1b[3;1Hword" + " " * 36 + "\x1b[1;1H") == "\x1b[3;6H\x1b[K\x1b[H"


def test_long_blanks_within_a_line_are_erased():
    wire = Wire(width=60, shifts=True)
    wire("\x1b[3;1H" + "words " * 6 + "|" + "\x1b[1;1H")
    assert wire("\x1b[3;7H" + " " * 29 + "\x1b[1;1H") == "\x1b[3;7H\x1b[29X\x1b[H"
    assert "X" not in Wire(width=60)("\x1b[3;1H" + "a" + " " * 29 + "b\x1b[1;1H")


def test_blanks_are_erased_from_where_the_cursor_is_when_more_of_the_same_lie_between():
    wire = Wire(width=60, shifts=True)
    full, indented = "x" * 29 + "|", "   " + "x" * 26 + "|"
    wire(f"\x1b[2;1H{full}\x1b[3;1H{indented}\x1b[4;1H{'>  ' + indented[3:]}\x1b[1;1H")
    blank = " " * 29 + "|"
    cleared = f"\x1b[2;1H{blank}\x1b[3;1H{blank}\x1b[4;1H{'>' + blank[1:]}\x1b[1;1H"
    assert wire(cleared) == "\n\x1b[29X\n\x1b[29X\n\x1b[4G\x1b[26X\x1b[H"


def test_after_blanks_that_were_erased_the_cursor_is_moved_to_what_follows():
    wire = Wire(width=60, shifts=True)
    wire("\x1b[3;1Hyes " + "words " * 6 + "no\x1b[1;1H")
    assert wire("\x1b[3;1Hnot" + " " * 37 + "so\x1b[1;1H") == "\n\nnot\x1b[37X\x1b[41Gs\x1b[H"


def test_blanks_that_show_their_pen_are_not_erased():
    wire = Wire(width=60, shifts=True)
    wire("\x1b[3;1H" + "words " * 6 + "|" + "\x1b[1;1H")
    assert "X" not in wire("\x1b[3;1H\x1b[4m" + " " * 30 + "\x1b[0m\x1b[1;1H")
    assert "X" not in wire("\x1b[3;1H\x1b[44m" + " " * 30 + "\x1b[0m\x1b[1;1H")


def test_coloured_blanks_are_erased_only_where_the_terminal_erases_in_colour():
    frame = "\x1b[1;1H\x1b[44m" + " " * 40 + "\x1b[0m\x1b[1;1H"
    assert "\x1b[K" not in Wire()(frame)
    assert Wire(coloured_erase=True)(frame) == "\x1b[44m\x1b[K"


def test_blanks_between_coloured_words_cost_no_change_of_pen(wire):
    frame = "\x1b[1;1H\x1b[31mone\x1b[0m \x1b[31mtwo\x1b[0m\x1b[1;1H"
    assert wire(frame) == "\x1b[31mone two\r"


def test_nothing_is_taken_for_granted_after_a_character_of_uncertain_width(wire):
    sent = wire("\x1b[1;1H👩\u200d💻ab\x1b[1;1H")
    assert sent == "  \r👩\u200d💻\x1b[3Gab\r"


def test_what_stands_beside_a_character_of_uncertain_width_is_drawn_again(wire):
    wire("\x1b[1;1Haxy\x1b[1;1H")
    assert wire("\x1b[1;1H☀xy\x1b[1;1H") == "☀\x1b[2Gx\r"


def test_a_wide_character_takes_two_cells_and_half_of_one_is_a_blank(wire):
    wire("\x1b[1;1H日本\x1b[1;1H")
    assert wire.grid.text[0][:4] == ["日", "", "本", ""]
    wire("\x1b[1;2Hx\x1b[1;1H")
    assert wire.grid.text[0][:4] == [" ", "x", "本", ""]


def test_links_are_closed_at_the_end_of_a_frame_and_have_an_id_made_of_their_target(wire):
    first = wire("\x1b[1;1H\x1b]8;id=4711;http://x.example/\x1b\\here\x1b]8;;\x1b\\\x1b[1;1H")
    assert first.endswith("here\x1b]8;;\x1b\\\r")
    again = wire("\x1b[1;1H\x1b]8;id=815;http://x.example/\x1b\\here\x1b]8;;\x1b\\\x1b[1;1H")
    assert again == ""


def test_the_address_of_a_link_on_several_lines_is_sent_once(wire):
    link = "\x1b]8;id=1;http://a.example/long\x1b\\{}\x1b]8;;\x1b\\"
    sent = wire("".join(f"\x1b[{row};1Hleft {link.format('part')} right" for row in range(1, 4)) + "\x1b[1;1H")
    assert sent.count("http://a.example/long") == 1
    assert sent.count("part") == sent.count("left") == sent.count("right") == 3


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1b]52;c;aGVsbG8=\x1b\\",
        "\x1bPtmux;\x1b\x1b]52;c;aGVsbG8=\x07\x1b\\",
        "\x1bPtmux;\x1b\x1bPtmux;\x1b\x1b\x1b\x1b]52;c;aGVsbG8=\x07\x1b\x1b\\\x1b\\",
        "\x1bP\x1b]52;c;aGVs\x1b\\\x1bPbG8=\x07\x1b\\",
        "\x1b]0;a title\x07",
        "\x1b]22;pointer\x1b\\",
        "\x1b[?1000h\x1b[?1006h",
        "\x1b[?2026$p",
        "\x1b[>4;1m\x1b[2 q",
        "\x07",
    ],
)
def test_what_draws_nothing_passes_as_it_is(wire, sequence):
    wire("\x1b[1;1Htext\x1b[1;1H")
    wire.grid.feed(sequence)
    assert "".join(wire.grid.take_passing()) == sequence
    assert wire.shown.encode(wire.grid) == ""


@pytest.mark.parametrize("sequence", ["\x1bc", "\x1b[?1049h", "\x1b[3L", "\x1b[5;9r", "\x1b[2S", "\x1b#8", "\x1b8"])
def test_what_could_have_drawn_is_remembered(wire, sequence):
    wire.grid.feed(sequence)
    assert "".join(wire.grid.take_passing()) == sequence
    assert wire.grid.disturbed


def test_a_sequence_that_is_cut_waits_for_its_end(wire):
    wire.grid.feed("\x1b[1;1H\x1b[3")
    wire.grid.feed("1mred\x1b]8;;http://x")
    wire.grid.feed(".example/\x1b")
    wire.grid.feed("\\link\x1b]8;;\x1b\\\x1b[0m")
    looks = [wire.pens.looks[pen] for pen in wire.grid.ink[0][:7]]
    assert looks == [Look("31")] * 3 + [Look("31", link="http://x.example/")] * 4


def test_a_frame_for_another_size_draws_nothing_but_its_copy_goes_out(wire):
    wire.grid.feed("\x1b[1;1Hold\x1b]52;c;aGk=\x07\x1b[2J", draw=False)
    assert wire.grid.take_passing() == ["\x1b]52;c;aGk=\x07"]
    assert wire.shown.encode(wire.grid) == ""


def test_of_waiting_copies_the_newest_are_kept(wire):
    for number in range(5):
        wire.grid.feed(f"\x1b]52;c;{number}{'A' * 100}\x07")
    wire.grid.drop_passing(250)
    assert [string[7] for string in wire.grid.take_passing()] == ["3", "4"]


def test_a_long_frame_is_announced_as_one_where_the_terminal_knows_that(wire):
    words = "".join(f"\x1b[{row};1H{'abcd' * 10}" for row in range(1, 7))
    plain = Wire(200, 6)("\x1b[1;1H" + "x" * 600)
    assert "2026" not in plain
    wire.grid.feed("\x1b[?2026h\x1b[1;1Hx\x1b[?2026l")
    assert "2026" not in wire.shown.encode(wire.grid)
    big = Wire(200, 6)
    framed = big("\x1b[?2026h\x1b[1;1H" + "x" * 1000 + "".join(words) + "\x1b[?2026l")
    assert framed.startswith("\x1b[?2026h")
    assert framed.endswith("\x1b[?2026l")


@pytest.mark.parametrize(
    ("before", "after", "sequence"),
    [
        (Look(), Look("31"), "\x1b[31m"),
        (Look("31"), Look(), "\x1b[m"),
        (Look("31", "44"), Look("32", "44"), "\x1b[32m"),
        (Look("31", "44", frozenset({1})), Look("31", "44"), "\x1b[22m"),
        (Look(attributes=frozenset({1, 2})), Look(attributes=frozenset({2})), "\x1b[;2m"),
        (Look("38;2;1;2;3", attributes=frozenset({4})), Look("38;2;1;2;3", attributes=frozenset({21})), "\x1b[24;21m"),
        (Look(link="http://x"), Look(), "\x1b]8;;\x1b\\"),
    ],
)
def test_the_shortest_way_from_pen_to_pen(before, after, sequence):
    pens = Pens()
    assert pens.change(pens.number(before), pens.number(after)) == sequence


def test_from_an_unknown_pen_everything_is_reset():
    assert Pens().change(None, PLAIN) == "\x1b]8;;\x1b\\\x1b[m"


def footer(*words):
    return "\x1b[6;1H\x1b[2K" + "  ".join(words) + "\x1b[1;1H"


def test_words_that_moved_aside_are_moved_by_the_terminal():
    wire = Wire(width=80, shifts=True)
    words = ("tab panes", "esc out", "F1 help", "^Q quit")
    wire(footer(*words))
    assert wire(footer("^O code", *words)) == "\x1b[6H\x1b[9@^O code\x1b[H"
    assert wire(footer(*words)).startswith("\x1b[6H\x1b[9P")


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        (
            ("fold", "tab panes", "F1 help"),
            ("read", "^Y copy", "tab panes", "F1 help"),
            "\x1b[6;5H\x1b[9@\rread  ^Y copy\x1b[H",
        ),
        (("read", "^Y copy", "tab panes", "F1 help"), ("fold", "tab panes", "F1 help"), "\x1b[6;5H\x1b[9P\rfol\x1b[H"),
        (("ends",), ("begins with much more than there was",), "\x1b[6Hbegins with much more than there was\x1b[H"),
        (("│", " " * 30), ("│", "", "more"), "\x1b[6;6Hmore\x1b[H"),
    ],
    ids=["in", "out", "alike by chance", "blanks that are blank"],
)
def test_what_a_line_ends_with_is_moved_where_that_is_shorter_than_drawing_it(before, after, sent):
    wire = Wire(width=80, shifts=True)
    wire(footer(*before))
    assert wire(footer(*after)) == sent


def test_a_stroke_between_two_panes_is_drawn_downwards():
    wire = Wire(width=60, height=8)
    rows = "".join(f"\x1b[{y};1Hrow {y}\x1b[{y};30H\x1b[2m│\x1b[m text {y}" for y in range(2, 7))
    sent = wire(rows + "\x1b[3;60H│\x1b[4;60H│\x1b[5;60H│\x1b[6;60H│\x1b[1;1H")
    assert sent.startswith("\n\x1b[30G\x1b[2m" + "\n\b".join("│" * 5) + "\x1b[2H\x1b[mrow 2")
    assert sent.count("│") == 9
    few = Wire(width=60, height=8)("".join(f"\x1b[{y};1Hrow {y}\x1b[{y};30H│" for y in range(2, 5)) + "\x1b[1;1H")
    assert "\b│" not in few


def test_a_rule_stays_where_it_is_though_what_comes_in_above_has_one_too():
    wire = Wire(width=60, height=22, shifts=True)
    rule = f"\x1b[20;1H{'─' * 60}\x1b[1;1H"
    wire(tree(10) + rule)
    sent = wire(tree(11) + f"\x1b[19;29H╭ sh {'─' * 20}╮" + rule)
    assert sent.startswith("\n\x1b[M\x1b[19H\x1b[L")
    assert sent.count("─") == 20


def test_without_being_told_that_the_terminal_can_nothing_is_moved(wire):
    words = ("tab panes", "esc out", "F1 help")
    wire(footer(*words))
    assert "@" not in wire(footer("^O code", *words))


def test_wide_characters_are_never_moved():
    wire = Wire(shifts=True)
    wire(footer("日本語", "enter", "read", "tab", "panes"))
    assert "@" not in wire(footer("^O", "日本語", "enter", "read", "tab", "panes"))


def test_the_next_line_is_one_byte_away(wire):
    wire("")
    assert wire("\x1b[2;3Hab\x1b[3;5Hcd\x1b[1;1H") == "\n\x1b[3Gab\ncd\x1b[H"


def tree(first):
    """A screen with a tree that begins with question number `first`, and its number in all lines of the answer."""
    names = [(chr(97 + number % 26) + "ox ") * (3 + number % 3) for number in range(40)]
    rows = [f"\x1b[{y + 2};1H{names[first + y]:20}\x1b[{y + 2};27H│ {first}" for y in range(18)]
    return "\x1b[1;1Htitle\x1b[20;1Hkeys" + "".join(rows) + "\x1b[1;1H"


@pytest.mark.parametrize(("first", "moves"), [(11, "\n\x1b[M\x1b[19H\x1b[L"), (9, "\x1b[19H\x1b[M\x1b[2H\x1b[L")])
def test_lines_that_move_together_are_moved_by_the_terminal(first, moves):
    wire = Wire(width=60, height=20, shifts=True)
    wire(tree(10))
    sent = wire(tree(first))
    assert sent.startswith(moves)
    still = Wire(width=60, height=20)
    still(tree(10))
    drawn = still(tree(first))
    assert not re.search("\x1b\\[[0-9]*[@PLM]", drawn), "cells are moved where the terminal may not know how"
    assert len(sent) < len(drawn) * 0.7


def test_a_background_does_not_come_in_with_the_lines():
    wire = Wire(width=60, height=20, shifts=True)
    blue = "\x1b[1;20H\x1b[44mblue\x1b[m\x1b[1;24H"
    wire(tree(10))
    assert wire(tree(10) + blue).endswith("blue"), "blue is in hand"
    before, moves, _ = wire(tree(11) + blue).partition("\x1b[M")
    assert moves
    assert before.startswith("\x1b[m")


def test_lines_are_not_moved_for_a_few_cells():
    wire = Wire(width=60, height=20, shifts=True)
    frame = "".join(f"\x1b[{y + 1};1H{chr(97 + y)}bc{y}" for y in range(19)) + "\x1b[1;1H"
    wire("\x1b[2;1H" + frame)
    assert "M" not in wire(frame.replace("bc", "bd"))
