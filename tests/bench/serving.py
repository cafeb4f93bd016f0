"""Sessions from one warm process beside sshd with a forced command: how soon, how much, how many.

``python tests/bench/serving.py [--rounds N] [PART ...]``: three ways to the packaged FAQ, in turns, on the loopback interface:
sshd with ``faqtui --secure`` (plain), sshd with ``faqtui attach`` (attached), and ``faqtui serve`` (served). The client is
asyncssh in this process. The parts:

- starts: first useful screen, query answered, leaving, processor time; also where every session has another size.
- crowd: forty that arrive within a second.
- memory: a hundred that sit there, and have typed.
- keys: forty who type two keys a second, a hundred who type one; processor time a key.
- left: how long a session's process is there after each way to go away.
- large: starts and memory with 10,000 questions.
- many: 2,000 sessions one after another; the server does not grow. Only where it is asked for: it takes 5 minutes.

All but the last take some 12 minutes with twenty rounds. Ends with a table of figures with their aims, and with 1 where one is
not met. Figures are medians of the rounds, for crowd and keys of a seventh of them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import asyncssh
import psutil
import pyte

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.places import ROOT
from support.served import PYTHON, is_session, serving, zygote
from support.sshd import remote, ssh_server

SIZE = (100, 30)
QUESTION, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[\?2026\$p|\x1b\[>[0-9;]*[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
COUNTED = re.compile(r"ecr .* [0-9,]+ of [0-9,]+ *$")
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

    def __init__(
        self, process: asyncssh.SSHClientProcess[bytes], size: tuple[int, int] = SIZE, *, pictured: bool
    ) -> None:
        self.process = process
        self.screen = pyte.Screen(*size)
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

    async def until_counted(self) -> None:
        """Wait until it is told behind the filter how many of all there are for what it says."""
        async with asyncio.timeout(120):
            while not any(COUNTED.search(line) for line in self.screen.display):
                await self.read()


@asynccontextmanager
async def session(way: Way, size: tuple[int, int] = SIZE, *, pictured: bool = True) -> AsyncIterator[Screen]:
    """A connection with a session on it, before anything is shown."""
    async with asyncssh.connect(
        "127.0.0.1", way.port, username=way.user, client_keys=[way.key] if way.key else None, known_hosts=None,
        agent_path=None, config=None, connect_timeout=120, login_timeout=120,
    ) as connection:  # fmt: skip
        process = await connection.create_process(
            None, term_type="xterm-256color", term_size=size, encoding=None, env={"LANG": "C.UTF-8"}
        )
        yield Screen(process, size, pictured=pictured)


async def start(way: Way, size: tuple[int, int] = SIZE) -> tuple[float, float, float]:
    """One session from connecting to leaving: ms to the first useful screen, to a query answered, and from ctrl+q to the end."""
    begun = time.perf_counter()
    async with session(way, size) as screen:
        await screen.until("Q quit")
        painted = time.perf_counter()
        screen.process.stdin.write(b"ecr")
        await screen.until_counted()
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


class Figure(NamedTuple):
    """A row of the table: what was found by each way, and what was to be met."""

    what: str
    found: dict[str, float]
    aim: str = ""
    met: bool | None = None


class Report:
    """Figures with their aims."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []

    def told(self, what: str, found: dict[str, float], **aims: float) -> None:
        """Figures of the ways; `aims` are ratios to the plain one, by way."""
        shown = "; ".join(
            f"{way} {found[way] / found[PLAIN]:.2f} (at most {aim:g}) x plain" for way, aim in aims.items()
        )
        met = all(found[way] / found[PLAIN] <= aim for way, aim in aims.items()) if aims else None
        self._add(Figure(what, found, shown, met))

    def at_most(self, what: str, figure: float, aim: float) -> None:
        """A figure of the served way that has an aim by itself."""
        self._add(Figure(what, {SERVED: figure}, f"at most {aim:g}", figure <= aim))

    def failed(self, what: str, error: BaseException) -> None:
        """Something could not be measured."""
        self._add(Figure(what, {}, f"not measured: {type(error).__name__}: {error}"[:300], met=False))

    def _add(self, figure: Figure) -> None:
        self.figures.append(figure)
        print("  " + self.row(figure), flush=True)

    @staticmethod
    def row(figure: Figure) -> str:
        """As a line of the table."""
        cells = [
            f"{figure.found[way]:>10,.1f}" if way in figure.found else f"{'-':>10}" for way in (PLAIN, ATTACHED, SERVED)
        ]
        met = "" if figure.met is None else "met" if figure.met else "NOT MET"
        return f"{figure.what:<58}{''.join(cells)}  {met:<8} {figure.aim}".rstrip()

    def table(self) -> str:
        """All of it."""
        head = f"{'':<58}{PLAIN:>10}{ATTACHED:>10}{SERVED:>10}"
        return "\n".join([head, *map(self.row, self.figures)])

    @property
    def unmet(self) -> int:
        """How many aims were not met."""
        return sum(figure.met is False for figure in self.figures)


async def starts(there: dict[str, Way], report: Report, rounds: int, what: str = "") -> None:
    """Sessions one after the other, in turns."""
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in there}
    used = dict.fromkeys(there, 0.0)
    for _ in range(rounds):
        for name, way in there.items():
            before = processor(way)
            found[name].append(await start(way))
            await asyncio.sleep(0.3)
            used[name] += processor(way) - before
    for number, (figure, aims) in enumerate(
        (
            ("first useful screen, ms", {SERVED: 0.12, ATTACHED: 0.45}),
            ("query answered, ms", {SERVED: 0.3}),
            ("left, ms", {}),
        )
    ):
        report.told(
            figure + what, {name: statistics.median(one[number] for one in found[name]) for name in there}, **aims
        )
    for number, figure in enumerate(("first useful screen, ms, p95", "query answered, ms, p95")):
        report.told(figure + what, {name: at([one[number] for one in found[name]], 0.95) for name in there})
    report.told("processor time a session, ms" + what, {name: 1000 * used[name] / rounds for name in there}, served=0.3)


async def unusual(there: dict[str, Way], report: Report, rounds: int) -> None:
    """Sessions none of which has the size of another: no screen was drawn for it before."""
    found: dict[str, list[float]] = {PLAIN: [], SERVED: []}
    for number in range(rounds):
        for name, paints in found.items():
            paints.append((await start(there[name], (100 + number % 20, 31 + number // 20)))[0])
            await asyncio.sleep(0.3)
    report.told(
        "first useful screen, ms, each of another size",
        {name: statistics.median(paints) for name, paints in found.items()},
        served=0.12,
    )


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


async def arrivals(there: dict[str, Way], report: Report, rounds: int, count: int = 40) -> None:
    """Many who come within a second."""
    medians: dict[str, list[float]] = {name: [] for name in there}
    late: dict[str, list[float]] = {name: [] for name in there}
    for _ in range(rounds):
        for name, way in there.items():
            async with crowd(way, count, 1.0) as (_, took):
                medians[name].append(1000 * statistics.median(took))
                late[name].append(1000 * at(took, 0.95))
            await settled(way)
    report.told(f"{count} within a second: first useful screen, ms", of_rounds(medians))
    report.told(f"{count} within a second: first useful screen, ms, p95", of_rounds(late), served=0.12)


def of_rounds(found: dict[str, list[float]]) -> dict[str, float]:
    return {name: statistics.median(values) for name, values in found.items()}


async def settled(way: Way) -> None:
    """Wait until nothing of the last sessions is left: two looks in a row see the same processes, and no work."""
    seen: object = None
    for _ in range(60):
        await asyncio.sleep(0.5)
        now = ({process.pid for process in family(way)}, round(processor(way), 2))
        if now == seen:
            return
        seen = now


async def crowded_memory(there: dict[str, Way], report: Report, count: int = 100, what: str = "") -> None:
    """What many take who sit there."""
    idle, typed = {}, {}
    for name, way in there.items():
        async with crowd(way, count, count / 10) as (screens, _):
            await asyncio.sleep(3)
            idle[name] = memory(way)
            for screen in screens:
                screen.process.stdin.write(b"ecr")
            await asyncio.sleep(5)
            typed[name] = memory(way)
        await settled(way)
    aims = {SERVED: 0.6} if PLAIN in there else {}
    report.told(f"memory of {count} sessions, MB{what}", idle, **aims)
    report.at_most(f"memory of {count} sessions, MB each{what}", idle[SERVED] / count, 18)
    report.told(f"memory of {count} sessions that have typed, MB{what}", typed, **aims)


async def typing(way: Way, count: int, rate: float, seconds: float = 10.0) -> tuple[list[float], float]:
    """The ms from each key to the first byte that follows, of so many who type so many keys a second; and what was computed."""
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
        await asyncio.sleep(1)
        before = processor(way)
        await asyncio.gather(*(one(screen, number) for number, screen in enumerate(screens)))
        spent = processor(way) - before
    return late, spent


async def keys(there: dict[str, Way], report: Report, rounds: int) -> None:
    """Many who type."""
    median: dict[str, list[float]] = {name: [] for name in there}
    late: dict[str, list[float]] = {name: [] for name in there}
    used: dict[str, list[float]] = {name: [] for name in there}
    for _ in range(rounds):
        for name, way in there.items():
            found, spent = await typing(way, 40, 2)
            median[name].append(statistics.median(found))
            late[name].append(at(found, 0.95))
            used[name].append(1000 * spent / len(found))
            await settled(way)
    report.told("40 who type 2 keys a second: ms a key", of_rounds(median))
    report.told("40 who type 2 keys a second: ms a key, p95", of_rounds(late), served=1.2)
    report.told("40 who type 2 keys a second: processor time a key, ms", of_rounds(used))
    lates = []
    for _ in range(rounds):
        found, _ = await typing(there[SERVED], 100, 1)
        lates.append(at(found, 0.95))
        await settled(there[SERVED])
    report.at_most("100 who type 1 key a second: ms a key, p95", statistics.median(lates), 60)


async def left(there: dict[str, Way], report: Report) -> None:
    """How long the process of a session is there after whoever was there has gone, in each way."""

    async def quits(screen: Screen) -> None:
        screen.process.stdin.write(b"\x11")

    async def closes(screen: Screen) -> None:
        screen.process.close()

    async def disconnects(screen: Screen) -> None:
        screen.process.get_extra_info("connection").close()

    async def breaks(screen: Screen) -> None:
        screen.process.get_extra_info("connection").abort()

    way = there[SERVED]
    for go in (quits, closes, disconnects, breaks):
        async with session(way) as screen:
            await screen.until("Q quit")
            await go(screen)
            begun = time.perf_counter()
            while (
                any(one.pid not in way.roots and is_session(one) for one in family(way))
                and time.perf_counter() - begun < 30
            ):
                await asyncio.sleep(0.01)
            took = time.perf_counter() - begun
        report.at_most(f"who {go.__name__}: ms until its process has ended", 1000 * took, 1000)
        await settled(way)


async def visit(way: Way) -> None:
    """One session from connecting to leaving, with a query, and no picture of it: so most of the time is the server's."""
    async with session(way, pictured=False) as screen:
        await screen.until("quit")
        screen.process.stdin.write(b"ecr")
        await screen.until(" of ")
        screen.process.stdin.write(b"\x11")
        await screen.process.wait_closed()


async def many(there: dict[str, Way], report: Report, count: int = 2000) -> None:
    """Sessions one after another: the server's own processes do not grow."""
    for name in (ATTACHED, SERVED):
        way = there[name]
        sizes = []
        for number in range(count + 1):
            if number in (count // 10, count):
                await settled(way)
                processes = [psutil.Process(way.roots[-1]), *psutil.Process(way.roots[-1]).children()]
                sizes.append(
                    (sum(p.memory_full_info().uss for p in processes) / 1e6, sum(p.num_fds() for p in processes))
                )
            await visit(way)
        (before, open_before), (after, open_after) = sizes
        report.at_most(f"{count} sessions, {name}: MB more ({before:.1f} at first)", after - before, before * 0.05 + 1)
        report.at_most(f"{count} sessions, {name}: descriptors more", open_after - open_before, 0)


PARTS = ("starts", "crowd", "memory", "keys", "left", "large")


async def measured(parts: list[str], rounds: int, report: Report) -> None:
    """Measure these parts; what goes wrong in one keeps no other from it."""

    async def part(name: str, work: Awaitable[None]) -> None:
        print(f"{name}:", flush=True)
        try:
            async with asyncio.timeout(900 if name != "many" else 3600):
                await work
        except (Exception, asyncio.CancelledError) as error:
            report.failed(name, error)

    few = max(1, rounds // 7)
    if set(parts) - {"large"}:
        with tempfile.TemporaryDirectory() as directory, ways(Path(directory), [str(ROOT / "content")]) as there:
            await warm(there)
            if "starts" in parts:
                await part("starts", starts(there, report, rounds))
                await part("starts of another size", unusual(there, report, rounds))
            if "crowd" in parts:
                await part("crowd", arrivals(there, report, few))
            if "memory" in parts:
                await part("memory", crowded_memory(there, report))
            if "keys" in parts:
                await part("keys", keys(there, report, few))
            if "left" in parts:
                await part("left", left(there, report))
            if "many" in parts:
                await part("many", many(there, report))
    if "large" in parts:
        what = ", 10,000 questions"
        with (
            tempfile.TemporaryDirectory() as directory,
            ways(Path(directory), [str(large(Path(directory)))]) as there,
        ):
            await warm(there)
            await part("large: starts", starts(there, report, max(1, rounds // 4), what))
            await part("large: memory", crowded_memory({SERVED: there[SERVED]}, report, what=what))


async def warm(there: dict[str, Way]) -> None:
    """A session by each way before any is measured, and the time in which a server gets ready for more like it."""
    for way in there.values():
        await start(way)
    await asyncio.sleep(5)


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
    """Measure what is asked for; 1 where an aim is not met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20, metavar="N")
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, "many", []])
    given = parser.parse_args()
    report = Report()
    begun = time.monotonic()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before; {given.rounds} rounds", flush=True)
    asyncio.run(measured(given.parts or list(PARTS), given.rounds, report))
    print(f"\n{report.table()}\n")
    print(f"{report.unmet} not met; {(time.monotonic() - begun) / 60:.0f} minutes, load {os.getloadavg()[0]:.1f} after")
    return 1 if report.unmet else 0


if __name__ == "__main__":
    sys.exit(main())
