"""A library that another process makes: what comes over, and what is done where nothing comes."""

import os

import pytest

from faqtui.errors import ContentError
from faqtui.faq import load, read, saved
from faqtui.start import elsewhere
from faqtui.start.elsewhere import Elsewhere, InThisProcess, save_elsewhere, start_loading

TEXT = "# Can it be quick?\n\nYes.\n\n# Must it be right?\n\nYes, [too](other.md).\n"


@pytest.fixture
def faq_file(tmp_path):
    path = tmp_path / "faq.md"
    path.write_text(TEXT)
    return path


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(elsewhere, "LARGE", 0)


def in_the_copy_only(monkeypatch, what):
    """Have `what` done instead of parsing, but by the other process alone."""
    here, really = os.getpid(), elsewhere.parse
    monkeypatch.setattr(elsewhere, "parse", lambda *given: really(*given) if os.getpid() == here else what(*given))


def no_parsing_here(monkeypatch):
    here, really = os.getpid(), elsewhere.parse
    monkeypatch.setattr(
        elsewhere, "parse", lambda *given: pytest.fail("parsed here") if os.getpid() == here else really(*given)
    )


def test_the_entries_come_over_and_are_saved(faq_file, cache, monkeypatch):
    no_parsing_here(monkeypatch)
    content = read(faq_file, cache_dir=cache)
    faq = Elsewhere(content).load()
    assert faq.library == load(faq_file).library
    assert saved(content).library == faq.library
    assert faq.index_bytes() is None
    assert faq.save()  # blocks and index, which this process makes
    assert saved(content).index_bytes() > 0


def test_of_a_large_one_the_index_comes_over_and_is_saved_too(faq_file, cache, monkeypatch, large):
    no_parsing_here(monkeypatch)
    content = read(faq_file, cache_dir=cache)
    faq = Elsewhere(content).load()
    assert faq.save()  # is seen to elsewhere
    monkeypatch.setattr("faqtui.search.build.IndexBuilder", None)
    assert [hit.entry.question for hit in faq.search("quick")] == ["Can it be quick?"]
    assert saved(content).index_bytes() > 0


@pytest.mark.parametrize("place", ["nowhere", "no directory"])
def test_where_nothing_can_be_saved_all_comes_over_all_the_same(faq_file, cache, monkeypatch, large, place):
    no_parsing_here(monkeypatch)
    cache.write_text("a file")
    content = read(faq_file, cache_dir=cache if place == "no directory" else None)
    faq = Elsewhere(content).load()
    assert faq.library == load(faq_file).library
    monkeypatch.setattr("faqtui.search.build.IndexBuilder", None)
    assert [hit.entry.question for hit in faq.search("right")] == ["Must it be right?"]


def test_what_cannot_be_decoded_is_told_now_and_at_later_starts(faq_file, tmp_path, cache):
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\x00\x01" * 500)
    content = read(faq_file, broken, tmp_path / "missing.md", cache_dir=cache)
    faq = Elsewhere(content).load()
    assert [str(error) for error in faq.errors] == [str(error) for error in load(*content_paths(content)).errors]
    assert [str(error) for error in saved(content).errors] == [str(error) for error in faq.errors]
    with pytest.raises(ContentError, match="broken"):
        Elsewhere(read(broken, cache_dir=cache)).load()


def content_paths(content):
    return [*[file.path for file in content.files], *[error.path for error in content.errors]]


def test_progress_is_told_in_lines_and_in_entries(faq_file, cache, large):
    told = []
    faq = Elsewhere(read(faq_file, cache_dir=cache)).load(lambda *done: told.append(done))
    assert told[-1] == (8, 8)
    faq.build_index(lambda *done: told.append(done))
    assert told[-1] == (2, 2)


def test_within_a_time_it_comes_or_does_not(faq_file, cache, tmp_path, monkeypatch):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    really = elsewhere.parse

    def slowly(*given):
        gate.read_text()
        return really(*given)

    in_the_copy_only(monkeypatch, slowly)
    loading = Elsewhere(read(faq_file, cache_dir=cache))
    assert loading.load(within=0.05) is None
    gate.write_text("go")
    assert loading.load(within=20).library == load(faq_file).library


def test_when_the_other_process_fails_this_one_does_the_work(faq_file, cache, monkeypatch, capfd):
    in_the_copy_only(monkeypatch, lambda *_: os._exit(7))
    assert Elsewhere(read(faq_file, cache_dir=cache)).load().library == load(faq_file).library
    in_the_copy_only(monkeypatch, lambda *_: 1 / 0)
    assert Elsewhere(read(faq_file, cache_dir=cache)).load().library == load(faq_file).library
    assert capfd.readouterr() == ("", "")


def test_when_it_ends_before_the_index_this_one_makes_it(faq_file, cache, monkeypatch, large):
    monkeypatch.setattr("faqtui.faq.Faq.build_index", lambda *_: os._exit(7))
    faq = Elsewhere(read(faq_file, cache_dir=cache)).load()
    monkeypatch.undo()
    assert [hit.entry.question for hit in faq.search("right")] == ["Must it be right?"]


def test_stopping_ends_it(faq_file, cache, tmp_path, monkeypatch):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    in_the_copy_only(monkeypatch, lambda *_: gate.read_text())
    loading = Elsewhere(read(faq_file, cache_dir=cache))
    loading.stop()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    with pytest.raises(SystemExit):  # the thread that waited
        loading.load()


def test_no_process_is_started_where_none_may_be(faq_file, monkeypatch):
    content = read(faq_file)
    assert isinstance(start_loading(content, may_fork=False), InThisProcess)
    loading = start_loading(content, may_fork=True)
    assert isinstance(loading, Elsewhere)
    loading.stop()

    def none_left():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    assert isinstance(start_loading(content, may_fork=True), InThisProcess)


def test_in_this_process_nothing_is_begun_within_a_time(faq_file):
    loading = InThisProcess(read(faq_file))
    assert loading.load(within=1) is None
    assert loading.load().library == load(faq_file).library


def test_another_program_saves_what_this_one_then_finds(faq_file, cache, tmp_path):
    assert save_elsewhere([str(faq_file)], cache)
    assert saved(read(faq_file, cache_dir=cache)) is not None
    assert not save_elsewhere([str(tmp_path / "missing.md")], cache)
