"""A first start of a kind: its first frame is made before textual is imported, and is what the screen then shows."""

from __future__ import annotations

import pytest

from support.held_starts import Place, is_what_comes, nothing_shown, shown


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A home in which the FAQ has been read, and no session has ended."""
    place = Place(tmp_path_factory.mktemp("home"))
    place.once()
    return place


@pytest.fixture(autouse=True)
def _nothing_kept(place):
    place.forget_frames()


@pytest.mark.parametrize("size", [(40, 10), (59, 12), (60, 20), (69, 24), (70, 12), (80, 24), (200, 60)], ids=str)
def test_in_any_size_it_is_what_comes(place, size):
    with place.start(size=size) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("theme", ["ansi", "dark", "light", "none"])
@pytest.mark.parametrize("colours", [{}, {"COLORTERM": "truecolor"}, {"TERM": "linux"}, {"NO_COLOR": "1"}], ids=str)
def test_in_any_colours_it_is_what_comes(place, theme, colours):
    with place.start(arguments=("--theme", theme, str(place.faq)), **colours) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("term", ["vt100", "screen", "tmux-256color", "xterm-kitty"])
def test_on_any_terminal_it_is_what_comes(place, term):
    with place.start(TERM=term) as terminal:
        assert is_what_comes(place, terminal)


@pytest.mark.parametrize("language", ["C", "de_DE.ISO-8859-1"])
def test_in_any_charset_it_is_what_comes(place, language):
    with place.start(LANG=language) as terminal:
        assert is_what_comes(place, terminal)


def test_the_entry_that_is_asked_for_is_shown(place):
    with place.start(arguments=("--open", "how-do-i-thaw-it", str(place.faq))) as terminal:
        assert is_what_comes(place, terminal)
        assert "Slowly." in terminal.text


def test_an_entry_that_is_not_there_is_told_of_on_a_terminal_that_is_left_alone(place):
    with place.start(held=False, arguments=("--open", "no-such-entry", str(place.faq))) as terminal:
        assert terminal.wait_exit() == 2
        assert "no-such-entry" in terminal.text
        assert b"\x1b[?1049h" not in terminal.output


def test_after_the_first_session_the_filter_gives_no_hint(place):
    with place.start() as terminal:
        assert "type to find" in shown(terminal)
    directory = place.home / ".local/state/faqtui"
    directory.mkdir(parents=True)
    try:
        with place.start() as terminal:
            assert is_what_comes(place, terminal)
            assert "type to find" not in terminal.text
    finally:
        directory.rmdir()


def test_it_is_taken_over_by_next_to_nothing_and_left_cleanly(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.settle()
        sent = len(terminal.output)
        place.release()
        terminal.settle(1)
        taken_over = terminal.output[sent:]
        assert b"\x1b[2J" not in taken_over
        assert b"bread keep" not in taken_over
        assert len(taken_over) < 100
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()


def test_letters_typed_meanwhile_arrive(place):
    with place.start() as terminal:
        early = shown(terminal)
        terminal.send("thaw")
        terminal.settle(0.3)
        assert terminal.text == early
        place.release()
        terminal.wait_for(lambda text: "/ thaw" in text and "Slowly." in text)


def test_ctrl_c_meanwhile_leaves(place):
    with place.start() as terminal:
        shown(terminal)
        terminal.send("\x03")
        place.release()
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()


def test_where_another_driver_draws_nothing_is_shown_before_it(place):
    with place.start(FAQTUI_DRIVER="stock") as terminal:
        assert nothing_shown(terminal)
        place.release()
        terminal.wait_for("^Q quit")
