"""What ``check`` says beside what parsing finds."""

from __future__ import annotations

import json
import re

import pytest

from faqtui.widths import most_cells
from support.commandline import CommandLine


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


LONG = "nowhere-at-all-in-this-document-not-even-at-its-end"


@pytest.mark.parametrize(
    "name", ["faq.md", "とても長い名前.md", "a-name-that-takes-most-of-the-line-of-a-terminal-by-itself.md"]
)
@pytest.mark.parametrize(("charset", "ellipsis"), [("C.UTF-8", "…"), ("C", "...")])
def test_a_terminal_gets_a_line_for_each_cut_with_an_ellipsis_and_a_pipe_all_of_it(tmp_path, name, charset, ellipsis):
    (tmp_path / name).write_text(f"# F\n\n## Where?\n\nSee [there](#{LONG}).\n\n## When?\n\nAt [noon](#{LONG}).\n")
    faqtui = CommandLine(tmp_path, COLUMNS="60", LANG=charset)
    whole = faqtui("check", tmp_path / name).out.splitlines()
    assert all(line.endswith(LONG) for line in whole)
    shown = [
        re.sub(r"\x1b\[[0-9;]*m", "", line) for line in faqtui("check", tmp_path / name, terminal=True).out.splitlines()
    ]
    assert len(shown) == len(whole) == 2
    for line in shown:
        place, _, message = line.partition(" error broken-anchor ")
        assert message.endswith(ellipsis)
        assert len(message) <= max(20, 60 - most_cells(f"{place} error broken-anchor "))


def test_what_fits_into_the_line_of_a_terminal_is_not_cut(tmp_path):
    (tmp_path / "faq.md").write_text(f"# F\n\n## Where?\n\nSee [there](#{LONG}).\n")
    done = CommandLine(tmp_path, COLUMNS="300")("check", tmp_path / "faq.md", terminal=True)
    assert done.out.endswith(f"#{LONG}\n")
