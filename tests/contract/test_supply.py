"""What faqtui is installed with: bounds that are tested, versions that are written down."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from support.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")


def name_of(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement)[0]).lower()


def pinned(text):
    found = re.findall(r"^([A-Za-z0-9._-]+)==([0-9.]+)", text, re.MULTILINE)
    return {name_of(name): tuple(int(part) for part in version.split(".")) for name, version in found}


def lowest():
    script = [sys.executable, ROOT / ".ci" / "lowest.py"]
    return pinned(subprocess.run(script, capture_output=True, text=True, check=True).stdout)


def test_everything_needed_has_a_lower_bound_that_is_tested():
    assert set(lowest()) == {name_of(requirement) for requirement in PROJECT["dependencies"]}
    assert re.search(r"^(nice -n \d+ )?\.ci/lowest\b", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_tested_versions_of_everything_are_written_down():
    tested = pinned(LOCK)
    groups = PROJECT["optional-dependencies"]
    named = {extra for need in groups["dev"] for extra in re.findall(r"^faqtui\[(.*)\]", need)}
    extras = [requirement for name in {"dev", *named} for requirement in groups[name]]
    needed = {name_of(r) for r in PROJECT["dependencies"] + extras} - {PROJECT["name"]}
    assert needed <= set(tested)
    for name, bound in lowest().items():
        assert tested[name] >= bound, name


def test_every_package_is_pinned_to_its_files_and_to_no_place():
    blocks = [block for block in re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE) if not block.startswith("#")]
    assert len(blocks) == len(re.findall(r"^[A-Za-z0-9._-]+==", LOCK, re.MULTILINE))
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in LOCK


def test_security_tells_how_many_packages_there_are():
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    told = f"{words[len(PROJECT['dependencies'])].capitalize()} packages"
    assert told in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
