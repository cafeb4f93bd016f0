"""Where faqtui keeps what it writes."""

from pathlib import Path

from faqtui.host import paths
from faqtui.host.state import state_file
from faqtui.saved.directory import place_of


def test_the_xdg_variables_decide():
    env = {"HOME": "/home/me", "XDG_CACHE_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/g"}
    assert paths.cache_dir(env) == Path("/c/faqtui")
    assert paths.state_dir(env) == Path("/s/faqtui")
    assert paths.config_file(env) == Path("/g/faqtui/config.toml")


def test_without_them_the_places_are_below_home():
    env = {"HOME": "/home/me"}
    assert paths.cache_dir(env) == Path("/home/me/.cache/faqtui")
    assert paths.state_dir(env) == Path("/home/me/.local/state/faqtui")


def test_a_relative_variable_is_ignored_as_the_specification_wants():
    assert paths.cache_dir({"HOME": "/home/me", "XDG_CACHE_HOME": "here"}) == Path("/home/me/.cache/faqtui")


def test_asking_creates_nothing(tmp_path):
    paths.cache_dir({"HOME": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_a_working_directory_that_was_removed_is_none(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    assert paths.here() == str(gone)
    gone.rmdir()
    assert paths.here() == ""
    assert place_of(tmp_path, ["a.md"]) != place_of(tmp_path, ["b.md"])
    assert state_file(tmp_path, ["a.md"]) != state_file(tmp_path, ["b.md"])
