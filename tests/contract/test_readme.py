"""README says what is so: its keys, its commands, its files."""

import re
import runpy
import tomllib

import pytest

from support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_the_action_table():
    with_keys = runpy.run_path(str(ROOT / "docs" / "keys.py"))["with_keys"]
    assert with_keys(README) == README, "run: python docs/keys.py"


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|tests|content|docs)/[\w/.]*)`", README))))
def test_every_path_it_names_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_file_it_links_to_exists(target):
    assert (ROOT / target).exists()


def test_it_starts_with_setting_up_and_starting_then_testing():
    headings = re.findall(r"^## (.*)$", README, re.MULTILINE)
    assert headings[:3] == ["Start it", "Test it", "Keys"]
    commands = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert commands[0].rstrip().endswith(".venv/bin/faqtui")
    assert commands[1].rstrip().endswith("-m pytest")


def test_the_checks_run_the_very_test_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python -m pytest" in script
    assert "pip install --quiet --disable-pip-version-check -e '.[dev]'" in script
    assert "dev" in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
