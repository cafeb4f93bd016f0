"""Answers and whole libraries as HTML: one file that needs no script, no network and no other file.

Everything is escaped; only http, https and mailto links, and those without a scheme, become links. The style sheet
stands in the file and follows the reader's choice of light or dark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby

from faqtui.model import Category, Entry, Introduction, Library, Link
from faqtui.patterns import pattern
from faqtui.render import nodes
from faqtui.render.ansi import is_web
from faqtui.render.compose import KINDS
from faqtui.sanitize import sanitize_line

_TAGS = {"strong": "strong", "emphasis": "em", "strike": "s", "underline": "u", "mark": "mark", "code": "code"}
_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}")
_ALIGN = {"l": "", "c": ' class="center"', "r": ' class="right"'}

_STYLE = """\
:root { color-scheme: light dark; --soft: #8884; --dim: #666; --link: #0b5a9e; --key: #6a2fb0; --str: #2d6a1e;
  --num: #7a5200; --fun: #0b5a9e; --bad: #b01c1c; }
@media (prefers-color-scheme: dark) { :root { --dim: #aaa; --link: #88c0f0; --key: #c9a9f5; --str: #a3cf8f;
  --num: #ecc27a; --fun: #88c0f0; --bad: #ff8f8f; } }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
a { color: var(--link); } h1, h2, h3 { line-height: 1.25; } h2 { border-bottom: 1px solid var(--soft); }
h1 { font-size: 2rem; } h2 { font-size: 1.6rem; } h3 { font-size: 1.3rem; } h4 { font-size: 1.12rem; }
h5, h6 { font-size: 1rem; } h6 { font-style: italic; } nav ul { padding-left: 1.2rem; }
nav > ul { list-style: none; padding: 0; } nav > ul > li { margin: .5rem 0; }
article { margin: 0 0 2.5rem; } h3 a { color: inherit; text-decoration: none; } .about { color: var(--dim); }
pre { overflow-x: auto; padding: .7rem .9rem; margin: 0; } pre, code { font: .92em/1.45 ui-monospace, monospace; }
figure { border: 1px solid var(--soft); border-radius: .4rem; margin: 1rem 0; }
figcaption { color: var(--dim); font-size: .85em; padding: .2rem .9rem; border-bottom: 1px solid var(--soft); }
aside { border-left: .25rem solid var(--link); margin: 1rem 0; padding: .1rem 0 .1rem .9rem; }
aside.tip { border-color: var(--str); } aside.important { border-color: var(--key); }
aside.warning { border-color: var(--num); } aside.danger { border-color: var(--bad); }
aside > .title { font-weight: 600; }
blockquote { border-left: .25rem solid var(--soft); margin: 1rem 0; padding-left: .9rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td, th { border: 1px solid var(--soft); padding: .25rem .6rem; text-align: left; vertical-align: top; }
.center { text-align: center; } .right { text-align: right; } li.task { list-style: none; margin-left: -1.2rem; }
.keyword { color: var(--key); } .string, .added { color: var(--str); } .number, .variable { color: var(--num); }
.name, .function { color: var(--fun); } .error { color: var(--bad); }
.comment { color: var(--dim); font-style: italic; }
"""


def library_html(
    library: Library, blocks_of: Callable[[int], nodes.Blocks], path_of: Callable[[str], str] = str
) -> Iterator[str]:
    """A whole library as one HTML document, piece by piece: what there is, then the categories with their entries.

    `blocks_of` gives the answer of the entry at a position, `path_of` how the path of a document is shown. Links between
    entries lead to their place in the document, also where their target has no page of its own.
    """
    entries = library.entries
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(library.title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(library.title)}</h1>\n<nav>\n<ul>\n"
    )
    shown = [node for node in library.categories if node.entries or node.introduction is not None]
    anchors = _anchors([node.path for node in shown])
    for node in shown:
        name, count = escape(" / ".join(node.path)), f"{len(node.entries):,}"
        yield f'<li><a href="#{anchors[node.path]}">{name}</a> <span class="about">{count}</span>\n<ul>\n'
        for position in node.entries:
            yield f'<li><a href="#{escape(entries[position].id)}">{escape(entries[position].question)}</a></li>\n'
        yield "</ul></li>\n"
    yield "</ul>\n</nav>\n<main>\n"
    yield _introduction(library.introduction)
    for node in shown:
        yield f'<h2 id="{anchors[node.path]}">{escape(" / ".join(node.path))}</h2>\n'
        yield _introduction(node.introduction)
        for position in node.entries:
            yield _entry(entries[position], blocks_of(position), path_of)
    yield "</main>\n</body>\n</html>\n"


def _anchors(paths: Sequence[Category]) -> dict[Category, str]:
    """An anchor for each category, made of its own titles, so that neither order nor neighbours change one.

    The colon is in no id of an entry. Namesakes all get six digits of their titles' digest, as namesakes among entries do.
    """
    slugs = {path: "topic:" + "-".join(re.findall(r"\w+", " ".join(path).lower())) for path in paths}
    shared = Counter(slugs.values())
    return {
        path: f"{slug}~{sha256(chr(0).join(path).encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
        if shared[slug] > 1
        else slug
        for path, slug in slugs.items()
    }


def _introduction(own: Introduction | None) -> str:
    """What a category, or the library, says by itself."""
    if own is None:
        return ""
    from faqtui.render.markup.parse import parse_answer

    return f"<section>\n{answer_html(parse_answer(own.text), _targets(own.links))}</section>\n"


def _targets(links: Sequence[Link]) -> dict[str, str]:
    return {link.url: f"#{link.entry}" for link in links if link.entry}


def _entry(entry: Entry, blocks: nodes.Blocks, path_of: Callable[[str], str]) -> str:
    own = _targets(entry.links)
    sources = (entry.source, *entry.also_at)
    places = ", ".join(f"{sanitize_line(path_of(source.path))}:{source.start_line}" for source in sources)
    about = escape(" · ".join(part for part in (entry.kind.told if entry.kind else "", places) if part))
    name = escape(entry.id)
    return (
        f'<article id="{name}">\n<h3><a href="#{name}">{escape(entry.question)}</a></h3>\n'
        f'{answer_html(blocks, own)}<p class="about">{about}</p>\n</article>\n'
    )


def answer_html(blocks: nodes.Blocks, targets: Mapping[str, str] | None = None) -> str:
    """An answer as HTML; `targets` maps URLs of links to what they lead to instead."""
    blocks.finish()
    levels = sorted({block.level for block in blocks.blocks if isinstance(block, nodes.Heading)})
    return _HtmlWriter(blocks.links, targets or {}, levels).blocks(blocks.blocks)


class _HtmlWriter:
    def __init__(self, links: Sequence[nodes.LinkData], targets: Mapping[str, str], levels: Sequence[int] = ()) -> None:
        self._links = links
        self._targets = targets
        self._levels = levels  # of the headings of the answer: the highest stands right below the question

    def blocks(self, blocks: Sequence[nodes.Block], *, tight: bool = False) -> str:
        return "".join(self._block(block, tight) for block in blocks)

    def _block(self, block: nodes.Block, tight: bool) -> str:
        if isinstance(block, nodes.Paragraph):
            text = self._text(block.spans)
            return f"{text}\n" if tight else f"<p>{text}</p>\n"
        if isinstance(block, nodes.Heading):
            # h1 to h3 are the library, its categories and its questions.
            below = self._levels.index(block.level) if block.level in self._levels else len(self._levels)
            level = min(6, 4 + below)
            return f"<h{level}>{self._text(block.spans)}</h{level}>\n"
        if isinstance(block, nodes.Code):
            return _code(block)
        if isinstance(block, nodes.List):
            return self._listing(block)
        if isinstance(block, nodes.Quote):
            return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"
        if isinstance(block, nodes.Admonition):
            return self._admonition(block)
        if isinstance(block, nodes.Details):
            summary = self._text(block.summary)
            return f"<details>\n<summary>{summary}</summary>\n{self.blocks(block.blocks)}</details>\n"
        if isinstance(block, nodes.Table):
            return self._table(block)
        if isinstance(block, nodes.ThematicBreak):
            return "<hr>\n"
        if isinstance(block, nodes.Definition):
            meanings = "".join(
                f"<dd>{self.blocks(meaning, tight=len(meaning) == 1)}</dd>\n" for meaning in block.meanings
            )
            return f"<dl>\n<dt>{self._text(block.term)}</dt>\n{meanings}</dl>\n"
        return self._footnote(block)

    def _text(self, spans: nodes.Spans) -> str:
        parts: list[str] = []
        for index, group in groupby(spans, key=lambda span: span.link):
            inner = "".join(_styled(span.text, span.style) for span in group)
            parts.append(inner if index == nodes.NOWHERE else self._anchor(inner, self._links[index].url))
        return "".join(parts)

    def _anchor(self, inner: str, url: str) -> str:
        target = self._targets.get(url, url).strip()
        # Browsers leave white space out before they look for a scheme (WHATWG URL 4.4).
        if is_web(target) or not _SCHEME.match("".join(target.split())):
            return f'<a href="{escape(target)}" rel="noreferrer">{inner}</a>'
        return f"{inner} ({escape(url)})"

    def _listing(self, block: nodes.List) -> str:
        tag, start = "ul", ""
        if block.ordered and block.items:
            tag, start = "ol", f' start="{int(block.items[0].marker[:-1] or 1)}"'
        items: list[str] = []
        for item in block.items:
            box = ""
            if item.task is not None:
                box = f'<input type="checkbox" disabled{" checked" if item.task else ""}> '
            opening = '<li class="task">' if box else "<li>"
            items.append(f"{opening}{box}{self.blocks(item.blocks, tight=block.tight)}</li>\n")
        return f"<{tag}{start}>\n{''.join(items)}</{tag}>\n"

    def _admonition(self, block: nodes.Admonition) -> str:
        word = block.kind.replace("-", " ").replace("_", " ").capitalize()
        title = self._text(block.title)
        head = f"{escape(word)}: {title}" if title and title.lower() != block.kind else escape(word)
        look = KINDS.get(block.kind, "note")
        return f'<aside class="{look}">\n<p class="title">{head}</p>\n{self.blocks(block.blocks)}</aside>\n'

    def _table(self, block: nodes.Table) -> str:
        rows = [self._row(block.head, "th", block.aligns)] if block.head else []
        rows += [self._row(row, "td", block.aligns) for row in block.rows]
        return f"<table>\n{''.join(rows)}</table>\n"

    def _row(self, cells: Sequence[nodes.Spans], tag: str, aligns: str) -> str:
        parts = [
            f"<{tag}{_ALIGN.get(aligns[index : index + 1], '')}>{self._text(cell)}</{tag}>"
            for index, cell in enumerate(cells)
        ]
        return f"<tr>{''.join(parts)}</tr>\n"

    def _footnote(self, block: nodes.Footnote) -> str:
        inner = self.blocks(block.blocks, tight=True)
        return f'<p class="about">{escape(block.label.text)} {inner}</p>\n'


def _styled(text: str, style: str) -> str:
    shown = escape(text, quote=False).replace("\n", "<br>\n")
    for name in reversed(style.split()):
        if tag := _TAGS.get(name):
            shown = f"<{tag}>{shown}</{tag}>"
    return shown


def _code(block: nodes.Code) -> str:
    title = " · ".join(part for part in (block.language, block.title) if part)
    caption = f"<figcaption>{escape(title)}</figcaption>\n" if title else ""
    if block.pieces is None and block.language:
        from faqtui.render.code import colour

        block.pieces = colour(block.language, block.text) or ()
    parts: list[str] = []
    position = 0
    for style, length in block.pieces or [("code.text", len(block.text))]:
        text = escape(block.text[position : position + length], quote=False)
        position += length
        name = style.removeprefix("code.")
        parts.append(text if name in {"text", "operator", "output"} else f'<span class="{name}">{text}</span>')
    return f"<figure>\n{caption}<pre><code>{''.join(parts)}</code></pre>\n</figure>\n"
