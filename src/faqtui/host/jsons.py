"""JSON by what Python has, which is imported once there is any: 1 ms of the very first paint, which has none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from json import JSONEncoder


def loaded(data: str | bytes) -> Any:
    """What JSON says. Raises ValueError, and RecursionError where it is nested too deeply."""
    import json

    return json.loads(data)


def dumped(value: object) -> bytes:
    """A value as JSON, as short as that can be; text that is no Unicode survives."""
    return _encoder().encode(value).encode("utf-8", "surrogatepass")


@cache
def _encoder() -> JSONEncoder:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, separators=(",", ":"))
