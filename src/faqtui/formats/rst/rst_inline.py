"""Inline markup of reStructuredText as Markdown: emphasis, code, roles, and references with the targets that they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from faqtui.formats import writing
from faqtui.formats.writing import Inline, code_span, escaped, link, slug

_PLAIN_ROLES_TEXT = """
kbd command file samp program code literal regexp makevar mimetype newsgroup
"""
_CODE_ROLES_TEXT = """
option envvar token keyword class func meth mod
attr data exc obj const type var func macro member enum enumerator union struct namespace concept setting djadmin lookup ttag
tfilter confval c-api opcode py bash sh shell cmd console python js json yaml xml sql html
"""
_PLAIN_ROLES = frozenset(_PLAIN_ROLES_TEXT.split())
"""Roles of what stands as it is written: an angle in them begins no target, as in ``M-<key>``."""

_CODE_ROLES = frozenset(_CODE_ROLES_TEXT.split()) | _PLAIN_ROLES
_STRONG_ROLES = frozenset({"guilabel", "menuselection", "strong", "bold"})
_LINK_ROLES = frozenset({"ref", "doc", "numref", "term", "any", "download", "std:ref", "std:doc", "std:term"})
_ICON_ROLES = re.compile(r"octicon$|fa[bsr]?$|icon$|material-")
"""Roles of a picture in the text: what they have is its name."""

_NUMBERED = {"pep": "https://peps.python.org/pep-{:04}/", "rfc": "https://datatracker.ietf.org/doc/html/rfc{}.html"}
"""Roles of documents that are known by their numbers, and where Sphinx leads from these."""

MAX_DEPTH = 40


def _shown(target: str) -> str:
    """The name of code as Sphinx shows it: behind ``!`` it is no link, and behind ``~`` its last part stands for all of it."""
    return target.rpartition(".")[2].lstrip("~") if target.startswith("~") else target.lstrip("!")


def _of_number(role: str, target: str) -> str:
    """Where a number leads, and a section of what has it: ``8#naming``; empty where it is none."""
    number, sign, section = target.partition("#")
    number = number.strip()
    return _NUMBERED[role].format(int(number)) + sign + section if number.isdecimal() and len(number) < 6 else ""


class RstTargets:
    """Where the references of a document lead."""

    def __init__(self, document: Any, path: str) -> None:
        self._urls: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._anonymous: list[str] = []
        self._used = 0
        self._substitutions = {name.lower(): node for name, node in document.substitution_defs.items()}
        self._footnotes: dict[int, str] = {}
        self._named: dict[str, str] = {}
        self._references = 0
        self.suffix = "." + path.rpartition(".")[2] if path.lower().endswith((".rst", ".txt", ".rest")) else ".rst"
        self._slugs: set[str] = set()  # which links have without their `#` where Markdown was converted
        waiting: list[str] = []
        for node in document.findall():
            name = node.tagname
            if name == "target":
                self._target(node, waiting)
            elif name == "title" and node.parent is not None and node.parent.tagname == "section":
                title = node.astext()
                for label in [*waiting, " ".join(title.lower().split())]:
                    self._titles.setdefault(label, title)
                self._slugs.add(slug(title))
                waiting = []
            elif name == "footnote":
                self._number(node)
            elif name not in {"section", "comment", "#text"}:
                waiting = []

    def _target(self, node: Any, waiting: list[str]) -> None:
        url = node.get("refuri")
        names = [str(name).lower() for name in node.get("names", ())] + [
            str(name).lower() for name in node.get("dupnames", ())
        ]
        if node.get("anonymous"):
            self._anonymous.append(url or "")
            return
        if url is None and node.get("refname"):
            self._titles.update({name: str(node["refname"]) for name in names})
            return
        for name in names:
            if url is not None:
                self._urls.setdefault(name, url)
        if url is None:
            waiting += names

    def _number(self, node: Any) -> None:
        labels = [child.astext() for child in node.children if child.tagname == "label"]
        names = [str(name) for name in (*node.get("names", ()), *node.get("dupnames", ()))]
        label = labels[0] if labels else names[0] if names else str(len(self._footnotes) + 1)
        label = re.sub(r"[\s\]]", "-", label)
        self._footnotes[id(node)] = label
        for name in names:
            self._named.setdefault(name.lower(), label)

    def footnote(self, node: Any) -> str:
        """The label of a footnote."""
        return self._footnotes.get(id(node), "note")

    def referred(self, node: Any) -> str:
        """The label of the footnote that a reference means."""
        name = str(node.get("refname") or "").lower()
        if name:
            return self._named.get(name, re.sub(r"[\s\]]", "-", name))
        if node.get("auto"):
            automatic = list(self._footnotes.values())
            self._references += 1
            return automatic[self._references - 1] if self._references <= len(automatic) else str(self._references)
        return re.sub(r"[\s\]]", "-", node.astext()) or "note"

    def substitution(self, node: Any) -> Any:
        """What is put in the place of a substitution; None where nothing is defined."""
        return self._substitutions.get(str(node.get("refname") or node.astext()).lower())

    def url(self, node: Any) -> str:
        """Where a reference leads; empty where that is not known."""
        if node.get("refuri"):
            url = str(node["refuri"])
            return f"#{url}" if url in self._slugs else url
        if node.get("anonymous"):
            self._used += 1
            return self._anonymous[self._used - 1] if self._used <= len(self._anonymous) else ""
        return self.of_name(str(node.get("refname") or node.astext()))

    def of_name(self, name: str) -> str:
        """The address of a name, or the anchor of the heading that has it."""
        name = " ".join(name.lower().split())
        for _ in range(5):
            if name in self._urls:
                return self._urls[name]
            title = self._titles.get(name)
            if title is None:
                return ""
            lowered = " ".join(title.lower().split())
            if lowered == name or (lowered not in self._titles and lowered not in self._urls):
                return f"#{slug(title)}"
            name = lowered
        return ""

    def title(self, name: str) -> str:
        """The title of the heading that has this label."""
        return self._titles.get(" ".join(name.lower().split()), "")


class RstInlines:
    """Writes inline nodes."""

    def __init__(self, targets: RstTargets) -> None:
        self.targets = targets
        self._line = 0
        self._fragments: dict[str, str] = {}

    def lines(self, node: Any, line: int) -> list[tuple[int, str]]:
        """The children of a node, or a list of nodes, as lines of Markdown; the first stands on this line."""
        made = Inline()
        self._line = line
        self._all(node if isinstance(node, Sequence) and not hasattr(node, "tagname") else node.children, made, 0)
        return made.lines()

    def image(self, node: Any) -> str:
        """An image."""
        return writing.image(str(node.get("alt") or ""), str(node.get("uri") or ""))

    def _all(self, nodes: Sequence[Any], made: Inline, depth: int) -> None:
        for node in nodes:
            self._node(node, made, depth + 1)

    def _node(self, node: Any, made: Inline, depth: int) -> None:
        name = node.tagname
        if name == "#text" or depth > MAX_DEPTH:
            text = node.astext()
            made.text(text, self._line)
            self._line += text.count("\n")
        elif name in {"emphasis", "title_reference", "strong"}:
            sign = writing.STRONG if name == "strong" else writing.EMPHASIS
            made.mark(sign[0], self._line)
            self._all(node.children, made, depth)
            made.mark(sign[1], self._line)
        elif name == "literal":
            self._code(node.astext(), made)
        elif name == "math":
            made.markdown(f"${node.astext()}$", self._line)
        elif name == "reference":
            self._reference(node, made, depth)
        elif name == "footnote_reference":
            made.markdown(f"[^{self.targets.referred(node)}]", self._line)
        elif name == "citation_reference":
            made.text(f"[{node.astext()}]", self._line)
        elif name == "substitution_reference":
            self._substitution(node, made, depth)
        elif name == "image":
            made.markdown(self.image(node), self._line)
        elif name == "inline" and node.get("faqtui"):
            self._role(str(node["faqtui"]), node.astext(), made)
        elif name == "problematic":
            made.text(node.astext(), self._line)
            self._line += node.astext().count("\n")
        elif name not in {"system_message", "comment", "pending"}:
            self._all(node.children, made, depth)

    def _code(self, text: str, made: Inline) -> None:
        made.markdown(code_span(text), self._line)
        if "\n" in text:  # on one line now; those that follow stand further down
            self._line += text.count("\n")

    def _reference(self, node: Any, made: Inline, depth: int) -> None:
        url = self.targets.url(node)
        inner = Inline()
        begun = self._line
        self._all(node.children, inner, depth)
        text = inner.line()
        if not url or (":" in url and url == text == node.astext()):
            made.markdown(text if not url else node.astext(), begun)
        else:
            made.markdown(link(text, url), begun)

    def _substitution(self, node: Any, made: Inline, depth: int) -> None:
        found = self.targets.substitution(node)
        if found is None:
            made.text(f"|{node.astext()}|", self._line)
            return
        line = self._line
        self._all(found.children, made, depth + 10)
        self._line = line

    def _role(self, role: str, text: str, made: Inline) -> None:
        line = self._line
        self._line += text.count("\n")
        text = " ".join(text.split())
        title, bracket, target = text[:-1].rpartition("<") if text.endswith(">") else ("", "", text)
        title, target = (title.strip(), target) if bracket else ("", text)
        name = role.rpartition(":")[2]
        if name in {"ref", "numref", "any"} and (url := self.targets.of_name(target)):
            made.markdown(link(escaped(title or self.targets.title(target) or target), url), line)
        elif name in {"doc", "download"} and not target.startswith(("//", "http")) and " " not in target and target:
            url = target + (self.targets.suffix if name == "doc" and "." not in target.rpartition("/")[2] else "")
            made.markdown(link(escaped(title or target), url), line)
        elif name in _NUMBERED and (url := _of_number(name, target)):
            made.markdown(link(escaped(title or f"{name.upper()} {target}"), url), line)
        elif role == "raw":
            made.markdown(self._fragment(text), line)
        elif _ICON_ROLES.match(name):
            pass
        elif name in _LINK_ROLES or role in _LINK_ROLES:
            made.text(title or target, line)
        elif name in _STRONG_ROLES:
            made.mark(writing.STRONG[0], line)
            made.text(text.replace("-->", "\u2192"), line)
            made.mark(writing.STRONG[1], line)
        elif name == "default" and text[:1] in {"!", "~"}:
            made.markdown(code_span(_shown(text)), line)
        elif name == "default":
            made.mark(writing.EMPHASIS[0], line)
            made.text(text, line)
            made.mark(writing.EMPHASIS[1], line)
        elif name in _CODE_ROLES or ":" in role:
            shown = title or _shown(target)
            shown = text if name in _PLAIN_ROLES else shown
            made.markdown(code_span(shown), line)
        else:
            made.text(f"{title} ({target})" if title and target.startswith("http") else title or text, line)

    def _fragment(self, text: str) -> str:
        """A piece of HTML as inline Markdown."""
        if text not in self._fragments:
            from faqtui.formats.html.html_blocks import of_fragment  # few files have any

            self._fragments[text] = " ".join(" ".join(of_fragment(text)).split())
        return self._fragments[text]
