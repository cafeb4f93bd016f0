"""What ``check`` says beside what parsing finds."""

from __future__ import annotations

import json


def test_an_alias_that_readers_will_miss_is_proposed(faqtui, tmp_path):
    path = tmp_path / "port.md"
    path.write_text(
        "# Port\n\n## What greets me?\n\nThe message of the day (MOTD).\n\n## Who writes the MOTD?\n\nAnna.\n\n"
        "## Is the MOTD long?\n\nNo.\n",
        encoding="utf-8",
    )
    found = json.loads(faqtui("check", path, "--json").out)["diagnostics"]
    assert [(one["code"], one["severity"], one["line"]) for one in found] == [("missing-alias", "info", 3)]
    assert "aliases: {motd: [message of the day]}" in found[0]["message"]
    assert faqtui("check", path, "--ignore", "missing-alias").out == ""
