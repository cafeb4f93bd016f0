"""The same made-up FAQ in every format: what is written is known, so that what is read can be compared with it.

Words are ``word`` with a number, each used once. Always the same for a seed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

Inline = list[tuple[str, str]]
"""Pieces: ``t`` text, ``b`` strong, ``i`` emphasis, ``c`` code, ``a`` a link whose address ends with its text."""


@dataclass
class Block:
    """A block: ``p`` with lines, ``ul`` or ``ol`` with items, ``code``, ``quote``, ``note``, ``table``, ``dl`` with pairs."""

    kind: str
    lines: list[Inline] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    pairs: list[tuple[str, Inline]] = field(default_factory=list)


@dataclass
class Question:
    """A question, its category's title, and the blocks of its answer."""

    title: str
    category: str
    blocks: list[Block]

    @property
    def codes(self) -> list[str]:
        """The code blocks of its answer."""
        return ["\n".join(block.code) for block in self.blocks if block.kind == "code"]

    @property
    def links(self) -> list[str]:
        """The addresses of its answer."""
        lines = [line for block in self.blocks for line in [*block.lines, *(said for _, said in block.pairs)]]
        return [url(text) for line in lines for kind, text in line if kind == "a"]


def url(text: str) -> str:
    """The address of a link with this text."""
    return f"https://a.example/{text}"


class Writer:
    """Makes FAQs with a random generator."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.number = 0

    def word(self) -> str:
        self.number += 1
        return f"word{self.number}"

    def words(self, least: int = 1, most: int = 5) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(least, most)))

    def inline(self) -> Inline:
        pieces: Inline = [("t", self.words())]
        for _ in range(self.random.randint(0, 3)):
            pieces += [(self.random.choice("bica"), self.word()), ("t", self.words(1, 3))]
        return pieces

    def block(self) -> Block:
        kind = self.random.choice(["p", "p", "p", "ul", "ol", "code", "quote", "note", "table", "dl"])
        block = Block(kind)
        if kind in {"p", "ul", "ol"}:
            block.lines = [self.inline() for _ in range(self.random.randint(1, 3))]
        elif kind in {"quote", "note"}:
            block.lines = [self.inline()]
        elif kind == "code":
            block.code = [self.word(), f"  {self.word()} --x <y> *z*", "", f"\t{self.word()}"][
                : self.random.choice([1, 2, 4])
            ]
        elif kind == "table":
            block.rows = [[self.word(), self.word()] for _ in range(self.random.randint(2, 4))]
        else:
            block.pairs = [(self.word(), self.inline()) for _ in range(self.random.randint(1, 2))]
        return block

    def questions(self, kinds: frozenset[str] | None = None) -> list[Question]:
        """A FAQ of two or three categories, with two or three questions each, of these kinds of blocks."""
        found = []
        for _ in range(self.random.randint(2, 3)):
            category = f"Topic {self.word()}"
            for _ in range(self.random.randint(2, 3)):
                title = f"{self.random.choice(['Why is', 'How does', 'Can I use', 'Where is'])} {self.words()}?"
                blocks = [self.block() for _ in range(self.random.randint(1, 4))]
                if kinds is not None:
                    blocks = [block for block in blocks if block.kind in kinds] or [Block("p", [self.inline()])]
                found.append(Question(title, category, blocks))
        return found


Marks = dict[str, Callable[[str], str]]


def said(line: Inline, marks: Marks) -> str:
    """Inline text in a format."""
    return " ".join(marks[kind](text) if kind in marks else text for kind, text in line)


def written(questions: list[Question], name: str, random: Random) -> str:
    """These questions in a format, as a file has them."""
    return FORMATS[name][1](questions, random)


def by_category(questions: list[Question]) -> dict[str, list[Question]]:
    grouped: dict[str, list[Question]] = {}
    for question in questions:
        grouped.setdefault(question.category, []).append(question)
    return grouped


def pages(
    heading: Callable[[int, str], list[str]], block: Callable[[Block, Random], list[str]], title: str = "FAQ"
) -> Callable[[list[Question], Random], str]:
    def write(questions: list[Question], random: Random) -> str:
        lines = heading(1, title)
        for category, own in by_category(questions).items():
            lines += ["", *heading(2, category)]
            for question in own:
                lines += ["", *heading(3, question.title), ""]
                for each in question.blocks:
                    lines += [*block(each, random), ""]
        return "\n".join(lines) + "\n"

    return write


# reStructuredText

RST: Marks = {
    "b": "**{}**".format, "i": "*{}*".format, "c": "``{}``".format,
    "a": lambda text: f"`{text} <{url(text)}>`_",
}  # fmt: skip


def indented(lines: list[str], by: str) -> list[str]:
    return [by + line if line else "" for line in lines]


def rst(block: Block, random: Random) -> list[str]:
    lines = [said(line, RST) for line in block.lines]
    if block.kind == "p":
        return lines
    if block.kind == "ul":
        return [f"* {line}" for line in lines]
    if block.kind == "ol":
        return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    if block.kind == "code":
        return [random.choice([".. code-block:: sh", "::"]), "", *indented(block.code, "   ")]
    if block.kind == "quote":
        return ["..", "", *indented(lines, "   ")]
    if block.kind == "note":
        return [
            random.choice([".. note::", ".. warning::", ".. seealso::", ".. my-own::"]),
            "",
            *indented(lines, "   "),
        ]
    if block.kind == "table":
        rule = " ".join("=" * 12 for _ in block.rows[0])
        head, *rows = [" ".join(f"{cell:12}" for cell in row) for row in block.rows]
        return [rule, head, rule, *rows, rule]
    return [line for term, definition in block.pairs for line in (term, f"   {said(definition, RST)}", "")]


def rst_heading(level: int, text: str) -> list[str]:
    rule = "=-~"[level - 1] * (len(text) + 1)
    return [rule, text, rule] if level == 1 else [text, rule]


# HTML

HTML: Marks = {
    "b": "<strong>{}</strong>".format, "i": "<em>{}</em>".format, "c": "<code>{}</code>".format,
    "a": lambda text: f'<a href="{url(text)}">{text}</a>',
}  # fmt: skip


def html(block: Block, random: Random) -> list[str]:
    lines = [said(line, HTML) for line in block.lines]
    if block.kind == "p":
        return ["<p>" + lines[0], *lines[1:]] if random.random() < 0.5 else [*lines[:1], "<p>", *lines[1:], "</p>"]
    if block.kind in {"ul", "ol"}:
        return [f"<{block.kind}>", *(f"<li>{line}" for line in lines), f"</{block.kind}>"]
    if block.kind == "code":
        code = "\n".join(block.code).replace("<", "&lt;")
        return f'<pre><code class="language-sh">{code}</code></pre>'.split("\n")
    if block.kind == "quote":
        return ["<blockquote>", *lines, "</blockquote>"]
    if block.kind == "note":
        return ['<div class="admonition note">', *lines, "</div>"]
    if block.kind == "table":
        return ["<table>", *("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in block.rows), "</table>"]
    return ["<dl>", *(f"<dt>{term}<dd>{said(text, HTML)}" for term, text in block.pairs), "</dl>"]


def html_page(questions: list[Question], random: Random) -> str:
    style = random.choice(["headings", "details", "buttons", "classes"])
    lines = [
        "<!DOCTYPE html>",
        "<html><head><title>FAQ</title><style>p { color: red }</style></head><body><h1>FAQ</h1>",
    ]
    for category, own in by_category(questions).items():
        lines.append(f"<h2>{category}</h2>")
        for number, question in enumerate(own):
            blocks = [line for block in question.blocks for line in html(block, random)]
            name = f"p{number}-{len(lines)}"
            if style == "headings":
                lines += [f"<h3>{question.title}</h3>", *blocks]
            elif style == "details":
                lines += [f"<details><summary>{question.title}</summary>", *blocks, "</details>"]
            elif style == "buttons":
                button = f'<button aria-expanded="false" aria-controls="{name}">{question.title}</button>'
                lines += [button, f'<div id="{name}">', *blocks, "</div>"]
            else:
                lines += [
                    f'<div class="faq-question">{question.title}</div><div class="faq-answer">',
                    *blocks,
                    "</div>",
                ]
    return "\n".join([*lines, "</body></html>"]) + "\n"


# AsciiDoc

ADOC: Marks = {
    "b": "*{}*".format, "i": "_{}_".format, "c": "`{}`".format, "a": lambda text: f"{url(text)}[{text}]",
}  # fmt: skip


def adoc(block: Block, random: Random) -> list[str]:
    lines = [said(line, ADOC) for line in block.lines]
    if block.kind == "p":
        return lines
    if block.kind in {"ul", "ol"}:
        return [f"{'*' if block.kind == 'ul' else '.'} {line}" for line in lines] + ["", "//"]
    if block.kind == "code":
        return [*random.choice([["[source,sh]"], ["[,sh]"], []]), "----", *block.code, "----"]
    if block.kind == "quote":
        return ["____", *lines, "____"]
    if block.kind == "note":
        return [f"NOTE: {lines[0]}"] if random.random() < 0.5 else ["[TIP]", "====", *lines, "===="]
    if block.kind == "table":
        return ["|===", *(" ".join(f"|{cell}" for cell in row) for row in block.rows), "|==="]
    return [line for term, text in block.pairs for line in (f"{term}:: {said(text, ADOC)}",)] + ["", "//"]


# MediaWiki

WIKI: Marks = {
    "b": "'''{}'''".format, "i": "''{}''".format, "c": "<code>{}</code>".format,
    "a": lambda text: f"[{url(text)} {text}]",
}  # fmt: skip


def wiki(block: Block, random: Random) -> list[str]:
    lines = [said(line, WIKI) for line in block.lines]
    if block.kind in {"p", "quote", "note"}:
        return lines
    if block.kind in {"ul", "ol"}:
        return [f"{'*' if block.kind == 'ul' else '#'} {line}" for line in lines]
    if block.kind == "code":
        return ['<syntaxhighlight lang="sh">', *block.code, "</syntaxhighlight>"]
    if block.kind == "table":
        return ["{|", *(line for row in block.rows for line in ("|-", "| " + " || ".join(row))), "|}"]
    return [line for term, text in block.pairs for line in (f"; {term}", f": {said(text, WIKI)}")]


# Org

ORG: Marks = {
    "b": "*{}*".format, "i": "/{}/".format, "c": "={}=".format, "a": lambda text: f"[[{url(text)}][{text}]]",
}  # fmt: skip


def org(block: Block, random: Random) -> list[str]:
    lines = [said(line, ORG) for line in block.lines]
    if block.kind == "p":
        return lines
    if block.kind in {"ul", "ol"}:
        return [f"{'-' if block.kind == 'ul' else f'{number}.'} {line}" for number, line in enumerate(lines, 1)]
    if block.kind == "code":
        return ["#+begin_src sh", *block.code, "#+end_src"]
    if block.kind in {"quote", "note"}:
        return [f"#+begin_{block.kind}", *lines, f"#+end_{block.kind}"]
    if block.kind == "table":
        head, *rows = [f"| {' | '.join(row)} |" for row in block.rows]
        return [head, "|---+---|", *rows]
    return [f"- {term} :: {said(text, ORG)}" for term, text in block.pairs]


# Markdown inside: WordPress and data

MARKDOWN: Marks = {
    "b": "**{}**".format, "i": "*{}*".format, "c": "`{}`".format, "a": lambda text: f"[{text}]({url(text)})",
}  # fmt: skip


def markdown(block: Block, _: Random | None = None) -> list[str]:
    lines = [said(line, MARKDOWN) for line in block.lines]
    if block.kind in {"p", "quote", "note"}:
        return lines if block.kind == "p" else [f"> {line}" for line in lines]
    if block.kind in {"ul", "ol"}:
        return [f"{'*' if block.kind == 'ul' else f'{number}.'} {line}" for number, line in enumerate(lines, 1)]
    if block.kind == "code":
        return ["```sh", *block.code, "```"]
    if block.kind == "table":
        head, *rows = [f"| {' | '.join(row)} |" for row in block.rows]
        return [head, "|---|---|", *rows]
    return [line for term, text in block.pairs for line in (term, f": {said(text, MARKDOWN)}", "")]


def answer(question: Question) -> str:
    return "\n\n".join("\n".join(markdown(block)) for block in question.blocks)


def wordpress(questions: list[Question], random: Random) -> str:
    lines = ["=== Plugin ===", "Stable tag: 1", "", "== Frequently Asked Questions ==", ""]
    for question in questions:
        lines += [f"= {question.title} =", "", *answer(question).split("\n"), ""]
    return "\n".join(lines)


def shaped(questions: list[Question], random: Random) -> object:
    """Questions as data, in one of the shapes that people give them."""
    asking, answering = random.choice([("question", "answer"), ("q", "a"), ("title", "response"), ("frage", "antwort")])
    items = {
        category: [{asking: question.title, answering: answer(question)} for question in own]
        for category, own in by_category(questions).items()
    }
    shape = random.choice(["above", "named", "beside", "keys"])
    if shape == "above":
        return items
    if shape == "named":
        return {"categories": [{"name": category, "questions": own} for category, own in items.items()]}
    if shape == "beside":
        return {"faq": [{**item, "category": category} for category, own in items.items() for item in own]}
    return {category: {item[asking]: item[answering] for item in own} for category, own in items.items()}


def in_json(questions: list[Question], random: Random) -> str:
    return json.dumps(shaped(questions, random), indent=random.choice([None, 1, 4]), ensure_ascii=random.random() < 0.5)


def in_yaml(questions: list[Question], random: Random) -> str:
    import yaml

    return str(
        yaml.safe_dump(shaped(questions, random), sort_keys=False, width=random.choice([60, 1000]), allow_unicode=True)
    )


def in_toml(questions: list[Question], random: Random) -> str:
    lines = ['title = "FAQ"']
    for question in questions:
        lines += [
            "",
            "[[faq]]",
            f"question = {json.dumps(question.title)}",
            f"category = {json.dumps(question.category)}",
        ]
        text = answer(question)
        if random.random() < 0.5 and "\\" not in text:
            lines += ['answer = """', *text.replace('"""', "").split("\n"), '"""']
        else:
            lines.append(f"answer = {json.dumps(text)}")
    return "\n".join(lines) + "\n"


NO_QUOTES = frozenset({"p", "ul", "ol", "code", "table", "dl"})


def in_rows(questions: list[Question], random: Random, sign: str) -> str:
    """A table as a spreadsheet exports it: its columns in any order, cells in quotes where they must be or anyway."""
    asking, answering = random.choice(
        [("Question", "Answer"), ("q", "a"), ("Frage", "Antwort"), ("question_en", "answer_en")]
    )
    columns = random.sample(["asking", "answering", "group"], 3)
    names = {"asking": asking, "answering": answering, "group": "Category"}
    out = io.StringIO()
    quoting = random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    writer = csv.writer(out, delimiter=sign, quoting=quoting, lineterminator=random.choice(["\n", "\r\n"]))
    writer.writerow([names[column] for column in columns])
    for question in questions:
        cells = {"asking": question.title, "answering": answer(question), "group": question.category}
        writer.writerow([cells[column] for column in columns])
    return out.getvalue()


def in_csv(questions: list[Question], random: Random) -> str:
    return in_rows(questions, random, random.choice(",;"))


def in_tsv(questions: list[Question], random: Random) -> str:
    return in_rows(questions, random, "\t")


FORMATS: dict[str, tuple[str, Callable[[list[Question], Random], str], frozenset[str] | None]] = {
    "rst": ("faq.rst", pages(rst_heading, rst), None),
    "html": ("faq.html", html_page, None),
    "adoc": ("faq.adoc", pages(lambda level, text: [f"{'=' * level} {text}"], adoc), None),
    "wiki": ("faq.wiki", pages(lambda level, text: [f"{'=' * level} {text} {'=' * level}"], wiki), NO_QUOTES),
    "org": ("faq.org", pages(lambda level, text: [f"{'*' * level} {text}"], org), None),
    "wordpress": ("readme.txt", wordpress, frozenset({"p", "ol", "code", "table", "quote", "note"})),
    "json": ("faq.json", in_json, None),
    "yaml": ("faq.yaml", in_yaml, None),
    "toml": ("faq.toml", in_toml, None),
    "csv": ("faq.csv", in_csv, None),
    "tsv": ("faq.tsv", in_tsv, None),
}
"""The name of a file of each format, how it is written, and the kinds of blocks that it has (None: all)."""


PIECES: dict[str, tuple[str, ...]] = {
    ".rst": (
        "*", "*a ", "``a ", "`a ", "`a`_ ", "|a| ", "[1]_ ", "[#]_ ", "a_ ", "a__ ", "a\n==\n\n", "====\n", "a\n  b\n", "* ",
        "* a\n", "- a\n\n", "1. a\n", "#. a\n", ":a: b\n", ".. a::\n", ".. a: b\n", ".. _a: b\n", ".. |a| replace:: b\n",
        ".. [1] b\n", ".. [#] b\n", ".. note:: b\n\n   c\n\n", "a::\n\n  b\n\n", "::\n", "| a\n", "+-+\n",
        "+--+--+\n|a |b |\n+--+--+\n", "== ==\na  b\n", "== ==\na  b\n== ==\n\n", ">>> a\n\n", "__ a\n", "\\", "a\\ b",
        ":a:`b` ",
        ":ref:`a <b>` ", "`a <b>`_ ", "-a  b\n", "--a=b  c\n", "..\n  a\n", "\t", "a\n\tb\n", "-- a\n", "a?\n--\n\nb\n\n",
        ".. code-block:: a\n\n   b\n\n", ".. list-table::\n\n   * - a\n     - b\n", ".. csv-table::\n\n   a,b\n", "    ",
        ".. raw:: html\n\n   <b>\n", ".. image:: a\n", ".. figure:: a\n\n   b\n", "**a** ", "  ", ".. math:: a\n",
        ".. role:: a\n",
        ".. include:: a\n", ".. topic:: a\n\n   b\n", ".. contents::\n", ".. dropdown:: a?\n\n   b\n", "|a|_ ",
        ".. class:: a\n",
        "a : b\n  c\n", ":a:\n  :b: c\n", "\u00e9", "\u3042 ",
    ),
    ".html": (
        "<p>", "</p>", "<p>a", "<div>", "</div>", "<b>", "</b>", "<a href='b'>", "</a>", "<a", "<!--", "-->",
        "<![CDATA[", "<", ">",
        "&", "&amp;", "&#0;", "&#27;", "&lt;", "<ul><li>", "<li>", "</ul>", "<ol start=9>", "<dl><dt>a?<dd>", "</dl>",
        "<td>", "<tr>",
        "<table><tr><td>", "</table>", "<pre>", "</pre>", "<code>", "</code>", "<h2>a?</h2>", "<h3>", "</h3>", "<br>", "<hr>",
        "<details><summary>a?</summary>", "</details>", "<script>", "</script>", "<style>", "</style>", "<nav>",
        "</nav>", "<template>",
        "<svg>", "</svg>", "<select>", "<button>", "<button aria-controls='x'>a?</button>", "<div id='x'>", "<blockquote>",
        "<div class='question'>a?</div>", "<div class='answer'>", "</blockquote>", "<h4 itemprop='name'>", "<textarea>",
        "<div itemscope itemtype='https://schema.org/Question'>", "<div itemprop='acceptedAnswer'>", "<main>",
        "</main>", "<footer>",
        '<script type="application/ld+json">{"@type":"Question","name":"a?","acceptedAnswer":{"text":"b"}}</script>',
        "\n", "a ",
        "<iframe src='https://a.b/'>", "<img src=a alt=b>", "<div class='nav'>", "<body>", "<html>", "<head>",
        "<title>", "<span>",
        "</span>", "<q>", "<kbd>", "<div class='admonition note'>", "<div class='highlight'>", "<caption>",
        "<frameset>", "<math>",
        "<p hidden>", "\x00", "<plaintext>", "<noscript>", "</noscript>",
    ),
    ".adoc": (
        "a\n", "a\n\n", "*", "*a ", "_a ", "`a ", "``a ", "<<a ", "<<a>> ", "== a?\n\nb\n\n", "= ", "==", "* a\n",
        "** a\n", ". a\n",
        ".. a\n", "a::\n", "a:: b\n", "::", ";; ", "[a]\n", "[[a]]\n", "[source]\n", "----\n", "----\na\n----\n",
        "====\n", "====\na\n",
        "--\n", "|===\n", "|===\n|a |b\n|===\n", "|a ", "+\n", "* a\n+\nb\n", " a\n", "//\n", "////\n", ":a: b\n", "{a} ",
        ":a: {a}{a}\n", "image::a[b]\n", "link:a[", "https://a[b] ", "https://", "xref:a[b] ", "pass:[a", "kbd:[a] ",
        "\\*", "a +\n",
        "[qanda]\na?:: b\n", ".a\n", "NOTE: a\n", "[NOTE]\n====\na\n====\n", "((a", "#a", "\t", "ifdef::a[]\n",
        "include::a[]\n", "[",
        "]", "```\n", "****\n", "____\n", "....\n", "++++\n<p>a\n++++\n", "<1> a\n", "[%collapsible]\n", "[cols=2]\n",
        "footnote:[a] ",
        ":!a:\n", "'''\n", "<<<\n",
    ),
    ".wiki": (
        "a\n", "'", "''", "'''a ", "'''''", "[[a]] ", "[[a|b]] ", "[[", "[", "[https://a b] ", "https://a ",
        "== a ==\nb\n", "==",
        "= a\n", "* a\n", "** a\n", "*", "# a\n", "#", "; a : b\n", "; a\n: b\n", ": a\n", ":", "<pre>\n",
        "<pre>a</pre>\n", "</pre>",
        "<nowiki>", "</nowiki>", "<code>", "</code>", "<!--", "-->", "<ref>", "</ref>", "{{a}} ", "{{", "{|\n",
        "{|\n|a||b\n|}\n",
        "|-\n", "! a\n", " a\n", "----\n", "__A__ ", "&amp;", "<br>", "<syntaxhighlight lang=a>\n",
        "</syntaxhighlight>", "<b>a ",
        "<div>", "[[Category:a]]\n", "[[File:a|b]] ", "*#:;a\n", "#redirect [[a]]\n",
    ),
    ".org": (
        "a\n", "*", "*a ", "/a ", "=a ", "~a ", "[[a]] ", "[[a][b]] ", "[[", "[fn:1] ", "* a\n", "** a?\nb\n", "- a\n",
        "- a\n  - b\n", "- a :: b\n", "1. a\n", "#+begin_src a\n", "#+end_src\n", "#+begin_quote\n", "#+end_quote\n", "| a\n",
        "| a | b |\n", "|--\n", ": a\n", ":a:\n", ":end:\n", "# a\n", "#+a: b\n", "#+title: a\n", "+a ", "_a ",
        "\\\\\n", "<<a>> ",
        "@@a:b@@", "https://a ", "  a\n", "-----\n", "[fn:1] a\n", "\n",
    ),
    ".txt": (
        "=== a ===\n", "== FAQ ==\n", "== a ==\n", "= a? =\nb\n", "= a =\n", "=", "= ", "a\n", "a: b\n", "\n", "* a\n",
        "    a\n", "`",
    ),
    ".json": (
        "{", "}", "[", "]", ":", ",",
        '"', '"a"', '"a?":"b",', '{"question":"a","answer":"b"},', '{"q":"a","a":["b",{"text":"c"}]},',
        "null", "1", "\\", "\\u001b", "// a\n", "/* a */",
        '{"@type":"Question","name":"a","acceptedAnswer":{"text":"<p>b"}},', "\n",
        '{"category":"a","items":[', "]},",
    ),
    ".yaml": (
        "- ", "a: ", "a:\n", "- a\n", "? ", ": ", "- question: a\n  answer: b\n", "a?: b\n", "|\n  a\n", ">\n  a\n",
        "&a ", "*a ", "!a ",
        "{", "}", "[", "]", "---\n", "...\n", "'", '"', "# a\n", "  ", "\t", "<<: *a\n", "- - a\n", "%a\n", "- q: a\n- a: b\n",
        "category: a\n", "\n",
    ),
    ".toml": (
        "[[faq]]\n", "[a]\n", "question = 'a'\n", "answer = 'b'\n", 'a = """\nb\n"""\n', "a = [", "]\n", "a = {",
        "}\n", "a.b = 1\n",
        "=", "'", '"', "# a\n", "1", "\n", "a.",
    ),
    ".csv": (
        ",", ";", "|", '"', '""', "\n", '"a\nb",', "a?,b\n", "question,answer\n", "a;b;c\n", ",,\n", "sep=;\n", "a, b, c\n",
        '"a?","<p>b</p>"\n', " ", "Billing,,\n", '"\n', "a ",
    ),
    ".tsv": ("\t", "\t\t\n", '"', '\t"', "\n", "a?\tb\n", "q\ta\n", '"a\nb"\t', "a ", ",", "\t1\n"),
}  # fmt: skip
"""Pieces of markup of each format, whole and half, by the suffix of its files."""


def suffix_of(name: str) -> str:
    """The suffix of the files of a format."""
    return "." + FORMATS[name][0].rpartition(".")[2]


def damaged(random: Random, text: str, pieces: tuple[str, ...]) -> str:
    """A text with pieces of markup put into it, and some of its lines moved, doubled or taken away."""
    lines = text.splitlines(keepends=True)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(lines) + 1)
        form = random.random()
        if form < 0.5:
            lines[at:at] = [random.choice(pieces) + random.choice(["", "\n"])]
        elif form < 0.7:
            lines[at:at] = lines[at : at + random.randint(1, 4)]
        elif form < 0.85:
            del lines[at : at + random.randint(1, 2)]
        elif lines:
            at = min(at, len(lines) - 1)
            cut = random.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + random.choice(pieces) + lines[at][cut:]
    return "".join(lines)


def mixed(random: Random, pieces: tuple[str, ...]) -> str:
    """A soup of pieces and numbered words."""
    return "".join(
        random.choice(pieces) if random.random() < 0.7 else f"word{random.randrange(10_000)}{random.choice(' ?.,')}"
        for _ in range(random.randint(1, 120))
    )
