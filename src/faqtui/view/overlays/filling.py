"""What of a code block the reader has to put in: which pieces are placeholders, and what it says with values for them.

Three ways to write one are known: ``<name>``, ``{{name}}``, and ``$NAME`` where the answer speaks of NAME beside its code.
Code that has such signs for something else (tags, types, templates) has no placeholders of that kind. Pure data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from faqtui.model import CodeBlock, Span
from faqtui.patterns import pattern

_WRITTEN = pattern(
    r"(?<![\w$<])<(?P<angle>[A-Za-z][\w .:/-]{0,60})>(?!>)"
    r"|(?<![\w${])\{\{(?P<braces>[ ]?[A-Za-z][\w-]{0,60}[ ]?)\}\}"
    r"|\$(?:\{(?P<set>[A-Z][A-Z0-9_]{1,60})\}|(?P<variable>[A-Z][A-Z0-9_]{1,60})(?![A-Za-z0-9_(\[]))"
)

_TAGS = frozenset((
    "html", "xml", "xhtml", "svg", "jsx", "tsx", "vue", "svelte", "astro", "mdx", "php", "md", "markdown", "xaml", "pom",
    "c", "cpp", "c++", "cc", "h", "hpp", "java", "kotlin", "kt", "rust", "rs", "ts", "typescript", "csharp", "cs", "c#",
    "swift", "scala", "dart", "go", "cmake", "diff", "objc",
))  # fmt: skip
"""Languages in which what stands in angle brackets is their own: tags, types, files to include."""

_TEMPLATES = frozenset((
    "jinja", "jinja2", "j2", "helm", "handlebars", "hbs", "mustache", "liquid", "twig", "vue", "html", "gotemplate", "yaml",
    "yml", "njk", "blade", "django",
))  # fmt: skip
"""Languages that have double braces of their own."""


class Blank(NamedTuple):
    """A placeholder: what it asks for, and where it stands in the code (spans of code points), once or more."""

    name: str
    spans: tuple[Span, ...]


def blanks(block: CodeBlock, answer: str, blocks: Sequence[CodeBlock]) -> tuple[Blank, ...]:
    """The placeholders of `block` in their order; `answer` is the Markdown that it stands in, with all its `blocks`."""
    language = (block.language or "").lower()
    found: dict[str, list[Span]] = {}
    for match in _WRITTEN.finditer(block.text):
        name = next(value for value in match.groups() if value is not None).strip()
        kind = match.lastgroup
        if kind == "angle":
            is_blank = language not in _TAGS and f"</{name}" not in block.text
        elif kind == "braces":
            is_blank = language not in _TEMPLATES
        else:
            is_blank = answer.count(name) > sum(each.text.count(name) for each in blocks)
        if is_blank:
            found.setdefault(name, []).append(match.span())
    return tuple([Blank(name, tuple(spans)) for name, spans in found.items()])


def pieces(text: str, places: Sequence[Blank], values: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """`text` in pieces, `values` in place of those placeholders that have one; each piece with the name it stands for, if any."""
    at = 0
    for (start, end), name in sorted((span, blank.name) for blank in places for span in blank.spans):
        if at < start:
            yield text[at:start], None
        yield values.get(name) or text[start:end], name
        at = end
    if at < len(text):
        yield text[at:], None


def filled(text: str, places: Sequence[Blank], values: Mapping[str, str]) -> str:
    """What is copied."""
    return "".join(piece for piece, _ in pieces(text, places, values))
