"""What ends a page below a rule and says where to turn is no part of its last answer."""

from __future__ import annotations

from faqtui.model import Document
from faqtui.parsing import parse_library

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
