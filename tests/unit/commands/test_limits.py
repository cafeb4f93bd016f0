"""Little memory, few descriptors, endless input: said in one line, and what can be done is done."""

from __future__ import annotations

import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from support.workshop import WORKSHOP

MEMORY = 90_000_000
"""Bytes of address space: less than the largest file that is read."""


@pytest.fixture
def faq(tmp_path: Path) -> Path:
    file = tmp_path / "workshop.md"
    file.write_text(WORKSHOP)
    return file


def run(
    home: Path, *arguments: str | Path, limits: Sequence[tuple[int, int]] = (), **how: object
) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        for what, most in limits:
            resource.setrlimit(what, (most, most))

    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "faqtui", *map(str, arguments)],
        **{
            "capture_output": True,
            "text": True,
            "timeout": 60,
            "preexec_fn": limit,
            # Python would write half of its own files too, and believe them afterwards.
            "env": {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            **how,
        },
    )


@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("search", "glue", "--content"), ("show", "glue", "--content")]
)
def test_a_small_file_takes_little_memory(tmp_path, faq, command):
    done = run(tmp_path, *command, faq, limits=[(resource.RLIMIT_AS, MEMORY)])
    assert "Traceback" not in done.stderr
    assert "Glue" in done.stdout or command == ("check",), done.stderr
    assert done.returncode == 0


def test_standard_input_takes_as_much_as_comes(tmp_path):
    done = run(tmp_path, "list", "-", limits=[(resource.RLIMIT_AS, MEMORY)], input=WORKSHOP)
    assert "Glue" in done.stdout
    assert done.returncode == 0


def test_too_little_memory_is_told_in_one_line(tmp_path):
    large = tmp_path / "large.md"
    large.write_text("## Why is it so large?\n\n" + "word " * 8_000_000)
    done = run(tmp_path, "list", large, limits=[(resource.RLIMIT_AS, MEMORY)])
    assert done.stderr == "faqtui: there is not enough memory for this\n"
    assert done.returncode == 2


@pytest.mark.parametrize("command", [("list",), ("export", "--format", "html"), ("search", "glue", "--content"), ()])
def test_too_few_descriptors_are_told_in_one_line_or_are_enough(tmp_path, faq, command):
    for most in range(5, 12):
        done = run(tmp_path, *command, faq, limits=[(resource.RLIMIT_NOFILE, most)])
        if "faqtui" not in done.stderr and "Too many open files" in done.stderr:
            continue  # Python itself could not begin
        assert "Traceback" not in done.stderr, most
        assert done.returncode in (0, 2)


@pytest.mark.parametrize("ending", ["\n", "", "\nsaw\n"])
def test_a_line_of_a_batch_that_is_too_long_is_said_and_searched_for_by_its_beginning(tmp_path, faq, ending):
    queries = tmp_path / "queries"
    queries.write_text("glue\n" + "oily wood " * 2_000 + ending)
    done = run(tmp_path, "search", "--content", faq, "--batch", queries)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["query"][:8] for result in results] == ["glue", "oily woo", *(["saw"] if "saw" in ending else [])]
    assert done.stderr == f"faqtui: {queries}:2: only the first 10,000 bytes of this line are looked for\n"


def test_a_batch_without_a_line_end_is_bounded(tmp_path, faq):
    with subprocess.Popen(["sh", "-c", "yes | tr -d '\\n' | head -c 300000000"], stdout=subprocess.PIPE) as endless:
        done = run(
            tmp_path, "search", "--content", faq, "--batch", "-", limits=[(resource.RLIMIT_AS, 300_000_000)],
            stdin=endless.stdout,
        )  # fmt: skip
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode == 0


def piped(text: str) -> int:
    """A descriptor from which `text` can be read."""
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    return reader


def test_pipes_that_are_named_are_read_to_their_end(tmp_path):
    first, second = piped(WORKSHOP), piped("# More\n\n## Which saw cuts iron?\n\nA hacksaw.\n")
    done = run(tmp_path, "list", f"/dev/fd/{first}", f"/dev/fd/{second}", pass_fds=(first, second))
    assert "Glue" in done.stdout
    assert "Which saw cuts iron?" in done.stdout
    assert not list(tmp_path.glob("**/*.library"))  # it does not come again


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_what_a_shell_puts_in_place_of_a_file_is_read_to_its_end(tmp_path, faq):
    """``faqtui list <(cat faq.md other.md)``, of which the second begins with a byte order mark."""
    other = tmp_path / "other.md"
    other.write_text("\ufeff# More\n\n## Which saw cuts iron?\n\nA hacksaw.\n")
    words = [sys.executable, "-m", "faqtui", "list", "--json"]
    line = f"{shlex.join(words)} <(cat {faq} {other}) <(printf '## Why so slow?\\n\\nIt waits.\\n'; sleep 0.2; printf 'Long.\\n')"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, timeout=60, env={**os.environ, "HOME": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr
    entries = json.loads(done.stdout)["entries"]
    answers = {entry["question"]: entry["answer"] for entry in entries}
    assert answers["Which saw cuts iron?"] == "A hacksaw."
    assert answers["Why so slow?"] == "It waits.\nLong."
    assert len(entries) > 3
    assert "\ufeff" not in done.stdout


def test_a_pipe_is_waited_for_while_somebody_writes(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(["sh", "-c", f"exec 3<>{fifo}; sleep 4; printf '## Why?\\n\\nSo.\\n' >&3"]):
        while not _is_open(fifo):
            pass
        done = run(tmp_path, "list", fifo)
    assert "Why?" in done.stdout


def _is_open(fifo: Path) -> bool:
    try:
        os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/null")])
def test_what_has_nothing_to_read_is_told_in_one_line(tmp_path, make: Callable[[Path], object]):
    place = tmp_path / "place"
    make(place)
    done = run(tmp_path, "list", place)
    assert done.stderr.startswith(f"faqtui: {place}: ")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 2


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_is_no_traceback(tmp_path, faq, closed):
    done = run(tmp_path, "list", faq, preexec_fn=lambda: os.close(closed))
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if closed == 1 else 0)


def test_settings_that_cannot_be_written_whole_leave_no_file_in_the_way(tmp_path):
    done = run(tmp_path, "config", "init", limits=[(resource.RLIMIT_FSIZE, 100)])
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cannot be written: File too large" in done.stderr
    assert run(tmp_path, "config", "init").returncode == 0
