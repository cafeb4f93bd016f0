"""The vectors of a FAQ on disk: a file for each list of paths that somebody reads, beside the saved libraries.

A vector is kept under the digest of the text that it was made of, so that whatever changes in the files, what did not change is
not made again. Where the file was written for the very library that is read, its rows are those of the entries as they stand.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from faqtui.host import sections
from faqtui.host.sections import Packing
from faqtui.saved.directory import keep

FORMAT = "faqtui vectors 1"


class Kept(NamedTuple):
    """What a file has.

    `model` made the vectors, and was installed as `made_by` says; `library` is the name of the saved library whose entries the
    rows are, in their order. `rows` are `size` components of 8 bits for each, all zero where there was no vector, `digests` those
    of the texts. `near` has for each
    entry the positions of its nearest others, the nearest first, and `cosines` how near these are, in thousandths; both
    are empty unless all vectors are there.
    """

    model: str
    made_by: str
    library: str
    size: int
    rows: bytes
    digests: bytes
    near: Sequence[int]
    cosines: Sequence[int]
    complete: bool


def load(path: Path) -> Kept | None:
    """The vectors in a file; None where it is missing, damaged, or could be somebody else's."""
    found = sections.load(path, FORMAT)
    if found is None:
        return None
    try:
        facts = found.facts
        return Kept(
            str(facts["model"]),
            str(facts["made_by"]),
            str(facts["library"]),
            int(facts["size"]),
            found.section("rows"),
            found.section("digests"),
            found.numbers("near", "I"),
            found.numbers("cosines", "h"),
            bool(facts["complete"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(path: Path, kept: Kept) -> None:
    """Write the file, as a whole. Raises OSError."""
    packing = Packing()
    packing.add("rows", kept.rows)
    packing.add("digests", kept.digests)
    packing.add_numbers("near", "I", array("I", kept.near))
    packing.add_numbers("cosines", "h", array("h", kept.cosines))
    facts = {
        "model": kept.model,
        "made_by": kept.made_by,
        "library": kept.library,
        "size": kept.size,
        "complete": kept.complete,
    }
    keep(path, packing.pieces(FORMAT, facts))
