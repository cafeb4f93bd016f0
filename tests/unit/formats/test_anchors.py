"""Names of places in pages that are not Markdown: where links into the page lead."""

import pytest

from faqtui.formats import anchors
from faqtui.model import Document
from faqtui.parsing import parse_library


def test_elements_and_templates_of_wikis_name_places_in_any_case() -> None:
    lines = ["<span id='Big Oven'></span>", "{{Anchor|door|Back_door}}", "a = {{b}}", '<td class="x" id=left>']
    assert anchors.in_wiki(lines) == {"big-oven": 0, "door": 1, "back-door": 1, "left": 3}


def test_ids_of_headings_in_org() -> None:
    assert anchors.in_org(["* Oven", ":PROPERTIES:", "  :custom_id: oven", ":END:", "a :CUSTOM_ID: b"]) == {"oven": 2}


def test_ids_of_blocks_and_in_text_of_asciidoc() -> None:
    lines = [
        "[[oven,Oven]]",
        "[#door.wide%unbreakable]",
        '[role="x", id="left"]',
        "At [[in]]the anchor:up[] door [x].",
        "[quote#said]",
    ]
    assert anchors.in_adoc(lines) == {"oven": 0, "door": 1, "left": 2, "in": 3, "up": 3, "said": 4}


@pytest.mark.parametrize(
    "place",
    [
        '<h2 id="cool">When does it cool?</h2>',
        '<h2><a name="cool">When does it cool?</a></h2>',
        '<a name="cool"><h2>When does it cool?</h2></a>',
        '<a id="cool"></a>\n<h2>When does it cool?</h2>',
        '<div id="cool"><h2>When does it cool?</h2></div>',
        '<a name="cool"><h2>When does it cool?</a></h2>',
    ],
)
def test_a_link_leads_to_the_question_whose_element_has_the_name(place: str) -> None:
    text = f'<h1>Kiln</h1>\n<h2>Is it hot?</h2>\n<p>Until it is <a href="#cool">cool</a>.</p>\n\n{place}\n<p>At night.</p>\n'
    library = parse_library([Document("kiln.html", text)])
    assert [entry.question for entry in library.entries] == ["Is it hot?", "When does it cool?"]
    assert library.entries[0].links[0].entry == library.entries[1].id
    assert not library.diagnostics
