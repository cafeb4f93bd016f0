"""The package with the sentence model: made of one wheel that is pinned by its hash, of which nothing is committed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib

import pytest

from support.places import ROOT

PACKAGE = ROOT / "packages" / "meaning"
PACKING = PACKAGE / "packing"


def test_the_wheel_that_the_weights_come_from_is_pinned_to_its_bytes():
    assert re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}\n", (PACKING / "source.txt").read_text())


def test_no_weights_are_committed():
    found = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert found
    assert [path.name for path in found if path.stat().st_size > 20_000] == []


def test_licences_and_a_notice_of_what_was_changed_go_with_it():
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text())["project"]
    assert all((PACKAGE / name).is_file() for name in project["license-files"])
    assert {"LICENSE", "LICENSE-MODEL", "NOTICE"} == set(project["license-files"])
    assert "quantised" in (PACKAGE / "NOTICE").read_text()


def test_numpy_is_all_that_it_needs():
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text())["project"]
    assert [re.split(r"\W", need)[0] for need in project["dependencies"]] == ["numpy"]


@pytest.mark.parametrize("given", ["another", "missing"])
def test_another_wheel_is_refused_by_its_hash(tmp_path, given):
    wheel = tmp_path / "some.whl"
    if given == "another":
        wheel.write_bytes(b"PK of something else")
    script = "import sys; sys.path.insert(0, sys.argv[1]); import source\nwith source.fetched(): print('taken')"
    done = subprocess.run(
        [sys.executable, "-c", script, str(PACKING)],
        env={**os.environ, "FAQTUI_MEANING_SOURCE": str(wheel)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"{wheel}: ")
    assert len(done.stderr.splitlines()) == 1
