"""The PROXY protocol: who comes through a balancer."""

from __future__ import annotations

import asyncio
import socket

import pytest

from faqtui.serving.proxies import SIGNATURE, NoHeaderError, client_of, is_in, networks

FOUR = bytes([192, 0, 2, 7, 192, 0, 2, 1]) + (50000).to_bytes(2, "big") + (22).to_bytes(2, "big")
SIX = socket.inet_pton(socket.AF_INET6, "2001:db8::7") * 2 + bytes(4)


def header(body=FOUR, command=0x21, family=0x11, length=None):
    return SIGNATURE + bytes([command, family]) + (len(body) if length is None else length).to_bytes(2, "big") + body


async def read(data, *, pieces=1):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.setblocking(False)
        task = asyncio.ensure_future(client_of(theirs))
        for start in range(0, len(data), max(1, len(data) // pieces)):
            ours.sendall(data[start : start + max(1, len(data) // pieces)])
            await asyncio.sleep(0)
        ours.shutdown(socket.SHUT_WR)
        return await task, theirs.recv(100)


@pytest.mark.parametrize(
    ("data", "address"),
    [
        (header(), "192.0.2.7"),
        (header(SIX, family=0x21), "2001:db8::7"),
        (header(FOUR + b"\x03\0\x04abcd"), "192.0.2.7"),  # what is told beside the addresses
        (header(b"", command=0x20, family=0), None),
        (header(FOUR, command=0x20), None),
        (header(b"x" * 216, family=0x31), "unknown"),
        (header(b"", family=0), "unknown"),
    ],
)
async def test_the_client_is_read_and_nothing_behind_it(data, address):
    for pieces in (1, 5, len(data)):
        assert await read(data + b"SSH-2.0-x", pieces=pieces) == (address, b"SSH-2.0-x")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n", header()[:20], SIGNATURE, header(command=0x22),
        header(command=0x11), header(FOUR[:6]), header(b"", length=65535), header(SIX[:20], family=0x21), bytes(100),
    ],
)  # fmt: skip
async def test_anything_else_is_refused(data):
    with pytest.raises(NoHeaderError):
        await read(data)


def test_only_named_balancers_are_believed():
    trusted = networks(["192.0.2.0/28", "2001:db8::1"])
    assert is_in("192.0.2.7", trusted)
    assert is_in("::ffff:192.0.2.7", trusted)
    assert is_in("2001:db8::1%eth0", trusted)
    assert not any(is_in(address, trusted) for address in ("192.0.2.16", "2001:db8::2", "", "nonsense"))
    with pytest.raises(ValueError, match="nonsense"):
        networks(["nonsense"])
