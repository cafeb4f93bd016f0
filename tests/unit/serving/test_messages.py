"""Messages between processes, however they are cut, with what is beside them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from faqtui.serving.messages import LONGEST, BadMessageError, MessageReader, close_all, packed, send


@pytest.fixture
def pair():
    one, two = socket.socketpair()
    with one, two:
        yield one, two


def test_messages_arrive_in_order_whichever_way_they_are_cut(pair):
    ours, theirs = pair
    messages = [{"n": number, "text": "x" * number * 100} for number in range(4)]
    data = b"".join(map(packed, messages))
    for size in (1, 3, 7, 100, len(data)):
        reader, found = MessageReader(theirs), []
        for start in range(0, len(data), size):
            ours.sendall(data[start : start + size])
            found += [message for message, _ in reader.read()]
        assert found == messages
        assert not reader.is_over


def test_descriptors_come_with_their_own_message(pair):
    ours, theirs = pair
    pipes = [os.pipe() for _ in range(3)]
    for number, (_, end) in enumerate(pipes):
        send(ours, {"n": number}, (end,))
        os.close(end)
    found = MessageReader(theirs).read()
    assert [message["n"] for message, _ in found] == [0, 1, 2]
    for (_, (end,)), (begin, _) in zip(found, pipes, strict=True):
        assert not os.get_inheritable(end)
        os.write(end, b"!")
        os.close(end)
        assert os.read(begin, 2) == b"!"
        os.close(begin)


def test_the_end_of_the_other_side_is_seen_after_what_it_said(pair):
    ours, theirs = pair
    send(ours, {"last": True})
    ours.close()
    reader = MessageReader(theirs)
    assert [message for message, _ in reader.read()] == [{"last": True}]
    assert reader.is_over


@pytest.mark.parametrize(
    "data",
    [b"\xff\xff\xff\xff", (LONGEST + 1).to_bytes(4, "big"), b"\0\0\0\x02[]", b"\0\0\0\x04null", b"\0\0\0\x03\xff\xfe{",
     b"\0\0\x10\0" + b"[" * 4096],
)  # fmt: skip
def test_what_is_no_message_is_told(pair, data):
    ours, theirs = pair
    ours.sendall(data)
    with pytest.raises(BadMessageError):
        MessageReader(theirs).read()


def open_now():
    return len(list(Path("/dev/fd").iterdir()))


def test_more_descriptors_than_anything_needs_are_closed(pair):
    ours, theirs = pair
    before = open_now()
    data = packed({"much": True})
    pipes = [os.pipe() for _ in range(4)]
    for piece in (data[:3], data[3:5]):
        socket.send_fds(ours, [piece], [end for pipe in pipes[:2] for end in pipe][: 3 if piece == data[:3] else 2])
    with pytest.raises(BadMessageError):
        MessageReader(theirs).read()
    for pipe in pipes:
        close_all(pipe)
    assert open_now() == before


def test_what_is_too_long_is_not_sent(pair):
    with pytest.raises(BadMessageError):
        send(pair[0], {"text": "x" * LONGEST})
