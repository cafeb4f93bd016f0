"""HTML to Markdown: pages as browsers parse them, what they say is a question, and what of them is no content."""
