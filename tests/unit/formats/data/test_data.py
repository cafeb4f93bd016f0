"""Questions are found in data under any usual names, and nothing that is no FAQ is taken for one."""

import json

import pytest

from faqtui.formats import Converted, convert
from faqtui.formats.data.data_names import ANSWERING
from faqtui.formats.data.data_signs import may_ask
from faqtui.formats.nodes import MAX_DEPTH
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.parsing.other_formats import ANSWERS
from support.speed import at_most

LISTS = {
    "question and answer": '[{"question": "What?", "answer": "That."}]',
    "q and a": '[{"q": "What?", "a": "That."}]',
    "title and response": '[{"title": "What?", "response": "That."}]',
    "name and acceptedAnswer": '[{"name": "What?", "acceptedAnswer": {"text": "That."}}]',
    "prompt and completion's like": '[{"prompt": "What?", "reply": "That."}]',
    "Spanish": '[{"pregunta": "What?", "respuesta": "That."}]',
    "Chinese": '[{"问题": "What?", "答案": "That."}]',
    "upper case": '[{"Question": "What?", "Answer": "That."}]',
    "pairs": '[["What?", "That."]]',
    "question as key": '{"What?": "That."}',
    "question as only key of an item": '[{"What?": "That."}]',
    "question and answer in two items": '[{"q": "What?"}, {"a": "That."}]',
    "deep": '{"data": {"faq": {"items": [{"question": "What?", "answer": "That."}]}}}',
    "answers": '[{"question": "What?", "answers": [{"text": "That."}]}]',
}


@pytest.mark.parametrize("name", LISTS)
def test_a_question_is_found_in_json(name):
    (asked,) = convert("faq.json", LISTS[name]).asked
    assert (asked.question, [text for _, text in asked.lines]) == ("What?", ["That."])
    assert asked.path == ()


GROUPS = {
    "above, as a key": "Bread:\n  - question: What?\n    answer: That.\n",
    "above, with a name": "- title: Bread\n  questions:\n    - q: What?\n      a: That.\n",
    "above, as category": "- category: Bread\n  items:\n    - q: What?\n      a: That.\n",
    "beside": "- question: What?\n  category: Bread\n  answer: That.\n",
    "beside, as a list": "- question: What?\n  topic: [Bread, Cake]\n  answer: That.\n",
    "beside, as a mapping": "- question: What?\n  section:\n    name: Bread\n  answer: That.\n",
    "of questions as keys": "Bread:\n  What?: That.\n",
}


@pytest.mark.parametrize("name", GROUPS)
def test_a_category_is_found_in_yaml(name):
    (asked,) = convert("faq.yaml", GROUPS[name]).asked
    assert (asked.question, asked.path) == ("What?", ("Bread",))


def test_a_list_whose_name_says_no_more_than_that_it_is_one_is_no_category():
    for key in (
        "faqItem",
        "faqSection",
        "questionList",
        "accordionItems",
        "faqs2",
        "listFaq",
        "kategorien",
        "категории",
    ):
        (asked,) = convert("faq.yaml", f"{key}:\n  - question: What?\n    answer: That.\n").asked
        assert asked.path == (), key
    (asked,) = convert("faq.yaml", "homeFaq:\n  - question: What?\n    answer: That.\n").asked
    assert asked.path == ("homeFaq",)


def test_names_are_known_without_the_letters_of_their_language():
    for question, answer in (
        ("spoergsmaal", "svar"),
        ("sporgsmal", "svar"),
        ("Otazka", "Odpoved"),
        ("cau_hoi", "tra_loi"),
    ):
        (asked,) = convert("faq.yaml", f"- {question}: What?\n  {answer}: That.\n").asked
        assert (asked.question, asked.lines) == ("What?", [(1, "That.")])


def test_attributes_for_programs_are_no_part_of_an_answer():
    beside = "dataTarget: one\n  data-aos: fade-up\n  aria-controls: two\n  ariaExpanded: so\n  show: show\n"
    (asked,) = convert("faq.yaml", f"- question: What?\n  answer: That.\n  {beside}").asked
    assert asked.lines == [(1, "That.")]


def test_a_rule_that_ends_the_only_document_makes_no_second_one():
    for text in (
        "---\ntitle: Kiln\nfaq:\n  - {q: What?, a: That.}\n---\n",
        "title: Kiln\nfaq: [{q: What?, a: That.}]\n---\n#\n",
    ):
        found = convert("faq.yaml", text)
        assert (found.title, [one.path for one in found.asked]) == ("Kiln", [()])


SINGLES = {
    "a list of one": '[{"section": "Rye", "entries": [{"heading": "Crust", "text": "Hard."},'
    ' {"heading": "Crumb", "text": "Soft."}]},'
    ' {"section": "Oat", "entries": [{"heading": "Price", "text": "Four."}]}]',
    "the one first": '{"oat": {"name": "Oat", "items": [{"title": "Price", "body": "Four."}]},'
    ' "rye": {"name": "Rye", "items": [{"title": "Crust", "body": "Hard."}, {"title": "Crumb", "body": "Soft."}]}}',
    "keys in another order": '{"Rye": [{"title": "Crust", "text": "Hard."}, {"title": "Crumb", "text": "Soft."}],'
    ' "sub": {"Rye": [{"text": "Four.", "title": "Price"}]}}',
}


@pytest.mark.parametrize("name", SINGLES)
def test_a_category_of_one_question_is_read_as_the_others_are(name):
    found = {asked.question: [text for _, text in asked.lines] for asked in convert("faq.json", SINGLES[name]).asked}
    assert found == {"Crust": ["Hard."], "Crumb": ["Soft."], "Price": ["Four."]}


def test_one_title_and_text_under_another_name_is_no_question():
    text = '{"team": [{"title": "Baker", "text": "Ann"}], "faq": [{"title": "A", "text": "B"}, {"title": "C", "text": "D"}]}'
    assert [asked.question for asked in convert("faq.json", text).asked] == ["A", "C"]


NONE = {
    "package.json": '{"name": "a", "description": "What? Nothing.", "bugs": {"url": "x"}}',
    "en.json": '{"Save?": "Speichern?", "Really?": "Wirklich?"}',
    "ui.json": '{"Leave?": "Gehen, ja", "Yes": "Ja", "No": "Nein", "Cancel": "Abbrechen"}',
    "mkdocs.yml": "site_name: A\nnav:\n  - Home: index.md\n  - FAQ: faq.md\n",
    "openapi.yaml": "tags:\n  - name: pets\n    x: y\ninfo:\n  title: A\n  description: Pets?\n",
    "pyproject.toml": '[project]\nname = "a"\ndescription = "b"\n',
    "numbers.json": "[1, 2, 3]",
    "form.yml": "questions: 12\nanswers: 3\n",
}


@pytest.mark.parametrize("path", NONE)
def test_what_holds_no_questions_is_no_faq(path):
    assert convert(path, NONE[path]).asked == []


def test_what_else_a_question_says_stands_below_its_answer():
    text = "- question: What?\n  answer: That.\n  note: Mind the gap.\n  id: 12\n  tags: [a]\n"
    (asked,) = convert("faq.yml", text).asked
    assert asked.lines == [(1, "That."), (1, ""), (2, "**note:** Mind the gap.")]


def test_numbers_truth_values_and_nothing_say_nothing_beside_a_question():
    text = "- question: What?\n  answer: That.\n  seen: 12\n  shown: yes\n  since: 2020-01-01\n  until: ~\n  by: null\n"
    (asked,) = convert("faq.yml", text).asked
    assert asked.lines == [(1, "That.")]


@pytest.mark.parametrize("text", ["- question: What?\n  answer: 12\n", "- question: What?\n  answer: yes\n"])
def test_a_number_and_a_truth_value_are_answers(text):
    (asked,) = convert("faq.yml", text).asked
    assert asked.lines == [(1, text.split(": ")[2].strip())]


def test_a_page_has_its_answer_under_the_names_that_data_have():
    assert {name.replace("_", "") for name in ANSWERING} == set(ANSWERS)


@pytest.mark.parametrize("path", ["a.json", "a.yaml", "a.toml"])
@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{" * 100_000, '{"a":' * 50_000, "a: [", "\x00", "", "a." * 50_000 + "b = 1"]
)
def test_what_does_not_parse_or_is_too_deep_is_said_and_kept(path, text):
    found = convert(path, text)
    assert found.problem or text in {"\x00", ""} or path == "a.yaml"
    if found.problem:
        assert found.asked is None
        assert found.lines[1:-1] == ([text] if text.strip() else [])
    else:
        assert found.asked == []


def test_aliases_that_multiply_end():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    found = convert("a.yaml", bomb + "q:\n  - question: What?\n    answer: *a39\n")
    assert found.problem == "its aliases make too much of it"
    assert bomb.split("\n")[0] in found.lines


def test_an_alias_of_itself_ends():
    assert convert("a.yaml", "a: &a\n  - *a\n  - question: What?\n    answer: *a\n") is not None


def test_the_limit_of_depth_leaves_room_for_faqs():
    deep = '{"faq":' * (MAX_DEPTH - 3) + '[{"q": "What?", "a": "That."}]' + "}" * (MAX_DEPTH - 3)
    assert len(convert("a.json", deep).asked) == 1


ARTICLES = {
    "with its API's names": '{"articles": [{"url": "https://a.example/1.json", "author_id": 3, "name": "Wet lamp",'
    ' "title": "Wet lamp", "vote_sum": 2, "label_names": ["rain"], "html_url": "https://a.example/1",'
    ' "body": "<p>Dry <b>it</b>.</p>"}, {"name": "Dry lamp", "body": "Fill it."}], "count": 2}',
    "of a list": '{"type": "list", "data": [{"id": "1", "workspace_id": "w", "state": "published", "title": "Wet lamp",'
    ' "description": "", "body": "<p>Dry <b>it</b>.</p>"}, {"title": "Dry lamp", "body": "Fill it."}]}',
    "with a description": '[{"title": "Wet lamp", "description": "Rain", "content": "Dry **it**."},'
    ' {"title": "b", "content": "c"}]',
}


@pytest.mark.parametrize("name", ARTICLES)
def test_an_exported_article_is_its_title_and_its_body(name):
    first, *_ = convert("faq.json", ARTICLES[name]).asked
    said = [text for _, text in first.lines if text]
    assert (first.question, said[0], first.path) == ("Wet lamp", "Dry **it**.", ())
    assert said[1:] == (["**description:** Rain"] if "description" in name else [])


BROKEN = {
    "faq.json": ('[\n {"question": "What?"\n "answer" "That."}]', 3),
    "faq.yml": ("- question: What?\n  answer: That.\n\t- question: Why?\n", 3),
    "faq.toml": ('[[faq]]\nquestion = "What?"\nanswer = That\n', 3),
    "faq.jsonl": ('{"question": "What?", "answer": "That."}\n{"question": "Why?", "answer" "So."}\n', 2),
}


@pytest.mark.parametrize("path", BROKEN)
def test_broken_data_are_shown_as_they_are_with_the_place_of_the_fault(path):
    text, line = BROKEN[path]
    library = parse_library([Document(path, text, root=1)])
    (entry,) = library.entries
    assert [block.text for block in entry.code_blocks] == [text.rstrip("\n")]
    assert [(found.code, found.line) for found in library.diagnostics] == [("data-invalid", line)]


def test_broken_data_in_a_directory_that_ask_nothing_are_left_alone():
    library = parse_library([Document("docs/package.json", '{"name": "x", "version" 1}', root=1)])
    assert not library.entries
    assert not library.diagnostics


def read(path: str, text: str) -> Converted:
    found = convert(path, text)
    assert found is not None
    return found


ALIASES = {
    "lists that hold the one before twice": "".join(
        f"- &a{n} [*a{n - 1}, *a{n - 1}]\n" if n else "- &a0 [b]\n" for n in range(2_000)
    ),
    "mappings that hold the one before": "".join(
        f"- &a{n}\n  <<: *a{n - 1}\n  b{n}: c\n" if n else "- &a0\n  b: c\n" for n in range(4_000)
    ),
    "nine of nine of nine": "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)),
    "answers of answers": "a0: &a0 [x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 40)}]\n" for n in range(1, 6))
    + "faq:\n- question: b?\n  answer: *a5\n",
    "many documents": "---\na: b\n" * 15_000,
    "values of two letters": "a?: b\n" * 100_000,
}


@pytest.mark.parametrize("name", ALIASES)
def test_yaml_takes_time_with_its_length_or_is_told_not_to_be_read(name: str) -> None:
    with at_most(4):
        found = read("faq.yml", ALIASES[name])
    assert "too m" in found.problem or not found.asked or len(found.asked) == 1


def test_an_alias_that_people_write_is_read() -> None:
    others = "".join(f"- question: a{n}?\n  answer: *note\n" for n in range(500))
    found = read("faq.yml", "- question: a?\n  answer: &note Ask us.\n" + others)
    assert [asked.lines[0][1] for asked in found.asked or ()] == ["Ask us."] * 501


def test_answers_in_html_beyond_a_seconds_work_are_text_and_told_of() -> None:
    items = ", ".join(f'{{"question": "a{n}?", "answer": "<p>w{n}</p><p>x</p>"}}' for n in range(8_000))
    found = read("faq.json", f"[{items}]")
    assert found.beyond == 0
    assert all(f"w{n}" in asked.lines[0][1] for n, asked in enumerate(found.asked or ()))
    assert not any("<" in text for asked in found.asked or () for _, text in asked.lines)


SHELLS = {
    "attributes": '{"data": [{"type": "faq", "id": "1", "attributes": {"question": "What?", "answer": "That.",'
    ' "category": {"data": {"id": 3, "attributes": {"name": "Bread"}}}}}]}',
    "fields": '{"items": [{"sys": {"id": "q"}, "fields": {"question": "What?", "answer": "That.",'
    ' "category": {"sys": {"type": "Link", "id": "c"}}}}], "linked": [{"sys": {"id": "c"}, "fields": {"name": "Bread"}}]}',
    "references": '[{"_type": "faq", "question": "What?", "answer": "That.", "category": {"_ref": "c"}},'
    ' {"_type": "category", "_id": "c", "title": "Bread"}]',
    "rendered": '[{"title": {"rendered": "What?"}, "content": {"rendered": "<p>That.</p>", "protected": false},'
    ' "category": "Bread"}]',
    "names by their ids": '{"groups": {"b": "Bread"}, "faq": [{"question": "What?", "answer": "That.", "group": "b"}]}',
}


@pytest.mark.parametrize("name", SHELLS)
def test_what_an_api_wraps_around_values_is_taken_off(name):
    (asked,) = convert("faq.json", SHELLS[name]).asked
    assert (asked.question, [text for _, text in asked.lines], asked.path) == ("What?", ["That."], ("Bread",))


TRANSLATIONS = {
    "a.toml": '[faq_q1]\nother = "Who pays?"\n[faq_a1]\nother = "We."\n[faq_q2]\nother = "Who eats?"\n[faq_a2]\nother = "I."\n',
    "b.yml": "- {id: faq_q1, translation: Who pays?}\n- {id: faq_a1, translation: We.}\n"
    "- {id: faq_q2, translation: Who eats?}\n- {id: faq_a2, translation: I.}\n",
    "c.json": '{"faq_q1": {"defaultMessage": "Who pays?"}, "faq_a1": {"defaultMessage": "We."},'
    ' "faq_q2": {"defaultMessage": "Who eats?"}, "faq_a2": {"defaultMessage": "I."}}',
}


@pytest.mark.parametrize("path", TRANSLATIONS)
def test_translations_with_their_keys_beside_or_around_are_read(path):
    found = [(asked.question, asked.lines[0][1]) for asked in convert(path, TRANSLATIONS[path]).asked]
    assert found == [("Who pays?", "We."), ("Who eats?", "I.")]


def test_what_a_mapping_takes_over_is_its_own():
    text = (
        "all: &all {category: Bread, note: Fresh}\nmore: &more {<<: *all, note: Stale}\n"
        "faq:\n- {<<: *more, q: What?, a: That.}\n- {<<: [*all], q: Why?, a: So., note: Own}\n"
    )
    found = {asked.question: (asked.path, asked.lines[-1][1]) for asked in convert("faq.yml", text).asked}
    assert found == {"What?": (("Bread",), "**note:** Stale"), "Why?": (("Bread",), "**note:** Own")}


def test_json_may_have_single_quotes_and_bare_names():
    text = "// ours\n{faqs: [{q: 'Who\\'s \"in\"?', a: 'Ann,\\nBen',}, {q: 'Why?', a: \"So.\"}]}"
    found = [(asked.question, [line for _, line in asked.lines]) for asked in convert("faq.json5", text).asked]
    assert found == [('Who\'s "in"?', ["Ann,", "Ben"]), ("Why?", ["So."])]


SITES = {
    "features beside": "features:\n- {title: Light, text: Of pine.}\n- {title: Strong, text: Of oak.}\n"
    "faq:\n  items:\n  - {title: Opening, text: At nine.}\n  - {title: Prices, text: Four.}\n",
    "people beside": "faqs:\n- {question: Opening, answer: At nine.}\n- {question: Prices, answer: Four.}\n"
    "team:\n- {name: Ann, description: Baker}\n- {name: Ben, description: Miller}\n",
    "settings around": "seo: {title: Bread, description: Bread?}\nitems:\n- {question: Opening, answer: At nine.}\n"
    "- {question: Prices, answer: Four.}\ncta: {title: More questions?, text: Write.}\n",
    "one of each": "- section: A\n  items: [{title: Opening, text: At nine.}]\n  faq: [{title: Prices, text: Four.}]\n"
    "- section: B\n  items: [{title: Opening?, text: At nine.}]\n",
}


@pytest.mark.parametrize("name", SITES)
def test_titles_with_texts_are_questions_where_the_questions_are(name):
    found = [asked.question for asked in convert("site.yml", SITES[name]).asked]
    assert found == (["Prices", "Opening?"] if name == "one of each" else ["Opening", "Prices"])


def test_a_table_that_is_called_a_faq_needs_neither_names_nor_signs_that_ask():
    text = "Opening,We open at nine\nPrices,Four for each\n"
    assert [asked.question for asked in convert("club-faq.csv", text).asked] == ["Opening", "Prices"]
    assert convert("club.csv", text).asked == []


def test_of_two_categories_that_say_the_same_one_counts():
    text = "- {question: What?, answer: That., category: Bread & Cake, section: bread}\n"
    (asked,) = convert("faq.yml", text).asked
    assert asked.path == ("Bread & Cake",)


def test_titles_that_ask_and_lead_to_their_answers_are_questions():
    text = '[{"title": "Who bakes?", "url": "https://e.org/1"}, {"title": "When?", "url": "https://e.org/2"}]'
    found = [(asked.question, asked.lines[0][1]) for asked in convert("faq.json", text).asked]
    assert found == [("Who bakes?", "https://e.org/1"), ("When?", "https://e.org/2")]
    menu = '[{"title": "Home", "url": "/"}, {"title": "Who bakes?", "url": "/who"}]'
    assert convert("menu.json", menu).asked == []


def test_a_page_in_a_text_that_stands_beside_it_as_html_is_read_once():
    page = "---\\ntitle: Bread\\n---\\n\\n## Who?\\n\\nAnn.\\n\\n## When?\\n\\nNow.\\n"
    html = "<h2>Who?</h2><p>Ann.</p><h2>When?</h2><p>Now.</p>"
    text = f'[{{"path": "a.html", "content": "{page}", "html": "{html}"}}]'
    found = [(asked.question, asked.lines[0][1]) for asked in convert("faqs.json", text).asked]
    assert found == [("Who?", "Ann."), ("When?", "Now.")]


def test_terms_under_their_ids_are_those_of_a_glossary():
    text = "crumb: {term: Crumb, definition: What is inside.}\ncrust: {term: Crust, definition: What is outside.}\n"
    assert [asked.question for asked in convert("glossary.yml", text).asked] == ["Crumb", "Crust"]


TWINS = {
    "HTML": {"answer": "<p>By <b>card</b>, at <a href='/x'>the desk</a>.</p>", "schemaAnswer": "By card, at the desk."},
    "Markdown": {"answer": "By **card**, at [the desk](/x).", "plainText": "By card, at the desk."},
    "the other first": {"answer_text": "By card, at the desk.", "answer": "By *card*, at [the desk](/x)."},
}


@pytest.mark.parametrize("name", TWINS)
def test_what_is_said_again_without_markup_is_told_once(name):
    (asked,) = convert("faq.json", json.dumps([{"question": "How?", **TWINS[name]}])).asked
    assert " ".join(text for _, text in asked.lines).count("card") == 1


def test_what_says_more_than_the_answer_is_told_beside_it():
    item = {"question": "How?", "answer": "By **card**.", "schemaAnswer": "By card or cheque."}
    (asked,) = convert("faq.json", json.dumps([item])).asked
    assert asked.lines[-1][1] == "**schemaAnswer:** By card or cheque."


def test_a_title_beside_an_id_names_the_category():
    text = "- category: {0}\n  title: {1}\n  questions:\n    - {{q: What?, a: That.}}\n"
    for own, title, name in (
        ("gates", "Gates & doors", "Gates & doors"),
        ("Gates", "Help", "Gates"),
        ("gates", "doors", "gates"),
    ):
        found = convert("faq.yaml", text.format(own, title))
        assert found.asked[0].path[0] == name
        assert not any("gates" in line for said in found.texts for _, line in said.lines)


def test_an_address_with_the_text_of_its_link_beside_it_is_a_link():
    names = (
        ("link", "linkText"),
        ("url", "url_label"),
        ("ctaUrl", "ctaText"),
        ("buttonLink", "buttonLinkTitle"),
        ("moreHref", "moreLabel"),
    )
    for address, label in names:
        (asked,) = convert("faq.yaml", f"- q: What?\n  a: That.\n  {address}: /more\n  {label}: Read on\n").asked
        assert [text for _, text in asked.lines] == ["That.", "", "[Read on](/more)"]


def test_lists_of_numbers_say_nothing_beside_a_question():
    (asked,) = convert("faq.yaml", "- q: What?\n  a: That.\n  see: [3, 12]\n").asked
    assert asked.lines == [(1, "That.")]


def test_the_tables_of_django_are_read_with_their_categories():
    rows = [
        {"model": "help.question", "pk": place, "fields": {"title": title, "content": "That.", "category": 7}}
        for place, title in enumerate(("What?", "Who?"))
    ]
    rows.append({"model": "help.part", "pk": 7, "fields": {"name": "Heat"}})
    found = convert("faq.json", json.dumps(rows))
    assert [(one.question, one.path, [text for _, text in one.lines]) for one in found.asked] == [
        ("What?", ("Heat",), ["That."]),
        ("Who?", ("Heat",), ["That."]),
    ]


def test_a_banner_that_asks_is_no_question():
    banner = "  - {type: cta, title: Ready to fire?, text: Call us.}\n"
    text = f"parts:\n  - {{type: text, title: How hot?, text: Very.}}\n{banner}"
    assert [one.question for one in convert("faq.yaml", text).asked] == ["How hot?"]


def test_what_tells_mappings_of_questions_apart_names_their_categories():
    part = "- {{{0}: {1}, id: {1}-7, desc: All on {1}., qa: [{{q: {2}, a: [{{para: That.}}]}}]}}\n"
    for key in ("account", "who", "Reise"):
        found = convert("faq.yaml", part.format(key, "Travel", "What?") + part.format(key, "Sales", "Who?"))
        assert [one.path for one in found.asked] == [("Travel",), ("Sales",)]
        assert [said.path for said in found.texts] == [("Travel",), ("Sales",)]
    alike = convert("faq.yaml", part.format("land", "DK", "What?") + part.format("land", "DK", "Who?"))
    assert [one.path for one in alike.asked] == [(), ()]


LABELS = [
    ("Q. ", "A. "),
    ("Q1: ", "A1: "),
    ("F: ", "A: "),
    ("Pregunta 2. ", "Respuesta: "),
    ("問：", "答："),
    ("В: ", "О: "),
]


def test_labels_that_all_questions_and_answers_have_are_no_words_of_theirs():
    for question, answer in LABELS:
        text = f"- q: '{question}What?'\n  a: '{answer}That.'\n- q: '{question}Who?'\n  a: '{answer}They.'\n"
        found = convert("faq.yaml", text).asked
        assert [(one.question, one.lines[0][1]) for one in found] == [("What?", "That."), ("Who?", "They.")]
    for question in ("Tip: ", "Q "):  # no label
        text = f"- q: '{question}What?'\n  a: That.\n- q: '{question}Who?'\n  a: They.\n"
        assert [one.question for one in convert("faq.yaml", text).asked] == [f"{question}What?", f"{question}Who?"]


def test_data_in_other_languages_are_read_by_the_names_that_these_have():
    texts = (
        "seksjoner: [{overskrift: 0, title: Ovn, sporsmal: [{sporsmal: What?, svar: That.}]}]",
        "pl: {faq: {naglowek: FAQ, pytania: [{tytul: What?, tresc: That.}, {tytul: Who?, tresc: They.}]}}",
        "preguntas_frecuentes: [{titulo: What?, descripcion: That.}, {titulo: Who?, descripcion: They.}]",
        "常见问题: [{分类: 窑, 列表: [{问: What?, 答: That.}]}]",
        "الأقسام: [{العنوان: الفرن, الأسئلة: [{السؤال: What?, الجواب: That.}]}]",
        "elenco: [{domanda: What?, risposta: That.}]",
    )
    paths = [one.path for text in texts for one in convert("faq.yaml", text).asked[:1]]
    assert paths == [("Ovn",), (), (), ("窑",), ("الفرن",), ()]
    assert all(convert("faq.yaml", text).asked[0].lines == [(0, "That.")] for text in texts)
    assert all(may_ask(text.encode()) for text in texts[3:])
    assert may_ask(b"- tytul: Jak?\n  tresc: Tak.\n- tytul: Kto?\n  tresc: Ja.\n")


def test_an_answer_in_lines_that_yaml_folds_is_said_to_stand_on_all_of_them():
    (one,) = convert("faq.yml", "<h3>4?</h3<h3>s?</h3>\n\nThat.").asked
    assert (one.start, one.end) == (0, 3)


def test_headings_in_values_that_ask_make_data_content():
    for text in (
        '{"body": "<h2>Who pays?</h2><h3 class=x>Who eats?</h3>"}',
        "x: |\n  ## Who pays?\n  ###### Who eats?\n",
    ):
        assert may_ask(text.encode()), text
    assert not may_ask(b'{"body": "<h2>Who pays?</h2>"}')
