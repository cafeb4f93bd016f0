"""In how many threads numbers are multiplied: in one, since with two on busy cores a sentence takes ten times as long.

NumPy is told by the environment as it is imported. Where somebody else has imported it before, as programs do that use this one
as a library, OpenBLAS itself is told for as long as something is calculated; what else multiplies for NumPy is left as it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from faqtui.records import NamedTuple

NAMES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
"""The variables by which a user says how many there are to be."""

_PLACES = ("../numpy.libs", ".libs", ".dylibs")
"""Where NumPy's wheels keep what they are linked with, from its own directory."""

_SPELLINGS = ("scipy_openblas_{}64_", "openblas_{}64_", "scipy_openblas_{}", "openblas_{}")
"""How functions of OpenBLAS are called in its different builds."""


_imported: list[Any] = []
"""NumPy, where it was imported here."""


class _Told(NamedTuple):
    """OpenBLAS's own functions: how many threads there are, and how many there are to be."""

    threads: Callable[[], int]
    limit: Callable[[int], object]


def import_numpy() -> Any:
    """NumPy, imported so that it calculates in one thread where nobody has imported it before."""
    if "numpy" not in sys.modules:
        with one_thread():
            _imported.append(import_module("numpy"))
    return import_module("numpy")


@contextmanager
def one_thread() -> Iterator[None]:
    """Have what is loaded in the block calculate in one thread, unless the environment says how many."""
    new = [name for name in NAMES if name not in os.environ]
    os.environ.update(dict.fromkeys(new, "1"))
    try:
        yield
    finally:
        for name in new:  # what this program starts makes its own choice
            del os.environ[name]


@contextmanager
def calculating() -> Iterator[None]:
    """Have NumPy calculate in one thread in the block, whoever has imported it, unless the environment says how many."""
    told = None if _imported or any(name in os.environ for name in NAMES) else _told()
    before = told.threads() if told is not None else 1
    if told is None or before == 1:
        yield
        return
    told.limit(1)
    try:
        yield
    finally:
        told.limit(before)


@cache
def _told() -> _Told | None:
    """How OpenBLAS is told, where NumPy has brought one."""
    import ctypes  # 5 ms, for who needs it

    directory = Path(import_module("numpy").__file__ or ".").parent
    for place in _PLACES:
        for library in sorted((directory / place).glob("*openblas*")):
            try:
                loaded = ctypes.CDLL(str(library))
            except OSError:
                continue
            for spelling in _SPELLINGS:
                limit = getattr(loaded, spelling.format("set_num_threads"), None)
                count = getattr(loaded, spelling.format("get_num_threads"), None)
                if limit is not None and count is not None:
                    return _Told(count, limit)
    return None
