"""What is wrong or odd in a document: every diagnostic's code, severity, message and explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.model import Diagnostic, Document, Severity

if TYPE_CHECKING:
    from faqtui.parsing.draft import Draft
    from faqtui.parsing.frontmatter import FrontMatter
    from faqtui.parsing.scan import Scan
    from faqtui.parsing.segment import Segments

_W, _E, _I = Severity.WARNING, Severity.ERROR, Severity.INFO

CODES: dict[str, tuple[Severity, str, str]] = {
    "duplicate-question": (_W, "question stands here again", "x"),
    "same-title": (_I, "x", "x"),
    "broken-anchor": (_E, "x", "x"),
    "outside-text": (_I, "text outside all questions", "x"),
}


def diagnostic(code: str, path: str, line: int, detail: str = "") -> Diagnostic:
    """A diagnostic of a known code."""
    severity, message, _ = CODES[code]
    return Diagnostic(code, severity, detail or message, path, line)


def check(
    document: Document, matter: FrontMatter, scan: Scan, segments: Segments, drafts: list[Draft]
) -> list[Diagnostic]:
    """The diagnostics of one document."""
    return []
