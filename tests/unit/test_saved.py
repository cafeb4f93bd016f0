"""The directory of saved libraries: private, bounded, and nothing is lost with it."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.host.paths import make_private
from faqtui.saved import directory as saved


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "faq.md"

    def write(answer):
        path.write_text(f"# Shop\n## Where are the bags?\n{answer}\n")
        return path

    return write


def names(cache):
    return sorted(path.name for path in (cache / "libraries").iterdir())


def test_everything_that_is_made_is_private(tmp_path, content):
    cache = tmp_path / "home" / ".cache" / "faqtui"
    old = os.umask(0)
    try:
        assert load(content("In the cellar."), cache_dir=cache).save()
    finally:
        os.umask(old)
    made = [tmp_path / "home", cache.parent, cache, cache / "libraries"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o700] * 4
    assert [stat.S_IMODE(path.stat().st_mode) for path in (cache / "libraries").iterdir()] == [0o600]


def test_it_may_be_deleted_at_any_time(tmp_path, content):
    cache = tmp_path / "cache"
    load(content("In the cellar."), cache_dir=cache).save()
    faq = load(content("In the cellar."), cache_dir=cache)
    shutil.rmtree(cache)
    assert faq.search("bags").hits
    assert "cellar" in faq.library.entries[0].answer
    assert faq.save()


def test_there_are_never_more_than_so_many_bytes(tmp_path, content, monkeypatch):
    monkeypatch.setattr(saved, "SAVED_BYTES", 25_000)
    cache = tmp_path / "cache"
    for number in range(4):
        load(content(f"{number} " + "x" * 2000), cache_dir=cache).save()
    assert 1 <= len(names(cache)) < 4
    assert sum(path.stat().st_size for path in (cache / "libraries").iterdir()) <= 25_000
    load(content("x" * 50_000), cache_dir=cache).save()
    assert len(names(cache)) == 1, "the newest stays, whatever its size"


def test_what_a_killed_program_left_goes_in_time(tmp_path, content):
    directory = tmp_path / "cache" / "libraries"
    directory.mkdir(parents=True)
    old, young = directory / ".a.library.killed", directory / ".b.library.writing"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    load(content("In the cellar."), cache_dir=tmp_path / "cache").save()
    assert not old.exists()
    assert young.exists()


def test_something_that_cannot_go_does_not_hinder(tmp_path, content, monkeypatch):
    monkeypatch.setattr(saved, "SAVED_LIBRARIES", 1)
    directory = tmp_path / "cache" / "libraries"
    (directory / "mine.library").mkdir(parents=True)
    os.utime(directory / "mine.library", (1, 1))
    assert load(content("In the cellar."), cache_dir=tmp_path / "cache").search("bags").hits
    load(content("In the cellar."), cache_dir=tmp_path / "cache").save()
    assert load(content("In the cellar."), cache_dir=tmp_path / "cache").saved_as is not None


@pytest.mark.parametrize("place", ["parsing/formats/org.py", "search/meaning/near/vectors.py", "sanitize.py", "new.py"])
def test_a_module_that_comes_or_changes_anywhere_makes_another_name(tmp_path, place):
    package = tmp_path / "faqtui"
    shutil.copytree(Path(saved.__file__).parents[1], package)
    before = saved.code(str(package))
    assert saved.code(str(package)) == before != ""
    module = package / place
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text("x = 1\n")
    came = saved.code(str(package))
    assert came != before
    module.write_text("x = 2\n")
    assert saved.code(str(package)) != came


def test_what_is_compiled_or_only_shown_changes_no_name(tmp_path):
    package = tmp_path / "faqtui"
    shutil.copytree(Path(saved.__file__).parents[1], package)
    before = saved.code(str(package))
    for place in ("search/__pycache__/x.cpython-311.pyc", "tui/new.py", "view/new/new.py", "_content/faq.md"):
        (package / place).parent.mkdir(parents=True, exist_ok=True)
        (package / place).write_text("x = 1\n")
    assert saved.code(str(package)) == before


def test_a_private_directory_is_made_once(tmp_path):
    make_private(tmp_path / "a" / "b")
    make_private(tmp_path / "a" / "b")
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        make_private(tmp_path / "file" / "below")


def test_a_library_that_is_installed_later_or_is_new_has_all_made_anew(tmp_path):
    keys = [saved.libraries([str(tmp_path)])]
    for name in ("budoux-0.7.0.dist-info", "docutils-0.22.dist-info", "PyYAML-6.0.4.dist-info"):
        (tmp_path / name).mkdir()
        keys.append(saved.libraries([str(tmp_path)]))
    (tmp_path / "docutils-0.22.dist-info").rename(tmp_path / "docutils-0.23.dist-info")
    keys.append(saved.libraries([str(tmp_path)]))
    assert keys[0] == ""
    assert len(set(keys)) == len(keys)


def test_packages_that_have_no_say_change_nothing_and_nor_do_places_that_are_none(tmp_path):
    (tmp_path / "requests-2.32.dist-info").mkdir()
    (tmp_path / "docutils").mkdir()
    assert saved.libraries([str(tmp_path), str(tmp_path / "none")]) == ""


def test_the_libraries_that_are_needed_are_found_where_they_are():
    assert all(
        f" {name}-" in saved.libraries().lower() for name in ("docutils", "justhtml", "pyyaml", "markdown_it_py")
    )
