"""Which entries are like another."""

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.search.build import build_index
from faqtui.search.similar import similar


def index_of(*pairs):
    text = "# FAQ\n\n" + "\n\n".join(f"## {question}\n\n{answer}" for question, answer in pairs)
    return build_index(parse_library([Document("faq.md", text)]))


def test_questions_that_share_telling_words_are_similar_and_others_are_not():
    index = index_of(
        ("How do I keep a registry token fresh?", "Rotate it."),
        ("How do I change the logo?", "In the settings."),
        ("Which permissions does a registry token need?", "Pull and push."),
        ("How do I delete my account?", "Ask."),
        ("Where is the registry?", "In the cellar."),
    )
    assert similar(index, 0) == [2, 4]
    assert similar(index, 1) == []


def test_who_asks_the_same_or_answers_the_same_is_left_out():
    index = index_of(
        ("How do I rotate a registry token?", "Run the job."),
        ("How can I rotate a registry token?", "Press the button."),
        ("When must I rotate a registry token by hand?", "Run the job."),
        ("Who may see a registry token?", "Nobody."),
    )
    assert similar(index, 0) == [3]


def test_there_are_no_more_than_wanted_and_the_order_is_settled():
    index = index_of(
        *[(f"What does registry message number {n} say about oven{n}?", f"It says {n}.") for n in range(9)]
    )
    assert len(similar(index, 4, limit=2)) == 2
    assert similar(index, 4) == similar(index, 4)
    assert 4 not in similar(index, 4)


def test_an_entry_without_telling_words_has_nothing_similar():
    index = index_of(("What is this?", "That."), ("What is that?", "This."))
    assert similar(index, 0) == []


def test_what_is_near_in_meaning_comes_after_what_shares_words(tmp_path):
    from faqtui.faq import load
    from faqtui.search.similar import together

    questions = [
        "How do I bake rye?",
        "How is rye kept?",
        "Who has the keys?",
        "Who opens the door?",
        "What is in the cellar?",
    ]
    (tmp_path / "a.md").write_text(
        "# A\n\n" + "".join(f"## {q}\n\nAnswer {n % 4}.\n\n" for n, q in enumerate(questions))
    )
    index = load(tmp_path / "a.md").index
    near = [(3, 0.9), (1, 0.8), (4, 0.7), (2, 0.6), (0, 0.1)]
    assert together(index, 2, [1], near) == [1, 3, 4]  # at most three
    assert together(index, 0, [], near) == [3, 1, 2]  # the answer of 4 is its own
    assert together(index, 2, [], [(3, 0.3)]) == []  # too far away
