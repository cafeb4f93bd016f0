"""HTML headings ask questions where they begin a line, and no text beside them gets lost."""

from faqtui.model import Document, Entry
from faqtui.parsing import parse_library
from support.speed import at_most


def entries(text: str) -> list[Entry]:
    return list(parse_library([Document("page.md", text)]).entries)


def test_headings_of_several_lines_in_other_tags_are_questions() -> None:
    found = entries('<div><h3 id="d">\nHow deep?</h3></div>\n\nDeep.\n\n<h3>How wide?</h3> Wide.\n')
    assert [(entry.question, entry.source.start_line) for entry in found] == [("How deep?", 1), ("How wide?", 6)]
    assert [entry.answer.strip() for entry in found] == ["Deep.", "Wide."]


def test_text_before_a_heading_on_its_line_is_kept() -> None:
    (entry,) = entries("Before it <h3>How deep?</h3>\n\nDeep.\n")
    assert entry.answer.startswith("Before it")


def test_a_heading_that_says_nothing_asks_nothing() -> None:
    (entry,) = entries("Words <h3> </h3>\n")
    assert "Words" in entry.answer


def test_a_title_that_is_all_of_a_page_but_the_lines_right_below_it_has_these_as_its_answer() -> None:
    (entry,) = entries("<h3>Depth</h3>\nTwo metres.\n")
    assert (entry.question, entry.answer) == ("Depth", "Two metres.")


def test_thousands_of_headings_in_one_block_are_read_in_time() -> None:
    with at_most(3):
        found = entries("".join(f"<h3>How deep is {number}?</h3>\nDeep.\n" for number in range(4_000)))
    assert len(found) == 4_000


def test_headings_that_are_never_closed_are_read_in_time() -> None:
    with at_most(3):
        entries("<h3>" * 20_000 + "\n")
