"""Fetches the terminal that the page of `faqtui serve --web` shows, while a wheel is built: xterm.js, from its npm packages.

What is fetched is pinned by its SHA-512, lies in ``src/faqtui/serving/page/xterm`` with its licence, and is never committed.
npm fetches it, from where it is set up to. Without npm, or without network, the build goes on: everything but ``--web``
works. ``python hatch_build.py`` fetches it into a clone.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand
    BuildHookInterface = object

PACKAGES = {
    "@xterm/xterm@6.0.0": (
        "4d0c037501adc300edfb67202832e7d0845a4b162ed6d4948e029aad20e450cd"
        "193624915c5a63c44b2f73f66073992ae68989f95d1af3f908336583dec30e62",
        {"lib/xterm.js": "xterm.js", "css/xterm.css": "xterm.css", "LICENSE": "LICENSE"},
    ),
    "@xterm/addon-fit@0.11.0": (
        "8d87204fac6d558867860c61dd08180e79cd3184dc7fc1256f1c45cd7d08668f"
        "af69b42a48f0230b7735c09aca079135f55c107a2f3d40289964ff3a0c23c5ee",
        {"lib/addon-fit.js": "addon-fit.js", "LICENSE": "LICENSE.addon-fit"},
    ),
}
"""Of each package its SHA-512, and which of its files are wanted under which names."""

PATIENCE = 60


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc,valid-type]
    """Has the files there before hatchling collects what goes into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch what is not there."""
        if self.target_name != "wheel":
            return
        try:
            fetch(Path(self.root))
        except OSError as error:
            self.app.display_warning(f"xterm.js cannot be fetched, so `faqtui serve --web` will not work: {error}")


def fetch(root: Path) -> None:
    """Put the files where they belong. Raises OSError where they are not to be had, or are not what they should be."""
    into = root / "src" / "faqtui" / "serving" / "page" / "xterm"
    for package, (digest, files) in PACKAGES.items():
        if all((into / name).is_file() for name in files.values()):
            continue
        data = packed(package)
        if hashlib.sha512(data).hexdigest() != digest:
            raise OSError(f"{package} is not what was pinned")
        into.mkdir(parents=True, exist_ok=True)
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for inside, name in files.items():
                found = archive.extractfile(f"package/{inside}")
                if found is None:
                    raise OSError(f"{package} has no {inside}")
                (into / name).write_bytes(found.read())


def packed(package: str) -> bytes:
    """A package as it was published, an archive. Raises OSError where npm is not there or does not get it."""
    npm = shutil.which("npm")
    if npm is None:
        raise OSError("there is no npm")
    with tempfile.TemporaryDirectory() as directory:
        command = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", directory, package]
        try:
            subprocess.run(command, cwd=directory, check=True, capture_output=True, timeout=PATIENCE)
        except subprocess.SubprocessError as error:
            raise OSError(f"npm does not get {package}") from error
        return next(Path(directory).glob("*.tgz")).read_bytes()


if __name__ == "__main__":
    fetch(Path(__file__).parent)
    sys.exit(0)
