"""What was weighed for documents, told once more."""

from faqtui.model import Document
from faqtui.parsing.why import why


def test_readings_come_with_the_one_that_was_taken_first() -> None:
    [found] = why([Document("page.md", "# FAQ\n\n## One?\n\nYes.\n\n## Two?\n\nNo.\n")])
    assert (found.path, found.entries, found.whole) == ("page.md", 2, False)
    assert [reading.name for reading in found.readings] == ["headings of level 2", "one entry"]


def test_sections_that_were_read_by_themselves_are_told_of() -> None:
    text = "# Pump\n\n## Use\n\nTurn.\n\n## FAQ\n\n- **Is it on?** Yes.\n- **Is it dry?** No.\n"
    [found] = why([Document("page.md", text)])
    assert [(section.line, section.title, section.reading.name) for section in found.sections] == [
        (7, "FAQ", "list items")
    ]


def test_pages_that_answer_their_titles_are_said_to() -> None:
    pages = [
        Document(f"d/{n}.md", f"# Lamp {n}\n\nDark.\n\n## The bulb\n\n{n}\n\n## The fuse\n\n{n}\n") for n in range(5)
    ]
    assert [(found.whole, found.entries) for found in why(pages)] == [(True, 1)] * 5


def test_there_is_nothing_to_weigh_in_data_and_in_plain_prose() -> None:
    found = list(why([Document("faq.yml", "- question: One?\n  answer: Yes.\n"), Document("a.md", "Only words.\n")]))
    assert [(list(each.readings), each.entries) for each in found] == [([], 1), ([], 1)]
