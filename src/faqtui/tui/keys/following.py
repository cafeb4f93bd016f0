"""Following the links of an answer: hints on them, letters that choose, and where each leads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from faqtui.host.threads import begin
from faqtui.view.answer.targets import Target, hint_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from faqtui.tui.showing import Showing
    from faqtui.tui.stage import Acts, Stage

KEYS = (("a-z", "open the link"), ("esc", "close"), ("pgdn", "scroll"))
"""What acts while hints are shown, for the footer."""

BROWSER = ("A-Z", "in the browser here")
"""What acts besides where there is a browser that may be opened."""

SCROLLING = frozenset(("up", "down", "pageup", "pagedown"))
"""Keys that keep the hints."""


class Following:
    """Chooses links by hints; while those are shown, letters belong to them."""

    def __init__(self, stage: Stage, showing: Showing) -> None:
        self._stage = stage
        self._showing = showing
        self._targets: dict[str, Target] = {}
        self._typed = ""
        self.keys: Sequence[tuple[str, str]] = KEYS
        self.acts: Acts = {"links": self.choose}

    @property
    def is_choosing(self) -> bool:
        """Whether hints are shown."""
        return bool(self._stage.answer.hints)

    def choose(self) -> None:
        """Show a hint on every link of the answer, the nearest in view."""
        stage = self._stage
        targets = stage.answer.targets()
        if not targets:
            what = stage.answer.shown.what if stage.answer.shown is not None else "answer"
            stage.say(f"no link in this {what}", good=False)
            return
        stage.set_focus(stage.answer)
        self.keys = (KEYS[0], BROWSER, *KEYS[1:]) if self._may_browse() else KEYS
        self._targets = dict(zip(hint_names(len(targets)), targets, strict=True))
        self._type("")

    def take(self, key: events.Key) -> bool:
        """Use up a key while hints are shown; False where it means what it always does."""
        if not self.is_choosing or key.key in SCROLLING:
            return False
        if key.key == "backspace":
            self._type(self._typed[:-1])
            return True
        browse = (key.character or "").isupper()
        letter = (key.character or "").lower()
        if not (len(letter) == 1 and letter.isalpha()):
            self.stop()
            return key.key == "escape"
        typed = self._typed + letter
        if typed in self._targets:
            target = self._targets[typed]
            self.stop()
            if browse and target.url:
                self._browse(target.url)
            else:
                self.follow(target)
        elif any(name.startswith(typed) for name in self._targets):
            self._type(typed)
        else:
            self.stop()
            self._stage.say(f"no link has the letters {typed}", good=False)
        return True

    def _type(self, typed: str) -> None:
        self._typed = typed
        hints = {target.number: name[len(typed) :] for name, target in self._targets.items() if name.startswith(typed)}
        self._stage.answer.show_hints(hints)
        self._stage.draw_status()

    def stop(self) -> None:
        """Take the hints away."""
        self._stage.answer.show_hints({})
        self._stage.draw_status()

    def follow(self, target: Target) -> None:
        """Go where a link leads: to its entry; a web address is copied and shown."""
        shown, faq = self._stage.answer.shown, self._showing.faq
        if shown is None:
            return
        if target.position is not None:
            self._showing.read(target.position)
            return
        leads_to = next((link.entry for link in shown.links if link.url == target.url and link.entry), None)
        position = faq.find(leads_to) if leads_to is not None else None
        if position is not None:
            self._showing.read(position)
        elif target.url.startswith("#"):
            self._stage.say(f"{target.url} is no entry of this FAQ", good=False)
        else:
            # What opens it is the machine in front of the reader, not this one.
            is_address = target.url.startswith("//") or ":" in target.url.partition("/")[0]
            what = "link" if is_address else "path, no entry here,"
            self._stage.session.copy_text(target.url, what, is_address=True)

    def _may_browse(self) -> bool:
        """Whether a browser could be asked for, as far as can be told at once."""
        from faqtui.host.browser import opener
        from faqtui.host.clipboard.between import is_remote

        session = self._stage.session
        return (
            not (session.options.secure or is_remote(session.environment)) and opener(session.environment) is not None
        )

    def _browse(self, url: str) -> None:
        """Open a web address in the browser of this machine, where the reader sits at it."""
        stage, session = self._stage, self._stage.session
        stage.say("opening", address=url)

        def browse() -> None:
            from faqtui.host.browser import open_in_browser  # asked for by few sessions

            message = open_in_browser(url, session.environment, secure=session.options.secure)
            stage.app.call_later(partial(stage.say, message, good=not message.startswith("not"), address=url))

        begin(browse)  # which asks tmux where the reader sits
