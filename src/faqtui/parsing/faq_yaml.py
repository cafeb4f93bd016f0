"""FAQ YAML: documents that hold questions and answers as data, such as Microsoft's ``### YamlMime:FAQ``.

A mapping with ``sections`` of ``questions``, or a list of mappings with ``question`` and ``answer``. The answers are Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from faqtui.parsing.front_matter import too_complex
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.sanitize import sanitize

MARK = "YamlMime:FAQ"
MAX_CHARACTERS = 4_000_000
"""The longest file that YAML is asked to parse: about two seconds."""

_QUESTION = ("question", "q", "title", "name")
_ANSWER = ("answer", "a", "content", "text", "body")
_IN_FRONT_MATTER = ("faq", "faqs", "questions")
_NESTED = ("sections", "questions", "faqs", "faq", "items", "entries", "children", "categories", "groups")


def is_faq_yaml(path: str, text: str) -> bool:
    """Whether a document is FAQ YAML, told by its first line or its name."""
    return MARK in text[:200] or path.endswith((".yml", ".yaml"))


def read(text: str) -> Segments | None:
    """The questions of FAQ YAML; None where the text is not YAML of that shape."""
    if len(text) > MAX_CHARACTERS or too_complex(text, lines=200_000):
        return None
    import yaml  # 28 ms that no Markdown file needs

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(root, yaml.nodes.CollectionNode):
        return None
    _make_safe(root)
    segments = Segments()
    walker = _Walker(segments, text.split("\n"))
    walker.node(root, (), 0)
    return segments if segments.sections else None


def in_front_matter(data: Mapping[str, Any], lines: Sequence[str]) -> list[Section]:
    """The questions that front matter holds under ``faq:`` or ``faqs:`` for a template to show; `lines` are its lines."""
    if not any(_holds_questions(value) for key, value in data.items() if key.lower() in _IN_FRONT_MATTER):
        return []
    found = read("\n".join(_of_questions(["" if line.strip() in {"---", "..."} else line for line in lines])))
    return found.sections if found is not None else []


def _holds_questions(value: object) -> bool:
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and {"question", "q"} & {str(key).lower() for key in first} != set()


def _of_questions(lines: Sequence[str]) -> Iterator[str]:
    """The lines of front matter with all but those of the keys that hold questions made blank, so that places stay true."""
    inside = False
    for line in lines:
        if line[:1] not in {" ", "-", "", "\t"}:
            inside = line.partition(":")[0].strip("\"' ").lower() in _IN_FRONT_MATTER
        yield line if inside else ""


def _make_safe(root: Any) -> None:
    """Sanitise every value once more: an escape in quotes puts characters into it that were not in the file."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias: the same node again
            continue
        seen.add(id(node))
        if node.id == "scalar":
            node.value = sanitize(node.value)
        elif node.id == "mapping":
            waiting += [part for pair in node.value for part in pair]
        else:
            waiting += node.value


class _Walker:
    """Walks the nodes of a YAML document, which may be shared (aliases): each is looked at a limited number of times."""

    def __init__(self, segments: Segments, lines: list[str]) -> None:
        self.segments = segments
        self.lines = lines
        self.steps = 0

    def node(self, node: Any, path: tuple[str, ...], depth: int) -> None:
        self.steps += 1
        if depth > 12 or self.steps > 500_000:
            return
        if node.id == "sequence":
            for item in node.value:
                self.node(item, path, depth + 1)
            return
        if node.id != "mapping":
            return
        keys = {str(key.value).lower(): (key, value) for key, value in node.value if key.id == "scalar"}
        nested = [keys[name][1] for name in _NESTED if name in keys and keys[name][1].id != "scalar"]
        question = next((keys[name] for name in _QUESTION if name in keys and keys[name][1].id == "scalar"), None)
        answer = next((keys[name][1] for name in _ANSWER if name in keys and keys[name][1].id == "scalar"), None)
        if question is not None and answer is not None and not nested:
            lines = list(self._text(answer))
            start = min([question[0].start_mark.line, *(number for number, _ in lines[:1])])
            end = max(start + 1, lines[-1][0] + 1 if lines else start + 1)
            text = " ".join(str(question[1].value).split())
            self.segments.sections.append(Section(text, start, end, lines, path, "yaml"))
            return
        if depth == 0 and question is not None:
            self.segments.title = " ".join(str(question[1].value).split())
        elif question is not None and nested:
            path = (*path, " ".join(str(question[1].value).split()))
        for name, (key, value) in keys.items():
            if value.id == "scalar" and name not in _QUESTION and str(value.value).strip():
                self.segments.outside.append((key.start_mark.line, str(value.value).strip()))
        if nested:
            for child in nested:
                self.node(child, path, depth + 1)
            return
        for name, (_, value) in keys.items():
            # A mapping of section names to lists of questions.
            if value.id != "scalar" and name not in {"metadata", "title"}:
                self.node(value, (*path, str(keys[name][0].value)) if value.id == "sequence" else path, depth + 1)

    def _text(self, node: Any) -> Iterator[tuple[int, str]]:
        """The lines of a scalar with the lines of the file they stand on."""
        literal = node.style == "|"
        first = node.start_mark.line + (1 if node.style in {"|", ">"} else 0)
        last = len(self.lines) - 1
        texts = str(node.value).split("\n")
        while texts and not texts[-1].strip():
            texts.pop()
        started = False
        if literal:
            # Blank lines before the text are not part of the value's first line in every case.
            while first < last and not self.lines[first].strip() and texts and texts[0].strip():
                first += 1
        for offset, text in enumerate(texts):
            if not started and not text.strip():
                continue
            started = True
            yield min(first + (offset if literal else 0), last), text
