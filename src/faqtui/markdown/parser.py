"""The one markdown-it parser that parsing and rendering share."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from faqtui.markdown.by_sign import ask_by_sign
from faqtui.markdown.dialects import colonfences, definitionlists, emoji_names, formulas, marks, shortcodeblocks
from faqtui.markdown.dialects.attribute_lists import list_end
from faqtui.markdown.dialects.containers import CONTAINERS
from faqtui.markdown.dialects.mystblocks import directive
from faqtui.markdown.held_code import extended
from faqtui.markdown.line_starts import WHOLE_COMPONENT
from faqtui.markdown.linear import label_end, thematic_break
from faqtui.markdown.link_targets import templated
from faqtui.markdown.tags import BRACED, HTML_TAGS
from faqtui.markdown.urls import bare_url
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_COMPONENT = pattern(
    r"</?([A-Z][A-Za-z0-9-]{0,80})(?:\s(?:\"[^\"\n]*\"|'[^'\n]*'|=(?>(?:" + BRACED + r")?)|[^<>\"'=\n])*)?>[ \t]*"
)
"""What may be a tag of a component; names in capitals alone are placeholders, which may stand on a line of a paragraph."""

_BRACED = pattern(
    r"<([A-Za-z][A-Za-z0-9-]{0,80})(?:\s+[A-Za-z_:][\w:.-]*(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|" + BRACED + r"))?)*\s*/?>"
)
"""A tag of a component; its attributes may stand in braces."""

_TAB = pattern(r"===[+!]?[ \t]+([\"'])(.*)\1[ \t]*$")
"""The line that opens a content tab."""


_AT_TAB = pattern(r"@tab(?::active)?[ \t]++(\S(?:.*\S)?)[ \t]*$")
"""The line that opens a tab up to the next one."""


def _link_destination(text: str, start: int, end: int) -> Any:
    """The helper ``parseLinkDestination`` of markdown-it, which knows no templates: ``({{ "/page" | relative_url }})``."""
    from markdown_it.helpers import parseLinkDestination

    found = parseLinkDestination(text, start, end)
    written = templated(text, start) if "{" in text[start : start + 1] or "{{" in found.str else None
    if written is not None and written[1] <= end:
        found.ok, found.str, found.pos = True, *written
    return found


_LONG_ADDRESS = 2_000
"""Characters of an address from which on it is read by `_encoded`."""

_NOT_IN_ADDRESS = pattern(r"(?:%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9;/?:@&=+$,_.!~*'()#%-]){1,1000}")


def _normal_link(url: str) -> str:
    """Like ``normalizeLink`` of markdown-it, which puts a long address together by copying it for each character."""
    from markdown_it.common.normalize_url import normalizeLink

    return _encoded(url) if len(url) > _LONG_ADDRESS else normalizeLink(url)


def _normal_link_text(link: str) -> str:
    """Like ``normalizeLinkText`` of markdown-it; a long address as it is written."""
    from markdown_it.common.normalize_url import normalizeLinkText

    return link if len(link) > _LONG_ADDRESS else normalizeLinkText(link)


def _encoded(url: str) -> str:
    """An address with what may not stand in one in percents; a host is none by itself in so long a one."""
    from urllib.parse import quote

    known: dict[str, str] = {}

    def encoded(found: re.Match[str]) -> str:
        said = known.get(found[0])
        if said is None:
            said = known[found[0]] = quote(found[0], safe="", errors="replace")
        return said

    return _NOT_IN_ADDRESS.sub(encoded, url.strip())


_HELPERS = {"parseLinkLabel": label_end, "parseLinkDestination": _link_destination}
_LAST, _ADDRESS, _ADDRESS_END = -1, -2, -3
"""Where the last closing bracket and address are remembered, beside what markdown-it remembers by position."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough, footnotes, directives, ``:::``, ``!!!``, ``===`` containers; made once, in 45 ms."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.admon import admon_plugin
    from mdit_py_plugins.footnote.index import footnote_def

    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    markdown.helpers = SimpleNamespace(**vars(markdown.helpers) | _HELPERS)  # type: ignore[assignment]
    markdown.normalizeLink = _normal_link  # type: ignore[method-assign]
    markdown.normalizeLinkText = _normal_link_text  # type: ignore[method-assign]
    markdown.use(admon_plugin)
    markdown.block.ruler.at("hr", thematic_break, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    markdown.block.ruler.at("html_block", extended, {"alt": ["paragraph", "reference", "blockquote"]})
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("fence", "container", colonfences.rule, interrupts)
    markdown.block.ruler.before("fence", "tab", _tab, interrupts)
    markdown.block.ruler.before("fence", "at_tab", _at_tab, interrupts)
    markdown.block.ruler.before("container", "directive", directive, interrupts)
    markdown.block.ruler.before("html_block", "component", _component, interrupts)
    markdown.block.ruler.before("fence", "formula", formulas.block_rule, interrupts)
    markdown.block.ruler.before("fence", "shortcode", shortcodeblocks.rule, interrupts)
    markdown.block.ruler.before("paragraph", "definition", definitionlists.rule, {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.before("html_inline", "jsx", _jsx)
    markdown.inline.ruler.before("escape", "formula", formulas.inline_rule)
    markdown.inline.ruler.before("escape", "address", _address)
    markdown.inline.ruler.before("escape", "emoji", emoji_names.inline_rule)
    markdown.inline.ruler.before("emphasis", "mark", marks.inline_rule)
    markdown.inline.ruler.before("link", "unclosed", _unclosed)
    # Of the plugin only the definitions: the inline rules would number footnotes anew and move them to the end.
    markdown.block.ruler.before("reference", "footnote", footnote_def, {"alt": ["paragraph", "reference"]})
    ask_by_sign(markdown)
    return markdown


def _component(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: ARG001 - as markdown-it calls it
    """A tag of a component alone on its line, or one with all that is in it: an HTML block by itself.

    MDX has Markdown follow on the next line.
    """
    begin = state.bMarks[first] + state.tShift[first]
    if state.src[begin : begin + 1] != "<" or state.is_code_block(first):
        return False
    match = _COMPONENT.fullmatch(state.src, begin, state.eMarks[first])
    if match is None and not silent:
        match = WHOLE_COMPONENT.fullmatch(state.src, begin, state.eMarks[first])
        match = match if match is not None and match[1].lower() in CONTAINERS else None
    if match is None or match[1].isupper() or match[1].lower() in HTML_TAGS:
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.map, token.content = [first, first + 1], match[0] + "\n"
        state.line = first + 1
    return True


def _jsx(state: StateInline, silent: bool) -> bool:
    """What HTML does not have: comments, of Hugo too, lists of attributes in braces, and tags with attributes in braces."""
    if state.src.startswith("{/*", state.pos):
        end = state.src.find("*/}", state.pos + 3)
        stop, content = end + 3, "<!-- -->"
    elif state.src.startswith("{{/*", state.pos):
        end = state.src.find("*/}}", state.pos + 4)
        stop, content = end + 4, "<!-- -->"
    elif (
        state.src[state.pos] == "<"
        and (match := _BRACED.match(state.src, state.pos))
        and (match[1][0].isupper() or match[1] in HTML_TAGS)
    ):
        end, stop, content = match.start(), match.end(), match[0]
    elif state.src[state.pos] == "{" and (end := list_end(state.src, state.pos)):
        stop, content = end, "<!-- -->"
    else:
        return False
    if end < 0:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = content
    state.pos = stop
    return True


def _address(state: StateInline, silent: bool) -> bool:
    """What marks emphasis elsewhere is part of a bare address (GFM, extended autolinks): ``https://cats.example/_cat_/``."""
    at, text = state.pos, state.src
    if not text.startswith("://", at) or not text[max(at - 5, 0) : at].lower().endswith(("http", "https")):
        return False
    begin = at - (5 if text[at - 1] in "sS" else 4)
    if state.cache.get(_ADDRESS, 0) < at < state.cache.get(_ADDRESS_END, 0):
        return False  # inside of an address: each of thousands in a row would be read to the end of all
    said, url = bare_url(text, begin, in_brackets=True)
    end = begin + len(said)
    state.cache[_ADDRESS], state.cache[_ADDRESS_END] = at, end
    if not url or end > state.posMax or not ("*" in said or "_" in said):
        return False
    if not silent:
        state.pending += text[at:end]
    state.pos = end
    return True


def _unclosed(state: StateInline, silent: bool) -> bool:
    """A bracket after the last one that closes is text: to look for its end takes a hundred times as long as all else."""
    if state.src[state.pos] != "[":
        return False
    last = state.cache.get(_LAST)
    if last is None:
        last = state.cache[_LAST] = state.src.rfind("]")
    if state.pos < last:
        return False
    if not silent:
        state.pending += "["
    state.pos += 1
    return True


def _tab(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """``=== "Title"``, then a body indented by four columns (pymdownx.tabbed)."""
    if state.is_code_block(first):
        return False
    begin = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith("===", begin) or (match := _TAB.match(state.src, begin, state.eMarks[first])) is None:
        return False
    if silent:
        return True
    indent, stop, last = state.sCount[first] + 4, first + 1, first
    while stop < end and (state.isEmpty(stop) or state.sCount[stop] >= indent):
        if not state.isEmpty(stop):
            last = stop
        stop += 1
    return _open_tab(state, first, last + 1, match[2], indent)


def _at_tab(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """``@tab Title`` right in a container: a tab that goes up to the next one (VuePress)."""
    if state.parentType != "container" and not (silent and state.parentType == "paragraph"):
        return False

    def title(line: int) -> str:
        begin = state.bMarks[line] + state.tShift[line]
        match = _AT_TAB.match(state.src, begin, state.eMarks[line]) if state.src[begin : begin + 4] == "@tab" else None
        return "" if match is None or state.sCount[line] != state.blkIndent else match[1]

    found = title(first)
    if silent or not found:
        return bool(found)
    stop = next((line for line in range(first + 1, end) if title(line)), end)
    return _open_tab(state, first, stop, found, state.blkIndent)


def _open_tab(state: StateBlock, first: int, stop: int, title: str, indent: int) -> bool:
    """Read the lines after `first` and before `stop` as the tab of a title."""
    token = state.push("tab_open", "div", 1)
    token.map, token.block, token.content = [first, stop], True, title
    parent, limit, outer = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "tab", stop, indent
    state.md.block.tokenize(state, first + 1, stop)
    state.parentType, state.lineMax, state.blkIndent = parent, limit, outer
    state.push("tab_close", "div", -1)
    state.line = stop
    return True
