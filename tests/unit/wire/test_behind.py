"""What comes behind an escape that was taken for the key: the rest of its sequence, in however many pieces, or keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from faqtui.wire.behind import CUT
from faqtui.wire.keyboard import Keyboard, Mouse, Paste, Typed
from faqtui.wire.keys import ESCAPE, Key
from support.terminal_input import ANSWERS, KEYS

PAUSE = 0.1
IN_TREE = frozenset(
    ("left_square_bracket", "right_square_bracket", "question_mark", "colon", "j", "l", "H", "G", "c", "n", "y")
)


def nowhere(_key: str) -> bool:
    """Where what is pressed is only typed, as in the filter."""
    return False


def told(pieces: Sequence[str], gap: float, acts: Callable[[str], bool] = nowhere) -> list[tuple[float, Typed]]:
    """What is read of `pieces`, which come `gap` seconds after each other, each with the seconds since the last came."""
    keyboard, result, now = Keyboard(PAUSE, acts=acts), list[tuple[float, Typed]](), 100.0
    last = now + gap * (len(pieces) - 1)
    for piece in pieces:
        while (due := keyboard.due) is not None and due <= now:
            result += [(due - last, one) for one in keyboard.tick(due)]
        result += [(now - last, one) for one in keyboard.feed(piece, now)]
        now += gap
    while (due := keyboard.due) is not None:
        result += [(due - last, one) for one in keyboard.tick(due)]
    return result


def typed(pieces: Sequence[str], gap: float, acts: Callable[[str], bool] = nowhere) -> str:
    """The characters of what is read, without the escape."""
    keys = [one for _, one in told(pieces, gap, acts) if isinstance(one, Key)]
    return "".join(key.character or "" for key in keys if key != ESCAPE and (key.character or "").isprintable())


SENT = [
    sent
    for sent in (*ANSWERS, *KEYS, "\x1b[<0;10;6M", "\x1b[200~glue\x1b[201~", "\x1b[97;1:3u\x1b[97;1:3u")
    if sent[0] == "\x1b" and 2 < len(sent) < 60 and sent[1] != "O" and "97;;" not in sent and sent[2] not in "abcd"
]
WORDS = ("\x1bP0", "\x1bP1")
"""What somebody could type as well, behind an escape."""


@pytest.mark.parametrize("gap", [0.15, 0.3, 0.9])
@pytest.mark.parametrize("sent", SENT)
def test_the_rest_in_two_pieces_is_not_typed(sent: str, gap: float) -> None:
    whole = typed([sent], 0)
    for cut in range(2, len(sent)):
        if not sent[:cut].endswith(WORDS):
            assert typed([sent[0], sent[1:cut], sent[cut:]], gap) == whole, cut


@pytest.mark.parametrize("sent", [sent for sent in SENT if not sent.startswith(WORDS)])
def test_nor_is_it_one_character_at_a_time(sent: str) -> None:
    assert typed([*sent], 0.3) == typed([sent], 0)


@pytest.mark.parametrize("sent", [sent for sent in SENT if sent[1:] not in ("[G", "[H")])
def test_where_letters_act_it_does_nothing_but_what_its_first_would(sent: str) -> None:
    plain = typed([sent], 0, IN_TREE.__contains__)
    assert typed([sent[0], sent[1], sent[2:]], 0.3, IN_TREE.__contains__).lstrip("[]P_") == plain.lstrip("[]P_")


def test_what_it_says_is_told() -> None:
    assert [one for _, one in told(["\x1b", "[", "<65;70;", "10M"], 0.3)] == [ESCAPE, Mouse(65, 69, 9, pressed=True)]
    assert [one for _, one in told(["\x1b", "[2", "00~glue\x1b", "[201~"], 0.3)] == [ESCAPE, Paste("glue")]


@pytest.mark.parametrize("keys", ["]", "[", "?", "[?", "]]", "[:", "]j", "[H", "[G", "]c", "]l", "]n", "[["])
def test_keys_that_act_are_soon_told_one_after_another(keys: str) -> None:
    what = told(["\x1b", *keys], 0.4, IN_TREE.__contains__)
    assert [one for _, one in what[1:]] == [key for _, key in told([*keys], 0)]
    assert what[-1][0] <= PAUSE + 1e-6


@pytest.mark.parametrize("text", ["OP", "OS", "P1", "P0", "Ok", "Post", "[x", "]x", "1", "_x"])
def test_text_is_soon_typed(text: str) -> None:
    what = told(["\x1b", *text], 0.2)
    assert typed(["\x1b", *text], 0.2) == text
    assert what[-1][0] <= PAUSE + 1e-6


@pytest.mark.parametrize("text", ["[", "]", "P", "O", "_", "[1"])
def test_what_could_go_on_is_typed_when_nothing_comes(text: str) -> None:
    what = told(["\x1b", *text], 0.3)
    assert typed(["\x1b", *text], 0.3) == text
    assert what[-1][0] <= CUT + 1e-6


def test_after_a_second_everything_is_a_key_again() -> None:
    assert typed(["\x1b", "[A"], CUT + PAUSE + 0.1) == "[A"
    assert typed(["\x1b", "x", "[A"], 0.2) == "x[A"
