"""Components with a title, which hold the answer where the title asks."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def pairs(text: str) -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document("kiln.mdx", text)]).entries]


@pytest.mark.parametrize("name", ["Card", "Callout", "Aside", "Admonition", "Dropdown", "Toggle"])
def test_a_component_whose_title_asks_holds_the_answer(name: str) -> None:
    text = f'<{name} title="Is it hot?" icon="fire">\n    Yes.\n</{name}>\n<{name} title="Is it wet?">\n\n    No.\n</{name}>\n'
    assert pairs("# FAQ\n\n" + text) == [("Is it hot?", "Yes."), ("Is it wet?", "No.")]


def test_a_component_whose_title_does_not_ask_is_text() -> None:
    card = '<Card title="The kiln">\n  It is hot.\n</Card>'
    assert pairs(f"# FAQ\n\n## What is there?\n\n{card}\n") == [("What is there?", card)]


def test_the_end_of_a_component_that_nothing_begins_ends_nothing_else() -> None:
    card = "It is hot.\n\n</Card>"
    fold = "<details><summary>Is it {}?</summary>\n\n{}\n\nYes.\n\n</details>\n\n"
    found = pairs("# FAQ\n\n" + fold.format("hot", card) + fold.format("wet", "So."))
    assert found == [("Is it hot?", f"{card}\n\nYes."), ("Is it wet?", "So.\n\nYes.")]


def test_a_heading_that_says_the_title_of_its_fold_again_hides_nothing_above_it() -> None:
    fold = "<details><summary>Is it hot?</summary>\n{}# Is it hot?\n{}</details>\n"
    assert pairs(fold.format("", "Yes.\n")) == [("Is it hot?", "Yes.")]
    assert pairs(fold.format("Yes.\n", "")) == [("Is it hot?", "Yes.\n# Is it hot?")]


def test_tags_that_state_their_answers_may_share_a_line() -> None:
    tags = '<Faq question="Is it hot?" answer="Yes." /> <Faq question="Is it wet?" answer="No." />'
    assert pairs(f"# FAQ\n\n{tags}\n") == [("Is it hot?", "Yes."), ("Is it wet?", "No.")]
