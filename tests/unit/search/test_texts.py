"""The texts of categories are found as answers are, and come with the paths of their categories."""

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.search.texts import TextSearch

FERRY = """\
# Ferry

Boats leave twice a day, from the northern quay.

## Tickets

Sold on board. See [fares](https://ferry.example/fares).

### What does a ticket cost?

Three.

## Bicycles

Lock them with a cable:

```sh
lock --both
```

### Where do bicycles stand?

Aft.

## Dogs

### Do dogs pay?

No.
"""


def found(query: str) -> list[tuple[str, ...]]:
    """The texts that a query finds, those that are only the nearest behind a path of its own."""
    texts = TextSearch(parse_library([Document("ferry.md", FERRY, 1)])).find(query)
    return [("weak",), *texts.paths] if texts.weak and texts.paths else list(texts.paths)


def test_a_text_is_found_by_its_words_by_half_words_and_by_misspelt_ones() -> None:
    assert found("sold board") == [("Tickets",)]
    assert found("lock cabl") == [("Bicycles",)]
    assert found("northren quay") == [("weak",), ()]


@pytest.mark.parametrize("query", ["dogs pay", "zeppelin", "the", "has:code sold", "kind:how-to sold"])
def test_what_is_in_no_text_finds_none_or_only_what_is_near(query: str) -> None:
    assert found(query)[:1] in ([], [("weak",)])


def test_facets_act_on_texts_as_on_entries() -> None:
    assert found("has:code lock") == [("Bicycles",)]
    assert found("has:link sold") == [("Tickets",)]


def test_what_was_found_is_marked() -> None:
    texts = TextSearch(parse_library([Document("ferry.md", FERRY, 1)])).find("quay")
    assert [("Boats leave, from the quay"[a:b]) for a, b in texts.spans("Boats leave, from the quay")] == ["quay"]


def test_nothing_typed_raises() -> None:
    for query in ("", " ", '"', "-", "topic:", "\x00", "?" * 300, "topic:dogs -sold"):
        found(query)


def test_texts_of_another_reading_are_found_as_in_one_that_was_made_anew() -> None:
    def read(text: str) -> Library:
        return parse_library([Document("ferry.md", text, 1)])

    first = TextSearch(read(FERRY))
    for changed in (
        FERRY,
        "\n\n" + FERRY,
        FERRY.replace("Sold on board", "Bought in a shop"),
        FERRY.replace("Sold on board. See [fares](https://ferry.example/fares).\n", ""),
        FERRY.replace("### Do dogs pay?", "Muzzles are lent on board.\n\n### Do dogs pay?"),
        FERRY.replace("# Ferry", "# Boats"),
    ):
        library = read(changed)
        updated, anew = TextSearch(library, first), TextSearch(library)
        for query in ("board", "shop", "quay", "muzzles", "lock cable", "boats", "has:code lock"):
            one, other = updated.find(query), anew.find(query)
            assert (list(one.paths), one.weak) == (list(other.paths), other.weak)
        first = updated
