"""Sessions from one warm process beside sshd with a forced command: how soon, how much, how many.

``python tests/bench/serving.py [quick] [large] [starts|crowd|memory|keys|many] ...``: three ways to the packaged FAQ (large: to
10,000 questions), in turns, on the loopback interface: sshd with ``faqtui --secure`` (plain), sshd with ``faqtui attach``
(attached), and ``faqtui serve`` (served). Without words all but ``many`` is measured, which runs 2,000 sessions one after another
and looks whether the server grows. The client is asyncssh in this process. Ends with 1 where a figure is over its aim.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import asyncssh
import psutil
import pyte

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.places import ROOT
from support.served import PYTHON, serving, zygote
from support.sshd import remote, ssh_server

SIZE = (100, 30)
QUESTION, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[\?2026\$p|\x1b\[>[0-9;]*[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
WORDS = (
    "ecr token",
    "lambda image",
    "oidc role",
    "blue green",
    "scaling policy",
    "assume role",
    "secret",
    "terraform drift",
)
BARE = "SetEnv SHLVL=5"
"""Has bash read no settings of whoever measures: it takes a connection for a login otherwise."""

PLAIN, ATTACHED, SERVED = "plain", "attached", "served"


class Way(NamedTuple):
    """A way to the FAQ: where it listens, with which key, and the processes that serve it."""

    port: int
    key: str | None
    user: str
    roots: list[int]


@contextmanager
def ways(directory: Path, content: list[str]) -> Iterator[dict[str, Way]]:
    """The three of them, ready."""
    for name in (PLAIN, ATTACHED, SERVED):
        (directory / name).mkdir()
    program = [*PYTHON, "-m", "faqtui"]
    with ExitStack() as stack:
        kept = f"env -i TERM=$TERM LANG=C.UTF-8 SSH_CONNECTION=x HOME={directory} "
        os.system(f"env -i HOME={directory} LANG=C.UTF-8 {remote([*program, 'list', *content])} > /dev/null")
        forced = f"ForceCommand {kept}{remote([*program, '--secure', *content])}"
        plain = stack.enter_context(ssh_server(directory / PLAIN, forced, "MaxStartups 200", BARE))
        warm = stack.enter_context(zygote(directory / ATTACHED, *content))
        forced = f"ForceCommand {remote([*program, 'attach', '--socket', str(warm.socket)])}"
        sshd = directory / "sshd"
        sshd.mkdir()
        attached = stack.enter_context(ssh_server(sshd, forced, "MaxStartups 200", BARE))
        front = stack.enter_context(serving(directory / SERVED, "--per-address", "400", "--sessions", "400", *content))
        yield {
            PLAIN: way_of(plain, []),
            ATTACHED: way_of(attached, [warm.process.pid]),
            SERVED: Way(front.port, None, "faq", [front.process.pid]),
        }


def way_of(ssh: list[str], others: list[int]) -> Way:
    """The way through a server that the test support has started: what its client is told says all."""
    port = int(ssh[ssh.index("-p") + 1])
    (server,) = {
        c.pid for c in psutil.net_connections("tcp") if c.laddr and c.laddr.port == port and c.status == "LISTEN"
    }
    return Way(port, ssh[ssh.index("-i") + 1], ssh[ssh.index("-l") + 1], [server, *others])


class Screen:
    """One session, and the picture of it."""

    def __init__(self, process: asyncssh.SSHClientProcess[bytes], *, pictured: bool) -> None:
        self.process = process
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self.screen)
        self._pictured = pictured
        self.seen = b""

    async def read(self) -> bytes:
        data = await self.process.stdout.read(65536)
        if not data:
            raise EOFError("\n".join(self.screen.display))
        if questions := data.count(QUESTION):
            self.process.stdin.write(ANSWER * questions)
        if self._pictured:
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        else:
            self.seen = self.seen[-4000:] + re.sub(rb"\x1b\[[0-9;]*m", b"", data)
        return data

    async def until(self, text: str) -> None:
        async with asyncio.timeout(120):
            while not (any(text in line for line in self.screen.display) or text.encode() in self.seen):
                await self.read()


@asynccontextmanager
async def session(way: Way, *, pictured: bool = True) -> AsyncIterator[Screen]:
    """A connection with a session on it, before anything is shown."""
    async with asyncssh.connect(
        "127.0.0.1", way.port, username=way.user, client_keys=[way.key] if way.key else None, known_hosts=None,
        agent_path=None, config=None, connect_timeout=120, login_timeout=120,
    ) as connection:  # fmt: skip
        process = await connection.create_process(
            None, term_type="xterm-256color", term_size=SIZE, encoding=None, env={"LANG": "C.UTF-8"}
        )
        yield Screen(process, pictured=pictured)


async def start(way: Way) -> tuple[float, float, float]:
    """One session from connecting to leaving: ms to the first useful screen, to a query answered, and from ctrl+q to the end."""
    begun = time.perf_counter()
    async with session(way) as screen:
        await screen.until("Q quit")
        painted = time.perf_counter()
        screen.process.stdin.write(b"ecr")
        await screen.until(" of ")
        answered = time.perf_counter()
        screen.process.stdin.write(b"\x11")
        await screen.process.wait_closed()
        left = time.perf_counter()
    return tuple(1000 * seconds for seconds in (painted - begun, answered - begun, left - answered))  # type: ignore[return-value]


def family(way: Way) -> list[psutil.Process]:
    """Every process on the server's side."""
    found = {}
    for root in way.roots:
        with suppress(psutil.Error):
            process = psutil.Process(root)
            found.update({one.pid: one for one in (process, *process.children(recursive=True))})
    return list(found.values())


def processor(way: Way) -> float:
    """Seconds that the server's side has computed, with what has ended there."""
    total = 0.0
    for process in family(way):
        with suppress(psutil.Error):
            total += sum(process.cpu_times()[:4])
    return total


def memory(way: Way) -> float:
    """MB of the server's side, what is shared shared out (PSS)."""
    total = 0
    for process in family(way):
        with suppress(psutil.Error):
            total += process.memory_full_info().pss
    return total / 1e6


def at(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


class Report:
    """Figures with their aims."""

    def __init__(self) -> None:
        self.failed = 0

    def told(self, what: str, figures: dict[str, float], **aims: tuple[float, str]) -> None:
        """Figures of the ways; `aims` are ratios to the plain one, by way, each with the words for it."""
        shown = ", ".join(f"{way} {figure:,.1f}" for way, figure in figures.items())
        print(f"{what}: {shown}", flush=True)
        for way, (aim, _) in aims.items():
            ratio = figures[way] / figures[PLAIN]
            self.failed += ratio > aim
            print(f"    {way}: {ratio:.2f} x plain (at most {aim:g}){'  OVER' if ratio > aim else ''}")

    def at_most(self, what: str, figure: float, aim: float) -> None:
        """A figure that has an aim by itself."""
        self.failed += figure > aim
        print(f"    {what}: {figure:,.1f} (at most {aim:g}){'  OVER' if figure > aim else ''}", flush=True)


async def starts(there: dict[str, Way], report: Report, rounds: int) -> None:
    """Sessions one after the other, in turns."""
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in there}
    used = dict.fromkeys(there, 0.0)
    for _ in range(rounds):
        for name, way in there.items():
            before = processor(way)
            found[name].append(await start(way))
            await asyncio.sleep(0.3)
            used[name] += processor(way) - before
    for number, (what, aims) in enumerate(
        (
            ("first useful screen, ms, median", {SERVED: (0.12, ""), ATTACHED: (0.45, "")}),
            ("query answered, ms, median", {SERVED: (0.3, "")}),
            ("left, ms, median", {}),
        )
    ):
        report.told(what, {name: statistics.median(one[number] for one in found[name]) for name in there}, **aims)
    for number, what in enumerate(("first useful screen", "query answered")):
        report.told(f"{what}, ms, p95", {name: at([one[number] for one in found[name]], 0.95) for name in there})
    report.told("processor a session, ms", {name: 1000 * used[name] / rounds for name in there}, served=(0.3, ""))


@asynccontextmanager
async def crowd(way: Way, count: int, over: float) -> AsyncIterator[tuple[list[Screen], list[float]]]:
    """So many sessions that arrive within `over` seconds; each with the seconds to its first useful screen."""
    leave, there = asyncio.Event(), asyncio.Semaphore(0)
    screens: list[Screen] = []
    took: list[float] = []

    async def one(number: int) -> None:
        await asyncio.sleep(over * number / count)
        begun = time.perf_counter()
        async with session(way, pictured=False) as screen:
            await screen.until("quit")
            took.append(time.perf_counter() - begun)
            screens.append(screen)
            there.release()
            await leave.wait()

    tasks = [asyncio.create_task(one(number)) for number in range(count)]
    try:
        for _ in range(count):
            await there.acquire()
        yield screens, took
    finally:
        leave.set()
        await asyncio.gather(*tasks)


async def arrivals(there: dict[str, Way], report: Report, count: int = 40) -> None:
    """Many who come within a second."""
    medians, late = {}, {}
    for name, way in there.items():
        async with crowd(way, count, 1.0) as (_, took):
            medians[name], late[name] = 1000 * statistics.median(took), 1000 * at(took, 0.95)
        await asyncio.sleep(2)
    report.told(f"{count} within a second: first useful screen, ms, median", medians)
    report.told(f"{count} within a second: first useful screen, ms, p95", late, served=(0.12, ""))


async def crowded_memory(there: dict[str, Way], report: Report, count: int = 100) -> None:
    """What many take who sit there."""
    idle, typed = {}, {}
    for name, way in there.items():
        async with crowd(way, count, 10.0) as (screens, _):
            await asyncio.sleep(3)
            idle[name] = memory(way)
            for screen in screens:
                screen.process.stdin.write(b"ecr")
            await asyncio.sleep(5)
            typed[name] = memory(way)
        await asyncio.sleep(2)
    report.told(f"memory of {count} sessions, MB", idle, served=(0.6, ""))
    report.at_most("MB a session, served", idle[SERVED] / count, 18)
    report.told(f"memory of {count} sessions that have typed, MB", typed, served=(0.6, ""))


async def typing(way: Way, count: int, rate: float, seconds: float = 10.0) -> list[float]:
    """The ms from each key to the first byte that follows, of so many who type so many keys a second."""
    late: list[float] = []

    async def one(screen: Screen, number: int) -> None:
        chance = random.Random(number)
        await asyncio.sleep(chance.random() / rate)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            for letter in chance.choice(WORDS) + "\x15":
                if time.perf_counter() > end:
                    return
                with suppress(TimeoutError):  # what still comes of the key before
                    while True:
                        await asyncio.wait_for(screen.read(), 0.02)
                begun = time.perf_counter()
                screen.process.stdin.write(letter.encode())
                with suppress(TimeoutError):
                    while not (await asyncio.wait_for(screen.read(), 5)).replace(QUESTION, b""):
                        pass
                    late.append(1000 * (time.perf_counter() - begun))
                await asyncio.sleep(max(0.0, 1 / rate - (time.perf_counter() - begun) - 0.02))

    async with crowd(way, count, count / 20) as (screens, _):
        await asyncio.gather(*(one(screen, number) for number, screen in enumerate(screens)))
    return late


async def keys(there: dict[str, Way], report: Report) -> None:
    """Many who type."""
    median, late = {}, {}
    for name, way in there.items():
        found = await typing(way, 40, 2)
        median[name], late[name] = statistics.median(found), at(found, 0.95)
        await asyncio.sleep(2)
    report.told("40 who type 2 keys a second: ms a key, median", median)
    report.told("40 who type 2 keys a second: ms a key, p95", late, served=(1.2, ""))
    found = await typing(there[SERVED], 100, 1)
    report.at_most("100 who type 1 key a second, served: ms a key, p95", at(found, 0.95), 60)


async def many(there: dict[str, Way], report: Report, count: int = 2000) -> None:
    """Sessions one after another: the server's own processes do not grow."""
    for name in (ATTACHED, SERVED):
        way = there[name]
        sizes = []
        for number in range(count + 1):
            if number in (count // 10, count):
                await asyncio.sleep(1.5)
                processes = [
                    p for root in way.roots[-1:] for p in [psutil.Process(root), *psutil.Process(root).children()]
                ]
                sizes.append(
                    (sum(p.memory_full_info().uss for p in processes) / 1e6, sum(p.num_fds() for p in processes))
                )
            await start(way)
        (before, open_before), (after, open_after) = sizes
        print(f"{name}, {count} sessions: {before:.1f} to {after:.1f} MB, {open_before} to {open_after} descriptors")
        report.failed += after > before * 1.05 + 1 or open_after > open_before


async def measured(words: list[str], report: Report) -> None:
    quick = "quick" in words
    wanted = set(words) - {"quick", "large"} or {"starts", "crowd", "memory", "keys"}
    with tempfile.TemporaryDirectory() as directory:
        content = [str(large(Path(directory)))] if "large" in words else [str(ROOT / "content")]
        with ways(Path(directory), content) as there:
            for way in there.values():
                await start(way)
            if "starts" in wanted:
                await starts(there, report, 5 if quick else 20)
            if "crowd" in wanted:
                await arrivals(there, report)
            if "memory" in wanted:
                await crowded_memory(there, report, 20 if quick else 100)
            if "keys" in wanted:
                await keys(there, report)
            if "many" in wanted:
                await many(there, report, 200 if quick else 2000)


def large(directory: Path, count: int = 10_000) -> Path:
    """A FAQ of so many questions."""
    chance = random.Random(1)
    words = [
        f"{a}{b}"
        for a in ("ecr", "lamp", "gate", "wick", "oil", "role", "path")
        for b in ("", "s", "er", "ing", "able")
    ]
    pages = directory / "large"
    pages.mkdir()
    for page in range(count // 100):
        text = [f"# Page {page}\n"]
        for number in range(100):
            text.append(f"## How does {' '.join(chance.choices(words, k=4))} work {page}-{number}?\n")
            text.append(" ".join(chance.choices(words, k=40)) + ".\n")
        (pages / f"{page:03}.md").write_text("\n".join(text))
    return pages


def main() -> int:
    """Measure what is asked for; 1 where something is over its aim."""
    report = Report()
    asyncio.run(measured(sys.argv[1:], report))
    print(json.dumps({"over": report.failed}))
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
