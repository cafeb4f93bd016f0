"""The Textual app around the screens: options, colours, the way to the clipboard, leaving.

`run` is the only entry. Everything that can be seen is on `faqtui.tui.screens.main`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pkgutil import get_data
from typing import TYPE_CHECKING, cast

from rich.console import COLOR_SYSTEMS
from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from faqtui.errors import FaqtuiError, UsageError
from faqtui.faq import Faq
from faqtui.host.garbage import collect_seldom
from faqtui.host.terminal import Terminal, as_given
from faqtui.host.threads import begin
from faqtui.model import Library
from faqtui.records import NamedTuple
from faqtui.start import first_frame
from faqtui.start.kept import Frame
from faqtui.tui.driver import FaqtuiDriver, driver_class
from faqtui.tui.typeahead import TypeAhead
from faqtui.view.actions import ACTIONS
from faqtui.view.options import TuiOptions
from faqtui.view.theme import AUTO, Skin, Theme, choose, skin_for

if TYPE_CHECKING:
    from rich.console import RenderableType

    from faqtui.live.sending import Sending
    from faqtui.start.elsewhere import Loading
    from faqtui.tui.idle import IdleLimit
    from faqtui.tui.screens.main import MainScreen
    from faqtui.wire.background import Shade


KEEP_AFTER = 0.3
"""Seconds with the screen up after which what was read is kept: what has been typed by then is answered in 0.7 of the time."""


class FaqtuiApp(App[int], inherit_bindings=False):
    """Explores one FAQ."""

    CSS = (get_data("faqtui.tui", "app.tcss") or b"").decode()  # from an archive too
    ENABLE_COMMAND_PALETTE = False
    TITLE = "faqtui"

    def __init__(self, faq: Faq | Loading, options: TuiOptions, environment: Mapping[str, str]) -> None:
        terminal = Terminal.from_environment(environment)
        self.faq: Faq
        self.opened = faq
        """What was shown first, or is still loaded; what is read later takes nothing back that was said about it."""
        self.loading: Loading | None = None
        """What makes the FAQ, where that is not there yet; `faq` is an empty one until then."""
        if isinstance(faq, Faq):
            self.faq = faq
        else:
            self.faq, self.loading = Faq(Library("", (), (), (), {})), faq
        self.problem: Exception | None = None
        """What has ended the program and is to be told by whoever started it."""
        self.options = options
        self.environment = environment
        glyphs, theme = skin_for(terminal, theme=options.theme, ascii_only=options.ascii, shade=options.shade)
        # One of its own: it may become another.
        self.skin = Skin(glyphs, Theme(theme.name, theme.foreground, theme.background, theme.styles))
        self.hyperlinks = terminal.hyperlinks
        super().__init__(driver_class=driver_class(environment), ansi_color=self.skin.theme.background is None)
        self._terminal, self._usual = terminal, self.console.color_system
        if self.skin.theme.background is not None:
            # rich goes by other rules, and has no public way to be told.
            self.console._color_system = COLOR_SYSTEMS[terminal.colours]
        self.animation_level = "none"
        self.sending: Sending | None = None
        self.picked: str | None = None
        """What was chosen, where the session was for that and has ended with it."""
        self._has_line_feed = any("ctrl+j" in action.everywhere for action in options.actions)
        self._type_ahead = TypeAhead(self)
        self._idle: IdleLimit | None = None
        self.is_drawn = False
        """Whether the first frame is out."""

    def get_default_screen(self) -> Screen[None]:
        """The main screen, at once: no empty one before it."""
        from faqtui.tui.screens.main import MainScreen

        return MainScreen(self, self.size)

    def on_mount(self) -> None:
        """Put off what the first frame does not need; after a suspension paint everything."""
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        self.call_after_refresh(self._first_frame_is_out)

    def _first_frame_is_out(self) -> None:
        """What the start put off: the collector, and the saved library for the next start."""
        frame = None
        self.is_drawn = True
        if isinstance(self._driver, FaqtuiDriver):
            frame = self._driver.first_frame()
            self._driver.listen()
        collect_seldom()
        self.begin_to_wait()
        if self.loading is None and not self.options.secure:
            self.when_done(partial(self._keep, frame, KEEP_AFTER))

    def begin_to_wait(self) -> None:
        """There is somebody from now on, who may be told something, and may go away."""
        if self.options.served:
            from faqtui.live.notices import heed  # only servers have notices

            heed(self.main_screen.say)
        if self.options.idle:
            from faqtui.tui.idle import IdleLimit  # few sessions have a limit

            self._idle = IdleLimit(self, self.options.idle)

    def arrived(self, faq: Faq) -> None:
        """The FAQ has come that the screen was waiting for. An id that was asked for is looked up only now."""
        self.loading, self.opened = None, faq
        if (asked := self.options.open_id) is not None and faq.find(asked) is None:
            namesakes = faq.namesakes(asked)
            if not namesakes:
                self.fail(UsageError(f"no entry has the id {asked}; `faqtui list` shows the ids"))
                return
            self.options = self.options._replace(open_id=faq.library.entries[namesakes[0]].id)
        self._keep(None)

    def fail(self, problem: Exception) -> None:
        """Leave, with an error that is told when the terminal is given back."""
        self.problem = problem
        self.exit(return_code=FaqtuiError.exit_code)

    def _keep(self, frame: Frame | None, after: float = 0) -> None:
        if not self.options.secure:
            # In a thread of its own: for a large library it takes seconds, and neither a key nor leaving must wait.
            from faqtui.live.saving import save  # what happens once, when the first frame is out

            with suppress(OSError):  # the next start reads the files
                begin(partial(save, self.faq, frame, self.options, self.environment, after))

    async def on_event(self, event: events.Event) -> None:
        """Tell the screen of each key, and take apart an escape that a lagging link joined to the next key."""
        if self._idle is not None and isinstance(event, events.InputEvent | events.Paste):
            self._idle.touched()
        if isinstance(event, events.Key) and not event.is_forwarded:
            key = self._type_ahead.next_of(event, as_meant(event, known=self.knows, is_key=self._has_line_feed))
            if isinstance(key, events.Key):
                with self.main_screen.or_not_now():
                    await self._act(self._as_known_here(key))
            return
        if isinstance(event, events.Paste) and not event.is_forwarded and not self._type_ahead.next_of(event, [event]):
            return
        self._type_ahead.passes(event)
        await super().on_event(event)

    async def _act(self, key: events.Key) -> None:
        main = self.main_screen
        main.before_key(key)
        if main.takes_key(key):
            return
        # What is bound on the main screen is done here: on its way through every widget to this place nothing else takes it.
        types = key.is_printable and isinstance(main.focused, Input)
        if types or self.screen is not main or not await self._check_bindings(key.key):
            if not types and self.screen is main:
                main.tell_unbound(key)
            await super().on_event(key)

    def _fatal_error(self) -> None:
        """Leave with a traceback without values, which Textual's shows: a FAQ, or what was typed, may be private."""
        import traceback  # only on the way out

        from rich.text import Text

        from faqtui.sanitize import sanitize

        secure = self.options.secure
        told = "faqtui: ended by an error of its own" if secure else sanitize(traceback.format_exc())
        self._exit_renderables.append(Text(told))
        self._close_messages_no_wait()

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the pointer alone: nothing here asks for another, and terminals without OSC 22 may print it."""

    def action_suspend_process(self) -> None:
        """Back to the shell until ``fg``; behind a login in secure mode there is none."""
        if not self.options.secure:
            super().action_suspend_process()

    def on_app_blur(self, event: events.AppBlur) -> None:
        """Keep the focus when the terminal's window loses its own: what is seen must not change for that."""
        event.prevent_default()

    def knows(self, key: str) -> bool:
        """Whether a key has a meaning where the focus is."""
        return bool(self.screen_stack) and (key in self.screen.active_bindings or key in self._own_here())

    def _own_here(self) -> Mapping[str, str]:
        """The user's own keys for what lies over the panes, each with the one by which it is known there."""
        if self.options.actions is ACTIONS:
            return {}
        from faqtui.view.keymap import FINDING, OVERLAID, known_as  # few have keys of their own

        main = self.main_screen
        is_over = len(self.screen_stack) > 1 or main.following.is_choosing
        return known_as(self.options.actions, OVERLAID if is_over else FINDING if main.find_in_answer.is_open else {})

    def _as_known_here(self, key: events.Key) -> events.Key:
        known = self._own_here().get(key.key)
        return key if known is None else events.Key(known, None)

    def when_done(self, then: Callable[[], None]) -> None:
        """Call `then` once all that was typed has been acted on."""
        self._type_ahead.when_done(then)

    def copy_to_clipboard(self, text: str) -> None:
        """Textual's own copying (a cut in the filter) goes our way too; a cut of nothing empties no clipboard."""
        if text:
            self.copy_text(text, "the selection")

    def copy_text(self, text: str, what: str, *, is_address: bool = False) -> None:
        """Send `text` to the clipboard of the machine in front of the user; what was done is said when it is done.

        An address is so short that it is shown as well, as far as there is room.
        """
        from faqtui.sanitize import for_clipboard

        text = for_clipboard(text)
        if not text.strip():  # many terminals empty their clipboard for it
            self.main_screen.say(f"{what}: there is nothing to copy", good=False)
            return
        if self.sending is None:
            from faqtui.live.sending import Sending  # its thread and what it needs: asked for by few sessions

            self.sending = Sending(self)
        self.sending.start(text, what, is_address=is_address)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, once a copy that is on its way has been sent; at once where something went wrong."""
        leave = partial(super().exit, result, return_code, message)
        if return_code or self.sending is None or not self.sending.hold(leave):
            leave()

    @property
    def main_screen(self) -> MainScreen:
        """The screen under whatever is open."""
        return cast("MainScreen", self.screen_stack[0])

    def remember(self) -> None:
        """Keep what quitting keeps: the driver calls this where nobody can press a key for it any more."""
        with suppress(Exception):  # the process is ending, in the middle of whatever it did; there is nobody to tell
            self.main_screen.bookmarks.remember_last()

    @property
    def looks(self) -> str:
        """The name of the theme that is put on, as it would be chosen."""
        is_auto = self.options.theme == AUTO and self.skin.theme.name != "none"
        return AUTO if is_auto else self.skin.theme.name

    @property
    def asks_background(self) -> bool:
        """Whether the terminal is asked for its background."""
        return self.options.theme == AUTO and self._terminal.may_tell_background

    def background_told(self, colour: str) -> None:
        """The terminal has said what its background is: that is put on, and remembered for the next start."""
        from faqtui.wire.background import shade_of  # few sessions ask

        shade = shade_of(colour)
        if shade is None:
            return
        if shade != self.options.shade:
            self.options = self.options._replace(shade=shade)
            if self.options.theme == AUTO:
                self._wear(AUTO)
        if not self.options.secure:
            self.set_timer(KEEP_AFTER, partial(self._remember_background, shade))

    def _remember_background(self, shade: Shade) -> None:
        from faqtui.view.backgrounds import remember  # few sessions ask

        with suppress(OSError):  # it is asked again
            remember(self.environment, shade)

    def put_on(self, theme: str) -> None:
        """Draw with another theme from now on; where that goes by the terminal's background, ask for it."""
        self.options = self.options._replace(theme=theme)
        if self.asks_background and self.options.shade is None and isinstance(self._driver, FaqtuiDriver):
            self._driver.ask_background()
        self._wear(theme)

    def _wear(self, theme: str) -> None:
        from faqtui.tui.appearance import put_on  # few sessions change it

        colours = self._terminal.colours
        other = choose(theme, colours=colours, shade=self.options.shade)
        put_on(self, self.skin.theme, other, colours=colours, usual=self._usual)
        main = self.main_screen
        if main.answer.page.height:
            main.answer.lay_out_again()
        main.draw_surround()

    def take_mouse(self, *, wanted: bool) -> None:
        """Ask the terminal for the mouse, or leave it alone, from now on."""
        self.options = self.options._replace(mouse=True)
        if wanted and isinstance(self._driver, FaqtuiDriver):
            self._driver.reports_mouse()
        self._mouse_support(on=wanted)
        self.options = self.options._replace(mouse=wanted)

    def break_lines(self, *, wanted: bool) -> None:
        """Break long lines of code from now on, or scroll them sideways."""
        self.options = self.options._replace(wrap=wanted)
        answer = self.main_screen.answer
        answer.wraps = wanted
        if answer.page.height:
            answer.scrolling.panned = 0
            answer.lay_out_again()

    def show_by_hand(self, text: str, why: str, kept: str) -> None:
        """Show `text` for the terminal's own selection, the mouse left to it meanwhile; `kept` is a file with it, or ""."""
        from faqtui.tui.overlays.by_hand import ByHand  # the way that few terminals need

        self._mouse_support(on=False)
        self.push_screen(ByHand(self.skin, text, why, kept), lambda _: self._mouse_support(on=True))

    def _mouse_support(self, *, on: bool) -> None:
        # Textual has no public switch for a running app; both names are there in every driver for Unix.
        switch = getattr(self._driver, "_enable_mouse_support" if on else "_disable_mouse_support", None)
        if switch is not None and self.options.mouse:
            switch()

    @property
    def has_slow_link(self) -> bool:
        """Whether it takes a while until what is painted is seen."""
        return isinstance(self._driver, FaqtuiDriver) and self._driver.is_slow

    def send(self, sequence: str) -> None:
        """Write a terminal sequence between two frames."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()


def as_meant(event: events.Key, known: Callable[[str], bool], *, is_key: bool = False) -> list[events.Key]:
    """The keys that were pressed, where what came in does not say so itself.

    Before the program takes the terminal, that turns the return of an enter into a line feed (ICRNL, POSIX termios), which
    `is_key` says to be a key of its own.
    """
    if event.key == "ctrl+j" and not is_key:
        return [events.Key("enter", "\r")]
    return split_escape(event, known)


def split_escape(event: events.Key, known: Callable[[str], bool]) -> list[events.Key]:
    """Take ``alt+x`` without a meaning of its own as escape, then x: a slow link joins the two.

    Terminals send alt as ESC before the key, so nothing else can tell them apart.
    """
    if not event.key.startswith("alt+") or known(event.key):
        return [event]
    key = event.key.removeprefix("alt+")
    character = event.character
    if character is None and len(key) == 1:
        character = key
    return [events.Key("escape", "\x1b"), events.Key(key, character)]


class Outcome(NamedTuple):
    """How a session ended: what was shown (what was given to it where nothing came), the exit code, and what was chosen."""

    faq: Faq | Loading
    code: int
    picked: str | None


def run(faq: Faq | Loading, options: TuiOptions) -> Outcome:
    """Show `faq`, or what is loaded, until the user leaves.

    Raises what loading raised, and UsageError for an entry that is asked for and turns out not to exist.
    """
    if driver_class(os.environ) is None:  # it knows of no frame, and enters the terminal itself
        first_frame.leave_now()
    if typed := first_frame.peek():
        from faqtui.view.backgrounds import answer_in  # few sessions ask

        options = options._replace(shade=answer_in(typed) or options.shade)
    app = FaqtuiApp(faq, options, as_given(os.environ))
    code = app.run(mouse=options.mouse)
    if app.problem is not None:
        raise app.problem
    return Outcome(app.opened, app.return_code or code or 0, app.picked)
