"""What files beside documents say about titles, sections and order, whatever program they were written for: real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faqtui.faq import load
from faqtui.parsing.front_matter import FrontMatter
from faqtui.parsing.page_lists import NavigationNode, lines
from faqtui.parsing.tree.navigation import Navigation


def two(word: str) -> str:
    return f"## Does the {word} float?\n\nYes.\n\n## Does the {word} sink?\n\nNo.\n"


PAGES = {
    "site/tool-care/oil.md": f"# Oil\n\n{two('oil')}",
    "site/tool-care/rust.md": f"# Rust\n\n{two('rust')}",
    "site/wood/ash.md": f"# Ash\n\n{two('ash')}",
    "site/wood/oak.md": f"# Oak\n\n{two('oak')}",
}


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(files: dict[str, str], *given: str) -> list[tuple[str, ...]]:
    """The categories that hold entries, in the order of the tree."""
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [node.path for node in load(*given or ("site",)).library.categories if node.entries]


NAMED = [("Timber", "Ash"), ("Timber", "Oak"), ("Care of tools", "Oil"), ("Care of tools", "Rust")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_metadata.yaml", "sections:\n  - {id: wood, name: Timber}\n  - {id: tool-care, name: Care of tools}\n"),
        (
            "metadata.yml",
            "chapters:\n  - path: wood\n    title: Timber\n  - path: tool-care/\n    title: Care of tools\n",
        ),
        (
            "metadata.json",
            '{"units": [{"slug": "wood", "title": "Timber"}, {"slug": "tool-care", "title": "Care of tools"}]}',
        ),
        (
            "metadata.toml",
            '[[parts]]\ndir = "wood"\nname = "Timber"\n[[parts]]\ndir = "tool-care"\nname = "Care of tools"\n',
        ),
        ("_meta.json", '{"wood": "Timber", "tool-care": {"title": "Care of tools"}}'),
        (
            "_meta.js",
            "export default {\n  // first\n  wood: 'Timber',\n  'tool-care': { title: \"Care of tools\", theme: {} },\n}",
        ),
        (
            "_meta.ts",
            "import type { M } from 'x'\nconst meta: M = { wood: `Timber`, 'tool-care': 'Care of tools' }\nexport default meta",
        ),
        (".pages", "nav:\n  - Timber: wood\n  - Care of tools: tool-care\n"),
        (".nav.yml", "nav:\n  - Timber: wood/\n  - Care of tools: tool-care/\n"),
        ("toc.yml", "- name: Timber\n  href: wood/toc.yml\n- name: Care of tools\n  href: tool-care/\n"),
        ("SUMMARY.md", "# Summary\n\n* [Timber](wood/)\n* [Care of tools](tool-care/README.md)\n"),
    ],
)
def test_a_list_of_directories_names_and_orders_them(name: str, text: str) -> None:
    assert paths({**PAGES, f"site/{name}": text}) == NAMED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_category_.json", '{"label": "Timber"}'),
        ("_category_.yml", "label: Timber\n"),
        ("metadata.yaml", "name: Timber\n"),
        ("metadata.toml", 'title = "Timber"\n'),
        ("meta.json", '{"title": "Timber", "pages": ["ash", "oak"]}'),
        (".pages", "title: Timber\n"),
        ("_index.md", "---\ntitle: Timber\n---\n"),
        ("index.md", "---\ntitle: Timber\n---\n"),
        ("README.md", "# Timber\n"),
        ("README.md", "# Timber\n\n## Is it dry?\n\nYes.\n\n## Is it wet?\n\nNo.\n"),
    ],
)
def test_a_file_in_a_directory_gives_it_its_title(name: str, text: str) -> None:
    found = paths({**PAGES, f"site/wood/{name}": text})
    assert {("Timber", "Ash"), ("Timber", "Oak"), ("tool-care", "Oil")} <= set(found)


SECTIONED = [("Basics", "Oak"), ("Basics", "Oil"), ("Later", "Deep", "Ash"), ("Later", "Rust")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "mkdocs.yml",
            "site_name: Workshop\nnav:\n  - Basics:\n      - Oak: wood/oak.md\n      - tool-care/oil.md\n"
            "  - Later:\n      - Deep: [wood/ash.md]\n      - tool-care/rust.md\n",
        ),
        (
            "_toc.yml",
            "format: jb-book\nparts:\n  - caption: Basics\n    chapters: [{file: wood/oak}, {file: tool-care/oil}]\n"
            "  - caption: Later\n    chapters:\n      - title: Deep\n        sections: [{file: wood/ash}]\n"
            "      - file: tool-care/rust\n",
        ),
        (
            "toc.yml",
            "items:\n  - name: Basics\n    items: [{href: wood/oak.md}, {href: tool-care/oil.md}]\n"
            "  - name: Later\n    items:\n      - name: Deep\n        items: [{href: wood/ash.md}]\n"
            "      - href: tool-care/rust.md\n",
        ),
        (
            "SUMMARY.md",
            "# Summary\n\n# Basics\n\n- [Oak](wood/oak.md)\n- [Oil](./tool-care/oil.md)\n\n# Later\n\n- Deep\n"
            "    - [Ash](wood/ash.md)\n- [Rust](tool-care/rust.md)\n",
        ),
        (
            "sidebars.js",
            "module.exports = { docs: [\n  {type: 'category', label: 'Basics', items: ['wood/oak', 'tool-care/oil']},\n"
            "  {type: 'category', label: 'Later', items: [{type: 'category', label: 'Deep', items: ['wood/ash']},"
            " {type: 'doc', id: 'tool-care/rust'}]},\n] };",
        ),
        (
            "_data/navigation.yml",
            "main:\n  - {title: Home, url: /}\ndocs:\n  - title: Basics\n    children:\n      - {title: Oak, url: /wood/oak/}\n"
            "      - {title: Oil, url: /tool-care/oil/}\n  - title: Later\n    children:\n      - title: Deep\n"
            "        children: [{url: /wood/ash/}]\n      - {url: /tool-care/rust.html}\n",
        ),
        (
            "docs.json",
            json.dumps(
                {
                    "name": "Workshop",
                    "navigation": {
                        "groups": [
                            {"group": "Basics", "pages": ["wood/oak", "tool-care/oil"]},
                            {"group": "Later", "pages": [{"group": "Deep", "pages": ["wood/ash"]}, "tool-care/rust"]},
                        ]
                    },
                }
            ),
        ),
    ],
)
def test_sections_of_a_list_of_pages_are_the_tree(name: str, text: str) -> None:
    assert paths({**PAGES, f"site/{name}": text}) == SECTIONED


def test_a_site_gives_the_library_its_title_and_has_its_pages_in_docs() -> None:
    pages = {name.replace("site/", "site/docs/"): text for name, text in PAGES.items()}
    nav = "site_name: Workshop\nnav:\n  - Woods: [wood/oak.md, wood/ash.md]\n  - Oil: tool-care/oil.md\n"
    assert paths({**pages, "site/mkdocs.yml": nav}) == [
        ("Woods", "Oak"),
        ("Woods", "Ash"),
        ("docs", "tool-care", "Oil"),
        ("docs", "tool-care", "Rust"),
    ]
    assert load("site").library.title == "Workshop"


def test_a_page_that_no_list_names_keeps_its_directory_and_comes_last() -> None:
    nav = "nav:\n  - Basics: [wood/oak.md]\n"
    assert paths({**PAGES, "site/mkdocs.yml": nav})[0] == ("Basics", "Oak")
    assert set(paths(PAGES)[1:]) == {("wood", "Ash"), ("tool-care", "Oil"), ("tool-care", "Rust")}


def test_a_page_with_pages_below_it_stands_in_its_own_section() -> None:
    summary = "# Summary\n\n- [Oak](wood/oak.md)\n  - [Ash](wood/ash.md)\n- [Oil](tool-care/oil.md)\n"
    assert paths({**PAGES, "site/SUMMARY.md": summary})[:3] == [("Oak",), ("Oak", "Ash"), ("tool-care", "Oil")]


@pytest.mark.parametrize(
    "text", ["{", "- [", "title: [", "nav: {a: {a: {}}}", "nav: 12", "- - - -", "sections: [[[1]]]", "\0"]
)
@pytest.mark.parametrize("name", ["_category_.json", "mkdocs.yml", "toc.yml", "_meta.js", "metadata.toml", "docs.json"])
def test_a_list_that_cannot_be_read_changes_nothing(name: str, text: str) -> None:
    before = paths(PAGES)
    assert paths({f"site/{name}": text}) == before


def test_paths_lead_nowhere_but_to_pages_that_are_there() -> None:
    navigation = Navigation(["d/a.md", "d/b/c.md"], ["d", "d/b"])
    targets = [
        "../../etc/passwd",
        "https://example.org/a.md",
        "a.md#part",
        "./b/c",
        "b/index.md",
        "b",
        ".",
        "",
        "x" * 9999,
    ]
    nodes = (NavigationNode("Section", "", tuple(NavigationNode("", target) for target in targets)),)
    navigation.learn("d", "mkdocs.yml", FrontMatter({"listed": list(lines(nodes))}))
    assert set(navigation.places) == {"d/a.md", "d/b/c.md", "d/b"}
