"""What widgets and watchers tell the main screen: facts, in the past tense. The screen alone turns them into calls downward."""

from __future__ import annotations

from textual.message import Message


class SelectionMoved(Message):
    """A click selected another row of the tree."""


class RowOpened(Message):
    """The row that was selected already was clicked once more."""


class AnswerTouched(Message):
    """The answer was clicked: the user wants to be there."""


class FilesChanged(Message):
    """Files that the FAQ was read from have changed and come to rest."""
