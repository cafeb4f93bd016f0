"""Choosing what is printed when the screen is left: the answer, a code block, a link or the id of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.model import Entry
    from faqtui.tui.keys.copying import Copying
    from faqtui.tui.stage import Stage


class Picking:
    """Ends a session that was started to choose something."""

    def __init__(self, stage: Stage, copying: Copying) -> None:
        self._stage = stage
        self._copying = copying

    @property
    def is_on(self) -> bool:
        """Whether this session was started to choose something."""
        return bool(self._stage.session.options.pick)

    def pick(self) -> None:
        """Leave with what was asked for of the entry that is shown; where there are several, ask which."""
        stage, entry = self._stage, self._stage.answer.entry
        if entry is None:
            return
        what = stage.session.options.pick
        texts = _texts(entry, what)
        if not texts:
            stage.say(f"no {'code block' if what == 'code' else 'link'} in this answer", good=False)
        elif len(texts) == 1:
            self._leave(texts, 0)
        else:
            from faqtui.tui.overlays.pickers import Picker  # only when there is a choice
            from faqtui.view.overlays.picks import code_blocks, places_to_go

            skin = stage.session.skin
            picks = code_blocks(skin, entry.code_blocks) if what == "code" else places_to_go(skin, "Which link?", texts)
            picker = Picker(skin, picks)
            stage.app.push_screen(picker, partial(self._leave, texts))

    def _leave(self, texts: Sequence[str], index: int | None) -> None:
        shown = self._stage.answer.shown
        if index is None:
            return
        if self._stage.session.options.pick == "code" and shown is not None:
            self._copying.fill_in(shown, index, "choose", self._print)
        else:
            self._print(texts[index])

    def _print(self, text: str) -> None:
        self._stage.session.picked = text
        self._stage.app.exit(0)


def _texts(entry: Entry, what: str) -> Sequence[str]:
    """What there is to choose of an entry."""
    match what:
        case "code":
            return [block.text for block in entry.code_blocks]
        case "link":
            return list(dict.fromkeys(link.url for link in entry.links))
        case "id":
            return [entry.id]
        case _:
            return [entry.answer]
