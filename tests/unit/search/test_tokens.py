"""Text to tokens: what counts as a word, and where it stands."""

from __future__ import annotations

import pytest

from faqtui.letters import fold
from faqtui.search.english import stem
from faqtui.search.tokens import Numbering, tokenize


def terms(text: str) -> list[str]:
    return [token.term for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kmsKeyArn", ["kmskeyarn", "kms", "key", "arn"]),
        ("CDS_ASG_X", ["cdsasgx", "cds", "asg", "x"]),
        ("JSONParser", ["jsonparser", "json", "parser"]),
        ("aws-iam-authenticator", ["awsiamauthenticator", "aws", "iam", "authenticator"]),
        ("Blue/Green.", ["bluegreen", "blue", "green"]),
        ("v1.21", ["v121", "121", "v1", "21"]),
        ("TLSv1.3 IPv6", ["tlsv13", "13", "tls", "v1", "3", "ipv6", "ip", "v6"]),
        ("the Lambda's key", ["the", "lambda", "key"]),
        ("don't", ["dont"]),
        ("k8s, S3; EC2!", ["k8s", "s3", "ec2"]),
        ("C++ or C#?", ["c++", "or", "c#"]),
        ("f(x)[0] {y}", ["f", "x", "0", "y"]),
        ("Ünïcode Straße ĲSSEL", ["unicode", "strasse", "ijssel"]),
        ("東京でECSを使う", ["東", "京", "て\u3099", "ecs", "を", "使", "う"]),
        ("10,000 rows", ["10000", "10", "000", "rows"]),
        ("(1 250\u202f000)", ["1250000", "1", "250", "000"]),
        ("1,00,000", ["100000", "1", "00", "000"]),
        ("error5 404, 5000 100 and 1,2,3", ["error5", "404", "5000", "100", "and", "1", "2", "3"]),
        ("\u0661\u0660\u066c\u0660\u0660\u0660 \u096a\u0968", ["10000", "10", "000", "42"]),
        ("", []),
        ("?! -- ...", []),
    ],
)
def test_words_identifiers_and_scripts_give_their_terms(text: str, wanted: list[str]) -> None:
    assert terms(text) == wanted


def test_a_path_is_its_words_and_no_joined_monster() -> None:
    found = terms("https://example.org/a-guide/to/many/things")
    assert "things" in found
    assert max(map(len, found)) < 12


def test_positions_count_words_and_a_joined_form_stands_where_its_first_part_does() -> None:
    tokens = tokenize("set kmsKeyArn now")
    assert [(t.term, t.position, t.parts) for t in tokens] == [
        ("set", 0, 1),
        ("kmskeyarn", 1, 3),
        ("kms", 1, 0),
        ("key", 2, 0),
        ("arn", 3, 0),
        ("now", 4, 1),
    ]


def test_places_are_those_of_the_text_as_written() -> None:
    text = "Über die ﬁnale Größe's kmsKeyArn"
    found = {token.term: text[token.start : token.end] for token in tokenize(text)}
    assert found["uber"] == "Über"
    assert found["finale"] == "ﬁnale"
    assert found["grosse"] == "Größe's"
    assert found["key"] == "Key"


def test_numbering_knows_the_same_terms() -> None:
    text = "Set kmsKeyArn for Größe, then set it again"
    numbering = Numbering()
    numbers = numbering.terms(text)
    names = {number: term for term, number in numbering.numbers.items()}
    assert [names[number] for number in numbers] == terms(text)
    assert numbering.parts(text) == [token.parts for token in tokenize(text)]


@pytest.mark.parametrize(
    "family",
    [
        ("deploy", "deploys", "deployed", "deploying", "deployment", "deployments"),
        ("policy", "policies"),
        ("encrypt", "encrypted", "encrypting", "encryption"),
        ("delete", "deleted", "deleting", "deletes", "deletion"),
        ("scale", "scaling", "scaled"),
        ("stop", "stopped", "stopping"),
        ("box", "boxes"),
    ],
)
def test_forms_of_a_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    "pair", [("status", "stat"), ("access", "acces"), ("treated", "te"), ("news", "new1"), ("this", "thi")]
)
def test_different_words_keep_different_stems(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_folding_forgets_case_accents_and_strokes() -> None:
    assert fold("Łódź CAFÉ ΣΊΣΥΦΟΣ ø") == "lodz cafe σισυφοσ o"
