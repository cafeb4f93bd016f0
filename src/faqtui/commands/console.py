"""The three standard streams: what may be written to them, and what they can show.

Data goes to standard output, talk to standard error. Nothing of faqtui's own content is known here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from io import BufferedReader
from typing import TYPE_CHECKING, TextIO, cast

from faqtui.errors import SHORTAGE, ContentError, FaqtuiError
from faqtui.start.first_frame import leave_now

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.host.settings import Settings
    from faqtui.host.terminal import Terminal
    from faqtui.model import Span

BOLD, DIM, MATCH = "1", "2", "1;4;35"
"""Parameters of SGR (ECMA-48, 8.3.117); that of a match is the accent of the screen's theme ``ansi``.

A match is bold and underlined as well: colour alone tells nothing.
"""

INTERRUPTED = 130
"""Exit code of a command that was interrupted."""

WIDEST = 100
"""Columns beyond which lines of prose are hard to follow."""


class Console:
    """Standard input, output and error, with the environment that says what they can show.

    A stream that is closed is None, as Python has it.
    """

    def __init__(
        self, env: Mapping[str, str], stdin: TextIO | None, stdout: TextIO | None, stderr: TextIO | None
    ) -> None:
        self.env = env
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.is_terminal = _is_terminal(stdout)
        self.faq: Faq | None = None
        """The FAQ that every command is about, where a server has read it; else each reads what it is told to."""
        self._output = -1

    @classmethod
    def standard(cls) -> Console:
        """The console this process was started with."""
        from faqtui.host.terminal import as_given

        return cls(as_given(os.environ), sys.stdin, sys.stdout, sys.stderr)

    def guard(self, command: Callable[[Console], int]) -> int:
        """Do a command; whatever goes wrong is told in a line, and becomes an exit code."""
        try:
            code = command(self)
            self.flush()
        except ContentError as error:
            # A line for each source, so that one broken file of many can be found.
            for line in [str(error), *getattr(error, "__notes__", [])]:
                self.say(line)
            return error.exit_code
        except FaqtuiError as error:
            self.say(str(error))
            return error.exit_code
        except BrokenPipeError:  # the reader has seen enough
            self.abandon_stdout()
            return 0
        except KeyboardInterrupt:
            self.abandon_stdout()
            return INTERRUPTED
        except MemoryError:
            self.say("there is not enough memory for this")
            return FaqtuiError.exit_code
        except OSError as error:  # no descriptor is left, or a disk does not answer
            where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
            self.say(f"{where}{error.strerror or error}")
            return FaqtuiError.exit_code
        except ImportError as error:  # the same, of a shared library that is to be opened; or a package is missing
            self.say(f"cannot be loaded: {error}")
            return FaqtuiError.exit_code
        return code

    @cached_property
    def terminal(self) -> Terminal:
        """What the terminal can do, if standard output is one."""
        from faqtui.host.terminal import Terminal

        return Terminal.from_environment(self.env)

    @cached_property
    def colour(self) -> bool:
        """Whether output may be styled: on a terminal that has colours, unless NO_COLOR is set. Can be set."""
        return self.is_terminal and self.terminal.colours != "none"

    @property
    def ascii(self) -> bool:
        """Whether to draw with ASCII characters only; a pipe gets UTF-8."""
        return self.is_terminal and self.terminal.ascii

    @cached_property
    def secure(self) -> bool:
        """Whether nothing may be run or written: ``FAQTUI_SECURE`` set to anything but nothing or 0. Can be set."""
        from faqtui.host.secure import is_on

        return is_on(self.env)

    @cached_property
    def settings(self) -> Settings:
        """The user's settings; none in secure mode. Raises ConfigError for a file that is wrong."""
        from faqtui.host import paths, settings

        return settings.Settings() if self.secure else settings.load(paths.config_file(self.env))

    @cached_property
    def columns(self) -> int:
        """The width of the terminal in cells; ``COLUMNS``, where set, comes first; 80 where neither says."""
        given = self.env.get("COLUMNS", "")
        if given.isdecimal() and int(given[:9]) > 0:
            from faqtui.host.terminal import LARGEST

            return min(int(given[:9]), LARGEST.columns)
        if self.is_terminal and self.stdout is not None:
            with suppress(OSError, ValueError):  # a terminal that does not tell its size
                return os.get_terminal_size(self.stdout.fileno()).columns or 80
        return 80

    def write(self, text: str) -> None:
        """Write data to standard output.

        A pipe or file gets UTF-8, a terminal its own charset, where what it lacks is written as an escape. A lone
        surrogate, which no encoding has, becomes an escape too.
        """
        if self.stdout is None:
            raise FaqtuiError("standard output is closed")
        leave_now()
        with _told():
            self.stdout.buffer.write(text.encode(self._encoding, "backslashreplace"))

    @cached_property
    def _encoding(self) -> str:
        if not self.is_terminal or self.terminal.utf8:
            return "utf-8"
        charset = (getattr(self.stdout, "encoding", None) or "ascii").lower()
        # Python takes UTF-8 for the C locale (PEP 538, 540); the terminal was not asked.
        return "ascii" if charset.replace("-", "") == "utf8" else charset

    def write_lines(self, lines: Iterable[str]) -> None:
        """Write data, a line feed after each line."""
        self.write("".join(f"{line}\n" for line in lines))

    def flush(self) -> None:
        """Send what was written."""
        if self.stdout is not None:
            with _told():
                self.stdout.flush()

    def take_terminal(self) -> bool:
        """Have the terminal take the place of standard output, which `hand_over` still writes to; False where there is none."""
        if self.stdout is None:
            return False
        try:
            terminal = os.open("/dev/tty", os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            return False
        self.flush()
        self._output = os.dup(self.stdout.fileno())
        os.dup2(terminal, self.stdout.fileno())
        os.close(terminal)
        self.is_terminal = True
        return True

    def hand_over(self, text: str) -> None:
        """Write data to what standard output was when the program began, as a pipe gets it."""
        if self._output < 0:
            self.write(text)
            return
        data = text.encode("utf-8", "backslashreplace")
        with _told():
            while data:
                data = data[os.write(self._output, data) :]

    def abandon_stdout(self) -> None:
        """Forget what was written and not sent yet, so that Python does not try again when it ends."""
        leave_now()  # through the descriptor that leads nowhere after this
        if self.stdout is None:
            return
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stdout.fileno())
            os.close(nowhere)

    def say(self, message: str) -> None:
        """Tell the person something on standard error: one line, made safe to show."""
        if self.stderr is None:
            return
        try:
            from faqtui.sanitize import sanitize_line

            message = sanitize_line(message)
        except SHORTAGE:  # no descriptor is left, as is about to be said
            message = ascii(message)[1:-1]
        leave_now()
        with suppress(OSError, FaqtuiError):
            self.flush()  # data written before comes before, where both go to one terminal
        try:
            line = f"faqtui: {message}\n"
            self.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8"))
            self.stderr.flush()
        except (OSError, ValueError):  # nobody to tell
            self.stderr = None

    def read_stdin(self, limit: int) -> bytes:
        """All of standard input. Raises ContentError when it is closed, cannot be read or is over `limit` bytes."""
        from faqtui.host.rawfiles import read_bounded

        file = self.stdin_lines
        self.tell_reading()
        try:
            data = read_bounded(file, limit)
        except OSError as error:
            raise ContentError("-", f"cannot be read: {error.strerror}") from error
        if len(data) > limit:
            raise ContentError("-", f"too large: at most {limit // 1_000_000} MB are read")
        return data

    def tell_reading(self) -> None:
        """Where standard input is the terminal, say that it is read, and what ends it."""
        if self.stdin is not None and self.stdin.isatty():
            self.say("reading from the terminal; ctrl-d at the start of a line ends it")

    @property
    def stdin_lines(self) -> BufferedReader:
        """Standard input, to be read as it comes."""
        if self.stdin is None:
            raise ContentError("-", "standard input is closed")
        return cast("BufferedReader", self.stdin.buffer)

    @staticmethod
    def safe(path: str) -> str:
        """A file's name made safe to show: it is the one text that was not sanitised when it was read."""
        if path.isprintable():
            return path
        from faqtui.sanitize import sanitize_line

        return sanitize_line(path)

    def styled(self, text: str, sgr: str) -> str:
        """`text` with an SGR parameter around it, where output may be styled."""
        return f"\x1b[{sgr}m{text}\x1b[0m" if text and sgr and self.colour else text

    def marked(self, text: str, spans: Sequence[Span], sgr: str = "") -> str:
        """`text`, styled as a whole with `sgr`, the spans (in order, apart) marked as matches."""
        if not self.colour:
            return text
        pieces: list[str] = []
        end = 0
        for start, stop in spans:
            pieces += [self.styled(text[end:start], sgr), self.styled(text[start:stop], MATCH)]
            end = stop
        return "".join([*pieces, self.styled(text[end:], sgr)])

    def beside(self, parts: Iterable[str], *, indent: str = "") -> list[str]:
        """`parts`, dim, side by side; on a terminal on several lines where there is no room, so that none is broken."""
        between = " | " if self.ascii else " · "
        lines: list[str] = []
        for part in parts:
            if lines and not (self.is_terminal and len(indent + lines[-1] + between + part) > self.columns):
                lines[-1] += between + part
            else:
                lines.append(part)
        return [indent + self.styled(line, DIM) for line in lines]

    def wrapped(self, text: str, spans: Sequence[Span] = (), sgr: str = "", *, indent: str = "") -> list[str]:
        """`text` as `marked` gives it, broken at words where a terminal shows it; a pipe gets one line, whatever its length."""
        width = min(self.columns, WIDEST) - len(indent)
        if not self.is_terminal or len(text) * 2 <= width:  # no character takes more than two cells
            return [indent + self.marked(text, spans, sgr)]
        from faqtui.render.nodes import Span as Piece
        from faqtui.render.wrap import wrap

        lines: list[str] = []
        for runs in wrap([Piece(text, "", 0, len(text))], width):
            start, end = (runs[0].source or (0, 0))[0], (runs[-1].source or (0, 0))[1]
            inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
            lines.append(indent + self.marked(text[start:end], inside, sgr))
        return lines


@contextmanager
def _told() -> Iterator[None]:
    """An error of standard output as one of ours; a broken pipe stays what it is, since nobody needs to hear of it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FaqtuiError(f"standard output: {error.strerror or error}") from error


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
