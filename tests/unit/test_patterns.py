"""Every regular expression of the program takes time with the length of a text, whatever the text.

They are read out of the source, with how each is used. From its own parts texts are made that lead it far and then fail: what
stands before a repeat, what is repeated 20,000 times, and something that does not fit.
"""

import ast
import importlib
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from re import _constants as op
from re import _parser as parser
from typing import Any

import pytest

from faqtui.patterns import LatePattern, pattern
from support.places import ROOT

LONG = 20_000
MOST = 80
"""Times what one going through 200,000 characters takes at the same time, 12 milliseconds: a linear pattern takes less than
one, a quadratic one some hundreds."""

METHODS = frozenset({"match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split"})
SOURCE = ROOT / "src"
SAMPLES = "a <[({*&`-\"'1_\t\n|:=#."


def of(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, also in what it contains."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, LatePattern):
        yield re.compile(value.pattern, value.flags & ~re.UNICODE)
    elif depth < 3 and isinstance(value, tuple | list | set | frozenset | dict):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from of(item, depth + 1)


def patterns() -> dict[str, tuple[re.Pattern[Any], frozenset[str]]]:
    """Each pattern by its place, with how it is asked; "run" stands for matching wherever another kind of text begins."""
    uses: dict[tuple[str, str], set[str]] = {}
    found: dict[str, tuple[re.Pattern[Any], frozenset[str]]] = {}
    for path in sorted((SOURCE / "faqtui").rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Attribute) or node.attr not in METHODS:
                continue
            if isinstance(node.value, ast.Name):
                uses.setdefault((module, node.value.id), set()).add(node.attr)
            elif isinstance(node.value, ast.Attribute):
                uses.setdefault(("", node.value.attr), set()).add(node.attr)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                not isinstance(node, ast.Call)
                or not isinstance(node.func, ast.Attribute)
                or node.func.attr not in METHODS
            ):
                continue
            name = ast.unparse(node.func.value)
            if name == "re" and isinstance(node.args[0], ast.Constant):
                flags = [eval(ast.unparse(a)) for a in node.args[2:] if ast.unparse(a).startswith("re.")]
                made = re.compile(node.args[0].value, flags[0] if flags else 0)
                found[f"{module}:{node.lineno}"] = made, frozenset({node.func.attr})
            elif node.func.attr == "match" and len(node.args) == 2:
                uses.setdefault((module, name), set()).add("run")
    owned: dict[int, tuple[str, re.Pattern[Any], set[str]]] = {}
    for path in sorted((SOURCE / "faqtui").rglob("*.py")):
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        if module.startswith("faqtui.tui") or module == "faqtui.__main__":
            continue
        for name, value in vars(importlib.import_module(module)).items():
            for made in of(value):
                known = owned.setdefault(id(made), (f"{module}.{name}", made, set()))
                known[2].update(uses.get((module, name), ()), uses.get(("", name), ()))
    return found | {name: (made, frozenset(ways or {"search"})) for name, made, ways in owned.values()}


def one_of(items: list[Any]) -> list[str]:
    """Characters of a set, of each kind that it has."""
    whole = re.compile("[" + "".join(map(_written, items)) + "]")
    return [char for char in SAMPLES if whole.match(char)] or [chr(a) for o, a in items if o is op.LITERAL][:1]


def _written(item: Any) -> str:
    kind, value = item
    if kind is op.NEGATE:
        return "^"
    if kind is op.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if kind is op.CATEGORY:
        letter = {"SPACE": "s", "WORD": "w", "DIGIT": "d"}[str(value).rpartition("_")[2]]
        return "\\" + (letter.upper() if "NOT" in str(value) else letter)
    return re.escape(chr(value))


def samples(sequence: Iterable[Any], before: str, repeats: list[tuple[str, str]]) -> list[str]:
    """Texts that a part of a pattern takes; what it repeats is added to `repeats`, with a text that leads there."""
    made = [""]
    for kind, value in sequence:
        following = [""]
        if kind is op.LITERAL:
            following = [chr(value)]
        elif kind is op.NOT_LITERAL:
            following = [char for char in "a <" if ord(char) != value][:2]
        elif kind is op.ANY:
            following = ["a"]
        elif kind is op.IN:
            following = one_of(value) or ["a"]
        elif kind is op.SUBPATTERN:
            following = samples(value[3], before + made[0], repeats)
        elif kind is op.ATOMIC_GROUP:
            following = samples(value, before + made[0], repeats)
        elif kind is op.BRANCH:
            following = [text for branch in value[1] for text in samples(branch, before + made[0], repeats)]
        elif kind is op.GROUPREF:
            following = ["*"]
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            least, most, inner = value
            parts = samples(inner, before + made[0], repeats)
            if most is op.MAXREPEAT or most > 300:
                repeats += [(before + text, part) for text in made[:2] for part in parts[:8] if part]
            following = [part * least for part in parts[:3]] if least else ["", *parts[:2]]
        made = list(dict.fromkeys(text + part for text in made[:3] for part in following[:8]))[:8] or [""]
    return made


def hard(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """What stands before, what is repeated, and what stands behind."""
    written = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    repeats: list[tuple[str, str]] = []
    whole = samples(parser.parse(written, pattern.flags), "", repeats)
    texts = [(before, part, behind) for before, part in repeats for behind in ("\0", "b")]
    texts += [
        ("", text, "") for before, part in repeats for text in (before, before + part, before + part + " ") if text
    ]
    texts += [("", text[:-1] or text, "") for text in whole if text]
    texts += [(before, char, "\0") for char in {*re.sub(r"\\.", "", written), *" \t\na1-"} for before in ("", "a")]
    return list(dict.fromkeys(texts))


def ask(pattern: re.Pattern[Any], way: str, text: str) -> float:
    """Seconds that it takes."""
    given: Any = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    begun = time.process_time()
    if way == "run":
        for n, char in enumerate(text):
            if not n or (char != text[n - 1] and not (char.isspace() and text[n - 1].isspace())):
                pattern.match(given, n)
    elif way in {"match", "fullmatch", "search"}:
        getattr(pattern, way)(given)
    else:
        for _ in pattern.finditer(given):
            pass
    return time.process_time() - begun


ONE = re.compile(r"(?:[^<>]|<[^>]*>)*b")


def one() -> float:
    """Seconds of processor time that a walk through 200,000 characters takes now."""
    return ask(ONE, "match", "a" * 200_000)


PATTERNS = patterns()


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_time_with_the_length_of_a_text(name: str) -> None:
    pattern, ways = PATTERNS[name]
    for before, part, behind in hard(pattern):
        for way in ways:
            short = 0.0
            for size in (LONG // 40, LONG // 4, LONG):
                text = before + part * (size // len(part)) + behind
                took = ask(pattern, way, text)
                if size == LONG // 4 and (took < 0.005 or took < 20 * short):
                    break  # sixteen times that is still soon; ten times the text may take ten times as long
                short = took if took > 0.0001 else 0.0
                if took < 0.1:
                    continue
                walk = min(one() for _ in range(3))
                if took >= MOST * walk:  # something else may have run on the machine
                    took = min(ask(pattern, way, text) for _ in range(3))
                told = f"{took / walk:.0f} times for {before!r}, {size:,} characters of {part!r}, {behind!r}"
                assert took < MOST * walk, told


def test_there_are_as_many_as_there_ought_to_be() -> None:
    assert len(PATTERNS) > 150


def test_a_pattern_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags: compiled.append(source) or compile_(source, flags))
    late = pattern(r"(?P<word>\w+)", re.ASCII)
    assert compiled == []
    assert [m["word"] for m in late.finditer("two wörds")] == ["two", "w", "rds"]
    assert late.match("words").end() == 5
    assert (late.sub("-", "a b"), late.pattern, late.groupindex["word"]) == ("- -", r"(?P<word>\w+)", 1)
    assert compiled == [r"(?P<word>\w+)"]


def test_what_a_pattern_does_not_have_it_does_not_have() -> None:
    with pytest.raises(AttributeError, match="serach"):
        pattern("a").serach("a")  # type: ignore[attr-defined]
