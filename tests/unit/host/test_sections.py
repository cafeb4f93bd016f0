"""Files of named sections: what comes back is what was put in, piece by piece, and anything else is as good as nothing."""

from __future__ import annotations

from array import array
from io import BytesIO
from pathlib import Path

import pytest

from faqtui.host import sections
from faqtui.host.files import replace_file
from faqtui.host.sections import Packing, Sections


def packed(packing: Packing, kind: str = "test 1") -> bytes:
    return b"".join(packing.pieces(kind, {"fact": "ä\udc80"}))


def opened(data: bytes, kind: str = "test 1") -> Sections:
    found = sections.read(BytesIO(data), kind)
    assert found is not None
    return found


def test_bytes_numbers_and_records_come_back() -> None:
    packing = Packing()
    packing.add("bytes", b"\n\0", b"more")
    packing.add("empty")
    packing.add_numbers("numbers", "I", [1, 2, 4_000_000_000])
    packing.add_numbers("same", "f", array("f", [0.5, 0.25]))
    packing.add_records("records", [b"one", b"", b"three"])
    packing.add_records("none", [])
    found = opened(packed(packing))
    assert found.facts == {"fact": "ä\udc80"}
    assert found.section("bytes") == b"\n\0more"
    assert (found.section("empty"), found.size("bytes")) == (b"", 6)
    assert found.numbers("numbers", "I") == array("I", [1, 2, 4_000_000_000])
    assert found.numbers("same", "f") == array("f", [0.5, 0.25])
    assert list(found.records("records")) == [b"one", b"", b"three"]
    assert found.records("records").together(1, 3) == b"three"
    assert found.records("records").together(2, 2) == b""
    assert list(found.records("none")) == []
    assert "records" in found
    assert "other" not in found
    with pytest.raises(KeyError):
        found.section("other")


def test_runs_of_records_are_copied_from_another_file(tmp_path: Path) -> None:
    first = Packing()
    first.add_records("r", [b"a", b"bb", b"", b"dddd"])
    replace_file(tmp_path / "a", [packed(first)])
    old = sections.load(tmp_path / "a", "test 1")
    assert old is not None
    records = old.records("r")
    second = Packing()
    second.add_records("r", [b"new", (records, 1, 4), b"x", (records, 0, 1), (records, 2, 2)])
    assert list(opened(packed(second)).records("r")) == [b"new", b"bb", b"", b"dddd", b"x", b"a"]


def test_a_file_of_another_kind_is_as_good_as_none() -> None:
    data = packed(Packing())
    assert sections.read(BytesIO(data), "test 2") is None
    assert sections.read(BytesIO(data.replace(b"little", b"xittle").replace(b"big", b"xig")), "test 1") is None


def test_more_than_numbers_can_count_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Long(bytes):
        def __len__(self) -> int:
            return 5_000_000_000

    with pytest.raises(OverflowError):
        Packing().add_records("r", [Long()])


def test_a_file_that_has_grown_is_none_before_it_is_read(tmp_path: Path) -> None:
    packing = Packing()
    packing.add("bytes", b"more")
    path = tmp_path / "grown"
    replace_file(path, packing.pieces("test 1", {}))
    assert sections.load(path, "test 1") is not None
    with path.open("ab") as file:
        file.truncate(1 << 40)
    assert sections.load(path, "test 1") is None
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert sections.load(path, "test 1") is None


@pytest.mark.parametrize("head", [b"[]", b"null", b'{"sections": []}', b'{"sections": {"a": 1}}', b"[" * 100_000, b"{"])
def test_facts_that_are_none_are_as_good_as_none(head: bytes) -> None:
    assert sections.read(BytesIO(b"test 1 00000000\n" + head + b"\n"), "test 1") is None
