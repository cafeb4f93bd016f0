"""The style names of laid-out runs, and what each means. No colours live here: the screen and `ansi` give each its own.

A run may carry several names, joined by spaces, such as ``"strong code"``: the later ones win where they disagree.
"""

from __future__ import annotations

STYLES: dict[str, str] = {
    "": "Plain text.",
    "heading": "A heading inside the answer.",
    "strong": "Text with strong emphasis.",
    "emphasis": "Text with emphasis.",
    "strike": "Text struck through.",
    "underline": "Underlined or inserted text.",
    "mark": "Text marked as with a felt pen.",
    "code": "Inline code.",
    "link": "The text of a link.",
    "url": "Where a link leads: its number, its host and path, or its whole URL.",
    "image": "The words that stand for an image.",
    "bullet": "The bullet, number or box of a list item.",
    "quote": "The bar left of a quotation.",
    "rule": "A rule across the answer, or under a heading.",
    "footnote": "The label of a footnote, in the text and where it is explained.",
    "summary": "The line of foldable details that stays when they are folded.",
    "table.border": "The lines between the cells of a table.",
    "table.header": "The text of a table's header.",
    "code.border": "The box around a code block.",
    "code.title": "The language or title on that box.",
    "code.hint": "The hint at the right end of that box.",
    "code.more": "The sign that code goes on beyond the edge.",
    "code.text": "Code of a block that has no other style.",
    "code.keyword": "Code: a word of the language.",
    "code.name": "Code: a name that is defined, or a key of a mapping.",
    "code.function": "Code: a function, a command or a built-in name.",
    "code.string": "Code: a string.",
    "code.number": "Code: a number or another literal.",
    "code.comment": "Code: a comment.",
    "code.operator": "Code: an operator or punctuation.",
    "code.variable": "Code: a variable or a placeholder.",
    "code.error": "Code: what the language does not allow; also a removed line of a patch.",
    "code.added": "Code: an added line of a patch.",
    "code.prompt": "Code: the prompt of a recorded shell session.",
    "code.output": "Code: what a recorded shell session printed.",
    "admonition.note": "The bar and title of an admonition that tells: note, info, abstract.",
    "admonition.tip": "The bar and title of an admonition that helps: tip, success, example.",
    "admonition.important": "The bar and title of an admonition that must be read: important, question.",
    "admonition.warning": "The bar and title of an admonition that warns: warning, caution.",
    "admonition.danger": "The bar and title of an admonition that forbids: danger, failure, bug.",
}
