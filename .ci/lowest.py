"""Print the lowest versions that pyproject.toml allows of what faqtui needs, as constraints for pip."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path


def lowest(requirements: list[str]) -> list[str]:
    """``name>=1.2,<3`` as ``name==1.2``; one without a lower bound is a mistake."""
    constraints = []
    for requirement in requirements:
        match = re.fullmatch(r"([A-Za-z0-9._-]+)>=([0-9.]+)(,<[0-9.]+)?", requirement)
        if match is None:
            raise SystemExit(f"pyproject.toml: {requirement} needs a lower bound, and nothing but an upper one")
        constraints.append(f"{match[1]}=={match[2]}")
    return constraints


if __name__ == "__main__":
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sys.stdout.write("\n".join(lowest(project["dependencies"])) + "\n")
