"""What of an answer, or of a category's own text, is copied: its Markdown, a code block, or all with where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from faqtui.view.actions import with_hint
from faqtui.view.addresses import address_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from faqtui.tui.stage import Acts, Stage
    from faqtui.view.shown import Shown


class Copying:
    """Copies from what is shown."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._values: dict[str, str] = {}  # for placeholders, by name, as long as the session lasts
        self.acts: Acts = {
            "copy_answer": self.answer,
            "copy_code": self.code,
            "copy_entry": self.entry,
            "copy_link": self.link,
        }

    def selected(self, characters: int) -> None:
        """Say how what was selected is copied."""
        noun = "character" if characters == 1 else "characters"
        said, actions = f"{characters:,} {noun} selected", self._stage.session.options.actions
        self._stage.say(with_hint(said, actions, "copy_answer", "copies, esc lets go"))

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
        if shown := self._shown_or_complain():
            self._stage.session.copy_text(shown.markdown, f"the {shown.what}{self._left_open()}")

    def entry(self) -> None:
        """Copy question, answer and where they stand."""
        if shown := self._shown_or_complain():
            place = f"{shown.source.path}:{shown.source.start_line}"
            text = f"{shown.title}\n\n{shown.markdown}\n\n({place})"
            said = "question, answer and source" if shown.what == "answer" else "title, text and source"
            self._stage.session.copy_text(text, f"{said}{self._left_open()}")

    def _left_open(self) -> str:
        """Which steps are still to be done, where some have been ticked."""
        answer = self._stage.answer
        if answer.entry is None or not (ticked := answer.ticked.get(answer.entry.id)):
            return ""
        from faqtui.view.answer.steps import left_open  # there already

        told = left_open(answer.steps(), ticked)
        return f" ({told})" if told else ""

    def link(self) -> None:
        """Copy where the entry is found by others: its address where the settings name its site, else its file and line."""
        entry = self._stage.answer.entry
        if entry is None:
            self._stage.say("no answer is shown", good=False)
        else:
            options = self._stage.session.options
            link = address_of(entry, site=options.site, paths=options.paths)
            self._stage.session.copy_text(link, "entry's link", is_address=True)

    def code(self) -> None:
        """Copy the only code block, or ask which."""
        shown, stage = self._shown_or_complain(), self._stage
        if shown is None:
            return
        if not shown.code_blocks:
            stage.say(f"no code block in this {shown.what}", good=False)
        elif len(shown.code_blocks) == 1:
            self._copy_block(shown, 0)
        else:
            from faqtui.tui.overlays.pickers import Picker  # only when there is a choice
            from faqtui.view.overlays.picks import code_blocks

            picker = Picker(stage.session.skin, code_blocks(stage.session.skin, shown.code_blocks))
            stage.app.push_screen(picker, partial(self._copy_block, shown))

    def _copy_block(self, shown: Shown, index: int | None) -> None:
        if index is not None:
            blocks = shown.code_blocks
            what = "the code block" if len(blocks) == 1 else f"code block {index + 1}"
            self._copy_filled(shown, index, what)

    def _copy_filled(self, shown: Shown, index: int, what: str) -> None:
        """Copy a code block, filled in."""
        block, session = shown.code_blocks[index], self._stage.session

        def copy(text: str) -> None:
            session.copy_text(text, what if text == block.text else f"{what}, filled in")

        self.fill_in(shown, index, "copy", copy)

    def fill_in(self, shown: Shown, index: int, does: str, take: Callable[[str], None]) -> None:
        """Have `take` called with a code block; what its author left to be put in is asked for first. `does` says what for."""
        from faqtui.view.overlays.filling import blanks  # asked for by few sessions

        block, stage = shown.code_blocks[index], self._stage
        if not (places := blanks(block, shown.markdown, shown.code_blocks)):
            take(block.text)
            return
        from faqtui.tui.overlays.fill_in import FillIn

        def filled(text: str | None) -> None:
            if text is not None:
                take(text)

        stage.app.push_screen(FillIn(stage.session.skin, does, block.text, places, self._values), filled)

    def _shown_or_complain(self) -> Shown | None:
        shown = self._stage.answer.shown
        if shown is None:
            self._stage.say("no answer is shown", good=False)
        return shown
