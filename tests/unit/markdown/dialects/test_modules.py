"""What a page of MDX imports and exports is no text, over however many lines it stands."""

from __future__ import annotations

import pytest

from faqtui.markdown.dialects.modules import end
from faqtui.model import Document
from faqtui.parsing import parse_library

MODULES = [
    'import Pump from "./pump";',
    'import {\n  Pump,\n  Valve as Tap,\n} from "@site/parts";',
    'import Pump, {\n  Valve,\n} from "./parts"',
    'import type {\n  Pump,\n} from "./parts"',
    "export const Red = ({children}) => (\n  <b>{children}</b>\n);",
    "export const Red = ({children}) =>\n  <b>{children}</b>",
    "export const parts = {\n  pump: 1,\n\n  valve: [2, '}'],\n};",
    "export const text = `\n{ (\n`;",
    "export default function Page() {\n  // it's {\n\n  return <div>\n    Text {x}\n  </div>;\n}",
    "export async function load() {\n  /* ( */\n  return 1;\n}",
    "export class Pump extends Part {\n  a = 1;\n}",
    "export {\n  a,\n};",
    "export default ({children}) => <Layout>{children}</Layout>",
]


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("path", ["a.mdx", "a.md"])
def test_it_is_left_out_above(module: str, path: str) -> None:
    text = f"# Oven\n\n{module}\n\n## Is it hot?\n\nYes.\n\n## Is it red?\n\nNo.\n"
    library = parse_library([Document(path, text)])
    assert [(entry.question, entry.answer, entry.source.start_line) for entry in library.entries] == [
        ("Is it hot?", "Yes.", 5 + module.count("\n")),
        ("Is it red?", "No.", 9 + module.count("\n")),
    ]
    assert library.introduction is None or not library.introduction.plain


@pytest.mark.parametrize("module", MODULES)
def test_in_answers_it_is_left_out_of_mdx(module: str) -> None:
    text = f"# Oven\n\n## Is it hot?\n\nYes.\n\n{module}\n\nVery.\n\n## Is it red?\n\nNo.\n"
    library = parse_library([Document("a.mdx", text)])
    assert [(entry.question, entry.answer.split()) for entry in library.entries] == [
        ("Is it hot?", ["Yes.", "Very."]),
        ("Is it red?", ["No."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "import the file, {as it is",
        "export {the data\n\n## Is it red?\n\n} is",
        "export class of 1999",
        "import { a\n\nimport { b",
        "important: {x}",
    ],
)
def test_what_is_closed_nowhere_is_text(text: str) -> None:
    library = parse_library([Document("a.mdx", f"# Oven\n\n## Is it hot?\n\nYes.\n\n{text}\n\n## Is it new?\n\nNo.\n")])
    assert text.split("\n")[0] in library.entries[0].answer


def test_it_ends_where_its_brackets_do() -> None:
    assert end(["export const a =", "  1", "b"], 0) == 2
    assert end(["x", "export const a = [", "", "]", "b"], 1) == 4
    assert end(["export const a = (", ")))"], 0) == 0
    assert end(["export const a = {", "# T", "}"], 0) == 0
    assert end(["export const a = {", *["x"] * 1000, "}"], 0) == 0
