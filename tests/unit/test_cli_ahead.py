"""Parsing in another process while the screen is imported."""

import os

import pytest

from faqtui.commands import ahead
from faqtui.faq import is_saved, load


@pytest.fixture
def faq_file(tmp_path):
    path = tmp_path / "faq.md"
    path.write_text("# Can it be quick?\n\nYes.\n\n# Must it be right?\n\nYes, too.\n")
    return str(path)


@pytest.fixture
def env(tmp_path):
    return {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def saved(faq_file, tmp_path):
    return is_saved(faq_file, cache_dir=tmp_path / "cache" / "faqtui")


def test_the_entries_are_saved_when_the_block_is_left(faq_file, env, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert not saved(faq_file, tmp_path)
    with ahead.parsing_ahead([faq_file], env):
        pass
    assert saved(faq_file, tmp_path)


def test_a_later_save_adds_blocks_and_index(faq_file, tmp_path):
    directory = tmp_path / "cache"
    load(faq_file, cache_dir=directory).save(entries_only=True)
    (file,) = directory.rglob("*.library")
    small = file.stat().st_size
    faq = load(faq_file, cache_dir=directory)
    assert faq.save()
    assert file.stat().st_size > small
    complete = load(faq_file, cache_dir=directory)
    before = file.stat().st_mtime_ns
    assert complete.save()
    assert file.stat().st_mtime_ns == before


def test_nothing_is_started_with_one_processor_or_much_content(faq_file, env, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with ahead.parsing_ahead([faq_file], env):
        pass
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(ahead, "MOST_BYTES", 10)
    with ahead.parsing_ahead([faq_file], env):
        pass
    with ahead.parsing_ahead([str(tmp_path)], env):
        pass
    assert not saved(faq_file, tmp_path)


def test_what_goes_wrong_in_the_other_process_is_told_by_this_one(env, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\x00\x01" * 500)
    with ahead.parsing_ahead([str(broken), str(tmp_path / "missing.md")], env):
        pass
    assert capfd.readouterr() == ("", "")
