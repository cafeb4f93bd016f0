"""What wraps each question, and each paragraph of an answer, in a mapping or a list of its own is taken off."""

import pytest

from faqtui.formats import convert

PAYS, EATS = ("Who pays?", ["The club.", "Or you."]), ("Who eats?", ["We do."])

WRAPPED = {
    "lists of one": """
faqs:
- title: Club
  id: club
  content:
  - question:
    - title: Who pays?
      content: [{ans: The club.}, {ans: Or you.}]
  - question:
    - title: Who eats?
      content: [{ans: We do.}]
""",
    "by the name of a text": """
sections:
- title: Club
  content:
  - text: [{title: Who pays?, content: [{p: The club.}, {p: Or you.}]}]
  - text: [{title: Who eats?, content: [{p: We do.}]}]
""",
    "by the name of an answer": """
help_pages:
- name: Club
  items:
  - answer: {heading: Who pays?, text: [{html: <p>The club.</p>}, {html: <p>Or you.</p>}]}
  - answer: {heading: Who eats?, text: [{html: <p>We do.</p>}]}
""",
    "by any name that all have": """
faq:
- group: Club
  body:
  - thing: [{heading: Who pays?, body: [{para: The club.}, {para: Or you.}]}]
  - thing: [{heading: Who eats?, body: [{para: We do.}]}]
""",
    "paragraphs alone": """
content:
- title: Club
  content:
  - {title: Who pays?, content: [{text: The club.}, {text: Or you.}]}
  - {title: Who eats?, content: {text: We do.}}
""",
    "title and text in items": """
faqs:
- title: Club
  content:
  - question: [{title: Who pays?}, {content: [{ans: The club.}, {ans: Or you.}]}]
  - question: [{title: Who eats?}, {content: [{ans: We do.}]}]
""",
    "a text for each side": """
faq:
- category:
  - title: Club
    questions:
    - {question: [{text: Who pays?}], answer: [{text: The club.}, {text: Or you.}]}
    - {question: [{text: Who eats?}], answer: [{text: We do.}]}
""",
    "mappings alone": """
faqs:
- title: Club
  content:
    question:
    - {title: Who pays?, content: {ans: [The club., Or you.]}}
    - {title: Who eats?, content: {ans: We do.}}
""",
    "the answer alone has a name": """
sections:
- name: Club
  items:
  - {text: Who pays?, answer: [{p: The club.}, {p: Or you.}]}
  - {text: Who eats?, answer: [{step: We do.}]}
""",
}


@pytest.mark.parametrize("name", WRAPPED)
def test_questions_are_taken_out_of_what_each_stands_in(name):
    asked = convert("a.yaml", WRAPPED[name]).asked
    assert [(one.question, [text for _, text in one.lines if text]) for one in asked] == [PAYS, EATS]
    assert {one.path[-1] for one in asked} == {"Club"}


def test_groups_in_groups_keep_their_titles():
    text = """
content:
- title: الحساب
  content:
  - title: الدخول
    content:
    - {title: كيف أدخل؟, content: [{text: من الصفحة الأولى.}]}
    - {title: كيف أخرج؟, content: [{text: من القائمة.}]}
"""
    asked = convert("a.yaml", text).asked
    assert [(one.question, one.path) for one in asked] == [
        ("كيف أدخل؟", ("الحساب", "الدخول")),
        ("كيف أخرج؟", ("الحساب", "الدخول")),
    ]


def test_a_title_in_what_is_called_a_question_is_one_without_asking():
    text = "faqs:\n- title: Club\n  content:\n  - question: [{title: Fees, content: [{ans: None.}, {ans: At all.}]}]\n"
    (fees,) = convert("a.yaml", text).asked
    assert (fees.question, [said for _, said in fees.lines], fees.path) == ("Fees", ["None.", "", "At all."], ("Club",))


def test_what_is_called_a_question_is_one_whatever_its_answer_is_made_of():
    text = """
faqs:
- title: Club
  content:
  - question: [{title: Who pays?, content: [{ans: The club.}, {list: [Now, Then]}]}]
  - question: [{title: Who eats?, content: [{ans: We do., link: https://example.org}]}]
  - question: [{title: Topics, content: [{title: Who sings?, content: [{ans: She.}]}]}]
"""
    asked = convert("a.yaml", text).asked
    assert [(one.question, one.path) for one in asked] == [
        ("Who pays?", ("Club",)),
        ("Who eats?", ("Club",)),
        ("Who sings?", ("Club", "Topics")),
    ]
    assert "The club." in [said for _, said in asked[0].lines]


def test_one_question_in_a_mapping_of_that_name_is_found():
    (asked,) = convert(
        "a.json", '{"faqs": [{"title": "料金", "content": {"question": {"title": "いくら？", "text": "無料。"}}}]}'
    ).asked
    assert (asked.question, [said for _, said in asked.lines], asked.path) == ("いくら？", ["無料。"], ("料金",))


@pytest.mark.parametrize(
    "text",
    [
        "properties: {question: {title: Question, description: What is asked}}\n",
        "- hero: {title: Welcome, text: To the club.}\n",
        "- {text: How many?, options: [1, 2], answer: 2}\n",
        "steps:\n- run: {name: Build, text: make}\n",
    ],
)
def test_what_a_name_alone_wraps_is_no_question(text):
    assert convert("a.yaml", text) is None or not convert("a.yaml", text).asked
