"""Attributes whose values are code in braces: text and paths are read out of it where they are plain, the rest is not shown."""

from __future__ import annotations

import pytest

from faqtui.markdown.inline import inline
from faqtui.markdown.scan import Scan
from faqtui.render import lay_out, parse_answer


def shown(markdown: str) -> str:
    layout = lay_out(parse_answer(markdown), 200)
    layout.finish()
    return "\n".join(layout.line(index).text for index in range(layout.height))


CASES = [
    ("<Image src={require('./x.png').default} alt=\"The pump\" />", "[image: The pump] (./x.png)", "The pump"),
    ("<img src={useBaseUrl('/img/a.png')} alt=\"Valve\"/>", "[image: Valve] (/img/a.png)", "Valve"),
    ('<img src={require("./a.png")} alt={"Valve"} />', "[image: Valve] (./a.png)", "Valve"),
    ("<Image alt={`Tap`} src={`/tap.png`}/>", "[image: Tap] (/tap.png)", "Tap"),
    ('<Image src={pump} alt="The pump" />', "[image: The pump]", "The pump"),
    ('<Image src={`${base}/x.png`} alt="The pump" />', "[image: The pump]", "The pump"),
    ('<Image src={{light: {url: l("x")}}} alt="The pump" />', "[image: The pump]", "The pump"),
    ('<Image style={{width: "4em"}} alt="The pump" src="/a.png"/>', "[image: The pump] (/a.png)", "The pump"),
    ('<Button onClick={() => go({a: 1})} label="Go" />', "Go", "Go"),
    ('<img\n  src={require("./a.png").default}\n  alt="Lines"\n/>', "[image: Lines] (./a.png)", "Lines"),
]


@pytest.mark.parametrize(("text", "seen", "plain"), CASES)
def test_an_attribute_in_braces_is_read_whole(text: str, seen: str, plain: str) -> None:
    assert shown(text) == seen
    assert shown(f"See {text} here").replace("\n", " ") == f"See {seen} here"
    assert shown(f"- See {text}").replace("\n", " ") == f"• See {seen}"
    assert " ".join(inline(f"See {text} here")[0].split()) == f"See {plain} here"
    assert "".join(inline(block.text)[0] for block in Scan(text.split("\n")).blocks).strip() == plain


def test_a_link_leads_where_its_braces_plainly_say() -> None:
    assert [link.url for link in parse_answer('<Link to={useBaseUrl("/faq")}>faq</Link> <a href={x}>y</a>').links] == [
        "/faq"
    ]
    assert [link.url for link in inline('<Link to={useBaseUrl("/faq")}>faq</Link> <a href={x}>y</a>')[1]] == ["/faq"]


@pytest.mark.parametrize(
    "text", ["a {b} <T> c={d}", "Set <NAME={x> or {{.data}}", "<img src={ and nothing", "f(x) = {y}"]
)
def test_braces_of_no_attribute_are_text(text: str) -> None:
    assert shown(text) == text == inline(text)[0]
