"""The checks are the same wherever they are written down: .ci/run, justfile, README, before a commit, at every push."""

from __future__ import annotations

import re
import tomllib

import pytest
import yaml

from support.places import ROOT, TESTS
from support.programs import missing

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
JUSTFILE = (ROOT / "justfile").read_text(encoding="utf-8")
SCRIPT = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
GOLDENS = "FAQTUI_UPDATE" + "_GOLDENS"


def recipe(name):
    """What a recipe needs, and its commands, arguments left away."""
    head, body = re.search(rf"^{name}\b[^:\n]*:(.*)\n((?: +.*\n?)*)", JUSTFILE, re.MULTILINE).groups()
    return head.split(), [re.sub(r" \{\{.*?\}\}", "", line.strip()) for line in body.splitlines()]


def checks():
    """The commands of ``just check``, in their order."""
    return [command for name in recipe("check")[0] for command in recipe(name)[1]]


def test_just_and_the_script_check_the_same_in_the_same_order():
    _, _, checking = SCRIPT.partition(".venv-ci/bin:$PATH")
    lines = [line.removesuffix(" || status=$?") for line in checking.splitlines()]
    assert [line for line in lines if line in checks()] == checks()
    assert not [line for line in lines if re.match(r"ruff|mypy|lint-imports|python", line) and line not in checks()]


def test_just_sets_up_and_tests_as_the_readme_does():
    (told,) = re.findall(r"^## Test it\n\n```sh\n(.*)\n```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert told == f"{recipe('set-up')[1][0]} && .venv/bin/{recipe('test')[1][0]}"


def test_before_a_commit_the_same_is_checked_but_for_the_tests():
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [hook["entry"] for hook in repository["hooks"]] == [f".venv/bin/{command}" for command in checks()[:-1]]


def test_at_every_push_the_script_runs_with_every_python_that_is_promised():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]["checks"]
    promised = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if "Python :: 3." in name]
    assert workflow["strategy"]["matrix"]["python"] == promised
    assert PROJECT["requires-python"] == f">={promised[0]}"
    assert ".ci/run" in [step.get("run") for step in workflow["steps"]]


def test_just_renews_every_golden_that_a_test_compares():
    (command,) = recipe("goldens")[1]
    tests = [path.relative_to(ROOT).as_posix() for path in TESTS.rglob("*.py") if GOLDENS in path.read_text("utf-8")]
    assert command.startswith(f"{GOLDENS}=1 ")
    assert sorted(re.findall(r"tests/\S+", command)) == sorted(tests)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\b(?:tests|docs)/[\w/.]+\.\w+", JUSTFILE))))
def test_every_file_that_just_names_exists(path):
    assert (ROOT / path).exists()


def test_no_browser_is_a_failure_where_the_script_runs_on_linux():
    required, *_ = re.findall(r'^    FAQTUI_REQUIRE="(.*)"$', SCRIPT, re.MULTILINE)
    assert "chromium" in required.split()
    assert "|| missing+=(chromium)" in SCRIPT


def test_what_is_required_fails_where_it_is_missing_and_what_is_not_is_skipped(monkeypatch):
    monkeypatch.setenv("FAQTUI_REQUIRE", "tmux xterm.js")
    with pytest.raises(pytest.fail.Exception, match=r"xterm\.js is required here: nobody fetched it"):
        missing("xterm.js", "nobody fetched it")
    with pytest.raises(pytest.skip.Exception, match="without lynx: nobody installed it"):
        missing("lynx", "nobody installed it")
