"""What was typed, read as words and operators; nothing typed raises.

The language: words, ``"a phrase"``, ``-not`` or ``!not``, ``topic:ecs``, ``kind:how-to``, ``has:code``, ``has:link``, and as in
fzf ``'whole`` for a word as it stands, ``^how`` and ``tags$`` for what a question begins and ends with. A minus or exclamation
sign turns each of these round (``-"a phrase"``, ``!^how``), and ``topic:"two words"`` is one facet.
Pasted titles and error messages must work as they are, so only these four names make a facet, a quote counts only when it
has its partner, and a minus or exclamation sign only excludes at the start of a word of two letters or more, in a query of up
to six words, where nothing says that it begins an option of a command.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from faqtui.letters import fold
from faqtui.patterns import pattern
from faqtui.search import weights
from faqtui.search.tokens import Token, tokenize

_FACET = pattern(r"(?i)(?:topic|kind|has):[^\s\"]*")
_QUOTED = pattern(
    r"(?i)(?<!\S)(?:([-!\u2010\u2011\u2013\u2212\uff0d\uff01])[\"\u201c\u201e]([^\"\u201c\u201d]*)(?:[\"\u201c\u201d](?!\S)|\Z)"
    r"|([-!]?)(topic|kind|has):[\"\u201c\u201e]([^\"\u201c\u201d]*)[\"\u201c\u201d](?!\S))"
)
"""What is to be nowhere in these words, whose second quotation mark may be yet to come; and facets in quotation marks."""

_MINUS = frozenset("-\u2010\u2011\u2013\u2212\uff0d")
_NOT = _MINUS | frozenset("!\uff01")
_OPERATORS = _NOT | frozenset("\":'^$")
_OPTION = pattern(r"(?<!\S)(?:-[A-Za-z0-9](?:=\S*)?|--[a-z][\w-]*(?:=\S*)?|-[a-z]+[0-9=]\S*)(?!\S)")
"""What only commands have: ``-d``, ``--name``, ``-n5``. Where there is one, other words with a minus are options too."""

_OPTIONS_TEXT = """
aeo as auto aux avz bind check class classpath codec color commit connect context cp debug delete destroy detach dev ea ef empty
exec file filter follow force format group help host ignore in input insecure it jar key la lah lart limit list listen main
mtime name namespace new newer no nodes noout o out output pass path pe port prefix quick quiet race recurse recursive replace rl
scheme server size target type uri url user verbose version wait watch
"""
_OPTIONS = frozenset(_OPTIONS_TEXT.split())
"""Options that look like words, behind a command."""

_COMMANDS_TEXT = """
adb ansible ansible-playbook apt apt-get aws az bash brew cargo cat chmod chown clang cmake composer consul cp curl dd dig dnf
docker docker-compose dotnet du ffmpeg find g++ gcc gcloud gem git go gpg gradle grep gunzip gzip head helm ip iptables java javac
journalctl jq keytool kill kubectl less ln ls make mkdir mongo mount mv mvn mysql nc netstat nginx node nomad npm npx nslookup
openssl packer perl php ping pip pip3 podman powershell ps psql pulumi pwsh pytest python python3 rm rsync ruby rustc scp sed
service sh sort ss ssh systemctl tail tar tcpdump terraform tofu top touch traceroute uname unzip vagrant vault vim wget which
xargs xcodebuild yarn yum zip
"""
_COMMANDS = frozenset(_COMMANDS_TEXT.split())

_ACTIONS_TEXT = """
add agent apply attach build clean commit create delete deploy describe destroy diff exec fetch get import init install job list
logs merge plan pull push rebase remove req reset restart rollout run s_client scale server set show start status stop tag test
uninstall up update upgrade validate
"""
_ACTIONS = frozenset(_ACTIONS_TEXT.split())
"""What commands are told to do: behind a command and one of these every word with a minus is an option."""

_PROMPTS = frozenset("$#>%")
_BEFORE_COMMANDS = _PROMPTS | {"sudo", "time", "nohup", "exec"}
_CALLS = pattern(
    r"(?:\.{1,2}/|(?:/?\w+/){0,3}s?bin/)\S|\S+\.(?:sh|bat|cmd|exe|ps1)\Z"
    r"|(?:Add|Copy|Export|Get|Import|Install|Invoke|Move|New|Remove|Restart|Set|Start|Stop|Test|Update|Write)-[A-Z]\w{3,}\Z"
)
"""A word that can only call a program: by its path or file, or as PowerShell names what is done."""

_VOWELS = frozenset("aeiouy")
_MAIL = pattern(r"(?i)(?<!\S)mailto:(?=([^\s?]+)(\?\S*)?)")
"""What stands before an address where a link to it was copied, and how the letter begins, behind it."""
_PHRASE = pattern(r'(?<!\S)"([^"]+)"(?!\S)')


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood.

    `words` are the tokens of what is left when operators are taken out, phrase words included; their places are those
    in `text`, the query as typed. `open` says that the last word may go on (nothing follows it), `finished` that nobody
    types on: it weighs what a whole word does. `refused` is what must not hold, each as the name of a facet or the sign of an
    anchor and its value, or a quotation mark and the words of a phrase.
    """

    text: str
    words: tuple[Token, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    anchored: tuple[tuple[str, str], ...] = ()
    open: bool = True
    finished: bool = False
    refused: tuple[tuple[str, str], ...] = ()

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
        return bool(self.phrases or self.excluded or self.facets or self.anchored or self.refused)


def parse(text: str, *, literal: bool = False) -> Query:
    """Read a query; `literal` takes every character as words, as for a pasted error message."""
    is_open = bool(text) and not text[-1].isspace()
    if literal or _OPERATORS.isdisjoint(text):
        return Query(text, tuple(tokenize(text)), open=is_open)
    rest = text
    facets: list[tuple[str, str]] = []
    excluded: list[str] = []
    phrases: list[tuple[str, ...]] = []
    anchored: list[tuple[str, str]] = []
    refused: list[tuple[str, str]] = []

    def blank(start: int, end: int) -> None:
        nonlocal rest
        rest = rest[:start] + " " * (end - start) + rest[end:]

    for match in _QUOTED.finditer(rest):
        _, unsaid, turned, name, value = match.groups()
        blank(*match.span())
        if name:
            (refused if turned else facets).append((fold(name), fold(value.strip())))
            continue
        words = tuple(t.term for t in tokenize(unsaid) if t.parts <= 1)
        if len(words) > 1:
            refused.append(('"', " ".join(words)))
        else:
            excluded += words
    if rest.count('"') % 2 == 0:
        for match in _PHRASE.finditer(rest):
            words = tuple(t.term for t in tokenize(match.group(1)) if t.parts <= 1)
            if len(words) > 1:
                phrases.append(words)
    for match in _MAIL.finditer(rest):
        blank(*match.span())
        if match[2]:
            blank(*match.span(2))
    short = len(rest.split()) <= weights.MOST_WORDS_WITH_NOT
    command = short and "-" in rest and _OPTION.search(rest) is not None
    before: list[str] = []
    for match in re.finditer(r"\S+", rest):
        word = match.group()
        turned = word[0] if word[0] in _NOT else ""
        plain = word.removeprefix(turned)
        name, _, value = plain.partition(":")
        # One without a value is a facet only while it is being typed.
        if _FACET.fullmatch(plain) and (value or match.end() == len(text)):
            (refused if turned else facets).append((fold(name), fold(value)))
            blank(*match.span())
        elif (
            short
            and turned
            and plain[:2].isalpha()
            and len(plain) > 1
            and not (turned == "-" and (command or _is_option(word, before)))
        ):
            if plain[-1] == "$" and (place := _anchor(plain, text)) is not None:
                refused.append(("$", fold(plain[:place])))
            else:
                excluded += [t.term for t in tokenize(plain) if t.parts <= 1]
            blank(*match.span())
        elif short and turned and plain and _anchor(plain, text) == 0:
            refused.append((plain[0], fold(plain[1:])))
            blank(*match.span())
        elif short and (place := _anchor(word, text)) is not None:
            kind = word[place]
            anchored.append((kind, fold(word.strip(kind))))
            blank(match.start() + place, match.start() + place + 1)
        before.append(word)
    is_open = is_open and not rest[-1].isspace() and rest[-1] != '"'
    return Query(
        text,
        tuple(tokenize(rest)),
        tuple(phrases),
        tuple(excluded),
        tuple(facets),
        tuple(anchored),
        is_open,
        False,
        tuple(refused),
    )


def _anchor(word: str, text: str) -> int | None:
    """Where in a word the sign stands that says how it is to stand: ``'whole``, ``^first``, ``last$``; None where there is none.

    A quotation has a partner for its sign, and prices and variables have theirs elsewhere.
    """
    if word[0] in "'^" and word[1:].isalnum() and text.count(word[0]) == 1:
        return 0
    return len(word) - 1 if word[-1] == "$" and word[:-1].isalpha() and text.count("$") == 1 else None


def _is_option(word: str, before: Sequence[str]) -> bool:
    """Whether a word with a minus is an option, by its looks and by the words `before` it, none of which is certainly one."""
    name = word[1:].lower()
    if _VOWELS.isdisjoint(name):
        return True
    called = list(dropwhile(_BEFORE_COMMANDS.__contains__, before))
    if not called:
        return False
    if before[0] in _PROMPTS or _CALLS.match(called[0]):
        return True
    if called[0].lower() not in _COMMANDS:
        return False
    return name in _OPTIONS or "-" in name or word[1:] != name or not _ACTIONS.isdisjoint(called[1:])
