"""When the pages of a directory are answers to their titles."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.whole_pages import Shape, answers_to_titles, names_several


def page(number: int, *sections: str, asks: bool = False, asking: int = 0) -> Shape:
    return Shape(f"Page {number}{'?' * asks}", max(1, len(sections) + asking), asking, sections)


def test_sections_that_come_again_make_their_pages_answers() -> None:
    assert answers_to_titles([page(n, "check the plug", "call us") for n in range(4)]) == [0, 1, 2, 3]


def test_sections_of_their_own_leave_pages_cut() -> None:
    assert answers_to_titles([page(n, f"one {n}", f"two {n}", f"three {n}") for n in range(8)]) == []


def test_titles_that_ask_make_their_pages_answers() -> None:
    assert answers_to_titles([page(n, f"one {n}", f"two {n}", asks=True) for n in range(4)]) == [0, 1, 2, 3]


def test_pages_of_one_entry_speak_for_the_others() -> None:
    pages = [page(n) for n in range(6)] + [page(6, "a", "b", "c"), page(7, "d", "e")]
    assert answers_to_titles(pages) == [6, 7]


def test_a_page_of_questions_stays_one_among_answers() -> None:
    pages = [page(n, "check the plug") for n in range(4)] + [Shape("FAQ", 3, 1, ("a", "b")), page(5, asking=9)]
    assert 4 not in answers_to_titles(pages)
    assert 5 not in answers_to_titles(pages)


def test_where_nearly_all_titles_ask_pages_are_their_answers_whatever_stands_below() -> None:
    asked = [page(n, asks=True) for n in range(5)]
    parts = page(5, "part", "other part", asks=True, asking=3)
    flat = Shape("How far?", 3, 0, ("by day", "by night"), flat=True)
    assert answers_to_titles([*asked, parts, flat]) == [5, 6]
    assert answers_to_titles([*asked, Shape("How far?", 4, 2, ("by day",), flat=True)]) == []


@pytest.mark.parametrize("title", ["introduction", "overview", "einleitung", "\u6982\u8ff0"])
def test_a_first_section_that_says_what_a_page_is_about_introduces_it(title: str) -> None:
    pages = [page(n) for n in range(6)]
    assert answers_to_titles([*pages, Shape("Firing", 2, 1, (title,))]) == [6]
    assert answers_to_titles([*pages, Shape("Firing", 3, 2, ("wood",))]) == []


def test_a_long_page_of_many_sections_of_its_own_stays_cut() -> None:
    pages = [page(n) for n in range(9)] + [page(9, *(f"section {n}" for n in range(30)))]
    assert answers_to_titles(pages) == []


def test_three_pages_have_no_custom() -> None:
    assert answers_to_titles([page(n, "check the plug", "call us") for n in range(3)]) == []


def test_two_pages_with_a_section_in_common_have_a_custom_where_pages_are_few() -> None:
    pages = [
        page(n, "by hand" if n % 2 else "with a tool", f"other {n}", "thanks" if n < 2 else "more") for n in range(5)
    ]
    assert answers_to_titles(pages) == [0, 1, 2, 3, 4]
    many = [page(n, f"a {n}", f"b {n}", f"c {n // 2}") for n in range(12)]
    assert answers_to_titles(many) == []


def test_words_above_two_questions_speak_for_an_answer_among_pages_of_one() -> None:
    def asking(*, introduced: bool) -> Shape:
        return Shape("Wicks, and how to cut them", 2, 2, (), introduced)

    pages = [page(n, "by hand", "thanks") for n in range(5)]
    assert answers_to_titles([*pages, asking(introduced=True)])[-1] == 5
    assert 5 not in answers_to_titles([*pages, asking(introduced=False)])


def test_sections_that_come_again_speak_for_an_answer_among_which_some_ask() -> None:
    pages = [page(n, "what it means", "in the log", f"other {n}") for n in range(4)]
    assert answers_to_titles([*pages, page(4, "what it means", "in the log", asking=2)])[-1] == 4
    assert 4 not in answers_to_titles([*pages, page(4, "of its own", "another", asking=2)])
    assert 4 not in answers_to_titles([*pages, page(4, "what it means", "in the log", asking=9)])


def test_the_first_of_several_questions_is_no_title_of_the_others() -> None:
    pages = {f"faq/{n}.md": f"## How is {n} done?\n\nSo.\n" for n in ("one", "two", "three", "four")}
    pages["faq/more.md"] = "## Who does it?\n\nI.\n\n## And then?\n\nNobody.\n"
    found = parse_library([Document(path, text, 1) for path, text in pages.items()])
    assert len(found.entries) == 6
    assert [entry.answer for entry in found.entries if entry.question in {"Who does it?", "And then?"}] == [
        "I.",
        "Nobody.",
    ]


def test_chapters_whose_sections_go_on_from_their_numbers_stay_cut() -> None:
    pages = [Shape(f"Page {n}", 1, 0) for n in range(6)]
    assert answers_to_titles([*pages, Shape("4. Looms", 2, 0, ("4.1 frames of oak", "4.2 frames of ash"))]) == []
    assert answers_to_titles([*pages, Shape("Chapter 4. Looms", 2, 0, ("4.1 frames of oak", "4.2 of ash"))]) == []
    assert answers_to_titles([*pages, Shape("Looms", 2, 0, ("4.1 frames of oak", "4.2 frames of ash"))]) == [6]


def test_a_page_whose_title_asks_is_an_answer_where_nearly_all_pages_are_one_whatever_it_asks_below() -> None:
    asks = Shape("How can I make it safe?", 5, 5)
    assert answers_to_titles([*(page(n) for n in range(6)), asks]) == [6]
    assert answers_to_titles([*(page(n) for n in range(6)), asks._replace(title="Safety")]) == []
    assert answers_to_titles([*(page(n) for n in range(6)), asks._replace(entries=12, asking=12)]) == []
    assert answers_to_titles([*(page(n) for n in range(3)), *(page(9, asking=9) for _ in range(3)), asks]) == []


@pytest.mark.parametrize(
    "head", ["---\ntitle: safe\n---\n\n## {}\n", "# {}\n", "---\ntitle: Safe\nweight: 3\n---\n### {}\n"]
)
def test_the_heading_above_all_that_a_page_asks_is_its_title_whatever_front_matter_calls_it(head: str) -> None:
    def text(question: str, *below: str) -> str:
        sections = "".join(f"\n#### {title}\n\nDo it, and then rest.\n" for title in below)
        return head.format(question) + ("" if below else "\nIt is.\n") + sections

    pages = [Document(f"faq/{n}.md", text(f"Is part {n} safe?"), root=1) for n in range(5)]
    pages.append(
        Document("faq/last.md", text("How do I make it safe?", "Is it locked?", "Is it lit?", "Is it dry?"), root=1)
    )
    questions = [entry.question for entry in parse_library(pages).entries]
    assert len(questions) == 6
    assert "How do I make it safe?" in questions


def test_the_first_of_sections_beside_each_other_is_no_title_of_the_others_unless_these_come_again() -> None:
    pages = [page(n) for n in range(6)]
    assert answers_to_titles([*pages, Shape("E1: no wind", 2, 0, ("e2: too much wind",), flat=True)]) == []
    assert answers_to_titles([*pages, Shape("E1: no wind", 2, 0, ("e2: too much wind",))]) == [6]
    links = [Shape(f"E{n}", 2, 0, ("see also",), flat=True) for n in range(3)]
    assert answers_to_titles([*pages, *links]) == [6, 7, 8]


def test_a_section_alone_below_another_title_is_a_group_of_one() -> None:
    groups = [page(n, f"one {n}") for n in range(3)] + [page(n, f"a {n}", f"b {n}", f"c {n}") for n in range(3, 6)]
    assert answers_to_titles(groups) == []
    assert answers_to_titles([*(page(n) for n in range(3)), page(3, "by hand", "with a tool"), page(4)]) == [3]


def test_many_sections_with_nothing_said_above_stay_cut_among_pages_of_one() -> None:
    terms = tuple(f"term {n}" for n in range(6))
    pages = [page(n) for n in range(6)]
    assert answers_to_titles([*pages, Shape("Words of bakers", 6, 0, terms)]) == []
    assert answers_to_titles([*pages, Shape("Words of bakers", 6, 0, terms, introduced=True)]) == [6]


def questions(*pages: str) -> list[str]:
    return [
        entry.question
        for entry in parse_library([Document(f"f/{n}.md", text, 1) for n, text in enumerate(pages)]).entries
    ]


ONE = "# {}\n\nIt rises slowly.\n\n- Wait\n- Then bake\n"


@pytest.mark.parametrize(("above", "below"), [("##", "###"), ("###", "####"), ("##", "####")])
def test_the_title_in_front_matter_is_the_question_of_a_page_whose_sections_begin_at_once(
    above: str, below: str
) -> None:
    cut = f"---\ntitle: Dough that sticks\n---\n\n{above} By hand\n\nFlour it.\n\n{above} In a tin\n\nOil it.\n"
    asked = questions(*(ONE.format(f"Loaf {n}") for n in range(5)), cut)
    assert asked[-1] == "Dough that sticks"
    alone = f"---\ntitle: sticky\n---\n\n{above} Why does it stick?\n\n{below} By hand\n\nWet.\n\n{below} In a tin\n\nDry.\n"
    asked = questions(*(ONE.format(f"Loaf {n}") for n in range(5)), alone)
    assert asked[-1] == "Why does it stick?"


@pytest.mark.parametrize("head", ["---\ntitle: Ovens\n---\n\n", "# Ovens\n\n", "---\ntitle: Ovens\n---\n\n# Ovens\n\n"])
def test_a_group_of_one_is_its_question_whatever_section_that_has(head: str) -> None:
    one = f"{head}## Change the stone\n\nLift it out.\n\nLet it cool.\n\n### Old ovens\n\nUnscrew it.\n"
    assert questions(one) == ["Change the stone"]
    folded = "# Ovens\n\n<details>\n<summary>Change the stone</summary>\n\nLift it out.\n\n</details>\n"
    assert questions(folded) == ["Change the stone"]
    answer = "# The oven smokes\n\n<details>\n<summary>Solution</summary>\n\nSweep it.\n\n</details>\n"
    assert questions(answer) == ["The oven smokes"]


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        ("What does “proof” mean?", 'What Does "Proof" Mean?'),
        ("Wozu – wann", "Wozu - wann?"),
        ("Why, oh why", "Why oh why?"),
    ],
)
def test_titles_that_differ_in_signs_are_one(given: str, heading: str) -> None:
    page = f"---\ntitle: '{given}'\n---\n\n# {heading}\n\nIt rises.\n\nThen it is baked.\n"
    entries = parse_library(
        [Document(f"f/{n}.md", page if not n else ONE.format(f"Is it {n}?"), 1) for n in range(5)]
    ).entries
    assert [entry.answer.startswith("It rises") for entry in entries] == [True] * 5


@pytest.mark.parametrize(
    "titles", [("Problem:", "Solution:"), ("Symptoms", "Cause", "Solution"), ("Symptome", "Ursache", "Abhilfe")]
)
@pytest.mark.parametrize("level", ["#", "##", "###"])
def test_a_page_of_nothing_but_parts_is_called_as_its_file_is(titles: tuple[str, ...], level: str) -> None:
    text = "\n".join(f"{level} {title}\n\nIt smokes, says {n}.\n" for n, title in enumerate(titles))
    pages = [Document("f/oven-door-sticks.md", text, 1)]
    assert [entry.question for entry in parse_library(pages).entries] == ["oven door sticks"]
    pages += [Document(f"f/{n}.md", ONE.format(f"Loaf {n}"), 1) for n in range(5)]
    assert "oven door sticks" in [entry.question for entry in parse_library(pages).entries]


@pytest.mark.parametrize(
    ("name", "several"),
    [("glossary.md", True), ("02-mobile-faq.md", True), ("known-issues.de.md", True), ("faq-old-lamps.md", False)],
)
def test_the_name_of_a_file_says_that_several_follow(name: str, several: bool) -> None:
    assert names_several(f"docs/{name}") is several
    assert not any(map(names_several, ("faq-android.md", "docs/troubleshooting-vpn.md", "oven.md", "")))


def test_a_page_whose_file_is_called_faq_stays_cut_among_pages_of_one() -> None:
    listed = (
        "# Bread on phones\n\nWhat people run into.\n\n## Bake on the go\n\nTake it.\n\n## Dough is lost\n\nLook.\n"
    )
    pages = [Document(f"f/{n}.md", ONE.format(f"Loaf {n}"), 1) for n in range(5)]
    for path, count in (("f/faq.md", 7), ("f/phones.md", 6)):
        assert len(parse_library([*pages, Document(path, listed, 1)]).entries) == count
