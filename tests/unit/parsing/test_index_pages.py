"""A page that lists the others of its directory is no page of entries."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library

ROWS = "# Help\n\n## Corn\n\n- [A](a.md)\n- [B](b.md)\n\n## Wind\n\n- [C](sub/c.md)\n"


def asked(text: str, path: str = "docs/index.md", root: int = 1) -> list[str]:
    return [entry.question for entry in parse_library([Document(path, text, root=root)]).entries]


def test_sections_of_links_to_other_pages_are_text_of_the_directory() -> None:
    library = parse_library([Document("docs/index.md", ROWS, root=1)])
    assert not library.entries
    assert library.text == ROWS.partition("\n\n")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("text", "path", "root"),
    [
        (ROWS, "docs/lamps.md", 1),
        (ROWS, "index.md", 1),
        (ROWS.replace("Corn", "Where is corn?"), "docs/index.md", 1),
        (ROWS + "Or ask.\n", "docs/index.md", 1),
        (ROWS.replace("a.md", "https://a.example"), "docs/index.md", 1),
        (ROWS.replace("- [B](b.md)\n", ""), "docs/index.md", 1),
    ],
    ids=["another name", "by itself", "it asks", "it says more", "it leads elsewhere", "few"],
)
def test_other_pages_keep_their_entries(text: str, path: str, root: int) -> None:
    assert len(asked(text, path, root)) == 2


def test_titles_and_rows_may_have_numbers() -> None:
    text = "# Help\n\n## 1. [Corn](a.md)\n\n- 1.1 [A](a.md#a)\n- 1.2 [B](a.md#b)\n\n---\n\n## 2. [Wind](b.md)\n"
    assert not asked(text)


@pytest.mark.parametrize("path", ["docs/index.md", "docs/README.md", "docs/home.ja.md"])
@pytest.mark.parametrize("title", ["Lamp FAQ", "Questions fréquentes", "よくある質問"])
def test_the_cover_of_a_faq_is_text_of_the_directory(path: str, title: str) -> None:
    cover = Document(path, f"# {title}\n\nThe makers\n\nVersion 3\n\n**Abstract**\n\nAll of lamps.\n", root=1)
    library = parse_library(
        [cover, Document("docs/a.md", "# Light\n\n## Why is it dark?\n\nThe lamp is off.\n", root=1)]
    )
    assert [entry.question for entry in library.entries] == ["Why is it dark?"]
    assert "All of lamps." in library.text


def test_a_page_with_another_name_or_title_is_no_cover() -> None:
    assert asked("# Lamp FAQ\n\nThe makers\n", "docs/lamps.md") == ["Lamp FAQ"]
    assert asked("# Lamps that hum\n\nTurn them.\n") == ["Lamps that hum"]


CARDS = {
    "MyST": """::::{grid} 1 2
:gutter: 3

:::{grid-item-card} Kilns
:link: kilns
:link-type: doc

Heat, bricks and smoke
:::

:::{grid-item-card} Glazes
:link: glazes
Colours
:::
::::
""",
    "fences of MyST": """````{grid} 2

```{grid-item-card} Kilns
:link: kilns
```

```{grid-item-card} Glazes
:link: glazes
```

````

```{toctree}
:hidden:

Kilns <kilns>
Glazes <glazes>
```
""",
    "components": """<CardGroup cols={2}>
  <Card title="Kilns" icon="fire" href="/help/kilns">
    Heat, bricks and smoke
  </Card>
  <Card title="Glazes" href="/help/glazes" />
</CardGroup>
""",
    "lists of MkDocs": """<div class="grid cards" markdown>

-   :material-fire: __[Kilns](kilns.md)__

    ---

    Heat, bricks and smoke

-   __[Glazes](glazes.md)__

</div>
""",
    "shortcodes": """{{< cards >}}
  {{< card link="kilns" title="Kilns" subtitle="Heat, bricks and smoke" >}}
  {{< card link="glazes" title="Glazes" >}}
{{< /cards >}}
""",
}


@pytest.mark.parametrize("cards", CARDS.values(), ids=CARDS)
def test_a_page_of_cards_that_lead_to_others_is_text_of_the_directory(cards: str) -> None:
    cover = f"# Questions about pots\n\nChoose one, or search.\n\n## Topics\n\n{cards}\n---\n\nAsk us, too.\n"
    library = parse_library(
        [Document("help/index.md", cover, root=1), Document("help/kilns.md", "# Kilns\n\n## Hot?\n\nYes.\n", root=1)]
    )
    assert [entry.question for entry in library.entries] == ["Hot?"]
    assert "Choose one, or search." in library.text


@pytest.mark.parametrize("cards", CARDS.values(), ids=CARDS)
def test_cards_beside_questions_of_a_page_are_none(cards: str) -> None:
    text = f"# Pots\n\n## Topics\n\n{cards}\n## Is it hot?\n\nYes.\n\n## Is it old?\n\nNo.\n"
    assert asked(text)[-2:] == ["Is it hot?", "Is it old?"]
    assert "Topics" not in asked(text)


SYMPTOMS = """| Symptom | Page |
| --- | --- |
| It hums | [Noise](noise.md) |
| It is dark | [Light](light.md) |
| It smells | [Smoke](./smoke.html) |
"""
COLUMNS = """| Was | Seite | Seit |
|:--|:--|--|
| Es brummt | [Lärm](a.md) | |
| Es riecht | [Rauch](b.md#rauch) | |
| Es tropft | [Wasser](c.md) | |
"""


@pytest.mark.parametrize("title", ["Trouble", "Troubleshooting"])
@pytest.mark.parametrize("table", [SYMPTOMS, COLUMNS], ids=["two columns", "three"])
def test_tables_that_say_on_which_page_what_is_are_text_of_the_directory(table: str, title: str) -> None:
    assert not asked(f"# {title}\n\nPick what you see:\n\n{table}")
    assert asked(f"# {title}\n\nPick what you see:\n\n{table}", "docs/lamps.md")


LISTED = "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n\n"
LISTS = {
    "words below rows": "## Corn\n\n- [A](a.md)\n  All about corn.\n- [B](b.md)\n  More of it.\n\n## Wind\n\n- [C](c.md)\n",
    "titles that lead": "## [Corn](a.md)\n\nAll of it.\n\n## [Wind](b.md)\n\nMore.\n\n## [Who grinds?](c.md)\n\nThe miller.\n",
    "a table of questions": "| # | Question |\n|---|---|\n| 1 | [Why?](a.md) |\n| 2 | [Dry?](b.md) |\n| 3 | [Old?](c.md) |\n",
    "how to add one": "## Contents\n\n- [A](a.md)\n\n## How to add a question\n\n1. Fork.\n2. Write.\n\n## License\n\nCC-BY.\n",
    "a callout that leads on": f"{LISTED}:::info Don't see what you're looking for?\nAsk in the [forum](/f/).\n:::\n",
    "a fold that leads on": f"{LISTED}<details><summary>Noch Fragen?</summary>\n\nIm [Forum](/f/).\n\n</details>\n",
    "who made it": "The FAQ.\n\n## Contributing\n\nWrite a page.\n\n## Authors\n\nAda.\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_what_is_said_of_other_pages_and_of_the_folder_is_text_of_it(text: str) -> None:
    assert not asked(f"# Help\n\n{text}")


def test_a_title_that_leads_elsewhere_may_have_an_answer() -> None:
    answer = "It is ground twice, and then once more. " * 10
    assert len(asked("# Help\n\n" + "".join(f"## [Corn {n}](a{n}.md)\n\n{answer}\n\n" for n in range(3)))) == 3


@pytest.mark.parametrize(
    "head", ["# Trouble with kilns\n", "---\ntitle: Trouble\n---\n\n# Trouble with kilns, a guide\n"]
)
def test_an_index_that_says_a_little_of_its_own_among_pages_of_one_is_text_of_the_directory(head: str) -> None:
    said = "## Most common\n\n- **[Cold](a.md)** - It stays cold.\n\n## Kinds\n\nAll of them.\n\n## Tips\n\n1. Look.\n"
    pages = [Document(f"f/{n}.md", f"# Kiln {n} cracks\n\nIt is old.\n\n- Wait\n", 1) for n in range(6)]
    library = parse_library([*pages, Document("f/index.md", f"{head}\nWhat helps.\n\n{said}", 1)])
    assert len(library.entries) == 6
    assert "It stays cold" in f"{library.text}"
