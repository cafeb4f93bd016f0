"""What can go wrong, each with the exit code it ends the program with.

::

    FaqtuiError                 2
     +- UsageError              2   an argument or a combination of arguments that means nothing
     +- ContentError            2   a file, directory or standard input that cannot be read as a FAQ
     +- ConfigError             2   a setting that is unknown, malformed or clashes with another
     +- ClipboardError          -   no way to the clipboard worked; shown on the screen, never fatal

The text of an error is one line for the person who sees it: where, what, and what to do.
"""

from __future__ import annotations

from typing import ClassVar

SHORTAGE = (OSError, MemoryError, ImportError)
"""What is raised where no descriptor or memory is left, a disk does not answer, or what is loaded late is not there any more."""


def why_not(error: BaseException) -> str:
    """What the machine has not, or does not do, in a few words: an OSError's, or that memory is short."""
    if isinstance(error, MemoryError):
        return "there is not enough memory for this"
    if isinstance(error, ImportError) and (error.name or "").startswith("faqtui"):
        return "a part of faqtui is gone, as by an update; start it again"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class FaqtuiError(Exception):
    """The root: every error that faqtui raises on purpose."""

    exit_code: ClassVar[int] = 2


class UsageError(FaqtuiError):
    """An argument, or a combination of arguments, that means nothing."""


class ContentError(FaqtuiError):
    """A source that cannot be read as a FAQ.

    `path` is as the user gave it (``-`` for standard input), `reason` says what is wrong with it, `line` where,
    counted from 1.
    """

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")


class ConfigError(FaqtuiError):
    """A setting that is unknown, malformed or clashes with another."""


class ClipboardError(FaqtuiError):
    """No way to the clipboard worked, or the text is too large for the only one there is."""
