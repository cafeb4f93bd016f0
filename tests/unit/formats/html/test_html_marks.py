"""What a HTML page marks as questions, whatever it calls its elements, and how it lays them out."""

import pytest

from faqtui.formats import convert
from faqtui.model import Document
from faqtui.parsing import parse_library


def entries(body: str) -> list[tuple[str, str, str]]:
    library = parse_library([Document("faq.html", f"<!DOCTYPE html><html><body>{body}</body></html>", 1)])
    return [(e.question, e.answer.replace("\n\n", " / "), e.category[-1]) for e in library.entries]


def fold(question: str, answer: str, level: str = "h2", sign: str = "") -> str:
    number = f"{question}{answer}".replace(" ", "")
    return (
        f'<div class="accordion-item"><{level} class="accordion-header"><button data-bs-target="#{number}">{sign}{question}'
        f'</button></{level}><div id="{number}" class="accordion-collapse"><p>{answer}</p></div></div>'
    )


@pytest.mark.parametrize(("group", "level"), [("h2", "h2"), ("h3", "h2"), ("h4", "h4"), ("h2", "h5")])
def test_titles_above_folds_are_groups_whatever_the_level_of_these(group, level):
    body = f"<h1>FAQ</h1><{group}>Kilns</{group}>{fold('Is it hot?', 'Yes.', level)}{fold('Smoke', 'Some.', level)}"
    body += f"<{group}>Clay</{group}>{fold('Is it wet?', 'No.', level)}"
    assert entries(body) == [
        ("Is it hot?", "Yes.", "Kilns"),
        ("Smoke", "Some.", "Kilns"),
        ("Is it wet?", "No.", "Clay"),
    ]


def test_an_introduction_above_folds_of_its_level_is_no_group_of_them():
    body = f"<h1>Potters</h1><h2>Welcome</h2><p>We fire.</p>{fold('Is it hot?', 'Yes.')}{fold('Is it wet?', 'No.')}"
    assert {category for _, _, category in entries(body)} & {"Welcome"} == set()


@pytest.mark.parametrize("sign", ["0{} ", "<span>{}.</span>", "<div>{}</div>", "{}) "])
def test_numbers_that_count_folds_are_no_words_of_them(sign):
    asked = ["Is it hot?", "3 kilns or 4?", "Is it wet?"]
    body = "".join(fold(text, "Yes.", sign=sign.format(n)) for n, text in enumerate(asked, 1))
    assert [question for question, _, _ in entries(body)] == asked
    behind = "".join(fold(f"{text}<span>{n}</span>", "Yes.") for n, text in enumerate(asked, 1))
    assert [question for question, _, _ in entries(behind)] == asked
    named = "".join(fold(f"Kiln {n}", "Yes.") for n in (1, 2, 3))
    assert [question for question, _, _ in entries(named)] == ["Kiln 1", "Kiln 2", "Kiln 3"]
    kilns = "".join(fold(f"{n} kilns?", "Yes.") for n in (2, 3, 4))
    assert [question for question, _, _ in entries(kilns)] == ["2 kilns?", "3 kilns?", "4 kilns?"]


@pytest.mark.parametrize(
    "closing", ["<h5>Still have questions?</h5>", "<h3>¿No encontraste tu respuesta?</h3>", "<h2>Noch Fragen?</h2>"]
)
def test_a_title_beside_folds_that_says_where_to_ask_is_none_of_them(closing):
    folds = f"<h1>FAQ</h1>{fold('Is it hot?', 'Yes.')}{fold('Is it wet?', 'No.')}"
    told = f'{closing}<p>Write to us.</p><a href="/contact">Here</a>'
    assert [question for question, _, _ in entries(folds + told)] == ["Is it hot?", "Is it wet?"]
    assert len(entries(folds + "<h2>Is it free?</h2><p>Yes.</p>")) == 3


PAIRS = {
    "daisy": '<div><input type="radio"><div class="collapse-title t">{}</div><div class="collapse-content">{}</div></div>',
    "tailwind": '<div class="b"><p class="font-bold">{} <span>+</span></p><div class="text-gray open">{}</div></div>',
    "list": '<ul><li><span class="frage">{}</span><ul class="antwort"><li>{}</li></ul></li></ul>',
}


@pytest.mark.parametrize("pair", PAIRS)
def test_pairs_that_a_page_repeats_are_questions_where_most_of_them_ask(pair):
    asked = [("Is it hot?", "Yes."), ("Colours", "Red."), ("Is it wet?", "No.")]
    body = (
        "<h1>FAQ</h1>" + "".join(PAIRS[pair].format(*one) for one in asked) + "<p>Any doubts?</p><a href='/c'>Write</a>"
    )
    found = [(question.rstrip(" +"), answer.lstrip("- ")) for question, answer, _ in entries(body)]
    assert found == asked
    cards = "".join(PAIRS[pair].format(name, "Good kilns.") for name in ("Ann", "Why so?", "Bob"))
    assert convert("a.html", f"<body>{cards}</body>").asked is None


@pytest.mark.parametrize(
    "lead",
    ["<time>03.04.2031</time>", '<span class="tag">Glazes</span>', "<p>New</p>", "<div><b>Day 1</b></div>"],
)
def test_what_leads_an_item_ends_its_answer_and_not_that_of_the_item_above(lead):
    said = lead.replace("</", "<").split("<")[1:]
    text = next(part.rpartition(">")[2] for part in said if part.rpartition(">")[2])
    items = [f"{lead}<h3>{asked}</h3><p>{answer}</p>" for asked, answer in (("Is it hot?", "Yes."), ("Wet?", "No."))]
    for around in ("<li>{}</li>", "<article>{}</article>", '<div class="card">\n{}\n</div>'):
        body = "".join(map(around.format, items))
        body = f"<h1>FAQ</h1><ul>{body}</ul>" if "li" in around else f"<h1>FAQ</h1>{body}"
        found = [(question, answer.replace("*", "")) for question, answer, _ in entries(body)]
        assert found == [("Is it hot?", f"Yes. / {text}"), ("Wet?", f"No. / {text}")]


def test_a_number_that_leads_an_item_is_left_out_and_one_item_stays_as_it_is():
    items = "".join(f"<li><span>0{n}</span><h3>Is it {n}?</h3><p>Yes.</p></li>" for n in (1, 2))
    assert [answer for _, answer, _ in entries(f"<ul>{items}</ul>")] == ["Yes.", "Yes."]
    alone = "<div><span>Questions</span><h2>Is it hot?</h2><p>Yes.</p></div><div><h2>Is it wet?</h2><p>No.</p></div>"
    assert [answer for _, answer, _ in entries(alone)] == ["Yes.", "No."]
