"""Importing the whole screen at once, for a process that many sessions are copied from: each would do it for itself."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from faqtui import live, tui


def import_all() -> None:
    """Import every module of the screen and of what works in it, and what textual imports when it is first seen."""
    import_module("textual.scrollbar")
    for package in (live, tui):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
