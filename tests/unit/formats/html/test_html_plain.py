"""HTML that has more elements than a parser reads in time: the rest is text without tags, and nothing is lost."""

import pytest

from faqtui.formats.html.html_blocks import of_page
from faqtui.formats.html.html_parsing import parsed
from faqtui.formats.html.html_plain import dense_from, most_elements, plain_lines
from faqtui.formats.html.html_work import made
from support.speed import at_most


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>a</p><p>b <b>c</b>", [(0, "a b c")]),
        ("a\n<p\nclass=x>b\nc", [(0, "a"), (2, "b"), (3, "c")]),
        ("a <!-- b\n<p> --> c", [(0, "a"), (1, "c")]),
        ("a <script>\nif (b < c)\n</script> d", [(0, "a"), (2, "d")]),
        ("a <STYLE>b</STYLE> c", [(0, "a c")]),
        ("a <script> b", [(0, "a b")]),
        ("a <!-- b", [(0, "a b")]),
        ("1 < 2 &lt; 3 &amp;lt; <", [(0, "1 < 2 < 3 &lt; <")]),
        ("<!doctype html><?xml a?>b</>c", [(0, "b c")]),
        ("a <p", [(0, "a")]),
    ],
)
def test_tags_go_and_text_stays_where_it_stands(text: str, lines: list[tuple[int, str]]) -> None:
    assert list(plain_lines(text, 0)) == lines
    assert [(number - 5, said) for number, said in plain_lines(text, 5)] == lines


def test_elements_are_counted_and_not_signs() -> None:
    assert dense_from("a < b <p>c</p><i>d", 2) is None
    assert dense_from("a < b <p>c</p><i>d", 1) == 14


def elements(text: str) -> int:
    waiting, count = [parsed(text, fragment=True)], 0
    while waiting:
        node = waiting.pop()
        count += node.name[0] not in "#!"
        waiting += getattr(node, "children", None) or []
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "<p><b a={n}>c",
        "<p><b>c",
        "<p><b a={n}>c</b></p>",
        "<li><i a={n}>c",
        "<div><font color={n}>c</div>",
        "<div><b a={n}><p>c</div>",
        "<p><b a={n}>c</p><p>d</p>",
        "<p><b a={n}><i>c</b></p>",
        "<h2><u>c</h2>\n",
        "<p><a href={n}>c",
        "<table><tbody><tr><td><b a={n}>c</table>",
        "<table><tbody><tr><th><font size={n}>c<td><i>d</i></b></table>",
        "<b><p>c</p></b>",
        "<details><summary><strong>c</summary>d</details>",
    ],
)
def test_what_is_opened_again_is_counted_as_the_parser_makes_it(unit: str) -> None:
    text = "".join(unit.replace("{n}", str(number)) for number in range(100))
    real, told = elements(text), sum(count for _, count in made(text))
    assert 0.9 * real <= told <= 1.3 * real + 100


@pytest.mark.parametrize("unit", ["<p><b a={n}>c", "<li><i a={n}>c", "<div><font color={n}>c</div>"])
def test_what_is_never_closed_takes_no_more_than_other_elements(unit: str) -> None:
    text = "<!doctype html><body>" + "".join(unit.replace("{n}", str(number)) for number in range(20_000))
    with at_most(5):
        page = of_page(text)
    assert page.beyond is not None
    assert sum(line.count("c") for line in page.lines) >= 20_000


@pytest.mark.parametrize(
    "unit", ["<p>w{n}\n", "<div>w{n}</div>", "<b>w{n} ", "<td>w{n}\n", "<li>w{n}", "<h2>w{n}?</h2>\n"]
)
def test_each_word_of_a_dense_page_is_there(unit: str) -> None:
    count = most_elements(0) + 5_000
    text = "<!doctype html><html><body>\n" + "".join(unit.replace("{n}", str(n)) for n in range(count))
    page = of_page(text)
    assert page.beyond is not None
    words = {word.rstrip("?").lstrip("#*") for line in page.lines for word in line.replace("*", " ").split()}
    assert {f"w{n}" for n in range(count)} <= words
    assert page.numbers == sorted(page.numbers)


def test_a_large_page_as_people_write_them_is_read_whole() -> None:
    paragraph = "<p class='text'>Some words of a paragraph, with <a href='https://a.example/b'>a link</a> in it.</p>\n"
    assert of_page("<!doctype html><html><body>" + paragraph * 10_000).beyond is None


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "<script", "<script>", "<style>", "<!", "<?", "<a ", "&", "&#", "</a", "<template>"]
)
def test_plain_reading_takes_time_with_the_length(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with at_most(4):
        for _ in plain_lines(text, 0):
            pass
