"""What list, search, show and check print, where they print it, and the code they end with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.workshop import WORKSHOP

SGR = re.compile(r"\x1b\[[0-9;]*m")


# list


def test_list_has_each_question_with_its_id_on_one_line_under_its_category(faqtui):
    code, out, err = faqtui("list")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Workshop (5 questions)"
    assert lines[lines.index("Glue (2)") + 1] == "  How do I thin wood glue?\thow-do-i-thin-wood-glue"
    assert len([line for line in lines if line.startswith("  ")]) == 5


def test_plain_faqtui_without_a_terminal_prints_the_list(faqtui):
    assert faqtui() == faqtui("list")


def test_plain_faqtui_without_a_terminal_shows_what_it_was_asked_for(faqtui):
    assert faqtui("--query", "thin glue") == faqtui("search", "thin", "glue")
    assert faqtui("--open", "how-do-i-thin-wood-glue") == faqtui("show", "how-do-i-thin-wood-glue")


def test_on_a_colour_terminal_ids_are_dim_and_namesakes_are_told_apart(faqtui):
    out = faqtui("list", terminal=True).out
    assert "\x1b[2mhow-do-i-thin-wood-glue\x1b[0m" in out
    told = re.compile(r"\x1b\[2m [·-] [^\x1b]*\x1b\[0m")
    assert len(told.findall(out)) == sum("~" in line for line in faqtui("list").out.splitlines())
    assert SGR.sub("", told.sub("", out)).split() == faqtui("list").out.split()


@pytest.mark.parametrize("columns", [24, 40, 200])
def test_on_a_terminal_the_questions_of_list_are_broken_between_words(faqtui, path, columns):
    question = "Where do the long planks of oak go that nobody has sawn since the winter before last?"
    path.write_text(f"# W\n\n## {question}\n\nOut.\n")
    out = faqtui("list", terminal=True, env={"COLUMNS": str(columns), "NO_COLOR": "1"}).out
    told = [line for line in out.splitlines()[3:] if not line.strip().startswith("where-")]
    assert all(len(line) <= columns or columns == 200 for line in told)
    assert " ".join(" ".join(told).split()).startswith(question)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("arguments", [["list"], ["search", "saw"], ["show", "thin glue"], ["check"], ["keys"]])
def test_without_colours_a_terminal_gets_no_escape_sequence(faqtui, env, arguments):
    assert "\x1b" not in faqtui(*arguments, terminal=True, env=env).out


def test_a_terminal_without_utf8_gets_ascii_and_escapes(faqtui, path):
    path.write_text(WORKSHOP.replace("wood glue", "wood glue é"))
    out = faqtui("list", terminal=True, env={"LC_ALL": "C"}).out
    assert out.isascii()
    assert "wood glue \\xe9?" in out


def test_a_pipe_gets_utf8_whatever_the_locale_says(faqtui, path):
    path.write_text(WORKSHOP.replace("wood glue", "wood glue é"))
    assert "wood glue é?" in faqtui("list", env={"LC_ALL": "C"}).out


# search


def test_search_prints_question_category_id_and_the_matching_line(faqtui, path):
    code, out, err = faqtui("search", "acetone")
    assert (code, err) == (0, "")
    question, snippet, about = out.splitlines()
    assert question == "Which glue holds oily wood?"
    number = WORKSHOP.splitlines().index("Epoxy, after wiping the wood with acetone. `teak` needs it most.") + 1
    assert snippet.startswith("  Epoxy, after wiping")
    assert about == f"  Glue · which-glue-holds-oily-wood · {path}:{number}"


def test_matched_letters_are_marked_on_a_colour_terminal(faqtui):
    out = faqtui("search", "glu", terminal=True).out
    assert "\x1b[1;4;35mglu\x1b[0m" in out
    piped = faqtui("search", "glu").out
    assert SGR.sub("", out).replace(" ·", "").split() == piped.replace(" ·", "").split()


@pytest.mark.parametrize("columns", [20, 40, 61])
@pytest.mark.parametrize("command", [("search", "glu"), ("show", "which glue")])
def test_on_a_terminal_lines_break_at_words(faqtui, columns, command):
    out = SGR.sub("", faqtui(*command, terminal=True, env={"COLUMNS": str(columns)}).out)
    piped = faqtui(*command).out
    assert max(len(line) for line in out.splitlines() if "/" not in line and "-" not in line) <= columns
    words = set(piped.split())
    assert [word for word in out.split() if word.isalpha() and word not in words] == []


def test_more_hits_than_the_limit_are_told_on_standard_error(faqtui):
    code, _, err = faqtui("search", "saw", "--limit", "1")
    assert code == 0
    assert err == "faqtui: the best 1 of 3; --limit 3 shows all\n"
    assert len(faqtui("search", "saw", "--limit=1", "--json").json["hits"]) == 1


def test_a_limit_of_zero_counts_only(faqtui):
    result = faqtui("search", "saw", "--limit", "0", "--json")
    assert (result.code, result.json["total"], result.json["hits"]) == (0, 3, [])


def test_without_a_strong_hit_search_says_so_and_exits_with_1(faqtui):
    code, out, err = faqtui("search", "xylophone")
    assert code == 1
    assert (out, err) == ("", "faqtui: nothing matches: xylophone\n")


def test_weak_hits_are_introduced_as_the_nearest(faqtui):
    code, out, err = faqtui("search", "how do i")
    assert code == 1
    assert err == "faqtui: no close match; nearest:\n"
    assert "How do I" in out


@pytest.mark.parametrize("words", [["--", "--thin"], ["--thin"], ["glue", "--thin", "-x1"], ["-5"], [""], ["-"]])
def test_whatever_is_typed_is_searched_for(faqtui, words):
    result = faqtui("search", "--json", *words)
    assert result.code in (0, 1)
    assert result.json["query"] == " ".join(word for word in words if word != "--")


def test_a_query_that_is_no_text_comes_back_as_valid_json(faqtui):
    result = faqtui("search", "--json", "saw\udc80\x1b\u202e")
    assert result.json["query"] == "saw\udc80\x1b\u202e"
    assert result.out.isascii()


def test_a_batch_gives_an_object_for_each_line_in_order_blank_ones_too(faqtui, tmp_path):
    queries = b"thin glue\n\nxylophone\r\n  saw\nlast without an end"
    (tmp_path / "queries.txt").write_bytes(queries)
    wanted = ["thin glue", "", "xylophone", "  saw", "last without an end"]
    for outcome in (
        faqtui("search", "--batch", "-", stdin=queries),
        faqtui("search", "--batch", tmp_path / "queries.txt", "--json"),
    ):
        assert outcome.code == 0
        assert [result["query"] for result in outcome.json_lines] == wanted
        assert outcome.json_lines[0]["hits"][0]["question"] == "How do I thin wood glue?"


def test_a_batch_of_bytes_that_are_no_text_is_answered_all_the_same(faqtui):
    outcome = faqtui("search", "--batch", "-", stdin=b"\xff\xfe\n\x00\x85\nsaw\n")
    assert len(outcome.json_lines) == 3
    assert outcome.out.count("\n") == len(outcome.out.splitlines()) == 3


def test_an_empty_batch_has_no_answer(faqtui):
    assert faqtui("search", "--batch", "-") == (0, "", "")


def test_a_batch_that_cannot_be_read_is_told(faqtui, tmp_path):
    code, out, err = faqtui("search", "--batch", tmp_path / "gone.txt")
    assert (code, out) == (2, "")
    assert err.startswith(f"faqtui: {tmp_path}/gone.txt: ")


# show


def test_show_prints_question_answer_and_where_it_stands(faqtui, path):
    code, out, err = faqtui("show", "how-do-i-thin-wood-glue")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "How do I thin wood glue?"
    assert lines[1].startswith("Glue · ")
    assert "Add cold water, a tenth at most." in out
    assert "glue --thin 10%" in out
    assert lines[-1] == f"how-do-i-thin-wood-glue · {path}:9"


def test_show_gives_the_markdown_as_written(faqtui):
    out = faqtui("show", "how-do-i-thin-wood-glue", "--format", "markdown").out
    assert out.startswith("# How do I thin wood glue?\n\nAdd *cold* water")
    assert out.endswith("```sh\nglue --thin 10%\n```\n")


def test_show_gives_an_entry_as_json(faqtui):
    entry = faqtui("show", "how-do-i-thin-wood-glue", "--format", "json").json
    assert entry.pop("schema") == 1
    assert entry == faqtui("list", "--json").json["entries"][0]


def test_ansi_is_for_colour_terminals_and_for_those_who_ask(faqtui):
    assert "\x1b[" not in faqtui("show", "thin glue").out
    for outcome in (faqtui("show", "thin glue", "--format", "ansi"), faqtui("show", "thin glue", terminal=True)):
        assert outcome.out.startswith("\x1b[1mHow do I thin wood glue?\x1b[0m\n")
    assert "\x1b[" not in faqtui("show", "thin glue", "--format", "text", terminal=True).out


def test_show_keeps_to_the_width_of_the_terminal(faqtui):
    out = faqtui("show", "oily wood", terminal=True, env={"COLUMNS": "40", "NO_COLOR": "1"}).out
    answer = out.split("\n\n")[1]
    assert answer.count("\n") >= 1
    assert max(len(line) for line in answer.splitlines()) <= 40


def test_show_takes_the_best_hit_of_a_query_of_several_words(faqtui):
    assert faqtui("show", "oily", "wood").out.startswith("Which glue holds oily wood?\n")


def test_show_follows_the_name_of_an_id_whose_answer_has_changed_and_says_so(faqtui):
    one = faqtui("show", "how-do-i-sharpen-a-saw~000000")
    assert one.code == 0
    assert one.err.splitlines()[0].startswith("faqtui: no entry has the id how-do-i-sharpen-a-saw~000000:")
    assert "2 entries are called how-do-i-sharpen-a-saw;" in one.err


def test_show_takes_the_first_of_namesakes_and_says_so(faqtui):
    code, out, err = faqtui("show", "how-do-i-sharpen-a-saw")
    assert code == 0
    assert "triangular file" in out
    first, second = [entry["id"] for entry in faqtui("list", "--json").json["entries"] if "sharpen" in entry["id"]]
    assert err == f"faqtui: 2 entries are called how-do-i-sharpen-a-saw; this is {first}, not {second}\n"
    assert "grinder" in faqtui("show", second).out


def test_show_without_a_strong_hit_names_the_nearest_and_exits_with_1(faqtui):
    code, out, err = faqtui("show", "how do i")
    assert (code, out) == (1, "")
    assert err.startswith("faqtui: no close match; nearest:\nfaqtui:   How do I")
    assert faqtui("show", "xylophone") == (1, "", "faqtui: no entry has the id or matches the query: xylophone\n")


# check


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.md"
    path.write_text("---\ntitle: [unclosed\n---\n\n" + WORKSHOP.partition("---\n\n")[2] + "\n### An empty question?\n")
    return path


def test_check_prints_a_line_for_each_diagnostic(faqtui, faulty):
    code, out, err = faqtui("check", faulty)
    diagnostics = faqtui("check", faulty, "--json").json["diagnostics"]
    assert diagnostics
    assert out.splitlines() == [
        f"{d['path']}:{d['line']}: {d['severity']} {d['code']} {d['message']}" for d in diagnostics
    ]
    assert code == int(any(d["severity"] == "error" for d in diagnostics))
    assert re.fullmatch(r"faqtui: \d+ entries, .*\d+ \w+\n", err)


def test_check_selects_and_ignores_codes(faqtui, faulty):
    def codes(*arguments: str) -> list[str]:
        return [d["code"] for d in faqtui("check", faulty, "--json", *arguments).json["diagnostics"]]

    every = codes()
    one = every[0]
    rest = [code for code in every if code != one]
    assert rest
    assert codes("--select", one) == [code for code in every if code == one]
    assert codes("--select", f"{one},{rest[0]}") == codes("--select", one, "--select", rest[0].upper())
    assert codes("--ignore", one) == rest
    assert codes("--select", one, "--ignore", one) == []


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_check_refuses_a_code_that_there_is_not_and_names_the_nearest(faqtui, faulty, option):
    code, out, err = faqtui("check", faulty, option, "bare-urls")
    assert (code, out) == (2, "")
    assert err == "faqtui: check: no diagnostic has the code bare-urls; did you mean bare-url?\n"


@pytest.mark.parametrize("code", ["xx", "zzzzzz", "x" * 200, "E501"])
def test_check_takes_no_code_for_another_that_it_is_not_like(faqtui, faulty, code):
    told = f"no diagnostic has the code {code.lower()}; `faqtui check --explain all` names those there are"
    assert faqtui("check", faulty, "--select", code) == (2, "", f"faqtui: check: {told}\n")


def test_check_explains_codes_without_reading_a_faq(faqtui, tmp_path):
    code, out, err = faqtui("check", tmp_path / "absent.md", "--explain", "bare-url,Unclosed-Fence")
    assert (code, err) == (0, "")
    first, second = out.splitlines()
    assert first.startswith("bare-url (info): An address")
    assert second.startswith("unclosed-fence (error): Everything after a fence")
    every = faqtui("check", "--explain", "all").out.splitlines()
    assert {first, second} < set(every)


def test_check_exits_with_1_only_for_errors_that_are_shown(faqtui, faulty):
    diagnostics = faqtui("check", faulty, "--json").json["diagnostics"]
    errors = {d["code"] for d in diagnostics if d["severity"] == "error"}
    assert errors
    assert faqtui("check", faulty).code == 1
    assert faqtui("check", faulty, "--ignore", ",".join(errors)).code == 0


def test_check_has_nothing_to_say_of_a_good_faq(faqtui, path):
    path.write_text(WORKSHOP.partition("\n### How do I sharpen a saw?\n\nSend")[0])
    assert faqtui("check") == (0, "", "faqtui: 4 entries, nothing to report\n")


# content that cannot be read


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["search", "saw"], ["show", "oily wood"], []])
def test_what_can_be_read_is_shown_the_rest_is_told_and_the_code_is_2(faqtui, path, tmp_path, arguments):
    whole = faqtui(*arguments)
    partly = faqtui(*arguments, "--content", path, "--content", tmp_path / "gone.md")
    assert partly.out == whole.out
    assert partly.code == 2
    assert f"faqtui: {tmp_path}/gone.md: " in partly.err
    assert partly.err.count("\n") == whole.err.count("\n") + 1


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["search", "saw"], ["show", "saw"], [], ["list", "--json"]])
def test_nothing_readable_is_one_line_for_each_source(faqtui, tmp_path, arguments):
    code, out, err = faqtui(*arguments, "--content", tmp_path / "gone.md", "--content", tmp_path / "lost.md")
    assert (code, out) == (2, "")
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{tmp_path}/gone.md", f"{tmp_path}/lost.md"]


def test_closed_standard_input_is_a_content_error(faqtui):
    code, _, err = faqtui("list", "-", stdin=None)
    assert (code, err) == (2, "faqtui: -: standard input is closed\n")


# hostile text


HOSTILE = "## How do I \x1b]52;c;eA==\x07 ring\x9b31m \u202e?\n\nBell \x1b[2J.\n\n## And then?\n\nNothing \x07.\n"


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["search", "ring"], ["show", "ring"], ["list", "--json"], ["show", "ring", "--format", "markdown"]],
)
@pytest.mark.parametrize("terminal", [True, False])
def test_no_control_character_of_the_content_comes_out(faqtui, path, arguments, terminal):
    path.write_text(HOSTILE)
    outcome = faqtui(*arguments, terminal=terminal)
    assert outcome.code == 0
    text = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", outcome.out) if terminal else outcome.out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_raw_leaves_them_for_a_pipe_and_for_a_pipe_only(faqtui, path):
    path.write_text(HOSTILE)
    assert "\x1b]52;c;eA==\x07 ring\x9b31m" in faqtui("list", "--raw").out
    assert "\x1b]52" not in faqtui("list", "--raw", terminal=True).out
    assert "\x1b]52;c;eA==\x07" in faqtui("list", "--raw", "--json").json["entries"][0]["question"]


def test_what_is_said_of_a_hostile_argument_is_safe(faqtui, tmp_path):
    for arguments in (["list", "gone\x1b]52;c;eA==\x07.md"], ["show", "xylo\x1b[2J"], ["list", "--\x1b[2J"]):
        assert "\x1b" not in faqtui(*arguments).err


# the saved library


def test_the_second_run_uses_the_saved_library_and_says_the_same(faqtui):
    first = faqtui("list", "--json")
    assert len(faqtui.saved) == 1
    assert faqtui("list", "--json") == first
    assert len(faqtui.saved) == 1


def test_secure_mode_writes_nothing(faqtui):
    for arguments in (["list"], ["search", "saw"], ["show", "saw"], ["check"], ["--secure"]):
        faqtui(*arguments, env={"FAQTUI_SECURE": "1"})
    faqtui("--secure")
    assert faqtui.saved == []


def test_standard_input_is_not_saved(faqtui):
    assert json.loads(faqtui("list", "-", "--json", stdin=WORKSHOP.encode()).out)["title"] == "Workshop"
    assert faqtui.saved == []


def test_a_theme_for_sessions_that_is_not_there_is_refused(faqtui, tmp_path):
    code, out, err = faqtui("zygote", "--theme", "pink", "--socket", tmp_path / "s")
    assert (code, out) == (2, "")
    assert "there is no theme pink; there are ansi, auto, dark, light, none" in err


@pytest.mark.parametrize("columns", ["40", "80"])
def test_on_a_terminal_an_explanation_is_broken_between_words(faqtui, columns):
    told = faqtui("check", "--explain", "empty-answer").out
    out = faqtui("check", "--explain", "empty-answer", terminal=True, env={"COLUMNS": columns, "NO_COLOR": "1"}).out
    assert max(map(len, out.splitlines())) <= int(columns)
    assert out.split() == told.split()
