r"""The JSON that commands print: the shapes are a contract, so what is added later never changes what is here.

Lines count from 1, spans are code points. Text is as it was read; on the wire every character that does not show
itself is a ``\uXXXX`` escape, so that JSON is safe on a terminal and still exact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from faqtui.model import CategoryNode, Diagnostic, Entry, Hit, Library, SearchResult, Source

SCHEMA = 1

Data = dict[str, Any]


def dumps(data: Data) -> str:
    """`data` as JSON on one line. Raises nothing for any text, lone surrogates included."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # What is not printable: C0 (escaped already), DEL, C1, format characters such as bidi controls, line separators,
    # surrogates, unassigned code points.
    return text if text.isprintable() else re.sub(r"[^ -~]", _escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return character if character.isprintable() else json.dumps(character)[1:-1]


def library_data(library: Library, diagnostics: Iterable[Diagnostic]) -> Data:
    """What ``list --json`` prints."""
    return {
        "schema": SCHEMA,
        "title": library.title,
        "entries": [entry_data(entry) for entry in library.entries],
        "categories": [category_data(node) for node in library.categories],
        "diagnostics": diagnostics_data(diagnostics),
        "text": library.text,
    }


def category_data(node: CategoryNode) -> Data:
    """A category."""
    return {"path": list(node.path), "entries": node.count, "text": node.text}


def entry_data(entry: Entry) -> Data:
    """An entry."""
    return {
        "id": entry.id,
        "question": entry.question,
        "question_markdown": entry.question_markdown,
        "answer": entry.answer,
        "category": list(entry.category),
        "kind": entry.kind,
        "tags": list(entry.tags),
        "links": [{"text": link.text, "url": link.url, "entry": link.entry} for link in entry.links],
        "code_blocks": [{"language": block.language, "text": block.text} for block in entry.code_blocks],
        "source": _source(entry.source),
        "also_at": [_source(source) for source in entry.also_at],
    }


def result_data(result: SearchResult, took_ms: float) -> Data:
    """What ``search --json`` prints for one query; `took_ms` is how long finding and marking the hits took."""
    return {
        "schema": SCHEMA,
        "query": result.query,
        "took_ms": round(took_ms, 3),
        "total": result.total,
        "hits": [_hit(hit) for hit in result],
    }


def check_data(diagnostics: Iterable[Diagnostic]) -> Data:
    """What ``check --json`` prints."""
    return {"schema": SCHEMA, "diagnostics": diagnostics_data(diagnostics)}


def diagnostics_data(diagnostics: Iterable[Diagnostic]) -> list[Data]:
    """Diagnostics, in the order given."""
    return [
        {"code": d.code, "severity": d.severity, "message": d.message, "path": d.path, "line": d.line}
        for d in diagnostics
    ]


def _source(source: Source) -> Data:
    return {"path": source.path, "start_line": source.start_line, "end_line": source.end_line}


def _hit(hit: Hit) -> Data:
    snippet = hit.snippet
    return {
        "id": hit.entry.id,
        "question": hit.entry.question,
        "category": list(hit.entry.category),
        "score": round(hit.score, 6),
        "weak": hit.weak,
        "by": hit.by,
        "source": _source(hit.entry.source),
        "matches": {"question": [list(span) for span in hit.matches]},
        "snippet": snippet
        and {"text": snippet.text, "line": snippet.line, "matches": [list(span) for span in snippet.matches]},
    }
