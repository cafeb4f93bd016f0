"""The second start: what is shown comes from the saved library, and the rest of it stays there."""

import pytest

from faqtui.faq import load
from faqtui.saved.library import _SavedEntries
from support.screens import screen_text

ENTRIES = 2000


@pytest.fixture
def big(tmp_path):
    path = tmp_path / "big.md"
    path.write_text(
        "".join(
            f"# Group {n // 50}\n\n" * (n % 50 == 0) + f"## What is part {n}?\n\nIt is {n}.\n\n" for n in range(ENTRIES)
        )
    )
    assert load(path, cache_dir=tmp_path / "saved").save()
    return load(path, cache_dir=tmp_path / "saved")


async def test_a_start_decodes_the_entries_that_it_shows(start, big, monkeypatch):
    decoded = []
    decode = _SavedEntries._decoded
    monkeypatch.setattr(
        _SavedEntries, "_decoded", lambda entries, index: decoded.append(index) or decode(entries, index)
    )
    async with start(faq=big) as pilot:
        assert "What is part 0?" in screen_text(pilot.app)
        assert "It is 0." in screen_text(pilot.app)
    assert decoded
    assert len(decoded) < 100
