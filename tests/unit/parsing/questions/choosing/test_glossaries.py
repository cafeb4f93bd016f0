"""Pages and sections whose title says that terms follow: each term is an entry, however it is set off."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.questions.choosing.glossaries import is_terms_title


def pairs(text: str, path: str = "kiln.md") -> list[tuple[str, str]]:
    return [(entry.question, entry.answer) for entry in parse_library([Document(path, text)]).entries]


TERMS = [("Flue", "The way out for the smoke."), ("Damper (valve)", "What closes it."), ("Ash", "What is left.")]


@pytest.mark.parametrize(
    "written",
    [
        "**Flue**: The way out for the smoke.\n\n**Damper** (valve): What closes it.\n\n**Ash**: What is left.",
        "**Flue:** The way out for the smoke.\n\n__Damper (valve)__ \u2014 What closes it.\n\n**Ash:** What is left.",
        "- **Flue** - The way out for the smoke.\n- **Damper (valve)**: What closes it.\n- **Ash**: What is left.",
        "- Flue: The way out for the smoke.\n- Damper (valve) \u2013 What closes it.\n- Ash: What is left.",
        "**Flue**  \nThe way out for the smoke.\n\n**Damper (valve)**\n\nWhat closes it.\n\n**Ash**\nWhat is left.",
        "Flue\n: The way out for the smoke.\n\nDamper (valve)\n: What closes it.\n\nAsh\n: What is left.",
        "- **Flue:** The way out for the smoke.\n- **`Damper` (valve):** What closes it.\n- **Ash:** What is left.",
        "| Term | Meaning |\n|---|---|\n| Flue | The way out for the smoke. |\n"
        "| **Damper (valve)** | What closes it. |\n| Ash | What is left. |",
    ],
    ids=["bold", "marks", "items", "plain items", "lines", "definition list", "code", "table"],
)
def test_terms_are_entries_below_a_title_that_says_so(written: str) -> None:
    assert pairs(f"# Glossary\n\nWords of the trade.\n\n{written}\n") == TERMS
    section = pairs(f"# Kiln\n\n## Use\n\nLight it.\n\n## Terms and definitions\n\n{written}\n\n## Soot\n\nCold.\n")
    assert section == [("Use", "Light it."), *TERMS, ("Soot", "Cold.")]


def test_terms_in_several_ways_are_of_one_glossary() -> None:
    text = "## 火\n\n| 术语 | 说明 |\n|---|---|\n| 炉灶 | 烧。 |\n\n## 灰\n\n**烟道**：出口。\n"
    assert pairs(text, "术语表.md") == [("炉灶", "烧。"), ("烟道", "出口。")]


def test_what_is_set_off_elsewhere_is_text() -> None:
    lines = "**Note**: It is hot.\n\n**Warning**: It is heavy."
    assert pairs(f"# Kiln\n\n## Use\n\n{lines}\n\n## Ash\n\nCold.\n") == [("Use", lines), ("Ash", "Cold.")]
    asked = f"# FAQ\n\n## What is a flue?\n\nA pipe.\n\n### Terminology\n\n{lines}\n\n## What is ash?\n\nDust.\n"
    assert [question for question, _ in pairs(asked)] == ["What is a flue?", "What is ash?"]


def test_names_of_parts_that_every_meaning_has_are_no_terms() -> None:
    parts = "**Meaning**: A pipe.\n\n**Example**: That one."
    assert [q for q, _ in pairs(f"# Glossary\n\n## Flue\n\n{parts}\n\n## Damper\n\n{parts}\n")] == ["Flue", "Damper"]


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Glossary",
            "Glossary of the kiln",
            "Kiln Glossary",
            "Key terms",
            "Terms & definitions",
            "Acronyms and abbreviations",
        ),
        *("3. Definitions", "Glossar", "Begriffe", "Glossaire", "Glosario", "Glossário", "Términos", "Глоссарий"),
        *("用語集", "术语表", "용어 정리", "المصطلحات"),
    ],
)
def test_titles_of_glossaries(title: str) -> None:
    assert is_terms_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Terms of use",
        "Terms and conditions",
        "Terminal",
        "Long-term plans",
        "Is there a glossary?",
        "Definition of done",
    ],
)
def test_titles_of_other_sections(title: str) -> None:
    assert not is_terms_title(title)
