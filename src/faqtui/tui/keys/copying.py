"""What of an answer is copied: its Markdown, one of its code blocks, or all with where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from faqtui.view.addresses import address_of

if TYPE_CHECKING:
    from faqtui.model import Entry
    from faqtui.tui.stage import Acts, Stage


class Copying:
    """Copies from the answer that is shown."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.acts: Acts = {
            "copy_answer": self.answer,
            "copy_code": self.code,
            "copy_entry": self.entry,
            "copy_link": self.link,
        }

    def selected(self, characters: int) -> None:
        """Say how what was selected is copied."""
        noun = "character" if characters == 1 else "characters"
        self._stage.say(f"{characters:,} {noun} selected: y or ctrl+c copies, esc lets go")

    def selection(self) -> bool:
        """Copy what is selected with the mouse, its source text; False where nothing is."""
        mouse = self._stage.answer.mouse
        text = mouse.selected_text()
        if text:
            mouse.deselect()
            self._stage.session.copy_text(text, "the selection")
        return bool(text)

    def answer(self) -> None:
        """Copy what is selected, else the answer's Markdown."""
        if self.selection():
            return
        if entry := self._entry_or_complain():
            self._stage.session.copy_text(entry.answer, "the answer")

    def entry(self) -> None:
        """Copy question, answer and where they stand."""
        if entry := self._entry_or_complain():
            place = f"{entry.source.path}:{entry.source.start_line}"
            text = f"{entry.question_markdown}\n\n{entry.answer}\n\n({place})"
            self._stage.session.copy_text(text, "question, answer and source")

    def link(self) -> None:
        """Copy where the entry is found by others: its address where the settings name its site, else its file and line."""
        if entry := self._entry_or_complain():
            options = self._stage.session.options
            link = address_of(entry, site=options.site, paths=options.paths)
            self._stage.session.copy_text(link, "link of the entry", is_address=True)

    def code(self) -> None:
        """Copy the only code block, or ask which."""
        entry, stage = self._entry_or_complain(), self._stage
        if entry is None:
            return
        if not entry.code_blocks:
            stage.say("no code block in this answer", good=False)
        elif len(entry.code_blocks) == 1:
            self._copy_block(entry, 0)
        else:
            from faqtui.tui.overlays.pickers import pick_code  # only when there is a choice

            stage.app.push_screen(pick_code(stage.session.skin, entry.code_blocks), partial(self._copy_block, entry))

    def _copy_block(self, entry: Entry, index: int | None) -> None:
        if index is not None:
            blocks = entry.code_blocks
            what = "the code block" if len(blocks) == 1 else f"code block {index + 1}"
            self._stage.session.copy_text(blocks[index].text, what)

    def _entry_or_complain(self) -> Entry | None:
        entry = self._stage.answer.entry
        if entry is None:
            self._stage.say("no answer is shown", good=False)
        return entry
