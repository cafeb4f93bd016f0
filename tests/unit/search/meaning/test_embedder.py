"""Which model is there."""

import os
import sys

from faqtui.search.meaning import PACKAGES, embedder


def test_every_package_is_known_to_a_module():
    assert set(PACKAGES) == set(embedder.MODULES)


def test_a_package_is_found_where_python_looks_and_not_imported(tmp_path, monkeypatch):
    package = tmp_path / "faqtui_meaning"
    package.mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert embedder.installed() is None
    (package / "__init__.py").write_text("raise SystemExit")
    first = embedder.installed()
    assert first.module == "minilm"
    os.utime(package / "__init__.py", (1, 1))
    assert embedder.installed().stamp != first.stamp
