"""FAQ YAML may spell control characters as escapes; none of them gets into an entry."""

from faqtui.model import Document
from faqtui.parsing import parse_library

TEXT = """### YamlMime:FAQ
title: "Evil \\e]52;c;AAAA\\a"
sections:
  - name: "Section \\x9b31m"
    questions:
      - question: "Is \\e[6n this \\u202e safe?"
        answer: "Yes \\e[31m indeed."
"""


def test_escapes_in_quotes_are_made_visible():
    library = parse_library([Document("faq.yml", TEXT)])
    (entry,) = library.entries
    shown = "".join(
        [library.title, entry.question, entry.question_markdown, entry.answer, entry.answer_text, *entry.category]
    )
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "\u241b[6n" in entry.question
    assert "Yes \u241b[31m indeed." in entry.answer
