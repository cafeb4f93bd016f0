"""Elements and components of HTML inside Markdown that become blocks of their own."""

from __future__ import annotations

import pytest

from faqtui.render import nodes, parse_answer


def said(spans: nodes.Spans) -> str:
    return "".join(span.text for span in spans)


def meanings(block: nodes.Block) -> tuple[str, list[str]]:
    assert isinstance(block, nodes.Definition)
    texts = [part.spans for meaning in block.meanings for part in meaning if isinstance(part, nodes.Paragraph)]
    return said(block.term), [said(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<dl><dt>Dry</dt><dd>No water.</dd></dl>", [("Dry", ["No water."])]),
        ("<dl>\n<dt>Dry\n<dd>No water.\n<dt>Wet\n<dd>Water.\n</dl>", [("Dry", ["No water."]), ("Wet", ["Water."])]),
        ("<dl><dt>Dry</dt><dt>Arid</dt><dd>One.</dd><dd>Two.</dd></dl>", [("Dry\nArid", ["One.", "Two."])]),
        ("<dl><div><dt>Dry</dt><dd><p>One.</p><p>Two.</p></dd></div></dl>", [("Dry", ["One.", "Two."])]),
        ("<dl>\n<dt>Dry</dt>\n<dd>\n\nNo *water*.\n\n</dd>\n</dl>", [("Dry", ["No water."])]),
    ],
)
def test_a_list_of_definitions_is_terms_and_meanings(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [meanings(block) for block in parse_answer(text).blocks] == expected


def test_meanings_without_a_term_are_shown_all_the_same() -> None:
    blocks = parse_answer(
        "<dl><dt>Dry</dt><dd>One.</dd></dl>\n\n<dl><dd></dd><dd>Two.</dd></dl>\n\n<dd>Three.</dd>"
    ).blocks
    assert meanings(blocks[0]) == ("Dry", ["One."])
    assert [said(block.spans) for block in blocks[1:] if isinstance(block, nodes.Paragraph)] == ["Two.", "Three."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<Note>Mind the *gap*.</Note>", "note"),
        ('<Callout type="warning">Mind the *gap*.</Callout>', "warning"),
        ("<Tip>Mind the *gap*.</Tip>  ", "tip"),
    ],
)
def test_a_note_on_one_line_is_a_note(text: str, kind: str) -> None:
    (note,) = parse_answer(text).blocks
    assert isinstance(note, nodes.Admonition)
    assert note.kind == kind
    (inside,) = note.blocks
    assert isinstance(inside, nodes.Paragraph)
    assert said(inside.spans) == "Mind the gap."


def test_folds_and_steps_on_one_line_each_do_not_run_together() -> None:
    blocks = parse_answer('<Step title="First">Do a</Step>\n<Step title="Second">Do b</Step>').blocks
    assert [said(block.spans) for block in blocks if isinstance(block, nodes.Paragraph)] == [
        "First",
        "Do a",
        "Second",
        "Do b",
    ]
    (fold,) = parse_answer('<Accordion title="More">Inside</Accordion>').blocks
    assert isinstance(fold, nodes.Details)
    assert said(fold.summary) == "More"


def test_a_component_in_a_line_of_text_stays_there() -> None:
    for text in ("<Note>One</Note> and text.", "Text and\n<Tip>two</Tip>", "<Kbd>x</Kbd>"):
        (block,) = parse_answer(text).blocks
        assert isinstance(block, nodes.Paragraph), text


@pytest.mark.parametrize(
    "text",
    [
        '<div class="alert alert-warning" role="alert">Mind the *gap*.</div>',
        '<div class="admonition warning">\n\nMind the *gap*.\n\n</div>',
        '<aside class="callout callout-warning"><p>Mind the *gap*.</p></aside>',
        '<div class="alert-warning alert"><div><div>Mind the *gap*.</div></div></div>',
    ],
)
def test_a_box_that_is_a_note_by_its_class_is_one(text: str) -> None:
    note, after = parse_answer(f"{text}\n\nAfter.").blocks
    assert isinstance(note, nodes.Admonition)
    assert note.kind == "warning"
    (inside,) = note.blocks
    assert isinstance(inside, nodes.Paragraph)
    assert said(inside.spans) == "Mind the gap."
    assert isinstance(after, nodes.Paragraph)


def test_a_box_of_no_kind_is_what_it_holds() -> None:
    for text in ("<div>One.</div>", '<div class="note-list">One.</div>', '<div class="alert">One.</div>'):
        (block,) = parse_answer(text).blocks
        assert isinstance(block, nodes.Paragraph), text
