"""``faqtui`` and ``python -m faqtui``: where the program starts and which exit code it ends with."""

from __future__ import annotations

import gc
import os
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
    except (OSError, MemoryError, ImportError) as error:
        return _told(error)
    try:
        first_frame.show(sys.argv[1:])
        from faqtui.cli import main as run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were imported, or an error was being told
        return 130
    except (OSError, MemoryError, ImportError) as error:
        first_frame.leave_now()
        return _told(error)
    finally:
        first_frame.leave_now()
    if (ending := sys.modules.get("faqtui.host.ending")) is not None:  # there was a screen
        ending.end_process(code)
    return code


def _told(error: Exception) -> int:
    """Say that not even what tells of errors could be loaded: no descriptor or no memory is left. The exit code."""
    reason = "there is not enough memory for this" if isinstance(error, MemoryError) else str(error)
    try:
        os.write(2, f"faqtui: cannot start: {ascii(reason)[1:-1]}\n".encode())
    except OSError:  # nobody to tell
        return 2
    return 2


if __name__ == "__main__":
    sys.exit(main())
