"""The process that makes vectors: it reads the FAQ by itself, and ends with who started it."""

import os
from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.start.vector_making import NICE, make_elsewhere
from support.meanings import installed_model

FAQ = "# Shop\n\n## How do I heat the oven?\n\nAn hour ahead.\n\n## Where is the flour?\n\nIn the cellar.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.md"
    path.write_text(FAQ)
    return path


@pytest.fixture
def has_model(monkeypatch: pytest.MonkeyPatch):
    with installed_model() as directory:
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(directory.parent), os.environ.get("PYTHONPATH", "")]))
        yield


@pytest.mark.usefixtures("has_model")
def test_who_lets_go_is_left_nothing_by_it(shop: Path, tmp_path: Path) -> None:
    process = make_elsewhere([str(shop)], tmp_path / "cache")
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(60) == 1
    assert not list(tmp_path.rglob("*vectors*"))


@pytest.mark.usefixtures("has_model")
def test_nobody_waits_for_it_from_its_first_instruction_on(shop: Path, tmp_path: Path) -> None:
    process = make_elsewhere([str(shop)], tmp_path / "cache")
    assert process is not None
    with process:
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == NICE
        process.kill()


@pytest.mark.usefixtures("has_model")
@pytest.mark.parametrize("is_saved", [False, True])
def test_it_makes_the_vectors_of_what_is_saved_and_of_what_is_not_yet(shop, tmp_path, is_saved) -> None:
    if is_saved:
        assert load(shop, cache_dir=tmp_path / "cache").save()
    process = make_elsewhere([str(shop)], tmp_path / "cache")
    assert process is not None
    assert process.stdin is not None
    assert process.wait(60) == 0
    process.stdin.close()
    faq = load(shop, cache_dir=tmp_path / "cache")
    assert not faq.lacks_vectors()
    assert faq.save()
    assert not load(shop, cache_dir=tmp_path / "cache").lacks_vectors()
