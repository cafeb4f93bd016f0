"""The process that makes vectors: it waits until what it is to read has been saved, and ends with who started it."""

import os
import time
from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.start.vector_making import make_elsewhere, set_going
from support.meanings import installed_model

FAQ = "# Shop\n\n## How do I heat the oven?\n\nAn hour ahead.\n\n## Where is the flour?\n\nIn the cellar.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.md"
    path.write_text(FAQ)
    return path


def test_who_lets_go_before_it_began_leaves_nothing(shop: Path, tmp_path: Path) -> None:
    process = make_elsewhere([str(shop)], tmp_path / "cache")
    assert process is not None
    assert process.stdin is not None
    time.sleep(0.2)
    process.stdin.close()
    assert process.wait(60) == 1
    assert not (tmp_path / "cache").exists()


def test_set_going_it_makes_the_vectors_of_what_was_saved(shop: Path, tmp_path: Path, monkeypatch) -> None:
    with installed_model() as directory:
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(directory.parent), os.environ.get("PYTHONPATH", "")]))
        process = make_elsewhere([str(shop)], tmp_path / "cache")
        assert process is not None
        faq = load(shop, cache_dir=tmp_path / "cache")
        assert faq.save()
        assert faq.lacks_vectors()
        set_going(process)
        assert process.wait(60) == 0
        assert not load(shop, cache_dir=tmp_path / "cache").lacks_vectors()
        set_going(process)  # it has ended: nothing happens
        assert process.stdin is not None
        process.stdin.close()
