"""The layers of the package, as pyproject.toml has them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.places import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_no_module_imports_against_the_layers():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken" in done.stdout


def test_every_room_but_the_screen_is_forbidden_textual():
    (contract,) = [c for c in CONTRACTS if c.get("forbidden_modules") == ["textual"]]
    package = ROOT / "src/faqtui"
    rooms = {f"faqtui.{path.parent.name}" for path in package.glob("*/__init__.py")}
    rooms |= {f"faqtui.{path.stem}" for path in package.glob("*.py")} - {"faqtui.__init__", "faqtui.__main__"}
    assert set(contract["source_modules"]) == rooms - {"faqtui.tui"}
    assert contract["ignore_imports"] == [  # how the screen is started
        "faqtui.commands.screen -> faqtui.tui.app",
        "faqtui.serving.processes.child -> faqtui.tui.app",
        "faqtui.serving.processes.prepared -> faqtui.tui.app",
        "faqtui.serving.processes.prepared -> faqtui.tui.handing_on",
        "faqtui.serving.processes.warming -> faqtui.tui.app",
        "faqtui.serving.processes.warming -> faqtui.tui.importing",
    ]
    assert "allow_indirect_imports" not in contract


PLANTED = {
    "Each room stands on those below it": ("model.py", "from faqtui.parsing import codes"),
    "No circles among neighbours, in any folder": ("search/index.py", "from faqtui.search import rank"),
    "Only the screen knows textual, so that scripts never pay 180 ms for it": ("view/rows.py", "import textual"),
    "Of a server only a session, and what has one ready, know the screen": (
        "serving/processes/keeper.py",
        "from faqtui.tui import app",
    ),
    "Only the page's server knows websockets, which is an extra too": (
        "serving/processes/keeper.py",
        "import websockets",
    ),
    "Only what speaks SSH knows asyncssh, which is an extra, so that nothing else needs it": (
        "serving/processes/keeper.py",
        "import asyncssh",
    ),
    "The machine, the language and the wire know no FAQ": ("wire/pens.py", "from faqtui.search import tokens"),
    "What finds and what shows an answer does not know where it was read from": (
        "render/runs.py",
        "from faqtui.parsing import codes",
    ),
    "rapidfuzz is a detail of what a typed word may mean": ("view/listing.py", "import rapidfuzz"),
}


@pytest.mark.parametrize("contract", [contract["name"] for contract in CONTRACTS])
def test_each_contract_breaks_where_it_should(contract, tmp_path):
    """An import planted in a copy, for type checking only, breaks the contract that forbids it."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module, line = PLANTED[contract]
    file = tmp_path / "src/faqtui" / module
    file.write_text(f"{file.read_text()}\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    {line}\n")
    linter = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "200"}
    done = subprocess.run([linter, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{contract} BROKEN" in " ".join(done.stdout.split())
