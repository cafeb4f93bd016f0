"""Pages that are only the frame around a text."""

from __future__ import annotations

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

MARKDOWN = """
FAQ
===

Baking
------
Q. How hot is it?

Hot enough, see [the oven](oven.html):

    heat --up

Bread
------
Q. Which is best?

That of *rye*, & more.
"""


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ('<xmp theme="plain" style="display:none;">', '</xmp>\n<script src="show.js"></script>'),
        ('<div><script type="text/x-markdown">', "</script></div>"),
        ("<section><textarea data-markdown hidden>", "</textarea></section>"),
    ],
)
def test_markdown_that_a_script_shows_is_read_as_such(opened: str, closed: str) -> None:
    text = f"<!DOCTYPE html>\n<html>\n<title>Of bread</title>\n{opened}{MARKDOWN}{closed}\n</html>\n"
    entries = parse_library([Document("bread.html", text)]).entries
    assert [entry.question for entry in entries] == ["How hot is it?", "Which is best?"]
    assert [entry.category[-1] for entry in entries] == ["Baking", "Bread"]
    assert [len(entry.links) for entry in entries] == [1, 0]
    assert [block.text for block in entries[0].code_blocks] == ["heat --up"]
    assert entries[1].answer.startswith("That of *rye*")
    assert "Which is best?" in text.split("\n")[entries[1].source.start_line - 1]


def test_a_small_piece_of_markdown_in_a_page_is_a_part_of_it() -> None:
    said = "<h2>How is it written?</h2><p>So, as all of us write it in this house:</p>"
    text = f"{said}<textarea data-markdown>\n# A\n\nB\n</textarea>"
    (entry,) = parse_library([Document("bread.html", text)]).entries
    assert entry.question == "How is it written?"


def test_a_link_in_a_text_that_was_typed_is_one_but_not_in_lines_of_code() -> None:
    links = 'Ask <A HREF="mailto:mill@e.example">the mill</A> or\n    <A HREF="shop.html">the shop</A>:'
    said = f'{links}\n\n    go <A HREF="x">there</A>\n'
    parts = "".join(f"Subject: {n} Who is it?\n\n{said}\n" for n in range(1, 9))
    for entry in parse_library([Document("mill.html", f"<html><body><pre>\n{parts}</pre></body></html>")]).entries:
        assert [link.url for link in entry.links] == ["mailto:mill@e.example", "shop.html"]
        assert "    go there" in entry.answer
