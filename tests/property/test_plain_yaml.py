"""What is read of YAML without a parser of YAML is what the parser says."""

from frontmatter.default_handlers import YAMLHandler
from hypothesis import example, given
from hypothesis import strategies as st

from faqtui.parsing.values import plain_yaml
from faqtui.parsing.values.plain_data import yaml_loader

PIECES = [
    *[
        "title",
        "tags",
        "a-b",
        "null",
        "Null",
        "~",
        "yes",
        "no",
        "1.10",
        "2024-01-02",
        "0x1F",
        "on",
        "été",
        "日本",
        "؟",
        "🎉",
        "x",
    ],
    *[
        ":",
        ": ",
        " :",
        "- ",
        "-",
        " #",
        "#",
        "[",
        "]",
        "[a, b]",
        "[x]",
        "[a,]",
        "{",
        "}",
        ",",
        ", ",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
    ],
    *[
        '"',
        "'",
        "''",
        '"q"',
        "'s'",
        "\\",
        ">-",
        ">",
        "|",
        "| ",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "=",
        ".",
        "...",
        "---",
        "(",
        ")",
        "/",
    ],
    *[
        " ",
        "  ",
        "    ",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "\na: ",
        "\nb: ",
        "\nc:\n  d: ",
        "\nd: >-\n  ",
        "\t",
    ],
    *["\u00a0", "\u0085", "\u2028", "\ufeff", "\u200d"],
]
LINES = [
    *[
        "title: Towers",
        "tags: [a, b c, d/e]",
        "tags:",
        "- a",
        "- b c",
        "  - a",
        "  - b",
        "    - a",
        "  alb: [load, balancer]",
        "  k: v",
    ],
    *[
        "about: >-",
        "  one two",
        "  three ",
        "   deeper",
        " less",
        "",
        " ",
        "empty:",
        '  q: "a: b # c"',
        "q: 'it # is'",
        "a: b: c",
    ],
    *[
        "a: C# and http://a.b/#c",
        "a: null",
        "null: a",
        "a: ~",
        "a: b # c",
        "a: [null]",
        "a: [null , b]",
        "title: again",
        "    m: n",
        "      o: p",
    ],
    *[
        "- k: v",
        '- "a: b"',
        "- 'c'",
        '- "a" b',
        """a: ["b", 'c d', e]""",
        'a: ["b, c"]',
        "a: ['b' c]",
        "a:b",
        "k8s: kubernetes",
        "a: 'b'  ",
        "a: b  ",
        "# remark",
        "? a",
        "a: [b]x",
        "a: (b) c",
        "a: b, [c] {d}",
        "a: -b",
        "a: .5",
        "...",
    ],
]


def said(text: str) -> object:
    try:
        return YAMLHandler().load(text, Loader=yaml_loader())
    except Exception as error:
        return error


def check(text: str) -> None:
    read = plain_yaml.read(text)
    if read is not None:
        assert read == said(text)


@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join))
@example("a: >-\n  b \n  c \n\nd: e")
@example("a:\n\n  b: c\n\n  d:\n  - e\nf:\n- g\n- h\n")
def test_lines_are_read_as_yaml_reads_them(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_pieces_are_read_as_yaml_reads_them(text: str) -> None:
    check(f"a: {text}")


def test_what_front_matter_usually_is_needs_no_parser() -> None:
    text = """title: How do I climb?
description: >-
  As far as it goes,
  and back.

levels: [towers, high places]
version: 1.10
draft: no
aliases:
  alb: [load, balancer]
  lc:
    - launch
    - configuration
keywords:
- tall
- "this: too"
tags: ["a b", 'c', d]
"""
    assert plain_yaml.read(text) == said(text)
