"""What secure mode keeps of the environment, and which requests of Python it refuses."""

import os
import socket
import subprocess
import sys
from collections.abc import Mapping

import pytest

from faqtui.host.secure import FORBIDDEN, KEPT, is_on, refuse
from faqtui.host.settings import Settings
from faqtui.host.terminal import Terminal
from faqtui.view.actions import ACTIONS
from faqtui.view.options import from_settings

SCRIPT = """
import os, sys
from faqtui.host.secure import confine
confine(os.environ)
{body}
"""


def confined(body, **env):
    """What a confined process that does `body` says; its environment is `env`."""
    done = subprocess.run(
        [sys.executable, "-IB", "-c", SCRIPT.format(body=body)], env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


class Asked(Mapping[str, str]):
    """An environment that notes what it is asked for."""

    def __init__(self):
        self.names = set()

    def __getitem__(self, name):
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


@pytest.mark.parametrize(("value", "on"), [("1", True), ("yes", True), ("0", False), ("", False), (None, False)])
def test_it_is_on_where_the_variable_is_neither_empty_nor_0(value, on):
    assert is_on({} if value is None else {"FAQTUI_SECURE": value}) is on


def test_what_says_how_the_terminal_draws_is_kept():
    asked = Asked()
    Terminal.from_environment(asked)
    assert asked.names
    assert asked.names <= KEPT


def test_everything_else_is_dropped_before_anything_reads_it():
    names = """
        SSH_ORIGINAL_COMMAND FAQTUI_CONTENT FAQTUI_DRIVER TEXTUAL_LOG TEXTUAL_DEVTOOLS_HOST PYTHONPATH PYTHONSTARTUP
        BROWSER EDITOR VISUAL PAGER COLUMNS LINES LD_LIBRARY_PATH SHELL PATH
    """
    dropped = dict.fromkeys(names.split(), "x")
    kept = {"TERM": "xterm", "LANG": "C.UTF-8", "SSH_TTY": "/dev/pts/1"}
    code, out, err = confined("print(*sorted(os.environ))", **dropped, **kept)
    assert (code, err) == (0, "")
    assert set(out.split()) - {"LC_CTYPE"} == {*kept, "FAQTUI_SECURE"}


@pytest.mark.parametrize(
    "body",
    [
        "os.system('true')", "os.fork()", "os.execv('/bin/true', ['true'])",
        "import subprocess; subprocess.run(['/bin/true'])",
        "os.posix_spawn('/bin/true', ['true'], os.environ)", "import pty; pty.fork()",
        "open('{file}', 'w')", "open('{file}', 'a')", "open('/tmp', 'r+')", "os.open('{file}', os.O_CREAT)",
        "os.open('/dev/../{file}', os.O_WRONLY)", "import pathlib; pathlib.Path('{file}').write_text('x')",
        "import tempfile; tempfile.mkstemp()", "import tempfile; tempfile.TemporaryFile()",
        "os.mkdir('{file}')", "os.remove('/tmp/none')", "os.rename('/tmp/none', '{file}')", "os.symlink('a', '{file}')",
        "import socket; socket.socket()", "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket(socket.AF_UNIX).connect('/run/none')",
        "import socket; socket.getaddrinfo('localhost', 1)",
    ],
)  # fmt: skip
def test_a_program_a_file_or_a_connection_is_refused(body, tmp_path):
    path = tmp_path / "made"
    tried = "\n".join(["try:", f"    {body.format(file=path)}", "except OSError as error:", "    print(error)"])
    code, out, err = confined(tried)
    assert (code, err) == (0, "")
    # tempfile tries directories first, and says that none is usable.
    assert "secure mode does not allow it" in out or "No usable temporary directory" in out
    assert not path.exists()


def test_reading_and_the_terminal_are_left(tmp_path):
    (tmp_path / "faq.md").write_text("x")
    path = tmp_path / "faq.md"
    body = (
        f"print(open({str(path)!r}).read(), file=open('/dev/null', 'w'))\nimport asyncio; asyncio.run(asyncio.sleep(0))"
    )
    assert confined(body) == (0, "", "")


def test_a_mistake_is_told_without_saying_where():
    code, out, err = confined("import threading; t = threading.Thread(target=lambda: 1/0); t.start(); t.join(); 1/0")
    assert code == 1
    assert (out, err) == ("", "faqtui: ended by an error of its own\n")


def test_a_failing_task_is_logged_to_no_one():
    body = """
import asyncio, gc
async def fail(): raise RuntimeError("where")
async def main():
    task = asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    del task
asyncio.run(main()); gc.collect()
"""
    assert confined(body) == (0, "", "")


def test_a_local_socket_for_the_process_itself_is_no_connection():
    refuse("socket.__new__", (None, socket.AF_UNIX, 1, 0))
    refuse("open", (3, "w", os.O_WRONLY))
    with pytest.raises(PermissionError):
        refuse("socket.__new__", (None, socket.AF_INET, 1, 0))


def test_the_events_refused_are_those_python_raises():
    """A misspelt name would forbid nothing: each must stand in an interpreter's own code or library."""
    import sysconfig
    from pathlib import Path

    library = Path(sysconfig.get_path("stdlib"))
    haystack = b"".join(
        path.read_bytes()
        for path in [*library.glob("*.py"), *library.glob("lib-dynload/_socket*"), *library.glob("lib-dynload/posix*")]
    )
    binaries = [Path(sys.executable).resolve(), *Path(sysconfig.get_config_var("LIBDIR")).glob("libpython3*.so*")]
    haystack += b"".join(path.read_bytes() for path in binaries)
    assert {name for name in FORBIDDEN if name.encode() not in haystack} == set()


def test_no_action_that_lends_the_terminal_is_left():
    actions = from_settings(Settings(), secure=True).actions
    assert {action.id for action in ACTIONS} - {action.id for action in actions} == {"edit", "suspend"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["list"], 0), (["search", "bags"], 0), (["show", "bags"], 0), (["check"], 0), (["keys"], 0),
        (["export", "--format", "html"], 0), (["export", "--format", "html", "-o", "out.html"], 2), (["config", "init"], 2),
        (["config", "show"], 0), (["config", "path"], 0), (["doctor"], 0), (["completion", "bash"], 0),
    ],
)  # fmt: skip
def test_commands_read_and_print_and_do_no_more(tmp_path, options, code):
    faq = tmp_path / "faq.md"
    faq.write_text("# Shop\n## Where are the bags?\nIn the cellar.\n")
    content = ["--content", str(faq)] if options[0] not in {"keys", "config", "completion"} else []
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-IB", "-m", "faqtui", *options, *content],
        env={"HOME": str(home), "FAQTUI_SECURE": "1", "FAQTUI_CONTENT": "/etc/passwd", "TMUX": "/tmp/none,1,0"},
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert (code == 0) is not ("secure mode" in done.stderr)
    assert "Traceback" not in done.stderr
    assert list(home.iterdir()) == []
    assert not (tmp_path / "out.html").exists()
