"""What each command imports: a start is as slow as its imports, so each is held to what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.meanings import model_place
from support.workshop import WORKSHOP

RUN = """
import io, json, sys
from faqtui.__main__ import main
sys.argv[0] = "faqtui"
out, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO())
code = main()
out.write(json.dumps([code, sorted(sys.modules)]))
"""

HEAVY = {
    "textual",
    "asyncio",
    "numpy",
    "ssl",
    "email",
    "urllib.request",
    "importlib.metadata",
    "asyncssh",
    "websockets",
}
"""What no command may import."""

PARSING = {"yaml", "frontmatter", "markdown_it", "mdit_py_plugins"}
"""What only the first run, which parses, imports."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def modules(environment: dict[str, str], *arguments: str, code: int = 0) -> set[str]:
    """The modules that a run of the program has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], input=WORKSHOP, capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    ended, names = json.loads(done.stdout)
    assert ended == code, done.stderr
    return set(names)


COMMANDS = [
    (),
    ("list",),
    ("list", "--json"),
    ("search", "ecr", "tok"),
    ("search", "ecr", "tok", "--json"),
    ("search", "--batch", "-"),
    ("show", "ecr token"),
    ("show", "ecr token", "--format", "json"),
    ("check",),
    ("export", "--format", "markdown"),
    ("export", "--format", "text"),
    ("export", "--format", "html"),
    ("keys",),
    ("--version",),
    ("--help",),
    ("list", "-"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_imports_textual_or_its_like(environment, arguments):
    imported = modules(environment, *arguments)
    assert imported & HEAVY == set()
    assert not any(name.startswith("faqtui.serving") for name in imported)  # who serves nobody needs none of it


@pytest.mark.parametrize("arguments", [c for c in COMMANDS if "-" not in c], ids=" ".join)
def test_the_second_run_imports_no_parser(environment, arguments):
    modules(environment, "list")
    assert modules(environment, *arguments) & PARSING == set()


@pytest.mark.parametrize(
    "arguments",
    [c for c in COMMANDS if c[:1] != ("show",) and "--batch" not in c] + [("search", "ecr", "token")],
    ids=" ".join,
)
def test_only_what_is_misspelt_imports_rapidfuzz(environment, arguments):
    modules(environment, "list")
    assert "rapidfuzz" not in modules(environment, *arguments)


def test_searching_imports_no_more_than_it_needs(environment):
    modules(environment, "list")
    imported = modules(environment, "search", "ecr", "tokne")
    assert "rapidfuzz" in imported
    assert {name for name in imported if name.partition(".")[0] in {"rich", "pygments"}} == set()
    assert not any(name.startswith("faqtui.render") for name in imported)


def test_an_id_is_shown_without_searching(environment):
    modules(environment, "list")
    listed = subprocess.run(
        [sys.executable, "-m", "faqtui", "list", "--json"], capture_output=True, text=True, env=environment
    )
    id_ = json.loads(listed.stdout)["entries"][0]["id"]
    imported = modules(environment, "show", id_)
    assert imported & {"rapidfuzz", "pygments", *PARSING} == set()
    assert "rich.markdown" not in imported


def test_a_start_with_nothing_but_paths_does_without_argparse(environment, tmp_path):
    (tmp_path / "workshop.md").write_text(WORKSHOP)
    assert "argparse" not in modules(environment)
    assert "argparse" not in modules(environment, str(tmp_path / "workshop.md"))


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_read_no_content(environment, argument):
    imported = modules(environment, argument)
    assert not any(name.startswith(("faqtui.faq", "faqtui.sources", "faqtui.parsing")) for name in imported)
    assert "dataclasses" not in imported


def test_importing_the_package_imports_none_of_it():
    probe = "import sys, faqtui; print(sorted(n for n in sys.modules if n.startswith('faqtui')))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stdout.strip() == "['faqtui']"


def test_the_screen_is_imported_only_with_a_terminal(environment, tmp_path):
    assert not any(name.startswith("faqtui.tui.app") for name in modules(environment, "--query", "ecr"))


def meaning_in(imported: set[str]) -> set[str]:
    return {name for name in imported if name.startswith(("numpy", "faqtui.meaning", "faqtui.search.meaning."))}


SENTENCE = ("search", "how", "do", "I", "keep", "a", "token", "fresh")


def test_without_a_model_nothing_of_meaning_is_imported(environment):
    assert meaning_in(modules(environment, *SENTENCE)) == set()
    assert meaning_in(modules(environment, "show", "how do I keep a token fresh")) == set()


def test_with_a_model_nothing_of_it_is_imported_before_the_first_sentence(environment):
    environment = {**environment, "PYTHONPATH": model_place()}
    for arguments in (("search", "ecr", "tok"), ("list",), (*SENTENCE, "--no-meaning"), ("show", "ecr token")):
        assert meaning_in(modules(environment, *arguments)) == set()
    assert "numpy" in modules(environment, *SENTENCE)
