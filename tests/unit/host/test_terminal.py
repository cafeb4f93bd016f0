"""What is read off the environment about a terminal."""

import pytest

from faqtui.host.terminal import LARGEST, LARGEST_OF_STRANGERS, Terminal, as_given, clamped


def terminal(**env):
    return Terminal.from_environment({"TERM": "xterm-256color"} | env)


@pytest.mark.parametrize(
    ("env", "utf8"),
    [
        ({}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "de_DE.utf8@euro"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_CTYPE": "POSIX"}, False),
    ],
)
def test_the_locale_decides_about_utf8(env, utf8):
    assert terminal(**env).utf8 is utf8
    assert terminal(**env).ascii is not utf8


@pytest.mark.parametrize(
    ("env", "colours"),
    [
        ({"TERM": "linux"}, "16"),
        ({"TERM": "vt100"}, "none"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": ""}, "none"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
        ({"NO_COLOR": ""}, "256"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "16"),
        ({"TERM": "vt420"}, "none"),
        ({"TERM": "vte-256color"}, "256"),
        ({"TERM": "xterm-mono"}, "none"),
        ({"TERM": "foot"}, "256"),
    ],
)
def test_colours_are_never_more_than_the_terminal_has(env, colours):
    assert terminal(**env).colours == colours


@pytest.mark.parametrize("term", ["linux", "vt100", "dumb", ""])
def test_plain_terminals_are_drawn_in_ascii_and_get_no_links(term):
    assert terminal(TERM=term).ascii
    assert not terminal(TERM=term).hyperlinks


@pytest.mark.parametrize(
    ("term", "strings"),
    [
        ("xterm", True),
        ("tmux-256color", True),
        ("screen.xterm-256color", True),
        ("xterm-kitty", True),
        ("rxvt-unicode-256color", True),
        ("vte-256color", True),
        ("linux", False),
        ("linux-16color", False),
        ("vt100", False),
        ("vt420", False),
        ("unknown-foo", False),
        ("", False),
    ],
)
def test_control_strings_go_only_to_terminals_known_to_swallow_them(term, strings):
    assert terminal(TERM=term).strings is strings
    assert terminal(TERM=term).hyperlinks is (strings and not term.startswith("screen"))


@pytest.mark.parametrize(
    ("locale", "charset"),
    [
        ("", "utf-8"),
        ("de_DE.UTF-8", "utf-8"),
        ("de_DE.ISO-8859-1", "iso8859-1"),
        ("de_DE.ISO8859-15@euro", "iso8859-15"),
        ("ru_RU.KOI8-R", "koi8-r"),
        ("C", "ascii"),
        ("ja_JP.eucJP", "ascii"),
        ("de_DE.unicode_escape", "ascii"),
        ("de_DE.iso-8859-99", "ascii"),
    ],
)
def test_the_charset_has_one_byte_a_character_or_is_utf8(locale, charset):
    assert terminal(LANG=locale).charset == charset


def test_without_colours_there_are_no_links():
    assert terminal().hyperlinks
    assert not terminal(NO_COLOR="1").hyperlinks


def test_what_stands_between_is_told():
    assert terminal(TMUX="x").multiplexer == "tmux"
    assert terminal(STY="x").multiplexer == "screen"
    assert terminal(SSH_TTY="x").ssh
    assert not terminal().ssh


def test_a_locale_that_python_set_itself_does_not_count(tmp_path):
    environ = tmp_path / "environ"
    environ.write_bytes(b"LANG=C\0TERM=xterm\0")
    assert as_given({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, environ) == {"LANG": "C"}
    environ.write_bytes(b"LC_CTYPE=C.UTF-8\0")
    assert as_given({"LC_CTYPE": "C.UTF-8"}, environ) == {"LC_CTYPE": "C.UTF-8"}
    assert as_given({"LC_CTYPE": "C.UTF-8"}, tmp_path / "missing") == {"LC_CTYPE": "C.UTF-8"}


@pytest.mark.parametrize("columns", [0, 1, 40, 80, 640, 1000, 1001, 20_000, 65_535])
@pytest.mark.parametrize("rows", [0, 1, 24, 180, 500, 501, 20_000, 65_535])
@pytest.mark.parametrize("secure", [False, True])
def test_a_size_is_made_one_that_can_be_drawn(columns, rows, secure):
    width, height = clamped(columns, rows, secure=secure)
    assert 1 <= width <= max(columns, 1)
    assert 1 <= height <= max(rows, 1)
    assert width * height <= (LARGEST_OF_STRANGERS if secure else LARGEST).cells
    if columns <= (400 if secure else 640) and rows <= (
        120 if secure else 180
    ):  # the smallest letters on a large monitor
        assert (width, height) == (max(columns, 1), max(rows, 1))


@pytest.mark.parametrize(
    ("env", "may"),
    [
        ({"TERM": "xterm-256color"}, True), ({"TERM": "foot"}, True), ({"TERM": "tmux-256color", "TMUX": "x"}, True),
        ({"TERM": "screen-256color", "TMUX": "x"}, True), ({"TERM": "screen-256color"}, False),
        ({"TERM": "xterm-256color", "STY": "1.x"}, False), ({"TERM": "screen", "TMUX": "x"}, False),
        ({"TERM": "xterm"}, False), ({"TERM": "linux"}, False), ({"TERM": "dumb"}, False), ({}, False),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, False), ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
    ],
)  # fmt: skip
def test_who_may_be_asked_for_a_background(env, may):
    assert Terminal.from_environment(env).may_tell_background is may
