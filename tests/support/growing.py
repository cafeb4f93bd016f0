"""Texts that are made of one thing, as long as wanted: what `tests/bench/growth.py` reads, shows and searches.

Each unit of markup is repeated in each place; each line and each block in each container; and there are CommonMark's
pathological cases, texts whose parts are all different, and texts in which few things stand at the end of many others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple, TypeAlias

Make: TypeAlias = Callable[[int], str]
"""Makes a text of about so many characters."""


class Text(NamedTuple):
    """A text of some length: what it is called, which sort it is of, the path it is read from, and how it is made."""

    name: str
    sort: str
    path: str
    make: Make


UNITS = (
    " ", "\t", "\u00a0", "[", "]", "<!-- ", "a <!-- ", "-->", "{", "}", "{#", "{# a", "`", "` ", "`a``", "*", "* ",
    "a*", "**a ", "_", "a_", "~", "~~a", "|", "| a ", "|-", ":", ": ", "&", "&#", "&a", "1", "1. ", "1.", "<", "<a ",
    "<a b=", "<a>", "</a", "</a>", "<a href='", "\"", "'", "(", "((a", ")", "![", "![a](", "](", "[a](b", "[a](b()", "[a][",
    "[a]: ", "[^a]", "[[", ">", "> ", "- ", "#", "# ", "#a", "$", "$$", "$a", "\\", "\\(", "{{", "{{<", "{{< a ",
    "{%", "{% a ", "{:", "{a}", "{/*", "-", "=", "+", "+ ", "~~~", "!", "?", "? ", "a?", "??? ", "!!! ", "::: ", "Q:",
    "Q", "a", "a ", "A.", "a, ", "aA", "www.", "https://", "a@b.", "@", "/", "../", "<?", "<!A", "<![CDATA[", "<pre",
    "<br>", "<h2>", "<A ", "<A b={", "\u0000", "\u0301", "\u4e2d", "\u200d", "\U0001f468\u200d", ".. ", "...",
    "import ", "{{% a %}}", "<details>", "<summary>", "&amp;", "&#65;", "**", "__", "***a* ",
)  # fmt: skip

LINES = (
    "", " ", "a  ", "a\\", "a?", "a?\n", "Q: a", "Q: a\n", "A: a", "Q: a\nA: b\n", "# a", "# a?\n\nb\n", "## a?",
    "a\n===\n", "a\n---\n", "---", "===", "- a", "- a\n\n  b", "1. a", "1. a?", "1. a?\n\n   b\n", "> a", ">",
    "> > a", "| a", "| a | b |", "a|b\n-|-", "```", "```\na", "~~~", "    a", "\ta", "<div>", "</div>", "<p>\n",
    "<!--", "<!-- a -->", "<details>", "<summary>a?</summary>", "</details>",
    "<details><summary>a?</summary>\n\nb\n</details>\n", "<dl><dt>a?</dt><dd>b</dd>", "<h2>a?</h2>", "<h2>", "[a]: b",
    "[a]: b 'c", "[a]:", "[^a]: b", "**a?**", "**a?**\n\nb\n", "**a", ":::", "::: note\na\n:::", "::: note",
    "!!! note\n    a", "??? a", "=== \"a\"\n    b", "Dry\n:   Heat", "{% a %}", "{{< a >}}", "{% hint %}",
    "{% endhint %}", "import a from 'b'", "import a", "<A b={1}>", "<A", "</A>", "<Tab a=\"b\">\n\n", "$$",
    "$$\na\n$$", "\\[", "\\(a^2\\)",
    "a: b", "a:", "- a: b", "- question: a\n  answer: b", "? a", "&a *a", ".. note::", "a\n^^^", "* * *",
    "+++", "[a](#b)", "- [a](#b)", "![a](b)", "- [ ] a", "1.1 a\n\nb\n", "1) a?", "a? b", "<br/>", "<script>",
    "<pre>", "</pre>", "{/*", "<table>", "<tr><td>a</td>", "(a)=", "# a {#b}", "```{note}\na\n```", "```{note}",
)  # fmt: skip

PLACES: dict[str, tuple[str, str]] = {
    "paragraph": ("a ", " b\n"),
    "word": ("A", "b"),
    "title": ("## What is", "b?\n\nText.\n"),
    "heading": ("# ", "\n\nText.\n"),
    "bold": ("**", "?**\n\nText.\n"),
    "label": ("Q", ": a?\n\nA: b\n"),
    "label 2": ("Q: ", "a?\nA: b\n"),
    "list": ("- a ", "\n- b\n"),
    "quote": ("> a ", "\n> b\n"),
    "table": ("| a | b |\n|---|---|\n| ", " | b |\n"),
    "link": ("[a](", ")\n"),
    "text of a link": ("[", "](b)\n"),
    "reference": ("[a]: ", "\n\n[a]\n"),
    "tag": ("<a ", ">b</a>\n"),
    "attribute": ('<img alt="', '">\n'),
    "block": ("<div>\n", "\n</div>\n"),
    "summary": ("<details><summary>", "</summary>\n\nText.\n\n</details>\n"),
    "comment": ("<!-- ", "-->\n\n# A?\n\nText.\n"),
    "fence": ("```", "\na\n```\n"),
    "code": ("```\n", "\n```\n"),
    "value": ("---\ntitle: ", "\n---\n# A?\n\nText.\n"),
    "key": ("---\n", ": a\n---\n# A?\n\nText.\n"),
    "setext": ("a ", "\n===\n\nText.\n"),
    "shortcode": ('{{% expand "', '" %}}\na\n{{% /expand %}}\n'),
}
"""What stands before and behind the units."""


def many(unit: str, before: str = "", after: str = "") -> Make:
    """A text of one unit."""
    return lambda size: before + unit * (max(1, (size - len(before) - len(after)) // len(unit))) + after


def nested(opening: str, middle: str, closing: str) -> Make:
    """Things inside one another, half of the text before the middle."""

    def make(size: int) -> str:
        number = size // len(opening + closing)
        return opening * number + middle + closing * number

    return make


def each(line: Callable[[int], str]) -> Make:
    """Lines that are made of their number."""

    def make(size: int) -> str:
        lines, length = [], 0
        for number in count():
            if length >= size:
                break
            lines.append(line(number))
            length += len(lines[-1]) + 1
        return "\n".join(lines) + "\n"

    return make


def steps(mark: str, by: int) -> Make:
    """Lines that go deeper and deeper: as many as make `size` characters."""
    return lambda size: "\n".join(" " * (by * n) + mark for n in range(int((2 * size / max(by, 1)) ** 0.5))) + "\n"


PATHOLOGICAL: dict[str, Make] = {
    "nested strong emphasis": nested("*a **a ", "b", " a** a*"),
    "many emphasis closers with no openers": many("a_ "),
    "many emphasis openers with no closers": many("_a "),
    "many link closers with no openers": many("a]"),
    "many link openers with no closers": many("[a"),
    "mismatched openers and closers": many("*a_ "),
    "openers and closers multiple of 3": many("c* ", "a**b"),
    "link openers and emphasis closers": many("[ a_"),
    "pattern [ (](": many("[ (]("),
    "pattern ![[]()": many("![[]()"),
    "hard link and emphasis": many("**x [a*b**c*](d) "),
    "nested brackets": nested("[", "a", "]"),
    "nested images": nested("![", "a", "](b)"),
    "nested links": nested("[", "a", "](b)"),
    "a star and two stars": lambda size: "a**b" + "c* " * (size // 3),
    "nested block quotes": many("> ", "", "a\n"),
    "empty lines in nested lists": lambda size: "- " * (size // 3) + "x" + "\n" * (size // 3) + "\n",
    "empty lines in nested lists in a quotation": lambda size: "> " + "- " * (size // 4) + "x\n" + ">\n" * (size // 4),
    "emphasis in a deep quotation": lambda size: ">" * (size // 3) + "a*" * (size // 3) + "\n",
    "quotations of one line each": many("> a\n\n"),
    "brackets and parentheses": many("[](", "", "a)\n"),
    "links in images in links": many("[![a](b)", "", "](c)\n"),
    "references that collide": each(lambda n: f"[{'a' * (n % 900)}{n}]: u\n\n[{'a' * (n % 900)}]\n"),
    "many tables": many("| a |\n|---|\n| b |\n\n"),
    "entities without an end": many("&#x41", "a ", "\n"),
    "autolinks without an end": many("<https://a "),
    "mail addresses without an end": many("<a@b."),
    "deeply nested lists": steps("* a", 1),
    "deeply nested lists, by two": steps("- a", 2),
    "lists on one line": many("- ", "", "a\n"),
    "numbers on one line": many("1. ", "", "a\n"),
    "U+0000": many("abc\x00de"),
    "backtick runs of different lengths": each(lambda n: "e" + "`" * (n % 1000)),
    "unclosed links a": many("[a](<b"),
    "unclosed links b": many("[a](b"),
    "unclosed titles": many('[a](b "c'),
    "unclosed <!--": many("<!--", "</"),
    "unclosed <!-- after a letter": many("a <!-- "),
    "unclosed <?": many("<?", "</"),
    "unclosed <!A": many("<!A ", "</"),
    "unclosed <![CDATA[": many("<![CDATA[", "</"),
    "empty <<>> in links": many("<>", "[](", ")"),
    "many references": lambda size: each(lambda n: f"[{n}]: u")(size // 2) + "\n" + "[0]" * (size // 6) + "\n",
    "references without definitions": each(lambda n: f"[{n}][{n}]"),
    "many footnotes": each(lambda n: f"a[^{n}]\n\n[^{n}]: b\n"),
    "tables of many columns": lambda size: "|".join("a" * (size // 12)) + "\n" + "|".join("-" * (size // 12)) + "\n",
    "tables with short rows": lambda size: (
        "|".join("a" * (size // 400)) + "\n" + "|".join("-" * (size // 400)) + "\na\n" * 90 + "\n"
    ),
    "entities": many("&lt;&#x41;&unknown;"),
    "titles that are alike": each(lambda n: "# a?\n\nb\n"),
    "titles that are not": each(lambda n: f"# What is {n}?\n\nText {n}.\n"),
    "links to titles": each(lambda n: f"# What is {n}?\n\n[a](#what-is-{n}) [b](#nothing-{n})\n"),
    "links to files": each(lambda n: f"[a](file-{n}.md) [b](/file-{n}.md)\n"),
    "ids": each(lambda n: f'<a id="a{n}"></a>\n## A{n}? {{#b{n}}}\n\nText.\n'),
    "nested tags": nested("<div>", "a", "</div>"),
    "nested bold tags": nested("<b>", "a", "</b>"),
    "nested tags on lines": nested("<div>\n", "a\n", "</div>\n"),
    "nested folds": nested("<details>\n<summary>a?</summary>\n\n", "b\n", "</details>\n"),
    "nested containers": many("::: note\n", "", "a\n"),
    "fences of many lengths": each(lambda n: "`" * (3 + n % 500)),
    "containers of many lengths": each(lambda n: ":" * (3 + n % 500) + " note"),
    "nested YAML": many("[", "---\na: ", "\n---\n# A?\n\nText.\n"),
    "anchors of YAML": each(lambda n: "---" if not n else f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]"),
    "keys of YAML": lambda size: "---\n" + each(lambda n: f"key{n}: {n}")(size) + "---\n# A?\n\nText.\n",
    "values of YAML that are numbers": lambda size: (
        "---\n" + each(lambda n: f"key{n}: 1.{n}0")(min(size, 40_000)) + "---\n# A?\n\n" + "a " * (size // 2)
    ),
    "tabs of YAML": many("\t", "---\na:\n", "b: c\n---\n# A?\n\nText.\n"),
    "YAML of questions": each(lambda n: f"- question: a{n}?\n  answer: b"),
    "YAML that is closed never": many("a: b\n", "---\n"),
    "front matter after front matter": each(lambda n: f"---\ntitle: a{n}\n---\n# B{n}?\n\nText.\n"),
    "marks of byte order": many("\ufeff# a?\n\nb\n"),
}

YAML = ("a: b\n", "- a\n", "  a:\n", "&a ", "*a ", "[", "{", '"', "'", "|\n", "? ", ": ", "- ", "#", "!a ", "\t", " ")

DIFFERENT: dict[str, Callable[[int], str]] = {
    "headings": lambda n: f"# a{n}",
    "questions": lambda n: f"# a{n}?",
    "questions with answers": lambda n: f"# a{n:x}?\n{n}",
    "questions in categories": lambda n: f"# a{n:x}?\n## b{n:x}\n{n}",
    "levels": lambda n: f"{'#' * (n % 6 + 1)} a{n}?\n\nb{n}\n",
    "sentences": lambda n: (
        f"# What {n:x} is {n * 7919 % 10007:x} of {n * 31 % 5003:x}?\n\nThe {n:x} of {n * 17 % 7001:x}.\n"
    ),
    "items": lambda n: f"- a{n}",
    "asking items": lambda n: f"- a{n}?",
    "answered items": lambda n: f"- a{n:x}?\n  {n}",
    "numbered items": lambda n: f"{n}. a{n:x}?\n\n   {n}\n",
    "paragraphs": lambda n: f"a{n:x}?\n",
    "Q and A": lambda n: f"Q: a{n:x}\nA: {n:x}",
    "bold lines": lambda n: f"**a{n:x}?**\n{n}\n",
    "folds": lambda n: f"<details><summary>a{n}?</summary>\n\n{n}\n</details>",
    "definitions": lambda n: f"a{n:x}?\n: {n}\n",
    "rows": lambda n: f"| a{n:x}? | {n} |" if n else "| Q | A |\n|-|-|",
    "titles that are linked": lambda n: f"# a{n:x}?\n[{n}](#a{n:x})",
    "links by name": lambda n: f"# a{n:x}?\n[{n}]\n\n[{n}]: u",
    "dotted titles": lambda n: f"{n % 99}.{n} a\n\nb\n",
    "words": lambda n: f"a{n:x}",
    "long words": lambda n: f"{n:x}" * 9,
    "identifiers": lambda n: f"aB{n:x}C_d{n}",
    "code": lambda n: f"```\na{n}\n```",
    "links": lambda n: f"[a{n}](u{n})",
    "addresses": lambda n: f"https://a{n}.example",
    "tags": lambda n: f"<a{n}>",
    "YAML": lambda n: f"- question: a{n}?\n  answer: b{n}",
    "sections": lambda n: f"# FAQ {n}\n\n- a{n}?\n- b{n}?\n",
    "notes": lambda n: f"::: note a{n}\nb{n}\n:::\n",
    "links by other names": lambda n: f"[a{n}][b{n}]\n\n[b{n}]: c{n}\n",
    "folds between plus signs": lambda n: f"+++ a{n}?\nb{n}\n+++\n",
    "names in colons": lambda n: f":a{n}: b\n",
    "folds in folds": lambda n: (
        f"<details><summary>a{n}</summary>\n<details><summary>b{n}?</summary>\n\nc\n</details>\n</details>"
    ),
    "alerts": lambda n: f"> [!NOTE]\n> a{n}\n",
}
"""Lines that are all different."""

CONTAINERS: dict[str, tuple[str, str, str]] = {
    "note": ("::: note\n\n", "", "\n:::\n"),
    "admonition": ("!!! note\n\n", "    ", ""),
    "item": ("- a\n\n", "  ", ""),
    "quotation": ("", "> ", ""),
    "footnote": ("[^1]: a\n\n", "    ", ""),
    "definition": ("Dry\n:   a\n\n", "    ", ""),
    "tab": ('=== "A"\n\n', "    ", ""),
    "fold": ("<details>\n<summary>a</summary>\n\n", "", "\n</details>\n"),
    "element": ("<div>\n", "", "</div>\n"),
    "shortcode": ("{{% note %}}\n\n", "", "\n{{% /note %}}\n"),
    "directive": (":::{note}\n\n", "", "\n:::\n"),
    "code": ("```\n", "", "\n```\n"),
}
"""What stands before, at each line of, and behind what it contains."""

CONTAINED = (
    "a", "a\n", "a [b](c) *d*", "# a\n", "- a", "- a\n", "1. a", "> a", "```\na\n```", "    a\n\nb\n", "| a |\n|---|\n| b |\n",
    "::: tip\na\n:::", "!!! note\n    a\n", "a\n: b\n", "<div>", "</div>", "[a]: b", "[^a]: b\n", "***", "`a`", "<!-- a -->",
)  # fmt: skip

LATE: dict[str, tuple[str, str]] = {
    "broken anchors": ("a\n", "[b](#c{n})\n"),
    "missing files": ("a\n", "[b](c{n}.md)\n"),
    "vague links": ("a\n", "[here](c{n})\n"),
    "bare addresses": ("a\n", "https://example.org/{n}\n"),
    "scripts": ("a\n", "[b](javascript:{n})\n"),
    "names of links": ("[b{n}]\n", "[b{n}]: c\n"),
    "closing tags": ("<div>a\n", "</div>\n"),
    "questions": ("a\n", "# b{n}?\n\nc\n"),
    "questions by Q": ("a\n\n", "Q: b{n}?\nA: c\n\n"),
    "headings of HTML": ("a\n\n", "<h2>b{n}?</h2>\n\nc\n\n"),
    "closing comments": ("<!-- a\n", "-->\n"),
    "a list": ("- a\n", "\n1. b{n}?\n"),
    "answers": ("**a?**\n\n", "b\n\n"),
}
"""Three hundred of the second behind as many of the first as there is room for."""


def _late(most: str, few: str) -> Make:
    def make(size: int) -> str:
        end = "".join(few.format(n=n) for n in range(min(300, size // 40)))
        start = "# A?\n\n"
        while "{n}" in most:
            return start + "".join(most.format(n=n) for n in range((size - len(end)) // len(most))) + "\n" + end
        return start + most * max(1, (size - len(end)) // len(most)) + "\n" + end

    return make


def _contained(container: str, line: str) -> Make:
    before, prefix, after = CONTAINERS[container]
    inside = "".join(prefix + part + "\n" if part or prefix == "> " else "\n" for part in line.split("\n"))
    return many(inside, before, after)


def texts() -> Iterator[Text]:
    """All of them."""
    for name, make in PATHOLOGICAL.items():
        yield Text(name, "case", "faq.yml" if name == "YAML of questions" else "page.md", make)
    for name, line in DIFFERENT.items():
        yield Text(f"different {name}", "different", "faq.yml" if name == "YAML" else "page.md", each(line))
    for line in LINES:
        yield Text(f"lines of {line!r}", "line", "page.md", many(line + "\n"))
    for name, (most, few) in LATE.items():
        yield Text(f"{name} at the end", "late", "page.md", _late(most, few))
    for container in CONTAINERS:
        for line in CONTAINED:
            yield Text(f"{container} of {line!r}", "container", "page.md", _contained(container, line))
    for place, (before, after) in PLACES.items():
        for unit in UNITS:
            yield Text(f"{place} of {unit!r}", "place", "page.md", many(unit, before, after))
    for unit in YAML:
        start = "- question: a?\n  answer: b\n- question: "
        yield Text(f"YAML of {unit!r}", "place", "faq.yml", many(unit, start))
