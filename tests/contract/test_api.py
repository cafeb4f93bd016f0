"""The public Python API: three names and a version, and what they take."""

from __future__ import annotations

import inspect
import re

import faqtui
from faqtui import Entry, Faq, load, model
from support.places import ROOT


def test_the_public_names_are_these():
    assert sorted(faqtui.__all__) == ["Entry", "Faq", "__version__", "load"]
    assert faqtui.Entry is model.Entry


def test_other_names_are_refused_as_python_does():
    assert not hasattr(faqtui, "nothing")


def test_load_takes_paths_and_keywords():
    parameters = inspect.signature(load).parameters
    assert next(str(p.kind) for p in parameters.values()) == "VAR_POSITIONAL"
    assert list(parameters) == ["paths", "cache_dir", "progress", "stdin", "sanitized"]
    assert inspect.signature(load).return_annotation == "Faq"


def test_a_faq_has_these_members():
    members = {name for name in vars(Faq) if not name.startswith("_")}
    assert members == {
        "blocks",
        "diagnostics",
        "build_index",
        "find",
        "index",
        "index_bytes",
        "keep_vectors",
        "lacks_vectors",
        "meaning",
        "namesakes",
        "save",
        "search",
        "searcher",
    }
    assert inspect.signature(Faq.search).parameters["limit"].default == 10


def test_an_entry_has_these_fields():
    assert list(Entry._fields) == [
        "id",
        "question",
        "question_markdown",
        "answer",
        "category",
        "source",
        "kind",
        "tags",
        "links",
        "code_blocks",
        "also_at",
        "answer_text",
        "text_lines",
    ]


def test_the_example_of_the_documentation_runs(tmp_path, monkeypatch):
    example = re.search(r"::\n\n((?:    .*\n|\n)+)", faqtui.__doc__)
    assert example
    code = inspect.cleandoc(example.group(1))
    (tmp_path / "docs").mkdir()
    for name in ("faq.md", "docs/more.md"):
        (tmp_path / name).write_text(f"## Is {name} here?\n\nIt is.\n\n## Does an ECR token expire ({name})?\n\nYes.\n")
    monkeypatch.chdir(tmp_path)
    printed: list[str] = []
    exec(code, {"print": printed.append})
    assert printed[0].startswith("Does an ECR token expire")


def test_the_version_is_a_literal_and_the_changelog_has_no_newer_one():
    source = (ROOT / "src/faqtui/__about__.py").read_text()
    assert f'__version__ = "{faqtui.__version__}"' in source
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)

    def number(version: str) -> list[int]:
        return [int(part) for part in version.split(".")]

    assert all(number(version) <= number(faqtui.__version__) for version in released)
