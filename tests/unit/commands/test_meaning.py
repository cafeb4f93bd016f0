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
