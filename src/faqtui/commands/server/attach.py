"""``faqtui attach``: its help and its mistakes. What it does needs none of this: `faqtui.serving.attach`."""

from __future__ import annotations

import os
from collections.abc import Sequence

from faqtui.commands.arguments import Add, Command, Given
from faqtui.commands.console import Console
from faqtui.errors import UsageError


def _options(add: Add) -> None:
    add("--socket", metavar="PATH", help="where the zygote listens")


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Attach, where the socket was not the only argument. Raises UsageError for anything but a socket."""
    if operands or given.content:
        raise UsageError("attach: takes no paths; what is served is what `faqtui zygote` was started with")
    if not given.socket:
        raise UsageError("attach: to what? Give --socket PATH, where `faqtui zygote` listens")
    from faqtui.serving.attach import attach

    console.flush()
    return attach(given.socket, os.environ)


COMMAND = Command(
    usage="faqtui attach --socket PATH",
    more="For the\nforced command of an SSH server; a command behind `ssh host` is passed on.",
    options=_options,
    run=run,
)
