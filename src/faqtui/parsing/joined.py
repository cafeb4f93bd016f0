"""The texts of pages and categories, joined where several belong to one category: what `Introduction` is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from faqtui.markdown.scan import Scan
from faqtui.model import Category, Introduction, Link
from faqtui.parsing.draft import Draft
from faqtui.parsing.links import Targets


def joined(
    texts: Iterable[tuple[Draft, Category]], categories: Iterable[Category], ids: Mapping[int, str], targets: Targets
) -> dict[Category, Introduction]:
    """The introduction of each category that has one, of the library under the empty path; `texts` are in order.

    `categories` are those of all entries, `ids` those of the entries that drafts became.

    A text whose category has no entries, and so is none, belongs to the one around it, below the titles that would else be
    lost. One that says the same as another of its category is shown once, and remembers both places.
    """
    known: set[Category] = {()}
    for path in set(categories):
        known.update(path[:depth] for depth in range(1, len(path) + 1))
    found: dict[Category, dict[str, list[Draft]]] = {}
    for draft, wanted in texts:
        path = wanted
        while path not in known:
            path = path[:-1]
        text = draft.answer
        if lost := wanted[len(path) :]:
            text = f"**{' / '.join(lost)}**\n\n{text}"
        found.setdefault(path, {}).setdefault(text, []).append(draft)
    return {path: _introduction(same, ids, targets) for path, same in found.items()}


def _introduction(same: dict[str, list[Draft]], ids: Mapping[int, str], targets: Targets) -> Introduction:
    first = [drafts[0] for drafts in same.values()]
    return Introduction(
        text="\n\n".join(_told_apart(map(_closed, same))),
        sources=tuple(draft.source for drafts in same.values() for draft in drafts),
        plain="\n".join(draft.answer_text for draft in first if draft.answer_text),
        links=tuple(link for draft in first for link in _links(draft, ids, targets)),
        code_blocks=tuple(block for draft in first for block in draft.code_blocks),
    )


def _told_apart(texts: Iterable[str]) -> Iterator[str]:
    """Texts of which each means by a reference what it did by itself: in one document the first definition of a label counts."""
    known: dict[str, str] = {}
    for number, given in enumerate(texts, 1):
        text = given
        defined = Scan(text.split("\n")).definitions if "]:" in text else {}
        for label, definition in defined.items():
            if known.setdefault(label, definition.url) != definition.url:
                text = _renamed(text, definition.label, f"{definition.label} {number}")
        yield text


def _renamed(text: str, label: str, other: str) -> str:
    """A text in which the definition of a label, and what refers to it, has another one; what is shown of it stays."""
    written = re.escape(label)
    text = re.sub(rf"^([ \t>]*)\[{written}\]:", rf"\1[{other}]:", text, flags=re.MULTILINE | re.IGNORECASE)
    text = re.sub(rf"\]\[{written}\]", f"][{other}]", text, flags=re.IGNORECASE)
    return re.sub(rf"(?<![\]\\!])\[({written})\](?:\[\])?(?![\[(:])", rf"[\1][{other}]", text, flags=re.IGNORECASE)


def _links(draft: Draft, ids: Mapping[int, str], targets: Targets) -> list[Link]:
    """The links of a text, with the entries that they lead to."""
    links = list(draft.links)
    for link in draft.inward:
        target = targets.resolve(link, draft)
        if target is not None and (entry := ids.get(id(target))) is not None:
            links[link.number] = links[link.number]._replace(entry=entry)
    return links


def _closed(text: str) -> str:
    """A text whose fences are closed, so that what follows it is no code."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    last = next((block for block in reversed(Scan(lines).blocks) if block.kind == "fence"), None)
    if last is None or last.end < len(lines):
        return text
    opener = lines[last.start].lstrip(" >")
    marker = opener[: len(opener) - len(opener.lstrip(opener[:1]))]
    end = lines[-1].lstrip(" >").rstrip()
    is_closed = last.end > last.start + 1 and end.startswith(marker) and not end.strip(marker[:1])
    return text if is_closed else f"{text}\n{marker}"
