"""What was typed, read as words and operators: pasted text must never be mistaken for operators."""

from __future__ import annotations

import pytest

from faqtui.search.query import parse


def words(text: str) -> list[str]:
    return [token.term for token in parse(text).words if token.parts <= 1]


def test_the_four_names_make_facets_and_nothing_else_does() -> None:
    query = parse("topic:ECS kind:how-to has:code has:link token")
    assert query.facets == (("topic", "ecs"), ("kind", "how-to"), ("has", "code"), ("has", "link"))
    assert [token.term for token in query.words] == ["token"]
    assert parse("error: profile:x https://a").facets == ()
    assert parse("topic: is missing").facets == ()
    assert parse("ecr topic: ").facets == ()
    assert parse("ecr topic:").facets == (("topic", ""),)
    assert words("Error:denied topic") == ["error", "denied", "topic"]


def test_a_balanced_quotation_is_a_phrase_and_its_words_still_count() -> None:
    query = parse('how "load balancer" fails')
    assert query.phrases == (("load", "balancer"),)
    assert words('how "load balancer" fails') == ["how", "load", "balancer", "fails"]
    assert parse('a 5" disk').phrases == ()
    assert parse('"token').phrases == ()


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("ecs -fargate", ("fargate",)),
        ("ecs - fargate", ()),
        ("blue-green", ()),
        ("ls -1", ()),
        ("one two three four five six -seven", ()),
        ("-", ()),
    ],
)
def test_a_minus_excludes_only_at_the_start_of_a_word_of_a_short_query(text: str, excluded: tuple[str, ...]) -> None:
    assert parse(text).excluded == excluded


def test_the_last_word_is_open_until_something_follows_it() -> None:
    assert parse("ecr tok").open
    assert not parse("ecr tok ").open
    assert not parse('"ecr tok"').open
    assert not parse("").open


def test_taken_literally_everything_is_words() -> None:
    query = parse('topic:x -y "a b"', literal=True)
    assert not query.has_operators
    assert [token.term for token in query.words if token.parts <= 1] == ["topic", "x", "y", "a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "docker run -d nginx",
        "kubectl get pods -n build",
        "java -jar app.jar",
        "tar -xzf cake.tar",
        "rm -rf cake",
        "git push --force -quietly",
        "ssh -v host -port",
        "find . -name cake",
        "ls -la",
        "use -x and -yes",
        "!a cake",
        "cake -d",
        "terraform apply -auto-approve",
        "mvn clean install -DskipTests",
        "gcc -Wall main.c",
        "kubectl delete pod oven -force",
        "go test -race ./...",
        "sudo nohup vault server -dev",
        "$ bake -slowly",
        "./bake.sh -slowly",
        "/usr/local/bin/bake -slowly",
        "bake.ps1 -slowly",
        "Get-ChildItem -Recurse -Filter",
        "rsync -avz",
        "psql -host oven",
    ],
)
def test_options_of_a_command_exclude_nothing(text: str) -> None:
    query = parse(text)
    assert query.excluded == ()
    assert len(query.words) >= 2


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("cake -sugar", ("sugar",)),
        ("cake !sugar", ("sugar",)),
        ("-sugar cake", ("sugar",)),
        ("java -sugar", ("sugar",)),
        ("cake -rye -oats", ("rye", "oats")),
        ("docker -compose", ("compose",)),
        ("terraform -aws", ("aws",)),
        ("tcp/udp -cake", ("cake",)),
        ("Wi-Fi -guest", ("guest",)),
        ("/etc/hosts -windows", ("windows",)),
        ("backup -restore", ("restore",)),
    ],
)
def test_a_word_of_two_letters_or_more_after_a_minus_is_excluded(text: str, excluded: tuple[str, ...]) -> None:
    assert parse(text).excluded == excluded


@pytest.mark.parametrize(
    ("text", "anchored", "words"),
    [
        ("'pem", (("'", "pem"),), ["pem"]),
        ("^how tags$", (("^", "how"), ("$", "tags")), ["how", "tags"]),
        ("error: 'x' is not", (), ["error", "x", "is", "not"]),
        ("what's new", (), None),
        ("costs 5$", (), ["costs", "5"]),
        ("$HOME is", (), ["home", "is"]),
        ("a ^b^ c", (), None),
    ],
)
def test_signs_of_fzf_say_how_a_word_stands_and_quotations_and_prices_do_not(text, anchored, words):
    query = parse(text)
    assert query.anchored == anchored
    if words is not None:
        assert [token.term for token in query.words if token.parts <= 1] == words


def test_a_sentence_has_four_words_as_they_were_typed_and_no_operators():
    assert parse("how do I undo").is_sentence
    assert not parse("strings multi-line literals").is_sentence
    assert not parse("kmsKeyArn of my-bucket/path").is_sentence
    assert not parse("topic:ecs how do I undo it").is_sentence
    assert parse("クラスター内で実行できますか").is_sentence
    assert not parse("実行する").is_sentence


@pytest.mark.parametrize(
    ("text", "excluded", "refused"),
    [
        ('oven -"door hinge"', (), (('"', "door hinge"),)),
        ('oven !"door hinge" -rye', ("rye",), (('"', "door hinge"),)),
        ("oven -\u201cdoor hinge\u201d", (), (('"', "door hinge"),)),
        ('oven -"door"', ("door",), ()),
        ('oven -"door hin', (), (('"', "door hin"),)),
        ('oven -"', (), ()),
        ("oven -'door", (), (("'", "door"),)),
        ("!^how oven", (), (("^", "how"),)),
        ("oven !hot$", (), (("$", "hot"),)),
        ("oven -has:code", (), (("has", "code"),)),
        ("oven !kind:how-to", (), (("kind", "how-to"),)),
        ('oven -topic:"two words"', (), (("topic", "two words"),)),
        ("oven \u2013door", ("door",), ()),
        ("oven \u2212door", ("door",), ()),
        ("oven \uff01door \uff0drye", ("door", "rye"), ()),
    ],
)
def test_a_minus_turns_every_operator_round(
    text: str, excluded: tuple[str, ...], refused: tuple[tuple[str, str], ...]
) -> None:
    query = parse(text)
    assert (query.excluded, query.refused) == (excluded, refused)
    assert query.has_operators or text.endswith('-"')
    assert [token.term for token in query.words] == ["oven"]
    assert (query.phrases, query.facets, query.anchored) == ((), (), ())


@pytest.mark.parametrize("text", ['topic:"Two Words" oven', "topic:\u201ctwo words\u201d oven"])
def test_a_topic_of_several_words_stands_in_quotation_marks(text: str) -> None:
    query = parse(text)
    assert query.facets == (("topic", "two words"),)
    assert query.phrases == ()
    assert [token.term for token in query.words] == ["oven"]


@pytest.mark.parametrize(
    "text", ['grep-"two words" it', "say !! 'it' is", 'it said "-two words"', 'option=-"two words"']
)
def test_a_quotation_inside_of_a_word_or_with_a_minus_in_it_is_none_to_leave_out(text: str) -> None:
    query = parse(text)
    assert query.excluded == query.refused == ()
