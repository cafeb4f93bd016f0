"""What of a code block the reader has to put in: which pieces are placeholders, and what it says with values for them.

Three ways to write one are known: ``<name>``, ``{{name}}``, and ``$NAME`` or ``%NAME%`` where the answer speaks of NAME beside
its code. Code that has such signs for something else (tags, types, templates) has no placeholders of that kind. Pure data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from faqtui.model import CodeBlock, Span
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

_WRITTEN = pattern(
    r"(?<![\w$<])(?<!include )(?<!template )<(?P<angle>[^\W\d_](?:[\w .:/-]{0,60}\w)?)>(?!>)"
    r"|(?<![\w${])\{\{(?P<braces>[ ]?[^\W\d_][\w-]{0,60}[ ]?)\}\}"
    r"|\$(?:\{(?P<set>[A-Z][A-Z0-9_]{1,60})\}|(?P<variable>[A-Z][A-Z0-9_]{1,60})(?![A-Za-z0-9_(\[]))"
    r"|(?<![\w%])%(?P<percent>[A-Z][A-Z0-9_]{1,60})%(?!\w)"
)

_NO_BLANK = pattern(r"(?i:[bh]r|wbr|enter|return|esc|tab|cr|bs|leader|(?:[cms]|ctrl|alt|shift)-.*|.*:/.*)")
"""What stands in angle brackets alone and is left there: tags that nothing closes, keys, addresses."""

_OF_THE_MACHINE = frozenset((
    "PATH", "HOME", "USER", "USERNAME", "USERPROFILE", "SHELL", "PWD", "TMPDIR", "TEMP", "APPDATA", "LOCALAPPDATA", "LANG",
))  # fmt: skip
"""Variables that a machine has by itself."""

_VARIABLE = pattern(r"[A-Z][A-Z0-9_]++")
_SET = pattern(r"(?<![\w$%-])([A-Z][A-Z0-9_]++)=")
_CLOSED = pattern(r"</([\w.:-]++)")
"""A name of a variable; one that gets a value; a tag that is closed."""

_TAGS = frozenset((
    "html", "xml", "xhtml", "svg", "jsx", "tsx", "vue", "svelte", "astro", "mdx", "php", "md", "markdown", "xaml", "pom",
    "c", "cpp", "c++", "cc", "h", "hpp", "java", "kotlin", "kt", "rust", "rs", "ts", "typescript", "csharp", "cs", "c#",
    "swift", "scala", "dart", "go", "cmake", "diff", "objc", "vim", "viml", "lua",
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
    left_open, closed = _left_open(answer, blocks), set(_CLOSED.findall(block.text))
    found: dict[str, list[Span]] = {}
    for match in _WRITTEN.finditer(block.text):
        name = next(value for value in match.groups() if value is not None).strip()
        kind = match.lastgroup
        if kind == "angle":
            is_tag = name in closed or _NO_BLANK.fullmatch(name) is not None
            is_blank = language not in _TAGS and not is_tag
        elif kind == "braces":
            is_blank = language not in _TEMPLATES
        else:
            is_blank = name in left_open
        if is_blank:
            found.setdefault(name, []).append(match.span())
    return tuple([Blank(name, tuple(spans)) for name, spans in found.items()])


def _left_open(answer: str, blocks: Sequence[CodeBlock]) -> set[str]:
    """The variables that the answer speaks of beside its code, and that none of that sets."""
    codes = [block.text for block in blocks]
    spoken = Counter(_VARIABLE.findall(answer)) - Counter(name for code in codes for name in _VARIABLE.findall(code))
    return set(spoken) - _OF_THE_MACHINE - {name for code in codes for name in _SET.findall(code)}


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
