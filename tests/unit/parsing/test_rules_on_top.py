"""A rule above all that a file of another format says begins no front matter."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

PAGES = {
    "a.html": "<hr><h2>When?</h2><p>At six: later.</p><hr><h2>Where?</h2><p>Here.</p>",
    "a.wiki": "----\n== When? ==\nAt six: later.\n----\n== Where? ==\nHere.\n",
    "a.org": "-----\n* When?\nAt six: later.\n-----\n* Where?\nHere.\n",
    "a.adoc": "'''\n\n== When?\n\nAt six: later.\n\n'''\n\n== Where?\n\nHere.\n",
}


@pytest.mark.parametrize("path", PAGES)
def test_what_stands_below_a_rule_is_read(path: str) -> None:
    library = parse_library([Document(path, PAGES[path])])
    assert [(entry.question, entry.answer) for entry in library.entries] == [
        ("When?", "At six: later."),
        ("Where?", "Here."),
    ]


def test_front_matter_of_a_page_stays() -> None:
    library = parse_library([Document("a.html", f"---\ntitle: Ferries\n---\n{PAGES['a.html']}")])
    assert library.title == "Ferries"
    assert len(library.entries) == 2
