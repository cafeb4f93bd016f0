"""Making a library anew reads what changed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.errors import ContentError
from faqtui.faq import Faq, load, parse, read, saved
from faqtui.model import Document
from faqtui.parsing import library, pages
from faqtui.saved import inventory
from faqtui.search import build

FILES = 30


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    directory = tmp_path / "docs"
    for number in range(FILES):
        below = directory / f"part-{number // 10}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{number}.md").write_text(
            f"# How is it with {number}?\n\nSo it is: {number}, see [on]({number + 1}.md).\n"
        )
    return directory


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are parsed."""
    names: list[str] = []
    really = pages.read_page

    def read_page(document: Document, *more: object, **others: object) -> object:
        names.append(Path(document.path).name)
        return really(document, *more, **others)

    monkeypatch.setattr(library, "read_page", read_page)
    return names


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions of the entries that are indexed."""
    questions: list[str] = []
    really = build.IndexBuilder.add

    def add(builder: build.IndexBuilder, position: int, entry: object) -> None:
        questions.append(entry.question)
        really(builder, position, entry)

    monkeypatch.setattr(build.IndexBuilder, "add", add)
    return questions


def again(docs: Path, tmp_path: Path) -> Faq:
    faq = load(docs, cache_dir=tmp_path / "cache")
    assert faq.save()
    return faq


def test_of_many_files_with_one_changed_that_one_is_parsed_and_indexed(docs, tmp_path, parsed, indexed) -> None:
    again(docs, tmp_path)
    assert len(parsed) == len(indexed) == FILES
    parsed.clear()
    indexed.clear()
    (docs / "part-1" / "15.md").write_text("# How is it with 15?\n\nOtherwise.\n")
    faq = again(docs, tmp_path)
    assert parsed == ["15.md"]
    assert indexed == ["How is it with 15?"]
    assert [hit.entry.answer for hit in faq.search("otherwise")] == ["Otherwise."]


def test_a_file_that_comes_or_goes_has_no_other_parsed(docs, tmp_path, parsed, indexed) -> None:
    again(docs, tmp_path)
    parsed.clear()
    indexed.clear()
    (docs / "part-0" / "0.md").unlink()
    (docs / "part-2" / "20a.md").write_text("# Who came late?\n\nI did.\n")
    faq = again(docs, tmp_path)
    assert parsed == ["20a.md"]
    assert indexed == ["Who came late?"]
    assert len(faq.library.entries) == FILES
    assert [hit.entry.question for hit in faq.search("came late")] == ["Who came late?"]


def test_one_that_was_touched_is_not_parsed(docs, tmp_path, parsed) -> None:
    again(docs, tmp_path)
    parsed.clear()
    for path in docs.rglob("*.md"):
        path.touch()
    again(docs, tmp_path)
    assert parsed == []


def test_changes_add_up_from_start_to_start(docs, tmp_path, parsed) -> None:
    again(docs, tmp_path)
    for number in range(5):
        parsed.clear()
        (docs / "part-0" / f"{number}.md").write_text(f"# What is new in {number}?\n\nAll.\n")
        again(docs, tmp_path)
        assert parsed == [f"{number}.md"]
    assert len(list((tmp_path / "cache" / "files").iterdir())) == 1


def test_a_link_to_a_page_that_is_gone_is_told_though_its_own_page_is_not_read(docs, tmp_path, parsed) -> None:
    again(docs, tmp_path)
    parsed.clear()
    (docs / "part-0" / "5.md").unlink()
    faq = again(docs, tmp_path)
    assert parsed == []
    (found,) = [d for d in faq.library.diagnostics if d.code == "missing-file" and d.path.endswith("/4.md")]
    assert (found.line, found.message) == (3, "no such file: 5.md")


def test_where_the_saved_library_is_gone_all_of_it_is_read(docs, tmp_path, parsed, monkeypatch) -> None:
    monkeypatch.setattr(inventory, "RESTED", -1.0)
    again(docs, tmp_path)
    parsed.clear()
    for path in (tmp_path / "cache" / "libraries").iterdir():
        path.unlink()
    assert len(again(docs, tmp_path).library.entries) == FILES
    assert len(parsed) == FILES


def test_a_file_that_vanishes_before_it_is_read_after_all_is_an_error(docs, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(inventory, "RESTED", -1.0)
    again(docs, tmp_path)
    content = read(docs, cache_dir=tmp_path / "cache")
    (docs / "part-0" / "3.md").unlink()
    with pytest.raises(ContentError, match=r"3\.md"):
        parse(content)


def test_what_a_file_has_become_by_the_time_it_is_read_is_what_is_saved(docs, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(inventory, "RESTED", -1.0)
    again(docs, tmp_path)
    content = read(docs, cache_dir=tmp_path / "cache")
    (docs / "part-0" / "3.md").write_text("# How is it with 3?\n\nIt has become late.\n")
    faq = parse(content)
    assert faq.save()
    now = read(docs, cache_dir=tmp_path / "cache")
    assert faq.saved_as == now.save_as
    found = saved(now)
    assert found is not None
    assert found.library.entries[3].answer == "It has become late."
