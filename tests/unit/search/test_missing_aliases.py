"""Abbreviations that are written out in one place only."""

from __future__ import annotations

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.search.missing_aliases import proposals

ALONE = "## Who changes the MOTD?\n\nAnna.\n\n## Is the MOTD long?\n\nNo.\n\n"


def found(written: str, front: str = "") -> list[tuple[str, str, int]]:
    library = parse_library([Document("port.md", f"{front}# Port\n\n## What greets me?\n\n{written}\n\n{ALONE}")])
    return [(proposal.short, proposal.long, proposal.alone) for proposal in proposals(library)]


@pytest.mark.parametrize(
    ("written", "long"),
    [
        ("The message of the day (MOTD).", "message of the day"),
        ("It is our Message Of The Day (MOTD)", "Message Of The Day"),
        ("A mild over-the-deck (MOTD) thing.", "mild over-the-deck"),
        ("A many of them, drums (MOTD) came", ""),
        ("Something else (MOTD)", ""),
        ("(MOTD)", ""),
        ("MOTD is nice", ""),
    ],
)
def test_what_is_written_out_before_its_abbreviation_is_proposed(written: str, long: str) -> None:
    assert found(written) == ([("MOTD", long, 2)] if long else [])


@pytest.mark.parametrize(
    "front",
    ["---\naliases:\n  motd: [message of the day]\n---\n", "---\naliases:\n  message of the day: [motd]\n---\n"],
)
def test_what_an_alias_says_already_is_not_proposed(front: str) -> None:
    assert found("The message of the day (MOTD).", front) == []


def test_common_abbreviations_are_known() -> None:
    text = "# Port\n\n## A?\n\nAny identity provider (IDP).\n\n## B of the IDP?\n\nB.\n\n## C of the IDP?\n\nC.\n"
    assert proposals(parse_library([Document("port.md", text)])) == []


def test_one_that_stands_alone_once_is_not_worth_a_line() -> None:
    text = "# Port\n\n## A?\n\nA red tall ship (RTS).\n\n## B of the RTS?\n\nB.\n"
    assert proposals(parse_library([Document("port.md", text)])) == []
