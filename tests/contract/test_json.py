"""The JSON of every command has the shape that scripts were promised: these keys, these types, nothing else."""

from __future__ import annotations

from pathlib import Path
from types import NoneType
from typing import Any

import pytest

from support.commandline import CommandLine
from support.workshop import WORKSHOP

SOURCE = {"path": str, "start_line": int, "end_line": int}
DIAGNOSTIC = {"code": str, "severity": {"error", "warning", "info"}, "message": str, "path": str, "line": int}
ENTRY = {
    "id": str,
    "question": str,
    "question_markdown": str,
    "answer": str,
    "category": [str],
    "kind": {"how-to", "capability", "troubleshooting", "explanation", "reference", None},
    "tags": [str],
    "links": [{"text": str, "url": str, "entry": str | None}],
    "code_blocks": [{"language": str | None, "text": str}],
    "source": SOURCE,
    "also_at": [SOURCE],
}
LIST = {
    "schema": {1},
    "title": str,
    "entries": [ENTRY],
    "categories": [{"path": [str], "entries": int, "text": str}],
    "diagnostics": [DIAGNOSTIC],
    "text": str,
}
SPANS = [(int, int)]
SNIPPET = {"text": str, "line": int, "matches": SPANS}
HIT = {
    "id": str,
    "question": str,
    "category": [str],
    "score": float,
    "weak": bool,
    "by": {"words", "meaning"},
    "source": SOURCE,
    "matches": {"question": SPANS},
    "snippet": (SNIPPET, NoneType),
}
SEARCH = {"schema": {1}, "query": str, "took_ms": float, "total": int, "hits": [HIT]}
CHECK = {"schema": {1}, "diagnostics": [DIAGNOSTIC]}


def misfit(value: Any, shape: Any, where: str = "") -> str | None:
    """Where `value` is not of `shape`: a type, a set of values, a list of one shape, a pair of types, keys with shapes."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or list(value) != list(shape):
            return f"{where}: {value!r} has not the keys {list(shape)}"
        return next((m for key in shape if (m := misfit(value[key], shape[key], f"{where}.{key}"))), None)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where}: {value!r} is no list"
        return next((m for i, item in enumerate(value) if (m := misfit(item, shape[0], f"{where}[{i}]"))), None)
    if isinstance(shape, set):
        return None if value in shape else f"{where}: {value!r} is none of {shape}"
    if shape == (SNIPPET, NoneType):
        return None if value is None else misfit(value, SNIPPET, where)
    if isinstance(shape, tuple):
        return None if [type(v) for v in value] == list(shape) else f"{where}: {value!r} is not {shape}"
    if shape is int and isinstance(value, bool):
        return f"{where}: {value!r} is no number"
    return None if isinstance(value, shape) else f"{where}: {value!r} is no {shape}"


@pytest.fixture
def faqtui(tmp_path: Path) -> CommandLine:
    path = tmp_path / "workshop.md"
    path.write_text(WORKSHOP + "\n### How do I thin wood glue?\n\n" + answer(WORKSHOP, "How do I thin wood glue?"))
    return CommandLine(tmp_path, FAQTUI_CONTENT=str(path))


def answer(text: str, question: str) -> str:
    return text.partition(f"### {question}\n\n")[2].partition("\n###")[0]


def test_the_shapes_here_can_tell_a_misfit():
    assert misfit({"schema": 1, "diagnostics": []}, CHECK) is None
    assert misfit({"schema": 2, "diagnostics": []}, CHECK)
    assert misfit({"schema": 1, "diagnostics": [], "more": 1}, CHECK)
    assert misfit({"schema": 1, "diagnostics": [{}]}, CHECK)
    assert misfit([[0, 1, 2]], SPANS)
    assert misfit([[0, None]], SPANS)


@pytest.mark.parametrize("saved", [False, True], ids=["parsed", "from the saved library"])
def test_list(faqtui, saved):
    if saved:
        faqtui("list")
    outcome = faqtui("list", "--json")
    assert outcome.out.count("\n") == 1
    data = outcome.json
    assert misfit(data, LIST) is None
    entry = data["entries"][0]
    assert entry["source"]["start_line"] == 9
    assert len(entry["also_at"]) == 1
    assert entry["links"] == [
        {"text": "the data sheet", "url": "https://example.com/glue.pdf", "entry": None},
        {"text": "oily wood", "url": "#which-glue-holds-oily-wood", "entry": "which-glue-holds-oily-wood"},
    ]
    assert entry["code_blocks"] == [{"language": "sh", "text": "glue --thin 10%"}]
    assert {node["path"][-1]: node["entries"] for node in data["categories"]}["Glue"] == 2


def test_spans_of_an_entry_hold_its_question_and_answer(faqtui):
    text = Path(faqtui.env["FAQTUI_CONTENT"]).read_text().split("\n")
    for entry in faqtui("list", "--json").json["entries"]:
        for source in [entry["source"], *entry["also_at"]]:
            lines = text[source["start_line"] - 1 : source["end_line"]]
            assert entry["question_markdown"] in lines[0]
            assert "\n".join(lines[1:]).strip() == entry["answer"]


@pytest.mark.parametrize("query", ["thin glue", "saw", "how do i", "xylophone", ""])
def test_search(faqtui, query):
    outcome = faqtui("search", "--json", query)
    assert outcome.out.count("\n") == 1
    assert misfit(outcome.json, SEARCH) is None
    assert outcome.json["query"] == query
    hits = outcome.json["hits"]
    assert outcome.json["total"] == sum(not hit["weak"] for hit in hits)
    assert outcome.code == (0 if outcome.json["total"] else 1)


def test_search_spans_are_code_points_of_question_and_snippet(faqtui):
    Path(faqtui.env["FAQTUI_CONTENT"]).write_text(
        WORKSHOP.replace("thin wood", "thin 🪵 wood").replace("acetone", "🧪 acetone")
    )
    (hit,) = faqtui("search", "--json", "thin", "wood", "--limit", "1").json["hits"]
    assert [hit["question"][start:end] for start, end in hit["matches"]["question"]] == ["thin", "wood"]
    snippet = faqtui("search", "--json", "acetone").json["hits"][0]["snippet"]
    assert [snippet["text"][start:end] for start, end in snippet["matches"]] == ["acetone"]
    assert "acetone" in Path(faqtui.env["FAQTUI_CONTENT"]).read_text().split("\n")[snippet["line"] - 1]


def test_batch(faqtui):
    for result in faqtui("search", "--batch", "-", "--json", stdin=b"saw\n\nglue\n").json_lines:
        assert misfit(result, SEARCH) is None


def test_check(faqtui):
    path = Path(faqtui.env["FAQTUI_CONTENT"])
    path.write_text("---\ntitle: [unclosed\n---\n" + path.read_text() + "\n### Empty?\n")
    data = faqtui("check", "--json").json
    assert misfit(data, CHECK) is None
    assert data["diagnostics"]
    assert data["diagnostics"] == faqtui("list", "--json").json["diagnostics"]


def test_show(faqtui):
    data = faqtui("show", "thin", "glue", "--format", "json").json
    assert misfit(data, {"schema": {1}, **ENTRY}) is None


def test_the_packaged_faq(faqtui):
    data = faqtui("list", "--json", env={"FAQTUI_CONTENT": ""}).json
    assert misfit(data, LIST) is None
    assert len(data["entries"]) == 49


def test_json_on_one_line_is_exact_and_safe_for_any_text():
    import json

    from faqtui.commands.json_shapes import dumps

    text = "".join(map(chr, [*range(0x20A0), 0xD800, 0xFEFF, 0x1F600, 0xE0041, 0x10FFFF])) + '"\\'
    line = dumps({"text": text})
    assert json.loads(line) == {"text": text}
    assert line.isprintable()
    assert dumps({"text": "é 日本 😀"}) == '{"text":"é 日本 😀"}'
