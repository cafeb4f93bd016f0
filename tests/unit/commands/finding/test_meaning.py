"""Sentences that commands find by what they mean, with the real model."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from support.meanings import model_place

FAQ = """# Platform

## How do I roll back a deployment?

Choose the last good version and press the arrow.

## Where are the logs of a build?

On the page of the build, below the steps.

## Can I log in with OIDC instead of an access key?

Yes: the token is exchanged for short-lived credentials.

## How many builds run at once?

Eight for each team.
"""


@pytest.fixture
def faqtui(tmp_path):
    (tmp_path / "faq.md").write_text(FAQ)
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONPATH": model_place()}

    def run(*arguments, given=""):
        command = [sys.executable, "-m", "faqtui", *arguments, "--content", str(tmp_path / "faq.md")]
        return subprocess.run(command, capture_output=True, text=True, input=given, env=environment)

    run.home = tmp_path
    return run


UNDO = "undo a release that went wrong"


def test_a_paraphrase_finds_the_answer_and_json_says_what_found_it(faqtui):
    by_words = json.loads(faqtui("search", *UNDO.split(), "--json", "--no-meaning").stdout)
    assert by_words["total"] == 0
    found = json.loads(faqtui("search", *UNDO.split(), "--json").stdout)
    first = found["hits"][0]
    assert (first["question"], first["by"]) == ("How do I roll back a deployment?", "meaning")
    assert first["matches"] == {"question": []}


def test_each_line_of_a_batch_is_found_by_what_fits_it(faqtui):
    done = faqtui(
        "search", "--batch", "-", "--json", given="build logs\nsign in without a stored secret\nlogs of a build\n"
    )
    rows = [json.loads(line)["hits"][0] for line in done.stdout.splitlines()]
    assert [row["question"].split()[0] for row in rows] == ["Where", "Can", "Where"]
    assert rows[0]["by"] == rows[2]["by"] == "words"


def test_a_question_about_something_else_has_no_close_match(faqtui):
    done = faqtui("search", "how", "long", "do", "I", "boil", "an", "egg")
    assert done.returncode == 1
    assert "no close match" in done.stderr


def test_vectors_are_kept_for_the_next_run(faqtui):
    faqtui("search", *UNDO.split())
    [kept] = (faqtui.home / ".cache" / "faqtui" / "vectors").iterdir()
    written = kept.stat().st_mtime_ns
    faqtui("search", *UNDO.split())
    assert kept.stat().st_mtime_ns == written


def test_show_prints_what_a_sentence_means(faqtui):
    assert "last good version" in faqtui("show", "going back to the previous version of a deployment").stdout


def test_doctor_says_which_model_there_is_and_how_long_a_sentence_takes(faqtui):
    faqtui("search", *UNDO.split())
    told = json.loads(faqtui("doctor", "--json").stdout)["meaning"]
    assert told["model"] == "all-MiniLM-L6-v2 int8"
    assert told["problem"] is None
    assert told["vectors"] == 4
    assert 0 < told["query_ms"] < told["load_ms"]
    assert "vectors are kept of 4 of 4 questions" in faqtui("doctor").stdout


def test_check_tells_of_entries_that_ask_the_same_in_other_words(faqtui):
    text = FAQ + "\n## How can I roll a deployment back?\n\nIn the list of versions, with the arrow beside it.\n"
    (faqtui.home / "faq.md").write_text(text)
    [line] = [line for line in faqtui("check").stdout.splitlines() if "same-meaning" in line]
    assert line.startswith(f"{faqtui.home}/faq.md:3: info same-meaning")
    assert "faq.md:19" in line
    assert "same-meaning" not in faqtui("check", "--no-meaning").stdout


def test_a_library_that_is_built_has_its_vectors_beside_it(faqtui):
    built = faqtui.home / "built.library"
    assert faqtui("build", "-o", str(built)).returncode == 0
    assert (faqtui.home / "built.library.minilm.vectors").is_file()
    assert faqtui("build", "-o", str(faqtui.home / "bare"), "--no-meaning").returncode == 0
    assert not list(faqtui.home.glob("bare.*"))
    script = (
        "import sys; from pathlib import Path; from faqtui.faq import from_file\n"
        "faq = from_file(Path(sys.argv[1]))\n"
        "assert faq.meaning.is_complete()\n"
        f"print(faq.search({UNDO!r}, finished=True, by_meaning=True)[0].entry.question)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(built)], capture_output=True, text=True, env={"PYTHONPATH": model_place()}
    )
    assert done.stdout == "How do I roll back a deployment?\n", done.stderr
