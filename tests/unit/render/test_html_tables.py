"""Cells that span rows and columns leave those beside and below them under their own heads."""

from __future__ import annotations

import pytest

from faqtui.render import parse_answer
from faqtui.render.nodes import Table
from support.speed import at_most


def cells(html: str) -> list[list[str]]:
    """The text of a table's cells, the head's first."""
    (table,) = [block for block in parse_answer(html).blocks if isinstance(block, Table)]
    rows = [table.head, *table.rows] if table.head else table.rows
    assert len({len(row) for row in rows}) == 1
    return [["".join(span.text for span in cell) for cell in row] for row in rows]


HEAD = "<table>\n<tr><th>Pump</th><th>Part</th><th>Price</th></tr>\n"


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            '<tr><td rowspan="2">P1</td><td>Seal</td><td>3</td></tr>\n<tr><td>Valve</td><td>4</td></tr>',
            [["P1", "Seal", "3"], ["", "Valve", "4"]],
        ),
        (
            "<tr><td>P1</td><td rowspan=3>Seal</td><td>3</td></tr><tr><td>P2</td><td>4</td></tr>"
            "<tr><td>P3</td><td>5</td></tr><tr><td>P4</td><td>Valve</td><td>6</td></tr>",
            [["P1", "Seal", "3"], ["P2", "", "4"], ["P3", "", "5"], ["P4", "Valve", "6"]],
        ),
        ('<tr><td colspan="2">all</td><td>9</td></tr>', [["all", "", "9"]]),
        (
            "<tr><td rowspan='2' colspan='2'>a</td><td>1</td></tr><tr><td>2</td></tr>",
            [["a", "", "1"], ["", "", "2"]],
        ),
        (
            "<tr><td rowspan=2>a</td><td rowspan=2>b</td><td>1</td></tr><tr><td>2</td></tr><tr><td>c</td></tr>",
            [["a", "b", "1"], ["", "", "2"], ["c", "", ""]],
        ),
        ("<tr><td colspan=99>note</td></tr>", [["note", "", ""]]),
        (
            "<tr><td rowspan=99>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>",
            [["a", "b", "c"], ["", "d", "e"]],
        ),
        ("<tr><td rowspan=0 colspan=0>a</td><td>b</td><td>c</td></tr>", [["a", "b", "c"]]),
        ("<tr><td rowspan=two colspan=-1>a</td><td rowspan>b</td><td colspan=''>c</td></tr>", [["a", "b", "c"]]),
        (f"<tr><td rowspan={'9' * 5000}>a</td><td>b</td><td>c</td></tr>", [["a", "b", "c"]]),
        ("<tr><td rowspan=²>a</td><td>b</td><td>c</td></tr>", [["a", "b", "c"]]),
    ],
)
def test_a_cell_that_spans_takes_its_place(body: str, rows: list[list[str]]) -> None:
    assert cells(f"{HEAD}{body}\n</table>") == [["Pump", "Part", "Price"], *rows]


@pytest.mark.parametrize(
    "body",
    [
        "<tr>" + "<td rowspan=65534 colspan=1000>a</td>" * 300 + "</tr>" + "<tr><td>b</td></tr>" * 3000,
        "".join(f"<tr><td colspan={n % 1000 + 1}>a</td><td>b</td></tr>" for n in range(3000)),
        "<tr><td rowspan=65534>a</td></tr>" * 4000,
        "<tr>" + "<td colspan=1000>a</td>" * 5000 + "</tr>",
    ],
)
def test_spans_beyond_measure_cost_nothing(body: str) -> None:
    with at_most(4):
        parse_answer(f"<table>\n{body}\n</table>").finish()


def test_columns_say_nothing() -> None:
    table = "<table>\n<colgroup>\n<col width='10%'>\n<col/>\n</colgroup>\n<tr><td>\n\na *b*\n\n</td><td>c</td></tr>\n</table>"
    (block,) = parse_answer(table).blocks
    assert isinstance(block, Table)
    assert "col" not in str([[span.text for span in cell] for row in block.rows for cell in row])
