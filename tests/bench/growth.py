#!/usr/bin/env python3
"""Grows what documents are made of from 1 kB to 1 MB: python tests/bench/growth.py [--quick] [PART OF A NAME]

Each unit is repeated in each place: in a paragraph, a title, front matter, lists, HTML, tables and so on; CommonMark's
pathological cases stand beside them. Each text is parsed (what ``faqtui list`` does), shown (its Markdown to lines of 80
cells, as many as the screen lays out at once), searched as a query and for itself in what is shown. A row tells
microseconds of processor time for a kB, at each size from 4 kB up. Fails, and names the row, where twice the text takes
more than 3.2 times as long at the two largest sizes, or a text of up to 1 MB more than 2 s. With --quick every text ends at
128 kB and may take 1 s.
"""

from __future__ import annotations

import argparse
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from types import FrameType

from faqtui import sources
from faqtui.errors import ContentError
from faqtui.faq import Faq
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.render.find import Finder

FLOOR = 0.02
"""Seconds below which times are not compared."""

GROWTH = 3.2
LONGEST = 2.0
"""Seconds that a text of up to 1 MB may take."""

WIDTH = 80

UNITS = (
    " ", "\t", "\u00a0", "[", "]", "<!-- ", "a <!-- ", "-->", "{", "}", "{#", "{# a", "`", "` ", "`a``", "*", "* ",
    "a*", "**a ", "_", "a_", "~", "~~a", "|", "| a ", "|-", ":", ": ", "&", "&#", "&a", "1", "1. ", "1.", "<", "<a ",
    "<a b=", "<a>", "</a", "</a>", "<a href='", "\"", "'", "(", "((a", ")", "![", "![a](", "](", "[a](b", "[a][",
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
    "$$\na\n$$", "a: b", "a:", "- a: b", "- question: a\n  answer: b", "? a", "&a *a", ".. note::", "a\n^^^", "* * *",
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


def _many(unit: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + unit * (max(1, (size - len(before) - len(after)) // len(unit))) + after


def _nested(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        number = size // len(opening + closing)
        return opening * number + middle + closing * number

    return make


def _each(line: Callable[[int], str]) -> Callable[[int], str]:
    def make(size: int) -> str:
        lines, length = [], 0
        for number in count():
            if length >= size:
                break
            lines.append(line(number))
            length += len(lines[-1]) + 1
        return "\n".join(lines) + "\n"

    return make


def _steps(mark: str, by: int) -> Callable[[int], str]:
    """Lines that go deeper and deeper: as many as make `size` characters."""
    return lambda size: "\n".join(" " * (by * n) + mark for n in range(int((2 * size / max(by, 1)) ** 0.5))) + "\n"


PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "nested strong emphasis": _nested("*a **a ", "b", " a** a*"),
    "many emphasis closers with no openers": _many("a_ "),
    "many emphasis openers with no closers": _many("_a "),
    "many link closers with no openers": _many("a]"),
    "many link openers with no closers": _many("[a"),
    "mismatched openers and closers": _many("*a_ "),
    "openers and closers multiple of 3": _many("c* ", "a**b"),
    "link openers and emphasis closers": _many("[ a_"),
    "pattern [ (](": _many("[ (]("),
    "pattern ![[]()": _many("![[]()"),
    "hard link and emphasis": _many("**x [a*b**c*](d) "),
    "nested brackets": _nested("[", "a", "]"),
    "nested images": _nested("![", "a", "](b)"),
    "nested links": _nested("[", "a", "](b)"),
    "nested block quotes": _many("> ", "", "a\n"),
    "deeply nested lists": _steps("* a", 1),
    "deeply nested lists, by two": _steps("- a", 2),
    "lists on one line": _many("- ", "", "a\n"),
    "numbers on one line": _many("1. ", "", "a\n"),
    "U+0000": _many("abc\x00de"),
    "backtick runs of different lengths": _each(lambda n: "e" + "`" * (n % 1000)),
    "unclosed links a": _many("[a](<b"),
    "unclosed links b": _many("[a](b"),
    "unclosed titles": _many('[a](b "c'),
    "unclosed <!--": _many("<!--", "</"),
    "unclosed <!-- after a letter": _many("a <!-- "),
    "unclosed <?": _many("<?", "</"),
    "unclosed <!A": _many("<!A ", "</"),
    "unclosed <![CDATA[": _many("<![CDATA[", "</"),
    "empty <<>> in links": _many("<>", "[](", ")"),
    "many references": lambda size: _each(lambda n: f"[{n}]: u")(size // 2) + "\n" + "[0]" * (size // 6) + "\n",
    "references without definitions": _each(lambda n: f"[{n}][{n}]"),
    "many footnotes": _each(lambda n: f"a[^{n}]\n\n[^{n}]: b\n"),
    "tables of many columns": lambda size: "|".join("a" * (size // 12)) + "\n" + "|".join("-" * (size // 12)) + "\n",
    "tables with short rows": lambda size: (
        "|".join("a" * (size // 400)) + "\n" + "|".join("-" * (size // 400)) + "\na\n" * 90 + "\n"
    ),
    "entities": _many("&lt;&#x41;&unknown;"),
    "titles that are alike": _each(lambda n: "# a?\n\nb\n"),
    "titles that are not": _each(lambda n: f"# What is {n}?\n\nText {n}.\n"),
    "links to titles": _each(lambda n: f"# What is {n}?\n\n[a](#what-is-{n}) [b](#nothing-{n})\n"),
    "links to files": _each(lambda n: f"[a](file-{n}.md) [b](/file-{n}.md)\n"),
    "ids": _each(lambda n: f'<a id="a{n}"></a>\n## A{n}? {{#b{n}}}\n\nText.\n'),
    "nested tags": _nested("<div>", "a", "</div>"),
    "nested tags on lines": _nested("<div>\n", "a\n", "</div>\n"),
    "nested folds": _nested("<details>\n<summary>a?</summary>\n\n", "b\n", "</details>\n"),
    "nested containers": _many("::: note\n", "", "a\n"),
    "fences of many lengths": _each(lambda n: "`" * (3 + n % 500)),
    "containers of many lengths": _each(lambda n: ":" * (3 + n % 500) + " note"),
    "nested YAML": _many("[", "---\na: ", "\n---\n# A?\n\nText.\n"),
    "anchors of YAML": _each(lambda n: "---" if not n else f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]"),
    "keys of YAML": lambda size: "---\n" + _each(lambda n: f"key{n}: {n}")(size) + "---\n# A?\n\nText.\n",
    "values of YAML that are numbers": lambda size: (
        "---\n" + _each(lambda n: f"key{n}: 1.{n}0")(min(size, 40_000)) + "---\n# A?\n\n" + "a " * (size // 2)
    ),
    "tabs of YAML": _many("\t", "---\na:\n", "b: c\n---\n# A?\n\nText.\n"),
    "YAML of questions": _each(lambda n: f"- question: a{n}?\n  answer: b"),
    "YAML that is closed never": _many("a: b\n", "---\n"),
    "front matter after front matter": _each(lambda n: f"---\ntitle: a{n}\n---\n# B{n}?\n\nText.\n"),
    "marks of byte order": _many("\ufeff# a?\n\nb\n"),
}


def texts() -> Iterator[tuple[str, str, Callable[[int], str]]]:
    """Name, path and maker of each text."""
    for name, make in PATHOLOGICAL.items():
        yield name, "faq.yml" if name == "YAML of questions" else "page.md", make
    for line in LINES:
        yield f"lines of {line!r}", "page.md", _many(line + "\n")
    for place, (before, after) in PLACES.items():
        for unit in UNITS:
            yield f"{place} of {unit!r}", "page.md", _many(unit, before, after)
    for unit in (
        "a: b\n",
        "- a\n",
        "  a:\n",
        "&a ",
        "*a ",
        "[",
        "{",
        '"',
        "'",
        "|\n",
        "? ",
        ": ",
        "- ",
        "#",
        "!a ",
        "\t",
        " ",
    ):
        yield f"YAML of {unit!r}", "faq.yml", _many(unit, "- question: a?\n  answer: b\n- question: ")


def parse(text: str, path: str) -> None:
    """What ``faqtui list`` does with a file."""
    try:
        parse_library([sources.decode(sources.RawFile(path, text.encode("utf-8", "surrogatepass"), 0))])
    except ContentError:  # NULs are no text
        return


def show(text: str) -> None:
    """What the screen does with an answer."""
    lay_out(parse_answer(text), width=WIDTH)


def finding(text: str) -> Callable[[], object]:
    """Finds parts of a text in itself, shown as code."""
    layout = lay_out(parse_answer(f"```\n{text}\n```\n"), width=WIDTH)

    def find() -> None:
        finder = Finder(layout)
        for needle in (text[: len(text) // 2], text[:100], text[-100:]):
            len(finder.find(needle, ignore_case=True))
            len(finder.find(needle))

    return find


class TooSlow(Exception):
    """A text takes longer than it may."""


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def cost(act: Callable[[], object], most: float) -> float:
    """Seconds of processor time; infinite where it is more than twice `most`."""
    signal.setitimer(signal.ITIMER_VIRTUAL, most * 2)
    begun = time.process_time()
    try:
        act()
    except TooSlow:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def grow(
    name: str, prepare: Callable[[int], Callable[[], object]], largest: int, most: float
) -> tuple[str, float, bool]:
    """What is wrong, seconds at the largest size, and prints the row; `prepare` makes of a size what is measured."""
    before, cells, wrong = 0.0, [], ""
    size = 1024
    while size <= largest and not wrong:
        act = prepare(size)
        now = cost(act, most)
        if now > most:
            now = min(now, cost(act, most))  # something else may have been at work
            if now > most:
                wrong = f"over {most:.1f} s at {size // 1024} kB"
        elif before > FLOOR and now > GROWTH * before:
            now = min(now, cost(act, most), cost(act, most))
            before = max(before, cost(prepare(size // 2), most))
            if now > GROWTH * before and (size * 2 > largest or now > most / 4):
                wrong = f"{now / before:.1f} times as long at {size // 1024} kB"
        if size >= 4096:
            cells.append(f"{now * 1e6 / (size / 1024):7.0f}")
        before = now
        size *= 2
    print(f"{name[:48]:48} {''.join(cells)}{'  <- ' + wrong if wrong else ''}", flush=True)
    return wrong, before, size > largest


def main() -> int:
    """Grow each text in each way; the names of what is wrong at the end."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("part", nargs="?", default="", help="of the names of the rows to run")
    options.add_argument("--quick", action="store_true", help="up to 128 kB instead of 1 MB")
    given = options.parse_args()
    signal.signal(signal.SIGVTALRM, _alarm)
    largest, most = (1 << 17, LONGEST / 2) if given.quick else (1 << 20, LONGEST)
    page = "# How deep is the water?\n\nDeep, at 3.5 m.\n\n" * 50
    searcher = Faq(parse_library([sources.decode(sources.RawFile("page.md", page.encode(), 0))])).searcher
    show("a")
    rows, faults = 0, []
    worst = (0.0, "")
    for name, path, make in texts():
        ways: dict[str, Callable[[str], Callable[[], object]]] = {
            "parse": lambda text, path=path: partial(parse, text, path),
            "show": lambda text: partial(show, text),
        }
        if name.startswith("word of"):
            ways |= {"query": lambda text: partial(searcher.search, text), "find": finding}
        for way, prepare in ways.items():
            row = f"{way}: {name}"
            if given.part not in row:
                continue
            rows += 1
            wrong, took, done = grow(row, lambda size, prepare=prepare, make=make: prepare(make(size)), largest, most)
            if wrong:
                faults.append(f"{row}: {wrong}")
            elif done:
                worst = max(worst, (took, row))
    print(
        f"{rows} rows; the slowest at {largest >> 10} kB took {worst[0] * 1000:.0f} ms ({worst[1]}); {len(faults)} wrong"
    )
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
