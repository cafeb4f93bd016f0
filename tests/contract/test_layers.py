"""The layers of the package, as pyproject.toml has them."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from support.places import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_no_module_imports_against_the_layers():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken" in done.stdout


def test_every_command_but_the_screen_is_forbidden_textual():
    (contract,) = [c for c in CONTRACTS if c.get("forbidden_modules") == ["textual"]]
    commands = {f"faqtui.commands.{path.stem}" for path in (ROOT / "src/faqtui/commands").glob("[!_]*.py")}
    assert commands - set(contract["source_modules"]) == {"faqtui.commands.explore", "faqtui.commands.screen"}
