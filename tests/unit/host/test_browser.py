"""When an address is opened in the browser of this machine, and when not."""

import pytest

from faqtui.host.browser import open_in_browser, opener, why_not
from faqtui.host.clipboard.between import Between

URL = "https://example.org/a?b=c&d"


@pytest.fixture
def desktop(tmp_path):
    """A desktop whose program notes what it was asked to open."""
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/part && mv {tmp_path}/part {tmp_path}/opened\n')
    program.chmod(0o755)
    return {"PATH": f"{program.parent}:/usr/bin:/bin", "DISPLAY": ":7", "TERM": "xterm-256color"}


def refused(url, env, between=None, *, secure=False):
    return why_not(url, env, secure=secure, between=lambda: between or Between())


def test_a_web_address_is_opened_where_the_user_sits(desktop):
    assert refused(URL, desktop) == ""
    assert refused("mailto:a@b.c", desktop) == ""


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "--version", "ssh://h", "#here", "a.md", ""],
)
def test_nothing_else_is(desktop, url):
    assert refused(url, desktop) == "only web and mail addresses are opened"


@pytest.mark.parametrize("between", [Between(ssh=True), Between(mosh=True), Between(unseen=True), Between(silent=True)])
def test_never_where_the_user_may_sit_elsewhere(desktop, between):
    assert "not at this machine" in refused(URL, desktop, between)


def test_never_in_secure_mode_nor_without_a_desktop(desktop):
    assert refused(URL, desktop, secure=True) == "secure mode runs no program"
    assert "no desktop" in refused(URL, {**desktop, "DISPLAY": ""})


def test_the_program_gets_the_address_whole_and_alone(desktop, tmp_path):
    assert opener(desktop) == str(tmp_path / "bin" / "xdg-open")
    message = open_in_browser(URL, desktop, secure=False)
    if message != "handed to the browser of this machine":
        pytest.skip(f"these tests run away from the machine's desk: {message}")
    assert (tmp_path / "opened").read_text() == f"{URL}|"


def test_a_program_that_fails_is_named_with_its_code(desktop, tmp_path):
    program = tmp_path / "bin" / "xdg-open"
    program.write_text("#!/bin/sh\nexit 4\n")
    message = open_in_browser(URL, desktop, secure=False)
    assert message in {
        f"not opened: {program} ended with code 4",
        "not opened: you are not at this machine; your terminal may open it with a click",
    }


def test_over_ssh_no_program_runs(desktop, tmp_path):
    message = open_in_browser(URL, {**desktop, "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, secure=False)
    assert message.startswith("not opened: you are not at this machine")
    assert not (tmp_path / "opened").exists()
