"""Where an entry is found by others."""

import pytest

from faqtui.model import Entry, Source
from faqtui.view.addresses import address_of

SITE = "https://docs.example/faq"


def entry(path: str, name: str = "how-to-bake") -> Entry:
    return Entry(name, "How to bake?", "How to bake?", "Hot.", (), Source(path, 7, 9))


@pytest.mark.parametrize(
    ("path", "given", "address"),
    [
        ("docs/guide/keys.md", "docs", f"{SITE}/guide/keys#how-to-bake"),
        ("docs/guide/README.md", "docs/", f"{SITE}/guide#how-to-bake"),
        ("docs/index.md", "docs", f"{SITE}#how-to-bake"),
        ("some/where/faq.md", "some/where/faq.md", f"{SITE}/faq#how-to-bake"),
        ("faq.md", "", f"{SITE}/faq#how-to-bake"),
    ],
)
def test_a_page_of_the_site_without_its_suffix_and_the_slug_of_the_question(path, given, address):
    assert address_of(entry(path), site=SITE, paths=[given] if given else []) == address


def test_namesakes_share_the_slug_that_a_site_gives_them():
    assert address_of(entry("faq.md", "how-to-bake~1a2b3c"), site=SITE + "/", paths=[]) == f"{SITE}/faq#how-to-bake"


@pytest.mark.parametrize(("path", "site"), [("docs/faq.md", ""), ("-", SITE)])
def test_without_a_site_file_and_line(path, site):
    assert address_of(entry(path), site=site, paths=["docs"]) == f"{path}:7"
