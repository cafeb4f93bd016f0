"""What the copy keys send, and what they say."""

import pytest

from faqtui.tui.app import FaqtuiApp
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


async def test_ctrl_y_in_the_filter_copies_the_answer_as_written(start, bakery, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+y")
        entry = next(e for e in bakery.library.entries if "refund" in e.question)
        assert copied == [entry.answer]
        assert f"{len(entry.answer)} characters" in screen_text(pilot.app).splitlines()[-1]


async def test_the_message_goes_with_the_next_key(start, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+y", "down")
        assert "characters" not in screen_text(pilot.app).splitlines()[-1]


async def test_the_only_code_block_is_copied_at_once(start, copied):
    async with start(query="refund") as pilot:
        await pilot.press("ctrl+o")
        assert copied == ['{"refund": true, "receipt": "A-1001"}']


async def test_with_several_code_blocks_a_number_picks(start, copied):
    async with start(query="deck oven") as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "Copy which code block? 1-2" in screen_text(pilot.app)
        await pilot.press("1")
        await pilot.pause()
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


async def test_what_cannot_be_sent_is_shown_for_the_hand_and_kept_in_a_private_file(start, monkeypatch, tmp_path):
    from faqtui import clipboard

    monkeypatch.setattr(
        clipboard,
        "copy",
        lambda text, **_: clipboard.CopyResult("none", "not sent: too long", ok=False, characters=len(text)),
    )
    environment = {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    async with start(size=(160, 24), environment=environment, query="refund") as pilot:
        await pilot.press("ctrl+y")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "not sent: too long; select it by hand, or take it from" in text
        assert "scan the receipt" in text
        kept = tmp_path / "state" / "faqtui" / "copy.txt"
        assert "scan the receipt" in kept.read_text()
        assert kept.stat().st_mode & 0o777 == 0o600
        await pilot.press("escape")
        await pilot.pause()
        assert "not sent" not in screen_text(pilot.app).splitlines()[0]
