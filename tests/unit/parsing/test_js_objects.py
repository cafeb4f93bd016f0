"""What is read of modules that export plain data, and that nothing else is."""

from __future__ import annotations

import pytest

from faqtui.parsing.js_objects import exported
from support.speed import at_most


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("export default { a: 'x', \"b-c\": \"y\", 3: `z` }", {"a": "x", "b-c": "y", "3": "z"}),
        ("module.exports = ['a', {b: true, c: 12}, null];", ["a", {"b": True, "c": "12"}, None]),
        ("const it = { a: { b: ['c'] } } as const\nexport default it", {"a": {"b": ["c"]}}),
        ("// {not: 'this'}\n/* {nor: 'this'} */ export default {\n  a: 'it\\'s', // {\n}", {"a": "it's"}),
        ("export default { ...others, a, b: call('x', {y: 1}), c: 'd' + e, f() { return 1 }, g: 'h' }",
         {"b": None, "c": None, "g": "h"}),
        ("export default () => { return { a: 'b' } }", {"a": "b"}),
        ("exports.meta = { a: '\\u00e9\\x41\\n' }", {"a": "éA\n"}),
        ("export default something", None),
        ("", None),
    ],
)  # fmt: skip
def test_plain_data_is_read_and_the_rest_left_out(text: str, value: object) -> None:
    assert exported(text) == value


@pytest.mark.parametrize(
    "text", ["export default {", "export default [[[", "export default {a:", "= {'a", "={/*", "={]}),,:"]
)
def test_what_is_not_finished_does_not_stop_it(text: str) -> None:
    exported(text)


@pytest.mark.parametrize("piece", ["/*", "'\\", "`\\", "{a:", "[", "({", "export default {", "a b ", "// "])
def test_a_text_is_read_in_time_with_its_length(piece: str) -> None:
    with at_most(3):
        exported("export default {" + piece * 100_000)
