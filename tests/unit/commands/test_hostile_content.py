"""Commands and hostile text: in files, names, arguments and the environment; on a terminal, in a pipe, in each format."""

import json
import os
import re

import pytest

from support.commandline import CommandLine
from support.hostile import MARKER, PAYLOADS, document, theirs

EVIL = f"\x1b[{MARKER}mx\x07\x9b{MARKER}m\u202e\x1b]52;c;ZXZpbA==\x07"


@pytest.fixture(autouse=True)
def no_bar(monkeypatch):
    """A progress bar stands on the line of errors only where something took long, as anything may on a busy machine."""
    monkeypatch.setattr("faqtui.commands.progress.DELAY", 3600.0)


@pytest.fixture
def faqtui(tmp_path):
    return CommandLine(tmp_path / "home")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp(f"dir{EVIL}".replace("/", "")) / f"faq{EVIL}.md"
    path.write_text(document(), encoding="utf-8")
    return path


FORMATS = [
    ["list"], ["list", "--json"], ["search", "what", "about"], ["search", "what", "about", "--json"],
    *(["show", "what about colour", "--format", name] for name in ("ansi", "text", "markdown", "json")),
    ["check"], ["check", "--json"],
    *(["export", "--format", name] for name in ("markdown", "text", "json", "jsonl", "html")),
]  # fmt: skip


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("arguments", FORMATS, ids=" ".join)
def test_no_format_prints_a_byte_of_theirs(faqtui, hostile, arguments, terminal):
    done = faqtui(*arguments, "--content", hostile, terminal=terminal, watched=terminal)
    assert done.code in (0, 1)
    assert "bout colour" in re.sub(r"\x1b\[[0-9;]*m", "", done.out) or arguments[0] == "check"
    assert theirs(done.out.encode()) == []
    assert theirs(done.err.encode()) == []
    if "json" in "".join(arguments):
        [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize("arguments", [a for a in FORMATS if a[0] != "check"], ids=" ".join)
def test_raw_changes_nothing_on_a_terminal_and_nothing_in_json(faqtui, hostile, arguments):
    done = faqtui(*arguments, "--raw", "--content", hostile, terminal=True, watched=True)
    assert theirs(done.out.encode()) == []
    if "json" in "".join(arguments):
        done = faqtui(*arguments, "--raw", "--content", hostile)
        assert theirs(done.out.encode()) == []
        assert f"\x1b[{MARKER}m" in str([json.loads(line) for line in done.out.splitlines()]).encode().decode(
            "unicode_escape"
        )


@pytest.mark.parametrize(
    "arguments",
    [
        [EVIL], [f"--{EVIL}"], [f"-{EVIL}"], [f"--query={EVIL}"], ["--open", EVIL], ["--theme", EVIL], ["--idle", EVIL],
        ["--content", EVIL], ["list", EVIL], ["list", f"--{EVIL}"], [f"--json={EVIL}"], ["list", f"--json={EVIL}"],
        ["search", EVIL], ["search", EVIL, "--json"], ["search", "--limit", EVIL, "x"], ["search", "--batch", EVIL],
        ["search", "--batch", EVIL, EVIL], ["show", EVIL], ["show", EVIL, "--format", EVIL], ["check", "--select", EVIL],
        ["check", EVIL], ["export", "--format", EVIL], ["export", "--format", "text", "-o", f"/none/{EVIL}"],
        ["keys", EVIL], ["config", EVIL], ["doctor", EVIL],
        [f"{EVIL}.md", "list"], ["list", "\udcff\udc1b"],
    ],
    ids=lambda arguments: ascii(" ".join(arguments)).replace(ascii(EVIL)[1:-1], "EVIL")[:60],
)  # fmt: skip
@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_arguments_come_back_harmless(faqtui, arguments, terminal):
    done = faqtui(*arguments, terminal=terminal, watched=terminal)
    assert theirs(done.out.encode()) == []
    assert theirs(done.err.encode("utf-8", "surrogateescape")) == []
    goes_on = "  " if terminal else "faqtui: "
    assert [line for line in done.err.splitlines() if not line.startswith(("faqtui: ", goes_on))] == []


def test_the_environment_comes_back_harmless(faqtui, tmp_path):
    for env in (
        {"FAQTUI_CONTENT": f"/none/{EVIL}"}, {"TERM": EVIL}, {"LANG": EVIL}, {"COLUMNS": EVIL}, {"HOME": f"/{EVIL}"},
        {"XDG_CONFIG_HOME": f"/none/{EVIL}"}, {"XDG_CACHE_HOME": f"/none/{EVIL}"}, {"NO_COLOR": EVIL}, {"COLORTERM": EVIL},
    ):  # fmt: skip
        for arguments in (["list"], ["config", "path"], ["doctor"], ["doctor", "--json"]):
            done = faqtui(*arguments, env=env, terminal=True, watched=True)
            assert theirs(done.out.encode("utf-8", "replace")) == [], (env, arguments)
            assert theirs(done.err.encode("utf-8", "replace")) == [], (env, arguments)


def test_settings_come_back_harmless(faqtui, tmp_path):
    path = tmp_path / "home" / ".config" / "faqtui" / "config.toml"
    path.parent.mkdir(parents=True)
    escaped = json.dumps(EVIL)
    for text in (f"theme = {escaped}", f"{escaped} = 1", f"content = [{escaped}]", f"[keys]\n{escaped} = 'x'",
                 f"[keys]\nopen = [{escaped}]", f"theme = '{EVIL}", EVIL):  # fmt: skip
        path.write_text(text)
        for arguments in (["config", "show"], ["list"], ["keys"]):
            done = faqtui(*arguments, terminal=True, watched=True)
            assert theirs(done.out.encode()) == [], (text, arguments)
            assert theirs(done.err.encode()) == [], (text, arguments)


def test_queries_of_a_batch_come_back_harmless(faqtui, hostile):
    queries = "\n".join(text.replace("\n", " ") for text in PAYLOADS.values()).encode()
    done = faqtui("search", "--batch", "-", "--content", hostile, stdin=queries, terminal=True)
    assert len(done.out.splitlines()) == len(queries.splitlines()) or done.code in (0, 1)
    assert theirs(done.out.encode()) == []


def test_content_on_standard_input_that_is_no_text_is_told_in_a_line(faqtui):
    done = faqtui("list", "-", stdin=b"# \xff\xfe\x1b[31;47;9m\n", watched=True)
    assert theirs(done.out.encode()) == []
    assert theirs(done.err.encode()) == []
    assert os.linesep not in done.err.rstrip()


@pytest.mark.parametrize(
    "name", [name for name, text in PAYLOADS.items() if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a]", text)]
)
def test_what_looks_for_such_bytes_sees_them(name):
    assert theirs(b"before " + PAYLOADS[name].encode() + b" after")


def test_what_looks_for_such_bytes_lets_ours_pass():
    ours = "\x1b[1;31mred\x1b[0m\x1b[4;5H\x1b[?25l\x1b]8;;https://example.com\x1b\\a\x1b]8;;\x1b\\\x08"
    assert theirs(ours.encode()) == []
