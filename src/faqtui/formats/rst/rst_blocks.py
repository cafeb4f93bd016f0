"""reStructuredText to Markdown: the tree that docutils makes of it, written block by block with the lines that it came from.

What takes docutils too long, or too deep, is read by `rst_plain`, line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from faqtui.formats.converted import Converted
from faqtui.formats.labels import unhung, with_colons
from faqtui.formats.rst import rst_plain
from faqtui.formats.rst.rst_bounds import is_too_much
from faqtui.formats.rst.rst_inline import RstInlines, RstTargets
from faqtui.formats.rst.rst_nodes import indented_answers, is_tight, titled
from faqtui.formats.rst.rst_parsing import FOLDS, NOTES, parsed
from faqtui.formats.rst.rst_places import NodeLines
from faqtui.formats.rst.rst_tables import one_line, rows_of
from faqtui.formats.rst.rst_toctrees import listed
from faqtui.formats.writing import Writer, code_span, escaped

_TITLES = {"note", "tip", "important", "warning", "caution", "hint", "attention", "danger", "error"}
_ALERTS = {
    "hint": "tip",
    "attention": "warning",
    "danger": "caution",
    "error": "caution",
    "seealso": "tip",
    "todo": "note",
}
_OF_CODE = frozenset({"function", "class", "method", "option", "envvar", "confval", "describe", "data"})
"""Directives whose argument is code."""

_ABOUT_FILE = frozenset({"orphan", "nocomments", "tocdepth", "nosearch", "no-search", "allow-comments", "hidetoc"})
_ABOUT_PAGE = ("github_url", "gitlab_url", "bitbucket_url", "og:")
"""How the names of fields begin that only themes read."""


def of_text(text: str, path: str = "") -> Converted:
    """A whole file; `path` tells how the files are called that it leads to."""
    text = "\n".join(unhung(with_colons(text.split("\n"))))
    if is_too_much(text):
        return rst_plain.of_text(text)
    try:
        page = _RstPage(text, path)
        page.write()
    except Exception:  # docutils' own, whatever they are: RecursionError, IndexError
        return rst_plain.of_text(text)
    return Converted("reStructuredText", page.writer.lines, page.writer.numbers, listed=listed(text))


class _RstPage:
    """One document being written."""

    def __init__(self, text: str, path: str) -> None:
        self.document = parsed(text)
        self.writer = Writer()
        self.places = NodeLines(text)
        self.level = 0
        self.inlines = RstInlines(RstTargets(self.document, path))
        self.answers = indented_answers(self.document)
        self.blocks: dict[str, Callable[[Any], None]] = {
            name.removeprefix("_write_"): getattr(self, name) for name in dir(self) if name.startswith("_write_")
        }

    def write(self) -> None:
        """Write the document."""
        self._all(self.document)

    # Blocks

    def _all(self, node: Any, skip: int = 0) -> None:
        for child in node.children[skip:]:
            self._block(child)

    def _block(self, node: Any) -> None:
        handler = self.blocks.get(node.tagname)
        if handler is not None:
            handler(node)
        elif node.tagname in _TITLES:
            self._note(node, node.tagname)
        elif node.tagname == "#text":
            self.writer.paragraph(escaped(node.astext()), self.places.cursor)
        elif node.children:
            self._all(node)

    def _inline(self, node: Any, text: str = "") -> list[tuple[int, str]]:
        return self.inlines.lines(node, self.places.of(node, text))

    def _one_line(self, node: Any) -> str:
        return one_line(node, self.places, self.inlines)

    def _write_comment(self, node: Any) -> None:
        self.places.cursor = max(self.places.cursor, (node.line or 1) - 1)

    def _write_target(self, node: Any) -> None:
        """Where links lead to; nothing to see."""

    _write_substitution_definition = _write_target
    _write_meta = _write_target
    _write_pending = _write_target

    def _write_section(self, node: Any) -> None:
        self.level += 1
        self._all(node)
        self.level -= 1

    def _write_title(self, node: Any) -> None:
        if node.parent is not None and node.parent.tagname == "section":
            text = self._one_line(node)
            self.writer.heading(self.level, text, self.places.cursor)
        else:
            self._strong(node)

    def _strong(self, node: Any) -> None:
        text = self._one_line(node)
        if text:
            self.writer.paragraph(text if "*" in text else f"**{text}**", self.places.cursor)

    _write_subtitle = _strong

    def _write_rubric(self, node: Any) -> None:
        """A heading that no table of contents has; in a list or a note, a bold line."""
        if node.parent.tagname in {"section", "document"}:
            self.writer.heading(self.level + 1, self._one_line(node), self.places.cursor)
        else:
            self._strong(node)

    def _write_paragraph(self, node: Any) -> None:
        self.writer.inline(self._inline(node))

    def _write_attribution(self, node: Any) -> None:
        lines = self._inline(node)
        self.writer.inline(
            [(number, text if place else f"\u2014 {text}") for place, (number, text) in enumerate(lines)]
        )

    def _write_caption(self, node: Any) -> None:
        self.writer.inline(self._inline(node))

    def _write_line_block(self, node: Any) -> None:
        lines: list[tuple[int, str]] = []
        waiting = list(reversed(node.children))
        while waiting:
            child = waiting.pop()
            if child.tagname == "line_block":
                waiting += reversed(child.children)
                continue
            lines += (
                self.inlines.lines(child, self.places.of(child))
                if child.astext().strip()
                else [(self.places.cursor, "\\")]
            )
            if lines and not lines[-1][1].endswith("\\"):
                lines[-1] = (lines[-1][0], lines[-1][1] + "\\")
        self.writer.inline(lines)

    def _write_block_quote(self, node: Any) -> None:
        if id(node) in self.answers:
            self._all(node)
        else:
            self._quoted(node.children)

    def _quoted(self, children: Sequence[Any], head: str = "") -> None:
        self.writer.apart()
        with self.writer.inside("> ", "> "):
            if head:
                self.writer.put(head, self.places.cursor)
                self.writer.together()
            for child in children:
                self._block(child)
        self.writer.apart()

    def _note(self, node: Any, kind: str) -> None:
        self.places.cursor = max(self.places.cursor, (node.line or 1) - 1)
        self._quoted(node.children, f"[!{_ALERTS.get(kind, kind).upper()}]")

    def _write_admonition(self, node: Any) -> None:
        if node.children and FOLDS.intersection(node.get("classes", ())):
            self.places.cursor = max(self.places.cursor, (node.line or 1) - 1)
            self._fold(node.children[0], node.children[1:])
        else:
            self._quoted(node.children)

    _write_topic = _write_admonition
    _write_sidebar = _write_admonition

    def _fold(self, title: Any, content: Sequence[Any]) -> None:
        self.writer.apart()
        self.writer.put("<details>", self.places.cursor)
        if title is not None:
            self.writer.put(f"<summary>{self._one_line(title)}</summary>", self.places.cursor)
        self.writer.apart()
        for child in content:
            self._block(child)
        self.writer.apart()
        self.writer.put("</details>", self.writer.last)
        self.writer.apart()

    def _write_bullet_list(self, node: Any) -> None:
        self._list(node, lambda _: "- ")

    def _write_enumerated_list(self, node: Any) -> None:
        start = int(node.get("start", 1))
        self._list(node, lambda place: f"{min(start + place, 999_999_999)}. ")

    def _list(self, node: Any, marker: Callable[[int], str]) -> None:
        self.writer.apart()
        with self.writer.tight(on=is_tight(node)):
            for place, item in enumerate(node.children):
                sign = marker(place)
                with self.writer.inside(sign, " " * len(sign)):
                    if item.tagname == "list_item":
                        self._all(item)
                    else:
                        self._block(item)
                self.writer.apart()
        self.writer.apart()

    def _write_definition_list(self, node: Any) -> None:
        for item in node.children:
            if item.tagname != "definition_list_item":
                self._block(item)
                continue
            terms = [child for child in item.children if child.tagname in {"term", "classifier"}]
            text = " : ".join(self._one_line(child) for child in terms)
            self.writer.apart()
            self.writer.paragraph(text, self.places.cursor)
            for child in item.children:
                if child.tagname == "definition":
                    with self.writer.inside(":   ", "    "):
                        self._all(child)
            self.writer.apart()

    def _write_field_list(self, node: Any) -> None:
        self.writer.apart()
        for field in node.children:
            if field.tagname != "field":
                self._block(field)
                continue
            if (name := field.children[0].astext().lower()) in _ABOUT_FILE or name.startswith(_ABOUT_PAGE):
                continue
            head = self._one_line(field.children[0])
            with self.writer.inside("- ", "  "):
                if len(field.children) > 1 and field.children[1].children:
                    first, *others = field.children[1].children
                    lines = self._inline(first) if first.tagname == "paragraph" else []
                    lines = lines or [(self.places.cursor, "")]
                    self.writer.inline([(lines[0][0], f"**{head}:** {lines[0][1]}".rstrip()), *lines[1:]])
                    for child in others if first.tagname == "paragraph" else [first, *others]:
                        self._block(child)
                else:
                    self.writer.paragraph(f"**{head}**", self.places.cursor)
            self.writer.apart()

    def _write_option_list(self, node: Any) -> None:
        for item in node.children:
            if item.tagname != "option_list_item":
                self._block(item)
                continue
            group = item.children[0]
            number = self.places.of(group, group.astext()[:20])
            self.writer.apart()
            self.writer.paragraph(", ".join(code_span(option.astext()) for option in group.children), number)
            with self.writer.inside(":   ", "    "):
                for child in item.children[1:]:
                    self._all(child)
            self.writer.apart()

    def _write_literal_block(self, node: Any) -> None:
        text = node.astext()
        number = self.places.of(node, text)
        if node.get("faqtui") == "raw":
            self._raw(text, str(node.get("format")), number)
            return
        classes = [name for name in node.get("classes", ()) if name != "code"]
        language = node.get("language") or (classes[0] if "code" in node.get("classes", ()) and classes else "")
        if text.strip():
            self.writer.code(self.places.as_written(text, number), language, number)
        self.places.cursor = max(self.places.cursor, number + text.count("\n"))

    def _raw(self, text: str, kind: str, number: int) -> None:
        if "html" in kind:
            from faqtui.formats.html.html_blocks import of_fragment  # few files have any

            self.writer.apart()
            for line in of_fragment(text):
                self.writer.put(line, number)
            self.writer.apart()
        elif kind not in {"latex", "tex"}:
            self.writer.code(text, "", number)

    def _write_doctest_block(self, node: Any) -> None:
        text = node.astext()
        number = self.places.of(node, text)
        self.writer.code(self.places.as_written(text, number), "pycon", number)

    def _write_math_block(self, node: Any) -> None:
        text = node.astext()
        number = self.places.of(node, text)
        self.writer.apart()
        for offset, line in enumerate(["$$", *text.split("\n"), "$$"]):
            self.writer.put(line, number + max(0, min(offset - 1, text.count("\n"))))
        self.writer.apart()

    def _write_transition(self, node: Any) -> None:
        self.writer.apart()
        self.writer.put("---", max(self.places.cursor, (node.line or 1) - 1))
        self.writer.apart()

    def _write_image(self, node: Any) -> None:
        number = self.places.of(node, str(node.get("uri") or ""))
        self.writer.paragraph(self.inlines.image(node), number)

    def _write_reference(self, node: Any) -> None:
        self.writer.inline(self.inlines.lines([node], self.places.of(node)))

    def _write_footnote(self, node: Any) -> None:
        label = self.inlines.targets.footnote(node)
        self.writer.apart()
        with self.writer.inside(f"[^{label}]: ", "    "):
            for child in node.children:
                if child.tagname != "label":
                    self._block(child)
        self.writer.apart()

    def _write_citation(self, node: Any) -> None:
        label = next((child.astext() for child in node.children if child.tagname == "label"), "")
        children = [child for child in node.children if child.tagname != "label"]
        if children and children[0].tagname == "paragraph":
            lines = self._inline(children[0])
            first = (lines[0][0], f"\\[{escaped(label)}] {lines[0][1]}") if lines else (self.places.cursor, label)
            self.writer.inline([first, *lines[1:]])
            children = children[1:]
        else:
            self.writer.paragraph(escaped(f"[{label}]"), self.places.cursor)
        for child in children:
            self._block(child)

    def _write_system_message(self, node: Any) -> None:
        """What docutils could not read is kept as it is written."""
        if node.get("level", 0) < 3 and node.children and node.children[0].astext().startswith("Title "):
            return
        for child in node.children:
            if child.tagname == "literal_block":
                text = child.astext()
                number = self.places.of(child, text)
                self.writer.code(self.places.as_written(text, number), "", number)

    def _write_table(self, node: Any) -> None:
        for child in node.children:
            if child.tagname == "title":
                self._strong(child)
        for group in node.children:
            if group.tagname != "tgroup":
                continue
            rows, head = rows_of(group, self.places, self.inlines)
            if rows:
                self.writer.table(rows, head=head)

    def _write_container(self, node: Any) -> None:
        """A directive that docutils does not know, or one that only holds others."""
        name = node.get("faqtui")
        if not name:
            self._all(node)
            return
        self.places.cursor = max(self.places.cursor, (node.line or 1) - 1)
        title, content = titled(node)
        around, self.level = self.level, node.get("level", self.level)
        self._directive(name, title, content)
        self.level = around

    def _directive(self, name: str, title: Any, content: Sequence[Any]) -> None:
        if name in FOLDS:
            self._fold(title, content)
        elif name in NOTES:
            head = name if name not in {"seealso", "todo"} else ""
            if head:
                words = {"versionadded": "Added in", "versionchanged": "Changed in", "versionremoved": "Removed in"}
                said = self._one_line(title) if title is not None else ""
                self._quoted(content, f"*{words.get(head, 'Deprecated since')} {said}*".replace(" *", "*"))
            else:
                self._quoted([*([title] if title is not None else []), *content], f"[!{_ALERTS[name].upper()}]")
        else:
            if title is not None:
                text = " ".join(title.rawsource.split())
                number = self.places.of(title)
                code = ":" in name or name in _OF_CODE
                self.writer.paragraph(code_span(text) if code else self._argument(name, title), number)
            for child in content:
                self._block(child)

    def _argument(self, name: str, title: Any) -> str:
        text = self._one_line(title)
        if name in {"tab", "tab-item", "group-tab", "card", "grid-item-card", "admonition", "step"}:
            return text if "*" in text else f"**{text}**"
        if name in {"literalinclude", "youtube", "vimeo", "video"}:
            return code_span(" ".join(title.rawsource.split()))
        return text
