"""A class made of `faqtui.records.NamedTuple` is what one made of `typing.NamedTuple` is."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple as TypingNamedTuple

import pytest

from faqtui.records import NamedTuple


class Place(NamedTuple):
    """Where something stands."""

    path: str
    line: int = 1
    titles: tuple[Missing, ...] = ()  # type: ignore[name-defined] # noqa: F821 - nothing looks at it

    kind = "place"

    @property
    def told(self) -> str:
        return f"{self.path}:{self.line}"

    @classmethod
    def first(cls, path: str) -> Place:
        return cls(path)


class Typed(TypingNamedTuple):
    """Where something stands."""

    path: str
    line: int = 1
    titles: tuple[str, ...] = ()


def test_fields_defaults_and_what_else_is_in_the_body():
    place = Place("a.md", 3)
    assert place == ("a.md", 3, ())
    assert (place.path, place.line, place.titles, place.kind, place.told) == ("a.md", 3, (), "place", "a.md:3")
    assert Place.first("b.md") == Place(path="b.md", line=1)
    assert place._replace(line=4).told == "a.md:4"
    with pytest.raises(TypeError):
        Place()
    with pytest.raises(AttributeError):
        place.line = 5


def test_it_is_the_class_that_typing_would_have_made():
    assert Place.__mro__[1:] == Typed.__mro__[1:] == (tuple, object)
    for name in ("__doc__", "__module__", "_fields", "_field_defaults", "__slots__", "__match_args__"):
        assert getattr(Place, name) == getattr(Typed, name)
    assert Place.__qualname__ == Place.__name__ == "Place"
    assert list(Place.__annotations__) == list(Typed.__annotations__)
    assert repr(Place("a")) == "Place(path='a', line=1, titles=())"


def test_it_can_be_copied_and_pickled():
    place = Place("a.md", 3, ("x",))
    assert pickle.loads(pickle.dumps(place)) == copy.deepcopy(place) == place


def test_a_class_may_be_derived_from_it_and_be_made_in_a_function():
    class Own(Place):
        pass

    class Inside(NamedTuple):
        one: int

        def both(self) -> int:
            return self.one + 1

    assert Own("a.md").told == "a.md:1"
    assert Inside(1).both() == 2
    assert Inside.__qualname__.endswith("<locals>.Inside")
