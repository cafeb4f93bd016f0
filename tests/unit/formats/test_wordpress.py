"""The readme.txt of plugins: of its sections that of questions has the entries, however these are written."""

import pytest

from faqtui.formats import convert

HEAD = "=== P ===\nStable tag: 1\n\nShort.\n\n== Description ==\n\nWhat it is.\n\n== Frequently Asked Questions ==\n\n"
TAIL = "\n== Changelog ==\n\n= 1.0 =\n* Made.\n"
WAYS = {
    "titles": "= {}? =\n{}\n\n",
    "titles not closed": "= {}?\n{}\n\n",
    "bold lines": "**{}?**\n\n{}\n\n",
    "bold lines in a list": "* **{}?**\n{}\n\n",
    "bold lines with numbers": "1. **{}?**\n{}\n",
    "headings of Markdown": "#### {}? ####\n{}\n\n",
    "headings with labels": "### Q. {}?\nA. {}\n\n",
    "headings of HTML": "<h4>{}?</h4>\n{}\n",
    "labels": "Q: {}?\nA: {}\n\n",
    "labels with numbers": "Q1. {}?\nA1. {}\n\n",
    "lines in italics": "*{}?*\n\n{}\n\n",
    "lines that ask": "{}?\n{}\n\n",
    "numbered lines that ask": "1. {}?\n{}\n\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_only_the_section_of_questions_has_entries(way):
    asked = (("Does it work", "Yes."), ("Is it free", "No."), ("Who made it", "I."))
    found = convert("readme.txt", HEAD + "".join(WAYS[way].format(*pair) for pair in asked) + TAIL)
    assert [one.question for one in found.asked] == [f"{question}?" for question, _ in asked]
    assert [" ".join(line for _, line in one.lines if line) for one in found.asked] == [answer for _, answer in asked]
    said = " ".join(line for text in found.texts for _, line in text.lines)
    assert all(words in said for words in ("Short.", "What it is.", "Made."))


@pytest.mark.parametrize("section", ["FAQ", "F.A.Q.", "Frequently asked questions:", "Foire aux questions"])
def test_the_section_has_one_of_its_names(section):
    text = HEAD.replace("Frequently Asked Questions", section) + "**a?**\nb\n\n**c?**\nd\n" + TAIL
    assert len(convert("readme.txt", text).asked) == 2


def test_prose_with_a_question_is_no_list_of_questions():
    assert convert("readme.txt", HEAD + "Write to us.\n\nDid you find it?\n" + TAIL).asked is None


def test_what_is_like_a_label_in_the_middle_of_an_answer_stays():
    text = f"{HEAD}### Q. Which key?\nPress a. then b.\n\n### Q. And then?\nA. Press A: twice.\n{TAIL}"
    assert [found.lines[0][1] for found in convert("readme.txt", text).asked] == ["Press a. then b.", "Press A: twice."]


@pytest.mark.parametrize(
    ("written", "sections"),
    [
        ("== More ==\n=== Kit ===\nOf ours.\n\n== Frequently Asked Questions ==\n\n", "## More"),
        ("=== Description ===\nOf ours.\n\n=== FAQ ===\n\n", "## Description"),
        ("== Description ==\nOf ours.\n\n=== Frequently Asked Questions ===\n\n", "## Description"),
    ],
)
def test_titles_of_the_first_level_below_the_first_are_sections_or_parts_of_them(written, sections):
    found = convert(
        "readme.txt", f"=== P ===\nStable tag: 1\n\n{written}= Does it work? =\nYes.\n\n= Is it free? =\nNo.\n"
    )
    assert [(one.question, one.path[:-1]) for one in found.asked] == [("Does it work?", ()), ("Is it free?", ())]
    assert sections in found.lines
