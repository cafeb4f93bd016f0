"""What goes wrong with terminals, signals and input: the program leaves or comes back, and spins and grows never."""

import os
import resource
import select
import signal
import time
from pathlib import Path

import psutil
import pytest

from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment

IGNORING_HANG_UPS = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]


def started(run, *arguments, **options):
    terminal = run(*arguments, **options)
    terminal.wait_for("^Q quit")
    terminal.settle()
    return terminal


def ends(process, seconds):
    patience = Patience(seconds, process.pid)
    while process.poll() is None and patience.lasts:
        time.sleep(0.02)
    return process.poll()


def block(terminal, times=5):
    """Make the program draw without reading what it sends, when it can send no more."""
    terminal.fill()
    for _ in range(times):
        terminal.resize(200, 60)
        terminal.send("\x1b[B")
        time.sleep(0.02)
        terminal.resize(190, 50)
        time.sleep(0.02)
    assert select.select([terminal.master], [], [], 0)[0]


@pytest.mark.parametrize("blocked", [False, True], ids=["", "blocked"])
def test_a_hang_up_ends_it(run, bakery, blocked):
    terminal = started(run, bakery)
    if blocked:
        block(terminal)
    terminal.hang_up()
    assert ends(terminal.process, 2) == -signal.SIGHUP


def test_a_hang_up_with_its_signal_ignored_ends_it_without_spinning(tmp_path, bakery):
    with PtyTerminal([*IGNORING_HANG_UPS, *FAQTUI, bakery], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = sum(psutil.Process(terminal.process.pid).cpu_times()[:2])
        terminal.hang_up()
        assert ends(terminal.process, 2) is not None
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        assert used - cpu < 0.5


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_it_within_a_second_while_output_is_blocked(run, bakery, number):
    terminal = started(run, bakery)
    block(terminal)
    os.kill(terminal.process.pid, number)
    assert ends(terminal.process, 1) == -number
    assert terminal.attributes_restored()
    while terminal.pump(0.1):
        pass
    assert terminal.modes_left_on() == []


def test_a_reader_that_stalls_costs_no_memory_and_keys_work_again_afterwards(run, bakery):
    terminal = started(run, bakery)
    process = psutil.Process(terminal.process.pid)
    block(terminal, 30)
    before = process.memory_info().rss
    block(terminal, 100)
    assert process.memory_info().rss - before < 5_000_000
    terminal.resize(80, 24)
    sent_before = len(terminal.output)
    terminal.settle(0.5)
    assert len(terminal.output) - sent_before < 100_000, "stale frames were sent"
    terminal.send("paper")
    terminal.wait_for("Under the counter, on the left.")


def test_stopped_by_force_it_comes_back_painted(run, bakery):
    terminal = started(run, bakery)
    before = terminal.text
    os.kill(terminal.process.pid, signal.SIGSTOP)
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    terminal.screen.reset()
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.wait_for("^Q quit")
    assert terminal.settle() == before
    terminal.type("\x11")
    assert terminal.wait_exit() == 0
    assert terminal.attributes_restored()


def test_a_shell_can_suspend_and_resume_it(tmp_path, bakery):
    """As users have it: a shell with job control, ctrl+z, fg."""
    with PtyTerminal(["bash", "--norc", "-i"], env=environment(tmp_path, PS1="shell> ")) as terminal:
        terminal.wait_for("shell>")
        terminal.send(" ".join(map(str, [*FAQTUI, bakery])) + "\r")
        terminal.wait_for("^Q quit")
        terminal.settle()
        before = terminal.text
        terminal.send("\x1a")
        terminal.wait_for("Stopped")
        terminal.screen.reset()
        terminal.send("fg\r")
        terminal.wait_for("^Q quit")
        assert terminal.settle() == before
        terminal.send("\x11")
        terminal.settle()
        terminal.screen.reset()
        terminal.type("echo ali''ve\r")
        assert "alive" in terminal.text
        terminal.send("exit\r")
        terminal.wait_exit()
        assert terminal.modes_left_on() == []


def test_without_input_the_terminal_itself_is_read(bakery, tmp_path):
    command = ["sh", "-c", 'exec "$@" </dev/null', "sh", *FAQTUI, bakery]
    with PtyTerminal(command, env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit")
        terminal.send("paper")
        terminal.wait_for("Under the counter, on the left.")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
        assert terminal.attributes_restored()


def test_a_storm_of_sizes_ends_with_everything_painted(run, bakery):
    terminal = started(run, bakery)
    before = terminal.text
    for size in [(1, 1), (500, 200), (2, 60), (79, 3), (40, 10), (3, 3), (200, 60), (1, 30)] * 4:
        terminal.resize(*size)
        terminal.pump(0.01)
    terminal.resize(80, 24)
    terminal.wait_for("^Q quit")
    assert terminal.settle(0.5) == before


def wake_ups(pid):
    """How often the main thread of the process gave up the processor or lost it, and how often the others."""
    counts = {
        path.parent.name: sum(
            int(line.split()[1]) for line in path.read_text().splitlines() if "_ctxt_switches" in line
        )
        for path in Path(f"/proc/{pid}/task").glob("*/status")
    }
    main = counts.pop(str(pid))
    return main, sum(counts.values())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system does not count wake-ups in /proc")
def test_idle_it_does_not_wake_up_save_to_look_at_files_and_sends_nothing(run, bakery):
    terminal = started(run, bakery)
    time.sleep(2)
    terminal.pump(0)
    (main, others), sent = wake_ups(terminal.process.pid), len(terminal.output)
    time.sleep(3)
    terminal.pump(0)
    main_after, others_after = wake_ups(terminal.process.pid)
    assert main_after - main <= 1
    assert others_after - others <= 8, "more than a look at the files each second"
    assert len(terminal.output) == sent


def test_moving_the_mouse_is_not_reported(run, bakery):
    terminal = started(run, bakery)
    assert b"?1000" in terminal.output
    assert b"?1003" not in terminal.output


def test_without_a_mouse_no_mouse_mode_is_touched(run, bakery):
    terminal = started(run, bakery, "--no-mouse")
    terminal.send("\x11")
    terminal.wait_exit()
    for mode in (b"?1000", b"?1002", b"?1003", b"?1006"):
        assert mode not in terminal.output


@pytest.mark.parametrize("term", ["linux", "vt100", "screen-256color"])
def test_terminals_that_print_questions_are_asked_none(run, bakery, term):
    terminal = started(run, bakery, TERM=term)
    assert b"$p" not in terminal.output
    assert b"\x1b[6n" not in terminal.output


def test_the_last_pen_is_plain_and_no_link_is_open(run):
    terminal = started(run)
    terminal.type("\x1b[B")
    terminal.send("\x11")
    terminal.wait_exit()
    end = terminal.output[terminal.output.rindex(b"\x1b]8;;\x1b\\") :]
    assert b"\x1b]8;;h" not in end
    assert end.index(b"\x1b[m") < end.index(b"\x1b[?1049l")


def test_exported_sizes_of_another_window_do_not_count(run, bakery):
    plain = started(run, bakery)
    exported = started(run, bakery, COLUMNS="132", LINES="50")
    assert exported.text == plain.text


@pytest.mark.parametrize(
    "odd",
    [
        {"TEXTUAL_COLOR_SYSTEM": "bogus", "TEXTUAL_LOG": "/nowhere/log", "TEXTUAL_PRESS": "q", "TEXTUAL": "devtools,debug"},
        {"ESCDELAY": "99999999", "COLUMNS": "-1", "LINES": "x", "COLORFGBG": ";" * 99},
    ],
)  # fmt: skip
def test_odd_variables_change_nothing(tmp_path, bakery, odd):
    with PtyTerminal([*FAQTUI, bakery], env=environment(tmp_path, **odd)) as terminal:
        terminal.wait_for("^Q")
        terminal.type("paper")
        terminal.send("\x1b")
        terminal.wait_for("type to find")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
