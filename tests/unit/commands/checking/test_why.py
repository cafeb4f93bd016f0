"""``faqtui check --why``: the readings that were weighed."""

import pytest

PAGE = "# Pump\n\n## Why does it hum?\n\nAir.\n\n- Is it on?\n- Is it dry?\n- Is it new?\n\n## Who sold it?\n\nOla.\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "pump.md"
    path.write_text(PAGE)
    return path


def test_each_reading_has_a_line_of_figures_the_one_taken_first(faqtui, page):
    code, out, err = faqtui("check", "--why", page)
    assert (code, err) == (0, "faqtui: 2 entries, nothing to report\n")
    first, head, best, counted, *_ = out.splitlines()
    assert first == f"{page}: 2 entries, headings of level 2"
    assert head.split() == ["worth", "entries", "asking", "empty", "nested", "left", "even", "reading"]
    assert best.split()[1:3] == ["2", "2"]
    assert best.endswith("  headings of level 2")
    assert counted.split(", ")[-1] == "2 answered"
    assert "list items" in out


def test_no_line_but_that_of_the_path_is_longer_than_80(faqtui, page):
    lines = faqtui("check", "--why", page).out.splitlines()
    assert max(map(len, lines[1:])) <= 80


def test_json_has_the_same_beside_the_diagnostics(faqtui, page):
    data = faqtui("check", "--why", "--json", page).json
    assert data["diagnostics"] == []
    [document] = data["documents"]
    assert (document["entries"], document["whole"], document["sections"]) == (2, False, [])
    names = [reading["name"] for reading in document["readings"]]
    assert names[0] == "headings of level 2"
    assert "list items" in names
    assert document["readings"][0]["roles"]["answered"] == 2


def test_a_page_with_nothing_to_weigh_says_so(faqtui, tmp_path):
    (tmp_path / "a.md").write_text("Only words.\n")
    assert faqtui("check", "--why", tmp_path / "a.md").out.endswith(": 1 entry; there was nothing to weigh\n")
