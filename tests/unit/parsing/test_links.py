"""Links from the root of a site: where they lead, and which are told of."""

from pathlib import Path

import pytest

from faqtui.faq import Faq, load
from faqtui.model import Document, Library
from faqtui.parsing import parse_library

PAGES = {"root/a.md": "# Which root?\n\nThis.\n", "root/guide/a.md": "# Which guide?\n\nThis.\n"}


def library(link: str, *, given: str = "root", pages: dict[str, str] = PAGES, at: str = "root/guide/b.md") -> Library:
    root = len(given.split("/")) if given else 0
    found = [Document(path, text, root) for path, text in pages.items()]
    return parse_library([*found, Document(at, f"# Where to?\n\n[there]({link})\n", root)])


def leads_to(link: str, **how: str) -> str | None:
    return library(link, **how).entries[-1].links[0].entry


def missing(link: str, **how: str) -> list[str]:
    return [found.message for found in library(link, **how).diagnostics if found.code == "missing-file"]


@pytest.mark.parametrize(
    ("link", "entry"),
    [
        ("/a.md", "which-root"),
        ("/a", "which-root"),
        ("/guide/a", "which-guide"),
        ("/guide/a.md", "which-guide"),
        ("/guide/a.html", "which-guide"),
        ("/guide/a.md#which-guide", "which-guide"),
        ("/guide/../a.md", "which-root"),
        ("/../../a.md", "which-root"),
        ("a.md", "which-guide"),
        ("../a.md", "which-root"),
        ("../../root/a.md", "which-root"),
        ("../../../a.md", None),
        ("/none", None),
    ],
)
def test_a_path_with_a_slash_begins_at_what_was_given(link: str, entry: str | None) -> None:
    assert leads_to(link) == entry


@pytest.mark.parametrize(("given", "entry"), [("root/guide", "which-guide"), ("", "which-root")])
def test_the_root_of_a_site_may_be_above_or_below_what_was_given(given: str, entry: str) -> None:
    assert leads_to("/a.md", given=given) == entry
    assert leads_to("/guide/a.md", given=given) == "which-guide"


@pytest.mark.parametrize("root", ["./root", "../root", "/srv/root"])
def test_however_the_root_was_written(root: str) -> None:
    pages = {path.replace("root", root, 1): text for path, text in PAGES.items()}
    for link in ("/a.md", "../a.md"):
        found = library(link, given=root, pages=pages, at=f"{root}/guide/b.md")
        assert found.entries[-1].links[0].entry == "which-root"


def test_the_own_root_goes_before_the_others() -> None:
    pages = [
        Document("one/a.md", "# First?\n\n[a](/b.md) [b](/c.md)\n", 1),
        Document("one/c.md", "# Third?\n\nYes.\n", 1),
        Document("two/b.md", "# Second?\n\n[a](/c.md)\n", 1),
        Document("two/c.md", "# Fourth?\n\nYes.\n", 1),
    ]
    first, _, second, _ = parse_library(pages).entries
    assert [link.entry for link in (*first.links, *second.links)] == ["second", "third", "fourth"]


@pytest.mark.parametrize("link", ["/none.md", "/guide/none.mdx", "/../none.md"])
def test_what_leads_nowhere_is_told(link: str) -> None:
    assert missing(link) == [f"no such file: {link}, below root"]


@pytest.mark.parametrize(
    "link", ["/a.md", "/guide/a.md", "/picture.png", "/guide", "//host/none.md", "https://a.b/none.md"]
)
def test_what_leads_somewhere_or_may_is_not_told(link: str) -> None:
    assert missing(link) == []


def test_a_page_on_disk_that_was_not_read_is_none_that_is_missing(tmp_path: Path) -> None:
    def told(faq: Faq) -> list[str]:
        return [found.message for found in faq.diagnostics if found.code == "missing-file"]

    for place in ("root/guide/b.md", "root/LICENSE.md", "root/guide/CHANGELOG.md"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("# Where to?\n\n[a](/LICENSE.md) [b](/guide/CHANGELOG.md) [c](/SECURITY.md)\n")
    assert told(load(tmp_path / "root")) == [f"no such file: /SECURITY.md, below {tmp_path}/root"]
