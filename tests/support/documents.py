"""Documents made at random: of every shape and dialect, and by cutting up and splicing real ones. Always the same for a seed.

Words that a reader must get to see are ``word`` with a number, each used once; `expected_words` says which of a text's words
those are, after taking out what the parser documents as noise, by rules of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from support.places import TESTS

OPENINGS = ("How do I", "Why does", "Can I", "What is", "Where is", "Which", "When may", "Is", "Does", "Should I")

MARKUP = (
    "# ", "## ", "### ", "#### ", "###### ", "#", "- ", "* ", "+ ", "1. ", "12) ", "1.", "> ", ">", "    ", "\t", "  ", "```",
    "```js", "~~~", "````", "---", "===", "***", "___", "|", "| a | b |", "|---|---|", ":::note", ":::", "::: tip x",
    "::::tabs", ":::details How?", "!!! note", '??? question "x?"', "???+ note", '=== "Tab"', "```{note}", ":::{dropdown} x?",
    "```{code-block} js", "**", "__", "*", "_", "~~", "`", "``", "[", "]", "(", ")", "](", "![", "[^1]", "[^1]: ", "[a]: /b",
    "[[toc]]", "[TOC]", "<", ">", "<details>", "</details>", "<summary>", "</summary>", "<br/>", "<p>", "</p>", "<h3>", "</h3>",
    '<h2 id="x">', "</h2>", "<table>", "</table>", "<tr><td>", "<pre>", "</pre>", "<script>", "</script>", "<style>",
    "</style>", "<!--", "-->", "{/*", "*/}", "<ACCOUNT>", "<Tabs>", "</Tabs>", '<TabItem value="a" label="b">', "</TabItem>",
    "<>", "</>", "<https://e.x/>", "<a@b.example>", "{", "}", "{{.x}}", "{{% expand \"x?\" %}}", "{{% /expand %}}",
    "{{< details >}}", "{{< /details >}}", "{% raw %}", "{#id}", "\\", "\\{", "&amp;", "&#9;", "&", "https://e.x/",
    "www.e.example", "Q: ", "A: ", "**Q:** ", "**A**: ", "Question 3: ", "Answer: ", "?", "!", ".", ":", ": ", "+++", "title: ",
    "import x from 'y'", "export const a = 1", "> [!NOTE]", "- [ ] ", "- [x] ", "\u202e", "\u00e9", "\u95ee\uff1a", "\uff1f",
    "\x00", "\x1b[31m", "\r\n", "\r", "\u2028", "\U0001f51d", ".. note::", ".. contents::", "====", "----", "::", "$$", "%%",
    "[back to top](#top)",
)  # fmt: skip
"""Pieces of markup, whole and half, of every dialect."""


class Writer:
    """Writes one document with a random generator; the words it uses are numbered on."""

    def __init__(self, random: Random, first: int = 0) -> None:
        self.random = random
        self.number = first

    def word(self) -> str:
        self.number += 1
        return f"word{self.number}"

    def words(self, least: int = 2, most: int = 8) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(least, most)))

    def question(self) -> str:
        text = f"{self.random.choice(OPENINGS)} {self.words(1, 5)}"
        return text + self.random.choices(["?", " ?", "", "\uff1f", "?  "], [12, 2, 2, 1, 1])[0]

    def inline(self) -> str:
        """A sentence with some inline markup."""
        pick = self.random.choice
        w = self.word
        forms: list[Callable[[], str]] = [
            lambda: f"**{w()}** {w()}",
            lambda: f"*{w()}*, `{w()}`",
            lambda: f"[{w()}](https://e.example/{self.number}) {w()}",
            lambda: f"[{w()}][ref] {w()}",
            lambda: f"<https://e.example/{self.number}> {w()}",
            lambda: f"<kbd>{w()}</kbd>{w()}<br/>{w()}",
            lambda: f"<{w().upper()}> {{{{.{w()}}}}} $\\{{{w()}}}",
            lambda: f"{w()}[^n] ~~{w()}~~",
            lambda: f"![{w()}](a.png) {w()}",
            lambda: f"https://e.example/{self.number}) {w()}",
            lambda: f"{w()} < {w()} & {w()}",
            lambda: f"<!-- noise --> {w()}",
            lambda: f"``` {w()} ``` {w()}",
        ]
        return " ".join(pick(forms)() if self.random.random() < 0.4 else self.words(1, 6) for _ in range(2)) + "."

    def block(self) -> list[str]:
        """A block of an answer, as lines."""
        w, words, s = self.word, self.words, self.inline
        forms: list[Callable[[], list[str]]] = [
            lambda: [s(), s()],
            lambda: [f"- {s()}", f"- {s()}", f"  - {s()}"],
            lambda: [f"1. {s()}", "", f"   {s()}", f"2. {s()}"],
            lambda: ["```sh", w(), "", f"# {w()}", "```"],
            lambda: ["~~~", f"## {w()}?", "~~~"],
            lambda: [f"    {w()}", "", f"    {w()}"],
            lambda: [f"> {s()}", f"> {s()}"],
            lambda: ["> [!NOTE]", f"> {s()}"],
            lambda: ["| a | b |", "|---|---|", f"| {w()} | {w()} |", f"| {w()} | `a\\|{w()}` |"],
            lambda: [f":::note {w()}", "", s(), "", ":::"],
            lambda: [f'!!! warning "{w()}"', f"    {s()}", "", f"    {s()}"],
            lambda: [f'=== "{w()}"', "", f"    {s()}", "", f'=== "{w()}"', "", f"    {s()}"],
            lambda: ["```{tip}", s(), "```"],
            lambda: [f"<details><summary>{w()}</summary>", "", s(), "", "</details>"],
            lambda: ["<table>", f"<tr><td>{w()}</td><td>{w()}</td></tr>", "</table>"],
            lambda: ["<Tabs>", f'<TabItem value="a" label="{w()}">', "", s(), "", "</TabItem>", "</Tabs>"],
            lambda: [f"- [ ] {words()}", f"- [x] {words()}"],
            lambda: [f"[^n]: {s()}"],
            lambda: ["<pre>", w(), "</pre>"],
            lambda: ["<!-- noise", "noise -->"],
            lambda: ["<script>", "noise", "</script>"],
            lambda: ["---"],
            lambda: ["[ref]: https://e.example/ref"],
            lambda: [f"{{{{% notice %}}}}{w()}{{{{% /notice %}}}}"],
        ]
        return self.random.choice(forms)()

    def answer(self, most: int = 3) -> list[str]:
        lines: list[str] = []
        for _ in range(self.random.randint(1, most)):
            lines += ["", *self.block()]
        return lines[1:]

    def document(self) -> str:
        """A document of one of the shapes, with what else may stand in one."""
        random = self.random
        lines: list[str] = []
        if random.random() < 0.3:
            lines += random.choice(
                [["---", f"title: {self.words()}", "tags: [a, b]", "---"], ["---", "weight: 3", "---"]]
            )
            lines += ["", "import Tabs from '@theme/Tabs';", ""] if random.random() < 0.3 else [""]
        if random.random() < 0.5:
            lines += [random.choice(["# ", "## "]) + self.words(), "", *random.choice([[], [self.inline(), ""]])]
        if random.random() < 0.2:
            lines += ["## Table of contents", "", "- [a](#a)", "- [b](#b)", ""]
        shape = random.choice(SHAPES)
        for number in range(1, random.randint(2, 7)):
            if random.random() < 0.2:
                lines += ["", random.choice(["# ", "## "]) + self.words(1, 3), ""]
            lines += shape(self, number)
            if random.random() < 0.1:
                lines += ["", "[Back to top](#top)", ""]
        end = random.choice(["\n", "\n", "\n", "\r\n", "\r"])
        return end.join(lines) + random.choice(["", end])


def _headed(marks: str) -> Callable[[Writer, int], list[str]]:
    return lambda w, n: [f"{marks} {w.question()}", *w.random.choice([[], [""]]), *w.answer(), ""]


def _setext(w: Writer, _: int) -> list[str]:
    return [w.question(), "-----", "", *w.answer(), ""]


def _folded(w: Writer, _: int) -> list[str]:
    return ["<details>", f"<summary>{w.question()}</summary>", "", *w.answer(), "", "</details>", ""]


def _answer_folded(w: Writer, n: int) -> list[str]:
    opened = ["<details><summary><b>Answer</b></summary>", "<p>", ""]
    return [
        f"###### {n}. {w.question()}",
        "",
        "```js",
        w.word(),
        "```",
        "",
        *opened,
        *w.answer(),
        "",
        "</p>",
        "</details>",
        "",
        "---",
    ]


def _bold(w: Writer, _: int) -> list[str]:
    return [f"**{w.question().strip()}**", *w.random.choice([[], [""]]), *w.answer(), ""]


def _prefixed(w: Writer, _: int) -> list[str]:
    q, a = w.random.choice([("Q:", "A:"), ("**Q:**", "**A**:"), ("Question:", "Answer:"), ("**Q.**", "**A.**")])
    return [f"{q} {w.question()}", *w.random.choice([[], [""]]), f"{a} {w.inline()}", "", *w.answer(1), ""]


def _numbered(w: Writer, n: int) -> list[str]:
    return [f"### {n}. {w.question()}", "", *w.answer(), ""]


def _headed_items(w: Writer, n: int) -> list[str]:
    return [f"{n}. ### {w.question()}", "", *("    " + line if line else "" for line in w.answer()), ""]


def _bare_items(w: Writer, n: int) -> list[str]:
    return [f"{w.random.choice([f'{n}.', '-'])} {w.question()}"]


def _html_headed(w: Writer, _: int) -> list[str]:
    return ["<h3", f'  name="{w.word()}">', f"  {w.question()}", "</h3>", "", *w.answer(), ""]


def _component(w: Writer, _: int) -> list[str]:
    return [f'<Accordion title="{w.question()}">', "", *w.answer(), "", "</Accordion>", ""]


def _mkdocs(w: Writer, _: int) -> list[str]:
    return [f'??? question "{w.question()}"', *("    " + line if line else "" for line in w.answer()), ""]


def _container(w: Writer, _: int) -> list[str]:
    return [f":::details {w.question()}", *w.answer(1), ":::", ""]


def _dropdown(w: Writer, _: int) -> list[str]:
    return [f":::{{dropdown}} {w.question()}", *w.answer(1), ":::", ""]


def _term(w: Writer, _: int) -> list[str]:
    return [w.question(), f": {w.inline()}", ""]


def _row(w: Writer, n: int) -> list[str]:
    head = ["", "| Question | Answer |", "|---|---|"] if n == 1 else []
    return [*head, f"| {w.question()} | {w.inline().replace('|', '')} |"]


def _shortcode(w: Writer, _: int) -> list[str]:
    return [f'{{{{% expand "{w.question()}" %}}}}', *w.answer(1), "{{% /expand %}}", ""]


def _section(w: Writer, _: int) -> list[str]:
    return [f"## {w.words()}", "", *w.answer(), ""]


SHAPES: tuple[Callable[[Writer, int], list[str]], ...] = (
    *(_headed("#" * level) for level in (1, 2, 3, 4, 6)),
    _setext, _folded, _answer_folded, _bold, _prefixed, _numbered, _headed_items, _bare_items, _html_headed, _component,
    _mkdocs, _container, _dropdown, _term, _row, _shortcode, _section,
)  # fmt: skip


def soup(random: Random, first: int = 0) -> str:
    """Markup and words in any order."""
    writer = Writer(random, first)
    lines = []
    for _ in range(random.randint(0, 40)):
        pieces = [
            random.choice(MARKUP) if random.random() < 0.5 else writer.word() for _ in range(random.randint(0, 6))
        ]
        lines.append(random.choice(["", " "]).join(pieces))
    return "\n".join(lines)


def originals() -> list[str]:
    """The texts that splices are made of: the fixtures and the FAQ that ships."""
    folders = (TESTS / "golden" / "entries", TESTS / "golden" / "answers", TESTS.parent / "content")
    files = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".md", ".mdx", ".yml", ".yaml", ".txt"}
    )
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


def splice(random: Random, texts: Sequence[str], first: int = 0) -> str:
    """Runs of lines of several texts, with lines lost, doubled, swapped, cut and grown."""
    writer = Writer(random, first)
    lines: list[str] = []
    for _ in range(random.randint(1, 4)):
        source = random.choice(texts).split("\n")
        start = random.randrange(len(source))
        lines += source[start : start + random.randint(1, 40)]
    for _ in range(random.randint(0, 12)):
        at = random.randrange(len(lines) + 1)
        chosen = lines[at] if at < len(lines) else ""
        cut = random.randint(0, len(chosen))
        change = random.randrange(8)
        if change == 0:
            lines[at : at + 1] = []
        elif change == 1:
            lines.insert(at, random.choice(MARKUP))
        elif change == 2:
            lines[at : at + 1] = [chosen[:cut] + random.choice(MARKUP) + chosen[cut:]]
        elif change == 3:
            lines[at : at + 1] = [chosen[:cut]]
        elif change == 4:
            lines[at : at + 1] = [chosen, chosen]
        elif change == 5:
            lines[at : at + 1] = [f"{chosen} {writer.word()}"]
        elif change == 6:
            lines.insert(at, writer.words())
        else:
            lines[at : at + 1] = [random.choice(["  ", "    ", "> ", "- ", "\t"]) + chosen]
    return "\n".join(lines)


_FRONT = re.compile(
    r"\A\s*(?:---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$|\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*$|\{\n.*?^\}"
    r"|[Tt]itle:[ \t][^\n]*\n(?:[A-Za-z][\w -]*:[^\n]*(?:\n|\Z))+)",
    re.DOTALL | re.MULTILINE,
)
_JOINED = re.compile(r"^---[ \t]*\n(?:[A-Za-z_]\w*:.*\n)+---[ \t]*$", re.MULTILINE)
"""The front matter of a file that follows on another in the same text, which is no more seen than the first."""

_TABLE = re.compile(r"^[^\n]+\n[ \t]*\|?[ \t:|-]*-[ \t:|-]*\n(?:[^\n]+(?:\n|\Z))*", re.MULTILINE)
_SCRIPTS = re.compile(r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_NOISE = re.compile(
    r"<th\b[^<>]*>[^<]*|<!--.*?(?:-->|\Z)|\{/\*.*?(?:\*/\}|\Z)"
    r"|^\.\.[ \t][^\n:]*::\S[^\n]*|^[ \t]*export\b[^\n]*(?:\n[ \t]*)?[{(\[`][^\n]*\n.*[})\]`][^\n]*(?:\n(?![ \t]*\n)[^\n]+)*"
    r"|^[ \t]*(?:import|export)\b[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*|^[ \t>*+0-9.:)-]*\[[^\]\n]*\]:.*?(?=\n[ \t]*\n|\Z)"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^)]*\)?|\[[^\]]*\]?)|<[a-zA-Z/!][^<>]*>?"
    r"|^[^\n]*(?:\]\(#|\{:[ \t]*toc)[^\n]*|^[ \t]*:[\w-]+:[^\n]*"
    r"|\[\[?_?toc[^\n]*|\.\. contents::[^\n]*|[^\n]*\n\{:[ \t]*toc[^\n]*"
    r"|[^\n]*\{(?:toctree|contents)\}[^\n]*(?:\n(?![ \t]*[`~:]{3})[^\n]*)*"
    r"|\{:[^\n]*|\{\{[^\n]*?toc[^\n]*",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


_ROW = re.compile(r"^[ \t>*+\-0-9.)]*(?:__)?\[[^\[\]]*\w[^\[\]]*\]\(<?#.*$", re.MULTILINE)
"""A line that a table of contents may have: what stands after its link says what the section is about."""

_GROUP = re.compile(r"^[ \t>]*(?:[*+-]|[0-9]+[.)])[ \t]+[^\n]*\n(?=[ \t>]+[*+-][ \t]+\[[^\]\n]*\]\(#)", re.MULTILINE)
"""The title of several such lines, which stand a level below it."""

_HEAD = re.compile(r"^[^\n]*\|[^\n]*\n(?=[ \t]*\|?[ \t:|-]*-[ \t:|-]*$)", re.MULTILINE)
"""The head of a table, which is dropped where it says that questions stand below."""

_CONTENTS = re.compile(r"^[^\n]*table of contents?\b[^\n]*$", re.MULTILINE | re.IGNORECASE)
_TITLE = re.compile(r"^[ \t>*+\-0-9.)]*#{1,6}(?:[ \t]+|(?<=##))([^\n]*?)[ \t#]*$", re.MULTILINE)
_UNDERLINE = re.compile(r" {0,3}(?:-+|=+)[ \t]*")
"""Headings, of which those that stand on a page three times with nothing under them are noise."""

_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)
_TARGET = re.compile(r"^\[[^\[\]\n]+\]:[ \t]+\S+[ \t]*$", re.MULTILINE)
_TITLE_ALONE = re.compile(r"#{1,6}[ \t][^\n{]*|[^\n{<]+\n(?:=+|-+)")
"""A page that only has its title, of which nothing is seen among others."""


def _without_repeated_underlined(text: str) -> str:
    """The text without the setext headings, of however many lines, that stand in it three times."""
    lines = text.split("\n")
    spans: list[tuple[str, int, int]] = []
    begun = 0
    for at, line in enumerate(lines):
        if at > begun and _UNDERLINE.fullmatch(line):
            spans.append(("\n".join(lines[begun:at]).casefold(), begun, at + 1))
        if not line.strip() or _UNDERLINE.fullmatch(line):
            begun = at + 1
    titles = Counter(title for title, _, _ in spans)
    for title, start, stop in reversed(spans):
        if titles[title] > 2:
            del lines[start:stop]
    return "\n".join(lines)


_RULE_ALONE = re.compile(r"(?<=\n\n)[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)


def is_title_alone(text: str) -> bool:
    """Whether a document says nothing but its title."""
    text = _FRONT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"), count=1)
    return bool(
        _TITLE_ALONE.fullmatch(_RULE_ALONE.sub("", _TARGET.sub("", _COMMENT.sub("", _SCRIPTS.sub("", text)))).strip())
    )


_KIND = re.compile(
    r"^([ \t>]*(?::{3,}[ \t]*\{?|(?:!!!|\?\?\?)[+!]?[ \t]+))[\w-]+(?:(?=[^\w\n:-])|:[\w:-]*)", re.MULTILINE
)
"""What a container or an admonition is called, which is no word of its text."""


def expected_words(text: str) -> set[str]:
    """The numbered words of a text that are no noise by the parser's own list, at the least."""
    text = _KIND.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _FRONT.sub("", text, count=1)
    text = _TABLE.sub(lambda table: "" if "](#" in table[0] else table[0], text)  # a table of contents, its head too
    text = _CONTENTS.sub("", _HEAD.sub("", text))
    titles = Counter(" ".join(title.split()).casefold() for title in _TITLE.findall(text))
    text = _TITLE.sub(lambda found: "" if titles[" ".join(found[1].split()).casefold()] > 2 else found[0], text)
    text = _without_repeated_underlined(text)
    # Comments come before tags and links by CommonMark; which of them a broken one is part of is not the question here.
    ways = [text, _COMMENT.sub(" ", text)]
    return set.intersection(*(set(re.findall(r"word\d+", _NOISE.sub(" ", _without_matter(way)))) for way in ways))


def _without_matter(text: str) -> str:
    """The text without scripts, front matter and the rows of tables of contents."""
    seen = _JOINED.sub("", _FRONT.sub("", _SCRIPTS.sub(" ", text), count=1))
    return _ROW.sub("", _GROUP.sub("", seen))
