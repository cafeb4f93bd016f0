"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import os
import shutil

import pytest

SYSTEM_PATH = "/usr/local/sbin:/usr/sbin:/sbin"


def require(program: str) -> str:
    """The path of `program`. Where it is missing the test is skipped, or fails if ``FAQTUI_REQUIRE`` names it."""
    path = shutil.which(program) or shutil.which(program, path=SYSTEM_PATH)
    if path is not None:
        return path
    if program in os.environ.get("FAQTUI_REQUIRE", "").replace(",", " ").split():
        pytest.fail(f"{program} is required here and not installed")
    pytest.skip(f"{program} is not installed")
