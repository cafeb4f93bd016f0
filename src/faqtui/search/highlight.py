"""Why an entry matched: spans in its question, and the line of its answer that matched best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from faqtui.model import Entry, Snippet, Span
from faqtui.search import weights
from faqtui.search.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query: as typed and folded, the terms it may mean, and what it weighs."""

    typed: str
    terms: Collection[str]
    weight: float


def question_spans(text: str, words: Sequence[Word]) -> tuple[Span, ...]:
    """Where the words of a query stand in a text, in order and apart. Of a longer word only what was typed is marked."""
    spans: list[Span] = []
    wholes: list[tuple[Token, Word]] = []
    for token in _tokens(text):
        term = token.term
        for word in words:
            if term in word.terms:
                if token.parts > 1:
                    wholes.append((token, word))
                else:
                    spans.append(_span(token, word))
    # Of Blue/Green the parts are marked where they match, and the whole only where they do not.
    for token, word in wholes:
        if not any(token.start <= start < token.end for start, _ in spans):
            spans.append(_span(token, word))
    return joined(spans)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[Token, ...]:
    # The questions on the screen are looked at again with every letter that is typed.
    return tuple(tokenize(text))


def _span(token: Token, word: Word) -> Span:
    # Only a token that folds letter by letter tells which of its letters were typed.
    if token.term.startswith(word.typed) and token.end - token.start == len(token.term):
        return token.start, token.start + len(word.typed)
    return token.start, token.end


def snippet(entry: Entry, words: Sequence[Word]) -> Snippet | None:
    """The answer line that matches best; None when the question alone says why the entry was found."""
    in_question = {token.term for token in _tokens(entry.question)}
    missing = [word for word in words if word.weight and in_question.isdisjoint(word.terms)]
    if not missing:
        return None
    best: tuple[float, int, str] | None = None
    for number, line in _promising(entry.answer_text.split("\n"), missing):
        terms = {token.term for token in tokenize(line)}
        if all(terms.isdisjoint(word.terms) for word in missing):
            continue
        score = sum(word.weight for word in words if not terms.isdisjoint(word.terms))
        if best is None or score > best[0]:
            best = (score, number, line)
    if best is None:
        return None
    _, number, line = best
    source_line = entry.text_lines[number] if number < len(entry.text_lines) else entry.source.start_line
    return Snippet(line, source_line, question_spans(line, words))


def _promising(lines: Sequence[str], words: Sequence[Word]) -> list[tuple[int, str]]:
    """The lines worth a closer look, numbered; of a long answer those where a word may begin, else its first ones."""
    numbered = list(enumerate(lines))
    if len(numbered) <= weights.LONG_ANSWER:
        return numbered
    heads = [word.typed[:3] for word in words]
    found = [(number, line) for number, line in numbered if any(head in line.lower() for head in heads)]
    return (found or numbered)[: weights.LONG_ANSWER]
