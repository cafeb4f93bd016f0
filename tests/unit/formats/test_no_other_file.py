"""No format reads a file that a document names, gives the environment away, or runs anything: what is read is what was given."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui import sources
from faqtui.parsing import parse_library

SECRET = "the-key-is-under-the-mat"

NAMING = {
    "include.rst": "Why?\n====\n\nSo.\n\n.. include:: {path}\n",
    "included-as-code.rst": "Why?\n====\n\nSo.\n\n.. include:: {path}\n   :code: text\n",
    "literal.rst": "Why?\n====\n\nSo.\n\n.. literalinclude:: {path}\n",
    "raw.rst": "Why?\n====\n\nSo.\n\n.. raw:: html\n   :file: {path}\n",
    "raw-by-address.rst": "Why?\n====\n\nSo.\n\n.. raw:: html\n   :url: file://{path}\n",
    "table.rst": "Why?\n====\n\nSo.\n\n.. csv-table:: a\n   :file: {path}\n",
    "table-by-address.rst": "Why?\n====\n\nSo.\n\n.. csv-table:: a\n   :url: file://{path}\n",
    "settings.rst": "Why?\n====\n\nSo |a|.\n\n.. |a| include:: {path}\n",
    "large.rst": ".. include:: {path}\n\n" + "Why?\n----\n\nSo.\n\n" * 3_000,
    "include.adoc": "== Why?\n\nSo.\n\ninclude::{path}[]\n",
    "include-in-code.adoc": "== Why?\n\n----\ninclude::{path}[]\n----\n",
    "environment.adoc": "== Why?\n\nSo {env-FAQTUI_SECRET} {FAQTUI_SECRET} {docfile}.\n",
    "include.org": '* Why?\nSo.\n#+INCLUDE: "{path}"\n',
    "setup.org": "#+SETUPFILE: {path}\n* Why?\nSo.\n#+begin_src sh :results output\ncat {path}\n#+end_src\n",
    "macro.org": '#+MACRO: a (eval (getenv "FAQTUI_SECRET"))\n* Why?\nSo {{{a}}}.\n',
    "template.wiki": "== Why? ==\nSo {{:{path}}} {{#include:{path}}}.\n",
    "frame.html": '<h2>Why?</h2><p>So.</p><iframe src="file://{path}"></iframe><object data="{path}">b</object>',
    "included.html": '<h2>Why?</h2><p>So.<!--#include file="{path}" --></p><link rel="import" href="{path}">',
    "entity.html": '<!DOCTYPE html [<!ENTITY a SYSTEM "file://{path}">]>\n<h2>Why?</h2><p>So &a;.</p>',
    "macro.html": '<h2>Why?</h2><p>So.</p><ac:structured-macro ac:name="include"><ri:attachment ri:filename="{path}"/>',
    "snippet.md": '# Why?\n\nSo.\n\n--8<-- "{path}"\n\n{{% include "{path}" %}}\n\n{{< readfile file="{path}" >}}\n',
    "myst.md": "# Why?\n\nSo.\n\n```{include} {path}\n```\n\n```{literalinclude} {path}\n```\n",
    "imported.mdx": "import Text from '{path}'\n\n# Why?\n\nSo <Text /> {process.env.FAQTUI_SECRET}.\n",
    "tag.yaml": "- question: Why?\n  answer: !include {path}\n",
    "run.yaml": "- question: Why?\n  answer: !!python/object/apply:subprocess.getoutput ['cat {path}']\n",
    "front.md": "---\ntitle: !!python/object/apply:os.getenv [FAQTUI_SECRET]\n---\n# Why?\n\nSo.\n",
    "path.json": '{"$ref": "{path}", "faq": [{"question": "Why?", "answer": {"$ref": "file://{path}"}}]}',
    "path.toml": '[[faq]]\nquestion = "Why?"\nanswer = "@{path}"\n',
    "path.csv": 'question,answer\nWhy?,"=FILE(""{path}"")"\n',
}
"""Documents that would have another file read, a program run or a variable shown, as their formats or tools write that."""


@pytest.mark.parametrize("name", NAMING)
def test_only_what_was_given_is_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret" / "other.txt"
    secret.parent.mkdir()
    secret.write_text(f"{SECRET}\n")
    monkeypatch.setenv("FAQTUI_SECRET", SECRET)
    faq = tmp_path / name
    faq.write_text(NAMING[name].replace("{path}", str(secret)))
    opened: list[str] = []
    files, _ = sources.read([str(faq)])
    monkeypatch.setattr("builtins.open", lambda path, *_, **__: opened.append(str(path)))
    monkeypatch.setattr("os.open", lambda path, *_, **__: opened.append(str(path)))
    library = parse_library([sources.decode(file) for file in files])
    assert not [path for path in opened if "secret" in path]
    said = [f"{entry.question} {entry.answer}" for entry in library.entries]
    assert SECRET not in " ".join([*said, library.text, *(category.text for category in library.categories)])
    assert any("Why?" in entry for entry in said) or name in {"run.yaml", "tag.yaml"}
