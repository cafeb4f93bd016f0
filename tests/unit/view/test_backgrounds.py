"""Which background a terminal is supposed to have before it has answered."""

import pytest

from faqtui.view.backgrounds import answer_in, remember, supposed

TERM = {"TERM": "xterm-256color", "COLORFGBG": "15;0"}


@pytest.fixture
def env(tmp_path):
    return TERM | {"HOME": str(tmp_path)}


def test_what_it_said_last_time_counts_more_than_a_hint(env):
    assert supposed(env, secure=False) == "dark"
    remember(env, "light")
    assert supposed(env, secure=False) == "light"


def test_another_terminal_said_nothing(env):
    remember(env, "light")
    assert supposed(env | {"TERM_PROGRAM": "other"}, secure=False) == "dark"
    assert supposed(env | {"COLORFGBG": ""}, secure=False) is None


def test_secure_mode_reads_no_file(env):
    remember(env, "light")
    assert supposed(env, secure=True) == "dark"


def test_what_is_known_already_is_not_written_again(env, tmp_path):
    remember(env, "light")
    (path,) = (tmp_path / ".local/state/faqtui").iterdir()
    before = path.stat().st_ino
    remember(env, "light")
    assert path.stat().st_ino == before


@pytest.mark.parametrize(
    ("typed", "shade"),
    [
        (b"", None), (b"abc", None), (b"a\x1b]11;rgb:ff/ff/ff\x07b", "light"), (b"\x1b]11;#000\x1b\\", "dark"),
        (b"\x1b]11;rgb:ff/ff", None), (b"\x1b]11;#fff\x07\x1b]11;#000\x07", "dark"), (b"\x1b]11;white\x07", None),
        ("é\x1b]11;#fff\x07".encode(), "light"),
    ],
)  # fmt: skip
def test_an_answer_is_found_among_keys(typed, shade):
    assert answer_in(typed) == shade
