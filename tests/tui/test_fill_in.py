"""Code with placeholders: asked for one by one, shown as it will be copied, remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from faqtui.faq import Faq, load
from faqtui.tui.app import FaqtuiApp
from support.screens import screen_text

PAGE = """# Loaves

## How do I send a loaf?

```sh
send <kind of loaf> to {{town}}
```

## How do I send two?

```sh
send --two to {{town}}
```

## How do I send nothing?

```sh
send --nothing
```
"""


@pytest.fixture
def faq(tmp_path) -> Faq:
    (tmp_path / "loaves.md").write_text(PAGE)
    return load(tmp_path / "loaves.md")


@pytest.fixture
def copied(monkeypatch) -> Iterator[list[str]]:
    texts: list[str] = []
    monkeypatch.setattr(FaqtuiApp, "copy_text", lambda self, text, what, **_: texts.append(text))
    return texts


async def test_each_value_is_asked_for_and_shown_and_enter_copies(start, faq, copied):
    async with start(faq=faq) as pilot:
        await pilot.press("ctrl+o")
        assert "kind of loaf" in screen_text(pilot.app)
        await pilot.press(*"rye", "tab", *"Ulm")
        assert "send rye to Ulm" in screen_text(pilot.app)
        assert "2 of 2" in screen_text(pilot.app)
        await pilot.press("enter")
    assert copied == ["send rye to Ulm"]


async def test_enter_copies_as_it_stands_and_escape_copies_nothing(start, faq, copied):
    async with start(faq=faq) as pilot:
        await pilot.press("ctrl+o", "enter")
        assert copied == ["send <kind of loaf> to {{town}}"]
        await pilot.press("ctrl+o", "escape")
        assert len(copied) == 1


async def test_values_are_remembered_for_other_answers(start, faq, copied):
    async with start(faq=faq) as pilot:
        await pilot.press("ctrl+o", "tab", *"Ulm", "escape")
        await pilot.press("down", "ctrl+o")
        assert "send --two to Ulm" in screen_text(pilot.app)
        await pilot.press("enter")
    assert copied == ["send --two to Ulm"]


async def test_code_without_placeholders_is_copied_at_once(start, faq, copied):
    async with start(faq=faq) as pilot:
        await pilot.press("down", "down", "ctrl+o")
    assert copied == ["send --nothing"]


async def test_a_line_that_is_wider_than_the_screen_is_seen_whole(start, tmp_path):
    code = f"send {'--very-long-option ' * 6}<town> --end"
    (tmp_path / "wide.md").write_text(f"# Wide\n\n## How is it sent?\n\n```sh\n{code}\n```\n\n## Is it?\n\nYes.\n")
    async with start(faq=load(tmp_path / "wide.md"), size=(40, 12)) as pilot:
        await pilot.press("ctrl+o", *"Ulm")
        shown = "".join(line[1:].ljust(39) for line in screen_text(pilot.app).splitlines()[3:-2])
        assert " ".join(code.replace("<town>", "Ulm").split()) in " ".join(shown.split())


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_nothing_is_cut_off_at_any_size(start, faq, size):
    async with start(faq=faq, size=size) as pilot:
        await pilot.press("ctrl+o")
        lines = screen_text(pilot.app).splitlines()
        assert lines[0] == " Fill in, and copy"
        assert "enter copy as shown" in lines[-1]
        assert "send <kind of loaf> to {{town}}" in lines[3]


@pytest.mark.parametrize("opens", ["ctrl+o", "ctrl+p"])
async def test_what_closes_it_is_told_in_a_narrow_terminal_too(start, faq, opens):
    async with start(faq=faq, size=(40, 12)) as pilot:
        await pilot.press(opens)
        assert "esc close" in screen_text(pilot.app).splitlines()[-1]


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_code_that_is_chosen_for_a_shell_is_filled_in_too(start, faq, size):
    async with start(faq=faq, size=size, pick="code") as pilot:
        await pilot.press("enter")
        assert "Fill in, and choose" in screen_text(pilot.app)
        assert "enter choose as shown" in screen_text(pilot.app)
        await pilot.press(*"rye", "tab", *"Ulm", "enter")
    assert pilot.app.picked == "send rye to Ulm"


async def test_escape_goes_back_to_choosing_what_a_shell_is_to_have(start, faq):
    async with start(faq=faq, pick="code") as pilot:
        await pilot.press("enter", "x", "escape")
        await pilot.pause()
        assert (pilot.app.picked, len(pilot.app.screen_stack)) == (None, 1)
        await pilot.press("ctrl+u", *"nothing", "enter")
    assert pilot.app.picked == "send --nothing"


@pytest.mark.parametrize("what", ["answer", "id"])
async def test_what_is_no_code_is_chosen_as_it_stands(start, faq, what):
    async with start(faq=faq, pick=what) as pilot:
        await pilot.press("enter")
    assert pilot.app.picked == {"id": "how-do-i-send-a-loaf"}.get(what, PAGE.split("\n\n## ")[1].partition("\n\n")[2])
