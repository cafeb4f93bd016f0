"""What is made of files that changed since they were saved is what is made of them as if they had never been seen."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from faqtui.errors import ContentError
from faqtui.faq import Faq, load, parse, read, saved
from faqtui.saved import inventory
from faqtui.search.index import SearchIndex
from support.changes import WORDS, Folder

SEEDS = range(12)
STEPS = 10
QUERIES = (*WORDS[:4], "how fill", "tokne", "by the cache", "kind:how-to", "has:code", "topic:guide", "no such thing")


@pytest.fixture(autouse=True)
def everything_has_rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are known as soon as they have been read; a change between two readings has another time all the same."""
    monkeypatch.setattr(inventory, "RESTED", -1.0)


def outcome(faq: Faq | ContentError) -> dict[str, object]:
    """All that can be seen of a FAQ, or why there is none."""
    if isinstance(faq, ContentError):
        return {"error": str(faq), "others": getattr(faq, "__notes__", [])}
    index, library = faq.index, faq.library
    found: dict[str, object] = {
        "title": library.title,
        "entries": list(library.entries),
        "categories": library.categories,
        "introduction": library.introduction,
        "diagnostics": list(library.diagnostics),
        "aliases": dict(library.aliases),
        "errors": [str(error) for error in faq.errors],
        "namesakes": [faq.find(entry.id) for entry in library.entries],
        "hits": {query: [(hit.position, hit.score, hit.weak) for hit in faq.search(query, None)] for query in QUERIES},
    }
    for name in SearchIndex.__slots__:
        value = getattr(index, name)
        found[f"index {name}"] = dict(value) if name == "aliases" else list(value) if name != "stop_terms" else value
    return found


def made(*, root: Path, cache: Path | None = None) -> Faq | ContentError:
    try:
        return load(root, cache_dir=cache)
    except ContentError as error:
        return error


def compare(now: Faq | ContentError, fresh: dict[str, object]) -> None:
    found = outcome(now)
    for name, value in fresh.items():
        assert found.get(name) == value, name
    assert found.keys() == fresh.keys()


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_changes_all_is_as_if_it_were_read_for_the_first_time(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    folder = Folder(tmp_path / "docs", random)
    cache = tmp_path / "cache"
    for _ in range(STEPS):
        fresh = outcome(made(root=folder.path))
        now = made(root=folder.path, cache=cache)
        compare(now, fresh)
        if isinstance(now, Faq):
            assert now.save()
            compare(now, fresh)
            compare(made(root=folder.path, cache=cache), fresh)
        for _ in range(random.choice([0, 1, 1, 1, 2, 5])):
            folder.change()


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_so_it_is_where_nothing_can_be_written(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    folder = Folder(tmp_path / "docs", random)
    before: Faq | None = None
    for _ in range(STEPS):
        fresh = outcome(made(root=folder.path))
        try:
            now = parse(read(folder.path), None, before.kept.earlier() if before is not None else None)
        except ContentError as error:
            compare(error, fresh)
        else:
            compare(now, fresh)
            before = now
        folder.change()


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_so_it_is_where_what_was_saved_is_doubted(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    folder = Folder(tmp_path / "docs", random)
    cache = tmp_path / "cache"
    first = made(root=folder.path, cache=cache)
    if not isinstance(first, Faq) or not first.save():
        pytest.skip("nothing that can be saved")
    before = saved(read(folder.path, cache_dir=cache), doubted=True)
    assert before is not None
    for _ in range(STEPS):
        folder.change()
        fresh = outcome(made(root=folder.path))
        try:
            now = parse(read(folder.path), None, before.kept.earlier())
        except ContentError as error:
            compare(error, fresh)
        else:
            compare(now, fresh)
            before = now
    assert [path.name for path in (cache / "libraries").iterdir()] == [first.saved_as.name]
