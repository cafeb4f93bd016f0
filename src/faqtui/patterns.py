"""Regular expressions that are compiled when they are first asked something.

Python compiles one in 0.1 to 4 ms. Those that read Markdown and what authors make of it are some two hundred, of which
the first answer of a session needs some: compiling all of them took 15 ms of the 150 to the first paint.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = (
    "match",
    "search",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "flags",
    "groupindex",
)


def pattern(source: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, to all who only ask it; a mistake in `source` is told by the first question."""
    return cast("re.Pattern[AnyStr]", LatePattern(source, flags))


class LatePattern:
    """Stands for a compiled pattern: what it is asked for the first time it gets from there, and keeps."""

    def __init__(self, source: str | bytes, flags: re.RegexFlag) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for asked in _ASKED:  # found in the instance from now on, nearly as quickly as in the pattern
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)
