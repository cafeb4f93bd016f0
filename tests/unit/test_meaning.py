"""Finding by meaning in one FAQ: what is made, what is kept, and what is made again. The model is one of ideas."""

import os

import pytest

from faqtui.faq import load
from support.meanings import Ideas, ideas

__all__ = ["ideas"]

FAQ = "# Shop\n\n" + "".join(
    f"## {question}\n\n{answer}\n\n"
    for question, answer in (
        ("How do I give a customer the money back?", "Refund it on the card."),
        ("How do I heat the oven?", "An hour ahead, for baking."),
        ("Why does the sourdough smell?", "Feed the starter."),
        ("Where is the flour?", "In the cellar: wheat and rye."),
    )
)


@pytest.fixture
def open_shop(tmp_path):
    path = tmp_path / "shop.md"
    path.write_text(FAQ)

    def opening():
        faq = load(path, cache_dir=tmp_path / "cache")
        faq.save()
        return faq

    opening.path = path
    return opening


SENTENCE = "may somebody return things and be reimbursed"


def test_a_sentence_is_answered_by_what_says_the_same(ideas, open_shop):
    faq = open_shop()
    assert faq.meaning.complete()
    hit = faq.search("they return a loaf, do we reimburse", finished=True, by_meaning=True)[0]
    assert (hit.position, hit.by, hit.weak) == (0, "meaning", False)


def test_short_queries_operators_and_who_does_not_want_it_get_words_alone(ideas, open_shop):
    faq = open_shop()
    for query, by_meaning in (
        ("return reimburse", True),
        ("topic:shop we return and reimburse", True),
        (SENTENCE, False),
    ):
        faq.search(query, finished=True, by_meaning=by_meaning)
    assert not ideas.made


def test_before_all_vectors_are_there_what_the_words_find_gets_its_own(ideas, open_shop):
    faq = open_shop()
    faq.search("how do I heat up the shop in winter", finished=True, by_meaning=True)
    assert 0 < len(ideas.made) <= len(faq.library.entries)
    before = len(ideas.made)
    faq.search("how do I heat up the shop in winter", finished=True, by_meaning=True)
    assert len(ideas.made) == before


def test_vectors_are_made_once_and_kept(ideas, open_shop):
    faq = open_shop()
    assert faq.lacks_vectors()
    assert faq.meaning.complete()
    faq.keep_vectors()
    assert len(ideas.made) == 4
    again = open_shop()
    assert not again.lacks_vectors()
    assert again.meaning.complete()
    assert len(ideas.made) == 4


def test_of_a_changed_file_only_what_changed_is_made_again(ideas, open_shop):
    faq = open_shop()
    faq.meaning.complete()
    faq.keep_vectors()
    text = FAQ.replace("An hour ahead", "Two hours ahead").replace(
        "# Shop\n", "# Shop\n\n## Who has the keys?\n\nThe baker.\n"
    )
    open_shop.path.write_text(text)
    changed = open_shop()
    assert changed.lacks_vectors()
    assert changed.meaning.complete()
    assert len(ideas.made) == 6
    assert sorted(text.partition("?")[0] for text in ideas.made[4:]) == ["How do I heat the oven", "Who has the keys"]
    changed.keep_vectors()
    assert not open_shop().lacks_vectors()


def test_what_another_process_has_made_meanwhile_is_taken(ideas, open_shop):
    faq = open_shop()
    assert faq.meaning.load()
    faq.search(SENTENCE, finished=True, by_meaning=True)
    other = open_shop()
    other.meaning.complete()
    other.keep_vectors()
    made = len(ideas.made)
    hit = faq.search("they return a loaf, do we reimburse", finished=True, by_meaning=True)[0]
    assert hit.position == 0
    assert len(ideas.made) == made


def test_two_models_keep_their_vectors_side_by_side(ideas, open_shop, monkeypatch):
    from faqtui.search.meaning import embedder

    def installed(name):
        model = Ideas()
        model.name = name
        monkeypatch.setattr(embedder, "installed", lambda: embedder.Known(name, f"{name} 1"))
        monkeypatch.setattr(embedder, "load", lambda known: model)
        return model

    made = []
    for name in ("one", "other", "one", "other"):
        model, faq = installed(name), open_shop()
        assert faq.meaning.complete()
        faq.keep_vectors()
        made.append(len(model.made))
    assert made == [4, 4, 0, 0]


def test_work_that_ends_early_is_kept_as_far_as_it_came(ideas, open_shop, monkeypatch):
    monkeypatch.setattr("faqtui.meaning.TOGETHER", 1)
    faq = open_shop()
    turns = iter([True, True, False])
    assert not faq.meaning.complete(go_on=lambda: next(turns))
    faq.keep_vectors()
    assert len(ideas.made) == 2
    again = open_shop()
    assert again.lacks_vectors()
    assert again.meaning.complete()
    assert len(ideas.made) == 4


def test_more_than_are_wanted_are_not_even_begun(ideas, open_shop):
    assert not open_shop().meaning.complete(most=3)
    assert not ideas.made


def test_a_directory_that_cannot_be_written_to_is_no_error(ideas, tmp_path):
    (tmp_path / "shop.md").write_text(FAQ)
    (tmp_path / "cache").write_text("a file stands here")
    faq = load(tmp_path / "shop.md", cache_dir=tmp_path / "cache")
    assert faq.meaning.complete()
    faq.keep_vectors()
    assert (tmp_path / "cache").read_text() == "a file stands here"


def test_a_damaged_file_of_vectors_is_made_again(ideas, open_shop):
    faq = open_shop()
    faq.meaning.complete()
    faq.keep_vectors()
    kept = faq.kept.vectors.of_model("ideas").path
    kept.write_bytes(kept.read_bytes()[:-9])
    os.utime(kept)
    again = open_shop()
    assert again.lacks_vectors()
    assert again.meaning.complete()
    assert len(ideas.made) == 8


def test_a_model_that_cannot_be_loaded_leaves_what_words_find(ideas, open_shop, monkeypatch):
    from faqtui.search.meaning import embedder

    def fails(known):
        raise embedder.Damaged("its file is cut")

    monkeypatch.setattr(embedder, "load", fails)
    faq = open_shop()
    found = faq.search("how do I heat the oven", finished=True, by_meaning=True)
    assert found[0].position == 1
    assert faq.meaning.problem == "its file is cut"
    assert not faq.meaning.complete()


def test_each_entry_knows_who_is_near_without_the_model(ideas, open_shop, monkeypatch):
    faq = open_shop()
    faq.meaning.complete()
    faq.keep_vectors()
    monkeypatch.setattr("faqtui.search.meaning.embedder.load", None)
    near = open_shop().meaning.near(0)
    assert {one.position for one in near} == {1, 2, 3}
    assert near[0].cosine >= near[-1].cosine
