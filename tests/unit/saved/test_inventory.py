"""What is known of files: nothing that could have changed since, and nothing that another could have written down."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from faqtui import sources
from faqtui.faq import load, read
from faqtui.host import rawfiles
from faqtui.saved import inventory
from faqtui.saved.directory import keep, place_of

LONG_AGO = 1_000_000_000


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    directory = tmp_path / "docs"
    directory.mkdir()
    (directory / "a.md").write_text("# A?\n\nYes.\n")
    (directory / "b.md").write_text("# B?\n\nNo.\n")
    (directory / "build.yml").write_text("name: build\n")
    return directory


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are known as soon as they have been read."""
    monkeypatch.setattr(inventory, "RESTED", -1.0)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened to be read."""
    names: list[str] = []
    really = sources.read_regular

    def reading(real: str, shown: str, **more: object) -> rawfiles.Bytes | None:
        names.append(Path(real).name)
        return really(real, shown, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sources, "read_regular", reading)
    return names


def test_files_that_did_not_change_are_not_read_again(
    docs: Path, cache: Path, at_once: None, opened: list[str]
) -> None:
    assert load(docs, cache_dir=cache).save()
    assert sorted(opened) == ["a.md", "b.md", "build.yml"]
    opened.clear()
    assert len(load(docs, cache_dir=cache).library.entries) == 2
    assert opened == []
    (docs / "b.md").write_text("# B?\n\nNot yet.\n")
    faq = load(docs, cache_dir=cache)
    assert opened == ["b.md"]
    assert faq.library.entries[1].answer == "Not yet."


def test_a_file_that_changed_just_before_it_was_read_is_read_again(docs: Path, cache: Path, opened: list[str]) -> None:
    load(docs, cache_dir=cache).save()
    opened.clear()
    # Within one step of a coarse clock: nothing of its state tells.
    known = inventory.load(place_of(cache, [str(docs)]))
    assert known.files == {}
    assert known.library
    load(docs, cache_dir=cache)
    assert sorted(opened) == ["a.md", "b.md", "build.yml"]


def test_what_has_rested_is_known_and_the_rest_is_not(docs: Path) -> None:
    now = time.time()
    began = now + 60
    files, _, unwanted = sources.survey([str(docs)])
    known = inventory.known(files, unwanted, began)
    assert sorted(Path(name).name for name in known) == ["a.md", "b.md", "build.yml"]
    assert known[str(docs / "build.yml")].digest == b""
    os.utime(docs / "a.md", (began + 5, began + 5))  # from another machine, whose clock is ahead
    files, _, unwanted = sources.survey([str(docs)])
    assert sorted(Path(name).name for name in inventory.known(files, unwanted, began)) == ["b.md", "build.yml"]
    assert inventory.known(files, unwanted, now) == {}


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_text(path.read_text().replace("Yes", "Not"))
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)


def written_and_dated_back(path: Path) -> None:
    before = path.stat()
    path.write_text(path.read_text().replace("Yes", "Not"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def linked(path: Path) -> None:
    target = path.parent.parent / "target.md"
    target.write_text(path.read_text().replace("Yes", "Not"))
    path.unlink()
    path.symlink_to(target)


@pytest.mark.parametrize("change", [replaced, written_and_dated_back, linked])
def test_a_change_of_the_same_size_and_date_is_seen(docs: Path, cache: Path, at_once: None, change) -> None:
    load(docs, cache_dir=cache).save()
    change(docs / "a.md")
    assert load(docs, cache_dir=cache).library.entries[0].answer == "Not."


def test_data_that_somebody_names_is_wanted_whatever_it_is_in_a_directory(
    docs: Path, cache: Path, at_once: None
) -> None:
    named = docs / "build.yml"
    for paths in ([docs, named], [named, docs]):
        for _ in range(3):
            faq = load(*paths, cache_dir=cache)
            assert [file.path for file in read(*paths, cache_dir=cache).files] == [
                file.path for file in read(*paths).files
            ]
            faq.save()


def test_a_file_that_is_reached_twice_is_read_once_also_when_it_is_known(
    docs: Path, cache: Path, at_once: None
) -> None:
    os.link(docs / "a.md", docs / "c.md")
    for _ in range(2):
        faq = load(docs, docs / "b.md", cache_dir=cache)
        assert [entry.question for entry in faq.library.entries] == ["A?", "B?"]
        faq.save()


@pytest.mark.parametrize("spoil", ["cut", "changed", "foreign", "shared"])
def test_an_inventory_that_is_not_ours_as_it_was_is_as_good_as_none(
    docs: Path, cache: Path, at_once: None, spoil: str
) -> None:
    load(docs, cache_dir=cache).save()
    place = place_of(cache, [str(docs)])
    data = place.read_bytes()
    if spoil == "cut":
        place.write_bytes(data[:-1])
    elif spoil == "changed":
        place.write_bytes(data[:-20] + bytes([data[-20] ^ 1]) + data[-19:])
    elif spoil == "foreign":
        place.write_bytes(b"faqtui files 0 00000000\n{}")
    else:
        place.chmod(0o666)
    assert inventory.load(place) == inventory.EMPTY
    assert len(load(docs, cache_dir=cache).library.entries) == 2


def test_names_of_any_bytes_are_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"/x/\xff \n\xc3\xa9.md")
    known = {
        name: rawfiles.KnownFile((1, 2, 3, 4, 5), b"d" * 16, named=True),
        "/y": rawfiles.KnownFile((0,) * 5, b"", named=False),
    }
    keep(tmp_path / "new" / "a.inventory", inventory.pieces(inventory.Inventory(known, "x.library")))
    assert inventory.load(tmp_path / "new" / "a.inventory") == inventory.Inventory(known, "x.library")
    keep(tmp_path / "new" / "a.inventory", inventory.pieces(inventory.Inventory({}, "x.library")))
    assert inventory.load(tmp_path / "new" / "a.inventory") == inventory.Inventory({}, "x.library")


def test_an_inventory_belongs_to_paths_and_where_they_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = [place_of(tmp_path, paths) for paths in (["a"], ["b"], ["a", "b"], ["/a"])]
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    there = [place_of(tmp_path, paths) for paths in (["a"], ["b"], ["a", "b"], ["/a"])]
    assert len({*here, *there}) == 7
    assert here[3] == there[3]
