"""``faqtui ask``: the entry that quotes a line of what a program has said."""

import pytest

from support.commandline import CommandLine

PAGE = """# Builds

## How do I fix "cannot open shared object file"?

The library is missing. Install `libglue` and run `ldconfig`.

## Why does the oven say "E42: latch is open, door 3"?

The switch is worn.

## How do I start it?

Press the button. When it says `error: no paper in tray 2 of the printer`, fill the tray.
"""

OUTPUT = """make: Entering directory
gcc -o glue glue.c
./glue: error while loading shared libraries: libglue.so: cannot open shared object file: No such file
make: *** [Makefile:12: check] Error 127
make: Leaving directory
"""


@pytest.fixture
def ask(tmp_path):
    path = tmp_path / "builds.md"
    path.write_text(PAGE)
    faqtui = CommandLine(tmp_path, FAQTUI_CONTENT=str(path))
    return lambda text, *more: faqtui("ask", *more, stdin=text.encode())


def test_the_entry_that_quotes_a_line_is_printed_and_the_line_is_named(ask):
    code, out, err = ask(OUTPUT)
    assert code == 0
    assert 'How do I fix "cannot open shared object file"?' in out
    assert err.startswith("faqtui: line 3 of the input: ./glue: error while loading")


def test_an_error_that_stands_in_an_answer_is_found(ask):
    code, out, _ = ask("starting\nprinter[12]: error: no paper in tray 2 of the printer (job 7)\nbye\n")
    assert code == 0
    assert "How do I start it?" in out


def test_colours_and_links_of_the_output_do_not_hide_it(ask):
    code, out, err = ask("ok\n\x1b[1;31mE42:\x1b[0m latch is \x1b[4mopen\x1b[m, door 3\n")
    assert code == 0
    assert "The switch is worn." in out
    assert "\x1b" not in err


def test_of_two_lines_that_are_quoted_the_longer_quotation_counts_and_else_the_later(ask):
    assert "worn" in ask("cannot open shared object\nE42: latch is open, door 3\n").out
    assert "libglue" in ask("E42: latch is open\ncannot open shared object now\n").out


def test_without_a_quotation_the_nearest_are_named_and_the_code_is_1(ask):
    code, out, err = ask("the oven door does not shut\n")
    assert (code, out) == (1, "")
    assert "no entry quotes the line; nearest to: the oven door does not shut" in err
    assert "no entry quotes any of the 2 lines" in ask("the oven door\ndoes not shut\n").err


@pytest.mark.parametrize(
    "said",
    [
        "E\bE4\b42\b2: latch is open, door 3",
        "10%\b\b\b20%\x1b[GE42: latch is open, door 3\x1b[K",
        "\x1b(BE42: \x1b(0q\x1b(B latch is\x1b[1Copen, \x1bPq\x1b\\door 3",
        "a pulling\x1b[A\x1b[2KE42: latch is open, door 3",
    ],
)
def test_what_moves_the_cursor_does_not_hide_it(ask, said):
    assert "The switch is worn." in ask(f"one\n{said}\n").out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [0, 7, 40_000])
def test_a_file_with_a_mark_of_its_encoding_is_read_so(tmp_path, before, encoding):
    path = tmp_path / "builds.md"
    path.write_text(PAGE)
    mark = "" if encoding == "utf-8-sig" else "\ufeff"
    said = (mark + "ü\r\n" * before + "E42: latch is open, door 3\r\n").encode(encoding)
    code, out, err = CommandLine(tmp_path, FAQTUI_CONTENT=str(path))("ask", stdin=said)
    assert (code, "The switch is worn." in out) == (0, True)
    assert err == f"faqtui: line {before + 1} of the input: E42: latch is open, door 3\n"


@pytest.mark.parametrize("text", ["", "\n\n", "----\n====\n", "\x1b[31m\x1b[0m\n"])
def test_nothing_to_ask_with_is_said(ask, text):
    code, out, err = ask(text)
    assert (code, out) == (1, "")
    assert "nothing to ask with" in err


def test_only_the_end_of_a_long_output_is_read(ask):
    code, out, _ = ask("E42: latch is open, door 3\n" + "word of no use here\n" * 200_000)
    assert code == 1
    assert out == ""


@pytest.mark.parametrize(
    ("before", "number"),
    [("", 1), ("\n\n", 3), ("one\r\ntwo\r\n", 3), (" 10 %\r 20 %\rdone\n", 2), ("word\n" * 150_000, 150_001)],
)
def test_the_line_is_named_as_an_editor_counts_it(ask, before, number):
    err = ask(f"{before}E42: latch is open, door 3\nmore\n").err
    assert err == f"faqtui: line {number} of the input: E42: latch is open, door 3\n"


def test_words_are_refused_with_what_to_do_instead(ask):
    code, _, err = ask("", "latch")
    assert code == 2
    assert "use search" in err


def test_without_tmux_there_is_no_pane_to_read(ask):
    code, _, err = ask("", "--tmux")
    assert code == 2
    assert "TMUX is not set" in err
