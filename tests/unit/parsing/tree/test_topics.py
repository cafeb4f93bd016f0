"""Topics of flat files: how many, how they are named, where what fits nowhere stands."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from faqtui.model import Document, Library
from faqtui.parsing import parse_library
from faqtui.parsing.tree.confidence import FEW, LOW, Told, confidence, would_mislead
from faqtui.parsing.tree.topics import topics

SAUNA = [
    ("How hot does the sauna get?", "The stove reaches ninety degrees in forty minutes."),
    ("May I pour water on the stove?", "Yes, one ladle at a time."),
    ("How do I book the sauna for a birthday?", "Write to the desk; a booking holds for two hours."),
    ("Can a booking be cancelled?", "Until the day before, at the desk."),
    ("Are towels included in the price?", "A towel costs two coins more."),
    ("Where do I leave a wet towel?", "In the basket at the door."),
    ("Is the pool heated in winter?", "The pool stays at twelve degrees."),
    ("How deep is the pool?", "Two metres at the ladder."),
    ("Does a membership cover guests?", "Each membership brings one guest a month."),
    ("How do I end my membership?", "Tell the desk by the end of a quarter."),
]
"""Ten questions, each of which shares a noun with exactly one other."""

BIKES = [
    *(f"How do I {verb} the GPS tracker?" for verb in ("pair", "charge", "reset")),
    *(f"Can the battery {verb} in the cold?" for verb in ("freeze", "leak", "age")),
    *(f"Why does the front brake {verb}?" for verb in ("squeal", "rub", "fade")),
    *(f"Where is the serial number of the {part}?" for part in ("frame", "fork", "motor")),
    "What does the warranty cover?",
    "Who honours the warranty abroad?",
    "May children ride along?",
    "Do you sell gift vouchers?",
]


def library_of(questions: list[tuple[str, str]], front: str = "") -> Library:
    text = front + "# Bath house\n\n" + "\n\n".join(f"## {question}\n\n{answer}" for question, answer in questions)
    return parse_library([Document("bath.md", text + "\n")])


def test_ten_questions_in_pairs_make_five_topics_of_two() -> None:
    library = library_of(SAUNA)
    assert {node.path[0]: node.count for node in library.categories} == {
        "Sauna": 2,
        "Booking": 2,
        "Towels": 2,
        "Pool": 2,
        "Membership": 2,
    } or _sizes(library) == [2, 2, 2, 2, 2]


def _sizes(library: Library) -> list[int]:
    return sorted(node.count for node in library.categories)


def test_names_keep_the_case_of_acronyms_and_are_nouns() -> None:
    found = Counter(topics(BIKES, ["See the manual."] * len(BIKES), {}, "Bikes"))
    assert {"GPS tracker", "GPS"} & set(found)
    assert {"Battery", "Warranty"} <= set(found)
    assert not {
        "Pair",
        "Charge",
        "Reset",
        "Freeze",
        "Squeal",
        "Does",
    } & set(found)
    assert 5 <= len(set(found) - {"Other"}) <= 15
    assert found["Other"] < 0.2 * len(BIKES)


def test_other_stands_last_whatever_comes_first() -> None:
    questions = [(question, "Ask us.") for question in ("Do you sell gift vouchers?", "Zebra crossings?", *BIKES[:14])]
    names = [node.path[0] for node in library_of(questions).categories]
    assert names[-1] == "Other"
    assert names.count("Other") == 1


def test_other_stands_last_with_rules_too() -> None:
    front = "---\ntopics:\n  Water: [pool, stove]\n  Money: [price, book]\n---\n\n"
    library = library_of(SAUNA, front)
    assert [node.path[0] for node in library.categories] == ["Water", "Money", "Other"]
    by_question = {entry.question: entry.category for entry in library.entries}
    assert by_question["May I pour water on the stove?"] == ("Water",)
    assert by_question["How do I book the sauna for a birthday?"] == ("Money",)
    assert by_question["Can a booking be cancelled?"] == ("Other",)


def test_the_first_rule_that_matches_wins() -> None:
    front = "---\ntopics:\n  Winter: [winter]\n  Water: [pool]\n---\n\n"
    library = library_of(SAUNA, front)
    by_question = {entry.question: entry.category for entry in library.entries}
    assert by_question["Is the pool heated in winter?"] == ("Winter",)
    assert by_question["How deep is the pool?"] == ("Water",)


def test_a_heading_called_other_stays_where_its_author_put_it() -> None:
    text = "# Bath\n\n## Other\n\n### Is there a bar?\n\nYes.\n\n## Pool\n\n### Is it deep?\n\nNo.\n"
    library = parse_library([Document("bath.md", text)])
    assert [node.path for node in library.categories] == [("Other",), ("Pool",)]


def test_a_question_stands_beside_the_one_it_shares_two_words_with_not_beside_one_word() -> None:
    questions = [
        *(f"How do I {verb} an NFT auction?" for verb in ("start", "pause", "finish", "watch", "share")),
        *(f"Which VPN router can I {verb}?" for verb in ("rent", "own", "mount", "stack", "paint")),
        "How do I raise the reserve price of an NFT auction?",
        "Is the reserve price shown to bidders?",
        "Does anybody sing?",
    ]
    names = topics(questions, ["Yes."] * len(questions), {}, "Things")
    assert names[11] == names[10]


def test_the_order_of_the_dictionary_of_words_changes_nothing() -> None:
    questions, answers = zip(*SAUNA, strict=True)
    first = topics(questions, answers, {}, "Bath house")
    assert all(topics(questions, answers, {}, "Bath house") == first for _ in range(3))


@pytest.mark.parametrize("count", [1, 7, 8, 10, 11, 16])
def test_every_question_gets_exactly_one_topic(count: int) -> None:
    questions = BIKES[:count]
    names = topics(questions, [""] * count, {}, "Bikes")
    assert len(names) == count
    assert all(names)


@pytest.mark.parametrize("odd", ["", "???", "日本語ですか", "a" * 3000, "\N{RIGHT-TO-LEFT MARK}שלום?"])
def test_questions_without_words_of_ours_do_not_stop_it(odd: str) -> None:
    names = topics([odd] * 12, [odd] * 12, {}, odd)
    assert len(names) == 12
    assert all(names)


@pytest.mark.parametrize(
    "value", ["{Water: [pool], Money: }", "{Water: {pool: 1}}", "{Water: []}", "{Water: [[pool]]}"]
)
def test_rules_of_the_wrong_shape_are_told_of_at_their_line(value: str) -> None:
    library = library_of(SAUNA, f"---\ntitle: Bath\ntopics: {value}\n---\n\n")
    (found,) = [d for d in library.diagnostics if "topics" in d.message]
    assert (found.code, found.line) == ("front-matter-shape", 3)
    assert len(library.entries) == 10


@pytest.mark.parametrize("value", ["[pool, stove]", "{Water: pool}", "{Water: [pool, 12]}", "bath"])
def test_rules_of_one_word_and_tags_kept_as_topics_are_fine(value: str) -> None:
    library = library_of(SAUNA, f"---\ntopics: {value}\n---\n\n")
    assert not library.diagnostics


FRENCH = [
    "Comment puis-je ouvrir un compte ?",
    "Comment fermer mon compte ?",
    "Quels sont les délais de livraison ?",
    "La livraison est-elle gratuite ?",
    "Puis-je suivre ma commande ?",
    "Comment annuler une commande ?",
    "Où est votre magasin ?",
    "Quand le magasin est-il ouvert ?",
    "Le paiement est-il sûr ?",
    "Quels moyens de paiement prenez-vous ?",
]
GERMAN = [
    "Wie kann ich ein Konto anlegen?",
    "Wie lösche ich mein Konto?",
    "Wie lange dauert die Lieferung?",
    "Ist die Lieferung kostenlos?",
    "Kann ich meine Bestellung verfolgen?",
    "Wie storniere ich eine Bestellung?",
    "Welche Zahlung nehmen Sie an?",
    "Ist die Zahlung sicher?",
    "Wo ist Ihr Laden?",
    "Wann ist der Laden offen?",
]
CHINESE = [
    "如何注册账户？", "如何删除账户？", "配送需要多久？", "配送免费吗？", "如何取消订单？",
    "如何查询订单？", "支付安全吗？", "支持哪些支付方式？", "门店在哪里？", "门店几点开门？",
]  # fmt: skip


@pytest.mark.parametrize(
    ("questions", "names"),
    [
        (FRENCH, {"Compte", "Livraison", "Commande", "Magasin", "Paiement"}),
        (GERMAN, {"Konto", "Lieferung", "Bestellung", "Zahlung", "Laden"}),
        (CHINESE, {"账户", "配送", "订单", "支付", "门店"}),
    ],
)
def test_questions_in_other_languages_get_topics_too(questions: list[str], names: set[str]) -> None:
    found = topics(questions, [""] * len(questions), {}, "FAQ")
    assert set(found) == names
    assert set(Counter(found).values()) == {2}


def test_where_nothing_is_shared_all_stand_under_the_title() -> None:
    questions = [f"{a}{b}" for a in "äöü" for b in "ßéè"]
    assert set(topics(questions, [""] * 9, {}, "Letters")) == {"Letters"}


ODD = [
    *(
        "Why is the sky dark at night?",
        "Do cats purr on purpose?",
        "Who invented buttons?",
        "Is glass a liquid?",
        "Can trees talk?",
    ),
    *(
        "What makes rainbows curve?",
        "How old is bread?",
        "Where do lost socks go?",
        "Are carrots orange by nature?",
        "When did clocks begin?",
    ),
]


def test_questions_about_everything_are_one_list() -> None:
    assert set(topics(ODD, ["Nobody knows."] * 10, {}, "Odds and ends")) == {"Odds and ends"}


def test_questions_about_everything_that_are_numbered_stand_in_ranges() -> None:
    questions = [f"{n}. Why {a}ba{b} {b}u{a}?" for n, (a, b) in enumerate(product("bdfgklm", "aeiou"), 1)][:30]
    assert list(dict.fromkeys(topics(questions, [""] * 30, {}, "Odds"))) == ["1 to 10", "11 to 20", "21 to 30"]


@pytest.mark.parametrize(
    ("told", "is_low"),
    [
        (Told(1.0, 1.3, 5), False),
        (Told(0.5, 0.8, 3), False),
        (Told(0.3, 2.4, 5), True),
        (Told(1.0, 0.8, 1), True),
        (Told(0.5, 0.5, 5), True),
        (Told(0.0, 0.0, 0), True),
    ],
)
def test_confidence_is_in_what_many_questions_say_themselves(told: Told, is_low: bool) -> None:
    assert (confidence(told) < LOW) is is_low


@pytest.mark.parametrize("told", [Told(0.6, 1.3, 5), Told(0.65, 0.8, 4)])
def test_short_lists_need_more_confidence_than_long_ones(told: Told) -> None:
    assert would_mislead(told, FEW - 1)
    assert not would_mislead(told, FEW)


SHORT = [
    [
        *("Od czego zacząć hodowlę pszczół?", "Czy powinienem mieć własny ogród?", "Ile czasu zajmuje nauka?"),
        *("Czy istnieje egzamin dla pszczelarza?", "Kiedy zacząć przegląd ula?", "Gdzie postawić ul?"),
        *("Czy pszczelarz musi mieć ubezpieczenie?", "Jak długo trwa nauka zawodu?", "Czy miód trzeba badać?"),
        *("Co powinienem kupić najpierw?", "Czy istnieje kurs wieczorowy?", "Ile zarabia pszczelarz?"),
    ],
    [
        *("Which kiln should I buy?", "Can I fire two kilns at once?", "Why does my glaze crawl?"),
        *("Will wet clay explode?", "My glaze is cracked, can I use it again?", "How do I know if my clay is too wet?"),
        *("I want to fire again, but the pot is cracked.", "What is a cone?", "Do I need a licence?"),
        *("Who repairs old wheels?", "May children throw?"),
    ],
    [
        *("Kde se koná závod?", "Kolik stojí startovné?", "Kolik stojí noclehy?", "Existuje mapa trati?"),
        *("Je závod vhodný pro děti?", "Jak začít s tréninkem?", "Dostanu medaili?", "Co když bude pršet?"),
        *("Dostanu občerstvení?", "Kdy začít s rozcvičkou?", "Kdo měří čas?", "Existuje pojištění?"),
    ],
    [
        *("Где стоит лодка?", "Должен ли я бронировать?", "Можно ли взять собаку?", "Когда отходит лодка?"),
        *("Что взять с собой?", "Есть ли кафе на берегу?", "Можно ли курить на берегу?", "Где купить билет?"),
        *("Должны ли дети платить?", "Работает ли касса зимой?", "Где касса?", "Что делать при шторме?"),
    ],
]
"""Lists of a dozen questions that share words by chance, and words that are no topics: "zacząć", "existuje", "должен"."""


def test_short_lists_that_share_words_by_chance_are_one_list() -> None:
    for questions in SHORT:
        assert set(topics(questions, ["..."] * len(questions), {}, "One list")) == {"One list"}


def test_one_list_is_called_by_the_project_where_its_title_says_nothing() -> None:
    text = "# FAQ\n\n" + "\n\n".join(f"## {question}\n\nNobody knows." for question in ODD)
    library = parse_library([Document("oddities/faq.md", text, 2)])
    assert (library.title, [node.path for node in library.categories]) == ("oddities", [("oddities",)])
