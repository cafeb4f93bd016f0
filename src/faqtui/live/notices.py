"""What a server has to tell the sessions that it serves, on the status line: by signal, since nothing else reaches all of them.

The server holds these signals back until a session is ready to heed them, so that none is lost and none ends it.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from functools import partial

NOTICES = {
    signal.SIGUSR1: "there is newer content: leave and connect again to see it",
    signal.SIGUSR2: "this server is about to end: copy what you need, and connect again",
}
"""What each signal says."""


def heed(say: Callable[[str], object]) -> None:
    """From now on say what comes, in the loop that runs."""
    loop = asyncio.get_running_loop()
    for number, text in NOTICES.items():
        loop.add_signal_handler(number, partial(say, text))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, NOTICES)
