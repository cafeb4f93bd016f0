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


@pytest.mark.parametrize("name", BLOCKS)
def test_titles_lists_and_code_are_what_they_are(name: str) -> None:
    assert answer_of(BLOCKS[name]) == ["## Nets", "", "1. hemp", "2. nylon", "", "```", "dry()", "wait()", "```"]


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
