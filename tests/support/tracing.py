"""What a program asked of the kernel, and what it does when the kernel says no: by strace."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.programs import require

CALLS = (
    "execve,execveat,fork,vfork,clone,clone3,open,openat,openat2,creat,socket,socketpair,connect,bind,listen,"
    "unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,mknod,mknodat,link,linkat,symlink,symlinkat,"
    "truncate,chmod,fchmodat,chown,fchownat,utimensat,setxattr"
)
FOR_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
DEVICES = re.compile(r"/dev/(tty|null|pts/\d+)")


def traced(command: list[str | Path], into: Path) -> list[str | Path]:
    """`command` run under strace, which follows its children and writes what they ask to `into`."""
    calls = ",".join(f"?{name}" for name in CALLS.split(","))  # ?: not every machine has them all
    return [require("strace"), "-f", "--seccomp-bpf", "-qq", "-s", "300", "-o", into, "-e", f"trace={calls}", *command]


def offences(trace: Path) -> list[str]:
    """The lines of a trace that ran a program after the first, made a process, a file or a connection, or changed one.

    A terminal and the null device may be opened for writing; a thread is no process; asyncio's own socketpair is local
    to the process.
    """
    found = []
    programs = 0
    for line in trace.read_text(errors="replace").splitlines():
        call = re.match(r"(?:\d+ +)?(\w+)\(", line)
        if call is None:  # a call resumed, a signal, an exit
            continue
        match call[1]:
            case "execve" | "execveat":
                programs += 1
                bad = programs > 1
            case "open" | "openat" | "openat2" | "creat":
                path = QUOTED.search(line)
                writes = call[1] == "creat" or FOR_WRITING.search(line)
                bad = bool(writes) and not (path and DEVICES.fullmatch(path[1]))
            case "clone" | "clone3":
                bad = "CLONE_THREAD" not in line
            case "socketpair":
                bad = "AF_UNIX" not in line
            case _:
                bad = True
        if bad:
            found.append(line)
    assert programs, "the trace is empty"
    return found


def of_process(trace: Path, pid: int, into: Path) -> Path:
    """What a process that began as a copy of another has asked for, and its threads, as a trace of its own."""
    lines = trace.read_text(errors="replace").splitlines()
    own = {str(pid)}
    for line in lines:
        asking, _, call = line.partition(" ")
        if asking in own and "CLONE_THREAD" in call and (made := re.search(r"= (\d+)$", call)):
            own.add(made[1])
    asked = [line for line in lines if line.partition(" ")[0] in own]
    assert len(asked) > 3, "nothing of it is in the trace"
    into.write_text("\n".join([f'{pid} execve("/its/origin", [], []) = 0', *asked]))
    return into


def injected(
    command: Sequence[str | Path], what: str, *, path: Path | None = None, also: str = "", into: Path | None = None
) -> list[str | Path]:
    """`command` run under strace, which makes calls fail as `what` says: ``openat:error=ENFILE:when=9+``.

    Only calls that have to do with `path`, where one is given. The calls that are named, and those that are `also`, are
    written to `into`.
    """
    calls = f"{what.partition(':')[0]},{also}".strip(",")
    where: list[str | Path] = ["-P", path] if path is not None else []
    log = into or Path("/dev/null")
    return [
        require("strace"),
        "-f",
        "-qq",
        "-s",
        "300",
        "-o",
        log,
        *where,
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={what}",
        *command,
    ]


@contextmanager
def failing(pid: int, what: str, path: Path) -> Iterator[None]:
    """Meanwhile calls of a running process that have to do with `path` fail as `what` says."""
    calls = what.partition(":")[0]
    command = [
        require("strace"),
        "-f",
        "-o",
        "/dev/null",
        "-P",
        path,
        "-e",
        f"trace={calls}",
        "-e",
        f"inject={what}",
        "-p",
        str(pid),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        for line in tracer.stderr:
            if "attached" in line:
                break
            if "not permitted" in line:
                pytest.skip("a process may trace only what it has started here")
        try:
            yield
        finally:
            tracer.terminate()
            tracer.communicate()
