"""Puts the packed model into the wheel: what hatchling calls while it builds one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from source import fetched  # noqa: E402 - beside this file, which is no package
from weights import FILES, pack  # noqa: E402


class MeaningBuildHook(BuildHookInterface[Any]):
    """Packs the model before the wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files beside the build, and name them for the wheel. An editable install gets them in the sources."""
        where = Path(self.root) / "src" / "faqtui_meaning" if version == "editable" else Path(self.directory) / "model"
        where.mkdir(parents=True, exist_ok=True)
        with fetched() as wheel:
            pack(wheel, where)
        if version != "editable":
            build_data["force_include"].update({str(where / name): f"faqtui_meaning/{name}" for name in FILES})
