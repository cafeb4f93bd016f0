"""Digests of bytes: names for content, by BLAKE2."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # where hashlib has it from, without loading OpenSSL first: 4 ms of each start
except ImportError:  # a Python that is built otherwise
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]

SIZE = 16
"""Bytes of the digest of a file: nobody makes two files that share one."""


def digest(data: bytes) -> bytes:
    """What stands for a file's content."""
    return blake2b(data, digest_size=SIZE).digest()
