"""Code in template strings of MDX is code, on the lines where it stands."""

from __future__ import annotations

import pytest

from faqtui.markdown.dialects.literalcode import as_fences
from faqtui.model import Document
from faqtui.parsing import parse_library

CODE = "oven --on *x*\n\n\tdoor ${y}\n## Is it?"
WRITTEN = CODE.replace("${", "\\${")


@pytest.mark.parametrize(
    ("opening", "closing", "language"),
    [
        ('<CodeBlock language="sh">{`\n', "\n`}</CodeBlock>", "sh"),
        ("<CodeBlock className='language-sh'>\n  {`\n", "\n  `}\n</CodeBlock>", "sh"),
        ("<CodeSnippet>\n{`", "`}\n</CodeSnippet>", ""),
        ("<pre>{`\n", "\n`}</pre>", ""),
    ],
)
def test_it_is_code(opening: str, closing: str, language: str) -> None:
    text = f"# Oven\n\n## How is it lit?\n\nSo:\n\n{opening}{WRITTEN}{closing}\n\nThen wait.\n\n## Is it hot?\n\nYes.\n"
    one, two = parse_library([Document("a.mdx", text)]).entries
    assert [(code.language or "", code.text.strip("\n ").rstrip()) for code in one.code_blocks] == [(language, CODE)]
    assert one.answer.endswith("Then wait.")
    assert two.source.start_line == text[: text.index("## Is it hot")].count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "<Markdown>{`\n*a*\n`}</Markdown>",
        "<CodeBlock>{`a`}</CodeBlock>",
        "<CodeBlock>{`\na\n",
        "<CodeBlock>{`\na`}</CodeBlock>",
        "<CodeBlock>{`\na\n`}</Other>",
        "<CodeBlock>",
        "```\n<CodeBlock>{`\na\n`}</CodeBlock>\n```",
    ],
)
def test_what_is_none_or_has_no_lines_of_its_own_stays(text: str) -> None:
    assert as_fences(text.split("\n")) == text.split("\n")
