"""Importing the whole screen at once, for a process that many sessions are copied from: each would do it for itself."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from faqtui import tui


def import_all() -> None:
    """Import every module of the screen, and what textual imports when it is first seen."""
    import_module("textual.scrollbar")
    for module in walk_packages(tui.__path__, "faqtui.tui."):
        import_module(module.name)
