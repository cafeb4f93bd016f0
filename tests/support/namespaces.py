"""Hosts of a test's own: network namespaces, each with a wire to here."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from support.programs import require


@contextmanager
def hosts(count: int) -> Iterator[list[tuple[str, str, str]]]:
    """So many hosts: each with its name, its address, and ours on the wire to it. Skips where this process may make none."""
    ip = require("ip")
    made: list[tuple[str, str, str]] = []

    def run(*words: str) -> None:
        subprocess.run([ip, *words], check=True, capture_output=True)

    try:
        for number in range(count):
            # An address block of this process's own: several tests may run at once.
            block = f"10.{200 + os.getpid() // 250 % 50}.{os.getpid() % 250}.{4 * number}"
            prefix, _, last = block.rpartition(".")
            name = f"fq{os.getpid()}x{number}"
            ours, theirs = f"{prefix}.{int(last) + 1}", f"{prefix}.{int(last) + 2}"
            try:
                run("netns", "add", name)
            except subprocess.CalledProcessError as error:
                pytest.skip(f"no network namespace can be made here: {error.stderr.decode().strip()}")
            made.append((name, theirs, ours))
            run("link", "add", f"{name}a", "type", "veth", "peer", "name", f"{name}b")
            run("link", "set", f"{name}b", "netns", name)
            run("addr", "add", f"{ours}/30", "dev", f"{name}a")
            run("link", "set", f"{name}a", "up")
            run("netns", "exec", name, ip, "addr", "add", f"{theirs}/30", "dev", f"{name}b")
            run("netns", "exec", name, ip, "link", "set", f"{name}b", "up")
            run("netns", "exec", name, ip, "link", "set", "lo", "up")
        yield made
    finally:
        for name, _, _ in made:
            with suppress(subprocess.CalledProcessError):
                run("netns", "del", name)
            with suppress(subprocess.CalledProcessError):
                run("link", "del", f"{name}a")


def within(host: str) -> list[str]:
    """The words that run a program on a host."""
    return [require("ip"), "netns", "exec", host]
