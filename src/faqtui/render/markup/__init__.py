"""Markup to blocks: what an answer of Markdown, HTML, MDX and MyST holds, before anybody lays it out."""
