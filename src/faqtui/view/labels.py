"""What the tree writes for an entry: the question without the lead-in that most questions share.

Where several entries ask the same, words of the answer stand behind it (`faqtui.view.namesakes` says which).
"""

from __future__ import annotations

_LEAD_INS = (
    *(
        f"{opening} {person} "
        for opening in ("how do", "how can", "how should", "how would", "how could")
        for person in ("i", "we", "you", "one", "users")
    ),
    "how to ",
)


def short_question(question: str) -> tuple[str, int]:
    """The question's distinctive part, and how many code points before it were left out.

    Thirty cells show "keep an ECR token fresh" where "How do I keep an ECR to" would say little. Nothing is reworded,
    and the answer pane shows the whole question.
    """
    head = question[:24].casefold()
    for lead_in in _LEAD_INS:
        if head.startswith(lead_in) and len(question) > len(lead_in) + 8:
            return question[len(lead_in) :], len(lead_in)
    return question, 0


def room_beside(width: int, question: int, words: int, gap: int) -> tuple[int, int]:
    """The cells for a question and for the words that tell it apart, which take `question` and `words` cells.

    The words get what the question leaves and at least a half of the `width`, less the `gap` between the two: a
    question that several entries ask may be cut, what tells them apart may not.
    """
    at_least = min(words, width // 2)
    first = min(question, width - gap - at_least)
    return first, min(words, width - gap - first)
