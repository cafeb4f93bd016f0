"""Answers as people see them: Markdown in `tests/golden/answers`, and beside it how it is laid out at three widths.

``FAQTUI_UPDATE_GOLDENS=1`` (`just goldens`) writes them anew: look at the difference then.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from faqtui.render import lay_out, parse_answer
from support.places import GOLDEN

FOLDER = GOLDEN / "answers"
SHAPES = [(24, False), (49, False), (80, False), (49, True)]


def picture(markdown: str) -> str:
    parts = []
    for width, ascii_only in SHAPES:
        layout = lay_out(parse_answer(markdown), width, ascii=ascii_only, code_hint="c copies")
        parts.append(f"{' ascii ' if ascii_only else f' {width} ':=^{width}}\n")
        parts += [layout.line(index).text.rstrip() + "\n" for index in range(layout.height)]
    return "".join(parts)


@pytest.mark.parametrize("source", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_answers_look_as_they_did(source: Path) -> None:
    golden = source.with_suffix(".txt")
    seen = picture(source.read_text(encoding="utf-8"))
    if os.environ.get("FAQTUI_UPDATE_GOLDENS"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


def test_every_golden_has_its_answer() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {path.stem for path in FOLDER.glob("*.md")} != set()


def test_what_is_drawn_in_ascii_is_ascii() -> None:
    for source in FOLDER.glob("*.md"):
        text = source.read_text(encoding="utf-8")
        layout = lay_out(parse_answer(text), 49, ascii=True, code_hint="c copies")
        drawn = "".join(run.text for i in range(layout.height) for run in layout.line(i).runs if run.source is None)
        assert drawn.isascii() or source.stem == "wide", drawn
