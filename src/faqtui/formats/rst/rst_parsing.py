"""reStructuredText to a tree, by docutils: with what Sphinx adds to the language, and without anything that reads files.

Directives that docutils does not know keep their argument and their content; roles that it does not know keep their text.
Nothing is printed, no configuration is read, ``include`` includes nothing.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Directive, Parser, directives, roles, states

from faqtui.formats.rst.rst_numbers import with_all_numbers
from faqtui.formats.rst.rst_terms import with_all_terms
from faqtui.formats.rst.rst_ways import way, without_ways
from faqtui.letters import ASKS
from faqtui.markdown.dialects.definitionlists import joined

KEPT = frozenset(
    {"admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "figure"}
    | {"image", "table", "list-table", "csv-table", "container", "compound", "topic", "sidebar", "rubric", "epigraph"}
    | {"highlights", "pull-quote", "parsed-literal", "line-block", "replace", "unicode", "role", "class", "math"}
)
"""Directives of docutils that are left to it."""

DROPPED = frozenset(
    {
        "contents",
        "toctree",
        "index",
        "sectnum",
        "section-numbering",
        "date",
        "meta",
        "title",
        "highlight",
        "target-notes",
        "sectionauthor",
        "moduleauthor",
        "codeauthor",
        "testsetup",
        "testcleanup",
    }
    | {
        "spelling",
        "spelling:word-list",
        "spelling:ignore-words",
        "default-role",
        "tabularcolumns",
        "currentmodule",
        "module",
        "py:currentmodule",
        "py:module",
        "include",
        "tags",
    }
    | {"default-domain", "program", "c:namespace", "c:namespace-push", "c:namespace-pop", "cpp:namespace"}
    | {"cpp:namespace-push", "cpp:namespace-pop", "js:module", "js:currentmodule"}
    | {
        "sphinx_argparse",
        "graphviz",
        "digraph",
        "graph",
        "inheritance-diagram",
        "autosummary",
        "bibliography",
        "raw-latex",
    }
    | {"restructuredtext-test-directive"}
) - {"graphviz", "digraph", "graph"}
"""Directives that say nothing by themselves: they name what another program puts there."""

CODE = frozenset(
    {
        "code",
        "code-block",
        "sourcecode",
        "prompt",
        "console",
        "parsed-code",
        "doctest",
        "testcode",
        "testoutput",
        "ipython",
    }
    | {
        "jupyter-execute",
        "command-output",
        "graphviz",
        "digraph",
        "graph",
        "mermaid",
        "uml",
        "productionlist",
        "code-cell",
    }
    | {"highlight-block", "shell-example", "terminal", "tab-code"}
)
_LANGUAGES = {"raw": "", "code-cell": "python", "doctest": "pycon", "testcode": "python", "testoutput": ""}
"""The languages of those whose argument names none, but a kernel or a group of tests."""

FOLDS = frozenset({"dropdown", "collapse", "details", "toggle", "expand", "spoiler", "faq-item", "accordion"})
NOTES = frozenset(
    {"seealso", "todo", "versionadded", "versionchanged", "deprecated", "versionremoved", "deprecated-removed"}
)

_DIRECTIVE = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]{1,80}\|[ \t]+)?([A-Za-z][\w:.+-]{0,60})[ \t]?::(?:[ \t]|$)", re.MULTILINE
)


_LITERAL = re.compile(r"^[ \t]*::[ \t]*\n[ \t]+\S", re.MULTILINE)
"""The sign of what is literal, right above that: without a blank line between them docutils takes it for a term."""


class _AnyOption(dict[str, Any]):
    """Options of any name are taken as they are written."""

    def __missing__(self, name: str) -> Any:
        return directives.unchanged


class _Taken(Directive):  # type: ignore[misc]  # docutils has no types
    """A directive whose argument, options and content are kept for `faqtui.formats.rst.rst_blocks` to write."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = _AnyOption({"name": directives.unchanged})

    def run(self) -> list[Any]:
        """Its node."""
        name = self.name.lower()
        argument = " ".join((self.arguments or [""])[0].split())
        if name in DROPPED:
            return [way()] if name == "toctree" else []
        if isinstance(self.state, states.SubstitutionDef):  # which blocks have no place in
            text = "\n".join(self.content) if name == "raw" else argument
            part = nodes.inline(text, text)
            part["faqtui"] = "raw" if "html" in argument and name == "raw" else "text"
            return [part]
        if name in CODE or name == "raw":
            text = "\n".join(self.content)
            code = nodes.literal_block(text, text)
            code["faqtui"] = name
            code["language"] = _LANGUAGES.get(name, argument.split(" ")[0])
            if name == "raw":
                code["format"] = argument
            code.line = self.content_offset + 1
            caption = self.options.get("caption")
            if not caption:
                return [code]
            holder = nodes.container()
            holder += [nodes.paragraph("", "", nodes.strong("", caption)), code]
            return [holder]
        leads = name.endswith("card") and bool(self.options.get("link"))
        if leads and argument and not argument.endswith(ASKS):
            return [self._card(name, argument)]
        holder = nodes.container()
        holder["faqtui"] = name
        holder.line = self.lineno
        if argument and name not in {"only", "ifconfig", "class", "rst-class", "cssclass", "container", "grid"}:
            title = nodes.paragraph(argument, "")
            title.line = self.lineno
            parsed, _ = self.state.inline_text(argument, self.lineno)
            title += parsed
            title["faqtui"] = "argument"
            holder += title
        self._content(name, holder)
        if leads:
            holder += nodes.paragraph("", "", self._link(self.options["link"]))
        return [holder]

    def _card(self, name: str, argument: str) -> Any:
        """A row that leads where a card does, and says what that does."""
        held = nodes.container()
        self._content(name, held)
        link = self._link(self.options["link"], argument)
        row = nodes.paragraph("", "", nodes.strong("", "", link))
        row.line = self.lineno
        said = held.children
        if said and said[0].tagname == "paragraph":
            row += [nodes.Text(": "), *said[0].children]
            said = said[1:]
        item = nodes.list_item("", row, *said)
        return nodes.bullet_list("", item, bullet="-")

    def _content(self, name: str, holder: Any) -> None:
        """Read what the directive holds: titles in it too, which are of the level that their underlines have outside."""
        memo = self.state.memo
        styles, level = memo.title_styles, memo.section_level
        memo.title_styles, memo.section_level = [], 0
        try:
            content = _with_terms(self.content) if name == "glossary" else self.content
            self.state.nested_parse(content, self.content_offset, holder, match_titles=1)
            inner = memo.title_styles
        finally:
            memo.title_styles, memo.section_level = styles, level
        if inner:
            holder["level"] = styles.index(inner[0]) if inner[0] in styles else level

    def _link(self, target: str, text: str = "") -> Any:
        """Where a card leads to: an address, or what a role of this name means."""
        kind = self.options.get("link-type", "url")
        if kind == "url":
            return nodes.reference("", text or target, refuri=target)
        node = nodes.inline(target, f"{text} <{target}>" if text else target)
        node["faqtui"] = kind
        return node


def _with_terms(content: Any) -> Any:
    """The lines of a glossary with terms that have one meaning, each on a line of its own, on the line of the last."""
    made = content[:]
    for number in range(1, len(made)):
        above = made[number - 1]
        if above and made[number] and above[0] not in " \t." and made[number][0] not in " \t.":
            made[number] = joined([above.rstrip(), made[number].strip()])
            made[number - 1] = ""
    return made


def _inliner() -> Any:
    """What reads inline markup, and gives roles that docutils does not know, or only by name, the text that they have.

    No subclass: docutils looks for its own patterns in the class of the object.
    """
    inliner = states.Inliner()
    as_it_is = inliner.interpreted

    def interpreted(rawsource: str, text: str, role: str, lineno: int) -> tuple[list[Any], list[Any]]:
        name = role.lower()
        registered = {**getattr(roles, "_roles", {}), **getattr(roles, "_role_registry", {})}  # no public way to ask
        known = registered.get(name, roles.unimplemented_role)
        if getattr(known, "base_role", None) is roles.raw_role:  # `.. role:: html(raw)`
            kinds = str((getattr(known, "supplied_options", None) or {}).get("format", "html"))
            if "html" not in kinds:
                return [], []
            name = "raw"
        elif known is not roles.unimplemented_role:
            made: tuple[list[Any], list[Any]] = as_it_is(rawsource, text, role, lineno)
            return made
        node = nodes.inline(rawsource, utils.unescape(text))
        node["faqtui"] = name or "default"
        return [node], []

    inliner.interpreted = interpreted
    return inliner


_APART = re.compile(r"(:[A-Za-z][\w-]{0,40}:)[ \t]{1,3}(?=`<)")
"""A role for HTML with a blank behind it, which makes it none: the HTML is meant."""


_JOINED = re.compile(r"^(?=\S)[^\n]*``\*\*[^\n]*$", re.MULTILINE)
_CODE_BEFORE = re.compile(r"(``[^`\n]{1,300}``)\*\*(?=\S)")


def _parted(line: re.Match[str]) -> str:
    """A line whose bold text begins right behind code, which is no markup unless a blank is escaped between them."""
    return _CODE_BEFORE.sub(r"\1\\ **", line[0])


def parsed(text: str) -> Any:
    """A text as a document of docutils, its references not yet resolved. Raises whatever docutils does."""
    for name in {match.lower() for match in _DIRECTIVE.findall(text)}:
        if name not in KEPT:
            directives.register_directive(name, _Taken)
    settings = frontend.get_default_settings(Parser)
    given = {
        "file_insertion_enabled": False, "raw_enabled": False, "_disable_config": True, "report_level": 5, "halt_level": 6,
        "warning_stream": False, "line_length_limit": 10**9, "syntax_highlight": "none", "smart_quotes": False,
        "pep_references": False, "rfc_references": False, "character_level_inline_markup": False, "tab_width": 8,
    }  # fmt: skip
    for name, value in given.items():
        setattr(settings, name, value)
    if "``**" in text:
        text = _JOINED.sub(_parted, text)
    if "(raw)" in text:
        text = _APART.sub(r"\1", text)
    document = utils.new_document("", settings)
    try:
        Parser(inliner=_inliner()).parse(text, document)
    finally:
        # docutils keeps its machines for the next document, each with all of the document that it was last used for.
        getattr(states.RSTState, "nested_sm_cache", []).clear()
    if _LITERAL.search(text):
        _as_literal(document)
    with_all_terms(document)
    with_all_numbers(document)
    if "toctree::" in text or "index`" in text or "index>`" in text:
        without_ways(document)
    return document


def _as_literal(document: Any) -> None:
    """Put what is literal in the place of terms that are nothing but its sign."""
    parents = {id(terms.parent): terms.parent for terms in document.findall(nodes.definition_list)}
    for parent in parents.values():
        parent[:] = [made for child in parent.children for made in _literal(child)]


def _literal(node: Any) -> list[Any]:
    """What is literal in a list of terms that are all its sign; the node itself where it is none."""
    written = [str(item.rawsource).rstrip() for item in node.children] if node.tagname == "definition_list" else []
    if not written or not all(text.startswith("::\n") for text in written):
        return [node]
    return [nodes.literal_block(text[3:], text[3:]) for text in written]
