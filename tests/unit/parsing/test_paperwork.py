"""What is left out of a directory is told by what a file says, never by its name alone, and questions are always read."""

from pathlib import Path

import pytest

from faqtui import load
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.paperwork import paperwork
from support.places import ROOT

QUESTIONS = "# {0}\n\n## What is the {0} rule?\n\nIt hangs there.\n\n## Who made the {0} rule?\n\nAnna.\n"

NAMES = (
    "security.md", "contributing.md", "requirements.md", "requirements.txt", "license.md", "LICENCE.txt", "changelog.md",
    "code_of_conduct.md", "authors.md", "robots.txt", "pull_request_template.md", "COPYING.md", "CMakeLists.txt",
)  # fmt: skip

CONDUCT = """\
# Code of Conduct of the choir

## Our pledge

We want a welcoming choir, and everybody to be respectful of each other.

## Enforcement

Who harasses others leaves.
"""

CHANGES = """\
# What is new

## [Unreleased]

- A bell.

## [1.2.0] - 2024-03-01

### Added

- Two lamps.

## 1.1.0 (2023-01-01)

- One lamp.
"""

PLAIN_CHANGES = """\
Lantern

Version 1.2
- two lamps,
  both green

Version 1.1
- one lamp
"""

GUIDE = """\
# Helping out

Fork the lantern, make a branch, and open a pull request with one commit.

## Found a dark lamp?

Tell the maintainers.
"""

POLICY = """\
# Safety of the lantern

Please report each vulnerability by letter. We disclose it when it is mended.
"""


@pytest.mark.parametrize("name", NAMES)
def test_questions_are_read_whatever_the_file_is_called(name: str) -> None:
    assert paperwork(f"docs/{name}", QUESTIONS.format("door")) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_instructions_is_read_whatever_it_is_called(name: str) -> None:
    stem = name.partition(".")[0]
    assert paperwork(f"docs/{name}", f"# {stem}\n\n> Print the door's {stem}.\n\n- Do it:\n\n`{stem} --all`\n") == ""


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("terms.md", (ROOT / "LICENSE").read_text(encoding="utf-8"), "a licence"),
        ("terms.md", "---\ntitle: Terms\n---\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8"), "a licence"),
        ("news.md", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), "a changelog"),
        ("news.md", CHANGES, "a changelog"),
        ("news.txt", PLAIN_CHANGES, "a changelog"),
        ("news.md", "Lantern\n=======\n\n2.0.1\n-----\n\n* lamps\n\n2.0.0\n-----\n\n* more lamps\n", "a changelog"),
        ("manners.md", CONDUCT, "a code of conduct"),
        ("contributing.md", GUIDE, "a guide for contributors"),
        ("security.md", POLICY, "a policy for reporting vulnerabilities"),
        ("pins.txt", "lamp==1.2\nwick>=3 ; python_version < '4'\n# oil\n-r more.txt\ntin\n", "a list of required packages"),
        ("no.txt", "User-agent: *\nDisallow: /cellar\n", "rules for robots"),
        ("make.txt", "cmake_minimum_required(VERSION 3)\nproject(lamp)\nadd_executable(lamp a.c)\n", "a build script"),
        ("authors.md", "# Who\n\n- Anna <a@lamp.example>\n- Ben <b@lamp.example>\n- https://c.example\n", "a list of authors"),
        ("issue_template.md", "<!-- say what broke -->\n\nSteps to reproduce:\n\n- [ ] it is dark\n", "a template"),
    ],
)  # fmt: skip
def test_what_answers_no_question_is_recognised(name: str, text: str, wanted: str) -> None:
    assert paperwork(f"docs/{name}", text) == wanted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("readme.md", (ROOT / "README.md").read_text(encoding="utf-8")),
        ("lamp.md", "# Lamp\n\nIt shines.\n\n## Licence\n\nGNU General Public License version 3.\n"),
        ("lamp.md", "# Lamp\n\n" + "It shines. " * 90 + "\n\n## Licence\n\nPermission is hereby granted, free of charge.\n"),
        ("guide.md", GUIDE),
        ("trust.md", POLICY),
        ("upgrades.md", "# Upgrades\n\n## 2.0\n\n### Why is it dark?\n\nOil.\n\n## 1.0\n\n### Why is it bright?\n\nMore oil.\n"),
        ("ports.md", "# Ports\n\n## Lamp 1.2\n\nGreen.\n\n## Colours\n\nRed.\n\n## Oil\n\nYellow.\n"),
        ("words.txt", "lamp\nwick\noil\n"),
        ("manners.md", "# Manners\n\nThere is a code of conduct. Be welcoming.\n"),
        ("authors.md", "# Authors\n\nAnna wrote most of it.\n"),
    ],
)  # fmt: skip
def test_a_document_that_says_something_of_the_kind_is_read(name: str, text: str) -> None:
    assert paperwork(f"docs/{name}", text) == ""


def test_what_is_left_out_of_a_directory_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "lamp.md").write_text(QUESTIONS.format("lamp"))
    (tmp_path / "news.md").write_text(CHANGES)
    library = load(tmp_path).library
    assert len(library.entries) == 2
    assert [(d.code, d.severity, d.message, Path(d.path).name, d.line) for d in library.diagnostics] == [
        ("left-out", "info", "left out: a changelog", "news.md", 1)
    ]


def test_a_file_that_is_named_is_read() -> None:
    assert parse_library([Document("docs/news.md", CHANGES, 2)]).entries
    assert not parse_library([Document("docs/news.md", CHANGES, 1)]).entries
