"""The saved library: what comes back is what was saved, and anything else is as good as nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from faqtui.host.rawfiles import RawFile
from faqtui.model import CategoryNode, CodeBlock, Diagnostic, Entry, Introduction, Kind, Library, Link, Severity, Source
from faqtui.saved.directory import key
from faqtui.saved.library import load
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher
from support.stored import save


def library() -> Library:
    first = Entry(
        "how-do-i-keep-a-token-fresh",
        "How do I keep a token fresh?",
        "How do I keep a `token` fresh?",
        "Rotate it.\n\n```yaml\nrotation: 10h\n```\n[Guide](https://example.org/a)",
        ("AWS", "ECR"),
        Source("a.md", 3, 9),
        Kind.HOW_TO,
        ("ecr", "token"),
        (Link("Guide", "https://example.org/a"), Link("next", "#b", "b")),
        (CodeBlock("yaml", "rotation: 10h"), CodeBlock(None, "")),
        (Source("b.md", 1, 2),),
        "Rotate it.\nrotation: 10h\nGuide",
        (5, 8, 9),
    )
    second = Entry("b", "Wörter\u2028 und \udc80?", "b", "", ("AWS",), Source("a.md", 11, 11))
    of_ecr = Introduction(
        "A *registry*.\n\n    pull\n",
        (Source("a.md", 1, 2), Source("b.md", 5, 5)),
        "A registry.\npull",
        (Link("next", "#b", "b"),),
        (CodeBlock(None, "pull"),),
    )
    return Library(
        "AWS",
        (first, second),
        (CategoryNode(("AWS",), 2, (1,)), CategoryNode(("AWS", "ECR"), 1, (0,), of_ecr)),
        (Diagnostic("empty-answer", Severity.WARNING, "no answer", "a.md", 11),),
        {"oci": ("container", "image")},
        Introduction("What we run.", (Source("a.md", 1, 1),), "What we run."),
    )


def test_a_saved_library_comes_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "one.faq"
    save(path, library(), blocks=[{"b": [1, "x"]}, None])
    stored = load(path)
    assert stored is not None
    found = stored.library
    wanted = library()
    assert tuple(found.entries) == wanted.entries
    assert found._replace(entries=()) == wanted._replace(entries=())
    assert (found.text, found.categories[0].text) == ("What we run.", "")
    assert found.categories[1].text.startswith("A *registry*.")
    assert found.entries[0].kind is Kind.HOW_TO
    assert found.entries[-1] == wanted.entries[1]
    assert list(found.entries[0:1]) == [wanted.entries[0]]
    assert stored.blocks(0) == {"b": [1, "x"]}
    assert stored.blocks(1) is None
    with pytest.raises(IndexError):
        found.entries[2]


def test_an_entry_is_found_by_its_id_and_no_other_text(tmp_path: Path) -> None:
    save(tmp_path / "a", library())
    stored = load(tmp_path / "a")
    assert stored is not None
    assert [stored.find(id_) for id_ in ("how-do-i-keep-a-token-fresh", "b", "b")] == [0, 1, 1]
    assert [stored.find(id_) for id_ in ("", "token-fresh", "how", "fresh\nb", "\n", "\udc80")] == [None] * 6


def test_without_blocks_there_are_none(tmp_path: Path) -> None:
    save(tmp_path / "a", library(), blocks=None)
    stored = load(tmp_path / "a")
    assert stored is not None
    assert stored.blocks(0) is None


def test_an_empty_library_comes_back_empty(tmp_path: Path) -> None:
    save(tmp_path / "a", Library("none", (), ()), blocks=[])
    stored = load(tmp_path / "a")
    assert stored is not None
    assert len(stored.library.entries) == 0
    assert stored.find("") is None


def test_the_file_is_private_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "one"
    save(path, library(), blocks=None)
    save(path, library(), blocks=None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["one"]


def test_a_failed_save_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "one"
    save(path, library(), blocks=None)
    with pytest.raises(TypeError):
        save(path, library(), blocks=[object(), None])
    assert load(path) is not None
    assert [p.name for p in tmp_path.iterdir()] == ["one"]


def test_every_damaged_copy_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "one"
    save(path, library(), blocks=None)
    data = path.read_bytes()
    other = tmp_path / "other"
    for at in range(len(data)):
        other.write_bytes(data[:at])
        assert load(other) is None, f"cut at {at}"
        other.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert load(other) is None, f"changed at {at}"
    other.write_bytes(data + b"x")
    assert load(other) is None


@pytest.mark.parametrize("data", [b"", b"\n", b"[]", b"faqtui library 0 00000000\n{}", bytes(range(256)) * 40])
def test_a_foreign_file_is_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "one").write_bytes(data)
    assert load(tmp_path / "one") is None


def test_what_is_no_file_is_as_good_as_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "directory").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    for name in ("fifo", "directory", "loop", "missing", "missing/below", "bad\0name", "x" * 5000):
        assert load(tmp_path / name) is None


def test_the_key_tells_contents_paths_order_and_versions_apart() -> None:
    one, two = RawFile("a.md", b"x"), RawFile("b.md", b"y")
    keys = [
        key(files, version)
        for files, version in [
            ([one, two], "1"),
            ([two, one], "1"),
            ([one], "1"),
            ([one, two], "2"),
            ([RawFile("a.md", b"x", 1), two], "1"),
            ([RawFile("a.md", b""), RawFile("xb.md", b"y")], "1"),
            ([RawFile("c.md", b"x"), two], "1"),
            ([RawFile("a\udc80.md", b"x"), two], "1"),
        ]
    ]
    assert len(set(keys)) == len(keys)
    assert all(len(name) == 40 and set(name) <= set("0123456789abcdef") for name in keys)
    assert key([RawFile("a.md", b"x"), RawFile("b.md", b"y")], "1") == keys[0]


def test_a_saved_index_answers_as_the_one_it_was_saved_from(tmp_path: Path) -> None:
    made = build_index(library())
    save(tmp_path / "a", library(), index=made)
    stored = load(tmp_path / "a")
    assert stored is not None
    index = stored.index()
    assert index is not None
    assert list(index.terms) == list(made.terms)
    for query in (
        "tok",
        "fresh token",
        "rotaet",
        "10h",
        "topic:ecr",
        "kind:how-to",
        "has:code",
        "oci",
        "worter",
        "nothing",
    ):
        assert list(Searcher(index).search(query)) == list(Searcher(made).search(query)), query


def test_a_library_saved_without_an_index_has_none(tmp_path: Path) -> None:
    save(tmp_path / "a", library())
    stored = load(tmp_path / "a")
    assert stored is not None
    assert stored.index() is None


def test_a_file_too_large_to_keep_is_read_piece_by_piece_and_outlives_its_name(tmp_path: Path) -> None:
    base = library().entries[0]
    entries = tuple(
        [base._replace(id=f"e{at}", links=(), question=f"Question {at}?", answer=f"{at} " * 400) for at in range(1500)]
    )
    large = Library("large", entries, (CategoryNode(entries[0].category, 1500, tuple(range(1500))),))
    path = tmp_path / "a"
    save(path, large, blocks=[{"at": at} for at in range(1500)], index=build_index(large))
    assert path.stat().st_size > 1 << 20
    stored = load(path)
    assert stored is not None
    path.unlink()
    assert tuple(stored.library.entries) == entries
    assert stored.blocks(1234) == {"at": 1234}
    index = stored.index()
    assert index is not None
    assert Searcher(index).search("question 777")[0].entry == entries[777]
    data = bytearray(store_bytes(path, large))
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert load(path) is None


def store_bytes(path: Path, large: Library) -> bytes:
    save(path, large)
    return path.read_bytes()
