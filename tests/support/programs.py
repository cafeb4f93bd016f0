"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

SYSTEM_PATH = "/usr/local/sbin:/usr/sbin:/sbin"


def require(program: str) -> str:
    """The path of `program`. Where it is missing the test is skipped, or fails if ``FAQTUI_REQUIRE`` names it."""
    path = shutil.which(program) or shutil.which(program, path=SYSTEM_PATH)
    return path if path is not None else missing(program, "it is not installed")


def missing(name: str, why: str) -> NoReturn:
    """Skip the test for want of `name`, or fail it if ``FAQTUI_REQUIRE`` names that."""
    if name in os.environ.get("FAQTUI_REQUIRE", "").replace(",", " ").split():
        pytest.fail(f"{name} is required here: {why}")
    pytest.skip(f"without {name}: {why}")
