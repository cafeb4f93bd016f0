"""The workshop's FAQ in a file, and commands that are run on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commandline import CommandLine
from support.workshop import WORKSHOP


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "workshop.md"
    path.write_text(WORKSHOP)
    return path


@pytest.fixture
def faqtui(tmp_path: Path, path: Path) -> CommandLine:
    return CommandLine(tmp_path, FAQTUI_CONTENT=str(path))
