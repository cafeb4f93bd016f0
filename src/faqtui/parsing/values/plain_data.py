"""Text of YAML, TOML and JSON to plain data: within bounds that are looked at first, and values as they are written."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, ClassVar

from faqtui import toml
from faqtui.parsing.values import plain_yaml
from faqtui.patterns import pattern

MAX_NESTING = 30
"""Brackets, or indentations, inside one another. libyaml is recursive: 50 KB of ``[`` end the interpreter."""

MAX_KEYS = 2_000
"""Lines with a key; a mapping of 300,000 keys takes seconds."""

_PLAIN = pattern(r"([A-Za-z][\w.-]{0,60})[ \t]*[:=][ \t]+([^\s\"'\[\]{}&*!|>%@`#,](?:.*[^ \t\n])?)[ \t]*$")
_QUOTED = pattern(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")


def too_complex(text: str, lines: int = 20_000) -> str:
    """Why this YAML is not given to the parser; empty when it may be.

    Counts what nests before the parser sees it: the deepest run of open brackets, of dashes on a line, of indentations.
    """
    bare = _QUOTED.sub('""', text)
    depth = deepest = 0
    for found in re.finditer(r"[\[{]+|[\]}]+", bare):
        run = found[0]
        depth += len(run) if run[0] in "[{" else -len(run)
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    # Quotes may hide brackets from this count, or the other way round: so all of them are counted as well.
    opened = max(text.count("["), text.count("{"))
    if deepest > MAX_NESTING and opened > MAX_NESTING:
        return "its lists and mappings are nested too deeply"
    if opened > lines:
        return "it has too many lists and mappings"
    indents: list[int] = []
    keys = 0
    for line in text.split("\n"):
        stripped = line.lstrip(" ")
        if not stripped:
            continue
        marks = re.match(r"(?:[-?:][ \t]+)*", stripped)
        count = len(re.findall(r"[-?:]", marks[0])) if marks else 0
        indent = len(line) - len(stripped)
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        if len(indents) + count > MAX_NESTING:
            return "its lists and mappings are nested too deeply"
        keys += 1
    if keys > lines:
        return "it has too many lines"
    return ""


def parsed(text: str, language: str) -> object:
    """What a text of YAML, TOML or JSON says. Raises what its parser does."""
    if language == "toml":
        return toml.loads(text)  # python-frontmatter's own support needs a package that is not a dependency
    if language == "yaml" and (plain := plain_yaml.read(text)) is not None:
        return plain
    # Importing frontmatter and YAML takes 15 ms, which documents without front matter, or with a plain one, need not pay.
    from frontmatter.default_handlers import JSONHandler, YAMLHandler

    loaded: object = JSONHandler().load(text) if language == "json" else YAMLHandler().load(text, Loader=yaml_loader())
    return loaded


def plain_values(text: str) -> dict[str, Any]:
    """The values that stand on the line of their key in front matter that does not parse: ``title: How to: fold``."""
    lines = text.split("\n")
    found: dict[str, Any] = {}
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        match = _PLAIN.match(line)
        if match and not below.startswith((" ", "\t")) and len(found) < MAX_KEYS:
            found.setdefault(match[1], match[2])
    return found


@cache
def yaml_loader() -> type[Any]:
    """A safe YAML loader that takes plain values as they are written and does not merge mappings.

    Dates, numbers and ``no`` stay text, whatever their tags, so that none is changed and none that is impossible loses
    the others. ``<<`` is a key like any other: merging aliases of aliases multiplies, and 314 bytes of it take nine seconds.
    """
    import yaml

    kept = {f"tag:yaml.org,2002:{name}" for name in ("null", "str", "seq", "map")}
    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        yaml_implicit_resolvers: ClassVar = {
            first: [pair for pair in resolvers if pair[0] in kept]
            for first, resolvers in base.yaml_implicit_resolvers.items()
        }
        yaml_constructors: ClassVar = {tag: make for tag, make in base.yaml_constructors.items() if tag in kept}

        def flatten_mapping(self, node: object) -> None:
            """Merge nothing, a key that is tagged as a merge included."""

    def untagged(loader: Any, node: Any) -> object:
        if isinstance(node, yaml.ScalarNode):
            return loader.construct_scalar(node)
        mapping = isinstance(node, yaml.MappingNode)
        return loader.construct_mapping(node, deep=True) if mapping else loader.construct_sequence(node, deep=True)

    Loader.yaml_constructors[None] = untagged
    return Loader


def as_written(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The mapping with what YAML changed put back: ``version: 1.10`` is not 1.1, nor ``title: no`` False."""
    for key, value in data.items():
        if isinstance(value, (bool, float, int)) or (value is not None and not isinstance(value, (str, list, dict))):
            written = rf"^{re.escape(key)}[ \t]*[:=][ \t]*+((?:[^\n#]*[^\n# \t])?)[ \t]*(?:#[^\n]*)?$"
            match = re.search(written, text, re.MULTILINE)
            if match:
                data[key] = match[1].strip("\"'")
            elif not isinstance(value, (bool, float, int)):
                data[key] = str(value)
    return data
