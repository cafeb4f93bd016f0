"""The vectors of a FAQ on disk: a file for each list of paths that somebody reads and each model, beside the saved libraries.

A vector is kept under the digest of the text that it was made of, so that whatever changes in the files, what did not change is
not made again. Where the file was written for the very library that is read, its rows are those of the entries as they stand.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from faqtui.host import sections
from faqtui.host.files import replace_file
from faqtui.host.sections import Packing, Sections
from faqtui.records import NamedTuple
from faqtui.saved.directory import VectorsPlace, keep

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


def load(place: VectorsPlace) -> Kept | None:
    """The vectors at a place; None where they are missing, damaged, or could be somebody else's."""
    if place.path is None:
        return None
    if not place.is_given:
        return _kept(sections.load(place.path, FORMAT))
    try:
        with place.path.open("rb") as file:
            return _kept(sections.read(file, FORMAT))
    except OSError:
        return None


def _kept(found: Sections | None) -> Kept | None:
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


def save(place: VectorsPlace, kept: Kept) -> None:
    """Write the file, as a whole; nothing where the place is nowhere. Raises OSError."""
    if place.path is None:
        return
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
    if place.is_given:
        replace_file(place.path, packing.pieces(FORMAT, facts), 0o644)
    else:
        keep(place.path, packing.pieces(FORMAT, facts))
