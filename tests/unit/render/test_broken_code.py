"""Long lines of code that are broken: nothing is lost, nothing is too wide, and what is taken away is the code."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqtui.render import lay_out, parse_answer
from faqtui.render.find import Finder, source_text
from faqtui.widths import most_cells

CODE = "deploy --to blue --with steam  --label パンは焼けますかパンは焼けますか --then\tring\n\nshort\n" + "x" * 70


def laid_out(code: str, width: int):
    return lay_out(parse_answer(f"```sh\n{code}\n```"), width, wraps=True)


@pytest.mark.parametrize("width", [9, 14, 20, 33, 120])
def test_all_of_it_is_in_view(width: int) -> None:
    layout = laid_out(CODE, width)
    assert layout.pan_limit == 0
    assert all(most_cells(layout.line(index).text) <= width for index in range(layout.height))
    drawn = "".join(layout.line(index).text.strip("│ ").replace(" ", "") for index in range(1, layout.height - 1))
    assert drawn == "".join(CODE.split())


@pytest.mark.parametrize("width", [9, 14, 20, 33, 120])
def test_selected_it_is_what_was_written(width: int) -> None:
    layout = laid_out(CODE, width)
    assert source_text(layout, (1, 0), (layout.height - 2, 200)) == CODE


def test_lines_are_broken_behind_blanks_and_go_on_indented() -> None:
    layout = laid_out("deploy --to blue --with steam", 20)
    assert [layout.line(index).text for index in range(1, layout.height - 1)] == [
        "│ deploy --to blue │",
        "│   --with steam   │",
    ]


def test_what_stands_on_both_sides_of_a_break_is_found() -> None:
    layout = laid_out("deploy --to blue --with steam", 20)
    (match,) = Finder(layout).find("blue --with")
    assert [part.line_index for part in match.parts] == [1, 2]


def test_it_is_cut_where_nobody_asked() -> None:
    layout = lay_out(parse_answer(f"```\n{CODE}\n```"), 20)
    assert layout.pan_limit > 0
    assert layout.height == CODE.count("\n") + 3


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80), st.integers(8, 40)
)
def test_of_any_line_nothing_is_lost(line: str, width: int) -> None:
    plain = lay_out(parse_answer(f"~~~~~~\n{line}\n~~~~~~"), 4000)
    narrow = lay_out(parse_answer(f"~~~~~~\n{line}\n~~~~~~"), width, wraps=True)
    last = narrow.height - 2
    assert source_text(narrow, (1, 0), (last, 4000)) == source_text(plain, (1, 0), (1, 4000))
