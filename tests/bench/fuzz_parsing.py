#!/usr/bin/env python3
"""Looks for documents that the parser gets wrong: python tests/bench/fuzz_parsing.py [SEED] [MINUTES] [--formats] [--large]

For MINUTES of processor time, documents are made from SEED: of every shape and dialect, soups of markup, and splices of our own
fixtures. Of each it is asked that parsing does not raise, loses no word, says where each entry stands, and gives the same
again. Between them, pieces of markup and random combinations of pieces are repeated to 10, 20, 40, 80 KB: twice the text may
take 2.6 times as long at most. What is wrong is cut down to the lines that matter and printed; with --keep it is written
to DIR. With --formats all this is done with the formats beside Markdown: FAQs that are known, whole and damaged, and soups of
their markup. With --large texts of 10 MB are parsed too, each of which may take 30 s. Ends with 1 where something was found.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[1]))

from faqtui import sources
from faqtui.errors import ContentError
from faqtui.model import Library
from faqtui.parsing import parse_library
from support import formats
from support.documents import MARKUP, Writer, expected_words, originals, soup, splice

LONGEST = 20
"""Seconds of processor time after which a document is given up."""

FLOOR = 0.25
"""Seconds below which times are not compared: what else runs on the machine weighs more."""

GROWTH = 2.6

SLOWEST = 4
"""Seconds that 80 KB may take, on a machine on which others are at work."""

SHOWN = 8
"""How many faults of a kind are cut down and printed."""

UNITS = (
    "[", "![", "](", "[a](", "[a][", "[a]: ", "[^a]: ", "<", "<a ", "<a b=", "<a b='", "</", "<!--", "<!-- a", "{/*", "{", "{{",
    "`", "``` ", "` `` ", "```\n", "~~~\n", "```js\n", "```{note}\n", "````\n```\n", "*", "**a ", "*a _b ", "_a*", "a**b", "~~",
    "***a* ", "&", "&a", "\\", "\\[", ">", "> ", "> > ", ">\n", "- ", "- a\n", "-\n", "1. ", "1. a\n", "* a\n  ", "  - a\n",
    "    ", "\t", "a\n    ", "|", "| a ", "|-", "| a | b |\n|---|---|\n", "a | b\n--|--\n", "#", "# \n", "# a\n", "# a?\n\n",
    "## a\n### b\n", "a\n===\n", "a\n---\n", "=\n", "---\n", ":::\n", ":::a\n", "::: a b\n:::\n", "::::\n", "!!! a\n",
    "!!! a\n    ", '??? a "b?"\n', '=== "a"\n    ', "<details>\n", "<details><summary>a?</summary>", "</details>\n",
    "<summary>", "<summary>a?</summary>\n", "<h3>", "<h3>a", "<h3>a</h3>", "<h3\n", "</h3>\n", "<script>", "<script>\n",
    "</script>", "<pre>", "<pre>\n", "<style>a</style>\n", "<A>", "<A b={", "<A\n", "<br/>", "<p>\n\n", "<div>\n", "https://",
    "https://a ", "www.", "www.a.b ", "http://a(", "a@b.c ", "<a@b", "<a:b", "Q: ", "Q: a\n", "Q: a\nA: b\n", "**Q:** a\n\n",
    "A: ", "**a?**\n", "**a?**\n\nb\n\n", "**a", "__a?\n", "a?\n: b\n\n", "a\n\n: b\n\n", "1. a?\n", "- a?\n", "1. ### a?\n",
    "- **a?**\n  b\n", "import a\n", "import {\n", "export const a\n", "[a]: b\n", "[a]: b 'c\n", "[a]:\n", "[a\n",
    '[a]: b "\n', "[a] ", "[a][b] ", "{{% expand %}}\n", '{{% expand "a?" %}}\n', '{{% expand "a?" %}}b{{% /expand %}}\n',
    "{{< details >}}", "{% a %}", "{:toc}\n", "{#a} ", "a", "a ", "a\n", "a\n\n", "\n", " ", " \n", "?", "? ", "\u00e9\u0301",
    "\u4e2d", "\u4e2d\uff1f\n", "\x00", "\x1b[", "\r", "\u2028", "\u0301", "| a? | b |\n", "| Question | Answer |\n|---|---|\n",
    "\\\n", "a  \n", "a\\\n", "> [!NOTE]\n", "> # a\n", "- # a\n", "+ a\n\n  b\n", "- [a](#a)\n", "- [a](#a) b?\n",
    "[a](#a)\n\n", "[back to top](#top)\n", "![](a)\n", "[![a](b)](c)\n", "<img src=a>\n", "+++\n", "... \n",
    "---\na: b\n---\n", "a: b\n", "- a: b\n", "- question: a\n  answer: b\n", ".. a::\n", ".. note::\n   a\n\n", "a\n^^^\n",
    "`a <b>`_ ", "::\n\n   a\n", "(((", ")))", "[[", "]]", "[]()", "[](", "[a](<", "[a](b 'c", "<a href='", "<a href=#>b</a> ",
    "<summary>\n<h3>a</h3>\n", "''", '"', "$a$", "\\{",
)  # fmt: skip


class TooSlow(Exception):
    """A document took longer than `LONGEST`."""


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def parse(text: str, path: str = "page.md") -> Library:
    """Read a text as a file of these bytes would be."""
    return parse_library([sources.decode(sources.RawFile(path, text.encode("utf-8", "surrogatepass"), 1))])


def shown(library: Library) -> str:
    """All that a reader can get to see."""
    parts = [library.title]
    for entry in library.entries:
        parts += [entry.question, entry.question_markdown, entry.answer, *entry.category, *entry.tags]
    parts += [library.text, *[text for node in library.categories for text in (*node.path, node.text)]]
    parts += [diagnostic.message for diagnostic in library.diagnostics if diagnostic.code == "outside-text"]
    return "\n".join(parts)


def fault(text: str, path: str = "page.md", *, searched: bool = True) -> str:
    """What is wrong with how a text is parsed; empty where nothing is."""
    try:
        library = parse(text, path)
    except TooSlow:
        return "too slow"
    except ContentError:
        return ""
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    if searched and parse(text, path) != library:
        return "another result the second time"
    if path.endswith("_category_.json"):
        return ""  # a metadata file: data, of which only a title is shown
    if path.startswith(("whole.", "damaged.")):
        return fault_of_format(library, text, path)
    if (
        any(diagnostic.code in {"data-invalid", "no-entries"} for diagnostic in library.diagnostics)
        and path == "faq.yml"
    ):
        return ""  # data that are none: an error that `check` tells with its line, not a page of text
    if path == "faq.yml":
        text = re.sub(r"(?m)(?:^|(?<=\s))#.*$", "", text)  # a comment of data
    lost = expected_words(text) - set(re.findall(r"word\d+", shown(library)))
    if lost:
        return "lost words"
    lines = re.split(r"\r\n|\r|\n", text)
    definitions = " ".join(re.findall(r"^[ \t>*+-]*\[[^\n]*(?:\n[^\n]+)*", "\n".join(lines), re.MULTILINE))
    for entry in library.entries:
        if not 1 <= entry.source.start_line <= entry.source.end_line <= len(lines):
            return "a span outside the document"
        span = "\n".join(lines[entry.source.start_line - 1 : entry.source.end_line])
        # The only entry of a page is called by its title, which may stand in the front matter.
        said = entry.answer if entry.question == library.title else f"{entry.question_markdown} {entry.answer}"
        for word in re.findall(r"word\d+", said):
            if word not in span and word not in definitions:
                return "a span without its text"
        if len(entry.text_lines) != (len(entry.answer_text.split("\n")) if entry.answer_text else 0):
            return "text lines without text"
        if any(not entry.source.start_line <= line <= entry.source.end_line for line in entry.text_lines):
            return "text lines outside the span"
    places = sorted(place for node in library.categories for place in node.entries)
    if places != list(range(len(library.entries))):
        return "entries that are not in the tree once"
    if len({entry.id for entry in library.entries}) != len(library.entries):
        return "an id used twice"
    return ""


def fault_of_format(library: Library, text: str, path: str) -> str:
    """What is wrong with how a file beside Markdown is read; a ``whole`` one is as it was written, so that no word is noise."""
    of = Path(path).suffix
    if path.startswith("whole.") and set(re.findall(r"word\d+", text)) - set(re.findall(r"word\d+", shown(library))):
        return f"lost words of {of}"
    count = len(re.split(r"\r\n|\r|\n", text))
    for entry in library.entries:
        if not 1 <= entry.source.start_line <= entry.source.end_line <= count:
            return f"a span outside the document {of}"
        if len(entry.text_lines) != (len(entry.answer_text.split("\n")) if entry.answer_text else 0):
            return f"text lines without text {of}"
        if any(not entry.source.start_line <= line <= entry.source.end_line for line in entry.text_lines):
            return f"text lines outside the span {of}"
        if "\n" in entry.question or "\x1b" in entry.answer:
            return f"an unsafe text {of}"
    if any(not 1 <= told.line <= count for told in library.diagnostics):
        return f"a diagnostic outside the document {of}"
    if sorted(place for node in library.categories for place in node.entries) != list(range(len(library.entries))):
        return f"entries that are not in the tree once {of}"
    return ""


def smaller(text: str, path: str, kind: str) -> str:
    """A text with as few lines, then characters, as show the same fault."""
    for pieces, joint in ((text.split("\n"), "\n"), (None, "")):
        parts = list(text) if pieces is None else pieces
        if len(parts) > 3000:
            continue
        size = max(1, len(parts) // 2)
        while size:
            at = 0
            while at < len(parts):
                rest = parts[:at] + parts[at + size :]
                if fault(joint.join(rest), path, searched=False) == kind:
                    parts = rest
                else:
                    at += size
            size //= 2
        text = joint.join(parts)
    return text


def documents(random: Random) -> Iterator[tuple[str, str]]:
    """Texts without end, each with the name of its file."""
    texts = originals()
    while True:
        form = random.random()
        if form < 0.35:
            text = Writer(random).document()
        elif form < 0.5:
            lines = Writer(random).document().splitlines(keepends=True)
            for _ in range(random.randint(1, 6)):
                at = random.randrange(len(lines) + 1)
                lines[at:at] = [random.choice(MARKUP), "\n"] if random.random() < 0.7 else lines[at : at + 3]
            text = "".join(lines)
        elif form < 0.75:
            text = splice(random, texts)
        else:
            text = soup(random)
        yield (
            text,
            random.choices(["page.md", "page.mdx", "page.txt", "faq.yml", "a/_category_.json"], [80, 10, 5, 4, 1])[0],
        )


def documents_of_formats(random: Random) -> Iterator[tuple[str, str]]:
    """Texts of the formats beside Markdown without end, each with the name of its file."""
    while True:
        name = random.choice(list(formats.FORMATS))
        suffix = formats.suffix_of(name)
        pieces = formats.PIECES[suffix]
        form = random.random()
        if form < 0.75:
            text = formats.written(formats.Writer(random).questions(formats.FORMATS[name][2]), name, random)
            if form < 0.25:
                yield text, f"whole{suffix}"
                continue
            text = formats.damaged(random, text, pieces)
        else:
            text = formats.mixed(random, pieces)
        yield text, f"damaged{suffix}"


def cost(text: str, path: str = "page.md") -> float:
    """The least processor time of up to three runs."""
    best = float("inf")
    for _ in range(3):
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        begun = time.process_time()
        try:
            parse(text, path)
        except ContentError:  # a NUL repeated is no text
            return 0.0
        best = min(best, time.process_time() - begun)
        if best < FLOOR:
            break
    return best


def _is_step(unit: str, size: int, took: float, path: str) -> bool:
    """Whether it takes no more than it may to go on from this size: a limit was reached, beyond which text is read otherwise."""
    try:
        return cost((unit * (2 * size // max(1, len(unit)) + 1))[: 2 * size], path) <= GROWTH * took
    except TooSlow:
        return False


def growth(unit: str, path: str = "page.md") -> str:
    """What is wrong with how a repeated piece takes longer as there is more of it; empty where nothing is."""
    before = 0.0
    size = 10_000
    while size <= 80_000:
        try:
            text = (unit * (size // max(1, len(unit)) + 1))[:size]
            now = cost(text, path)
            if now > FLOOR and now > GROWTH * before > 0.05 * GROWTH:
                # Nine others may have been at work: once more, both of them.
                before, now = min(before, cost(text[: size // 2], path)), min(now, cost(text, path))
        except TooSlow:
            return f"over {LONGEST} s at {size // 1000} KB"
        if now > FLOOR and before > 0.05 and now > GROWTH * before and not _is_step(unit, size, now, path):
            return f"{now / before:.1f} times as long at {size // 1000} KB: {now:.2f} s"
        before = now
        size *= 2
    return f"{before:.2f} s at 80 KB" if before > SLOWEST else ""


def units(random: Random) -> Iterator[str]:
    """The pieces to repeat: those that are known to hurt parsers, then combinations."""
    yield from UNITS
    while True:
        pieces = [random.choice(MARKUP if random.random() < 0.5 else UNITS) for _ in range(random.randint(2, 4))]
        yield random.choice(["", " ", "\n", "\n\n"]).join(pieces) + random.choice(["", "\n", "\n\n", " a "])


def units_of_formats(random: Random) -> Iterator[tuple[str, str]]:
    """The pieces of the formats beside Markdown, then combinations, each with the name of a file."""
    for suffix, pieces in formats.PIECES.items():
        for piece in pieces:
            yield piece, f"page{suffix}"
    while True:
        suffix = random.choice(list(formats.PIECES))
        some = [random.choice(formats.PIECES[suffix]) for _ in range(random.randint(2, 4))]
        yield (
            random.choice(["", " ", "\n", "\n\n"]).join(some) + random.choice(["", "\n", "\n\n", " a "]),
            f"page{suffix}",
        )


def large() -> int:
    """Parse 10 MB of each of these; the number that took longer than 30 s."""
    slow = 0
    writer = Writer(Random(0))
    page = "\n".join(writer.document() for _ in range(400))
    texts = {
        "pages": page,
        "one line": "word " * 200,
        "no line ends": "a",
        "CJK": "\u4e2d\u6587\uff1f ",
        "YAML": "- question: a?\n  answer: b\n",
    }
    texts |= {repr(unit): unit for unit in UNITS[:: max(1, len(UNITS) // 40)]}
    for name, unit in texts.items():
        text = (unit * (10_000_000 // len(unit) + 1))[:10_000_000]
        begun = time.process_time()
        library = parse(text, "faq.yml" if name == "YAML" else "page.md")
        took = time.process_time() - begun
        slow += took > 30
        print(f"{took:6.1f} s  {len(library.entries):>7,} entries  10 MB of {name}", flush=True)
    return slow


def main() -> int:
    """Run, print what is wrong, and say what was run."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("seed", nargs="?", type=int, default=0)
    options.add_argument("minutes", nargs="?", type=float, default=20.0)
    options.add_argument("--keep", metavar="DIR", type=Path)
    options.add_argument("--formats", action="store_true")
    options.add_argument("--large", action="store_true")
    given = options.parse_args()
    signal.signal(signal.SIGVTALRM, _alarm)
    random = Random(given.seed)
    other = Random(given.seed + 1)
    made = documents_of_formats(random) if given.formats else documents(random)
    repeated = units_of_formats(other) if given.formats else ((unit, "page.md") for unit in units(other))
    faults: dict[str, int] = {}
    slowest = (0.0, "")
    count = pieces = characters = 0
    repeating = 0.0
    begun = time.process_time()

    def tell(kind: str, text: str, path: str) -> None:
        faults[kind] = faults.get(kind, 0) + 1
        if faults[kind] > SHOWN:
            return
        print(f"{kind}, {path}: {text!r}", flush=True)
        if given.keep:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{len(faults)}-{faults[kind]}.md").write_text(f"{text}", encoding="utf-8", newline="")

    while time.process_time() - begun < given.minutes * 60:
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        text, path = next(made)
        started = time.process_time()
        kind = fault(text, path)
        slowest = max(slowest, (time.process_time() - started, text))
        count += 1
        characters += len(text)
        if kind:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            few = faults.get(kind, 0) < SHOWN
            tell(kind, smaller(text, path, kind) if few else text, path)
        if repeating < 0.4 * (time.process_time() - begun):
            started = time.process_time()
            unit, place = next(repeated)
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
            slow = growth(unit, place)
            pieces += 1
            if slow:
                tell(f"not linear ({slow.partition(':')[0]})", unit, place)
            repeating += time.process_time() - started
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    spent = (time.process_time() - begun) / 60
    print(
        f"seed {given.seed}: {count:,} documents ({characters / 1e6:.1f} MB) and {pieces:,} repeated pieces in {spent:.1f} "
        f"minutes of processor time; slowest document {slowest[0] * 1000:.0f} ms ({len(slowest[1]):,} characters); "
        f"{sum(faults.values())} faults"
    )
    return 1 if faults or (given.large and large()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
