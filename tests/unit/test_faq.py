"""Loading content into a Faq: what is read, saved, found and told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faqtui import Faq, load
from faqtui import faq as faq_module
from faqtui.errors import ContentError
from faqtui.render import dump_blocks
from faqtui.saved.directory import SAVED_LIBRARIES
from support.workshop import WORKSHOP


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    path = tmp_path / "workshop.md"
    path.write_text(WORKSHOP)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def questions(faq: Faq) -> list[str]:
    return [entry.question for entry in faq.library.entries]


def test_without_paths_the_faq_that_ships_is_loaded():
    assert len(load().library.entries) == 49


def test_files_and_directories_make_one_faq(tmp_path, workshop):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "nails.md").write_text(
        "# Nails\n\n## Which nail is rustproof?\n\nA galvanised one.\n\n## How long?\n\n5 cm.\n"
    )
    faq = load(workshop, str(tmp_path / "more"))
    assert questions(faq)[0] == "How do I thin wood glue?"
    assert "Which nail is rustproof?" in questions(faq)


def test_standard_input_is_given_as_bytes():
    faq = load("-", stdin=WORKSHOP.encode())
    assert len(faq.library.entries) == 5
    assert {entry.source.path for entry in faq.library.entries} == {"-"}


def test_searching_finds_the_best_first_and_at_most_ten_unless_told(workshop):
    faq = load(workshop)
    assert faq.search("thin glue")[0].entry.question == "How do I thin wood glue?"
    assert len(faq.search("saw", limit=1)) == 1
    assert faq.search("saw", limit=1).total == 3


def test_an_id_leads_to_a_position(workshop):
    faq = load(workshop)
    assert faq.find(faq.library.entries[3].id) == 3
    assert faq.find("no-such-id") is None


def test_namesakes_are_found_by_what_their_ids_share(workshop):
    faq = load(workshop)
    assert faq.find("how-do-i-sharpen-a-saw") is None
    assert faq.namesakes("how-do-i-sharpen-a-saw") == [2, 4]
    assert faq.namesakes("how-do-i") == []


def test_the_index_is_made_once_and_reports_progress(workshop):
    faq, told = load(workshop), []
    index = faq.build_index(lambda done, of: told.append((done, of)))
    assert told[-1] == (5, 5)
    assert faq.index is index


def test_parsing_reports_progress(workshop):
    told = []
    load(workshop, progress=lambda done, of: told.append((done, of)))
    lines = WORKSHOP.count("\n") + 1
    assert told[-1] == (lines, lines)


def test_one_long_document_reports_progress_on_the_way(tmp_path):
    path = tmp_path / "long.md"
    path.write_text("\n".join(f"## How is it with {n}?\n\nWell.\n" for n in range(500)))
    told = []
    load(path, progress=lambda done, of: told.append(done / of))
    assert told == sorted(told)
    assert any(0.4 < share < 0.6 for share in told)
    assert len(told) < 110


def test_a_saved_library_is_the_same_library(workshop, cache):
    first = load(workshop, cache_dir=cache)
    assert first.save()
    second = load(workshop, cache_dir=cache)
    assert second.library == first.library
    for position in range(len(first.library.entries)):
        assert dump_blocks(second.blocks(position)) == dump_blocks(first.blocks(position))


def test_a_saved_library_is_used_instead_of_parsing(workshop, cache, monkeypatch):
    load(workshop, cache_dir=cache).save()

    def no_parsing(*_):
        raise AssertionError("parsed again")

    monkeypatch.setattr(faq_module, "parse", no_parsing)
    assert len(load(workshop, cache_dir=cache).library.entries) == 5


def test_changed_content_is_parsed_again(workshop, cache):
    load(workshop, cache_dir=cache).save()
    workshop.write_text(WORKSHOP.replace("triangular", "flat"))
    assert "flat" in load(workshop, cache_dir=cache).library.entries[2].answer


def test_a_damaged_saved_library_is_parsed_again_and_replaced(workshop, cache):
    load(workshop, cache_dir=cache).save()
    (file,) = (cache / "libraries").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    again = load(workshop, cache_dir=cache)
    assert len(again.library.entries) == 5
    assert again.save()
    assert file.read_bytes() == whole


def test_blocks_of_a_foreign_format_are_parsed_again(workshop, cache, monkeypatch):
    load(workshop, cache_dir=cache).save()
    monkeypatch.setattr("faqtui.render.nodes.FORMAT", -1)
    assert load(workshop, cache_dir=cache).blocks(0).markdown.startswith("Add *cold* water")


def test_without_a_cache_directory_nothing_is_saved(workshop, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    assert not load(workshop).save()
    assert sorted(tmp_path.rglob("*")) == before


def spoilt_by_a_file(cache: Path) -> None:
    cache.write_text("in the way")


def spoilt_by_a_fifo(cache: Path) -> None:
    os.mkfifo(cache)


def spoilt_by_a_directory_in_place_of_the_file(cache: Path) -> None:
    cache.mkdir()


@pytest.mark.parametrize("spoil", [spoilt_by_a_file, spoilt_by_a_fifo], ids=lambda f: f.__name__)
def test_a_spoilt_cache_directory_changes_nothing(workshop, cache, spoil):
    spoil(cache)
    faq = load(workshop, cache_dir=cache)
    assert len(faq.library.entries) == 5
    assert not faq.save()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["FIFO", "directory"])
def test_something_else_in_place_of_the_saved_library_changes_nothing(workshop, cache, make):
    load(workshop, cache_dir=cache).save()
    (file,) = (cache / "libraries").iterdir()
    file.unlink()
    make(file)
    faq = load(workshop, cache_dir=cache)
    assert len(faq.library.entries) == 5
    faq.save()
    assert len(load(workshop, cache_dir=cache).library.entries) == 5


def test_a_full_disk_changes_nothing(workshop, cache, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("faqtui.saved.directory.replace_file", full)
    assert not load(workshop, cache_dir=cache).save()


def test_only_the_newest_saved_libraries_are_kept(workshop, cache):
    for number in range(SAVED_LIBRARIES + 3):
        workshop.write_text(f"{WORKSHOP}\nNumber {number}.\n")
        load(workshop, cache_dir=cache).save()
    assert len(list((cache / "libraries").iterdir())) == SAVED_LIBRARIES


def test_what_could_not_be_read_is_told_beside_what_could(workshop, tmp_path):
    faq = load(workshop, tmp_path / "gone.md")
    assert len(faq.library.entries) == 5
    (error,) = faq.errors
    assert error.path == str(tmp_path / "gone.md")


def test_what_does_not_decode_is_told_at_every_start(workshop, tmp_path, cache):
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    for _ in range(2):
        faq = load(workshop, tmp_path / "picture.md", cache_dir=cache)
        assert [Path(error.path).name for error in faq.errors] == ["picture.md"]
        faq.save()


def test_nothing_readable_is_an_error_that_names_everything(tmp_path):
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "one.md", tmp_path / "two.md")
    assert "one.md" in str(caught.value)
    assert "two.md" in caught.value.__notes__[0]


def test_text_is_made_safe_unless_it_is_wanted_raw(tmp_path):
    path = tmp_path / "odd.md"
    path.write_text("## How do I ring the \x1b bell?\n\nWith \x07.\n\n## And again?\n\nNo.\n")
    assert "\x1b" not in load(path).library.entries[0].question
    assert "\x1b" in load(path, sanitized=False).library.entries[0].question


def test_raw_text_never_meets_the_saved_library(tmp_path, cache):
    path = tmp_path / "odd.md"
    path.write_text("## How do I ring the \x1b bell?\n\nWith \x07.\n\n## And again?\n\nNo.\n")
    load(path, cache_dir=cache, sanitized=False).save()
    assert "\x1b" not in load(path, cache_dir=cache).library.entries[0].question


def test_a_link_to_a_file_beside_the_document_is_missing_only_while_it_is_not_there(tmp_path, cache):
    path = tmp_path / "faq.md"
    path.write_text("## Where is the plan?\n\nIn [the plan](drawings/the%20plan.pdf), see [more](/site/more/).\n")

    def missing() -> list[str]:
        faq = load(path, cache_dir=cache)
        faq.save()
        return [d.message for d in faq.diagnostics if d.code == "missing-file"]

    assert missing() == ["no such file: drawings/the%20plan.pdf"]
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "the plan.pdf").touch()
    assert missing() == []
    (tmp_path / "drawings" / "the plan.pdf").unlink()
    assert missing() == ["no such file: drawings/the%20plan.pdf"]
