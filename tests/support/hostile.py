"""Text that attacks a terminal or a reader, and how to see in what a program sent whether any of it got through."""

from __future__ import annotations

import re

MARKER = "31;47;9"
"""Parameters that no sequence of ours has."""

PAYLOADS = {
    "colour": f"\x1b[{MARKER}mred",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\here",
    "title": "\x1b]0;evil\x07",
    "answerback": "\x1b[6n\x1b[c\x1bZ",
    "device control": "\x1bPq#0;2;0;0;0\x1b\\",
    "reset": "\x1bc",
    "c1": f"\x9b{MARKER}m\x9d52;c;ZXZpbA==\x9c",
    "all of c1": "".join(map(chr, range(0x80, 0xA0))),
    "all of c0": "".join(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r") + "\x7f",
    "bell and backspace": "a\x07b\x08c\x00d\x7fe",
    "bidi overrides": "a\u202a\u202b\u202c\u202d\u202egnp.exe",
    "bidi isolates": "a\u2066x\u2067y\u2068z\u2069",
    "invisible": "zero\u200bwidth\u2060word\ufeff",
    "tags": "tag\U000e0041\U000e0042\U000e007f",
    "marks": "e" + "\u0301" * 200,
    "enclosing marks": "e" + "\u20dd" * 200,
    "joiners": "a\u200db\u200c\u200d\u200d",
    "tabs": "a\tb\t\tc",
    "emoji": "\U0001f469\u200d\U0001f4bb \U0001f1e9\U0001f1ea 日本語",
    "textual markup": "[/] [/nope] [@click=app.quit]x[/] [link=file:///etc/passwd]y[/link]",
    "type brackets": "list[int] dict[str, list[int]] [x](y)",
    "entities": f"&#27;[{MARKER}m &#x9b; &#x202e;abc &#0; &Tab;",
    "script link": "[x](javascript:alert(1))",
    "file link": "[x](file:///etc/passwd)",
    "data link": "[x](data:text/html;base64,PGI+)",
    "ssh link": "[x](ssh://evil.example)",
    "option link": "[x](--version)",
    "coded link": "[x](https://example.com/%1b%5b31m%07%9b)",
    "html": "<script>alert(1)</script> <b onclick=x>bold</b> <!-- comment",
}

FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\U000e0000-\U000e007f"
)

_OURS = re.compile(  # backspaces are how the cursor goes left by a cell or two
    rb"\x08+|\x1b\[[0-9;?]*[a-zA-Z@]|\x1b\]8;[^\x1b]*\x1b\\|\x1b\[\?[0-9]+\$p"
)


def theirs(output: bytes) -> list[str]:
    """What is in `output` and no sequence of ours, or has the marker: with what stands around it."""
    text = _OURS.sub(b"", output).decode("utf-8", "replace")
    found = re.findall(f".{{0,20}}[{FORBIDDEN}].{{0,20}}", text)
    found += [str(output[at.start() - 20 : at.end()]) for at in re.finditer(b"\x1b\\[" + MARKER.encode(), output)]
    return found + [
        link for link in re.findall(r"\x1b\]8;[^\x1b]*", output.decode("utf-8", "replace")) if "evil" in link
    ]


def quoted(text: str) -> str:
    """`text` as a YAML string whose controls come out of escapes, behind the back of whoever looks at the bytes."""
    return '"' + "".join(c if c.isalnum() or c in " []:;" else f"\\U{ord(c):08x}" for c in text) + '"'


def document() -> str:
    """A FAQ with every payload in every place content can be."""
    parts = [
        "---",
        f"title: {quoted('Evil ' + PAYLOADS['clipboard'] + PAYLOADS['textual markup'])}",
        f"tags: [{', '.join(quoted(text) for text in PAYLOADS.values())}]",
        "topics:",
        *(f"  {quoted('T ' + text)}: [{quoted(text)}]" for text in PAYLOADS.values()),
        "aliases:",
        *(f"  {quoted(text)}: [{quoted(text)}]" for text in PAYLOADS.values()),
        f"{quoted(PAYLOADS['reset'])}: {quoted(PAYLOADS['title'])}",
        "---",
        "",
    ]
    for name, text in PAYLOADS.items():
        parts += [
            f"# Category {name} {text}", "", f"## What about {name} {text}?", "",
            f"Words {text} and `code {text}` and [link {text}](https://example.com/{name.replace(' ', '-')}).", "",
            f"See [other {text}](#what-about-colour) and <https://example.com/{name.replace(' ', '-')}>.", "",
            f"### Heading {text}", "", f"| head {text} | b |", "| --- | --- |", f"| cell {text} | x |", "",
            f"```{text}", f"fence {text}", "```", "", "~~~sh", f"second {text}", "~~~", "", f":::note {text}",
            f"inside {text}", ":::", "", f"<details><summary>sum {text}</summary>", "", f"folded {text}", "", "</details>",
            "", f"- item {text}", "", f"> quote {text}", "", f"Footnote[^1] {text}", "", f"[^1]: note {text}", "",
        ]  # fmt: skip
    return "\n".join(parts)
