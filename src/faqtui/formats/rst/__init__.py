"""reStructuredText to Markdown: the tree that docutils makes, or line by line what is too much for it."""
