"""Every kind of terminal, charset and size: what is sent to it, and the screen it then shows.

Screens are in tests/golden/screens/terminals-*.txt; ``FAQTUI_UPDATE_GOLDENS=1`` writes them anew: look at them. Terminals
that have to show the same share a screen.
"""

import os
import re
import time

import pytest

from faqtui.host.terminal import Terminal
from faqtui.render import glyphs
from faqtui.view import theme
from support.places import GOLDEN
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.reference_terminal import ReferenceTerminal
from support.wire import sorted_out

GOLDENS = GOLDEN / "screens"

CONTENT = """# Café FAQ

## Coffee

### How do I brew coffee — quickly?

Grind *20 g* for each “cup”, and see [the guide](https://cafe.example/brewing).

- Heat **water** to 93 °C.
- Pour for 30 s.

| Bean | Roast |
| --- | --- |
| Sidamo | light |
| 日本 | dark |

```sh
brew --cups 2  # naïve
```

> Never boil \x1b[31mit.

### What does a cup cost?

Three euros (3 €).

## Opening

### When do you open?

At eight.
"""

PLACES = {
    "xterm": ("unicode", "ansi"),
    "xterm-256color": ("unicode", "ansi"),
    "xterm-kitty": ("unicode", "ansi"),
    "tmux-256color": ("unicode", "ansi"),
    "screen": ("unicode", "ansi"),
    "screen-256color": ("unicode", "ansi"),
    "unknown-foo": ("unicode", "ansi"),
    "linux": ("ascii", "ansi"),
    "vt100": ("ascii", "none"),
    "xterm COLORTERM=truecolor": ("unicode", "ansi"),
    "xterm-256color COLORTERM=": ("unicode", "ansi"),
    "xterm-256color NO_COLOR=1 COLORTERM=truecolor": ("unicode", "none"),
    "linux COLORTERM=truecolor": ("ascii", "ansi"),
    "xterm LANG=": ("unicode", "ansi"),
    "xterm PYTHONIOENCODING=ascii": ("unicode", "ansi"),
    "xterm LANG=C": ("c-locale", "ansi"),
    "xterm LC_ALL=C": ("c-locale", "ansi"),
    "xterm LANG=de_DE.ISO-8859-1": ("latin-1", "ansi"),
}
"""TERM and other variables; the screen to expect, and the colours."""

MODES_ON = {"?1049h", "?25l", "?2004h", "?7l", "?1000h", "?1002h", "?1006h"}
MODES_OFF = {"?1049l", "?25h", "?2004l", "?7h", "?1000l", "?1002l", "?1006l"}
SYNCHRONIZED = {"?2026l"}
MODERN = ("xterm", "tmux")
MOVES_CELLS = re.compile(rb"\x1b\[[0-9]*[@PLM]")


@pytest.fixture
def cafe(tmp_path):
    path = tmp_path / "cafe.md"
    path.write_text(CONTENT)
    return path


def place_of(name):
    term, *pairs = name.split()
    return {"TERM": term} | dict(pair.split("=") for pair in pairs)


def started(run, cafe, columns=80, rows=24, **env):
    terminal = run(cafe, "--query", "brew", columns=columns, rows=rows, **env)
    terminal.wait_for("1 of 3")
    terminal.settle(0.15)
    return terminal


def left(terminal):
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


def paper(terminal, charset="utf-8", width=80, height=24):
    shown = ReferenceTerminal(width, height)
    shown.feed(terminal.output.decode(charset))
    return shown


def trimmed(text):
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip() + "\n"


def shows(terminal, name, read=lambda terminal: "\n".join(paper(terminal).lines)):
    """Wait until the terminal shows the golden screen; `read` gives what it shows now."""
    golden = GOLDENS / f"terminals-{name}.txt"
    if os.environ.get("FAQTUI_UPDATE_GOLDENS"):
        terminal.settle(1)
        golden.write_text(trimmed(read(terminal)), encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8")
    end = time.monotonic() + 8
    while (text := trimmed(read(terminal))) != wanted and time.monotonic() < end:
        terminal.settle(0.1)
    assert text == wanted


@pytest.mark.parametrize("name", PLACES)
def test_a_terminal_is_sent_what_it_understands_and_shows_the_screen(run, cafe, name):
    look, colours = PLACES[name]
    env = place_of(name)
    terminal = started(run, cafe, **env)
    charset = "latin-1" if look == "latin-1" else "utf-8"
    shows(terminal, look, lambda terminal: "\n".join(paper(terminal, charset).lines))

    begun = sorted_out(terminal.output)
    modern = env["TERM"].startswith(MODERN)
    assert begun.modes == MODES_ON
    assert begun.questions == ({"?2026$p"} if modern else set()), "a terminal prints what it does not know"
    assert modern or not MOVES_CELLS.search(terminal.output)
    links = modern and not env.get("NO_COLOR")
    assert begun.strings == ({"]8"} if links else set())
    assert begun.colours <= (set() if colours == "none" else {"31", "32", "33", "34", "35", "36"})
    assert bool(begun.colours) is (colours == "ansi")
    if look == "c-locale":
        assert begun.text.isascii()
    if look == "latin-1":
        assert not set(begun.text) & set(range(0x80, 0xA0)), "controls of a terminal with eight bits"

    left(terminal)
    ended = sorted_out(terminal.output)
    assert ended.modes == MODES_ON | MODES_OFF | SYNCHRONIZED
    assert ended.strings == begun.strings


@pytest.mark.parametrize(
    ("locale", "typed", "shown"),
    [
        ("de_DE.ISO-8859-1", b"\xe4", " / \xe4"),
        ("de_DE.UTF-8", "\xe4".encode(), " / \xe4"),
        ("C", "\xe4".encode(), " / a"),  # a terminal with UTF-8 all the same; what is shown is ASCII
    ],
)
def test_what_is_typed_is_read_in_the_charset_of_the_terminal(run, cafe, locale, typed, shown):
    terminal = run(cafe, LANG=locale)
    terminal.wait_for("^Q quit")
    terminal.send(typed)
    charset = "latin-1" if "8859" in locale else "utf-8"
    end = time.monotonic() + 8
    while not (line := paper(terminal, charset).lines[1]).startswith(shown + " ") and time.monotonic() < end:
        terminal.settle(0.1)
    assert line.startswith(shown + " ")


def test_a_terminal_with_many_colours_gets_the_theme_that_was_asked_for(run, cafe):
    full = run(cafe, "--theme", "dark", TERM="xterm-256color", COLORTERM="truecolor")
    some = run(cafe, "--theme", "dark", TERM="alacritty")
    few = run(cafe, "--theme", "dark", TERM="linux", COLORTERM="truecolor")
    none = run(cafe, "--theme", "dark", TERM="xterm-256color", NO_COLOR="1")
    for terminal in (full, some, few, none):
        terminal.wait_for("^Q quit")
        terminal.settle()
    assert any(colour.startswith("48;2") for colour in sorted_out(full.output).colours)
    assert {colour[:4] for colour in sorted_out(some.output).colours} == {"38;5", "48;5"}
    assert sorted_out(few.output).colours <= {"31", "32", "33", "34", "35", "36"}
    assert sorted_out(none.output).colours == set()


def test_a_theme_of_its_own_colours_leaves_no_cell_to_the_terminal(run, cafe):
    terminal = run(cafe, "--theme", "light", TERM="xterm-256color", COLORTERM="truecolor")
    terminal.wait_for("^Q quit")
    terminal.settle()
    paper_white = "2,251,251,248"
    backgrounds = {cell[2] for row in paper(terminal).cells for cell in row}
    assert {background.removeprefix("48,") for background in backgrounds} == {paper_white}
    reversed_cells = [cell[0] for row in paper(terminal).cells for cell in row if 7 in cell[3]]
    assert reversed_cells == ["t"], "the cursor, on the hint in the empty filter"


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_gets_the_list_and_a_hint(tmp_path, cafe, term):
    env = environment(tmp_path, TERM=term)
    if not term:
        del env["TERM"]
    with PtyTerminal([*FAQTUI, cafe], env=env) as terminal:
        assert terminal.wait_exit() == 0
        assert b"\x1b" not in terminal.output
        shows(terminal, "dumb", lambda terminal: terminal.text)


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (200, 60), (500, 200)], ids=lambda size: "x".join(map(str, size)))
def test_every_size_is_filled_and_not_more(run, cafe, size):
    width, height = size
    terminal = started(run, cafe, *size)
    if width == 500:
        lines = paper(terminal, width=width, height=height).lines
        assert lines[2].strip("\u2500\u252c") == ""
        assert "^Q quit" in lines[-1]
    else:
        shows(terminal, f"{width}x{height}", lambda terminal: "\n".join(paper(terminal, "utf-8", *size).lines))


def test_where_there_is_no_room_it_says_so_and_comes_back(run, cafe):
    terminal = started(run, cafe)
    terminal.wait_for("Never boil")
    before = terminal.settle()
    for size in [(39, 9), (39, 24), (80, 9), (1, 1)]:
        terminal.resize(*size)
        if size == (1, 1):
            terminal.settle(0.2)
        else:
            terminal.wait_for(lambda text: "40" in text and "10" in text and "brew" not in text)
        terminal.resize(80, 24)
        terminal.wait_for(lambda text: text == before)
    left(terminal)


SCREENS = {
    "help": ["\x1bOP", "G", "\x1b"],
    "palette": ["\x10", "\x1b"],
    "code": ["\x0f", "\x1b"],
    "copied by hand": ["\x19", "\x1b"],
    "find": ["\x06", "o", "\x1b"],
    "links": ["\r", "f", "\x1b"],
    "only the answer": ["z", "z"],
    "bookmarks": ["m", "'", "\x1b"],
    "messages": ["N", "L", "r", "e"],
    "overview": ["/", "\x15", "\x1b[A", "\x1b[D"],
    "no match": ["qqqxx"],
}
"""Keys that lead to each screen, and away again."""


def test_in_ascii_no_screen_draws_anything_else(run, bakery, tmp_path):
    """The content is ASCII, the terminal would show UTF-8: whatever else is sent is ours."""
    content = tmp_path / "bakery.md"
    text = bakery.read_text()
    assert text.isascii()
    content.write_text(text + "\n## Wide\n\n### How wide is code?\n\n```\n" + "wide code " * 30 + "\n```\n")
    terminal = run(content, "--query", "code", TERM="linux", LANG="C.UTF-8")
    terminal.wait_for("^Q quit")
    terminal.settle(0.15)
    for name, keys in SCREENS.items():
        before = terminal.text
        seen = set()
        for key in keys:
            seen.add(terminal.type(key, 0.15))
        assert seen != {before}, name
        sent = sorted_out(terminal.output)
        assert sent.strings == set(), name
        drawn = sent.text
        assert drawn.isascii(), (name, sorted(set(drawn.decode()) - set(map(chr, range(128)))))


def test_each_glyph_has_an_ascii_form_of_one_cell():
    assert all(len(glyph) == 1 and glyph.isascii() and glyph.isprintable() for glyph in theme.ASCII)
    for name in glyphs.LayoutGlyphs.__slots__:
        drawn = getattr(glyphs.ASCII, name)
        assert drawn.isascii(), name
        assert len(drawn) == len(getattr(glyphs.UNICODE, name)), name


def test_what_the_environment_says_is_what_the_program_goes_by():
    """The expectations above and the rules they come from agree on who gets ASCII."""
    for name, (look, _) in PLACES.items():
        env = {"LANG": "C.UTF-8"} | place_of(name)
        terminal = Terminal.from_environment(env)
        assert terminal.ascii is (look != "unicode"), name
        assert re.match("utf-8|ascii|iso8859-1$", terminal.charset), name
