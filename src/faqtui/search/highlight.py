"""Why an entry matched: spans in its question, and the line of its answer that matched best."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.model import Entry, Snippet, Span
from faqtui.search.tokens import Token, tokenize

Matched = tuple[str, dict[str, float], float, bool]
"""A word of the query: as typed, the terms it may mean with their qualities, its weight, whether it is a stop word."""


def question_spans(text: str, groups: Sequence[Matched]) -> tuple[Span, ...]:
    """Where the words of a query stand in a text, in order and apart. Of a prefix only what was typed is marked."""
    return _merge([span for token in tokenize(text) for span in _token_spans(text, token, groups)])


def _token_spans(text: str, token: Token, groups: Sequence[Matched]) -> list[Span]:
    spans: list[Span] = []
    for typed, qualities, _, _ in groups:
        if token.term not in qualities:
            continue
        if token.term.startswith(typed) and token.end - token.start == len(token.term):
            spans.append((token.start, token.start + len(typed)))
        else:
            spans.append((token.start, token.end))
    return spans


def _merge(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippet(entry: Entry, groups: Sequence[Matched]) -> Snippet | None:
    """The answer line that matches best; None when the question alone says why the entry was found."""
    in_question = {token.term for token in tokenize(entry.question)}
    missing = [group for group in groups if not group[3] and in_question.isdisjoint(group[1])]
    if not missing:
        return None
    best: tuple[float, int, str] | None = None
    lines = entry.answer_text.split("\n")
    for number, line in enumerate(lines):
        terms = {token.term for token in tokenize(line)}
        if all(terms.isdisjoint(group[1]) for group in missing):
            continue
        score = sum(group[2] * max((group[1][t] for t in terms & group[1].keys()), default=0.0) for group in groups)
        if best is None or score > best[0]:
            best = (score, number, line)
    if best is None:
        return None
    _, number, line = best
    source_line = entry.text_lines[number] if number < len(entry.text_lines) else entry.source.start_line
    return Snippet(line, source_line, question_spans(line, groups))
