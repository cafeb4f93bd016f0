"""Questions in containers whose content is indented: their answers end with the container and are dedented."""

import time

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def read(text: str) -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document("page.md", text)]).entries]


QUESTIONS = {
    "bold": "**Is it {}?**\n\nYes.\n\n    code\n",
    "label": "Q: Is it {}?\n\nA: Yes.\n\n    code\n",
    "heading": "### Is it {}?\n\nYes.\n\n    code\n",
    "bold and break": "**Is it {}?**<br>Yes.\n\n    code\n",
}


@pytest.mark.parametrize("opens", ['=== "One"', '!!! note "One"', '??? info "One"'])
@pytest.mark.parametrize("form", QUESTIONS)
def test_an_answer_ends_with_its_container_and_loses_its_indentation(opens: str, form: str) -> None:
    body = "\n".join(QUESTIONS[form].format(word) for word in ("dry", "wet"))
    indented = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
    found = read(f"# FAQ\n\n{opens}\n\n{indented}\n\nWhat follows.\n")
    assert found == [("Is it dry?", "Yes.\n\n    code"), ("Is it wet?", "Yes.\n\n    code")]


def test_what_follows_a_container_is_text_of_the_page() -> None:
    page = '# FAQ\n\n=== "One"\n\n    **Is it dry?**\n\n    Yes.\n\n    **Is it wet?**\n\n    No.\n\nWhat follows.\n'
    library = parse_library([Document("page.md", page)])
    assert "What follows." in library.text + "".join(node.text for node in library.categories)


def test_containers_in_one_another_take_time_with_their_length() -> None:
    def took(count: int) -> float:
        inner = "    **Is it {0}?**\n\n    Yes.\n\n    !!! note\n\n        **Is it {0} too?**\n\n        No.\n\n"
        text = '# FAQ\n\n=== "One"\n\n' + "".join(inner.format(number) for number in range(count))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    took(20)
    assert took(1_600) < 20 * max(took(200), 0.005)
