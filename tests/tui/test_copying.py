"""What the copy keys send, and what they say."""

import asyncio
import threading
import time

import pytest
from rich.cells import cell_len
from textual import events

from faqtui.host import clipboard
from faqtui.live.sending import SOON
from faqtui.tui.app import FaqtuiApp
from faqtui.view.overlays.by_hand_lines import note
from support.screens import screen_text


@pytest.fixture
def copied(monkeypatch):
    texts = []
    real = FaqtuiApp.copy_text

    def spy(self, text, what):
        texts.append(text)
        self.send = lambda sequence: None
        real(self, text, what)

    monkeypatch.setattr(FaqtuiApp, "copy_text", spy)
    return texts


async def done(pilot):
    """Wait until nothing is on its way to the clipboard."""
    await until(lambda: pilot.app.sending is not None and not pilot.app.sending.pending)
    await pilot.pause()


async def until(condition):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("never came")


async def test_ctrl_y_in_the_filter_copies_the_answer_as_written(start, bakery, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+y")
        await done(pilot)
        entry = next(e for e in bakery.library.entries if "refund" in e.question)
        assert copied == [entry.answer]
        assert f"{len(entry.answer)} characters" in screen_text(pilot.app).splitlines()[-1]


async def test_a_key_copies_what_the_letters_before_it_find_however_long_that_takes(start, bakery, copied, monkeypatch):
    monkeypatch.setattr("faqtui.live.searching.IN_THE_KEY_MS", -1.0)  # all but the first query go to a thread
    async with start() as pilot:
        await pilot.press("o")
        await pilot.pause(0.1)
        for key, character in (("v", "v"), ("e", "e"), ("n", "n"), ("ctrl+y", "\x19")):
            pilot.app.post_message(events.Key(key, character))
        await until(lambda: copied)
        entry = next(e for e in bakery.library.entries if "oven" in e.question)
        assert copied == [entry.answer]


async def test_the_message_goes_with_the_next_key(start, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+y")
        await done(pilot)
        assert "characters" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("down")
        assert "characters" not in screen_text(pilot.app).splitlines()[-1]


async def test_the_only_code_block_is_copied_at_once(start, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+o")
        assert copied == ['{"refund": true, "receipt": "A-1001"}']


async def test_with_several_code_blocks_a_number_picks(start, copied):
    async with start(query="deck oven") as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "Copy which code block?" in screen_text(pilot.app)
        await pilot.press("1")
        await done(pilot)
        assert copied == ["ovenctl power on --deck 2"]
        assert "sent" in screen_text(pilot.app).splitlines()[-1]


async def test_escape_leaves_the_picker_without_copying(start, copied):
    async with start(query="deck oven") as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert copied == []
        assert "Copy which" not in screen_text(pilot.app)


async def test_an_answer_without_code_says_so(start, copied):
    async with start(query="paper bags") as pilot:
        await pilot.press("ctrl+o")
        assert "no code block" in screen_text(pilot.app).splitlines()[-1]


async def test_capital_y_copies_question_answer_and_source(start, bakery, copied):
    async with start(query="paper bags") as pilot:
        await pilot.press("tab", "Y")
        entry = next(e for e in bakery.library.entries if "paper bags" in e.question)
        assert copied[0].startswith("Where are the paper bags?\n\nUnder the counter")
        assert copied[0].endswith(f"bakery.md:{entry.source.start_line})")


def too_long(text, **_):
    return clipboard.CopyResult("none", "not sent: too long", ok=False, characters=len(text))


@pytest.fixture
def home(tmp_path):
    return {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }


async def test_what_cannot_be_sent_is_shown_for_the_hand_and_kept_in_a_private_file(start, monkeypatch, home, tmp_path):
    monkeypatch.setattr(clipboard, "copy", too_long)
    async with start(size=(120, 24), environment=home, query="refund") as pilot:
        await pilot.press("ctrl+y")
        await done(pilot)
        lines = screen_text(pilot.app).splitlines()
        assert "not sent: too long" in lines[0]
        kept = tmp_path / "state" / "faqtui" / "copy.txt"
        assert "a copy is in /" in lines[1]
        assert "scan the receipt" in "\n".join(lines)
        assert "scan the receipt" in kept.read_text()
        assert kept.stat().st_mode & 0o777 == 0o600
        await pilot.press("escape")
        await pilot.pause()
        assert "not sent" not in screen_text(pilot.app).splitlines()[0]


async def test_in_secure_mode_nothing_is_kept(start, monkeypatch, home, tmp_path):
    monkeypatch.setattr(clipboard, "copy", too_long)
    async with start(environment=home, query="refund", secure=True) as pilot:
        await pilot.press("ctrl+y")
        await done(pilot)
        assert screen_text(pilot.app).splitlines()[1] == " select it by hand"
        assert list(tmp_path.iterdir()) == []


class Slow:
    """Stands in for copying: takes until it is let go, and notes what it was given."""

    def __init__(self):
        self.go = threading.Event()
        self.texts = []

    def __call__(self, text, *, write, **_):
        self.texts.append(text)
        assert self.go.wait(10)
        write(f"\x1b]52;c;{text}\x07")
        return clipboard.CopyResult("slow", f"sent {len(text)} characters", ok=True, characters=len(text))


@pytest.fixture
def slow(monkeypatch):
    slow = Slow()
    monkeypatch.setattr(clipboard, "copy", slow)
    yield slow
    slow.go.set()


async def test_keys_act_while_a_copy_is_on_its_way(start, slow):
    async with start(query="refund") as pilot:
        pilot.app.copy_text("one", "the answer")
        await pilot.pause(SOON + 0.1)
        assert "the answer: on its way" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("ctrl+c")
        assert pilot.app.main_screen.filter.value == ""
        slow.go.set()
        await done(pilot)
        assert "sent 3 characters" in screen_text(pilot.app).splitlines()[-1]


async def test_of_copies_that_wait_the_newest_alone_is_sent(start, slow):
    async with start() as pilot:
        sent = []
        pilot.app.send = sent.append
        pilot.app.copy_text("one", "the first")
        await until(lambda: slow.texts)
        pilot.app.copy_text("two", "the second")
        pilot.app.copy_text("three", "the third")
        slow.go.set()
        await done(pilot)
        assert slow.texts == ["one", "three"]
        assert sent == ["\x1b]52;c;one\x07", "\x1b]52;c;three\x07"]
        assert "the third" in screen_text(pilot.app).splitlines()[-1]


async def test_leaving_waits_for_a_copy(start, slow):
    async with start() as pilot:
        sent = []
        pilot.app.send = sent.append
        pilot.app.copy_text("one", "the answer")
        await pilot.press("ctrl+q")
        await pilot.pause(0.05)
        assert not pilot.app._exit
        slow.go.set()
        await until(lambda: pilot.app._exit)
        assert sent == ["\x1b]52;c;one\x07"]


async def test_leaving_twice_or_hanging_up_waits_for_nothing(start, slow):
    async with start() as pilot:
        pilot.app.copy_text("one", "the answer")
        await pilot.press("ctrl+q", "ctrl+q")
        assert pilot.app._exit
        slow.go.set()
    async with start() as pilot:
        pilot.app.exit(return_code=129)
        assert pilot.app._exit


async def test_a_text_that_could_not_be_sent_keeps_the_program_from_leaving(start, monkeypatch, slow, home):
    def refuse(text, **more):
        slow(text, **more)
        return too_long(text)

    monkeypatch.setattr(clipboard, "copy", refuse)
    async with start(environment=home) as pilot:
        pilot.app.copy_text("one", "the answer")
        await pilot.press("ctrl+q")
        slow.go.set()
        await done(pilot)
        assert not pilot.app._exit
        assert "not sent: too long" in screen_text(pilot.app).splitlines()[0]


async def test_by_hand_nothing_stands_beside_the_text(start, monkeypatch, home):
    monkeypatch.setattr(clipboard, "copy", too_long)
    async with start(environment=home) as pilot:
        text = "first\n\tindented\n" + "x" * 100 + "\n" + "\N{CJK UNIFIED IDEOGRAPH-5B57}" * 50
        pilot.app.copy_text(text, "the answer")
        await done(pilot)
        lines = screen_text(pilot.app).splitlines()
        assert lines[2:8] == [
            "first", "        indented", "x" * 80, "x" * 20,
            "\N{CJK UNIFIED IDEOGRAPH-5B57}" * 40, "\N{CJK UNIFIED IDEOGRAPH-5B57}" * 10,
        ]  # fmt: skip
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert screen_text(pilot.app).splitlines()[4:6] == ["x" * 60, "x" * 40]


async def test_the_link_of_an_entry_is_its_file_and_line_or_its_address_on_the_site(start, monkeypatch):
    texts = []
    monkeypatch.setattr("faqtui.tui.app.FaqtuiApp.copy_text", lambda _, text, what, **more: texts.append(text))
    async with start() as pilot:
        entry = pilot.app.faq.library.entries[0]
        await pilot.press("tab", "j", "k", "u")
    async with start(site="https://bakery.example/faq/") as pilot:
        await pilot.press("tab", "u")
    assert texts[0] == f"{entry.source.path}:{entry.source.start_line}"
    assert texts[1].startswith("https://bakery.example/faq/")
    assert texts[1].endswith("/bakery#how-do-i-wake-a-sleeping-sourdough-starter")


KEPT = "/home/anna/.local/state/faqtui/copy.txt"


@pytest.mark.parametrize("width", [20, 38, 40, 58, 60, 78, 100])
def test_the_file_that_has_what_is_taken_by_hand_is_named_to_its_end(width):
    told = note(KEPT, width, "…")
    assert cell_len(told) <= width
    assert told.endswith("t" if width == 20 else "copy.txt")
    assert (KEPT in told) == (width >= len("a copy is in ") + len(KEPT))
    assert note("", width, "…") == "select it by hand"
