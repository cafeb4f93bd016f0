"""Nothing but what serves, and was started for that, can reach a network: no other module knows how."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "src" / "faqtui"
SERVES = ("serving", "commands/server")
REFUSES = "host/secure.py"
"""Knows sockets in order to refuse them."""

REACHES = {
    "socket",
    "ssl",
    "http",
    "ftplib",
    "smtplib",
    "socketserver",
    "xmlrpc",
    "requests",
    "httpx",
    "urllib3",
    "aiohttp",
}
"""Packages that open connections; of ``urllib`` that is ``urllib.request``."""

OPENS = {"create_connection", "open_connection", "open_unix_connection", "urlopen", "urlretrieve"}


def reaching(source: str) -> Iterator[str]:
    """The names in a module's source by which it could open a connection."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Attribute) and node.attr in OPENS:
            names = ["http"]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in REACHES or name.startswith("urllib.request"))


def test_what_could_reach_a_network_is_seen():
    for source in (
        "import socket",
        "from http.client import HTTPConnection",
        "from urllib import request",
        "a.urlopen(b)",
    ):
        assert list(reaching(source))
    for source in ("from urllib.parse import quote", "from faqtui.host import http", "import html"):
        assert not list(reaching(source))


def test_only_what_serves_knows_how_to_reach_a_network():
    found = {
        str(path.relative_to(ROOT)): names
        for path in ROOT.rglob("*.py")
        if not str(path.relative_to(ROOT)).startswith((*SERVES, REFUSES))
        and (names := list(reaching(path.read_text("utf-8"))))
    }
    assert found == {}
