"""Running the command line inside the test's process, its streams caught; a stream may pose as a terminal."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from faqtui.cli import main
from faqtui.commands.console import Console


class Stream(io.TextIOWrapper):
    """A text stream over bytes in memory."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", errors="surrogateescape", newline="")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Outcome(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.split("\n") if line]


class CommandLine:
    """``faqtui`` with a home of its own: call it with arguments."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self.env: dict[str, str] = {
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            **environment,
        }

    @property
    def saved(self) -> list[Path]:
        """The saved libraries."""
        return sorted(path for path in (self.home / "cache").rglob("*.library") if path.is_file())

    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes | None = b"",
        terminal: bool = False,
        watched: bool = False,
        keyboard: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Run it; `terminal` is for standard output, `watched` for standard error, `keyboard` for standard input."""
        out, err = Stream(terminal=terminal), Stream(terminal=watched)
        console = Console(
            {**self.env, **(env or {})}, None if stdin is None else Stream(stdin, terminal=keyboard), out, err
        )
        code = main([str(argument) for argument in arguments], console)
        out.flush()
        err.flush()
        return Outcome(code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())
