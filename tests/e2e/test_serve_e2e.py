"""``ssh faq@host``: the stock client, commands, what is refused, and whatever ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from support.programs import require
from support.pty_terminal import PtyTerminal, environment
from support.served import PYTHON, boats, serving, started

pytest.importorskip("asyncssh", reason="the extra faqtui[serve] is not installed")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A server for those who are only told something."""
    directory = tmp_path_factory.mktemp("shared")
    with serving(directory, boats(directory)) as running:
        yield running


@pytest.fixture
def server(tmp_path, content):
    with serving(tmp_path, content) as running:
        yield running


def ssh(server, *words, options=(), **how):
    """What a command gives over the stock client."""
    return subprocess.run(
        [*server.ssh(*options), *words], capture_output=True, check=False, stdin=how.pop("stdin", subprocess.DEVNULL), **how
    )  # fmt: skip


def screen(server, *options, **how):
    """A terminal in which the stock client has connected."""
    return PtyTerminal([*server.ssh("-tt", *options)], env=environment(server.directory / "home"), **how)


def none_left(server):
    server.wait(lambda: not server.sessions())


def get(server, path):
    """A response of the status port: its code and its text."""
    with suppress(OSError), urlopen(f"http://{server.status}{path}") as response:
        return response.status, response.read().decode()
    return 503, ""


# -- sessions


def test_who_connects_finds_reads_copies_and_leaves(server):
    with screen(server) as terminal:
        terminal.wait_for("^Q quit")
        assert "Under the thwart." in terminal.type("oars")
        terminal.type("\x19")
        assert any("Under the thwart." in text for text in terminal.clipboard())
        terminal.resize(100, 30)
        terminal.wait_for(lambda text: any(len(line) > 90 for line in text.splitlines()))
        terminal.send("\x03")
        terminal.settle()
        terminal.send("\x03")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []
    end = server.wait_for_event("end")
    assert (end["peer"], end["way"], end["command"], end["exit"]) == ("127.0.0.1", "ssh", "screen", 0)
    none_left(server)


def test_a_terminal_that_can_little_is_given_little(server):
    env = environment(server.directory / "home", TERM="vt100", LANG="C", LC_ALL="C")
    with PtyTerminal(server.ssh("-tt", "-o", "SendEnv=LC_ALL LANG"), env=env) as terminal:
        terminal.wait_for("^Q quit")
        assert terminal.output.isascii()
        assert b"\x1b]" not in terminal.output


def test_several_sessions_share_a_connection(server, held, tmp_path):
    control = f"ControlPath={tmp_path / 'control'}"
    first = held.enter_context(screen(server, "-M", "-o", control))
    first.wait_for("^Q quit")
    second = held.enter_context(screen(server, "-o", control))
    second.wait_for("^Q quit")
    assert "Under the thwart." in second.type("oars")
    assert ssh(server, "list", options=("-o", control)).returncode == 0
    assert len(server.events("login")) == 1
    second.send("\x11")
    assert second.wait_exit() == 0
    assert "With a bucket." in first.type("bail")


def test_commands_work_without_a_terminal(server):
    done = ssh(server, "search", "oars", "--json", "--limit", "1")
    assert done.returncode == 0
    assert json.loads(done.stdout)["hits"][0]["id"] == "where-are-the-oars"
    assert ssh(server, "search", "zeppelin").returncode == 1
    assert b"With a bucket." in ssh(server, "show", "'bail a boat'").stdout
    assert ssh(server, "check").returncode == 0
    batch = ssh(server, "search", "--batch", "-", input=b"oars\nbail\n", stdin=None)
    assert [json.loads(line)["total"] for line in batch.stdout.splitlines()] == [1, 1]
    with_terminal = ssh(server, "list", options=("-tt",))
    assert b"Where are the oars?" in with_terminal.stdout


def test_a_batch_is_a_conversation(server):
    words = [*server.ssh(), "search", "--batch", "-", "--limit", "1"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talking:
        for word in (b"oars", b"bail", b"boat"):
            talking.stdin.write(word + b"\n")
            talking.stdin.flush()
            assert json.loads(talking.stdout.readline())["query"] == word.decode()
        talking.stdin.close()
        assert talking.wait(20) == 0


@pytest.mark.parametrize(
    "words",
    [("sh", "-c", "id"), ("list", "/etc/passwd"), ("search", "x", "--content", "/etc/passwd"), ("scp", "-t", "/tmp"),
     ("search", "--batch", "/etc/passwd"), ("serve",), ("check", "--why"), ("bash", "-i")],
    ids=" ".join,
)  # fmt: skip
def test_other_commands_are_refused_with_one_line(shared, words):
    done = ssh(shared, *words)
    assert done.returncode == 2
    assert done.stdout == b""
    assert re.fullmatch(rb"faqtui: [^\n]+\n", done.stderr), done.stderr


def test_a_shell_without_a_terminal_is_refused_with_one_line(shared):
    done = ssh(shared, options=("-T",))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"ssh -t" in done.stderr


def test_no_files_no_forwarding_no_agent_no_x11(server, tmp_path):
    sftp = ssh(server, "sftp", options=("-s",))
    assert sftp.returncode == 2
    assert re.fullmatch(rb"faqtui: no sftp here[^\n]+\n", sftp.stderr)
    copied = tmp_path / "copied"
    for old in ((), ("-O",)):
        words = [require("scp"), *old, *server.options("-P"), "faq@127.0.0.1:/etc/passwd", str(copied)]
        assert subprocess.run(words, capture_output=True, check=False).returncode != 0
    assert not copied.exists()
    for option in (("-W", "127.0.0.1:22"), ("-N", "-R", "0:127.0.0.1:9", "-o", "ExitOnForwardFailure=yes")):
        assert ssh(server, options=option).returncode == 255
    with screen(server, "-A", "-X") as terminal:
        terminal.wait_for("^Q quit")
        (session,) = server.sessions()
        assert not any(name.startswith(("SSH_AUTH", "DISPLAY")) for name in session.environ())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([*server.ssh("-N", "-L", f"127.0.0.1:{port}:{server.address}:{server.port}")]) as forwarding:

        def refused():
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as through:
                through.settimeout(20)
                return through.recv(10) == b""
            return False

        assert server.wait(refused)
        forwarding.kill()


# -- who may log in


@pytest.fixture
def key(tmp_path):
    for name in ("mine", "other", "authority"):
        words = [require("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(words, check=True)
    return tmp_path / "mine"


def identity(path):
    return ("-i", str(path), "-o", "IdentitiesOnly=yes")


def test_with_keys_only_who_is_listed_logs_in_and_lists_may_change(tmp_path, content, key):
    listed = tmp_path / "listed"
    listed.write_bytes(key.with_suffix(".pub").read_bytes())
    other = tmp_path / "other"
    with serving(tmp_path, "--auth", f"keys={listed}", content) as server:
        assert ssh(server, "list", options=identity(key)).returncode == 0
        assert ssh(server, "list", options=identity(other)).returncode == 255
        assert ssh(server, "list", options=("-o", "PubkeyAuthentication=no")).returncode == 255
        listed.write_bytes(other.with_suffix(".pub").read_bytes())
        assert ssh(server, "list", options=identity(other)).returncode == 0
        assert ssh(server, "list", options=identity(key)).returncode == 255


def test_with_an_authority_only_whom_it_has_signed_logs_in(tmp_path, content, key):
    sign = [require("ssh-keygen"), "-q", "-s", str(tmp_path / "authority"), "-I", "me", "-n", "faq", f"{key}.pub"]
    subprocess.run(sign, check=True)
    with serving(tmp_path, "--auth", f"ca={tmp_path / 'authority.pub'}", content) as server:
        assert ssh(server, "list", options=identity(key)).returncode == 0
        assert ssh(server, "list", options=identity(tmp_path / "other")).returncode == 255


def test_the_host_key_is_made_once_for_its_owner(tmp_path, content):
    def known(server):
        words = [*server.ssh("-v"), "list"]
        said = subprocess.run(words, capture_output=True, check=True).stderr.decode()
        return re.search(r"Server host key: (.*)", said)[1]

    with serving(tmp_path, content) as server:
        first = known(server)
        (made,) = (tmp_path / "home").rglob("ssh_host_ed25519_key")
        assert made.stat().st_mode & 0o777 == 0o600
    with serving(tmp_path, content) as server:
        assert known(server) == first
        # no session and no zygote has ever seen it
        assert "asyncssh" not in Path(f"/proc/{server.zygote.pid}/maps").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--host-key", "none"), "no host key can be read there"),
        (("--auth", "keys=none"), "no keys can be read there"),
        (("--auth", "password"), "--auth: none, keys=FILE or ca=FILE"),
        (("--listen", "nowhere"), "an address and a port are needed"),
        (("--listen", "192.0.2.1:22"), "cannot listen there"),
        (("--proxy", "x"), "--proxy:"),
        (("--sessions", "0"), "a number of sessions from 1 up"),
        (("--user", "nobody-of-this-name"), "there is no user"),
        (("none.md",), "none.md: no such file"),
        (("-",), "standard input (-) cannot be served"),
    ],
)
def test_what_cannot_be_served_is_one_line_and_an_exit_code(tmp_path, content, arguments, said):
    command = [*PYTHON, "-m", "faqtui", "serve", "--listen", "127.0.0.1:0", *arguments]
    with started(command, tmp_path) as server:
        assert server.process.wait(30) == 2
    lines = [line for line in server.log.read_text().splitlines() if line.startswith("faqtui: ")]
    assert said in lines[-1]
    assert "Traceback" not in server.log.read_text()


# -- limits


def test_one_session_of_an_address_too_many_gets_a_line(tmp_path, content):
    with serving(tmp_path, "--per-address", "1", content) as server, screen(server) as terminal:
        terminal.wait_for("^Q quit")
        done = ssh(server, "list")
        assert done.returncode == 1
        assert re.fullmatch(rb"faqtui: too many sessions from your address[^\n]*\n", done.stderr)
        terminal.send("\x11")
        terminal.wait_exit()
        none_left(server)
        assert server.wait(lambda: ssh(server, "list").returncode == 0)


def test_one_session_of_all_too_many_gets_a_line(tmp_path, content):
    with serving(tmp_path, "--sessions", "1", content) as server, screen(server) as terminal:
        terminal.wait_for("^Q quit")
        done = ssh(server, "list")
        assert done.returncode == 1
        assert re.fullmatch(rb"faqtui: too many sessions at the moment[^\n]*\n", done.stderr)
        assert 'faqtui_refused_total{reason="sessions"} 1' in get(server, "/metrics")[1]


# -- whatever ends


@pytest.mark.parametrize(
    "how", ["the client is killed", "the client is terminated", "the terminal is closed", "tilde dot"]
)
def test_no_session_outlives_whoever_was_there(server, how):
    with screen(server) as terminal:
        terminal.wait_for("^Q quit")
        assert len(server.sessions()) == 1
        match how:
            case "the client is killed":
                terminal.process.kill()
            case "the client is terminated":
                terminal.process.terminate()
            case "the terminal is closed":
                terminal.hang_up()
            case _:
                terminal.send("\r~.")
        none_left(server)
    server.wait_for_event("end")


def test_a_session_that_is_killed_ends_alone(server, held):
    one = held.enter_context(screen(server))
    one.wait_for("^Q quit")
    (session,) = server.sessions()
    two = held.enter_context(screen(server))
    two.wait_for("^Q quit")
    session.kill()
    assert one.wait_exit() == 137
    assert "Under the thwart." in two.type("oars")


def test_a_zygote_that_is_killed_takes_no_session_with_it(server, held):
    terminal = held.enter_context(screen(server))
    terminal.wait_for("^Q quit")
    server.zygote.kill()
    assert ssh(server, "list").returncode == 0  # it waits for the next
    assert "Under the thwart." in terminal.type("oars")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0


def test_without_its_keeper_sessions_go_on(server, held):
    terminal = held.enter_context(screen(server))
    terminal.wait_for("^Q quit")
    family = psutil.Process(server.process.pid).children(recursive=True)
    server.process.kill()
    server.process.wait()
    assert "Under the thwart." in terminal.type("oars")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    psutil.wait_procs(family, 20)
    assert not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in family)


@pytest.mark.parametrize("which", ["front", "zygote", "watcher", "keeper"])
def test_whichever_process_of_the_server_is_killed_no_session_ends(server, held, which):
    terminals = [held.enter_context(screen(server)) for _ in range(2)]
    for terminal in terminals:
        terminal.wait_for("^Q quit")
    match which:
        case "front":
            victim = server.front
        case "zygote":
            victim = server.zygote
        case "watcher":
            known = {server.front.pid, server.zygote.pid}
            (victim,) = [one for one in psutil.Process(server.process.pid).children() if one.pid not in known]
        case _:
            victim = psutil.Process(server.process.pid)
    family = server.family()
    victim.kill()
    psutil.wait_procs([victim], 20)
    for terminal in terminals:
        assert "Under the thwart." in terminal.type("oars")
    if which != "keeper":
        server.wait_for_event("died", process=which)
        server.wait(lambda: get(server, "/readyz")[0] == 200)
        with screen(server) as another:
            another.wait_for("^Q quit")
    for terminal in terminals:
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
    none_left(server)
    if which == "keeper":
        psutil.wait_procs(family, 20)
        assert not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in family)


def test_a_connection_whose_process_is_killed_ends_alone(server, held):
    one = held.enter_context(screen(server))
    one.wait_for("^Q quit")
    first = server.wait_for_event("login")["pid"]
    two = held.enter_context(screen(server))
    two.wait_for("^Q quit")
    psutil.Process(first).kill()
    assert one.wait_exit() == 255
    server.wait_for_event("end")
    assert "Under the thwart." in two.type("oars")
    server.wait(lambda: len(server.sessions()) == 1)
    server.wait(lambda: 'faqtui_sessions{way="ssh"} 1' in get(server, "/metrics")[1])
    assert "faqtui_connections 1\n" in get(server, "/metrics")[1]


# -- many hosts


def test_balancers_are_told_whether_it_lives_and_is_ready(server):
    assert get(server, "/healthz") == (200, "ok\n")
    assert get(server, "/readyz") == (200, "ready\n")
    assert ssh(server, "list").returncode == 0
    text = get(server, "/metrics")[1]
    assert 'faqtui_sessions_started_total{way="ssh"} 1' in text
    assert f'faqtui_content_info{{revision="{server.events("ready")[0]["revision"]}"}} 1' in text
    assert "faqtui_session_start_seconds_count 1" in text
    assert get(server, "/nothing")[0] != 200


def test_asked_to_end_it_is_not_ready_takes_who_still_comes_and_cuts_nobody(tmp_path, content, held):
    with serving(tmp_path, "--drain", "60", "--linger", "4", content) as server:
        terminal = held.enter_context(screen(server))
        terminal.wait_for("^Q quit")
        server.process.terminate()
        server.wait(lambda: get(server, "/readyz")[0] == 503)
        assert get(server, "/healthz") == (200, "ok\n")
        assert ssh(server, "list").returncode == 0  # sent here before the balancer has noticed
        terminal.wait_for("about to end")
        server.wait(lambda: ssh(server, "list").returncode == 255)
        assert "Under the thwart." in terminal.type("oars")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert server.process.wait(30) == 0


def test_at_the_deadline_who_is_still_there_is_hung_up(tmp_path, content):
    with serving(tmp_path, "--drain", "3", "--linger", "0", content) as server, screen(server) as terminal:
        terminal.wait_for("^Q quit")
        server.process.terminate()
        terminal.wait_for("about to end")
        terminal.wait_exit(30)
        assert server.process.wait(30) == 0


def test_a_balancer_says_who_comes(tmp_path, content):
    from faqtui.serving.proxies import SIGNATURE

    with serving(tmp_path, "--proxy", "127.0.0.1", content) as server:
        addresses = socket.inet_aton("192.0.2.77") + socket.inet_aton("192.0.2.1") + bytes(4)
        head = SIGNATURE + b"\x21\x11" + len(addresses).to_bytes(2, "big") + addresses
        through = server.directory / "through.py"
        through.write_text(
            "import os, socket, sys, threading\n"
            f"s = socket.create_connection(('127.0.0.1', {server.port})); s.sendall({head!r})\n"
            "def up():\n"
            "    while d := os.read(0, 65536): s.sendall(d)\n"
            "threading.Thread(target=up, daemon=True).start()\n"
            "while d := s.recv(65536): os.write(1, d)\n"
        )
        done = ssh(server, "list", options=("-o", f"ProxyCommand={PYTHON[0]} {through}"))
        assert done.returncode == 0, done.stderr
        assert server.wait_for_event("session")["peer"] == "192.0.2.77"
        assert ssh(server, "list").returncode == 255  # without a header: it is a balancer, and must say


def test_it_listens_where_systemd_does(tmp_path, content):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        handing = tmp_path / "handing.py"
        handing.write_text(
            "import os, sys\n"
            f"os.dup2({listener.fileno()}, 3)\n"
            "os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1')\n"
            "os.execv(sys.argv[1], sys.argv[1:])\n"
        )
        notified = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        notified.bind(str(tmp_path / "notify"))
        command = [PYTHON[0], handing, *PYTHON, "-m", "faqtui", "serve", content]
        os.set_inheritable(listener.fileno(), True)
        with (
            notified,
            started(command, tmp_path, pass_fds=(listener.fileno(),), NOTIFY_SOCKET=str(tmp_path / "notify")) as server,
        ):
            notified.settimeout(60)
            assert notified.recv(100) == b"READY=1"
            server.at("127.0.0.1", listener.getsockname()[1])
            assert ssh(server, "list").returncode == 0
            server.process.send_signal(signal.SIGTERM)
            assert notified.recv(100) == b"STOPPING=1"
