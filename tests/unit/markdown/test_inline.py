"""Text that is read as inline Markdown: what a reader sees of it."""

import pytest

from faqtui.markdown.inline import inline
from support.speed import at_most


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<b>two</b>>", "<two>"),
        ("a << b", "a << b"),
        ("<<<", "<<<"),
        ("<<!-- gone -->left", "<left"),
        ("cat <<EOF <https://a.example>", "cat <<EOF https://a.example"),
        ("<<<<a href='https://b.example'>there</a>", "<<<there"),
    ],
)
def test_of_several_angle_brackets_the_last_may_begin_a_tag(text, said):
    assert inline(text)[0] == said


def test_a_row_of_angle_brackets_is_one_piece_of_text():
    text = "<" * 1_000_000
    with at_most(0.1):
        assert inline(text) == (text, [])
