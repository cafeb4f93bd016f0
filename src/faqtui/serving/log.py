"""The log of a server: a line of JSON for each thing that happens, on standard error. Never what somebody searched for."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from time import gmtime, strftime, time


def write(event: str, **facts: object) -> None:
    """Write one line in one go, so that those of several processes do not mix."""
    now = time()
    when = f"{strftime('%Y-%m-%dT%H:%M:%S', gmtime(now))}.{int(now % 1 * 1000):03}Z"
    line = json.dumps({"t": when, "event": event, **{name: fact for name, fact in facts.items() if fact is not None}})
    with suppress(OSError):  # nobody reads it any more: no reason to end sessions
        os.write(2, line.encode() + b"\n")


def say(why: str) -> None:
    """Tell the person who started the server, in a line of its own."""
    from faqtui.sanitize import sanitize_line

    with suppress(OSError):
        os.write(2, f"faqtui: {sanitize_line(why)}\n".encode("utf-8", "backslashreplace"))
