"""Questions that scripts hold as data are read, and the program around them is not."""

from __future__ import annotations

import pytest

from faqtui.formats import convert
from faqtui.formats.detect import SCRIPTS
from faqtui.formats.likely import is_content
from faqtui.model import Document
from faqtui.parsing import parse_library
from faqtui.sources import SCRIPTS as WALKED
from faqtui.sources import read
from support.speed import at_most

PAIRS = [("Who bakes?", "Ann, since\nspring."), ("When is it open?", "From six on.")]

HELD = {
    "a.ts": "type Q = { q: string }\nconst menu = [{ label: 'Home', href: '/' }]\nexport const faqs: Q[] = [\n"
    "  { q: 'Who bakes?', a: `Ann, since\n    spring.` },  // ours\n  { q: \"When is it open?\", a: 'From ' + 'six on.' },\n]\n",
    "a.tsx": "export default function Faq() {\n  const [open, setOpen] = useState<number[]>([])\n  return <List items={[\n"
    "    { title: 'Who bakes?', content: <>Ann, since\n    spring.</> },\n"
    '    { title: "When is it open?", content: <p>From{" "}six on.</p> },\n  ]} />\n}\n',
    "a.vue": "<template><p>{{ title }}</p></template>\n<script>\nexport default {\n  data() {\n    return { open: null, rows: [\n"
    "      { question: 'Who bakes?', answer: 'Ann, since\\nspring.' },\n"
    "      { question: 'When is it open?', answer: 'From six on.' } ] }\n  },\n}\n</script>\n",
    "a.php": "<?php\nreturn [\n  # the bakery\n  ['question' => 'Who bakes?', 'answer' => \"Ann, since\\nspring.\"],\n"
    "  array( 'question' => __( 'When is it open?', 'bread' ), 'answer' => 'From ' . 'six on.' ),\n];\n",
    "a.py": 'FAQ = [\n    {"question": "Who bakes?", "answer": """Ann, since\n    spring."""},\n'
    '    {"question": "When is it open?", "answer": "From " "six on."},\n]\n\n\ndef find(word):\n    return [q for q in FAQ]\n',
    "faq.js": "module.exports = { 'Who bakes?': 'Ann, since\\nspring.', 'When is it open?': 'From six on.' }\n",
}


@pytest.mark.parametrize("path", HELD)
def test_literals_that_ask_are_questions(path: str) -> None:
    found = convert(path, HELD[path])
    assert found is not None
    assert [(one.question, "\n".join(text for _, text in one.lines)) for one in found.asked or ()] == PAIRS
    assert not found.texts
    places = [HELD[path].split("\n")[one.start] for one in found.asked or ()]
    assert all(question in place for (question, _), place in zip(PAIRS, places, strict=True))


@pytest.mark.parametrize("path", HELD)
def test_a_directory_has_scripts_that_are_called_a_faq(path: str) -> None:
    assert is_content(path, HELD[path].encode())


def test_titles_of_groups_are_categories() -> None:
    text = (
        "export const groups = [\n  { title: 'Bread', icon: Loaf, items: [{ q: 'Who?', a: 'Ann.' }] },\n"
        "  { title: 'Cake', icon: <Cake size={12} />, items: [{ q: 'When?', a: 'Now.' }] },\n] as const\n"
    )
    found = convert("faq.ts", text)
    assert [(one.question, one.path) for one in found.asked] == [("Who?", ("Bread",)), ("When?", ("Cake",))]


def test_what_is_called_a_faq_need_not_ask() -> None:
    text = (
        "export const faq = [{ title: 'Prices', body: 'Four.' }, { title: 'Opening', body: 'Six.' }]\n"
        "export const features = [{ title: 'Light', body: 'Of rye.' }, { title: 'Dark', body: 'Of oat.' }]\n"
    )
    assert [one.question for one in convert("data.ts", text).asked] == ["Prices", "Opening"]


PROGRAMS = {
    "options": "const options = [{ name: 'a', value: 'b' }, { name: 'c', value: 'd' }]\n",
    "functions": "export const rules = [{ name: 'ask', run(question) { return prompt(question) } }, { answer: () => 1 }]\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_without_questions_is_no_faq(name: str) -> None:
    assert convert("faq.ts", PROGRAMS[name]).asked == []
    assert not is_content("faq.ts", PROGRAMS[name].encode())


SHOWN = {
    "beside a key": "{ q: t('faq.q1', 'Who bakes?'), a: t('faq.a1', 'Ann.') }",
    "one of two": "{ q: german ? 'Who bakes?' : 'Wer denn?', a: german ? 'It is Ann.' : 'Ann ist es.' }",
    "a last resort": "{ q: said.q ?? 'Who bakes?', a: said.a || 'It is Ann.' }",
    "in elements": "{ q: 'Who bakes?', a: <><Link to='/ann' onClick={() => go({ a: 1 })}>Ann</Link>&nbsp;does.</> }",
    "in styles": "{ q: 'Who bakes?', a: <div style={{ color: 'red' }}><p>Ann{' '}does.</p></div> }",
    "in a dictionary": "{ 'question_en': 'Who bakes?', 'answer_en': 'Ann.', 'question_de': 'Wer?', 'answer_de': 'Anna.' }",
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_program_would_show_is_read(name: str) -> None:
    found = convert("a.tsx", f"const items = [\n  {SHOWN[name]},\n  {SHOWN[name].replace('Who', 'What')},\n]\n")
    assert [one.question for one in found.asked] == ["Who bakes?", "What bakes?"]
    assert all("Ann" in one.lines[0][1] and "{" not in one.lines[0][1] for one in found.asked)


CHOSEN = {
    "answers": ("{ q: 'Who?', a: x ? 'It is Ann.' : 'It is Ben.' }", ["It is Ann.", "", "It is Ben."]),
    "three answers": ("{ q: 'Who?', a: x ? 'Ann.' : y ? 'Ben.' : 'Cem.' }", ["Ann.", "", "Ben.", "", "Cem."]),
    "questions": ("{ q: x ? 'Who?' : 'Whom?', a: 'Ann.' }", ["Ann.", "", "**or:** Whom?"]),
    "names of programs": ("{ q: 'Who?', a: 'Ann.', kindOf: x ? 'primary' : 'secondary' }", ["Ann."]),
}


@pytest.mark.parametrize("name", CHOSEN)
def test_all_texts_that_a_program_chooses_from_are_read(name: str) -> None:
    written, lines = CHOSEN[name]
    (asked,) = convert("faq.ts", f"const faqs = [{written}]").asked
    assert (asked.question, [text for _, text in asked.lines]) == ("Who?", lines)


MARKUP = {
    "titles": "<section>\n    {/* x */}\n    <h3>Who bakes?</h3>\n    <p>Ann <Link to='/a'>does</Link>.</p>\n"
    "    <h3>When?</h3>\n    <p>From <b>six</b> on.</p>\n  </section>",
    "folds": "<>\n  <details><summary>Who bakes?</summary>Ann does.</details>\n  <details>\n    <summary>When?</summary>\n"
    "    <p>From <b>six</b> on.</p>\n  </details>\n</>",
    "terms": "<dl>\n  <dt>Who bakes?</dt><dd>Ann does.</dd>\n  <dt>When?</dt>\n  <dd>From <b>six</b> on.</dd>\n</dl>",
    "components": "<Faq>\n    <Question title='Who bakes?'>\n      Ann does.\n    </Question>\n"
    "    <Question title='When?'>From **six** on.</Question>\n  </Faq>",
}


@pytest.mark.parametrize("name", MARKUP)
@pytest.mark.parametrize(
    "head", ["export default function Faq() {\n  return (\n    %s\n  );\n}\n", "const A = () => %s;\n"]
)
def test_questions_in_the_markup_of_jsx_are_read_without_its_program(name: str, head: str) -> None:
    library = parse_library([Document("faq.tsx", "import { Link } from 'x';\n\n" + head % MARKUP[name], 0)])
    assert [entry.question for entry in library.entries] == ["Who bakes?", "When?"]
    assert [" ".join(entry.answer.split()).replace("[does](/a)", "does") for entry in library.entries] == [
        "Ann does.",
        "From **six** on.",
    ]
    assert library.introduction is None


def test_control_characters_of_strings_are_no_letters() -> None:
    found = convert("faq.ts", r"const faqs = [{ q: 'Who\b bakes?', a: 'Ann\v,\f Ben\0.' }]")
    assert [(one.question, one.lines[0][1]) for one in found.asked] == [("Who bakes?", "Ann, Ben.")]


COMPONENTS = {
    "a.svelte": "<script>\n  const no = '<h2>Why?</h2>'\n</script>\n\n<h2>Who bakes?</h2>\n<p>Ann.</p>\n"
    "<h2>When is it open?</h2>\n<p>From <b>six</b> on.</p>\n<style>\n  h2 { color: red }\n</style>\n",
    "a.astro": "---\nimport Layout from './Layout.astro'\n---\n<Layout>\n<details><summary>Who bakes?</summary>Ann.</details>\n"
    "<details><summary>When is it open?</summary><p>From <b>six</b> on.</p></details>\n</Layout>\n",
    "a.vue": '<template>\n<dl>\n<dt :class=\'x\' @click="open > 1">Who bakes?</dt>\n<dd v-if="open > 1">Ann.</dd>\n'
    "<dt>When is it open?</dt>\n<dd>From <b>six</b> on.</dd>\n</dl>\n</template>\n<script setup>\nlet a = 1 < 2\n</script>\n",
}


@pytest.mark.parametrize("path", COMPONENTS)
def test_the_markup_of_components_is_a_page(path: str) -> None:
    found = parse_library([Document(path, COMPONENTS[path])])
    assert [(e.question, e.answer) for e in found.entries] == [
        ("Who bakes?", "Ann."),
        ("When is it open?", "From **six** on."),
    ]
    lines = COMPONENTS[path].split("\n")
    assert all(entry.question in lines[entry.source.start_line - 1] for entry in found.entries)
    assert not found.text


def test_markup_without_data_is_read_as_it_was() -> None:
    assert convert("faq.vue", "<template><details><summary>Who?</summary>Ann.</details></template>") is None
    assert convert("faq.vue", '<h2>A</h2><h2>B</h2><Fold title="Who?">Ann.</Fold>') is None
    assert convert("faq.php", "<?php get_header(); ?>\n<h2>Who?</h2>\n<p>Ann.</p>\n") is None


def test_what_a_program_fills_in_is_no_question() -> None:
    text = "add({ question: `What is ${name}?`, answer: 'So.' })\n"
    text += "export const faqs = [{ q: 'Who?', a: 'Ann.' }, { q: 'Why?', a: 'So.' }]\n"
    assert [one.question for one in convert("faq.ts", text).asked] == ["Who?", "Why?"]


def test_a_directory_is_looked_through_for_scripts_by_their_names(tmp_path) -> None:
    text = HELD["a.ts"]
    for name in ("FaqData.ts", "menu.ts", "faq.test.ts", "my-faqs.js"):
        (tmp_path / name).write_text(text)
    (tmp_path / "faq-page.tsx").write_text("export default () => <Faq items={faqs} />\n")
    assert sorted(file.path.rpartition("/")[2] for file in read([str(tmp_path)])[0]) == ["FaqData.ts", "my-faqs.js"]
    assert WALKED - {".arb", ".po", ".properties"} == SCRIPTS


def test_a_bracket_that_closes_another_ends_what_it_stands_in_at_once() -> None:
    with at_most(1):
        for text in ("a=[{q:'Who?'],}", "faq = [ } ]", "x({a: [1, ) })"):
            assert convert("faq.ts", text).asked == []


ENDLESS = [
    "[<a,",
    "=[{a:",
    "x={a:{b(){",
    "a=[<b>{",
    "'",
    "`",
    "/*",
    "((",
    "=[f(",
    "a={b:[1,2,3],c(){},",
    "['a' + ",
    "=[<a b={c}>",
    "=[{q:'a?',a:<p>",
    '"""a',
    "f(b, {a: 1});",
]


@pytest.mark.parametrize("part", ENDLESS)
def test_a_script_takes_time_with_its_length(part: str) -> None:
    with at_most(3):
        convert("faq.ts", (part * 100_000)[:100_000])
