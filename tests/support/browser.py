"""A real Chromium without a window, driven over its own protocol (Chrome DevTools Protocol)."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from support.programs import require

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Browser:
    """One page of it."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Have it do something; what it answers."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(60))
            if told.get("id") == self._number:
                assert "error" not in told, told
                result: dict[str, Any] = told["result"]
                return result
            self.events.append(told)

    def run(self, script: str) -> Any:
        """The value of JavaScript in the page, waited for."""
        done = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 60) -> str:
        """Wait until the terminal in the page shows something; its text."""
        found = wanted if callable(wanted) else lambda text: wanted in text
        end = time.monotonic() + seconds
        while True:
            text = self.text
            if found(text):
                return text
            assert time.monotonic() < end, (
                f"never saw {wanted!r}; the page is\n{text}\n{self.run('document.body.innerText')}"
            )
            time.sleep(0.05)

    @property
    def text(self) -> str:
        """What the terminal in the page shows, a line a row."""
        script = "[...document.querySelectorAll('.xterm-rows > div')].map((row) => row.textContent).join('\\n')"
        return (self.run(script) or "").replace("\xa0", " ")

    def type(self, text: str) -> None:
        """Press a key for each letter."""
        for letter in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    def control(self, letter: str) -> None:
        """Press a letter with control held."""
        code = {
            "key": letter,
            "code": f"Key{letter.upper()}",
            "windowsVirtualKeyCode": ord(letter.upper()),
            "modifiers": 2,
        }
        self.call("Input.dispatchKeyEvent", type="rawKeyDown", **code)
        self.call("Input.dispatchKeyEvent", type="keyUp", **code)

    def click(self, x: float, y: float) -> None:
        """Click, the pointer being there already."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        time.sleep(0.3)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def size(self, width: int, height: int, *, mobile: bool = False) -> None:
        """Another size of the page, in pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)


@contextmanager
def browser(
    directory: Path, address: str, *, size: tuple[int, int] = (1000, 600), mobile: bool = False
) -> Iterator[Browser]:
    """A page at `address`, until the block ends."""
    from websockets.sync.client import connect

    program = next(filter(None, map(shutil.which, NAMES)), None) or require("chromium")
    words = [
        program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        "--remote-debugging-port=0", f"--user-data-dir={directory / 'profile'}", "about:blank",
    ]  # fmt: skip
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        told, end = directory / "profile" / "DevToolsActivePort", time.monotonic() + 90
        while not (told.exists() and len(told.read_text().split()) == 2):
            assert process.poll() is None, "the browser does not start"
            assert time.monotonic() < end, "the browser does not come up"
            time.sleep(0.05)
        port = told.read_text().split()[0]
        with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            (page, *_) = [one for one in json.load(answer) if one["type"] == "page"]
        with connect(page["webSocketDebuggerUrl"], max_size=None, ping_interval=None) as socket:
            found = Browser(socket)
            for domain in ("Page", "Runtime", "Network", "Log"):
                found.call(f"{domain}.enable")
            found.size(*size, mobile=mobile)
            with suppress(AssertionError):
                found.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
            found.call("Page.navigate", url=address)
            found.call("Page.bringToFront")
            yield found
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()
