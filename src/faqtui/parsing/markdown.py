"""The one markdown-it parser that parsing and rendering share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and ``:::`` and ``!!!`` containers; made once, at a cost of about 45 ms."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.admon import admon_plugin
    from mdit_py_plugins.container import container_plugin

    markdown = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    markdown.use(container_plugin, name="block", validate=lambda params, *_: bool(params.strip()))
    markdown.use(admon_plugin)
    return markdown
