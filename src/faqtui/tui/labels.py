"""What the tree writes for an entry: the question without the lead-in that most questions share."""

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
