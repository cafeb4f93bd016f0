"""Texts of several pages that belong to one category stand below each other, and none is lost with its title."""

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.render import parse_answer


def page(path: str, above: str, *questions: str) -> Document:
    asked = "\n\n".join(f"### {question}\n\nYes, {question}" for question in questions)
    return Document(path, f"# {path[4:-3]}\n\nOf {path}.\n\n## Shared\n\n{above}\n\n{asked}\n", 1)


def texts(found: Library) -> dict[tuple[str, ...], str]:
    return {node.path: node.text for node in found.categories if node.text}


def test_the_text_of_each_page_stands_at_its_own_node() -> None:
    found = parse_library(
        [page("faq/a.md", "One.", "Is it?", "Was it?"), page("faq/b.md", "Two.", "Can it?", "May it?")]
    )
    assert texts(found) == {
        ("a",): "Of faq/a.md.",
        ("a", "Shared"): "One.",
        ("b",): "Of faq/b.md.",
        ("b", "Shared"): "Two.",
    }


def test_texts_of_one_category_are_joined_and_remember_their_places() -> None:
    fold = "<details><summary>{}</summary>\n\nYes, {}\n\n</details>\n\n"
    first = fold.format("Is it?", 1) + fold.format("Was it?", 2) + "One.\n\n````\ncode\n"
    second = fold.format("Can it?", 3) + fold.format("May it?", 4) + "Two.\n"
    found = parse_library([Document("faq/1.md", first, 1), Document("faq/2.md", second, 1)])
    assert found.text == "One.\n\n````\ncode\n````\n\nTwo."
    assert found.introduction is not None
    assert [(source.path, source.start_line) for source in found.introduction.sources] == [
        ("faq/1.md", 13),
        ("faq/2.md", 13),
    ]


def test_the_same_text_is_shown_once() -> None:
    text = "## Shared\n\nOne.\n\n### Is it?\n\nYes.\n\n## Shared\n\nOne.\n\n### Was it?\n\nNo.\n"
    (node,) = parse_library([Document("a.md", text, 1)]).categories
    assert node.text == "One."
    assert node.introduction is not None
    assert len(node.introduction.sources) == 2


def test_the_text_of_a_category_whose_questions_all_stand_elsewhere_is_kept_with_its_title() -> None:
    first = "# First\n\n## Is it?\n\nYes.\n\n## Was it?\n\nNo.\n"
    copy = "# Copy\n\nCopied.\n\n## Is it?\n\nYes.\n\n## Was it?\n\nNo.\n"
    found = parse_library([Document("faq/a.md", first, 1), Document("faq/b.md", copy, 1)])
    assert [node.path for node in found.categories] == [("First",)]
    assert found.text == "**Copy**\n\nCopied."


def test_a_label_means_in_each_text_what_its_own_page_says() -> None:
    def text(name: str) -> str:
        fold = f"<details><summary>Is it {name}?</summary>\n\nYes.\n\n</details>\n\n"
        own = f"See [docs][1], [home] and [Home][].\n\n[1]: https://{name}.example/1\n[home]: https://{name}.example/\n"
        return fold + fold.replace("Is it", "Was it") + own

    found = parse_library([Document(f"faq/{number}.md", text(name), 1) for number, name in enumerate("abc")])
    wanted = [f"https://{name}.example/{page}" for name in "abc" for page in ("1", "", "")]
    assert [link.url for link in parse_answer(found.text).links] == wanted
    assert found.introduction is not None
    assert [link.url for link in found.introduction.links] == wanted
    assert [link.text for link in found.introduction.links] == ["docs", "home", "Home"] * 3
