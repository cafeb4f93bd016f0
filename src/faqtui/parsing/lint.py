"""What is wrong or odd in one document: what it was read as, checked.

The codes are `faqtui.parsing.codes`. What concerns several documents (duplicates, links between them) is the business of
those who compare them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.link_texts import is_vague
from faqtui.markdown.scan import Scan
from faqtui.markdown.tags import SHOWN
from faqtui.model import Diagnostic, Document
from faqtui.parsing.codes import CODES, diagnostic, quoted
from faqtui.parsing.draft import Draft
from faqtui.parsing.front_matter import FrontMatter
from faqtui.parsing.questions.sections import Segments
from faqtui.parsing.silence import silent_until
from faqtui.patterns import pattern

_PLACEHOLDER = pattern(
    r"\W*+(?:to ?do|tbd|tba|fix ?me|wip|coming soon|to be (?:done|added|written|determined|continued|"
    r"announced)|under construction|work in progress|"
    r"answer (?:here|goes here|pending|to come)|lorem ipsum.*|write (?:the )?answer(?: here)?|n/?a|"
    r"x{3,}|placeholder)\W*|(?=.*(?:\?|\.{3}))\W+",
    re.IGNORECASE | re.DOTALL,
)
_INLINE_FENCE = pattern(r"^\s{0,3}```[^`]+```\s*$")
_MARKER = pattern(r"^\s{0,3}[0-9]{1,3}\.(?=[A-Za-z][A-Za-z ])")
_LINKS = 300
"""Links of an answer that are looked at."""

_SCRIPT = pattern(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_SHOWN = pattern(rf"!\[|<(?:{SHOWN})\b|\{{[{{%]", re.IGNORECASE)
_OPENER = pattern(r"\{?\s*([A-Za-z][\w-]*)")
_ALERT = pattern(r"\[!([A-Za-z]+)\]")


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
        says = matter.lines and not any(scan.lines[matter.lines :])
        yield diagnostic("no-entries", path, 1, "nothing but front matter" if says else "")
    beyond = _beyond(scan, segments)
    if beyond is not None:
        yield diagnostic("too-dense", path, beyond + 1)
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
        yield from _draft(path, draft)


def _beyond(scan: Scan, segments: Segments) -> int | None:
    """The line from which on there is more in a document than is told apart."""
    lines = {segments.left.get(section.style) for section in segments.sections} if segments.left else set()
    return min((line for line in (scan.beyond, *lines) if line is not None), default=None)


def _says_nothing(draft: Draft) -> bool:
    """Whether an answer is markup and nothing in it: no text, no code, nothing to be shown."""
    return not (draft.answer_text or draft.code_blocks or draft.links) and _SHOWN.search(draft.answer) is None


def _blocks(path: str, scan: Scan) -> Iterator[Diagnostic]:
    for block in scan.blocks:
        line = block.start + 1
        if block.kind in {"paragraph", "heading"} and (place := silent_until(block.text)):
            yield diagnostic("silent-text", path, line + block.text.count("\n", 0, place))
        if block.kind == "fence" and not block.closed:
            yield diagnostic("unclosed-fence", path, line)
        elif block.kind == "heading" and block.marker == "#":
            raw = scan.lines[block.start]
            if raw != raw.rstrip() or block.text.endswith((" ?", " \uff1f")):
                where = "before its question mark" if block.text.endswith((" ?", " \uff1f")) else "at its end"
                yield diagnostic("heading-space", path, line, f"white space {where}")
        elif block.kind == "directive" and block.info and block.marker[:1] not in "={":
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
                            "list-marker",
                            path,
                            line + offset,
                            f"no list item without a space: {quoted(piece.strip(), 24)}",
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


def _draft(path: str, draft: Draft) -> Iterator[Diagnostic]:
    start = draft.source.start_line
    if draft.answer.strip() and len(draft.answer) < 80 and _PLACEHOLDER.fullmatch(draft.answer_text or draft.answer):
        yield diagnostic("placeholder-answer", path, start)
    # The same address again is as wrong as the first time; and an answer of 50,000 links needs no such list.
    for link in dict.fromkeys(draft.links[:_LINKS]):
        if _SCRIPT.match(link.url):
            yield diagnostic(
                "script-link", path, draft.line_of(link.url), f"this link would run a script: {quoted(link.url, 40)}"
            )
        elif link.url in {link.text, f"http://{link.text}"} and _is_bare(link.text, draft.answer):
            yield diagnostic("bare-url", path, draft.line_of(link.text), f"a bare address: {quoted(link.text, 80)}")
        elif is_vague(link.text):
            yield diagnostic(
                "vague-link", path, draft.line_of(link.url), f'"{link.text}" does not say where the link leads'
            )


def _is_bare(text: str, answer: str) -> bool:
    return text.lower().startswith(("http", "www.")) and f"<{text}>" not in answer
