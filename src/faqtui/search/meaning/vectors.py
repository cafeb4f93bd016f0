"""The vectors of the entries of a library, as 8-bit integers by position: which there are, and how near each is to a query.

A component is the nearest of 255 steps up to the largest of its vector, which is off by less than the model's own weights are.
Pure data: what makes vectors is an embedder's business, where they are kept `faqtui.saved.vectors`'s.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from faqtui.search.meaning.one_thread import import_numpy

if TYPE_CHECKING:
    from faqtui.search.meaning.embedder import Matrix

COMPARED = 256
"""Entries that are compared with all others in one go: 7 MB for 7,000."""

AT_ONCE = 4096
"""Vectors that are multiplied in one go: 6 MB in 32 bits."""


class Vectors:
    """Vectors of `count` entries with `size` components each; those that were not put in are zero, and near to nothing."""

    def __init__(self, count: int, size: int) -> None:
        self._np = np = import_numpy()
        self.size = size
        self._rows: Any = np.zeros((count, size), np.int8)
        self._lengths: Any = np.zeros(count, np.float32)

    def __len__(self) -> int:
        return len(self._rows)

    def missing(self) -> list[int]:
        """The positions that have none yet."""
        found: list[int] = self._np.flatnonzero(self._lengths == 0).tolist()
        return found

    def has(self, position: int) -> bool:
        """Whether there is a vector at a position."""
        return bool(self._lengths[position])

    def put(self, positions: Sequence[int], vectors: Matrix) -> None:
        """Take in the vectors of some positions, a row each."""
        np = self._np
        largest = np.abs(vectors).max(axis=1, keepdims=True)
        rows = np.rint(vectors * (np.float32(127) / largest)).astype(np.int8)
        self._rows[list(positions)] = rows
        self._lengths[list(positions)] = self._length_of(rows)

    def take_rows(self, positions: Sequence[int], rows: bytes) -> None:
        """Take in vectors as `as_bytes` has them, those of some positions one behind the other."""
        np = self._np
        if len(positions):
            found = np.frombuffer(rows, np.int8).reshape(len(positions), self.size)
            self._rows[list(positions)] = found
            self._lengths[list(positions)] = self._length_of(found)

    def take(self, other: Vectors) -> None:
        """Take in what another has of the same entries, and this has not."""
        new = (self._lengths == 0) & (other._lengths > 0)
        self._rows[new], self._lengths[new] = other._rows[new], other._lengths[new]

    def as_bytes(self) -> bytes:
        """All components, entry by entry."""
        found: bytes = self._rows.tobytes()
        return found

    def neighbours(self, count: int, nobody: int) -> tuple[array[int], array[int]]:
        """For each entry the `count` others nearest to it, the nearest first, and their cosines in thousandths.

        Where there are fewer others, `nobody` stands for them.
        """
        np, total = self._np, len(self)
        near, cosines = np.full((total, count), nobody, np.uint32), np.zeros((total, count), np.int16)
        most = min(count, total - 1)
        if most > 0:
            whole = self._rows.astype(np.float32) / np.maximum(self._lengths, 1)[:, None]
            for begin in range(0, total, COMPARED):
                found = whole[begin : begin + COMPARED] @ whole.T
                mine = np.arange(len(found))
                found[mine, begin + mine] = -2
                best = np.argpartition(-found, most - 1, axis=1)[:, :most]
                order = np.lexsort((best, -np.take_along_axis(found, best, axis=1)), axis=1)
                best = np.take_along_axis(best, order, axis=1)
                near[begin : begin + COMPARED, :most] = best
                cosines[begin : begin + COMPARED, :most] = np.rint(1000 * np.take_along_axis(found, best, axis=1))
        return array("I", near.tobytes()), array("h", cosines.tobytes())

    def cosines(self, vector: Matrix) -> Matrix:
        """How near each entry is to a vector of length 1: 1 says the same, 0 has nothing to do with it."""
        np = self._np
        rows = self._rows
        found: Matrix = np.empty(len(rows), np.float32)
        for begin in range(0, len(rows), AT_ONCE):
            part = rows[begin : begin + AT_ONCE].astype(np.float32)
            found[begin : begin + AT_ONCE] = part @ vector
        found /= np.maximum(self._lengths, 1)
        return found

    def mean(self, cosines: Matrix, missing: float) -> float:
        """How near all entries together are, those without a vector counting as `missing`."""
        return float(self._np.where(self._lengths > 0, cosines, self._np.float32(missing)).sum()) / max(len(cosines), 1)

    def nearest(self, cosines: Matrix, count: int) -> list[int]:
        """The positions of the `count` largest cosines, largest first, equal ones by position."""
        np = self._np
        if count < len(cosines):
            least = np.partition(cosines, len(cosines) - count)[len(cosines) - count]
            places = np.flatnonzero(cosines >= least)
        else:
            places = np.arange(len(cosines))
        order = places[np.argsort(-cosines[places], kind="stable")][:count]
        found: list[int] = order.tolist()
        return found

    def _length_of(self, rows: Any) -> Any:
        np = self._np
        found = np.empty(len(rows), np.float32)
        for begin in range(0, len(rows), AT_ONCE):
            part = rows[begin : begin + AT_ONCE].astype(np.float32)
            found[begin : begin + AT_ONCE] = np.sqrt((part * part).sum(axis=1))
        return found
