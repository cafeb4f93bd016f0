"""What an administrator has settled for all sessions: which FAQ, how long, how much."""

from __future__ import annotations

from faqtui.host.secure import IDLE_MINUTES
from faqtui.records import NamedTuple


class Terms(NamedTuple):
    """Of every session.

    `paths` are those of the FAQ, none for the one that ships; `library` is a file that `faqtui build` made, in place of them.
    `idle` is the minutes without a key after which a session ends, 0 for never. `memory` is what a session may take beside
    what it shares, in bytes; `processor` the seconds it may compute; `descriptors` how many files it may have open.
    `drain` is the seconds that sessions have left when the server is asked to end. `theme` is the name of the one they begin
    with, empty for that of a screen whose user has said nothing.
    """

    paths: tuple[str, ...] = ()
    library: str = ""
    idle: float = IDLE_MINUTES
    memory: int = 256_000_000
    processor: int = 600
    descriptors: int = 64
    drain: float = 60.0
    theme: str = ""
