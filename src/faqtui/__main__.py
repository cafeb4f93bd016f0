"""``faqtui`` and ``python -m faqtui``: where the program starts and which exit code it ends with."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program with the arguments of this process; returns the exit code."""
    # Collecting while modules are imported takes 10 % of the start and frees nothing. The screen turns it on again.
    gc.disable()
    if sys.argv[1:2] == ["attach"]:  # it is the whole start of a session of a server, and needs nothing of this
        from faqtui.serving import attach

        if (attached := attach.run(sys.argv[2:])) is not None:
            return attached
    try:
        from faqtui.start import first_frame
    except KeyboardInterrupt:
        return 130
    try:
        first_frame.show(sys.argv[1:])
        from faqtui.cli import main as run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were imported, or an error was being told
        return 130
    finally:
        first_frame.leave_now()
    if (driver := sys.modules.get("faqtui.tui.driver")) is not None:
        driver.end_process(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
