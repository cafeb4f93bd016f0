"""A library made once: the same bytes wherever it is built, and the same FAQ."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from faqtui.errors import ContentError
from faqtui.faq import from_file, load

PAGES = {
    "boats.md": "# Boats\n## How do I bail a boat?\nA bucket, see [oars](#where-are-the-oars).\n## Where are the oars?\nHere.\n",
    "knots/bowline.md": "---\ntags: [rope]\n---\n# How do I tie a bowline?\n\n```sh\nknot --bowline\n```\n",
    "knots/reef.md": "# What is a reef knot?\nTwo half knots.\n",
    "sails.rst": "Sails\n=====\n\nWhat is a jib?\n--------------\n\nA small sail.\n",
}  # fmt: skip


def laid_out(directory: Path, names=PAGES) -> Path:
    for number, name in enumerate(names):
        path = directory / "faq" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGES[name])
        os.utime(path, (number * 1000, number * 1000))
    return directory


def build(directory: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "faqtui", "build", *arguments],
        cwd=directory,
        env={"PATH": os.environ["PATH"], "HOME": str(directory), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_the_same_wherever_and_whenever_it_is_built(tmp_path):
    built = []
    for number, names in enumerate([list(PAGES), list(reversed(PAGES)), sorted(PAGES)]):
        place = tmp_path / f"host {number}"
        place.mkdir()
        laid_out(place, names)
        env = {"PYTHONHASHSEED": str(number), "LANG": ["C", "C.UTF-8", "de_DE"][number], "TZ": f"UTC{number}"}
        done = build(place, "faq", "-o", "faq.library", **env)
        assert done.returncode == 0, done.stderr
        assert "5 questions" in done.stderr
        built.append((place / "faq.library").read_bytes())
    assert built[0] == built[1] == built[2]


def test_other_content_and_other_paths_make_another(tmp_path):
    laid_out(tmp_path)
    build(tmp_path, "faq", "-o", "one")
    build(tmp_path, "faq/knots", "-o", "two")
    (tmp_path / "faq" / "boats.md").write_text(PAGES["boats.md"].replace("bucket", "bowl"))
    build(tmp_path, "faq", "-o", "three")
    assert len({(tmp_path / name).read_bytes() for name in ("one", "two", "three")}) == 3


def test_what_is_read_from_it_is_the_faq_with_its_index_and_answers(tmp_path, monkeypatch):
    laid_out(tmp_path)
    assert build(tmp_path, "faq", "-o", "faq.library").returncode == 0
    monkeypatch.chdir(tmp_path)
    made, found = load("faq"), from_file(tmp_path / "faq.library")
    assert list(found.library.entries) == list(made.library.entries)
    assert found.library.categories == made.library.categories
    assert found.index_bytes()
    assert found.search("bowline")[0].entry.id == made.search("bowline")[0].entry.id
    assert found.blocks(0).markdown == made.blocks(0).markdown


def test_everyone_may_read_it_and_it_is_replaced_as_a_whole(tmp_path):
    laid_out(tmp_path)
    for _ in range(2):
        assert build(tmp_path, "faq", "-o", "faq.library").returncode == 0
    assert (tmp_path / "faq.library").stat().st_mode & 0o777 == 0o644
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faq", "faq.library"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("faq",), "Give -o FILE"),
        (("faq", "-o", "."), "is a directory"),
        (("faq", "-o", "missing/x"), "cannot be written"),
        (("faq", "none.md", "-o", "x"), "none.md"),
        (("none.md", "-o", "x"), "none.md"),
    ],
)
def test_what_cannot_be_built_is_a_line_and_leaves_no_file(tmp_path, arguments, said):
    laid_out(tmp_path)
    done = build(tmp_path, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faq"]


def test_secure_mode_builds_nothing(tmp_path):
    laid_out(tmp_path)
    assert build(tmp_path, "faq", "-o", "x", FAQTUI_SECURE="1").returncode == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("damage", ["cut", "turned", "other", "empty", "missing"])
def test_a_file_that_is_no_library_is_told(tmp_path, damage):
    laid_out(tmp_path)
    build(tmp_path, "faq", "-o", "faq.library")
    path = tmp_path / "faq.library"
    data = path.read_bytes()
    match damage:
        case "cut":
            path.write_bytes(data[:-10])
        case "turned":
            path.write_bytes(data[:500] + bytes([data[500] ^ 1]) + data[501:])
        case "other":
            path.write_bytes(data.replace(b"faqtui library", b"faqtui lavatory", 1))
        case "empty":
            path.write_bytes(b"")
        case _:
            path.unlink()
    with pytest.raises(ContentError, match="library"):
        from_file(path)
