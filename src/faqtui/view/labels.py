"""What a row of the tree shows of a question where it does not fit: what tells it from its siblings, and what was found.

Nothing is reworded, and the answer pane shows the whole question. Where there is room nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from faqtui.model import Category, Entry, Library, Span
from faqtui.widths import cut, most_cells

_LEAD_INS = (
    *(
        f"{opening} {person} "
        for opening in ("how do", "how can", "how should", "how would", "how could")
        for person in ("i", "we", "you", "one", "users")
    ),
    "how to ",
)
"""What most questions begin with, and says least."""

_LEAST_WORDS, _LEAST_CHARACTERS = 3, 12
"""How long the beginning is that siblings share, to be left out: "Can I" tells a kind of question."""

_LEAST_BEHIND = 2
"""Words behind what most questions begin with, to be left out as well: of "How do I make sure" the verb is needed."""

_NOT = frozenset(
    ("not", "cannot", "never", "no", "nicht", "kein", "keine", "pas", "não", "niet", "inte", "ikke", "nie", "не")
)
"""Words that turn a question round: "Share a board" asks another thing than "Why can I not share a board?"."""

_LEAST_LEFT = 6
"""Characters that stay of a question."""

_MOST = 3000
"""Questions of a category in which shared beginnings are looked for: 4 ms."""


class Leads:
    """The beginnings of the questions of a library that can be left out."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._members = {node.path: node.entries for node in library.categories}
        self._shared: dict[Category, Mapping[int, int]] = {}

    def of(self, position: int, category: Category) -> list[int]:
        """Code points that may be left out at the front of a question, least first."""
        shared = self._shared.get(category)
        if shared is None:
            entries = self._library.entries
            members = self._members.get(category, ())
            shared = self._shared[category] = shared_leads(entries, members) if len(members) <= _MOST else {}
        question = self._library.entries[position].question
        leads = {_lead_in(question), shared.get(position, 0)} - {0}
        return sorted(lead for lead in leads if len(question) - lead >= _LEAST_LEFT)


def _lead_in(question: str) -> int:
    head = question[:24].casefold()
    return next((len(lead) for lead in _LEAD_INS if head.startswith(lead)), 0)


def shared_leads(entries: Sequence[Entry], positions: Sequence[int]) -> dict[int, int]:
    """The length of the longest beginning, of whole words, that each question shares with another of these."""
    texts = sorted((entries[position].question, position) for position in positions)
    leads: dict[int, int] = {}
    for (text, position), (other, beside) in pairwise(texts):
        same = _same(text, other)
        for one, question in ((position, text), (beside, other)):
            leads[one] = max(leads.get(one, 0), _lead_of(question, same))
    return leads


def _same(text: str, other: str) -> int:
    """How many code points two questions begin with alike; none of namesakes: what tells them apart is no word of theirs."""
    if text == other:
        return 0
    return next(
        (i for i, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), min(len(text), len(other))
    )


def _lead_of(text: str, same: int) -> int:
    """How much of a question may be left out, where another begins with as many code points as it does."""
    if same == len(text):
        return 0
    lead = text.rfind(" ", 0, max(0, min(same, len(text) - _LEAST_LEFT))) + 1
    while text[lead : lead + 1].isdigit() and lead:  # "step 3 of ...": the word before says what is counted
        lead = text.rfind(" ", 0, lead - 1) + 1
    lead = _to_negation(text[:lead])
    if (usual := _lead_in(text)) and text.count(" ", usual, lead) < _LEAST_BEHIND:
        return 0
    return lead if lead >= _LEAST_CHARACTERS and text[:lead].count(" ") >= _LEAST_WORDS else 0


@lru_cache(maxsize=16)  # questions that stand in order begin alike
def _to_negation(lead: str) -> int:
    """How much of `lead`, whole words, stands before one that turns the question round."""
    at = 0
    for word in lead.split(" "):
        if word.casefold() in _NOT or word.endswith(("n't", "n\u2019t")):
            return at
        at += len(word) + 1
    return len(lead)


def label(question: str, room: int, leads: Sequence[int], matches: Sequence[Span], ellipsis: str) -> tuple[str, int]:
    """What is shown of `question`, to be cut behind `room` cells, and the code points by which it begins later.

    `leads` are lengths of beginnings that may be left out. What begins with an ellipsis for want of room still has its
    first match in view.
    """
    if most_cells(question) <= room:
        return question, 0
    first = matches[0] if matches else None
    left_out = 0
    for lead in leads:
        if first is None or first[0] >= lead:
            left_out = lead
            if most_cells(_trimmed(question, lead)) <= room:
                break
    text = _trimmed(question, left_out)
    if first is None or most_cells(question[left_out : first[1]]) < room or most_cells(text) <= room:
        return text, left_out
    for start in _words(question, left_out + 1, first[0]):
        if most_cells(question[start : first[1]]) + 2 * most_cells(ellipsis) <= room:
            break
    else:
        start = first[0]
    return ellipsis + question[start:], start - len(ellipsis)


def label_in_two(
    question: str, room: int, leads: Sequence[int], matches: Sequence[Span], ellipsis: str, *, as_one: bool
) -> tuple[str, int]:
    """The same where there are two lines of `room` cells; `as_one` begins it as in one, if that does not cut its beginning."""
    if as_one:
        text, left_out = label(question, room, leads, matches, ellipsis)
        if left_out == 0 or left_out in leads:
            return text, left_out
    for lead in (0, *leads):
        if not matches or matches[0][0] >= lead:
            text = _trimmed(question, lead)
            if most_cells(text[in_two(text, room, ellipsis)[1] :]) <= room:
                return text, lead
    return label(question, room + room * 2 // 3, leads, matches, ellipsis)  # words that are not broken leave some of it


def in_two(text: str, room: int, ellipsis: str) -> tuple[str, int, str]:
    """`text` in two lines of `room` cells, and where the second begins; that one is cut where even they are too few."""
    if most_cells(text) <= room:
        return text, len(text), ""
    head = cut(text, room + 1)
    at = head.rfind(" ")
    begin = at + 1
    if at < len(head) // 2:  # a path, or a language without blanks
        at = begin = len(cut(text, room))
    rest = text[begin:]
    return (
        text[:at],
        begin,
        rest if most_cells(rest) <= room else cut(rest, room - most_cells(ellipsis)).rstrip() + ellipsis,
    )


def _trimmed(question: str, lead: int) -> str:
    """`question` without its first `lead` code points and without its mark, beginning with a capital."""
    if not lead:
        return question
    rest = question[lead:].rstrip("?\uff1f\u061f ")
    capital = rest[:1].upper()
    return capital + rest[1:] if len(capital) == 1 else rest


def _words(text: str, begin: int, end: int) -> Iterator[int]:
    """Where words begin in `text` between two places, those included."""
    return (at for at in range(begin, end + 1) if at and text[at - 1] == " ")
