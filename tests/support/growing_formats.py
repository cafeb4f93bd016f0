"""Texts of one thing in the formats beside Markdown, as long as wanted: see `support.growing`, which has those of Markdown.

Each format has units, which are repeated on one line and on lines of their own, lines that are repeated, things inside one
another, and parts that are all different.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from support.growing import Make, Text, each, many, nested, steps

MARKS: dict[str, tuple[str, ...]] = {
    "page.rst": (
        "`", "``", "`a`_ ", "`a <b>`_ ", "`a <", "*", "*a ", "**a ", "|", "|a| ", "_", "a_ ", "a__ ", "_`a ", "[", "[1]_ ",
        "[#]_ ", "[a", ":", ":ref:`", ":ref:`a <b>` ", ":a:", "\\", "<", "https://a ", "a@b.", "(", "=", "-", "+", "::",
        " ", "\t", "a ", "\u4e2d", "&", "{",
    ),
    "page.adoc": (
        "*", "*a* ", "_", "_a ", "`", "`a ", "+", "+++", "++a", "#", "##a", "^", "~", "[", "[[", "[[a]] ", "[a]#", "<<",
        "<<a,", "<<a>> ", "{", "{a} ", "{a", "link:", "link:a[", "link:a[b] ", "https://a[", "image:", "image:a[",
        "image::a[b]", "xref:a[", "(((", "((a)) ", "footnote:[", "kbd:[", "pass:[", "::", "a:: ", ";;", "|", "|a ", "'",
        '"`', '`"', "\\", " ", "\t", "a ", "<", "//", "===", "&", "stem:[",
    ),
    "page.org": (
        "*", "*a ", "* ", "/", "/a ", "=", "=a ", "~", "~a ", "_", "_a ", "+", "+a ", "[", "[[", "[[a]", "[[a][b",
        "[[a][b]] ", "[fn:", "[fn:a] ", "<", "<<a>> ", "<2024-01-01> ", "@@", "{{{", "{{{a(", "\\", "\\a ", "$", ":", "::",
        "a :: ", "|", "|a ", "#", "#+", "%", " ", "\t", "a ",
    ),
    "page.wiki": (
        "[", "[[", "[[a|", "[[a]] ", "[a b] ", "[https://a ", "{", "{{", "{{a|", "{{a}} ", "{{{", "{{{a}}} ", "{|", "|}",
        "|-", "|", "||", "!", "!!", "'", "''", "'''", "'''''a ", "''a", "<", "<ref>", "<ref ", "<nowiki>", "<pre>",
        "<code>", "</code>", "<!--", "<!-- a -->", "<br>", "<div>", "<source lang=", "=", "==", "== a", "*", "#", ":", ";",
        "; a : ", "__TOC__", "~~~~", "https://a ", "&", "&amp;", "-{", " ", "\t", "a ",
    ),
    "page.html": (
        "<", "<a ", "<a>", "</a>", "<a b=", "<a b='", "<a b=c ", "<!", "<!--", "<!-- a -->", "<!-- -", "--!>", "<?", "</",
        "<p>", "<b>", "</b>", "<b><p>", "<div>", "</div>", "<li>", "<ul>", "<ul><li>", "<dl><dt>", "<dd>", "<table>",
        "<tr>", "<td>", "<table><td>", "<table>a", "<h2>", "<h2>a?</h2>", "</h2>", "</p>", "<br>", "<hr>", "<pre>",
        "<code>", "<details>", "<details><summary>a?</summary>b", "<summary>", "<script>", "<style>", "<svg>", "<math>",
        "<math><mi>", "<template>", "<select>", "<option>", "<button>", "<form>", "<frameset>", "<textarea>", "<title>",
        "<noscript>", "<iframe>", "<plaintext>", "<font>", "<nobr>", "<a><font>", "<b></p>", "<b></div>", "<i><div></i>",
        "&", "&a", "&#", "&#x", "&amp;", "&notit;", "&lt;", "\u0000", " ", "\t", "a ", "`", "*", "[", "_", "<img alt=a>",
        "<img ", "<input>", "<span>", "<span class=question>a?</span>", "<div itemscope itemtype=FAQPage>",
        "<div class=faq>", "<body>", "<html>", "<head>", "<base>", "<ruby><rt>", "<object>", "<marquee>", "<center>",
        "<optgroup>", "<colgroup>", "<caption>",
    ),
    "plugin.txt": (
        "=", "= a? =", "== a ==", "*", "`", "[", "[a](", "<", "&", "1. ", "* a", " ", "\t", "a ", "_", "\\", "https://a ",
    ),
}  # fmt: skip
"""Pieces of markup of each format."""

LINES: dict[str, tuple[str, ...]] = {
    "page.rst": (
        "a\n=", "a?\n===\n\nb\n", "===\na\n===\n", "===", "a", "a\n", "a?", "- a", "- a\n", "* a\n\n  b\n", "1. a",
        "#. a\n", "a\n  b", "a\n  b\n", "  a", "\ta", ".. a", "..", ".. note::", ".. note:: a\n", ".. note::\n\n   a\n",
        ".. code::\n\n   a\n", ".. a::", ".. a:: b\n   :c: d\n", ".. _a:", ".. _a: b", "__ a", ".. [1] a", ".. [#] a\n",
        ".. |a| replace:: b", ".. image:: a", ".. list-table::\n\n   * - a\n     - b\n", ".. csv-table::\n\n   a, b\n",
        ".. raw:: html\n\n   <b>\n", ".. include:: a", ".. contents::", "::", "::\n\n  a\n", "| a", "> a", ">>> a", ":a: b",
        ":a:", "-a  b", "--a=b  c", "+--+\n|a |\n+--+\n", "+--+--+\n|a |b |\n+--+--+\n", "+--+", "|a |",
        "== ==\na  b\n== ==\n", "== ==\na  b", "`a", "``a", "*a", "**a?**\n\nb\n", ".. rubric:: a?\n\nb\n",
        ".. dropdown:: a?\n\n   b\n", ".. glossary::\n\n   a\n     b\n", ".. default-role:: a", ".. role:: a",
        ".. class:: a", ".. math:: a\n", ".. table::\n\n   == ==\n   a  b\n   == ==\n", "----\n", "\\ ", "a::b",
    ),
    "page.adoc": (
        "= a", "== a", "== a?\n\nb\n", "=== a", "====", "----", "----\na\n----\n", "....", "++++", "____", "****", "--",
        "////", "|===", "|===\n|a |b\n|===\n", "|a", "|a |b", "a|b", "2+|a", ",===", ":===", "!===", "```", "* a", "** a",
        "- a", ". a", ".. a", "1. a", "a:: b", "a::", "a?:: b\n", "a;; b", "<1> a", "+", "NOTE: a", "[NOTE]",
        "[NOTE]\n====\na\n====\n", "[qanda]\na?:: b\n", "[source,js]", "[source]\n----\na <1>\n----\n<1> b\n", "[[a]]",
        "[#a]", "[a", ".a", ".a?\n--\nb\n--\n", ".a\n* b\n", ":a: b", ":a: {a}", ":a:", ":a: b \\", "// a", "ifdef::a[]",
        "endif::[]", "include::a[]", "image::a[]", "toc::[]", "'''", "<<<", "a +", "{a}", "a", "a\n", "a?\n",
        "[%collapsible]\n.a?\n====\nb\n====\n", "[horizontal]", "[cols=2]", '[cols="1,2"]\n|===\n|a\n|b\n|===\n',
        "TIP: a\n", "# a",
    ),
    "page.org": (
        "* a", "* a?\nb", "** a", "*** a", "* TODO a :b:", "- a", "- a :: b", "+ a", "1. a", "1) a", "- [ ] a",
        "#+begin_src\na\n#+end_src", "#+begin_src", "#+end_src", "#+begin_quote\na\n#+end_quote", "#+begin_quote",
        "#+end_quote", "#+begin_example", "#+title: a", "#+a: b", "#+a", "# a", ": a", "| a |", "| a | b |\n|---+---|",
        "|-", ":PROPERTIES:\n:A: b\n:END:", ":PROPERTIES:", ":END:", ":a:", "[fn:1] a", "-----", "CLOSED: <a>", "a", "a\n",
        "a?\n", "[[a]]", "\\begin{a}", "%%(a)", "  - a", "<<a>>", "#+include: a", "#+caption: a\n[[b]]",
        "#+begin_details a?\nb\n#+end_details",
    ),
    "page.wiki": (
        "= a =", "== a ==", "== a? ==\nb\n", "=== a ===", "==a", "* a", "** a", "*** a", "# a", "## a", ": a", ":: a",
        "; a", "; a : b", "; a?\n: b", "{|", "|}", "{|\n|-\n| a\n| b\n|}\n", "|-", "| a", "| a || b", "! a", "! a !! b",
        "|+ a", "{{a}}", "{{a", "}}", "{{a\n|b=c\n}}", "<pre>", "</pre>", "<pre>a</pre>", "<nowiki>",
        "<source>\na\n</source>", "<!-- a", "<!-- a -->", "-->", " a", "----", "a", "a\n", "a?\n", "'''a?'''\n\nb\n",
        "'''Q:''' a\n\nA: b\n", "[[Category:A]]", "[[File:a.png|b]]", "__TOC__", "#REDIRECT a", "<ref>a</ref>",
        "<references/>", "<div>", "</div>", "<li>a</li>", "<table><tr><td>a", "*# a", "#: a", "<h2>a?</h2>",
    ),
    "page.html": (
        "<p>a", "<p>a</p>", "<h2>a?</h2><p>b</p>", "<h2>a?", "<ul><li>a</ul>", "<dt>a?<dd>b",
        "<dl><dt>a?</dt><dd>b</dd></dl>", "<details><summary>a?</summary><p>b</p></details>", "<tr><td>a<td>b",
        "<table><tr><td>a<td>b</table>", "<pre>a</pre>", "<pre><code class=language-js>a</code></pre>", "<a href=#b>a</a>",
        "<a name=b></a>", "<p><b>a?</b><p>b", "<div>a", "</div>", "<blockquote>a", "<ol><li>",
        "<div class=faq-item><div class=question>a?</div><div class=answer>b</div></div>",
        "<div itemprop=mainEntity itemtype=https://schema.org/Question><h3 itemprop=name>a?</h3><p itemprop=text>b</div>",
        "<button aria-expanded=false aria-controls=b>a?</button><div id=b>c</div>", "<nav><a href=a>b</a></nav>", "<br>a",
        "<hr>", "<img src=a alt=b>", "<!-- a -->", "<script type=application/ld+json>{}</script>", "<script>a</script>",
        "<style>a</style>", "a", "", "<td rowspan=9>a", "<td colspan=9>a",
        "<table><tr><td rowspan=1000 colspan=1000>a</table>", "<ul><li>a<ul><li>b</ul></ul>", "&nbsp;",
        "<section><h2>a?</h2>b</section>", "<label>a?</label><p>b", "<h2><a id=a></a>a?</h2>", "<p>Q: a?<p>A: b",
        "<strong>a?</strong><br>b<br>",
    ),
    "plugin.txt": (
        "= a? =", "= a? =\n\nb\n", "== a ==", "=== a ===", "* a", "1. a", "a", "a\n", "a?\n", "`a`", "    a",
        "**a?**\n\nb\n", "```", "<p>a</p>", "[youtube a]", "> a", "= =", "==", "=",
    ),
    "FAQ.txt": (
        "a\n----------\n\n----------\n", "----------", "----------\n", "a\nb\nc\nd\n----------", "a:\n------\nb\n------\n",
        "a?\n~~~~~\nb\n", "~~~~~~~~~~\na\n", "a\n*****\n", "*****\na\n*****\n", "1.a?\nb\n", "1.1. aaaaaaaa\n", "1.1. aaaaaaaa",
        "    aaaaaaaa\n", "aaaaaaaa bbbbbbbb\n  cccc", "Q: a\nA: b\n   c\n", "2.0 a?\n\n   b\n", "[1] a\n", "a `b' c",
        "- a\n\n* b\n",
    ),
}  # fmt: skip
"""Lines of each format."""

START = {
    "page.rst": "FAQ\n===\n\nHow?\n----\n\n",
    "page.adoc": "= FAQ\n\n== How?\n\n",
    "page.org": "#+title: FAQ\n\n* How?\n\n",
    "page.wiki": "= FAQ =\n\n== How? ==\n\n",
    "page.html": "<!doctype html><html><body><h1>FAQ</h1><h2>How?</h2>\n",
    "FAQ.txt": "FAQ\n===\n\nHow?\n\n  So.\n\n",
    "plugin.txt": "=== Plugin ===\nStable tag: 1\n\n== Frequently Asked Questions ==\n\n= How? =\n\n",
}
TITLES = {
    "page.rst": ("a", "?\n-----------\n\nb\n"),
    "page.adoc": ("== a", "?\n\nb\n"),
    "page.org": ("* a", "?\n\nb\n"),
    "page.wiki": ("== a", "? ==\n\nb\n"),
    "page.html": ("<h2>a", "?</h2><p>b</p>\n"),
    "plugin.txt": ("= a", "? =\n\nb\n"),
}
"""What makes a question of what stands between."""


def _json(one: Callable[[int], object]) -> Make:
    def make(size: int) -> str:
        found, length, number = [], 0, 0
        while length < size:
            found.append(json.dumps(one(number)))
            length += len(found[-1]) + 2
            number += 1
        return "[" + ", ".join(found) + "]\n"

    return make


def _of_quoted(unit: str) -> Make:
    """An answer in JSON of one thing."""
    return lambda size: json.dumps(
        [{"question": "a?", "answer": unit * (size // len(json.dumps(unit)[1:-1]))}, {"question": "b?", "answer": "c"}]
    )


def _rows(row: Callable[[int], str]) -> Make:
    """A table of so many rows below the names of its columns."""
    rows = each(row)
    return lambda size: "question,answer,category\n" + rows(size)


DATA: dict[str, tuple[str, Make]] = {
    "JSON of questions": ("faq.json", _json(lambda n: {"question": f"a{n}?", "answer": f"b{n}"})),
    "JSON of questions that are alike": ("faq.json", _json(lambda _: {"question": "a?", "answer": "b"})),
    "JSON of answers in HTML": ("faq.json", _json(lambda n: {"question": f"a{n}?", "answer": f"<p>b{n}</p>"})),
    "JSON of lists in lists": ("faq.json", nested("[", "1", "]")),
    "JSON of mappings in mappings": ("faq.json", nested('{"a": ', "1", "}")),
    "JSON that is closed never": ("faq.json", many('[{"question": "a?", "answer": "b"}, ')),
    "JSON of numbers": ("faq.json", _json(lambda n: n)),
    "JSON of a long number": ("faq.json", many("9", "[", "]")),
    "JSON of texts": ("faq.json", _json(lambda n: f"a{n}?")),
    "JSON of escapes": ("faq.json", many("\\u0041", '[{"question": "a?", "answer": "', '"}]')),
    "JSON of halves of characters": ("faq.json", many("\\ud800", '[{"question": "a?", "answer": "', '"}]')),
    "JSON of quotes": ("faq.json", many('"')),
    "JSON of backslashes": ("faq.json", many("\\", '["')),
    "JSON of names": ("faq.json", many('"a": 1, ', "{", '"b": 2}')),
    "JSON of names that differ": ("faq.json", lambda size: json.dumps({f"a{n}?": f"b{n}" for n in range(size // 20)})),
    "JSON of names of a question": (
        "faq.json",
        lambda size: json.dumps([{"question": "a?", "answer": "b", **{f"x{n}": f"c{n}" for n in range(size // 20)}}]),
    ),
    "JSON of categories": ("faq.json", _json(lambda n: {"category": f"a{n}", "items": [{"q": f"b{n}?", "a": "c"}]})),
    "JSON by lines": ("faq.jsonl", each(lambda n: json.dumps({"question": f"a{n}?", "answer": "b"}))),
    "JSON of blanks": ("faq.json", many(" ", "[", "]")),
    "JSON of tags": ("faq.json", _of_quoted("<p>")),
    "JSON of paragraphs": ("faq.json", _of_quoted("<p>a</p>")),
    "JSON of brackets": ("faq.json", _of_quoted("[")),
    "JSON of line feeds": ("faq.json", _of_quoted("\n")),
    "YAML of questions": ("faq.yml", each(lambda n: f"- question: a{n}?\n  answer: b{n}")),
    "YAML of questions and long answers": (
        "faq.yml",
        each(lambda n: f"- question: a{n}?\n  answer: |\n    b{n}\n    c\n"),
    ),
    "YAML of names": ("faq.yml", each(lambda n: f"a{n}?: b")),
    "YAML of names that are alike": ("faq.yml", each(lambda _: "a?: b")),
    "YAML of anchors": ("faq.yml", each(lambda n: f"- &a{n} b")),
    "YAML of aliases": ("faq.yml", lambda size: "- &a b\n" + "- *a\n" * (size // 5)),
    "YAML of aliases of lists": ("faq.yml", each(lambda n: f"- &a{n} [*a{n - 1}, *a{n - 1}]" if n else "- &a0 [b]")),
    "YAML of merges": ("faq.yml", each(lambda n: f"- &a{n}\n  <<: *a{n - 1}\n  b{n}: c" if n else "- &a0\n  b: c")),
    "YAML of lists in lists": ("faq.yml", many("- ", "", "a\n")),
    "YAML of mappings in mappings": ("faq.yml", steps("a:", 1)),
    "YAML of tags": ("faq.yml", many("!a ", "- ", "b\n")),
    "YAML of documents": ("faq.yml", many("---\na: b\n")),
    "YAML of comments": ("faq.yml", many("# a\n", "- question: a?\n  answer: b\n")),
    "YAML of question marks": ("faq.yml", many("? a\n: b\n")),
    "YAML of numbers": ("faq.yml", each(lambda n: f"- {n}.5")),
    "YAML of dates": ("faq.yml", each(lambda n: f"- 2024-01-{n % 28 + 1:02}")),
    "YAML of long numbers": ("faq.yml", many("9", "- ")),
    "YAML of sexagesimal numbers": ("faq.yml", many("1:", "- ", "1\n")),
    "YAML of folded lines": ("faq.yml", many("  a\n", "- >\n")),
    "messages of gettext": (
        "faq.po",
        each(lambda n: f'msgid "faq.q{n}"\nmsgstr "a{n}?"\n\nmsgid "faq.a{n}"\nmsgstr "b"\n'),
    ),
    "messages of gettext on many lines": (
        "faq.po",
        many('"a "\n', 'msgid "faq.q1"\nmsgstr "a?"\n\nmsgid "faq.a1"\nmsgstr ""\n'),
    ),
    "messages of gettext without a text": ("faq.po", many('msgid "a"\n', 'msgid "faq.q1"\nmsgstr "a?"\n\n')),
    "quotes of gettext": ("faq.po", many('" ', 'msgid "faq.q1"\nmsgstr "a?"\n\nmsgid "faq.a1"\nmsgstr "', "\n")),
    "properties of questions": ("faq.properties", each(lambda n: f"faq.q{n}=a{n}?\nfaq.a{n}=b{n}")),
    "properties on many lines": ("faq.properties", many("a \\\n", "faq.q1=a?\nfaq.a1=", "b\n")),
    "properties of blanks": ("faq.properties", many(" ", "faq.q1=a?\nfaq.a1", "b\n")),
    "properties of backslashes": ("faq.properties", many("\\", "faq.q1=a?\nfaq.a1=", "\n")),
    "messages of ARB": (
        "faq.arb",
        lambda size: json.dumps({f"faq{n // 2}{'qa'[n % 2]}": f"a{n}?" for n in range(size // 20)}),
    ),
    **{
        f"scripts of {unit!r}": ("faq.tsx", many(unit, "export const faqs = [{ q: 'a?', a: 'b' }, ", "];\n"))
        for unit in (
            "{ q: 'a?', a: 'b' }, ",
            "{ q: 'a?', a: <p>b</p> }, ",
            "{ q: 'a?', a: <p>b ",
            "{ q: ",
            "[",
            "{",
            "(",
            "'a' + ",
            "c ? 'a b' : ",
            "t('a', 'b c'), ",
            "<>",
            "<p>",
            "<p ",
            "<p a={",
            "{'a'}",
            "{`",
            "`",
            "'",
            '"""',
            "/*",
            "//",
            "# ",
            "a.",
            "a ",
            "=> ",
            "...a, ",
            "array(",
            "{ a() {} }, ",
            "\\",
            "\n",
        )
    },
    "scripts of lists": ("faq.js", each(lambda n: f"const faqs{n} = [{{ q: 'a{n}?', a: 'b' }}];")),
    "scripts of lists that are none": ("faq.js", many("const a = [{ q: 'a?', a() {} }];\n")),
    "components of questions": ("faq.mdx", each(lambda n: f'<Faq q="a{n}?">\n\nb{n}\n\n</Faq>\n')),
    "contents of plain text, many": (
        "FAQ.txt",
        each(
            lambda n: (
                "\n".join(f"{n}.{k}. aaaa {n} bbbb {k}" for k in range(1, 6))
                + "".join(f"\n\n{n}.{k}. aaaa {n} bbbb {k}\n\n  b" for k in range(1, 6))
                + "\n"
            )
        ),
    ),
    "TOML of questions": ("faq.toml", each(lambda n: f'[[faq]]\nquestion = "a{n}?"\nanswer = "b"')),
    "TOML of names": ("faq.toml", each(lambda n: f'a{n} = "b"')),
    "TOML of tables": ("faq.toml", each(lambda n: f"[a{n}]")),
    "TOML of tables in tables": ("faq.toml", many("a.", "[", "a]\n")),
    "TOML of dotted names": ("faq.toml", each(lambda n: f"{'a.' * (n % 900)}b{n} = 1")),
    "TOML of quoted dotted names": ("faq.toml", many('."a"', '"a"', " = 1\n")),
    "TOML of dotted names in a mapping": ("faq.toml", many(".a", "x = {a", " = 1}\n")),
    "front matter of dotted names": (
        "page.md",
        lambda size: "+++\na" + ".a" * min(size // 4, 30_000) + " = 1\n+++\n# A?\n\n" + "a " * (size // 4),
    ),
    "TOML of lists in lists": ("faq.toml", nested("[", "1", "]")),
    "TOML of lists in a list": ("faq.toml", lambda size: "a = " + nested("[", "1", "]")(size - 4)),
    "TOML of mappings in a mapping": ("faq.toml", lambda size: "a = " + nested("{a = ", "1", "}")(size - 4)),
    "TOML of a long number": ("faq.toml", many("9", "a = ", "\n")),
    "TOML of a long text": ("faq.toml", many("a ", 'a = """', '"""\n')),
    "TOML of escapes": ("faq.toml", many("\\u0041", 'a = "', '"\n')),
    "TOML of comments": ("faq.toml", many("# a\n")),
    "CSV of questions": ("faq.csv", _rows(lambda n: f"a{n}?,b{n},c{n % 9}")),
    "CSV of one category": ("faq.csv", _rows(lambda n: f"a{n}?,b{n},{'' if n else 'c'}")),
    "CSV of answers in HTML": ("faq.csv", _rows(lambda n: f"a{n}?,<p>b{n}</p>,c")),
    "CSV of answers on many lines": ("faq.csv", _rows(lambda n: f'a{n}?,"b\n\nc{n}",')),
    "CSV without names": ("faq.csv", each(lambda n: f"a{n}?,b{n}")),
    "CSV of cells": ("faq.csv", many(",", "question,answer\na?,b", "\n")),
    "CSV of names of columns": ("faq.csv", many("a,", "question,answer,", "\na?,b,c\n")),
    "CSV of quotes": ("faq.csv", many('"', "question,answer\na?,", "\n")),
    "CSV of a quote that is closed never": ("faq.csv", many("a?,b\n", 'question,answer\na?,"', "\n")),
    "CSV of empty rows": ("faq.csv", many(",,\n", "question,answer\na?,b\n")),
    "CSV of commas": ("faq.csv", many(", a", "question,answer\na?,b", "\n")),
    "TSV of quotes": ("faq.tsv", many('"\t', "q\ta\n", "\n")),
}
"""Data: the path and the text."""

INSIDE: dict[str, tuple[str, Make]] = {
    "lists in lists of reStructuredText": ("page.rst", steps("- a\n", 2)),
    "quotes in quotes of reStructuredText": ("page.rst", steps("a\n", 1)),
    "directives in directives": ("page.rst", steps(".. note::\n", 3)),
    "directives with arguments in directives": ("page.rst", steps(".. only:: html\n\n", 3)),
    "terms of reStructuredText": ("page.rst", each(lambda n: f"a{n}?\n   b{n}\n")),
    "fields that ask": ("page.rst", many(":Q: a?\n:A: b\n\n")),
    "long underlines": ("page.rst", lambda n: "a?\n" + "-" * n + "\n\nb\n"),
    "titles above items": ("page.adoc", many(".a\n* b\n")),
    "folds of AsciiDoc": ("page.adoc", each(lambda n: f".a{n}?\n[%collapsible]\n====\nb{n}\n====\n")),
    "blocks joined to one item": ("page.adoc", many("+\na\n", "* x\n")),
    "templates of questions": ("page.wiki", each(lambda n: f"{{{{FAQ|question=a{n}?|answer=b{n}}}}}")),
    "templates never closed": ("page.wiki", many("{{{{{{")),
    "one row of MediaWiki": ("page.wiki", lambda n: "{|\n| a" + " || cell" * (n // 8) + "\n|}\n"),
    "drawers never closed": ("page.org", many("** a?\n:LOGBOOK:\nb\n")),
    "terms of Org": ("page.org", each(lambda n: f"- a{n}? :: b{n}")),
    "questions in microdata in one another": (
        "page.html",
        nested('<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">a?</h3><div>', "b", "</div></div>"),
    ),
    "scripts of one question each": (
        "page.html",
        each(lambda n: f'<script type="application/ld+json">{{"@type": "Question", "name": "a{n}?"}}</script><h3>a{n}?</h3>b'),
    ),
    "questions about cookies in one another": ("page.html", many("<div class=cookie-banner>a")),
    "signs in one another": ("page.html", many("<span class=icon>")),
    "buttons that ask in one another": ("page.html", many("<button>a?</button><div>")),
    "what is called navigation in one another": ("page.html", many("<div class=nav>a")),
    "navigation in one another": ("page.html", many("<nav><p>a")),
    "titles underlined in AsciiDoc": ("page.adoc", many("abcd?\n-----\n\nb\n")),
    "lists in answers of AsciiDoc": ("page.adoc", many("a?::\n* b\n** c\n", "[qanda]\n")),
    "arguments of a template": ("page.wiki", lambda n: "{{FAQ|a?|" + "b|" * (n // 2) + "}}\n"),
    "headings in HTML on one line": ("page.wiki", many("<h2>")),
    "headings that are not exported": ("page.org", each(lambda n: "*" * (n % 30 + 1) + " COMMENT a\nb")),
    "terms of a glossary with one meaning": ("page.rst", many("   a\n", ".. glossary::\n\n")),
    "titles in directives": ("page.rst", many(".. only:: a\n\n   b?\n   --\n\n   c\n\n")),
    "bold questions of a plugin": ("plugin.txt", many("**a?**\nb\n")),
    "buttons with panels": (
        "page.html",
        each(lambda n: f'<button aria-expanded=false aria-controls="p{n}">a{n}?</button><div id="p{n}">b{n}</div>'),
    ),
    "grid tables in one another": ("page.rst", many("| +--+ ", "", "|\n")),
    "lists on a line of reStructuredText": ("page.rst", many("- ", "", "a\n")),
    "wide grid table": (
        "page.rst",
        lambda n: f"{'+--' * (n // 9)}+\n{'|a ' * (n // 9)}|\n{'+--' * (n // 9)}+\n",
    ),
    "long grid table": ("page.rst", lambda n: "+--+--+\n" + "|a |b |\n+--+--+\n" * (n // 16)),
    "grid table whose cells go on": ("page.rst", lambda n: "+--+--+\n" + "|a |b |\n+  +--+\n" * (n // 16) + "+--+--+\n"),
    "different titles of reStructuredText": ("page.rst", each(lambda n: f"a{n}?\n---------\n\nb{n}\n")),
    "different targets": ("page.rst", each(lambda n: f".. _a{n}: b{n}\n\na{n}_\n")),
    "missing targets": ("page.rst", each(lambda n: f"a{n}_\n")),
    "different substitutions": ("page.rst", each(lambda n: f".. |a{n}| replace:: |a{n - 1}|\n")),
    "different footnotes of reStructuredText": ("page.rst", each(lambda n: f"[{n}]_\n\n.. [{n}] a\n")),
    "footnotes that are numbered": ("page.rst", each(lambda _: "[#]_\n\n.. [#] a\n")),
    "targets that are alike": ("page.rst", each(lambda _: ".. _a: b\n")),
    "unknown directives": ("page.rst", each(lambda n: f".. a{n}:: b\n\n   c\n")),
    "unknown roles": ("page.rst", each(lambda n: f":a{n}:`b`")),
    "anonymous targets": ("page.rst", each(lambda n: f"`a{n}`__\n\n__ b{n}\n")),
    "lists in lists of AsciiDoc": ("page.adoc", each(lambda n: "*" * (n % 9 + 1) + f" a{n}")),
    "blocks in blocks of AsciiDoc": ("page.adoc", each(lambda n: "=" * (4 + n % 900))),
    "attributes of attributes": ("page.adoc", each(lambda n: f":a{n}: {{a{n - 1}}}{{a{n - 1}}}" if n else ":a0: b") ),
    "attributes that are put in": ("page.adoc", lambda n: ":a: " + "b" * (n // 2) + "\n\n" + "{a} " * (n // 8) + "\n"),
    "different titles of AsciiDoc": ("page.adoc", each(lambda n: f"== a{n}?\n\nb{n}\n")),
    "references of AsciiDoc": ("page.adoc", each(lambda n: f"[[a{n}]]\n== b{n}?\n\n<<a{n}>> <<c{n}>>\n")),
    "wide table of AsciiDoc": ("page.adoc", lambda n: "|===\n" + "|a " * (n // 3) + "\n|===\n"),
    "columns of AsciiDoc": ("page.adoc", lambda n: f'[cols="{n}*"]\n|===\n' + "|a\n" * (n // 3) + "|===\n"),
    "cells over many columns": ("page.adoc", lambda n: "|===\n" + "99999+|a\n" * (n // 9) + "|===\n"),
    "cells that are copied": ("page.adoc", lambda n: "|===\n" + "99999*|a\n" * (n // 9) + "|===\n"),
    "callouts": ("page.adoc", lambda n: "----\n" + "a <1>\n" * (n // 12) + "----\n" + "<1> b\n" * (n // 12)),
    "headings of Org": ("page.org", each(lambda n: "*" * (n % 900 + 1) + f" a{n}?")),
    "different titles of Org": ("page.org", each(lambda n: f"* a{n}?\n\nb{n}\n")),
    "footnotes of Org": ("page.org", each(lambda n: f"a[fn:{n}]\n\n[fn:{n}] b\n")),
    "blocks in blocks of Org": ("page.org", many("#+begin_quote\n")),
    "lists in lists of Org": ("page.org", steps("- a", 2)),
    "drawers of Org": ("page.org", many(":a:\n")),
    "lists in lists of MediaWiki": ("page.wiki", each(lambda n: "*" * (n % 900 + 1) + " a")),
    "different titles of MediaWiki": ("page.wiki", each(lambda n: f"== a{n}? ==\nb{n}\n")),
    "templates in templates": ("page.wiki", nested("{{a|", "b", "}}")),
    "links in links of MediaWiki": ("page.wiki", nested("[[a|", "b", "]]")),
    "tables in tables of MediaWiki": ("page.wiki", nested("{|\n|\n", "a\n", "|}\n")),
    "references of MediaWiki": ("page.wiki", each(lambda n: f"a<ref>b{n}</ref>")),
    "elements inside one another": ("page.html", nested("<div>", "a", "</div>")),
    "unclosed elements": ("page.html", many("<div>", "", "a")),
    "unclosed formatting": ("page.html", each(lambda n: f"<b a={n}>")),
    "formatting over paragraphs": ("page.html", each(lambda n: f"<p><b a={n}>c")),
    "lists in lists of HTML": ("page.html", nested("<ul><li>", "a", "</ul>")),
    "tables in tables of HTML": ("page.html", nested("<table><tr><td>", "a", "</table>")),
    "folds in folds of HTML": ("page.html", nested("<details><summary>a?</summary>", "b", "</details>")),
    "quotes in quotes of HTML": ("page.html", nested("<blockquote>", "a", "</blockquote>")),
    "wide table of HTML": ("page.html", lambda n: "<table><tr>" + "<td>a" * (n // 5) + "</table>"),
    "cells over many rows": ("page.html", lambda n: "<table>" + "<tr><td rowspan=65534>a" * (n // 23) + "</table>"),
    "cells over many columns of HTML": ("page.html", lambda n: "<table>" + "<tr><td colspan=1000>a" * (n // 23) + "</table>"),
    "attributes of HTML": ("page.html", lambda n: "<p " + "".join(f"a{k}=b " for k in range(n // 9)) + ">a"),
    "different titles of HTML": ("page.html", each(lambda n: f"<h2>a{n}?</h2><p>b{n}</p>")),
    "links to anchors of HTML": ("page.html", each(lambda n: f'<a href="#a{n}">b{n}?</a><p id="a{n}">c</p>')),
    "elements that are unknown": ("page.html", each(lambda n: f"<a{n}>b</a{n}>")),
    "text after tables that are open": ("page.html", many("<table><b>")),
    "ends without beginnings": ("page.html", many("</p>")),
    "misnested formatting": ("page.html", many("<b><i></b>")),
    "misnested links": ("page.html", many("<a><div></a>")),
    "schema of questions": (
        "page.html",
        lambda n: '<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": ['
        + ", ".join(
            f'{{"@type": "Question", "name": "a{k}?", "acceptedAnswer": {{"text": "b{k}"}}}}' for k in range(n // 80)
        )
        + "]}</script>",
    ),
    "schema in schema": ("page.html", lambda n: '<script type="application/ld+json">' + "[" * n + "</script>"),
    "contents of plain text": (
        "FAQ.txt",
        lambda n: "\n".join(f"1.{k}. aaaaaaaa{k}" for k in range(n // 48))
        + "".join(f"\n\n1.{k}. aaaaaaaa{k}\n\n  b" for k in range(n // 48)),
    ),
    "rules that differ": ("FAQ.txt", each(lambda n: f"a\n{'-' * (n % 70 + 3)}\n")),
    "different titles of a plugin": ("plugin.txt", each(lambda n: f"= a{n}? =\n\nb{n}\n")),
}  # fmt: skip
"""What stands inside one another, and what differs: the path and the text."""


def texts() -> Iterator[Text]:
    """All of them."""
    for path, lines in LINES.items():
        for line in lines:
            yield Text(f"{path} lines of {line!r}", "format", path, many(line + "\n", START[path]))
    for path, units in MARKS.items():
        before, after = TITLES[path]
        for unit in units:
            yield Text(f"{path} paragraph of {unit!r}", "format", path, many(unit, START[path] + "a ", " b\n"))
            yield Text(f"{path} title of {unit!r}", "format", path, many(unit, START[path] + before, after))
    for name, (path, make) in INSIDE.items():
        start = START[path]
        yield Text(
            f"{path} {name}", "format", path, lambda size, make=make, start=start: start + make(size - len(start))
        )  # type: ignore[misc]
    for name, (path, make) in DATA.items():
        yield Text(f"{path} {name}", "format", path, make)
