"""A table is a FAQ where its columns are named, or its first asks; each row stands on its own lines."""

import re

import pytest

from faqtui.formats import convert
from faqtui.formats.data.separated import MAX_COLUMNS, is_asking
from faqtui.formats.detect import format_of
from faqtui.formats.nodes import MAX_CHARACTERS
from faqtui.parsing import parse_library
from faqtui.sources import RawFile, decode
from support.places import GOLDEN


def asked(text, path="faq.csv"):
    return [(one.question, "\n".join(line for _, line in one.lines), one.path) for one in convert(path, text).asked]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "names", ["Question,Answer", "q,a", "FRAGE,ANTWORT", "Title,Response", "User question,answer_en", "Question,Text"]
)
def test_columns_are_told_by_any_usual_name_and_separated_by_any_usual_sign(names, sign):
    assert asked(f"{names}\nWhat?,That.\n".replace(",", sign)) == [("What?", "That.", ())]


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "name,text\nWho?,Me\n", "id,question\n1,What?\n", "a?\nb?\n", "", "\n\n", "sep=;", '"']
)
def test_a_table_of_something_else_has_no_questions(text):
    assert convert("faq.csv", text).asked == []
    assert not is_asking(text)


def test_further_columns_stand_below_the_answer_under_their_names_but_not_numbers():
    text = "question,answer,See also,votes,answer_fr,id\nWhat?,That.,The shed,12,Cela.,a-1\n"
    assert asked(text) == [("What?", "That.\n\n**See also:** The shed\n\n**answer fr:** Cela.", ())]


def test_a_category_is_carried_down_where_only_the_first_of_its_rows_has_it():
    rows = ["Boat,A?,1", ",B?,2", ",C?,3", "Shed,D?,4"]
    assert [path for _, _, path in asked("\n".join(["category,question,answer", *rows]))] == [("Boat",)] * 3 + [
        ("Shed",)
    ]
    mostly = ["Boat,A?,1", ",B?,2", "Shed,D?,4"]
    assert asked("\n".join(["category,question,answer", *mostly]))[1][2] == ()


def test_the_names_of_columns_may_stand_below_the_title_of_a_table():
    text = 'Fragen an den Ofen;;\n;;\nBereich;Frage;Antwort\nHitze;Wie heiß?;"Sehr.\n\n- früh"\nTon;Welcher?;Roter.\n'
    assert is_asking(text)
    assert asked(text) == [("Wie heiß?", "Sehr.\n\n- früh", ("Hitze",)), ("Welcher?", "Roter.", ("Ton",))]
    found = convert("faq.csv", text)
    assert (found.title, found.asked[0].start) == ("Fragen an den Ofen", 3)
    assert asked("Kiln FAQ\tAsk us\n\nquestion\tanswer\nHow?\tSo.\n") == []  # two cells are no title


def test_the_language_of_a_column_may_stand_in_brackets():
    for names in (
        "Question (EN),Answer (EN),Question (FR),Answer (FR)",
        "question [en],answer [en],question [fr],answer [fr]",
    ):
        assert asked(f"{names}\nWhat?,That.,Quoi ?,Cela.\n") == [("What?", "That.\n\n**fr:**\n\nQuoi ?\n\nCela.", ())]
    assert asked("question,answer,answer (short)\nWhat?,That.,T.\n")[0][1] == "That.\n\n**answer (short):** T."


def test_each_line_of_a_cell_knows_its_own():
    text = 'note,question,answer\n"one\ntwo","What\nis it?","That\n\nand this"\n,Why?,So\n'
    first, second = convert("faq.csv", text).asked
    assert (first.question, first.start, first.end) == ("What is it?", 1, 6)
    assert first.lines[:3] == [(3, "That"), (4, ""), (5, "and this")]
    assert (second.start, second.lines) == (6, [(6, "So")])


def test_commas_that_were_not_quoted_belong_to_the_last_column():
    assert asked("question,answer\nHow?,First, then, last,,\n") == [("How?", "First, then, last", ())]


def test_a_quote_that_is_never_closed_loses_nothing():
    (one,) = asked('question,answer\nWhat?,"That\nWhy?,So\n')
    assert one == ("What?", "That\nWhy?,So", ())


def test_more_columns_than_are_told_apart_are_text_of_the_last():
    names = ",".join(["question", "answer", *(f"c{n}" for n in range(MAX_COLUMNS + 50))])
    cells = ",".join(["What?", "That.", *(f"word{n}" for n in range(MAX_COLUMNS + 50))])
    ((_, said, _),) = asked(f"{names}\n{cells}\n")
    assert all(f"word{n}" in said for n in range(MAX_COLUMNS + 50))


def test_a_table_that_is_too_long_is_kept_as_it_is():
    found = convert("faq.csv", "question,answer\n" + "What?,That.\n" * (MAX_CHARACTERS // 12))
    assert found.problem
    assert found.asked is None


def test_rows_beyond_those_that_are_read_are_plain_text():
    text = "question,answer\n" + "".join(f"A{n}?,b{n}\n" for n in range(30_000))
    library = parse_library([decode(RawFile("faq.csv", text.encode(), 1))])
    assert library.entries[0].question == "A0?"
    assert "A29999?,b29999" in library.text + "".join(entry.answer for entry in library.entries[-1:])
    assert {diagnostic.code for diagnostic in library.diagnostics} == {"too-dense"}


@pytest.mark.parametrize("text", ["question,answer\nA?,b\n", "sep=;\nfrage;antwort\nA?;b\n"])
def test_a_table_comes_through_a_pipe(text):
    assert format_of("-", text) == "csv"


@pytest.mark.parametrize(
    "text", ["Questions, answers and more\n\nA?\n", "name,text\nA?,b\n", "# question,answer\n\nb\n"]
)
def test_text_with_commas_is_no_table(text):
    assert format_of("-", text) == ""


def test_a_directory_has_those_of_its_tables_that_ask(tmp_path):
    (tmp_path / "faq.csv").write_text("question,answer\nWhat?,That.\n")
    (tmp_path / "more.tsv").write_text("Why?\tSo.\nHow?\tThus.\n")
    (tmp_path / "sales.csv").write_text("year,sum\n2020,7\n")
    from faqtui import load

    library = load(str(tmp_path)).library
    assert sorted(entry.question for entry in library.entries) == ["How?", "What?", "Why?"]
    assert library.diagnostics == ()


@pytest.mark.parametrize("path", sorted((GOLDEN / "entries").glob("*.[ct]sv")), ids=lambda path: path.name)
def test_each_word_of_a_cell_is_in_an_entry_or_a_title(path):
    text = path.read_text(encoding="utf-8")
    library = parse_library([decode(RawFile(path.name, text.encode(), 1))])
    said = [f"{entry.question} {entry.answer} {' '.join(entry.category)}" for entry in library.entries]
    kept = set(re.findall(r"[^\W\d]+", " ".join([*said, library.text])))
    first = 0 if path.name == "no-names.csv" else text.startswith("sep=") + 1
    rows = "\n".join(text.splitlines()[first:])
    assert set(re.findall(r"[^\W\d]+", re.sub(r"</?\w+>", " ", rows))) - kept == set()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("1,Who pays?,The club.\n2,Who eats?,We do.\n", ()),
        ("Money;Who pays?;The club.\nMoney;Who eats?;We do.\n", ("Money",)),
        ("Money\tWho pays?\tThe club.\nMoney\tWho eats?\tWe do.\n", ("Money",)),
    ],
)
def test_without_names_the_second_column_may_ask_beside_a_number_or_a_category(text, path):
    found = [(one.question, one.lines[0][1], one.path) for one in convert("faq.csv", text).asked]
    assert found == [("Who pays?", "The club.", path), ("Who eats?", "We do.", path)]


def test_pairs_of_questions_are_no_faq():
    assert convert("faq.csv", "a,Who pays?,Who has to pay?\nb,Who eats?,Who has to eat?\n").asked == []


@pytest.mark.parametrize(
    "names",
    [
        "q_en,a_en,q_fr,a_fr",
        "question_en,answer_en,question_fr,answer_fr",
        "Question EN,Answer EN,Question FR,Answer FR",
    ],
)
def test_columns_in_several_languages_are_one_question(names):
    (one,) = convert("faq.csv", f"id,{names}\nx1,Who pays?,The club.,Qui paie ?,Le club.\n").asked
    assert (one.question, [text for _, text in one.lines if text]) == (
        "Who pays?",
        ["The club.", "**fr:**", "Qui paie ?", "Le club."],
    )


def test_a_question_in_several_languages_may_have_no_answer():
    text = "q_en,q_fr,a_en,a_fr\nWho pays?,Qui paie ?,,\nWho eats?,Qui mange ?,We.,Nous.\n"
    assert [one.question for one in convert("faq.csv", text).asked] == ["Who pays?", "Who eats?"]
