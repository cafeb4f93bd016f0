"""What helpers may ask of the screen and of the app around it, in two protocols, so that they need to know neither.

`faqtui.tui.screens.main` is the `Stage`, `faqtui.tui.app` the `Session`. Only type checkers import this module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from textual.app import App
from textual.message import Message
from textual.widget import Widget

from faqtui.faq import Faq
from faqtui.live.around import Screen
from faqtui.start.elsewhere import Loading
from faqtui.tui.widgets.answer.view import AnswerView
from faqtui.tui.widgets.filter_bar import FilterBar
from faqtui.tui.widgets.topic_tree import TopicTree
from faqtui.view.actions import Pane
from faqtui.view.options import TuiOptions
from faqtui.view.theme import Skin

Acts: TypeAlias = Mapping[str, Callable[[], object]]
"""What the rows of the action table do, by their ids; what is returned is waited for where it can be."""


class Session(Protocol):
    """The app: what is shown to whom, and how. It is there before any screen."""

    faq: Faq
    loading: Loading | None
    options: TuiOptions
    environment: Mapping[str, str]
    skin: Skin
    hyperlinks: bool
    picked: str | None

    @property
    def has_slow_link(self) -> bool:
        """Whether it takes a while until what is painted is seen."""

    @property
    def looks(self) -> str:
        """The name of the theme that is put on."""

    def put_on(self, theme: str) -> None:
        """Draw with another theme from now on."""

    def take_mouse(self, *, wanted: bool) -> None:
        """Ask the terminal for the mouse, or leave it alone, from now on."""

    def break_lines(self, *, wanted: bool) -> None:
        """Break long lines of code from now on, or scroll them sideways."""

    def copy_text(self, text: str, what: str, *, is_address: bool = False) -> None:
        """Send `text` to the clipboard of the machine in front of the user; an address is shown as well."""

    def arrived(self, faq: Faq) -> None:
        """The FAQ has come that was loaded."""

    def fail(self, problem: Exception) -> None:
        """Leave, with an error that is told when the terminal is given back."""


class Stage(Screen, Protocol):
    """The main screen, as what keys do sees it."""

    session: Session
    filter: FilterBar
    tree_view: TopicTree
    answer: AnswerView

    @property
    def app(self) -> App[object]:
        """Textual's: opens screens over this one, and is called from threads."""

    def post_message(self, message: Message) -> bool:
        """Tell the screen, from whatever thread."""

    @property
    def focused(self) -> Widget | None:
        """The widget that has the focus."""

    @property
    def pane(self) -> Pane:
        """Which pane that belongs to."""

    def set_focus(self, widget: Widget) -> None:
        """Move the focus; what is seen on narrow and zoomed screens follows it."""

    def draw_status(self) -> None:
        """Draw what depends on focus, place and message: the two last lines."""

    def draw_surround(self) -> None:
        """Draw all that is around the panes."""

    def has_class(self, name: str) -> bool:
        """Whether its panes are arranged so: classes of its style sheet say how."""

    def add_class(self, name: str) -> object:
        """Arrange them so."""

    def remove_class(self, name: str) -> object:
        """Do not."""

    def fit_panes(self) -> None:
        """Share the width anew."""
