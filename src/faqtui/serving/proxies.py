"""Whose connection it is that a balancer passes on: the header of the PROXY protocol, version 2.

The format is HAProxy's (doc/proxy-protocol.txt, 2.2). Only balancers that an administrator has named are believed, and they
must send it: what comes from anybody else is who they are.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Network: TypeAlias = "ipaddress.IPv4Network | ipaddress.IPv6Network"

SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
_HEAD = 16
LONGEST = 1024
"""Bytes of addresses and what is told beside them; ours need 36."""

_LOCAL, _PROXY = 0x20, 0x21
_SIZES = {0x11: 4, 0x21: 16}
"""Bytes of an address of TCP over IPv4, and over IPv6."""


class NoHeaderError(Exception):
    """A balancer has sent something else."""


def networks(names: Iterable[str]) -> list[Network]:
    """Addresses and networks as they are written. Raises ValueError."""
    return [ipaddress.ip_network(name, strict=False) for name in names]


def is_in(address: str, trusted: Sequence[Network]) -> bool:
    """Whether an address is one of these, also where it is written as IPv6 of IPv4."""
    try:
        own = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(own, ipaddress.IPv6Address) and own.ipv4_mapped is not None:
        own = own.ipv4_mapped
    return any(own in network for network in trusted)


async def client_of(connection: socket.socket) -> str | None:
    """Read the header off a connection: the client's address; None where it is the balancer's own, which looks whether we live.

    Not a byte behind it is read. Raises NoHeaderError, and OSError.
    """
    head = await _exactly(connection, _HEAD)
    length = int.from_bytes(head[14:16], "big")
    if not head.startswith(SIGNATURE) or head[12] >> 4 != 2 or length > LONGEST:
        raise NoHeaderError("no header of the PROXY protocol, version 2")
    return address_in(head[12], head[13], await _exactly(connection, length))


def address_in(command: int, family: int, body: bytes) -> str | None:
    """The client's address in the rest of a header. Raises NoHeaderError."""
    if command == _LOCAL:
        return None
    size = _SIZES.get(family, 0)
    if command != _PROXY or (size and len(body) < 2 * size + 4):
        raise NoHeaderError("a header that cannot be read")
    if not size:  # over something else than TCP: who it is nobody says
        return "unknown"
    return str(ipaddress.ip_address(body[:size]))


async def _exactly(connection: socket.socket, size: int) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while len(data) < size:
        piece = await loop.sock_recv(connection, size - len(data))
        if not piece:
            raise NoHeaderError("it ended within the header")
        data += piece
    return data
