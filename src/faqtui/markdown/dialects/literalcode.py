"""Code that MDX holds in a template string: ``<CodeBlock language="js">{`...`}</CodeBlock>``, as a fence with as many lines."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.markdown.line_starts import outside_fences
from faqtui.markdown.tags import attributes
from faqtui.patterns import pattern

_TAG = pattern(r"([ \t]{0,40})<(\w[\w.]{0,40})(\s[^<>]{0,400})?>[ \t]{0,9}(\{`)?[ \t]*$")
_OPENS = pattern(r"[ \t]{0,40}\{`(.*)$")
_QUOTE = pattern(r"(?<!\\)`")
_HOLDS_CODE = ("code", "command", "highlight", "pre", "snippet", "terminal")
"""What stands in the names of components that show code: others may have Markdown in a string."""

_FENCE = "`````"
_MOST = 2_000
"""Lines of one."""


def as_fences(body: Sequence[str]) -> list[str]:
    """The lines with such code in fences. What has no line of its own for each of them stays as it is written."""
    made = list(body)
    behind = 0
    for number, said in outside_fences(body):
        if number < behind or said[:1] != "<" or (tag := _TAG.match(body[number])) is None or not _shows_code(tag[2]):
            continue
        code: list[str] = []
        first = number + 1
        if not tag[4]:
            opens = _OPENS.match(body[first]) if first < len(body) else None
            if opens is None:
                continue
            if not _QUOTE.search(opens[1]):
                code, first = [opens[1]], first + 1
        last = next((n for n in range(first, min(len(body), first + _MOST)) if _QUOTE.search(body[n])), 0)
        rest = body[last] if last else ""
        above, _, end = rest.partition("`}")
        closing = f"</{tag[2]}>"
        if end.strip() == closing and not above.strip():
            code += body[first:last]
        elif last and not end.strip() and "".join(body[last + 1 : last + 2]).strip() == closing:
            code += [*body[first:last], above]
            last += 1
        else:
            continue
        given = attributes(tag[3] or "")
        language = given.get("language") or given.get("lang") or given.get("classname", "").rpartition("language-")[2]
        made[number] = f"{tag[1]}{_FENCE}{language}"
        made[number + 1 : last] = [line.replace("\\`", "`").replace("\\${", "${") for line in code]
        made[last] = tag[1] + _FENCE
        behind = last + 1
    return made


def _shows_code(name: str) -> bool:
    lower = name.lower()
    return any(word in lower for word in _HOLDS_CODE)
