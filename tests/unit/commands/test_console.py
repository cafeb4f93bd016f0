"""Streams that break, fill, close or wait: the program stays quiet, tells it in one line, or takes its turn."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from faqtui.commands.progress import DELAY, ProgressBar
from support.commandline import Stream
from support.workshop import WORKSHOP

FAQTUI = [sys.executable, "-m", "faqtui"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """A FAQ whose list does not fit into a pipe."""
    path = tmp_path / "big.md"
    path.write_text("".join(f"## How do I mend part {n} of the machine?\n\nWith tool {n}.\n\n" for n in range(2000)))
    return path


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["check"], ["search", "--batch", "-"]])
def test_a_broken_pipe_is_quiet(environment, big, arguments):
    process = subprocess.Popen(
        [*FAQTUI, *arguments, "--content", str(big)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    process.stdout.close()
    queries = b"mend part\n" * 200 if "--batch" in arguments else b""
    _, err = process.communicate(queries, timeout=30)
    assert b"Traceback" not in err
    assert b"Broken pipe" not in err
    assert b"Exception" not in err
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_in_one_line(environment):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*FAQTUI, "list"], stdout=full, stderr=subprocess.PIPE, env=environment, text=True)
    assert done.returncode == 2
    assert done.stderr == "faqtui: standard output: No space left on device\n"


def test_a_closed_standard_output_is_told_in_one_line(environment):
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *FAQTUI, "list"], stderr=subprocess.PIPE, env=environment, text=True
    )
    assert (done.returncode, done.stderr) == (2, "faqtui: standard output is closed\n")


def test_a_closed_standard_error_changes_nothing(environment):
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *FAQTUI, "search", "xylophone"],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_an_interrupt_ends_with_130_and_no_word(environment):
    process = subprocess.Popen(
        [*FAQTUI, "search", "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    process.stdin.write(b"ecr\n")
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"schema":1,"query":"ecr"')  # it is up, and waits for the next line
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_batch_on_standard_input_is_a_conversation(environment):
    with subprocess.Popen(
        [*FAQTUI, "search", "--batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        for query in (b"ecr token", b"oidc"):
            process.stdin.write(query + b"\n")
            process.stdin.flush()
            assert b'"query":"' + query + b'"' in process.stdout.readline()
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_without_any_terminal_the_list_is_printed_and_nothing_waits(environment):
    done = subprocess.run(FAQTUI, stdin=subprocess.DEVNULL, capture_output=True, env=environment, text=True, timeout=20)
    assert done.returncode == 0
    assert "(49 questions)" in done.stdout
    assert done.stderr == ""


def test_a_terminal_to_write_to_but_none_to_read_keys_from_gets_the_list(environment, tmp_path):
    (tmp_path / "workshop.md").write_text(WORKSHOP)
    ours, theirs = pty.openpty()
    with (tmp_path / "workshop.md").open() as content:
        done = subprocess.run(
            [*FAQTUI, "-"],
            stdin=content,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # so that there is no /dev/tty
            timeout=20,
        )
    os.close(theirs)  # so that reading ends, whatever was written
    out = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "How do I thin wood glue?" in out
    assert done.stderr == b"faqtui: there is no terminal to read keys from, so here is the list\n"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def shown(stream: Stream) -> str:
    return stream.buffer.getvalue().decode()


def test_a_progress_bar_waits_half_a_second():
    clock, stream = Clock(), Stream(terminal=True)
    bar = ProgressBar(stream, "indexing", clock)
    clock.now += DELAY - 0.01
    bar(10, 7000)
    bar.clear()
    assert shown(stream) == ""
    clock.now += 0.02
    bar(3100, 7000)
    assert shown(stream) == "\rindexing [##########..............] 3,100/7,000"


def test_a_progress_bar_is_drawn_ten_times_a_second_at_most_and_leaves_no_trace():
    clock, stream = Clock(), Stream(terminal=True)
    bar = ProgressBar(stream, "indexing", clock)
    for done in range(1, 1001):
        clock.now += 0.001
        bar(done, 1000)
    assert shown(stream).count("\rindexing") in (5, 6)
    bar.clear()
    assert shown(stream).rpartition("\r\x20")[2].strip(" ") == "\r"
    assert "\x1b" not in shown(stream)


def test_a_progress_bar_for_nobody_changes_nothing():
    clock, stream = Clock(), Stream(terminal=True)
    bar = ProgressBar(stream, "indexing", clock)
    stream.close()
    clock.now += 1
    bar(1, 2)
    bar.clear()
