"""Vectors on disk."""

from array import array

import pytest

from faqtui.saved import vectors
from faqtui.saved.directory import NOWHERE, VectorsPlace, vectors_beside, vectors_of
from faqtui.saved.vectors import Kept

KEPT = Kept("m", "m 1", "name", 2, b"\1\2\3\4", b"d" * 32, array("I", [1, 0]), array("h", [500, -3]), complete=True)


def test_what_was_kept_is_read_again(tmp_path):
    place = VectorsPlace(tmp_path / "a" / "x.vectors")
    vectors.save(place, KEPT)
    assert vectors.load(place) == KEPT


def test_nowhere_is_nothing_kept():
    vectors.save(NOWHERE, KEPT)
    assert vectors.load(NOWHERE) is None


def test_what_lies_beside_a_built_library_is_for_everyone(tmp_path):
    library = tmp_path / "faq.library"
    library.write_bytes(b"faqtui library 8 01234567\n...")
    place = vectors_beside(library)
    assert (place.path, place.library) == (tmp_path / "faq.library.vectors", "faqtui library 8 01234567")
    vectors.save(place, KEPT)
    assert place.path.stat().st_mode & 0o777 == 0o644
    place.path.chmod(0o666)
    assert vectors.load(place) == KEPT
    assert vectors.load(place._replace(is_given=False)) is None


@pytest.mark.parametrize("at", [0, 20, 60, -1])
def test_a_damaged_file_is_as_good_as_none(tmp_path, at):
    path = tmp_path / "a" / "x.vectors"
    vectors.save(VectorsPlace(path), KEPT)
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)
    assert vectors.load(VectorsPlace(path)) is None


def test_what_others_can_write_is_not_believed(tmp_path):
    path = tmp_path / "a" / "x.vectors"
    vectors.save(VectorsPlace(path), KEPT)
    path.chmod(0o666)
    assert vectors.load(VectorsPlace(path)) is None


def test_there_is_a_file_for_each_list_of_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    named = [vectors_of(tmp_path, paths) for paths in ([], ["a.md"], ["a.md", "b.md"], ["/a.md"])]
    assert len(set(named)) == 4
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert vectors_of(tmp_path, ["a.md"]) != named[1]
    assert vectors_of(tmp_path, ["/a.md"]) == named[3]
