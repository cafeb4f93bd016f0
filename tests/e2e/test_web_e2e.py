"""A session in a page: who is let in, what the page may do, and a real browser that finds, copies and follows."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack, contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest

from support.browser import browser
from support.places import ROOT
from support.programs import missing
from support.served import serving

pytest.importorskip("asyncssh", reason="the extra faqtui[serve] is not installed")
pytest.importorskip("websockets", reason="the extra faqtui[web] is not installed")

from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

XTERM = ROOT / "src" / "faqtui" / "serving" / "page" / "xterm" / "xterm.js"

FAQ = """\
# Boats
## How do I bail a boat?
With a bucket, as [the harbour](https://harbour.example.com/bail) says.
## Where are the oars?
Under the thwart.
"""


@pytest.fixture(autouse=True)
def terminal_in_the_page():
    """What a build without npm leaves out."""
    if not XTERM.is_file():
        missing("xterm.js", "`python hatch_build.py` fetches it")


@pytest.fixture
def content(tmp_path):
    path = tmp_path / "boats.md"
    path.write_text(FAQ)
    return path


@pytest.fixture
def server(tmp_path, content):
    with serving(tmp_path, "--web", "127.0.0.1:0", content) as running:
        yield running


def web(server):
    return server.events("listening")[-1]["web"][0]


def get(server, path, **headers):
    try:
        with urlopen(Request(f"http://{web(server)}{path}", headers=headers)) as answer:
            return answer.status, answer.read(), answer.headers
    except HTTPError as error:
        return error.code, error.read(), error.headers


@contextmanager
def session(server, *, origin="", size=(80, 24), token=None, **how):
    address = web(server)
    with connect(f"ws://{address}/session", origin=origin or f"http://{address}", **how) as opened:
        opened.send(json.dumps({"size": size} | ({"token": token} if token is not None else {})))
        yield opened


def closed(opened, sent=()):
    """How a connection is closed once it has been sent that."""
    try:
        for message in sent:
            opened.send(message)
        while True:
            opened.recv(60)
    except ConnectionClosed as end:
        return end.rcvd


def until(opened, text):
    seen = b""
    while text not in seen:
        seen += opened.recv(60)
    return seen


# -- over the protocol


def test_the_page_has_its_files_and_may_do_little(server):
    for path in ("/", "/page.js", "/page.css", "/xterm.js", "/xterm.css", "/addon-fit.js", "/licence.txt"):
        status, body, headers = get(server, path)
        assert (status, bool(body)) == (200, True), path
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert b"Permission is hereby granted" in get(server, "/licence.txt")[1]
    for path in ("/../keeper.py", "/page/index.html", "/%2e%2e/etc/passwd", "/xterm/", "/session.js"):
        assert get(server, path)[0] == 404, path


def test_a_session_goes_over_it_both_ways_and_ends_with_it(server):
    with session(server) as opened:
        until(opened, b"quit")
        opened.send(b"oars")
        until(opened, b"thwart")
        opened.send(json.dumps({"size": [100, 30]}))
        assert len(server.sessions()) == 1
    server.wait(lambda: not server.sessions())
    end = server.wait_for_event("end")
    assert (end["way"], end["peer"], end["command"]) == ("web", "127.0.0.1", "screen")


def test_who_leaves_by_a_key_is_told_and_the_connection_closed(server):
    with session(server) as opened:
        until(opened, b"quit")
        assert closed(opened, [b"\x11"]).code == 1000


@pytest.mark.parametrize(
    "origin", ["http://evil.example.com", "null", "file://", "https://127.0.0.1:1", "http://127.0.0.1"]
)
def test_pages_of_others_are_turned_away(server, origin):
    with pytest.raises(InvalidStatus) as refused, session(server, origin=origin):
        pass
    assert refused.value.response.status_code == 403
    assert server.sessions() == []


def test_a_page_without_an_origin_is_turned_away(server):
    with pytest.raises(InvalidStatus), connect(f"ws://{web(server)}/session"):
        pass


def test_under_another_name_it_answers_nothing(server):
    port = web(server).rpartition(":")[2]
    assert get(server, "/", Host=f"rebound.example.com:{port}")[0] == 421
    assert get(server, "/", Host=f"localhost:{port}")[0] == 200


def test_a_token_is_asked_for_where_there_is_one(tmp_path, content):
    (tmp_path / "token").write_text("open sesame\n")
    with serving(tmp_path, "--web", "127.0.0.1:0", "--web-token", tmp_path / "token", content) as server:
        for wrong in (None, "", "open", "open sesame ", 3, ["open sesame"]):
            with session(server, token=wrong) as opened:
                assert closed(opened).code == 1008
        with session(server, token="open sesame") as opened:
            until(opened, b"quit")
        assert "sesame" not in server.log.read_text()


def test_behind_a_proxy_it_knows_its_name_and_who_comes(tmp_path, content):
    options = ("--web-origin", "https://faq.example.com", "--proxy", "127.0.0.1")
    with serving(tmp_path, "--web", "127.0.0.1:0", *options, content) as server:
        assert get(server, "/", Host="faq.example.com")[0] == 200
        told = {"X-Forwarded-For": "198.51.100.1, 192.0.2.9"}
        with session(server, origin="https://faq.example.com", additional_headers=told) as opened:
            until(opened, b"quit")
        assert server.wait_for_event("session")["peer"] == "192.0.2.9"


def test_whoever_is_not_believed_is_who_they_are(server):
    with session(server, additional_headers={"X-Forwarded-For": "192.0.2.9"}) as opened:
        until(opened, b"quit")
    assert server.wait_for_event("session")["peer"] == "127.0.0.1"


@pytest.mark.parametrize("first", ["", "x", "[]", '{"size": [0, 0]}', b"\xff", '{"size": ["a", "b"]}'])
def test_nonsense_at_first_closes_it(server, first):
    address = web(server)
    with connect(f"ws://{address}/session", origin=f"http://{address}") as opened:
        assert closed(opened, [first]).code == 1008


def test_too_many_and_too_much_are_turned_away(tmp_path, content):
    with serving(tmp_path, "--web", "127.0.0.1:0", "--per-address", "1", content) as server, session(server) as opened:
        until(opened, b"quit")
        with session(server) as second:
            assert "too many sessions" in closed(second).reason
        assert closed(opened, [b"x" * 200_000]).code == 1009
        server.wait(lambda: not server.sessions())
        with session(server) as again:
            until(again, b"quit")


def test_a_front_that_is_killed_ends_no_session_and_the_next_knows_how_many_there_are(tmp_path, content):
    with serving(tmp_path, "--web", "127.0.0.1:0", "--per-address", "2", content) as server, ExitStack() as stack:
        opened = [stack.enter_context(session(server)) for _ in range(2)]
        for one in opened:
            until(one, b"quit")
        first = server.front
        first.kill()
        server.wait_for_event("listening", 2)
        for one in opened:
            one.send(b"oars")
            until(one, b"thwart")
        with session(server) as another:
            assert "too many sessions" in closed(another).reason
        opened[0].close()
        server.wait_for_event("end")
        with session(server) as another:
            until(another, b"quit")


def test_a_page_whose_process_is_killed_ends_alone(server):
    with session(server) as one, session(server) as other:
        until(one, b"quit")
        until(other, b"quit")
        psutil.Process(server.events("login")[0]["pid"]).kill()
        assert closed(one) is None
        server.wait_for_event("end")
        other.send(b"oars")
        until(other, b"thwart")
        server.wait(lambda: len(server.sessions()) == 1)


# -- in a real browser


def test_in_a_browser_one_finds_reads_copies_follows_and_leaves(server, tmp_path):
    with browser(tmp_path, f"http://{web(server)}/") as page:
        page.wait_for("How do I bail a boat?")
        page.wait_for("Q quit")
        page.run("window.opened = []; window.open = (link) => { window.opened.push(link); }; 0")
        page.type("oars")
        page.wait_for("Under the thwart.")
        page.control("y")
        page.wait_for(lambda _: "Under the thwart." in (page.run("navigator.clipboard.readText()") or ""))
        page.control("u")
        page.type("bail")
        page.wait_for("With a bucket")
        where = page.run(
            "(() => { const walk = document.createTreeWalker(document.querySelector('.xterm-rows'), NodeFilter.SHOW_TEXT);"
            "while (walk.nextNode()) { const at = walk.currentNode.data.replaceAll('\\xa0', ' ').indexOf('the harbour');"
            "if (at >= 0) { const range = document.createRange(); range.setStart(walk.currentNode, at);"
            "range.setEnd(walk.currentNode, at + 11); const box = range.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; } } return null; })()"
        )
        assert where, page.text
        page.click(*where)
        page.wait_for(lambda _: page.run("window.opened.length"))
        assert page.run("window.opened") == ["https://harbour.example.com/bail"]
        page.size(700, 400)
        page.wait_for(lambda text: 0 < len(text.splitlines()) < 26 and "bail a boat" in text)
        page.control("q")
        page.wait_for(lambda _: "The session has ended." in page.run("document.getElementById('told').textContent"))
        server.wait(lambda: not server.sessions())
        problems = [
            event for event in page.events
            if event["method"] in ("Log.entryAdded", "Runtime.exceptionThrown") and "favicon" not in json.dumps(event)
        ]  # fmt: skip
        assert problems == []


def test_closing_the_page_ends_the_session(server, tmp_path):
    with browser(tmp_path, f"http://{web(server)}/") as page:
        page.wait_for("Q quit")
        assert len(server.sessions()) == 1
        page.call("Page.navigate", url="about:blank")
        server.wait(lambda: not server.sessions())


def test_on_a_phone_it_is_wide_enough_to_read(server, tmp_path):
    with browser(tmp_path, f"http://{web(server)}/", size=(360, 740), mobile=True) as page:
        page.wait_for("How do I bail a boat?")
        page.type("oars")
        text = page.wait_for("Under the thwart.")
        assert "too small" not in text
        assert page.run("document.documentElement.scrollWidth <= 360")
        time.sleep(0.2)
