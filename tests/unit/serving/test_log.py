"""The log of a server."""

from __future__ import annotations

import json
import re

from faqtui.serving import log


def test_each_event_is_a_line_with_its_time(capfd):
    log.write("session", peer="192.0.2.1", seconds=1.5, nothing=None)
    log.write("end", why="a\nb\x1b[31m")
    first, second = capfd.readouterr().err.splitlines()
    found = json.loads(first)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", found.pop("t"))
    assert found == {"event": "session", "peer": "192.0.2.1", "seconds": 1.5}
    assert json.loads(second)["why"] == "a\nb\x1b[31m"
    assert "\x1b" not in second
