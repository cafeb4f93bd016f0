"""What sort of question an entry asks, told by its opening words. English only: other questions have no kind."""

from __future__ import annotations

import re

from faqtui.letters import ASKS, QUESTION_MARKS
from faqtui.model import Kind
from faqtui.patterns import pattern

_SENTENCE_END = pattern(rf"(?<=[.!{QUESTION_MARKS}])\s+")
_NUMBER = pattern(r"^\W*(?:\d+[.):]\s*)?(?:q(?:uestion)?\s*+\d*+\s*+[:.)]\s*)?", re.IGNORECASE)

_TROUBLE = pattern(
    r"\b(?=[a-fhimnrstuw])(?:errors?|fails?|failed|failing|failures?|exceptions?|troubleshoot\w*|not work\w*|doesn'?t work|"
    r"isn'?t work\w*|not found|"
    r"unable to|can'?t|cannot|couldn'?t|won'?t|wrong|crash\w*|broken|stuck|hangs?|timeouts?|times? out|"
    r"denied|unauthorized|"
    r"not authorized|missing|invalid|refused|unexpected|what could be the (?:issue|reason|cause))\b",
)
"""What tells of trouble, in lower case: without regard to case it would take five times as long."""

_HOW_TO = pattern(
    r"(?:how\s+(?:to|do|can|should|would|could|might|must|may)\b|how\s+did\b|what(?:'s|"
    r"\s+is)?\s+(?:the\s+)?(?:best\s+)?(?:way|steps?|procedure)\b|"
    r"where\s+(?:do|can|should)\s+(?:i|we|you|one)\b|(?:i|we)\s+(?:want|need|would like)\s+to\b|"
    r"what (?:do|should|must) (?:i|we|you) do\b|"
    r"what needs to be\b|(?:can|could) you (?:provide|give|show|share)\b|(?:is|are) there (?:an? |"
    r"any )?(?:way|method|example|guidelines?)\b)",
    re.IGNORECASE,
)
_CAPABILITY = pattern(
    r"(?:can|could|may|is|are|am|was|were|do|does|did|has|have|will|would|should|must|isn'?t|aren'?t|"
    r"doesn'?t|don'?t)\b",
    re.IGNORECASE,
)
_EXPLANATION = pattern(
    r"(?:why\b|how\s+(?:does|is|are|come|will|was)\b|explain\b|what\s+(?:does|happens|do\b|causes)|"
    r"what(?:'s|\s+is|\s+are)\s+the\s+(?:difference|purpose|reason|meaning|advantage)|"
    r"what(?:'s|\s+is|\s+are)\s|when\b)",
    re.IGNORECASE,
)
_REFERENCE = pattern(
    r"(?:which\b|who\b|where\b|how\s+(?:many|much|long|often|big|large|fast|far|soon|old|high|low|deep)\b|"
    r"what(?:'s|\s+is|\s+are)?\s+(?:the\s+)?(?:default|maximum|minimum|\w+\s+(?:limit|duration|version|"
    r"size|parameter)s?|permissions?|values?|options?|types?|supported|"
    r"requirements?|limits?|list|time|format|\w+\s+(?:policy|policies|flows?)|versions?)\b|"
    r"what\s+\w+\s+(?:are|is|does|do|should|can|has|have)\b)",
    re.IGNORECASE,
)


_OPENINGS_TEXT = "a ca co d explain ha how i ma mu sh wa we wh wi wo"
_OPENINGS = tuple(_OPENINGS_TEXT.split())
"""What all begins with that the patterns for the beginning of a question match: most titles that do not ask do not."""


def kind_of(question: str) -> Kind | None:
    """The kind of a question in plain text; None for a statement that shows none."""
    text = _NUMBER.sub("", question[:400], count=1)
    # "I am using X and would like Y. Is it there?": the sentence that asks decides.
    asking = next((said for part in reversed(_SENTENCE_END.split(text)) if (said := part.strip()).endswith(ASKS)), text)
    opened = asking[:8].lower().startswith(_OPENINGS)
    if opened and _HOW_TO.match(asking):
        return Kind.TROUBLESHOOTING if _solves(asking) else Kind.HOW_TO
    if _TROUBLE.search(text.lower()) and not re.match(
        r"what\s+(?:is|are)\s+(?:an?|the)\s+\w+\?", asking, re.IGNORECASE
    ):
        return Kind.TROUBLESHOOTING
    if not opened:
        return None
    if _REFERENCE.match(asking):
        return Kind.REFERENCE
    if _CAPABILITY.match(asking):
        return Kind.CAPABILITY
    if _EXPLANATION.match(asking):
        return Kind.EXPLANATION
    return None


def _solves(text: str) -> bool:
    """Whether a how-to is about getting rid of an error."""
    return (
        re.search(r"\b(?:fix|solve|resolve|troubleshoot|debug|diagnose|get rid of)\b", text, re.IGNORECASE) is not None
        or re.search(r"\berrors?\b", text, re.IGNORECASE) is not None
    )
