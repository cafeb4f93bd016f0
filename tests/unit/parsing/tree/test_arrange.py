"""Where entries stand when they come from directories, several files, or with front matter: real files, read from disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from faqtui.faq import load


def two(word: str) -> str:
    return f"## Does the {word} float?\n\nYes.\n\n## Does the {word} sink?\n\nNo.\n"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def paths(*given: str) -> list[tuple[str, ...]]:
    """The categories that hold entries, in the order of the tree."""
    return [node.path for node in load(*given).library.categories if node.entries]


def test_files_and_directories_stand_together_by_their_positions(tree: Path) -> None:
    write(
        {
            "docs/boats.md": f"---\nsidebar_position: 2\n---\n# Boats\n\n{two('boat')}",
            "docs/zinc/_category_.json": '{"label": "First", "position": 1}',
            "docs/zinc/b.md": f"---\ntitle: Buoys\nsidebar_position: 2\n---\n\n{two('buoy')}",
            "docs/zinc/c.md": f"---\ntitle: Canoes\nsidebar_position: 1\n---\n\n{two('canoe')}",
            "docs/amber/_category_.yml": "label: Third\nposition: 3\n",
            "docs/amber/a.md": f"# Anchors\n\n{two('anchor')}",
            "docs/amber/deep/_category_.json": '{"label": "Deep", "position": 1}',
            "docs/amber/deep/d.md": f"# Docks\n\n{two('dock')}",
        }
    )
    assert paths("docs") == [
        ("First", "Canoes"),
        ("First", "Buoys"),
        ("Boats",),
        ("Third", "Deep", "Docks"),
        ("Third", "Anchors"),
    ]


def test_weights_in_pages_that_introduce_order_directories_and_those_pages_ask_nothing(tree: Path) -> None:
    write(
        {
            "site/_index.md": "---\ntitle: Harbour\n---\n",
            "site/one/_index.md": "---\ntitle: Money\nweight: 20\n---\n",
            "site/one/cost.md": "---\ntitle: What does a berth cost?\nweight: 2\n---\n\nTwo.\n",
            "site/one/payer.md": "---\ntitle: Who pays?\nweight: 1\n---\n\nYou.\n",
            "site/two/_index.md": "---\ntitle: Time\nweight: 10\n---\n",
            "site/two/start.md": "---\ntitle: When does it start?\n---\n\nNow.\n",
            "site/two/length.md": "---\ntitle: How long is it?\nweight: 5\n---\n\nLong.\n",
        }
    )
    library = load("site").library
    assert library.title == "Harbour"
    assert not library.diagnostics
    assert [node.path for node in library.categories] == [("Time",), ("Money",)]
    assert [entry.question for entry in library.entries] == [
        "How long is it?",
        "When does it start?",
        "Who pays?",
        "What does a berth cost?",
    ]


def test_an_introduction_with_text_stays_and_is_the_first(tree: Path) -> None:
    write(
        {
            "docs/index.md": f"# Start\n\n{two('raft')}",
            "docs/alpha.md": f"---\nnav_order: 1\n---\n# Alpha\n\n{two('oar')}",
        }
    )
    assert paths("docs") == [("Start",), ("Alpha",)]


@pytest.mark.parametrize("key", ["category: {}", "section: {}", "categories: [{}, More]", "tags: [{}]", "tags: {}"])
def test_front_matter_names_categories_of_single_questions(tree: Path, key: str) -> None:
    for number, word in enumerate(("Water", "Fire", "Water")):
        write({f"cards/{number}.md": f"---\ntitle: Is it {number}?\n{key.format(word)}\n---\n\nYes.\n"})
    assert paths("cards") == [("Water",), ("Fire",)]


ENGLISH = f"# Questions\n\n{two('boat')}"
GERMAN = "# Fragen\n\n## Schwimmt das Boot?\n\nJa.\n\n## Sinkt das Boot?\n\nNein.\n"
CHINESE = "# 问题\n\n## 船会浮吗？\n\n会。\n\n## 船会沉吗？\n\n不会。\n"


@pytest.mark.parametrize(
    ("english", "german", "chinese", "codes"),
    [
        ("d/README.md", "d/README-de.md", "d/README.zh-CN.md", ("de", "zh-CN")),
        ("d/README.md", "d/README_de.md", "d/README_zh.md", ("de", "zh")),
        ("d/faq.md", "d/de/faq.md", "d/zh-CN/faq.md", ("de", "zh-CN")),
        ("d/guide/faq.md", "d/guide/de/faq.md", "d/guide/zh_Hans/faq.md", ("de", "zh_Hans")),
        ("d/README.md", "d/translations/README-de.md", "d/translations/README-zh.md", ("de", "zh")),
        ("d/faq.md", "d/i18n/de/fragen.md", "d/i18n/zh/wenti.md", ("de", "zh")),
        ("d/faq.md", "d/i18n/de/docusaurus-plugin-content-docs/current/faq.md", "d/i18n/zh/x.md", ("de", "zh")),
    ],
)
def test_translations_are_branches_of_their_own_after_the_original(
    tree: Path, english: str, german: str, chinese: str, codes: tuple[str, str]
) -> None:
    write({english: ENGLISH, german: GERMAN, chinese: CHINESE})
    found = paths("d")
    assert found[0] == ("Questions",)
    assert set(found[1:]) == {(codes[0], "Fragen"), (codes[1], "问题")}


def test_where_every_language_has_its_directory_each_is_a_branch(tree: Path) -> None:
    write({"docs/en/faq/a.md": ENGLISH, "docs/de/faq/a.md": GERMAN})
    assert set(paths("docs")) == {("en", "Questions"), ("de", "Fragen")}


def test_languages_in_names_need_no_original(tree: Path) -> None:
    write({"docs/a.en.md": ENGLISH, "docs/a.de.md": GERMAN})
    assert set(paths("docs")) == {("en", "Questions"), ("de", "Fragen")}


def test_two_letters_without_a_counterpart_are_no_language(tree: Path) -> None:
    write({"docs/it/printers.md": f"# Printers\n\n{two('printer')}", "docs/notes-is.md": ENGLISH})
    assert set(paths("docs")) == {("it", "Printers"), ("Questions",)}


def test_several_files_make_one_tree_with_a_branch_for_each(tree: Path) -> None:
    write(
        {
            "a/faq.md": ENGLISH,
            "b/boats.md": "# Boats\n\n## Hulls\n\n### Is it red?\n\nYes.\n\n## Sails\n\n### Is it?\n\nNo.\n",
        }
    )
    assert paths("a/faq.md", "b/boats.md") == [("Questions",), ("Boats", "Hulls"), ("Boats", "Sails")]


def test_the_heading_of_a_file_of_one_question_is_a_branch_as_that_of_several_is(tree: Path) -> None:
    single = "# {0}\n\n## How is the {0} kept?\n\nDry.\n"
    write({"ships.md": ENGLISH, "oars.md": single.format("Oar")})
    assert set(paths("ships.md", "oars.md")) == {("Questions",), ("Oar",)}
    write({"nets.md": single.format("Net")})
    assert set(paths("oars.md", "nets.md")) == {("Oar",), ("Net",)}


def test_files_of_one_title_are_told_apart_by_their_names(tree: Path) -> None:
    write({"d/ships.md": ENGLISH, "d/rafts.md": ENGLISH.replace("boat", "raft")})
    assert set(paths("d")) == {("Questions (ships)",), ("Questions (rafts)",)}
    write({"e/ships.md": ENGLISH.replace("boat", "log")})
    assert set(paths("d/ships.md", "e/ships.md")) == {("Questions (d/ships.md)",), ("Questions (e/ships.md)",)}


def test_several_directories_are_a_branch_each(tree: Path) -> None:
    for number, word in enumerate(("Water", "Fire", "Water")):
        write({f"cards/{number}.md": f"---\ntitle: Is it {number}?\ncategory: {word}\n---\n\nYes.\n"})
    write({"docs/faq.md": ENGLISH, "docs/more.md": f"# More\n\n{two('oar')}"})
    library = load("cards", "docs").library
    assert library.title == "FAQ"
    assert [node.path for node in library.categories if node.entries] == [
        ("cards", "Water"),
        ("cards", "Fire"),
        ("docs", "Questions"),
        ("docs", "More"),
    ]


def test_positions_do_not_mix_the_directories_that_were_given(tree: Path) -> None:
    for name in ("x", "y"):
        write(
            {f"{name}/{n}.md": f"---\nsidebar_position: {n}\n---\n# {name}{n}\n\n{two(name + str(n))}" for n in (2, 1)}
        )
    assert paths("y", "x") == [("y", "y1"), ("y", "y2"), ("x", "x1"), ("x", "x2")]


def test_a_page_that_introduces_its_directory_and_asks_nothing_is_its_text(tree: Path) -> None:
    write(
        {
            "shop/README.md": "# The shop\n\nAll we know. See [paying](billing/pay.md).\n",
            "shop/billing/index.md": "# Billing help\n\nBills come monthly.\n",
            "shop/billing/pay.md": "# Paying\n\n## How do I pay?\n\nBy card.\n\n## When?\n\nMonthly.\n",
            "shop/doors/_category_.json": '{"label": "Doors"}',
            "shop/doors/_index.md": "# All about doors\n\nThere are two.\n",
            "shop/doors/a.md": "# Opening\n\n## Who opens?\n\nAnna.\n\n## When are they open?\n\nAlways.\n",
        }
    )
    library = load("shop").library
    assert (library.title, library.text) == ("The shop", "All we know. See [paying](billing/pay.md).")
    assert library.introduction is not None
    assert [link.entry for link in library.introduction.links] == ["how-do-i-pay"]
    assert {node.path: node.text for node in library.categories if node.text} == {
        ("Billing help",): "Bills come monthly.",
        ("Doors",): "**All about doors**\n\nThere are two.",
    }
    assert len(library.entries) == 4
    assert not library.diagnostics


def test_a_page_that_introduces_its_directory_and_asks_is_an_entry(tree: Path) -> None:
    write(
        {
            "shop/index.md": "# What do we sell?\n\nBread.\n",
            "shop/a.md": "# Paying\n\n## How do I pay?\n\nBy card.\n\n## When?\n\nMonthly.\n",
            "shop/alone/index.md": "# Ovens\n\nThree.\n",
        }
    )
    assert {entry.question for entry in load("shop").library.entries} == {
        "What do we sell?", "How do I pay?", "When?", "Ovens",
    }  # fmt: skip


def test_the_heading_above_the_only_question_of_a_page_is_its_category(tree: Path) -> None:
    write(
        {
            "shop/x/a.md": "# Paying by card\n\n## How?\n\nTap.\n",
            "shop/x/b.md": "# Paying in cash\n\n## Where?\n\nAt the till.\n",
            "shop/y/c.md": "---\ntitle: Doors\n---\n\n## Who opens?\n\nAnna.\n",
            "shop/y/d.md": "# FAQ\n\n## Who closes?\n\nBen.\n",
        }
    )
    assert [node.path for node in load("shop").library.categories] == [
        ("x",),
        ("x", "Paying by card"),
        ("x", "Paying in cash"),
        ("y",),
    ]


def asked(word: str, title: str) -> str:
    return f"# {title}\n\n{two(word)}" if title else two(word)


@pytest.mark.parametrize(
    "titles", [("FAQ", "FAQ"), ("Häufige Fragen", "よくある質問"), ("Frequently asked questions", ""), ("", "")]
)
def test_of_several_roots_the_first_level_is_the_roots_own_name(tree: Path, titles: tuple[str, str]) -> None:
    write({"boats/docs/faq.md": asked("boat", titles[0]), "rafts/faq.md": asked("raft", titles[1])})
    assert paths("boats/docs/faq.md", "rafts/faq.md") == [("boats",), ("rafts",)]
    assert paths("boats/docs", "rafts") == [("boats",), ("rafts",)]
    assert paths("boats", "rafts/faq.md") == [("boats", "docs"), ("rafts",)]


def test_a_root_with_a_single_page_is_a_branch_like_the_others(tree: Path) -> None:
    write({"a/boats.md": asked("boat", "Boats"), "b/oars.md": asked("oar", "Oars"), "b/nets.md": asked("net", "Nets")})
    assert paths("a", "b") == [("a", "Boats"), ("b", "Nets"), ("b", "Oars")]


def test_a_root_is_called_by_its_own_title_where_it_has_one(tree: Path) -> None:
    write({"a/_index.md": "---\ntitle: Afloat\n---\n", "a/x.md": asked("boat", "X"), "b/y.md": asked("oar", "Y")})
    assert paths("a", "b") == [("Afloat", "X"), ("b", "Y")]


def test_roots_of_one_name_are_told_apart_by_their_paths(tree: Path) -> None:
    write({"x/sea/a.md": asked("boat", "A"), "y/sea/b.md": asked("oar", "B")})
    assert paths("x/sea", "y/sea") == [("x/sea", "A"), ("y/sea", "B")]


@pytest.mark.parametrize("title", ["FAQ", "Frequently Asked Questions", "Preguntas frecuentes", "常见问题"])
def test_a_title_that_says_nothing_leaves_the_directory_to_speak(tree: Path, title: str) -> None:
    write({"docs/boats/faq.md": asked("boat", title), "docs/rafts/index.md": asked("raft", title)})
    write({"docs/oars/one.md": asked("oar", title), "docs/oars/two.md": asked("blade", "Blades")})
    assert set(paths("docs")) == {("boats",), ("rafts",), ("oars", "one"), ("oars", "Blades")}


@pytest.mark.parametrize("title", ["FAQ", "Foire aux questions", "자주 묻는 질문"])
def test_the_library_takes_the_projects_name_where_its_title_says_nothing(tree: Path, title: str) -> None:
    write({"boats/docs/faq.md": asked("boat", title)})
    assert load("boats/docs/faq.md").library.title == "boats"
    assert load("boats").library.title == "boats"
    write({"boats/docs/more.md": asked("oar", "Oars")})
    assert load("boats/docs").library.title == "boats"


def test_what_all_directories_share_names_the_library(tree: Path) -> None:
    write(
        {
            "d/sea/_category_.json": '{"label": "At sea"}',
            "d/sea/a/x.md": asked("boat", "X"),
            "d/sea/b/y.md": asked("oar", "Y"),
        }
    )
    library = load("d").library
    assert library.title == "At sea"
    assert [node.path for node in library.categories if node.entries] == [("a", "X"), ("b", "Y")]


def test_names_of_files_and_directories_are_made_safe(tree: Path) -> None:
    bad = "se\x1b[31ma\u202e"
    write(
        {
            f"{bad}/x/{bad}/a.md": asked("boat", "FAQ"),
            f"{bad}/x/b/{bad}.md": asked("oar", "FAQ"),
            "y/b.md": asked("net", ""),
        }
    )
    for given in ((bad,), (bad, "y"), (f"{bad}/x/b/{bad}.md", "y/b.md"), (f"{bad}/x/b/{bad}.md",)):
        library = load(*given).library
        titles = [library.title, *(title for node in library.categories for title in node.path)]
        assert not {"\x1b", "\u202e"} & set("".join(titles))


@pytest.mark.parametrize("name", ["faq", "faqs", "questions", "Preguntas frecuentes"])
def test_a_directory_that_is_only_named_faq_is_no_category_beside_pages(tree: Path, name: str) -> None:
    write(
        {
            "site/shed.md": f"# Shed\n\n{two('roof')}",
            f"site/{name}.md": "---\ntitle: FAQ\n---\n\nWrite to us.\n",
            f"site/{name}/clay.md": f"# Clay\n\n{two('pot')}",
            f"site/{name}/glazes.md": f"# Glazes\n\n{two('bowl')}",
        }
    )
    assert sorted(paths("site")) == [("Clay",), ("Glazes",), ("Shed",)]
    assert load("site").library.text == "Write to us."


def test_it_is_one_beside_other_directories(tree: Path) -> None:
    write(
        {
            "site/guide/shed.md": f"# Shed\n\n{two('roof')}",
            "site/faq/clay.md": f"# Clay\n\n{two('pot')}",
            "site/faq/glazes.md": f"# Glazes\n\n{two('bowl')}",
        }
    )
    assert paths("site") == [("faq", "Clay"), ("faq", "Glazes"), ("guide", "Shed")]


def test_a_directory_with_a_page_and_its_pictures_is_no_category(tree: Path) -> None:
    write(
        {
            "faq/ovens/_index.md": "---\ntitle: Ovens\n---\n",
            "faq/ovens/hot/index.md": "---\ntitle: How hot is it?\n---\n\nVery.\n",
            "faq/ovens/long/README.md": "# How long does it last?\n\nFor years.\n",
            "faq/ovens/parts/index.md": f"---\ntitle: Parts\n---\n\n{two('lid')}",
            "faq/pots/index.md": "# Pots\n\n## Are they round?\n\nYes.\n",
            "faq/tins/index.md": "---\ntitle: Are tins tight?\n---\n\nYes.\n",
        }
    )
    assert paths("faq") == [("Ovens",), ("Ovens", "Parts"), ("Pots",), ("General",)]


def test_the_number_of_a_directory_is_no_part_of_its_name(tree: Path) -> None:
    write({f"faq/{name}/a.md": two(name) for name in ("01-oil", "2_air", "2024-rain")})
    assert [path[0] for path in paths("faq")] == ["oil", "air", "2024-rain"]


def test_the_category_of_a_page_may_stand_in_what_its_site_has_made_up(tree: Path) -> None:
    write(
        {
            "faq/a.md": '+++\ntitle = "Is it hot?"\n[taxonomies]\ncategories = ["Ovens"]\n+++\n\nYes.\n',
            "faq/b.md": '+++\ntitle = "Is it round?"\n[extra]\nsection = "Pots"\n+++\n\nYes.\n',
            "faq/c.md": "---\ntitle: Is it tight?\nparams:\n  topic: Tins\n---\n\nYes.\n",
            "faq/d.md": "---\ntitle: Is it old?\ncategory: Ovens\nextra:\n  section: Others\n---\n\nYes.\n",
        }
    )
    assert set(paths("faq")) == {("Ovens",), ("Pots",), ("Tins",)}


def test_a_page_of_one_entry_that_a_list_has_others_below_stands_beside_these(tree: Path) -> None:
    summary = "# Summary\n\n## Pots\n\n- [Is it round?](round.md)\n  - [How round?](how.md)\n- [Is it old?](old.md)\n"
    pages = {"round": "Is it round?", "how": "How round?", "old": "Is it old?"}
    write({"faq/SUMMARY.md": summary} | {f"faq/{name}.md": f"# {asked}\n\nYes.\n" for name, asked in pages.items()})
    assert {entry.question: entry.category for entry in load("faq").library.entries} == {
        "Is it round?": ("Pots",),
        "How round?": ("Pots", "Is it round?"),
        "Is it old?": ("Pots",),
    }


def test_a_page_is_called_as_its_own_heading_is_not_as_in_a_menu(tree: Path) -> None:
    write(
        {
            "faq/a.md": f"---\nsidebar_label: Heat\n---\n\n# All about heat\n\n{two('oven')}",
            "faq/b.md": f"---\nlinkTitle: Time\n---\n\n{two('clock')}",
            "faq/c.md": "---\nsidebar_label: Tins\n---\n\n# Is it tight?\n\nYes.\n\n# Is it old?\n\nNo.\n",
        }
    )
    assert paths("faq") == [("All about heat",), ("Time",), ("Tins",)]
