"""AsciiDoc to Markdown: blocks line by line, and what stands on a line."""
