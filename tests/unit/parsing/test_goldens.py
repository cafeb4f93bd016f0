"""Each fixture of `golden/entries` gives the entries, categories and diagnostics that stand beside it as JSON.

With them stands what is noise in it: the lines of which words are in no entry, no title and no text.

With ``FAQTUI_UPDATE_GOLDENS=1`` the JSON files are written anew; read the difference before it is committed.
"""

import json
import os

import pytest

from faqtui import sources
from faqtui.parsing import parse_library
from support.accounts import noise
from support.places import GOLDEN

FOLDER = GOLDEN / "entries"
FIXTURES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".json")
DATA = (".yml", ".yaml", ".json", ".jsonl", ".toml", ".csv", ".tsv")
"""Files of which more than the values is written."""


def parsed(name: str) -> dict[str, object]:
    files, errors = sources.read([str(FOLDER / name)])
    assert errors == []
    documents = [
        sources.decode(sources.RawFile(file.path.removeprefix(f"{FOLDER.as_posix()}/"), file.data, 1)) for file in files
    ]
    library = parse_library(documents)
    entries = []
    for entry in library.entries:
        data = entry._asdict()
        for name in ("links", "code_blocks", "also_at"):
            data[name] = [item._asdict() for item in data[name]]
        data["source"] = f"{entry.source.path}:{entry.source.start_line}-{entry.source.end_line}"
        entries.append({key: value for key, value in data.items() if value})
    return {
        "title": library.title,
        **({"text": library.text} if library.text else {}),
        "categories": [
            [list(node.path), node.count, *([node.text] if node.text else [])] for node in library.categories
        ],
        "entries": entries,
        "noise": noise([document for document in documents if not document.path.endswith(DATA)], library),
        "diagnostics": [f"{d.path}:{d.line}: {d.severity} {d.code} {d.message}" for d in library.diagnostics],
    }


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_gives_the_entries_that_stand_beside_it(name: str) -> None:
    golden = FOLDER / f"{name}.json"
    found = json.loads(json.dumps(parsed(name)))
    if os.environ.get("FAQTUI_UPDATE_GOLDENS"):
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))
