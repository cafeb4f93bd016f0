"""What a server has ready before its first session."""

from faqtui.serving.processes.zygote import loaded
from faqtui.serving.terms import Terms
from support.meanings import ideas

__all__ = ["ideas"]


def test_a_model_of_meaning_is_loaded_once_for_all_sessions(ideas, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    (tmp_path / "a.md").write_text(
        "# A\n\n## How do I heat the oven?\n\nAn hour ahead.\n\n## Who has the keys?\n\nThe baker.\n"
    )
    faq = loaded(Terms(paths=(str(tmp_path / "a.md"),)))
    assert faq.meaning.is_ready
    assert not ideas.made


def test_without_a_model_none_is_looked_for_again(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("faqtui.faq.directory_of", lambda package: "")
    (tmp_path / "a.md").write_text("# A\n\n## Who has the keys?\n\nThe baker.\n")
    assert loaded(Terms(paths=(str(tmp_path / "a.md"),))).meaning is None


def test_entries_are_decoded_once_for_all_sessions(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    (tmp_path / "a.md").write_text(
        "# A\n\n## How do I heat the oven?\n\nAn hour ahead.\n\n## Who has the keys?\n\nThe baker.\n"
    )
    faq = loaded(Terms(paths=(str(tmp_path / "a.md"),)))
    monkeypatch.setattr("faqtui.saved.library._SavedEntries._decoded", None)
    assert [entry.answer for entry in faq.library.entries] == ["An hour ahead.", "The baker."]
