"""Strangers over SSH, one after another: none takes more memory than it may, none stays behind, and the server sees nothing odd.

``python tests/bench/sessions.py [SESSIONS] [SEED]``: a real sshd on the loopback interface with README's forced command; 200
sessions with window changes between 0 by 0 and 65535 by 65535 and input that nobody types, which leave by ctrl+q, by a client
that is killed or told to end, or by a terminal that is closed. Ends with 1 where a program took more than 60 MB, was there 5
seconds later, did not heed ctrl+q, or where the server's log has a line that somebody would have to look at.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.logins import LARGEST_MB, forced_host, stay


def main() -> int:
    """Run the sessions; 1 where one was wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    first = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    started, failed = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as directory, forced_host(Path(directory)) as host:
        stays = []
        for seed in range(first, first + count):
            one = stay(host, Path(directory), seed)
            stays.append(one)
            if one.wrong:
                failed += 1
                print(f"seed {seed} ({one.end}): {'; '.join(one.wrong)}", flush=True)
        complaints = host.complaints()
    for line in complaints:
        print(f"the server: {line}")
    peaks = sorted(one.peak for one in stays if one.peak)
    ends = ", ".join(f"{number} {end}" for end, number in Counter(one.end for one in stays).items())
    print(
        f"{count} sessions from seed {first} in {(time.monotonic() - started) / 60:.1f} minutes ({ends}): "
        f"{sum(one.sizes for one in stays):,} sizes, {sum(one.sent for one in stays) / 1e6:.2f} MB typed\n"
        f"most memory of a session: {statistics.median(peaks):.1f} MB (median), {peaks[-1]:.1f} MB (worst; at most "
        f"{LARGEST_MB:.0f}); {failed} wrong, {len(complaints)} lines in the server's log that are not clean"
    )
    return 1 if failed or complaints else 0


if __name__ == "__main__":
    sys.exit(main())
