"""What widgets and watchers tell the main screen: facts, in the past tense. The screen alone turns them into calls downward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from faqtui.view.answer.targets import Target


class SelectionMoved(Message):
    """A click selected another row of the tree."""


class ListScrolled(Message):
    """Other rows of the tree are in view than before, or another number of them."""


class RowOpened(Message):
    """The row that was selected already was clicked once more."""


class AnswerTouched(Message):
    """The answer was clicked: the user wants to be there."""


class FilesChanged(Message):
    """Files that the FAQ was read from have changed and come to rest."""


class AnswerProgressed(Message):
    """More of a long answer is laid out, or what was looked for in it is found: its place can be told better."""


class AnswerSelected(Message):
    """Text of the answer was selected with the mouse."""

    def __init__(self, characters: int) -> None:
        super().__init__()
        self.characters = characters


class LinkTouched(Message):
    """A link of the answer was clicked."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.target = target


class DividerDragged(Message):
    """The line between tree and answer was pulled to column `x` of the screen; `is_done` when it was let go."""

    def __init__(self, x: int, *, is_done: bool) -> None:
        super().__init__()
        self.x = x
        self.is_done = is_done
