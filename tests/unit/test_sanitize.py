"""What becomes of characters that could steer a terminal or hide text."""

import re

import pytest

from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.render import lay_out, parse_answer
from faqtui.sanitize import MARKS_IN_A_ROW, for_clipboard, sanitize, sanitize_line


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain\n\ttext", "plain\n\ttext"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("bell\x07 null\x00 del\x7f", "bell␇ null␀ del␡"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x9b31m", "�31m"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("zero\u200bwidth", "zero�width"),
        ("tag\U000e0041", "tag�"),
        ("lone\ud800", "lone�"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("a\u200db", "a�b"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("API\u200cهای `f()`\u200cها", "API\u200cهای `f()`\u200cها"),
        ("API\u200cಗಳು", "API\u200cಗಳು"),
        ("rm\u200c -r a\u200cb a\u200cé \u200cها a\u200c\u200cها", "rm� -r a�b a�é �ها a��ها"),
        ("a\u200dها", "a�ها"),
        ("héllo ☃ 日本語", "héllo ☃ 日本語"),
    ],
)
def test_each_kind_is_shown_or_kept(text, safe):
    assert sanitize(text) == safe


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u20dd", "\ufe0f", "\U000e0100", "\u0e31"])
def test_a_flood_of_marks_is_cut_and_said(mark):
    assert sanitize("a" + mark * MARKS_IN_A_ROW + "b") == "a" + mark * MARKS_IN_A_ROW + "b"
    assert sanitize("a" + mark * 200 + "b") == "a" + mark * MARKS_IN_A_ROW + "�b"


def test_one_line_has_no_line_ends_and_no_tabs():
    assert sanitize_line("a\nb\tc\x1b") == "a b c␛"


def test_copied_text_has_no_control_characters_but_keeps_its_lines():
    assert for_clipboard("a\x1b[31m\tb\nc\x9b\x00") == "a[31m\tb\nc"


MARK = "\u0301"
FLOODS = {
    "entities": "z" + "&#769;" * 60,
    "entities by their hexadecimal number": "z" + "&#x301;" * 60,
    "marks and entities": "z" + (MARK * 8 + "&#769;") * 20,
    "marks in elements": "z" + f"<b>{MARK * 8}</b>" * 20,
    "marks in spans": "z" + f"<span>{MARK * 8}</span>" * 20,
    "marks between comments": "z" + f"{MARK * 8}<!-- -->" * 20,
    "marks behind backslashes": "z" + f"{MARK * 8}\\&#769;" * 20,
    "marks in links": "z" + f"[{MARK * 8}](u)" * 20,
    "marks in code": f"z`{MARK * 8}`" + f"`{MARK * 8}`" * 20,
    "an attribute": f'<img alt="z{"&#769;" * 60}">',
    "marks of another kind": "z" + "&#x20dd;" * 60,
}


@pytest.mark.parametrize("name", FLOODS)
@pytest.mark.parametrize(
    "place", ["# a?\n\n{}\n", "# a {}?\n\nb\n", "# a?\n\n- {}\n", "# a?\n\n| a |\n|---|\n| {} |\n"]
)
def test_no_markup_between_them_makes_a_flood_of_marks(name: str, place: str) -> None:
    text = sanitize(place.replace("{}", FLOODS[name]))
    (entry,) = parse_library([Document("page.md", text)]).entries
    for seen in (entry.question, entry.answer_text, lay_out(parse_answer(entry.answer), 70).text()):
        assert max(map(len, re.findall(r"[\u0300-\u036f\u20d0-\u20ff]+", seen)), default=0) <= MARKS_IN_A_ROW
