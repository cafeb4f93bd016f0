"""Names of sections in brackets above labelled questions."""

from faqtui.parsing.plain.brackets import with_sections


def test_names_in_brackets_above_labelled_questions_are_headings() -> None:
    lines = ["[One]", "Q: Why?", "So.", "", "[ Two ]", "", "Q2: How?", "Thus."]
    assert with_sections(lines) == ["## One", "Q: Why?", "So.", "", "## Two", "", "Q2: How?", "Thus."]


def test_one_alone_is_none() -> None:
    lines = ["[One]", "Q: Why?", "So."]
    assert with_sections(lines) == lines


def test_brackets_above_other_text_stay() -> None:
    lines = ["[note]", "Text.", "", "[note]", "More.", "[1]", "Q: Why?", "[Q2] How?"]
    assert with_sections(lines) == lines
