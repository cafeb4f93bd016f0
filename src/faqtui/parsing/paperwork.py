"""What is kept beside documents and answers no question: recognised by what a file says, then told of instead of read.

- licences: a text that begins as one of the usual ones does
- codes of conduct: pledge, standards and enforcement
- changelogs: nearly all headings of one level, or lines at the margin, name a version or a date
- lists of required packages, rules for robots and build scripts of CMake, in plain text: nearly each line is in their language
- guides for contributors, policies for reporting vulnerabilities, lists of authors, templates of issues: by what they say, and
  only in a file that is called so, since other documents may say the same

A page of questions is a document whatever it is called and says. So is a file that the user named.
"""

from __future__ import annotations

import re
from collections import Counter

from faqtui.letters import QUESTION_MARKS
from faqtui.patterns import pattern

_BEGINS = 3000
"""Characters in which a text says what it is."""

_AT_ONCE = 600
"""Characters in which a licence begins: what is quoted further down is part of a document."""

_LICENCE = pattern(
    r"permission is hereby granted, free of charge|redistribution and use in source and binary forms"
    r"|permission to use, copy, modify,? and(?:/or)? distribute"
    r"|everyone is permitted to copy and distribute verbatim|terms and conditions for use, reproduction,? and distribution"
    r"|this is free and unencumbered software|provided under the terms of this [a-z ]{1,40} public license"
    r"|public license,? version [0-9.]{1,5} =* ?1\. definitions|boost software license - version|sil open font license version"
    r"|creative commons corporation|by exercising the licensed rights|the laws of most jurisdictions throughout the world"
    r"|european union public licen[cs]e v"
)
_OF_LICENCES = (
    "license",
    "licence",
    "permission ",
    "permitted",
    "redistribution",
    "unencumbered",
    "creative commons",
    "universal",
)
"""What one at least stands in each of them."""

_CALLED_CONDUCT = ("conduct", "kodex", "conduite", "\u51c6\u5219", "\u6e96\u5247", "\u898f\u7bc4")
_CONDUCT = pattern(
    r"code of conduct|contributor covenant|pledge|our standards|acceptable behaviou?r|harass|enforc|welcoming|respectful"
    r"|verhaltenskodex|bel\u00e4stigung|respektvoll|code de conduite|harc\u00e8lement|c\u00f3digo de conducta|acoso"
    r"|\u884c\u4e3a\u51c6\u5219|\u884c\u70ba\u6e96\u5247|\u884c\u52d5\u898f\u7bc4|\u9a9a\u6270|\u627f\u8bfa|\u6267\u884c"
)
_CONDUCT_LEAST = 4
_CONTRIBUTING = pattern(
    r"pull[ -]request|merge request|contribut|\bfork|\bbranch|\bcommit|issue tracker|code style|signed-off|\bcla\b|maintainer"
    r"|\bbeitr[a\u00e4]g|\u8d21\u732e|\u8ca2\u732e"
)
_SECURITY = pattern(
    r"vulnerabilit|security (?:issue|polic|update|advisor|report|bug)|disclos|supported version|report"
    r"|sicherheitsl\u00fccke|vulnerabilidad|vuln\u00e9rabilit\u00e9|\u8106\u5f31\u6027|\u6f0f\u6d1e"
)
_TEMPLATE = pattern(r"<!--|\[ \]|reproduce|expected behaviou?r|checklist|related issue|describe")
_NAMED = (
    ("a guide for contributors", re.compile("contribut"), _CONTRIBUTING, 3),
    ("a policy for reporting vulnerabilities", re.compile("^security"), _SECURITY, 3),
    ("a template", re.compile("(?:request|issue|bug|feature).*template"), _TEMPLATE, 2),
)
"""What a file is, how it is called, what it says, and how many different such things at least."""

_AUTHORS = re.compile("^(?:authors|contributors|maintainers|credits)$")
_AUTHOR = pattern(r"[^\n]{1,200}(?:@|https?://)")

_VERSION = (
    r"(?:[a-z][\w.-]{0,40} )?\[?(?:unreleased|(?:version |release )?v?[0-9]{1,4}\.[0-9]{1,4}[\w.+-]{0,40}"
    r"|[12][0-9]{3}-[01][0-9])\b"
)
_RELEASE = pattern(rf"(?:#{{1,4}} *)?{_VERSION}[^?\n]{{0,80}}$")
_BEGIN_RELEASE = frozenset("#[vr0123456789")
_LEAST_RELEASES = 2
_LEAST_ASKED = 2
_LEAST_AUTHORS = 3
_REQUIRED = pattern(
    r"(?:-[a-z]|--[a-z-]{1,40})[ =]\S+$"
    r"|[a-z0-9][\w.-]{0,80}(?:\[[^\]]{0,80}\])?(?: ?[=<>!~@]{1,3} ?[^ ]{1,200})?(?: ?;.{0,200})?$"
)
_PINNED = pattern(r"[a-z0-9][\w.-]{0,80}(?:\[[^\]]{0,80}\])? ?(?:[=<>!~]=|[<>])")
_ROBOTS = pattern(r"(?:user-agent|disallow|allow|sitemap|crawl-delay|host)[ \t]*:")
_CMAKE = pattern(
    r"(?:cmake_minimum_required|project|add_[a-z]{1,40}|set|find_package|target_[a-z_]{1,40}|include|endif|if)[ \t]*\("
)
_ASKS = pattern(
    rf"[^\n]{{0,500}}[{QUESTION_MARKS}][\"'*_`)>\s]{{0,20}}$|\W{{0,8}}(?:q|question)\b[ \t]*[0-9]{{0,4}}[.:)]"
)


def paperwork(path: str, text: str) -> str:
    """What a file is that answers no question, such as ``a licence``; "" for a document."""
    found = _found(path.rpartition("/")[2].lower(), text)
    return "" if found and _asks(text) else found


def _found(name: str, text: str) -> str:
    head = text[:_BEGINS].lower()
    if head.startswith("---\n"):
        head = head[max(0, head.find("\n---", 3)) :]
    if any(map(head.__contains__, _OF_LICENCES)):
        match = _LICENCE.search(" ".join(head.split()))
        if match is not None and match.start() < _AT_ONCE:
            return "a licence"
    if any(map(head[:_AT_ONCE].__contains__, _CALLED_CONDUCT)) and len(set(_CONDUCT.findall(head))) >= _CONDUCT_LEAST:
        return "a code of conduct"
    # Plain comparisons first: this is asked of thousands of documents.
    begun = (line for line in head.split("\n") if line[:1] in _BEGIN_RELEASE)
    if any(map(_RELEASE.match, begun)) and _is_changelog(text.lower().split("\n")):
        return "a changelog"
    stem = name.partition(".")[0]
    for told, named, says, least in _NAMED:
        if named.search(stem) and len(set(says.findall(head))) >= least:
            return told
    if _AUTHORS.match(stem):
        lines = [line for line in head.split("\n") if line.strip() and not line.startswith(("#", "="))]
        authors = sum(1 for line in lines if _AUTHOR.match(line))
        if authors >= _LEAST_AUTHORS and authors >= 0.6 * len(lines):
            return "a list of authors"
    return _machine_read(head) if name.endswith(".txt") else ""


def _is_changelog(lines: list[str]) -> bool:
    """Whether the headings of a level, or of a text without any the lines at the margin that are no items, are releases."""
    headings = [line for line in lines if line.startswith("#")]
    first = next((line for line in headings if _RELEASE.match(line)), None)
    if first is not None:
        level = len(first) - len(first.lstrip("#"))
        found = [line for line in headings if line.startswith("#" * level) and not line.startswith("#" * (level + 1))]
    else:
        found = [line for line in lines if line[:1].isalnum() or line[:1] == "["]
        found = found[1:] if found and not _RELEASE.match(found[0]) else found  # its title
    releases = sum(1 for line in found if _RELEASE.match(line))
    return releases >= _LEAST_RELEASES and releases >= (0.7 if first is not None else 0.9) * len(found)


def _machine_read(head: str) -> str:
    lines = [line.partition(" #")[0].strip() for line in head.split("\n")[:-1] or [head]]
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines:
        return ""
    if all(map(_ROBOTS.match, lines)):
        return "rules for robots"
    if 2 * sum(1 for line in lines if _PINNED.match(line)) >= len(lines) and all(map(_REQUIRED.match, lines)):
        return "a list of required packages"
    if 3 * sum(1 for line in lines if _CMAKE.match(line)) >= len(lines) and any("cmake" in line for line in lines):
        return "a build script"
    return ""


def _asks(text: str) -> bool:
    """Whether a text is a page of questions: two or more, and half of the headings of their level."""
    asked: Counter[int] = Counter()
    titles: Counter[int] = Counter()
    for line in text.lower().split("\n"):
        level = len(line) - len(line.lstrip("#"))
        titles[level] += level > 0
        asked[level] += _ASKS.match(line) is not None
    return any(count >= _LEAST_ASKED and 2 * count >= titles[level] for level, count in asked.items())
