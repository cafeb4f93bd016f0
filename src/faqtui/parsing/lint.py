"""What is wrong or odd in a document: every diagnostic's code, severity, message and explanation.

`CODES` is the one table; `EXPLANATIONS` what ``check --explain CODE`` prints. Codes that `faqtui.sources` gives are here
too. Finding what concerns several documents (duplicates, links between them) is the business of those who compare them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.link_texts import is_vague
from faqtui.model import Diagnostic, Document, Severity

if TYPE_CHECKING:
    from faqtui.markdown.scan import Scan
    from faqtui.parsing.draft import Draft
    from faqtui.parsing.front_matter import FrontMatter
    from faqtui.parsing.questions.segment import Segments

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, tuple[Severity, str, str]] = {
    "unclosed-fence": (
        _E,
        "this code fence is never closed",
        "Everything after a fence that is not closed is code to most programs; here it ends before the next "
        "heading like the one above it. Close it with a line of the same marker.",
    ),
    "inline-fence": (
        _W,
        "three backticks on one line make inline code, not a block",
        "A fence stands on lines of its own, and this one opens and closes on one line. Put the code on "
        "lines between two fences.",
    ),
    "duplicate-question": (
        _W,
        "this question and its answer stand here again",
        "The same question with the same answer stands in more than one place, and is shown once. Remove all "
        "copies but one.",
    ),
    "same-title": (
        _I,
        "this question has another answer elsewhere",
        "Two entries ask the same and answer differently, so readers cannot tell which one to open. Say in "
        "each title what sets it apart.",
    ),
    "empty-answer": (
        _W,
        "this question has no answer",
        "No text stands below this question and above the next; a page of mostly bare questions is told of once. Answer "
        "it, or take it out.",
    ),
    "placeholder-answer": (
        _W,
        "this answer is a placeholder",
        "The answer only says that there will be one. Write it, or take the question out.",
    ),
    "broken-anchor": (
        _E,
        "no heading has this anchor",
        "A link into this page leads to an anchor that no heading or element of it has. Correct it, or give the "
        "heading that id.",
    ),
    "missing-file": (
        _E,
        "no such file",
        "A relative link leads to a file that is neither part of the FAQ nor on disk beside it. Correct the path, or use "
        "the full address.",
    ),
    "vague-link": (
        _I,
        "this link's text does not say where it leads",
        'Many links that all read "here" or "documentation" cannot be told apart in a list. Name what the '
        "reader will find behind it.",
    ),
    "heading-space": (
        _I,
        "this heading has stray white space",
        "White space at the end of a heading, or before its question mark, ends up in titles and searches. Remove it.",
    ),
    "skipped-level": (
        _W,
        "this heading skips a level",
        "A heading is more than one level below the one it stands under, which breaks outlines. Use the "
        "level in between.",
    ),
    "list-marker": (
        _W,
        "a list marker needs a space after it",
        'Without a space after the number ("1.Open") this is no list item but text that runs on. Put a space there.',
    ),
    "front-matter-invalid": (
        _E,
        "the front matter does not parse",
        "The block at the top of the file is not closed, is not valid YAML or TOML, or is too large or too deep to "
        "be read; at most the plain values on the line of their name are used. Correct it at the place named.",
    ),
    "front-matter-shape": (
        _E,
        "the front matter is not a mapping",
        "Front matter names values, such as title: and tags:. A list or a single value there is shown as "
        "text; write names with values.",
    ),
    "yaml-tab": (
        _E,
        "YAML is not indented with tabs",
        "YAML forbids tabs as indentation. Use spaces.",
    ),
    "bare-url": (
        _I,
        "a bare address",
        "An address that stands in the text is long, and says little about what is behind it. Give it a "
        "text: [text](address).",
    ),
    "unknown-admonition": (
        _W,
        "a kind of admonition that is not known",
        "Containers are note, tip, info, warning, caution, danger and their like. Another word is shown as a "
        "plain box, and may be a typing error.",
    ),
    "script-link": (
        _E,
        "this link would run a script",
        "A javascript:, vbscript: or data: link does nothing in a terminal, and harm elsewhere. Link to a page.",
    ),
    "control-characters": (
        _W,
        "control or invisible characters",
        "These characters would change how a terminal shows the text, so that visible stand-ins are shown "
        "for them. Remove them.",
    ),
    "encoding": (
        _W,
        "this file is not UTF-8",
        "The file is in an older encoding, which can only be guessed. Save it as UTF-8.",
    ),
    "outside-text": (
        _I,
        "text outside all questions",
        "This text stands above or between questions and is not part of any answer. Move it into one, or "
        "leave it as what introduces the page.",
    ),
    "no-entries": (
        _W,
        "no question was found",
        "Nothing in this file could be taken for a question with an answer. Give each question a heading.",
    ),
}

EXPLANATIONS: dict[str, str] = {code: explanation for code, (_, _, explanation) in CODES.items()}
"""Two sentences for each code: what it means, and what to do."""

_PLACEHOLDER = re.compile(
    r"\W*(?:to ?do|tbd|tba|fix ?me|wip|coming soon|to be (?:done|added|written|determined|continued|"
    r"announced)|under construction|work in progress|"
    r"answer (?:here|goes here|pending|to come)|lorem ipsum.*|write (?:the )?answer(?: here)?|n/?a|\?+|"
    r"x{3,}|\.{3,}|placeholder)\W*",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_FENCE = re.compile(r"^\s{0,3}```[^`]+```\s*$")
_MARKER = re.compile(r"^\s{0,3}[0-9]{1,3}\.(?=[A-Za-z][A-Za-z ])")
_LINKS = 300
"""Links of an answer that are looked at."""

_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_SHOWN = re.compile(r"!\[|<(?:img|video|audio|iframe|svg|picture|object|embed)\b|\{[{%]", re.IGNORECASE)
_OPENER = re.compile(r"\{?\s*([A-Za-z][\w-]*)")
_ALERT = re.compile(r"\[!([A-Za-z]+)\]")


def diagnostic(code: str, path: str, line: int, detail: str = "") -> Diagnostic:
    """A diagnostic of a known code, with a message that says more than the general one where there is more to say."""
    severity, message, _ = CODES[code]
    return Diagnostic(code, severity, detail or message, path, line)


def check(
    document: Document, matter: FrontMatter, scan: Scan, segments: Segments, drafts: list[Draft]
) -> Iterator[Diagnostic]:
    """What is wrong with one document by itself."""
    path = document.path
    for line, code, detail in matter.problems:
        yield diagnostic(code, path, line + 1, f"{CODES[code][1]}: {detail}")
    for line, text in segments.outside:
        yield diagnostic("outside-text", path, line + 1, f"outside all questions: {' '.join(text.split())}")
    if not drafts and document.text.strip():
        yield diagnostic("no-entries", path, 1)
    yield from _blocks(path, scan)
    yield from _headings(path, scan, segments)
    empty = [draft for draft in drafts if not draft.answer.strip() or _says_nothing(draft)]
    if len(empty) > max(3, len(drafts) // 2):
        # A list of questions on purpose: said once, not for each.
        yield diagnostic("empty-answer", path, empty[0].source.start_line, f"{len(empty)} questions have no answer")
        empty = []
    for draft in empty:
        yield diagnostic("empty-answer", path, draft.source.start_line)
    for draft in drafts:
        yield from _draft(path, draft, scan)


def _says_nothing(draft: Draft) -> bool:
    """Whether an answer is markup and nothing in it: no text, no code, nothing to be shown."""
    return not (draft.answer_text or draft.code_blocks or draft.links) and _SHOWN.search(draft.answer) is None


def _blocks(path: str, scan: Scan) -> Iterator[Diagnostic]:
    for block in scan.blocks:
        line = block.start + 1
        if block.kind == "fence" and not block.closed:
            yield diagnostic("unclosed-fence", path, line)
        elif block.kind == "heading" and block.marker == "#":
            raw = scan.lines[block.start]
            if raw != raw.rstrip() or block.text.endswith((" ?", " \uff1f")):
                where = "before its question mark" if block.text.endswith((" ?", " \uff1f")) else "at its end"
                yield diagnostic("heading-space", path, line, f"white space {where}")
        elif block.kind == "directive" and block.info and block.marker[:1] != "=":
            word = _OPENER.match(block.info)
            if word and word[1].lower() not in CONTAINERS:
                yield diagnostic(
                    "unknown-admonition", path, line, f"{block.marker} {word[1]} is no known kind of admonition"
                )
        elif block.kind == "paragraph":
            text = block.text
            if "```" in text:
                for offset, piece in enumerate(text.split("\n")):
                    if _INLINE_FENCE.match(piece):
                        yield diagnostic("inline-fence", path, line + offset)
            if "." in text[:400] or "\n" in text:
                for offset, piece in enumerate(text.split("\n")):
                    if piece[:1].isdigit() and _MARKER.match(piece):
                        yield diagnostic(
                            "list-marker", path, line + offset, f"no list item without a space: {piece[:24].strip()}"
                        )
            if block.quoted and text.startswith("[!"):
                alert = _ALERT.match(text)
                if alert and alert[1].lower() not in CONTAINERS:
                    yield diagnostic("unknown-admonition", path, line, f"[!{alert[1]}] is no known kind of alert")


def _headings(path: str, scan: Scan, segments: Segments) -> Iterator[Diagnostic]:
    previous = 0
    real = {block.start for block in scan.blocks if block.kind == "heading"}
    for heading in segments.headings:
        if heading.line not in real:
            continue  # HTML, where levels are chosen for their size
        if previous and heading.level > previous + 1:
            yield diagnostic(
                "skipped-level",
                path,
                heading.line + 1,
                f"a level {heading.level} heading right under one of level {previous}",
            )
        previous = heading.level


def _draft(path: str, draft: Draft, scan: Scan) -> Iterator[Diagnostic]:
    start = draft.source.start_line
    if draft.answer.strip() and len(draft.answer) < 80 and _PLACEHOLDER.fullmatch(draft.answer_text or draft.answer):
        yield diagnostic("placeholder-answer", path, start)
    # The same address again is as wrong as the first time; and an answer of 50,000 links needs no such list.
    for link in dict.fromkeys(draft.links[:_LINKS]):
        if _SCRIPT.match(link.url):
            yield diagnostic(
                "script-link", path, _line_of(link.url, draft, scan), f"this link would run a script: {link.url[:40]}"
            )
        elif link.url in {link.text, f"http://{link.text}"} and _is_bare(link.text, draft.answer):
            yield diagnostic("bare-url", path, _line_of(link.text, draft, scan), f"a bare address: {link.text[:80]}")
        elif is_vague(link.text):
            yield diagnostic(
                "vague-link", path, _line_of(link.url, draft, scan), f'"{link.text}" does not say where the link leads'
            )


def _is_bare(text: str, answer: str) -> bool:
    return text.lower().startswith(("http", "www.")) and f"<{text}>" not in answer


def _line_of(url: str, draft: Draft, scan: Scan) -> int:
    """The first line of an entry on which an address stands; that of its question where it is found on none."""
    if url not in draft.answer:
        return draft.source.start_line
    for number in range(draft.source.start_line - 1, min(draft.source.end_line, len(scan.lines))):
        if url in scan.lines[number]:
            return number + 1
    return draft.source.start_line
