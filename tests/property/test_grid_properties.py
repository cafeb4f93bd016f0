"""Whatever is drawn, in whatever order, with frames left out: our bytes leave the screen that the stock ones leave."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faqtui.wire.difference import ScreenState
from faqtui.wire.grid import Grid
from faqtui.wire.pens import Pens
from support.reference_terminal import ReferenceTerminal, first_difference

TEXTS = st.one_of(
    st.sampled_from(["a", "hello", " ", "    ", "          ", "x y z", "the same words", "─│╭╮", "▸ ▾", "…", "é"]),
    st.sampled_from(
        ["日", "世界", "한글", "ｆｕ", "e\u0301", "👩\u200d💻", "☀\ufe0f", "⌚", "🇩🇪", "👍🏽", "o\u0308\u0323"]
    ),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=90),
)
COLOURS = ["31", "97", "38;5;120", "38;2;1;2;3", "44", "100", "48;5;7", "48;2;9;9;9"]
ATTRIBUTES = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "8",
    "9",
    "21",
    "51",
    "53",
    "22",
    "23",
    "24",
    "27",
    "39",
    "49",
    "0",
    "",
    "00",
]
STYLES = st.lists(st.sampled_from(COLOURS + ATTRIBUTES), min_size=1, max_size=4).map(";".join)
LINKS = st.sampled_from(["http://one.example/", "http://two.example/?a=b;c", "mailto:three@example.org"])
ERASERS = st.sampled_from(["\x1b[K", "\x1b[1K", "\x1b[2K", "\x1b[J", "\x1b[1J", "\x1b[2J"])
MOVES = st.sampled_from(
    ["\n", "\r", "\b", "\t", "\x1b[A", "\x1b[3B", "\x1b[C", "\x1b[4D", "\x1b[G", "\x1b[5G", "\x1b[2d"]
)


@st.composite
def styled(draw):
    text = f"\x1b[{draw(STYLES)}m{draw(TEXTS)}"
    if draw(st.booleans()):
        text += "\x1b[0m"
    if draw(st.integers(0, 5)) == 0:
        text = f"\x1b]8;id=7;{draw(LINKS)}\x1b\\{text}\x1b]8;;\x1b\\"
    return text


@st.composite
def sessions(draw):
    """A size, and frames: what Textual sends, with erasing and moves that it could send. None: the frame is left out."""
    width, height = draw(st.sampled_from([(80, 24), (20, 6), (10, 4), (3, 3), (2, 1), (40, 10)]))
    place = st.builds(lambda x, y: f"\x1b[{y + 1};{x + 1}H", st.integers(0, width - 1), st.integers(0, height - 1))
    piece = st.one_of(st.tuples(place, styled()).map("".join), TEXTS, ERASERS, MOVES, styled())
    frame = st.tuples(st.lists(piece, min_size=1, max_size=12).map("".join), place).map("".join)
    return width, height, draw(st.lists(st.tuples(frame, st.booleans()), min_size=1, max_size=8)), draw(st.booleans())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions())
def test_the_screen_is_the_one_that_all_bytes_would_have_left(session):
    width, height, frames, coloured_erase = session
    pens = Pens()
    grid, shown = Grid(width, height, pens), ScreenState(pens, coloured_erase=coloured_erase, shifts=True)
    stock, ours = ReferenceTerminal(width, height, returns=True), ReferenceTerminal(width, height)
    for frame, left_out in frames:
        stock.feed(frame)
        grid.feed(frame)
        if left_out:
            continue
        ours.feed(shown.encode(grid))
        assert first_difference(stock, ours) == ""
        assert (min(ours.x, width - 1), ours.y) == (min(stock.x, width - 1), stock.y)
        assert ours.link == "", "a link was left open"
        assert shown.encode(grid) == "", "there is nothing more to say"


WORDS = [
    "tab panes",
    "esc out",
    "pgdn page",
    "F1 help",
    "日本",
    "\x1b[1m^Q\x1b[0m quit",
    "\x1b[44mblue\x1b[0m",
    "é",
    "----------",
    " ",
]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.lists(st.sampled_from(WORDS), max_size=12).map("  ".join), st.integers(0, 2)), max_size=12),
    st.sampled_from([20, 40, 80]),
    st.booleans(),
)
def test_words_that_come_and_go_leave_the_others_where_they_belong(lines, width, coloured_erase):
    pens = Pens()
    grid, shown = Grid(width, 3, pens), ScreenState(pens, coloured_erase=coloured_erase, shifts=True)
    stock, ours = ReferenceTerminal(width, 3, returns=True), ReferenceTerminal(width, 3)
    for line, y in lines:
        frame = f"\x1b[{y + 1}H\x1b[2K{line}\x1b[m\x1b[{y + 1}H"
        stock.feed(frame)
        grid.feed(frame)
        ours.feed(shown.encode(grid))
        assert first_difference(stock, ours) == ""


LINES = [
    "Why does it ignore the file?",
    "What is a function definition?",
    "\x1b[1mCan I stop it?\x1b[0m",
    "日本語の質問はありますか?",
    "\x1b[44m▸ Lambda, SAM and Serverless\x1b[0m",
    "\x1b]8;id=7;http://one.example/\x1b\\somewhere else\x1b]8;;\x1b\\",
    "é combines, and ☀\ufe0f is wide",
    "",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), min_size=30, max_size=30),
    st.lists(st.tuples(st.integers(0, 18), st.integers(0, 18), st.booleans()), min_size=1, max_size=6),
    st.booleans(),
)
def test_two_panes_that_scroll_each_by_itself_are_shown_as_they_are(lines, places, coloured_erase):
    pens = Pens()
    grid, shown = Grid(80, 14, pens), ScreenState(pens, coloured_erase=coloured_erase, shifts=True)
    stock, ours = ReferenceTerminal(80, 14, returns=True), ReferenceTerminal(80, 14)
    for left, right, zoomed in places:
        frame = "\x1b[m\x1b[2J\x1b[1;1Ha title that stays\x1b[14;1Hkeys that stay"
        for y in range(12):
            frame += f"\x1b[{y + 2};1H{lines[left + y]}"
            if not zoomed:
                frame += f"\x1b[m\x1b[{y + 2};38H│ {lines[-1 - right - y]}\x1b[m"
        stock.feed(frame)
        grid.feed(frame)
        ours.feed(shown.encode(grid))
        assert first_difference(stock, ours) == ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions())
def test_a_terminal_that_was_sent_a_whole_screen_is_known(session):
    width, height, frames, coloured_erase = session
    pens = Pens()
    options = {"coloured_erase": coloured_erase, "shifts": True}
    grid, screen = Grid(width, height, pens), ReferenceTerminal(width, height)
    stock = ReferenceTerminal(width, height, returns=True)
    for frame, _ in frames:
        stock.feed(frame)
        grid.feed(frame)
    whole = ScreenState(pens, **options).draw(grid)
    screen.feed(whole)
    shown = ScreenState(pens, **options)
    shown.adopt(whole, width, height)
    assert first_difference(stock, screen) == ""
    screen.feed(shown.encode(grid))
    assert first_difference(stock, screen) == ""
    assert shown.encode(grid) == ""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions(), st.data())
def test_a_stream_may_be_cut_anywhere(session, data):
    width, height, frames, _ = session
    stream = "".join(frame for frame, _ in frames) + "\x1b]52;c;aGk=\x07\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\\x1b[?25l"
    whole, cut = Grid(width, height, Pens()), Grid(width, height, Pens())
    whole.feed(stream)
    start = 0
    # Between a character and what combines with it Textual never cuts: it writes whole lines.
    for end in [*sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6))), len(stream)]:
        while end < len(stream) and stream[end] > "\x7f":
            end += 1
        if end > start:
            cut.feed(stream[start:end])
            start = end
    assert cut.text == whole.text
    assert [[cut.pens.looks[pen] for pen in row] for row in cut.ink] == [
        [whole.pens.looks[pen] for pen in row] for row in whole.ink
    ]
    assert cut.take_passing() == whole.take_passing()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sessions(), st.text(max_size=30))
def test_a_terminal_others_have_drawn_on_is_made_right(session, scribble):
    width, height, frames, coloured_erase = session
    pens = Pens()
    grid, shown = Grid(width, height, pens), ScreenState(pens, coloured_erase=coloured_erase, shifts=True)
    stock, ours = ReferenceTerminal(width, height, returns=True), ReferenceTerminal(width, height)
    for number, (frame, _) in enumerate(frames):
        stock.feed(frame)
        grid.feed(frame)
        if number % 2:
            ours.feed("\x1b[2;2H\x1b[45;4m\x1b]8;;http://x/\x1b\\" + "".join(c for c in scribble if c.isprintable()))
            shown.forget()
        ours.feed(shown.encode(grid))
        assert first_difference(stock, ours) == ""


@settings(max_examples=120, deadline=None)
@given(st.text(st.sampled_from("\x1b[]PX^_\\0123;?mHJKhlc8tux \a\naé日\u0301\u200d\x9b"), max_size=60))
def test_nothing_it_is_fed_raises(stream):
    pens = Pens()
    grid, shown = Grid(10, 3, pens), ScreenState(pens)
    grid.feed(stream)
    shown.encode(grid)
    assert all(len(row) == 10 for row in (*grid.text, *grid.ink))
