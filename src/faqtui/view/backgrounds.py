"""Which of light and dark the theme ``auto`` is: what was remembered of a terminal, or is hinted at, until it has answered.

What is asked and how an answer is read is in `faqtui.wire.background`.
"""

from __future__ import annotations

from collections.abc import Mapping

from faqtui.host import paths, state
from faqtui.wire.background import Shade, hinted, shade_of
from faqtui.wire.keyboard import Background, Keyboard


def supposed(env: Mapping[str, str], *, secure: bool) -> Shade | None:
    """The background that this terminal had last time, else what the environment says of it; None where neither is known.

    In secure mode no file is asked, as none is written.
    """
    return (None if secure else remembered(env)) or hinted(env)


def remembered(env: Mapping[str, str]) -> Shade | None:
    """What this terminal has last said of its background, in whatever session that was."""
    match state.background(paths.state_dir(env), name_of(env)):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return None


def remember(env: Mapping[str, str], shade: Shade) -> None:
    """Have it `remembered` where it is not already. Raises OSError where it cannot be written."""
    if remembered(env) != shade:
        state.keep_background(paths.state_dir(env), name_of(env), shade)


def name_of(env: Mapping[str, str]) -> str:
    """What a terminal is called, as far as two that look different may be told apart by it."""
    return " ".join([env.get(name, "") for name in ("TERM", "TERM_PROGRAM", "LC_TERMINAL", "COLORFGBG")]).strip()


def answer_in(typed: bytes) -> Shade | None:
    """What the last answer says that is in the bytes that have come from a terminal; None where there is none."""
    told = [one for one in Keyboard(0).feed(typed.decode("latin-1"), 0) if isinstance(one, Background)]
    return shade_of(told[-1].colour) if told else None
