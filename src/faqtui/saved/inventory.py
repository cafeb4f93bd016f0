"""What is known of the files that a FAQ was read from, so that those that did not change need not be read to know it.

It is kept beside saved libraries, a file for each list of paths that somebody reads, and names the library that was made of them
last. A file is known only where nothing can have written to it since it was read: it had rested before that was begun.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from faqtui.host import sections
from faqtui.host.digests import SIZE
from faqtui.host.rawfiles import KnownFile, RawFile, State
from faqtui.host.sections import Packing
from faqtui.records import NamedTuple

FORMAT = "faqtui files 1"

RESTED = 2.0
"""Seconds without a change before a file is read, so that the next one shows in its state: the coarsest clock has such steps."""

_WANTED, _NAMED = 1, 2


class Inventory(NamedTuple):
    """The files that are known, by where they are, and the file name of the library that was made of them last."""

    files: Mapping[str, KnownFile]
    library: str


EMPTY = Inventory({}, "")


def load(path: Path) -> Inventory:
    """The inventory in a file; an empty one where that is missing, damaged, or could be somebody else's."""
    found = sections.load(path, FORMAT)
    if found is None:
        return EMPTY
    try:
        names = os.fsdecode(found.section("names")).split("\0") if found.size("names") else []
        states = found.numbers("states", "Q")
        digests = found.section("digests")
        files = {
            name: KnownFile(
                tuple(states[5 * number : 5 * number + 5]),
                digests[SIZE * number : SIZE * number + SIZE] if flag & _WANTED else b"",
                bool(flag & _NAMED),
            )
            for number, (name, flag) in enumerate(zip(names, found.section("flags"), strict=True))
        }
        return Inventory(files, str(found.facts["library"]))
    except (OSError, ValueError, KeyError, TypeError):
        return EMPTY


def known(files: Iterable[RawFile], unwanted: Mapping[str, State], began: float) -> dict[str, KnownFile]:
    """What will be known of files that were read, from some time after `began`, as `time.time` counts."""
    latest = int((began - RESTED) * 1e9)
    found: dict[str, KnownFile] = {}
    for file in files:
        if file.known is not None:
            found[file.real] = file.known
        elif file.real and file.state is not None and _has_rested(file.state, latest):
            found[file.real] = KnownFile(file.state, file.digest, file.root > file.path.count("/"))
    for real, state in unwanted.items():
        if _has_rested(state, latest):
            found.setdefault(real, KnownFile(state, b"", named=False))
    return found


def _has_rested(state: State, latest: int) -> bool:
    """Whether the last change of a file, of its content or of anything, was before `latest`, and its numbers can be written."""
    return max(state[3:]) < latest and min(state) >= 0


def pieces(inventory: Inventory) -> Sequence[bytes]:
    """What the file of an inventory consists of."""
    packing = Packing()
    files = inventory.files
    packing.add("names", b"\0".join([os.fsencode(name) for name in files]))
    packing.add_numbers("states", "Q", array("Q", [number for own in files.values() for number in own.state]))
    packing.add("digests", b"".join([own.digest or bytes(SIZE) for own in files.values()]))
    flags = [(_WANTED if own.digest else 0) | (_NAMED if own.named else 0) for own in files.values()]
    packing.add("flags", bytes(flags))
    return packing.pieces(FORMAT, {"library": inventory.library})
