"""Questions in the front matter of a page: lists of them for a template to show, and one with its answer beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from faqtui.formats import nodes, toml_nodes
from faqtui.formats.converted import Asked
from faqtui.formats.data.data_names import ANSWERING, ASKING, NAMING, SAYING
from faqtui.formats.data.data_questions import Walker
from faqtui.formats.data.data_reading import make_safe, of_json, of_toml, of_yaml
from faqtui.formats.data.data_shapes import first_of, name_of, names_of
from faqtui.formats.html.html_plain import most_elements
from faqtui.formats.nodes import Node, NotRead
from faqtui.letters import ASKS, STOPS

_FEW_WORDS = 8
_ENDS = (".", "!", *ASKS, *STOPS)
"""What tells a sentence from a name: so many words, or how it ends."""

FAQS = frozenset({"faq", "faqs", "questions"})
_DEEPEST, _FEW = 5, 8
"""How deep questions stand in front matter, and how many sections of a page may come before them."""


def of_front_matter(lines: Sequence[str], data: Mapping[str, object]) -> list[Asked]:
    """The questions that the front matter on these lines holds for a template to show, with answers beside them."""
    holding = {key for key, value in data.items() if _holds_questions(value, 0, called=key.lower() in FAQS)}
    if not holding:
        return []
    fence = next((line.strip() for line in lines if line.strip()), "")
    try:
        if fence == "+++":
            return of_toml("\n".join("" if line.strip() == fence else line for line in lines)).asked or []
        if fence == "{":
            return of_json("\n".join(lines)).asked or []
        bare = ["" if line.strip() in {"---", "..."} else line for line in lines]
        return of_yaml("\n".join(_of_questions(bare, holding))).asked or []
    except NotRead:
        return []


def of_answered_page(lines: Sequence[str]) -> Asked | None:
    """The question that front matter on these lines asks by itself, with the answer beside it; None where it has not both."""
    fence = next((line.strip() for line in lines if line.strip()), "")
    bare = "\n".join("" if line.strip() in {"---", "...", "+++"} else line for line in lines)
    read = nodes.of_json if fence == "{" else toml_nodes.of_toml if fence == "+++" else nodes.of_yaml
    try:
        root = read(bare)
    except NotRead:
        return None
    if root.kind != "map":
        return None
    count = make_safe(root)
    names = names_of(root)
    question, answer = first_of(root, names, ASKING, text=True), first_of(root, names, ANSWERING)
    if answer is None:
        return None
    if question is None and not _only_counts(root.pairs[answer][2]) and _answers(names[answer], root.pairs[answer][2]):
        question = first_of(root, names, NAMING, text=True)
    if question is None:
        return None
    _, line, title = root.pairs[question]
    try:
        said = Walker(count, most_elements(0)).lines(root.pairs[answer][2])
    except NotRead:
        return None
    numbers = [line, *(number for number, _ in said)]
    return Asked(title.text, min(numbers), max(numbers) + 1, said) if title.text and said else None


def _answers(name: str, node: Node) -> bool:
    """Whether what stands under a name answers a page's title: ``solution: Audience Manager`` is a product there, no sentence."""
    return (
        "answer" in name
        or node.kind != "text"
        or len(node.text.split()) >= _FEW_WORDS
        or node.text.rstrip().endswith(_ENDS)
    )


def _only_counts(node: Node) -> bool:
    """Whether a value says how many answers there are, or whether there is one, instead of what it is."""
    return node.plain and (not any(map(str.isalpha, node.text)) or node.text.lower() in {"true", "false", "yes", "no"})


def _holds_questions(value: object, depth: int, *, called: bool) -> bool:
    """Whether a value is a mapping with a question and an answer, or holds some; in what is `called` a FAQ a question is one.

    So are titles with a text each of which most ask.
    """
    if depth > _DEEPEST or not isinstance(value, (list, dict)):
        return False
    if isinstance(value, dict):
        names = {name_of(str(key)) for key in value}
        if names & ASKING and (called or names & ANSWERING):
            return True
    elif _are_asked(value):
        return True
    below = value[:_FEW] if isinstance(value, list) else list(value.values())
    return any(_holds_questions(item, depth + 1, called=called) for item in below)


def _are_asked(values: Sequence[object]) -> bool:
    """Whether a list has mappings with a title and a text each, and most of the titles ask."""
    titles = [title for value in values if isinstance(value, dict) and (title := _title_above_text(value))]
    return len(titles) > 1 and len(titles) == len(values) and 2 * sum(map(_asks, titles)) > len(titles)


def _asks(title: str) -> bool:
    return title.rstrip().endswith(ASKS)


def _title_above_text(value: Mapping[object, object]) -> str:
    """The title of a mapping that has a text beside it."""
    names = {name_of(str(key)): said for key, said in value.items()}
    title = next((said for name, said in names.items() if name in NAMING and isinstance(said, str)), "")
    return title if any(name in SAYING and said for name, said in names.items()) else ""


def _of_questions(lines: Sequence[str], holding: Set[str]) -> Iterator[str]:
    """The lines of front matter with all but those of the keys that hold questions made blank, so that places stay true."""
    inside = False
    for line in lines:
        if line[:1] not in {" ", "-", "", "\t"}:
            inside = line.partition(":")[0].strip("\"' ") in holding
        yield line if inside else ""
