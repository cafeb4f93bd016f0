"""The tests of single rooms lie as the rooms do."""

from __future__ import annotations

from support.places import ROOT, TESTS


def test_each_folder_of_unit_tests_is_named_after_a_package():
    unit = TESTS / "unit"
    folders = [path.relative_to(unit) for path in unit.rglob("*") if path.is_dir() and path.name != "__pycache__"]
    assert folders
    assert [str(folder) for folder in folders if not (ROOT / "src" / "faqtui" / folder / "__init__.py").is_file()] == []
