"""What the command line tells the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.records import NamedTuple
from faqtui.view.actions import ACTIONS, Action

if TYPE_CHECKING:
    from faqtui.host.settings import Settings
    from faqtui.wire.background import Shade

PICKS = ("answer", "code", "link", "id")
"""What of an entry can be chosen and printed when the screen is left."""


class TuiOptions(NamedTuple):
    """How to start the screen.

    `query` stands in the filter from the start; `open_id` is the id of an entry to show in the answer pane.
    `theme` names a theme of `faqtui.view.theme` (None: chosen by what the terminal can do); `shade` is what is known of the
    terminal's background, for the theme ``auto``. `ascii` draws with ASCII
    characters only (None: as the terminal's character set allows). `mouse` asks the terminal for mouse reports;
    without it the terminal's own selection works. `wrap` breaks long lines of code,
    which are scrolled sideways else. `secure` runs no program and writes no file. `paths` are those that
    the FAQ was loaded from, to load it again; none for the FAQ that ships. `site` is the address at which others read it, or
    empty. `actions` is the action table with the user's own keys. `idle` is the number of minutes without a key after which
    the program leaves; 0 is never. `served` is for a session of a server, which reads the files for all. `pick` is one of
    `PICKS` where choosing an entry ends the session; empty elsewhere. `by_meaning` looks for sentences by their meaning too,
    where a model for that is installed.
    """

    query: str = ""
    open_id: str | None = None
    theme: str | None = None
    ascii: bool | None = None
    mouse: bool = True
    secure: bool = False
    paths: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ACTIONS
    idle: float = 0
    served: bool = False
    site: str = ""
    pick: str = ""
    by_meaning: bool = True
    shade: Shade | None = None
    wrap: bool = False


def from_settings(settings: Settings, *, secure: bool) -> TuiOptions:
    """The options that the settings file gives. Raises ConfigError for keys that are unknown or clash."""
    actions, idle = ACTIONS, 0.0
    if settings.keys or settings.preset:
        from faqtui.view.keymap import from_settings as keys_of  # few have keys of their own

        actions = keys_of(settings)
    if secure:
        from faqtui.host.secure import IDLE_MINUTES

        idle = IDLE_MINUTES
        actions = tuple([action for action in actions if not action.hands_over])
    return TuiOptions(
        theme=settings.theme,
        ascii=settings.ascii,
        mouse=settings.mouse is not False,
        wrap=settings.wrap is True,
        secure=secure,
        actions=actions,
        idle=idle,
        site=settings.site,
    )
