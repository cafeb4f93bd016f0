"""What stands below a rule at the end of a page, and is no part of the last answer, or is one."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

PAGE = "# FAQ\n\n## What is a kettle?\n\nA pot.\n\n## What does it cost?\n\nTen.\n\n---\n\n{}\n"


def last(end: str) -> str:
    return parse_library([Document("page.md", PAGE.format(end))]).entries[-1].answer


@pytest.mark.parametrize(
    "foot",
    [
        "*Happy boiling!*",
        '!!! info "Cần hỗ trợ thêm?"\n    Liên hệ [chúng tôi](mailto:kettles@example.org).',
        ":::tip Still have questions?\n\nAsk the [smiths](https://example.org).\n\n:::",
        "> [!TIP]\n> Still have questions? Ask the [smiths](https://example.org).",
        "更多内容请参考手册。",
        "Para más información, consulte el manual.",
        "_Esto es todo por hoy._",
        "Made with \u2764\ufe0f by the smiths",
        '<div align="center">\n\nMade by [smiths](https://example.org)\n\n</div>',
        '<p align="center"><b>Come again!</b></p>',
        '<p align="center">\n  <a href="https://example.org">Shop</a>\n</p>',
        "<sub>Written by the smiths.</sub>",
        "**The smiths** | [Shop](https://example.org) | [Prices](https://example.org/prices)",
        "[Shop](https://example.org) \u00b7 [Prices](https://example.org/prices) \u00b7 By the smiths",
    ],
)
def test_a_few_words_that_are_set_apart_end_the_page(foot: str) -> None:
    assert last(foot) == "Ten."


@pytest.mark.parametrize(
    "more",
    [
        "*Note: with a lid.*",
        "Eleven with a lid. See [lids](lids.md) | [handles](handles.md) for what may be had with them, and where.",
        '<p align="center"><img src="kettle.png"></p>',
        "*Eleven* with a *lid*",
    ],
)
def test_what_goes_on_below_a_rule_is_part_of_the_answer(more: str) -> None:
    assert last(more) == f"Ten.\n\n---\n\n{more}"


NOTES = (
    "That did not help? Write to the [forum](https://f.example).",
    "This didn't help? Ask in the [forum](https://f.example).",
    "Hat das nicht geholfen? Schreib uns im [Forum](https://f.example).",
    "Ça n'a pas aidé ? Écrivez au [forum](https://f.example).",
    "Не помогло или есть уточняющий вопрос - заходите в [чат](https://f.example).",
    "¿No te ayudó? Pregunta en el [foro](https://f.example).",
    "没有帮助？请到[论坛](https://f.example)提问。",
)
ANSWERS = (
    "It did not help before, as the [log](https://l.example) says, but does now.",
    "Turn it off. If that does not help, turn it on, as in the [book](https://b.example).",
)


def answer(below: str) -> str:
    (entry,) = parse_library([Document("a.md", f"# Why is it dark?\n\nThe lamp is off.\n\n{below}\n")]).entries
    return entry.answer


def test_a_note_below_a_rule_that_says_where_to_turn_ends_the_page() -> None:
    for note in NOTES:
        assert answer(f"---\n\n{note}") == "The lamp is off.", note


def test_what_an_answer_says_of_helping_stays() -> None:
    for said in ANSWERS:
        assert answer(said).endswith(said), said
