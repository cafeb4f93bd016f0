"""Every key that does something, as every terminal sends it: plain, and by each protocol that a program may have left on."""

from __future__ import annotations

import pytest

from faqtui.view.actions import ACTIONS
from faqtui.wire.keyboard import Background, Keyboard, Typed
from faqtui.wire.keys import ESCAPE, Key
from support.keys import typed as characters_of
from support.terminals import TERMINALS, Encoder, Terminal, kitty, rows, win32

EDITING = ("backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+x", "ctrl+v")
BOUND = sorted({key for action in ACTIONS for key in action.all_keys()} | set(EDITING))
WAYS = [pytest.param(*row, id=f"{row[0].name}, {row[1]}") for row in rows()]


def read(sent: str, *, console: bool = False) -> list[Typed]:
    """What is read of `sent`, and of the time after it."""
    keyboard = Keyboard(0.1, console=console)
    told = keyboard.feed(sent, 0.0)
    while (due := keyboard.due) is not None:
        told += keyboard.tick(due)
    return told


def is_typed(key: str) -> bool:
    return key == "space" or ("+" not in key and characters_of(key).isprintable() if key != "delete" else False)


def test_the_terminals_that_people_have_are_all_here() -> None:
    assert {terminal.name for terminal in TERMINALS} == {
        "kitty", "WezTerm", "iTerm2", "Ghostty", "Windows Terminal", "foot", "Alacritty", "xterm", "Linux console", "tmux",
        "screen", "mosh",
    }  # fmt: skip


@pytest.mark.parametrize(("terminal", "way", "sent"), WAYS)
def test_every_key_that_is_bound_is_read(terminal: Terminal, way: str, sent: Encoder) -> None:
    for key in BOUND:
        (told,) = read(sent(key), console=terminal.console)
        assert isinstance(told, Key), (key, sent(key))
        assert told.name == key, (key, sent(key))
        assert not told.joined
        if is_typed(key):
            assert told.character == characters_of(key), (key, sent(key))
        else:
            assert not (told.character or "").isprintable() or not told.character, (key, sent(key))


@pytest.mark.parametrize(("terminal", "way", "sent"), WAYS)
def test_keys_that_come_together_are_all_read_in_their_order(terminal: Terminal, way: str, sent: Encoder) -> None:
    keys = [
        key for key in BOUND if key != "escape" or sent(key) != "\x1b"
    ]  # which would be alt with what comes behind it
    told = read("".join(map(sent, keys)), console=terminal.console)
    assert [one.name for one in told if isinstance(one, Key)] == keys


@pytest.mark.parametrize(("terminal", "way", "sent"), WAYS)
def test_a_key_whose_sequence_is_cut_is_that_key(terminal: Terminal, way: str, sent: Encoder) -> None:
    for key in BOUND:
        bytes_ = sent(key)
        for cut in range(2, len(bytes_)):
            keyboard = Keyboard(0.1, console=terminal.console)
            told = keyboard.feed(bytes_[:cut], 0.0) + keyboard.feed(bytes_[cut:], 0.9)
            assert [one.name for one in told if isinstance(one, Key)] == [key], (key, cut)


@pytest.mark.parametrize("flags", [2, 3, 7, 10, 11, 15, 27, 31])
def test_a_key_that_is_let_go_does_nothing(flags: int) -> None:
    for key in BOUND:
        assert read(kitty(flags, 3)(key)) == [], key
        assert read(kitty(flags, 1)(key) + kitty(flags, 3)(key)) == read(kitty(flags, 1)(key)), key


@pytest.mark.parametrize("key", ["j", "space", "down", "ctrl+y", "enter"])
def test_a_key_that_is_held_down_is_told_as_often_as_windows_says(key: str) -> None:
    (down,) = [part for part in win32(key).split("_") if part.endswith(";1") and ";1;" in part and _is_of(part, key)]
    assert len(read(down.removesuffix(";1") + ";3_")) == 3
    assert len(read(down.removesuffix(";1") + ";999999_")) <= 32
    assert len(read(down.removesuffix(";1") + "_")) == 1


def _is_of(part: str, key: str) -> bool:
    _, _, _, down, *_ = part.removeprefix("\x1b[").split(";")
    return down == "1" and not part.startswith(("\x1b[16;", "\x1b[17;"))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("\x1b[81;16;64;1;9;1_", [Key("at", "@")]),  # AltGr on a German keyboard
        ("\x1b[88;45;120;1;2;1_", [Key("alt+x")]),
        ("\x1b[32;57;0;1;8;1_", [Key("ctrl+@", "\x00")]),
        ("\x1b[16;42;0;1;16;1_", []),
        ("\x1b[0;0;233;1;0;1_", [Key("é", "é")]),
        ("\x1b[37;75;0;1;264;1_", [Key("ctrl+left")]),
        ("\x1b[81;16;17;0;8;1_", []),
        ("\x1b[_\x1b[1_\x1b[;;;;;_\x1b[999999;1;99999999;1;999999;1_\x1b[1;2;3;4;5;6;7_", []),
        ("\x1b[0;0;55357;1;0;1_", []),  # half of a character beyond 16 bits
    ],
)
def test_records_of_windows_are_keys_or_nothing(sent: str, told: list[Key]) -> None:
    assert read(sent) == told


def test_caps_lock_makes_capitals_of_letters_alone() -> None:
    assert read("\x1b[103;65u\x1b[103;66u\x1b[49;65u\x1b[113;69u") == [
        Key("G", "G"),
        Key("G", "G"),
        Key("1", "1"),
        Key("ctrl+q"),
    ]


REST = [
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]10;rgb:0/0/0\x1b\\", "\x1b]52;c;aGVsbG8=\x07", "\x1b]4;1;rgb:00/11/22\x1b\\",
    "\x1b]lA title\x1b\\", "\x1bP1$r0m\x1b\\", "\x1bP1+r544e=787465\x1b\\", "\x1bP>|kitty(0.35.2)\x1b\\",
    "\x1bP!|00000000\x1b\\", "\x1b_Gi=31;OK\x1b\\", "\x1b[?62;22;52c", "\x1b[81;16;113;0;0;1_",
]  # fmt: skip


def without_answers(told: list[Typed]) -> list[Typed]:
    """What is told that somebody could have typed."""
    return [one for one in told if not isinstance(one, Background)]


@pytest.mark.parametrize("answer", REST)
def test_an_answer_that_is_cut_behind_its_escape_is_typed_nowhere(answer: str) -> None:
    """The escape was taken for the key by then; of the rest nothing is."""
    for pause in (0.15, 0.9):
        keyboard = Keyboard(0.1)
        told = keyboard.feed("\x1b", 0.0) + keyboard.tick(0.1)
        told += keyboard.feed(answer[1:], pause)
        told += keyboard.feed("x", pause + 0.05)
        assert without_answers(told) == [ESCAPE, Key("x", "x")]


@pytest.mark.parametrize(
    "answer", [answer for answer in REST if "title" not in answer]
)  # which are words like any others
def test_it_may_come_a_byte_at_a_time_behind_its_escape(answer: str) -> None:
    keyboard = Keyboard(0.1)
    told = keyboard.feed("\x1b", 0.0) + keyboard.tick(0.1)
    for number, character in enumerate(answer[1:]):
        told += keyboard.feed(character, 0.3 + number * 0.05)
    assert without_answers(told) == [ESCAPE]
    assert keyboard.feed("x", 9.0) == [Key("x", "x")]


@pytest.mark.parametrize("text", ["[a", "Oa", "]a", "Pa", "_a", "[oa", "]1a", "P1a", "]lax"])
def test_what_turns_out_to_be_none_is_text_all_the_same(text: str) -> None:
    keyboard = Keyboard(0.1)
    told = keyboard.feed("\x1b", 0.0) + keyboard.tick(0.1)
    now = 0.5
    for character in text:
        told += keyboard.feed(character, now)
        now += 0.09
    while (due := keyboard.due) is not None:
        told += keyboard.tick(due)
    assert told == [ESCAPE, *(key for character in text for key in read(character))]


@pytest.mark.parametrize("text", ["P", "P1", "Power", "]", "][", "_G", "[", "O", "l", "]1"])
def test_what_is_typed_behind_an_escape_is_text(text: str) -> None:
    keyboard = Keyboard(0.1)
    told = keyboard.feed("\x1b", 0.0) + keyboard.tick(0.1) + keyboard.feed(text, 0.5)
    if (due := keyboard.due) is not None:
        assert due <= 0.7
        told += keyboard.tick(due)
    assert told == [ESCAPE, *(key for character in text for key in read(character))]


def test_what_an_input_method_types_comes_from_no_key() -> None:
    assert [key.character for key in read("\x1b[0;;20320:22909u\x1b[0;1:3;97u\x1b[0;5;97u\x1b[0;;27u")][:2] == [
        "你",
        "好",
    ]
    assert not any(key.character in ("\x1b", "a") for key in read("\x1b[0;1:3;97u\x1b[0;;27u\x1b[0;;0u\x1b[0u"))
