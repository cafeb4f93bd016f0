"""Text to the clipboard of the machine in front of the user, and an honest word about what was done.

No terminal confirms that it took a text, so no message here says "copied". What stands between is found out in
`faqtui.host.clipboard.between`, the ways are in `faqtui.host.clipboard.backends`, their bytes in `faqtui.host.clipboard.osc52`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from faqtui.host.clipboard.backends import Backend, Outlook, Surroundings
    from faqtui.host.clipboard.between import Between
    from faqtui.host.clipboard.processes import Machine, Run


class CopyResult(NamedTuple):
    """What became of a copy: `route` names the way, `message` is the sentence for the status line, `place` where it went.

    With `ok` false nothing was sent, and the text should be offered for selecting by hand.
    """

    route: str
    message: str
    ok: bool
    characters: int
    place: str = ""


class Forecast(NamedTuple):
    """What would become of a copy: the name of the way it would take, what is to be expected of it, what is between."""

    route: str
    outlook: Outlook
    between: Between


def forecast(
    *, env: Mapping[str, str], secure: bool = False, run: Run | None = None, machine: Machine | None = None
) -> Forecast:
    """What would become of a copy here; nothing is sent. The arguments are those of `copy`."""
    around, ways = look_around(env=env, write=lambda _: None, secure=secure, run=run, machine=machine)
    way = next(way for way in ways if way.fits(around))
    return Forecast(way.name, way.outlook(around), around.between)


def copy(
    text: str,
    *,
    env: Mapping[str, str],
    write: Callable[[str], None],
    secure: bool = False,
    run: Run | None = None,
    machine: Machine | None = None,
) -> CopyResult:
    """Send `text` the first way that fits this environment.

    Helper programs may take `faqtui.host.clipboard.processes.TIME_LIMIT` seconds together. `write` sends a sequence to the
    terminal. With `secure` no program is run and no other way than the bare sequence is tried. `run` and `machine`
    stand in for the system's own in tests.
    """
    from faqtui.errors import ClipboardError
    from faqtui.host.clipboard.osc52 import utf8

    around, ways = look_around(env=env, write=write, secure=secure, run=run, machine=machine)
    count = len(text)
    noun = "character" if count == 1 else "characters"
    reason = "there is no way to the clipboard here"
    size = len(utf8(text))
    for way in ways:
        if not way.fits(around):
            continue
        outlook = way.outlook(around)
        if outlook.limit is not None and size > outlook.limit:
            # What is left would go through the same carrier.
            reason = f"{outlook.carrier} carries {outlook.limit:,} bytes to the clipboard, this is {size:,}"
            break
        try:
            way.send(text, around)
        except ClipboardError as error:
            reason = str(error)
            continue
        message = f"sent {count:,} {noun} to {outlook.place}"
        return CopyResult(way.name, message, ok=True, characters=count, place=outlook.place)
    return CopyResult("none", f"not sent: {reason}", ok=False, characters=count)


def look_around(
    *,
    env: Mapping[str, str],
    write: Callable[[str], None],
    secure: bool = False,
    run: Run | None = None,
    machine: Machine | None = None,
) -> tuple[Surroundings, Sequence[Backend]]:
    """What a copy would find here, and the ways it would try, in their order. The arguments are those of `copy`."""
    from faqtui.host.clipboard import backends, between
    from faqtui.host.clipboard.processes import Machine, run_program

    run, machine = run or run_program(env), machine or Machine()
    if secure:
        found = between.look_no_further(env, machine)
        return backends.Surroundings(env, found, write, _run_nothing), backends.SECURE
    return backends.Surroundings(env, between.look(env, run, machine), write, run), backends.BACKENDS


def _run_nothing(command: Sequence[str], text: str | None) -> None:
    """A `Run` that runs no program."""
