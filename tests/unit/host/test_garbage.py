"""Garbage that is looked for seldom is found all the same."""

from __future__ import annotations

import gc
import weakref

import pytest

from faqtui.host.garbage import YOUNG, collect_seldom


class Ring:
    """Something that keeps itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collector():
    before, was_on = gc.get_threshold(), gc.isenabled()
    gc.collect()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    (gc.enable if was_on else gc.disable)()


def test_what_was_there_is_left_alone_and_what_comes_is_found(collector):
    gc.disable()
    old = weakref.ref(Ring())
    collect_seldom()
    new = weakref.ref(Ring())
    kept = [[] for _ in range(YOUNG // 2)]
    assert new() is not None
    kept += [[] for _ in range(YOUNG * 2)]
    assert new() is None
    assert old() is not None
