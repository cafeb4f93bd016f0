"""Questions that are put as statements, among others that ask."""

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library


def titles(text: str) -> list[str]:
    return [entry.question for entry in parse_library([Document("page.md", text)]).entries]


KILN = """\
# FAQ

## Firing

**Is the kiln hot?**
Very.

**How long does it take?**
A day.

**{}**
Look at the cones.

## Glazes

**Are they safe?**
Once fired.
"""


@pytest.mark.parametrize(
    "statement",
    [
        "The glaze stays dull at the edges.",
        "Die Glasur bleibt am Rand matt.",
        "El barniz queda opaco en los bordes.",
        "الطلاء يبقى باهتا عند الحواف.",
        "釉药在边缘没有光泽。",
        "My glaze stays dull",
    ],
)
def test_a_sentence_in_bold_whose_paragraph_answers_it_is_a_question_as_the_others_are(statement: str) -> None:
    asked = ["Is the kiln hot?", "How long does it take?", statement, "Are they safe?"]
    assert titles(KILN.format(statement)) == asked


@pytest.mark.parametrize("label", ["On a wheel", "With a brush:", "The three ways to dip"])
def test_a_label_in_bold_above_a_part_of_an_answer_is_none(label: str) -> None:
    assert titles(KILN.format(label)) == ["Is the kiln hot?", "How long does it take?", "Are they safe?"]


def test_sentences_in_bold_are_emphasis_where_answers_stand_in_paragraphs_of_their_own() -> None:
    page = KILN.replace("**\n", "**\n\n").format("Never open it while it is hot.")
    assert titles(page) == ["Is the kiln hot?", "How long does it take?", "Are they safe?"]


WHEEL = """\
# FAQ

## Firing

**Is the kiln hot?**
Very.

**How long does it take?**
A day.

**Are they safe?**
Once fired.

## Wheel

**{0}**
Look at the belt.

**{1}**
Add some water.
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The wheel makes a noise.", "My clay is dry and it cracks."),
        ("Die Scheibe macht Lärm.", "Mein Ton ist trocken."),
        ("El torno hace ruido.", "Mi arcilla está seca."),
        ("转盘有声音。", "我的黏土太干。"),
    ],
)
def test_sentences_in_bold_are_as_many_as_questions_where_one_stands_right_below_a_heading(
    first: str, second: str
) -> None:
    asked = ["Is the kiln hot?", "How long does it take?", "Are they safe?"]
    assert titles(WHEEL.format(first, second)) == [*asked, first, second]


def test_as_many_sentences_in_bold_within_answers_are_emphasis() -> None:
    page = WHEEL.format("Mind the belt.", "Mind the water.").replace("## Wheel", "The wheel is another matter.")
    assert titles(page) == ["Is the kiln hot?", "How long does it take?", "Are they safe?"]


QUOTED = "> Is it dry?\n\nNo.\n\n> May I glaze it?\n\nYes.\n\n> {}\n\nWait a day.\n\n> Does it shrink?\n\nA little.\n"


@pytest.mark.parametrize("complaint", ["I fired it but it isn't hard.", "My cup has a crack.", "The lid won't fit"])
@pytest.mark.parametrize("above", ["# FAQ\n\n", "# Clay\n\n## Questions about clay\n\n"])
def test_a_quotation_that_complains_is_a_question_among_quoted_ones(complaint: str, above: str) -> None:
    assert titles(above + QUOTED.format(complaint)) == [
        "Is it dry?",
        "May I glaze it?",
        complaint,
        "Does it shrink?",
    ]


@pytest.mark.parametrize("said", ["Note: the shelf is full.", "Clay remembers, says an old potter."])
def test_another_quotation_stays_in_the_answer_that_it_stands_in(said: str) -> None:
    assert titles("# FAQ\n\n" + QUOTED.format(said)) == ["Is it dry?", "May I glaze it?", "Does it shrink?"]


@pytest.mark.parametrize(
    "written",
    ["> {}\n", "**{}**\n", "### {}\n", "- {}\n\n  Yes.\n"],
)
@pytest.mark.parametrize(
    "question",
    ["Kilns for rent? (small ones)", "Gibt es Rabatt? (für Schulen)", "有折扣吗？（学校）"],
)
def test_brackets_behind_the_mark_leave_it_a_question(written: str, question: str) -> None:
    asked = ["Is it dry?", question, "Does it shrink?"]
    assert titles("# FAQ\n\n" + "\n".join(f"{written.format(q)}\nYes.\n" for q in asked)) == asked


@pytest.mark.parametrize(
    "remark",
    [
        "Note: update to the latest version first",
        'Hinweis: zuerst die <font color="red">neueste Version</font> holen',
        "Важно: сначала обновитесь до последней версии",
        "注意：请先更新到最新版本",
    ],
)
def test_a_remark_written_as_a_heading_is_no_question_without_an_answer(remark: str) -> None:
    page = f"# FAQ\n\n### Is it dry?\n\nNo.\n\n### {remark}\n\n### The lid is stuck\n\nTurn it.\n\n### Is it hot?\n\nYes.\n"
    assert titles(page) == ["Is it dry?", "The lid is stuck", "Is it hot?"]


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        ("**什么是釉？**一层玻璃。\n\n**能洗吗？**能。", ["什么是釉？", "能洗吗？"]),
        ("**Ist es heiß?**Ja, sehr.\n\n**Ist es schwer?**Nein.", ["Ist es heiß?", "Ist es schwer?"]),
        (
            "- **熱いですか？**はい。\n- **重いですか？**いいえ。\n- **乾きますか？**はい。",
            ["熱いですか？", "重いですか？", "乾きますか？"],
        ),
    ],
)
def test_an_answer_may_be_joined_to_its_question_in_bold(lines: str, asked: list[str]) -> None:
    assert titles(f"# Clay\n\nWhat it is.\n\n## FAQ\n\n{lines}\n") == asked


PROBLEMS = (
    "**Port already in use**\n- Stop it.\n- Wait.\n\n{}\n```sh\nls\n```\n\n**No flame at all**\nLook, and:\n\n- wait\n"
)


@pytest.mark.parametrize("title", ["**Der Ofen zündet nicht**", "**Le four ne chauffe pas**", "**点不着火**"])
@pytest.mark.parametrize(
    "above",
    [
        "## Troubleshooting\n\n",
        "## 🐛 Dépannage\n\n### Problèmes courants\n\n",
        "## Known issues\n\n",
        "## Fehlersuche\n\n",
    ],
)
def test_bold_lines_that_a_section_of_problems_begins_with_are_its_problems(title: str, above: str) -> None:
    page = f"# Kiln\n\nIt burns.\n\n## Install\n\nSo.\n\n{above}{PROBLEMS.format(title)}\n## Licence\n\nFree.\n"
    problems = ["Port already in use", title.strip("*"), "No flame at all"]
    assert titles(page) == ["Install", *problems, "Licence"]


@pytest.mark.parametrize(
    "section",
    [
        "**Symptoms**\n- It is cold.\n\n**Solution**\n- Light it.\n",
        "**Linux**\n- Do this.\n\n**Windows**\n- Do that.\n",
    ],
)
def test_bold_lines_that_are_parts_of_one_answer_are_no_problems(section: str) -> None:
    page = f"# Kiln\n\nIt burns.\n\n## Install\n\nSo.\n\n## Troubleshooting\n\n{section}\n## Licence\n\nFree.\n"
    assert titles(page) == ["Install", "Troubleshooting", "Licence"]


def test_what_stands_below_a_question_in_its_quotation_answers_it() -> None:
    said = ("We fire it twice.", "I do not know why it isn't.", "Yes, you can. We will help.")
    text = "# FAQ\n\n" + "\n\n".join(f"> **Is it dry on day {n}?**\n>\n> *{one}*" for n, one in enumerate(said)) + "\n"
    entries = parse_library([Document("page.md", text)]).entries
    assert [entry.question for entry in entries] == [f"Is it dry on day {n}?" for n in range(3)]


def test_a_note_that_asks_beside_questions_that_fold_only_leads_on() -> None:
    for kind in ("question", "faq"):
        folds = "\n\n".join(f'??? {kind} "Is it dry on day {n}?"\n\n    It is.' for n in range(3))
        text = f'# Clay\n\n!!! tip "Looking for more?"\n    See [all](all.md).\n\n## Drying\n\n{folds}\n'
        library = parse_library([Document("page.md", text)])
        assert len(library.entries) == 3
        assert "Looking for more?" in library.text


def test_lines_right_above_lists_are_told_as_those_that_ask_are() -> None:
    lines = ("Is it dry?", "I want it harder.", "Does it shrink?", "Es soll glänzen.", "Why is it grey?")
    text = "# FAQ\n\n" + "\n\n".join(f"{line}\n- Fire it once more." for line in lines) + "\n"
    assert [entry.question for entry in parse_library([Document("page.md", text)]).entries] == list(lines)
