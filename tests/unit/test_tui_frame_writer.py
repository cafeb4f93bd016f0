"""Writing to a terminal that reads slowly, or not at all."""

import os
import threading
import time

from faqtui.tui.frame_writer import BACKLOG, FrameWriter, write_at_once


def read_all(descriptor, wanted, seconds=5.0):
    data = b""
    end = time.monotonic() + seconds
    while len(data) < wanted and time.monotonic() < end:
        data += os.read(descriptor, 65536)
    return data


def test_frames_arrive_whole_and_in_order():
    read, write = os.pipe()
    writer = FrameWriter(write, lambda: None)
    writer.start()
    for number in range(50):
        writer.write(f"frame {number} ")
        writer.write("end\n")
        writer.flush()
    writer.stop()
    expected = "".join(f"frame {n} end\n" for n in range(50)).encode()
    assert read_all(read, len(expected)) == expected
    os.close(read)
    os.close(write)


def test_what_is_not_flushed_is_sent_when_it_stops():
    read, write = os.pipe()
    writer = FrameWriter(write, lambda: None)
    writer.start()
    writer.write("last words")
    writer.stop()
    assert os.read(read, 100) == b"last words"
    os.close(read)
    os.close(write)


def test_a_reader_that_stalls_costs_no_memory_and_is_told_when_it_reads_again():
    read, write = os.pipe()
    caught_up = threading.Event()
    writer = FrameWriter(write, caught_up.set)
    writer.start()
    frame = "x" * 100_000
    for _ in range(100):
        writer.write(frame)
        writer.flush()
    assert writer._waiting <= BACKLOG + 2 * len(frame)
    drain = threading.Thread(target=read_all, args=(read, 10**9, 1.0), daemon=True)
    drain.start()
    assert caught_up.wait(5)
    writer.stop()
    os.close(write)
    drain.join(5)
    os.close(read)


def test_stopping_does_not_wait_for_a_terminal_that_is_stuck():
    read, write = os.pipe()
    writer = FrameWriter(write, lambda: None)
    writer.start()
    writer.write("x" * 500_000)
    started = time.monotonic()
    writer.stop()
    assert time.monotonic() - started < 3
    os.close(read)
    writer.join(3)
    os.close(write)


def test_leaving_in_a_hurry_writes_into_a_full_terminal_and_restores_blocking():
    master, slave = os.openpty()
    os.set_blocking(slave, False)
    try:
        while True:
            os.write(slave, b"x" * 4096)
    except BlockingIOError:
        pass
    os.set_blocking(slave, True)
    started = time.monotonic()
    write_at_once(slave, b"\x1b[?1049l", limit=0.5)
    assert time.monotonic() - started < 2
    assert os.get_blocking(slave)
    os.close(slave)
    os.close(master)
