"""Questions in tables of HTML."""

from __future__ import annotations

import pytest

from faqtui.markdown.scan import Scan
from faqtui.parsing.questions.elements.html_rows import html_rows

HEAD = "<tr><th>Question</th><th>Answer</th></tr>"
ROWS = "<tr><td>Is it hot?</td><td>Yes.</td></tr>\n<tr><td>Is it <b>wet</b>?</td><td>No.<br>Dry.</td></tr>"


def found(text: str) -> list[tuple[str, str]]:
    return [(candidate.text, candidate.tail) for candidate in html_rows(Scan(text.split("\n")))]


@pytest.mark.parametrize(
    "text",
    [
        f"<table>\n{HEAD}\n{ROWS}\n</table>",
        f"<TABLE class='x'>\n<thead>{HEAD}</thead>\n<tbody>\n{ROWS}\n</tbody>\n</TABLE>",
        f"<table>\n{HEAD}\n{ROWS}\n</table>".replace("</td>", "").replace("</tr>", ""),
    ],
)
def test_the_rows_of_a_table_that_says_so_are_questions(text: str) -> None:
    assert found(text) == [("Is it hot?", "Yes."), ("Is it <b>wet</b>?", "No.<br>Dry.")]


@pytest.mark.parametrize(
    "text",
    [
        f"<table>\n<tr><th>Name</th><th>Size</th></tr>\n{ROWS}\n</table>",
        f"<table>\n{HEAD}\n{ROWS.replace(chr(10), '')}\n</table>",
        f"<table>\n{HEAD}\n{ROWS}\n<tr><td>alone</td></tr>\n</table>",
        f"<table>\n{HEAD}\n{ROWS}\n",
    ],
    ids=["of something else", "on one line", "a row without an answer", "that is not closed"],
)
def test_other_tables_are_text(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["<table></table>", "<table </table>", f"<table>\n{HEAD}\n</table>", "<table\n<tr><td>a</table>"]
)
def test_tables_without_rows_have_no_questions(text: str) -> None:
    assert found(text) == []


def test_a_table_that_says_something_outside_of_its_cells_stays_a_table() -> None:
    assert found(f"<table>\n{HEAD}\n{ROWS}\n<tr>By sea<td>Is it far?</td><td>No.</td></tr>\n</table>") == []
