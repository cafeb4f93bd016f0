"""What sites write that is no Markdown and stands on lines as Markdown would, as Markdown with as many lines.

Components of Nuxt Content (`markdown.dialects.mdc`), what keeps Liquid from reading, breaks that are written ``</br>``, and the
folds and names of Adobe's documentation: ``+++ Title`` up to ``+++``, ``[!DNL Name]``. Code in template strings of MDX.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faqtui.markdown.dialects import mdc
from faqtui.markdown.line_starts import outside_fences
from faqtui.patterns import pattern

_RAW = pattern(r"\{%-?[ \t]{0,9}(?:(end)?raw)[ \t]{0,9}-?%\}")
"""What keeps Liquid from reading what stands between: no reader sees it.

Pages with front matter are read by Liquid, code in them too; in others lines of nothing else outside code were meant for it.
"""

_CLOSED_BREAK = pattern(r"</br[ \t]{0,4}>(?=[ \t]*$)", re.IGNORECASE)
"""A break as many write it by mistake, at the end of a line; browsers take it for one."""

_NAMED = pattern(r"\[!(?:DNL|UICONTROL)[ \t]{1,4}([^\[\]\n]{1,200})\]")
_FOLD = pattern(r"[ \t]{0,12}\+\+\+(?:[ \t]*(\S[^\n]{0,500}))?$")
_FOLDS = pattern(r"^[ \t]{0,12}\+\+\+[ \t]{0,4}$", re.MULTILINE)


def as_markdown(body: list[str], text: str, *, front_matter: bool) -> list[str]:
    """The lines `body` of a document, without what its site takes away; `text` is all of it.

    One character is looked for first: several take twenty times as long.
    """
    if "::" in text and mdc.ENDS.search(text):
        body = mdc.as_containers(body)
    if "{" in text and "raw" in text and len(_RAW.findall(text)) > 1:
        body = _unraw(body, range(len(body)) if front_matter else _alone(body))
    if "<" in text and ("</br" in text or "</BR" in text):
        body = [_CLOSED_BREAK.sub("<br>", line) if "</" in line else line for line in body]
    if "{" in text and "{`" in text and "`}" in text:
        from faqtui.markdown.dialects import literalcode  # of no use to most starts

        body = literalcode.as_fences(body)
    if "+" in text and "+++" in text and _FOLDS.search(text):
        body = _folded(body)
    if "[" in text and ("[!DNL" in text or "[!UICONTROL" in text):
        body = [_NAMED.sub(r"\1", line) if "[!" in line else line for line in body]
    return body


def _alone(body: list[str]) -> list[int]:
    """The lines outside of fences that say nothing but where Liquid is kept from reading, or begins again."""
    return [number for number, said in outside_fences(body) if said[:2] == "{%" and _RAW.fullmatch(said)]


def _unraw(body: list[str], places: Sequence[int]) -> list[str]:
    """The lines without what keeps Liquid from reading them, on these `places`, where each that begins so is ended."""
    raw = [number for number in places if "raw" in body[number]]
    found = [bool(match[1]) for number in raw for match in _RAW.finditer(body[number])]
    if found[::2] != [False] * (len(found) // 2) or found[1::2] != [True] * (len(found) // 2):
        return body
    made = list(body)
    for number in raw:
        made[number] = _RAW.sub("", body[number])
    return made


def _folded(body: list[str]) -> list[str]:
    """The lines with folds as HTML has them; one that is not closed stays as it is written."""
    made = list(body)
    opened: tuple[int, str] | None = None
    for number, stripped in outside_fences(body):
        match = _FOLD.match(body[number]) if stripped.startswith("+++") else None
        if match is None:
            continue
        if match[1]:
            opened = number, match[1].strip()
        elif opened is not None:
            made[opened[0]] = f"<details><summary>{opened[1]}</summary>"
            made[number] = "</details>"
            opened = None
    return made
