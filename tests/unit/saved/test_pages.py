"""Pages in a saved library: what a document says by itself comes back as it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from random import Random
from typing import Any

import pytest

from bench.fuzz_parsing import documents
from faqtui.content import Content
from faqtui.errors import ContentError
from faqtui.host.rawfiles import RawFile
from faqtui.making import make
from faqtui.parsing.draft import Body, Draft, ReadPage
from faqtui.parsing.whole_pages import Shape
from faqtui.saved.library import of_pieces
from faqtui.saved.pages import StoredPages

EVERYTHING = """\
---
title: Of keys
tags: [one, two]
sidebar_position: 3
aliases:
  k: [key]
topics:
  Doors: [door]
nothing: ""
---
# Of keys {#keys}

Above.

## Doors

### Where is the *key*?  !

Below [the mat](mats.md#here), or [there]({{< ref "other.md" >}}).

```sh
key --find
```

#### With parts

<a name="part"></a>Text.

### ?

### Statement

Text.

[ref]: x.md
"""


def read(*texts: str, names: str = "docs/{}.md") -> tuple[Any, StoredPages]:
    files = [RawFile(names.format(n), text.encode("utf-8", "surrogatepass"), 1) for n, text in enumerate(texts)]
    made = make(Content(files))
    stored = of_pieces(made.pieces())
    assert stored is not None
    return made, StoredPages(stored)


def plain(value: object) -> object:
    """A value with all that is made late, and with sequences of any kind as lists."""
    if isinstance(value, Draft):
        found = {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.name != "body"}
        return {**found, "body": plain(value.said)}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (str, bytes, int, float, type(None))):
        return value
    return [plain(each) for each in value]  # type: ignore[attr-defined]


def test_a_page_with_everything_comes_back_as_it_was_read() -> None:
    made, pages = read(EVERYTHING.replace("!", ""))
    (kept,) = made.kept
    page = kept.page
    assert plain(pages.page(0)) == plain(page)
    said = {field.name for field in fields(page) if getattr(page, field.name)}
    assert said == {field.name for field in fields(ReadPage)} - {"is_metadata", "first"}, "all of a page is tried"
    said = {field.name for field in fields(Draft) for draft in page.drafts if getattr(draft, field.name)}
    assert said == {field.name for field in fields(Draft)}
    assert {name for draft in page.drafts for name in Body._fields if getattr(draft.said, name)} == set(Body._fields)


def texts(seed: int) -> Iterator[tuple[str, str]]:
    made = documents(Random(seed))
    return (next(made) for _ in range(30))


@pytest.mark.parametrize("seed", range(6))
def test_any_document_comes_back_as_it_was_read(seed: int) -> None:
    for text, name in texts(seed):
        try:
            made, pages = read(text, names=name)
        except ContentError:
            continue
        assert plain(pages.page(0)) == plain(made.kept[0].page), text


def test_pages_that_are_answers_to_their_titles_remember_what_they_were_read_as_first() -> None:
    parts = [f"---\ntitle: Lamp {n}\n---\nSo.\n\n## Part\n\nMore {n}.\n\n## Other\n\n{n}\n" for n in range(5)]
    made, pages = read(*parts)
    assert [len(kept.page.drafts) for kept in made.kept] == [1] * 5
    for number, kept in enumerate(made.kept):
        assert kept.page.first == Shape(f"Lamp {number}", 2, 0, ("part", "other"), introduced=True)
        assert plain(pages.page(number)) == plain(kept.page)


def test_a_page_is_found_by_its_path_and_content_alone() -> None:
    made, pages = read("# One\n\n1\n", "# Two\n\n2\n")
    one = RawFile("docs/0.md", b"# One\n\n1\n", 1)
    assert pages.find(one) == 0
    for other in (
        RawFile("docs/2.md", one.data, 1),
        RawFile(one.path, one.data, 0),
        RawFile(one.path, b"# One\n\n2\n", 1),
    ):
        assert pages.find(other) == -1
    assert [list(pages.positions(number)) for number in (0, 1)] == [[0], [1]]
    assert pages.category(0) == made.composed.items[0].category


def test_a_copy_has_no_position_of_its_own() -> None:
    _, pages = read("# Same?\n\nYes.\n", "# Same?\n\nYes.\n")
    assert [list(pages.positions(number)) for number in (0, 1)] == [[0], [-1]]


def test_what_is_no_text_is_known_not_to_be() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(64)
    made = make(Content([RawFile("a.md", b"# Q?\n\nA.\n"), RawFile("b.md", picture)]))
    stored = of_pieces(made.pieces())
    assert stored is not None
    assert [error.path for error in stored.errors] == ["b.md"]
    error = StoredPages(stored).unread(RawFile("b.md", picture))
    assert error is not None
    assert str(error) == str(made.unread[0].error)
    assert StoredPages(stored).unread(RawFile("b.md", picture + b"x")) is None
