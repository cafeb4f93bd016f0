"""What terminals send, read as keys; and that nothing else that comes in is a key, or ends the reading of them."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqtui.wire.keyboard import CUT, Background, Keyboard, ModeState, Mouse, Paste, Typed
from faqtui.wire.keys import ESCAPE, Key, key_name
from support.terminal_input import ANSWERS, KEYS, UNKNOWN

DELAY = 0.1


def typed(*texts: str, gap: float = 0.0, console: bool = False) -> list[Typed]:
    """What is read of `texts`, which come `gap` seconds after each other; afterwards nothing comes any more."""
    keyboard, told, now = Keyboard(DELAY, console=console), list[Typed](), 100.0
    for text in texts:
        while (due := keyboard.due) is not None and due <= now:
            told += keyboard.tick(due)
        told += keyboard.feed(text, now)
        now += gap
    while (due := keyboard.due) is not None:
        told += keyboard.tick(due)
    return told


def names(*texts: str, **how: float) -> list[str]:
    return [key.name for key in typed(*texts, **how) if isinstance(key, Key)]  # type: ignore[arg-type]


def text(*texts: str) -> str:
    """What is typed."""
    told = typed(*texts)
    return "".join(key.character or "" for key in told if isinstance(key, Key) and (key.character or "").isprintable())


@pytest.mark.parametrize(("sent", "name"), KEYS.items())
def test_a_key_is_read_as_what_it_is(sent: str, name: str) -> None:
    assert names(sent)[0] == name
    assert names("x" + sent + "x") in (["x", *names(sent), "x"], ["x", *names(sent), "space", "x"])


@pytest.mark.parametrize("sent", [sent for sent in KEYS if len(sent) > 2])
def test_a_sequence_that_a_slow_link_cut_is_one(sent: str) -> None:
    whole = typed(sent)
    for cut in range(2, len(sent)):
        assert typed(sent[:cut], sent[cut:], gap=0.9) == whole, cut
    assert typed(*sent, gap=0.02) == whole


@pytest.mark.parametrize("sent", ["\x1b[A", "\x1b[1;5C", "\x1b[<65;70;10M", "\x1bOB", "\x1b[97;5u"])
def test_what_follows_a_lone_escape_late_is_not_typed(sent: str) -> None:
    assert typed(sent[:1], sent[1:], gap=0.5) == [ESCAPE, *typed(sent)]


FOCUS = ["\x1b[I", "\x1b[O"]


@pytest.mark.parametrize("behind", ["", "\x1b[Z", "\x1bOP", "\x1b[?62;22;52c", "\x1b[A"])
@pytest.mark.parametrize("sent", [*FOCUS, "\x1b[A", "\x1b[Z", "\x1bOP", "\x1bOA"])
def test_nor_where_more_follows_it_in_the_same_read(sent: str, behind: str) -> None:
    assert typed(sent[:1], sent[1:] + behind, gap=0.5) == [ESCAPE, *typed(sent), *typed(behind)]


def of_keys(told: list[Typed]) -> list[Typed]:
    """What is told that somebody could have typed."""
    return [
        one for one in told if not (isinstance(one, Background) or (isinstance(one, Key) and one.character is None))
    ]


@pytest.mark.parametrize("sent", ANSWERS)
def test_what_is_no_key_is_dropped_whole(sent: str) -> None:
    told = of_keys(typed(sent))
    assert told in ([], [Key("a", "a")])  # a code with a text that there is not is still that code
    assert names("abc", sent, "\x11")[-1] == "ctrl+q"
    assert names("x" + sent + "y")[0] == "x"
    assert names("x" + sent + "y")[-1] == "y"


@pytest.mark.parametrize("sent", [sent for sent in ANSWERS if len(sent) > 3 and "97;;" not in sent])
def test_what_is_dropped_is_dropped_in_pieces_too(sent: str) -> None:
    for cut in range(3, len(sent)):
        assert of_keys(typed(sent[:cut], sent[cut:], gap=0.4)) == [], cut


@pytest.mark.parametrize("sent", UNKNOWN)
def test_a_string_that_no_terminal_sends_is_no_key_where_it_comes_at_once(sent: str) -> None:
    assert of_keys(typed(sent)) == []
    assert names("x" + sent + "y") == ["x", "y"]
    assert names("\x1b", sent[1:], gap=0.3) == ["escape"]  # a link cut it behind its escape
    assert names("\x1bXab") == ["alt+X", "a", "b"]


@pytest.mark.parametrize(
    "begin", ["\x1b]52;c;", "\x1bP1$r", "\x1bP>|", "\x1b_Gi=1;", "\x1b_t", "\x9fGi=1;", "\x98", "\x1b[?1;"]
)
def test_a_long_answer_in_pieces_is_dropped_to_its_end(begin: str) -> None:
    end = "c" if begin.endswith("1;") and "[" in begin else "\x1b\\"
    for size in (190, 210, 4000):
        assert of_keys(typed(begin + "1" * size, "1" * size, "1", end, gap=0.05)) == []
        assert names(begin + "1" * size, "1" * size + end[:1], end[1:] + "y", gap=0.05) == ["y"]


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_paste_whose_end_is_cut_off_has_nothing_of_it(cut: int) -> None:
    end = "\x1b[201~"[:cut]
    assert typed("\x1b[200~glue" + end) == [Paste("glue")]
    assert typed("\x1b[200~glue", end, gap=0.2) == [Paste("glue")]
    assert typed("\x1b[200~glue" + end, "\x11", gap=0.3) == [Paste("glue"), Key("ctrl+q", "\x11")]


JOINED = [*string.ascii_letters, *string.digits, *string.punctuation, " ", "\r", "\t", "\x19", "\x7f", "é"]


@pytest.mark.parametrize("key", JOINED)
def test_an_escape_joined_to_a_key_is_told_with_it(key: str) -> None:
    (plain,) = typed(key)
    assert isinstance(plain, Key)
    told = typed("\x1b" + key)
    assert told in ([Key(f"alt+{plain.name}", key, joined=True)], [ESCAPE, plain])


def test_escapes_before_other_escapes_are_keys() -> None:
    assert names("\x1b\x1b") == ["escape", "escape"]
    assert names("\x1b\x1b[A") == ["escape", "up"]
    assert names("\x1b\x1b\x1bOP") == ["escape", "escape", "f1"]


def test_the_linux_console_has_its_own_shift_tab() -> None:
    assert typed("\x1b\t", console=True) == [Key("shift+tab")]
    assert typed("\x1b\t") == [Key("alt+tab", "\t", joined=True)]


def test_a_lone_escape_is_the_key_after_the_delay() -> None:
    keyboard = Keyboard(DELAY)
    assert keyboard.feed("\x1b", 5.0) == []
    assert keyboard.due == 5.0 + DELAY
    assert keyboard.tick(5.0 + DELAY / 2) == []
    assert keyboard.tick(5.0 + DELAY) == [ESCAPE]
    assert keyboard.due is None


def test_the_mouse_is_told_of_with_its_place() -> None:
    assert typed("\x1b[<0;10;5M") == [Mouse(0, 9, 4, pressed=True)]
    assert typed("\x1b[<0;10;5m") == [Mouse(0, 9, 4, pressed=False)]
    assert typed("\x1b[<65;70;", "10M", gap=0.25) == [Mouse(65, 69, 9, pressed=True)]


def test_states_of_modes_are_told_of_whole_or_in_pieces() -> None:
    sent = "\x1b[?2026;2$y"
    assert typed("a" + sent + "b") == [Key("a", "a"), ModeState(2026, "2"), Key("b", "b")]
    for cut in range(2, len(sent)):
        assert typed(sent[:cut], sent[cut:], gap=0.5) == [ModeState(2026, "2")]


@pytest.mark.parametrize("end", ["\x07", "\x1b\\", "\x9c"])
def test_the_background_is_told_of_whole_or_in_pieces(end: str) -> None:
    sent = f"\x1b]11;rgb:ffff/ffff/ffff{end}"
    assert typed("a" + sent + "b") == [Key("a", "a"), Background("rgb:ffff/ffff/ffff"), Key("b", "b")]
    for cut in range(2, len(sent)):
        assert typed(sent[:cut], sent[cut:], gap=0.5) == [Background("rgb:ffff/ffff/ffff")], cut


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b]10;#fff\x07",
        "\x1b]11;#fff\x18",
        "\x1b]11;\x07",
        "\x1b]11;a b\x07",
        f"\x1b]11;{'f' * 80}\x07",
        "\x1bP11;#fff\x1b\\",
    ],
)
def test_other_strings_tell_nothing_of_it(sent: str) -> None:
    assert typed(sent) == []


ANSWER = "\x1b[?2026;2$y"


def test_answers_are_taken_out_wherever_they_are_cut() -> None:
    sent = f"a{ANSWER}b\x1b[A{ANSWER}{ANSWER}c"
    for cut in range(len(sent)):
        told = typed(sent[:cut], sent[cut:])
        assert [key.name for key in told if isinstance(key, Key)] == ["a", "b", "up", "c"], cut
        assert told.count(ModeState(2026, "2")) == 3, cut


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("\x1b", ["escape"]), ("\x1b[", ["alt+left_square_bracket"]), ("\x1b[A", ["up"]), ("\x1bOP", ["f1"]), ("é", ["é"]),
        ("\x1b[?1;2c", []), ("\x1b[?2026;2c", []), ("\x1b[?2026;xy", ["y"]),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_what_it_is(sent: str, told: list[str]) -> None:
    if sent == "\x1b[":  # an escape and a key, unless the rest of a sequence comes within a second
        told = ["escape", "left_square_bracket"]
    assert names(sent) == told
    assert [type(one) for one in typed(sent)].count(ModeState) == 0


def test_the_state_of_the_mode_is_told() -> None:
    assert typed("\x1b[?2026;0$y\x1b[?2026;4$y") == [ModeState(2026, "0"), ModeState(2026, "4")]


def test_what_comes_in_one_go_and_is_no_held_key_is_a_paste() -> None:
    word = "".join(chr(97 + number % 26) for number in range(16_000))
    assert typed(word[:4096], word[4096:8192]) == [Paste(word[:4096]), Paste(word[4096:8192])]
    assert [type(told) for told in typed("many words " * 10)] == [Paste]
    assert typed("j" * 200) == [Key("j", "j")] * 200
    assert len(typed("abc" * 21)) == 63


def test_a_paste_is_one_thing_and_never_keys() -> None:
    assert typed("a\x1b[200~b\x11\x1b[Ac\nd\x1b[201~e") == [Key("a", "a"), Paste("b\x11\x1b[Ac\nd"), Key("e", "e")]
    sent = "\x1b[200~pasted\x1b[201~"
    for cut in range(2, len(sent)):
        assert typed(sent[:cut], sent[cut:], gap=0.9) == [Paste("pasted")], cut


def test_a_paste_without_an_end_has_one_all_the_same() -> None:
    assert typed("\x1b[200~abc", "d", gap=0.5) == [Paste("abcd")]
    assert typed("\x1b[200~abc", "\x11", gap=0.2) == [Paste("abc"), Key("ctrl+q", "\x11")]
    assert typed("\x1b[200~abc", "d", gap=CUT + 0.1) == [Paste("abc"), Key("d", "d")]
    (paste,) = typed("\x1b[200~", *["x" * 65536] * 40)
    assert isinstance(paste, Paste)
    assert len(paste.text) == 100_000


def test_a_string_without_an_end_does_not_swallow_what_is_pressed() -> None:
    assert names("\x1b]11;rgb:", "\x11", gap=0.2) == ["ctrl+q"]
    assert names("\x1b]11;rgb:", "a", gap=CUT + 0.1) == ["a"]
    assert names("\x1b]11;rgb:1\x1b[A") == ["up"]
    assert names("\x1b]11;" + "x" * 200_000 + "\x11")[-1] == "ctrl+q"


def test_it_takes_the_time_of_what_it_reads() -> None:
    keyboard = Keyboard(DELAY)
    for _ in range(2000):  # a string in pieces must not be read from its beginning each time
        assert keyboard.feed("\x1b]4;" if _ == 0 else "x" * 40, 0.0) == []


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*KEYS, *ANSWERS, "\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b[200~", "\x1b[201~", "\x9b", "\x18"]
            ),
            st.text(max_size=6),
            st.text("\x1b[]OPX^_0123456789;:?<>=!$ -M~uRty\x07\x11\x18\x9b", max_size=20),
        ),
        max_size=12,
    ),
    st.sampled_from([0.0, 0.05, 0.2, 0.6, 1.5]),
)
def test_nothing_that_comes_in_ends_the_reading_of_keys(texts: list[str], gap: float) -> None:
    keyboard, now = Keyboard(DELAY), 100.0
    for sent in [*texts, "\x1b\\", "\x1b[201~"]:
        for told in keyboard.feed(sent, now):
            if isinstance(told, Key):
                assert told.name
                assert told.name.isprintable()
        now += gap
    now += CUT
    while (due := keyboard.due) is not None:
        keyboard.tick(max(due, now))
    assert [key.name for key in keyboard.feed("\x11", now + 9) if isinstance(key, Key)] == ["ctrl+q"]


def test_names_are_those_of_textual() -> None:
    from textual.keys import _character_to_key

    for code in [*range(32, 127), *range(0xA1, 0x250), 0x20AC, 0x4E2D, 0x1F600]:
        assert key_name(chr(code)) == _character_to_key(chr(code))
