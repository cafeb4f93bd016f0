"""Which titles with a text are questions, though nothing calls them so: told by where they stand in the whole of the data.

The features and the team of a site have titles and texts as its FAQ has, and so have its settings.
"""

from __future__ import annotations

from faqtui.formats.data.data_names import ANSWERING, ASKING, NAMING, SAYING, WHOLE
from faqtui.formats.data.data_shapes import are_alike, asks, first_of, is_weak_question, name_of, names_in, names_of
from faqtui.formats.nodes import Node

GLOSSARIES = frozenset(
    {
        "glossary",
        "glossaries",
        "terminology",
        "acronyms",
        "abbreviations",
        "glossar",
        "glosario",
        "glossaire",
        "glossario",
    }
    | {"glossário", "begriffe", "lexikon", "glossariusz", "глоссарий", "用語集", "术语表", "術語表"}
)
"""The names of what holds terms."""

_CONTEXT = WHOLE | GLOSSARIES | {"troubleshooting"}
_Shape = tuple[str, frozenset[str]]


class _Found:
    """The lists of titles with texts in data, each with its name, and whether anything is called a question."""

    def __init__(self, root: Node) -> None:
        self.lists: list[tuple[str, Node, bool]] = []
        self.named = False
        inside: set[int] = set()  # what is and stands in what is called a FAQ
        seen: set[int] = set()
        waiting = [("", root)]
        while waiting:
            name, node = waiting.pop()
            if id(node) in seen:  # an alias: the same node again
                continue
            seen.add(id(node))
            within = id(node) in inside or is_called_faq(name)
            if node.kind == "list":
                if node.items and is_weak_question(node.items[0]):
                    self.lists.append((name, node, within))
                    self.named = self.named or (within and are_alike(node.items))
            elif node.kind == "map":
                self.named = self.named or _is_called_question(node)
            below = [(name, item) for item in node.items] + [(name_of(key), value) for key, _, value in node.pairs]
            if within:
                inside |= {id(value) for _, value in below}
            waiting += [(key, value) for key, value in below if value.kind != "text"]


def is_called_faq(name: str) -> bool:
    """Whether a name, as `name_of` has it, says that questions are below."""
    return "faq" in name or name in _CONTEXT


def name_of_file(path: str) -> str:
    """The name of a file up to its first dot, as `name_of` has names."""
    return name_of(path.rpartition("/")[2].lstrip(".").partition(".")[0])


def standing(root: Node) -> frozenset[int]:
    """The mappings of a title and a text, by `id`, that are questions.

    - those of a list of several; where the data have questions by that name or in what is called a FAQ, only if they are in this,
      or ask
    - the only one of a list if it asks, if the list is called a FAQ, or has a name under which others have several
    - the data themselves, if they ask
    """
    found = _Found(root)
    chosen: set[int] = set()
    several: set[_Shape] = set()
    single: list[tuple[_Shape, Node]] = []
    for name, node, within in found.lists:
        asking = [item for item in node.items if is_weak_question(item) and _asks(item)]
        if len(node.items) == 1:
            if asking or is_called_faq(name):
                chosen |= set(map(id, node.items))
            else:
                single.append(((name, _names(node.items[0])), node.items[0]))
        elif are_alike(node.items) and (within or not found.named or 2 * len(asking) >= len(node.items)):
            chosen |= {id(item) for item in node.items if not _is_banner(item)}
            several |= {(name, _names(item)) for item in node.items}
        else:
            chosen |= set(map(id, asking))
    chosen |= {id(item) for shape, item in single if shape in several}
    if not found.named and is_weak_question(root) and _asks(root):
        chosen.add(id(root))
    return frozenset(chosen)


def _is_called_question(node: Node) -> bool:
    """Whether a mapping has a question or an answer by that name, and what it needs beside."""
    names = {name_of(key) for key, _, value in node.pairs if value.text or value.kind != "text"}
    texts = {name_of(key) for key, _, value in node.pairs if value.kind == "text" and value.text}
    return bool((texts & ASKING and names & (ANSWERING | SAYING)) or (texts & NAMING and names & ANSWERING))


def _asks(node: Node) -> bool:
    place = first_of(node, names_of(node), NAMING, text=True)
    return place is not None and asks(node.pairs[place][2].text) and not _is_banner(node)


_BANNERS = frozenset({"cta", "calltoaction", "hero", "banner", "newsletter", "signup"})
"""What parts of a page are called that ask to do something."""


def _is_banner(node: Node) -> bool:
    """Whether a mapping is called a banner by its type: it asks nothing that it answers."""
    return any(name_of(key) in _TYPES and name_of(value.text) in _BANNERS for key, _, value in node.pairs)


_TYPES = frozenset({"type", "_type", "template", "component", "block", "blocktype", "layout", "kind"})


def _names(node: Node) -> frozenset[str]:
    return names_in(node)
