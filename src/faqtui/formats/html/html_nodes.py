"""Nodes of a parsed HTML page, and what is asked of them: the parts of lists and tables, code and its language, notes."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Any

from faqtui.formats.html.html_inline import HtmlInlines, plain
from faqtui.letters import ASKS, has_question_mark
from faqtui.markdown.tags import note_kind

_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?)[-\s]([\w+#.-]+)", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"default", "text-only", "none", "highlight", "notranslate", "plaintext"})
_ALERTS = {"hint": "tip", "info": "note", "attention": "warning", "danger": "caution", "error": "caution"}


HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The elements that are headings, and their levels."""

_AROUND = frozenset(
    {"a", "b", "strong", "u", "div", "span", "font", "i", "em", "p", "center", "article", "section", "header"}
)
CODE = frozenset({"code", "kbd", "samp", "tt"})
"""Elements whose text is code."""

_BLOCKS_TEXT = """
address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul template noscript
html caption search
"""
BLOCKS = frozenset(_BLOCKS_TEXT.split())
"""Elements that stand by themselves."""

SHAPED = frozenset({"ul", "ol", "dl", "pre", "table", "blockquote", "details"})
"""Elements that mean more than what they hold."""

_LARGE = HEADINGS.keys() | {"table", "pre", "dl", "details", "section", "blockquote"}


_ADDRESS = re.compile(r"(?:^|[(<\[\s])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}[)>\]]?")
_BY = re.compile(r"[Bb]y (?:the )?[A-Z][\w.'-]{0,30}(?:,? (?:and |& )?[A-Z][\w.'-]{0,30}){0,6}")
_LONGEST_NAME = 300
_NO_TITLES = frozenset({"author", "editor", "corpauthor", "subtitle", "date", "pubdate", "edition", "releaseinfo"})


_MOST_CLASSES = 200
"""Characters of the classes of an element that are looked at."""


def classes(node: Any) -> str:
    """The classes of an element as they are written; of very many the first."""
    return ((getattr(node, "attrs", None) or {}).get("class") or "")[:_MOST_CLASSES]


def is_no_title(node: Any) -> bool:
    """Whether a heading is set off as text, and no title: it is about the page, or a part of what answers a term."""
    return is_part_of_meaning(node) or is_about_page(node)


def answers(heading: Any, above: Sequence[tuple[int, int, str]], written: Sequence[str]) -> bool:
    """Whether a heading that does not ask stands right below one that does, and has no text below it: it is that itself."""
    if not above or not above[-1][2].endswith(ASKS) or any(written[above[-1][0] + 1 :]):
        return False
    if above[-1][1] >= HEADINGS[heading.name] or plain(heading).rstrip().endswith(ASKS):
        return False
    beside = children(heading.parent)
    place = next((place for place, node in enumerate(beside) if node is heading), len(beside))
    following = next((node for node in beside[place + 1 :] if node.name != "#comment" and plain(node).strip()), None)
    return following is None or following.name in HEADINGS


def is_part_of_meaning(node: Any) -> bool:
    """Whether a heading that does not ask stands in the meaning of a term that does."""
    around, steps = node.parent, 0
    while around is not None and around.name not in {"dd", "body"} and steps < _AROUND_PART:
        around, steps = around.parent, steps + 1
    if around is None or around.name != "dd" or node.name not in HEADINGS or plain(node).rstrip().endswith(ASKS):
        return False
    terms: list[Any] = []
    for sibling in children(around.parent):
        if sibling is around:
            break
        if sibling.name == "dt":
            terms = [sibling]
    return any(plain(term).rstrip().endswith(ASKS) for term in terms)


def is_about_page(node: Any) -> bool:
    """Whether a heading says who wrote a page or when, and is no title of anything.

    It is told by its class, as DocBook has it, by "by" above names, or by the address of somebody in it where it does not ask.
    Nor is the picture of a site that leads to its first page.
    """
    said = plain(node)[:_LONGEST_NAME]
    if not said.strip() and any(child.name == "a" for child in children(node)):
        return True
    if said[:3] in {"by ", "By "} and _BY.fullmatch(" ".join(said.split())):
        return True
    if "@" in said and _ADDRESS.search(said) and not has_question_mark(said):
        return True
    return not _NO_TITLES.isdisjoint(((node.attrs or {}).get("class") or "").lower().split())


_COUNTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}\.\s+(?=\S)")
_AROUND_TITLE = 4
_AROUND_PART = 8


def uncounted(node: Any, text: str) -> str:
    """The title of a group of questions without its number, where DocBook's stylesheets count these.

    Those of the questions themselves, which stand in cells of their own, are dropped too.
    """
    if not text[:1].isdigit():
        return text
    around, steps = node, 0
    while around is not None and steps < _AROUND_TITLE:
        if "qandadiv" in ((getattr(around, "attrs", None) or {}).get("class") or "").lower().split():
            return _COUNTED.sub("", text, count=1)
        around, steps = around.parent, steps + 1
    return text


def is_rubric(node: Any) -> bool:
    """Whether text stands in a title that is none of the contents, as Sphinx has it."""
    around = node.parent
    if around is not None and around.name in HEADINGS:
        return is_part_of_meaning(around)
    return around is not None and around.name == "p" and "rubric" in ((around.attrs or {}).get("class") or "").split()


class Holder:
    """Some children as if they had an element of their own."""

    name = "div"
    attrs: dict[str, str | None] = {}  # noqa: RUF012
    origin_line = None

    def __init__(self, nodes: list[Any]) -> None:
        self.children = nodes


class TermList(Holder):
    """Terms of a list of definitions that stand one after the other, and have what follows for their meaning."""


def children(node: Any) -> list[Any]:
    """The nodes in a node."""
    return getattr(node, "children", None) or []


def items(node: Any) -> list[Any]:
    """The terms and definitions of a list, also where they are grouped."""
    found: list[Any] = []
    for group in children(node):
        for child in children(group) if group.name == "div" else [group]:
            if child.name == "dt":
                found.append(TermList([child]))
            elif child.name == "dd":
                _join_terms(found)
                found.append(child)
            elif child.name != "#comment" and (child.name != "#text" or (child.data or "").strip()):
                found.append(child)
    return found


def _join_terms(found: list[Any]) -> None:
    """Make one of the terms at the end, which have what follows for their meaning."""
    first = len(found)
    while first and isinstance(found[first - 1], TermList):
        first -= 1
    if first < len(found):
        found[first:] = [TermList([term for terms in found[first:] for term in terms.children])]


def rows(node: Any) -> list[Any]:
    """The rows of a table, also where they are grouped, and what else stands in it."""
    found = []
    for child in children(node):
        found += children(child) if child.name in {"thead", "tbody", "tfoot"} else [child]
    return found


def is_titled(node: Any) -> bool:
    """Whether an item of a list, or a term, begins with a heading."""
    for _ in range(5):
        node = next(
            (c for c in children(node) if c.name[0] not in "#!" or (c.name == "#text" and c.data.strip())), None
        )
        if node is None or node.name not in _AROUND:
            return node is not None and node.name in HEADINGS
    return False


def lays_out(nodes: Sequence[Any]) -> bool:
    """Whether a list has nothing but paragraphs and lists in it, and no item: it indents what stands in it."""
    return bool(nodes) and all(node.name in {"p", "ol", "ul", "div", "blockquote"} for node in nodes)


def is_short(item: Any, with_blocks: Container[int], blocks: Container[str], depth: int = 0) -> bool:
    """Whether an item is text, and perhaps a list of such items at its end; `with_blocks` has the ids of what holds `blocks`."""
    if id(item) not in with_blocks:
        return True
    inner = [c for c in children(item) if c.name in blocks or id(c) in with_blocks]
    last = [c for c in children(item) if c.name != "#text" or (c.data or "").strip()][-1:]
    if depth > 6 or item.name != "li" or len(inner) != 1 or last != inner or inner[0].name not in {"ul", "ol"}:
        return False
    listed = [child for child in children(inner[0])[:200] if child.name == "li"]
    return all(is_short(child, with_blocks, blocks, depth + 1) for child in listed)


def is_large(cell: Any) -> bool:
    """Whether a cell of a table holds what no cell of Markdown can."""
    return any(child.name in _LARGE for child in below(cell, 4))


def below(node: Any, depth: int) -> list[Any]:
    """The nodes in a node, level by level, down to so many levels."""
    found: list[Any] = []
    level = children(node)
    while level and depth and len(found) < 2_000:
        found += level
        level = [child for node in level for child in children(node)]
        depth -= 1
    return found


def is_ornament(cell: Any) -> bool:
    """Whether a cell has nothing but pictures of which nothing is said."""
    held = below(cell, 4)
    pictures = [node for node in held if node.name == "img"]
    return (
        bool(pictures)
        and not any((picture.attrs or {}).get("alt") for picture in pictures)
        and not any(node.name == "#text" and (node.data or "").strip() for node in held)
    )


def first_text(node: Any) -> Any:
    """The first text in a node; None where it has none."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.name == "#text" and node.data:
            return node
        waiting += reversed(children(node))
    return None


def highlighted(node: Any) -> Any:
    """The code in what highlighters make around it: a ``div`` or a table with line numbers beside one ``pre``."""
    names = f" {(node.attrs or {}).get('class') or ''} ".lower()
    if "highlight" not in names and "codehilite" not in names and "sourcecode" not in names:
        return None
    found = [child for child in below(node, 7) if child.name == "pre"]
    if len(found) == 2 and all(char.isdigit() or char.isspace() for char in plain(found[0], code=True)):
        return found[1]
    outside = [c for c in children(node) if c.name == "#text" and (c.data or "").strip()]
    alone = len([c for c in children(node) if c.name != "#text"]) == 1
    return found[0] if len(found) == 1 and alone and not outside and node.name != "pre" else None


def code(node: Any, line: int, source: Sequence[str]) -> tuple[str, int]:
    """What a block of code says, and its first line: of the lines of the `source`, or the `line` that it may begin on."""
    text = plain(node, code=True)
    first = first_text(node)
    if first is not None and first.origin_line is not None:
        line = first.origin_line - 1
        rest = source[line][max(0, (first.origin_col or 1) - 1) :] if line < len(source) else "x"
        line += not rest
    said = text.lstrip("\n")
    return said.rstrip("\n"), line + len(text) - len(said)


def broken_code(run: Sequence[Any]) -> str:
    """The lines of code that stand alone in a block, and are parted by ``<br>``; empty where there are none."""
    said = [node for node in run if node.name[0] not in "#!" or (node.name == "#text" and node.data.strip())]
    if len(said) != 1 or said[0].name not in CODE or not any(child.name == "br" for child in children(said[0])):
        return ""
    lines = [""]
    for child in children(said[0]):
        if child.name == "br":
            lines.append("")
        else:
            lines[-1] += plain(child)
    return "\n".join(" ".join(line.split(None)) for line in lines).strip("\n")


def texts(cells: Sequence[Any], inlines: HtmlInlines) -> list[str]:
    """The cells of a row as Markdown; one over several columns has empty ones behind it."""
    found: list[str] = []
    for cell in cells:
        span = (cell.attrs or {}).get("colspan") or ""
        found.append(inlines.cell(cell))
        found += [""] * (min(int(span), 50) - 1 if span.isdecimal() and span.isascii() and len(span) < 4 else 0)
    return found


def language(node: Any) -> str:
    """The language of code, from the classes of what holds it."""
    for holder in [node, *below(node, 3)[:6], getattr(node, "parent", None)]:
        attributes = getattr(holder, "attrs", None) or {}
        for value in (attributes.get("class"), attributes.get("data-lang"), attributes.get("data-language")):
            match = _LANGUAGE.search(value or "")
            if match and match[1].lower() not in _NO_LANGUAGE:
                return str(match[1])
        if attributes.get("data-lang") or attributes.get("data-language"):
            return str(attributes.get("data-lang") or attributes.get("data-language"))
    return ""


def note(node: Any) -> str | None:
    """The kind of a note, for an element that is one by its class."""
    kind = note_kind((node.attrs or {}).get("class") or "")
    return _ALERTS.get(kind, kind).upper() or None


def term(lines: Sequence[tuple[int, str]]) -> str:
    """The text of a term without the bold that all of it is set in: as a term it is set off already."""
    text = " ".join(text.removesuffix("\\") for _, text in lines if text)
    within = text[2:-2]
    return (
        within if within and text[:2] == text[-2:] == "**" and within.strip() == within and "**" not in within else text
    )
