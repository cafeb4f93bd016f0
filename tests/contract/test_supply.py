"""What faqtui is installed with: bounds that are tested, versions that are written down."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from support.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement)[0]).lower()


def constraints(text):
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {name_of(line): tuple(int(part) for part in re.findall(r"\d+", line.partition("==")[2])) for line in lines}


def lowest():
    script = [sys.executable, ROOT / ".ci" / "lowest.py"]
    return constraints(subprocess.run(script, capture_output=True, text=True, check=True).stdout)


def test_everything_needed_has_a_lower_bound_that_is_tested():
    assert set(lowest()) == {name_of(requirement) for requirement in PROJECT["dependencies"]}
    assert re.search(r"^(nice -n \d+ )?\.ci/lowest\b", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_tested_versions_of_everything_are_written_down():
    tested = constraints((ROOT / "tests" / "constraints.txt").read_text(encoding="utf-8"))
    needed = {name_of(r) for r in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]}
    assert needed <= set(tested)
    for name, bound in lowest().items():
        assert tested[name] >= bound, name


def test_security_tells_how_many_packages_there_are():
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    told = f"{words[len(PROJECT['dependencies'])].capitalize()} packages"
    assert told in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
