"""HTML tags and JSX components in text: the table of tags, which of them are markup, how one is read, what its attributes say.

A FAQ is full of ``<PLACEHOLDERS>`` that look like tags. So one counts as markup only if its name is known here and, where HTML
wants it closed, its end follows, or if it is evidently a component; everything else is the author's text, shown as written.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from faqtui.patterns import pattern
from faqtui.records import NamedTuple

_TABLE = """
: area button circle data datalist g hgroup input label line map meta meter noscript output path polygon progress rect rp rt ruby
: template time
start silent void: col
start: link menu optgroup param search track
start word: dialog fieldset form head legend option title
word: select
block start word: address article aside body caption center div figcaption figure footer header html main nav section
block start word frame: blockquote details dl h1 h2 h3 h4 h5 h6 ol summary table ul
block start word open: p tbody tfoot thead
block start word open frame: dd dt li td th tr
block start word void: hr
block start: colgroup
block raw word: pre
block raw hidden: script style
block hidden shown: svg
raw: textarea
word void: br
void shown: img
silent: a abbr bdi bdo big font nobr q small span sub sup
silent shown: picture
silent void: source wbr
shown: object
shown video start: iframe
shown video: embed video
shown audio: audio
strong: b strong
emphasis: cite dfn em i var
strike: del s strike
underline: ins u
mark: mark
code: code kbd samp tt
start text: base basefont dir frame frameset menuitem noframes
"""
"""What each tag is; a few words say all that anything here goes by:

- ``start``: begins a block of HTML where it begins a line (CommonMark 4.6, condition 6); ``raw``: so does it, up to its end
  tag (condition 1)
- ``word``: words before and after it do not run together
- ``block``: begins or ends a block of an answer; ``frame``: and becomes one itself
- ``void``: has no end tag; ``open``: may be left unclosed
- ``silent``: is understood, and does nothing; ``hidden``: what is in it is not for readers
- ``shown``: is something to see, though no text; ``video``, ``audio``: of which a terminal can only tell
- ``text``: is none of the tags that are markup wherever they stand
- any other word is the style that it gives its text
"""


def _table() -> dict[str, frozenset[str]]:
    rows = [line.partition(":") for line in _TABLE.strip().splitlines()]
    return {name: frozenset(words.split()) for words, _, names in rows for name in names.split()}


_TAGS = _table()


def _all(word: str) -> frozenset[str]:
    return frozenset([name for name, words in _TAGS.items() if word in words])


HTML_TAGS = frozenset(_TAGS) - _all("text")
"""Tags that are markup wherever they stand; any other ``<word>`` is text unless it is evidently a component."""

BREAKING_TAGS = _all("word")
"""Tags between which words do not run together."""

BLOCKS = _all("block")
"""Tags that begin or end a block of an answer."""

FRAMED = _all("frame")
"""Those of them that become a block of their own."""

BREAKS = (BLOCKS - _all("hidden")) | {"br"}
"""Tags that end a line where they stand in the running text of an answer."""

_STYLES = {"strong", "emphasis", "strike", "underline", "mark", "code"}
INLINE_STYLES = {name: style for name, words in _TAGS.items() for style in words & _STYLES}
"""Tags that give their text a style."""

PLAYED = {name: what for name, words in _TAGS.items() for what in words & {"video", "audio"}}
"""Tags of what a terminal cannot play, and what is said instead."""

_VOID, _OPEN = _all("void"), _all("open")
_SPOKEN_OF_NEVER = _OPEN | {"br", "hr", "wbr"}
_BEFORE_WORD, _MORE = " (\u00ab\u201c\u201e\"'/", "\n<*_`["
KNOWN = BLOCKS | _all("silent") | _VOID | frozenset(INLINE_STYLES)
"""Tags that are understood in an answer."""

STARTS_BLOCK, RAW_TAGS = _all("start"), _all("raw")
"""Tags that begin a block where they begin a line, and those that do so up to their end tag."""

STARTS_RAW = "|".join(sorted(RAW_TAGS))
"""The names of the latter, for patterns."""

SHOWN = "|".join(sorted(_all("shown")))
"""The names of tags that are something to see, though no text, for patterns."""

SCRIPT = pattern(r"<(?:script|style)\b", re.IGNORECASE)
SCRIPT_END = pattern(r"</(?:script|style)[ \t]*>", re.IGNORECASE)

BRACED = r"\{(?>(?:[^{}]++|\{(?>(?:[^{}]++|\{[^{}]*+\})*)\})*)\}"
"""A value in braces, which is code, and may have braces of its own (JSX, "JSXAttributeValue"); a part of patterns."""

TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s(?:\"[^\"]*\"|'[^']*'|=(?>(?:" + BRACED + r")?)|[^<>\"'=])*)?)/?>")
"""A tag as HTML5 writes one; the groups are the slash of an end tag, the name, and the attributes."""

INLINE_TAG = pattern(
    r"<(/?)([A-Za-z][\w.-]*)((?:\s+[@A-Za-z_:#][\w.:@-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|" + BRACED + r"|"
    r"[^\s\"'=<>`{}]+))?)*)\s*(/?)>"
)
"""A tag or a component in running text, whose attributes may stand in braces; the last group is the slash of an empty one."""

_ATTRIBUTE = pattern(r"([A-Za-z_:@][\w:.-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|" + BRACED + r"|[^\s\"'=<>`]+))?")
_GIVEN = pattern(r"([@A-Za-z_:#][\w.:@-]*+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|(" + BRACED + r")|([^\s\"'=<>`]++)))?")
"""An attribute as HTML has it, and one with a value, which may stand in the braces of JSX."""

_LITERAL = pattern(
    r"\{\s*+(?:[\w.$]+\(\s*)?(?:\"((?>(?:[^\"\\]|\\.)*))\"|'((?>(?:[^'\\]|\\.)*))'|`((?>(?:[^`$\\]|\\.)*))`)"
    r"\s*+\)?(?:\.default)?\s*+\}",
    re.DOTALL,
)
_ELEMENT = pattern(r"\{\s*+(<[A-Za-z>][^{}]*+(?<=>))\s*+\}")
_ESCAPED = pattern(r"\\([\"'`\\])")
_NOTE = pattern(
    r"(?:^|[\s-])(note|tip|hint|info|important|warning|caution|danger|attention|error|seealso|success)(?:$|[\s-])"
)
_CODE = " "
"""The value of an attribute that only a program could tell: something, though nothing to show."""


def is_tag(name: str, attributes: str, closing: str, components: Container[str]) -> bool:
    """Whether what looks like a tag is one, and not a placeholder such as ``<ACCOUNT_ID>``."""
    if name.lower() in HTML_TAGS:
        return True
    return bool(closing) or "=" in attributes or name in components


def note_kind(classes: str) -> str:
    """The kind of a note that an element is by its classes, in lower case: ``alert alert-warning`` (Bootstrap), or empty."""
    names = classes.lower()
    if "admonition" not in names and "alert" not in names and "callout" not in names:
        return ""
    match = _NOTE.search(names)
    return match[1] if match else ""


def is_component(name: str) -> bool:
    """Whether a tag of this name is none of HTML's: ``<Card>``, and ``<Link>``, which is written as components are."""
    return name.lower() not in HTML_TAGS or (name[0].isupper() and not name.isupper())


def attributes(source: str, *, elements: bool = False) -> dict[str, str]:
    """The attributes of a tag or shortcode that have a value, names in lower case.

    Of a value that is an element, ``{<b>Is it free?</b>}``, the words; with `elements` all of it.
    """
    found: dict[str, str] = {}
    for match in _GIVEN.finditer(source):
        if (match.lastindex or 0) < 2:
            continue
        name, quoted, single, braced, bare = match.groups()
        found[name.lower()] = _literal(braced, elements=elements) if braced else quoted or single or bare or ""
    return found


def _literal(braced: str, *, elements: bool = False) -> str:
    """The text that a value in braces is, by itself or of a file: ``{"./a.png"}``, ``{require('./a.png').default}``."""
    match = _LITERAL.fullmatch(braced)
    if match is not None:
        return _ESCAPED.sub(r"\1", next((text for text in match.groups() if text is not None), ""))
    element = _ELEMENT.fullmatch(braced)
    if element is None:
        return _CODE
    inner = element[1].removeprefix("<>").removesuffix("</>")
    return inner if elements else TAG.sub("", inner)


def unbraced(text: str) -> str:
    """A text that is nothing but a string in braces, as JSX writes it, without these: ``{"When?"}``."""
    if text[:1] != "{" or text[-1:] != "}":
        return text
    found = _LITERAL.fullmatch(text)
    return text if found is None or text[1:].lstrip()[:1] not in _QUOTES else _literal(text)


_QUOTES = ('"', "'", "`")


_WORDS = ("title", "label", "question", "header", "summary", "text", "alt", "description", "caption")


def words(found: Mapping[str, str]) -> str:
    """What the attributes of a component say to readers: ``<Step title="First">``."""
    return " ".join(found[key] for key in _WORDS if found.get(key, "").strip())


def target(found: Mapping[str, str]) -> str:
    """Where a component leads, as ``<Link to="/faq">`` does; empty where it leads nowhere."""
    return (found.get("href") or found.get("to") or "").strip()


class Tag(NamedTuple):
    """A tag: its name in lower case, its attributes, whether it is an end tag, and where it stood in the text.

    It is `alone` where it says that no end tag follows (``/>``), `component` where its name is none of HTML's, `evident`
    where that cannot be anything else: ``<Steps>``, ``<my-element>`` and ``<button>`` but not ``<account>``.
    """

    name: str
    attributes: dict[str, str]
    closing: bool
    start: int
    end: int
    alone: bool
    component: bool
    evident: bool


def read_tag(text: str, position: int = 0) -> Tag | None:
    """The tag that begins at `position` of `text`, whatever its name."""
    match = TAG.match(text, position)
    return tag_of(match) if match else None


def tag_of(match: re.Match[str]) -> Tag:
    """The tag that `TAG` matched."""
    attributes: dict[str, str] = {}
    if match[3]:
        from html import unescape  # 2 ms that most documents never need

        for found in _ATTRIBUTE.finditer(match[3]):
            value = found[2] or ""
            if value[:1] in {'"', "'"}:
                value = value[1:-1]
            elif value[:1] == "{" and value[-1:] == "}":
                value = _literal(value)
            attributes.setdefault(found[1].lower(), safe(unescape(value)))
    written = match[2]
    name = written.lower()
    evident = name in HTML_TAGS or written[0].isupper() or "-" in written
    alone = match[0].endswith("/>")
    return Tag(name, attributes, bool(match[1]), match.start(), match.end(), alone, is_component(written), evident)


def safe(text: str) -> str:
    """`text` that stood in the source as entities, made safe to show: sanitising saw the entities only."""
    if text.isprintable() and text.isascii():
        return text
    from faqtui.sanitize import sanitize_line

    return sanitize_line(text)


class Closers:
    """Knows where the last end tag of each name stands in a text, so that asking again and again costs nothing."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower: str | None = None
        self._last: dict[str, int] = {}
        self._taken: set[str] = set()

    def is_markup(self, tag: Tag, after: int) -> bool:
        """Whether `tag`, which ends at `after`, acts as markup; otherwise it is text."""
        name = tag.name
        if name not in KNOWN:
            if not tag.closing and (tag.alone or any(tag.attributes.values())):
                self._taken.add(name)
                return True
            if not tag.evident and not (tag.closing and name in self._taken):
                return False
        return tag.closing or name in _VOID or name in _OPEN or self._is_closed(name, after)

    def is_spoken_of(self, match: re.Match[str]) -> bool:
        """Whether what is written as a tag of HTML is a word of a sentence, as in "What is <div> for?".

        Then it stands between words as one of them, says nothing but its name, and nothing closes it.
        """
        if match[0][1:-1] != match[2]:
            return False
        start, end = match.span()
        name = match[2].lower()
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        return (
            name in HTML_TAGS
            and name not in _SPOKEN_OF_NEVER
            and (before != "" and before in _BEFORE_WORD)
            and (not after or not (after.isalnum() or after in _MORE))
            and not self._is_closed(name, end)
        )

    def _is_closed(self, name: str, after: int) -> bool:
        if name not in self._last:
            if self._lower is None:
                self._lower = self._text.lower()
            self._last[name] = self._lower.rfind(f"</{name}")
        return self._last[name] >= after
