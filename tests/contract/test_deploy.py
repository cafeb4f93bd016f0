"""What is in ``deploy/``: files that their programs read, and that call this program as it is."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
import yaml

from faqtui.commands.arguments import parser_of
from support.places import ROOT
from support.programs import require

DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
OF_OTHERS = {"git-sync", "podman", "docker", "compose", "kubectl", "ssh-keygen", "pip"}


def options(command):
    _, actions = parser_of(command)
    return {name for action in actions for name in action.option_strings}


def test_every_option_of_ours_that_is_named_is_there():
    named = set()
    for path in FILES:
        for line in path.read_text().splitlines():
            for command in ("serve", "zygote", "attach"):
                if match := re.search(rf"faqtui\"?,? \"?{command}\b(.*)", line):
                    given = re.findall(r"--[a-z-]+", match[1])
                    assert set(given) <= options(command), f"{path.name}: {line}"
                    named |= set(given)
    assert {"--listen", "--status", "--proxy", "--socket"} <= named


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix in (".yaml", ".yml")], ids=lambda p: p.name)
def test_manifests_can_be_read_and_what_they_give_our_program_is_there(path):
    documents = list(yaml.safe_load_all(path.read_text()))
    arguments = []

    def look(value):
        if isinstance(value, dict):
            image = str(value.get("image", ""))
            if "git-sync" not in image and "haproxy" not in image:
                arguments.extend(
                    value.get("args", value.get("command", [])) if "args" in value or "command" in value else []
                )
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    look(documents)
    given = {str(word).partition("=")[0] for word in arguments if str(word).startswith("--")}
    assert given
    assert given <= options("serve")


def test_kubernetes_has_what_is_needed_for_many_hosts():
    found = {one["kind"]: one for one in yaml.safe_load_all((DEPLOY / "kubernetes" / "faqtui.yaml").read_text())}
    assert {"Deployment", "Service", "PodDisruptionBudget"} <= set(found)
    assert found["Service"]["spec"]["externalTrafficPolicy"] == "Local"
    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    for container in [*pod["containers"], *pod["initContainers"]]:
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        for mount in container["volumeMounts"]:
            assert mount["name"] in {volume["name"] for volume in pod["volumes"]}
    (ours,) = [one for one in pod["containers"] if one["name"] == "faqtui"]
    drain = int(next(word for word in ours["args"] if word.startswith("--drain=")).partition("=")[2])
    assert pod["terminationGracePeriodSeconds"] > drain


def test_haproxy_takes_its_configuration():
    words = [require("haproxy"), "-c", "-f", str(DEPLOY / "haproxy" / "haproxy.cfg")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_its_units():
    units = sorted((DEPLOY / "systemd").iterdir())
    done = subprocess.run(["systemd-analyze", "verify", *map(str, units)], capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "faqtui" in line]
    assert [line for line in said if "is not executable" not in line] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", sorted((DEPLOY / "systemd").glob("*.service")), ids=lambda path: path.name)
def test_systemd_finds_little_exposed(unit):
    """Of 10: what is left is the network, local sockets and terminals, which a server needs."""
    words = ["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if "unrecognized option" in done.stderr or "nknown" in done.stderr:
        pytest.skip("this systemd judges running units only")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
