"""Texts that editors keep as trees of blocks are read as the Markdown that they would be written in."""

from __future__ import annotations

import json

import pytest

from faqtui.formats import convert
from support.speed import at_most

SAYS = "Wet **nets** dry [here](https://e.org/n)."


def answer_of(value: object) -> list[str]:
    (asked,) = convert("faq.json", json.dumps([{"question": "Where?", "answer": value}])).asked
    return [text for _, text in asked.lines]


def run(text: str, **marks: object) -> dict[str, object]:
    return {"text": text, **marks}


TREES = {
    "children": [
        {
            "type": "paragraph",
            "children": [
                run("Wet "),
                run("nets", bold=True),
                run(" dry "),
                {"type": "link", "url": "https://e.org/n", "children": [run("here")]},
                run("."),
            ],
        }
    ],
    "content and marks": {
        "type": "doc",
        "content": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": "Wet "},
                    {"type": "text", "text": "nets", "marks": [{"type": "bold"}]},
                    {"type": "text", "text": " dry "},
                    {
                        "type": "text",
                        "text": "here",
                        "marks": [{"type": "link", "attrs": {"href": "https://e.org/n"}}],
                    },
                    {"type": "text", "text": "."},
                ],
            }
        ],
    },
    "marks defined beside": [
        {
            "_type": "block",
            "style": "normal",
            "markDefs": [{"_key": "k1", "_type": "link", "href": "https://e.org/n"}],
            "children": [
                {"_type": "span", "text": "Wet ", "marks": []},
                {"_type": "span", "text": "nets", "marks": ["strong"]},
                {"_type": "span", "text": " dry ", "marks": []},
                {"_type": "span", "text": "here", "marks": ["k1"]},
                {"_type": "span", "text": ".", "marks": []},
            ],
        }
    ],
    "node types": {
        "nodeType": "document",
        "data": {},
        "content": [
            {
                "nodeType": "paragraph",
                "data": {},
                "content": [
                    {"nodeType": "text", "value": "Wet ", "marks": [], "data": {}},
                    {"nodeType": "text", "value": "nets", "marks": [{"type": "bold"}], "data": {}},
                    {"nodeType": "text", "value": " dry ", "marks": [], "data": {}},
                    {
                        "nodeType": "hyperlink",
                        "data": {"uri": "https://e.org/n"},
                        "content": [{"nodeType": "text", "value": "here", "marks": [], "data": {}}],
                    },
                    {"nodeType": "text", "value": ".", "marks": [], "data": {}},
                ],
            }
        ],
    },
    "a root and bits": {
        "root": {
            "type": "root",
            "direction": "ltr",
            "children": [
                {
                    "type": "paragraph",
                    "direction": "ltr",
                    "children": [
                        {"type": "text", "text": "Wet ", "format": 0},
                        {"type": "text", "text": "nets", "format": 1},
                        {"type": "text", "text": " dry ", "format": 0},
                        {
                            "type": "link",
                            "fields": {"url": "https://e.org/n"},
                            "children": [{"type": "text", "text": "here"}],
                        },
                        {"type": "text", "text": ".", "format": 0},
                    ],
                }
            ],
        }
    },
}


HERE = "https://e.org/n"


def written(key: str, text: str, **more: object) -> dict[str, object]:
    return {"type": "text", key: text, **more}


def tag(name: str, *children: object, **properties: str) -> dict[str, object]:
    return {"type": "element", "tagName": name, "properties": properties, "children": list(children)}


def rich(text: str, **more: object) -> dict[str, object]:
    return {"type": "text", "text": {"content": text}, "plain_text": text, **more}


TREES |= {
    "what is inserted": {
        "ops": [
            {"insert": "Wet "},
            {"insert": "nets", "attributes": {"bold": True}},
            {"insert": " "},
            {"insert": "dry "},
            {"insert": "here", "attributes": {"link": HERE}},
            {"insert": ".\n"},
        ]
    },
    "ranges and entities": {
        "blocks": [
            {
                "text": "Wet nets dry here.",
                "type": "unstyled",
                "inlineStyleRanges": [{"offset": 4, "length": 4, "style": "BOLD"}],
                "entityRanges": [{"offset": 13, "length": 4, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": "LINK", "data": {"url": HERE}}},
    },
    "spans and links": [
        {
            "type": "paragraph",
            "text": "Wet nets dry here.",
            "spans": [
                {"start": 4, "end": 8, "type": "strong"},
                {"start": 13, "end": 17, "type": "hyperlink", "data": {"url": HERE}},
            ],
        }
    ],
    "a tree of HTML": {
        "type": "root",
        "children": [
            tag("p", written("value", "Wet "), tag("b", written("value", "nets")), written("value", " dry "),
                tag("a", written("value", "here"), href=HERE), written("value", ".")),
        ],
    },
    "a tree of Markdown": {
        "type": "root",
        "children": [
            {
                "type": "paragraph",
                "children": [
                    written("value", "Wet "),
                    {"type": "strong", "children": [written("value", "nets")]},
                    written("value", " dry "),
                    {"type": "link", "url": HERE, "children": [written("value", "here")]},
                    written("value", "."),
                ],
            }
        ],
    },
    "runs alone": [rich("Wet "), rich("nets", annotations={"bold": True}), rich(" dry "), rich("here", href=HERE), rich(".")],
    "texts with data": {
        "nodes": [
            {
                "type": "PARAGRAPH",
                "nodes": [
                    {"type": "TEXT", "nodes": [], "textData": {"text": text, "decorations": marks}}
                    for text, marks in (
                        ("Wet ", []),
                        ("nets", [{"type": "BOLD"}]),
                        (" dry ", []),
                        ("here", [{"type": "LINK", "linkData": {"link": {"url": HERE}}}]),
                        (".", []),
                    )
                ],
            }
        ]
    },
    "a document with a schema": {
        "schema": "dast",
        "document": {
            "type": "root",
            "children": [
                {
                    "type": "paragraph",
                    "children": [
                        {"type": "span", "value": "Wet "},
                        {"type": "span", "marks": ["strong"], "value": "nets"},
                        {"type": "span", "value": " dry "},
                        {"type": "link", "url": HERE, "children": [{"type": "span", "value": "here"}]},
                        {"type": "span", "value": "."},
                    ],
                }
            ],
        },
    },
    "styles": [
        {
            "type": "paragraph",
            "props": {},
            "content": [
                written("text", "Wet "),
                written("text", "nets", styles={"bold": True}),
                written("text", " dry "),
                {"type": "link", "href": HERE, "content": [written("text", "here", styles={})]},
                written("text", "."),
            ],
            "children": [],
        }
    ],
}  # fmt: skip
TREES |= {f"{name}, as a text": json.dumps(TREES[name]) for name in ("a root and bits", "what is inserted")}


@pytest.mark.parametrize("name", TREES)
def test_runs_keep_their_marks_and_links(name: str) -> None:
    assert answer_of(TREES[name]) == [SAYS]


BLOCKS = {
    "in data": {
        "time": 1,
        "blocks": [
            {"type": "header", "data": {"text": "Nets", "level": 2}},
            {"type": "list", "data": {"style": "ordered", "items": ["hemp", "nylon"]}},
            {"type": "code", "data": {"code": "dry()\nwait()"}},
        ],
    },
    "with texts": {
        "blocks": [
            {"key": "a", "text": "Nets", "type": "header-two", "inlineStyleRanges": []},
            {"key": "b", "text": "hemp", "type": "ordered-list-item"},
            {"key": "c", "text": "nylon", "type": "ordered-list-item"},
            {"key": "d", "text": "dry()\nwait()", "type": "code-block"},
        ],
        "entityMap": {},
    },
    "inside one another": [
        {"type": "h2", "children": [run("Nets")]},
        {
            "type": "ol",
            "children": [{"type": "li", "children": [run("hemp")]}, {"type": "li", "children": [run("nylon")]}],
        },
        {"type": "code", "children": [run("dry()\nwait()")]},
    ],
}


def line(text: str, **marks: object) -> list[dict[str, object]]:
    return [{"insert": text}, {"insert": "\n", "attributes": marks}]


BLOCKS |= {
    "marks of line ends": {
        "ops": [
            *line("Nets", header=2),
            *line("hemp", list="ordered"),
            *line("nylon", list="ordered"),
            *line("dry()", **{"code-block": True}),
            *line("wait()", **{"code-block": True}),
        ]
    },
    "in what has their name": [
        {"object": "block", "type": "heading_2", "heading_2": {"rich_text": [rich("Nets")]}},
        {"object": "block", "type": "numbered_list_item", "numbered_list_item": {"rich_text": [rich("hemp")]}},
        {"object": "block", "type": "numbered_list_item", "numbered_list_item": {"rich_text": [rich("nylon")]}},
        {"object": "block", "type": "code", "code": {"rich_text": [rich("dry()\nwait()")]}},
    ],
    "with props": [
        {"type": "heading", "props": {"level": 2}, "content": [written("text", "Nets")], "children": []},
        {"type": "numberedListItem", "content": [written("text", "hemp")], "children": []},
        {"type": "numberedListItem", "content": [written("text", "nylon")], "children": []},
        {"type": "codeBlock", "content": [written("text", "dry()\nwait()")], "children": []},
    ],
    "of Markdown": {
        "type": "root",
        "children": [
            {"type": "heading", "depth": 2, "children": [written("value", "Nets")]},
            {
                "type": "list",
                "ordered": True,
                "children": [
                    {"type": "listItem", "children": [{"type": "paragraph", "children": [written("value", word)]}]}
                    for word in ("hemp", "nylon")
                ],
            },
            {"type": "code", "value": "dry()\nwait()"},
        ],
    },
}


@pytest.mark.parametrize("name", BLOCKS)
def test_titles_lists_and_code_are_what_they_are(name: str) -> None:
    assert answer_of(BLOCKS[name]) == ["## Nets", "", "1. hemp", "2. nylon", "", "```", "dry()", "wait()", "```"]


NESTED = {
    "a list in an item of its own": {
        "root": {
            "type": "root",
            "children": [
                {
                    "type": "list",
                    "listType": "bullet",
                    "children": [
                        {"type": "listitem", "children": [run("hemp")]},
                        {
                            "type": "listitem",
                            "children": [
                                {
                                    "type": "list",
                                    "listType": "bullet",
                                    "children": [{"type": "listitem", "children": [run("wet")]}],
                                }
                            ],
                        },
                    ],
                }
            ],
        }
    },
    "children beside content": [
        {
            "type": "bulletListItem",
            "content": [run("hemp")],
            "children": [{"type": "bulletListItem", "content": [run("wet")], "children": []}],
        }
    ],
    "depths": {
        "blocks": [
            {"text": "hemp", "type": "unordered-list-item", "depth": 0},
            {"text": "wet", "type": "unordered-list-item", "depth": 1},
        ]
    },
}


@pytest.mark.parametrize("name", NESTED)
def test_items_stand_below_theirs(name: str) -> None:
    assert answer_of(NESTED[name]) == ["- hemp", "  - wet"]


def test_ranges_say_what_is_bold() -> None:
    block = {"type": "paragraph", "text": "Wet nets", "spans": [{"start": 4, "end": 8, "type": "strong"}]}
    assert answer_of([block, {"type": "paragraph", "text": "Dry", "spans": []}]) == ["Wet **nets**", "", "Dry"]


def test_a_question_that_is_a_title_of_an_editor_is_its_text() -> None:
    title = [{"type": "heading1", "text": "Where?", "spans": []}]
    said = [{"type": "paragraph", "text": "There.", "spans": []}]
    (asked,) = convert("faq.json", json.dumps([{"question": title, "answer": said}])).asked
    assert (asked.question, asked.lines[0][1]) == ("Where?", "There.")


OTHERS = {
    "items with a kind": [{"type": "faq", "question": "Who?", "answer": "Ann."}],
    "sections with a kind": [{"type": "list", "title": "Nets", "items": [{"question": "Who?", "answer": "Ann."}]}],
    "a kind and content": [{"type": "block", "content": [{"question": "Who?", "answer": "Ann."}]}],
}


@pytest.mark.parametrize("name", OTHERS)
def test_questions_with_kinds_are_no_texts(name: str) -> None:
    assert [asked.question for asked in convert("faq.json", json.dumps(OTHERS[name])).asked] == ["Who?"]


def test_trees_that_hold_others_again_and_again_take_no_time() -> None:
    lines = ["a0: &a0 {type: paragraph, children: [{text: b}]}"]
    lines += [f"a{n}: &a{n} {{type: ul, children: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    with at_most(4):
        convert("faq.yml", "\n".join([*lines, "faq:", "- question: b?", "  answer: [*a11]"]))
        deep = '{"type":"ul","children":[' * 28 + '{"text":"b"}' + "]}" * 28
        convert("faq.json", '[{"question": "b?", "answer": [' + deep + "]}]")
        convert("faq.yml", "faq:\n- question: b?\n  answer: &a [{type: p, children: *a}]\n")
