"""Importing asyncio for less than it usually costs."""

from __future__ import annotations

import sys


def import_asyncio() -> None:
    """Import asyncio, which textual needs, without ssl, as where Python was built without.

    Nothing here connects to anything, and OpenSSL takes 5 ms of the 240 to the first key answered, and 4 MB.
    """
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it fails
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]
