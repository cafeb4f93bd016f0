"""What the doctor says: whole reports for machines that do not exist, and the command itself on this one.

With ``FAQTUI_UPDATE_GOLDENS=1`` the reports in ``golden/doctor`` are written anew; read the difference before it is
committed.
"""

import json
import os
import subprocess
import sys

import pytest

from faqtui.commands.checking.diagnosis import ContentThere, Directory, Ground, Model, Situation
from faqtui.commands.checking.doctor import print_report, writable
from faqtui.commands.console import Console
from faqtui.host.clipboard import forecast
from faqtui.host.terminal import Terminal
from support.commandline import CommandLine, Stream
from support.machines import TMUX, FakeMachine, tmux_says
from support.places import GOLDEN

GOLDEN = GOLDEN / "doctor"
HOME = "/home/ann"
DIRECTORIES = (
    Directory("settings", f"{HOME}/.config/faqtui", exists=False),
    Directory("what is remembered", f"{HOME}/.local/state/faqtui", exists=True),
    Directory("saved libraries", f"{HOME}/.cache/faqtui", exists=True),
)
SHIPS = ContentThere("the FAQ that ships", title="AWS deployments", entries=49, categories=11)
BY_SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
IN_TMUX = TMUX | {"TERM": "tmux-256color"}


def situation(machine, *, secure=False, **more):
    env = {"LANG": "en_US.UTF-8", **machine.env}
    facts = {
        "env": env,
        "terminal": Terminal.from_environment(env),
        "size": (80, 24),
        "is_terminal": True,
        "secure": secure,
        "forecast": forecast(env=env, secure=secure, run=machine.run, machine=machine),
        "directories": () if secure else DIRECTORIES,
        "settings_problem": "",
        "content": SHIPS,
        "faqtui": "1.0",
        "python": "3.11.2",
        "textual": "8.2.0",
    }
    return Situation(**{**facts, **more})


def tmux_on(env=IN_TMUX, processes=None, answers=None, **facts):
    return FakeMachine(env, {"display-message": tmux_says(**facts), **(answers or {})}, processes)


MOSH = {100: ("python", 90, {}), 90: ("bash", 80, {}), 80: ("mosh-server", 1, {})}
SITUATIONS = {
    "terminal": situation(FakeMachine({"COLORTERM": "truecolor"})),
    "xterm": situation(FakeMachine({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"})),
    "ssh": situation(FakeMachine(BY_SSH)),
    "mosh": situation(FakeMachine(BY_SSH, processes=MOSH)),
    "tmux": situation(tmux_on()),
    "tmux-passthrough": situation(tmux_on(allow_passthrough="all")),
    "tmux-old": situation(tmux_on(version="3.2a", allow_passthrough="")),
    "tmux-without-clipboard": situation(tmux_on(client_termname="screen-256color", client_termfeatures="title")),
    "tmux-silent": situation(FakeMachine(IN_TMUX)),
    "tmux-in-screen": situation(tmux_on(processes={50: ("tmux: client", 40, {"TERM": "screen", "STY": "1.x"})})),
    "tmux-in-mosh": situation(
        tmux_on(processes={50: ("tmux: client", 40, BY_SSH), 40: ("mosh-server", 1, {})})
    ),
    "tmux-on-the-other-side": situation(FakeMachine(BY_SSH | {"TERM": "tmux-256color"})),
    "tmux-in-16-colours": situation(tmux_on(TMUX | {"TERM": "screen"})),
    "screen": situation(FakeMachine({"TERM": "screen-256color", "STY": "1.pts"})),
    "secure-in-tmux": situation(tmux_on(), secure=True),
    "console": situation(FakeMachine({"TERM": "linux"})),
    "latin": situation(FakeMachine({"LANG": "de_DE.ISO-8859-1"}), size=(30, 8)),
    "dumb-pipe": situation(FakeMachine({"TERM": "dumb"}), size=None, is_terminal=False),
    "everything-wrong": situation(
        FakeMachine({"NO_COLOR": "1", "FAQTUI_DRIVER": "stock"}),
        is_terminal=False,
        directories=(
            Directory("settings", f"{HOME}/.config/faqtui", exists=True, problem="cannot be written"),
            Directory("what is remembered", f"{HOME}/state\x1b[31m/faqtui", exists=False, problem="cannot be made in /"),
        ),
        settings_problem=f"{HOME}/.config/faqtui/config.toml:3: theme: there is no theme \x9bred; there are ansi, dark",
        content=ContentThere("from FAQTUI_CONTENT", ("/srv/faq",), problems=("/srv/faq: no such file or directory",)),
    ),
    "light-ground": situation(
        FakeMachine({"COLORTERM": "truecolor"}), ground=Ground("rgb:fafa/fafa/fafa", "light", "dark")
    ),
    "silent-ground": situation(FakeMachine({"TERM": "xterm-256color"}), ground=Ground()),
    "supposed-ground": situation(FakeMachine({"TERM": "xterm-256color"}), ground=Ground(supposed="dark")),
    "no-textual": situation(FakeMachine({}), textual=None, content=ContentThere("standard input, which is not read for this")),
}  # fmt: skip


def printed(found, **how):
    out = Stream(terminal=True)
    console = Console({**found.env, "NO_COLOR": "1", "COLUMNS": "80"}, None, out, None)
    print_report(console, found, **how)
    out.flush()
    return out.buffer.getvalue().decode()


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_situation_gives_the_report_that_stands_beside_it(name):
    golden = GOLDEN / f"{name}.txt"
    text = printed(SITUATIONS[name])
    if os.environ.get("FAQTUI_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 80
    assert text.replace("\n", "").isprintable()


def test_there_is_no_report_without_its_situation():
    assert {path.stem for path in GOLDEN.iterdir()} == set(SITUATIONS)


@pytest.mark.parametrize("name", SITUATIONS)
def test_as_json_it_says_the_same(name):
    text = printed(SITUATIONS[name], json=True)
    assert text.rstrip("\n").isprintable()
    found = json.loads(text)
    assert found["schema"] == 1
    assert set(found) == {
        "schema", "versions", "secure", "terminal", "driver", "between", "clipboard", "directories", "settings_problem",
        "content", "meaning", "findings", "advice",
    }  # fmt: skip
    assert all(set(finding) == {"section", "ok", "text"} for finding in found["findings"])
    if found["advice"]:
        assert f"  {found['advice']['line']}\n" in printed(SITUATIONS[name])


def test_json_tells_the_settings_of_tmux_and_the_way():
    found = json.loads(printed(SITUATIONS["tmux-without-clipboard"], json=True))
    assert found["between"]["multiplexers"] == [
        {
            "name": "tmux", "version": "3.4", "allow_passthrough": "off", "set_clipboard": "external",
            "term": "screen-256color", "takes_clipboard": False,
        }
    ]  # fmt: skip
    assert (found["clipboard"]["route"], found["clipboard"]["arrives"]) == ("tmux-buffer", False)
    assert found["advice"]["line"] == "set -as terminal-features ',screen-256color:clipboard'"
    assert json.loads(printed(SITUATIONS["mosh"], json=True))["clipboard"]["limit"] == 12_280


# -- the command


def test_it_tells_what_is_so_here_and_fails_for_nothing_it_finds(tmp_path):
    faqtui = CommandLine(tmp_path, FAQTUI_CONTENT=str(tmp_path / "missing.md"))
    (tmp_path / ".config" / "faqtui").mkdir(parents=True)
    (tmp_path / ".config" / "faqtui" / "config.toml").write_text("theme = 3\n")
    (tmp_path / "cache").write_text("in the way")
    outcome = faqtui("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    for told in (
        "missing.md: no such file",
        "config.toml:1:",
        "cache/faqtui cannot be made",
        ".local/state/faqtui can be made",
    ):
        assert told in outcome.out.replace("\n    ", " ")
    assert list((tmp_path / ".local").glob("*")) == []


def test_it_takes_content_as_the_other_commands_do(tmp_path):
    faq = tmp_path / "faq.md"
    faq.write_text("# Bread\n\n## How long?\n\nAn hour.\n")
    found = CommandLine(tmp_path)("doctor", "--json", faq).json["content"]
    assert (found["title"], found["entries"], found["paths"]) == ("Bread", 1, [str(faq)])
    assert CommandLine(tmp_path)("doctor", "--json", "-").json["content"]["entries"] is None
    assert CommandLine(tmp_path)("doctor", "--jsno").code == 2


@pytest.mark.parametrize(("arguments", "env"), [(("--secure",), {}), ((), {"FAQTUI_SECURE": "1"}), ((), {})])
def test_in_secure_mode_no_program_is_run(tmp_path, arguments, env):
    (tmp_path / "tmux").write_text(f"#!/bin/sh\necho > {tmp_path}/ran\n")
    (tmp_path / "tmux").chmod(0o755)
    env = {"HOME": str(tmp_path), "PATH": f"{tmp_path}:/usr/bin:/bin", "TERM": "xterm", "TMUX": "/x,1,0", **env}
    done = subprocess.run(
        [sys.executable, "-m", "faqtui", "doctor", *arguments], env=env, capture_output=True, text=True, check=True
    )
    secure = bool(arguments) or "FAQTUI_SECURE" in env
    assert (tmp_path / "ran").exists() is not secure
    assert ("secure mode" in done.stdout) is secure


def test_textual_is_not_imported(tmp_path):
    script = (
        "import sys; from faqtui.cli import main; main(['doctor']); "
        "sys.exit(sorted(name for name in sys.modules if name.startswith('textual')) != [])"
    )
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "xterm"}
    assert subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=False).returncode == 0


def test_whether_a_directory_can_be_written_is_found_without_writing(tmp_path):
    assert writable(tmp_path) == (True, "")
    assert writable(tmp_path / "a" / "b") == (False, "")
    (tmp_path / "file").write_text("")
    assert writable(tmp_path / "file") == (True, "is no directory")
    assert writable(tmp_path / "file" / "x") == (False, f"cannot be made in {tmp_path / 'file'}")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_model_of_meaning_is_told_of_with_what_it_takes_or_with_what_is_wrong():
    situation = SITUATIONS["terminal"]
    good = situation._replace(model=Model("some model", load_ms=180.4, query_ms=9.6, vectors=12))
    assert "a sentence takes 10 ms, after 180 ms for the first" in " ".join(printed(good).split())
    assert json.loads(printed(good, json=True))["meaning"]["vectors"] == 12
    bad = situation._replace(model=Model("", problem="its file is cut"))
    assert "! sentences are found by their words alone: its file is cut" in " ".join(printed(bad).split())
    assert json.loads(printed(bad, json=True))["meaning"]["model"] is None
