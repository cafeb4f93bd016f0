"""What was typed, read as words and operators; nothing typed raises.

The language: words, ``"a phrase"``, ``-not`` or ``!not``, ``topic:ecs``, ``kind:how-to``, ``has:code``, ``has:link``, and as in
fzf ``'whole`` for a word as it stands, ``^how`` and ``tags$`` for what a question begins and ends with.
Pasted titles and error messages must work as they are, so only these four names make a facet, a quote counts only when it
has its partner, and a minus or exclamation sign only excludes at the start of a word of two letters or more, in a query of up
to six words, where nothing says that it begins an option of a command.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faqtui.letters import fold
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.tokens import Token, tokenize

_FACET = pattern(r"(?i)(?:topic|kind|has):[^\s\"]*")
_OPTION = pattern(r"(?<!\S)(?:-[A-Za-z0-9](?:=\S*)?|--[a-z][\w-]*(?:=\S*)?|-[a-z]+[0-9=]\S*)(?!\S)")
"""What only commands have: ``-d``, ``--name``, ``-n5``. Where there is one, other words with a minus are options too."""

_VOWELS = frozenset("aeiouy")
_OPTIONS_TEXT = """
as aux class classpath commit connect context cp ef exec file filter group help ignore in input it jar la lah list
main mtime name namespace nodes noout o out output pass path port quiet recursive rl server size type uri url user
verbose version
"""
_OPTIONS = frozenset(_OPTIONS_TEXT.split())
"""Options that look like words, behind a command."""

_COMMANDS_TEXT = """
adb ansible apt aws az bash brew cargo cat chmod chown cmake composer cp curl dd dig dnf docker dotnet du ffmpeg find
g++ gcc gcloud gem git go gpg grep gunzip gzip head helm ip iptables java javac journalctl jq kill kubectl less ln ls
make mkdir mongo mount mv mvn mysql nc netstat nginx node nohup npm npx nslookup openssl php ping pip pip3 podman ps
psql pwsh python python3 rm rsync ruby rustc scp sed service sh sort ss ssh sudo systemctl tail tar tcpdump terraform
top touch traceroute uname unzip vim wget which xargs yarn yum zip
"""
_COMMANDS = frozenset(_COMMANDS_TEXT.split())
_PHRASE = pattern(r'(?<!\S)"([^"]+)"(?!\S)')


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood.

    `words` are the tokens of what is left when operators are taken out, phrase words included; their places are those
    in `text`, the query as typed. `open` says that the last word may go on (nothing follows it), `finished` that nobody
    types on: it weighs what a whole word does.
    """

    text: str
    words: tuple[Token, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    anchored: tuple[tuple[str, str], ...] = ()
    open: bool = True
    finished: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether the query may be a sentence, of which the meaning tells something; with operators it is taken at the word.

        Words are counted as they were typed: multi-line is one. Of scripts without blanks two characters count as one.
        """
        if self.has_operators:
            return False
        alone = sum([not token.term.isascii() and token.end - token.start == 1 for token in self.words])
        return len(self.text.split()) + alone // 2 >= weights.MEANT_FROM

    @property
    def has_operators(self) -> bool:
        """Whether the query says more than words."""
        return bool(self.phrases or self.excluded or self.facets or self.anchored)


def parse(text: str, *, literal: bool = False) -> Query:
    """Read a query; `literal` takes every character as words, as for a pasted error message."""
    is_open = bool(text) and not text[-1].isspace()
    if literal or not any(c in text for c in "\":-!'^$"):
        return Query(text, tuple(tokenize(text)), open=is_open)
    rest = text
    facets: list[tuple[str, str]] = []
    excluded: list[str] = []
    phrases: list[tuple[str, ...]] = []
    anchored: list[tuple[str, str]] = []

    def blank(start: int, end: int) -> None:
        nonlocal rest
        rest = rest[:start] + " " * (end - start) + rest[end:]

    if rest.count('"') % 2 == 0:
        for match in _PHRASE.finditer(rest):
            words = tuple(t.term for t in tokenize(match.group(1)) if t.parts <= 1)
            if len(words) > 1:
                phrases.append(words)
    short = len(rest.split()) <= weights.MOST_WORDS_WITH_NOT
    options = short and "-" in rest and _OPTION.search(rest) is not None
    before = ""
    for match in re.finditer(r"\S+", rest):
        word = match.group()
        name, _, value = word.partition(":")
        # One without a value is a facet only while it is being typed.
        if _FACET.fullmatch(word) and (value or match.end() == len(text)):
            facets.append((fold(name), fold(value)))
            blank(*match.span())
        elif (
            short
            and word[0] in "-!"
            and word[1:3].isalpha()
            and len(word) > 2
            and not _is_option(word, options, before)
        ):
            excluded += [t.term for t in tokenize(word[1:]) if t.parts <= 1]
            blank(*match.span())
        elif short and (place := _anchor(word, text)) is not None:
            kind = word[place]
            anchored.append((kind, fold(word.strip(kind))))
            blank(match.start() + place, match.start() + place + 1)
        before = before or word
    is_open = is_open and not rest[-1].isspace() and rest[-1] != '"'
    return Query(text, tuple(tokenize(rest)), tuple(phrases), tuple(excluded), tuple(facets), tuple(anchored), is_open)


def _anchor(word: str, text: str) -> int | None:
    """Where in a word the sign stands that says how it is to stand: ``'whole``, ``^first``, ``last$``; None where there is none.

    A quotation has a partner for its sign, and prices and variables have theirs elsewhere.
    """
    if word[0] in "'^" and word[1:].isalnum() and text.count(word[0]) == 1:
        return 0
    return len(word) - 1 if word[-1] == "$" and word[:-1].isalpha() and text.count("$") == 1 else None


def _is_option(word: str, options: bool, first: str) -> bool:
    """Whether a word with a minus is an option of a command rather than what is not wanted.

    `options` says that the query has others that can be nothing else, `first` is the query's first word.
    """
    if word[0] == "!":
        return False
    name = word[1:].lower()
    if options or _VOWELS.isdisjoint(name):
        return True
    return name in _OPTIONS and first.lower() in _COMMANDS
