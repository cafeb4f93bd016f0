"""The settings file: what it may say, what is said about a wrong one, and `faqtui config`."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from faqtui.errors import ConfigError
from faqtui.host import settings
from faqtui.host.settings import Settings, load
from support.commandline import CommandLine
from support.workshop import WORKSHOP


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def loaded(file: Path, text: str) -> Settings:
    file.write_text(text)
    return load(file)


def test_without_a_file_nothing_is_set(file):
    assert load(file) == Settings()


def test_everything_that_can_be_set_is_read(file):
    found = loaded(
        file, 'theme = "dark"\nascii = true\nmouse = false\ncontent = ["~/faq", "here.md"]\n[keys]\nzoom = "x"\n'
    )
    assert found.theme == "dark"
    assert found.ascii is True
    assert found.mouse is False
    assert found.content == (str(Path("~/faq").expanduser()), str(file.parent / "here.md"))
    assert found.keys == {"zoom": ("x",)}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "\ufeff"])
def test_a_file_that_says_nothing_sets_nothing(file, text):
    assert loaded(file, text) == Settings(path=file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nthme = "x"', ":2: no setting thme; did you mean theme?"),
        ("frobnicate = 1", ":1: no setting frobnicate"),
        ('theme = "drk"', ":1: theme has to be one of ansi, auto, dark, light, none; did you mean dark?"),
        ("theme = 3", ":1: theme has to be one of ansi, auto, dark, light, none"),
        ('mouse = "no"', ":1: mouse has to be true or false"),
        ("\n\nascii = 1", ":3: ascii has to be true or false"),
        ("content = 1", ":1: content has to be a path or a list of paths"),
        ("content = [1]", ":1: content has to be a path or a list of paths"),
        ("keys = 1", ":1: keys has to be one of vim, emacs, fzf, less, or a table"),
        ("[keys]\nzoom = 1", ":2: zoom has to be a key or a list of keys"),
        ("[keys\n", ":1: expected ']'"),
        ("theme = ", ":1: invalid value"),
        ("theme = 'x", ":1: "),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place(file, text, said):
    with pytest.raises(ConfigError) as raised:
        loaded(file, text)
    assert str(raised.value).startswith(str(file) + said)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(file):
    file.write_bytes(b"# a\n# \xff\n")
    with pytest.raises(ConfigError, match=r"config\.toml:2: not UTF-8"):
        load(file)


def test_a_file_too_large_is_refused(file):
    file.write_bytes(b"#" * (settings.LARGEST + 1))
    with pytest.raises(ConfigError, match="too large"):
        load(file)


def test_a_fifo_or_a_directory_in_its_place_does_no_harm(file):
    os.mkfifo(file)
    assert load(file) == Settings(path=file)
    file.unlink()
    file.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load(file)


def test_the_names_of_themes_are_those_of_the_screen():
    from faqtui.view.theme import AUTO, THEMES

    assert set(settings.THEMES) == {AUTO, *THEMES}


@pytest.fixture
def faqtui(tmp_path: Path) -> CommandLine:
    (tmp_path / "workshop.md").write_text(WORKSHOP)
    return CommandLine(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "settings"))


def test_config_path_says_where_the_file_is_or_would_be(faqtui, tmp_path):
    assert faqtui("config", "path").out == f"{tmp_path}/settings/faqtui/config.toml\n"


def test_config_init_writes_a_private_file_that_sets_nothing_and_never_replaces_one(faqtui, tmp_path):
    path = tmp_path / "settings/faqtui/config.toml"
    assert faqtui("config", "init").out == f"{path}\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert load(path) == Settings(path=path)
    path.write_text("mouse = false\n")
    again = faqtui("config", "init")
    assert (again.code, path.read_text()) == (2, "mouse = false\n")
    assert "is there already" in again.err


def test_every_line_of_the_first_file_may_be_used_as_it_stands(tmp_path):
    from faqtui.commands.config import settings_text
    from faqtui.view.actions import ACTIONS
    from faqtui.view.keymap import remap

    used = "\n".join(line.removeprefix("# ") if " = " in line else line for line in settings_text().splitlines())
    found = settings.parse(used.encode(), tmp_path / "config.toml")
    assert found.theme == "ansi"
    assert sorted(found.keys) == sorted(action.id for action in ACTIONS)
    same = [{pane: set(action.keys(pane)) for pane in ("filter", "tree", "answer")} for action in ACTIONS]
    assert [
        {pane: set(action.keys(pane)) for pane in ("filter", "tree", "answer")} for action in remap(found.keys)
    ] == same


def test_config_show_is_toml_and_tells_defaults_from_what_was_set(faqtui, tmp_path):
    path = tmp_path / "settings/faqtui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('theme = "light"\n[keys]\nzoom = ["x"]\n')
    shown = faqtui("config", "show").out
    assert tomllib.loads(shown)["theme"] == "light"
    assert tomllib.loads(shown)["keys"]["zoom"] == ["x"]
    assert 'theme = "light"\n' in shown
    assert "mouse = true  # default\n" in shown


def test_content_of_the_settings_is_read_where_nothing_else_says_what(faqtui, tmp_path):
    path = tmp_path / "settings/faqtui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'content = ["{tmp_path}/workshop.md"]\n')
    other = tmp_path / "other.md"
    other.write_text("# Other\n\n## Is this other?\n\nYes.\n")
    assert faqtui("list").out.startswith("Workshop")
    assert faqtui("list", str(other)).out.startswith("Other")


def test_a_wrong_file_ends_a_command_with_its_line_and_code_2(faqtui, tmp_path):
    path = tmp_path / "settings/faqtui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("[keys]\nzoom = 'q'\n")
    result = faqtui("keys")
    assert result.code == 2
    assert result.err == f"faqtui: {path}:2: zoom: q is a key of quit in the tree; give that one another\n"


def test_secure_mode_reads_no_settings_and_writes_none(faqtui, tmp_path):
    path = tmp_path / "settings/faqtui/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("nonsense\n")
    assert faqtui("list", tmp_path / "workshop.md", env={"FAQTUI_SECURE": "1"}).code == 0
    path.unlink()
    assert faqtui("config", "init", env={"FAQTUI_SECURE": "1"}).code == 2
    assert not path.exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "dark"\n'),
        ('# mine\ntheme = "light"\nmouse = false\n', '# mine\ntheme = "dark"\nmouse = false\n'),
        ('# theme = "ansi"\n\n[keys]\nzoom = "w"\n', '# theme = "ansi"\ntheme = "dark"\n\n[keys]\nzoom = "w"\n'),
        ('[keys]\nzoom = "w"\n', 'theme = "dark"\n[keys]\nzoom = "w"\n'),
        ('theme="light" # why\n', 'theme = "dark"\n'),
    ],
)
def test_a_setting_is_put_into_the_file_and_all_else_stays(tmp_path, before, after):
    path = tmp_path / "config.toml"
    path.write_text(before)
    settings.put(path, "theme", "dark")
    assert path.read_text() == after
    assert load(path).theme == "dark"


def test_a_file_that_is_wrong_stays_as_it_is(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("nonsense = 1\n")
    with pytest.raises(ConfigError):
        settings.put(path, "theme", "dark")
    assert path.read_text() == "nonsense = 1\n"


def test_a_link_to_the_file_stays_one(tmp_path):
    (tmp_path / "real.toml").write_text("mouse = false\n")
    (tmp_path / "config.toml").symlink_to(tmp_path / "real.toml")
    settings.put(tmp_path / "config.toml", "theme", "dark")
    assert (tmp_path / "config.toml").is_symlink()
    assert "dark" in (tmp_path / "real.toml").read_text()
