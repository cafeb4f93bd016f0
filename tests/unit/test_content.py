"""What is read is named by what is in it, and named anew only where that is not what the name was made of."""

from pathlib import Path

import pytest

from faqtui import content
from faqtui.content import Content
from faqtui.host.rawfiles import KnownFile, RawFile


def known(path: Path, digest: bytes) -> RawFile:
    return RawFile("kiln.md", None, real=str(path), known=KnownFile((0, 0, 4, 0, 0), digest, named=True))


def test_files_that_stay_as_they_were_are_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(content, "path_of", lambda *given: asked.append(given) or tmp_path / "name")
    read = Content([known(tmp_path / "kiln.md", b"1" * 16), RawFile("oven.md", b"# Is it hot?")], cache_dir=tmp_path)
    assert [file.digest for file in read.files]
    before = read.save_as
    read.release()
    assert read.save_as == before
    assert len(asked) == 1


def test_a_file_that_was_read_late_gives_another_name(tmp_path: Path) -> None:
    file = tmp_path / "kiln.md"
    file.write_text("# Is it wet?\n")
    read = Content([known(file, b"1" * 16)], cache_dir=tmp_path)
    before = read.save_as
    assert read.files[0].read() == b"# Is it wet?\n"
    read.release()
    assert read.save_as != before
