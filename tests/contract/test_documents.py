"""What the documents for developers say is so: each file that they name exists."""

import re

import pytest

from support.places import ROOT

DOCUMENTS = ["ARCHITECTURE.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md"]
PLACES = [ROOT, ROOT / "src/faqtui", ROOT / "docs"]
NAMES = re.compile(r"`([\w.-]+(?:/[\w.-]+)*(?:\.(?:py|md|toml|jsonl|lock)|/))`")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_it_names_exists(document):
    named = set(NAMES.findall((ROOT / document).read_text(encoding="utf-8")))
    assert named or document == "RELEASING.md"
    # A bare name stands beside one with its folder.
    everywhere = {path.name for place in (ROOT / "src", ROOT / "tests") for path in place.rglob("*.py")}
    missing = [
        name for name in named if name not in everywhere and not any((place / name).exists() for place in PLACES)
    ]
    assert missing == []
