"""Vectors of entries by position."""

import numpy as np
import pytest

from faqtui.search.meaning.vectors import AT_ONCE, Vectors


def rows(*angles):
    return np.array([[np.cos(a), np.sin(a), 0.0, 0.0] for a in angles], np.float32)


@pytest.fixture
def three():
    vectors = Vectors(4, 4)
    vectors.put([0, 1, 3], rows(0.0, 0.5, 3.0))
    return vectors


def test_what_was_not_put_in_is_missing_and_near_to_nothing(three):
    assert three.missing() == [2]
    assert not three.has(2)
    assert three.cosines(rows(0.0)[0])[2] == 0


def test_cosines_are_those_of_the_vectors_to_a_hundredth(three):
    assert np.allclose(three.cosines(rows(0.0)[0])[[0, 1, 3]], np.cos([0.0, 0.5, 3.0]), atol=0.01)


def test_the_nearest_come_first_and_equal_ones_by_position():
    vectors = Vectors(5, 4)
    vectors.put(range(5), rows(1.0, 0.2, 0.2, 2.0, 0.2))
    cosines = vectors.cosines(rows(0.2)[0])
    assert vectors.nearest(cosines, 2) == [1, 2]
    assert vectors.nearest(cosines, 9) == [1, 2, 4, 0, 3]


def test_bytes_give_the_same_vectors_back(three):
    other = Vectors(4, 4)
    other.take_rows(range(4), three.as_bytes())
    assert other.missing() == [2]
    assert other.as_bytes() == three.as_bytes()


def test_what_another_has_is_taken_where_there_was_nothing(three):
    other = Vectors(4, 4)
    other.put([1, 2], rows(2.0, 1.5))
    before = three.cosines(rows(0.5)[0])
    three.take(other)
    assert three.missing() == []
    after = three.cosines(rows(0.5)[0])
    assert after[2] == pytest.approx(np.cos(1.0), abs=0.01)
    assert list(after[[0, 1, 3]]) == list(before[[0, 1, 3]])


def test_each_entry_knows_its_nearest_others_and_not_itself():
    vectors = Vectors(4, 4)
    vectors.put(range(4), rows(0.0, 0.1, 0.3, 3.0))
    near, cosines = vectors.neighbours(2, 99)
    assert list(near) == [1, 2, 0, 2, 1, 0, 2, 1]
    assert cosines[0] == pytest.approx(995, abs=8)


def test_where_there_are_fewer_others_nobody_stands_for_them():
    vectors = Vectors(2, 4)
    vectors.put(range(2), rows(0.0, 0.1))
    assert list(vectors.neighbours(3, 99)[0]) == [1, 99, 99, 0, 99, 99]
    assert list(Vectors(1, 4).neighbours(1, 99)[0]) == [99]


def test_more_vectors_than_are_multiplied_at_once_are_all_looked_at():
    vectors = Vectors(AT_ONCE + 10, 4)
    vectors.put(range(AT_ONCE + 10), np.repeat(rows(1.0), AT_ONCE + 10, axis=0))
    vectors.put([AT_ONCE + 3], rows(0.0))
    assert vectors.nearest(vectors.cosines(rows(0.0)[0]), 1) == [AT_ONCE + 3]
