"""What belongs to no question is told of, never lost."""

from faqtui.model import Document
from faqtui.parsing import parse_library


def test_what_follows_a_numbered_title_in_a_fence_that_never_ends() -> None:
    text = "2.1.1 Intro\n~~~\n2 Alpha\n2.1 second\n\nThe last words.\n"
    library = parse_library([Document("page.md", text)])
    told = " ".join(
        [entry.question + entry.answer for entry in library.entries] + [d.message for d in library.diagnostics]
    )
    assert [word for word in text.split() if word not in told] == []
    assert "outside all questions: The last words." in told
