"""Problems with what solves them, each behind its name in plain text, as labelled questions and answers on the same lines.

Problem 2:
The lamp is dark.
Solution: Change it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from faqtui.parsing.questions.wording import names_part
from faqtui.patterns import pattern

LEAST = 2
"""Problems from which it is a way of writing."""
_NEAR, _LONGEST = 12, 300
"""Lines below a problem in which what solves it begins, and characters that it has at most."""
_PROBLEM = pattern(
    r"(?:problem|problème|problema|issue|symptom|symptôme|síntoma|fehler|störung|probleem|проблема|ошибка)"
    r"[ \t\xa0]?(?:[#№]?\d{1,3})?[ \t\xa0]?:[ \t]*",
    re.IGNORECASE,
)
_SOLUTION = pattern(
    r"(?:(?:the )?solution|fix|resolution|answer|lösung|abhilfe|behebung|solución|solução|soluzione"
    r"|oplossing|решение)s?[ \t\xa0]?:[ \t]*",
    re.IGNORECASE,
)


def with_labels(lines: list[str]) -> list[str]:
    """The same lines, where every problem has a part of an answer below it: with labels that say so, and each on one line."""
    starts = [number for number, line in enumerate(lines) if ":" in line[:20] and _PROBLEM.match(line)]
    if len(starts) < LEAST:
        return lines
    made = list(lines)
    for start, stop in pairwise([*starts, len(lines)]):
        near = range(start + 1, min(stop, start + 1 + _NEAR))
        answer = next((number for number in near if names_part(lines[number].strip())), None)
        if answer is None:
            return lines
        asked = _PROBLEM.sub("", " ".join(" ".join(lines[start:answer]).split()), count=1)
        if not asked or len(asked) > _LONGEST:
            return lines
        said = lines[answer].strip()
        made[start:answer] = [f"Q: {asked}", *[""] * (answer - start - 1)]
        made[answer] = f"A: {_SOLUTION.sub('', said, count=1) if _SOLUTION.match(said) else said}".rstrip()
    return made
