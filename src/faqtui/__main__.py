"""``faqtui`` and ``python -m faqtui``: where the program starts and which exit code it ends with."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program with the arguments of this process; returns the exit code."""
    # Collecting while modules are imported takes 10 % of the start and frees nothing. The screen turns it on again.
    gc.disable()
    try:
        from faqtui.cli import INTERRUPTED
        from faqtui.cli import main as run
    except KeyboardInterrupt:
        return 130
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while an error was being told
        return INTERRUPTED
    if (driver := sys.modules.get("faqtui.tui.driver")) is not None:
        driver.end_process(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
