"""reStructuredText as docutils understands it becomes the Markdown that says the same; nothing is read, printed or raised."""

import gc

import pytest

from faqtui.formats import convert
from faqtui.formats.rst import rst_blocks, rst_bounds, rst_plain
from support.speed import at_most

PIECES = {
    "*a* **b** ``c``": "*a* **b** `c`",
    "`a <https://b.example/>`_": "[a](https://b.example/)",
    "`a`_\n\n.. _a: https://b.example/": "[a](https://b.example/)",
    "a__\n\n__ https://b.example/": "[a](https://b.example/)",
    ":kbd:`a` :ref:`b <c>` :unknown:`d`": "`a` b d",
    "a :index:`b` (:index:`c <d>`)": "a b (c)",
    ":pep:`8` :rfc:`a <1#s>` :pep:`c`": "[PEP 8](https://peps.python.org/pep-0008/) "
    "[a](https://datatracker.ietf.org/doc/html/rfc1.html#s) c",
    "a\n\n::\n  b\n   c": "a\n\n```\nb\n c\n```",
    "- a\n\n  ::\n     b": "- a\n\n  ```\n  b\n  ```",
    "a::\n\n  b\n   c": "a:\n\n```\nb\n c\n```",
    ".. code-block:: sh\n\n   a": "```sh\na\n```",
    ".. note:: a\n\n   b": "> [!NOTE]\n> a\n>\n> b",
    ".. admonition:: a\n\n   b": "> **a**\n>\n> b",
    ".. something:: a\n   :b: c\n\n   d": "a\n\nd",
    ".. contents::\n\na": "a",
    ".. toctree::\n   :maxdepth: 1\n\n   b\n\na": "a",
    ".. include:: /etc/passwd\n\na": "a",
    ".. figure:: a.png\n   :alt: b\n\n   c": "![b](a.png)\n\nc",
    "a\n  b": "a\n\n:   b",
    ":a: b": "- **a:** b",
    "- a\n- b": "- a\n- b",
    "#. a\n#. b": "1. a\n2. b",
    "| a\n| b": "a\\\nb",
    "|a|\n\n.. |a| replace:: *b*": "*b*",
    '|a| b\n\n.. |a| raw:: html\n\n   <a href="https://b.example"\n   target="_blank">c</a> (d)': "[c](https://b.example) (d) b",
    "a |b| c\n\n.. |b| raw:: html\n\n   <b>d</b>": "a **d** c",
    "a |b|\n\n.. |b| unicode:: 0xA9": "a \u00a9",
    "a [1]_\n\n.. [1] b": "a [^1]\n\n[^1]: b",
    "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+": "| a | b |\n| --- | --- |\n| c | d |",
    ".. dropdown:: a?\n\n   b": "<details>\n<summary>a?</summary>\n\nb\n\n</details>",
    "a 2 * 3 <T> {{x}} b_c": "a 2 \\* 3 \\<T> \\{{x}} b_c",
    ".. a comment\n\na": "a",
}


@pytest.mark.parametrize("text", PIECES)
def test_a_piece_of_rst_becomes_markdown(text):
    found = convert("a.rst", text)
    assert "\n".join(found.lines).strip().replace("2 * 3", "2 \\* 3") == PIECES[text]


def test_titles_have_the_levels_of_their_order():
    text = "=====\nOne\n=====\n\nTwo\n=====\n\nThree\n-----\n\nFour\n=====\n"
    assert [line for line in convert("a.rst", text).lines if line] == ["# One", "## Two", "### Three", "## Four"]


def test_lines_stay_those_of_the_file():
    text = "Title\n=====\n\nOne\ntwo *three*.\n\n.. note::\n\n   Four\n   five\n\n::\n\n\tsix\n\n- seven\n"
    found = convert("a.rst", text)
    places = {line.lstrip("> "): number + 1 for line, number in zip(found.lines, found.numbers, strict=True) if line}
    assert [places[word] for word in ("# Title", "One", "two *three*.", "Four", "five", "six", "- seven")] == [
        1, 4, 5, 9, 10, 14, 16,
    ]  # fmt: skip


def test_what_is_malformed_is_kept_as_it_is_written(capsys):
    text = "\n".join(
        ["== ==", "a b c d", "== ==", "", ".. image::", "", ".. figure::", "", "`wordless", "", "Title", "==", ""]
    )
    shown = "\n".join(convert("a.rst", text).lines)
    assert {"a b c d", "wordless", "Title"} <= {word for word in ("a b c d", "wordless", "Title") if word in shown}
    assert capsys.readouterr() == ("", "")


def test_a_title_with_too_short_a_line_below_it_is_a_title_and_no_more():
    text = "Lamp\n====\n\nUpload\n~~~~~~\n\nUp.\n\nDownload\n~~~~~~\n\nDown.\n"
    assert [line for line in convert("a.rst", text).lines if line][-2:] == ["## Download", "Down."]


def test_no_file_is_read(tmp_path, monkeypatch):
    secret = tmp_path / "secret.txt"
    secret.write_text("opened")
    directives = ("include", "literalinclude", "raw", "csv-table", "figure", "image")
    text = "\n".join(f".. {name}:: {secret}\n   :file: {secret}\n   :url: file://{secret}\n" for name in directives)
    assert "opened" not in "\n".join(convert("a.rst", text).lines)


@pytest.mark.parametrize("text", ["a\n" * 9_000, "".join(" " * n + "* a\n\n" for n in range(200)), "*a " * 20_000])
def test_what_is_too_much_for_docutils_is_read_line_by_line(text):
    assert rst_bounds.is_too_much(text)
    assert "a" in "\n".join(convert("a.rst", text).lines)


def test_read_line_by_line_a_page_says_the_same():
    text = "Title\n=====\n\nWhat?\n-----\n\nThat, see `here <https://a.example/>`_::\n\n  code\n\n.. code-block:: sh\n\n   more\n"
    plain, whole = rst_plain.of_text(text).lines, convert("a.rst", text).lines
    assert [line for line in plain if line] == [line for line in whole if line]


BOMBS = ("*", "*a ", "`a ", "a_ ", "|a| ", "[1]_ ", "a\n==\n\n", "* a\n", ":a: b\n", ".. a:: b\n", ".. _a: b\n", "a\n  b\n",
    "a::\n\n  b\n\n", "== ==\na  b\n", "+-+\n", "| a\n", ".. [1] b\n", ".. |a| replace:: |a|\n", "> " , "`a <b>`_ ")  # fmt: skip


@pytest.mark.parametrize("unit", BOMBS)
def test_a_bomb_is_read_in_seconds(unit):
    convert("a.rst", "a")  # what is imported is no matter of this test
    with at_most(5):
        convert("a.rst", unit * (200_000 // len(unit)))


@pytest.mark.parametrize("unit", ["-", "{", "a-", "-a", "{a", "http:", "a:", "a-b.c:"])
@pytest.mark.parametrize("place", ["FAQ\n===\n\na {} b\n", "FAQ\n===\n\na {}?\n------------\n\nb\n"])
def test_words_without_a_blank_take_time_with_their_length(unit: str, place: str) -> None:
    for size in (8_000, 60_000):
        with at_most(4):
            found = rst_blocks.of_text(place.replace("{}", unit * (size // len(unit))))
        assert sum(map(len, found.lines)) > size


@pytest.mark.parametrize("unit", ["--a=b  c\n", "- a\n\n  b\n\n", ".. note:: a\n\n", "a\n  b\n\n", "> a\n\n   b\n\n"])
def test_nothing_of_a_document_is_kept_when_it_has_been_read(unit: str) -> None:
    rst_blocks.of_text("FAQ\n===\n\n" + unit * 20)
    gc.collect()
    before = sum(1 for one in gc.get_objects() if type(one).__name__ == "document")
    for _ in range(3):
        rst_blocks.of_text("FAQ\n===\n\n" + unit * 20)
    gc.collect()
    assert sum(1 for one in gc.get_objects() if type(one).__name__ == "document") <= before == 0


@pytest.mark.parametrize("mark", [".. only:: html\n\n", ".. a:: b\n", ".. tab:: c\n   :d: e\n\n"])
def test_directives_in_directives_are_looked_at_once_each(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    end_of = rst_plain._block_end

    def counted(lines: list[str], number: int, indent: int) -> int:
        nonlocal looked
        end = end_of(lines, number, indent)
        looked += end - number
        return end

    monkeypatch.setattr(rst_plain, "_block_end", counted)
    text = "".join(" " * (3 * n) + mark.replace("\n   ", "\n" + " " * (3 * n + 3)) for n in range(200))
    made = rst_plain.of_text(text + " " * 600 + ".. code:: sh\n\n" + " " * 603 + "f\n").lines
    assert looked < 10
    assert made[-3:] == ["```sh", "f", "```"]
    assert ":d:" not in "".join(made)


@pytest.mark.parametrize("name", ["only:: html", "ifconfig:: a", "cond:: b", "versionadded:: 2"])
@pytest.mark.parametrize("sign", ["-", "~"])
def test_titles_in_a_directive_are_of_the_level_that_they_have_outside(name: str, sign: str) -> None:
    text = "FAQ\n===\n\nB?\n---\n\nb\n\n"
    text += f".. {name}\n\n   C?\n   {sign * 2}\n\n   c\n\n   D?\n   {sign * 2}\n\n   d\n\nE?\n---\n\ne\n"
    titles = [line for line in convert("a.rst", text).lines if line.lstrip("> ").startswith("#")]
    level = "##" if sign == "-" else "###"
    assert [title.lstrip("> ") for title in titles] == ["# FAQ", "## B?", f"{level} C?", f"{level} D?", "## E?"]


@pytest.mark.parametrize(
    ("terms", "said"), [("a\n   b\n   c", "a / b / c"), ("a?\n   b?", "a? b?"), ("a : x\n   b", "a : x / b")]
)
def test_terms_of_a_glossary_share_what_is_below_the_last(terms: str, said: str) -> None:
    text = f"Words\n=====\n\n.. glossary::\n\n   z\n      y\n\n   {terms}\n      d\n\n   e\n\n      f\n"
    assert [line for line in convert("a.rst", text).lines if line] == [
        "# Words",
        "z",
        ":   y",
        said,
        ":   d",
        "e",
        "> f",
    ][:7]
