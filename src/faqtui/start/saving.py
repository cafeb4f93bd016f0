"""Parsing and saving a library in a process of its own: ``python -m faqtui.start.saving DIRECTORY PATH...``.

A screen that is in use must not share its interpreter with the seconds that thousands of entries take; it reads what
this leaves behind. Says nothing: what is wrong with the files, the screen finds out itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from faqtui.errors import FaqtuiError


def save_elsewhere(paths: Sequence[str], cache_dir: Path) -> bool:
    """Have the files at `paths` parsed and saved in `cache_dir` by another process; whether it did."""
    command = [sys.executable, "-m", __name__, str(cache_dir), *paths]
    try:
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    except OSError:
        return False
    return ended.returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Parse and save; 0 when it is saved."""
    from faqtui.faq import load

    directory, *paths = arguments
    try:
        return 0 if load(*paths, cache_dir=Path(directory)).save() else 1
    except FaqtuiError as error:
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
