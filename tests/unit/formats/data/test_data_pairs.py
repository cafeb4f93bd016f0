"""Questions and answers that data keep apart are put together, and what is no FAQ stays none."""

import json

import pytest

from faqtui.formats import convert
from faqtui.formats.likely import is_content
from faqtui.model import Document
from faqtui.parsing import parse_library

APART = {
    "numbered keys": '{"q1": "Who pays?", "a1": "The club.", "q2": "Who eats?", "a2": "We do."}',
    "words and numbers": '{"FAQ_Question1": "Who pays?", "FAQ_Answer1": "The club.", "FAQ_Question2": "Who eats?",'
    ' "FAQ_Answer2": "We do."}',
    "keys with dots": '{"faq.question.0": "Who pays?", "faq.answer.0": "The club.", "faq.question.1": "Who eats?",'
    ' "faq.answer.1": "We do."}',
    "dots before names": '{"faq.pay.q": "Who pays?", "faq.pay.a": "The club.", "faq.eat.q": "Who eats?", "faq.eat.a": "We do."}',
    "names and capitals": '{"payQuestion": "Who pays?", "payAnswer": "The club.", "eatQuestion": "Who eats?",'
    ' "eatAnswer": "We do."}',
    "names before": '{"q_pay": "Who pays?", "a_pay": "The club.", "q_eat": "Who eats?", "a_eat": "We do."}',
    "the question has no word": '{"pay": "Who pays?", "pay_answer": "The club.", "eat": "Who eats?", "eat_answer": "We do."}',
    "titles and texts": '{"pay_title": "Who pays?", "pay_text": "The club.", "eat_title": "Who eats?", "eat_text": "We do."}',
    "messages": '{"q_pay": {"message": "Who pays?"}, "a_pay": {"message": "The club."},'
    ' "q_eat": {"message": "Who eats?"}, "a_eat": {"message": "We do.", "description": "short"}}',
    "Chinese": '{"问题1": "Who pays?", "答案1": "The club.", "问题2": "Who eats?", "答案2": "We do."}',
    "two lists": '{"questions": ["Who pays?", "Who eats?"], "answers": ["The club.", "We do."]}',
    "two mappings": '{"question": {"1": "Who pays?", "2": "Who eats?"}, "answer": {"1": "The club.", "2": "We do."}}',
    "a key for each": '{"pay": {"question": "Who pays?", "answer": "The club."}, "eat": {"q": "Who eats?", "a": "We do."}}',
    "titles under keys": '{"pay": {"title": "Who pays?", "body": "The club."}, "eat": {"title": "Who eats?", "body": "We do."}}',
    "turns": '[{"messages": [{"role": "user", "content": "Who pays?"}, {"role": "assistant", "content": "The club."}]},'
    ' {"messages": [{"role": "user", "content": "Who eats?"}, {"role": "assistant", "content": "We do."}]}]',
    "lists of texts": '{"conversations": [["Who pays?", "The club."], ["Who eats?", "We do."]]}',
    "to a model": '[{"instruction": "Who pays?", "output": "The club."}, {"prompt": "Who eats?", "completion": "We do."}]',
    "abbreviations": '[{"que": "Who pays?", "ans": "The club."}, {"ques": "Who eats?", "answ": "We do."}]',
    "first letters": '[{"q": "Who pays?", "r": "The club."}, {"p": "Who eats?", "r": "We do."}]',
    "what goes on": '{"q01": "Who pays?", "q01p1": "The club.", "q02": "Who eats?", "q02p1": "We do."}',
    "in a language": '{"en": {"heading": "FAQ", "pay": {"title": "Who pays?", "description": "The club."},'
    ' "eat": {"title": "Who eats?", "description": "We do."}, "ui": {"pageTitle": "Club"}}}',
    "titles and lists": '{"faqs": [{"header": "Who pays?", "content": ["The club."]},'
    ' {"header": "Who eats?", "content": ["We do."]}]}',
    "a page": json.dumps({"body": "## Who pays?\n\nThe club.\n\n## Who eats?\n\nWe do.\n"}),
    "a page in HTML": '{"body": "<h2>Who pays?</h2><p>The club.</p><h2>Who eats?</h2><p>We do.</p>"}',
}  # fmt: skip


@pytest.mark.parametrize("name", APART)
def test_a_question_gets_the_answer_that_stands_elsewhere(name):
    pays, eats = convert("faq.json", APART[name]).asked
    assert (pays.question, [text for _, text in pays.lines if text]) == ("Who pays?", ["The club."])
    assert (eats.question, [text for _, text in eats.lines if text]) == ("Who eats?", ["We do."])
    assert pays.path == eats.path == (("FAQ",) if name == "in a language" else ())


@pytest.mark.parametrize("name", APART)
def test_a_directory_has_such_data(name):
    assert is_content("faq.json", APART[name].encode())


LANGUAGES = {
    "in keys": '[{"question_en": "Where?", "question_de": "Wo?", "answer_en": "Here.", "answer_de": "Hier."}]',
    "one without a name": '[{"question": "Where?", "questionDe": "Wo?", "answer": "Here.", "answerDe": "Hier."}]',
    "other ways": '[{"question": "Where?", "question_de": "Wo?", "question_fr": "", "answer": "Here.", "answer_de": "Hier."}]',
    "below": '[{"question": {"en": "Where?", "de": "Wo?"}, "answer": {"en": "Here.", "de": "Hier."}}]',
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_question_in_several_languages_is_one(name):
    (asked,) = convert("faq.json", LANGUAGES[name]).asked
    assert asked.question == "Where?"
    assert [text for _, text in asked.lines if text] == ["Here.", "**de:**", "Wo?", "Hier."]


def test_a_question_that_is_said_in_other_ways_is_one():
    (asked,) = convert("faq.json", '[{"q": "Where?", "q_short": "Place?", "a": "Here.", "a_short": "H."}]').asked
    assert [text for _, text in asked.lines if text] == ["Here.", "**short:**", "Place?", "H."]


def test_a_table_may_have_an_answer_in_paragraphs():
    (asked,) = convert("faq.csv", "id,question,p1,p2,p3\n1,Where?,Here.,There.,\n").asked
    assert [text for _, text in asked.lines if text] == ["Here.", "There."]


WAYS = {
    "a bot's": '{"intents": [{"tag": "hi", "patterns": ["Hi", "Hello"], "responses": ["Hello!", "Hi."]},'
    ' {"tag": "pay", "patterns": ["costs", "Who pays?"], "responses": ["The club."]}]}',
    "with a message": '[{"triggers": ["Hi", "Hello"], "message": "Hello!"},'
    ' {"triggers": ["costs", "Who pays?"], "message": "The club."}]',
    "many to one": '{"list": [{"questions": ["Hi", "Hello"], "answer": "Hello!"},'
    ' {"questions": ["costs", "Who pays?"], "answer": "The club."}]}',
}  # fmt: skip


@pytest.mark.parametrize("name", WAYS)
def test_of_several_ways_to_ask_one_is_the_question(name):
    greeting, pays = convert("faq.json", WAYS[name]).asked
    assert greeting.question == "Hi"
    assert (pays.question, pays.lines[0][1]) == ("Who pays?", "The club.")
    assert pays.lines[-1][1] == "- costs"


def test_a_category_that_is_named_by_its_id_has_its_name_and_what_is_said_of_it():
    found = convert(
        "faq.yml",
        "categories:\n- id: 3\n  title: Money\n  description: All of it.\nquestions:\n"
        "- question: Who pays?\n  category_id: 3\n  answer: The club.\n",
    )
    assert found.asked[0].path == ("Money",)
    assert [(text.path, text.lines[0][1]) for text in found.texts] == [(("Money",), "- **description:** All of it.")]


def test_a_key_is_no_category_beside_the_name_that_this_has():
    found = convert("faq.json", '{"money": {"subheader": "All on money", "pay": {"q": "Who pays?", "a": "The club."}}}')
    assert found.asked[0].path == ("All on money",)


def test_the_names_of_categories_are_found_by_the_words_of_keys():
    found = convert(
        "faq.json",
        '{"intro": "All.", "cat_pay": "Money", "pay_q1": "Who pays?", "pay_a1": "The club.", "cat_eat": "Food",'
        ' "eat_q1": "Who eats?", "eat_a1": "We do."}',
    )
    assert [one.path for one in found.asked] == [("Money",), ("Food",)]
    assert [text.lines[0][1] for text in found.texts] == ["All."]


def test_several_answers_of_several_people_are_one_answer():
    (asked,) = convert(
        "faq.json",
        '[{"question": "Who pays?", "answers": [{"text": "Ann.", "name": "Bo"}, {"text": "Cy.", "name": "Di"}]}]',
    ).asked
    assert [text for _, text in asked.lines if text] == ["Ann.", "**name:** Bo", "Cy.", "**name:** Di"]


def test_of_several_categories_the_first_has_the_question_and_it_says_the_others():
    (asked,) = convert(
        "faq.json", '[{"question": "Who pays?", "answer": "Us.", "categories": ["Money", "Club"]}]'
    ).asked
    assert asked.path == ("Money",)
    assert [text for _, text in asked.lines if text] == ["Us.", "**categories:**", "- Club"]


def test_a_category_has_a_name_in_its_first_language():
    found = convert(
        "faq.json",
        '[{"title": {"de": "Geld", "en": "Money"}, "questions": [{"q": {"de": "Wer?"}, "a": {"de": "Wir."}}]}]',
    )
    assert [(one.question, one.path) for one in found.asked] == [("Wer?", ("Geld",))]
    assert [line for text in found.texts for _, line in text.lines] == ["Money"]


def test_times_and_digests_are_noise():
    (asked,) = convert(
        "faq.json",
        '[{"q": "Who pays?", "a": "The club.", "added": "2020-01-02T10:00:00",'
        ' "sum": "0123456789abcdef0123456789abcdef", "by": "Bo"}]',
    ).asked
    assert [text for _, text in asked.lines if text] == ["The club.", "**by:** Bo"]


def test_a_title_is_not_what_programs_call_it():
    asked = convert(
        "faq.json",
        '[{"name": "pay", "title": "Who pays?", "text": "Us."}, {"name": "eat", "title": "Food", "text": "Ours."}]',
    ).asked
    assert [(one.question, one.lines[0][1]) for one in asked] == [("Who pays?", "Us."), ("Food", "Ours.")]


def test_ids_are_noise():
    (asked,) = convert(
        "faq.json", '[{"faq_id": "F1", "question": "Who pays?", "answer": "The club.", "groupId": "x"}]'
    ).asked
    assert [text for _, text in asked.lines] == ["The club."]


def test_an_answer_in_parts_goes_on_under_its_name():
    (asked,) = convert(
        "faq.json", '{"pay": {"question": "Who pays?", "answer": "The club.", "answer2": "Always."}}'
    ).asked
    assert [text for _, text in asked.lines if text] == ["The club.", "Always."]


def test_a_page_in_data_keeps_what_stands_above_and_its_categories():
    body = "First.\n\n# Money\n\n## Who pays?\n\n```\n# no heading?\n```\n\n# Food\n\n## Who eats?\n\nWe do.\n"
    found = convert("faq.json", json.dumps({"title": "Club", "text": body}))
    assert [(one.question, one.path) for one in found.asked] == [("Who pays?", ("Money",)), ("Who eats?", ("Food",))]
    assert [(one.path, one.lines[0][1]) for one in found.texts] == [((), "First.")]
    assert found.title == "Club"


def test_a_category_with_the_name_of_its_only_question_is_none():
    page = {
        "@type": "FAQPage",
        "name": "Who pays?",
        "mainEntity": [{"name": "Who pays?", "acceptedAnswer": {"text": "I."}}],
    }
    both = {"name": "Who eats?", "faqs": [{"q": "Who eats?", "a": "We."}, {"q": "What?", "a": "Bread."}]}
    found = [(one.question, one.path) for one in convert("faq.json", json.dumps([page, both])).asked]
    assert found == [("Who pays?", ()), ("Who eats?", ("Who eats?",)), ("What?", ("Who eats?",))]


INTENTS = """version: "3.1"
nlu:
- intent: faq/pay
  examples: |
    - tell me about money
    - Who pays?
- intent: greet
  examples: |
    - hello
- intent: eat
  examples: [Who eats?]
responses:
  utter_faq/pay:
  - text: The club.
  - text: Us.
  utter_eat:
  - text: We do.
  utter_bye:
  - text: Bye.
"""


def test_intents_are_asked_and_answered_by_their_replies():
    found = convert("faq.yml", INTENTS)
    assert [one.question for one in found.asked] == ["Who pays?", "Who eats?"]
    lines = [[text for _, text in one.lines if text] for one in found.asked]
    assert lines[1] == ["We do."]
    assert "tell me about money" in " ".join(lines[0])
    assert "Us." in " ".join(lines[0])
    rest = " ".join(text for one in found.texts for _, text in one.lines)
    assert all(word in rest for word in ("hello", "Bye."))


def test_what_a_model_is_told_and_answers_is_a_question():
    (one,) = convert("faq.jsonl", '{"input": "I lost my key.", "response": "Call us."}\n').asked
    assert (one.question, one.lines[0][1]) == ("I lost my key.", "Call us.")


NONE = {
    "words of a program": '{"question_hint": "What is it?", "answer_hint": "Say it", "send": "Send", "ok": "OK", "no": "No"}',
    "dialogs": '{"ui": {"leave": {"title": "Leave?", "text": "All is lost."},'
    ' "remove": {"title": "Remove?", "text": "It goes."}}}',
    "dialogs in keys": '{"ui": {"leave_title": "Leave?", "leave_text": "Lost.", "end_title": "End?", "end_text": "Gone."}}',
    "an interface": '{"paths": {"/a": {"get": {"summary": "Which?", "responses": {"200": {"description": "Fine"}}}}}}',
    "a schema": '{"properties": {"question": {"type": "string", "examples": ["Who?", "Why?"], "description": "What is asked"}}}',
    "rules for files": '{"rules": [{"patterns": ["src/*", "**/lib"], "message": "Not there."},'
    ' {"patterns": ["*.ts"], "message": "No."}]}',
    "a form by names": '{"en": {"pay": {"label": "Who pays?", "description": "Your name."}, "eat": {"label": "Who eats?",'
    ' "description": "Theirs.", "choices": [{"label": "Me", "value": "Me"}, {"label": "We", "value": "We"}]}}}',
    "labels of a form": '{"title": "Ask", "question": "Question", "email": "Email", "topic": "Topic", "send": "Send"}',
    "a form": '{"fields": {"new_question": "Question", "new_answer": "Answer"}}',
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_other_data_are_no_faq(name):
    assert convert("data.json", NONE[name]).asked == []


ALIKE = {
    "in a list": '[{"id": 1, "front": "Who pays?", "back": "The club, on the first."},'
    ' {"id": 2, "front": "Who eats?", "back": "All of the members."}]',
    "under keys": '{"pay": {"control": "Who pays?", "panel": "The club, on the first."},'
    ' "eat": {"control": "Who eats?", "panel": "All of the members."}}',
    "counted, in parts": '{"club": {"heading": "Club", "q1": {"title": "Who pays?", "p1": "The club, on the first."},'
    ' "q2": {"title": "Who eats?", "p1": "All of the members."}}}',
}


@pytest.mark.parametrize("name", ALIKE)
def test_names_that_say_nothing_are_those_of_questions_and_answers_if_one_asks(name):
    found = [(asked.question, asked.lines[0][1]) for asked in convert("faq.json", ALIKE[name]).asked]
    assert found == [("Who pays?", "The club, on the first."), ("Who eats?", "All of the members.")]


BUTTONS = '{"erase": {"text_a": "Erase it?", "text_b": "Erase"}, "leave": {"text_a": "Leave?", "text_b": "Go"}}'


def test_what_a_button_says_answers_nothing():
    assert convert("en.json", BUTTONS).asked == []


def test_html_in_a_text_is_told_by_its_blocks():
    text = '[{"q": "Who?", "a": "<p>Ann.<br/>Ben"}, {"q": "When?", "a": "Now: <ul><li>six</li><li>ten</li></ul>"}]'
    found = ["\n".join(line for _, line in asked.lines) for asked in convert("faq.json", text).asked]
    assert found == ["Ann.\\\nBen", "Now:\n\n- six\n- ten"]


TERMS = {
    "glossary.json": '{"Crumb": "What is within a loaf", "crust": "What is around it", "key": "How a recipe is written"}',
    "de.yml": "title: Seite\nglossar:\n  - Krume: Was in einem Laib ist\n  - Kruste: Was um ihn herum ist\n",
    "data.toml": '[glossary.Crumb]\ndefinition = "What is within a loaf"\nsee = "Crust"\n[glossary.Crust]\nmeaning = "Hard"\n'
    'definition = "What is around it"\n',
    "site.yml": "faq:\n  Opening hours: We open each day of the week at six\n  Cakes: Those we have are on the board\n",
    "faq.json": '{"Opening hours": "We open each day of the week at six", "Cakes": "Those that we have are on the board"}',
    "words.yml": "acronyms:\n  A:\n    AOP: A kind of bread law\n    APA: All purpose again\n  B:\n    BRD: Just without vowels\n"
    "    BUN: A little bread\n",
}
ASKED = {
    "glossary.json": ["Crumb", "crust", "key"],
    "de.yml": ["Krume", "Kruste"],
    "data.toml": ["Crumb", "Crust"],
    "site.yml": ["Opening hours", "Cakes"],
    "faq.json": ["Opening hours", "Cakes"],
    "words.yml": ["AOP", "APA", "BRD", "BUN"],
}


@pytest.mark.parametrize("path", TERMS)
def test_terms_and_topics_may_be_keys(path: str) -> None:
    assert [one.question for one in convert(path, TERMS[path]).asked] == ASKED[path]


TRANSLATED = {
    "en.json": '{"faq": {"back": "Go back to where you came from", "more": "Show all the others that there are"}}',
    "de.json": '{"faq": {"Back to the start": "Zur Startseite geht es hier", "Show all of them": "Alle von ihnen auch zeigen"}}',
    "faq.json": '{"Title": "All that you ask us", "Description": "What is asked all the time by all of you"}',
}


@pytest.mark.parametrize("path", TRANSLATED)
def test_texts_of_a_page_are_no_topics(path: str) -> None:
    assert convert(path, TRANSLATED[path]).asked == []


LONGER = {
    "a word before": ("canonical_question", "model_answer"),
    "a word behind": ("questionText", "answerHtml"),
    "the same word": ("faq_question", "faq_answer"),
    "titles and texts": ("panelTitle", "panel_body"),
    "summaries": ("summary", "details_text"),
}


@pytest.mark.parametrize("name", LONGER)
def test_a_word_of_a_name_says_what_it_is(name: str) -> None:
    question, answer = LONGER[name]
    items = [{question: "Who?", answer: "Ann."}, {question: "Prices", answer: "Four."}]
    for faq in (items, {"a1": items[0], "a2": items[1]}):
        asked = convert("a.json", json.dumps({"faq": faq})).asked
        assert [(one.question, one.lines[0][1]) for one in asked] == [("Who?", "Ann."), ("Prices", "Four.")]


def test_titles_of_cards_are_no_questions() -> None:
    cards = [{"cardTitle": "Rye", "cardText": "Dark."}, {"cardTitle": "Oat", "cardText": "Light."}]
    text = json.dumps({"faq": [{"q": "Who?", "a": "Ann."}], "cards": cards})
    assert [one.question for one in convert("a.json", text).asked] == ["Who?"]


def spoken(*pair: str) -> dict[str, dict[str, str]]:
    return {"de": {"q": pair[0], "a": pair[1]}, "fr": {"q": "Quoi ?", "a": "Oui."}}


BAKERS = [spoken("Wer?", "Ann."), spoken("Wann?", "Um sechs.")]
SPOKEN = {
    "below codes": BAKERS,
    "in a list": [{"id": 1, "translations": [{"language": code, **said[code]} for code in said]} for said in BAKERS],
    "below others": {"faq": [{"id": 1, "i18n": said} for said in BAKERS]},
}


@pytest.mark.parametrize("name", SPOKEN)
def test_a_question_that_is_asked_in_each_language_is_one(name: str) -> None:
    asked = convert("a.json", json.dumps(SPOKEN[name])).asked
    assert [(one.question, one.path, one.lines[0][1]) for one in asked] == [
        ("Wer?", (), "Ann."),
        ("Wann?", (), "Um sechs."),
    ]
    assert all("**fr:**" in [text for _, text in one.lines] for one in asked)


def test_what_an_answer_says_is_no_text_beside_it() -> None:
    page = {
        "@type": "FAQPage",
        "url": "https://e.org/1",
        "name": "Who?",
        "description": "Ann has baked since the spring.",
    }
    answer = {"@type": "Answer", "text": "It is Ann who bakes.", "description": page["description"]}
    page["mainEntity"] = [{"@type": "Question", "name": "Who?", "acceptedAnswer": answer}]
    found = convert("faqs.json", json.dumps({"items": [page]}))
    assert [one.question for one in found.asked] == ["Who?"]
    assert not found.texts


ROWS = {
    "a name and a number between": [
        ["Who?", "people", 1, "It is Ann who bakes."],
        ["When?", "people", 2, "From six on."],
    ],
    "a number before": [[1, "Who?", "It is Ann who bakes."], [2, "When?", "From six on."]],
    "a name behind": [["Who?", "It is Ann who bakes.", "people"], ["When?", "From six on.", "people"]],
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_of_a_list_have_columns(name: str) -> None:
    asked = convert("a.json", json.dumps({"faq": ROWS[name]})).asked
    assert [(one.question, [text for _, text in one.lines]) for one in asked] == [
        ("Who?", ["It is Ann who bakes."]),
        ("When?", ["From six on."]),
    ]
    assert {one.path for one in asked} == ({("people",)} if "name" in name else {()})


@pytest.mark.parametrize(
    ("asked", "said"), [("qtn", "ans"), ("frage_text", "antwort"), ("ask_de", "reply"), ("wonder", "solution")]
)
def test_what_one_of_two_keys_calls_an_answer_has_its_question_under_the_other(asked: str, said: str) -> None:
    lines = [f"- {asked}: How warm is room {n}?\n  {said}: As warm as you make it, always.\n" for n in range(3)]
    entries = parse_library([Document("rooms.yaml", "".join(lines))]).entries
    assert [entry.question for entry in entries] == [f"How warm is room {n}?" for n in range(3)]
    assert {entry.answer for entry in entries} == {"As warm as you make it, always."}


@pytest.mark.parametrize("key", ["nom", "nome", "libellé", "bezeichnung", "grp"])
def test_the_only_text_beside_a_list_of_questions_names_it_whatever_it_is_called(key: str) -> None:
    group = '{{"{key}": "{name}", "icone": "fa-home", "faqs": [{{"question": "How {n}?", "answer": "So."}}]}}'
    groups = [group.format(key=key, name=name, n=n) for n, name in enumerate(("The house", "Qui ?", "Le jardin"))]
    entries = parse_library([Document("rooms.json", f'{{"all": [{",".join(groups)}]}}')]).entries
    assert [entry.category[-1] for entry in entries] == ["The house", "Qui ?", "Le jardin"]
    (told,) = parse_library(
        [
            Document(
                "rooms.json",
                '[{"x": "A text that says much more than the name of a group would ever say.", "faqs": '
                '[{"question": "How?", "answer": "So."}]}]',
            )
        ]
    ).entries
    assert told.category == ("General",)
