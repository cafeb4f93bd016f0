"""Text to the clipboard of the machine in front of the user, and an honest word about what was done.

No terminal confirms that it took a text, so no message here says "copied". The ways are in
`faqtui.clipboard.backends`, their bytes in `faqtui.clipboard.osc52`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from faqtui.clipboard.backends import Run


class CopyResult(NamedTuple):
    """What became of a copy: `route` names the way, `message` is the sentence for the status line.

    With `ok` false nothing was sent, and the text should be offered for selecting by hand.
    """

    route: str
    message: str
    ok: bool
    characters: int


def copy(
    text: str,
    *,
    env: Mapping[str, str],
    write: Callable[[str], None],
    secure: bool = False,
    run: Run | None = None,
    ancestors: Callable[[], Sequence[str]] | None = None,
    tty: Callable[[], str] | None = None,
) -> CopyResult:
    """Send `text` the first way that fits this environment.

    `write` sends a sequence to the terminal. With `secure` no program is run and no other way than the bare sequence
    is tried. `run`, `ancestors` and `tty` stand in for the system's own in tests.
    """
    from faqtui.clipboard import backends
    from faqtui.errors import ClipboardError

    around = backends.Surroundings(
        env=env,
        write=write,
        run=run or backends.run_program(env),
        ancestors=ancestors or backends.ancestors,
        tty=tty or backends.own_tty,
    )
    ways: Sequence[backends.Backend] = (backends.Terminal(),) if secure else backends.BACKENDS
    count = len(text)
    noun = "character" if count == 1 else "characters"
    reason = "there is no way to the clipboard here"
    for way in ways:
        if not way.fits(around):
            continue
        try:
            place = way.send(text, around) or way.place
        except ClipboardError as error:
            reason = str(error)
            if isinstance(way, backends.Mosh):
                break  # every other way goes through mosh as well
            continue
        return CopyResult(way.name, f"sent {count:,} {noun} to {place}", ok=True, characters=count)
    return CopyResult("none", f"not sent: {reason}", ok=False, characters=count)
