"""Terms of lists of definitions: those that stand above one meaning are one, those that have none stay by themselves."""

import pytest

from faqtui.formats import convert

LISTS = {
    "page.html": ("<dl>{}</dl>", "<dt>{}</dt>\n", "<dd>{}</dd>\n"),
    "page.mediawiki": ("= Kiln =\n{}", ";{}\n", ":{}\n"),
    "page.adoc": ("= Kiln\n\n{}", "{}::\n", "  {}\n"),
}


def written(path: str, *parts: str) -> list[str]:
    """The lines made of terms, and of meanings that begin with a capital."""
    around, term, meaning = LISTS[path]
    text = around.format("".join((meaning if part[:1].isupper() else term).format(part) for part in parts))
    converted = convert(path, text)
    assert converted is not None
    return [line for line in converted.lines if line and not line.startswith("#")]


@pytest.mark.parametrize("path", LISTS)
def test_terms_above_one_meaning_are_one(path: str) -> None:
    assert written(path, "is it hot?", "may I touch it?", "No.") == ["is it hot? may I touch it?", ":   No."]
    assert written(path, "sucker", "shoot", "Grows.", "truss", "Hangs.") == [
        "sucker / shoot",
        ":   Grows.",
        "truss",
        ":   Hangs.",
    ]


@pytest.mark.parametrize("path", ["page.html", "page.mediawiki"])
def test_terms_without_a_meaning_stay_by_themselves(path: str) -> None:
    assert written(path, "sucker", "shoot", "truss") == ["sucker", "shoot", "truss"]


def test_of_a_long_run_only_the_last_have_the_meaning() -> None:
    made = written("page.mediawiki", *(f"a{n}" for n in range(30)), "Grows.")
    assert made[:22] == [f"a{n}" for n in range(22)]
    assert made[22:] == [" / ".join(f"a{n}" for n in range(22, 30)), ":   Grows."]
