"""What of a page is let in, and what its files may do."""

from __future__ import annotations

import re
import socket

import pytest

pytest.importorskip("websockets", reason="the extra faqtui[web] is not installed")

from faqtui.serving import web
from faqtui.serving.web import FILES, POLICY, allowed_hosts
from support.places import ROOT

PAGE = ROOT / "src" / "faqtui" / "serving" / "page"


def test_only_names_of_ours_are_let_in():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert allowed_hosts(listener, ()) == {f"127.0.0.1:{port}", f"localhost:{port}"}
        assert "faq.example.com" in allowed_hosts(listener, ["https://faq.example.com"])


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ({"size": [80, 24]}, (80, 24)),
        ({"size": [0, 24]}, None), ({"size": [80, -1]}, None), ({"size": [80]}, None), ({"size": "80x24"}, None),
        ({"size": [80.5, 24]}, None), ({"size": [10**9, 24]}, None), ({}, None), ({"size": None}, None),
    ],
)  # fmt: skip
def test_a_size_is_two_numbers(told, size):
    assert web._size(told) == size


@pytest.mark.parametrize("message", ["", "x", "[]", "3", "null", "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_object_says_nothing(message):
    assert web._told(message) == {}


def test_the_page_loads_nothing_from_elsewhere_and_runs_nothing_inside_itself():
    html = (PAGE / "index.html").read_text()
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"\bon\w+=|style=", html) == []
    for own in ("index.html", "page.js", "page.css"):
        assert re.findall(r"https?://(?!\S*\|)|//cdn|eval\(|innerHTML|Function\(", (PAGE / own).read_text()) == [], own
    named = {f"/{name}" for name in re.findall(r'(?:src|href)="([^"]+)"', html)}
    assert named <= set(FILES)
    assert "'unsafe-eval'" not in POLICY
    assert "script-src 'self';" in POLICY
    assert "default-src 'none'" in POLICY
