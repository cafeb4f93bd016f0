"""What the parts of a screen ask of what is around them, in protocols: a screen that shows and says, a pane that shows a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from faqtui.view.answer.page import Page


class Speaker(Protocol):
    """Who says something to the person."""

    def say(self, text: str, *, good: bool = True, address: str = "", about: str = "") -> None:
        """Put a message where it is seen until the next key; an address behind it is cut in its middle.

        What it is `about` is left out where there is no room for it.
        """


class Screen(Speaker, Protocol):
    """Who has threads, and a loop that they tell what came of their work."""

    def work_beside(self, work: Callable[[], None], *, group: str, exclusive: bool = False) -> None:
        """Do `work` in a thread; an `exclusive` one takes the place of others of its group."""

    def from_thread(self, does: Callable[..., object], *arguments: Any) -> None:
        """Have `does` called in the loop, and wait for that: for threads. Raises RuntimeError when there is no loop any more."""


class Sized(Protocol):
    """The size of something in cells."""

    @property
    def height(self) -> int:
        """Its lines."""


class PageView(Protocol):
    """A pane that shows a page of lines."""

    page: Page
    """The lines, as they were laid out last."""

    @property
    def size(self) -> Sized:
        """How much of it is seen."""

    @property
    def page_shown(self) -> Page:
        """The lines, laid out for the width that there is."""

    def lay_out_again(self) -> None:
        """Lay out for the same width, in place."""

    def repaint(self) -> None:
        """Draw every line anew: something lies over other text than before."""

    def refresh(self) -> object:
        """Draw anew: other lines are in view."""

    def later(self, does: Callable[..., None], *arguments: Any) -> None:
        """Have `does` called in the loop soon; for threads too."""

    def progressed(self) -> None:
        """Say that its place can be told better than before."""
