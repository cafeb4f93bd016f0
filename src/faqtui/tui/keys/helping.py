"""Helping: asking what there is to do: the keys of the help, and the palette of actions and topics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from faqtui.errors import ConfigError

if TYPE_CHECKING:
    from faqtui.tui.keys.filtering import Filtering
    from faqtui.tui.keys.moving import Moving
    from faqtui.tui.stage import Acts, Stage
    from faqtui.view.overlays.choices import Choice


class Helping:
    """Opens help and palette; `act` does what a row of the action table says, once what was pressed is done with."""

    def __init__(self, stage: Stage, moving: Moving, filtering: Filtering, act: Callable[[str], object]) -> None:
        self._stage = stage
        self._moving = moving
        self._filtering = filtering
        self._act = act
        self._theme = ""  # before the palette was opened
        self.acts: Acts = {"help": self.help, "palette": self.palette}

    def help(self) -> None:
        """Show the keys."""
        from faqtui.tui.overlays.help import HelpScreen  # 2 ms that a start without help does not pay

        stage, session = self._stage, self._stage.session
        stage.app.push_screen(HelpScreen(session.skin, session.options.actions))

    def palette(self) -> None:
        """Have something chosen by its name."""
        from faqtui.host.settings import THEMES
        from faqtui.search.facets import sorts
        from faqtui.tui.overlays.palette import Palette
        from faqtui.view.overlays.choices import choices, facets, settings  # few ask for them

        session = self._stage.session
        self._theme = session.looks
        changeable = settings(self._theme, THEMES, mouse=session.options.mouse, wrap=session.options.wrap)
        only = facets(sorts(session.faq.index) if self._filtering.search.is_ready else ())
        rows = choices(session.options.actions, session.faq.library.categories, [*only, *changeable])
        self._stage.app.push_screen(Palette(session.skin, rows, self._preview), self._chosen)

    def _preview(self, choice: Choice | None) -> None:
        """Draw with the theme of a choice, with that of before for any other."""
        session, name = self._stage.session, self._theme
        if choice is not None and choice.setting is not None and choice.setting[0] == "theme":
            name = str(choice.setting[1])
        if name != session.looks:
            session.put_on(name)

    def _set(self, name: str, value: str | bool) -> None:
        """Have a setting hold from now on, and write it into the settings file."""
        from faqtui.host import paths
        from faqtui.host.settings import put
        from faqtui.view.overlays.choices import told_of

        session = self._stage.session
        if name == "theme":
            session.put_on(str(value))
        elif name == "wrap":
            session.break_lines(wanted=bool(value))
        else:
            session.take_mouse(wanted=bool(value))
        told = told_of(name, value)
        if session.options.secure:
            self._stage.say(f"{told}, for this session")
            return
        path = paths.config_file(session.environment)
        try:
            put(path, name, value)
        except (OSError, ConfigError) as error:
            self._stage.say(f"{told}, for this session: {error}", good=False)
        else:
            self._stage.say(f"{told}, from now on", address=str(path))

    def _chosen(self, choice: Choice | None) -> None:
        if choice is not None and choice.setting is not None:
            self._set(*choice.setting)
            return
        self._preview(None)
        if choice is None:
            return
        if choice.facet:
            self._moving.to_filter()
            from faqtui.search.facets import narrowed

            self._stage.filter.set_query(narrowed(self._stage.filter.value, choice.facet))
        elif choice.action is not None:
            self._act(choice.action)
        elif choice.category is not None:
            self._moving.to_category(choice.category)
