"""HTML pages to Markdown: a page is parsed as browsers parse it (justhtml), and walked once.

Headings, lists, tables, code, links and folds are written as Markdown has them. What a page marks as questions (schema.org,
accordions) is cut where it says so. What is left out is in `html_noise`; what marks questions is found by `html_questions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from faqtui.formats.converted import Asked, Converted, Mark, cut
from faqtui.formats.html import html_contents, html_nodes, html_runs
from faqtui.formats.html.html_banner import leave_above
from faqtui.formats.html.html_frames import framed
from faqtui.formats.html.html_inline import HtmlInlines, plain
from faqtui.formats.html.html_items import items_of, named_group
from faqtui.formats.html.html_leads import in_order, is_led
from faqtui.formats.html.html_nodes import BLOCKS, HEADINGS, children
from faqtui.formats.html.html_noise import is_contents, is_dropped, is_statement
from faqtui.formats.html.html_parsing import parsed
from faqtui.formats.html.html_plain import dense_from, most_elements, plain_lines
from faqtui.formats.html.html_questions import Questions, folded_name
from faqtui.formats.html.html_tables import Tables
from faqtui.formats.html.html_tabs import Tab, Tabs
from faqtui.formats.writing import Writer, escaped
from faqtui.letters import ASKS
from faqtui.markdown.dialects.definitionlists import joined

MAX_DEPTH = 80
"""Elements inside one another that are walked; what is deeper is text of the one at this depth."""


def of_page(text: str) -> Converted:
    """A whole page."""
    dense = dense_from(text, most_elements(len(text)))
    page = _HtmlPage(text if dense is None else text[:dense])
    if dense is None and (text_alone := framed(page.root, page.at, page.source, page.title)) is not None:
        return text_alone
    writer = page.walk()
    converted = Converted("HTML", writer.lines, writer.numbers, title=page.title, anchors=page.anchors)
    converted.contents = page.contents
    converted.following, converted.above = page.around.get("next", ""), page.around.get("up", "")
    if dense is not None:
        converted.beyond, converted.plain = text.count("\n", 0, dense), len(writer.lines)
        writer.inline([(line, escaped(said)) for line, said in plain_lines(text[dense:], converted.beyond)])
    questions = page.questions
    if page.marks and questions.are_enough(len(page.marks), page.asking):
        title, converted.asked, converted.texts = cut(writer.lines, writer.numbers, page.headings, page.marks)
        converted.title = title or page.title
    elif questions.said and 2 * page.asking < len(questions.said):
        converted.asked = questions.said
        said = list(zip(writer.numbers, writer.lines, strict=True))
        converted.texts = [Asked("", min(writer.numbers), max(writer.numbers) + 1, said)] if said else []
    return converted


def of_fragment(text: str) -> list[str]:
    """A piece of HTML, such as the value of a name in data, as lines of Markdown."""
    return _HtmlPage(text, fragment=True).walk().lines


class _HtmlPage:
    """One page being walked."""

    def __init__(self, text: str, *, fragment: bool = False) -> None:
        self.root = parsed(text, fragment=fragment)
        self.source = text.split("\n")
        self.writer = Writer()
        self.headings: list[tuple[int, int, str]] = []
        self.marks: list[Mark] = []
        self.asking = 0  # headings that ask and are not marked
        self.answering = 0  # elements around that are marked as answers, whose headings are parts of them
        self.level = 1
        self.title, self.line = "", 0
        self.questions = Questions(of_fragment)
        self.tabs = Tabs()
        self.inlines = HtmlInlines(self)
        self.with_blocks: set[int] = set()
        self._tables = Tables(self)
        self.anchors: dict[str, int] = {}
        self.contents: list[tuple[tuple[str, ...], str]] = []
        self.around: dict[str, str] = {}
        self._look_around()

    def _look_around(self) -> None:
        """One look at all elements: which have blocks in them, what marks questions, what the page is called."""
        order: list[tuple[Any, Any]] = []
        waiting: list[tuple[Any, Any]] = [(self.root, None)]
        while waiting:
            node, parent = waiting.pop()
            order.append((node, parent))
            name = node.name
            if name == "title" and parent is not None and parent.name == "head":
                self.title = plain(node)
            line = self.at(node)
            if attributes := getattr(node, "attrs", None):
                if name == "link" and attributes.get("rel") and attributes.get("href"):
                    self.around.setdefault(attributes["rel"].lower(), attributes["href"])
                for key in filter(None, map(attributes.get, ("id", "name"))):
                    self.anchors.setdefault(key, line)
            self.questions.see(node, line)
            self.tabs.see(node)
            waiting += [(child, node) for child in reversed(children(node)) if child.name != "#text"]
        self.tabs.seen()
        self.questions.seen(self.tabs.nodes)
        for node, parent in reversed(order):
            if parent is not None:
                self.questions.held(node, parent)
                if self.is_block(node):
                    self.with_blocks.add(id(parent))

    def is_block(self, node: Any) -> bool:
        """Whether a node stands by itself: as a block, with blocks in it, or as a question."""
        return node.name in BLOCKS or id(node) in self.with_blocks or self.questions.is_question(node)

    def at(self, node: Any) -> int:
        """The line of a node, or of the last one before it that knows its own."""
        line = node.origin_line
        if line is not None:
            self.line = line - 1
        return self.line

    def walk(self) -> Writer:
        """Write the page."""
        self.blocks(self.root, 0)
        self.title = next((text for _, level, text in self.headings if level == 1), "") or self.title
        return self.writer

    def blocks(self, node: Any, depth: int) -> None:
        """The content of an element: blocks, and the text between them as paragraphs."""
        run: list[Any] = []
        for child in in_order(node):
            name = child.name
            if id(child) in self.tabs.silent:
                continue
            if name == "#text" or not self.is_block(child):
                if name not in {"#comment", "!doctype"} and not is_statement(child):
                    run.append(child)
                continue
            self.paragraph(run)
            run = []
            if not is_dropped(child):
                self._block(child, name, depth + 1)
        self.paragraph(run)

    def paragraph(self, run: Sequence[Any]) -> None:
        """Write nodes that stand on lines; a question where data name them one."""
        html_runs.write(self, run)

    def heading(self, level: int, text: str, line: int, *, marked: bool = False) -> None:
        """Write a heading, which is a question where it is `marked`."""
        text = " ".join(text.split())
        if not text:
            return
        if self.answering and not marked:
            self.writer.heading(level, text, line)
            return
        leave_above([] if self.marks else self.headings, self.writer.lines, level, self.contents)
        self.writer.heading(level, text, line)
        self.headings.append((len(self.writer.lines) - 1, level, text))
        if marked:
            self.marks.append(Mark(len(self.writer.lines) - 1))
        else:
            self.level = level
            self.asking += text.endswith(ASKS)

    def _block(self, node: Any, name: str, depth: int) -> None:
        writer = self.writer
        line = self.at(node)
        if depth > MAX_DEPTH:
            self.paragraph([node])
        elif (tab := self.tabs.title(node)) is not None:
            self._panel(node, tab, depth)
        elif self.questions.is_question(node):
            self._marked(node, line)
        elif self.questions.holds_answer(node):
            with self.answer():
                if name in html_nodes.SHAPED:
                    self.questions.release(node)
                    self._block(node, name, depth)
                else:
                    self.blocks(node, depth)
        elif name in HEADINGS and (
            html_nodes.is_no_title(node) or html_nodes.answers(node, self.headings, writer.lines)
        ):
            self.blocks(html_nodes.Holder(children(node)), depth)
        elif name in HEADINGS:
            self._titled(node, HEADINGS[name], line)
        elif name == "pre":
            self.code(node, line)
        elif name in {"ul", "ol", "dl"} and self._is_above() and is_contents(node, self.anchors):
            above = html_contents.title_above(self.writer, self.headings)
            self.contents += html_contents.rows(node, above)
            self.questions.list_names(*html_contents.names(node))
        elif name in {"ul", "ol", "menu", "dir"}:
            self._list(node, name, depth)
        elif name == "dl":
            self._definitions(node, depth)
        elif name == "table":
            self._tables.write(node, depth)
        elif name == "blockquote" and any(child.name in HEADINGS for child in html_nodes.below(node, 3)):
            self.blocks(node, depth)  # it only indents a page
        elif name == "blockquote":
            writer.apart()
            with writer.inside("> ", "> "):
                self.blocks(node, depth)
            writer.apart()
        elif name == "details":
            self._fold(node, line, depth)
        elif name == "hr":
            writer.apart()
            writer.put("---", line)
            writer.apart()
        elif name in {"template", "noscript"}:
            pass
        elif (kind := html_nodes.note(node)) is not None:
            writer.apart()
            with writer.inside("> ", "> "):
                writer.put(f"[!{kind}]", line)
                writer.together()
                self.blocks(node, depth)
            writer.apart()
        elif (code := html_nodes.highlighted(node)) is not None:
            self.code(code, self.at(code), node)
        else:
            writer.apart()
            self.blocks(node, depth)
            writer.apart()

    def _panel(self, node: Any, tab: Tab, depth: int) -> None:
        """What a tab shows, below what the tab says."""
        lines = self.inlines.lines(children(tab.node), heading=True)
        text = " ".join(text.removesuffix("\\") for _, text in lines if text)
        level = tab.level(node, self.level, marked=self.questions.holds_marks(node))
        if text and level is None:
            self.writer.paragraph(text if "*" in text else f"**{text}**", lines[0][0])
        elif level is not None:
            self.heading(level, text, lines[0][0] if lines else self.line)
        if node.name == "li":
            self.blocks(node, depth)
        else:
            self._block(node, node.name, depth)

    def _titled(self, node: Any, level: int, line: int) -> None:
        """A heading; blocks in it are its text."""
        lines = self.inlines.lines(children(node), heading=True)
        text = html_nodes.uncounted(node, " ".join(text.removesuffix("\\") for _, text in lines))
        name = folded_name(plain(node))
        number = next((number for number, text in lines if text), line)
        self.heading(level, text, number, marked=self.questions.is_name(name) or self.questions.is_within(node))

    def _marked(self, node: Any, line: int) -> None:
        """An element that is a question: a heading of the level below the one above."""
        level = HEADINGS.get(node.name) or min(self.level + 1, 6)
        lines = self.inlines.lines([node] if node.name not in BLOCKS else children(node), heading=True)
        number = next((number for number, text in lines if text), line)
        self.heading(level, " ".join(text.removesuffix("\\") for _, text in lines), number, marked=True)

    @contextmanager
    def answer(self) -> Iterator[None]:
        """What is written here is marked as the answer to the question above, and what follows is no longer part of it."""
        self.answering += 1
        begun = len(self.writer.lines)
        yield
        self.answering -= 1
        self.end_of_answer()
        if self.marks and self.marks[-1].stop == begun:
            self.marks[-1].stop = len(self.writer.lines)  # a further part of it

    def end_of_answer(self) -> None:
        """What follows is no longer part of the answer to the question above, if there is any: a list ends its paragraph."""
        if self.marks and self.marks[-1].stop is None and any(self.writer.lines[self.marks[-1].line + 1 :]):
            self.marks[-1].stop = len(self.writer.lines)

    def _is_above(self) -> bool:
        """Whether nothing but the title of the page, or what a table of contents is called, was met so far."""
        return not self.marks and len(self.headings) <= 2 and not self.asking

    def code(self, node: Any, line: int, holder: Any = None) -> None:
        """Write a block of code; its `holder` may name its language."""
        text, line = html_nodes.code(node, line, self.source)
        if text.strip():
            self.writer.code(text, html_nodes.language(holder if holder is not None else node), line)

    def _list(self, node: Any, name: str, depth: int) -> None:
        writer = self.writer
        start = (node.attrs or {}).get("start") or ""
        count = int(start) if start.isdecimal() and start.isascii() and len(start) < 9 else 1
        writer.apart()
        items = items_of(node)
        marked = len(items) == 1 and self.questions.holds_marks(items[0])
        if html_nodes.lays_out(items) or sum(map(self._is_section, items)) > 1 or marked:
            level = self.level
            for child in items:  # sections, which a list would hide the titles of
                self._section(child, depth + 1, level)
            return
        tight = all(html_nodes.is_short(item, self.with_blocks, BLOCKS) for item in items)
        for child in items:
            if child.name in HEADINGS:
                self._section(child, depth + 1, self.level)
                continue
            marker = f"{count}. " if name == "ol" else "- "
            with writer.tight(on=tight), writer.inside(marker, " " * len(marker)):
                before = len(writer.lines)
                if child.name == "li" and not self.questions.is_question(child):
                    self.blocks(child, depth)
                else:
                    self._block(child, child.name, depth + 1) if child.name in BLOCKS else self.paragraph([child])
                written = len(writer.lines) > before
                if not written:
                    writer.put("", self.at(child))
                    writer.lines.pop()
                    writer.numbers.pop()
            count += written
        writer.apart()

    def _is_section(self, item: Any) -> bool:
        return html_nodes.is_titled(item) or self.questions.holds_marks(item) or is_led(item)

    def _section(self, item: Any, depth: int, level: int) -> None:
        """What an item of a list holds, as if there were no list; a name of it is a title below this level."""
        tab = self.tabs.title(item)
        if tab is not None:
            self._panel(item, tab, depth)
            return
        number, text, rest = named_group(item, self.questions, self.inlines)
        if text:
            self.heading(min(level + 1, 5), text, number)
        self.blocks(html_nodes.Holder(in_order(item) if rest == children(item) else rest), depth)

    def _definitions(self, node: Any, depth: int) -> None:
        writer = self.writer
        writer.apart()
        titled = False
        for child in html_nodes.items(node):
            if isinstance(child, html_nodes.TermList):
                titled = any(map(html_nodes.is_titled, children(child)))
                if titled:
                    self.blocks(html_nodes.Holder(children(child)), depth + 1)
                else:
                    self._terms(children(child))
            elif titled:
                self.blocks(html_nodes.Holder([child]) if child.name == "#text" else child, depth + 1)
                writer.apart()
            elif self.marks and self.marks[-1].line == len(writer.lines) - 1:
                self.blocks(child, depth + 1)
            elif child.name == "dd":
                with writer.inside(":   ", "    "):
                    self.blocks(child, depth + 1)
            elif child.name == "#text":
                self.paragraph([child])
            elif not is_dropped(child):
                self._block(child, child.name, depth + 1)
        writer.apart()

    def _terms(self, terms: Sequence[Any]) -> None:
        """Terms that have one meaning."""
        made = [self.inlines.lines(children(term), heading=True) for term in terms]
        text = joined([html_nodes.term(lines) for lines in made])
        number = next((number for lines in made for number, text in lines if text), self.at(terms[0]))
        if any(self._is_asked(term, text) for term in terms):
            self.heading(min(self.level + 1, 6), text, number, marked=True)
        elif text:
            self.writer.inline([(number, text)])

    def _is_asked(self, node: Any, text: str) -> bool:
        """Whether a term or a summary is one of the questions that a page marks, or asks on such a page."""
        if self.questions.is_name(folded_name(plain(node))) or self.questions.is_within(node):
            return True
        return text.endswith(ASKS) and self.questions.has_marks()

    def _fold(self, node: Any, line: int, depth: int) -> None:
        writer = self.writer
        summary = next((child for child in children(node) if child.name == "summary"), None)
        others = [child for child in children(node) if child is not summary]
        title = ""
        if summary is not None:
            title = " ".join(text.removesuffix("\\") for _, text in self.inlines.lines(children(summary), heading=True))
            line = self.at(summary)
        if title and self._is_asked(summary, title):
            self.heading(min(self.level + 1, 6), title, line, marked=True)
            self.blocks(html_nodes.Holder(others), depth)
            self.end_of_answer()
            return
        writer.apart()
        writer.put("<details>", line)
        if title:
            writer.put(f"<summary>{' '.join(title.split())}</summary>", line)
        writer.apart()
        self.blocks(html_nodes.Holder(others), depth)
        writer.apart()
        writer.put("</details>", writer.last)
        writer.apart()
