"""Formats beside Markdown: a module, or a folder, for each turns a file's text into Markdown with the lines that it comes from.

`detect` tells which format a file has, `writing` writes Markdown, `converted` is what comes of it. Nothing of this is imported
for Markdown, and no library before such a file is met. `convert` is the only public name.

What these formats have beside what a reader sees, and what is therefore dropped as noise: comments; what only programs read
(`data_names.MACHINE`, properties and settings of Org, attributes of AsciiDoc and reStructuredText, metadata of HTML); navigation,
forms, scripts, styles and questions about cookies of HTML; tables of contents; cells of links beside the content; names of
targets and directives; categories, magic words and pages that only lead to another of wikis; what Org does not export.
"""

from __future__ import annotations

from faqtui.formats.converted import Asked, Converted
from faqtui.formats.detect import format_of, may_be_markup

__all__ = ["Asked", "Converted", "convert"]


def convert(path: str, text: str) -> Converted | None:
    """A text as Markdown, or as questions where it marks them as such; None for what is Markdown or plain text already.

    Nothing that it says raises; `Converted.problem` says why data could not be read.
    """
    name = format_of(path, text)
    if not name:
        return None
    from faqtui.formats.reading import read

    found = read(name, path, text)
    if name == "script" and not found.asked and may_be_markup(path, text):
        from faqtui.formats import components

        return components.read(path, text)
    return found
