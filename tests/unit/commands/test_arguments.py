"""Telling commands, options, values, operands and words apart, and what is said about wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.commands import keys
from faqtui.commands.arguments import COMMANDS, split

OPTIONS = {"--limit": True, "--content": True, "--json": False}


@pytest.mark.parametrize(
    ("arguments", "options", "operands"),
    [
        (["how", "-to", "x"], [], ["how", "-to", "x"]),
        (["--", "--json", "--"], [], ["--json", "--"]),
        (["a", "--json", "b"], ["--json"], ["a", "b"]),
        (["a", "--limit", "3", "b"], ["--limit=3"], ["a", "b"]),
        (["--limit=3", "a"], ["--limit=3"], ["a"]),
        (["--content", "-", "a"], ["--content=-"], ["a"]),
        (["--content", "--json"], ["--content=--json"], []),
        (["a", "--limit"], ["--limit"], ["a"]),
        (["--limits", "--jso", "-j", "-", "-5"], [], ["--limits", "--jso", "-j", "-", "-5"]),
        (["--json=yes"], [], ["--json=yes"]),
        ([""], [], [""]),
    ],
)
def test_in_a_query_whatever_is_no_option_of_search_is_a_word(arguments, options, operands):
    assert split(arguments, OPTIONS, all_words=True) == (options, operands)


def test_elsewhere_what_looks_like_an_option_is_left_to_be_refused():
    assert split(["a", "-x", "-", "--", "-y"], OPTIONS) == (["-x"], ["a", "-", "-y"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "--jsn"], "unknown option --jsn; did you mean --json?"),
        (["list", "--frobnicate"], "unknown option --frobnicate; `faqtui list --help` names those there are"),
        (["--frobnicate"], "unknown option --frobnicate; `faqtui --help` names those there are"),
        (["list", "--json=yes"], "list: argument --json: takes no value, so not 'yes'"),
        (["help"], "help: no such command, file or directory; did you mean --help?"),
        (["lst"], "lst: no such command, file or directory; did you mean list?"),
        (["serch", "a", "word"], "serch: no such command, file or directory; did you mean search?"),
        (["list", ""], "'': an empty name is no file"),
        (["search"], "search: for what?"),
        (["search", "--limit"], "search: argument --limit: a value is missing"),
        (["search", "--limit", "many", "x"], "--limit: a whole number from 0 up is needed, not 'many'"),
        (["search", "--limit", "-1", "x"], "--limit: a whole number from 0 up is needed, not '-1'"),
        (["search", "x", "--batch", "-"], "exclude each other"),
        (["search", "--content", "-", "--batch", "-"], "cannot be both"),
        (["show"], "show: which entry?"),
        (["show", "x", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["keys", "x"], "keys: takes no arguments"),
        (["--ascii", "list"], "a command comes first: faqtui list"),
        (["--theme", "plaid"], "there is no theme plaid; there are ansi,"),
    ],
)
def test_wrong_usage_is_told_in_one_line_and_exits_with_2(faqtui, arguments, said):
    code, out, err = faqtui(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("faqtui: ")
    assert err.count("\n") == 1


def test_standard_input_named_by_the_environment_cannot_be_the_batch_as_well(faqtui):
    assert faqtui("search", "--batch", "-", env={"FAQTUI_CONTENT": "-"}).code == 2


def test_a_file_named_like_a_command_is_read_when_it_is_written_as_a_path(faqtui, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("list").write_text("## Is this a file?\n\nYes.\n\n## Is it a command?\n\nNo.\n")
    code, out, _ = faqtui("./list")
    assert code == 0
    assert "Is this a file?" in out
    assert "Workshop" in faqtui("list").out


def test_paths_and_content_add_up(faqtui, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("## Where is the broom?\n\nBehind the door.\n\n## And the bin?\n\nNext to it.\n")
    both = faqtui("list", "--content", tmp_path / "workshop.md", other, "--json").json
    assert {entry["source"]["path"] for entry in both["entries"]} == {str(tmp_path / "workshop.md"), str(other)}
    assert len(both["entries"]) == 7


def test_options_may_stand_between_paths(faqtui, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("## Where is the broom?\n\nBehind the door.\n\n## And the bin?\n\nNext to it.\n")
    assert len(faqtui("list", tmp_path / "workshop.md", "--json", other).json["entries"]) == 7


def test_the_environment_names_content_where_no_argument_does(faqtui, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("## Where is the broom?\n\nBehind the door.\n\n## And the bin?\n\nNext to it.\n")
    paths = f"{tmp_path / 'workshop.md'}::{other}:"
    assert len(faqtui("list", "--json", env={"FAQTUI_CONTENT": paths}).json["entries"]) == 7
    assert len(faqtui("list", "--json", other, env={"FAQTUI_CONTENT": paths}).json["entries"]) == 2


def test_without_any_of_them_the_packaged_faq_is_meant(faqtui):
    result = faqtui("list", "--json", env={"FAQTUI_CONTENT": ""}).json
    assert len(result["entries"]) == 49
    assert {Path(entry["source"]["path"]).parent for entry in result["entries"]} == {Path()}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS), ["search", "-h"]])
def test_help_names_every_option_and_fits_80_columns(faqtui, arguments):
    code, out, err = faqtui(*arguments)
    assert (code, err) == (0, "")
    assert out.startswith("usage: faqtui")
    assert "--content PATH" in out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_help_lists_every_command(faqtui):
    out = faqtui("--help").out
    for name, summary in COMMANDS.items():
        assert f"  {name:<12}{summary}\n" in out


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"]])
def test_help_says_what_a_query_may_be_where_one_is_given(faqtui, arguments):
    from faqtui.view.queries import QUERIES

    out = " ".join(faqtui(*arguments).out.split())
    for typed, means in QUERIES:
        assert f"{typed} {means}" in out
    assert "queries:" not in faqtui("list", "--help").out


def test_the_version_is_the_package_s(faqtui):
    from faqtui import __version__

    assert faqtui("--version") == (0, f"faqtui {__version__}\n", "")


def test_keys_prints_every_action_with_its_keys(faqtui):
    from faqtui.view.actions import ACTIONS, key_name

    out = faqtui("keys").out
    for action in ACTIONS:
        (line,) = [line for line in out.splitlines() if line.endswith(f"  {action.description}")]
        for key in action.all_keys():
            assert f" {key_name(key)} " in line


@pytest.mark.parametrize("width", [0, 44, 60, 80, 100, 200])
def test_what_keys_do_is_broken_between_words_where_a_terminal_shows_it(width):
    lines = keys.text(width=width).splitlines()
    assert all(len(line) <= width for line in lines) or not width
    told = " ".join(" ".join(lines).split())
    assert "address, else its file and line" in told
    assert (len(lines) == len(keys.text().splitlines())) == (width in {0, 200})
