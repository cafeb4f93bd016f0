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
    "several": '<div class="col"><p class="q1"><i class="fa"></i>{} ▾</p><p>{}</p></div>',
    "dropdown": '<div class="drop"><div class="toggle t"><div>{}</div><i></i></div><nav class="list"><p>{}</p></nav></div>',
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
    assert entries("<details><summary>Is it?</summary>So <h4>Sub</h4><p>Yes.</p></details>" * 2)
    alone = "<div><span>Questions</span><h2>Is it hot?</h2><p>Yes.</p></div><div><h2>Is it wet?</h2><p>No.</p></div>"
    assert [answer for _, answer, _ in entries(alone)] == ["Yes.", "No."]


def test_a_part_of_a_page_beside_that_of_the_folds_is_no_question_though_its_title_asks():
    part = f"<section><h2>FAQ</h2>{fold('Is it hot?', 'Yes.', 'h3')}{fold('Wet', 'No.', 'h3')}</section>"
    for other in ("<h2>Ready to fire?</h2><p>Join us.</p>", "<h1>Why us?</h1><p>We fire.</p>"):
        assert [question for question, _, _ in entries(part + other)] == ["Is it hot?", "Wet"]
        assert [question for question, _, _ in entries(other + part)] == ["Is it hot?", "Wet"]
    assert len(entries(part + "<h3>Is it free?</h3><p>Yes.</p>")) == 3


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q{}: ", "A{}: "), ("<b>Q</b> ", "<b>A</b><br>"), ("<i>F</i> ", "<p>A</p>"), ("Q{}. ", "A. ")],
)
def test_letters_beside_all_questions_and_all_answers_are_none_of_their_words(question, answer):
    asked = [("A kiln?", "A fire."), ("Colours", "Red."), ("Is it wet?", "No.")]
    body = "".join(
        f'<div class="question">{question.format(n)}{one}</div><div class="answer">{answer.format(n)}{other}</div>'
        for n, (one, other) in enumerate(asked, 1)
    )
    assert [(one, other) for one, other, _ in entries(body)] == asked
    bare = "".join(f'<p class="question">I {n} it</p><p class="answer">I see {n}.</p>' for n in ("do", "let", "put"))
    assert entries(bare)[0][:2] == ("I do it", "I see do.")


def test_an_answer_goes_on_in_elements_of_its_class():
    body = '<p class="question">Is it hot?</p><p class="answer">Yes.</p><p class="answer">Very.</p>'
    assert {answer for _, answer, _ in entries(body * 2 + "<p>Bye.</p>")} == {"Yes. / Very."}


def test_what_a_fold_of_tabs_opens_is_its_answer():
    opener = '<div class="x-tab-title" role="button" aria-controls="{0}">{0}</div>'
    fold = f'<div class="x-accordion-item">{opener}<div id="{{0}}">{{1}}</div></div>'
    assert [q for q, _, _ in entries(fold.format("Hot", "Yes.") + fold.format("Wet", "No."))] == ["Hot", "Wet"]


@pytest.mark.parametrize(
    "place",
    ['<a name="{0}"></a><b>{1}</b><br>{2}', '<b id="{0}">{1}</b><br/>{2}', '<b>{1}<a id="{0}"></a></b></p><p>{2}'],
)
@pytest.mark.parametrize("above", ["<p><b>{}</b></p>", "<div><strong>{}</strong></div>", "<b>{}</b>"])
def test_bold_lines_that_contents_lead_to_are_questions_in_the_groups_of_these(place, above):
    groups = {
        "Kilns": [("a", "Is it hot?", "Yes."), ("b", "Who fires?", "We.")],
        "Clay": [("c", "Wet?", "No."), ("d", "Grog", "Some.")],
    }
    body = "<h2>FAQ</h2>"
    for name, rows in groups.items():
        body += (
            above.format(name) + "<ol>" + "".join(f'<li><a href="#{at}">{q}</a></li>' for at, q, _ in rows) + "</ol>"
        )
    body += "<hr>" + "".join(
        f'<p>{place.format(*row)}</p><p><a href="#top">Back to top</a></p>\n'
        for rows in groups.values()
        for row in rows
    )
    assert entries(body) == [(q, a, name) for name, rows in groups.items() for _, q, a in rows]


def test_rows_that_are_counted_are_questions_where_most_of_them_ask():
    asked = [("Is it hot?", "Yes."), ("Colours", "Red."), ("Is it wet?", "No.")]
    rows = "".join(
        f"<tr><td>{n}.</td><td><b>{q}</b></td></tr><tr><td></td><td>{a}</td></tr>" for n, (q, a) in enumerate(asked, 1)
    )
    more = "<tr><td></td><td>Or not.</td></tr>"
    found = [(q, a) for q, a, _ in entries(f"<table>{rows}{more}</table><p>Bye.</p>")]
    assert found == [*asked[:2], ("Is it wet?", "No. / Or not.")]
    stock = "".join(f"<tr><td>{n}</td><td>Kiln?</td></tr><tr><td></td><td>Old</td></tr>" for n in (7, 2, 3))
    assert convert("a.html", f"<body><table>{stock}</table></body>").asked is None


def test_cards_with_headings_that_all_ask_end_their_answers_and_stand_in_groups_that_may_ask_too():
    card = '<div class="card"><h3>{}</h3><p>{}</p></div>'
    groups = f"<h2>About</h2>{card.format('Is it hot?', 'Yes.')}<h2>Who?</h2>{card.format('We?', 'No.')}"
    body = f"<h1>FAQ</h1>{groups}{card.format('You?', 'Yes.')}<h2>6</h2><p>Kilns</p><h2>40</h2><p>Pots</p>"
    assert entries(body) == [("Is it hot?", "Yes.", "About"), ("We?", "No.", "Who?"), ("You?", "Yes.", "Who?")]


@pytest.mark.parametrize("level", ["h3", "h4", "h6"])
def test_a_heading_that_is_all_that_answers_one_is_text(level):
    answers = ["Yes, very.", "<ul><li>Clay</li><li>Grog</li></ul>", "Ask Olaf"]
    body = "<h1>FAQ</h1>" + "".join(
        f"<div><h2>{asked}</h2><{level}>{said}</{level}></div>"
        for asked, said in zip(("Hot?", "What?", "Who?"), answers, strict=True)
    )
    assert [answer for _, answer, _ in entries(body)] == ["Yes, very.", "- Clay\n- Grog", "Ask Olaf"]
    parts = f"<h1>FAQ</h1><h2>Which?</h2><{level}>Small</{level}><p>One.</p><{level}>Large</{level}><p>Two.</p>"
    assert entries(parts + "<h2>Who?</h2><p>We.</p>")[0][1].count("Small") == 1
    assert "# Small" in "\n".join(convert("a.html", f"<body>{parts}</body>").lines)


def test_a_letter_beside_all_questions_alone_is_none_of_their_words():
    body = "".join(fold(f"<span>Q</span> {asked}", "Yes.") for asked in ("Is it hot?", "A kiln"))
    assert [question for question, _, _ in entries(body)] == ["Is it hot?", "A kiln"]


@pytest.mark.parametrize(
    "answer", ["<ul><li>a</li><li>b</li></ul>", "<pre>a\n b</pre>", "<table><tr><td>a</td><td>b</td></tr></table>"]
)
def test_an_answer_that_is_a_list_or_code_or_a_table_stays_one(answer):
    plain = "\n".join(line for line in convert("a.html", f"<body>{answer}</body>").lines)
    body = "".join(f"<div class='c'><p class='t'>Is it {n}?</p>{answer}<p>So.</p></div>" for n in "xyz")
    assert {said for _, said, _ in entries(body)} == {f"{plain} / So."}
    button = "".join(f"<div><button>Is it {n}?</button>{answer}</div>" for n in "xy")
    assert "list" not in answer or {said for _, said, _ in entries(button)} == {plain}


def test_a_link_to_the_top_of_the_page_is_no_part_of_an_answer():
    parts = "".join(f'<h3>Is it {n}?</h3><p>Yes.</p><p><a href="#">Top ↑</a></p>' for n in "xyz")
    assert {said for _, said, _ in entries(f"<h1>FAQ</h1>{parts}")} == {"Yes."}
    assert entries("<h1>FAQ</h1><h3>Is it?</h3><p>Press <a href='#'>Top</a> now.</p>")[0][1] == "Press Top now."
