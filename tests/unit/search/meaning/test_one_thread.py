"""Numbers are multiplied in one thread, whoever has imported NumPy, and others keep what they had."""

import os
import subprocess
import sys

import pytest

from faqtui.search.meaning import one_thread

BEFORE = """
import sys
if "before" in sys.argv:
    import numpy
from faqtui.search.meaning import one_thread
one_thread.import_numpy()
told = one_thread._told()
if told is None:
    print("none")
else:
    counts = [told.threads()]
    with one_thread.calculating():
        counts.append(told.threads())
        with one_thread.calculating():
            counts.append(told.threads())
    print(*counts, told.threads())
"""


def counted(*argv: str, **variables: str) -> list[int]:
    """How many threads OpenBLAS has before, while, and after something is calculated."""
    plain = {name: value for name, value in os.environ.items() if name not in one_thread.NAMES}
    done = subprocess.run(
        [sys.executable, "-c", BEFORE, *argv], env=plain | variables, capture_output=True, text=True, check=True
    )
    if done.stdout == "none\n":
        pytest.skip("this NumPy brings no OpenBLAS")
    return [int(count) for count in done.stdout.split()]


def test_what_is_imported_here_calculates_in_one_thread():
    assert counted() == [1, 1, 1, 1]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor")
def test_what_somebody_else_has_imported_does_so_for_as_long_as_something_is_calculated():
    most, *meanwhile, after = counted("before")
    assert most > 1
    assert meanwhile == [1, 1]
    assert after == most


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor")
def test_who_says_how_many_threads_there_are_to_be_gets_them():
    assert counted("before", OPENBLAS_NUM_THREADS="2") == [2, 2, 2, 2]


def test_the_environment_stays_as_it_was(monkeypatch):
    for name in one_thread.NAMES:
        monkeypatch.delenv(name, raising=False)
    one_thread.import_numpy()
    with one_thread.one_thread(), one_thread.calculating():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert not set(one_thread.NAMES) & os.environ.keys()


def test_where_nothing_is_to_be_told_nothing_is_changed(monkeypatch):
    monkeypatch.setattr(one_thread, "_imported", [])
    monkeypatch.setattr(one_thread, "_told", lambda: None)
    with one_thread.calculating():
        pass
